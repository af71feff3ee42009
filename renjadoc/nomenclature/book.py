"""One nomenclature for one level of government: entries found by code, by the code they replace, and by words."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from renjadoc import opening
from renjadoc.matching import fold_name
from renjadoc.nomenclature import rows, store
from renjadoc.nomenclature.entry import PROVINCE, REGENCY, NomenclatureEntry, as_general, as_own, level_of_government
from renjadoc.nomenclature.searching import search_entries

#: What a content folder calls a list of its own.
OWN_FILE = "nomenklatur.csv"
#: What is sought by its code, whole or its beginning.
_CODED = re.compile(r"(?:\d+|X+)(?:\.(?:\d+|X+))+")
#: Far above a whole nomenclature (some megabytes).
MAX_BYTES = 32 * 1024 * 1024
_SELECT = "SELECT kode, nama, tingkat, kinerja, indikator, satuan, tags, sebelum FROM baris WHERE tahun = :tahun"
#: Of this level of government, or of both.
_OF_LEVEL = "tingkat IN (:tingkat, '')"
#: Codes or names, however many, in one value.
_LISTED = "(SELECT value FROM json_each(:daftar))"


class NomenclatureBook:
    """Asks the tables of a store; `name` says which nomenclature this is, as a message names it."""

    def __init__(self, connection: sqlite3.Connection, tahun: int, level: str, name: str) -> None:
        self.name = name
        self._connection, self._tahun, self._level = connection, tahun, level
        self._found: dict[str, NomenclatureEntry | None] = {}
        self._named: dict[tuple[str, int], list[NomenclatureEntry]] = {}

    def knows(self, depth: int) -> bool:
        """Whether there are entries of this depth at all, so that one that is missing says something."""
        return depth in self._depths

    @cached_property
    def _depths(self) -> set[int]:
        found = self._ask(
            f"SELECT DISTINCT dalam FROM baris WHERE tahun = :tahun AND {_OF_LEVEL}", self._name(self._level, ())
        )
        return {depth for (depth,) in found}

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
        """The entries of codes, all in one question."""
        general = {code: as_general(code) for code in codes}
        asked = self._name(level, {*codes, *general.values()})
        entries = {
            entry.kode: entry for entry in self._read_entries(f"{_SELECT} AND {_OF_LEVEL} AND kode IN {_LISTED}", asked)
        }
        found: dict[str, NomenclatureEntry | None] = {}
        for code in codes:
            # An entry of the code itself says more than the one of every bidang urusan.
            entry = entries.get(code) or entries.get(general[code])
            found[code] = entry._replace(kode=code) if entry and entry.kode != code else entry
        return found

    def _name(self, level: str, listed: Iterable[str]) -> dict[str, object]:
        """What a question is asked with: the edition, a level of government, a list of codes or names."""
        return {"tahun": self._tahun, "tingkat": level, "daftar": json.dumps(list(listed))}

    def find_successors(self, code: str) -> list[NomenclatureEntry]:
        """The entries that say of themselves that they replace this code."""
        general = as_general(code)
        found = [one for candidate in dict.fromkeys((code, general)) for one in self._successors.get(candidate, ())]
        return [one._replace(kode=as_own(one.kode, code)) for one in found]

    @cached_property
    def _successors(self) -> dict[str, list[NomenclatureEntry]]:
        """By the code that was: what replaces it. Few entries replace any, so all are read at once."""
        replacing: dict[str, list[NomenclatureEntry]] = {}
        changed = f"{_SELECT} AND {_OF_LEVEL} AND sebelum != ''"
        for entry in self._read_entries(changed, self._name(self._level, ())):
            for before in dict.fromkeys(entry.before.split()):
                replacing.setdefault(before, []).append(entry)
        return replacing

    def find_named(self, name: str, depth: int) -> list[NomenclatureEntry]:
        """The entries of a depth with this name, whatever its case."""
        plain = fold_name(name)
        if (plain, depth) not in self._named:
            self.learn_names([(name, depth)])
        return self._named[plain, depth]

    def learn_names(self, names: Iterable[tuple[str, int]]) -> None:
        """Ask for many names at once, each with the depth at which it is sought."""
        wanted: dict[int, dict[str, str]] = {}
        for name, depth in names:
            if ((plain := fold_name(name)), depth) not in self._named:
                wanted.setdefault(depth, {})[plain] = name
        for depth, spelt in wanted.items():
            self._learn_named(spelt, depth)

    def _learn_named(self, spelt: dict[str, str], depth: int) -> None:
        """Ask for names of one depth, by their plain form as they were spelt."""
        sought = f"{_SELECT} AND {_OF_LEVEL} AND dalam = :dalam AND nama COLLATE NOCASE IN {_LISTED}"
        names = {" ".join(name.split()) for name in spelt.values()} | set(spelt)
        self._named |= {(plain, depth): [] for plain in spelt}
        for entry in self._read_entries(sought, {**self._name(self._level, names), "dalam": depth}):
            if (plain := fold_name(entry.nama)) in spelt:
                self._named[plain, depth].append(entry)

    def search(self, words: str, limit: int = 30) -> list[NomenclatureEntry]:
        """The entries with most of these words, the best first (`searching.py`); of a code it and what is below."""
        code = words.strip().strip(".").upper()
        found = self._search_code(code) if _CODED.fullmatch(code) else search_entries(self.list_entries(), words)
        return found[:limit]

    def _search_code(self, code: str) -> list[NomenclatureEntry]:
        """The entries whose codes begin so, those of every bidang (`X.XX.01`) too; else what replaces the code."""
        beginnings = code, as_general(code)
        found = {as_own(one.kode, code): one for one in self.list_entries() if one.kode.startswith(beginnings)}
        own = [entry._replace(kode=kode) for kode, entry in sorted(found.items())]
        return own or self.find_successors(code)

    def list_entries(self) -> list[NomenclatureEntry]:
        """Everything for this level of government, by code."""
        return self._read_entries(f"{_SELECT} AND {_OF_LEVEL} ORDER BY kode", self._name(self._level, ()))

    def _read_entries(self, question: str, values: dict[str, object]) -> list[NomenclatureEntry]:
        """The entries that a question finds; a row that holds something else than texts is none."""
        rows = self._ask(question, values)
        return [NomenclatureEntry._make(row) for row in rows if all(isinstance(cell, str) for cell in row)]

    def _ask(self, question: str, values: dict[str, object]) -> list[tuple[Any, ...]]:
        """The rows that a question finds; a store that is spoilt inside says nothing."""
        try:
            return self._connection.execute(question, values).fetchall()
        except sqlite3.Error:
            return []


def open_own(root: Path, jenis: str) -> NomenclatureBook | None:
    """The list that a content folder carries itself, None where it has none that can be read."""
    path = root / OWN_FILE
    try:
        found = rows.read_csv(opening.read_file(path, MAX_BYTES, root))
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
    found = store.find_year(connection, tahun)
    if found is None:
        connection.close()
        return None
    return NomenclatureBook(connection, found, level_of_government(jenis), f"nomenklatur edisi {found}")


def open_book(root: Path, tahun: int, jenis: str) -> NomenclatureBook | None:
    """What holds for a plan of this year: the folder's own list, else the edition that the user installed."""
    return open_own(root, jenis) or open_installed(tahun, jenis)
