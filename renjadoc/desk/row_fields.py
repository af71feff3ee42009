"""What a row of a table may state beside its columns: figures of other documents, what only another form prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from renjadoc.desk.fields_edits import say_answers
from renjadoc.desk.grids import Grid
from renjadoc.desk.schema_fields import list_fields_at
from renjadoc.desk.typed_text import keep_answers
from renjadoc.edits.edit import Edit
from renjadoc.questions import Question
from renjadoc.tables.bebas import SPANS


def list_row_questions(grid: Grid, pointer: str) -> list[Question]:
    """What the schema asks of a row and no column of the table as it stands does; of an ad-hoc one nothing."""
    row = grid.find_row(pointer)
    if SPANS in row.node:
        return []
    levels = grid.table.layout.levels
    level = levels[row.depth]
    below = {one.key for one in levels} | {level.named_by}
    entered = {entry.pointer for _, entry in grid.table.layout.entries(level)}
    asked = list_fields_at(grid.table.kind.name, grid.table.data, pointer, below)
    return [question for question in asked if question.pointer not in entered]


def say_row_answers(grid: Grid, pointer: str, answers: Mapping[str, Any]) -> list[Edit]:
    """The edits that make a row say `answers`, by the pointers of its questions."""
    node = grid.find_row(pointer).node
    edits = say_answers(grid.file, node, keep_answers(node, answers, grid.reading))
    return [replace(edit, pointer=f"{pointer}{edit.pointer}") for edit in edits]
