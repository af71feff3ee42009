"""Workbooks as other programs write them: what openpyxl refuses and Excel opens, Strict Open XML, threads."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from renjadoc.sheets.excel import run
from tests.sheets.excel.sheet import Workbook, lay_down, table
from tests.sheets.excel.test_untrusted import _parts, _zip

PLAN = "rencana-program"
NAME = "Pelatihan Usaha Mikro"
Parts = dict[str, bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_down(tmp_path)


def _save(folder: Path, change: Callable[[Parts], object]) -> Path:
    """A workbook in which somebody filled a cell, saved as `change` says."""
    book = Workbook(folder)
    book.set(PLAN, NAME, "lokasi", "Balai Desa")
    book.book.save(book.path)
    parts = _parts(book.path.read_bytes())
    change(parts)
    book.path.write_bytes(_zip(parts))
    return book.path


def _swap(name: str, old: str, new: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        text = parts[name].decode("utf-8")
        assert re.search(old, text), name
        parts[name] = re.sub(old, new, text, count=1).encode("utf-8")

    return change


def _strict(parts: Parts) -> None:
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            data = data.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                b"http://purl.oclc.org/ooxml/spreadsheetml/main")  # fmt: skip
            parts[name] = data.replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                       b"http://purl.oclc.org/ooxml/officeDocument/relationships")  # fmt: skip


REFUSED: dict[str, Callable[[Parts], object]] = {
    "tanggal pembuatan": _swap("docProps/core.xml", r">[^<]*</dcterms:created>", ">kemarin sore</dcterms:created>"),
    "isian warna": _swap("xl/styles.xml", r'patternType="\w+"', 'patternType="bintik"'),
    "keluarga huruf": _swap("xl/styles.xml", r'<sz val="[^"]*"', '<sz val="besar"'),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_openpyxl_refuses_is_read(folder: Path, name: str) -> None:
    path = _save(folder, REFUSED[name])
    with pytest.raises((ValueError, TypeError)):
        openpyxl.load_workbook(path)
    plan = run.plan_import(path, folder)
    assert [(change.column.rpartition(" / ")[2], change.new) for change in plan.changes] == [("Lokasi", "Balai Desa")]


def test_a_strict_workbook_is_read(folder: Path) -> None:
    plan = run.plan_import(_save(folder, _strict), folder)
    assert [change.new for change in plan.changes] == ["Balai Desa"]


_MS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_KIND = "http://schemas.microsoft.com/office/2017/10/relationships"


_THREADS = "threadedComments/threadedComment1.xml"


def _write_remark(place: str, id: str, parent: str, text: str, *, done: bool) -> str:
    answers = f' parentId="{{{parent}}}"' if parent else ""
    settled = ' done="1"' if done else ""
    head = f'ref="{place}" dT="2027-01-02T03:04:05.00" personId="{{P}}" id="{{{id}}}"'
    return f"<threadedComment {head}{answers}{settled}><text>{text}</text></threadedComment>"


def _hang_thread(folder: Path, path: Path, *said: tuple[str, str, str], done: bool = False) -> None:
    """A thread on the cell of the place: (id, answered id, text) each."""
    book = openpyxl.load_workbook(path)
    at = next(i for i, page in enumerate(book.worksheets, 1) if page.cell(1, 1).value == f"renjadoc tabel/{PLAN}.json")
    page = book.worksheets[at - 1]
    row = next(row[0].row for row in page.iter_rows() if any(cell.value == NAME for cell in row))
    column = next(cell.column_letter for cell in page[1] if cell.value == "lokasi")
    parts = _parts(path.read_bytes())
    threads = "".join(_write_remark(f"{column}{row}", *one, done=done) for one in said)
    parts[f"xl/{_THREADS}"] = f'<ThreadedComments xmlns="{_MS}">{threads}</ThreadedComments>'.encode()
    person = '<person displayName="Bu Sari" id="{P}" userId="x" providerId="None"/>'
    parts["xl/persons/person.xml"] = f'<personList xmlns="{_MS}">{person}</personList>'.encode()
    name = f"xl/worksheets/_rels/sheet{at}.xml.rels"
    relation = (
        f'<Relationship Id="rIdT" Type="{_KIND}/threadedComment" Target="../threadedComments/threadedComment1.xml"/>'
    )
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts[name] = parts.get(name, empty).replace(b"</Relationships>", f"{relation}</Relationships>".encode())
    path.write_bytes(_zip(parts))


def _remarks(folder: Path, path: Path) -> list[dict[str, Any]]:
    plan = run.plan_import(path, folder)
    text = plan.files.get("telaah.json") or "{}"
    found: list[dict[str, Any]] = json.loads(text).get("catatan", [])
    return found


def test_a_thread_of_comments_is_kept_as_remarks(folder: Path) -> None:
    path = _save(folder, lambda parts: None)
    _hang_thread(folder, path, ("A", "", "Lokasinya di mana?"), ("B", "A", "Di balai desa."))
    kept = _remarks(folder, path)
    assert [(one["penulis"], one["tanggal"], one["catatan"]) for one in kept] == [
        ("Bu Sari", "2027-01-02", "Lokasinya di mana?"),
        ("Bu Sari", "2027-01-02", "Di balai desa."),
    ]
    assert all(one["berkas"] == f"tabel/{PLAN}.json" for one in kept)


def test_a_settled_thread_is_settled(folder: Path) -> None:
    path = _save(folder, lambda parts: None)
    _hang_thread(folder, path, ("A", "", "Sudah benar?"), done=True)
    assert [one.get("selesai") for one in _remarks(folder, path)] == [True]


def test_rich_text_and_line_breaks_of_other_programs(folder: Path) -> None:
    """Runs with blanks at their ends are one text; a break within is a line of its own."""

    def change(parts: Parts) -> None:
        name = next(name for name, data in parts.items() if b">Balai Desa</t>" in data)
        runs = '<r><t xml:space="preserve">Balai </t></r><r><t xml:space="preserve">Desa\nRT 2</t></r>'
        parts[name] = re.sub(rb"<t[^>]*>Balai Desa</t>", runs.encode(), parts[name])

    plan = run.plan_import(_save(folder, change), folder)
    assert [edit.value for edit in plan.edits] == [["Balai Desa", "RT 2"]]
    assert table(folder, PLAN)["program"]


def test_the_test_changes_what_it_says() -> None:
    data = io.BytesIO()
    openpyxl.Workbook().save(data)
    parts = _parts(data.getvalue())
    before = dict(parts)
    _strict(parts)
    assert parts != before
