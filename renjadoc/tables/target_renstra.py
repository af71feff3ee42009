"""Renstra targets from the year before the period to its last year, by bidang and seksi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.problem import Problem
from renjadoc.tables import old
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import ANGKA, TEKS, TEKS_BOLEH_KOSONG, Column, Entry, Level, Node, TableLayout, walk_rows
from renjadoc.tables.repeated import REPEATED

LEVELS = (
    Level("kelompok", ("bidang",), "bidang"),
    Level("isi", ("tujuan", "sasaran", "program", "kegiatan"), "uraian", named_by="jenis"),
    Level("indikator", ("indikator",), "nama"),
)


def target_years(folder: Folder) -> list[int]:
    """The years of the target columns: last known data, then every year of the Renstra."""
    period = folder.facts["renstra"]
    return list(range(period["awal"] - 1, period["akhir"] + 1))


def _lay_out(_: Node, folder: Folder) -> TableLayout:
    years = target_years(folder)
    heads = [("Data Terakhir", str(years[0])), *(("Target", str(year)) for year in years[1:])]
    return TableLayout(
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
    """A label row wherever the kind changes (TUJUAN, old.PROGRAM, …), then one row an indicator."""
    printed: list[PrintedRow] = []
    for group in table.data["kelompok"]:
        bidang, kind = group["bidang"], ""
        for item in group["isi"]:
            if item["jenis"] != kind:
                kind = item["jenis"]
                again = "" if bidang else group["bidang"]
                printed.append({"jenis": "label", "bidang": bidang, "uraian": kind.upper(), REPEATED: again})
                bidang = ""
            printed += _print_indicators(item)
    return printed


def _print_indicators(item: Node) -> list[PrintedRow]:
    return [
        {
            "jenis": "rincian",
            "bidang": "",
            "uraian": item["uraian"] if index == 0 else "",
            REPEATED: item["uraian"] if index else "",
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


def _check_targets(table: ReadTable) -> Iterator[Problem]:
    """Rows whose number of targets is not the number of year columns."""
    wanted = len(target_years(table.folder))
    hint = "Satu target untuk tiap tahun: data terakhir, lalu tahun pertama sampai tahun terakhir Renstra."
    for pointer, indikator in walk_indicators(table.data):
        if (given := len(indikator["target"])) != wanted:
            message = f"“{indikator['nama']}” mempunyai {given} target, seharusnya {wanted}"
            yield table.source.problem("RJ035", f"{pointer}/target", message, hint)


# Tables of old documents

_SIGNS = old.HeadSigns(6, (r"indikator", r"target", r"uraian|tujuan|sasaran"), lacks=r"realisasi|capaian", years=3)


def _read_old(table: old.TextTable) -> old.Built:
    """The data of an old document's table. Raises old.Unfit."""
    roles: list[str] = []
    columns: list[int] = []
    for path in table.heads:
        year = old.YEAR.fullmatch(path.rpartition(" / ")[2].strip())
        if year:
            roles.append(year[0])
            columns.append(int(year[0]))
        else:
            wanted = (("indikator", r"indikator"), ("uraian", r"uraian|tujuan|program"), ("bidang", r"bidang|urusan"))
            roles.append(next((role for role, pattern in wanted if re.search(pattern, path, re.IGNORECASE)), ""))
    following = list(range(columns[0], columns[0] + len(columns)))
    if sorted(roles[:3]) != ["bidang", "indikator", "uraian"] or columns != following:
        raise old.Unfit("kolomnya bukan bidang, uraian, indikator, dan tahun berurutan")
    if len(roles) != 3 + len(columns):
        raise old.Unfit("ada kolom lain di samping tahun")
    built = old.Built(KIND.name, {"jenis": KIND.name, "kelompok": []}, period=(columns[0] + 1, columns[-1]))
    reader = _OldTargets(built, [str(year) for year in columns])
    for cells in old.read_rows(table, roles):
        reader.read_row(cells)
    return built


class _OldTargets:
    def __init__(self, built: old.Built, years: list[str]) -> None:
        self._groups: list[Node] = built.data["kelompok"]
        self._years = years
        self._level = ""

    def read_row(self, cells: old.Cells) -> None:
        label = cells["uraian"].strip().casefold()
        if cells["bidang"] or not self._groups:
            self._groups.append({"bidang": old.read_line(cells["bidang"]), "isi": []})
        if label in LEVELS[1].names and not cells["indikator"]:
            self._level = label
            return
        items: list[Node] = self._groups[-1]["isi"]
        if cells["uraian"]:
            level = "program" if old.PROGRAM.match(cells["uraian"]) else self._level or "kegiatan"
            items.append({"jenis": level, "uraian": old.read_line(cells["uraian"]), "indikator": []})
        if not items or not cells["indikator"]:
            raise old.Unfit("ada baris tanpa uraian atau tanpa indikator")
        target = [old.read_cell(cells[year]) for year in self._years]
        items[-1]["indikator"].append({"nama": old.read_line(cells["indikator"]), "target": target})


KIND = TableKind(
    "target-renstra",
    _lay_out,
    _print_rows,
    follows_year=False,
    check=_check_targets,
    signs=(_SIGNS,),
    read_old=_read_old,
)
