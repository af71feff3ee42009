"""One nomenclature for one level of government: entries found by code, by the code they replace, and by words."""

from __future__ import annotations

import csv
import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from renjadoc import opening
from renjadoc.nomenclature import rows, store
from renjadoc.nomenclature.entry import PROVINCE, REGENCY, NomenclatureEntry, as_general, as_own, level_of_government
from renjadoc.nomenclature.searching import search_entries

#: What a content folder calls a list of its own.
OWN_FILE = "nomenklatur.csv"
#: Far above a whole nomenclature (some megabytes).
MAX_BYTES = 32 * 1024 * 1024
_SELECT = "SELECT kode, nama, tingkat, kinerja, indikator, satuan, tags, sebelum FROM baris WHERE tahun = ?"
#: Codes that are asked for in one question; SQLite takes some thousand values in one.
_AT_ONCE = 400


class NomenclatureBook:
    """Asks the tables of a store; `name` says which nomenclature this is, as a message names it."""

    def __init__(self, connection: sqlite3.Connection, tahun: int, level: str, name: str) -> None:
        self.name = name
        self._connection, self._tahun, self._level = connection, tahun, level
        self._found: dict[str, NomenclatureEntry | None] = {}

    def knows(self, depth: int) -> bool:
        """Whether there are entries of this depth at all, so that one that is missing says something."""
        sought = "SELECT 1 FROM baris WHERE tahun = ? AND tingkat IN (?, '') AND dalam = ? LIMIT 1"
        return bool(self._ask(sought, (self._tahun, self._level, depth)))

    def find(self, code: str) -> NomenclatureEntry | None:
        """The entry of a code for this level of government; `X.XX.01…` is that of every bidang urusan."""
        if code not in self._found:
            self.learn([code])
        return self._found[code]

    def learn(self, codes: Iterable[str]) -> None:
        """Ask for many codes at once, which takes a fraction of the time of asking for one after the other."""
        self._found |= self._ask_entries(
            [code for code in dict.fromkeys(codes) if code not in self._found], self._level
        )

    def find_elsewhere(self, code: str) -> NomenclatureEntry | None:
        """The entry that another level of government has of a code."""
        return self._ask_entries([code], PROVINCE if self._level == REGENCY else REGENCY)[code]

    def _ask_entries(self, codes: list[str], level: str) -> dict[str, NomenclatureEntry | None]:
        found: dict[str, NomenclatureEntry | None] = {}
        for start in range(0, len(codes), _AT_ONCE):
            asked = codes[start : start + _AT_ONCE]
            forms = list(dict.fromkeys(form for code in asked for form in (code, as_general(code))))
            sought = f"{_SELECT} AND tingkat IN (?, '') AND kode IN ({', '.join('?' * len(forms))})"
            entries = {row[0]: NomenclatureEntry(*row) for row in self._ask(sought, (self._tahun, level, *forms))}
            for code in asked:
                # An entry of the code itself says more than the one of every bidang urusan.
                entry = entries.get(code) or entries.get(as_general(code))
                found[code] = entry._replace(kode=code) if entry else None
        return found

    def find_successors(self, code: str) -> list[NomenclatureEntry]:
        """The entries that say of themselves that they replace this code."""
        sought = f"{_SELECT} AND tingkat IN (?, '') AND sebelum LIKE ?"
        found: list[NomenclatureEntry] = []
        for candidate in dict.fromkeys((code, as_general(code))):
            for row in self._ask(sought, (self._tahun, self._level, f"%{candidate}%")):
                entry = NomenclatureEntry(*row)
                if candidate in entry.before.split():
                    found.append(entry._replace(kode=as_own(entry.kode, code)))
        return found

    def find_named(self, name: str, depth: int) -> list[NomenclatureEntry]:
        """The entries of a depth with this name, whatever its case."""
        sought = f"{_SELECT} AND tingkat IN (?, '') AND dalam = ? AND nama LIKE ?"
        plain = " ".join(name.split())
        likely = self._ask(sought, (self._tahun, self._level, depth, re.sub(r"[%_\\]", "_", plain)))
        return [NomenclatureEntry(*row) for row in likely if " ".join(row[1].split()).casefold() == plain.casefold()]

    def search(self, words: str, limit: int = 30) -> list[NomenclatureEntry]:
        """The entries that have most of these words, the best first; see `searching.py`."""
        return search_entries(self.list_entries(), words)[:limit]

    def list_entries(self) -> list[NomenclatureEntry]:
        """Everything for this level of government, by code."""
        sought = f"{_SELECT} AND tingkat IN (?, '') ORDER BY kode"
        return [NomenclatureEntry(*row) for row in self._ask(sought, (self._tahun, self._level))]

    def _ask(self, question: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(question, values).fetchall()
        except sqlite3.Error:
            return []  # A store that was spoilt while it was read says nothing.


def open_own(root: Path, jenis: str) -> NomenclatureBook | None:
    """The list that a content folder carries itself, None where it has none that can be read."""
    path = root / OWN_FILE
    try:
        found = rows.read_rows(rows.split_csv(opening.read_file(path, MAX_BYTES, root)))
    except (OSError, ValueError, rows.NoHeads, csv.Error):
        return None
    return NomenclatureBook(
        store.make_memory(found.entries), 0, level_of_government(jenis), f"{root.as_posix()}/{OWN_FILE}"
    )


def open_installed(tahun: int, jenis: str) -> NomenclatureBook | None:
    """The newest installed edition that is for this year or an earlier one, None where there is none."""
    connection = store.connect_store()
    if connection is None:
        return None
    found = connection.execute("SELECT max(tahun) FROM edisi WHERE tahun <= ?", (tahun,)).fetchone()[0]
    if found is None:
        connection.close()
        return None
    return NomenclatureBook(connection, found, level_of_government(jenis), f"nomenklatur edisi {found}")


def open_book(root: Path, tahun: int, jenis: str) -> NomenclatureBook | None:
    """What holds for a plan of this year: the folder's own list, else the edition that the user installed."""
    return open_own(root, jenis) or open_installed(tahun, jenis)
