"""Evaluation of last year's Renja (T-C.29): program rows and kegiatan rows with their computed percentages."""

from __future__ import annotations

from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables.quantities import tingkat


def rows(data: dict[str, Any], _: Folder) -> list[dict[str, Any]]:
    """One row a program, then one a kegiatan."""
    printed = []
    for program in data["program"]:
        printed.append({"jenis": "program", "kode": program["kode"], "nama": program["nama"]})
        printed += [_kegiatan(kegiatan) for kegiatan in program["kegiatan"]]
    return printed


def _kegiatan(kegiatan: dict[str, Any]) -> dict[str, Any]:
    last, running = kegiatan["renja_n-2"], kegiatan["renja_n-1"]
    return {
        "jenis": "kegiatan",
        "kode": kegiatan["kode"],
        "nama": kegiatan["nama"],
        "indikator": kegiatan["indikator"],
        "target_renstra": kegiatan["target_renstra"],
        "target_n2": kegiatan["target_n-2"],
        "realisasi_sd_n2": kegiatan["realisasi_sd_n-2"],
        "renja_n2_target": last["target"],
        "renja_n2_realisasi": last["realisasi"],
        "renja_n2_persen": tingkat(last["realisasi"], last["target"]),
        "renja_n1_target": running["target"],
        "renja_n1_realisasi": running["realisasi"],
        "renstra_persen": tingkat(running["realisasi"], kegiatan["target_renstra"]),
    }
