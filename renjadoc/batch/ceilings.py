"""The plafon of each office, from a list of Bappeda, against what the plans of the offices sum up to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from renjadoc import indonesian
from renjadoc.batch.office import OfficeResult
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.sheets.excel.values import Unreadable, read_value
from renjadoc.sheets.sipd.grid import ExportLine, read_grids
from renjadoc.tables.layout import UANG

_OFFICE = re.compile(r"(?:nama\s+)?(?:perangkat\s+daerah|opd|skpd|unit(?:\s+organisasi)?|dinas)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"plafon|pagu|anggaran|jumlah", re.IGNORECASE)
_HEADS = 30


def read_ceilings(path: Path) -> dict[str, int]:
    """Name of an office -> its plafon in rupiah. Raises ProblemsFound."""
    for rows in read_grids(path):
        for number, row in enumerate(rows[:_HEADS]):
            office, amount = (_find_column(row, pattern) for pattern in (_OFFICE, _AMOUNT))
            if office is not None and amount is not None:
                return dict(_read_rows(rows[number + 1 :], office, amount))
    hint = "Berkas itu memerlukan kolom “Perangkat Daerah” dan “Plafon” (.csv atau .xlsx)."
    raise ProblemsFound([Problem("RJ070", Location(path.as_posix()), "daftar plafon tidak dikenal", hint)])


def _find_column(row: ExportLine, pattern: re.Pattern[str]) -> int | None:
    return next((index for index in range(len(row.cells)) if pattern.search(row.text(index))), None)


def _read_rows(rows: list[ExportLine], office: int, amount: int) -> Iterator[tuple[str, int]]:
    for row in rows:
        name = row.text(office)
        cell = row.cells[amount] if amount < len(row.cells) else None
        if not name or cell is None or cell.is_blank:
            continue
        try:
            yield name, read_value(cell, UANG)
        except Unreadable as error:
            message = f"plafon {name}: {error.message}"
            raise ProblemsFound([Problem("RJ070", Location(row.address(amount)), message, error.hint)]) from error


def compare_ceilings(results: list[OfficeResult], ceilings: dict[str, int]) -> Iterator[str]:
    """Offices that plan more or less than their plafon, that have none, and those of the list without a folder."""
    stated = {_plain(name): (name, amount) for name, amount in ceilings.items()}
    planned: dict[str, int] = {}
    for one in results:
        key = _plain(one.nama)
        planned[key] = planned.get(key, 0) + (one.pagu or 0)
    for key, name in {_plain(one.nama): one.nama for one in results}.items():
        if key not in stated:
            yield f"{name} tidak ada dalam daftar plafon."
        elif planned[key] != stated[key][1]:
            gap = planned[key] - stated[key][1]
            than = "melebihi" if gap > 0 else "kurang dari"
            ours, theirs, off = (indonesian.rupiah(value) for value in (planned[key], stated[key][1], abs(gap)))
            yield f"{name}: pagu {ours} {than} plafon {theirs}, selisih {off}."
    missing = [name for key, (name, _) in stated.items() if key not in planned]
    yield from (f"{name} ada dalam daftar plafon, tetapi tidak mempunyai folder." for name in missing)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
