"""Of a plan single changes can be taken: an edit by itself, the edits of a group together."""

from __future__ import annotations

from pathlib import Path

from renjadoc.edits.edit import Edit
from renjadoc.edits.plan import Plan
from renjadoc.edits.stamps import stamp_folder

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
