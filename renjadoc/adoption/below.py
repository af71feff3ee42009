"""What stands right below a table or picture and belongs to it: where it comes from, and notes on a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from renjadoc.adoption import lists
from renjadoc.adoption.grids import Box, TableGrid
from renjadoc.adoption.labels import LabelledLine, split_label
from renjadoc.adoption.signature import POST
from renjadoc.word.reader.document import Piece, WordBlock, WordParagraph

#: `Sumber data: SIPD`, `(Sumber: BPS)`, `Sumber BPS Kabupaten …`, `Data diolah, 2020`; no sentence on means.
_SOURCE = re.compile(
    r"\s*\(?\s*(?:sumber(?!\s+(?:daya|dana|pendanaan|pembiayaan|pendapatan)\b)\b"
    r"(?:[^:]{0,30}:\s*\S|(?-i:\s+[A-Z])[^:]{2,110}$)|(?:data\s+)?diolah\b[^:]{0,110}$)",
    re.IGNORECASE,
)
#: What most of them begin with is printed by itself.
_BARE_SOURCE = re.compile(r"\s*Sumber\s*:\s*")
_IN_BRACKETS = re.compile(r"\s*\((.*)\)\s*\.?\s*", re.DOTALL)
_LONGEST_SOURCE, _LONGEST_NOTE, _LONGEST_ENTRY = 300, 600, 200
_SOURCE_STYLE, _NOTE_STYLE = "sumber", "catatan tabel"
_NOTE = re.compile(r"\s*(?:keterangan|ket\.?|catatan|cat\.?|penjelasan)\s*:(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
#: A sign that a cell refers to; those that lists have too are one only where a cell ends in it.
_SIGN = re.compile(r"\s*(?P<sign>\*{1,4}\)|\*{1,4}|[†‡¹²³⁴⁵⁶⁷⁸⁹]|\(?\d{1,2}\)|\(?[a-z]\))\s*\S")
_PLAIN_SIGN = re.compile(r"\*+\)|\*\*+|[†‡]")
#: `n.a. = tidak tersedia`, `- : nihil`.
_ENTRY = re.compile(r"\s*\S.{0,25}?\s*[=:]\s*\S")
#: How the block begins that says who saw a table and signs it.
_SIGNED = re.compile(
    r"\s*(?:mengetahui|menyetujui|disetujui|diketahui|mengesahkan|disahkan|ditetapkan)(?:\s+(?:di|oleh)\b.*)?"
    rf"\s*(?:[,:].*|{POST.pattern}\b.*)?$"
    r"|\s*[A-Z][\w .]{2,40},\s*(?:\d{1,2}|[.…_\s]+)\s+[A-Z][a-z]+\s+\d{4}\s*$",
    re.IGNORECASE | re.DOTALL,
)
_AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d[\d.,]*(?:,-)?")
_MOST_SIGNED, _MOST_SIGNERS, _NARROWEST_SIGNED = 15, 3, 4


def says_source(block: WordBlock) -> bool:
    """Whether a line says where the table or picture above it comes from."""
    if not isinstance(block, WordParagraph) or len(block.text) > _LONGEST_SOURCE or block.pictures or block.comments:
        return False
    return _SOURCE.match(block.text) is not None or (block.style == _SOURCE_STYLE and bool(block.text.strip()))


def take_source(above: Any, block: WordParagraph) -> bool:
    """Keep a line with the block of the content above it where it says where that comes from; whether it does."""
    if not isinstance(above, dict) or "sumber" in above or not {"tabel", "gambar"} & above.keys():
        return False
    if not says_source(block):
        return False
    above["sumber"] = _strip_source(lists.write_paragraph(split_label(block)))
    return True


def _strip_source(said: str) -> str:
    bare = found[1] if (found := _IN_BRACKETS.fullmatch(said)) else said
    return _BARE_SOURCE.sub("", bare, count=1) or said


def take_note(grid: TableGrid, notes: list[str], block: WordParagraph, following: WordBlock | None) -> bool:
    """Add a line to the `notes` of the table above it where it is one; whether it is. `following` comes next."""
    if block.pictures or len(block.text) > _LONGEST_NOTE or not _is_note(grid, notes, block, following):
        return False
    notes.append(lists.write_paragraph(LabelledLine(block.label, tuple(block.spans), remarks=tuple(block.comments))))
    return True


def _is_note(grid: TableGrid, notes: Sequence[str], block: WordParagraph, following: WordBlock | None) -> bool:
    if block.style == _NOTE_STYLE or _is_signed(grid, block):
        return True
    if (lead := _NOTE.match(block.text)) is not None:
        # Alone it announces what stands below it.
        return bool(lead["rest"].strip()) or (isinstance(following, WordParagraph) and _is_entry(grid, following))
    return bool(notes) and _announces(notes) and _is_entry(grid, block)


def _announces(notes: Sequence[str]) -> bool:
    """Whether one of the notes was a word alone, as “Keterangan:”."""
    return any(note.rstrip("* ").endswith(":") for note in notes)


def _is_entry(grid: TableGrid, block: WordParagraph) -> bool:
    is_short = 0 < len(block.text.strip()) <= _LONGEST_ENTRY
    return is_short and (bool(split_label(block).label) or bool(_ENTRY.match(block.text)) or _is_signed(grid, block))


def _is_signed(grid: TableGrid, block: WordParagraph) -> bool:
    found = None if block.label else _SIGN.match(block.text)
    if found is None:
        return False
    sign = found["sign"]
    if _PLAIN_SIGN.fullmatch(sign):
        return True
    boxes = (box for row in [*grid.heads, *grid.body] for box in row)
    return any(line.rstrip().endswith(sign) and line.strip() != sign for box in boxes for line in box.lines)


def take_last_rows(grid: TableGrid) -> tuple[str, list[str]]:
    """Source and notes that were typed into the last rows of a table, over its whole width; the rows go."""
    source, notes = "", list[str]()
    while len(grid.body) > 1 and (box := _find_whole(grid.body[-1], grid.width)) is not None:
        line = WordParagraph([Piece(" ".join(box.lines))])
        if not source and says_source(line):
            source = _strip_source(lists.write_paragraph(split_label(line)))
        elif _NOTE.match(line.text) or _PLAIN_SIGN.match(line.text):
            notes.insert(0, lists.write_paragraph(LabelledLine("", tuple(line.spans))))
        else:
            break
        grid.body.pop()
    return source, notes


def says_signing(text: str) -> bool:
    """Whether a cell begins the block of who saw a table and signs it: `Mengetahui,`, `Maju, 2 Januari 2026`."""
    return _SIGNED.match(text) is not None


def take_signed_rows(grid: TableGrid) -> list[str]:
    """The lines of who saw and signs a table, typed into its last rows, column by column; the rows go.

    Only where nothing below them is a row of the table: each says little, and no amount.
    """
    first = max(1, len(grid.body) - _MOST_SIGNED)
    last = range(first, len(grid.body)) if grid.width >= _NARROWEST_SIGNED else ()
    begin = next((at for at in last if any(says_signing(box.text) for box in grid.body[at])), None)
    if begin is None or not all(map(_says_little, grid.body[begin:])):
        return []
    signed = sorted((box.column, at, box) for at, row in enumerate(grid.body[begin:]) for box in row if box.lines)
    del grid.body[begin:]
    return [line for _, _, box in signed for line in box.lines]


def _says_little(row: Sequence[Box]) -> bool:
    said = [box.text for box in row if box.lines]
    return len(said) <= _MOST_SIGNERS and not any(_AMOUNT.fullmatch(text.strip()) for text in said)


def _find_whole(row: Sequence[Box], width: int) -> Box | None:
    """The cell of a row that has one alone."""
    return row[0] if len(row) == 1 and width > 1 and row[0].lines else None
