"""Styles of a template that would hide or unnumber what a document prints in them, though every tag is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from renjadoc.word.names import W, read_value, read_whole
from renjadoc.word.packages.package import Parts
from renjadoc.word.templates.facts import Style
from renjadoc.word.templates.letter_colours import LetterColours
from renjadoc.word.templates.letter_shapes import LetterShapes
from renjadoc.word.templates.page_losses import PageLoss
from renjadoc.word.templates.text_looks import find_hidden_styles, find_stated, index_styles, walk_bases

#: The styles of pictures, which a fixed height of lines cuts off.
_OF_PICTURES = ("gambar", "sampul logo", "tanda tangan gambar")
#: A line of letters is seen whole from this part of their size on; twentieths of a point of half a point.
_LEAST_LINE, _TWENTIETHS = 0.9, 10
#: Of lines that are closer than this part of single ones the upper is drawn over.
_LEAST_SHARE, _SINGLE = 0.7, 240
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
    return [*_find_unseen(parts, styles), *_find_cut(parts, styles), *_find_unnumbered(parts, styles)]


def _find_unseen(parts: Parts, styles: Mapping[str, Style]) -> Iterator[PageLoss]:
    stated = parts[_STYLES]
    hidden, shapes, colours = find_hidden_styles(stated), LetterShapes(stated), LetterColours(stated)
    for name in _WRITTEN:
        identity = styles[name].id if name in styles else ""
        if hidden.get(identity) or shapes.is_style_unread(identity) or colours.is_style_unseen(identity):
            what = f"tulisan bergaya “{name.title()}” tidak terlihat: tersembunyi, seputih kertas, terlalu kecil,"
            what += " berhimpitan, atau dari huruf lambang"
            hint = (
                "Di Word: Beranda > Gaya > klik kanan nama gaya > Ubah, lalu perbaiki huruf, warna, ukuran, jarak huruf"
            )
            hint += " (Font > Tingkat Lanjut), dan “Tersembunyi”."
            yield what, hint, f"gaya.{name.replace(' ', '_')}"


def _find_cut(parts: Parts, styles: Mapping[str, Style]) -> Iterator[PageLoss]:
    """Styles whose lines are too low for what is printed in them."""
    root = etree.fromstring(parts[_STYLES])
    known = index_styles(root)
    default = root.findall(f"{W}docDefaults")
    for name in (*_OF_PICTURES, *_WRITTEN):
        style = known.get(styles[name].id) if name in styles else None
        chain = [*walk_bases(style, known), *default] if style is not None else []
        rule = find_stated(chain, "spacing", "lineRule")
        line, size = (int(find_stated(chain, *one) or 0) for one in (("spacing", "line"), ("sz", "val")))
        if rule == "exact":
            is_cut, shown = (
                name in _OF_PICTURES or line < size * _TWENTIETHS * _LEAST_LINE,
                f"“persis” {line / 20:g} pt",
            )
        else:
            is_cut, shown = (
                rule != "atLeast" and 0 < line < _LEAST_SHARE * _SINGLE,
                f"{100 * line / _SINGLE:.0f}% dari tunggal",
            )
        if is_cut:
            what = "gambar" if name in _OF_PICTURES else "tulisan"
            hint = "Di Word: Ubah gaya > Format > Paragraf > Spasi baris: Tunggal (jangan “Persis”)."
            said = f"{what} bergaya “{name.title()}” terpotong: spasi barisnya {shown}"
            yield said, hint, f"gaya.{name.replace(' ', '_')}"


def _find_unnumbered(parts: Parts, styles: Mapping[str, Style]) -> Iterator[PageLoss]:
    known = index_styles(etree.fromstring(parts[_STYLES]))
    numbering = etree.fromstring(parts[_NUMBERING])
    for name, (level, look) in _COUNTED.items():
        style = known.get(styles[name].id) if name in styles else None
        if style is not None and not _counts(style, known, numbering, level, may_be_silent=name == _MAY_BE_SILENT):
            what = f"“{name.title()}” tidak lagi bernomor ({look})"
            hint = (
                "Di Word: Beranda > Daftar Bertingkat > Tentukan Daftar Bertingkat Baru > Tautkan tingkat ke gaya itu."
            )
            yield what, hint, f"nomor.{name.replace(' ', '_')}"


def read_heading_numbers(parts: Parts, styles: Mapping[str, Style]) -> dict[str, tuple[str, list[str], str]]:
    """See Facts; styles that print no number of their own are left out."""
    known = index_styles(etree.fromstring(parts[_STYLES]))
    numbering = etree.fromstring(parts[_NUMBERING])
    found = {}
    for name, (usual, _) in _COUNTED.items():
        style = known.get(styles[name].id) if name in styles else None
        number, at = _find_number(style, known, numbering, usual) if style is not None else (None, 0)
        level = None if number is None else _find_level(numbering, number, at)
        if level is not None and _prints_number(level, at):
            levels = [_find_level(numbering, number, one) for one in range(at + 1)]
            is_legal = level.find(f"{W}isLgl") is not None
            kinds = ["decimal" if is_legal else read_value(one, "numFmt") or "decimal" for one in levels]
            found[name] = read_value(level, "lvlText"), kinds, read_value(level, "suff") or "tab"
    return found


def _counts(style: Any, known: Mapping[str, Any], numbering: Any, usual: int, *, may_be_silent: bool) -> bool:
    """Whether a style, or one that it is based on, has a list whose level prints its own number."""
    number, at = _find_number(style, known, numbering, usual)
    found = None if number is None else _find_level(numbering, number, at)
    return found is not None if may_be_silent else _prints_number(found, at)


def _find_number(style: Any, known: Mapping[str, Any], numbering: Any, usual: int) -> tuple[Any, int]:
    """The list of a style, or of one that it is based on, and its level there; None for none."""
    for one in walk_bases(style, known):
        stated = one.find(f"{W}pPr/{W}numPr")
        if stated is None:
            continue
        number, level = (stated.find(f"{W}{part}") for part in ("numId", "ilvl"))
        if number is not None:
            at = read_whole(level.get(f"{W}val")) if level is not None else _find_linked(numbering, number, one, usual)
            return number, at
    return None, 0


def _find_linked(numbering: Any, number: Any, style: Any, usual: int) -> int:
    """The level of a list that says by itself that a style is of it."""
    for level in _list_levels(numbering, number):
        linked = level.find(f"{W}pStyle")
        if linked is not None and linked.get(f"{W}val") == style.get(f"{W}styleId"):
            return read_whole(level.get(f"{W}ilvl"))
    return usual


def _find_level(numbering: Any, number: Any, at: int) -> Any:
    return next((one for one in _list_levels(numbering, number) if read_whole(one.get(f"{W}ilvl")) == at), None)


def _list_levels(numbering: Any, number: Any) -> list[Any]:
    """The levels of a list, those that it has of its own first."""
    for one in numbering.iter(f"{W}num"):
        if one.get(f"{W}numId") != number.get(f"{W}val"):
            continue
        home = one.find(f"{W}abstractNumId")
        homes = numbering.iter(f"{W}abstractNum")
        shared = (a for a in homes if home is not None and a.get(f"{W}abstractNumId") == home.get(f"{W}val"))
        return [*one.iter(f"{W}lvl"), *(level for a in shared for level in a.iter(f"{W}lvl"))]
    return []


def _prints_number(level: Any, at: int) -> bool:
    text = None if level is None else level.find(f"{W}lvlText")
    form = None if level is None else level.find(f"{W}numFmt")
    is_none = form is not None and form.get(f"{W}val") == "none"
    return text is not None and not is_none and f"%{at + 1}" in (text.get(f"{W}val") or "")
