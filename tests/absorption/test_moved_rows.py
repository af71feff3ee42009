"""Rows of tables that were moved in Word: proposed as moves of the file, or told where that is not clear."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper, W, make
from tests.absorption.test_absorb import everything, written
from tests.absorption.test_table_forms import find_rows, type_cell
from tests.conftest import ROOT

PLAN = "tabel/rencana-program.json"
_FORMS = ("", "permendagri-86", "permendagri-14")


def _fill_plan(data: Any, form: str) -> None:
    """Two kegiatan of three sub kegiatan each below the first program."""
    if form:
        data["bentuk"] = form
    first, *_ = kegiatan = data["program"][0]["kegiatan"]
    first["sub_kegiatan"].append({**first["sub_kegiatan"][1], "kode": "2.17.01.2.01.0003"})
    kegiatan.append(json.loads(json.dumps(first).replace("2.17.01.2.01", "2.17.01.2.02")))
    kegiatan[1]["nama"] = "Administrasi Keuangan Perangkat Daerah"
    rows = [row for program in data["program"] for kegiatan in program["kegiatan"] for row in kegiatan["sub_kegiatan"]]
    for number, row in enumerate(rows):
        row |= {"nama": f"Pekerjaan Nomor {number}", "output": f"Hasil nomor {number}", "pagu": 1000000 + number}


def _print_folder(place: Path, form: str) -> Path:
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", place / "isi")
    path = place / "isi" / PLAN
    data = json.loads(path.read_text("utf-8"))
    _fill_plan(data, form)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")
    make_document(DocumentOrder(place / "isi", place / "isi.docx", page_numbers=False), lambda text: None)
    return place


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    made: dict[str, Path] = {}

    def find(form: str) -> Path:
        if form not in made:
            made[form] = _print_folder(tmp_path_factory.mktemp(form or "biasa"), form)
        return made[form]

    return find


@pytest.fixture(params=_FORMS)
def form(request: pytest.FixtureRequest, printed: Callable[[str], Path], tmp_path: Path) -> Path:
    shutil.copytree(printed(request.param), tmp_path / "kerja")
    return tmp_path / "kerja"


@pytest.fixture
def plain(printed: Callable[[str], Path], tmp_path: Path) -> Path:
    shutil.copytree(printed(""), tmp_path / "kerja")
    return tmp_path / "kerja"


def _program(place: Path) -> Any:
    return json.loads((place / "isi" / PLAN).read_text("utf-8"))["program"]


def _names(place: Path) -> list[list[list[str]]]:
    return [[[s["nama"] for s in k["sub_kegiatan"]] for k in p["kegiatan"]] for p in _program(place)]


def _rows(paper: Paper, *names: str) -> list[Any]:
    """The rows of the plan's own table, its last, that begin with the one that says the first of these."""
    first = find_rows(paper, names[0])[-1]
    table = list(first.getparent().iter(f"{W}tr"))
    return [row for row in table[table.index(first) :] if any(name in paper.text(row) for name in names)]


def _number(first: int, *others: int) -> list[str]:
    """What the rows of sub kegiatan by their numbers say; that of the output is a row of its own in one form."""
    return [f"{what} {number}" for number in (first, *others) for what in ("Pekerjaan Nomor", "Hasil nomor")]


def _put_behind(rows: list[Any], place: Any) -> None:
    for row in reversed(rows):
        place.addnext(row)


def _absorb(place: Path, paper: Paper) -> AbsorptionPlan:
    return plan_absorption(paper.save(), place / "isi")


def _print_again(place: Path) -> None:
    order = DocumentOrder(place / "isi", place / "isi.docx", overwrite=True, page_numbers=False)
    make_document(order, lambda text: None)


def _assert_settled(place: Path) -> None:
    """Absorbing the same document again changes nothing."""
    after = everything(place / "isi")
    again = plan_absorption(place / "isi.docx", place / "isi")
    assert (again.changes, again.conflicts, again.unabsorbed) == ([], [], [])
    assert everything(place / "isi") == after


MONEY = "Administrasi Keuangan Perangkat Daerah"


