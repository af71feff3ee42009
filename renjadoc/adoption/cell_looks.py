"""How a cell of an old table looks, as far as an ad-hoc table can: where its lines stand, which letters lie."""

from __future__ import annotations

from renjadoc.span import Span
from renjadoc.word.reader.document import WordCell, WordParagraph, spans_of, split_lines


def find_align(cell: WordCell) -> str:
    """How a cell is aligned, if all of it is so."""
    said = [block for block in cell.blocks if isinstance(block, WordParagraph) and block.text.strip()]
    if said and all(block.right for block in said):
        return "kanan"
    return "tengah" if said and all(block.centred for block in said) else ""


def lying_lines(cell: WordCell) -> list[list[Span]]:
    """The lines of a cell with their looks, if some letters lie; none of a cell that holds more than plain lines."""
    blocks = [block for block in cell.blocks if isinstance(block, WordParagraph)]
    pieces = [piece for block in blocks for piece in block.pieces]
    is_plain = len(blocks) == len(cell.blocks) and not any(block.label or block.boxes for block in blocks)
    if not is_plain or not any(piece.look.italic and any(map(str.isalpha, piece.text)) for piece in pieces):
        return []
    if any(piece.note or "\t" in piece.text for piece in pieces):
        return []
    lines = (line for block in blocks for line in split_lines(block.pieces))
    return [[span._replace(bold=False) for span in spans_of(line)] for line in lines]
