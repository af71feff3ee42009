"""What all screens share: the head, the tabs of a folder, how problems are said, work that takes time."""

from __future__ import annotations

import asyncio
import contextlib
import html
import traceback
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from nicegui import Client, events, ui

from renjadoc import buglog
from renjadoc.desk.guard import MOST_BYTES
from renjadoc.problem import Problem, ProblemsFound, machine_problem

Result = TypeVar("Result")

#: One blue that can be read on white, and a lighter one for dark windows; before the layer that has the library's own.
_LOOK = """
@layer overrides {
.nicegui-link, .text-primary { color: #14507f !important }
.body--dark .nicegui-link, .body--dark .text-primary { color: #a9d0f5 !important }
.q-header .nicegui-link { color: #ffffff !important }
.q-stepper__tab, .q-field__label, .q-field__bottom { color: #4d4d4d !important }
.body--dark .q-stepper__tab, .body--dark .q-field__label, .body--dark .q-field__bottom { color: #d0d0d0 !important }
}
"""

#: So long a screen may take until it is there, in seconds: a province's folder is examined first.
PATIENCE = 120.0

#: The screens of a folder: the last part of the address, and what the tab is called.
TABS = (
    ("isi", "Isi"),
    ("periksa", "Periksa"),
    ("lihat", "Lihat"),
    ("masuk", "Masuk dan keluar"),
    ("telaah", "Telaah"),
    ("banding", "Banding"),
    ("riwayat", "Riwayat"),
)


def address(folder: Path, screen: str) -> str:
    """The address of one screen of a folder."""
    return f"/renja/{quote(folder.name, safe='')}/{screen}"


@contextmanager
def page_frame(title: str, folder: Path | None = None, screen: str = "", *, is_wide: bool = False) -> Iterator[None]:
    """A screen with its head; of a folder with its tabs too."""
    ui.page_title(title)
    ui.button.default_props("no-caps")
    ui.colors(primary="#14507f")
    ui.add_css(_LOOK)
    with ui.header().classes("items-center gap-4 px-6 py-3"):
        ui.link("Renja", "/").classes("text-white text-xl font-medium no-underline").props(
            'aria-label="Halaman pertama"'
        )
        ui.label(title).classes("text-lg")
    width = "" if is_wide else "max-w-6xl"
    with ui.element("div").classes(f"w-full {width} mx-auto px-6 py-4 flex flex-col gap-4"):
        if folder is not None:
            with ui.element("nav").classes("flex gap-2").props('aria-label="Bagian"'):
                for name, label in TABS:
                    look = "font-bold underline" if name == screen else "no-underline"
                    ui.link(label, address(folder, name)).classes(f"px-3 py-1 {look}")
        yield


def draw_heading(text: str) -> None:
    """A heading within a screen."""
    ui.label(text).classes("text-lg font-medium").props("role=heading aria-level=2")


def draw_upload(label: str, accept: str, take: Callable[[events.UploadEventArguments], Awaitable[None]]) -> None:
    """A place for one file to be dropped; `accept` are the endings, with commas between."""
    upload = ui.upload(label=label, on_upload=take, auto_upload=True, max_file_size=MOST_BYTES)
    upload.props["accept"] = accept
    upload.classes("w-full max-w-2xl")
    # The library's own head has a button without a name.
    head = '<label class="row items-center q-pa-md cursor-pointer">{{ props.label }}<q-uploader-add-trigger /></label>'
    upload.add_slot("header", head.replace("{{ props.label }}", html.escape(label)))


def name_element(element: ui.element, name: str) -> None:
    """Say to those who do not see the page what an element is; the name may be any text of the content."""
    element.props["aria-label"] = name


async def in_background(work: Callable[[], Result]) -> Result:
    """The result of work that takes time; meanwhile the page goes on answering."""
    return await asyncio.get_running_loop().run_in_executor(None, work)


def on_top() -> Client:
    """Where windows above the page belong: what they are asked from may be drawn anew while they are open."""
    return ui.context.client


async def do(work: Callable[[], Result]) -> Result | None:
    """Do work that takes time beside the page. What stops it is shown, and the answer is None."""
    with on_top(), ui.dialog().props("persistent") as waiting, ui.card().classes("items-center"):
        ui.spinner(size="lg")
        ui.label("Sebentar …")
    name_element(waiting, "Sebentar …")
    waiting.open()
    try:
        return await in_background(work)
    except Exception as error:
        show_message("Belum dapat dikerjakan", explain_failure(error))
    finally:
        waiting.close()
    return None


def show_failure(error: Exception) -> None:
    """A screen that cannot be shown says why."""
    with page_frame("Tidak dapat ditampilkan"):
        for line in explain_failure(error):
            ui.label(line)


def tell_failure(error: Exception) -> None:
    """What failed while nobody waited for it is told in the window it belongs to, if there is one."""
    lines = explain_failure(error)
    with contextlib.suppress(RuntimeError):  # No window is open any more.
        ui.notify(" ".join(lines), type="negative", multi_line=True)


def explain_failure(error: Exception) -> list[str]:
    """What stopped something, all of it at once: problems of what was given, or a fault of ours with its log."""
    if isinstance(error, OSError):
        return _describe_problems([machine_problem(error)])
    if isinstance(error, ProblemsFound):
        return _describe_problems(error.problems)
    return [buglog.write_log("".join(traceback.format_exception(error)))]


def _describe_problems(problems: list[Problem]) -> list[str]:
    lines = [f"{problem.message}. {problem.hint}".strip() for problem in problems if problem.is_error]
    return list(dict.fromkeys(lines))


def show_message(title: str, lines: list[str]) -> None:
    """A few lines that stay until they are read."""
    with on_top(), ui.dialog() as dialog, ui.card().classes("max-w-2xl"):
        ui.label(title).classes("text-lg font-medium")
        for line in lines:
            ui.label(line).classes("whitespace-pre-wrap")
        ui.button("Tutup", on_click=dialog.close)
    name_element(dialog, title)
    dialog.open()


def ask(question: str, agreed: str, act: Callable[[], Awaitable[None]]) -> None:
    """Ask before something that replaces what is there."""

    async def go_on() -> None:
        dialog.close()
        await act()

    with on_top(), ui.dialog() as dialog, ui.card():
        ui.label(question)
        with ui.row():
            ui.button(agreed, on_click=go_on)
            ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, question)
    dialog.open()
