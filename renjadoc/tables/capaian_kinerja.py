"""Service performance (T-C.30): achievement against this year's target and against the end of the Renstra.

Two forms are in use: eight columns with computed percentages, and the thirteen of Permendagri 86/2017, with targets of
the Renstra, what was reached, and projections.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables import target_renstra
from renjadoc.tables.forms import is_86
from renjadoc.tables.quantities import rata_rata, tingkat
from renjadoc.tables.steps import Step

#: The years of the form of Permendagri 86/2017, in the order of its columns; n is the year of the Renja.
YEARS_86 = {"target": ("n-2", "n-1", "n", "n+1"), "capaian": ("n-2", "n-1"), "proyeksi": ("n", "n+1")}


def rows(data: dict[str, Any], folder: Folder) -> list[dict[str, Any]]:
    """One row an indicator, and in eight columns the row of averages. Both forms compute the percentages."""
    if is_86(data):
        return [row for number, indikator in enumerate(data["indikator"], 1) for row in _rows_86(number, indikator)]
    final_targets = target_renstra.final_targets(folder)
    printed = [_indikator(indikator, final_targets) for indikator in data["indikator"]]
    persen, persen_renstra = averages(printed)
    return [*printed, {"jenis": "rata", "persen": persen, "persen_renstra": persen_renstra}]


def step(data: dict[str, Any]) -> Iterator[Step]:
    """Achievements move one year back; the new year's target and achievement are open."""
    if is_86(data):
        yield from _step_86(data)
        return
    for index, indikator in enumerate(data["indikator"]):
        at = f"/indikator/{index}"
        yield Step(f"{at}/capaian/n-3", f"{at}/capaian/n-2")
        yield Step(f"{at}/capaian/n-2", f"{at}/capaian/n-1")
        yield from (Step(f"{at}/{cell}") for cell in ("capaian/n-1", "target/n-1"))
        yield from (Step(f"{at}/tercatat/{cell}") for cell in indikator.get("tercatat", {}))
    yield from (Step(f"/tercatat/{cell}") for cell in data.get("tercatat", {}))


def _step_86(data: dict[str, Any]) -> Iterator[Step]:
    """All years move one back: those of the Renstra's targets too, which this form names by the year of the Renja."""
    for index, indikator in enumerate(data["indikator"]):
        at = f"/indikator/{index}"
        for field, years in YEARS_86.items():
            look = "proyeksi ini dibuat tahun lalu" if field == "proyeksi" else ""
            for to, year in pairwise(years):
                yield Step(f"{at}/{field}/{to}", f"{at}/{field}/{year}", look=look)
            yield Step(f"{at}/{field}/{years[-1]}")
        if indikator["catatan"]:
            yield Step(f"{at}/catatan", f"{at}/catatan", look="catatan ini dari tahun lalu")


def averages(printed: list[dict[str, Any]]) -> tuple[Decimal | None, Decimal | None]:
    """The means of both percent columns over the indicator rows, from unrounded values."""
    indicators = [row for row in printed if row["jenis"] == "indikator"]
    return (
        rata_rata([row["persen"] for row in indicators]),
        rata_rata([row["persen_renstra"] for row in indicators]),
    )


def _indikator(indikator: dict[str, Any], final_targets: dict[str, Any]) -> dict[str, Any]:
    capaian, target = indikator["capaian"], indikator["target"]["n-1"]
    return {
        "jenis": "indikator",
        "nama": indikator["nama"],
        "satuan": indikator["satuan"],
        "n3": capaian["n-3"],
        "n2": capaian["n-2"],
        "target": target,
        "n1": capaian["n-1"],
        "persen": tingkat(_number(capaian["n-1"]), _number(target)),
        "persen_renstra": tingkat(
            _number(capaian["n-1"]), _number(final_targets.get(indikator.get("indikator_renstra", "")))
        ),
    }


def _rows_86(number: int, indikator: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The titles of the groups that begin with an indicator, and its own row."""
    yield from ({"jenis": "kelompok", "nama": title} for title in indikator.get("kelompok", []))
    yield _indikator_86(number, indikator)


def _indikator_86(number: int, indikator: dict[str, Any]) -> dict[str, Any]:
    capaian, target, proyeksi = indikator["capaian"], indikator["target"], indikator["proyeksi"]
    return {
        "jenis": "indikator",
        "nomor": number,
        "nama": indikator["nama"],
        "spm": indikator["spm"],
        "ikk": indikator["ikk"],
        "target_n2": target["n-2"],
        "target_n1": target["n-1"],
        "target_n": target["n"],
        "target_maju": target["n+1"],
        "n2": capaian["n-2"],
        "n1": capaian["n-1"],
        "proyeksi_n": proyeksi["n"],
        "proyeksi_maju": proyeksi["n+1"],
        "catatan": indikator["catatan"],
        "persen": tingkat(_number(capaian["n-1"]), _number(target["n-1"])),
        "persen_renstra": None,
    }


def _number(cell: Any) -> Any:
    """The cell without a percent sign: the table's own column names the unit."""
    return cell.removesuffix("%").strip() if isinstance(cell, str) else cell
