"""Turns blocks into WordprocessingML: headings, lists that restart, captions with fields, contents, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import zip_longest

from renjadoc.indonesian import romawi
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.span import Span, plain_text
from renjadoc.word import blocks, xml
from renjadoc.word.blocks import Line
from renjadoc.word.parts import Additions
from renjadoc.word.template import Template

#: Styles that the writer looks up by name; a template that lacks one is a located problem.
STYLES = (
    "heading 1", "heading 2", "heading 3", "Isi", "Kutipan", "caption", "Catatan Tabel", "Tabel Kepala", "Tabel Isi",
    "Tabel Angka", "Tabel Tengah", "Daftar Angka", "Daftar Huruf", "Daftar Angka Kurung", "Daftar Huruf Kurung",
    "Daftar Butir", "Sistematika", "Daftar Lanjutan 1", "Daftar Lanjutan 2", "Daftar Lanjutan 3", "Daftar Lanjutan 4",
    "toc 1", "toc 2", "toc 3", "table of figures", "Gambar", "Jarak Tabel", "Sampul Logo", "Tanda Tangan Gambar",
    "Tabel Renja", "Terbuka",
)  # fmt: skip
_ALIGN_STYLES = {"kiri": "Tabel Isi", "tengah": "Tabel Tengah", "kanan": "Tabel Angka"}
_EMU_PER_CM = 360_000


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
        self._list_numbers: dict[int, str] = {}
        self._labels: dict[str, tuple[str, str]] = {}
        self.added = Additions()
        self.open_style = self.style_id("Terbuka")

    def style_id(self, name: str) -> str:
        """The id of the style called `name`."""
        style = self._template.styles.get(name.lower())
        if style is None:
            raise ProblemsFound([_make_style_problem(self._template, name)])
        return style.id

    def learn_captions(self, captions: Iterable[blocks.Caption]) -> None:
        """Take note of every caption, so that references may point forward."""
        for caption in captions:
            self._labels[caption.name] = (_name_label(caption), caption.label)

    # Text

    def write_runs(self, line: Line) -> str:
        """The runs of a line, references as fields."""
        return "".join(self._write_span(span) for span in line)

    def _write_span(self, span: Span) -> str:
        properties = xml.run_properties(span, self.open_style)
        if span.reference in self._labels:
            bookmark, label = self._labels[span.reference]
            return xml.field(f"REF {bookmark} \\h", label, properties)
        return xml.text_run(span.text, properties)

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
                return xml.paragraph(self.style_id(block.style), self._write_anchored(block.anchor, block.line))
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
            # Word numbers level 1 silently; the visible BAB is a field, so that it follows when a chapter is moved.
            number = xml.field("SEQ Bab \\* ROMAN", romawi(int(heading.number)))
            content = xml.text_run("BAB ") + number + xml.run("<w:br/>") + content
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
        number = self._list_number(item)
        properties = f'<w:numPr><w:ilvl w:val="{item.level}"/><w:numId w:val="{number}"/></w:numPr>'
        return xml.paragraph(self.style_id(item.style), self._write_anchored(item.anchor, item.line), properties)

    def _list_number(self, item: blocks.ListItem) -> str:
        """Every list has a number of its own, so that each starts again at its first item."""
        if item.list_id not in self._list_numbers:
            style = self._template.styles[item.style.lower()]
            abstract = self._template.facts.abstract_numbers.get(style.number_id or "")
            if abstract is None:
                hint = "Di Word: Ubah Gaya > Format > Penomoran, lalu pilih bentuk daftarnya."
                message = f"gaya “{item.style}” tidak mempunyai penomoran"
                raise ProblemsFound([Problem("RJ043", Location(self._template.name), message, hint)])
            first = max(int(number) for number in self._template.facts.abstract_numbers) + 1
            number = str(first + len(self.added.lists))
            self.added.lists.append((number, abstract, item.level))
            self._list_numbers[item.list_id] = number
        return self._list_numbers[item.list_id]

    def write_caption(self, caption: blocks.Caption) -> str:
        """Label with fields, then the title lines; Word's own list of tables reads this form."""
        # \\s 1 restarts at each chapter in Word; LibreOffice passes over it and wants the restart said at the first.
        restart = " \\r 1" if caption.number == 1 else ""
        # An appendix is no chapter for Word: it neither counts among them nor restarts anything.
        chapter = xml.text_run(f"{caption.prefix}{caption.chapter}")
        within = "" if caption.prefix else " \\s 1"
        if not caption.prefix:
            chapter = xml.field("SEQ Bab \\c \\* ARABIC", str(caption.chapter))
        number = xml.field(f"SEQ {caption.kind} \\* ARABIC{within}{restart}", str(caption.number))
        label = xml.text_run(f"{caption.kind} ") + chapter + xml.text_run(".") + number
        content = self._wrap_in_bookmark(_name_label(caption), label)
        for line, anchor in zip_longest(caption.lines, caption.anchors):
            content += xml.run("<w:br/>") + self._write_anchored(anchor, line)
        return xml.paragraph(self.style_id("caption"), self._wrap_in_bookmark(toc_bookmark(caption), content))

    def write_notes(self, notes: Iterable[blocks.Paragraph]) -> str:
        """The paragraphs under a table."""
        return "".join(self.write_block(note) for note in notes)

    # Ad-hoc tables

    def _write_grid_table(self, table: blocks.GridTable) -> str:
        room = self._template.text_width(landscape=table.landscape)
        widths = [int(room * width / sum(table.widths)) for width in table.widths]
        title = xml.escape_text(" ".join(plain_text(line) for line in table.caption.lines))
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{self.style_id("Tabel Renja")}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{title}"/></w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = "".join(self._write_grid_row(cells, widths, "Tabel Kepala", head=True) for cells in table.head)
        body = "".join(self._write_grid_row(cells, widths, None, bold=bold) for cells, bold in table.body)
        after = self.write_notes(table.notes) or xml.paragraph(self.style_id("Jarak Tabel"), "")
        drawn = f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
        return self.write_caption(table.caption) + drawn + after

    def _write_grid_row(
        self,
        cells: list[blocks.GridCell],
        widths: list[int],
        style: str | None,
        *,
        head: bool = False,
        bold: bool = False,
    ) -> str:
        drawn, column = [], 0
        for cell in cells:
            width = sum(widths[column : column + cell.span])
            drawn.append(self._write_grid_cell(cell, width, style or _ALIGN_STYLES[cell.align], bold, head))
            column += cell.span
        repeat = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(drawn)}</w:tr>"

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
        return drawn + (self.write_caption(picture.caption) if picture.caption else "")

    def write_picture_paragraph(self, picture: blocks.Picture) -> str:
        """A paragraph with the picture in line with text, in the picture's style."""
        number = len(self.added.pictures) + 1
        relation = f"rIdGambar{number}"
        self.added.pictures[relation] = picture
        width = int(picture.width_cm * _EMU_PER_CM)
        height = width * picture.pixels[1] // max(picture.pixels[0], 1)
        return xml.paragraph(
            self.style_id(picture.style), xml.run(_write_drawing(number, relation, width, height, picture))
        )

    # Contents

    def write_contents(self, headings: list[blocks.Heading]) -> str:
        """The entries of the table of contents, finished, inside the field that Word would make them with."""
        entries = [(f"toc {h.level}", toc_bookmark(h), h.label, plain_text(h.line)) for h in headings]
        return self._write_entries('TOC \\o "1-3" \\h \\z \\u', entries)

    def write_appendices(self, headings: list[blocks.Heading]) -> str:
        """The list of appendices; empty text when there is none."""
        entries = [
            (
                "table of figures",
                toc_bookmark(heading),
                heading.label.replace("LAMPIRAN", "Lampiran"),
                plain_text(heading.line),
            )
            for heading in headings
            if heading.style
        ]
        return self._write_entries(f'TOC \\h \\z \\t "{blocks.APPENDIX_STYLE};1"', entries)

    def write_captions(self, kind: str, captions: list[blocks.Caption]) -> str:
        """The list of tables or pictures; empty text when there is none."""
        entries = [
            (
                "table of figures",
                toc_bookmark(caption),
                caption.label,
                " ".join(plain_text(line) for line in caption.lines),
            )
            for caption in captions
            if caption.kind == kind
        ]
        return self._write_entries(f'TOC \\h \\z \\c "{kind}"', entries)

    def _write_entries(self, instruction: str, entries: list[tuple[str, str, str, str]]) -> str:
        written = []
        for index, (style, bookmark, number, title) in enumerate(entries):
            content = xml.field_start(instruction) if index == 0 else ""
            content += self._write_entry(bookmark, number, title)
            content += xml.FIELD_END if index == len(entries) - 1 else ""
            written.append(xml.paragraph(self.style_id(style), content))
        return "".join(written)

    def _write_entry(self, bookmark: str, number: str, title: str) -> str:
        page = xml.field(f"PAGEREF {bookmark} \\h", self._pages.get(bookmark, ""))
        shown = xml.text_run(number) + xml.run("<w:tab/>") + xml.text_run(title) + xml.run("<w:tab/>") + page
        return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{shown}</w:hyperlink>'


def toc_bookmark(target: blocks.Heading | blocks.Caption) -> str:
    """The bookmark that contents link to; `_Toc` is the prefix Word uses for its own."""
    if isinstance(target, blocks.Heading):
        return "_Toc" + target.anchor.bookmark.removeprefix("_rj")[:12]
    return "_Toc" + sha256(f"{target.kind}#{target.name}".encode()).hexdigest()[:12]


def _name_label(caption: blocks.Caption) -> str:
    return "_Ref" + sha256(f"{caption.kind}#{caption.name}".encode()).hexdigest()[:12]


def _write_drawing(number: int, relation: str, width: int, height: int, picture: blocks.Picture) -> str:
    namespace = "http://schemas.openxmlformats.org/drawingml/2006"
    alt = xml.escape_text(picture.alt)
    return (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Gambar {number}" descr="{alt}"/>'
        f'<a:graphic xmlns:a="{namespace}/main"><a:graphicData uri="{namespace}/picture">'
        f'<pic:pic xmlns:pic="{namespace}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="{relation}" '
        f'descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
