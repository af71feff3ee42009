"""Reads any Word document, of whatever program, as plain data: paragraphs, tables, pictures in reading order.

Tracked changes are taken as accepted; contents lists are marked; numbers that Word computes are resolved to text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renjadoc.span import Span
from renjadoc.word import package
from renjadoc.word.numbering import BULLET, Numbering
from renjadoc.word.ooxml import MATH, MC, REMOVED, SIGNS, W, on, root, value, whole
from renjadoc.word.package import PackageError, Parts

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
#: What is read of a drawing.
_READABLE = (f"{W}txbxContent", f"{W}t", f"{_A}blip", f"{_V}imagedata", f"{_V}textpath", f"{_CHART}chart",
             f"{_DIAGRAM}relIds")  # fmt: skip
#: Word's “Strict Open XML” names the same elements otherwise.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
#: A Renja of a province with hundreds of pages has some 20 MB of XML; its tree takes ten times as much memory.
MAX_XML = 96 * 1024 * 1024
_EMU_CM = 360_000
#: As many pieces of a passage are enough to know a comment's place by.
_LONGEST_PASSAGE = 50
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
#: Signs of symbol fonts that say something, by their place in the font.
_SIGNS_OF = {
    "symbol": {
        0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xD6: "√",
        0xE5: "∑", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x44: "Δ",
    },
    "wingdings": {0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0xE0: "→"},
}  # fmt: skip
_ASIDE = {f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delInstrText", f"{W}delText", f"{MC}Fallback"} | REMOVED


@dataclass(frozen=True)
class Picture:
    """A picture of the document; `fault` says why its bytes cannot be had."""

    name: str
    data: bytes
    width_cm: float | None
    alt: str
    fault: str = ""


@dataclass(frozen=True)
class Remark:
    """A comment beside the text: who made it, the words it stands at, what it says."""

    author: str
    passage: str
    text: str


@dataclass
class Paragraph:
    """One paragraph as it is printed.

    `label` is its automatic number; `outline` its heading level from 1, or None; `style` the style's name in small
    letters; `indent` is in twentieths of a point; `contents` marks an entry of a list of contents.
    """

    spans: list[Span] = field(default_factory=list)
    style: str = "normal"
    outline: int | None = None
    label: str = ""
    indent: int = 0
    centred: bool = False
    contents: bool = False
    landscape: bool = False
    pictures: list[Picture] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        shown = [span for span in self.spans if span.text.strip()]
        return bool(shown) and all(span.bold for span in shown)


@dataclass
class Cell:
    """A cell of a table's grid; `down` is None, "restart" or "continue"."""

    blocks: list[Block]
    span: int = 1
    down: str | None = None


@dataclass
class Row:
    """A row; `head`: repeated on every page; `before`: how many grid columns it leaves out at its left."""

    cells: list[Cell]
    head: bool = False
    before: int = 0


@dataclass
class Table:
    rows: list[Row]
    landscape: bool = False


Block = Paragraph | Table


@dataclass
class Foreign:
    """A document. `sides` are the texts of headers and footers, `remarks` all comments in reading order.

    `strange` is (what, text) of what became something else; `closed` names what could not be read at all.
    """

    blocks: list[Block]
    sides: list[str]
    strange: list[tuple[str, str]]
    closed: list[str]
    title: str = ""
    remarks: list[Remark] = field(default_factory=list)


def read(path: Path) -> Foreign:
    """The document at `path`. Raises PackageError for what is no usable Word document."""
    return from_parts(package.read(path))


def from_parts(parts: Parts) -> Foreign:
    """The document made of `parts`. Raises PackageError."""
    parts = {name: _transitional(data) if name.endswith((".xml", ".rels")) else data for name, data in parts.items()}
    if max(len(data) for name, data in parts.items() if name.endswith(".xml")) > MAX_XML:
        raise PackageError("isi berkas terlalu besar untuk sebuah Renja")
    body = root(parts, "word/document.xml").find(f"{W}body")
    if body is None:
        raise PackageError("bagian utama berkas ini tidak berisi naskah")
    reader = _Reader(parts)
    blocks = reader.blocks(body)
    reader.turn(body, blocks)
    closed = [f"berkas lain yang disisipkan ({name.get(f'{_R}id')})" for name in body.iter(f"{W}altChunk")]
    return Foreign(blocks, list(_sides(parts)), reader.strange, closed, _title(parts), reader.remarks)


