"""Service performance (T-C.30): achievement against this year's target and against the end of the Renstra."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables import target_renstra
from renjadoc.tables.quantities import rata_rata, tingkat
from renjadoc.tables.steps import Step


def rows(data: dict[str, Any], folder: Folder) -> list[dict[str, Any]]:
    """One row an indicator, and the row of averages."""
    final_targets = target_renstra.final_targets(folder)
    printed = [_indikator(indikator, final_targets) for indikator in data["indikator"]]
    persen, persen_renstra = averages(printed)
    return [*printed, {"jenis": "rata", "persen": persen, "persen_renstra": persen_renstra}]


def step(data: dict[str, Any]) -> Iterator[Step]:
    """Achievements move one year back; the new year's target and achievement are open."""
    for index, indikator in enumerate(data["indikator"]):
        at = f"/indikator/{index}"
        yield Step(f"{at}/capaian/n-3", f"{at}/capaian/n-2")
        yield Step(f"{at}/capaian/n-2", f"{at}/capaian/n-1")
        yield from (Step(f"{at}/{cell}") for cell in ("capaian/n-1", "target/n-1"))
        yield from (Step(f"{at}/tercatat/{cell}") for cell in indikator.get("tercatat", {}))
    yield from (Step(f"/tercatat/{cell}") for cell in data.get("tercatat", {}))


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


def _number(cell: Any) -> Any:
    """The cell without a percent sign: the table's own column names the unit."""
    return cell.removesuffix("%").strip() if isinstance(cell, str) else cell
