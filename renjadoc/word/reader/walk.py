"""Walks the body of a Word document once, in one of the views that tracked changes allow, and gathers what it says."""

from __future__ import annotations

from typing import Any

from renjadoc.problem import shorten_text
from renjadoc.unbroken import as_seen
from renjadoc.word.blocks import ANCHOR
from renjadoc.word.names import MATH, MC, W, read_switch, read_value, read_whole
from renjadoc.word.packages.package import DOCUMENT, PackageError, Parts, TooMuchError, refuse_many_marks
from renjadoc.word.reader import elements
from renjadoc.word.reader.aside import find_notes
from renjadoc.word.reader.document import Look, Piece, WordBlock, WordCell, WordParagraph, WordRow, WordTable
from renjadoc.word.reader.drawings import Drawings
from renjadoc.word.reader.elements import ASIDE, REVISIONS, find_nearest
from renjadoc.word.reader.looks import LetterLooks
from renjadoc.word.reader.numbering import BULLET, Numbering
from renjadoc.word.reader.recounted import recount_captions
from renjadoc.word.reader.stretches import Comments, Fields, Revisions, View
from renjadoc.word.reader.styles import Styles, read_letters, read_properties

#: A Renja of a province with hundreds of pages has some 20 MB of XML; its tree takes ten times as much memory.
_MAX_XML = 48 * 1024 * 1024
#: Elements and attributes; each takes some microseconds to read.
_MAX_MARKS = 1_500_000
#: Paragraphs outside tables: a Renja of a hundred pages has some fifteen hundred.
MAX_PARAGRAPHS = 20_000
#: A text that is longer goes on in another piece: each run would copy it anew.
_LONG_PIECE = 20_000
#: Our bookmarks lie around few things at once.
_MOST_ANCHORS = 50
#: Signs that nobody knows, of which the place is told.
_MOST_STRANGE = 200
_MARKERS = {f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
#: How the styles of entries in lists of contents begin.
_LISTINGS = ("toc ", "table of figures")
_DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object"}


class Walk:
    """What was found: `blocks`, `comments`, `revisions`, and `strange`: (what, text) of what is no plain text."""

    def __init__(self, parts: Parts, view: View) -> None:
        """Read the body of `parts`. Raises PackageError."""
        refuse_many_marks(parts, _MAX_MARKS)
        if max(len(data) for name, data in parts.items() if name.endswith(".xml")) > _MAX_XML:
            raise PackageError("isi berkas terlalu besar untuk sebuah Renja")
        self.body = elements.parse_part(parts, DOCUMENT).find(f"{W}body")
        if self.body is None:
            raise PackageError("bagian utama berkas ini tidak berisi naskah")
        recount_captions(self.body)
        self._view = view
        self._styles, self._numbering, self._drawings = Styles(parts), Numbering(parts), Drawings(parts)
        self._looks = LetterLooks(self._styles, view.printed)
        self.revisions, self._fields, self.comments = Revisions(view), Fields(), Comments(parts)
        self._notes = {kind: find_notes(parts, kind) for kind in _NOTES.values()}
        self.blocks: list[WordBlock] = []
        self.strange: list[tuple[str, str]] = []
        # Our bookmarks that are open by id, and the ids of those whose end is still to come.
        self._anchors: dict[str, str] = {}
        self._to_end = {end.get(f"{W}id") or "" for end in self.body.iter(f"{W}bookmarkEnd")}
        #: A paragraph whose mark this view does not have: it goes on in the next.
        self._joined: WordParagraph | None = None
        #: Whether letters were just left out that somebody struck by hand: the blank behind them goes too.
        self._gap = False
        #: The style of the paragraph that is being read.
        self._style = ""
        #: Paragraphs outside tables so far, tables around this place, and where the section began.
        self._count, self._depth, self._section = 0, 0, 0
        self._gather(self.body, False, self.blocks)
        self._finish(self.blocks)
        self._turn(self.body.find(f"{W}sectPr"))

    # Blocks

    def _gather(self, container: Any, contents: bool, found: list[WordBlock]) -> None:
        """Every paragraph and table below, through content controls and other wrappers."""
        for element in container:
            tag = element.tag
            if tag == f"{W}p":
                self._read_paragraph(element, contents, found)
            elif tag == f"{W}tbl":
                self._finish(found)
                found.append(self._read_table(element))
            elif tag in _MARKERS:
                self._read_marker(element)
            elif tag == f"{W}sdt":
                self._gather(element, contents or elements.is_contents(element), found)
            elif isinstance(tag, str) and tag not in ASIDE and (tag not in REVISIONS or self.revisions.shows(element)):
                self._gather(element, contents, found)

    def _read_paragraph(self, element: Any, contents: bool, found: list[WordBlock]) -> None:
        properties = element.find(f"{W}pPr")
        here = self._joined or WordParagraph(after_table=bool(found) and isinstance(found[-1], WordTable))
        self._set_properties(here, self.revisions.decide(properties, "pPrChange", here))
        inside, listings = self._fields.in_listing(), self._fields.listings
        self._read_content(element, here)
        here.grey = self._view.printed and found is not self.blocks and elements.is_grey(element)
        here.contents = contents or inside or self._fields.listings > listings or here.style.startswith(_LISTINGS)
        here.pieces += self._fields.end_paragraph()
        # LibreOffice leaves the bookmark of a split paragraph without its end, or the half with the end is moved above:
        # then it is that of its paragraph.
        self._anchors = {number: name for number, name in self._anchors.items() if number in self._to_end}
        self._joined = here
        if properties is None or self.revisions.shows_all(properties.find(f"{W}rPr"), here):
            self._finish(found)
        if found is self.blocks and properties is not None:
            self._turn(properties.find(f"{W}sectPr"))

    def _finish(self, found: list[WordBlock]) -> None:
        """The paragraph that is being read ends."""
        here, self._joined = self._joined, None
        if here is None:
            return
        if here.numbering not in {"", "0"}:
            here.label = self._numbering.label(here.numbering, here.level)
        found.append(here)
        self._count += found is self.blocks
        if self._count > MAX_PARAGRAPHS:
            said = f"lebih dari {MAX_PARAGRAPHS:_} paragraf di luar tabel".replace("_", ".")
            raise TooMuchError(f"{said}, jauh di atas sebuah Renja")
        if self._view.printed:
            for box in here.boxes:
                if isinstance(box, WordParagraph):
                    box.drawn = True
            found += here.boxes
            here.boxes = []

    def _set_properties(self, here: WordParagraph, properties: object) -> None:
        """Give a paragraph what its properties and its style say.

        Of paragraphs that are joined the first one's stay, as in Word, unless nothing is left of it.
        """
        style, own = read_value(properties, "pStyle") or self._styles.default, read_properties(properties)
        here.doubtful = here is self._joined and here.style == self._styles.name(style)
        if here.text.strip():
            return

        def find(what: str) -> Any:
            stated = getattr(own, what)
            return self._styles.find(style, what) if stated is None else stated

        self._style, here.style = style, self._styles.name(style)
        level, here.centred, here.right = find("outline"), bool(find("centred")), bool(find("right"))
        here.outline = level if level is not None and level <= 9 else None
        number = find("number")
        here.numbering, here.level = number or ("", 0)
        here.form = self._numbering.form(here.numbering, here.level)
        here.indent = find("indent") or 0
        if own.indent is None and number is not None:
            here.indent = self._numbering.indent(*number)

    def _turn(self, setup: object) -> None:
        """A section ends here; its setup, which says how its pages lie, stands at its end."""
        if setup is None:
            return
        turned = elements.is_landscape(setup)
        for block in self.blocks[self._section :]:
            if isinstance(block, WordTable):
                block.landscape = turned
            else:
                block.pictures = [picture._replace(landscape=turned) for picture in block.pictures]
        self._section = len(self.blocks)

    # What stands in a paragraph

    def _read_content(self, element: Any, here: WordParagraph) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in ASIDE:
                continue
            if tag == f"{W}r":
                self._read_run(child, here)
            elif tag in _MARKERS:
                self._read_marker(child)
            elif tag in REVISIONS and not self.revisions.shows(child, here):
                self._strike(child, here)
            elif tag.startswith(MATH):
                self._read_formula(child, here)
            else:
                self._read_content(child, here)

    def _strike(self, revision: Any, here: WordParagraph) -> None:
        self.comments.add("", "".join(text.text or "" for text in revision.iter(*elements.TEXTS)))
        for reference in revision.iter(f"{W}commentReference"):
            self.comments.settle(reference.get(f"{W}id"), here, self._place())

    def _read_formula(self, element: object, here: WordParagraph) -> None:
        text = elements.read_formula(element)
        if text.strip():
            self.strange.append(("rumus", text))
            if self._view.printed:
                self._add(text, Look(), here)

    def _read_run(self, run: Any, here: WordParagraph) -> None:
        look = self._read_look(run.find(f"{W}rPr"), here)
        for child in run:
            self._read_piece(child, look, here)

    def _read_look(self, properties: object, here: WordParagraph) -> Look | None:
        """How letters look; None for letters that nobody sees."""
        properties = self.revisions.decide(properties, "rPrChange", here)
        own, style = read_letters(properties), read_value(properties, "rStyle")
        if not self._view.printed and own.struck and self.revisions.strikes(here):
            self._gap = True
            return None
        return self._looks.find(own, style, self._style)

    def _read_piece(self, child: Any, look: Look | None, here: WordParagraph) -> None:
        tag = child.tag
        if tag in Fields.TAGS:
            self._fields.read(child)
        elif tag == f"{W}commentReference":
            self.comments.settle(child.get(f"{W}id"), here, self._place())
        elif look is None:
            return
        elif tag == f"{MC}AlternateContent":
            for inner in elements.choose_form(child):
                self._read_piece(inner, look, here)
        elif tag in _NOTES:
            self._read_note(child, here)
        elif tag in _DRAWN:
            self._read_drawing(child, here)
        elif tag == f"{W}sym":
            self._add(self._read_symbol(child, here), look, here)
        else:
            self._add(elements.read_text(child), look, here)

    def _read_note(self, mark: Any, here: WordParagraph) -> None:
        """The footnote or endnote that a mark stands for; each is read once."""
        kind = _NOTES[mark.tag]
        element = self._notes[kind].pop(mark.get(f"{W}id") or "", None)
        outside, self._fields, self._anchors = (self._fields, self._anchors), Fields(), {}
        story = self._read_story(element) if element is not None else []
        note = _join_story(story)
        told = (name for block in story if isinstance(block, WordParagraph) for name in block.authors)
        here.authors += [name for name in dict.fromkeys(told) if name not in here.authors]
        self._fields, self._anchors = outside
        if note:
            here.pieces.append(Piece("", Look(), tuple(dict.fromkeys(self._anchors.values())), tuple(note)))
            if kind == "endnote":
                self.strange.append(("catatan akhir", "".join(piece.text for piece in note)))

    def _read_symbol(self, element: Any, here: WordParagraph) -> str:
        sign = elements.read_symbol(element)
        if sign is None and not self._view.printed:
            place = shorten_text(here.text, 70) if len(self.strange) < _MOST_STRANGE else "…"
            self.strange.append(("simbol", f"{element.get(f'{W}font')} {element.get(f'{W}char')} pada “{place}”"))
            return ""
        return BULLET if sign is None else sign

    def _add(self, text: str, look: Look, here: WordParagraph) -> None:
        text = as_seen(text)
        if self._gap and text.startswith(" ") and here.text.endswith(" "):
            text = text[1:]
        if not text:
            return
        self._gap = False
        code = self._fields.code()
        if code is None:
            self.comments.add(text)
        pieces = here.pieces if code is None else code
        anchors = tuple(dict.fromkeys(self._anchors.values()))
        if pieces and pieces[-1][1:] == (look, anchors, ()) and len(pieces[-1].text) < _LONG_PIECE:
            pieces[-1] = Piece(pieces[-1].text + text, look, anchors)
        else:
            pieces.append(Piece(text, look, anchors))

    def _read_marker(self, element: Any) -> None:
        """The start or the end of a bookmark, or of the passage of a comment."""
        number, name = element.get(f"{W}id") or "", element.get(f"{W}name") or ""
        if element.tag == f"{W}bookmarkEnd":
            self._anchors.pop(number, None)
            self._to_end.discard(number)
        elif element.tag == f"{W}commentRangeEnd":
            self.comments.close(number)
        elif element.tag == f"{W}commentRangeStart":
            self.comments.open(number, self._place())
        elif name.startswith(ANCHOR) and len(self._anchors) < _MOST_ANCHORS:
            self._anchors[number] = name

    def _place(self) -> int:
        """The paragraph that comments belong to here; within a table that is its caption."""
        return self._count - bool(self._depth)

    # Drawings and tables

    def _read_drawing(self, element: Any, here: WordParagraph) -> None:
        boxes = list(find_nearest(element, f"{W}txbxContent"))
        fields, self._fields = self._fields, Fields()
        here.boxes += [block for box in boxes for block in self._read_story(box)]
        self._fields = fields
        here.pictures += self._drawings.read_pictures(element, boxes)
        lines = [line for line in self._drawings.read_art(element) if line.strip()]
        pictures, told = self._drawings.read_charts(element, drawn=self._view.printed)
        here.pictures += pictures
        self.strange += [("grafik", chart) for chart in told]
        lines += [f"Grafik: {chart}" for chart in told if chart]
        for diagram in self._drawings.read_diagrams(element):
            self.strange.append(("bagan SmartArt", " / ".join(diagram)))
            lines += diagram
        if self._view.printed:
            here.boxes += [WordParagraph([Piece(line)]) for line in lines]
            if element.tag == f"{W}object":
                self.strange.append(("objek tertanam", "hanya gambar tampilannya yang diambil"))

    def _read_story(self, container: object) -> list[WordBlock]:
        """The blocks of a text box or a cell, which is a story of its own."""
        outside = self._joined, self._style
        self._joined = None
        found: list[WordBlock] = []
        self._gather(container, False, found)
        self._finish(found)
        self._joined, self._style = outside
        return found

    def _read_table(self, element: object) -> WordTable:
        self._depth += 1
        rows = [row for row in find_nearest(element, f"{W}tr") if self.revisions.shows_all(row.find(f"{W}trPr"))]
        table = WordTable([self._read_row(row) for row in rows], widths=elements.read_widths(element))
        self._depth -= 1
        return table

    def _read_row(self, row: Any) -> WordRow:
        properties = row.find(f"{W}trPr")
        head = bool(read_switch(properties, "tblHeader"))
        cells = [self._read_cell(cell) for cell in find_nearest(row, f"{W}tc")]
        return WordRow(cells, head, read_whole(read_value(properties, "gridBefore")))

    def _read_cell(self, cell: Any) -> WordCell:
        properties = cell.find(f"{W}tcPr")
        span = read_whole(read_value(properties, "gridSpan")) or 1
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        down = None if merge is None else merge.get(f"{W}val") or "continue"
        return WordCell(self._read_story(cell), min(span, 63), down)


def _join_story(story: list[WordBlock]) -> list[Piece]:
    """What a footnote says, its paragraphs in one, without blanks at the ends."""
    pieces: list[Piece] = []
    for block in story:
        if isinstance(block, WordParagraph) and block.text.strip():
            pieces += [Piece(" ")] * bool(pieces) + [piece._replace(anchors=(), note=()) for piece in block.pieces]
    if not pieces:
        return []
    pieces[0] = pieces[0]._replace(text=pieces[0].text.lstrip())
    pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
    return [piece for piece in pieces if piece.text]
