"""Writes the shapes of content files as types, renjadoc/content/*_types.py, from schema/: python tools/jenis_isi.py"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "renjadoc" / "content"
#: Files that the code reads by key. Rows of other tables are walked over by their layout. Blocks of chapters stand in
#: front parts and appendices too.
MODULES = {
    "file_types": ("dokumen", "tinjau", "telaah", "kerangka", "bab"),
    "row_types": ("rencana-program", "evaluasi"),
}
HEAD = '''"""The shapes of content files as types, written from schema/ by tools/jenis_isi.py; do not edit.

A file that was read has passed its schema. Of a kind with two forms a row has the keys of both, those of one form alone
as keys that may be absent.
"""

from __future__ import annotations

'''
CELL = "int | Decimal | str | list[str] | None"
#: Longer choices, and unions of more, are written once, under a name.
LONGEST_CHOICE = 5
SCALARS = {"string": "str", "integer": "int", "number": "int | Decimal", "boolean": "bool", "null": "None"}

Schema = dict[str, Any]


class Writer:
    """Writes the types of one schema, those within before those that hold them."""

    def __init__(self, kind: str) -> None:
        self._kind = "".join(word.title() for word in kind.split("-"))
        self._schema: Schema = json.loads((ROOT / "schema" / f"{kind}.schema.json").read_text("utf-8"))
        self.written: dict[str, str] = {}
        self._begun: set[str] = set()

    def write(self) -> str:
        self._name_type(self._schema, "")
        return "".join(self.written.values())

    def _name_type(self, schema: Schema, key: str) -> str:
        """The type of a value; an object's is written under the name of its kind and its key or definition."""
        defined = schema.get("$ref", "").removeprefix("#/$defs/")
        if defined in self._begun:
            return self._name(defined)  # It holds itself.
        self._begun |= {defined} - {""}
        said = self._name_resolved(self._resolve(schema), defined or key)
        self._begun -= {defined}
        return said

    def _name_resolved(self, schema: Schema, key: str) -> str:
        if "const" in schema or "enum" in schema:
            return self._write_choice(schema.get("enum", [schema.get("const")]), key)
        if branches := schema.get("oneOf", schema.get("anyOf")):
            return self._write_union(_join_types(self._name_type(branch, key) for branch in branches), key)
        if "properties" in schema:
            return self._write_object(schema, key)
        if "type" not in schema:
            return "Any"
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return _join_types(self._name_plain(kind, schema, key) for kind in kinds)

    def _write_choice(self, values: list[str | bool], key: str) -> str:
        """One of some words."""
        said = f"Literal[{', '.join(map(_write_literal, values))}]"
        if len(values) <= LONGEST_CHOICE:
            return said
        return self._write_alias(said, key)

    def _write_union(self, said: str, key: str) -> str:
        return self._write_alias(said, key) if said.count(" | ") >= LONGEST_CHOICE else said

    def _write_alias(self, said: str, key: str) -> str:
        name = self._name(key)
        self.written[name] = f"\n\n{name} = {said}\n"
        return name

    def _name(self, key: str) -> str:
        """`sub_kegiatan` of the plan -> `RencanaProgramSubKegiatan`."""
        inner = "" if key.title() == self._kind else "".join(word.title() for word in key.replace("-", "_").split("_"))
        return self._kind + (inner if inner or not key else "Butir")

    def _name_plain(self, kind: str, schema: Schema, key: str) -> str:
        if kind == "array":
            return f"list[{self._name_type(schema['items'], key)}]"
        if kind == "object":
            values = schema.get("additionalProperties")
            return f"dict[str, {self._name_type(values, key) if values else 'Any'}]"
        return SCALARS[kind]

    def _resolve(self, schema: Schema) -> Schema:
        if reference := schema.get("$ref"):
            found: Schema = self._schema["$defs"][reference.removeprefix("#/$defs/")]
            return self._resolve(found)
        return _join_forms(schema["then"], schema["else"], self._resolve) if "then" in schema else schema

    def _write_object(self, schema: Schema, key: str) -> str:
        name = self._name(key)
        required = schema.get("required", [])
        fields = {}
        for field, inner in schema["properties"].items():
            if not field.startswith("$"):
                said = self._name_type(inner, field)
                fields[field] = said if field in required else f"NotRequired[{said}]"
        if all(field.isidentifier() for field in fields):
            body = "".join(f"    {field}: {said}\n" for field, said in fields.items())
            written = f"\n\n@final\nclass {name}(TypedDict):\n{body}"
        else:
            body = "".join(f'        "{field}": {said},\n' for field, said in fields.items())
            written = f'\n\n{name} = TypedDict(\n    "{name}",\n    {{\n{body}    }},\n)\n'
        while self.written.get(name, written) != written:
            old, name = name, name + "Lain"
            written = written.replace(old, name, 2)
        self.written[name] = written
        return name


def _write_literal(value: str | bool) -> str:
    return str(value) if isinstance(value, bool) else json.dumps(value, ensure_ascii=False)


def _join_types(names: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(part for name in names for part in name.split(" | ")))


def _join_forms(first: Schema, second: Schema, resolve: Any) -> Schema:
    """One object for two forms: all keys, required those that both require; where both have a key, joined too."""
    first, second = resolve(first), resolve(second)
    if "items" in first and "items" in second:
        return first | {"items": _join_forms(first["items"], second["items"], resolve)}
    if "properties" not in first or "properties" not in second:
        return first if first == second else {"oneOf": [first, second]}
    ours, theirs = first["properties"], second["properties"]
    both = {key: _join_forms(ours[key], theirs[key], resolve) for key in ours if key in theirs}
    required = [key for key in first.get("required", []) if key in second.get("required", [])]
    return {"properties": ours | theirs | both, "required": required}


def write_module(kinds: Iterable[str]) -> str:
    body = "".join(Writer(kind).write() for kind in kinds).replace(CELL, "Cell")
    used = [name for name in ("Any", "Literal", "NotRequired", "TypedDict", "final") if name in body]
    numbers = "from decimal import Decimal\n" if "Decimal" in body or "Cell" in body else ""
    cell = f"\nCell = {CELL}\n" if "Cell" in body else ""
    return f"{HEAD}{numbers}from typing import {', '.join(used)}\n{cell}{body}"


def main(folder: Path) -> None:
    for module, kinds in MODULES.items():
        target = folder / f"{module}.py"
        target.write_text(write_module(kinds), "utf-8")
        subprocess.run([sys.executable, "-m", "ruff", "format", "-q", "--line-length", "120", target], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else TARGET)
