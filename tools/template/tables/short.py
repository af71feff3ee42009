"""Short tags: which stand in cells too narrow for the long ones, and what they mean (data/tanda-pendek.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from template.tables.layout import Cell, Table

#: What a short tag stands for wherever it stands.
EVERYWHERE = {
    "n": "tahun", **{f"n{back}": f"tahun - {back}" for back in range(1, 6)}, "maju": "tahun + 1",
    "awal": "renstra.awal", "akhir": "renstra.akhir",
}  # fmt: skip
_TAG = re.compile(r"{{ ([^{}]+) }}")
#: A letter of a tag, in parts of the letters' size: bold ones are no wider. What a cell keeps free, in twips.
_LETTER, _BRACE, _NARROW_LETTER, _MARGINS = 0.6, 0.34, 0.3, 130
_SIZES = {"Rapat": 140, "Ulangan": 140}
_SIZE = 170


def measure_tag(tag: str, style: str) -> float:
    """How wide a tag is in a cell of that style, in twips; no less than Arial has it."""
    size = next((size for end, size in _SIZES.items() if end in style), _SIZE)
    return sum(
        _BRACE if sign in "{}" else _NARROW_LETTER if sign in " |.'ijlt" else _LETTER for sign in tag
    ) * size  # fmt: skip


def shorten_cell(cell: Cell, column: int, width: int) -> Cell:
    """The cell of that column (from 1) with a short tag where the long one would break."""
    tag = _TAG.fullmatch(cell.words)
    if tag is None or not tag[1].startswith("baris.") or cell.above or measure_tag(cell.words, cell.style) <= width:
        return cell
    return replace(cell, words=f"{{{{k{column}}}}}")


def shorten_head(words: str) -> str:
    """The words of a head with short tags for the years, which have no blank for a line to break at."""
    short = {meant: name for name, meant in EVERYWHERE.items()}
    return _TAG.sub(lambda tag: f"{{{{{short[tag[1]]}}}}}" if tag[1] in short else tag[0], words)


def room_of(widths: Sequence[int]) -> int:
    return sum(widths) - _MARGINS


def name_columns(cells: Iterable[Cell]) -> Iterator[tuple[str, str]]:
    """The short tags of a row, and the name and filter that each stands for."""
    column = 1
    for cell in cells:
        tag = _TAG.fullmatch(cell.words)
        if tag and tag[1].startswith("baris."):
            yield f"k{column}", tag[1].removeprefix("baris.")
        column += cell.span


def short_tags_json(tables: Iterable[Table]) -> str:
    """All short tags, as they are kept beside the program."""
    patterns = {table.name: {row.kind: dict(name_columns(row.cells)) for row in table.rows} for table in tables}
    return json.dumps({"di mana saja": EVERYWHERE, "pola": patterns}, ensure_ascii=False, indent=1) + "\n"
