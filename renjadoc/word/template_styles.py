"""Styles of a template that would hide or unnumber what a document prints in them, though every tag is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from renjadoc.word.facts import Style
from renjadoc.word.letter_colours import LetterColours
from renjadoc.word.package import Parts
from renjadoc.word.template_pages import PageLoss
from renjadoc.word.text_looks import find_hidden_styles, find_tiny_styles, walk_bases

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
#: What documents are written in, beside the styles of the template's own tags.
_WRITTEN = (
    "normal", "heading 1", "heading 2", "heading 3", "isi", "isi setelah tabel", "kutipan", "caption", "catatan tabel",
    "tabel isi", "tabel angka", "tabel tengah", "daftar angka", "daftar huruf", "daftar angka kurung",
    "daftar huruf kurung", "daftar butir", "sistematika", "daftar lanjutan 1", "daftar lanjutan 2", "daftar lanjutan 3",
    "daftar lanjutan 4", "toc 1", "toc 2", "toc 3", "table of figures", "judul daftar", "judul lampiran", "tabel renja",
    "terbuka",
)  # fmt: skip
#: What counts by itself, with the level of its list, and how its number looks.
_COUNTED = {
    "heading 1": (0, "BAB I"), "heading 2": (1, "1.1."), "heading 3": (2, "1.1.1."),
    "judul lampiran": (0, "LAMPIRAN I"),
}  # fmt: skip
#: Templates of earlier versions count chapters in silence, and say so in text.
_MAY_BE_SILENT = "heading 1"


def find_style_losses(parts: Parts, styles: Mapping[str, Style]) -> list[PageLoss]:
    """What nobody would see, or not by its number. `styles` are by name in small letters."""
    return [*_find_unseen(parts, styles), *_find_unnumbered(parts, styles)]


def _find_unseen(parts: Parts, styles: Mapping[str, Style]) -> Iterator[PageLoss]:
    stated = parts[_STYLES]
    hidden, tiny, colours = find_hidden_styles(stated), find_tiny_styles(stated), LetterColours(stated)
    for name in _WRITTEN:
        identity = styles[name].id if name in styles else ""
        if hidden.get(identity) or identity in tiny or colours.is_style_unseen(identity):
            what = f"tulisan bergaya “{name.title()}” tidak terlihat: tersembunyi, seputih kertas, atau terlalu kecil"
            hint = (
                "Di Word: Beranda > Gaya > klik kanan nama gaya > Ubah, lalu perbaiki warna, ukuran, dan “Tersembunyi”."
            )
            yield what, hint, f"gaya.{name.replace(' ', '_')}"


def _find_unnumbered(parts: Parts, styles: Mapping[str, Style]) -> Iterator[PageLoss]:
    known = {one.get(f"{_W}styleId"): one for one in etree.fromstring(parts[_STYLES]).iter(f"{_W}style")}
    numbering = etree.fromstring(parts[_NUMBERING])
    for name, (level, look) in _COUNTED.items():
        style = known.get(styles[name].id) if name in styles else None
        if style is not None and not _counts(style, known, numbering, level, may_be_silent=name == _MAY_BE_SILENT):
            what = f"“{name.title()}” tidak lagi bernomor ({look})"
            hint = (
                "Di Word: Beranda > Daftar Bertingkat > Tentukan Daftar Bertingkat Baru > Tautkan tingkat ke gaya itu."
            )
            yield what, hint, f"nomor.{name.replace(' ', '_')}"


def _counts(style: Any, known: Mapping[str, Any], numbering: Any, usual: int, *, may_be_silent: bool) -> bool:
    """Whether a style, or one that it is based on, has a list whose level prints its own number."""
    for one in walk_bases(style, known):
        stated = one.find(f"{_W}pPr/{_W}numPr")
        if stated is None:
            continue
        number, level = (stated.find(f"{_W}{part}") for part in ("numId", "ilvl"))
        if number is not None:
            at = _read(level) if level is not None else _find_linked(numbering, number, one, usual)
            found = _find_level(numbering, number, at)
            return found is not None if may_be_silent else _prints_number(found, at)
    return False


def _find_linked(numbering: Any, number: Any, style: Any, usual: int) -> int:
    """The level of a list that says by itself that a style is of it."""
    for level in _list_levels(numbering, number):
        linked = level.find(f"{_W}pStyle")
        if linked is not None and linked.get(f"{_W}val") == style.get(f"{_W}styleId"):
            return _read(level, "ilvl")
    return usual


def _find_level(numbering: Any, number: Any, at: int) -> Any:
    return next((one for one in _list_levels(numbering, number) if _read(one, "ilvl") == at), None)


def _list_levels(numbering: Any, number: Any) -> list[Any]:
    """The levels of a list, those that it has of its own first."""
    for one in numbering.iter(f"{_W}num"):
        if one.get(f"{_W}numId") != number.get(f"{_W}val"):
            continue
        home = one.find(f"{_W}abstractNumId")
        homes = numbering.iter(f"{_W}abstractNum")
        shared = (a for a in homes if home is not None and a.get(f"{_W}abstractNumId") == home.get(f"{_W}val"))
        return [*one.iter(f"{_W}lvl"), *(level for a in shared for level in a.iter(f"{_W}lvl"))]
    return []


def _prints_number(level: Any, at: int) -> bool:
    text = None if level is None else level.find(f"{_W}lvlText")
    form = None if level is None else level.find(f"{_W}numFmt")
    is_none = form is not None and form.get(f"{_W}val") == "none"
    return text is not None and not is_none and f"%{at + 1}" in (text.get(f"{_W}val") or "")


def _read(element: Any, name: str = "val") -> int:
    stated = element.get(f"{_W}{name}") or ""
    return int(stated) if stated.isdecimal() else 0
