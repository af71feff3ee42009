"""Writes the lists of contents, of tables and of pictures, finished, as Word itself would write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from renjadoc.span import plain_text
from renjadoc.unbroken import BLANK, bind_words
from renjadoc.word import blocks, xml
from renjadoc.word.counts import fill_holes, write_count
from renjadoc.word.writing.writer import Writer, toc_bookmark


class FrontHeading(NamedTuple):
    """A heading of the pages before the chapters: its bookmark and what it says."""

    bookmark: str
    title: str


class _ContentsEntry(NamedTuple):
    """A line of a list: its style, where it leads, and what stands before the page number (tabs in it are tabs)."""

    style: str
    bookmark: str
    shown: str


def write_contents(writer: Writer, front: Iterable[FrontHeading], headings: Iterable[blocks.Heading]) -> str:
    """The table of contents inside the field that Word would make it with."""
    entries = [_ContentsEntry("toc 1", one.bookmark, one.title) for one in front]
    entries += [
        _ContentsEntry(f"toc {heading.level}", toc_bookmark(heading), _word_heading(writer, heading))
        for heading in headings
    ]
    return _write_entries(writer, 'TOC \\o "1-3" \\h \\z \\u', entries)


def write_captions(writer: Writer, kind: str, captions: Iterable[blocks.Caption]) -> str:
    """The list of tables or pictures; empty text when there is none."""
    entries = [
        _ContentsEntry("table of figures", toc_bookmark(caption), _word_caption(caption))
        for caption in captions
        if caption.kind == kind
    ]
    return _write_entries(writer, f'TOC \\h \\z \\c "{kind}"', entries)


def write_appendices(writer: Writer, headings: Iterable[blocks.Heading]) -> str:
    """The list of appendices; empty text when there is none."""
    entries = [
        _ContentsEntry("table of figures", toc_bookmark(heading), _word_heading(writer, heading))
        for heading in headings
        if heading.style
    ]
    return _write_entries(writer, f'TOC \\h \\z \\t "{blocks.APPENDIX_STYLE};1"', entries)


def _word_heading(writer: Writer, heading: blocks.Heading) -> str:
    """Word writes the number as its list does, and behind it a blank or a tab: `BAB I Pendahuluan`, `1.1.<tab>…`."""
    style = (heading.style or f"heading {heading.level}").lower()
    text, kinds, behind = writer.heading_numbers.get(style, ("", [], ""))
    counts = [int(one) for one in heading.number.rstrip(".").split(".") if one]
    if text and len(counts) == len(kinds):
        number = fill_holes(text, lambda level: write_count(counts[level], kinds[level]) if level < len(kinds) else "")
        # Where its list puts nothing, a title of two lines has its line break, which is a blank there.
        number += "\t" if behind == "tab" else " "
    else:
        number = f"{heading.label} " if heading.level == 1 else f"{heading.number}\t"
    return number + bind_words(plain_text(heading.line))


def _word_caption(caption: blocks.Caption) -> str:
    """Word takes the lines of a caption for one."""
    label = f"{caption.kind}{BLANK}{caption.prefix}{caption.chapter}.{caption.number}"
    return " ".join([label, *(bind_words(plain_text(line)) for line in caption.lines)])


def _write_entries(writer: Writer, instruction: str, entries: list[_ContentsEntry]) -> str:
    written = []
    for index, entry in enumerate(entries):
        content = xml.field_start(instruction) if index == 0 else ""
        content += _write_entry(writer, entry)
        content += xml.FIELD_END if index == len(entries) - 1 else ""
        written.append(xml.paragraph(writer.style_id(entry.style), content))
    return "".join(written)


def _write_entry(writer: Writer, entry: _ContentsEntry) -> str:
    page = xml.field(f"PAGEREF {entry.bookmark} \\h", writer.find_page(entry.bookmark))
    shown = xml.text_run(entry.shown + "\t") + page
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{shown}</w:hyperlink>'
