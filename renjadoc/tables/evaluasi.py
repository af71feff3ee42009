"""Evaluation of last year's Renja (T-C.29): program rows and kegiatan rows with their computed percentages.

Two forms are in use: twelve columns as Permendagri 54/2010 led to, and the eleven of Permendagri 86/2017.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables.quantities import tingkat
from renjadoc.tables.steps import Step

#: The form (`bentuk`) of Permendagri 86/2017: what was realised up to n-3 stands where others have two columns.
PERMENDAGRI_86 = "permendagri-86"


def rows(data: dict[str, Any], _: Folder) -> list[dict[str, Any]]:
    """One row a program, then one a kegiatan."""
    before = _before_86 if data.get("bentuk") == PERMENDAGRI_86 else _before
    printed = []
    for program in data["program"]:
        printed.append({"jenis": "program", "kode": program["kode"], "nama": program["nama"]})
        printed += [_kegiatan(kegiatan, before(kegiatan)) for kegiatan in program["kegiatan"]]
    return printed


def step(data: dict[str, Any]) -> Iterator[Step]:
    """The target of the running year becomes last year's; what was reached, and the new running year, are open."""
    is_86 = data.get("bentuk") == PERMENDAGRI_86
    for p, program in enumerate(data["program"]):
        for k, kegiatan in enumerate(program["kegiatan"]):
            at = f"/program/{p}/kegiatan/{k}"
            target = f"{at}/renja_n-1/target"
            if not is_86:
                yield Step(f"{at}/target_n-2", target)
            yield Step(f"{at}/renja_n-2/target", target)
            sums = "realisasi_sd_n-3" if is_86 else "realisasi_sd_n-2"
            opened = (sums, "renja_n-2/realisasi", "renja_n-1/target", "renja_n-1/realisasi")
            yield from (Step(f"{at}/{cell}") for cell in opened)
            yield from (Step(f"{at}/tercatat/{cell}") for cell in kegiatan.get("tercatat", {}))


def _before(kegiatan: dict[str, Any]) -> dict[str, Any]:
    """What the twelve columns say of the time before the running year."""
    return {"target_n2": kegiatan["target_n-2"], "realisasi_sd_n2": kegiatan["realisasi_sd_n-2"]}


def _before_86(kegiatan: dict[str, Any]) -> dict[str, Any]:
    return {"realisasi_sd_n3": kegiatan["realisasi_sd_n-3"]}


def _kegiatan(kegiatan: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    last, running = kegiatan["renja_n-2"], kegiatan["renja_n-1"]
    return {
        "jenis": "kegiatan",
        "kode": kegiatan["kode"],
        "nama": kegiatan["nama"],
        "indikator": kegiatan["indikator"],
        "target_renstra": kegiatan["target_renstra"],
        **before,
        "renja_n2_target": last["target"],
        "renja_n2_realisasi": last["realisasi"],
        "renja_n2_persen": tingkat(last["realisasi"], last["target"]),
        "renja_n1_target": running["target"],
        "renja_n1_realisasi": running["realisasi"],
        "renstra_persen": tingkat(running["realisasi"], kegiatan["target_renstra"]),
    }
