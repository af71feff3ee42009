"""Every kind and form of table, walked over; a new one that lacks something of what all have fails here.

Each has a schema, prints, goes to Excel and back, is checked, moves to the next year, is compared, is known again in an
old document, begins somewhere, and stands in the docs.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from renjadoc import resources
from renjadoc.adoption.adopt import adopt
from renjadoc.comparison.report import write_lines
from renjadoc.comparison.run import compare
from renjadoc.content import schema
from renjadoc.edits import changeset
from renjadoc.examine import examine_folder
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.reading import Reading
from renjadoc.reshape.tables import plan_form
from renjadoc.tables.drawn import NUMBER
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.kinds import KINDS
from renjadoc.tables.layout import Entry
from renjadoc.tables.rencana_program import WITHOUT_SUB
from renjadoc.word.packages import package
from tests.adoption.paper import TODAY
from tests.conftest import ROOT, read
from tests.reshape.test_tables import INDICATOR, choose, list_said
from tests.sheets.excel.sheet import Workbook, lay_down, put, table
from tests.tables.quarters import QUARTERS
from tests.tables.test_tanpa_sub import whole

#: What has no figures of its own has nothing to fill, to check or to move on.
VIEWS = {"rekap", "review-rkpd"}
#: The table whose columns are the office's own: what it says nobody knows.
OWN = "bebas"
FORMS = [(kind.name, form) for kind in KINDS.values() for form in (None, *kind.forms)]
FIGURES = [(name, form) for name, form in FORMS if name not in {*VIEWS, OWN}]
_RECAP = {"jenis": "rekap", "judul": ["Rekap"], "sumber": "rencana-program", "menurut": "sumber_dana"}
_TEMPLATE = package.unpack_file(resources.templates_folder() / "renja.docx")["word/document.xml"].decode()
_OWN = {"jenis": OWN, "judul": ["Sarana"], "kolom": [{"judul": "Nama"}, {"judul": "Jumlah"}], "baris": [["Meja", 2]]}


def lay_down_form(place: Path, name: str, form: str | None) -> Path:
    """The folder of the tests with this table in this form, every table placed in a chapter."""
    folder = lay_down(place)
    put(folder, "kinerja-urusan", {"jenis": "kinerja-urusan", "judul": ["IKU"], "indikator": [INDICATOR]})
    put(folder, "evaluasi-triwulan", QUARTERS)
    put(folder, "rekap", _RECAP)
    put(folder, OWN, _OWN)
    chapter = json.loads((folder / "bab-2.json").read_text("utf-8"))
    chapter["bagian"][0]["isi"] += [{"tabel": one} for one in ("kinerja-urusan", "evaluasi-triwulan", "rekap", OWN)]
    (folder / "bab-2.json").write_text(json.dumps(chapter), "utf-8")
    if form == WITHOUT_SUB:
        put(folder, name, whole(table(folder, name)))
    elif form is not None:
        plan = plan_form(folder, name, form)
        changeset.write_files(folder, plan.files, plan.read, datetime(2027, 1, 2, 3, 4, 5))
        _fill(folder, name)
    return folder


def _fill(folder: Path, name: str) -> None:
    """What the form opened gets a value."""
    data = table(folder, name)
    shown = Reading(read(folder)).tables[name]
    for row in shown.rows:
        for column, entry in shown.layout.entries(shown.layout.levels[row.depth]):
            if entry.is_in(row.node) and entry.of(row.node) is None and column.id != "kode":
                *above, last = (*row.pointer.split("/")[1:], *map(str, entry.keys))
                holder: Any = data
                for key in above:
                    holder = holder[int(key)] if isinstance(holder, list) else holder[key]
                holder[int(last) if isinstance(holder, list) else last] = 7 if entry.kind.number else "7 unit"
    put(folder, name, data)


def _read(folder: Path, name: str) -> ReadTable:
    reading, outcome = examine_folder(folder)
    assert reading is not None, outcome.problems
    return reading.tables[name]


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name, form = request.param
    return lay_down_form(tmp_path, name, form)


def _walk(forms: list[tuple[str, str | None]]) -> pytest.MarkDecorator:
    ids = ["-".join(filter(None, one)) for one in forms]
    return pytest.mark.parametrize(
        ("name", "form", "folder"), [(*one, one) for one in forms], indirect=["folder"], ids=ids
    )


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_it_has_a_schema_that_names_its_forms(name: str, form: str | None) -> None:
    assert name in schema.table_kinds()
    text = (resources.schemas_folder() / f"{name}.schema.json").read_text("utf-8")
    assert form is None or f'"{form}"' in text


@_walk(FORMS)
def test_it_prints_what_it_says(name: str, form: str | None, folder: Path) -> None:
    shown = _read(folder, name)
    assert shown.data.get("bentuk") == form
    assert shown.printed or shown.drawn


@_walk([one for one in FORMS if one[0] not in {OWN, "rekap"}])
def test_its_columns_are_numbered_below_the_head(name: str, form: str | None, folder: Path) -> None:
    """As the forms of the law have it; a recapitulation and a table of the office's own are no forms of the law."""
    shown = _read(folder, name)
    if shown.drawn is not None:
        assert {cell.align for cell in shown.drawn.head[-1]} == {NUMBER}
        assert shown.drawn.head[-1][0].value == "1"
        return
    pattern = _TEMPLATE[_TEMPLATE.index(f"blok.pola == '{shown.pattern}'") :]
    assert re.search(r'"TabelNomorKolom".*?<w:t[^>]*>1\b', pattern[: pattern.index("blok.baris")], re.DOTALL)


