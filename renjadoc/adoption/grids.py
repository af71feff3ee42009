"""A table of an old document as a plain grid: merged cells spread out, its head told from its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from renjadoc.adoption import words
from renjadoc.adoption.cell_looks import find_align, lying_lines
from renjadoc.adoption.labels import with_label
from renjadoc.span import Span
from renjadoc.tables.old import TextTable
from renjadoc.word.reader.document import Comment, WordBlock, WordCell, WordParagraph, WordPicture, WordRow, WordTable

_COUNTED = re.compile(r"\(?\s*(\d{1,2})[a-z]?\s*\)?\s*(?:=.*|\(.*\))?")
_AMOUNT = re.compile(r"[\d.,%\s-]*\d[\d.,%\s-]*")
_MOST_HEADS = 5
#: The styles in which our tables say once more what the rows above say.
_REPEATED = "ulangan"
#: So much of a row is said of a picture that stands in it.
_LONGEST_ALT = 200
#: A pair of columns has two.
_FEWEST_UNITS = 4


@dataclass
class Box:
    """A cell in the grid: where it begins, how many columns it spans, its lines; `down` as in Word.

    `align` is `tengah`, `kanan` or empty; `spans` are its lines with their looks, where some letters lie.
    """

    column: int
    span: int
    lines: list[str]
    down: str | None = None
    bold: bool = False
    align: str = ""
    spans: list[list[Span]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass
class TableGrid:
    """Rows of boxes that fill `width`: `heads`, `numbers` (1 2 3 … below them) and `body`; `titles` stand over all."""

    width: int
    titles: list[str]
    heads: list[list[Box]]
    body: list[list[Box]]
    landscape: bool = False
    numbers: list[list[Box]] = field(default_factory=list)
    pictures: list[WordPicture] = field(default_factory=list)
    remarks: list[Comment] = field(default_factory=list)
    nested: bool = False
    #: Of its columns, in twentieths of a point; none where it does not say them.
    widths: list[int] = field(default_factory=list)

    def head_paths(self) -> list[str]:
        """For each column the texts of its head from top to bottom."""
        return [" / ".join(_texts_down(self.heads, column)) for column in range(self.width)]

    def row_texts(self, row: Sequence[Box]) -> list[str]:
        """The text of every column of a row; what spans several stands in the first."""
        found = [""] * self.width
        for box in row:
            found[box.column] = box.text
        return found

    def to_texts(self) -> TextTable:
        """Its heads and the texts of its body, without what spans what."""
        return TextTable(self.head_paths(), [self.row_texts(row) for row in self.body])

    def squeezed_head(self) -> str:
        return "|".join(words.squeeze_text(path) for path in self.head_paths())


def read_grid(table: WordTable) -> TableGrid:
    """The grid of a table; rows and columns that hold nothing are left out."""
    width = max((row.before + sum(cell.span for cell in row.cells) for row in table.rows), default=1)
    _drop_repeated(table)
    spread = [(row, _boxes(row, width)) for row in table.rows]
    rows = [(row, boxes) for row, boxes in spread if any(box.lines or box.down for box in boxes)]
    grid = TableGrid(width, [], [], [boxes for _, boxes in rows], table.landscape)
    grid.widths = table.widths if len(table.widths) == width else []
    _drop_slivers(grid)
    for row, boxes in spread:
        said = " ".join(line for box in boxes for line in box.lines)
        for paragraph in walk_paragraphs([block for cell in row.cells for block in cell.blocks]):
            # Below the table it stands alone: then it says of which row it is.
            grid.pictures += [one if one.alt else one._replace(alt=said[:_LONGEST_ALT]) for one in paragraph.pictures]
            grid.remarks += paragraph.comments
    grid.nested = any(isinstance(block, WordTable) for row in table.rows for cell in row.cells for block in cell.blocks)
    _split_head(grid, sum(1 for _ in takewhile(lambda row: row.head, (row for row, _ in rows))))
    grid.body = [row for row in grid.body if any(box.lines for box in row)]
    return grid


def _drop_repeated(table: WordTable) -> None:
    """Take out what our templates say again in grey above a row, where a program that saved it dropped their styles."""
    said: set[str] = set()
    for cell in (cell for row in table.rows for cell in row.cells):
        lines = [block for block in cell.blocks if isinstance(block, WordParagraph)]
        again = [line for line in lines if line.grey and words.squeeze_text(line.text) in said]
        cell.blocks = [block for block in cell.blocks if all(block is not line for line in again)]
        said.update(words.squeeze_text(line.text) for line in lines if not line.grey)


def _boxes(row: WordRow, width: int) -> list[Box]:
    boxes, column = [], row.before
    if row.before:
        boxes.append(Box(0, row.before, []))
    for cell in row.cells:
        lines = [] if cell.down == "continue" else list(cell_lines(cell.blocks))
        spans = lying_lines(cell) if lines else []
        boxes.append(Box(column, cell.span, lines, cell.down, _is_bold(cell), find_align(cell), spans))
        column += cell.span
    if column < width:
        boxes.append(Box(column, width - column, []))
    return boxes


def cell_lines(blocks: Sequence[WordBlock]) -> Iterator[str]:
    """The lines of a cell, numbers of lists among them; a table in it row by row."""
    for block in blocks:
        if isinstance(block, WordParagraph) and block.style.endswith(_REPEATED):
            continue
        if isinstance(block, WordTable):
            for row in block.rows:
                cells = (" ".join(cell_lines(cell.blocks)) for cell in row.cells if cell.down != "continue")
                if text := " | ".join(cell for cell in cells if cell):
                    yield text
            continue
        lines = (line.strip() for line in with_label(block).replace("\t", " ").split("\n"))
        yield from (line for line in lines if line)
        yield from map(words.bracket_note, block.notes)
        yield from cell_lines(block.boxes)


def walk_paragraphs(blocks: Iterable[WordBlock], *, covered: bool = True) -> Iterator[WordParagraph]:
    """All paragraphs in reading order, also those in cells; with `covered` also in cells that one above covers."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block
            continue
        for cell in (cell for row in block.rows for cell in row.cells):
            if covered or cell.down != "continue":
                yield from walk_paragraphs(cell.blocks, covered=covered)


