"""Turns blocks into WordprocessingML: headings, lists that restart, captions with fields, contents, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import zip_longest

from renjadoc.indonesian import romawi
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.span import Span, plain_text
from renjadoc.unbroken import BLANK, as_seen, bind_pieces, bind_words
from renjadoc.word import blocks, xml
from renjadoc.word.blocks import Line
from renjadoc.word.packages.late_styles import LATE
from renjadoc.word.rivers import NOTE_MARK, Measure, divide_words, fit_words
from renjadoc.word.templates.facts import FRONT
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import charts, drawings, footnotes
from renjadoc.word.writing.grids import GridDrawing
from renjadoc.word.writing.lists import Lists
from renjadoc.word.writing.parts import Additions

#: Styles that the writer looks up by name; a template that lacks one is a located problem.
STYLES = (
    "heading 1", "heading 2", "heading 3", "Isi", "Kutipan", "caption", "Catatan Tabel", "Tabel Kepala", "Tabel Isi",
    "Tabel Angka", "Tabel Tengah", "Daftar Angka", "Daftar Huruf", "Daftar Angka Kurung", "Daftar Huruf Kurung",
    "Daftar Butir", "Sistematika", "Daftar Lanjutan 1", "Daftar Lanjutan 2", "Daftar Lanjutan 3", "Daftar Lanjutan 4",
    "toc 1", "toc 2", "toc 3", "table of figures", "Gambar", "Sampul Logo", "Tanda Tangan Gambar",
    "Tabel Renja", "Terbuka",
)  # fmt: skip
#: Far from the numbers of pictures.
_FIRST_CHART = 50_000


def missing_styles(template: Template) -> list[Problem]:
    """A problem for every style that the writer needs and the template lacks."""
    return [_make_style_problem(template, name) for name in STYLES if name.lower() not in template.styles]


def _make_style_problem(template: Template, name: str) -> Problem:
    hint = "Buat gaya itu di Word (Beranda > Gaya), atau mulai lagi dari templates/renja.docx."
    return Problem("RJ043", Location(template.name), f"gaya “{name}” tidak ada dalam templat", hint)


class Writer:
    """Writes the blocks of one document; keeps what must be unique in it: bookmarks, lists, pictures.

    `pages` maps bookmarks to page labels; empty while they are not known.
    """

    def __init__(self, template: Template, pages: Mapping[str, str]) -> None:
        self._template = template
        self._pages = pages
        self._bookmark_id = 0
        self._labels: dict[str, tuple[str, str]] = {}
        self._lists = Lists(template)
        self._chapters_count = _chapters_count(template)
        self.added = Additions(self._lists.write_numbering)
        self._drawn = 0
        self.open_style = self.style_id("Terbuka")
        self._first_note = footnotes.find_first_number(template.parts)

    def style_id(self, name: str) -> str:
        """The id of the style called `name`."""
        style = self._template.styles.get(name.lower())
        if style is not None:
            return style.id
        if name.lower() not in LATE:
            raise ProblemsFound([_make_style_problem(self._template, name)])
        self.added.styles.add(LATE[name.lower()])
        return LATE[name.lower()]

    @property
    def heading_numbers(self) -> dict[str, tuple[str, list[str], str]]:
        """How the template numbers headings (Facts)."""
        return self._template.facts.heading_numbers

    def find_page(self, bookmark: str) -> str:
        """The printed page of a bookmark; nothing while it is not known."""
        return self._pages.get(bookmark, "")

    def learn_captions(self, captions: Iterable[blocks.Caption]) -> None:
        """Take note of every caption, so that references may point forward."""
        for caption in captions:
            self._labels[caption.name] = (_name_label(caption), caption.label)

    # Text

    def write_runs(self, line: Line, measure: Measure | None = None, room: float = 0) -> str:
        """The runs of a line, references as fields; what print must not tear is bound.

        In a justified paragraph (`measure`) words are divided where they would tear a line apart, in a cell those that
        its `room` (thousandths of the letters' size) does not hold whole.
        """
        texts = bind_pieces(span.text for span in line)
        if measure is not None:
            marked = (NOTE_MARK if span.note else text for span, text in zip(line, texts, strict=True))
            texts = iter(divide_words(marked, measure))
        if room:
            texts = (fit_words(text, room) for text in texts)
        return "".join(map(self._write_span, line, texts))

    def _write_span(self, span: Span, text: str) -> str:
        if span.note:
            return self._write_note(list(span.note))
        if not text:
            return ""
        properties = xml.run_properties(span, self.open_style)
        if span.reference in self._labels:
            bookmark, label = self._labels[span.reference]
            # As it was bound and divided with the words around it, unless the caption is called otherwise by now.
            shown = text if as_seen(text) == label else bind_words(label)
            return xml.field(f"REF {bookmark} \\h", shown, properties)
        return xml.text_run(text, properties)

    def _write_note(self, line: Line) -> str:
        """The mark of a footnote that says `line`."""
        number = self._first_note + len(self.added.footnotes)
        mark, text = self.style_id(footnotes.MARK_STYLE), self.style_id(footnotes.TEXT_STYLE)
        content = Writer.write_runs(self, line)
        self.added.footnotes[number] = footnotes.write_footnote(number, content, text, mark)
        return footnotes.write_mark(number, mark)

    def _find_measure(self, style: str) -> Measure | None:
        """The lines of a justified paragraph on an upright page; None for others, and for letters of other widths."""
        stated = self._template.facts.justified.get(style.lower())
        if stated is None:
            return None
        set_in, first, size = stated
        return Measure((self._template.text_width(landscape=False) - set_in) * 1000 / size, first * 1000 / size)

    def _wrap_in_bookmark(self, name: str, content: str) -> str:
        self._bookmark_id += 1
        number = self._bookmark_id
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def _write_anchored(self, anchor: blocks.Anchor | None, line: Line, measure: Measure | None = None) -> str:
        content = self.write_runs(line, measure)
        if anchor is None:
            return content
        self.added.anchors.append((anchor, line))
        return self._wrap_in_bookmark(anchor.bookmark, content)

    # Blocks

    def write_blocks(self, content: Iterable[blocks.Block]) -> str:
        """Blocks that are no patterns, one after the other."""
        return "".join(map(self.write_block, content))

    def write_block(self, block: blocks.Block) -> str:
        """One block that is not a pattern of the template."""
        match block:
            case blocks.Heading():
                return self._write_heading(block)
            case blocks.Paragraph():
                lead = xml.text_run(block.lead) if block.lead else ""
                measure = None if lead else self._find_measure(block.style)
                content = lead + self._write_anchored(block.anchor, block.line, measure)
                # The chapters of an outline stand below each other: one page shows them all.
                held = "<w:keepNext/>" if block.style == "Sistematika" else _announces(block.line)
                return xml.paragraph(self.style_id(block.style), content, held)
            case blocks.ListItem():
                return self._write_list_item(block)
            case blocks.Picture():
                return self._write_picture(block)
            case blocks.Chart():
                return self._write_chart(block)
            case blocks.GridTable():
                return self._write_grid_table(block)
        raise TypeError(f"{type(block).__name__} is written by the template")

    def _write_heading(self, heading: blocks.Heading) -> str:
        content = self._write_anchored(heading.anchor, heading.line)
        if heading.style:
            return self._write_unchaptered(heading, content)
        if heading.level == 1:
            # Older templates number chapters silently: there the visible BAB is text.
            label = "" if self._chapters_count else xml.text_run(f"BAB {romawi(int(heading.number))}")
            content = label + xml.run("<w:br/>") + content
        return xml.paragraph(
            self.style_id(f"heading {heading.level}"), self._wrap_in_bookmark(toc_bookmark(heading), content)
        )

    def _write_unchaptered(self, heading: blocks.Heading, content: str) -> str:
        """A heading before the contents, or of an appendix: its style counts and says LAMPIRAN I over the title."""
        style = heading.style
        if heading.number:
            content = xml.run("<w:br/>") + content
            if style.lower() not in self._template.styles:
                # A template of an office that has no such style yet: the number is text there.
                style, content = blocks.FRONT_STYLE, xml.text_run(heading.label) + content
        return xml.paragraph(self.style_id(style), self._wrap_in_bookmark(toc_bookmark(heading), content))

    def _write_list_item(self, item: blocks.ListItem) -> str:
        number = self._lists.number_item(item)
        properties = (
            f'{_announces(item.line)}<w:numPr><w:ilvl w:val="{item.level}"/><w:numId w:val="{number}"/></w:numPr>'
        )
        return xml.paragraph(self.style_id(item.style), self._write_anchored(item.anchor, item.line), properties)

    def write_caption(self, caption: blocks.Caption | None, *, ends: bool = False) -> str:
        """Label with fields, then the title lines; Word's own list of tables reads this form. Nothing without one.

        One that ends what it names, as below a picture, does not hold what follows on its page.
        """
        if caption is None:
            return ""
        # No field of Word gives the arabic number of a chapter that is called BAB II; the second one restarts with it.
        # An appendix is no chapter for Word and restarts nothing.
        restart = " \\s 1" if not caption.prefix else " \\r 1" if caption.number == 1 else ""
        number = xml.field(f"SEQ {caption.kind} \\* ARABIC{restart}", str(caption.number))
        label = xml.text_run(f"{caption.kind}{BLANK}{caption.prefix}{caption.chapter}.") + number
        content = self._wrap_in_bookmark(_name_label(caption), label)
        for line, anchor in zip_longest(caption.lines, caption.anchors):
            content += xml.run("<w:br/>") + self._write_anchored(anchor, line)
        released = '<w:keepNext w:val="0"/>' if ends else ""
        marked = self._wrap_in_bookmark(toc_bookmark(caption), content)
        return xml.paragraph(self.style_id("caption"), marked, released)

    def write_notes(self, notes: Iterable[blocks.Paragraph]) -> str:
        """The paragraphs under a table."""
        return "".join(self.write_block(note) for note in notes)

    def below_table_styles(self) -> set[str]:
        """The ids of the styles of what stands below a table and belongs to it."""
        names = ("catatan tabel", "sumber")
        return {self._template.styles[name].id for name in names if name in self._template.styles} | self.added.styles

    # Ad-hoc tables

    def _write_grid_table(self, table: blocks.GridTable) -> str:
        title = " ".join(plain_text(line) for line in table.caption.lines) if table.caption else ""
        return self.write_caption(table.caption) + self.draw_table(table, title) + self.write_notes(table.notes)

    def draw_table(self, table: blocks.GridTable, title: str) -> str:
        """The table alone; `title` is what it is called by a program that reads it aloud."""
        return GridDrawing(self, table, self._template.text_width(landscape=table.landscape)).draw(title)

    # Pictures

    def _write_picture(self, picture: blocks.Picture) -> str:
        drawn = self.write_picture_paragraph(picture)
        return drawn + self.write_caption(picture.caption, ends=not picture.notes) + self.write_notes(picture.notes)

    def _write_chart(self, chart: blocks.Chart) -> str:
        count = len(self.added.charts) + 1
        relation = f"rIdGrafik{count}"
        size = drawings.fit_chart(chart, self._template)
        self.added.charts[relation] = chart._replace(
            width_cm=drawings.in_cm(size[0]), height_cm=drawings.in_cm(size[1])
        )
        # Numbered anew, with all other drawings, when the document is filled.
        numbers = (_FIRST_CHART + 2 * count, _FIRST_CHART + 2 * count + 1)
        drawing = charts.write_drawing(numbers, relation, size, chart)
        drawn = xml.paragraph(self.style_id("Gambar"), xml.run(drawing))
        return drawn + self.write_caption(chart.caption, ends=not chart.notes) + self.write_notes(chart.notes)

    def write_picture_paragraph(self, picture: blocks.Picture) -> str:
        """A paragraph with the picture in line with text, in the picture's style."""
        self._drawn += 1
        number = self._drawn
        relation = self.added.relate_picture(picture, number)
        drawing = drawings.write_drawing(number, relation, drawings.fit_picture(picture, self._template), picture)
        return xml.paragraph(self.style_id(picture.style), xml.run(drawing))


def _announces(line: Line) -> str:
    """What keeps a sentence that ends in a colon with what it announces."""
    return "<w:keepNext/>" if plain_text(line).rstrip().endswith(":") else ""


def _chapters_count(template: Template) -> bool:
    """Whether the template's own counter prints BAB I before a chapter's title."""
    style = template.styles.get("heading 1")
    home = template.facts.abstract_numbers.get(style.number_id or "", "") if style else ""
    return any(
        "%1" in level.partition("<w:lvlText ")[2].partition("/>")[0]
        for level in template.facts.list_levels.get(home, [])[:1]
    )


def toc_bookmark(target: blocks.Heading | blocks.Caption) -> str:
    """The bookmark that contents link to; `_Toc` is the prefix Word uses for its own."""
    if isinstance(target, blocks.Heading) and target.style == blocks.FRONT_STYLE:
        return f"{FRONT}{int(target.anchor.bookmark.removeprefix(blocks.ANCHOR)[:8], 16)}"
    if isinstance(target, blocks.Heading):
        return "_Toc" + target.anchor.bookmark.removeprefix("_rj")[:12]
    return "_Toc" + sha256(f"{target.kind}#{target.name}".encode()).hexdigest()[:12]


def _name_label(caption: blocks.Caption) -> str:
    return "_Ref" + sha256(f"{caption.kind}#{caption.name}".encode()).hexdigest()[:12]