def test_a_row_goes_to_another_place_below_its_parent(form: Path) -> None:
    paper = Paper(form / "isi.docx")
    _put_behind(_rows(paper, *_number(1)), _rows(paper, *_number(2))[-1])
    plan = _absorb(form, paper)
    [edit] = plan.edits
    at = "/program/0/kegiatan/0/sub_kegiatan"
    assert (edit.action, edit.source, edit.pointer) == ("move", f"{at}/2", f"{at}/1")
    [change] = plan.changes
    told = "pindah", "Pekerjaan Nomor 2", "urutan ke-3", "urutan ke-2"
    assert (change.kind, change.row, change.old, change.new) == told
    assert (plan.conflicts, plan.unabsorbed) == ([], [])
    before = _program(form)[0]["kegiatan"][0]["sub_kegiatan"]
    written(plan)
    assert _program(form)[0]["kegiatan"][0]["sub_kegiatan"] == [before[0], before[2], before[1]]
    _assert_settled(form)


def test_a_kegiatan_goes_with_all_that_stands_below_it(form: Path) -> None:
    paper = Paper(form / "isi.docx")
    rows = [*_rows(paper, MONEY), *_rows(paper, *_number(3, 4, 5))]
    rows = sorted(set(rows), key=list(rows[0].getparent().iter(f"{W}tr")).index)
    _put_behind(rows, find_rows(paper, "Program Penunjang Urusan")[-1])
    plan = _absorb(form, paper)
    [edit] = plan.edits
    assert edit.action == "move"
    assert (plan.conflicts, plan.unabsorbed) == ([], [])
    first, second = _program(form)[0]["kegiatan"]
    written(plan)
    assert _program(form)[0]["kegiatan"] == [second, first]
    _assert_settled(form)


def _print_indicators(place: Path) -> list[Any]:
    """Two programs of two indicators each: they have no codes of which one begins the other."""
    path = place / "isi" / "tabel" / "indikator-program.json"
    data = json.loads(path.read_text("utf-8"))
    first = data["urusan"][0]["program"][0]
    names = ("Satu-satu", "Dua-dua", "Tiga-tiga", "Empat-empat")
    indicators = [{**first["indikator"][0], "nama": name, "nomor": None} for name in names]
    programs = [
        {**first, "nama": name, "indikator": indicators[at : at + 2]} for name, at in (("Awal", 0), ("Akhir", 2))
    ]
    data["urusan"][0]["program"] = programs
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    _print_again(place)
    return indicators


def test_a_row_goes_below_another_parent(plain: Path) -> None:
    one, two, three, four = _print_indicators(plain)
    paper = Paper(plain / "isi.docx")
    _put_behind(find_rows(paper, "Dua-dua"), find_rows(paper, "Tiga-tiga")[-1])
    plan = _absorb(plain, paper)
    [change] = plan.changes
    assert (change.kind, change.old, change.new) == ("pindah", "Awal", "Akhir")
    assert (plan.conflicts, plan.unabsorbed) == ([], [])
    written(plan)
    after = json.loads((plain / "isi" / "tabel" / "indikator-program.json").read_text("utf-8"))["urusan"][0]["program"]
    assert [program["indikator"] for program in after] == [[one], [three, two, four]]
    _assert_settled(plain)


def test_a_program_moves_with_its_indicators_or_not_at_all(plain: Path) -> None:
    _print_indicators(plain)
    paper = Paper(plain / "isi.docx")
    first, last = (find_rows(paper, name, "Dinkopum")[-1] for name in ("Awal", "Akhir"))
    first.addprevious(last)
    plan = _absorb(plain, paper)
    assert plan.edits == []
    assert "baris di bawahnya tidak ikut dipindah" in plan.unabsorbed[0][1]


def test_a_code_says_where_a_row_belongs(form: Path) -> None:
    paper = Paper(form / "isi.docx")
    _put_behind(_rows(paper, *_number(2)), _rows(paper, *_number(4))[-1])
    plan = _absorb(form, paper)
    assert plan.edits == []
    [(_, said)] = plan.unabsorbed
    assert "kodenya 2.17.01.2.01.0003, sedangkan di sana kodenya 2.17.01.2.02" in said


