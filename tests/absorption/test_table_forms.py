"""Tables of every form edited in Word: cells, rows that come and go, figures that follow, tables typed anew."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.content.folder import open_folder
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.reading import Reading
from tests.absorption.paper import Paper, W
from tests.absorption.test_absorb import everything, written
from tests.conftest import ROOT

Edit = Callable[[Paper], object]


def _print_folder(folder: Path, form: str | None) -> Path:
    """The small folder with its plan in a form, and its document beside it."""
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", folder / "isi")
    if form:
        path = folder / "isi" / "tabel" / "rencana-program.json"
        data = json.loads(path.read_text("utf-8"))
        for program in data["program"]:
            for row in [r for k in program["kegiatan"] for r in k["sub_kegiatan"]]:
                if form == "permendagri-14":
                    row |= {"output": f"Tersedianya {row['nama'].lower()}"}
        path.write_text(json.dumps({**data, "bentuk": form}, ensure_ascii=False), "utf-8")
    make_document(DocumentOrder(folder / "isi", folder / "isi.docx", page_numbers=False), lambda text: None)
    return folder


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    forms = ("", "permendagri-86", "permendagri-14")
    return {form: _print_folder(tmp_path_factory.mktemp(form or "biasa"), form or None) for form in forms}


@pytest.fixture(params=["", "permendagri-86", "permendagri-14"])
def form(request: pytest.FixtureRequest, printed: dict[str, Path], tmp_path: Path) -> Path:
    shutil.copytree(printed[request.param], tmp_path / "kerja")
    return tmp_path / "kerja"


@pytest.fixture
def plain(printed: dict[str, Path], tmp_path: Path) -> Path:
    shutil.copytree(printed[""], tmp_path / "kerja")
    return tmp_path / "kerja"


def _absorb(place: Path, edit: Edit) -> AbsorptionPlan:
    paper = Paper(place / "isi.docx")
    edit(paper)
    return plan_absorption(paper.save(), place / "isi")


def _table(place: Path, name: str) -> Any:
    return json.loads((place / "isi" / "tabel" / f"{name}.json").read_text("utf-8"))


def _plan(place: Path) -> Any:
    return _table(place, "rencana-program")["program"]


def find_rows(paper: Paper, *words: str) -> list[Any]:
    """The rows of tables that say all of these, those of the plan last."""
    rows = (row for table in paper.body.iter(f"{W}tbl") for row in table.iter(f"{W}tr"))
    return [row for row in rows if all(word in paper.text(row) for word in words)]


def type_cell(cell: Any, text: str) -> None:
    """Type over all that a cell says."""
    texts = list(cell.iter(f"{W}t"))
    if not texts:
        texts = [etree.SubElement(etree.SubElement(cell.find(f"{W}p"), f"{W}r"), f"{W}t")]
    texts[0].text = text
    for late in texts[1:]:
        late.text = ""


def type_over(paper: Paper, row: Any, old: str, new: str) -> None:
    cells = [cell for cell in row.findall(f"{W}tc") if old in paper.text(cell)]
    type_cell(cells[0], paper.text(cells[0]).replace(old, new))


NAME, CODE = "Penyusunan Dokumen Perencanaan", "2.17.01.2.01.0001"


def _edit_row(paper: Paper) -> None:
    row = find_rows(paper, NAME, "225.000.000")[-1]
    type_over(paper, find_rows(paper, "Jumlah dokumen", "8 dokumen")[-1], "8 dokumen", "9 dokumen")
    for old, new in (("225.000.000", "226.500.000"), ("Kota Contoh", "Kecamatan Utara"), (NAME, "Penyusunan Renja")):
        type_over(paper, row, old, new)


def test_every_cell_of_a_sub_kegiatan_comes_back(form: Path) -> None:
    """Name, target, amount and place, in each form; of Tabel 4.1 the target stands beside the output."""
    row = _plan(form)[0]["kegiatan"][0]["sub_kegiatan"][0]
    plan = _absorb(form, _edit_row)
    assert {change.new for change in plan.changes} == {
        "Penyusunan Renja",
        "226.500.000",
        "Kecamatan Utara",
        "9 dokumen",
    }
    assert (plan.unabsorbed, plan.conflicts) == ([], [])
    written(plan)
    changed = {"nama": "Penyusunan Renja", "pagu": 226500000, "lokasi": "Kecamatan Utara", "target": "9 dokumen"}
    assert _plan(form)[0]["kegiatan"][0]["sub_kegiatan"][0] == {**row, **changed}


def test_the_same_document_again_changes_nothing(form: Path) -> None:
    written(_absorb(form, _edit_row))
    after = everything(form / "isi")
    again = plan_absorption(form / "isi.docx", form / "isi")
    assert (again.changes, again.conflicts, again.unabsorbed) == ([], [], [])
    assert everything(form / "isi") == after


def test_a_code_comes_back_where_it_has_a_column(printed: dict[str, Path], tmp_path: Path) -> None:
    shutil.copytree(printed["permendagri-86"], tmp_path / "kerja")
    plan = _absorb(
        tmp_path / "kerja", lambda paper: type_over(paper, find_rows(paper, CODE)[-1], CODE, "2.17.01.2.01.0005")
    )
    [change] = plan.changes
    assert (change.pointer, change.new) == ("/program/0/kegiatan/0/sub_kegiatan/0/kode", "2.17.01.2.01.0005")


def test_an_empty_cell_is_filled(plain: Path) -> None:
    """Nothing stands in the column of notes yet."""

    def edit(paper: Paper) -> None:
        row = find_rows(paper, NAME, "230.000.000")[-1]
        empty = [cell for cell in row.findall(f"{W}tc") if not paper.text(cell).strip()]
        type_cell(empty[0], "Menunggu persetujuan")

    plan = _absorb(plain, edit)
    [change] = plan.changes
    assert (change.pointer, change.column) == ("/program/0/kegiatan/0/sub_kegiatan/0/catatan", "Catatan Penting")
    written(plan)
    assert _plan(plain)[0]["kegiatan"][0]["sub_kegiatan"][0]["catatan"] == "Menunggu persetujuan"


def test_the_figure_that_follows_is_told(plain: Path) -> None:
    """The total was typed too: once wrong, once as it follows."""

    def edit(paper: Paper) -> None:
        row = find_rows(paper, NAME, "225.000.000")[-1]
        type_over(paper, row, "225.000.000", "300.000.000")
        total, program = find_rows(paper, "425.000.000")[-1], find_rows(paper, "375.000.000")[-1]
        type_over(paper, total, "425.000.000", "510.000.000")
        type_over(paper, program, "375.000.000", "450.000.000")

    plan = _absorb(plain, edit)
    assert [change.new for change in plan.changes] == ["300.000.000"]
    [(_, said)] = plan.unabsorbed
    assert "“425.000.000” menjadi “510.000.000”; dihitung renjadoc" in said
    assert "menjadi “500.000.000” sesudah perubahan ini" in said
    [note] = [note for note in plan.notes if "450.000.000" in note]
    assert "sama dengan yang dihitung" in note


def test_a_name_that_follows_the_data_is_asked_about(plain: Path) -> None:
    path = plain / "isi" / "tabel" / "rencana-program.json"
    path.write_text(path.read_text("utf-8").replace('"Kota Contoh"', '"{{ perangkat_daerah.singkatan }}"', 1), "utf-8")
    make_document(DocumentOrder(plain / "isi", plain / "isi.docx", overwrite=True, page_numbers=False))
    plan = _absorb(
        plain, lambda paper: type_over(paper, find_rows(paper, NAME, "230.000.000")[-1], "Dinkopum", "Balai Desa")
    )
    [conflict] = plan.conflicts
    assert "{{ perangkat_daerah.singkatan }}" in conflict.reason
    [change] = plan.decide([0]).changes
    assert (change.old, change.new) == ("Dinkopum", "Balai Desa")


# Rows


def _add_row(paper: Paper, *texts: tuple[str, str]) -> Any:
    """A row below the first sub kegiatan that is its copy but for some texts."""
    row = find_rows(paper, NAME, "225.000.000")[-1]
    twin = copy.deepcopy(row)
    row.addnext(twin)
    for old, new in texts:
        type_over(paper, twin, old, new)
    return twin


def test_a_new_sub_kegiatan_stands_where_it_was_typed(form: Path) -> None:
    def edit(paper: Paper) -> None:
        twin = _add_row(paper, ("225.000.000", "75.000.000"), (NAME, "Forum Perangkat Daerah"))
        for cell in twin.findall(f"{W}tc"):
            if "Perencanaan dan Evaluasi" in paper.text(cell) or paper.text(cell).strip() in {"1", "1.1.1"}:
                type_cell(cell, "")
            if paper.text(cell).strip() == CODE:
                type_cell(cell, "2.17.01.2.01.0003")

    plan = _absorb(form, edit)
    assert (plan.unabsorbed, plan.conflicts) == ([], [])
    [edit_made] = plan.edits
    assert (edit_made.action, edit_made.pointer) == ("insert", "/program/0/kegiatan/0/sub_kegiatan/1")
    before = _plan(form)[0]["kegiatan"][0]["sub_kegiatan"]
    written(plan)
    after = _plan(form)[0]["kegiatan"][0]["sub_kegiatan"]
    assert [after[0], *after[2:]] == before
    assert (after[1]["nama"], after[1]["pagu"], after[1]["pagu_maju"]) == (
        "Forum Perangkat Daerah",
        75000000,
        230000000,
    )
    again = plan_absorption(form / "isi.docx", form / "isi")
    assert (again.changes, again.conflicts) == ([], [])


def test_a_new_sub_kegiatan_comes_with_the_row_of_its_output(printed: dict[str, Path], tmp_path: Path) -> None:
    """Tabel 4.1 has two rows for each: the second says indicator and targets."""
    shutil.copytree(printed["permendagri-14"], place := tmp_path / "kerja")

    def edit(paper: Paper) -> None:
        row = find_rows(paper, NAME, "225.000.000")[-1]
        below = row.getnext()
        below.addnext(twin := copy.deepcopy(below))
        below.addnext(first := copy.deepcopy(row))
        type_over(paper, first, NAME, "Forum Perangkat Daerah")
        type_over(paper, first, CODE, "2.17.01.2.01.0003")
        said = next(cell for cell in twin.findall(f"{W}tc") if "Tersedianya" in paper.text(cell))
        type_cell(said, "Tersedianya forum")

    plan = _absorb(place, edit)
    assert (plan.unabsorbed, plan.conflicts, len(plan.edits)) == ([], [], 1)
    written(plan)
    old, new, *_ = _plan(place)[0]["kegiatan"][0]["sub_kegiatan"]
    assert (new["nama"], new["output"]) == ("Forum Perangkat Daerah", "Tersedianya forum")
    assert (new["indikator"], new["target"]) == (old["indikator"], old["target"])
    assert plan_absorption(place / "isi.docx", place / "isi").changes == []


def test_a_new_kegiatan_comes_with_its_sub_kegiatan(plain: Path) -> None:
    """In the first form the name of a kegiatan stands in the row of its first sub kegiatan."""

    def edit(paper: Paper) -> None:
        last = find_rows(paper, "Evaluasi Kinerja", "155.000.000")[-1]
        twin = _add_row(paper, (NAME, "Rapat Koordinasi"), ("Perencanaan dan Evaluasi Kinerja", "Administrasi Umum"))
        last.addnext(twin)

    plan = _absorb(plain, edit)
    assert plan.unabsorbed == []
    written(plan)
    kegiatan = _plan(plain)[0]["kegiatan"]
    assert [one["nama"] for one in kegiatan] == ["Perencanaan dan Evaluasi Kinerja", "Administrasi Umum"]
    assert [one["nama"] for one in kegiatan[1]["sub_kegiatan"]] == ["Rapat Koordinasi"]


@pytest.mark.parametrize(
    ("chosen", "names"),
    [({0}, ["Rapat Koordinasi"]), ({1}, ["Rapat Teknis"]), ({0, 1}, ["Rapat Koordinasi", "Rapat Teknis"])],
)
def test_each_sub_kegiatan_of_a_new_kegiatan_is_taken_by_itself(
    plain: Path, chosen: set[int], names: list[str]
) -> None:
    def edit(paper: Paper) -> None:
        last = find_rows(paper, "Evaluasi Kinerja", "155.000.000")[-1]
        for name, kegiatan in (("Rapat Teknis", ""), ("Rapat Koordinasi", "Administrasi Umum")):
            last.addnext(_add_row(paper, (NAME, name), ("Perencanaan dan Evaluasi Kinerja", kegiatan)))

    plan = _absorb(plain, edit)
    assert len(plan.choices) == 2
    written(plan.take(chosen))
    assert [one["nama"] for one in _plan(plain)[0]["kegiatan"][1]["sub_kegiatan"]] == names
    again = plan_absorption(plain / "isi.docx", plain / "isi")
    left = len(chosen) < 2
    assert (len(again.changes) + len(again.conflicts), again.unabsorbed) == (left, [])


@pytest.mark.parametrize("said", ["Mengetahui,", "Mengetahui Kepala Dinas"])
def test_who_signs_typed_into_a_table_is_no_new_row(plain: Path, said: str) -> None:
    plan = _absorb(plain, lambda paper: _add_row(paper, (NAME, said)))
    assert plan.changes == []
    [(_, told)] = plan.unabsorbed
    assert "tampaknya tanda tangan; ketik di bawah tabel" in told


def test_a_new_row_with_a_cell_that_cannot_be_read_is_told(plain: Path) -> None:
    plan = _absorb(plain, lambda paper: _add_row(paper, (NAME, "Rapat"), ("225.000.000", "dua juta")))
    assert plan.changes == []
    [(_, said)] = plan.unabsorbed
    assert "baris baru" in said
    assert "dua juta" in said
    assert "tambahkan lewat Excel atau halaman kerja" in said


def test_a_row_that_was_deleted_is_proposed_to_go(form: Path) -> None:
    def edit(paper: Paper) -> None:
        for row in find_rows(paper, "Evaluasi Kinerja", "150.000.000")[-1:]:
            following = row.getnext()
            row.getparent().remove(row)
            if "Tersedianya evaluasi kinerja" in paper.text(following):
                following.getparent().remove(following)

    plan = _absorb(form, edit)
    [edit_made] = plan.edits
    assert (edit_made.action, edit_made.pointer) == ("remove", "/program/0/kegiatan/0/sub_kegiatan/1")
    assert plan.unabsorbed == []
    written(plan)
    assert [one["nama"] for one in _plan(form)[0]["kegiatan"][0]["sub_kegiatan"]] == [NAME]


def test_a_program_goes_with_all_its_rows_or_not_at_all(plain: Path) -> None:
    """Only the row of the program was deleted: what stands below it is still there."""

    def edit(paper: Paper) -> None:
        row = find_rows(paper, "Program Pemberdayaan Usaha Mikro", "60.000.000")[-1]
        row.getparent().remove(row)

    plan = _absorb(plain, edit)
    assert plan.edits == []
    [(_, said)] = plan.unabsorbed
    assert "baris di bawahnya masih ada" in said

    def edit_rest(paper: Paper) -> None:
        row = find_rows(paper, "Pelatihan Usaha Mikro", "60.000.000")[-1]
        row.getparent().remove(row)

    [edit_made] = _absorb(plain, edit_rest).edits
    assert (edit_made.action, edit_made.pointer) == ("remove", "/program/1")


def test_rows_of_other_fixed_tables_come_and_go(plain: Path) -> None:
    """The proposals of the people: one comes; the last one that there was may not go alone."""

    def edit(paper: Paper) -> None:
        row = find_rows(paper, "Pelatihan tata boga")[-1]
        twin = copy.deepcopy(row)
        row.addnext(twin)
        type_over(paper, twin, "Pelatihan tata boga", "Pasar tani")
        type_cell(twin.findall(f"{W}tc")[0], "2")

    plan = _absorb(plain, edit)
    assert [(one.action, one.pointer) for one in plan.edits] == [("insert", "/usulan/1")]
    written(plan)
    assert [one["usulan"] for one in _table(plain, "usulan-masyarakat")["usulan"]] == [
        "Pelatihan tata boga",
        "Pasar tani",
    ]


# Tables typed anew

_NEW_TABLE = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    + "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>' for text in row)}</w:tr>"
        for row in (("Kecamatan", "Jumlah UMKM"), ("Utara", "1.250"), ("Selatan", "970"))
    )
    + "</w:tbl>"
)


def _put_table(paper: Paper, below: str, caption: str) -> None:
    from tests.absorption.paper import make

    place = paper.p(below)
    place.addnext(make(_NEW_TABLE))
    if caption:
        place.addnext(make(f"<w:p><w:r><w:t>{caption}</w:t></w:r></w:p>"))


def test_a_copied_row_that_repeats_the_name_of_its_kegiatan_begins_no_other(plain: Path) -> None:
    plan = _absorb(plain, lambda paper: _add_row(paper, ("225.000.000", "75.000.000"), (NAME, "Forum")))
    assert [edit.pointer for edit in plan.edits] == ["/program/0/kegiatan/0/sub_kegiatan/1"]


@pytest.fixture
def below(plain: Path) -> str:
    """The beginning of a paragraph of the narrative."""
    reading = Reading(open_folder(plain / "isi"))
    shown = (one.text for one in reading.passages if one.kind == "paragraf")
    return next(text[:60] for text in shown if len(text) > 80)


def test_a_typed_table_is_a_free_table_at_its_place(plain: Path, below: str) -> None:
    plan = _absorb(plain, lambda paper: _put_table(paper, below, "Tabel 2.9 Sebaran UMKM"))
    assert (plan.unabsorbed, plan.conflicts) == ([], [])
    assert [(change.kind, change.new) for change in plan.changes] == [
        ("tambah", "tabel baru “Sebaran UMKM”: 2 baris, 2 kolom")
    ]
    assert len(plan.choices) == 1
    written(plan)
    data = _table(plain, "tabel-sebaran-umkm")
    assert (data["jenis"], data["judul"]) == ("bebas", ["Sebaran UMKM"])
    assert data["baris"] == [["Utara", "1.250"], ["Selatan", "970"]]
    after = everything(plain / "isi")
    again = plan_absorption(plain / "isi.docx", plain / "isi")
    assert (again.changes, again.conflicts, again.unabsorbed) == ([], [], [])
    assert everything(plain / "isi") == after
    make_document(DocumentOrder(plain / "isi", plain / "lagi.docx", page_numbers=False), lambda text: None)
    assert len(find_rows(Paper(plain / "lagi.docx"), "Selatan", "970")) == 1


def test_a_typed_table_without_caption_has_none(plain: Path, below: str) -> None:
    plan = _absorb(plain, lambda paper: _put_table(paper, below, ""))
    written(plan)
    names = [path.stem for path in (plain / "isi" / "tabel").glob("tabel-*.json")]
    assert [_table(plain, name)["judul"] for name in names] == [[]]
