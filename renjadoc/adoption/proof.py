"""The proof that nothing was lost: what the old document says against what the new one prints, as read from both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from renjadoc import resources
from renjadoc.adoption import grids, labels, outline, regulations, words
from renjadoc.adoption.kinds.table import Stated
from renjadoc.adoption.narrative import CAPTION, PICTURE_CAPTION, OldTable
from renjadoc.compose import compose_document
from renjadoc.content import folder as folders
from renjadoc.problem import Problem
from renjadoc.reading import Reading
from renjadoc.word import package, render
from renjadoc.word.reader.document import Piece, WordBlock, WordDocument, WordParagraph, WordTable
from renjadoc.word.reader.read import read_parts
from renjadoc.word.template import Template

#: A shorter text than this within another proves nothing.
_SHORTEST = 6


@dataclass
class Printed:
    """A folder as `buat` prints it: its tables in order, and all of its texts squeezed, each apart and joined."""

    tables: list[WordTable]
    units: frozenset[str]
    texts: str

    def says(self, text: str) -> bool:
        wanted = words.squeeze_text(text)
        return wanted in self.units or wanted in self.texts


def render_folder(root: Path) -> tuple[Printed | None, list[Problem]]:
    """The folder as it is printed, read back from the made document; None with what is wrong with it."""
    folder, problems = folders.read_folder(root)
    if folder is None or problems:
        return None, problems
    reading = Reading(folder)
    if reading.problems:
        return None, reading.problems
    document = compose_document(reading)
    made = read_parts(package.unpack_word(render.pack_document(_template(), document, {}).data))
    body = [block for block in made.blocks if isinstance(block, WordTable) or not block.contents]
    texts = [words.squeeze_text(text) for text in [*_texts(body), *made.sides]]
    tables = [block for block in body if isinstance(block, WordTable)]
    return Printed(tables, frozenset(texts), "\0".join(texts)), []


@lru_cache(maxsize=1)
def _template() -> Template:
    """The template that every new folder begins with."""
    path = resources.templates_folder() / "renja.docx"
    return Template(path, path.name)


def _texts(blocks: Iterable[WordBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    yield " ".join(grids.lines_of(cell.blocks))
        else:
            yield block.text


# Tables


def lost_cells(old: OldTable, new: WordTable, notes: Sequence[str]) -> tuple[list[Stated], list[str]]:
    """What a table of a kind does not print: figures that it computes otherwise, and all other texts."""
    assert old.built is not None
    form = old.form or old.grid
    printed = grids.read(new)
    shown = Counter(words.squeeze_text(box.text) for row in [*printed.heads, *printed.body] for box in row)
    rest = Counter(words.squeeze_text(text) for text in old.built.anew)
    boxes = [box for row in printed.body for box in row if len(box.lines) > 1]
    lines = Counter(words.squeeze_text(line) for box in boxes for line in box.lines)
    joined, aside = "\0".join(shown), words.squeeze_text(" ".join(notes))
    # Long texts first: a short one must not take what a longer one needs.
    missing = []
    for text in sorted((box.text for row in form.body for box in row), key=len, reverse=True):
        squeezed = words.squeeze_text(text)
        if not (_take(squeezed, shown, rest, lines) or _within(squeezed, joined) or squeezed in aside):
            missing.append(text)
    computed = {words.squeeze_text(stated.text): stated for stated in old.built.stated}
    stated = list(_stated(old.built.stated, Counter(map(words.squeeze_text, missing)), printed))
    others = [text for text in missing if words.squeeze_text(text) not in computed]
    return stated, others + _lost_years(old, printed)


def _take(text: str, *pools: Counter[str]) -> bool:
    """Take `text` from the first pool that has it; whether one had."""
    for pool in pools:
        if pool[text] > 0:
            pool[text] -= 1
            return True
    return not text


def _within(text: str, cells: str) -> bool:
    """Whether `text` stands within a longer cell; of a short figure that would prove nothing."""
    return (len(text) >= _SHORTEST or not text.isdecimal()) and text in cells


def _stated(stated: Sequence[Stated], missing: Counter[str], printed: grids.TableGrid) -> Iterator[Stated]:
    """Which stated figures the missing texts are: first those whose row prints another, then as far as can be told."""
    beside: dict[str, set[str]] = {}
    for row in printed.body if missing else ():
        texts = {words.squeeze_text(box.text) for box in row}
        for text in texts:
            beside.setdefault(text, set()).update(texts)
    for figure in sorted(stated, key=lambda one: _stands(one, beside)):
        if missing[words.squeeze_text(figure.text)] > 0:
            missing[words.squeeze_text(figure.text)] -= 1
            yield figure


def _stands(figure: Stated, beside: dict[str, set[str]]) -> bool:
    """Whether a figure stands in its row, or in a row that cannot be found by its name; `beside` are texts in a row."""
    row = beside.get(words.squeeze_text(figure.row))
    return row is None or words.squeeze_text(figure.text) in row


def _lost_years(old: OldTable, printed: grids.TableGrid) -> list[str]:
    """The years in the old head that the new head, made for the year of the Renja, does not say.

    Those of the Renstra's period are known to be the document's own, also where the form prints only the last.
    """
    assert old.built is not None
    wanted = {
        t for path in old.grid.head_paths() for t in words.split_tokens(path) if len(t) == 4 and t[:2] in {"19", "20"}
    }
    said = {token for path in printed.head_paths() for token in words.split_tokens(path)} | set(
        map(str, old.built.period)
    )
    return [f"tahun {year} dalam kepala tabel" for year in sorted(wanted - said)]


# Everything


def missing(old: WordDocument, printed: Printed, tables: Sequence[OldTable], standardised: Sequence[str]) -> list[str]:
    """The texts of the old document that the new one does not say: paragraphs, and cells of tables."""
    known = {words.squeeze_text(text) for text in standardised}
    heads = _made_anew(tables)
    found = []
    listing = outline.without_contents(old.blocks)
    for text in _all_texts(listing):
        if not _said(text, printed, known, heads):
            found.append(text)
    return found


def _made_anew(tables: Sequence[OldTable]) -> set[str]:
    """Heads and row labels of tables whose kind prints its own, whole and line by line."""
    found: set[str] = set()
    for table in tables:
        if table.built is not None:
            boxes = [box for row in [*table.grid.heads, *table.grid.numbers] for box in row]
            texts = [text for box in boxes for text in (box.text, *box.lines)]
            found |= {words.squeeze_text(text) for text in [*texts, *table.built.anew]}
    return found


def _all_texts(blocks: Iterable[WordBlock]) -> Iterator[str]:
    """Every text once: paragraphs without their numbers, also those in the cells of tables."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block.text
            yield from block.notes
        else:
            for row in block.rows:
                for cell in row.cells:
                    if cell.down != "continue":
                        yield from _all_texts(cell.blocks)


def _said(text: str, printed: Printed, known: set[str], heads: set[str]) -> bool:
    unlabelled = labels.split(WordParagraph([Piece(text)])).text
    variants = [text, unlabelled, *_without_numbers(text)]
    if regulations.is_citation(unlabelled):
        variants.append(regulations.bare(unlabelled))
    if any(words.squeeze_text(variant) in heads | known or printed.says(variant) for variant in variants):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(_said(line, printed, known, heads) for line in lines)


def _without_numbers(text: str) -> Iterator[str]:
    """A heading or caption without the number that is made anew."""
    for pattern in (outline.CHAPTER, outline.NUMBERED, CAPTION, PICTURE_CAPTION):
        if match := pattern.match(text):
            yield match["title"]
