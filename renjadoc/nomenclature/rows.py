"""Rows of the ministry's export, or of a plain list (kode; nama; indikator; satuan), as entries."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from renjadoc import separated
from renjadoc.nomenclature.entry import NomenclatureEntry, is_code, split_coded

#: What heads are called, as `_plain` writes them -> which column it is.
_HEADS = {
    "jenispemda": "tingkat", "tingkat": "tingkat", "kewenangan": "tingkat",
    "bidang": "bidang", "bidangurusan": "bidang", "program": "program", "kegiatan": "kegiatan",
    "subkegiatan": "sub", "kode": "kode", "nama": "nama", "nomenklatur": "nama", "uraian": "nama",
    "kinerja": "kinerja", "indikator": "indikator", "indikatorkinerja": "indikator", "satuan": "satuan",
    "kodesubkegiatan": "kode", "koderekening": "kode", "kodenomenklatur": "kode", "kodeprogramkegiatan": "kode",
    "namasubkegiatan": "nama", "namanomenklatur": "nama", "programkegiatansubkegiatan": "nama",
    "urusanbidangurusanprogramkegiatansubkegiatan": "nama", "nomenklatururusankabupatenkota": "nama",
    "nomenklatururusanprovinsi": "nama", "indikatorsubkegiatan": "indikator", "satuanindikator": "satuan",
    "indikatorkinerjasubkegiatan": "indikator", "tag": "tags", "tagging": "tags",
    "subkegiatansebelumnya": "before", "kodesebelumnya": "before",
}  # fmt: skip
_LEVELS = {"prov": "PROV", "provinsi": "PROV", "kabkot": "KABKOT", "kabkota": "KABKOT", "kabupatenkota": "KABKOT"}
#: Columns of the levels above, each with its code and its name.
_ABOVE = (("kodebidangurusan", "namabidangurusan"), ("kodeprogram", "namaprogram"), ("kodekegiatan", "namakegiatan"))
_LEVEL_HEADS = {head for pair in _ABOVE for head in pair}
#: A list without heads.
_UNNAMED = ("kode", "nama", "indikator", "satuan")
#: The heads stand within so many rows.
_TOP = 20
_CODES = re.compile(r"(?<![\d.X])(?:\d|X)\.(?:\d\d|XX)\.\d\d\.\d\.\d\d\.\d{2,4}(?![\d.])")

Row = Sequence[str]


class ReadRows(NamedTuple):
    """The entries of a file, parents first, and the numbers (from 1) of rows that are no entry, with what they say."""

    entries: list[NomenclatureEntry]
    left: list[tuple[int, str]]


class NoHeads(Exception):
    """No row names the columns."""


def read_csv(raw: bytes) -> ReadRows:
    """The entries of a CSV file. Raises NoHeads and csv.Error."""
    text = separated.decode_text(raw)
    return read_rows(list(separated.read_rows(text, separated.find_delimiter(text))))


def read_rows(rows: Sequence[Row]) -> ReadRows:
    """The entries of a file's rows. Raises NoHeads."""
    start, columns = _find_heads(rows)
    found: dict[tuple[str, str], NomenclatureEntry] = {}
    left = []
    for number, row in enumerate(rows[start:], start + 1):
        cells = {name: row[index].strip() if index < len(row) else "" for name, index in columns.items()}
        entries = list(_read_exported(cells) if "sub" in columns else _read_plain(cells))
        for entry in entries:
            # A program stands on each row of its sub kegiatan.
            found.setdefault((entry.tingkat, entry.kode), entry)
        if not entries and any(cells.values()):
            left.append((number, " | ".join(filter(None, cells.values()))))
    return ReadRows(list(found.values()), left)


def _find_heads(rows: Sequence[Row]) -> tuple[int, dict[str, int]]:
    """The number of rows down to the heads, and the index of every column that is known.

    A list whose first row is one of it already has no heads; then its columns stand as the plain list's do.
    """
    if rows and 1 < len(rows[0]) <= len(_UNNAMED) and is_code(_read_code(rows[0][0])):
        return 0, {name: index for index, name in enumerate(_UNNAMED)}
    for number, row in enumerate(rows[:_TOP], 1):
        columns: dict[str, int] = {}
        for index, head in enumerate(row):
            plain = _plain(head)
            if name := _HEADS.get(plain, plain if plain in _LEVEL_HEADS else ""):
                columns.setdefault(name, index)
        if "sub" in columns or {"kode", "nama"} <= columns.keys():
            return number, columns
    raise NoHeads


def _plain(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def _read_exported(cells: dict[str, str]) -> Iterator[NomenclatureEntry]:
    """A row of the export: the program, the kegiatan and the sub kegiatan, "KODE NAMA" in one cell each."""
    level = _LEVELS.get(_plain(cells.get("tingkat", "")), "")
    parts = [(name, *split_coded(cells.get(name, ""))) for name in ("bidang", "program", "kegiatan", "sub")]
    if not is_code(parts[-1][1]):
        return
    for name, code, title in parts[:-1]:
        if name in cells and is_code(code):
            yield NomenclatureEntry(code, title, level)
    yield _make_entry(cells, parts[-1][1], parts[-1][2], level)


def _read_plain(cells: dict[str, str]) -> Iterator[NomenclatureEntry]:
    code, name = _read_code(cells["kode"]), " ".join(cells["nama"].split())
    level = _LEVELS.get(_plain(cells.get("tingkat", "")), "")
    if not is_code(code) or not name:
        return
    for code_head, name_head in _ABOVE:
        above, title = _read_code(cells.get(code_head, "")), " ".join(cells.get(name_head, "").split())
        if is_code(above) and title:
            yield NomenclatureEntry(above, title, level)
    yield _make_entry(cells, code, name, level)


def _read_code(text: str) -> str:
    return text.upper().strip(" .")


def _make_entry(cells: dict[str, str], code: str, name: str, level: str) -> NomenclatureEntry:
    kinerja, indicator, unit = (" ".join(cells.get(key, "").split()) for key in ("kinerja", "indikator", "satuan"))
    before = " ".join(_CODES.findall(cells.get("before", "").upper()))
    return NomenclatureEntry(code, name, level, kinerja, indicator, unit, _read_tags(cells.get("tags", "")), before)


def _read_tags(text: str) -> str:
    """The tags of a cell: a JSON list, `[null]` for none; else as they stand."""
    try:
        stated = json.loads(text) if text else []
    except ValueError:
        return " ".join(text.split())
    return "; ".join(str(one) for one in stated if one) if isinstance(stated, list) else str(stated)


def write_csv(entries: Iterable[NomenclatureEntry]) -> str:
    """Entries as a plain list that `read_rows` reads, for a content folder."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\n")
    writer.writerow(("kode", "nama", "indikator", "satuan", "tingkat", "kinerja", "tag", "kode sebelumnya"))
    for one in entries:
        row = (one.kode, one.nama, one.indikator, one.satuan, one.tingkat, one.kinerja, one.tags, one.before)
        writer.writerow(row)
    return made.getvalue()
