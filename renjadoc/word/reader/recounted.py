"""Captions as Word counts them, where a program counted them on from chapter to chapter: LibreOffice saves them so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from renjadoc.word.names import W

_LABEL = re.compile(r"_Ref[0-9a-f]{12}")
_SEQUENCE, _RESTART = re.compile(r"\s*SEQ\s"), re.compile(r"\\[sr]\b")
_REFERENCE = re.compile(r"\s*REF\s+(_Ref[0-9a-f]{12})\b")
_READ = tuple(f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "fldChar", "instrText", "t"))


class _CountedField(NamedTuple):
    """A field: its code, the texts of its result, the label that it stands in and what that says before it."""

    code: str
    result: list[Any]
    label: str
    before: str


def recount_captions(body: object) -> None:
    """Number our captions anew in each chapter, and what refers to them, if none of them says where it starts anew."""
    fields = list(_walk_fields(body))
    counted = [one for one in fields if one.label and _SEQUENCE.match(one.code)]
    if any(_RESTART.search(one.code) for one in counted):
        return
    times: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for one in counted:
        times[one.before] += 1
        _say(one.result, str(times[one.before]))
        labels[one.label] = f"{one.before}{times[one.before]}"
    for one in fields:
        found = _REFERENCE.match(one.code)
        if found and found[1] in labels:
            _say(one.result, labels[found[1]])


def _walk_fields(body: Any) -> Iterator[_CountedField]:
    """The fields that hold no other, in reading order."""
    walk = _FieldWalk()
    for node in body.iter(*_READ):
        kind = node.tag.removeprefix(W)
        if kind.startswith("bookmark"):
            walk.cross_bookmark(node, kind)
        elif kind == "fldChar":
            walk.state = node.get(f"{W}fldCharType") or ""
            if walk.state == "begin":
                walk.code, walk.result = [], []
            elif walk.state == "end":
                yield _CountedField("".join(walk.code), walk.result, walk.label, walk.before)
        else:
            walk.read_text(node, kind)


class _FieldWalk:
    """Where the walk is: in which label, and what that said so far; in which part of a field, and what that holds."""

    def __init__(self) -> None:
        self.label = self.before = self.state = self._number = ""
        self.code: list[str] = []
        self.result: list[Any] = []

    def cross_bookmark(self, node: Any, kind: str) -> None:
        """Into a label of ours, or out of it."""
        if kind == "bookmarkStart" and _LABEL.fullmatch(node.get(f"{W}name") or ""):
            self.label, self._number, self.before = node.get(f"{W}name"), node.get(f"{W}id"), ""
        elif kind == "bookmarkEnd" and node.get(f"{W}id") == self._number:
            self.label = self._number = ""

    def read_text(self, node: Any, kind: str) -> None:
        """A piece of a code, of a result, or of a label before its field."""
        if kind == "instrText":
            self.code.append(node.text or "")
        elif self.state == "separate":
            self.result.append(node)
        elif self.label:
            self.before += node.text or ""


def _say(result: list[Any], text: str) -> None:
    for index, node in enumerate(result):
        node.text = "" if index else text
