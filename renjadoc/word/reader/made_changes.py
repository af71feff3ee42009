"""What changed in a document that came back beside its paragraphs: tables, notes, headers and footers, pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from renjadoc.word import package
from renjadoc.word.package import Parts
from renjadoc.word.reader.ooxml import ADDED as _ADDED
from renjadoc.word.reader.ooxml import W as _W
from renjadoc.word.reader.ooxml import root as _root
from renjadoc.word.text_hashes import hash_row, hash_text

_TEXT = {f"{_W}t", f"{_W}delText"}


def changes(parts: Parts, body: Any, base: Any, take_pending: bool) -> Iterator[tuple[str, str]]:
    """(What it is, its text) of everything that is not as the base text states it; `base` is None if that is lost."""
    yield from _tables(body, base, take_pending)
    yield from _notes(parts)
    yield from _pictures(parts, base)
    yield from _sides(parts, base)


def stated(base: Any, name: str) -> Counter[str]:
    """The marks of one kind in the base text."""
    return Counter((base.get(name) or "").split() if base is not None else ())


def _tables(body: Any, base: Any, take_pending: bool) -> Iterator[tuple[str, str]]:
    """The rows of tables that are not as they were made, and tables that are gone or there twice."""
    known, rows = stated(base, "tabel"), stated(base, "baris")
    found: Counter[str] = Counter()
    strangers = 0
    for table in body.iter(f"{_W}tbl"):
        mark = hash_text(_shown(table, take_pending))
        found[mark] += 1
        if mark in known:
            continue
        strangers += 1
        shown = [(row, _shown(row, take_pending)) for row in table.iter(f"{_W}tr")]
        changed = [row for row, text in shown if hash_row(text) not in rows]
        texts = [" | ".join(_shown(cell, take_pending) for cell in row.iter(f"{_W}tc")) for row in changed]
        yield from (("tabel", text) for text in texts or ["baris dihapus atau dipindah"])
    twice = sum(found[mark] - known[mark] for mark in known if found[mark] > known[mark])
    gone = sum((known - found).values()) - strangers
    if twice:
        yield "tabel", f"{twice} tabel disalin"
    if gone > 0:
        yield "tabel", f"{gone} tabel dihapus"


def _shown(element: Any, take_pending: bool) -> str:
    """The text of a stretch of table with its pending changes taken or left out."""
    added = {text for gone in element.iter(*_ADDED) for text in gone.iter(f"{_W}t")} if not take_pending else set()
    wanted = [f"{_W}t"] if take_pending else _TEXT
    return "".join(text.text or "" for text in element.iter(*wanted) if text not in added)


def _notes(parts: Parts) -> Iterator[tuple[str, str]]:
    for part, what in (("word/footnotes.xml", "catatan kaki"), ("word/endnotes.xml", "catatan akhir")):
        for note in _root(parts, part) if part in parts else ():
            text = "".join(t.text or "" for t in note.iter(f"{_W}t"))
            if text.strip():
                yield what, text.strip()


def _sides(parts: Parts, base: Any) -> Iterator[tuple[str, str]]:
    """What was typed into headers and footers; programs rename these parts, and add empty ones."""
    known = stated(base, "sisi")
    if base is None or base.get("sisi") is None:  # Documents of older versions do not say.
        return
    for name in sorted(filter(package.SIDE_PART.fullmatch, parts)):
        for paragraph in _root(parts, name).iter(f"{_W}p"):
            text = _outside_fields(paragraph)
            if text.strip() and hash_text(text) not in known:
                yield "kepala atau kaki halaman", text.strip()


def _outside_fields(paragraph: Any) -> str:
    """The text of a paragraph without what its fields say."""
    said, depth = [], 0
    for element in paragraph.iter(f"{_W}fldChar", f"{_W}t"):
        if element.tag == f"{_W}fldChar":
            depth += {"begin": 1, "end": -1}.get(element.get(f"{_W}fldCharType") or "", 0)
        elif depth == 0 and not any(above.tag == f"{_W}fldSimple" for above in element.iterancestors()):
            said.append(element.text or "")
    return "".join(said)


def _pictures(parts: Parts, base: Any) -> Iterator[tuple[str, str]]:
    """Pictures that were put in or taken out; known ones keep their bytes through Word and LibreOffice."""
    known = stated(base, "gambar")
    marks = {
        sha256(data).hexdigest()[:12]: name for name, data in sorted(parts.items()) if name.startswith("word/media/")
    }
    yield from (("gambar", name.rpartition("/")[2]) for mark, name in marks.items() if mark not in known)
    if gone := len(known.keys() - marks.keys()):
        yield "gambar", f"{gone} gambar dihapus"
