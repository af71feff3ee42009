"""What changed in a document that came back beside its paragraphs: tables, notes, headers and footers, pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from renjadoc.word import package
from renjadoc.word.package import Parts
from renjadoc.word.reader.aside import read_notes
from renjadoc.word.reader.elements import TEXTS
from renjadoc.word.reader.ooxml import ADDED, W, root
from renjadoc.word.text_hashes import hash_row, hash_text


def find_changes(parts: Parts, body: Any, base: Any, take_pending: bool) -> Iterator[tuple[str, str]]:
    """(What it is, its text) of everything that is not as the base text states it; `base` is None if that is lost."""
    yield from _find_tables(body, base, take_pending)
    yield from _find_notes(parts)
    yield from _find_pictures(parts, base)
    yield from _find_sides(parts, base)


def read_marks(base: Any, name: str) -> Counter[str]:
    """The marks of one kind in the base text."""
    return Counter((base.get(name) or "").split() if base is not None else ())


def _find_tables(body: Any, base: Any, take_pending: bool) -> Iterator[tuple[str, str]]:
    """The rows of tables that are not as they were made, and tables that are gone or there twice."""
    known, rows = read_marks(base, "tabel"), read_marks(base, "baris")
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
    return "".join(text.text or "" for text in element.iter(*wanted) if text not in added)


def _find_notes(parts: Parts) -> Iterator[tuple[str, str]]:
    for kind, what in (("footnote", "catatan kaki"), ("endnote", "catatan akhir")):
        yield from ((what, text) for text in read_notes(parts, kind).values())


def _find_sides(parts: Parts, base: Any) -> Iterator[tuple[str, str]]:
    """What was typed into headers and footers; programs rename these parts, and add empty ones."""
    known = read_marks(base, "sisi")
    if base is None or base.get("sisi") is None:  # Documents of older versions do not say.
        return
    for name in sorted(filter(package.SIDE_PART.fullmatch, parts)):
        for paragraph in root(parts, name).iter(f"{W}p"):
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
    known = read_marks(base, "gambar")
    marks = {
        sha256(data).hexdigest()[:12]: name for name, data in sorted(parts.items()) if name.startswith("word/media/")
    }
    yield from (("gambar", name.rpartition("/")[2]) for mark, name in marks.items() if mark not in known)
    if gone := len(known.keys() - marks.keys()):
        yield "gambar", f"{gone} gambar dihapus"
