"""Tells a template how much room its narrow cells have: long words are then divided, long amounts set narrower."""

from __future__ import annotations

import re

from renjadoc.word.templates.text_looks import read_cell_letters

#: Cells that are wider hold every word of Indonesian, in twentieths of a point.
_WIDE = 2_200
#: What a cell keeps free at its sides.
_MARGINS = 130
_CELL = re.compile(r"<w:tc>.*?</w:tc>", re.DOTALL)
_WIDTH = re.compile(r'<w:tcW [^>]*w:w="(\d+)"')
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"/>')
_VALUE = re.compile(r"\|\s*(sel|angka)(?=\s*}})")


def tell_rooms(source: str, styles: bytes) -> str:
    """The Jinja source with `sel(ROOM)` for `sel` in narrow cells, and `angka(ROOM)` for `angka`.

    The room is in thousandths of the letters' size.
    """
    letters = {"sel": read_cell_letters(styles), "angka": read_cell_letters(styles, bold=1)}

    def tell(cell: re.Match[str]) -> str:
        width, style = _WIDTH.search(cell[0]), _STYLE.search(cell[0])
        if width is None or int(width[1]) > _WIDE:
            return cell[0]
        free = max(int(width[1]) - _MARGINS, 1) * 1000

        def tell_value(value: re.Match[str]) -> str:
            sizes = letters[value[1]]
            return f"|{value[1]}({max(int(free / sizes.get(style[1] if style else '', sizes[''])), 1)})"

        return _VALUE.sub(tell_value, cell[0])

    return _CELL.sub(tell, source)
