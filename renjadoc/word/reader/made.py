"""Reads a document that renjadoc made and that came back: its paragraphs, and what they were when it was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from renjadoc.word.package import PackageError, Parts
from renjadoc.word.parts import BASE_NAMESPACE
from renjadoc.word.reader.document import Comment, WordParagraph
from renjadoc.word.reader.made_changes import find_changes, read_marks
from renjadoc.word.reader.ooxml import root
from renjadoc.word.reader.revisions import View
from renjadoc.word.reader.walk import Walk
from renjadoc.word.text_hashes import hash_text

#: A document of a hundred pages has some fifteen hundred.
MAX_PARAGRAPHS = 20_000


@dataclass(frozen=True)
class BaseParagraph:
    """One paragraph as it was made: its anchor, where it comes from, its source, and its printed pieces.

    A piece is (text, whether it was computed).
    """

    anchor: str
    file: str
    pointer: str
    kind: str
    source: str
    pieces: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


@dataclass
class MadeDocument:
    """A document of ours that came back.

    `base` is what it was made with, `fixed` are the marks of the template's own lines; `strange` are (what, text) of
    things that no paragraph holds, `pending` counts the tracked changes that wait for a decision.
    """

    paragraphs: list[WordParagraph]
    base: list[BaseParagraph]
    comments: list[Comment]
    strange: list[tuple[str, str]]
    pending: int
    fixed: frozenset[str]


def read_made(parts: Parts, *, take_pending: bool) -> MadeDocument:
    """The document with its pending changes taken, or as if they had not been proposed. Raises PackageError."""
    base = _find_base(parts)
    own = (base.get("penulis") or "") if base is not None else ""
    walk = Walk(parts, View(accepted=take_pending, own=own, printed=False))
    paragraphs = [block for block in walk.blocks if isinstance(block, WordParagraph)]
    if len(paragraphs) > MAX_PARAGRAPHS:
        raise PackageError("berkas ini berisi terlalu banyak paragraf untuk sebuah Renja")
    fixed = frozenset(read_marks(base, "tetap"))
    strange = [*walk.strange, *_find_boxes(paragraphs, fixed), *find_changes(parts, walk.body, base, take_pending)]
    return MadeDocument(
        paragraphs, _read_base(base), walk.comments.in_order(), strange, walk.revisions.proposals, fixed
    )


def _find_boxes(paragraphs: list[WordParagraph], fixed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What was typed into text boxes: no content has any."""
    for paragraph in paragraphs:
        lines = [box.text for box in paragraph.boxes if isinstance(box, WordParagraph)]
        if typed := " ".join(line for line in lines if line.strip() and hash_text(line) not in fixed):
            yield "kotak teks", typed


def _find_base(parts: Parts) -> Any:
    """The base text, wherever the program that saved the document put it; None if it is lost."""
    for name, data in sorted(parts.items()):
        if name.startswith("customXml/") and BASE_NAMESPACE.encode() in data and name.endswith(".xml"):
            base = root(parts, name)
            if base.tag == f"{{{BASE_NAMESPACE}}}dasar":
                return base
    return None


def _read_base(base: Any) -> list[BaseParagraph]:
    return [_read_entry(entry) for entry in base if entry.tag.endswith("}p")] if base is not None else []


def _read_entry(entry: Any) -> BaseParagraph:
    try:
        source, shown = entry[0].text or "", entry[1]
    except IndexError as error:
        raise PackageError("naskah dasar di dalam berkas rusak") from error
    pieces = [(shown.text or "", False)]
    for value in shown:
        pieces += [(value.text or "", True), (value.tail or "", False)]
    anchor, file, pointer, kind = (entry.get(key) or "" for key in ("tanda", "berkas", "letak", "bentuk"))
    return BaseParagraph(anchor, file, pointer, kind, source, tuple(piece for piece in pieces if piece[0]))
