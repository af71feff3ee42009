"""The questions a new Renja begins with, made from the schema's own titles and descriptions, and their answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from renjadoc import resources
from renjadoc.content.load import Source
from renjadoc.content.pointers import follow_pointer, join
from renjadoc.content.schema import read_schema
from renjadoc.edits.apply import apply_edits
from renjadoc.edits.edit import Edit
from renjadoc.problem import ProblemsFound

#: What is asked elsewhere (the year, the logo as a picture) or has an answer that a new office never changes.
_NOT_ASKED = {"$schema", "tahun", "kerangka", "templat", "logo", "aturan_dimatikan"}
_LEFT_TO_LATER = {"tanda_tangan"}
_FILE = "dokumen.json"

#: JSON pointer in dokumen.json -> what was answered; null leaves a matter open where the schema allows it.
Answers = Mapping[str, Any]


class Question(NamedTuple):
    """One question: its place in dokumen.json, what it is called, what it means, and how it is answered.

    `kind` is teks, angka, pilihan (one of `choices`) or daftar (several texts); of other files also ya, pecahan, uang,
    nomor (of a regulation), sel (a cell of a table) or entri (several objects, each asked for by `members`). One that
    is not `required` may stay open. `start` is what a new folder says; `shown` are the choices as a reader knows them.
    """

    pointer: str
    group: str
    title: str
    description: str
    kind: str
    required: bool
    choices: tuple[str, ...] = ()
    start: Any = None
    members: tuple[Question, ...] = ()
    shown: tuple[str, ...] = ()


def list_questions() -> list[Question]:
    """All questions in the order of the schema, group after group."""
    schema = read_schema("dokumen")
    start = json.loads((resources.starter_folder() / _FILE).read_text("utf-8"))
    return [
        question
        for key, below in schema["properties"].items()
        if key not in _NOT_ASKED and below.get("type") == "object" and key in schema["required"]
        for question in _ask_group(join("", key), below, start)
    ]


def _ask_group(pointer: str, schema: Mapping[str, Any], start: object) -> Iterator[Question]:
    for key, below in schema["properties"].items():
        if key in _LEFT_TO_LATER:
            continue
        at = join(pointer, key)
        is_open = "null" in below.get("type", "") or key not in schema["required"]
        title, description = below["title"], below.get("description", "")
        value = follow_pointer(start, pointer).get(key)
        choices = tuple(below.get("enum", ()))
        yield Question(at, schema["title"], title, description, _kind_of(below), not is_open, choices, value)


def _kind_of(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return "pilihan"
    return {"integer": "angka", "array": "daftar"}.get(str(schema["type"]), "teks")


def refuse_unknown(source: Source) -> None:
    """Raise ProblemsFound for a file of answers to what is not asked."""
    asked = {question.pointer for question in list_questions()}
    if not isinstance(source.data, dict) or not source.data.keys() <= asked:
        hint = f"Yang ditanyakan: {', '.join(sorted(asked))}."
        raise ProblemsFound([source.problem("RJ010", "", "berkas jawaban memuat yang tidak ditanyakan", hint)])


def write_answers(folder: Path, answers: Answers) -> None:
    """Put answers into the dokumen.json of a folder that is being made."""
    path = folder / _FILE
    edits = [Edit(_FILE, pointer, "set", value) for pointer, value in answers.items()]
    path.write_text(apply_edits(path.read_text("utf-8"), edits), "utf-8", newline="\n")
