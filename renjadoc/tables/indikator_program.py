"""Program indicators of past years and of last year's quarters, grouped by urusan and program."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.span import as_typed
from renjadoc.tables.steps import Step


def rows(data: dict[str, Any], folder: Folder) -> list[dict[str, Any]]:
    """Rows of urusan, of programs (lettered a., b., …) and of indicators."""
    office = as_typed(folder.dokumen.data["perangkat_daerah"]["singkatan"])
    printed: list[dict[str, Any]] = []
    for urusan in data["urusan"]:
        printed.append({"jenis": "urusan", "nomor": urusan["kode"], "nama": urusan["nama"]})
        for index, program in enumerate(urusan["program"]):
            letter = f"{ascii_lowercase[index]}." if index < len(ascii_lowercase) else f"{index + 1}."
            printed.append({"jenis": "program", "nomor": letter, "nama": program["nama"], "perangkat_daerah": office})
            printed += [_indikator(indikator) for indikator in program["indikator"]]
    return printed


def step(data: dict[str, Any]) -> Iterator[Step]:
    """Years move one back, the last quarter becomes the year that ended; the quarters of the new year are open."""
    for u, urusan in enumerate(data["urusan"]):
        for p, program in enumerate(urusan["program"]):
            for i, _ in enumerate(program["indikator"]):
                at = f"/urusan/{u}/program/{p}/indikator/{i}"
                for years in (5, 4, 3):
                    yield Step(f"{at}/realisasi/n-{years}", f"{at}/realisasi/n-{years - 1}")
                yield Step(f"{at}/realisasi/n-2", f"{at}/triwulan_n-1/IV")
                yield from (Step(f"{at}/triwulan_n-1/{quarter}") for quarter in ("I", "II", "III", "IV"))


def _indikator(indikator: dict[str, Any]) -> dict[str, Any]:
    past, quarters = indikator["realisasi"], indikator["triwulan_n-1"]
    return {
        "jenis": "indikator",
        "nomor": indikator["nomor"],
        "nama": indikator["nama"],
        "satuan": indikator["satuan"],
        "n5": past["n-5"],
        "n4": past["n-4"],
        "n3": past["n-3"],
        "n2": past["n-2"],
        "tw1": quarters["I"],
        "tw2": quarters["II"],
        "tw3": quarters["III"],
        "tw4": quarters["IV"],
    }
