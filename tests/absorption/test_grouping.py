"""Edits that belong together are taken together, and are told once, in the order of the report."""

from __future__ import annotations

from renjadoc.absorption.derivation import DraftEdit
from renjadoc.absorption.grouping import group_edits
from renjadoc.edits.edit import CHANGED, Change, Edit

FILE = "bab-1.json"


def changes(count: int, file: str = FILE) -> list[Change]:
    return [Change(CHANGED, file, f"/isi/{number}", "", f"perubahan {number}") for number in range(count)]


def draft(edit: Edit, *numbers: int, units: frozenset[tuple[str, str]] = frozenset()) -> DraftEdit:
    return DraftEdit(edit, frozenset(numbers), units)


def put(pointer: str, value: str = "x", action: str = "set", source: str = "") -> Edit:
    return Edit(FILE, pointer, action, value, source=source)  # type: ignore[arg-type]


def told(edits: list[Edit]) -> list[tuple[str, list[str]]]:
    return [(edit.pointer, [change.new for change in edit.changes]) for edit in edits]


def test_edits_stand_alone_in_the_order_of_their_changes() -> None:
    edits = group_edits([draft(put("/isi/1"), 1), draft(put("/isi/0"), 0)], changes(2), {})
    assert told(edits) == [("/isi/0", ["perubahan 0"]), ("/isi/1", ["perubahan 1"])]
    assert {edit.group for edit in edits} == {""}


def test_edits_of_one_change_or_one_unit_are_a_group_that_is_told_once() -> None:
    unit = frozenset({(FILE, "/isi/9")})
    drafts = [draft(put("/isi/0"), 2), draft(put("/isi/1"), 2), draft(put("/isi/2"), 0, units=unit),
              draft(put("/isi/3"), 1, units=unit)]  # fmt: skip
    edits = group_edits(drafts, changes(3), {})
    assert told(edits) == [
        ("/isi/2", ["perubahan 0", "perubahan 1"]), ("/isi/3", []), ("/isi/0", ["perubahan 2"]), ("/isi/1", []),
    ]  # fmt: skip
    assert [edit.group for edit in edits] == ["0", "0", "2", "2"]


def test_parts_of_a_paragraph_that_is_split_are_taken_together() -> None:
    drafts = [draft(put("/isi/0"), 0), draft(put("/isi/1"), 1), draft(put("/isi/2"), 2)]
    edits = group_edits(drafts, changes(3), {0: {7}, 2: {7, 8}})
    assert [edit.group for edit in edits] == ["0", "0", ""]
    assert [edit.pointer for edit in edits] == ["/isi/0", "/isi/2", "/isi/1"]


def test_what_is_moved_out_goes_with_what_removes_the_place() -> None:
    moved = put("/isi/5", action="move", source="/bagian/0/isi/1")
    edits = group_edits(
        [draft(moved, 1), draft(put("/bagian/0", action="remove"), 0), draft(put("/bagian/1"), 2)], changes(3), {}
    )
    assert [(edit.pointer, edit.group) for edit in edits] == [("/isi/5", "0"), ("/bagian/0", "0"), ("/bagian/1", "")]


def test_what_no_change_tells_goes_with_those_of_its_place() -> None:
    drafts = [draft(put("/isi/3", action="insert"), 0), draft(put("/isi/4", action="remove")),
              draft(put("/bagian/0/isi/0", action="insert"), 1)]  # fmt: skip
    edits = group_edits(drafts, changes(2), {})
    assert [(edit.pointer, edit.group) for edit in edits] == [("/isi/3", "0"), ("/isi/4", "0"), ("/bagian/0/isi/0", "")]


def test_what_no_change_of_its_place_tells_goes_with_those_of_its_file() -> None:
    other = DraftEdit(Edit("bab-2.json", "/isi/0", "set", "x"), frozenset({1}))
    drafts = [draft(put("/isi/3", action="insert"), 0), draft(put("/bagian/0/isi/1", action="remove")), other]
    edits = group_edits(drafts, changes(2), {})
    assert [(edit.file, edit.pointer, edit.group) for edit in edits] == [
        (FILE, "/isi/3", "0"), (FILE, "/bagian/0/isi/1", "0"), ("bab-2.json", "/isi/0", ""),
    ]  # fmt: skip


def test_what_comes_to_one_place_keeps_its_order() -> None:
    drafts = [draft(put("/isi/3", "satu", "insert"), 1), draft(put("/isi/3", "dua", "insert"), 0)]
    edits = group_edits(drafts, changes(2), {})
    assert [(edit.value, edit.group) for edit in edits] == [("satu", "0"), ("dua", "0")]
    straight = group_edits([draft(drafts[0].edit, 0), draft(drafts[1].edit, 1)], changes(2), {})
    assert [edit.group for edit in straight] == ["", ""]


def test_a_change_that_no_edit_makes_is_told_by_what_moved_the_other_way() -> None:
    edits = group_edits([draft(put("/isi/3", action="move", source="/isi/0"))], changes(1), {})
    assert told(edits) == [("/isi/3", ["perubahan 0"])]
