"""Rows of tables in Word as texts: to be told, compared, and known by their marks."""

from __future__ import annotations

from renjadoc.absorption.table_cells import say_cell
from renjadoc.adoption.grids import walk_paragraphs
from renjadoc.problem import shorten_text
from renjadoc.word.packages.text_hashes import hash_row
from renjadoc.word.reader.document import WordCell, WordRow, WordTable


def say_row(row: WordRow) -> str:
    """A row in one line, as it is told."""
    return shorten_text(" | ".join(text for cell in row.cells if (text := say_cell(cell))), 200)


def key_row(row: WordRow) -> str:
    """What a row says but for its number, which nobody moves along."""
    first, *others = map(say_cell, row.cells)
    return "\t".join(others if others and not any(map(str.isalpha, first)) else [first, *others])


def list_authors(cell: WordCell) -> tuple[str, ...]:
    """Whose tracked changes a cell has."""
    return tuple(dict.fromkeys(name for line in walk_paragraphs(cell.blocks) for name in line.authors))


def holds_table(cell: WordCell) -> bool:
    """Whether a table stands in a cell."""
    return any(isinstance(block, WordTable) for block in cell.blocks)


def join_words(row: WordRow) -> str:
    """What a row says, by which rows are compared."""
    return " ".join(map(say_cell, row.cells))


def join_text(row: WordRow) -> str:
    """All that a row says, as its mark was made of it."""
    return "".join(line.text for cell in row.cells for line in walk_paragraphs(cell.blocks))


def hash_rows(table: WordTable) -> set[str]:
    """The marks of all rows of a table."""
    return {hash_row(join_text(row)) for row in table.rows}
