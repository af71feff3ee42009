"""Program indicators of past years and of last year's quarters, grouped by urusan and program."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

from renjadoc.content.folder import Folder


def rows(data: dict[str, Any], folder: Folder) -> list[dict[str, Any]]:
    """Rows of urusan, of programs (lettered a., b., …) and of indicators."""
    office = folder.dokumen.data["perangkat_daerah"]["singkatan"]
    printed: list[dict[str, Any]] = []
    for urusan in data["urusan"]:
        printed.append({"jenis": "urusan", "nomor": urusan["kode"], "nama": urusan["nama"]})
        for index, program in enumerate(urusan["program"]):
            letter = f"{ascii_lowercase[index]}." if index < len(ascii_lowercase) else f"{index + 1}."
            printed.append({"jenis": "program", "nomor": letter, "nama": program["nama"], "perangkat_daerah": office})
            printed += [_indikator(indikator) for indikator in program["indikator"]]
    return printed


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
