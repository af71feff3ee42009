"""Lays a Renja that is plain text out as a Word file, in the two ways that offices have: with styles, and by hand.

The notation is that of a text export of Word: a line a paragraph; of a table's row each cell is a line that begins
with a tab, and rows are parted by one empty line; lines without a tab within a row go on in its last cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

CHAPTER = re.compile(r"BAB [IVX]+\b.*")
SECTION = re.compile(r"(\d\.\d(?:\.\d)?)\.?\s+(.*)")
CAPTION = re.compile(r"(?:Tabel|TABEL) \d\.\d")
ITEM = re.compile(r"(\d{1,2}\.|[a-z]\.|\d{1,2}\)|[a-z]\)|·)\s+(.*)", re.DOTALL)
PICTURE = re.compile(r"\[image: ?\]")
#: A white pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


@dataclass
class Rows:
    """A table of the text: rows of cells."""

    rows: list[list[str]] = field(default_factory=list)


def parse(text: str) -> Iterator[str | Rows]:
    """The paragraphs and tables of a text."""
    table: Rows | None = None
    empty = 0
    lines = text.split("\n")
    for line in lines:
        if line == "":
            empty += 1
            continue
        if line.startswith("\t"):
            if table is None or empty > 1:
                if table is not None:
                    yield table
                table = Rows([[]])
            elif empty == 1:
                table.rows.append([])
            table.rows[-1].append(line[1:])
        elif table is not None and empty == 0:
            table.rows[-1][-1] += "\n" + line
        else:
            if table is not None:
                yield table
                table = None
            yield line.replace("[bookmark: _GoBack]", "")
        empty = 0
    if table is not None:
        yield table


class Layout:
    """Builds one document; `styled` uses styles, automatic numbers and fields, else all is typed and bold."""

    def __init__(self, *, styled: bool) -> None:
        self.document = Document()
        self._styled = styled
        self._lists: dict[str, int] = {}
        self._title = False
        self._caption = False

    def text(self, text: str) -> None:
        for block in parse(text):
            if isinstance(block, Rows):
                self.table(block)
            else:
                self.paragraph(block)

    def save(self, path: Path) -> Path:
        buffer = BytesIO()
        self.document.save(buffer)
        path.write_bytes(buffer.getvalue())
        return path

    # Paragraphs

    def paragraph(self, line: str) -> None:
        if PICTURE.fullmatch(line.strip()):
            self.document.add_picture(BytesIO(PNG), width=Cm(4))
        elif CHAPTER.fullmatch(line):
            self._heading(line, 1)
            self._title = True
        elif self._title:
            self._heading(line, 1)
            self._title = False
        elif match := SECTION.fullmatch(line):
            self._heading(line, match[1].count(".") + 1)
        elif CAPTION.fullmatch(line) or (self._caption and len(line) < 120):
            self._captioned(line)
        else:
            self._body(line)

    def _heading(self, line: str, level: int) -> None:
        self._caption = False
        if self._styled:
            self.document.add_paragraph(line, style=f"Heading {level}")
        else:
            paragraph = self.document.add_paragraph()
            paragraph.add_run(line).bold = True
            if level == 1:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _captioned(self, line: str) -> None:
        self._caption = True
        paragraph = self.document.add_paragraph(style="Caption" if self._styled else None)
        match = re.fullmatch(r"(Tabel|TABEL) (\d)\.(\d)", line)
        if self._styled and match:
            paragraph.add_run(f"{match[1]} {match[2]}.")
            field(paragraph, "SEQ Tabel \\* ARABIC", match[3])
        else:
            paragraph.add_run(line)
        if not self._styled:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _body(self, line: str) -> None:
        self._caption = False
        match = ITEM.fullmatch(line)
        if self._styled and match:
            self._item(match[1], match[2])
        else:
            self.document.add_paragraph(line)
            if not match:
                self._lists.pop("1.", None)

    def _item(self, label: str, text: str) -> None:
        shape = re.sub(r"\d+", "1", re.sub(r"[a-z]", "a", label))
        if label in {"1.", "1)", "a.", "a)", "·"} or shape not in self._lists:
            self._lists[shape] = new_list(self.document, label)
        paragraph = self.document.add_paragraph(text)
        number(paragraph, self._lists[shape])

    # Tables

    def table(self, block: Rows) -> None:
        self._caption = False
        rows = [row for row in block.rows if row]
        width = max((len(row) for row in rows if any(cell.strip() for cell in row)), default=1)
        table = self.document.add_table(rows=0, cols=width)
        table.style = "Table Grid" if self._styled else None
        rows = [row if any(cell.strip() for cell in row) else [""] * min(len(row), width) for row in rows]
        first = next((i for i, row in enumerate(rows) if len(row) > 1 and any(cell.strip() for cell in row)), 0)
        spans = {index: _spans(row, width) for index, row in enumerate(rows)}
        merged: set[int] = set()
        if first + 1 < len(rows) and _has_gaps(rows[first], rows[first + 1]):
            spans[first], spans[first + 1], merged = _two_heads(rows[first], rows[first + 1], width)
        for index, row in enumerate(rows):
            line = table.add_row()
            if self._styled and index <= first + bool(merged):
                line._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            column = 0
            for cell, span in zip(row, spans[index], strict=True):
                box = line.cells[column]
                if span > 1:
                    box = box.merge(line.cells[column + span - 1])
                _fill(box, cell)
                if merged and column in merged and index in {first, first + 1}:
                    _merge_down(box, "restart" if index == first else "continue")
                column += span


def _fill(box: Any, text: str) -> None:
    lines = text.split("\n")
    box.paragraphs[0].text = lines[0]
    for line in lines[1:]:
        box.add_paragraph(line)


def _spans(row: list[str], width: int) -> list[int]:
    return [width - len(row) + 1, *[1] * (len(row) - 1)]


def _has_gaps(upper: list[str], lower: list[str]) -> bool:
    return not lower[0].strip() and any(cell.strip() for cell in lower) and len(upper) < len(lower)


def _two_heads(upper: list[str], lower: list[str], width: int) -> tuple[list[int], list[int], set[int]]:
    """Spans of two head rows: a gap below is a cell that goes down, texts below one that spans them.

    Where more cells stand over a run of texts than one, the last of them spans what the others leave.
    """
    below = _spans(lower, width)
    runs = [list(cells) for _, cells in groupby(enumerate(lower), key=lambda one: bool(one[1].strip()) or -one[0])]
    spare = len(upper) - len(runs)
    above: list[int] = []
    merged: set[int] = set()
    column = 0
    for run in runs:
        if not run[0][1].strip():
            merged.add(column)
        spans = [below[index] for index, _ in run]
        while spare and len(spans) > 1:
            above.append(spans.pop(0))
            spare -= 1
        above.append(sum(spans))
        column += sum(below[index] for index, _ in run)
    return above, below, merged


def _merge_down(box: Any, kind: str) -> None:
    merge = OxmlElement("w:vMerge")
    merge.set(qn("w:val"), kind)
    box._tc.get_or_add_tcPr().append(merge)


# Raw pieces of Word


def field(paragraph: Any, code: str, shown: str) -> None:
    """A complex field with its result."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run()
        if kind == "shown":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {text} "
            run._r.append(instruction)


