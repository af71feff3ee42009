"""Cells of tables that were edited in Word: what is entered comes back as proposals, what is computed is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.edits.edit import REMOVED
from tests.absorption.paper import Paper, W
from tests.absorption.test_absorb import everything, written


def _cell(paper: Paper, text: str, number: int = 0) -> Any:
    """A paragraph of a cell by all it says."""
    cells = (p for table in paper.body.iter(f"{W}tbl") for p in table.iter(f"{W}p") if paper.text(p) == text)
    return list(cells)[number]


def _edit(place: Path, *edits: tuple[str, str, int]) -> AbsorptionPlan:
    paper = Paper(place / "isi.docx")
    for old, new, number in edits:
        paper.replace(_cell(paper, old, number), old, new, tracked=True)
    return plan_absorption(paper.save(), place / "isi")


def _table(place: Path, name: str) -> Any:
    return json.loads((place / "isi" / "tabel" / f"{name}.json").read_text("utf-8"))


def test_a_target_and_an_amount_come_back_one_by_one(place: Path) -> None:
    [program, *_] = _table(place, "rencana-program")["program"]
    row = program["kegiatan"][0]["sub_kegiatan"][0]
    shown = f"{row['pagu']:,}".replace(",", ".")
    paper = Paper(place / "isi.docx")
    plan_table = next(
        table for table in reversed(list(paper.body.iter(f"{W}tbl"))) if row["nama"] in "".join(table.itertext())
    )
    cells = {paper.text(p): p for p in plan_table.iter(f"{W}p")}
    in_row = next(tr for tr in plan_table.iter(f"{W}tr") if row["nama"] in paper.text(tr))
    amount = next(p for p in in_row.iter(f"{W}p") if paper.text(p) == shown)
    paper.replace(amount, shown, "123.456.000", tracked=True)
    target = next(p for p in in_row.iter(f"{W}p") if paper.text(p) == str(row["target"]))
    paper.replace(target, str(row["target"]), "17 dokumen")
    assert cells
    plan = plan_absorption(paper.save(), place / "isi")
    at = "/program/0/kegiatan/0/sub_kegiatan/0"
    assert [(c.file, c.pointer, c.new) for c in plan.changes] == [
        ("tabel/rencana-program.json", f"{at}/target", "17 dokumen"),
        ("tabel/rencana-program.json", f"{at}/pagu", "123.456.000"),
    ]
    assert (len(plan.choices), plan.unabsorbed, plan.conflicts) == (2, [], [])
    assert [change.authors for change in plan.changes] == [(), ("Bu Sari",)]
    written(plan)
    after = _table(place, "rencana-program")["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    assert after == {**row, "target": "17 dokumen", "pagu": 123456000}


def test_absorbing_a_table_twice_changes_nothing(place: Path) -> None:
    written(_edit(place, ("Pelatihan tata boga", "Pelatihan tata busana", 0)))
    after = everything(place / "isi")
    again = plan_absorption(place / "isi.docx", place / "isi")
    assert (again.changes, again.conflicts, again.unabsorbed) == ([], [], [])
    assert everything(place / "isi") == after


def test_a_computed_cell_is_told_and_nothing_is_written(place: Path) -> None:
    plan = _edit(place, ("Dinas Koperasi dan Usaha Mikro", "Dinas Lain", 0))
    [(what, said)] = plan.unabsorbed
    assert what == "tabel"
    assert "“Dinas Koperasi dan Usaha Mikro” menjadi “Dinas Lain”; dihitung renjadoc" in said
    assert (plan.files, plan.whole) == ({}, False)


def test_a_cell_of_an_ad_hoc_table_keeps_its_place(place: Path) -> None:
    rows = _table(place, "anggaran")["baris"]
    first = rows[0]["sel"] if isinstance(rows[0], dict) else rows[0]
    old = next(str(cell) for cell in first if isinstance(cell, str) and "{{" not in cell)
    plan = _edit(place, (old, "Nama yang lain", 0))
    [edit] = plan.edits
    assert (edit.file, edit.value, edit.action) == ("tabel/anggaran.json", "Nama yang lain", "set")
    written(plan)
    assert "Nama yang lain" in json.dumps(_table(place, "anggaran"))


def test_a_row_of_an_ad_hoc_table_comes_and_goes(place: Path) -> None:
    before = _table(place, "anggaran")["baris"]
    paper = Paper(place / "isi.docx")
    table = next(
        t for t in paper.body.iter(f"{W}tbl") if any(paper.text(p) == _words(before[0]) for p in t.iter(f"{W}p"))
    )
    rows = [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    twin = etree.fromstring(etree.tostring(rows[0]))
    for number, text in enumerate(twin.iter(f"{W}t")):
        text.text = f"isian {number}"
    rows[0].addnext(twin)
    rows[-1].getparent().remove(rows[-1])
    plan = plan_absorption(paper.save(), place / "isi")
    assert sorted(edit.action for edit in plan.edits) == ["insert", "remove"]
    written(plan)
    after = _table(place, "anggaran")["baris"]
    assert after[0] == before[0]
    assert after[2:] == before[1:-1]
    assert "isian 0" in json.dumps(after[1])


def test_a_row_that_was_copied_stays_as_it_is_and_is_told(place: Path) -> None:
    first = _words(_table(place, "anggaran")["baris"][0])
    paper = Paper(place / "isi.docx")
    row = next(tr for tr in paper.body.iter(f"{W}tr") if any(paper.text(p) == first for p in tr.iter(f"{W}p")))
    row.getparent()[-1].addnext(etree.fromstring(etree.tostring(row)))
    plan = plan_absorption(paper.save(), place / "isi")
    assert (plan.edits, plan.conflicts) == ([], [])
    [(_, told)] = plan.unabsorbed
    assert f"baris disalin tanpa diubah: {first}" in told


def test_a_table_that_was_cut_in_two_keeps_its_rows(place: Path) -> None:
    words = _words(_table(place, "anggaran")["baris"][-1])
    paper = Paper(place / "isi.docx")
    table = next(t for t in paper.body.iter(f"{W}tbl") if any(paper.text(p) == words for p in t.iter(f"{W}p")))
    cut, last = etree.fromstring(etree.tostring(table)), table[-1]
    for row in cut.findall(f"{W}tr")[1:]:
        cut.remove(row)
    cut.append(last)
    table.addnext(cut)
    plan = plan_absorption(paper.save(), place / "isi")
    assert (plan.edits, plan.conflicts) == ([], [])
    [(_, told)] = plan.unabsorbed
    assert "dibagi menjadi 2 tabel" in told


def _words(row: Any) -> str:
    cells = row["sel"] if isinstance(row, dict) else row
    return next(str(cell) for cell in cells if isinstance(cell, str))


def test_what_the_folder_changed_meanwhile_is_no_edit(place: Path) -> None:
    """The document shows the old value; nobody touched it there."""
    path = place / "isi" / "tabel" / "usulan-masyarakat.json"
    path.write_text(path.read_text("utf-8").replace("Pelatihan tata boga", "Pelatihan menjahit"), "utf-8")
    plan = _edit(place, ("Koperasi sehat", "Koperasi yang sehat", 0))
    assert all("menjahit" not in f"{change.old}{change.new}" for change in plan.changes)
    assert "usulan-masyarakat" not in "".join(plan.files)


def test_a_row_that_both_sides_changed_is_a_conflict(place: Path) -> None:
    path = place / "isi" / "tabel" / "usulan-masyarakat.json"
    path.write_text(path.read_text("utf-8").replace("Pelatihan tata boga", "Pelatihan menjahit"), "utf-8")
    plan = _edit(place, ("Pelatihan tata boga", "Pelatihan tata busana", 0))
    [conflict] = plan.conflicts
    assert (conflict.change.old, conflict.change.new) == ("Pelatihan menjahit", "Pelatihan tata busana")
    assert plan.files == {}
    [change] = plan.decide([0]).changes
    assert change.new == "Pelatihan tata busana"


def test_one_value_edited_to_two_is_taken_from_neither(place: Path) -> None:
    name = _table(place, "rencana-program")["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["nama"]
    plan = _edit(place, (name, "Nama pertama", 0), (name, "Nama kedua", 0))
    assert [conflict.change.new for conflict in plan.conflicts] == ["Nama pertama", "Nama kedua"]
    assert plan.files == {}


def test_an_untitled_table_that_is_gone_leaves_the_text(place: Path) -> None:
    from renjadoc.pipeline import DocumentOrder, make_document

    path = place / "isi" / "tabel" / "anggaran.json"
    data = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**data, "judul": []}, ensure_ascii=False), "utf-8")
    make_document(DocumentOrder(place / "isi", place / "isi.docx", overwrite=True, page_numbers=False))
    paper = Paper(place / "isi.docx")
    words = _words(data["baris"][0])
    table = next(t for t in paper.body.iter(f"{W}tbl") if any(paper.text(p) == words for p in t.iter(f"{W}p")))
    table.getparent().remove(table)
    plan = plan_absorption(paper.save(), place / "isi")
    assert plan.whole
    [change] = plan.changes
    assert change.kind == REMOVED
    assert change.old.startswith("tabel tanpa judul (")


@pytest.mark.parametrize("number", ["lima", "1.000.0", "Rp"])
def test_an_amount_that_is_none_is_told(place: Path, number: str) -> None:
    row = _table(place, "rencana-program")["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    shown = f"{row['pagu']:,}".replace(",", ".")
    plan = _edit(place, (shown, number, -1))
    assert len(plan.unabsorbed) == 1
    assert plan.files == {}


def test_a_column_that_was_deleted_is_told_once(place: Path) -> None:
    """The table stays; what was typed into rows that lack cells is told row by row."""
    name = _table(place, "usulan-masyarakat")["usulan"][0]["usulan"]
    paper = Paper(place / "isi.docx")
    table = next(one for one in paper.body.iter(f"{W}tbl") if name in "".join(one.itertext()))
    for row in table.iter(f"{W}tr"):
        row.remove(row.findall(f"{W}tc")[-1])
    last = paper.text(row)
    plan = plan_absorption(paper.save(), place / "isi")
    [(_, said)] = plan.unabsorbed
    assert "baris dengan sel yang dihapus atau digabung: No. | " in said
    assert plan.changes == []
    typed = [text for text in row.iter(f"{W}t") if (text.text or "").strip()][-1]
    typed.text = "lokasi lain"
    assert paper.text(row) != last
    told = [said for _, said in plan_absorption(paper.save(), place / "isi").unabsorbed]
    assert any("sel digabung atau dipisah" in said and "lokasi lain" in said for said in told)