def _is_bold(cell: WordCell) -> bool:
    paragraphs = [block for block in cell.blocks if isinstance(block, WordParagraph) and block.text.strip()]
    return bool(paragraphs) and all(paragraph.bold for paragraph in paragraphs)


def _drop_slivers(grid: TableGrid) -> None:
    """Grid columns in which no cell begins: Word keeps them after a table was drawn by hand."""
    begun = sorted({box.column for row in grid.body for box in row} | {0})
    new = {column: place for place, column in enumerate(begun)}
    for row in grid.body:
        for box in row:
            end = sum(1 for column in begun if column < box.column + box.span)
            box.column = new[box.column]
            box.span = end - box.column
    ends = [*begun[1:], grid.width]
    grid.widths = [sum(grid.widths[start:end]) for start, end in zip(begun, ends, strict=True)] if grid.widths else []
    grid.width = len(begun)


# Head and body


def _split_head(grid: TableGrid, marked: int) -> None:
    rows = grid.body
    titles = 0
    while titles < min(len(rows) - 1, 3) and _is_title(rows[titles], grid.width):
        titles += 1
    depth = _head_depth(rows[titles:], max(0, marked - titles))
    grid.titles = [line for row in rows[:titles] for box in row for line in box.lines] if depth else []
    if depth == 0:
        return
    grid.heads = rows[titles : titles + depth]
    grid.body = rows[titles + depth :]
    _take_unit_rows(grid)
    if len(grid.heads) > 1 and _numbers_columns(grid.row_texts(grid.heads[-1])):
        grid.numbers = [grid.heads.pop()]
    elif grid.body and _numbers_columns(grid.row_texts(grid.body[0])):
        grid.numbers = [grid.body.pop(0)]
    _take_unit_rows(grid)
    _fill_heads(grid)


def _take_unit_rows(grid: TableGrid) -> None:
    """Rows that say K and Rp below each pair of columns belong to the head, above its numbers or below them."""
    while grid.body and _is_unit_row(grid.body[0]):
        grid.heads.append(grid.body.pop(0))


def _is_unit_row(row: Sequence[Box]) -> bool:
    filled = [box.text.strip(" ().").casefold() for box in row if box.lines]
    return len(filled) >= _FEWEST_UNITS and set(filled) <= {"k", "rp", "kinerja", "anggaran", "keuangan", "fisik"}


def _is_title(row: Sequence[Box], width: int) -> bool:
    filled = [box for box in row if box.lines]
    return width > 2 and len(filled) == 1 and filled[0].column == 0 and filled[0].span >= width - 1


def _head_depth(rows: Sequence[list[Box]], marked: int) -> int:
    """How many of the first rows are head: those repeated on every page, or what the first row's merges reach."""
    if not rows or not (marked or _looks_like_head(rows[0])):
        return 0
    depth = max(1, marked if marked < len(rows) else 1)
    reached = 1
    while reached < min(len(rows), _MOST_HEADS) and any(box.down == "continue" for box in rows[reached]):
        reached += 1
    spans = any(box.span > 1 and box.lines for box in rows[0])
    if reached == 1 and len(rows) > 1 and (spans or _is_lower_head(rows[0], rows[1])) and _looks_like_head(rows[1], 2):
        reached = 2
    if not any(box.down == "restart" for box in rows[0]):
        reached = min(reached, 2)
    return min(max(depth, reached), len(rows), _MOST_HEADS)


