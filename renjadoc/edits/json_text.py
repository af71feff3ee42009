"""JSON as people write it: the one style of everything that is written into a folder."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

#: A longer object has a line for each of its members.
_LONGEST = 110


def write_text(value: object) -> str:
    """The text of a whole file."""
    return write_json(value) + "\n"


def write_file(path: Path, value: object) -> None:
    """Write a new file of a folder that is just being made, and the folder that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_text(value).encode("utf-8"))


def write_json(value: object, indent: str = "") -> str:
    """Short things on one line, lists of things below each other; lines after the first begin with `indent`."""
    deeper = indent + "  "
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(deeper + write_json(member, deeper) for member in value) + f"\n{indent}]"
    if isinstance(value, dict):
        if not any(isinstance(member, list | dict) for member in value.values()):
            line = (
                "{" + ", ".join(f"{write_scalar(key)}: {write_scalar(member)}" for key, member in value.items()) + "}"
            )
            if len(indent) + len(line) <= _LONGEST:
                return line
        members = (f"{deeper}{write_scalar(key)}: {write_json(member, deeper)}" for key, member in value.items())
        return "{\n" + ",\n".join(members) + f"\n{indent}}}"
    return write_scalar(value)


def write_scalar(value: object) -> str:
    """A text, a number, true, false, null, or an empty list; decimals with all of their digits.

    Half of a character is written as JSON writes it, so that the file can be written, and read for what it is.
    """
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "backslashreplace").decode("utf-8")
