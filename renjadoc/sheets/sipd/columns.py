"""What rows below the heads tell of a column: that it holds a part of a code, or amounts as English programs write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from renjadoc.sheets.sipd.fields import ALIASES, Heads
from renjadoc.sheets.sipd.grid import ExportLine
from renjadoc.sheets.sipd.records import MONEY

#: The last three parts of a code, by the fields that the heads over them are taken for.
LEVELS = ("program", "giat", "sub_giat")
#: What a part of a code looks like: urusan and bidang, then those of `LEVELS`.
_FIRST = r"\d{1,2}|[xX]{1,2}"
_BIDANG = r"(?:\d|[xX])\.(?:\d{2}|[xX]{2})"
_PARTS = (r"\d{1,2}", r"\d\.\d{1,2}", r"\d{1,4}")
_TOTAL = re.compile(r"(?:total|jumlah)\b", re.IGNORECASE)
#: How many parts stand above that of a program, and how wide those are whose columns hold numbers.
_ABOVE, _WIDTHS = 2, (1, 2, 2)
#: So many rows tell what a column holds.
_ENOUGH = 200
_ENGLISH = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d{1,2})?|,\d{3}\.\d{1,2})", re.IGNORECASE)
_ONE_COMMA = re.compile(r"((?:Rp\.?\s*)?\d{1,3}),(\d{3})", re.IGNORECASE)


def find_parted_codes(heads: Heads, rows: list[ExportLine]) -> tuple[Heads, list[ExportLine]]:
    """Heads and rows, where five columns hold nothing but the parts of one code, whatever these columns are called.

    The names then stand in a column of their own, or one for each level, whose whole code the rows are given.
    """
    some = [row for row in rows[:_ENOUGH] if not any(_TOTAL.match(row.text(at)) for at in range(len(row.cells)))]
    codes = _find_parts(heads, some) or _find_shape(heads, some)
    kept = {name: column for name, column in heads.columns.items() if column not in codes}
    if not codes or heads.codes:
        return heads, rows
    if "uraian" in heads.columns:
        return replace(heads, columns={**kept, "kode": codes[0]}, codes=codes), rows
    names = {f"nama_{level}": column for level in LEVELS if (column := _find_name(heads, level, codes)) is not None}
    if "nama_sub_giat" not in names:
        return heads, rows
    own = {f"kode_{level}": column for level, column in zip(LEVELS, codes[-len(LEVELS) :], strict=True)}
    return replace(heads, columns={**kept, **names, **own}, codes=codes), [_write_codes(row, codes) for row in rows]


def _find_parts(heads: Heads, rows: list[ExportLine]) -> tuple[int, ...]:
    """The columns of the parts, by the heads of program, kegiatan and sub kegiatan and those for what is above."""
    found = [heads.columns.get(f"kode_{level}", heads.columns.get(f"nama_{level}")) for level in LEVELS]
    own = [column for column in found if column is not None]
    if len(own) < len(LEVELS) or not all(_holds(rows, column, part) for column, part in zip(own, _PARTS, strict=True)):
        return ()
    above = [heads.columns[name] for name in ("kode_urusan", "kode_bidang_urusan") if name in heads.columns]
    if above and _holds(rows, above[-1], _BIDANG):
        return (above[-1], *own)
    if len(above) == _ABOVE and all(_holds(rows, column, _FIRST) for column in above):
        return (*above, *own)
    first = own[0]
    while first and own[0] - first < _ABOVE and _holds(rows, first - 1, _FIRST):
        first -= 1
    return (*range(first, own[0]), *own)


def _find_shape(heads: Heads, rows: list[ExportLine]) -> tuple[int, ...]:
    """Five columns side by side that nobody knows by their heads."""
    patterns = (_FIRST, _FIRST, *_PARTS)
    for first in range(max((len(row.cells) for row in rows), default=0) - len(patterns) + 1):
        columns = tuple(range(first, first + len(patterns)))
        if all(_holds(rows, column, pattern) for column, pattern in zip(columns, patterns, strict=True)):
            return columns
    return ()


def _find_name(heads: Heads, level: str, codes: tuple[int, ...]) -> int | None:
    """The column of names of a level: a head such as Program may have been taken for that of its code before."""
    field = f"nama_{level}"
    if heads.columns.get(field, codes[0]) not in codes:
        return heads.columns[field]
    return next((column for head, column in heads.unknown.items() if ALIASES.get(head) == field), None)


def _write_codes(row: ExportLine, codes: tuple[int, ...]) -> ExportLine:
    """The row with the whole code of each level in the column of its last part."""
    cells = list(row.cells)
    for count in range(len(codes) - len(LEVELS) + 1, len(codes) + 1):
        if row.text(at := codes[count - 1]):
            # What is above nobody says: then it is the office's own.
            lead = "X.XX." if len(codes) == len(LEVELS) else ""
            cells[at] = replace(cells[at], value=f"{lead}{join_code(row, codes[:count])}")
    return replace(row, cells=cells)


def join_code(row: ExportLine, columns: tuple[int, ...]) -> str:
    """A code whose parts stand in columns of their own; numbers there have lost their zeros."""
    parts: list[str] = []
    for index in columns:
        value = row.cells[index].value if index < len(row.cells) else None
        if value is None or not str(value).strip():
            continue
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            shown = f"{value:.2f}" if value != int(value) else str(int(value))
            parts.append(shown.zfill(_WIDTHS[len(parts)] if len(parts) < len(_WIDTHS) else len(shown)))
        else:
            part = str(value).strip(" .")
            # Some write the whole code of its level into each column.
            parts = [part] if parts and part.startswith(".".join(parts) + ".") else [*parts, part]
    return ".".join(parts)


def _holds(rows: list[ExportLine], column: int, pattern: str) -> bool:
    """Whether a column says something, and nothing but such parts."""
    said = [text for row in rows if (text := row.text(column))]
    return bool(said) and all(re.fullmatch(pattern, text) for text in said)


def leave_out_known(heads: Heads, rows: list[ExportLine]) -> Heads:
    """The heads, without those among the others whose columns are taken, or say nothing that a taken one does not."""
    taken = {*heads.columns.values(), *heads.codes}
    other = [
        name
        for name in heads.other
        if name not in heads.unknown or not (heads.unknown[name] in taken or _says_known(heads, rows, name))
    ]
    return replace(heads, other=other)


def _says_known(heads: Heads, rows: list[ExportLine], name: str) -> bool:
    """Whether every cell of a column is blank, or is the target with its unit."""
    both = [heads.columns[field] for field in ("target", "satuan") if field in heads.columns]
    said = ((row.text(heads.unknown[name]), " ".join(row.text(column) for column in both)) for row in rows)
    return all(not text or text == known for text, known in said)


def read_english(heads: Heads, rows: list[ExportLine]) -> list[ExportLine]:
    """The rows, where `250,000` are thousands because the same column says `1,250,000` elsewhere."""
    money = [heads.columns[name] for name in MONEY if name in heads.columns]
    english = [column for column in money if any(_ENGLISH.fullmatch(row.text(column)) for row in rows)]
    return list(_write_thousands(rows, english)) if english else rows


def _write_thousands(rows: list[ExportLine], columns: list[int]) -> Iterator[ExportLine]:
    for row in rows:
        cells = list(row.cells)
        for column in columns:
            if match := _ONE_COMMA.fullmatch(row.text(column)):
                cells[column] = replace(cells[column], value=f"{match[1]}.{match[2]}")
        yield replace(row, cells=cells)
