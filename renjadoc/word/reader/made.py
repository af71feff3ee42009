"""Reads a document that renjadoc made and that came back: what it says, and what it said when it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from renjadoc.word.names import W
from renjadoc.word.packages.package import SIDE_PART, PackageError, Parts
from renjadoc.word.packages.text_hashes import TABLE_CUT, hash_chart, hash_row, hash_text
from renjadoc.word.reader.aside import find_notes
from renjadoc.word.reader.document import Comment, WordBlock, WordParagraph, WordTable
from renjadoc.word.reader.drawings import split_chart
from renjadoc.word.reader.elements import ADDED, TEXTS, parse_part, read_lines
from renjadoc.word.reader.stretches import View
from renjadoc.word.reader.walk import Walk
from renjadoc.word.writing.parts import BASE_NAMESPACE

#: What the walk calls an endnote.
_ENDNOTE = "catatan akhir"


@dataclass(frozen=True)
class BaseParagraph:
    """One paragraph as it was made: its anchor, where it comes from, its source, and its printed pieces.

    A piece is (text, whether it was computed); `values` are all computed texts, those in footnotes too.
    """

    anchor: str
    file: str
    pointer: str
    kind: str
    source: str
    pieces: tuple[tuple[str, bool], ...]
    values: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


@dataclass
class MadeDocument:
    """A document of ours that came back.

    `base` is what it was made with, `fixed` are the marks of the template's own lines; `strange` are (what, text) of
    things that no paragraph holds, `endnotes` those that are read as footnotes, `pending` counts the tracked changes
    that wait for a decision.
    """

    paragraphs: list[WordParagraph]
    base: list[BaseParagraph]
    comments: list[Comment]
    strange: list[tuple[str, str]]
    pending: int
    fixed: frozenset[str]
    endnotes: list[str]
    tables: list[WordTable] = field(default_factory=list)
    #: The marks of all rows of tables as they were made; by table, in their order, where the document says that.
    rows: frozenset[str] = frozenset()
    row_order: list[list[str]] = field(default_factory=list)
    #: All paragraphs and tables in reading order.
    blocks: list[WordBlock] = field(default_factory=list)
    #: Whether its marks were lost, and are those of the copy that was sent.
    restored: bool = False


def read_made(parts: Parts, *, take_pending: bool) -> MadeDocument:
    """The document with its pending changes taken, or as if they had not been proposed. Raises PackageError."""
    base = _find_base(parts)
    own = (base.get("penulis") or "") if base is not None else ""
    walk = Walk(parts, View(accepted=take_pending, own=own, printed=False))
    paragraphs = [block for block in walk.blocks if isinstance(block, WordParagraph)]
    tables = [block for block in walk.blocks if isinstance(block, WordTable)]
    fixed = frozenset(_read_marks(base, "tetap"))
    endnotes = [text for what, text in walk.strange if what == _ENDNOTE]
    strange = list(_leave_out_known(walk.strange, base, _hash_media(parts)))
    strange += [("catatan kaki dalam tabel", note) for note in _find_notes_in_tables(walk.blocks)]
    strange += [*_find_boxes(paragraphs, fixed), *_find_changes(parts, walk.body, base, take_pending)]
    pending = walk.revisions.proposals
    return MadeDocument(
        paragraphs, _read_base(base), walk.comments.in_order(), strange, pending, fixed, endnotes, tables,
        _read_rows(base), _read_row_order(base), list(walk.blocks),
    )  # fmt: skip


def _leave_out_known(
    strange: list[tuple[str, str]], base: object, media: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """What is strange, without endnotes and the charts as they were made; charts that are gone are told.

    A program that draws no charts saves their pictures: `media` are the pictures by their marks.
    """
    pictures = dict(mark.split(":") for mark in _read_marks(base, "grafik"))
    known = Counter(mark for mark, picture in pictures.items() if picture not in media)
    found: Counter[str] = Counter()
    for what, text in strange:
        mark = hash_chart(split_chart(text)) if what == "grafik" else ""
        found[mark] += 1
        if what != _ENDNOTE and mark not in pictures:
            yield what, text
    changed = sum(count for mark, count in found.items() if mark and mark not in pictures)
    if (gone := len(known.keys() - found.keys()) - changed) > 0:
        yield "grafik", f"{gone} grafik dihapus"


def _find_notes_in_tables(blocks: Iterable[WordBlock]) -> Iterator[str]:
    """The footnotes of cells: no content has any there."""
    for table in (block for block in blocks if isinstance(block, WordTable)):
        for inner in (inner for row in table.rows for cell in row.cells for inner in cell.blocks):
            yield from inner.notes if isinstance(inner, WordParagraph) else _find_notes_in_tables([inner])


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
        said = [] if value.tag.endswith("}c") else [(value.text or "", True)]
        pieces += [*said, (value.tail or "", False)]
    values = tuple(value.text or "" for value in shown.iter() if value.tag.endswith("}n"))
    anchor, file, pointer, kind = (entry.get(key) or "" for key in ("tanda", "berkas", "letak", "bentuk"))
    return BaseParagraph(anchor, file, pointer, kind, source, tuple(piece for piece in pieces if piece[0]), values)


# What changed beside the paragraphs


def _find_changes(parts: Parts, body: object, base: object, take_pending: bool) -> Iterator[tuple[str, str]]:
    """(What it is, its text) of everything that is not as the base text states it; `base` is None if that is lost."""
    yield from _find_tables(body, base, take_pending)
    yield from _find_loose_notes(parts, body, base)
    yield from _find_pictures(parts, base)
    yield from _find_sides(parts, base)


def _read_marks(base: Any, name: str) -> Counter[str]:
    """The marks of one kind in the base text."""
    return Counter((base.get(name) or "").split() if base is not None else ())


def _read_row_order(base: Any) -> list[list[str]]:
    """The marks of the rows of each table as they were made; nothing of documents of older versions."""
    return [table.split() for table in ((base.get("urutan") or "") if base is not None else "").split(TABLE_CUT)[1:]]


def _read_rows(base: Any) -> frozenset[str]:
    """The marks of all rows, which documents of older versions state without their order."""
    return frozenset(mark for table in _read_row_order(base) for mark in table) or frozenset(_read_marks(base, "baris"))


def _find_tables(body: Any, base: Any, take_pending: bool) -> Iterator[tuple[str, str]]:
    """The rows of tables that are not as they were made, and tables that are gone or there twice."""
    known, rows = _read_marks(base, "tabel"), _read_rows(base)
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


def _find_loose_notes(parts: Parts, body: Any, base: Any) -> Iterator[tuple[str, str]]:
    """Footnotes and endnotes whose mark stands nowhere; one of ours was deleted, and its text tells that."""
    marks = base.iter(f"{{{BASE_NAMESPACE}}}c") if base is not None else ()
    known = {hash_text("".join(note.itertext())) for note in marks}
    for kind, what in (("footnote", "catatan kaki"), ("endnote", _ENDNOTE)):
        placed = {mark.get(f"{W}id") for mark in body.iter(f"{W}{kind}Reference")}
        for number, note in find_notes(parts, kind).items():
            text = " ".join(" ".join(read_lines(note)).split())
            if text and number not in placed and hash_text(text) not in known:
                yield what, text


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


def _hash_media(parts: Parts) -> dict[str, str]:
    """The pictures of a document by their marks."""
    media = ((name, data) for name, data in sorted(parts.items()) if name.startswith("word/media/"))
    return {sha256(data).hexdigest()[:12]: name for name, data in media}


def _find_pictures(parts: Parts, base: object) -> Iterator[tuple[str, str]]:
    """Pictures that were put in or taken out; known ones keep their bytes through Word and LibreOffice."""
    known, marks = _read_marks(base, "gambar"), _hash_media(parts)
    drawn = {mark.partition(":")[2] for mark in _read_marks(base, "grafik")}
    strangers = [name for mark, name in marks.items() if mark not in known and mark not in drawn]
    yield from (("gambar", name.rpartition("/")[2]) for name in strangers)
    if gone := len(known.keys() - marks.keys()):
        yield "gambar", f"{gone} gambar dihapus"
