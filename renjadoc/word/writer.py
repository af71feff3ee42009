"""Turns blocks into WordprocessingML: headings, lists that restart, captions with fields, contents, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import zip_longest

from renjadoc.indonesian import romawi
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.span import Span, plain_text
from renjadoc.unbroken import BLANK, bind_pieces, bind_words
from renjadoc.word import blocks, drawings, xml
from renjadoc.word.blocks import Line
from renjadoc.word.columns import fit_columns
from renjadoc.word.facts import FRONT
from renjadoc.word.lists import Lists
from renjadoc.word.parts import Additions
from renjadoc.word.template import Template

#: Styles that the writer looks up by name; a template that lacks one is a located problem.
STYLES = (
    "heading 1", "heading 2", "heading 3", "Isi", "Kutipan", "caption", "Catatan Tabel", "Tabel Kepala", "Tabel Isi",
    "Tabel Angka", "Tabel Tengah", "Daftar Angka", "Daftar Huruf", "Daftar Angka Kurung", "Daftar Huruf Kurung",
    "Daftar Butir", "Sistematika", "Daftar Lanjutan 1", "Daftar Lanjutan 2", "Daftar Lanjutan 3", "Daftar Lanjutan 4",
    "toc 1", "toc 2", "toc 3", "table of figures", "Gambar", "Sampul Logo", "Tanda Tangan Gambar",
    "Tabel Renja", "Terbuka",
)  # fmt: skip
_KEPT = re.compile('(<w:pStyle w:val="[^"]*"/>)')
_ALIGN_STYLES = {"kiri": "Tabel Isi", "tengah": "Tabel Tengah", "kanan": "Tabel Angka"}


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
        self.open_style = self.style_id("Terbuka")

    def style_id(self, name: str) -> str:
        """The id of the style called `name`."""
        style = self._template.styles.get(name.lower())
        if style is None:
            raise ProblemsFound([_make_style_problem(self._template, name)])
        return style.id

    def find_page(self, bookmark: str) -> str:
        """The printed page of a bookmark; nothing while it is not known."""
        return self._pages.get(bookmark, "")

    def learn_captions(self, captions: Iterable[blocks.Caption]) -> None:
        """Take note of every caption, so that references may point forward."""
        for caption in captions:
            self._labels[caption.name] = (_name_label(caption), caption.label)

    # Text

    def write_runs(self, line: Line) -> str:
        """The runs of a line, references as fields; what print must not tear is bound."""
        texts = bind_pieces(span.text for span in line)
        return "".join(map(self._write_span, line, texts))

    def _write_span(self, span: Span, text: str) -> str:
        properties = xml.run_properties(span, self.open_style)
        if span.reference in self._labels:
            bookmark, label = self._labels[span.reference]
            return xml.field(f"REF {bookmark} \\h", bind_words(label), properties)
        return xml.text_run(text, properties)

    def _wrap_in_bookmark(self, name: str, content: str) -> str:
        self._bookmark_id += 1
        number = self._bookmark_id
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def _write_anchored(self, anchor: blocks.Anchor | None, line: Line) -> str:
        content = self.write_runs(line)
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
                content = self._write_anchored(block.anchor, block.line)
                return xml.paragraph(self.style_id(block.style), content, _announces(block.line))
            case blocks.ListItem():
                return self._write_list_item(block)
            case blocks.Picture():
                return self._write_picture(block)
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

    def write_caption(self, caption: blocks.Caption | None) -> str:
        """Label with fields, then the title lines; Word's own list of tables reads this form. Nothing without one."""
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
        return xml.paragraph(self.style_id("caption"), self._wrap_in_bookmark(toc_bookmark(caption), content))

    def write_notes(self, notes: Iterable[blocks.Paragraph]) -> str:
        """The paragraphs under a table."""
        return "".join(self.write_block(note) for note in notes)

    # Ad-hoc tables

    def _write_grid_table(self, table: blocks.GridTable) -> str:
        title = " ".join(plain_text(line) for line in table.caption.lines) if table.caption else ""
        return self.write_caption(table.caption) + self.draw_table(table, title) + self.write_notes(table.notes)

    def draw_table(self, table: blocks.GridTable, title: str) -> str:
        """The table alone; `title` is what it is called by a program that reads it aloud."""
        room = self._template.text_width(landscape=table.landscape)
        widths = fit_columns(table, room)
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{self.style_id("Tabel Renja")}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{xml.escape_text(title)}"/></w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = "".join(self._write_grid_row(cells, widths, "Tabel Kepala", head=True) for cells in table.head)
        heads = [bold for _, bold in table.body]
        body = "".join(
            self._write_grid_row(cells, widths, None, bold=bold, held=_stays_with_next(heads, index))
            for index, (cells, bold) in enumerate(table.body)
        )
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"

    def _write_grid_row(
        self,
        cells: list[blocks.GridCell],
        widths: list[int],
        style: str | None,
        *,
        head: bool = False,
        bold: bool = False,
        held: bool = False,
    ) -> str:
        drawn, column = [], 0
        for cell in cells:
            width = sum(widths[column : column + cell.span])
            drawn.append(self._write_grid_cell(cell, width, style or _ALIGN_STYLES[cell.align], bold, head))
            column += cell.span
        repeat = "<w:tblHeader/>" if head else ""
        row = f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(drawn)}</w:tr>"
        # Word and LibreOffice ask the first paragraph whether a row stays with the next.
        return row if not held else _KEPT.sub(r"\1<w:keepNext/>", row, count=1)

    def _write_grid_cell(self, cell: blocks.GridCell, width: int, style: str, bold: bool, head: bool) -> str:
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if cell.span > 1:
            properties += f'<w:gridSpan w:val="{cell.span}"/>'
        if cell.merge_down:
            properties += f'<w:vMerge w:val="{cell.merge_down}"/>'
        if head:
            properties += '<w:vAlign w:val="center"/>'
        lines = [[Span(s.text, s.bold or bold, s.italic, s.open, s.reference) for s in line] for line in cell.lines]
        style_id = self.style_id(style)
        paragraphs = "".join(xml.paragraph(style_id, self.write_runs(line)) for line in lines or [[]])
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"

    # Pictures

    def _write_picture(self, picture: blocks.Picture) -> str:
        drawn = self.write_picture_paragraph(picture)
        return drawn + self.write_caption(picture.caption)

    def write_picture_paragraph(self, picture: blocks.Picture) -> str:
        """A paragraph with the picture in line with text, in the picture's style."""
        number = len(self.added.pictures) + 1
        relation = f"rIdGambar{number}"
        self.added.pictures[relation] = picture
        drawing = drawings.write_drawing(number, relation, drawings.fit_picture(picture, self._template), picture)
        return xml.paragraph(self.style_id(picture.style), xml.run(drawing))


def _announces(line: Line) -> str:
    """What keeps a sentence that ends in a colon with what it announces."""
    return "<w:keepNext/>" if plain_text(line).rstrip().endswith(":") else ""


def _stays_with_next(heads: list[bool], index: int) -> bool:
    """Whether a row is the head of those below it, or stands above the total that ends its table."""
    is_above_total = index == len(heads) - 2 and heads[-1]
    return (heads[index] or is_above_total) and index < len(heads) - 1


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
