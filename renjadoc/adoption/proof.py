"""The proof that nothing was lost: what the old document says against what the new one prints, as read from both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from renjadoc import resources
from renjadoc.adoption import words
from renjadoc.adoption.body import OldTable
from renjadoc.adoption.captions import PICTURE_CAPTION, TABLE_CAPTION
from renjadoc.adoption.contents_lists import leave_out_contents
from renjadoc.adoption.grids import TableGrid, cell_lines, read_grid, walk_paragraphs
from renjadoc.adoption.headings import CHAPTER, NUMBERED
from renjadoc.adoption.labels import split_label
from renjadoc.adoption.parts import APPENDIX
from renjadoc.compose import compose_document
from renjadoc.content import folder as folders
from renjadoc.narrative import typed_citation
from renjadoc.problem import Problem
from renjadoc.reading import Reading
from renjadoc.tables.old import Stated
from renjadoc.tables.quantities import is_absent
from renjadoc.word.packages import package
from renjadoc.word.reader.document import Piece, WordBlock, WordDocument, WordParagraph, WordTable
from renjadoc.word.reader.read import read_parts
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render

#: A shorter text than this within another proves nothing.
_SHORTEST = 6


@dataclass
class Printed:
    """A folder as `buat` prints it: its tables in order, and all of its texts squeezed, each apart and joined.

    `pictures` says how many there are: no text tells one from another. `labels` are `Tabel 2.1` … by name.
    """

    tables: list[WordTable]
    units: frozenset[str]
    texts: str
    pictures: int
    labels: dict[str, str]

    def says(self, text: str) -> bool:
        wanted = words.squeeze_text(text)
        return wanted in self.units or wanted in self.texts


def print_folder(root: Path) -> tuple[Printed | None, list[Problem]]:
    """The folder as it is printed, read back from the made document; None with what is wrong with it."""
    folder, problems = folders.read_folder(root)
    if folder is None or problems:
        return None, problems
    reading = Reading(folder)
    if any(problem.is_error for problem in reading.problems):
        return None, reading.problems
    document = compose_document(reading)
    made = read_parts(package.unpack_word(render.pack_document(_template(), document, {}).data))
    body = [block for block in made.blocks if isinstance(block, WordTable) or not block.contents]
    texts = [words.squeeze_text(text) for text in [*_list_units(body), *made.sides]]
    tables = [block for block in body if isinstance(block, WordTable)]
    pictures = sum(len(paragraph.pictures) for paragraph in walk_paragraphs(made.blocks))
    return Printed(tables, frozenset(texts), "\0".join(texts), pictures, reading.outline.labels), []


@lru_cache(maxsize=1)
def _template() -> Template:
    """The template that every new folder begins with."""
    path = resources.templates_folder() / "renja.docx"
    return Template(path, path.name)


def _list_units(blocks: Iterable[WordBlock]) -> Iterator[str]:
    """The texts of paragraphs, and of cells whole."""
    for block in blocks:
        if isinstance(block, WordTable):
            yield from (" ".join(cell_lines(cell.blocks)) for row in block.rows for cell in row.cells)
        else:
            yield from (block.text, *block.notes)


# Tables


def find_lost_cells(old: OldTable, new: WordTable, notes: Sequence[str]) -> tuple[list[Stated], list[str]]:
    """What a table of a kind does not print: figures that it computes otherwise, and all other texts."""
    assert old.built is not None
    form = old.form or old.grid
    printed = read_grid(new)
    cells = Counter(words.squeeze_text(box.text) for row in [*printed.heads, *printed.body] for box in row)
    kept = [text for texts in old.built.kept.values() for text in texts]
    anew = Counter(map(words.squeeze_text, [*old.built.anew, *kept]))
    boxes = [box for row in printed.body for box in row if len(box.lines) > 1]
    lines = Counter(words.squeeze_text(line) for box in boxes for line in box.lines)
    for texts in old.built.joined:
        if words.squeeze_text(" ".join(texts)) in cells.keys() | lines.keys():
            anew.update(map(words.squeeze_text, texts))
    joined, noted = "\0".join(cells), words.squeeze_text(" ".join(notes))
    computed = {words.squeeze_text(figure.text) for figure in old.built.stated}
    # A computed figure is printed with as many decimals as its column has.
    rounded = Counter({_trim_decimals(text): times for text, times in cells.items() if "," in text})
    # The longest first: it says most about what is lost.
    lost = []
    for text in sorted((box.text for row in form.body for box in row), key=len, reverse=True):
        squeezed = words.squeeze_text(text)
        if is_absent(text):
            continue  # Of an amount it is 0, anywhere else it is printed as it stands.
        if squeezed in computed and _take_text(_trim_decimals(squeezed), rounded):
            continue
        if not (_take_text(squeezed, cells, anew, lines) or _stands_within(squeezed, joined) or squeezed in noted):
            lost.append(text)
    figures = list(_find_figures(old.built.stated, Counter(map(words.squeeze_text, lost)), printed))
    others = [text for text in lost if words.squeeze_text(text) not in computed]
    return figures, others + _find_lost_years(old, printed)


def _trim_decimals(text: str) -> str:
    """`97,30%` as `97,3`, `100,00` as `100`."""
    head, comma, decimals = text.removesuffix("%").partition(",")
    return f"{head},{decimals.rstrip('0')}".rstrip(",") if comma and decimals.isdecimal() else head + comma + decimals


def _take_text(text: str, *pools: Counter[str]) -> bool:
    """Take `text` from the first pool that has it; whether one had."""
    for pool in pools:
        if pool[text] > 0:
            pool[text] -= 1
            return True
    return not text


def _stands_within(text: str, cells: str) -> bool:
    """Whether `text` stands within a longer cell; of a short figure, or one within another, that proves nothing."""
    if text.isdecimal():
        return len(text) >= _SHORTEST and re.search(rf"(?<!\d){text}(?!\d)", cells) is not None
    return text in cells


def _find_figures(stated: Sequence[Stated], lost: Counter[str], printed: TableGrid) -> Iterator[Stated]:
    """Which stated figures the lost texts are: first those whose row prints another, then as far as can be told."""
    row_mates: dict[str, set[str]] = {}
    for row in printed.body if lost else ():
        texts = {words.squeeze_text(box.text) for box in row}
        for text in texts:
            row_mates.setdefault(text, set()).update(map(_trim_decimals, texts))

    def may_be_printed(figure: Stated) -> bool:
        """Whether a figure stands in its row, or in a row that cannot be found by its name."""
        row = row_mates.get(words.squeeze_text(figure.row))
        return row is None or _trim_decimals(words.squeeze_text(figure.text)) in row

    for figure in sorted(stated, key=may_be_printed):
        if lost[words.squeeze_text(figure.text)] > 0:
            lost[words.squeeze_text(figure.text)] -= 1
            yield figure


def count_lost_rows(old: TableGrid, new: WordTable) -> int:
    """How many rows below the head a table that was left as it stood has less in print: equal rows count each."""
    printed = sum(1 for row in new.rows if not row.head and any(list(cell_lines(cell.blocks)) for cell in row.cells))
    return max(0, len(old.numbers) + len(old.body) - printed)


def _find_lost_years(old: OldTable, printed: TableGrid) -> list[str]:
    """The years in the old head that the new head, made for the year of the Renja, does not say.

    Those of the Renstra's period are known to be the document's own, also where the form prints only the last.
    """
    assert old.built is not None
    old_head, new_head = (set(words.split_tokens(" ".join(grid.head_paths()))) for grid in (old.grid, printed))
    years = {token for token in old_head if len(token) == 4 and token[:2] in {"19", "20"}}
    lost = years - new_head - set(map(str, old.built.period))
    return [f"tahun {year} dalam kepala tabel" for year in sorted(lost)]


# Everything


def find_missing(
    old: WordDocument,
    printed: Printed,
    tables: Sequence[OldTable],
    changed: Sequence[str],
    renumber: Callable[[str], str],
) -> list[str]:
    """The texts of the old document that the new one does not say: paragraphs, and cells of tables.

    `changed` are texts that are known to be said in other words; `renumber` writes a text with the numbers of today.
    """
    known = {words.squeeze_text(text) for text in [*changed, *_list_made_anew(tables)]}
    paragraphs = walk_paragraphs(leave_out_contents(old.blocks), covered=False)
    texts = (text for paragraph in paragraphs for text in (paragraph.text, *paragraph.notes))
    unsaid = (text for text in texts if not _is_said(text, printed, known))
    return [text for text in unsaid if not _is_said(renumber(text), printed, known)]


def _list_made_anew(tables: Sequence[OldTable]) -> Iterator[str]:
    """Heads and row labels of tables whose kind prints its own, whole and line by line."""
    for table in tables:
        if table.built is not None:
            yield from table.built.anew
            yield from (text for texts in table.built.kept.values() for text in texts)
            for box in (box for row in [*table.grid.heads, *table.grid.numbers] for box in row):
                yield from (box.text, *box.lines)


def _is_said(text: str, printed: Printed, known: set[str]) -> bool:
    if is_absent(text):
        return True
    unlabelled = split_label(WordParagraph([Piece(text)])).text
    without_number = (match["title"] for pattern in _NUMBERS if (match := pattern.match(text)))
    variants = [text, unlabelled, *without_number]
    if typed_citation.is_citation(unlabelled):
        variants.append(typed_citation.bare_citation(unlabelled))
    if any(words.squeeze_text(variant) in known or printed.says(variant) for variant in variants):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(_is_said(line, printed, known) for line in lines)


#: Headings and captions, whose number is made anew.
_NUMBERS = (CHAPTER, NUMBERED, TABLE_CAPTION, PICTURE_CAPTION, APPENDIX)
