"""What the docstring of a rule says: the rule, why, its source, and examples that are found and that pass."""

from __future__ import annotations

import re
from typing import NamedTuple


class FolderChange(NamedTuple):
    """One change to a content folder. `how` is `=` (the value there), `+` (insert before it; a line of a text file),

    `:=` (the whole file as it stands), `:latin-1=` (the same, saved so), `salin` (a copy of that file) or `hapus` (no
    such file).
    """

    file: str
    pointer: str
    how: str
    value: str


class Example(NamedTuple):
    """A few changes to a content folder that is otherwise right."""

    lines: tuple[str, ...]

    def list_changes(self) -> list[FolderChange]:
        return [_read_change(line) for line in self.lines]


class Documentation(NamedTuple):
    """The parts of a check's docstring: rule, why, source, and the examples that fail and pass.

    What cannot be shown by a change to a content folder, a fault of a template say, is told.
    """

    rule: str
    why: str
    source: str
    fails: tuple[Example, ...]
    passes: tuple[Example, ...]
    told_fails: str
    told_passes: str


_HEAD = re.compile(r"^(Mengapa|Sumber|Gagal|Lolos|Misal gagal|Misal lolos):[ ]*", re.MULTILINE)
_CHANGE = re.compile(r"(\S+\.(?:json|txt|csv))(?: (/\S*))? (=|\+|:=|:latin-1=|hapus|salin)(?: (.*))?", re.DOTALL)


def read_documentation(doc: str) -> Documentation:
    """The parts of a docstring: a paragraph, then `Mengapa:`, `Sumber:`, and any number of `Gagal:` and `Lolos:`

    (or `Misal gagal:` and `Misal lolos:`, in words).
    """
    pieces = _HEAD.split(doc)
    parts: dict[str, list[str]] = {"Mengapa": [], "Sumber": [], "Gagal": [], "Lolos": []}
    parts |= {"Misal gagal": [], "Misal lolos": []}
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        parts[name].append(text)
    return Documentation(
        _join_lines(pieces[0]),
        _join_lines(" ".join(parts["Mengapa"])),
        _join_lines(" ".join(parts["Sumber"])),
        tuple(_read_example(text) for text in parts["Gagal"]),
        tuple(_read_example(text) for text in parts["Lolos"]),
        _join_lines(" ".join(parts["Misal gagal"])),
        _join_lines(" ".join(parts["Misal lolos"])),
    )


def _join_lines(text: str) -> str:
    return " ".join(text.split())


def _read_example(text: str) -> Example:
    """Changes start on a line of their own; a line that starts none goes on with the one before."""
    lines: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if _CHANGE.match(line):
            lines.append(line)
        else:
            lines[-1] += f" {line}"
    return Example(tuple(lines))


def _read_change(line: str) -> FolderChange:
    match = _CHANGE.fullmatch(line)
    if match is None:
        raise ValueError(line)
    return FolderChange(match[1], match[2] or "", match[3], match[4] or "")