def _transitional(data: bytes) -> bytes:
    if b"purl.oclc.org/ooxml" in data:
        for theirs, ours in _STRICT:
            data = data.replace(theirs, ours)
    return data


def _sides(parts: Parts) -> Iterator[str]:
    for name in sorted(parts):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root(parts, name).iter(f"{W}p"))
            text = " ".join(line.strip() for line in lines if line.strip())
            if text:
                yield text


def _title(parts: Parts) -> str:
    if "docProps/core.xml" not in parts:
        return ""
    found = root(parts, "docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}title")
    return (found.text or "").strip() if found is not None else ""


@dataclass
class _Style:
    """What a style says itself; None where it leaves it to the style it is based on."""

    name: str
    base: str
    outline: int | None = None
    number: tuple[str, int] | None = None
    bold: bool | None = None
    italic: bool | None = None
    centred: bool | None = None
    indent: int | None = None


class _Styles:
    """The styles of a document by id, each asked through the styles it is based on."""

    def __init__(self, parts: Parts) -> None:
        tree = root(parts, "word/styles.xml") if "word/styles.xml" in parts else []
        self._styles: dict[str, _Style] = {}
        self.default = ""
        for element in tree:
            if element.tag == f"{W}style":
                name = element.get(f"{W}styleId") or ""
                self._styles[name] = _read_style(element)
                if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true"}:
                    self.default = name

    def name(self, style: str) -> str:
        found = self._styles.get(style)
        return found.name if found else style.lower() or "normal"

    def get(self, style: str, what: str) -> Any:
        """What `style` or the first of its bases says about `what`; None if none does."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            if (said := getattr(self._styles[style], what)) is not None:
                return said
            style = self._styles[style].base
        return None


def _read_style(element: Any) -> _Style:
    style = _Style(value(element, "name").lower(), value(element, "basedOn"))
    paragraph, letters = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    if paragraph is not None:
        style.outline = _outline(paragraph)
        style.number = _number(paragraph)
        style.centred = _centred(paragraph)
        style.indent = _indent(paragraph)
    if letters is not None:
        style.bold, style.italic = _switch(letters, "b"), _switch(letters, "i")
    return style


def _switch(properties: Any, name: str) -> bool | None:
    return on(properties, name) if properties.find(f"{W}{name}") is not None else None


def _outline(properties: Any) -> int | None:
    stated = value(properties, "outlineLvl")
    return whole(stated) + 1 if stated else None


def _number(properties: Any) -> tuple[str, int] | None:
    found = properties.find(f"{W}numPr")
    return (value(found, "numId"), whole(value(found, "ilvl"))) if found is not None else None


def _centred(properties: Any) -> bool | None:
    stated = value(properties, "jc")
    return stated == "center" if stated else None


def _indent(properties: Any) -> int | None:
    found = properties.find(f"{W}ind")
    stated = (found.get(f"{W}left") or found.get(f"{W}start")) if found is not None else None
    return whole(stated) if stated else None


class _Reader:
    """Walks the body once."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._styles = _Styles(parts)
        self._numbering = Numbering(parts)
        self._relations = dict(_read_relations(parts, "word/document.xml"))
        self._notes = {kind: _notes(parts, kind) for kind in ("footnote", "endnote")}
        self._comments = dict(_comments(parts))
        #: What has been read since each comment began, and which of them go on.
        self._passages: dict[str, list[str]] = {}
        self._commented: set[str] = set()
        #: The fields that are open: whether each is a list of contents, and whether its result has begun.
        self._fields: list[list[bool]] = []
        #: How many lists of contents have begun so far.
        self._listings = 0
        self._code = ""
        self._here: Paragraph | None = None
        self._sections: list[tuple[int, bool]] = []
        self._pictures = 0
        self.strange: list[tuple[str, str]] = []
        self.remarks: list[Remark] = []

    # Blocks

    def blocks(self, container: Any, *, contents: bool = False, top: bool = True) -> list[Block]:
        """Every paragraph and table below, through content controls and other wrappers."""
        found: list[Block] = []
        self._gather(container, contents, found)
        if self._here is not None:
            found.append(self._here)
            self._here = None
        return found

    def _gather(self, container: Any, contents: bool, found: list[Block]) -> None:
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
                    self._gather(inner, contents or _is_contents(element), found)
            elif isinstance(tag, str) and tag not in {f"{W}sectPr", f"{MC}Fallback"} | REMOVED:
                self._gather(element, contents, found)

    def _paragraph(self, element: Any, contents: bool, found: list[Block]) -> None:
        joined = self._here
        here = joined or Paragraph()
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
        if properties is not None and _mark_removed(properties):
            self._here = here
            return
        self._here = None
        found.append(here)
        found += here.boxes
        here.boxes = []

    def _properties(self, here: Paragraph, properties: Any) -> None:
        style = value(properties, "pStyle") or self._styles.default
        here.style = self._styles.name(style)
        own = properties is not None
        stated = _outline(properties) if own else None
        level = self._styles.get(style, "outline") if stated is None else stated
        here.outline = level if level is not None and level <= 9 else None
        centred = _centred(properties) if own else None
        here.centred = bool(self._styles.get(style, "centred") if centred is None else centred)
        number = (_number(properties) if own else None) or self._styles.get(style, "number")
        if number is not None and number[0] not in {"", "0"}:
            here.label = self._numbering.label(*number)
        indent = _indent(properties) if own else None
        if indent is None and number is not None:
            indent = self._numbering.indent(*number)
        here.indent = indent if indent is not None else self._styles.get(style, "indent") or 0
        here.spans = []
        self._style_look = bool(self._styles.get(style, "bold")), bool(self._styles.get(style, "italic"))

    # What stands in a paragraph

    def _content(self, element: Any, here: Paragraph, hidden: bool) -> None:
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

    def _formula(self, element: Any, here: Paragraph) -> None:
        text = _formula_text(element)
        if text.strip():
            self._add(here, text, False, False)
            self.strange.append(("rumus dijadikan teks biasa", text))

    def _run(self, run: Any, here: Paragraph) -> None:
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
        said = {key: _switch(properties, name) for key, name in (("bold", "b"), ("italic", "i"))}
        looks = []
        for key, fallback in (("bold", bold), ("italic", italic)):
            own = said[key] if said[key] is not None else self._styles.get(style, key)
            looks.append(fallback if own is None else bool(own))
        return looks[0], looks[1]

    def _piece(self, child: Any, here: Paragraph, bold: bool, italic: bool) -> None:
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
            for inner in _alternative(child):
                self._piece(inner, here, bold, italic)
        elif tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
            self._drawing(child, here)
        else:
            self._add(here, _text(child), bold, italic)

    def _add(self, here: Paragraph, text: str, bold: bool, italic: bool) -> None:
        if not text or any(not begun for _, begun in self._fields):
            return
        for number in list(self._commented):
            self._passages[number].append(text)
            if len(self._passages[number]) >= _LONGEST_PASSAGE:
                self._commented.discard(number)
        last = here.spans[-1] if here.spans else None
        if last and (last.bold, last.italic) == (bold, italic):
            here.spans[-1] = Span(last.text + text, bold, italic)
        else:
            here.spans.append(Span(text, bold, italic))

    def _comment(self, mark: Any) -> None:
        """Where the passage of a comment begins or ends."""
        number = mark.get(f"{W}id") or ""
        if mark.tag == f"{W}commentRangeEnd":
            self._commented.discard(number)
        elif number in self._comments:
            self._passages[number] = []
            self._commented.add(number)

    def _remark(self, number: str, here: Paragraph) -> None:
        """The comment that ends here; Word puts its reference behind the passage."""
        if number in self._comments:
            self._commented.discard(number)
            author, text = self._comments.pop(number)
            passage = " ".join("".join(self._passages.pop(number, []) or here.text).split())
            here.remarks.append(Remark(author, passage, text))
            self.remarks.append(here.remarks[-1])

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

    def _drawing(self, element: Any, here: Paragraph) -> None:
        boxes = _outermost(element, f"{W}txbxContent")
        for box in boxes:
            here.boxes += self._aside(box)
        inside = {id(node) for box in boxes for node in box.iter()}
        for blip in element.iter(f"{_A}blip", f"{_V}imagedata"):
            if id(blip) not in inside:
                here.pictures.append(self._picture(element, blip))
        for art in element.iter(f"{_V}textpath"):
            here.boxes += [Paragraph([Span(line)]) for line in (art.get("string") or "").split("\n") if line.strip()]
        for chart in element.iter(f"{_CHART}chart"):
            here.boxes += self._chart(chart)
        for relation in element.iter(f"{_DIAGRAM}relIds"):
            here.boxes += self._diagram(relation.get(f"{_R}dm") or "")
        if element.tag == f"{W}object":
            self.strange.append(("objek tertanam (misalnya lembar Excel)", "hanya gambar tampilannya yang diambil"))

    def _aside(self, box: Any) -> list[Block]:
        """The blocks of a text box, which is a story of its own."""
        kept = self._here, self._fields, self._style_look
        self._here, self._fields = None, []
        found = self.blocks(box)
        self._here, self._fields, self._style_look = kept
        return found

    def _chart(self, chart: Any) -> list[Block]:
        """The titles, names and figures of a chart, as it kept them when it was drawn."""
        target, _ = self._relations.get(chart.get(f"{_R}id") or "", ("", False))
        words: list[str] = []
        if target in self._parts:
            words = [t.text for t in root(self._parts, target).iter(f"{_A}t", f"{_CHART}v") if t.text]
        self.strange.append(("grafik dijadikan teks; lebih baik tempel sebagai gambar", "; ".join(words)))
        return [Paragraph([Span(f"Grafik: {'; '.join(words)}")])] if words else []

    def _diagram(self, relation: str) -> list[Block]:
        target, _ = self._relations.get(relation, ("", False))
        if target not in self._parts:
            return []
        lines = ("".join(t.text or "" for t in p.iter(f"{_A}t")) for p in root(self._parts, target).iter(f"{_A}p"))
        found: list[Block] = [Paragraph([Span(line)]) for line in lines if line.strip()]
        if found:
            self.strange.append(
                ("bagan SmartArt dijadikan teks", " / ".join(p.text for p in found if isinstance(p, Paragraph)))
            )
        return found

    def _picture(self, drawing: Any, blip: Any) -> Picture:
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
            return Picture(name, b"", width, alt, f"gambar di luar berkas ({target or 'tautannya rusak'})")
        suffix = Path(target).suffix.lower()
        # The name comes from outside, and becomes that of a file.
        name += suffix if _SUFFIX.fullmatch(suffix) else ""
        return Picture(name, self._parts[target], width or None, alt)

    # Tables

    def _table(self, element: Any) -> Table:
        return Table([self._row(row) for row in _rows(element)])

    def _row(self, row: Any) -> Row:
        properties = row.find(f"{W}trPr")
        head = properties is not None and on(properties, "tblHeader")
        cells = [self._cell(cell) for cell in _cells(row)]
        return Row(cells, head, whole(value(properties, "gridBefore")))

    def _cell(self, cell: Any) -> Cell:
        properties = cell.find(f"{W}tcPr")
        span = whole(value(properties, "gridSpan")) or 1
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        down = None if merge is None else merge.get(f"{W}val") or "continue"
        kept, self._here = self._here, None
        blocks = self.blocks(cell)
        self._here = kept
        return Cell(blocks, min(span, 63), down)

    def turn(self, body: Any, blocks: list[Block]) -> None:
        """Mark what stands on landscape pages: a section's setup stands at its end."""
        tops = list(_top_blocks(body))
        landscape: list[bool] = []
        start = 0
        for index, element in enumerate(tops):
            setup = element.find(f"{W}pPr/{W}sectPr") if element.tag == f"{W}p" else None
            if setup is not None:
                landscape += [_is_landscape(setup)] * (index + 1 - start)
                start = index + 1
        landscape += [_is_landscape(body.find(f"{W}sectPr"))] * (len(tops) - start)
        tables = [turned for element, turned in zip(tops, landscape, strict=True) if element.tag == f"{W}tbl"]
        for table, turned in zip((b for b in blocks if isinstance(b, Table)), tables, strict=False):
            table.landscape = turned


