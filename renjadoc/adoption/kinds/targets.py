"""Targets of the Renstra."""

from __future__ import annotations

import re

from renjadoc.adoption.grids import TableGrid
from renjadoc.adoption.kinds import table
from renjadoc.adoption.kinds.table import Built, Cells, Data, Unfit, sel

_LEVELS = ("tujuan", "sasaran", "program", "kegiatan")


def read(grid: TableGrid) -> Built:
    """The table as data of kind target-renstra. Raises Unfit."""
    roles: list[str] = []
    columns: list[int] = []
    for path in grid.head_paths():
        year = table.YEAR.fullmatch(path.rpartition(" / ")[2].strip())
        if year:
            roles.append(year[0])
            columns.append(int(year[0]))
        else:
            wanted = (("indikator", r"indikator"), ("uraian", r"uraian|tujuan|program"), ("bidang", r"bidang|urusan"))
            roles.append(next((role for role, pattern in wanted if re.search(pattern, path, re.IGNORECASE)), ""))
    following = list(range(columns[0], columns[0] + len(columns)))
    if sorted(roles[:3]) != ["bidang", "indikator", "uraian"] or columns != following:
        raise Unfit("kolomnya bukan bidang, uraian, indikator, dan tahun berurutan")
    if len(roles) != 3 + len(columns):
        raise Unfit("ada kolom lain di samping tahun")
    built = Built("target-renstra", {"jenis": "target-renstra", "kelompok": []}, period=(columns[0] + 1, columns[-1]))
    reader = _Targets(built, [str(year) for year in columns])
    for cells in table.rows(grid, roles):
        reader.row(cells)
    return built


class _Targets:
    def __init__(self, built: Built, years: list[str]) -> None:
        self._groups: list[Data] = built.data["kelompok"]
        self._years = years
        self._level = ""

    def row(self, cells: Cells) -> None:
        label = cells["uraian"].strip().casefold()
        if cells["bidang"] or not self._groups:
            self._groups.append({"bidang": table.line(cells["bidang"]), "isi": []})
        if label in _LEVELS and not cells["indikator"]:
            self._level = label
            return
        items: list[Data] = self._groups[-1]["isi"]
        if cells["uraian"]:
            level = "program" if table.PROGRAM.match(cells["uraian"]) else self._level or "kegiatan"
            items.append({"jenis": level, "uraian": table.line(cells["uraian"]), "indikator": []})
        if not items or not cells["indikator"]:
            raise Unfit("ada baris tanpa uraian atau tanpa indikator")
        target = [sel(cells[year]) for year in self._years]
        items[-1]["indikator"].append({"nama": table.line(cells["indikator"]), "target": target})
