"""Columns of an ad-hoc table as the page changes them: what they say, one that comes, goes or moves, heads above."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

from renjadoc.content.pointers import follow_pointer, join
from renjadoc.desk.free_rows import reorder_cells
from renjadoc.edits.edit import Edit
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.tables.bebas import find_columns
from renjadoc.tables.kind import ReadTable

_HEADS = "kolom"
#: Which column a head had, while heads are moved.
_NUMBER = "_nomor"


class FreeColumn(NamedTuple):
    """A head of the table: where it stands in the file, how deep, and the column of cells below it, if it is one."""

    pointer: str
    depth: int
    data: dict[str, Any]
    number: int | None


def list_columns(data: dict[str, Any]) -> list[FreeColumn]:
    """All heads from left to right, those above others before them."""
    return list(_walk(data[_HEADS], join("", _HEADS), 0, iter(range(len(find_columns(data[_HEADS]))))))


def _walk(columns: list[Any], at: str, depth: int, numbers: Iterator[int]) -> Iterator[FreeColumn]:
    for place, column in enumerate(columns):
        pointer = join(at, place)
        if _HEADS in column:
            yield FreeColumn(pointer, depth, column, None)
            yield from _walk(column[_HEADS], join(pointer, _HEADS), depth + 1, numbers)
        else:
            yield FreeColumn(pointer, depth, column, next(numbers))


def change_column(file: str, column: FreeColumn, answers: dict[str, Any]) -> list[Edit]:
    """What is stated of a column, as edits; an answer that is empty leaves its key out."""
    edits = []
    for key, value in answers.items():
        held = column.data.get(key)
        if value in (None, "") and key != "judul":
            edits += [Edit(file, join(column.pointer, key), "remove")] if held is not None else []
        elif value != held:
            behind = None if key in column.data else "judul"
            edits.append(Edit(file, join(column.pointer, key), "set", value, behind=behind))
    return edits


def add_column(file: str, table: ReadTable, title: str, behind: FreeColumn | None = None) -> list[Edit]:
    """A column behind another one, or behind the last, its cells open."""
    heads = _number_heads(table)
    holder, index = _find_place(heads, behind) if behind else (heads, len(heads) - 1)
    holder.insert(index + 1, {"judul": title})
    return _write_heads(file, table, heads)


def move_column(file: str, table: ReadTable, column: FreeColumn, step: int) -> list[Edit]:
    """A column changes places with the one before it (-1) or behind it (1); nothing at the ends."""
    heads = _number_heads(table)
    holder, index = _find_place(heads, column)
    if not 0 <= index + step < len(holder):
        return []
    holder.insert(index + step, holder.pop(index))
    return _write_heads(file, table, heads)


def remove_column(file: str, table: ReadTable, column: FreeColumn) -> list[Edit]:
    """A column goes with its cells. Raises ProblemsFound for the last one in its place."""
    heads = _number_heads(table)
    holder, index = _find_place(heads, column)
    if column.number is None or len(holder) == 1:
        raise ProblemsFound([_refuse(file, "kolom ini menaungi kolom lain, atau satu-satunya di tempatnya", "")])
    del holder[index]
    return _write_heads(file, table, heads)


def list_beside(table: ReadTable, column: FreeColumn) -> list[str]:
    """The titles of a column and of those behind it that may get one head above them."""
    holder, index = _find_place(_number_heads(table), column)
    return [str(one["judul"]) for one in holder[index:]]


def group_columns(file: str, table: ReadTable, column: FreeColumn, many: int, title: str) -> list[Edit]:
    """A column and those behind it, `many` of them, get one head above them."""
    heads = _number_heads(table)
    holder, index = _find_place(heads, column)
    holder[index : index + many] = [{"judul": title, _HEADS: holder[index : index + many]}]
    return _write_heads(file, table, heads)


def ungroup_columns(file: str, table: ReadTable, column: FreeColumn) -> list[Edit]:
    """The head above some columns goes; they stay."""
    heads = _number_heads(table)
    holder, index = _find_place(heads, column)
    holder[index : index + 1] = holder[index][_HEADS]
    return _write_heads(file, table, heads)


def _number_heads(table: ReadTable) -> list[Any]:
    """The heads as they are, each column with the number that it has now."""
    numbers = count()

    def number(columns: list[Any]) -> list[Any]:
        return [
            {**one, _HEADS: number(one[_HEADS])} if _HEADS in one else {**one, _NUMBER: next(numbers)}
            for one in columns
        ]

    return number(table.data[_HEADS])


def _find_place(heads: list[Any], column: FreeColumn) -> tuple[list[Any], int]:
    """The list that a head stands in, and where."""
    list_at, _, last = column.pointer.rpartition("/")
    return follow_pointer({_HEADS: heads}, list_at), int(last)


def _write_heads(file: str, table: ReadTable, heads: list[Any]) -> list[Edit]:
    """The edits that give a table these heads, with its cells where their columns went."""
    order = [column.get(_NUMBER) for column in find_columns(heads)]
    stated = [_without_numbers(one) for one in heads]
    return [Edit(file, join("", _HEADS), "set", stated), *reorder_cells(file, table, order)]


def _without_numbers(head: dict[str, Any]) -> dict[str, Any]:
    if _HEADS in head:
        return {**head, _HEADS: [_without_numbers(one) for one in head[_HEADS]]}
    return {key: value for key, value in head.items() if key != _NUMBER}


def _refuse(file: str, message: str, hint: str) -> Problem:
    return Problem("RJ050", Location(file), message, hint)