def _is_landscape(setup: Any) -> bool:
    size = setup.find(f"{W}pgSz") if setup is not None else None
    return size is not None and whole(size.get(f"{W}w")) > whole(size.get(f"{W}h"))


def _top_blocks(container: Any) -> Iterator[Any]:
    for element in container:
        if element.tag in {f"{W}p", f"{W}tbl"}:
            yield element
        elif isinstance(element.tag, str) and element.tag != f"{W}sectPr" and element.tag not in REMOVED:
            yield from _top_blocks(element)


def _rows(container: Any) -> Iterator[Any]:
    """The rows of a table, through wrappers, without those that a tracked change removed."""
    for element in container:
        if element.tag == f"{W}tr":
            properties = element.find(f"{W}trPr")
            if properties is None or properties.find(f"{W}del") is None:
                yield element
        elif isinstance(element.tag, str) and element.tag not in {f"{W}tblPr", f"{W}tblGrid"} | REMOVED:
            yield from _rows(element)


def _cells(container: Any) -> Iterator[Any]:
    for element in container:
        if element.tag == f"{W}tc":
            yield element
        elif isinstance(element.tag, str) and element.tag not in {f"{W}trPr", f"{W}tblPrEx"}:
            yield from _cells(element)


def _outermost(element: Any, tag: str) -> list[Any]:
    """The nearest descendants with `tag`, each branch once; what older Word reads instead is left out."""
    found = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif isinstance(child.tag, str) and child.tag != f"{MC}Fallback":
            found += _outermost(child, tag)
    return found


