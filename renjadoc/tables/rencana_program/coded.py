"""The forms whose rows carry codes: T-C.33 of Permendagri 86/2017, and Tabel 4.1 of Permendagri 14/2026."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renjadoc.span import as_typed
from renjadoc.tables.kind import PrintedRow, ReadTable
from renjadoc.tables.layout import TableRow
from renjadoc.tables.rencana_program.headings import known_urusan, list_urusan

#: What stands beside an outcome or output: what is measured.
_MEASURES = ("indikator", "target_renstra", "realisasi_n2", "prakiraan_n1", "target", "target_maju")
_KINDS = {"program": "program", "kegiatan": "kegiatan", "sub_kegiatan": "sub"}


def print_coded(table: ReadTable) -> Iterator[PrintedRow]:
    """T-C.33: urusan, bidang urusan, program, kegiatan and sub kegiatan, each a row with its code and its sums."""
    urusan = list_urusan(table, known_urusan(table))
    for row in table.rows:
        for one in urusan.get(row.pointer, ()):
            kind = "urusan" if one.width == 1 else "bidang"
            yield {"jenis": kind, "kode": one.urusan.code or "", "uraian": one.urusan.name, **one.sums}
        yield {"jenis": _KINDS[row.level], **_head_cells(row), **table.print_cells(row)}


def _head_cells(row: TableRow) -> PrintedRow:
    return {"kode": row.node.get("kode", ""), "uraian": row.node["nama"]}


def print_priorities(table: ReadTable) -> Iterator[PrintedRow]:
    """Tabel 4.1: the same rows numbered, and below each what it results in (outcome, output) where that is said."""
    numbers = RowNumbers()
    responsible = _Responsible(as_typed(table.folder.facts["perangkat_daerah"]["singkatan"]))
    for row, coded in _pair_rows(table):
        if row is None:
            yield {**coded, "nomor": ""}
            continue
        named = {**coded, "nomor": numbers.count(row.depth), "penanggung_jawab": responsible.find(row)}
        result = named.pop("hasil")
        if result in ("", None):
            yield named
            continue
        measured = {key: named[key] for key in _MEASURES}
        yield {**named, **dict.fromkeys(_MEASURES, "")}
        yield {**dict.fromkeys(named, ""), **measured, "jenis": "hasil", "uraian": result}


def _pair_rows(table: ReadTable) -> Iterator[tuple[TableRow | None, PrintedRow]]:
    """The rows of T-C.33, each with the row of the table that it prints; an urusan prints none."""
    rows = iter(table.rows)
    for coded in print_coded(table):
        yield (None if coded["jenis"] in {"urusan", "bidang"} else next(rows)), coded


class RowNumbers:
    """Numbers rows within the row above: 1, 1.1, 1.1.1."""

    def __init__(self) -> None:
        self._counts: list[int] = []

    def count(self, depth: int) -> str:
        counts = [*self._counts[: depth + 1], *[0] * (depth + 1 - len(self._counts))]
        counts[depth] += 1
        self._counts = counts
        return ".".join(map(str, counts))


class _Responsible:
    """Who answers for a row: who it names, else who the row above it names, else the office itself."""

    def __init__(self, office: str) -> None:
        self._named: list[Any] = [office]

    def find(self, row: TableRow) -> Any:
        del self._named[row.depth + 1 :]
        self._named.append(row.node.get("penanggung_jawab") or self._named[-1])
        return self._named[-1]
