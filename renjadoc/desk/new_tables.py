"""A table that the folder does not have yet: what is asked of it, and the file that it begins as."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from renjadoc import resources
from renjadoc.content import schema
from renjadoc.content.folder import Folder
from renjadoc.content.naming import make_stem, number_stem
from renjadoc.content.schema import read_schema
from renjadoc.desk.inspection import name_place
from renjadoc.desk.parts import begin_file
from renjadoc.desk.schema_fields import LISTS, list_fields, list_keys
from renjadoc.edits.changeset import Files
from renjadoc.questions import Question
from renjadoc.reading import Reading

#: What every file says of itself.
_SETTLED = ("$schema", "jenis")
_FREE, _SOURCE, _PLAN = "bebas", "sumber", "rencana-program"
#: Kinds whose views show tables of their own kind; all others show a plan.
_VIEW_THEIR_OWN = {"kinerja-urusan"}


def list_kinds() -> dict[str, str]:
    """The kinds of tables by name, as their schemas call them."""
    return {kind: str(read_schema(kind)["title"]) for kind in schema.table_kinds()}


def list_questions_of(reading: Reading, kind: str) -> list[Question]:
    """What is asked of a table before there is one: what its schema wants beside title and rows."""
    asked = list_fields(kind, {"jenis": kind}, _SETTLED)
    return [name_sources(reading, kind, one) for one in asked if one.required and one.kind not in LISTS]


def name_sources(reading: Reading, kind: str, question: Question) -> Question:
    """A question for the name of a table that is viewed has those tables of the folder as choices that may be."""
    if question.pointer != f"/{_SOURCE}":
        return question
    wanted = kind if kind in _VIEW_THEIR_OWN else _PLAN
    tables = [table for table in reading.tables.of_kind(wanted) if _SOURCE not in table.data]
    names = tuple(table.source.path.stem for table in tables)
    shown = tuple(name_place(reading, f"tabel/{name}.json") for name in names)
    return question._replace(kind="pilihan", choices=names, shown=shown)


def begin_table(folder: Folder, kind: str, title: str, columns: list[str], answers: Mapping[str, Any]) -> Files:
    """The file of a new table; `columns` are the heads of an ad-hoc one. Its name is that of its kind, or of its title.

    The form is that of the folder's outline, where it says one.
    """
    data: dict[str, Any] = {"jenis": kind}
    if form := folder.kerangka.get("bentuk", {}).get(kind):
        data["bentuk"] = form
    data["judul"] = [title] if title else _find_titles(kind)
    data |= {pointer.removeprefix("/"): value for pointer, value in answers.items() if value not in (None, "")}
    keys, required = list_keys(kind, data)
    data |= {key: [] for key in required if key not in data and keys[key].get("type") == "array"}
    if kind == _FREE:
        data["kolom"] = [{"judul": head} for head in columns]
    name = _find_free_name(folder, kind, title)
    return begin_file(folder, kind, f"tabel/{name}.json", data)


def _find_titles(kind: str) -> list[str]:
    """The title that tables of this kind begin with in a fresh folder."""
    for path in sorted((resources.starter_folder() / "tabel").glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        if data["jenis"] == kind:
            return list(data["judul"])
    return [list_kinds()[kind]]


def _find_free_name(folder: Folder, kind: str, title: str) -> str:
    stem = (make_stem(title, 40) if kind == _FREE else "") or kind
    return number_stem(stem, lambda name: (folder.root / "tabel" / f"{name}.json").exists())
