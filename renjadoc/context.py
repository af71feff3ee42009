"""Content to the names that the narrative and a template may use, computed figures among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renjadoc import indonesian
from renjadoc.content.folder import Folder
from renjadoc.narrative import citation
from renjadoc.region_terms import describe_position, find_terms, head_of_office
from renjadoc.span import Carried, CarriedText
from renjadoc.tables import capaian_kinerja, target_renstra
from renjadoc.tables.before import difference
from renjadoc.tables.computed import add_known
from renjadoc.tables.kinds import FolderTables

if TYPE_CHECKING:
    from renjadoc.content.file_types import DokumenDaerah, DokumenPerangkatDaerah, DokumenRenstra


def names(tables: FolderTables) -> dict[str, Any]:
    """The names, as docs/templat.md lists them; a figure that is still open is None."""
    data = tables.folder.facts
    daerah = _daerah(data["daerah"])
    return {
        "tahun": data["tahun"],
        "daerah": daerah,
        "perangkat_daerah": _office(data["perangkat_daerah"], daerah),
        "renstra": _renstra(data["renstra"], data["tahun"]),
        "visi": data["visi"],
        "misi": data.get("misi", {"nomor": None, "teks": None}),
        "pagu": _pagu(tables),
        "program": _programs(tables),
        "jumlah": counts(tables),
        "capaian": _capaian(tables),
        "regulasi": _regulasi(tables.folder),
        **({"perubahan": dict(data["perubahan"])} if "perubahan" in data else {}),
    }


def _daerah(daerah: DokumenDaerah) -> dict[str, Any]:
    terms = find_terms(daerah["jenis"], daerah["nama"], daerah["provinsi"])
    said = {"lengkap": terms.full, "kepala": terms.head, "dprd": terms.dprd, "peraturan": terms.regulation}
    return {**daerah, **said, **terms.words}


def _office(office: DokumenPerangkatDaerah, daerah: dict[str, Any]) -> dict[str, Any]:
    full = f"{office['nama']} {daerah['lengkap']}"
    position = describe_position(office["nama"], daerah["jenis"], daerah["provinsi"])
    return {**office, "lengkap": full, "pimpinan": head_of_office(office["nama"], full), "kedudukan": position}


def _renstra(renstra: DokumenRenstra, tahun: int) -> dict[str, Any]:
    which = tahun - renstra["awal"]
    # What is computed from a period that was taken over is highlighted like the period itself.
    said = CarriedText if isinstance(renstra["akhir"], Carried) else str
    return {
        "awal": renstra["awal"],
        "akhir": renstra["akhir"],
        "periode": said(f"{renstra['awal']}–{renstra['akhir']}"),
        "tahun_ke": said(indonesian.urutan(which)) if which > 0 else None,
    }


def _pagu(tables: FolderTables) -> dict[str, int | str | None]:
    plans = tables.of_kind("rencana-program")
    totals: dict[str, int | str | None] = {
        "total": _amount(add_known(table.total("", "pagu") for table in plans)),
        "total_maju": _amount(add_known(table.total("", "pagu_maju") for table in plans)),
    }
    amended = [table.amendment.amount() for table in plans if table.amendment]
    if amended:
        before, after = (add_known(amounts[side] for amounts in amended) for side in (0, 1))
        totals |= _changes(before, after)
    return totals


def _changes(before: int | None, after: int | None) -> dict[str, int | str | None]:
    """What a Renja Perubahan says of an amount: before, after, what was added (below zero: taken away), in words."""
    step = difference((before, after))
    amounts = {"sebelum": _amount(before), "sesudah": _amount(after), "selisih": _amount(step)}
    return {**amounts, "perubahan": None if step is None else _say(step)}


def _amount(value: int | None) -> indonesian.Amount | None:
    return None if value is None else indonesian.Amount(value)


def _say(step: int) -> str:
    if step == 0:
        return "tidak berubah"
    return f"{'bertambah' if step > 0 else 'berkurang'} {indonesian.rupiah(abs(step))}"


def _programs(tables: FolderTables) -> dict[str, dict[str, Any]]:
    """Programs by code; one without a code is only reached by its place, which the narrative never needs."""
    programs = {
        row.node["kode"]: {
            "nama": row.node["nama"],
            "pagu": _amount(table.total(row.pointer, "pagu")),
            "pagu_maju": _amount(table.total(row.pointer, "pagu_maju")),
        }
        for table in tables.of_kind("rencana-program")
        for row in table.rows_of("program")
        if row.node["kode"]
    }
    for table in tables.of_kind("rencana-program"):
        for pair in table.amendment.pairs if table.amendment else ():
            known = programs.setdefault(pair.node["kode"], {"nama": pair.node["nama"]}) if pair.node["kode"] else {}
            known |= _changes(*pair.amount())
    return programs


def counts(tables: FolderTables) -> dict[str, int]:
    """How many programs, kegiatan, sub kegiatan, proposals and regulations the tables and lists hold."""

    def count(kind: str, level: str) -> int:
        return sum(len(table.rows_of(level)) for table in tables.of_kind(kind))

    return {
        "program": count("rencana-program", "program"),
        "kegiatan": count("rencana-program", "kegiatan"),
        "sub_kegiatan": count("rencana-program", "sub_kegiatan"),
        "program_evaluasi": count("evaluasi", "program"),
        "kegiatan_evaluasi": count("evaluasi", "kegiatan"),
        "usulan": count("usulan-masyarakat", "usulan"),
        "regulasi": sum(len(source.data["regulasi"]) for source in tables.folder.regulasi.values()),
    }


def _capaian(tables: FolderTables) -> dict[str, Any]:
    printed = [row for table in tables.of_kind("capaian-kinerja") for row in table.printed]
    averages = capaian_kinerja.average_percentages(printed)
    against_target, against_renstra = (None if one is None else indonesian.Percentage(one) for one in averages)
    return {"rata_rata": against_target, "rata_rata_renstra": against_renstra}


def _regulasi(folder: Folder) -> dict[str, str]:
    return {
        citation.regulation_key(entry): citation.regulation_name(entry)
        for source in folder.regulasi.values()
        for entry in source.data["regulasi"]
    }


def template_names(tables: FolderTables) -> dict[str, Any]:
    """What a template sees beside the composed parts of the document: the names above, and the years of the Renstra."""
    known = names(tables)
    return {
        **known,
        "misi": {key: said or "…" for key, said in known["misi"].items()},
        "visi": {key: said or "…" for key, said in known["visi"].items()},
        "judul": name_document(tables.folder, "Rencana Kerja (Renja)"),
        "kaki": f"{name_document(tables.folder, 'Renja')} {known['tahun']} {known['perangkat_daerah']['nama']}",
        "tahun_renstra": target_renstra.target_years(tables.folder),
    }


#: How often a year's Renja was changed, in words; the first change is only called one.
_TIMES = ("", "", " Kedua", " Ketiga", " Keempat", " Kelima")


def name_document(folder: Folder, name: str) -> str:
    """What the document is called: `name`, behind which change of it this is."""
    amended = folder.facts.get("perubahan")
    return f"Perubahan{_TIMES[amended.get('ke', 1)]} {name}" if amended else name