def test_a_first_row_that_names_its_kegiatan_moves_not_alone(plain: Path) -> None:
    paper = Paper(plain / "isi.docx")
    _put_behind(_rows(paper, "Pekerjaan Nomor 0"), _rows(paper, "Pekerjaan Nomor 1")[-1])
    plan = _absorb(plain, paper)
    assert plan.edits == []
    assert "Pekerjaan Nomor" in plan.unabsorbed[0][1]


@pytest.mark.parametrize("form", ["permendagri-86"], indirect=True)
def test_a_kegiatan_without_what_stands_below_it_stays(form: Path) -> None:
    paper = Paper(form / "isi.docx")
    _put_behind(_rows(paper, MONEY), find_rows(paper, "Program Penunjang Urusan")[-1])
    plan = _absorb(form, paper)
    assert plan.edits == []
    [(_, said)] = plan.unabsorbed
    assert "baris dipindah: 2.17.01.2.02" in said or "baris di bawahnya tidak ikut dipindah" in said


# Numbers that people type anew


def _add_proposals(place: Path, *names: str) -> None:
    path = place / "isi" / "tabel" / "usulan-masyarakat.json"
    data = json.loads(path.read_text("utf-8"))
    data["usulan"] = [{**data["usulan"][0], "usulan": name} for name in names]
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    _print_again(place)


def _list_proposals(place: Path) -> list[str]:
    data = json.loads((place / "isi" / "tabel" / "usulan-masyarakat.json").read_text("utf-8"))
    return [row["usulan"] for row in data["usulan"]]


@pytest.mark.parametrize("is_renumbered", [True, False])
def test_a_number_follows_its_row(plain: Path, is_renumbered: bool) -> None:
    _add_proposals(plain, "Pasar rakyat", "Jalan lingkungan", "Gedung serbaguna")
    paper = Paper(plain / "isi.docx")
    _put_behind(find_rows(paper, "Pasar rakyat")[-1:], find_rows(paper, "Gedung serbaguna")[-1])
    for number, name in enumerate(["Jalan lingkungan", "Gedung serbaguna", "Pasar rakyat"], 1) if is_renumbered else []:
        type_cell(find_rows(paper, name)[-1].findall(f"{W}tc")[0], str(number))
    plan = _absorb(plain, paper)
    assert [edit.action for edit in plan.edits] == ["move"]
    assert plan.unabsorbed == []
    assert len(plan.notes) == (3 if is_renumbered else 0)
    written(plan)
    assert _list_proposals(plain) == ["Jalan lingkungan", "Gedung serbaguna", "Pasar rakyat"]
    _assert_settled(plain)


def test_several_rows_are_moved_one_by_one(plain: Path) -> None:
    _add_proposals(plain, *"ABCDE")
    paper = Paper(plain / "isi.docx")
    rows = {p.getparent().getparent(): paper.text(p) for p in paper.body.iter(f"{W}p") if paper.text(p) in set("ABCDE")}
    rows = {name: row for row, name in rows.items()}
    _put_behind([rows[name] for name in "DBECA"], rows["A"].getprevious())
    plan = _absorb(plain, paper)
    assert plan.unabsorbed == []
    written(plan)
    assert _list_proposals(plain) == list("DBECA")
    _assert_settled(plain)


# What else happened meanwhile


def _reverse_proposals(place: Path) -> None:
    path = place / "isi" / "tabel" / "usulan-masyarakat.json"
    data = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**data, "usulan": data["usulan"][::-1]}, ensure_ascii=False), "utf-8")


def test_what_the_folder_moved_meanwhile_is_no_edit(plain: Path) -> None:
    _add_proposals(plain, "Pasar rakyat", "Jalan lingkungan", "Gedung serbaguna")
    _reverse_proposals(plain)
    paper = Paper(plain / "isi.docx")
    type_cell(find_rows(paper, "Jalan lingkungan")[-1].findall(f"{W}tc")[1], "Jalan tani")
    plan = _absorb(plain, paper)
    assert [(change.kind, change.new) for change in plan.changes] == [("ubah", "Jalan tani")]
    assert plan.unabsorbed == []


