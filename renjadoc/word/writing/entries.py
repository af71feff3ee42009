"""The entries that a template's loop over `isi` sees: one a pattern table, one a stretch of other blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from renjadoc.span import plain_text
from renjadoc.word import blocks, xml
from renjadoc.word.templates.template import Template
from renjadoc.word.writing.decimals import align_percentages
from renjadoc.word.writing.holding import hold_last_lines
from renjadoc.word.writing.writer import Writer

#: The style of a paragraph that follows a table.
_BELOW = "Isi Setelah Tabel"
_TEXT = blocks.Heading | blocks.Paragraph | blocks.ListItem
_TURNABLE = blocks.GridTable | blocks.Picture | blocks.Chart
#: So many letters, some six lines, are too few for a page of their own between two landscape tables.
_FEW = 600
#: With no heading among them, as many as these, about a page that lies across.
_MOST = 3 * _FEW


@dataclass
class _Entry:
    """One turn of the loop. Of text `letters` counts about how many it has, and `heads` the levels of its headings;

    one of them, without any, ends the chapters. `chapters` are the places of those that begin in it.
    """

    landscape: bool
    table: blocks.PatternTable | None = None
    xml: list[str] = field(default_factory=list)
    caption: str = ""
    notes: str = ""
    ends_chapters: bool = False
    letters: int = 0
    heads: set[int] = field(default_factory=set)
    chapters: list[int] = field(default_factory=list)

    def add(self, block: blocks.Block, written: str) -> None:
        """A block of text, written."""
        if isinstance(block, blocks.Heading) and block.level == 1:
            self.chapters.append(len(self.xml))
        self.xml.append(written)
        self.letters += len(plain_text(block.line)) if isinstance(block, _TEXT) else _FEW
        if isinstance(block, blocks.Heading):
            self.heads.add(block.level)

    @property
    def movable(self) -> bool:
        """Whether it may stand on landscape pages: a section begins in it only where it is short, a chapter never."""
        return (
            self.table is None
            and not self.ends_chapters
            and self.letters <= (_FEW if self.heads else _MOST)
            and 1 not in self.heads
        )


def make_entries(writer: Writer, template: Template, content: Iterable[blocks.Block]) -> list[dict[str, Any]]:
    """The blocks of the chapters as the template's loop takes them, in order."""
    entries: list[_Entry] = []
    is_turned = ended = False
    for block in _with_led_pictures(_with_room_below_tables(content, template)):
        if isinstance(block, blocks.Heading) and block.level == 1:
            if block.style and not ended:
                entries.append(_Entry(False, ends_chapters=True))
            ended, is_turned = bool(block.style), block.landscape
        if isinstance(block, blocks.PatternTable):
            # Written now, so that anchors stand in reading order.
            landscape = template.patterns.get(block.pattern, False)
            caption, notes = writer.write_caption(block.caption), writer.write_notes(block.notes)
            entries.append(_Entry(landscape, block, caption=caption, notes=notes))
            continue
        if is_turned and isinstance(block, blocks.GridTable):
            # As wide as its pages, and its notes stand below it.
            block = block._replace(landscape=True)
        landscape = is_turned or (isinstance(block, _TURNABLE) and block.landscape)
        last = entries[-1] if entries else None
        if last is None or last.table or last.ends_chapters or last.landscape != landscape:
            last = _Entry(landscape)
            entries.append(last)
        last.add(block, writer.write_block(block))
    if not ended:
        entries.append(_Entry(False, ends_chapters=True))
    elif entries[-1].table or isinstance(block, blocks.GridTable):
        # A document ends in a paragraph, also behind the table of an appendix.
        entries.append(_Entry(is_turned, xml=[xml.paragraph(writer.style_id("Isi"), "")]))
    _turn_short_stretches(entries)
    _hold_ends(entries)
    return [_name_parts(entries, index) for index in range(len(entries))]


def _with_room_below_tables(content: Iterable[blocks.Block], template: Template) -> Iterator[blocks.Block]:
    """The blocks, where a paragraph of text right below a table has the style that keeps room above it."""
    below = False
    for block in content:
        if below and isinstance(block, blocks.Paragraph) and block.style == "Isi" and _BELOW.lower() in template.styles:
            block = block._replace(style=_BELOW)
        if not isinstance(block, blocks.PatternTable | blocks.GridTable):
            below = False
        else:
            if below and block.caption is None:
                # Two tables with nothing between them are one to Word.
                yield blocks.Paragraph([], "Isi")
            below = not block.notes
        yield block


def _with_led_pictures(content: Iterable[blocks.Block]) -> Iterator[blocks.Block]:
    """The blocks, where a picture on upright pages knows whether something above it has to stay on its page."""
    led = False
    for block in content:
        if led and isinstance(block, blocks.Picture | blocks.Chart) and not block.landscape:
            block = block._replace(led=True)
        yield block
        led = isinstance(block, blocks.Heading) or (isinstance(block, _TEXT) and plain_text(block.line).endswith(":"))


def _turn_short_stretches(entries: list[_Entry]) -> None:
    """A little text between two landscape tables stays on their pages, instead of on one of its own."""
    for before, entry, after in zip(entries, entries[1:], entries[2:], strict=False):
        if entry.movable and before.landscape and after.landscape:
            entry.landscape = True


def _hold_ends(entries: list[_Entry]) -> None:
    """No page has only the last lines of a chapter, or of the text before a landscape table."""
    for entry, after in pairwise(entries):
        ends = [*entry.chapters, *([len(entry.xml)] if after.landscape else [])]
        for end in [] if entry.landscape else ends:
            hold_last_lines(entry.xml, end)


def _name_parts(entries: list[_Entry], index: int) -> dict[str, Any]:
    entry = entries[index]
    text = Markup("".join(entry.xml))
    return {
        "xml": "" if entry.landscape else text,
        "xml_lanskap": text if entry.landscape else "",
        "pola": entry.table.pattern if entry.table else "",
        "judul_tabel": Markup(entry.caption),
        "catatan": Markup(entry.notes),
        "akhir_bab": entry.ends_chapters,
        "baris": align_percentages(entry.table.rows) if entry.table else [],
        "awal_lanskap": entry.landscape and not (index and entries[index - 1].landscape),
        "akhir_lanskap": entry.landscape and not (index + 1 < len(entries) and entries[index + 1].landscape),
    }
