"""The amounts of an export read a second time in another way: by the digits of each cell, added up column by column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc import indonesian
from renjadoc.sheets.sipd.fields import Heads
from renjadoc.sheets.sipd.grid import ExportLine
from renjadoc.sheets.sipd.records import MONEY, Export
from renjadoc.tables.computed import add_known

_CENTS = re.compile(r"[.,]\d{1,2}$|[.,]-+$")


def check_sums(rows: list[ExportLine], heads: Heads, export: Export) -> Iterator[str]:
    """What is told of each column: that both readings agree, or by how much they do not."""
    places = {place for record in export.records for place in record.places}
    for name in MONEY:
        index = heads.columns.get(name)
        taken = add_known(record.amounts[name] for record in export.records)
        if index is None or taken is None:
            continue
        cells = [row.cells[index].value for row in rows if row.place in places and index < len(row.cells)]
        again = sum(map(_read_digits, cells))
        twice = export.doubled.get(name, 0)
        expected = taken + twice
        said = f"{MONEY[name]} {len(cells)} baris dibaca ulang per kolom: {indonesian.angka(again)}"
        less = f", {indonesian.angka(twice)} di antaranya baris yang sama persis" if twice else ""
        off = abs(again - expected)
        verdict = f"SELISIH {indonesian.angka(off)}, periksa barisnya" if off else "cocok"
        yield f"{said}{less} ({verdict})."


def _read_digits(value: object) -> int:
    if isinstance(value, int | float | Decimal):
        return round(value)
    text = str(value or "").strip()
    digits = re.sub(r"\D", "", _CENTS.sub("", text) if not re.search(r"[.,]\d{3}$", text) else text)
    return int(digits) if digits else 0
