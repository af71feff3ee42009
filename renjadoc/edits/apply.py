"""Edits made to the text of a JSON file; everything they do not touch stays byte for byte."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path

from renjadoc import journal
from renjadoc.content.pointers import find_parent, follow_pointer, join, split
from renjadoc.content.positions import Child, Positions
from renjadoc.edits.edit import Edit
from renjadoc.edits.json_text import write_json, write_scalar, write_text
from renjadoc.edits.stamps import Stamps, changed_problem
from renjadoc.problem import ProblemsFound

_BOM = "\ufeff"
#: One character of a JSON text as it is written.
_CHARACTER = re.compile(r"\\u[dD][89abAB]..\\u....|\\u....|\\.|.", re.DOTALL)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """`text` with every edit made; its mark of order and its ends of lines stay. All edits are of this file.

    Raises ValueError for an edit that speaks of what is not there.
    """
    bare = text.removeprefix(_BOM)
    made = _Rewriting(bare, edits)
    start, end = made.find_span("")
    return text[: len(text) - len(bare)] + bare[:start] + made.write_value("") + bare[end:]


class _Rewriting:
    """The text of one file as the edits make it, value by value from the root down."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._text, self._data, self._positions = text, json.loads(text), Positions(text)
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        #: Edits by the place of the value or the member they are about; new keys by their object.
        self._set: dict[str, list[Edit]] = defaultdict(list)
        self._inserted: dict[str, list[Edit]] = defaultdict(list)
        self._added: dict[str, list[Edit]] = defaultdict(list)
        self._gone: set[str] = set()
        #: The containers that hold an edit somewhere below.
        self._touched: set[str] = set()
        for edit in edits:
            try:
                self._sort_in(edit)
            except (LookupError, ValueError, TypeError, AttributeError) as error:
                message = f"{edit.file}: {edit.action} finds nothing at {edit.pointer!r}"
                raise ValueError(message) from error

    def _sort_in(self, edit: Edit) -> None:
        container, key = find_parent(self._data, edit.pointer) if edit.pointer else ([self._data], 0)
        is_list = isinstance(container, list)
        exists = key in (range(len(container)) if isinstance(container, list) else container.keys())
        if edit.action in {"insert", "move"} and is_list and (exists or key == len(container)):
            self._inserted[edit.pointer].append(edit)
        elif edit.action == "remove" and exists:
            self._gone.add(edit.pointer)
        elif edit.action in {"set", "copy"} and exists:
            self._set[edit.pointer].append(edit)
        elif edit.action == "set" and isinstance(container, dict) and not edit.span:
            self._added[edit.pointer.rpartition("/")[0]].append(edit)
        else:
            raise LookupError
        if edit.action in {"move", "copy"}:
            follow_pointer(self._data, edit.source)
        if edit.action == "move":
            if edit.pointer.startswith(f"{edit.source}/"):
                raise LookupError
            self._gone.add(edit.source)
        for pointer in (edit.pointer, edit.source):
            self._touched.update(accumulate(split(pointer)[:-1], join, initial=""))

    def find_span(self, pointer: str) -> tuple[int, int]:
        """Where the value at `pointer` starts and ends in the text."""
        start = self._positions.find_offset(pointer)
        return start, start + self._positions.value_length(start)

    def write_value(self, pointer: str) -> str:
        """The value that stands at `pointer`, with its edits."""
        if pointer in self._set:
            return self._write_set(pointer)
        if pointer not in self._touched:
            return self._read_raw(pointer)
        return self._write_container(pointer)

    def _write_set(self, pointer: str) -> str:
        *_, last = edits = self._set[pointer]
        if last.action == "copy":
            return self._reindent(self._read_raw(last.source), last.source, self._find_indent(pointer))
        if last.span is None:
            return self._format_new(last.value, self._find_indent(pointer))
        raw = self._read_raw(pointer)
        places = [match.start() for match in _CHARACTER.finditer(raw, 1)]
        spans = ((*edit.span, edit.value) for edit in edits if edit.span)
        for start, end, value in sorted(spans, reverse=True):
            raw = raw[: places[start]] + write_scalar(value)[1:-1] + raw[places[end] :]
        return raw

    def _write_container(self, pointer: str) -> str:
        start, end = self.find_span(pointer)
        children = self._positions.read_children(start)
        if not children:
            return self._fill_empty(pointer)
        ends = [child.value_offset + self._positions.value_length(child.value_offset) for child in children]
        lead, tail = self._text[start + 1 : children[0].key_offset], self._text[ends[-1] : end]
        between = "," + (lead if "\n" in lead else " ")
        if len(children) > 1:
            between = self._text[ends[0] : children[1].key_offset]
        before = [self._text[stop : child.key_offset] for stop, child in zip(ends, children[1:], strict=False)]
        indent = lead.rpartition("\n")[2] if "\n" in lead else self._find_indent(pointer)
        members = list(self._write_members(pointer, children, ["", *before], indent))
        if not members:
            return self._text[start] + self._text[end - 1]
        others = "".join((separator or between) + member for separator, member in members[1:])
        return self._text[start] + lead + members[0][1] + others + tail

    def _fill_empty(self, pointer: str) -> str:
        """An object or list that has no member yet."""
        indent = self._find_indent(pointer)
        if pointer in self._added:
            return self._format_new({split(edit.pointer)[-1]: edit.value for edit in self._added[pointer]}, indent)
        lead = f"{self._line_end}{indent}  "
        members = [member for _, member in self._write_inserted(join(pointer, 0), f"{indent}  ")]
        return "[" + lead + f",{lead}".join(members) + f"{self._line_end}{indent}]"

    def _write_members(
        self, pointer: str, children: list[Child], separators: list[str], indent: str
    ) -> Iterator[tuple[str, str]]:
        """Every member with what separated it from the one before, if it stood there already."""
        new_keys = self._write_new_keys(pointer, indent)
        yield from new_keys.pop("", [])
        for child, separator in zip(children, separators, strict=True):
            at = join(pointer, child.key)
            yield from self._write_inserted(at, indent)
            if at not in self._gone:
                yield separator, self._text[child.key_offset : child.value_offset] + self.write_value(at)
            yield from new_keys.pop(child.key, [])
        for members in new_keys.values():
            yield from members
        yield from self._write_inserted(join(pointer, len(children)), indent)

    def _write_inserted(self, pointer: str, indent: str) -> Iterator[tuple[str, str]]:
        for edit in self._inserted.get(pointer, []):
            if edit.action == "move":
                yield "", self._reindent(self.write_value(edit.source), edit.source, indent)
            else:
                yield "", self._format_new(edit.value, indent)

    def _write_new_keys(self, pointer: str, indent: str) -> dict[str | None, list[tuple[str, str]]]:
        """The keys added to an object, by the key they stand behind."""
        keys: dict[str | None, list[tuple[str, str]]] = defaultdict(list)
        for edit in self._added.get(pointer, []):
            member = f"{write_scalar(split(edit.pointer)[-1])}: {self._format_new(edit.value, indent)}"
            keys[edit.behind].append(("", member))
        return keys

    def _format_new(self, value: object, indent: str) -> str:
        return write_json(value, indent).replace("\n", self._line_end)

    def _reindent(self, text: str, pointer: str, indent: str) -> str:
        """What stood at `pointer`, its lines indented as those of another place."""
        return text.replace("\n" + self._find_indent(pointer), "\n" + indent)

    def _find_indent(self, pointer: str) -> str:
        """The blanks with which the line of a value begins."""
        start, _ = self.find_span(pointer)
        line = self._text[self._text.rfind("\n", 0, start) + 1 : start]
        return line[: len(line) - len(line.lstrip())]

    def _read_raw(self, pointer: str) -> str:
        start, end = self.find_span(pointer)
        return self._text[start:end]


def group_by_file(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    """Edits by the files that they change, each file's in their order."""
    by_file: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_file[edit.file].append(edit)
    return by_file


def write_texts(root: Path, edits: Iterable[Edit], read: Stamps | None = None) -> dict[str, str]:
    """The new text of every file of the folder `root` that has edits, by its path in the folder; nothing is written.

    With `read`, the edits are about what the files held then. Raises ProblemsFound if one was written since, ValueError
    as `apply_edits` does.
    """
    return {file: _write_text(root, file, batch, read) for file, batch in group_by_file(edits).items()}


def read_text(root: Path, file: str, read: Stamps | None) -> str:
    """What a file that is there holds. Raises ProblemsFound if it was written since `read`."""
    raw = journal.read_within(root, file)
    if read is not None and read.get(file, "") != journal.digest(raw):
        raise ProblemsFound([changed_problem(root / file)])
    return raw.decode("utf-8")


def _write_text(root: Path, file: str, edits: list[Edit], read: Stamps | None) -> str:
    if (root / file).exists():
        return apply_edits(read_text(root, file, read), edits)
    if read is not None and read.get(file):
        raise ProblemsFound([changed_problem(root / file)])
    return write_text(edits[-1].value)
