"""Boxes and headings change places or go, and where they cannot, that is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nicegui import ui

from tests.desk.simulation import Visitor, address_of, visit
from tests.desk.test_document import agree, texts_below
from tests.desk.twins import read


def blocks(folder: Path) -> list[Any]:
    return list(read(folder, "bab-1.json")["bagian"][0]["isi"])


async def write_two(page: Visitor, folder: Path) -> ui.editor:
    """A second paragraph is written and saved in the first box, in which the cursor stays."""
    await page.go(address_of(folder, "isi/bab/bab-1"))
    [editor, *_] = await page.await_that(lambda: page.list_kind(ui.editor))
    page.send(editor, "focus", None)
    with page.user:
        editor.value = "<p>Satu.</p><p>Dua.</p>"
    page.send(editor, "keydown.ctrl.s.prevent", None)
    await page.see("Tersimpan")
    assert blocks(folder)[:2] == ["Satu.", "Dua."]
    return editor


def test_a_box_of_two_paragraphs_is_divided_before_its_neighbour_changes_places_with_it(
    root: Path, folder: Path
) -> None:
    old = blocks(folder)

    async def story(page: Visitor) -> None:
        editor = await write_two(page, folder)
        page.send(editor, "blur", None)
        await page.press("Naikkan Paragraf 3 1.1.")
        await page.await_that(lambda: blocks(folder) == ["Satu.", old[1], "Dua.", *old[2:]])

    visit(root, story)


def test_where_a_box_cannot_go_is_said(root: Path, folder: Path) -> None:
    async def story(page: Visitor) -> None:
        await write_two(page, folder)
        held = blocks(folder)
        await page.press("Naikkan Paragraf 3 1.1.")
        await page.see("Belum dipindah: simpan dahulu yang sedang ditulis di sebelahnya")
        await page.press("Naikkan Paragraf 1 1.1.")
        await page.see("Sudah paling atas")
        last = f"{len(held)} 1.1."
        named = [str(one.props.get("aria-label", "")) for one in page.list_kind(ui.button)]
        await page.press(next(name for name in named if name.startswith("Turunkan") and name.endswith(last)))
        await page.see("Sudah paling bawah")
        assert blocks(folder) == held

    visit(root, story)


def test_a_box_that_is_removed_goes_and_a_new_one_waits_for_its_text(root: Path, folder: Path) -> None:
    old = blocks(folder)

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/bab/bab-1"))
        await page.press("Hapus Paragraf 2 1.1.")
        await agree(page, "Hapus")
        await page.await_that(lambda: blocks(folder) == [old[0], *old[2:]])
        boxes = len(page.list_kind(ui.editor))
        kinds = [item for item in page.list_kind(ui.menu_item) if "Paragraf" in texts_below(item)]
        page.send(kinds[0], "click", None)
        await page.await_that(lambda: len(page.list_kind(ui.editor)) == boxes + 1)
        assert blocks(folder) == [old[0], *old[2:]]

    visit(root, story)


def test_headings_move_by_their_menus_and_tables_are_counted_with_the_boxes(root: Path, folder: Path) -> None:
    def titles() -> list[str]:
        return [section["judul"] for section in read(folder, "bab-2.json")["bagian"]]

    *above, one, other = titles()

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/bab/bab-2"))
        # In 2.1 the seventh box is a table, in 2.2 the second, fourth and fifth.
        for place in (7, 2, 4, 5):
            await page.await_that(lambda place=place: page.find(ui.button, f"Keterangan tabel {place}"))
        moves = [item for item in page.list_kind(ui.menu_item) if "Turunkan" in texts_below(item)]
        page.send(moves[-1], "click", None)
        await page.await_that(lambda: titles() == [*above, other, one])

    visit(root, story)
