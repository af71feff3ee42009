"""What a Renja of a year rests on: plans and guidelines of that year, not of another, and all that an outline asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.planning_basis import Basis, list_basis
from renjadoc.checks.regulations import (
    document_date,
    identify_regulation,
    list_events,
    read_knowledge,
    short_name,
    walk_listed,
)
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.regulation_entry import RegulationEntry
from renjadoc.reading import Reading


@rule("RJ614", "Dasar perencanaan milik tahun lain")
def check_other_years(reading: Reading) -> Iterator[Finding]:
    """RPJPN, RPJMN, RKPD, pedoman RKPD, dan nomenklatur dalam landasan hukum adalah yang berlaku untuk tahun Renja.

    Ditegur bila yang tercantum hanya milik tahun atau periode lain. Yang sudah dicabut disebut RJ607.

    Mengapa: landasan hukum yang disalin dari Renja tahun lalu masih menyebut RKPD dan pedoman tahun lalu.
    Sumber: UU 25/2004; Permendagri 86/2017; daftar periksa Bappeda (renjadoc/data/dasar-renja.json).

    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perwali", "nomor": 20, "tahun": 2025, "daerah": "Contoh",
        "tentang": "Rencana Kerja Pemerintah Daerah Kota Contoh Tahun 2026", "lembaran": {"tahun": 2025, "nomor": 20}}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perwali", "nomor": 20, "tahun": 2026, "daerah": "Contoh",
        "tentang": "Rencana Kerja Pemerintah Daerah Kota Contoh Tahun 2027", "lembaran": {"tahun": 2026, "nomor": 20}}
    """
    tahun = reading.folder.tahun
    listed = list(walk_listed(reading))
    for basis in list_basis(tahun):
        if any(basis.is_met_by(entry, tahun) for _, _, entry in listed):
            continue
        for source, pointer, entry in listed:
            if basis.is_of_other_year(entry, tahun) and not _is_ended(reading, entry):
                wanted = _name_wanted(basis, tahun)
                message = f"{short_name(entry)} ({basis.role}) bukan untuk Tahun {tahun}"
                yield Finding(source, pointer, message, f"Cantumkan {wanted}.")
                break


def _is_ended(reading: Reading, entry: RegulationEntry) -> bool:
    fact = read_knowledge(reading).get(identify_regulation(entry), {})
    return any(event["status"] != "diubah" for event in list_events(fact, document_date(reading)))


def _name_wanted(basis: Basis, tahun: int) -> str:
    if basis.entry is not None:
        unsure = " (cocokkan nomornya)" if basis.certainty == "ingatan" else ""
        return f"{short_name(basis.entry)}{unsure}"
    return f"{basis.role} Tahun {tahun}" if basis.dated else basis.name


#: Every whole list of a region's Renja has these, since the guidelines of 2017 rule.
_ALWAYS = ("RPJMD", "RPJMN")
#: A list of fewer, or with fewer of the region, is still being written.
_FEWEST_LISTED, _FEWEST_OWN = 10, 2
_GUIDED_SINCE = 2021


@rule("RJ615", "Dasar perencanaan belum disebut", needs=("bab", "regulasi"))
def check_required_basis(reading: Reading) -> Iterator[Finding]:
    """Landasan hukum mencantumkan peraturan tentang RPJMD dan RPJMN.

    Diperiksa sejak Renja 2021, bila landasan hukumnya memuat sepuluh peraturan atau lebih, paling sedikit dua di
    antaranya peraturan daerah sendiri. Kerangka dapat meminta yang lain (“dasar_wajib”, seperti RPJPD, RKPD, dan
    Renstra dalam permendagri-86-2017-muatan), yang cukup disebut dalam naskah.

    Mengapa: verifikator meminta landasan hukum lengkap: RPJPD, RPJMD, RKPD, dan Renstra disebut.
    Sumber: UU 25/2004 (RPJMD memperhatikan RPJMN, dan Renja berpedoman padanya); daftar periksa Bappeda.

    Gagal:
        dokumen.json /kerangka = "sendiri"
        kerangka/sendiri.json := {"nama": "K", "sumber": "B", "bab": [], "dasar_wajib": ["RPJPD"]}
    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 1, "tahun": 2023, "daerah":
        "Contoh", "tentang": "Pajak Daerah", "lembaran": {"tahun": 2023, "nomor": 1}}
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 2, "tahun": 2023, "daerah":
        "Contoh", "tentang": "Pasar Rakyat", "lembaran": {"tahun": 2023, "nomor": 2}}
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 3, "tahun": 2023, "daerah":
        "Contoh", "tentang": "Usaha Mikro", "lembaran": {"tahun": 2023, "nomor": 3}}
    Lolos:
        dokumen.json /kerangka = "sendiri"
        kerangka/sendiri.json := {"nama": "K", "sumber": "B", "bab": [], "dasar_wajib": ["Renstra"]}
    """
    wanted = reading.folder.kerangka.get("dasar_wajib", [])
    tahun = reading.folder.tahun
    listed = [entry for _, _, entry in walk_listed(reading)]
    for basis in list_basis(tahun) if listed else ():
        words = (basis.role.casefold(), basis.name.casefold(), *basis.words)
        is_asked = basis.role in wanted and not any(True for _ in reading.passages.find_words(words))
        is_asked = is_asked or (basis.role in _ALWAYS and _is_missed(basis, listed, tahun))
        if is_asked and not any(
            basis.is_met_by(entry, tahun) or basis.is_of_other_year(entry, tahun) for entry in listed
        ):
            source = next(iter(reading.folder.regulasi.values()))
            hint = f"Cantumkan {_name_wanted(basis, tahun)} dalam landasan hukum."
            yield Finding(source, "/regulasi", f"{basis.name} ({basis.role}) belum disebut", hint)


def _is_missed(basis: Basis, listed: list[RegulationEntry], tahun: int) -> bool:
    """Whether a list is a whole one, which must have something that was there before the year of the Renja."""
    own = [entry for entry in listed if "daerah" in entry and not str(entry.get("tentang")).startswith("Perubahan")]
    is_whole = len(listed) >= _FEWEST_LISTED and len(own) >= _FEWEST_OWN
    is_older = basis.entry is None or int(basis.entry["tahun"]) < tahun
    return is_whole and is_older and tahun >= _GUIDED_SINCE


#: The key of an outline that is a regulation's: `permendagri-14-2026`, also with `-muatan` behind.
_OF_REGULATION = re.compile(r"permendagri-(?P<nomor>\d+)-(?P<tahun>\d{4})")


@rule("RJ545", "Peraturan yang bentuknya dipakai belum tercantum", needs=("regulasi",))
def check_outline_basis(reading: Reading) -> Iterator[Finding]:
    """Renja yang disusun menurut bentuk sebuah peraturan mencantumkan peraturan itu dalam landasan hukumnya.

    Diperiksa bila dokumen mempunyai daftar regulasi dan peraturannya masih berlaku. Yang wajib bagi setiap Renja
    disebut RJ609.

    Mengapa: sistematika enam bab tanpa Permendagri 14/2026 dalam landasan hukum tidak mempunyai dasar.
    Sumber: UU 12/2011 Lampiran II (dasar hukum memuat peraturan yang menjadi dasar penyusunan).

    Gagal:
        dokumen.json /kerangka = "permendagri-14-2026"
    Lolos:
        dokumen.json /kerangka = "permendagri-86-2017"
    """
    match = _OF_REGULATION.match(str(reading.folder.facts.get("kerangka", "")))
    listed = {identify_regulation(entry) for _, _, entry in walk_listed(reading)}
    if match is None or not listed:
        return
    wanted: RegulationEntry = {"jenis": "Permendagri", "nomor": int(match["nomor"]), "tahun": int(match["tahun"])}
    fact = read_knowledge(reading).get(identify_regulation(wanted), {})
    is_told = fact.get("wajib_sejak") is not None or _is_ended(reading, wanted)
    if identify_regulation(wanted) not in listed and not is_told:
        source = next(iter(reading.folder.regulasi.values()))
        message = f"bentuk dokumen ini dari {short_name(wanted)}, yang belum tercantum dalam landasan hukum"
        yield Finding(source, "/regulasi", message, f"Cantumkan {short_name(wanted)}.")
