"""Chapters that a person adds in Word or takes away there: files, numbers, and what names them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from renjadoc.absorption.run import plan_absorption
from renjadoc.content.folder import read_folder
from renjadoc.edits import changeset, history
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper, W
from tests.absorption.test_absorb import _NOW, written


def _heading(paper: Paper, title: str) -> Any:
    """The heading of a chapter or section."""
    found = (p for p in paper.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle") is not None)
    return next(p for p in found if paper.text(p) == title and "eading" in p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))


def _chapters(root: Path) -> dict[str, Any]:
    return {path.name: json.loads(path.read_text("utf-8")) for path in sorted(root.glob("bab-*.json"))}


def _type_chapter(paper: Paper, before: Any, like_section: Any, like_text: Any) -> None:
    """BAB, a section below it, two paragraphs: as a person types them before a heading."""
    title = paper.add(before, "Inovasi Daerah", like=before, before=True)
    section = paper.add(title, "Pelayanan Keliling", like=like_section)
    one = paper.add(section, "Kios layanan dibuka di delapan kecamatan.", like=like_text)
    paper.add(one, "Warga tidak perlu datang ke kantor dinas.", like=like_text)
    for new in (title, section, one):
        paper._strip(new)


def test_a_chapter_typed_in_the_middle_is_a_file_of_its_own(place: Path) -> None:
    root = place / "isi"
    before = _chapters(root)
    paper = Paper(place / "isi.docx")
    last = json.loads((root / f"bab-{len(before)}.json").read_text("utf-8"))["judul"]
    section = next(iter(before["bab-1.json"]["bagian"]))["judul"]
    _type_chapter(paper, _heading(paper, last), _heading(paper, section), paper.p("disusun bersama"))
    plan = plan_absorption(paper.save(), root)
    assert (plan.conflicts, plan.unabsorbed, plan.notes) == ([], [], [])
    assert [change.file for change in plan.changes] == [f"bab-{len(before)}.json"] * 4
    written(plan)
    after = _chapters(root)
    count = len(before)
    new = after.pop(f"bab-{count}.json")
    assert new["judul"] == "Inovasi Daerah"
    assert new["bagian"] == [
        {
            "judul": "Pelayanan Keliling",
            "isi": ["Kios layanan dibuka di delapan kecamatan.", "Warga tidak perlu datang ke kantor dinas."],
        }
    ]
    assert after.pop(f"bab-{count + 1}.json") == before.pop(f"bab-{count}.json")
    assert after == before
    _, problems = read_folder(root)
    assert problems == []
    again = plan_absorption(place / "isi.docx", root)
    assert (again.changes, again.files, again.conflicts) == ([], {}, [])


def test_a_chapter_behind_the_last_one_takes_the_next_number(place: Path) -> None:
    root = place / "isi"
    before = _chapters(root)
    paper = Paper(place / "isi.docx")
    last = _heading(paper, before[f"bab-{len(before)}.json"]["judul"])
    behind = [p for p in last.itersiblings(f"{W}p") if paper.text(p)][-1] if last.getnext() is not None else last
    title = paper.add(behind, "BAB VI Lain-lain", like=last)
    paper._strip(title)
    paper._strip(paper.add(title, "Satu kalimat lagi.", like=paper.p("disusun bersama")))
    written(plan_absorption(paper.save(), root))
    after = _chapters(root)
    assert after[f"bab-{len(before) + 1}.json"]["judul"] == "Lain-lain"
    assert after[f"bab-{len(before) + 1}.json"]["isi"] == ["Satu kalimat lagi."]
    assert {**after, f"bab-{len(before) + 1}.json": None} == {**before, f"bab-{len(before) + 1}.json": None}


def test_what_stands_below_a_new_heading_goes_into_the_new_chapter(place: Path) -> None:
    """A section that a person puts below a heading of the first level belongs to that chapter from then on."""
    root = place / "isi"
    before = _chapters(root)
    first = before["bab-1.json"]["bagian"]
    paper = Paper(place / "isi.docx")
    chapter = _heading(paper, before["bab-1.json"]["judul"])
    title = paper.add(_heading(paper, first[-1]["judul"]), "Bab Baru", like=chapter, before=True)
    paper._strip(title)
    plan = plan_absorption(paper.save(), root)
    assert plan.conflicts == []
    written(plan)
    after = _chapters(root)
    assert after["bab-1.json"]["bagian"] == first[:-1]
    assert (after["bab-2.json"]["judul"], after["bab-2.json"]["bagian"]) == ("Bab Baru", first[-1:])
    assert after["bab-3.json"] == before["bab-2.json"]


def test_a_chapter_that_was_added_can_be_taken_away_again(place: Path) -> None:
    root = place / "isi"
    before = _chapters(root)
    count = len(before)
    extra = {
        **{k: v for k, v in before["bab-1.json"].items() if k == "$schema"},
        "judul": "Tambahan",
        "isi": ["Tetap."],
    }
    (root / f"bab-{count + 1}.json").write_text(json.dumps(extra), "utf-8")
    make_document(DocumentOrder(root, place / "isi.docx", overwrite=True, page_numbers=False))
    paper = Paper(place / "isi.docx")
    paper.remove(_heading(paper, "Tambahan"))
    plan = plan_absorption(paper.save(), root)
    assert plan.conflicts == []
    written(plan)
    after = _chapters(root)
    assert len(after) == count
    last = f"bab-{count}.json"
    held = json.dumps(after[last])
    assert "Tetap." in held
    assert {**after, last: None} == {**before, last: None}


def test_the_heading_of_a_chapter_that_the_outline_asks_for_stays(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.remove(_heading(paper, "Penutup"))
    plan = plan_absorption(paper.save(), place / "isi")
    assert [conflict.reason for conflict in plan.conflicts] == ["bab ini diminta kerangka dokumen, jadi judulnya tetap"]
    assert plan.files == {}


def test_remarks_and_open_entries_follow_their_chapter(place: Path) -> None:
    root = place / "isi"
    before = _chapters(root)
    last = f"bab-{len(before)}.json"
    remark = {
        "berkas": last, "letak": "/judul", "paragraf": "x", "kutipan": "x", "penulis": "Sari",
        "tanggal": "2026-02-03", "catatan": "Perbaiki.",
    }  # fmt: skip
    (root / "telaah.json").write_text(json.dumps({"catatan": [remark]}), "utf-8")
    paper = Paper(place / "isi.docx")
    head = _heading(paper, before[last]["judul"])
    paper._strip(paper.add(head, "Baru", like=head, before=True))
    written(plan_absorption(paper.save(), root))
    [kept] = json.loads((root / "telaah.json").read_text("utf-8"))["catatan"]
    assert kept == {**remark, "berkas": f"bab-{len(before) + 1}.json"}


def test_taking_back_brings_the_old_numbers(place: Path) -> None:
    root = place / "isi"
    before = _chapters(root)
    paper = Paper(place / "isi.docx")
    head = _heading(paper, before[f"bab-{len(before)}.json"]["judul"])
    paper._strip(paper.add(head, "Baru", like=head, before=True))
    plan = plan_absorption(paper.save(), root)
    changeset.write_files(root, plan.files, plan.read, _NOW, "serap isi.docx")
    assert len(_chapters(root)) == len(before) + 1
    [action] = history.list_actions(root)
    history.take_back(root, action.name, _NOW)
    assert _chapters(root) == before
