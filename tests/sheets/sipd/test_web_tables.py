"""Exports that are web pages called `.xls`, workbooks of before 2007, and columns of several years."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.problem import ProblemsFound
from renjadoc.sheets.sipd import grid, run, web_tables
from tests.sheets.excel.sheet import lay_down

HEAD = "<tr><th>KODE SUB KEGIATAN</th><th>NAMA SUB KEGIATAN</th><th>PAGU (Rp)</th></tr>"
BODY = "<tr><td>2.09.03.2.01.0001</td><td>Sub Satu &amp; dua</td><td>Rp 1.250.000.000,00</td></tr>"
PAGE = f"<html><head><style>td {{ color: red }}</style></head><body><table border=1>{HEAD}{BODY}</table></body></html>"


def _write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.html"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_page_is_read_whatever_it_is_called(tmp_path: Path, name: str, encoding: str) -> None:
    folder = lay_down(tmp_path)
    made = run.plan_import(_write(tmp_path / name, PAGE, encoding), folder)
    [record] = made.export.records
    assert (record.sub.code, record.sub.name) == ("2.09.03.2.01.0001", "Sub Satu & dua")
    assert record.amounts["pagu"] == 1_250_000_000


def test_merged_heads_are_said_in_each_of_their_columns() -> None:
    page = (
        "<table><tr><th rowspan=2>Kode</th><th colspan=2>Rencana 2027</th></tr><tr><th>Target</th><th>Pagu</th></tr>"
        "<tr><td>1<td>2<br>dua<td>3</table>"
    )
    assert web_tables.read_tables(page.encode(), 100) == [
        [["Kode", "Rencana 2027", "Rencana 2027"], ["Kode", "Target", "Pagu"], ["1", "2 dua", "3"]]
    ]


def test_a_page_of_too_many_cells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MAX_CELLS", 5)
    with pytest.raises(ProblemsFound) as caught:
        run.plan_import(_write(tmp_path / "a.xls", PAGE), lay_down(tmp_path))
    assert "terlalu banyak" in caught.value.problems[0].message


@pytest.mark.parametrize(
    "text", ["", "<", "<table", "<table><td colspan=99999999>x", "<html>tanpa tabel</html>", "<table></table>"]
)
def test_what_is_no_export_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        run.plan_import(_write(tmp_path / "a.xls", text), lay_down(tmp_path))
    assert {problem.code for problem in caught.value.problems} == {"RJ070"}


def test_a_locked_workbook_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    with pytest.raises(ProblemsFound) as caught:
        run.plan_import(path, lay_down(tmp_path))
    assert "kata sandi" in caught.value.problems[0].message


@pytest.mark.parametrize("order", [(2026, 2027, 2028), (2028, 2027, 2026), (2025, 2026, 2027, 2028, 2029)])
def test_of_several_years_those_of_the_folder_count(tmp_path: Path, order: tuple[int, ...]) -> None:
    folder = lay_down(tmp_path)
    year = json.loads((folder / "dokumen.json").read_text("utf-8"))["tahun"]
    assert year == 2027
    heads = ",".join(f"Pagu {one}" for one in order)
    amounts = ",".join(str(one * 1000) for one in order)
    text = f"Kode Sub Kegiatan,Nama Sub Kegiatan,{heads}\n2.09.03.2.01.0001,Sub Satu,{amounts}\n"
    [record] = run.plan_import(_write(tmp_path / "a.csv", text), folder).export.records
    found: dict[str, Any] = record.amounts
    assert (found["pagu"], found["pagu_n_depan"]) == (2_027_000, 2_028_000)
