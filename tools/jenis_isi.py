"""Writes the shapes of content files as types, content/row_types.py, from the schemas: python tools/jenis_isi.py"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "renjadoc" / "content" / "row_types.py"
#: Files that the code reads by key. Rows of other tables are walked over by their layout, chapters block by block.
KINDS = ("dokumen", "tinjau", "rencana-program")
HEAD = '''"""The shapes of content files as types, written from schema/ by tools/jenis_isi.py; do not edit.

A file that was read has passed its schema. Of a kind with two forms a row has the keys of both, those of one form alone
as keys that may be absent.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict

Cell = int | Decimal | str | list[str] | None
'''
SHORT_CHOICE = 4
SCALARS = {"string": "str", "integer": "int", "number": "int | Decimal", "boolean": "bool", "null": "None"}

Schema = dict[str, Any]


class Writer:
    """Writes the types of one schema, those within before those that hold them."""

    def __init__(self, kind: str) -> None:
        self._kind = "".join(word.title() for word in kind.split("-"))
        self._schema: Schema = json.loads((ROOT / "schema" / f"{kind}.schema.json").read_text("utf-8"))
        self.written: dict[str, str] = {}

    def write(self) -> str:
        self._name_type(self._schema, "")
        return "".join(self.written.values())

    def _name_type(self, schema: Schema, key: str) -> str:
        """The type of a value; an object's is written under the name of its kind and its key."""
        schema = self._resolve(schema)
        if "const" in schema or "enum" in schema:
            return self._write_choice(schema.get("enum", [schema.get("const")]), key)
        if branches := schema.get("oneOf", schema.get("anyOf")):
            return _join_types(self._name_type(branch, key) for branch in branches)
        if "properties" in schema:
            return self._write_object(schema, key)
        if "type" not in schema:
            return "Any"
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return _join_types(self._name_plain(kind, schema, key) for kind in kinds)

    def _write_choice(self, values: list[str], key: str) -> str:
        """One of some words; a long choice is written once, under a name."""
        said = f"Literal[{', '.join(json.dumps(value, ensure_ascii=False) for value in values)}]"
        if len(values) <= SHORT_CHOICE:
            return said
        name = self._kind + key.title()
        self.written[name] = f"\n\n{name} = {said}\n"
        return name

    def _name_plain(self, kind: str, schema: Schema, key: str) -> str:
        if kind == "array":
            return f"list[{self._name_type(schema['items'], key)}]"
        if kind == "object":
            return f"dict[str, {self._name_type(schema['additionalProperties'], key)}]"
        return SCALARS[kind]

    def _resolve(self, schema: Schema) -> Schema:
        if reference := schema.get("$ref"):
            found: Schema = self._schema["$defs"][reference.removeprefix("#/$defs/")]
            return self._resolve(found)
        return _join_forms(schema["then"], schema["else"], self._resolve) if "then" in schema else schema

    def _write_object(self, schema: Schema, key: str) -> str:
        inner = "" if key.title() == self._kind else "".join(word.title() for word in key.replace("-", "_").split("_"))
        name = self._kind + (inner if inner or not key else "Butir")
        required = schema.get("required", [])
        fields = {}
        for field, inner in schema["properties"].items():
            if not field.startswith("$"):
                said = self._name_type(inner, field)
                fields[field] = said if field in required else f"NotRequired[{said}]"
        if all(field.isidentifier() for field in fields):
            body = "".join(f"    {field}: {said}\n" for field, said in fields.items())
            written = f"\n\nclass {name}(TypedDict):\n{body}"
        else:
            body = "".join(f'        "{field}": {said},\n' for field, said in fields.items())
            written = f'\n\n{name} = TypedDict(\n    "{name}",\n    {{\n{body}    }},\n)\n'
        while self.written.get(name, written) != written:
            old, name = name, name + "Lain"
            written = written.replace(old, name, 2)
        self.written[name] = written
        return name


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


def write_module() -> str:
    body = "".join(Writer(kind).write() for kind in KINDS)
    return HEAD + body.replace("int | Decimal | str | list[str] | None", "Cell")


def main(target: Path) -> None:
    target.write_text(write_module(), "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", "--line-length", "120", target], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else TARGET)
