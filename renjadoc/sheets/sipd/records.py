"""What is read from an export: sub kegiatan with their amounts and texts, printed totals, what cannot be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

#: "KODE NAMA" in one cell, as SIPD writes `nama_sub_giat`; some write the code in brackets.
_CODED = re.compile(r"[\[(]?((?:\d+|[Xx]+)(?:\.(?:\d+|[Xx]+))+)\.?[\])]?\s*[-–:]?\s+(\S.*)")
_CODE = re.compile(r"(?:\d+|[Xx]+)(?:\.(?:\d+|[Xx]+))*")
#: Digits in groups of three, as money is written.
_AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2}|,-+)?|Rp\.?\s*\d+.*", re.IGNORECASE)
#: Parts of a code: urusan.bidang.program.kegiatan(d.dd).sub kegiatan.
PROGRAM, KEGIATAN, SUB = 3, 5, 6
MONEY = {"pagu": "pagu", "pagu_n_depan": "pagu prakiraan maju"}

Amounts = dict[str, int | None]
#: Key of a sub kegiatan -> the lines that an export has there.
Texts = dict[str, list[str]]


@dataclass(frozen=True)
class Part:
    """A program, kegiatan or sub kegiatan as the export names it."""

    code: str
    name: str


@dataclass
class Record:
    """One sub kegiatan: what it stands below, its amounts in rupiah (None: not given), the rows it comes from.

    `texts` are what else is said of it, by the keys of a plan. `row` is all that stands in the row but for these, by
    which two rows of one sub kegiatan are told apart.
    """

    program: Part
    kegiatan: Part
    sub: Part
    amounts: Amounts
    places: list[str]
    texts: Texts = field(default_factory=dict)
    row: tuple[str, ...] = ()


@dataclass
class Export:
    """Everything read from a file. `totals` are (what, amounts, place) as printed; `left` are (place, why).

    `above` is what rows of programs and kegiatan say of themselves, by code; `doubled` what rows that stood twice would
    have added.
    """

    records: list[Record] = field(default_factory=list)
    totals: list[tuple[str, Amounts, str]] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rows: int = 0
    above: dict[tuple[str, ...], Texts] = field(default_factory=dict)
    doubled: dict[str, int] = field(default_factory=dict)


def is_amount(value: object) -> bool:
    """Whether a cell holds an amount or a count: merged over several rows, it is said of them together, and once."""
    return isinstance(value, int | float | Decimal) or bool(isinstance(value, str) and _AMOUNT.fullmatch(value.strip()))


def level_key(code: str) -> tuple[str, ...]:
    """A code without what changed between nomenclatures: `2.17.01.2.01.01` and `2.17.01.2.01.0001` are the same."""
    return tuple(part.lstrip("0") or "0" for part in code.casefold().split("."))


def split_code(text: str) -> tuple[str, str]:
    """Code and name of a cell; either may be missing."""
    match = _CODED.fullmatch(text)
    if match:
        return match[1], match[2]
    return (text, "") if _CODE.fullmatch(text) and "." in text else ("", text)


def code_order(code: str) -> tuple[bool, tuple[int, ...]]:
    """What codes are sorted by; what has none comes last."""
    parts = (part for part in code.split(".") if part)
    return not code, tuple(int(part) if part.isdecimal() else 0 for part in parts)
