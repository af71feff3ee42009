"""Boxes change places, and where they cannot, that is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nicegui import ui

from tests.desk.simulation import Visitor, address_of, visit
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
