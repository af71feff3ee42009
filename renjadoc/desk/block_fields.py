"""What may be stated of a table, picture or chart where a chapter places it, asked from the schema of chapters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from renjadoc.desk.fields_edits import merge_answers
from renjadoc.desk.inspection import name_place
from renjadoc.desk.schema_fields import list_fields
from renjadoc.questions import Question
from renjadoc.reading import Reading
from renjadoc.tables.charted import list_chart_choices
from renjadoc.tables.kind import ReadTable

_FILE = "bab"
#: What a block is, by the key that says what it places.
KINDS = ("tabel", "gambar", "grafik")
_CHART = "grafik"


def find_kind(block: object) -> str:
    """Which of them a block is; nothing for another one."""
    return next((kind for kind in KINDS if isinstance(block, dict) and kind in block), "")


def list_block_questions(reading: Reading, kind: str, block: Mapping[str, Any]) -> list[Question]:
    """What is asked of a block beside what it places; a chart has the columns and rows of its table as choices."""
    asked = list_fields(_FILE, dict(block), (kind,), within=kind)
    table = reading.tables[block[_CHART]] if kind == _CHART and block[_CHART] in reading.tables else None
    return [_offer_choices(question, table, reading) for question in asked] if table else asked


def list_chartable(reading: Reading) -> dict[str, str]:
    """The tables that a chart can be made of: name -> what a reader calls it."""
    return {name: name_place(reading, f"tabel/{name}.json") for name in reading.tables}


def say_block(kind: str, held: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """The block that says what was answered."""
    merged = merge_answers({}, answers)
    if kind == "gambar":
        merged.setdefault("alt", "Gambar")
    return {kind: held[kind], **merged}


def _offer_choices(question: Question, table: ReadTable, reading: Reading) -> Question:
    found = list_chart_choices(table, question.pointer.removeprefix("/"), reading.printed)
    return question._replace(choices=tuple(found), shown=tuple(found.values())) if found else question
