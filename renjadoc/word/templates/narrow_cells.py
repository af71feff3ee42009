"""Tells a template how much room its narrow cells have: words too long for them are then divided where they may be."""

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
_VALUE = re.compile(r"\|\s*sel(?=\s*}})")


def tell_rooms(source: str, styles: bytes) -> str:
    """The Jinja source with `sel(ROOM)` for `sel` in narrow cells; the room in thousandths of the letters' size."""
    letters = read_cell_letters(styles)

    def tell(cell: re.Match[str]) -> str:
        width, style = _WIDTH.search(cell[0]), _STYLE.search(cell[0])
        if width is None or int(width[1]) > _WIDE:
            return cell[0]
        room = (int(width[1]) - _MARGINS) * 1000 / letters.get(style[1] if style else "", letters[""])
        return _VALUE.sub(f"|sel({max(int(room), 1)})", cell[0])

    return _CELL.sub(tell, source)
