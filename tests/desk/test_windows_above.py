"""Windows above the page, and what is asked in them: what was agreed to goes on when they go, and is done once."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

from nicegui import ui

from renjadoc.desk.pages.fields import draw_field
from renjadoc.desk.pages.frame import ask, do_and_tell
from renjadoc.desk.pages.row_form import RowQuestion, ask_row
from renjadoc.edits.edit import Edit
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.questions import Question
from tests.desk.simulation import Visitor, visit


async def let_go(page: Visitor) -> None:
    """The browser says that the window is gone, as it does when it has faded out."""
    await page.await_that(lambda: not any(one.value for one in page.list_kind(ui.dialog)))
    for dialog in page.list_kind(ui.dialog):
        page.send(dialog, "hide", None)
    await page.await_that(lambda: not page.list_kind(ui.dialog))
    gc.collect()


def test_what_takes_longer_than_its_window_is_shown_all_the_same(root: Path) -> None:
    async def story(page: Visitor) -> None:
        gone = asyncio.Event()

        async def act() -> None:
            await gone.wait()
            ui.label("sudah dikerjakan")

        await page.go("/")
        with page.user:
            ask("Kerjakan?", "Ya", act)
        await page.press("Ya")
        await let_go(page)
        gone.set()
        await page.see("sudah dikerjakan")

    visit(root, story)


def test_a_second_click_of_a_double_click_does_nothing(root: Path) -> None:
    done: list[int] = []

    async def story(page: Visitor) -> None:
        async def act() -> None:
            done.append(1)

        await page.go("/")
        with page.user:
            ask("Kerjakan?", "Ya", act)
        button = await page.await_that(lambda: page.find(ui.button, "Ya"))
        for _ in range(2):
            page.send(button, "click", None)
        await page.await_that(lambda: done)
        await asyncio.sleep(0)

    visit(root, story)
    assert done == [1]


def test_what_fails_after_its_button_has_gone_is_told(root: Path) -> None:
    async def story(page: Visitor) -> None:
        await page.go("/")
        with page.user:
            holder = ui.column()
        gone = asyncio.Event()
        loop = asyncio.get_running_loop()

        def fail() -> None:
            asyncio.run_coroutine_threadsafe(gone.wait(), loop).result(30)
            raise ProblemsFound([Problem("RJ050", Location("x"), "tidak jadi", "")])

        async def press() -> None:
            await do_and_tell(fail)

        with holder:
            button = ui.button("Coba", on_click=press)
        page.send(button, "click", None)
        await page.see("Sebentar")
        holder.delete()
        del holder, button
        gc.collect()
        gone.set()
        await page.see("Tidak jadi")

    visit(root, story)


def test_a_new_row_is_of_the_kind_that_was_chosen(root: Path) -> None:
    said: list[tuple[dict[str, str], str]] = []

    async def story(page: Visitor) -> None:
        async def say(typed: dict[str, str], named: str) -> list[Edit]:
            said.append((typed, named))
            return []

        async def write(edits: list[Edit]) -> None:
            ui.label("sudah ditulis")

        await page.go("/")
        with page.user:
            ask_row(RowQuestion("baris", [("kode", "Kode"), ("nama", "Nama")], ("urusan", "bidang")), say, write)
        assert any(one.props.get("role") == "alert" for one in page.list_kind(ui.label)), "what is refused is read out"
        await page.fill("Jenis baris", "bidang")
        await page.fill("Nama", "Koperasi")
        await page.press("Tambah")
        await page.see("sudah ditulis")

    visit(root, story)
    assert said == [({"nama": "Koperasi"}, "bidang")]


def test_several_words_are_divided_where_a_semicolon_stands(root: Path) -> None:
    question = Question("/tag", "Tag", "Tag", "Dipakai untuk", "daftar", required=True)

    async def story(page: Visitor) -> None:
        await page.go("/")
        with page.user:
            read_tags = draw_field(question, ["Gender", "Kota Layak Anak"])
        await page.fill("Tag", "Gender;  Kota Layak Anak ;")
        assert read_tags() == ["Gender", "Kota Layak Anak"]

    visit(root, story)
