"""Rows of accounts (5.1.02…) below a sub kegiatan: what they sum up to, where its own row states no amount."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from renjadoc import indonesian
from renjadoc.sheets.sipd.records import MONEY, Amounts, Record
from renjadoc.tables.computed import add_known


class _AccountRow(NamedTuple):
    code: str
    amounts: Amounts
    place: str


class AccountRows:
    """The rows of accounts of an export, each below the sub kegiatan it belongs to."""

    def __init__(self) -> None:
        self._below: list[tuple[Record | None, list[_AccountRow]]] = []

    def add(self, record: Record | None, code: str, amounts: Amounts, place: str) -> None:
        """Note a row: its sub kegiatan, its code, what it states, where it stands."""
        if not self._below or self._below[-1][0] is not record:
            self._below.append((record, []))
        self._below[-1][1].append(_AccountRow(code, amounts, place))

    def settle(self) -> Iterator[str]:
        """Give each sub kegiatan without an amount that of its accounts; what is told of all rows."""
        passed: list[_AccountRow] = []
        for record, rows in self._below:
            if record is None or any(amount is not None for amount in record.amounts.values()):
                passed += rows
            else:
                yield _add_up(record, rows)
        if passed:
            said = "jumlahnya sudah ada di baris sub kegiatannya"
            yield f"{len(passed)} baris rincian belanja (mulai {passed[0].place}) dilewati: {said}."


def _add_up(record: Record, rows: list[_AccountRow]) -> str:
    """Add the accounts to the sub kegiatan; a row of a group (5.1) states what those of its members (5.1.02) do."""
    lowest = [row for row in rows if not any(one.code.startswith(f"{row.code}.") for one in rows)]
    record.amounts = {key: add_known(row.amounts[key] for row in lowest) for key in MONEY}
    record.places += [row.place for row in lowest]
    shown = ", ".join(indonesian.angka(amount) for amount in record.amounts.values() if amount is not None)
    name = record.sub.code or record.sub.name
    return f"{name} tidak menyebut pagu; dijumlahkan dari {len(lowest)} baris rincian belanja: {shown or 'tidak ada'}."
