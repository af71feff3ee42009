"""What all screens share: the head, the tabs of a folder, how problems are said, work that takes time."""

from __future__ import annotations

import asyncio
import contextlib
import html
import traceback
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from nicegui import Client, events, ui

from renjadoc import buglog
from renjadoc.desk.guard import MOST_BYTES
from renjadoc.desk.shelf import read_card
from renjadoc.desk.wording import say_on_page
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
.layar > .q-btn { align-self: flex-start }
/* A hint of two lines stands above what follows, not on it. */
.q-field--with-bottom { padding-bottom: 0 !important }
.q-field__bottom--animated { position: static !important; transform: none !important }
/* Stays in sight below the head while one scrolls. */
.lekat { position: sticky; top: 3.25rem; z-index: 10; background: #ffffff } .body--dark .lekat { background: #121212 }
.garis { border-bottom: 1px solid #d5dce2 } .body--dark .garis { border-bottom-color: #4a5157 }
.jalan { border-bottom: 3px solid transparent } .jalan-kini { border-bottom-color: currentColor; font-weight: 600 }
.perlu { background: #fff3d6; color: #5c4300; border-radius: 10px; padding: 0 8px }
.harus { background: #fde1dd; color: #7a1508; border-radius: 10px; padding: 0 8px }
.lengkap { background: #def0e3; color: #14532a; border-radius: 10px; padding: 0 8px }
.pilih-berkas { position: absolute; opacity: 0; width: 1px; height: 1px }
.pilih-berkas-tombol { border: 1px solid currentColor; border-radius: 4px; padding: 6px 14px; cursor: pointer }
.pilih-berkas-tombol:focus-within { outline: 3px solid #b35900 }
:focus-visible, .q-field--focused .q-field__control, .q-uploader:focus-within {
    outline: 3px solid #b35900 !important; outline-offset: 1px
}
.body--dark :focus-visible, .body--dark .q-field--focused .q-field__control, .body--dark .q-uploader:focus-within {
    outline-color: #ffb066 !important
}
/* Who asked the computer for less motion gets none: what opens stands where it will stay. */
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { transition-duration: 0s !important } }
/* The library's bar says nothing that the page does not, and has no name. */
.q-loading-bar { display: none }
.q-header :focus-visible { outline-color: #ffffff !important }
}
"""

#: People who know Windows click twice: the second click of two would do it once more. Small tools may be hurried.
_ONCE = """
document.addEventListener("click", (event) => {
    if (event.detail > 1 && event.target.closest?.(".q-btn:not(.q-btn--dense)")) {
        event.stopImmediatePropagation(); event.preventDefault();
    }
}, true);
"""

#: So begin messages that do not say which file they speak of.
_OF_A_FILE = ("berkas ini", "berkas sedang", "bukan JSON", "tidak dapat dibaca atau ditulis")

#: What stands on a place for files, which can be clicked too.
_UPLOAD_HEAD = """<label class="column q-pa-md cursor-pointer"><span>{{ props.label }}</span>
<span class="text-caption">Seret berkas ke sini, atau klik untuk memilihnya.</span><q-uploader-add-trigger /></label>"""

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
    ui.run_javascript(_ONCE)
    with ui.header().classes("items-center no-wrap gap-4 px-6 py-3"):
        ui.link("Renja", "/").classes("text-white text-xl font-medium no-underline").props(
            'aria-label="Halaman pertama"'
        )
        # One line whatever the office is called: what stays in sight while one scrolls stands right below.
        ui.label(title).classes("text-lg truncate").props["title"] = title
        if folder is not None:
            called = _call_folder(folder)
            ui.label(called).classes("text-sm truncate").props["title"] = called
    width = "" if is_wide else "max-w-6xl"
    with ui.element("div").classes(f"layar w-full {width} mx-auto px-6 py-4 flex flex-col gap-4"):
        if folder is not None:
            with ui.element("nav").classes("flex gap-2").props('aria-label="Bagian"'):
                for name, label in TABS:
                    look = "jalan jalan-kini" if name == screen else "jalan"
                    link = ui.link(label, address(folder, name)).classes(f"px-3 py-1 no-underline {look}")
                    if name == screen:
                        link.props("aria-current=page")
        yield


def _call_folder(folder: Path) -> str:
    """Whose folder this is: `Dinas Sosial, Renja 2027`."""
    card = read_card(folder)
    return ", ".join(part for part in (card.office, f"{card.kind} {card.year or ''}".strip()) if part)


def draw_heading(text: str) -> ui.label:
    """A heading within a screen."""
    return ui.label(text).classes("text-lg font-medium").props("role=heading aria-level=2")


def draw_upload(
    label: str, accept: str, take: Callable[[events.UploadEventArguments], Awaitable[None]], *, several: bool = False
) -> None:
    """A place for a file to be dropped, or `several`; `accept` are the endings, with commas between."""
    upload = ui.upload(label=label, on_upload=take, auto_upload=True, max_file_size=MOST_BYTES, multiple=several)
    upload.props["accept"] = accept
    upload.classes("w-full max-w-2xl")
    # The library's own head has a button without a name.
    upload.add_slot("header", _UPLOAD_HEAD.replace("{{ props.label }}", html.escape(label)))


def name_element(element: ui.element, name: str) -> None:
    """Say to those who do not see the page what an element is; the name may be any text of the content."""
    element.props["aria-label"] = name


async def in_background(work: Callable[[], Result]) -> Result:
    """The result of work that takes time; meanwhile the page goes on answering."""
    return await asyncio.get_running_loop().run_in_executor(None, work)


def on_top() -> Client:
    """Where windows above the page belong: what they are asked from may be drawn anew while they are open.

    Whoever awaits something and then shows it does so in here too: the button that was pressed may be gone by then.
    """
    return ui.context.client


async def do_and_tell(work: Callable[[], Result]) -> Result | None:
    """Do work that takes time beside the page. What stops it is shown, and the answer is None."""
    with on_top():
        with ui.dialog().props("persistent") as waiting, ui.card().classes("items-center"):
            ui.spinner(size="lg")
            ui.label("Sebentar …")
        name_element(waiting, "Sebentar …")
        open_once(waiting)
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
        ui.link("Ke halaman pertama", "/")


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
    lines = [
        say_on_page(f"{_name_place(problem)}{problem.message}. {problem.hint}".strip())
        for problem in problems
        if problem.is_error
    ]
    return list(dict.fromkeys(line[:1].upper() + line[1:] for line in lines))


def _name_place(problem: Problem) -> str:
    """Where the reader sees it, for what does not say so itself; of a file that cannot be read its name."""
    if problem.location.seen:
        return f"{problem.location.seen}: "
    name = Path(problem.location.file).name
    return f"{name}: " if "." in name and problem.message.startswith(_OF_A_FILE) else ""


def show_message(title: str, lines: list[str]) -> None:
    """A few lines that stay until they are read."""
    with on_top(), ui.dialog() as dialog, ui.card().classes("max-w-2xl"):
        ui.label(title).classes("text-lg font-medium")
        for line in lines:
            ui.label(line).classes("whitespace-pre-wrap")
        ui.button("Tutup", on_click=dialog.close)
    name_element(dialog, title)
    open_once(dialog)


def open_once(dialog: ui.dialog) -> None:
    """Open a window above the page that is made for this once; when it is closed it goes."""
    dialog.on("hide", dialog.delete, args=[])
    dialog.open()


async def close_and_go_on(dialog: ui.dialog, act: Callable[[], Awaitable[None]]) -> None:
    """Close a window above the page and do what was agreed to in it, once: it outlives the window and its buttons."""
    if not dialog.value:
        return
    with on_top():
        dialog.close()
        await act()


def ask(question: str, agreed: str, act: Callable[[], Awaitable[None]]) -> None:
    """Ask before something that replaces what is there."""

    with on_top(), ui.dialog() as dialog, ui.card():
        ui.label(question).classes("whitespace-pre-wrap")
        with ui.row():
            ui.button(agreed, on_click=partial(close_and_go_on, dialog, act))
            ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, question)
    open_once(dialog)
