"""Indicators of programs by quarter."""

from __future__ import annotations

import re

from renjadoc.adoption import words
from renjadoc.adoption.grids import TableGrid
from renjadoc.adoption.kinds import table
from renjadoc.adoption.kinds.table import Built, Cells, Data, Unfit, sel


def read(grid: TableGrid) -> Built:
    """The table as data of kind indikator-program. Raises Unfit."""
    past = [("n-5", ""), ("n-4", ""), ("n-3", ""), ("n-2", "")]
    roles = table.in_order(
        grid, ("nomor", r"^no\b"), ("nama", r"indikator"), ("satuan", r"satuan"),
        *((key, r"realisasi|capaian") for key, _ in past),
        *((f"tw{n}", r"\btw\b|triwulan") for n in range(1, 5)), ("opd", r"opd|skpd|perangkat"),
    )  # fmt: skip
    data: Data = {"jenis": "indikator-program", "urusan": []}
    built = Built("indikator-program", data)
    offices: list[str] = []
    for cells in table.rows(grid, roles):
        number = cells["nomor"].strip()
        if number.isdecimal():
            _indicator(data, cells, int(number))
        elif re.fullmatch(r"[a-z]\.?", number) and data["urusan"]:
            data["urusan"][-1]["program"].append({"nama": table.line(cells["nama"]), "indikator": []})
            offices.append(" ".join(cells["opd"].split()))
        else:
            code, name = words.escape_marks(number) or "-", table.line(cells["nama"])
            data["urusan"].append({"kode": code, "nama": name or "[[nama urusan]]", "program": []})
    if len(set(offices)) == 1:
        built.office = offices[0]
    return built


def _indicator(data: Data, cells: Cells, number: int) -> None:
    if not data["urusan"] or not data["urusan"][-1]["program"]:
        raise Unfit("ada indikator sebelum program pertama")
    name, unit = table.line(cells["nama"]), table.line(cells["satuan"])
    if not name or not unit:
        raise Unfit("ada indikator tanpa nama atau satuan")
    indicator: Data = {"nomor": number, "nama": name, "satuan": unit}
    indicator["realisasi"] = {key: sel(cells[key]) for key in ("n-5", "n-4", "n-3", "n-2")}
    indicator["triwulan_n-1"] = {sign: sel(cells[f"tw{n}"]) for n, sign in enumerate(("I", "II", "III", "IV"), 1)}
    data["urusan"][-1]["program"][-1]["indikator"].append(indicator)