def _mark_removed(properties: Any) -> bool:
    marks = properties.find(f"{W}rPr")
    return marks is not None and any(mark.tag in REMOVED for mark in marks)


def _is_contents(control: Any) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "contents" in (gallery.get(f"{W}val") or "").lower()


def _alternative(element: Any) -> Any:
    """What is shown of a drawing in two forms: the newer one if we can read it, or else what older Word shows."""
    choice, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
    is_known = choice is not None and next(choice.iter(*_READABLE), None) is not None
    return choice if is_known or fallback is None else fallback


def _formula_text(element: Any) -> str:
    """A formula in one line, fractions with a slash."""
    if element.tag == f"{MATH}t":
        return element.text or ""
    if element.tag == f"{MATH}f":
        above, below = (element.find(f"{MATH}{part}") for part in ("num", "den"))
        parts = (_formula_text(part) if part is not None else "" for part in (above, below))
        return "({})/({})".format(*parts)
    return "".join(_formula_text(child) for child in element)


def _text(element: Any) -> str:
    """The characters that a child of a run stands for."""
    tag = element.tag
    if tag == f"{W}t":
        return element.text or ""
    if tag == f"{W}sym":
        return _symbol(element)
    if tag == f"{W}ruby":
        return "".join(text.text or "" for text in element.iter(f"{W}t"))
    return SIGNS.get(tag, "") if element.get(f"{W}type") not in {"page", "column"} else ""