def new_list(document: Any, label: str) -> int:
    """A list of its own in numbering.xml whose numbers look like `label`; its numId."""
    root = document.part.numbering_part.element
    number_id = 1 + max((int(n.get(qn("w:numId"))) for n in root.findall(qn("w:num"))), default=0)
    abstract_id = 1 + max((int(n.get(qn("w:abstractNumId"))) for n in root.findall(qn("w:abstractNum"))), default=0)
    kind = "bullet" if label == "·" else "decimal" if label[0].isdecimal() else "lowerLetter"
    text = "\uf0b7" if kind == "bullet" else re.sub(r"\w+", "%1", label)
    abstract = _element("w:abstractNum", abstractNumId=abstract_id)
    level = _element("w:lvl", ilvl=0)
    start = re.match(r"\d+", label)
    level.append(_element("w:start", val=start[0] if start else 1))
    level.append(_element("w:numFmt", val=kind))
    level.append(_element("w:lvlText", val=text))
    abstract.append(level)
    nums = root.findall(qn("w:num"))
    (nums[0].addprevious if nums else root.append)(abstract)
    num = _element("w:num", numId=number_id)
    num.append(_element("w:abstractNumId", val=abstract_id))
    root.append(num)
    return number_id


def number(paragraph: Any, number_id: int, level: int = 0) -> None:
    """Number a paragraph by a list."""
    numbering = _element("w:numPr")
    numbering.append(_element("w:ilvl", val=level))
    numbering.append(_element("w:numId", val=number_id))
    paragraph._p.get_or_add_pPr().append(numbering)


def _element(name: str, **attributes: object) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element
