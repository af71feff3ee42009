"""Files that are no workbook of ours, or want to do harm: refused or read with a clear word, in bounded memory."""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc import cli
from renjadoc.problem import ProblemsFound
from renjadoc.sheets.excel import hidden, reader, run, sheets, values
from renjadoc.tables import layout
from tests.sheets.excel.sheet import Workbook, lay_down

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _spoilt(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    parts = _parts(data)
    change(parts)
    return _zip(parts)


def _doctype(parts: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet2.xml"
    parts[name] = parts[name].replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet', 1)


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "xls": (lambda good: OLE + b"Workbook".ljust(600), "berkas ini .xls lama"),
    "terkunci": (lambda good: OLE + "EncryptedPackage".encode("utf-16-le").ljust(600), "terkunci dengan kata sandi"),
    "xlsb": (lambda good: _zip({"[Content_Types].xml": b"<a/>", "xl/workbook.bin": b""}), ".xlsb"),
    "ods": (
        lambda good: _zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
        "simpan ulang sebagai .xlsx",
    ),
    "docx": (lambda good: _zip({"[Content_Types].xml": b"<a/>", "word/document.xml": b""}), "bukan buku kerja Excel"),
    "teks": (lambda good: b"halo", "bukan buku kerja Excel (.xlsx) yang utuh"),
    "terpotong": (lambda good: good[: len(good) // 2], "bukan buku kerja Excel (.xlsx) yang utuh"),
    "DOCTYPE": (lambda good: _spoilt(good, _doctype), "DOCTYPE"),
    "bukan XML": (
        lambda good: _spoilt(good, lambda parts: parts.update({"xl/worksheets/sheet2.xml": b"<work><"})), "yang utuh",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "said"), BAD.values(), ids=BAD)
def test_what_is_no_workbook(tmp_path: Path, make: Callable[[bytes], bytes], said: str) -> None:
    folder = lay_down(tmp_path)
    path = tmp_path / "x.xlsx"
    run.export_workbook(folder, path)
    path.write_bytes(make(path.read_bytes()))
    with pytest.raises(ProblemsFound) as caught:
        run.plan_import(path, folder)
    [problem] = caught.value.problems
    assert problem.code == "RJ070"
    assert said in problem.message


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_UNPACKED", 20 * 1024 * 1024)
    folder = lay_down(tmp_path)
    path = tmp_path / "x.xlsx"
    run.export_workbook(folder, path)
    path.write_bytes(
        _spoilt(path.read_bytes(), lambda parts: parts.update({"xl/media/a.bin": bytes(30 * 1024 * 1024)}))
    )
    tracemalloc.start()
    with pytest.raises(ProblemsFound) as caught:
        run.plan_import(path, folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "terlalu besar" in caught.value.problems[0].message
    assert peak < 10 * 1024 * 1024


def test_a_bomb_in_the_hidden_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    monkeypatch.setattr(hidden, "MAX_BASE", 100)
    plan = book.plan()
    assert plan.changes == []
    assert any("saat diekspor tidak ada lagi" in note for note in plan.notes)


def test_rubbish_in_the_hidden_copy(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    page = book.book[sheets.META]
    page["B1"] = "[[["
    for row in range(2, page.max_row + 1):
        page.cell(row, 2).value = "bukan base64 ¤"
    assert book.plan().changes == []


def test_a_hundred_thousand_empty_rows(tmp_path: Path) -> None:
    """A sheet formatted down to row 100.000 and beyond: nothing in it is taken for a row, memory stays small."""
    folder = lay_down(tmp_path)
    path = tmp_path / "x.xlsx"
    run.export_workbook(folder, path)
    parts = _parts(path.read_bytes())
    name = "xl/worksheets/sheet2.xml"
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/><c r="M%d" s="1"/></row>' % (n, n, n) for n in range(1000, 101_000))
    parts[name] = parts[name].replace(b"</sheetData>", rows + b'<row r="1048576"/></sheetData>')
    path.write_bytes(_zip(parts))
    tracemalloc.start()
    plan = run.plan_import(path, folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (plan.changes, plan.faults) == ([], [])
    assert peak < 60 * 1024 * 1024


def test_too_many_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder = lay_down(tmp_path)
    path = tmp_path / "x.xlsx"
    run.export_workbook(folder, path)
    monkeypatch.setattr(reader, "MAX_CELLS", 50)
    assert cli.main(["excel", "impor", str(path), str(folder), "--ya"]) == 1
    assert "terlalu banyak" in capsys.readouterr().err


def test_macros_and_links_are_said_and_left(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    path = tmp_path / "x.xlsx"
    run.export_workbook(folder, path)
    more = {"xl/vbaProject.bin": OLE + b"macro", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    path.write_bytes(_spoilt(path.read_bytes(), lambda parts: parts.update(more)))
    plan = run.plan_import(path, folder)
    assert plan.changes == []
    assert any("makro" in note for note in plan.notes)
    assert any("tautan" in note for note in plan.notes)


def test_a_workbook_of_something_else(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"] = "Daftar hadir"
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(ProblemsFound) as caught:
        run.plan_import(tmp_path / "x.xlsx", folder)
    assert "tidak ada lembar yang dikenal" in caught.value.problems[0].message


def test_a_sheet_twice(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.book.copy_worksheet(book.page("rencana-program"))
    with pytest.raises(ProblemsFound) as caught:
        book.plan()
    assert "memuat tabel yang sama" in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("kind", "number"),
    [*((layout.UANG, number) for number in (1e308, 1e16, Decimal("1E+999"), float("inf"), float("nan"))),
     *((layout.SEL, float(word)) for word in ("inf", "nan"))],
)  # fmt: skip
def test_numbers_that_nobody_has(kind: layout.CellKind, number: float | Decimal) -> None:
    with pytest.raises(values.Unreadable):
        values.read_value(values.Cell(number), kind)


@settings(max_examples=12)
@given(st.data())
def test_broken_bytes_never_crash(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = lay_down(Path(place))
        path = Path(place, "x.xlsx")
        run.export_workbook(folder, path)
        parts = _parts(path.read_bytes())
        name = data.draw(st.sampled_from(sorted(parts)))
        at = data.draw(st.integers(0, max(0, len(parts[name]) - 1)))
        parts[name] = parts[name][:at] + data.draw(st.binary(max_size=3)) + parts[name][at + 1 :]
        path.write_bytes(_zip(parts))
        with contextlib.suppress(ProblemsFound):
            run.plan_import(path, folder)


_NAMES = [
    "../../rahasia",
    "..",
    "a/b",
    "a\\b",
    'a"b',
    "a\r\nSet-Cookie: x",
    "\u202exslx",
    "\udcff",
    "C:x",
    "n" * 300,
    ".",
]


@pytest.mark.parametrize("name", _NAMES, ids=range(len(_NAMES)))
def test_no_name_of_a_bidang_or_a_folder_leads_a_workbook_elsewhere(name: str) -> None:
    for made in (run.name_workbook(Path("isi"), name), run.name_workbook(Path("x", name), "Umum")):
        assert re.fullmatch(r"renja-[\w.()-]*\.xlsx", made)
        assert ".." not in made
        assert len(made.encode()) < 200


def test_a_workbook_is_called_by_its_folder_and_bidang() -> None:
    assert run.name_workbook(Path("/x/renja 2027"), "Bidang Koperasi") == "renja-renja-2027-Bidang-Koperasi.xlsx"
