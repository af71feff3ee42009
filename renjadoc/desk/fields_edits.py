"""What was answered in the fields of a file, as edits of it: keys that come, change or go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from renjadoc.content.pointers import join, split, value_at
from renjadoc.desk.writing import Seen
from renjadoc.edits.edit import Edit


def say_answers(file: str, data: object, answers: Mapping[str, Any], behind: str | None = None) -> list[Edit]:
    """The edits that make a file say `answers` (by pointer); None takes a key away.

    An object that is not there yet comes with all that was answered of it, and one of which nothing is left goes.
    New keys stand behind the key `behind` of the file.
    """
    edits: list[Edit] = []
    for top in dict.fromkeys(split(pointer)[0] for pointer in answers):
        mine = {at: value for at, value in answers.items() if split(at)[0] == top}
        held = value_at(data, join("", top))
        if len(mine) == 1 and join("", top) in mine:
            edits += _say_one(file, join("", top), held, mine[join("", top)], behind)
        elif isinstance(held, dict):
            edits += _say_members(file, join("", top), held, mine)
        elif stated := {split(at)[-1]: value for at, value in mine.items() if value is not None}:
            edits.append(Edit(file, join("", top), "set", stated, behind=behind))
    return edits


def merge_answers(held: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """An object that says what was answered by pointer, in that order; what was not asked stays, empty answers go.

    A tick that is off is an answer.
    """
    made: dict[str, Any] = {}
    for pointer, answer in answers.items():
        *above, last = split(pointer)
        if answer in (None, "") or answer == []:
            continue
        place = made
        for key in above:
            place = place.setdefault(key, {})
        place[last] = answer
    asked = {split(pointer)[0] for pointer in answers}
    return {**made, **{key: value for key, value in held.items() if key not in asked}}


def see_answers(file: str, data: object, edits: list[Edit]) -> list[Seen]:
    """What must still stand where the edits write."""
    return [Seen(file, edit.pointer, value_at(data, edit.pointer)) for edit in edits]


def _say_members(file: str, at: str, held: dict[str, Any], mine: Mapping[str, Any]) -> list[Edit]:
    if all(value_at(held, pointer.removeprefix(at)) == value for pointer, value in mine.items()):
        return []
    left = {**held, **{split(pointer)[-1]: value for pointer, value in mine.items()}}
    if all(value is None for value in left.values()):
        return [Edit(file, at, "remove")]
    return [
        edit
        for pointer, value in mine.items()
        for edit in _say_one(file, pointer, value_at(held, pointer.removeprefix(at)), value, None)
    ]


def _say_one(file: str, at: str, held: object, value: object, behind: str | None) -> list[Edit]:
    if value == held:
        return []
    return [Edit(file, at, "remove")] if value is None else [Edit(file, at, "set", value, behind=behind)]
