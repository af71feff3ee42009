"""What an export says of a sub kegiatan beside its name and its money: indicator, target, place, funds and the like."""

from __future__ import annotations

from itertools import zip_longest

from renjadoc.funds import drop_group
from renjadoc.sheets.excel.values import write_value
from renjadoc.sheets.sipd.fields import DETAILS, Heads
from renjadoc.sheets.sipd.grid import ExportLine
from renjadoc.sheets.sipd.records import Texts
from renjadoc.tables.quantities import is_absent

#: What every indicator has of its own, though two may say the same.
BY_INDICATOR = frozenset({"indikator", "target", "target_maju", "output"})
#: What the planning system writes where it says nothing; so the plan's own cell stays.
_NOTHING = {"", "null", "none"}


def read_texts(row: ExportLine, heads: Heads) -> Texts:
    """The lines of a row's cells by the keys of a plan; a target has its unit behind it."""
    found = {name: lines for name in DETAILS if (lines := _read_lines(row, heads, name))}
    units = found.pop("satuan", [])
    for key in ("target", "target_maju"):
        if key in found and units:
            found[key] = [_with_unit(target, unit) for target, unit in zip_longest(found[key], units, fillvalue="")]
    if "sumber_dana" in found:
        found["sumber_dana"] = list(dict.fromkeys(drop_group(fund) for fund in found["sumber_dana"]))
    return found


def _read_lines(row: ExportLine, heads: Heads, name: str) -> list[str]:
    index = heads.columns.get(name)
    if index is None or index >= len(row.cells):
        return []
    value = row.cells[index].value
    text = value if isinstance(value, str) else write_value(value) if value is not None else ""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return [line for line in lines if line.casefold() not in _NOTHING and not is_absent(line)]


def _with_unit(target: str, unit: str) -> str:
    """`1` and `Laporan` are `1 Laporan`; what has its unit already stays."""
    return target if not unit or not target or not target[-1].isdigit() else f"{target} {unit}"


def row_identity(row: ExportLine, heads: Heads) -> tuple[str, ...]:
    """All that stands in a row but what describes it, and its number: by this two rows are one, or two amounts."""
    described = {heads.columns.get(name) for name in DETAILS if name != "sumber_dana"} | heads.numbers
    return tuple(row.text(index) for index in range(len(row.cells)) if index not in described)
