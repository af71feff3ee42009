"""Reads a document that renjadoc made and that came back: what it says, and what it said when it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from renjadoc.word.package import SIDE_PART, PackageError, Parts
from renjadoc.word.parts import BASE_NAMESPACE
from renjadoc.word.reader.aside import read_notes
from renjadoc.word.reader.document import Comment, WordParagraph
from renjadoc.word.reader.elements import ADDED, TEXTS, W, parse_part
from renjadoc.word.reader.stretches import View
from renjadoc.word.reader.walk import Walk
from renjadoc.word.text_hashes import hash_row, hash_text

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
    fixed = frozenset(_read_marks(base, "tetap"))
    strange = [*walk.strange, *_find_boxes(paragraphs, fixed), *_find_changes(parts, walk.body, base, take_pending)]
    return MadeDocument(
        paragraphs, _read_base(base), walk.comments.in_order(), strange, walk.revisions.proposals, fixed
    )


def _find_boxes(paragraphs: list[WordParagraph], fixed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What was typed into text boxes: no content has any."""
    for paragraph in paragraphs:
        lines = [box.text for box in paragraph.boxes if isinstance(box, WordParagraph)]
        if typed := " ".join(line for line in lines if line.strip() and hash_text(line) not in fixed):
            yield "kotak teks", typed


def with_base(parts: Parts, older: Parts) -> Parts:
    """The document with the base text of the one that it was made from, if it lost its own. Raises PackageError."""
    if _find_base(parts) is not None:
        return parts
    carried = {name: data for name, data in older.items() if name.startswith("customXml/")}
    if _find_base(carried) is None:
        raise PackageError("dokumen dasarnya bukan buatan renjadoc")
    return {**{name: data for name, data in parts.items() if not name.startswith("customXml/")}, **carried}


def _find_base(parts: Parts) -> Any:
    """The base text, wherever the program that saved the document put it; None if it is lost."""
    for name, data in sorted(parts.items()):
        if name.startswith("customXml/") and BASE_NAMESPACE.encode() in data and name.endswith(".xml"):
            base = parse_part(parts, name)
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


# What changed beside the paragraphs


def _find_changes(parts: Parts, body: Any, base: Any, take_pending: bool) -> Iterator[tuple[str, str]]:
    """(What it is, its text) of everything that is not as the base text states it; `base` is None if that is lost."""
    yield from _find_tables(body, base, take_pending)
    yield from _find_notes(parts)
    yield from _find_pictures(parts, base)
    yield from _find_sides(parts, base)


def _read_marks(base: Any, name: str) -> Counter[str]:
    """The marks of one kind in the base text."""
    return Counter((base.get(name) or "").split() if base is not None else ())


def _find_tables(body: Any, base: Any, take_pending: bool) -> Iterator[tuple[str, str]]:
    """The rows of tables that are not as they were made, and tables that are gone or there twice."""
    known, rows = _read_marks(base, "tabel"), _read_marks(base, "baris")
    found: Counter[str] = Counter()
    strangers = 0
    for table in body.iter(f"{W}tbl"):
        mark = hash_text(_read_shown(table, take_pending))
        found[mark] += 1
        if mark in known:
            continue
        strangers += 1
        shown = [(row, _read_shown(row, take_pending)) for row in table.iter(f"{W}tr")]
        changed = [row for row, text in shown if hash_row(text) not in rows]
        texts = [" | ".join(_read_shown(cell, take_pending) for cell in row.iter(f"{W}tc")) for row in changed]
        yield from (("tabel", text) for text in texts or ["baris dihapus atau dipindah"])
    twice = sum(found[mark] - known[mark] for mark in known if found[mark] > known[mark])
    gone = sum((known - found).values()) - strangers
    if twice:
        yield "tabel", f"{twice} tabel disalin"
    if gone > 0:
        yield "tabel", f"{gone} tabel dihapus"


def _read_shown(element: Any, take_pending: bool) -> str:
    """The text of a stretch of table with its pending changes taken or left out."""
    added = {text for gone in element.iter(*ADDED) for text in gone.iter(f"{W}t")} if not take_pending else set()
    wanted = [f"{W}t"] if take_pending else TEXTS
    shown = (text for text in element.iter(*wanted, f"{W}noBreakHyphen") if text not in added)
    return "".join("-" if text.tag.endswith("Hyphen") else text.text or "" for text in shown)


def _find_notes(parts: Parts) -> Iterator[tuple[str, str]]:
    for kind, what in (("footnote", "catatan kaki"), ("endnote", "catatan akhir")):
        yield from ((what, text) for text in read_notes(parts, kind).values())


def _find_sides(parts: Parts, base: Any) -> Iterator[tuple[str, str]]:
    """What was typed into headers and footers; programs rename these parts, and add empty ones."""
    known = _read_marks(base, "sisi")
    if base is None or base.get("sisi") is None:  # Documents of older versions do not say.
        return
    for name in sorted(filter(SIDE_PART.fullmatch, parts)):
        for paragraph in parse_part(parts, name).iter(f"{W}p"):
            text = _read_outside_fields(paragraph)
            if text.strip() and hash_text(text) not in known:
                yield "kepala atau kaki halaman", text.strip()


def _read_outside_fields(paragraph: Any) -> str:
    """The text of a paragraph without what its fields say."""
    said, depth = [], 0
    for element in paragraph.iter(f"{W}fldChar", f"{W}t"):
        if element.tag == f"{W}fldChar":
            depth += {"begin": 1, "end": -1}.get(element.get(f"{W}fldCharType") or "", 0)
        elif depth == 0 and not any(above.tag == f"{W}fldSimple" for above in element.iterancestors()):
            said.append(element.text or "")
    return "".join(said)


def _find_pictures(parts: Parts, base: Any) -> Iterator[tuple[str, str]]:
    """Pictures that were put in or taken out; known ones keep their bytes through Word and LibreOffice."""
    known = _read_marks(base, "gambar")
    marks = {
        sha256(data).hexdigest()[:12]: name for name, data in sorted(parts.items()) if name.startswith("word/media/")
    }
    yield from (("gambar", name.rpartition("/")[2]) for mark, name in marks.items() if mark not in known)
    if gone := len(known.keys() - marks.keys()):
        yield "gambar", f"{gone} gambar dihapus"
