"""The plafon of each office, from a list of Bappeda, against what the plans of the offices sum up to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from renjadoc import indonesian
from renjadoc.batch.office import OfficeResult
from renjadoc.batch.office_names import key_office
from renjadoc.matching import measure_likeness, pair_alike
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.sheets.excel.values import Unreadable, read_value
from renjadoc.sheets.sipd.grid import ExportLine, read_grids
from renjadoc.tables.layout import UANG
from renjadoc.tables.old import TOTAL

_OFFICE = re.compile(r"(?:nama\s+)?(?:perangkat\s+daerah|opd|skpd|unit(?:\s+organisasi)?|dinas)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"plafon|pagu|anggaran|jumlah", re.IGNORECASE)
#: Heads stand above this row.
HEADS = 30
_HINT = "Daftar plafon memerlukan kolom “Perangkat Daerah” dan “Plafon” (.csv atau .xlsx)."
_OWN_CODE = re.compile(r"^\s*\d[\d.X]*\s+(?=\D)")
#: So many of their words must two names share to be one office's.
_ALIKE = 0.85


def read_ceilings(path: Path) -> dict[str, int]:
    """Name of an office -> its plafon in rupiah. Raises ProblemsFound."""
    for rows in read_grids(path, _HINT):
        for number, row in enumerate(rows[:HEADS]):
            office, amount = (_find_column(row, pattern) for pattern in (_OFFICE, _AMOUNT))
            if office is not None and amount is not None:
                return _add_up(_read_rows(rows[number + 1 :], office, amount))
    raise ProblemsFound([Problem("RJ070", Location(path.as_posix()), "daftar plafon tidak dikenal", _HINT)])


def _find_column(row: ExportLine, pattern: re.Pattern[str]) -> int | None:
    return next((index for index in range(len(row.cells)) if pattern.search(row.text(index))), None)


def _read_rows(rows: list[ExportLine], office: int, amount: int) -> Iterator[tuple[str, int]]:
    for row in rows:
        name = _OWN_CODE.sub("", row.text(office)).strip()
        cell = row.cells[amount] if amount < len(row.cells) else None
        if not name or TOTAL.fullmatch(name) or cell is None or cell.is_blank:
            continue
        try:
            yield name, read_value(cell, UANG)
        except Unreadable as error:
            message = f"plafon {name}: {error.message}"
            raise ProblemsFound([Problem("RJ070", Location(row.address(amount)), message, error.hint)]) from error


def _add_up(rows: Iterator[tuple[str, int]]) -> dict[str, int]:
    """One amount an office: a list may have a row for each of its programs."""
    found: dict[str, tuple[str, int]] = {}
    for name, amount in rows:
        first, before = found.get(key_office(name), (name, 0))
        found[key_office(name)] = first, before + amount
    return dict(found.values())


def compare_ceilings(results: list[OfficeResult], ceilings: dict[str, int]) -> Iterator[str]:
    """Offices that plan more or less than their plafon, that have none, and those of the list without a folder."""
    stated = {key_office(name): (name, amount) for name, amount in ceilings.items()}
    key_of = _match_names([one.nama for one in results], list(stated))
    folders: dict[str, list[OfficeResult]] = {}
    for one in results:
        folders.setdefault(key_of[one.nama], []).append(one)
    for key, found in folders.items():
        if key not in stated:
            yield f"{found[-1].nama} tidak ada dalam daftar plafon."
        for one in found if key in stated else ():
            # A folder that could not be made says no pagu; the second of an office is no addition to the first.
            name = one.nama if len(found) == 1 else f"{one.nama} ({one.folder})"
            yield from _compare(name, one.pagu, stated[key][1])
    missing = [name for key, (name, _) in stated.items() if key not in folders]
    yield from (f"{name} ada dalam daftar plafon, tetapi tidak mempunyai folder isi." for name in missing)


def _compare(name: str, pagu: int | None, ceiling: int) -> Iterator[str]:
    if pagu is None or pagu == ceiling:
        return
    than = "melebihi" if pagu > ceiling else "kurang dari"
    ours, theirs, off = (indonesian.rupiah(value) for value in (pagu, ceiling, abs(pagu - ceiling)))
    yield f"{name}: pagu {ours} {than} plafon {theirs}, selisih {off}."


def _match_names(names: list[str], stated: list[str]) -> dict[str, str]:
    """How the list calls each office: as its folder does, else nearly so (a slip, the name of the region behind it)."""
    known = {name: key_office(name) for name in names}
    free = [number for number, one in enumerate(stated) if one not in known.values()]
    unknown = [name for name in known if known[name] not in stated]

    def measure(one: int, other: int) -> float:
        return measure_likeness(stated[one], known[unknown[other]], _ALIKE)

    pairs = pair_alike(free, range(len(unknown)), measure, _ALIKE, ordered=False)
    return known | {unknown[new]: stated[old] for new, old in pairs.items()}
