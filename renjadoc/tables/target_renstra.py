"""Renstra targets from the year before the period to its last year, by bidang and seksi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.problem import Problem

_LABELS = {"tujuan": "TUJUAN", "sasaran": "SASARAN", "program": "PROGRAM", "kegiatan": "KEGIATAN"}


def years(folder: Folder) -> list[int]:
    """The years of the target columns: last known data, then every year of the Renstra."""
    period = folder.dokumen.data["renstra"]
    return list(range(period["awal"] - 1, period["akhir"] + 1))


def rows(data: dict[str, Any], _: Folder) -> list[dict[str, Any]]:
    """A label row wherever the kind changes (TUJUAN, PROGRAM, …), then one row an indicator."""
    printed: list[dict[str, Any]] = []
    for group in data["kelompok"]:
        bidang, kind = group["bidang"], ""
        for item in group["isi"]:
            if item["jenis"] != kind:
                kind = item["jenis"]
                printed.append({"jenis": "label", "bidang": bidang, "uraian": _LABELS[kind]})
                bidang = ""
            printed += _rincian(item)
    return printed


def _rincian(item: dict[str, Any]) -> list[dict[str, Any]]:
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


def final_targets(folder: Folder) -> dict[str, Any]:
    """The target of the last Renstra year by the indicator's name, over all tables of this kind."""
    return {
        indikator["nama"]: indikator["target"][-1]
        for source in folder.tables_of("target-renstra")
        for _, indikator in indicators(source.data)
        if indikator["target"]
    }


def check(folder: Folder) -> list[Problem]:
    """Rows whose number of targets is not the number of year columns."""
    wanted = len(years(folder))
    hint = "Satu target untuk tiap tahun: data terakhir, lalu tahun pertama sampai tahun terakhir Renstra."
    problems = []
    for source in folder.tables_of("target-renstra"):
        for pointer, indikator in indicators(source.data):
            if (given := len(indikator["target"])) != wanted:
                message = f"“{indikator['nama']}” mempunyai {given} target, seharusnya {wanted}"
                problems.append(source.problem("RJ035", f"{pointer}/target", message, hint))
    return problems


def indicators(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every indicator of one table with its pointer."""
    for g, group in enumerate(data["kelompok"]):
        for i, item in enumerate(group["isi"]):
            for n, indikator in enumerate(item["indikator"]):
                yield f"/kelompok/{g}/isi/{i}/indikator/{n}", indikator
