"""New rows that come in with all that stands below them, taken one by one: what is above a row comes along."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from renjadoc.content.pointers import join
from renjadoc.edits.edit import Edit

#: The one part of a group that is taken as a whole.
WHOLE = ""


def group_edits(edits: Iterable[Edit]) -> list[list[Edit]]:
    """The edits that belong together, in the order of the report."""
    grouped: dict[str, list[Edit]] = {}
    for number, edit in enumerate(edits):
        grouped.setdefault(edit.group or f"edit {number}", []).append(edit)
    return list(grouped.values())


def list_parts(group: Sequence[Edit]) -> list[str]:
    """What can be taken by itself of edits that belong together: the lowest new rows, or all of it as one."""
    found = [part for edit in group for part in _list_lowest(edit)]
    return found if len(found) > 1 else [WHOLE]


def keep_parts(group: Sequence[Edit], parts: Collection[str]) -> list[Edit]:
    """The edits with some of their parts alone, and what these stand below."""
    return [_keep_rows(edit, parts) if edit.parts and WHOLE not in parts else edit for edit in group]


def _list_lowest(edit: Edit) -> list[str]:
    rows = list(dict.fromkeys(edit.parts))
    return [row for row in rows if not any(other.startswith(f"{row}/") for other in rows)]


def _keep_rows(edit: Edit, lowest: Collection[str]) -> Edit:
    kept = {part for part in edit.parts if any(f"{row}/".startswith(f"{part}/") for row in lowest)}
    told = [(change, part) for change, part in zip(edit.changes, edit.parts, strict=True) if part in kept]
    value = _leave_out(edit.value, WHOLE, set(edit.parts) - kept)
    return replace(edit, value=value, changes=tuple(one for one, _ in told), parts=tuple(part for _, part in told))


def _leave_out(value: Any, pointer: str, gone: Collection[str]) -> Any:
    """A value without the rows at some of the pointers within it."""
    if isinstance(value, dict):
        return {key: _leave_out(one, join(pointer, key), gone) for key, one in value.items()}
    if isinstance(value, list):
        places = ((join(pointer, number), one) for number, one in enumerate(value))
        return [_leave_out(one, place, gone) for place, one in places if place not in gone]
    return value
