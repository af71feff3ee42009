"""New rows taken one by one: what is above a row comes along, what is beside it stays out, and nothing is twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.cli import main
from renjadoc.sheets.sipd import run as sipd
from tests.sheets.excel.sheet import Workbook, lay_down

PLAN = "rencana-program"
_EXPORT = """Kode;Uraian;Pagu
2.09.03;PROGRAM X;7.000.000
2.09.03.2.01;Kegiatan X;3.000.000
2.09.03.2.01.0001;Sub X;1.000.000
2.09.03.2.01.0002;Sub Y;2.000.000
2.09.03.2.02;Kegiatan Z;4.000.000
2.09.03.2.02.0001;Sub Z;4.000.000
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_down(tmp_path)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "sipd.csv"
    path.write_text(_EXPORT, "utf-8")
    return path


def _names(text: str | None) -> list[tuple[str, list[str]]]:
    """The kegiatan of the new program with their sub kegiatan."""
    program: Any = next((one for one in json.loads(text or "")["program"] if one["kode"] == "2.09.03"), None)
    return [(one["nama"], [sub["nama"] for sub in one["sub_kegiatan"]]) for one in program["kegiatan"]]


@pytest.mark.parametrize(
    ("chosen", "taken"),
    [
        ([0], [("Kegiatan X", ["Sub X"])]),
        ([1], [("Kegiatan X", ["Sub Y"])]),
        ([2], [("Kegiatan Z", ["Sub Z"])]),
        ([0, 2], [("Kegiatan X", ["Sub X"]), ("Kegiatan Z", ["Sub Z"])]),
        ([0, 1, 2], [("Kegiatan X", ["Sub X", "Sub Y"]), ("Kegiatan Z", ["Sub Z"])]),
    ],
)
def test_a_row_comes_with_what_is_above_it(folder: Path, export: Path, chosen: list[int], taken: list[Any]) -> None:
    made = sipd.plan_import(export, folder)
    assert len(made.choices) == 3
    assert _names(made.take(chosen).files["tabel/rencana-program.json"]) == taken


def test_a_plan_that_begins_is_divided_too(folder: Path, export: Path) -> None:
    (folder / "tabel" / "rencana-program.json").unlink()
    for path in folder.glob("tabel/*.json"):
        if "sumber" in json.loads(path.read_text("utf-8")):
            path.unlink()
    for path in folder.glob("bab-*.json"):
        path.write_text(
            json.dumps({"judul": json.loads(path.read_text("utf-8"))["judul"], "isi": ["Naskah."]}), "utf-8"
        )
    made = sipd.plan_import(export, folder).take([1])
    assert _names(made.files["tabel/rencana-program.json"]) == [("Kegiatan X", ["Sub Y"])]


def test_all_parts_are_the_whole(folder: Path, export: Path) -> None:
    made = sipd.plan_import(export, folder)
    assert made.take(range(len(made.choices))).files == made.files
    assert made.take([]).edits == []


def test_numbers_are_those_of_the_rows(folder: Path, export: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sipd", "impor", str(export), str(folder), "--pilih", "2", "--ya"]) == 0
    said = capsys.readouterr().out
    assert "      + baris 4 PROGRAM X program: 2.09.03 PROGRAM X (ikut dengan yang di bawahnya)\n" in said
    assert "  [2] + baris 5 Sub Y sub kegiatan: " in said
    assert said.count("PROGRAM X (ikut") == 1
    assert _names((folder / "tabel" / "rencana-program.json").read_text("utf-8")) == [("Kegiatan X", ["Sub Y"])]


@pytest.mark.lambat
def test_new_rows_of_a_workbook_too(folder: Path) -> None:
    book = Workbook(folder)
    book.spare(PLAN, tingkat="program", kode="2.09.03", nama="PROGRAM X")
    page, first = book.page(PLAN), book.row(PLAN, "PROGRAM X") + 1
    rows = [("kegiatan", "01", "nama", "Kegiatan X"), ("sub kegiatan", "01.0001", "sub", "Sub X"),
            ("sub kegiatan", "01.0002", "sub", "Sub Y")]  # fmt: skip
    for at, (level, code, column, name) in enumerate(rows, first):
        for id, value in (("tingkat", level), ("kode", f"2.09.03.2.{code}"), (column, name)):
            page.cell(at, book.column(PLAN, id)).value = value
    made = book.plan()
    assert len(made.choices) == 2
    assert _names(made.take([1]).files["tabel/rencana-program.json"]) == [("Kegiatan X", ["Sub Y"])]
    assert made.take([0, 1]).files == made.files


def test_numbers_of_what_follows_a_divided_row_are_its_own(folder: Path, export: Path) -> None:
    export.write_text(_EXPORT + "2.17.07.2.01.0001;Nama Lain;5.000.000\n", "utf-8")
    made = sipd.plan_import(export, folder)
    for number, edits in enumerate(made.choices):
        taken = made.take([number])
        assert [edit.changes for edit in taken.edits] == [edit.changes for edit in edits]