def _looks_like_head(row: Sequence[Box], least: int = 0) -> bool:
    filled = [box for box in row if box.lines]
    if any(_AMOUNT.fullmatch(box.text) and not _is_year(box.text) for box in filled):
        return False
    return len(filled) >= (least or max(1, (len(row) + 1) // 2)) and all(len(box.text) < 200 for box in filled)


def _is_year(text: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", text.strip()) is not None


def _is_lower_head(above: Sequence[Box], below: Sequence[Box]) -> bool:
    """Whether the second row fills the gaps of the first, as heads without merged cells do."""
    over = {box.column for box in above if box.lines}
    under = {box.column for box in below if box.lines}
    return bool(under) and 0 not in under and any(column not in over for column in under)


def _fill_heads(grid: TableGrid) -> None:
    """A head that stands in the first of several cells below which others stand spans them, as it was meant."""
    for upper, lower in zip(grid.heads, grid.heads[1:], strict=False):
        under = {box.column for box in lower if box.lines}
        merged: list[Box] = []
        for box in upper:
            last = merged[-1] if merged else None
            if last and last.lines and not box.lines and box.down is None and {box.column, last.column} <= under:
                last.span += box.span
            else:
                merged.append(box)
        upper[:] = merged


def join_codes(grid: TableGrid) -> TableGrid:
    """The grid with the parts of codes that stand in several columns (2 | 17 | 01) joined in the first: 2.17.01."""
    tops = [path.casefold().split(" / ")[0] for path in grid.head_paths()]
    count = sum(1 for _ in takewhile(lambda top: top.startswith("kode") and top == tops[0], tops))
    levels = _count_level_columns(grid, tops) if count < 2 else 0
    count = max(count, levels)
    if count < 2:
        return grid
    heads, numbers, body = ([_join_first(row, count) for row in rows] for rows in (grid.heads, grid.numbers, grid.body))
    if levels:
        heads[0][0].lines = ["Kode"]
        for row in heads[1:]:
            row[0].lines = []
    return TableGrid(grid.width - count + 1, grid.titles, heads, body, grid.landscape, numbers)


def _count_level_columns(grid: TableGrid, tops: list[str]) -> int:
    """How many columns, each called by a level (Urusan, Bidang, Program …), hold a part of a code; 0 for too few."""
    count = sum(1 for _ in takewhile(_LEVEL_HEAD.fullmatch, tops))
    texts = [box.text.strip() for row in grid.body for box in row if box.column < count and box.span == 1]
    is_coded = any(texts) and all(_CODE_PART.fullmatch(text) for text in texts if text)
    return count if count > len(_FEWEST_LEVELS) and is_coded else 0


#: Fewer columns than these and one more are no code in parts.
_FEWEST_LEVELS = ("urusan", "bidang")
_LEVEL_HEAD = re.compile(
    r"(?:kode )?(?:urusan|bidang(?: urusan)?|prog(?:ram)?|keg(?:iatan)?|sub(?:\s*-?\s*keg(?:iatan)?)?)\.?"
)
_CODE_PART = re.compile(r"(?:\d{1,4}|[Xx]{1,2})(?:\.\d{1,4})?\.?")


def _join_first(row: Sequence[Box], count: int) -> list[Box]:
    """A row whose first `count` columns are one; a box that reaches further keeps what it spans beyond them."""
    first = [box for box in row if box.column < count]
    parts = [box.text.strip().strip(".") for box in first if box.lines]
    reach = max(box.column + box.span for box in first)
    text = ".".join(part.replace(" ", "") for part in parts) if len(parts) > 1 else "".join(parts)
    joined = Box(0, reach - count + 1, text.split("\n") if text else [], first[0].down, first[0].bold)
    return [joined, *(replace(box, column=box.column - count + 1) for box in row if box.column >= count)]


def _texts_down(heads: Sequence[Sequence[Box]], column: int) -> Iterator[str]:
    said = ""
    for row in heads:
        for box in row:
            if box.column <= column < box.column + box.span and box.lines and box.text != said:
                said = box.text
                yield " ".join(box.lines)


def _numbers_columns(texts: Sequence[str]) -> bool:
    """Whether a row numbers the columns: 1 2 3 …, (1) (2) …, 9 = 8/7."""
    numbers = [int(match[1]) for text in texts if text and (match := _COUNTED.fullmatch(text.strip()))]
    filled = sum(1 for text in texts if text)
    return len(numbers) == filled >= 3 and numbers[0] <= 1 and all(0 <= b - a <= 2 for a, b in pairwise(numbers))


# Tables that belong together


def is_continued(first: TableGrid, second: TableGrid) -> bool:
    """Whether `second` is the rest of `first` on the next page: as wide, with the same head or none."""
    if first.width != second.width or second.titles:
        return False
    return not second.heads or (bool(first.heads) and first.squeezed_head() == second.squeezed_head())


def append_rows(first: TableGrid, second: TableGrid) -> None:
    """Put the rows of `second` below those of `first`, without the heads repeated there."""
    first.body += second.body
    first.pictures += second.pictures
    first.remarks += second.remarks
    first.nested = first.nested or second.nested
    drop_repeated_heads(first)


def drop_repeated_heads(grid: TableGrid) -> None:
    """Drop heads, and numbers of columns, that were typed again within the body, as tables split by hand have them."""
    heads = [_squeeze_row(row) for row in [*grid.heads, *grid.numbers]]
    grid.body = [row for row in grid.body if _squeeze_row(row) not in heads]


def _squeeze_row(row: Sequence[Box]) -> list[str]:
    return [words.squeeze_text(box.text) for box in row if box.lines]
