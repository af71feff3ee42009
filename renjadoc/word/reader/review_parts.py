"""A document that was made earlier, read as the parts of a review copy: what a redline is drawn from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.span import Span, plain_text
from renjadoc.word import blocks
from renjadoc.word.blocks import Anchor, Caption, Line
from renjadoc.word.differences import Part
from renjadoc.word.reader.document import Piece, WordParagraph, cut_start, spans_of, split_lines
from renjadoc.word.reader.made import MadeDocument

#: What stands in a review copy instead of a table, a picture, a chapter that was not asked for.
LEFT_OUT = "tidak disertakan dalam naskah telaah"

_LABEL = re.compile(r"(Tabel|Gambar) (L?)(\d+)\.(\d+)")
_HEADING = re.compile(r"heading ([1-3])")
_CHAPTER = re.compile(r"\s*(?:BAB\s+[IVXLCDM]+\b)?\s*")
_APPENDIX = re.compile(r"\s*(?:LAMPIRAN\s+[IVXLCDM]+)?\s*\n\s*")
_UNCHAPTERED = {style.lower(): style for style in (blocks.FRONT_STYLE, blocks.APPENDIX_STYLE)}
_LISTS = ("daftar angka", "daftar huruf", "daftar angka kurung", "daftar huruf kurung", "daftar butir")
_TEXTS = ("isi", "kutipan", "catatan tabel", "sistematika", "normal", *(f"daftar lanjutan {n}" for n in range(1, 5)))
_NOWHERE = Anchor("", "", "", "")


def stand_in(label: str) -> blocks.Paragraph:
    """The line that stands for what is left out; `label` says what it is."""
    return blocks.Paragraph([Span(f"[{label} {LEFT_OUT}]", italic=True)], "isi")


def read_review_parts(document: MadeDocument) -> list[Part]:
    """The narrative of a document, draft or review copy, from its first heading to its last paragraph of text."""
    return list(_ReviewReader().read_all(document.paragraphs))


class _ReviewReader:
    """Reads paragraphs in order; `_label` is of a caption whose table has not come yet, `_picture` lacks its own."""

    def __init__(self) -> None:
        self._chapters = self._appendices = 0
        self._in_front = False
        self._label = ""
        self._picture = False
        self._lists: dict[str, int] = {}

    def read_all(self, paragraphs: list[WordParagraph]) -> Iterator[Part]:
        for paragraph in paragraphs:
            if paragraph.after_table and self._label:
                yield stand_in(self._label)
                self._label = ""
            if paragraph.style == "gambar":
                self._picture = True
            elif paragraph.text.strip():
                yield from self._read_part(paragraph)

    def _read_part(self, paragraph: WordParagraph) -> Iterator[Part]:
        style, pieces = paragraph.style, paragraph.pieces
        if self._picture and style != "caption":
            yield stand_in("Gambar")
            self._picture = False
        if heading := _HEADING.fullmatch(style):
            yield self._read_heading(int(heading[1]), paragraph)
        elif style in _UNCHAPTERED:
            # Lists of contents are made anew; what else stands before the chapters is text.
            self._in_front = not paragraph.text.strip().casefold().startswith("daftar ")
            if self._in_front:
                yield self._read_unchaptered(paragraph)
        elif not self._chapters and not self._in_front:
            return  # Cover and contents.
        elif style == "caption":
            yield from self._read_caption(pieces)
        elif style in _LISTS:
            number = self._lists.setdefault(paragraph.numbering, len(self._lists) + 1)
            yield blocks.ListItem(_as_line(pieces), style, paragraph.level, number, _NOWHERE)
        elif style in _TEXTS:
            self._label = "" if LEFT_OUT in paragraph.text else self._label
            yield blocks.Paragraph(_as_line(pieces), "isi" if style == "normal" else style)

    def _read_heading(self, level: int, paragraph: WordParagraph) -> Part:
        pieces = paragraph.pieces
        if level == 1:
            self._chapters += 1
            label = _CHAPTER.match(paragraph.text)
            pieces = cut_start(pieces, label.end() if label else 0)
        return blocks.Heading(level, str(self._chapters), _as_line(pieces), _NOWHERE)

    def _read_unchaptered(self, paragraph: WordParagraph) -> Part:
        style = _UNCHAPTERED[paragraph.style]
        label = _APPENDIX.match(paragraph.text)
        number = ""
        if style == blocks.APPENDIX_STYLE or label:
            self._appendices += 1
            number = str(self._appendices)
        pieces = cut_start(paragraph.pieces, label.end() if label else 0)
        return blocks.Heading(1, number, _as_line(pieces), _NOWHERE, style)

    def _read_caption(self, pieces: list[Piece]) -> Iterator[Part]:
        first, *titles = [_as_line(line) for line in split_lines(pieces)]
        label = _LABEL.fullmatch(plain_text(first).strip())
        if label is None:
            yield blocks.Paragraph(_as_line(pieces), "isi")
            return
        caption = Caption(label[1], int(label[3]), int(label[4]), "", titles, prefix=label[2])
        if self._picture:
            yield stand_in(caption.label)
            self._picture = False
        self._label = caption.label if caption.kind == "Tabel" else ""
        yield caption


def _as_line(pieces: list[Piece]) -> Line:
    return [span for span in spans_of(pieces) if span.text or span.note]
