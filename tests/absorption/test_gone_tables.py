"""Tables that were deleted in Word: with their captions they leave the text and nothing else; alone they stay."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.content.folder import read_folder
from renjadoc.edits import changeset, history
from renjadoc.edits.edit import REMOVED
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper, W
from tests.conftest import ROOT

NOW = datetime(2026, 2, 3, 8, 0)
TITLE = "Ringkasan Anggaran"
BLOCK = {"tabel": "anggaran"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose table of amounts has a note and a source below it, in its own chapter and nowhere mentioned."""
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", tmp_path / "isi")
    _change(tmp_path / "isi" / "tabel" / "anggaran.json", lambda data: data.update(keterangan=["Angka sementara."]))
    return tmp_path / "isi"


def _change(path: Path, change: Callable[[Any], object]) -> None:
    data = json.loads(path.read_text("utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


def _make(folder: Path) -> Paper:
    docx = folder.parent / "isi.docx"
    make_document(DocumentOrder(folder, docx, overwrite=True, page_numbers=False), lambda text: None)
    return Paper(docx)


def _delete(paper: Paper, *texts: str) -> None:
    """Delete the table below the caption, and the paragraphs that say `texts`."""
    caption = paper.p(TITLE)
    table = next(element for element in caption.itersiblings() if element.tag == f"{W}tbl")
    table.getparent().remove(table)
    for text in texts:
        paper.remove(paper.p(text))


def _blocks(folder: Path) -> list[Any]:
    read, problems = read_folder(folder)
    assert read is not None, problems
    return [block for chapter in read.bab for block in _walk(chapter.data)]


def _walk(section: Any) -> list[Any]:
    return [*section.get("isi", []), *(block for below in section.get("bagian", []) for block in _walk(below))]


def _absorb(folder: Path, paper: Paper) -> AbsorptionPlan:
    plan = plan_absorption(paper.save(), folder)
    changeset.write_files(plan.root, plan.files, plan.read, NOW)
    return plan


def test_a_table_leaves_the_text_with_its_caption_and_its_file_stays(folder: Path) -> None:
    before = (folder / "tabel" / "anggaran.json").read_bytes()
    paper = _make(folder)
    _delete(paper, TITLE, "Angka sementara.")
    plan = _absorb(folder, paper)
    assert plan.whole
    [change] = plan.changes
    assert (change.kind, change.file) == (REMOVED, "bab-4.json")
    assert change.old == "Tabel 4.2 Ringkasan Anggaran"
    assert BLOCK not in _blocks(folder)
    assert (folder / "tabel" / "anggaran.json").read_bytes() == before
    assert (plan_absorption(paper.path, folder).edits, plan_absorption(paper.path, folder).whole) == ([], True)


def test_taking_back_brings_the_table_back(folder: Path) -> None:
    was = _blocks(folder)
    paper = _make(folder)
    _delete(paper, TITLE, "Angka sementara.")
    _absorb(folder, paper)
    [action] = history.list_actions(folder)
    history.take_back(folder, action.name, NOW)
    assert _blocks(folder) == was


def test_a_table_whose_note_came_back_stays(folder: Path) -> None:
    paper = _make(folder)
    _delete(paper, TITLE)
    plan = _absorb(folder, paper)
    assert (plan.edits, plan.conflicts) == ([], [])
    [(_, said)] = plan.unabsorbed
    assert said.endswith("tabelnya tetap, hapus semuanya di Word bila dimaksud, lalu serap lagi")
    assert BLOCK in _blocks(folder)
    paper.remove(paper.p("Angka sementara."))
    assert _absorb(folder, paper).whole
    assert BLOCK not in _blocks(folder)


def test_a_table_that_the_text_still_mentions_stays(folder: Path) -> None:
    _change(folder / "bab-1.json", lambda data: data["bagian"][0]["isi"].append("Lihat {{ rujuk('anggaran') }}."))
    paper = _make(folder)
    _delete(paper, TITLE, "Angka sementara.")
    plan = _absorb(folder, paper)
    assert [conflict.reason for conflict in plan.conflicts] == [
        "tabel dihapus, sedangkan naskah masih menyebutnya; hapus penyebutannya di Word, lalu serap lagi"
    ]
    assert [conflict.base for conflict in plan.conflicts] == ["Tabel 4.2 Ringkasan Anggaran"]
    assert BLOCK in _blocks(folder)
    paper.remove(paper.p("Lihat Tabel"))
    assert _absorb(folder, paper).whole
    assert BLOCK not in _blocks(folder)


def test_a_table_that_another_table_mentions_stays_with_its_caption_and_note(folder: Path) -> None:
    other = folder / "tabel" / "evaluasi.json"
    _change(other, lambda data: data.update(keterangan=["Lihat {{ rujuk('anggaran') }}."]))
    paper = _make(folder)
    _delete(paper, TITLE, "Angka sementara.")
    plan = _absorb(folder, paper)
    assert (plan.edits, plan.conflicts) == ([], [])
    assert plan.unabsorbed == [("tabel", "Tabel 4.2 dihapus, sedangkan tabel lain menyebutnya; tabelnya tetap")]


def test_a_table_that_changed_meanwhile_stays_and_is_told(folder: Path) -> None:
    paper = _make(folder)
    _delete(paper, TITLE, "Angka sementara.")
    _change(folder / "tabel" / "anggaran.json", lambda data: data["baris"][0].__setitem__(0, "Nama lain"))
    plan = _absorb(folder, paper)
    assert (plan.edits, plan.conflicts) == ([], [])
    [(_, said)] = plan.unabsorbed
    assert said == "Tabel 4.2 dihapus, sedangkan isinya sudah berubah dalam folder; tabelnya tetap"
    assert BLOCK in _blocks(folder)
