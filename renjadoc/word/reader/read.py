"""Reads any Word document, of whatever program, as plain data: paragraphs, tables, pictures in reading order.

Tracked changes are taken as accepted; contents lists are marked; numbers that Word computes are resolved to text.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from renjadoc.word import package
from renjadoc.word.package import PackageError, Parts
from renjadoc.word.reader import elements, styles
from renjadoc.word.reader import parts as sources
from renjadoc.word.reader.document import (
    Comment,
    Look,
    Piece,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordPicture,
    WordRow,
    WordTable,
)
from renjadoc.word.reader.elements import CHART, DIAGRAM, A, V
from renjadoc.word.reader.numbering import Numbering
from renjadoc.word.reader.ooxml import MATH, MC, REMOVED, W, on, root, value, whole

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
#: A Renja of a province with hundreds of pages has some 20 MB of XML; its tree takes ten times as much memory.
MAX_XML = 96 * 1024 * 1024
_EMU_CM = 360_000
#: As many pieces of a passage are enough to know a comment's place by.
_LONGEST_PASSAGE = 50
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
_ASIDE = {f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delInstrText", f"{W}delText", f"{MC}Fallback"} | REMOVED


def read_document(path: Path) -> WordDocument:
    """The document at `path`. Raises PackageError for what is no usable Word document."""
    return read_parts(package.unpack_file(path))


def read_parts(parts: Parts) -> WordDocument:
    """The document made of `parts`. Raises PackageError."""
    parts = {
        name: sources.transitional(data) if name.endswith((".xml", ".rels")) else data for name, data in parts.items()
    }
    if max(len(data) for name, data in parts.items() if name.endswith(".xml")) > MAX_XML:
        raise PackageError("isi berkas terlalu besar untuk sebuah Renja")
    body = root(parts, "word/document.xml").find(f"{W}body")
    if body is None:
        raise PackageError("bagian utama berkas ini tidak berisi naskah")
    reader = _Reader(parts)
    blocks = reader.blocks(body)
    reader.turn(body, blocks)
    closed = [f"berkas lain yang disisipkan ({name.get(f'{_R}id')})" for name in body.iter(f"{W}altChunk")]
    return WordDocument(
        blocks, list(sources.sides(parts)), reader.strange, closed, sources.title(parts), reader.remarks
    )


class _Reader:
    """Walks the body once."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._styles = styles.Styles(parts)
        self._numbering = Numbering(parts)
        self._relations = dict(sources.relations(parts, "word/document.xml"))
        self._notes = {kind: sources.notes(parts, kind) for kind in ("footnote", "endnote")}
        self._comments = dict(sources.comments(parts))
        #: What has been read since each comment began, and which of them go on.
        self._passages: dict[str, list[str]] = {}
        self._commented: set[str] = set()
        #: The fields that are open: whether each is a list of contents, and whether its result has begun.
        self._fields: list[list[bool]] = []
        #: How many lists of contents have begun so far.
        self._listings = 0
        self._code = ""
        self._here: WordParagraph | None = None
        self._sections: list[tuple[int, bool]] = []
        self._pictures = 0
        self.strange: list[tuple[str, str]] = []
        self.remarks: list[Comment] = []

    # Blocks

    def blocks(self, container: Any, *, contents: bool = False, top: bool = True) -> list[WordBlock]:
        """Every paragraph and table below, through content controls and other wrappers."""
        found: list[WordBlock] = []
        self._gather(container, contents, found)
        if self._here is not None:
            found.append(self._here)
            self._here = None
        return found

    def _gather(self, container: Any, contents: bool, found: list[WordBlock]) -> None:
        for element in container:
            tag = element.tag
            if tag == f"{W}p":
                self._paragraph(element, contents, found)
            elif tag == f"{W}tbl":
                found.append(self._table(element))
            elif tag in {f"{W}commentRangeStart", f"{W}commentRangeEnd"}:
                self._comment(element)
            elif tag == f"{W}sdt":
                inner = element.find(f"{W}sdtContent")
                if inner is not None:
                    self._gather(inner, contents or elements.is_contents(element), found)
            elif isinstance(tag, str) and tag not in {f"{W}sectPr", f"{MC}Fallback"} | REMOVED:
                self._gather(element, contents, found)

    def _paragraph(self, element: Any, contents: bool, found: list[WordBlock]) -> None:
        joined = self._here
        here = joined or WordParagraph()
        properties = element.find(f"{W}pPr")
        inside_before, listings = self._in_contents(), self._listings
        if joined is None or not joined.text.strip():
            self._properties(here, properties)
        self._content(element, here, False)
        # A code that its paragraph does not end is broken: it must not swallow what follows.
        self._fields = [field for field in self._fields if field[1]]
        style = here.style
        here.contents = (
            contents
            or inside_before
            or self._listings > listings
            or style.startswith("toc ")
            or style == "table of figures"
        )
        if properties is not None and elements.mark_removed(properties):
            self._here = here
            return
        self._here = None
        found.append(here)
        found += here.boxes
        here.boxes = []

    def _properties(self, here: WordParagraph, properties: Any) -> None:
        style = value(properties, "pStyle") or self._styles.default
        here.style = self._styles.name(style)
        own = properties is not None
        stated = styles.outline(properties) if own else None
        level = self._styles.get(style, "outline") if stated is None else stated
        here.outline = level if level is not None and level <= 9 else None
        centred = styles.centred(properties) if own else None
        here.centred = bool(self._styles.get(style, "centred") if centred is None else centred)
        number = (styles.number(properties) if own else None) or self._styles.get(style, "number")
        if number is not None and number[0] not in {"", "0"}:
            here.label = self._numbering.label(*number)
        indent = styles.indent(properties) if own else None
        if indent is None and number is not None:
            indent = self._numbering.indent(*number)
        here.indent = indent if indent is not None else self._styles.get(style, "indent") or 0
        here.pieces = []
        self._style_look = bool(self._styles.get(style, "bold")), bool(self._styles.get(style, "italic"))

    # What stands in a paragraph

    def _content(self, element: Any, here: WordParagraph, hidden: bool) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _ASIDE:
                continue
            if tag == f"{W}r":
                self._run(child, here)
            elif tag.startswith(MATH):
                self._formula(child, here)
            elif tag in {f"{W}commentRangeStart", f"{W}commentRangeEnd"}:
                self._comment(child)
            elif tag == f"{W}sdt":
                inner = child.find(f"{W}sdtContent")
                if inner is not None:
                    self._content(inner, here, hidden)
            elif tag == f"{W}p":
                # A paragraph in a paragraph is no Word that Word writes, but its text is text.
                self._content(child, here, hidden)
            else:
                self._content(child, here, hidden)

    def _formula(self, element: Any, here: WordParagraph) -> None:
        text = elements.formula_text(element)
        if text.strip():
            self._add(here, text, False, False)
            self.strange.append(("rumus dijadikan teks biasa", text))

    def _run(self, run: Any, here: WordParagraph) -> None:
        properties = run.find(f"{W}rPr")
        if properties is not None and on(properties, "vanish"):
            return
        bold, italic = self._look(properties)
        for child in run:
            self._piece(child, here, bold, italic)

    def _look(self, properties: Any) -> tuple[bool, bool]:
        bold, italic = self._style_look
        if properties is None:
            return bold, italic
        style = value(properties, "rStyle")
        said = {key: styles.switch(properties, name) for key, name in (("bold", "b"), ("italic", "i"))}
        looks = []
        for key, fallback in (("bold", bold), ("italic", italic)):
            own = said[key] if said[key] is not None else self._styles.get(style, key)
            looks.append(fallback if own is None else bool(own))
        return looks[0], looks[1]

    def _piece(self, child: Any, here: WordParagraph, bold: bool, italic: bool) -> None:
        tag = child.tag
        if tag in {f"{W}fldChar", f"{W}instrText"}:
            self._field(child)
        elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            kind = "footnote" if tag == f"{W}footnoteReference" else "endnote"
            if text := self._notes[kind].get(child.get(f"{W}id") or ""):
                here.notes.append(text)
        elif tag == f"{W}commentReference":
            self._remark(child.get(f"{W}id") or "", here)
        elif tag == f"{MC}AlternateContent":
            for inner in elements.alternative(child):
                self._piece(inner, here, bold, italic)
        elif tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
            self._drawing(child, here)
        else:
            self._add(here, elements.text(child), bold, italic)

    def _add(self, here: WordParagraph, text: str, bold: bool, italic: bool) -> None:
        if not text or any(not begun for _, begun in self._fields):
            return
        for number in list(self._commented):
            self._passages[number].append(text)
            if len(self._passages[number]) >= _LONGEST_PASSAGE:
                self._commented.discard(number)
        last = here.pieces[-1] if here.pieces else None
        if last and last.look == (bold, italic, False):
            here.pieces[-1] = last._replace(text=last.text + text)
        else:
            here.pieces.append(Piece(text, Look(bold, italic)))

    def _comment(self, mark: Any) -> None:
        """Where the passage of a comment begins or ends."""
        number = mark.get(f"{W}id") or ""
        if mark.tag == f"{W}commentRangeEnd":
            self._commented.discard(number)
        elif number in self._comments:
            self._passages[number] = []
            self._commented.add(number)

    def _remark(self, number: str, here: WordParagraph) -> None:
        """The comment that ends here; Word puts its reference behind the passage."""
        if number in self._comments:
            self._commented.discard(number)
            author, text = self._comments.pop(number)
            passage = " ".join("".join(self._passages.pop(number, []) or here.text).split())
            here.comments.append(Comment(author, "", text, passage=passage))
            self.remarks.append(here.comments[-1])

    # Fields

    def _field(self, mark: Any) -> None:
        kind = mark.get(f"{W}fldCharType")
        if mark.tag == f"{W}instrText":
            self._code += mark.text or ""
            if self._fields and self._code.split()[:1] == ["TOC"] and not self._fields[-1][0]:
                self._fields[-1][0] = True
                self._listings += 1
        elif kind == "begin":
            self._fields.append([False, False])
            self._code = ""
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _in_contents(self) -> bool:
        return any(contents for contents, _ in self._fields)

    # Drawings

    def _drawing(self, element: Any, here: WordParagraph) -> None:
        boxes = elements.outermost(element, f"{W}txbxContent")
        for box in boxes:
            here.boxes += self._aside(box)
        inside = {id(node) for box in boxes for node in box.iter()}
        for blip in element.iter(f"{A}blip", f"{V}imagedata"):
            if id(blip) not in inside:
                here.pictures.append(self._picture(element, blip))
        for art in element.iter(f"{V}textpath"):
            here.boxes += [
                WordParagraph([Piece(line)]) for line in (art.get("string") or "").split("\n") if line.strip()
            ]
        for chart in element.iter(f"{CHART}chart"):
            here.boxes += self._chart(chart)
        for relation in element.iter(f"{DIAGRAM}relIds"):
            here.boxes += self._diagram(relation.get(f"{_R}dm") or "")
        if element.tag == f"{W}object":
            self.strange.append(("objek tertanam (misalnya lembar Excel)", "hanya gambar tampilannya yang diambil"))

    def _aside(self, box: Any) -> list[WordBlock]:
        """The blocks of a text box, which is a story of its own."""
        kept = self._here, self._fields, self._style_look
        self._here, self._fields = None, []
        found = self.blocks(box)
        self._here, self._fields, self._style_look = kept
        return found

    def _chart(self, chart: Any) -> list[WordBlock]:
        """The titles, names and figures of a chart, as it kept them when it was drawn."""
        target, _ = self._relations.get(chart.get(f"{_R}id") or "", ("", False))
        words: list[str] = []
        if target in self._parts:
            words = [t.text for t in root(self._parts, target).iter(f"{A}t", f"{CHART}v") if t.text]
        self.strange.append(("grafik dijadikan teks; lebih baik tempel sebagai gambar", "; ".join(words)))
        return [WordParagraph([Piece(f"Grafik: {'; '.join(words)}")])] if words else []

    def _diagram(self, relation: str) -> list[WordBlock]:
        target, _ = self._relations.get(relation, ("", False))
        if target not in self._parts:
            return []
        lines = ("".join(t.text or "" for t in p.iter(f"{A}t")) for p in root(self._parts, target).iter(f"{A}p"))
        found: list[WordBlock] = [WordParagraph([Piece(line)]) for line in lines if line.strip()]
        if found:
            self.strange.append(
                ("bagan SmartArt dijadikan teks", " / ".join(p.text for p in found if isinstance(p, WordParagraph)))
            )
        return found

    def _picture(self, drawing: Any, blip: Any) -> WordPicture:
        self._pictures += 1
        extent = drawing.find(f".//{_WP}extent")
        width = whole(extent.get("cx")) / _EMU_CM if extent is not None else None
        said = drawing.find(f".//{_WP}docPr")
        alt = (said.get("descr") or said.get("title") or "").strip() if said is not None else ""
        relation = blip.get(f"{_R}embed") or blip.get(f"{_R}id") or ""
        linked = blip.get(f"{_R}link") or ""
        target, outside = self._relations.get(relation or linked, ("", True))
        name = f"gambar-{self._pictures}"
        if outside or target not in self._parts:
            return WordPicture(name, b"", width, alt, f"gambar di luar berkas ({target or 'tautannya rusak'})")
        suffix = Path(target).suffix.lower()
        # The name comes from outside, and becomes that of a file.
        name += suffix if _SUFFIX.fullmatch(suffix) else ""
        return WordPicture(name, self._parts[target], width or None, alt)

    # Tables

    def _table(self, element: Any) -> WordTable:
        return WordTable([self._row(row) for row in elements.rows(element)])

    def _row(self, row: Any) -> WordRow:
        properties = row.find(f"{W}trPr")
        head = properties is not None and on(properties, "tblHeader")
        cells = [self._cell(cell) for cell in elements.cells(row)]
        return WordRow(cells, head, whole(value(properties, "gridBefore")))

    def _cell(self, cell: Any) -> WordCell:
        properties = cell.find(f"{W}tcPr")
        span = whole(value(properties, "gridSpan")) or 1
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        down = None if merge is None else merge.get(f"{W}val") or "continue"
        kept, self._here = self._here, None
        blocks = self.blocks(cell)
        self._here = kept
        return WordCell(blocks, min(span, 63), down)

    def turn(self, body: Any, blocks: list[WordBlock]) -> None:
        """Mark what stands on landscape pages: a section's setup stands at its end."""
        tops = list(elements.top_blocks(body))
        landscape: list[bool] = []
        start = 0
        for index, element in enumerate(tops):
            setup = element.find(f"{W}pPr/{W}sectPr") if element.tag == f"{W}p" else None
            if setup is not None:
                landscape += [elements.is_landscape(setup)] * (index + 1 - start)
                start = index + 1
        landscape += [elements.is_landscape(body.find(f"{W}sectPr"))] * (len(tops) - start)
        tables = [turned for element, turned in zip(tops, landscape, strict=True) if element.tag == f"{W}tbl"]
        for table, turned in zip((b for b in blocks if isinstance(b, WordTable)), tables, strict=False):
            table.landscape = turned