@_walk([(name, form) for name, form in FORMS if KINDS[name].forms and form != WITHOUT_SUB])
def test_over_every_other_form_and_back_nothing_is_lost(name: str, form: str | None, folder: Path) -> None:
    """Each other form in turn, filled where it opens cells; what the table said before, it says after each."""
    before, first = list_said(table(folder, name)), form or "semula"
    others = [one for one in ("semula", *KINDS[name].forms) if one not in {first, WITHOUT_SUB}]
    for other in others:
        choose(folder, name, other)
        _fill(folder, name)
        said = list_said(table(folder, name))
        assert {one for one in before if one[0] != "/bentuk"} <= said
        before |= {one for one in said if one[0] != "/bentuk"}
    choose(folder, name, first)
    assert before <= list_said(table(folder, name))


def _find_text_cell(shown: ReadTable) -> tuple[str, str, Any]:
    """The last row with a cell of text or figures that is filled: the row's pointer, column and cell."""
    for row in reversed(shown.rows):
        for column in shown.layout.columns:
            cell = column.cells.get(row.level)
            if isinstance(cell, Entry) and cell.kind.name == "sel" and cell.of(row.node) not in (None, "", []):
                return row.pointer, column.id, cell
    raise AssertionError(shown.kind.name)


@_walk(FIGURES)
def test_a_cell_comes_back_from_excel(name: str, form: str | None, folder: Path) -> None:
    pointer, column, cell = _find_text_cell(_read(folder, name))
    book = Workbook(folder)
    assert book.plan().files == {}
    page = book.page(name)
    [at] = [row[0].row for row in page.iter_rows(min_row=2) if any(cell.value == pointer for cell in row)]
    page.cell(at, book.column(name, column)).value = new = 77 if cell.kind.number else "77 unit"
    book.take()
    row = next(row for row in _read(folder, name).rows if row.pointer == pointer)
    assert cell.of(row.node) == new


@_walk(FIGURES)
def test_an_open_cell_is_told(name: str, form: str | None, folder: Path) -> None:
    before = _count_findings(folder, name)
    pointer, _, cell = _find_text_cell(_read(folder, name))
    data = table(folder, name)
    holder: Any = data
    for key in (*pointer.split("/")[1:], *map(str, cell.keys[:-1])):
        holder = holder[int(key)] if isinstance(holder, list) else holder[key]
    holder[cell.keys[-1]] = None
    put(folder, name, data)
    assert _count_findings(folder, name) > before


def _count_findings(folder: Path, name: str) -> int:
    return sum(problem.location.file.endswith(f"{name}.json") for problem in examine_folder(folder)[1].problems)


@pytest.mark.parametrize(("name", "form"), FIGURES)
def test_a_years_step_moves_it(name: str, form: str | None, tmp_path: Path) -> None:
    step_year = KINDS[name].step_year
    if name == "target-renstra":
        assert step_year is None  # Its years are those of the Renstra.
        return
    assert step_year is not None
    assert list(step_year(table(lay_down_form(tmp_path, name, form), name)))


@_walk(FIGURES)
def test_a_change_is_compared(name: str, form: str | None, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    shutil.copytree(folder, other)
    pointer, _, cell = _find_text_cell(_read(folder, name))
    data = table(other, name)
    holder: Any = data
    for key in (*pointer.split("/")[1:], *map(str, cell.keys[:-1])):
        holder = holder[int(key)] if isinstance(holder, list) else holder[key]
    holder[cell.keys[-1]] = 77 if cell.kind.number else "77 unit"
    put(other, name, data)
    assert "77" in "\n".join(write_lines(compare(Reading(read(folder)), Reading(read(other)))))


@pytest.mark.lambat
@_walk([one for one in FORMS if one[0] != OWN])
def test_it_is_known_again_in_an_old_document(name: str, form: str | None, folder: Path, tmp_path: Path) -> None:
    made = make_document(DocumentOrder(folder, tmp_path / "lama.docx", page_numbers=False))
    adopted = adopt(made.docx, tmp_path / "2027", TODAY)
    found = {(one.built.kind, one.built.data.get("bentuk")) for one in adopted.tables if one.built}
    assert adopted.missing == []
    assert (name, form) in found


@cache
def _read_docs() -> str:
    return (ROOT / "docs" / "isi.md").read_text("utf-8")


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_the_docs_speak_of_it(name: str, form: str | None) -> None:
    assert f"`{name}`" in _read_docs() or f'"{name}"' in _read_docs()
    assert form is None or f'"{form}"' in _read_docs()


@pytest.mark.parametrize("name", sorted(set(KINDS) - {OWN}))
def test_an_outline_a_starter_or_a_perubahan_begins_with_it(name: str) -> None:
    begun = [path.read_text("utf-8") for path in (ROOT / "content" / "awal" / "tabel").glob("*.json")]
    begun += [path.read_text("utf-8") for path in (ROOT / "renjadoc" / "data" / "kerangka").glob("*.json")]
    begun += [path.read_text("utf-8") for path in (ROOT / "content" / "2027-perubahan" / "tabel").glob("*.json")]
    begun += [path.read_text("utf-8") for path in (ROOT / "content").glob("20*/tabel/*.json")]
    assert any(re.search(rf'"jenis": "{name}"', text) for text in begun)