def _symbol(element: Any) -> str:
    """A sign of a symbol font: private places hold its code; of those that say nothing only a bullet is left."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SIGNS_OF.get((element.get(f"{W}font") or "").lower(), {}).get(code - 0xF000, BULLET)
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _notes(parts: Parts, kind: str) -> dict[str, str]:
    """Footnotes or endnotes by id; Word's own separators have a type and no text."""
    part = f"word/{kind}s.xml"
    if part not in parts:
        return {}
    return {
        note.get(f"{W}id") or "": " ".join(text.split())
        for note in root(parts, part).iter(f"{W}{kind}")
        if (text := " ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in note.iter(f"{W}p"))).strip()
    }


def _comments(parts: Parts) -> Iterator[tuple[str, tuple[str, str]]]:
    """Comment id -> (author, text)."""
    if "word/comments.xml" in parts:
        for comment in root(parts, "word/comments.xml").iter(f"{W}comment"):
            lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
            if text := " ".join(" ".join(lines).split()):
                yield comment.get(f"{W}id") or "", (comment.get(f"{W}author") or "", text)


def _read_relations(parts: Parts, name: str) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Relation id -> (part or address, whether it lies outside the file)."""
    folder, _, file = name.rpartition("/")
    part = f"{folder}/_rels/{file}.rels"
    if part not in parts:
        return
    for relation in root(parts, part).iter(f"{_RELATIONS}Relationship"):
        target = relation.get("Target") or ""
        outside = relation.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        yield relation.get("Id") or "", (target, outside)
