"""Content to the names that the narrative and a template may use, computed figures among them."""

from __future__ import annotations

from typing import Any

from renjadoc import indonesian
from renjadoc.content.folder import Folder
from renjadoc.narrative import citation
from renjadoc.span import Carried, CarriedText
from renjadoc.tables import capaian_kinerja, rencana_program, target_renstra

_HEADS = {"Kabupaten": "Bupati", "Kota": "Wali Kota", "Provinsi": "Gubernur"}


def names(folder: Folder) -> dict[str, Any]:
    """The names, as docs/templat.md lists them; a figure that is still open is None."""
    data = folder.dokumen.data
    daerah = _daerah(data["daerah"])
    perangkat = data["perangkat_daerah"]
    return {
        "tahun": data["tahun"],
        "daerah": daerah,
        "perangkat_daerah": {**perangkat, "lengkap": f"{perangkat['nama']} {daerah['lengkap']}"},
        "renstra": _renstra(data["renstra"], data["tahun"]),
        "visi": data["visi"],
        "misi": data.get("misi", {"nomor": None, "teks": None}),
        "pagu": _pagu(folder),
        "program": _programs(folder),
        "jumlah": counts(folder),
        "capaian": _capaian(folder),
        "regulasi": _regulasi(folder),
    }


def _daerah(daerah: dict[str, Any]) -> dict[str, Any]:
    return {**daerah, "lengkap": f"{daerah['jenis']} {daerah['nama']}", "kepala": _HEADS[daerah["jenis"]]}


def _renstra(renstra: dict[str, Any], tahun: int) -> dict[str, Any]:
    which = tahun - renstra["awal"]
    # What is computed from a period that was taken over is highlighted like the period itself.
    said = CarriedText if isinstance(renstra["akhir"], Carried) else str
    return {
        "awal": renstra["awal"],
        "akhir": renstra["akhir"],
        "periode": said(f"{renstra['awal']}–{renstra['akhir']}"),
        "tahun_ke": said(indonesian.urutan(which)) if which > 0 else None,
    }


def _pagu(folder: Folder) -> dict[str, int | None]:
    files = [source.data for source in folder.tables_of("rencana-program")]
    return {
        "total": _sum([rencana_program.total(data, "pagu") for data in files]),
        "total_maju": _sum([rencana_program.total(data, "pagu_maju") for data in files]),
    }


def _sum(amounts: list[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _programs(folder: Folder) -> dict[str, dict[str, Any]]:
    """Programs by code; one without a code is only reached by its place, which the narrative never needs."""
    return {
        program["kode"]: {
            "nama": program["nama"],
            "pagu": rencana_program.total(program, "pagu"),
            "pagu_maju": rencana_program.total(program, "pagu_maju"),
        }
        for source in folder.tables_of("rencana-program")
        for program in source.data["program"]
        if program["kode"]
    }


def counts(folder: Folder) -> dict[str, int]:
    """How many programs, kegiatan, sub kegiatan, proposals and regulations the tables and lists hold."""
    plans = [p for source in folder.tables_of("rencana-program") for p in source.data["program"]]
    kegiatan = [k for program in plans for k in program["kegiatan"]]
    evaluated = [p for source in folder.tables_of("evaluasi") for p in source.data["program"]]
    return {
        "program": len(plans),
        "kegiatan": len(kegiatan),
        "sub_kegiatan": sum(len(k.get("sub_kegiatan", [])) for k in kegiatan),
        "program_evaluasi": len(evaluated),
        "kegiatan_evaluasi": sum(len(p["kegiatan"]) for p in evaluated),
        "usulan": sum(len(source.data["usulan"]) for source in folder.tables_of("usulan-masyarakat")),
        "regulasi": sum(len(source.data["regulasi"]) for source in folder.regulasi.values()),
    }


def _capaian(folder: Folder) -> dict[str, Any]:
    tables = folder.tables_of("capaian-kinerja")
    printed = [row for source in tables for row in capaian_kinerja.rows(source.data, folder)]
    against_target, against_renstra = capaian_kinerja.averages(printed)
    return {"rata_rata": against_target, "rata_rata_renstra": against_renstra}


def _regulasi(folder: Folder) -> dict[str, str]:
    return {
        citation.regulation_key(entry): citation.regulation_name(entry)
        for source in folder.regulasi.values()
        for entry in source.data["regulasi"]
    }


def template_names(folder: Folder) -> dict[str, Any]:
    """What a template sees beside the composed parts of the document: the names above, and the years of the Renstra."""
    known = names(folder)
    return {
        **{key: known[key] for key in ("tahun", "daerah", "perangkat_daerah", "renstra")},
        "visi": {key: said or "…" for key, said in known["visi"].items()},
        "judul": "Rencana Kerja (Renja)",
        "kaki": f"Renja {known['tahun']} {known['perangkat_daerah']['nama']}",
        "tahun_renstra": target_renstra.years(folder),
    }