def test_a_row_that_was_moved_and_edited_is_moved_and_edited(plain: Path) -> None:
    _add_proposals(plain, "Pasar rakyat", "Jalan lingkungan", "Gedung serbaguna")
    paper = Paper(plain / "isi.docx")
    row = find_rows(paper, "Pasar rakyat")[-1]
    _put_behind([row], find_rows(paper, "Gedung serbaguna")[-1])
    type_cell(row.findall(f"{W}tc")[1], "Pasar rakyat tani")
    plan = _absorb(plain, paper)
    assert sorted(change.kind for change in plan.changes) == ["pindah", "ubah"]
    written(plan)
    assert _list_proposals(plain) == ["Jalan lingkungan", "Gedung serbaguna", "Pasar rakyat tani"]
    _assert_settled(plain)


def test_a_table_that_both_sides_reordered_stays(plain: Path) -> None:
    _add_proposals(plain, "Pasar rakyat", "Jalan lingkungan", "Gedung serbaguna", "Embung desa")
    _reverse_proposals(plain)
    paper = Paper(plain / "isi.docx")
    _put_behind(find_rows(paper, "Pasar rakyat")[-1:], find_rows(paper, "Jalan lingkungan")[-1])
    plan = _absorb(plain, paper)
    assert plan.edits == []
    assert "urutan tabel ini juga diubah dalam folder isi" in plan.unabsorbed[0][1]


def test_a_document_that_does_not_say_its_order_is_told(plain: Path) -> None:
    """Those of older versions say which rows they have, and no more."""
    _add_proposals(plain, "Pasar rakyat", "Jalan lingkungan", "Gedung serbaguna")
    paper = Paper(plain / "isi.docx")
    _put_behind(find_rows(paper, "Pasar rakyat")[-1:], find_rows(paper, "Gedung serbaguna")[-1])
    base = paper.parts["customXml/item1.xml"].decode()
    marks = base.partition('urutan="')[2].partition('"')[0]
    older = " ".join(sorted({mark for mark in marks.split() if mark != "|"}))
    paper.parts["customXml/item1.xml"] = base.replace(f'urutan="{marks}"', f'baris="{older}"').encode()
    plan = _absorb(plain, paper)
    assert plan.edits == []
    [(_, said)] = plan.unabsorbed
    assert "baris dipindah: 1 | Pasar rakyat" in said


def test_a_row_typed_behind_one_that_was_moved_keeps_it_where_it_is(plain: Path) -> None:
    _add_proposals(plain, "Pasar rakyat", "Jalan lingkungan", "Gedung serbaguna")
    paper = Paper(plain / "isi.docx")
    twin = etree.fromstring(etree.tostring(find_rows(paper, "Jalan lingkungan")[-1]))
    type_cell(twin.findall(f"{W}tc")[1], "Jembatan")
    _put_behind([find_rows(paper, "Pasar rakyat")[-1], twin], find_rows(paper, "Gedung serbaguna")[-1])
    plan = _absorb(plain, paper)
    assert [edit.action for edit in plan.edits] == ["insert"]
    assert "sesudahnya ada baris baru" in plan.unabsorbed[0][1]


# A table within a cell


def test_a_table_in_a_cell_is_told_and_its_text_kept(plain: Path) -> None:
    paper = Paper(plain / "isi.docx")
    cell = next(
        c for c in find_rows(paper, "Pekerjaan Nomor 1")[-1].findall(f"{W}tc") if paper.text(c) == "Kota Contoh"
    )
    inner = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
        "<w:tr><w:tc><w:p><w:r><w:t>Utara</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    cell.insert(len(cell) - 1, make(inner))
    plan = _absorb(plain, paper)
    [change] = plan.changes
    assert "Utara" in change.new
    [(_, said)] = plan.unabsorbed
    assert "Pekerjaan Nomor 1" in said
    assert "ada tabel di dalam sel" in said
