"""Renstra targets from the year before the period to its last year, by bidang and seksi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.problem import Problem
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import ANGKA, TEKS, TEKS_BOLEH_KOSONG, Column, Entry, Layout, Level, Node, walk_rows

LEVELS = (
    Level("kelompok", ("bidang",), "bidang"),
    Level("isi", ("tujuan", "sasaran", "program", "kegiatan"), "uraian", named_by="jenis"),
    Level("indikator", ("indikator",), "nama"),
)


def target_years(folder: Folder) -> list[int]:
    """The years of the target columns: last known data, then every year of the Renstra."""
    period = folder.facts["renstra"]
    return list(range(period["awal"] - 1, period["akhir"] + 1))


def _lay_out(_: Node, folder: Folder) -> Layout:
    years = target_years(folder)
    heads = [("Data Terakhir", str(years[0])), *(("Target", str(year)) for year in years[1:])]
    return Layout(
        levels=LEVELS,
        columns=(
            Column("bidang", ("Bidang",), 22, {"kelompok": Entry(("bidang",), TEKS_BOLEH_KOSONG)}),
            Column("uraian", ("Uraian",), 40, {"isi": Entry(("uraian",), TEKS)}),
            Column("nama", ("Indikator",), 40, {"indikator": Entry(("nama",), TEKS)}),
            *(
                Column(f"tahun{index}", head, 11, {"indikator": Entry(("target", index), ANGKA)}, "tengah")
                for index, head in enumerate(heads)
            ),
        ),
        frozen=3,
    )


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """A label row wherever the kind changes (TUJUAN, PROGRAM, …), then one row an indicator."""
    printed: list[PrintedRow] = []
    for group in table.data["kelompok"]:
        bidang, kind = group["bidang"], ""
        for item in group["isi"]:
            if item["jenis"] != kind:
                kind = item["jenis"]
                printed.append({"jenis": "label", "bidang": bidang, "uraian": kind.upper()})
                bidang = ""
            printed += _print_indicators(item)
    return printed


def _print_indicators(item: Node) -> list[PrintedRow]:
    return [
        {
            "jenis": "rincian",
            "bidang": "",
            "uraian": item["uraian"] if index == 0 else "",
            "indikator": indikator["nama"],
            "target": indikator["target"],
        }
        for index, indikator in enumerate(item["indikator"])
    ]


def walk_indicators(data: Node) -> Iterator[tuple[str, Node]]:
    """Every indicator of one table with its pointer."""
    return ((row.pointer, row.node) for row in walk_rows(LEVELS, data) if row.level == "indikator")


def final_targets_of(data: Node) -> dict[str, Any]:
    """The target of the last Renstra year by the indicator's name."""
    found = (indikator for _, indikator in walk_indicators(data) if indikator["target"])
    return {indikator["nama"]: indikator["target"][-1] for indikator in found}


def final_targets(folder: Folder) -> dict[str, Any]:
    """The target of the last Renstra year by the indicator's name, over all tables of this kind."""
    tables = folder.tables_of(KIND.name)
    return {name: target for source in tables for name, target in final_targets_of(source.data).items()}


def _check(table: ReadTable) -> Iterator[Problem]:
    """Rows whose number of targets is not the number of year columns."""
    wanted = len(target_years(table.folder))
    hint = "Satu target untuk tiap tahun: data terakhir, lalu tahun pertama sampai tahun terakhir Renstra."
    for pointer, indikator in walk_indicators(table.data):
        if (given := len(indikator["target"])) != wanted:
            message = f"“{indikator['nama']}” mempunyai {given} target, seharusnya {wanted}"
            yield table.source.problem("RJ035", f"{pointer}/target", message, hint)


KIND = TableKind("target-renstra", _lay_out, _print_rows, follows_year=False, check=_check)
