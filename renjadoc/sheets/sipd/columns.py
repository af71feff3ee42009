"""What rows below the heads tell of a column: that it holds a part of a code, or amounts as English programs write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from renjadoc.sheets.sipd.fields import Heads
from renjadoc.sheets.sipd.grid import ExportLine
from renjadoc.sheets.sipd.records import MONEY

#: The last three parts of a code, by the fields that the heads over them are taken for.
_LEVELS = ("program", "giat", "sub_giat")
#: What a part of a code looks like: urusan and bidang, then those of `_LEVELS`.
_FIRST = r"\d{1,2}|[xX]{1,2}"
_PARTS = (r"\d{1,2}", r"\d\.\d{1,2}", r"\d{1,4}")
_TOTAL = re.compile(r"(?:total|jumlah)\b", re.IGNORECASE)
#: So many rows tell what a column holds.
_ENOUGH = 200
_ENGLISH = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d{1,2})?|,\d{3}\.\d{1,2})", re.IGNORECASE)
_ONE_COMMA = re.compile(r"((?:Rp\.?\s*)?\d{1,3}),(\d{3})", re.IGNORECASE)


def find_parted_codes(heads: Heads, rows: list[ExportLine]) -> Heads:
    """The heads, where columns called Program, Kegiatan and Sub Kegiatan hold nothing but the parts of one code.

    The names then stand in a column of their own.
    """
    rows = [row for row in rows[:_ENOUGH] if not any(_TOTAL.match(row.text(at)) for at in range(len(row.cells)))]
    columns = [_find_level(heads, level) for level in _LEVELS]
    own = [column for column in columns if column is not None]
    if len(own) < len(_LEVELS) or own != list(range(own[0], own[0] + len(own))) or "uraian" not in heads.columns:
        return heads
    if not all(_holds(rows, column, part) for column, part in zip(own, _PARTS, strict=True)):
        return heads
    first = own[0]
    while first and own[0] - first < 2 and _holds(rows, first - 1, _FIRST):
        first -= 1
    kept = {name: column for name, column in heads.columns.items() if not first <= column <= own[-1]}
    return replace(heads, columns={**kept, "kode": first}, codes=tuple(range(first, own[-1] + 1)))


def _find_level(heads: Heads, level: str) -> int | None:
    places = [heads.columns[name] for what in ("nama", "kode") if (name := f"{what}_{level}") in heads.columns]
    return places[0] if len(places) == 1 else None


def _holds(rows: list[ExportLine], column: int, pattern: str) -> bool:
    """Whether a column says something, and nothing but such parts."""
    said = [text for row in rows if (text := row.text(column))]
    return bool(said) and all(re.fullmatch(pattern, text) for text in said)


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
