"""Of a plan single changes can be taken: an edit by itself, the edits of a group together."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.edits.edit import CHANGED, Change, Edit
from renjadoc.edits.jumps import describe_jump
from renjadoc.edits.plan import Conflict, Plan
from renjadoc.edits.stamps import stamp_files, stamp_folder

ALONE, FIRST, OTHER, SECOND = (
    Edit("a.json", "/x", "set", 1),
    Edit("a.json", "/y", "set", 2, group="pindah"),
    Edit("b.json", "/z", "remove"),
    Edit("b.json", "/y", "set", 3, group="pindah"),
)
PLAN = Plan(Path("isi"), {}, [ALONE, FIRST, OTHER, SECOND], notes=["catatan"])


def test_choices_are_edits_and_groups_in_the_order_of_the_report() -> None:
    assert PLAN.choices == [[ALONE], [FIRST, SECOND], [OTHER]]


def test_what_is_chosen_is_taken_and_all_else_stays_told() -> None:
    assert PLAN.take({1}).edits == [FIRST, SECOND]
    assert PLAN.take({0, 2}).edits == [ALONE, OTHER]
    assert PLAN.take(set()).edits == []
    assert PLAN.take({1}).notes == ["catatan"]


def test_what_is_written_of_a_part_is_that_part(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"x": 0, "y": 0}', "utf-8")
    (tmp_path / "b.json").write_text('{"z": 0, "y": 0}', "utf-8")
    plan = Plan(tmp_path, stamp_folder(tmp_path), PLAN.edits)
    assert plan.take({0}).files == {"a.json": '{"x": 1, "y": 0}'}
    assert plan.take({1}).files == {"a.json": '{"x": 0, "y": 2}', "b.json": '{"z": 0, "y": 3}'}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("9.368.500", "30.000.000", "naik 220%"),
        ("30.000.000", "9.368.500", "turun 69%"),
        ("5.000.000", "10.000.000", "naik 100%"),
        ("10.000.000", "5.000.000", "turun 50%"),
        ("5.000.001", "10.000.000", ""),
        ("10.000.000", "5.000.001", ""),
        ("9.368.500", "9.400.000", ""),
        ("50.000", "100.000", "naik 100%"),
        ("49.999", "99.999", ""),
        ("10", "90", ""),
        ("(belum diisi)", "9.000.000", ""),
        ("Arsip", "Gedung", ""),
    ],
)
def test_amounts_that_jump_are_told(old: str, new: str, said: str) -> None:
    assert describe_jump(Change(CHANGED, "tabel/x.json", "/a", old, new)) == said


def test_a_conflict_is_decided_for_the_other_side(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"x": 1, "y": 2}', "utf-8")
    edit = Edit("a.json", "/x", "set", 5)
    conflicts = [Conflict(Change(CHANGED, "a.json", "/x"), edits=(edit,)), Conflict(Change(CHANGED, "a.json", "/y"))]
    plan = Plan(tmp_path, stamp_files(tmp_path, ["a.json"]), conflicts=conflicts)
    assert plan.decide([]).files == {}
    decided = plan.decide([0])
    assert (decided.files, len(decided.conflicts)) == ({"a.json": '{"x": 5, "y": 2}'}, 1)
