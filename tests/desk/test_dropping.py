"""What is dropped in a real browser: several files at once, whole folders, zips."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from renjadoc.cli import main
from tests.conftest import ROOT
from tests.desk.browser import needs_browser, open_window, running_desk, settle
from tests.desk.twins import read_all

pytestmark = [needs_browser, pytest.mark.lambat]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "Renja" / "renja-2021")
    return tmp_path / "Renja"


def write_workbook(folder: Path, workbook: Path, old: int, new: int) -> Path:
    """The tables out, with one amount changed."""
    assert main(["excel", "ekspor", str(folder), "-o", str(workbook)]) == 0
    book = openpyxl.load_workbook(workbook)
    cells = (cell for row in book["Tabel 3.1"].iter_rows() for cell in row if cell.value == old)
    next(cell for cell in cells if not cell.protection.locked).value = new
    book.save(workbook)
    return workbook


def drop(window: Any, selector: str, paths: list[Path]) -> None:
    """Let files or folders fall into a place, as a hand does it that comes from another window."""
    settle(window)
    box = window.locator(selector).first.bounding_box()
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    browser = window.context.new_cdp_session(window)
    for kind in ("dragEnter", "dragOver", "drop"):
        browser.send("Input.dispatchDragEvent", {"type": kind, **at, "data": data})
        if kind == "dragOver" and selector == ".q-uploader":
            window.locator(".q-uploader__dnd").first.wait_for()  # It covers the place, and takes what falls.


def test_several_workbooks_are_taken_one_after_the_other(root: Path, tmp_path: Path) -> None:
    """Each is held against the folder as the one before it left it, however they came in."""
    folder, spoilt = root / "renja-2021", tmp_path / "rusak.xlsx"
    spoilt.write_bytes(b"PK\x03\x04 bukan apa-apa")
    books = [
        write_workbook(folder, tmp_path / f"bidang-{number}.xlsx", old, old + 500_000)
        for number, old in enumerate((9_368_500, 13_750_000, 11_580_000))
    ]
    with running_desk(root) as address, open_window(address) as window:
        window.goto(f"{address.partition('?')[0]}renja/renja-2021/masuk")
        window.locator(".q-uploader").first.wait_for()
        drop(window, ".q-uploader", books[:2])
        accepted = [accept(window), accept(window)]
        assert sorted(accepted) == [book.name for book in books[:2]]
        drop(window, ".q-uploader", [spoilt])
        refused = window.get_by_role("dialog", name="Belum dapat dikerjakan")
        refused.get_by_role("button", name="Tutup").click()
        refused.wait_for(state="hidden")
        drop(window, ".q-uploader", books[2:])
        assert accept(window) == books[2].name
        assert window.get_by_text("Menunggu giliran").count() == 0
    plan = (folder / "tabel" / "rencana-program.json").read_text("utf-8")
    assert [str(pagu) in plan for pagu in (9_868_500, 14_250_000, 12_080_000)] == [True] * 3


def accept(window: Any) -> str:
    """Accept what is shown; the name of its file."""
    said = window.get_by_text("1 perubahan, 0 bentrok")
    name = str(said.inner_text()).partition(":")[0]
    window.get_by_role("button", name="Terima").click()
    told = window.get_by_role("dialog", name=f"Diterima: {name}")
    told.get_by_role("button", name="Tutup").click()
    told.wait_for(state="hidden")
    return name


def test_folders_and_zips_of_offices_are_dropped_or_chosen(root: Path, tmp_path: Path) -> None:
    sent = tmp_path / "kiriman"
    for name in ("pilih/dinas-a", "pilih/dinas-b", "dinas-d"):
        shutil.copytree(ROOT / "content" / "2021", sent / name)
    packed = tmp_path / "dinas-c.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path, data in read_all(root / "renja-2021").items():
            archive.writestr(f"dinas-c/{path}", data)
    with running_desk(root) as address, open_window(address) as window:
        window.goto(f"{address.partition('?')[0]}semua")
        window.get_by_role("link", name="Buka renja-2021").wait_for()
        window.get_by_label("Pilih folder").set_input_files(sent / "pilih")
        window.get_by_text("Masuk: dinas-b").wait_for()
        window.get_by_role("button", name="Tutup").click()
        window.get_by_role("link", name="Buka dinas-a").wait_for()
        drop(window, ".border-dashed", [packed, sent / "dinas-d"])
        window.get_by_text("Masuk: dinas-c").wait_for()
        window.get_by_text("Masuk: dinas-d").wait_for()
        window.get_by_role("button", name="Tutup").click()
        window.get_by_role("link", name="Buka dinas-c").wait_for()
        assert window.said == []
    wanted = read_all(root / "renja-2021")
    assert [read_all(root / name) for name in ("dinas-a", "dinas-b", "dinas-c", "dinas-d")] == [wanted] * 4
