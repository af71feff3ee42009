"""What one object of a content file may state, asked from its schema: titles, hints, choices, in the schema's order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from renjadoc.content.pointers import join, split
from renjadoc.content.schema import read_schema
from renjadoc.questions import Question

Schema = Mapping[str, Any]

#: How a value of a type is answered, open values apart; objects are asked for member by member.
_KINDS = {
    frozenset({"string"}): "teks", frozenset({"boolean"}): "ya", frozenset({"number"}): "pecahan",
    frozenset({"integer", "string"}): "nomor", frozenset({"number", "string", "array"}): "sel",
}  # fmt: skip
#: Several of them in one file.
LISTS = frozenset({"daftar", "entri"})


def list_fields(name: str, data: object, leave_out: Collection[str] = (), within: str = "") -> list[Question]:
    """The fields of an object in a file of the kind `name`: of the file itself, or of a definition (`within`).

    `data` is what the object says now, for a schema has branches; pointers are those within the object. What is in
    `leave_out` is not asked.
    """
    root = read_schema(name)
    schema = root["$defs"][within] if within else root
    return list(_ask(root, schema, data, "", str(root["title"] if not within else schema["title"]), leave_out))


def list_keys(name: str, data: object) -> tuple[dict[str, Any], list[str]]:
    """The keys that a file of this kind may have, each with its schema, and those that it must have."""
    root = read_schema(name)
    schema = _settle(root, root, data)
    found = {key: _settle(root, below, None) for key, below in schema.get("properties", {}).items()}
    return found, list(schema.get("required", ()))


def list_fields_at(name: str, data: object, pointer: str, leave_out: Collection[str] = ()) -> list[Question]:
    """The fields of the object that stands at a pointer in a file of the kind `name`; pointers are those within it."""
    root = read_schema(name)
    found = _find_at(root, data, pointer)
    if found is None:
        return []
    schema, held = found
    return list(_ask(root, schema, held, "", str(schema.get("title", root["title"])), leave_out))


def find_choices(name: str, data: object, pointer: str) -> list[str]:
    """The values that the schema of a file allows at a pointer, if it names them."""
    found = _find_at(read_schema(name), data, pointer)
    return [str(one) for one in found[0].get("enum", ()) if one is not None] if found else []


def _find_at(root: Schema, data: object, pointer: str) -> tuple[dict[str, Any], Any] | None:
    """What the schema says of a place in a file, and what stands there; None for a place that it does not know."""
    schema: Any = _settle(root, root, data)
    for key in split(pointer):
        held = data.get(key) if isinstance(data, dict) else None
        if isinstance(data, list) and key.isdigit() and int(key) < len(data):
            held = data[int(key)]
        below = schema.get("items") if schema.get("type") == "array" else schema.get("properties", {}).get(key)
        if below is None:
            return None
        data, schema = held, _settle(root, below, held)
    return schema, data


def _ask(
    root: Schema, schema: Schema, data: object, pointer: str, group: str, leave_out: Collection[str]
) -> Iterator[Question]:
    settled = _settle(root, schema, data)
    for key, stated in settled.get("properties", {}).items():
        if key in leave_out:
            continue
        held = data.get(key) if isinstance(data, dict) else None
        below, at = _settle(root, stated, held), join(pointer, key)
        if "properties" in below:
            yield from _ask(root, below, held, at, below["title"] if not pointer else f"{group}: {below['title']}", ())
        elif (kind := _find_kind(root, below)) is not None:
            required = key in settled.get("required", ()) and not pointer
            choices = tuple(str(one) for one in below.get("enum", ()) if one is not None)
            members = tuple(_ask_members(root, below)) if kind == "entri" else ()
            said = below["title"], below.get("description", "")
            yield Question(at, group, *said, kind, required, choices, members=members)


def _ask_members(root: Schema, schema: Schema) -> Iterator[Question]:
    """What is asked of one entry of a list."""
    entry = _settle(root, schema["items"], None)
    return _ask(root, entry, None, "", str(entry.get("title", schema["title"])), ())


def _find_kind(root: Schema, schema: Schema) -> str | None:
    """How a value is answered; None for what has a place of its own."""
    if "enum" in schema:
        return "pilihan"
    stated = schema.get("type")
    if stated == "array":
        entry = _settle(root, schema["items"], None)
        return "entri" if "properties" in entry else "daftar" if entry.get("type") == "string" else None
    if stated == "integer":
        return "angka"
    named = frozenset(stated if isinstance(stated, list) else [str(stated)]) - {"null"}
    # Whole numbers that may be open are amounts.
    return "uang" if named == {"integer"} else _KINDS.get(named)


def _settle(root: Schema, schema: Schema, data: object) -> dict[str, Any]:
    """A schema with what it refers to, and with the branch that `data` takes."""
    settled = dict(schema)
    while "$ref" in settled:
        reference = settled.pop("$ref")
        settled = {**root["$defs"][reference.rpartition("/")[2]], **settled}
    if "if" in settled and "type" not in settled.get("if", {}):
        branch = settled.get("then" if _fits(settled["if"], data) else "else", {})
        own = {key: value for key, value in settled.items() if key not in {"if", "then", "else"}}
        taken = _settle(root, branch, data)
        return {**taken, **own, "properties": {**own.get("properties", {}), **_named(taken, own)}}
    return settled


def _named(taken: Schema, own: Schema) -> Schema:
    """The keys that a branch adds; what it says of a key that stands outside of it too is said there better."""
    stated = own.get("properties", {})
    return {key: value for key, value in taken.get("properties", {}).items() if key not in stated}


def _fits(condition: Schema, data: object) -> bool:
    if not isinstance(data, dict):
        return False
    if not all(key in data for key in condition.get("required", ())):
        return False
    stated = condition.get("properties", {}).items()
    return all("const" not in below or data.get(key) == below["const"] for key, below in stated)
