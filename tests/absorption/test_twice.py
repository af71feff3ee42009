"""What was absorbed once is not proposed again, whatever became of it in the folder since; the history tells."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.edits import changeset, history
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper, W

NOW = datetime(2026, 2, 3, 8, 0)
LONG = "Paragraf ketiga pendek saja, tanpa sisipan apa pun di dalamnya."
AGAIN = "Sudah pernah diserap, tidak diulang: "


def _absorb(place: Path, chosen: list[int] | None = None) -> AbsorptionPlan:
    plan = plan_absorption(place / "isi.docx", place / "isi")
    taken = plan if chosen is None else plan.take(chosen)
    changeset.write_files(plan.root, taken.files, plan.read, NOW, "serap isi.docx", taken.taken)
    return plan


def _edit(path: Path, change: Callable[[Any], object]) -> None:
    data = json.loads(path.read_text("utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _isi(data: Any) -> list[Any]:
    found: list[Any] = data["bagian"][0]["isi"]
    return found


def _assert_quiet(place: Path, told: str = "") -> None:
    """Nothing to do; what the folder says otherwise since is `told`."""
    before = {path: path.read_bytes() for path in (place / "isi").rglob("*.json") if ".cadangan" not in path.parts}
    plan = plan_absorption(place / "isi.docx", place / "isi")
    assert (plan.changes, plan.conflicts, plan.unabsorbed) == ([], [], [])
    assert (plan.files, plan.whole, len(plan.notes)) == ({}, True, bool(told))
    assert not told or (plan.notes[0].startswith(AGAIN) and told in plan.notes[0])
    assert all(path.read_bytes() == data for path, data in before.items())


def _reword(paper: Paper) -> None:
    paper.replace(paper.p("Paragraf ketiga"), "pendek saja", "cukup ringkas")


def _add(paper: Paper) -> None:
    paper.add(paper.p("Paragraf ketiga"), "Paragraf sisipan dari bagian hukum daerah.")


def _remove(paper: Paper) -> None:
    paper.remove(paper.p("Paragraf ketiga"))


def _join(paper: Paper) -> None:
    paper.join(paper.p("istilah asing"))


def _further(old: str, new: str) -> Callable[[Any], object]:
    def change(data: Any) -> None:
        said = json.dumps(_isi(data), ensure_ascii=False)
        assert old in said
        data["bagian"][0]["isi"] = json.loads(said.replace(old, new))

    return change


FURTHER: dict[str, tuple[Callable[[Paper], None], Callable[[Any], object], str]] = {
    "kata di tempat yang sama": (_reword, _further("cukup ringkas", "amat ringkas"), "cukup ringkas"),
    "dikembalikan dengan tangan": (_reword, _further("cukup ringkas", "pendek saja"), "cukup ringkas"),
    "ditulis ulang": (
        _reword,
        _further("Paragraf ketiga cukup ringkas,", "Kini bunyinya sudah lain,"),
        "cukup ringkas",
    ),
    "dihapus": (_reword, lambda data: _isi(data).pop(2), "cukup ringkas"),
    "sisipan disunting": (_add, _further("sisipan dari bagian hukum", "yang diperbaiki sekretariat"), "sisipan dari"),
    "sisipan dihapus": (_add, lambda data: _isi(data).pop(3), "sisipan dari"),
    "yang dihapus ditulis lagi": (_remove, lambda data: _isi(data).insert(2, LONG), "(dihapus) Paragraf ketiga"),
    "yang digabung disunting": (_join, _further("Paragraf ketiga pendek", "Paragraf ketiga panjang"), "Paragraf kedua"),
}


@pytest.mark.parametrize("name", FURTHER)
def test_what_was_edited_further_is_left_as_it_is(place: Path, name: str) -> None:
    edit, further, told = FURTHER[name]
    paper = Paper(place / "isi.docx")
    edit(paper)
    paper.save()
    assert _absorb(place).changes
    _assert_quiet(place)
    _edit(place / "isi" / "bab-1.json", further)
    _assert_quiet(place, told)


def test_a_half_that_was_edited_further_is_left_as_it_is(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.split(paper.p("Paragraf ketiga"), "tanpa sisipan")
    paper.save()
    assert _absorb(place).changes
    _assert_quiet(place)
    _edit(place / "isi" / "bab-1.json", _further("tanpa sisipan apa pun", "tanpa tambahan apa saja"))
    _assert_quiet(place, "tanpa sisipan apa pun")


def _cell(paper: Paper, text: str) -> Any:
    rows = (row for row in paper.body.iter(f"{W}tr") if "Pemeriksaan Koperasi" in "".join(row.itertext()))
    return next(p for row in rows for p in row.iter(f"{W}p") if paper.text(p) == text)


def test_figures_computed_from_cells_that_came_in_are_no_edits(place: Path) -> None:
    """90 follows from 27 of 30: once 24 came in, the folder says 80 and the document still 90."""
    paper = Paper(place / "isi.docx")
    paper.replace(_cell(paper, "27 koperasi"), "27", "24")
    paper.save()
    assert [change.new for change in _absorb(place).changes] == ["24 koperasi"]
    _assert_quiet(place)
    evaluation = place / "isi" / "tabel" / "evaluasi.json"
    assert "24 koperasi" in evaluation.read_text("utf-8")
    evaluation.write_text(evaluation.read_text("utf-8").replace("24 koperasi", "25 koperasi"), "utf-8")
    _assert_quiet(place, "24 koperasi")


def test_a_row_that_came_in_and_was_edited_further_is_left_as_it_is(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    row = next(row for row in paper.body.iter(f"{W}tr") if "Belanja modal" in "".join(row.itertext()))
    twin = copy.deepcopy(row)
    row.addnext(twin)
    paper.replace(next(p for p in twin.iter(f"{W}p") if paper.text(p) == "Belanja modal"), "modal", "tidak terduga")
    paper.save()
    assert _absorb(place).changes
    _assert_quiet(place)
    amounts = place / "isi" / "tabel" / "anggaran.json"
    amounts.write_text(amounts.read_text("utf-8").replace("tidak terduga", "darurat"), "utf-8")
    _assert_quiet(place)


def test_a_figure_typed_into_a_computed_cell_is_told_each_time(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(_cell(paper, "27 koperasi"), "27", "24")
    paper.replace(_cell(paper, "90"), "90", "95")
    paper.save()
    for _ in range(2):
        [(_, said)] = _absorb(place).unabsorbed
        assert "menjadi “95”" in said


def test_what_was_left_out_is_proposed_and_the_rest_is_not(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    _reword(paper)
    _add(paper)
    paper.save()
    assert len(_absorb(place, [0]).changes) == 2
    [change] = plan_absorption(place / "isi.docx", place / "isi").changes
    assert change.new == "Paragraf sisipan dari bagian hukum daerah."


def test_what_was_taken_back_is_proposed_again(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    _reword(paper)
    paper.save()
    first = _absorb(place)
    history.take_back(place / "isi", history.list_actions(place / "isi")[0].name, NOW)
    again = plan_absorption(place / "isi.docx", place / "isi")
    assert (again.changes, again.notes) == (first.changes, first.notes)
    history.take_back(place / "isi", history.list_actions(place / "isi")[0].name, NOW)
    _assert_quiet(place)


@pytest.mark.parametrize("is_other", [True, False])
def test_the_same_words_in_a_later_document(place: Path, is_other: bool) -> None:
    """They are proposed again; where the office sent the very same text once more, it is told that they were taken."""

    def change(data: Any) -> None:
        del _isi(data)[3]
        _isi(data)[2] += " Selesai." * is_other

    for _ in range(2):
        paper = Paper(place / "isi.docx")
        _add(paper)
        paper.save()
        plan = _absorb(place)
        _edit(place / "isi" / "bab-1.json", change)
        make_document(DocumentOrder(place / "isi", place / "isi.docx", overwrite=True, page_numbers=False))
    assert (len(plan.changes), len(plan.notes)) == (is_other, not is_other)


def test_a_remark_that_was_put_away_does_not_come_again(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    for _ in range(2):
        paper.comment(paper.p("Paragraf ketiga"), "pendek", "Mohon dirinci.")
    paper.save()
    assert len(_absorb(place).remarks) == 2
    _edit(place / "isi" / "telaah.json", lambda data: data["catatan"].pop())
    again = plan_absorption(place / "isi.docx", place / "isi")
    assert (again.remarks, again.files) == ([], {})
