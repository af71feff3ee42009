"""What was typed or pasted into a box, HTML of a browser or of Word, as blocks of the content and nothing else.

Only paragraphs, lists, quotations, bold, italics, open notes and our own names and figures are read out of it; all else
of the markup is passed over, its text is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, NamedTuple

from renjadoc.desk.block_builder import BlockBuilder
from renjadoc.desk.box_html import FORM, FORM_CLASSES, PLACEHOLDER
from renjadoc.span import Span

#: More than this is no chapter; of a longer text nothing is read.
MOST_CHARACTERS = 4_000_000
_UNSEEN = {"script", "style", "head", "title", "template", "object", "svg", "math", "select", "textarea"}
_VOID = {"br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base", "embed", "source", "track"}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "table", "section", "article", "dd", "dt"}
_BOLD = re.compile(r"(?<![\w-])font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"(?<![\w-])font-weight\s*:\s*(normal|[1-4]00)", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![\w-])font-style\s*:\s*(italic|oblique)", re.IGNORECASE)
_NOT_ITALIC = re.compile(r"(?<![\w-])font-style\s*:\s*normal", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:[^;]*\blevel(\d)", re.IGNORECASE)
_WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_TYPES = {"a": "a.", "A": "a."}


class Typed(NamedTuple):
    """The blocks that were typed, and what of the markup no content can hold, in words."""

    blocks: list[Any]
    lost: list[str]


class _Look(NamedTuple):
    bold: bool = False
    italic: bool = False
    note: bool = False


@dataclass
class _Open:
    """An element that is open: the look around it, and whether its text is seen."""

    tag: str
    around: _Look
    unseen: bool = False
    is_marker: bool = False


@dataclass
class _WordItem:
    """A paragraph that Word means as an item of a list: its level, and the number that it prints."""

    level: int
    marker: str = ""


def read_typed(text: str) -> Typed:
    """The blocks of what was typed or pasted."""
    if len(text) > MOST_CHARACTERS:
        return Typed([], ["teks yang terlalu panjang"])
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Typed(reader.builder.finish(), sorted(reader.lost))


class _Reader(HTMLParser):
    """One pass over the markup; the nesting of untrusted elements is kept in a list, never in calls."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder, self.lost = BlockBuilder(), set[str]()
        self._open: list[_Open] = []
        self._look, self._unseen = _Look(), 0
        self._word_item: _WordItem | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._take_void(tag, given)
            return
        element = _Open(tag, self._look, tag in _UNSEEN)
        if not self._unseen:
            self._begin(tag, given, element)
        self._unseen += element.unseen
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not any(element.tag == tag for element in self._open):
            return
        while True:
            element = self._open.pop()
            self._end(element)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._unseen:
            marked = any(element.is_marker for element in self._open)
            if marked and self._word_item:
                self._word_item.marker += data
            return
        look = self._look
        self.builder.add(Span(data, look.bold, look.italic, look.note))

    def unknown_decl(self, data: str) -> None:
        """What Word says around the numbers of its lists is no text."""

    def _take_void(self, tag: str, given: dict[str, str]) -> None:
        if self._unseen:
            return
        if tag == "br":
            self._end_line()
        elif tag == "img":
            self.lost.add("gambar")

    def _begin(self, tag: str, given: dict[str, str], element: _Open) -> None:
        style, builder = given.get("style", ""), self.builder
        self._look = _change_look(self._look, tag, style)
        if PLACEHOLDER in given and _is_expression(given[PLACEHOLDER]):
            look = self._look
            builder.add(Span("…", look.bold, look.italic, source=f"{{{{{given[PLACEHOLDER]}}}}}"))
            element.unseen = True
        elif _WORD_MARKER.search(style):
            element.unseen = element.is_marker = True
        elif tag in {"ul", "ol"}:
            builder.open_list(_find_form(tag, given))
        elif tag == "li":
            builder.open_item()
        elif tag == "blockquote":
            builder.open_quote()
        elif tag in _BLOCKS:
            self._end_line()
            if tag == "table":
                self.lost.add("bentuk tabel (isi selnya menjadi paragraf)")
            found = _WORD_LIST.search(style)
            self._word_item = _WordItem(int(found[1])) if found else None
            if given.get("class", "").startswith("MsoList") and not found:
                self._word_item = _WordItem(1)

    def _end(self, element: _Open) -> None:
        self._unseen -= element.unseen
        if not self._unseen and not element.unseen:
            if element.tag in {"ul", "ol"}:
                self.builder.close_list()
            elif element.tag == "li":
                self.builder.close_item()
            elif element.tag == "blockquote":
                self.builder.close_quote()
            elif element.tag in _BLOCKS:
                self._end_line()
        self._look = element.around

    def _end_line(self) -> None:
        """A paragraph ends here; one that Word means as an item becomes one."""
        item = self._word_item
        if item is None:
            self.builder.end_paragraph()
        elif self.builder.end_word_item(item.level, item.marker):
            self._word_item = None


def _is_expression(text: str) -> bool:
    return 0 < len(text) <= 300 and "{" not in text and "}" not in text


def _change_look(look: _Look, tag: str, style: str) -> _Look:
    if tag in {"b", "strong"} or _BOLD.search(style):
        look = look._replace(bold=True)
    if tag in {"i", "em"} or _ITALIC.search(style):
        look = look._replace(italic=True)
    if tag == "mark":
        look = look._replace(note=True)
    # Google writes everything within <b style="font-weight:normal">.
    if _NOT_BOLD.search(style):
        look = look._replace(bold=False)
    return look._replace(italic=False) if _NOT_ITALIC.search(style) else look


def _find_form(tag: str, given: dict[str, str]) -> str:
    stated = given.get(FORM, "")
    if stated in FORM_CLASSES:
        return stated
    return "-" if tag == "ul" else _TYPES.get(given.get("type", ""), "1.")
