"""Tables that show another table's values edited in Word: recaps, both sides of T-C.31, tables of a review copy."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from renjadoc import cli
from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper
from tests.absorption.test_absorb import written
from tests.absorption.test_table_forms import NAME, find_rows, type_cell, type_over
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small folder with a recap by sources of funds, and the review of the RKPD in its two-sided form."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", tmp_path / "isi")
    recap = {"jenis": "rekap", "judul": ["Rekap Sumber Dana"], "sumber": "rencana-program", "menurut": "sumber_dana"}
    _write(tmp_path / "isi" / "tabel" / "rekap.json", recap)
    review = {"jenis": "review-rkpd", "judul": ["Reviu"], "sumber": "rencana-program", "bentuk": "permendagri-86"}
    _write(tmp_path / "isi" / "tabel" / "review-rkpd.json", review)
    path = tmp_path / "isi" / "bab-1.json"
    data = json.loads(path.read_text("utf-8"))
    data["bagian"][0]["isi"].append({"tabel": "rekap"})
    _write(path, data)
    return tmp_path / "isi"


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _absorb(folder: Path, *words: str, old: str, new: str, number: int = -1, again: bool = False) -> AbsorptionPlan:
    """What it proposes that in a row with `words` the cell with `old` says `new`; `again`: both such cells."""
    make_document(DocumentOrder(folder, Path("isi.docx"), page_numbers=False), lambda text: None)
    paper = Paper(Path("isi.docx"))
    row = find_rows(paper, *words)[number]
    type_over(paper, row, old, new)
    if again:
        type_over(paper, row, old, new)
    return plan_absorption(paper.save(), folder)


def test_what_a_recap_says_is_told_with_what_stands(folder: Path) -> None:
    plan = _absorb(folder, "APBD", "425.000.000", old="425.000.000", new="430.000.000", number=0)
    assert plan.edits == []
    [(_, said)] = plan.unabsorbed
    assert "“425.000.000” menjadi “430.000.000”; dihitung" in said
    assert "tetap “425.000.000”" in said


def _edit_sides(folder: Path, *amounts: str) -> AbsorptionPlan:
    """What it proposes that the sides of the row say these amounts, `-` where one is left as it is."""
    number = _find_two_sided(folder)
    make_document(DocumentOrder(folder, Path("isi.docx"), page_numbers=False), lambda text: None)
    paper = Paper(Path("isi.docx"))
    row = find_rows(paper, NAME)[number]
    cells = [cell for cell in row if paper.text(cell) == "225.000.000"]
    for cell, amount in zip(cells, amounts, strict=True):
        if amount != "-":
            type_cell(cell, amount)
    return plan_absorption(paper.save(), folder)


def _review(folder: Path) -> Any:
    return json.loads((folder / "tabel" / "review-rkpd.json").read_text("utf-8"))


def _pagu(folder: Path) -> Any:
    data = json.loads((folder / "tabel" / "rencana-program.json").read_text("utf-8"))
    return data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["pagu"]


_STATED = [{"nama": NAME, "target": "9 dokumen", "catatan": "Diubah"}]


@pytest.mark.parametrize(
    ("amounts", "pagu", "rkpd", "stated"),
    [
        (("200.000.000", "-"), 225_000_000, 200_000_000, None),
        (("200.000.000", "-"), 225_000_000, 200_000_000, []),
        (("-", "200.000.000"), 200_000_000, 225_000_000, None),
        (("-", "200.000.000"), 200_000_000, 225_000_000, _STATED),
        (("190.000.000", "200.000.000"), 200_000_000, 190_000_000, None),
    ],
    ids=["kiri", "kiri, daftar kosong", "kanan", "kanan, sudah berbeda", "keduanya berbeda"],
)
def test_sides_that_become_two_are_a_difference(
    folder: Path, amounts: tuple[str, str], pagu: int, rkpd: int, stated: Any
) -> None:
    if stated is not None:
        _write(folder / "tabel" / "review-rkpd.json", {**_review(folder), "perbedaan": stated})
    plan = _edit_sides(folder, *amounts)
    assert plan.whole
    written(plan)
    assert _pagu(folder) == pagu
    [difference] = _review(folder)["perbedaan"]
    assert (difference["nama"], difference["pagu"]) == (NAME, rkpd)
    assert difference.get("target") == (stated[0]["target"] if stated else None)
    again = plan_absorption(Path("isi.docx"), folder)
    assert (again.edits, again.unabsorbed, again.conflicts) == ([], [], [])


def test_a_name_on_one_side_is_told(folder: Path) -> None:
    plan = _absorb(folder, NAME, old=NAME, new="Nama lain", number=_find_two_sided(folder))
    assert plan.edits == []
    [(_, said)] = plan.unabsorbed
    assert "tercetak di dua sisi" in said


def test_both_sides_alike_are_a_change_of_the_plan(folder: Path) -> None:
    plan = _absorb(folder, NAME, old="225.000.000", new="200.000.000", number=_find_two_sided(folder), again=True)
    [change] = plan.changes
    assert (change.pointer, change.new) == ("/program/0/kegiatan/0/sub_kegiatan/0/pagu", "200.000.000")
    assert plan.unabsorbed == []


def _find_two_sided(folder: Path) -> int:
    """Which of the rows with the name shows its amount twice."""
    make_document(DocumentOrder(folder, Path("lihat.docx"), page_numbers=False), lambda text: None)
    paper = Paper(Path("lihat.docx"))
    rows = find_rows(paper, NAME)
    return next(at for at, row in enumerate(rows) if paper.text(row).count("225.000.000") == 2)


def test_tables_of_a_review_copy_come_back_too(folder: Path) -> None:
    assert cli.main(["telaah", str(folder), "-o", "telaah.docx", "--dengan-tabel"]) == 0
    paper = Paper(Path("telaah.docx"))
    type_over(paper, find_rows(paper, NAME, "230.000.000")[-1], "8 dokumen", "12 dokumen")
    plan = plan_absorption(paper.save(), folder)
    assert [(change.column, change.new) for change in plan.changes] == [
        ("Rencana Tahun 2027 / Target Capaian Kinerja", "12 dokumen")
    ]
    written(plan)
    assert "12 dokumen" in (folder / "tabel" / "rencana-program.json").read_text("utf-8")


def test_blanks_stay_as_they_were_typed_in_a_sentence_and_are_one_in_a_cell(folder: Path) -> None:
    path = folder / "bab-1.json"
    data = json.loads(path.read_text("utf-8"))
    data["bagian"][0]["isi"] = ["Naskah ini memuat hal yang direncanakan pada tahun ini."]
    _write(path, data)
    make_document(DocumentOrder(folder, Path("isi.docx"), page_numbers=False), lambda text: None)
    paper = Paper(Path("isi.docx"))
    paper.replace(paper.p("Naskah ini memuat"), "memuat hal", "memuat  hal")
    type_over(paper, find_rows(paper, NAME, "230.000.000")[-1], "8 dokumen", "8   dokumen")
    plan = plan_absorption(paper.save(), folder)
    assert [change.new for change in plan.changes] == ["Naskah ini memuat  hal yang direncanakan pada tahun ini."]


def test_a_table_of_the_preface_is_known(folder: Path) -> None:
    """It is none that was typed anew, though no chapter places it."""
    rows = {"kolom": [{"judul": "Uraian"}, {"judul": "Nilai"}], "baris": [["Modal awal", "5"], ["Aset tetap", "6"]]}
    _write(folder / "tabel" / "ringkas.json", {"jenis": "bebas", "judul": [], **rows})
    preface = {"judul": "Kata Pengantar", "isi": ["Puji syukur atas selesainya Renja.", {"tabel": "ringkas"}]}
    _write(folder / "kata-pengantar.json", preface)
    plan = _absorb(folder, "Aset tetap", old="6", new="7")
    assert [(edit.file, edit.action, edit.value) for edit in plan.edits] == [("tabel/ringkas.json", "set", 7)]
    assert plan.unabsorbed == []


def test_what_another_table_speaks_of_stays_and_is_told(folder: Path) -> None:
    """The achievements name an indicator of the Renstra's targets: renaming it there alone would lose it."""
    stated = json.loads((folder / "tabel" / "capaian-kinerja.json").read_text("utf-8"))["indikator"]
    name = next(one["indikator_renstra"] for one in stated if "indikator_renstra" in one)
    make_document(DocumentOrder(folder, Path("isi.docx"), page_numbers=False), lambda text: None)
    paper = Paper(Path("isi.docx"))
    type_over(paper, find_rows(paper, name)[-1], name, "Nama lain")
    type_over(paper, find_rows(paper, NAME, "230.000.000")[-1], "8 dokumen", "12 dokumen")
    plan = plan_absorption(paper.save(), folder)
    assert [change.new for change in plan.changes] == ["12 dokumen"]
    [(_, said)] = plan.unabsorbed
    assert "Nama lain" in said
    assert name in said
