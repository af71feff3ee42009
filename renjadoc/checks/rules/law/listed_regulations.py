"""The list of regulations: its order, its citations, and whether what it lists is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.regulations import (
    document_date,
    identify_regulation,
    list_events,
    read_knowledge,
    say_unconfirmed,
    short_name,
    walk_listed,
)
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.citation import list_amendments, regulation_name
from renjadoc.narrative.regulation_entry import KnownRegulation, RegulationEntry
from renjadoc.narrative.regulation_kinds import read_kinds
from renjadoc.problem import Severity, shorten_text
from renjadoc.reading import Reading

#: A circular of the region itself stands behind the decisions of its head.
_OWN_CIRCULAR = 12


def _rank(entry: RegulationEntry) -> int:
    """The place of a kind in the order: UU 12/2011 Pasal 7 ayat (1), with those of Pasal 8 between."""
    if entry["jenis"] == "SE" and not re.match(r"Menteri|Kepala Badan|Kepala Lembaga|Deputi", entry.get("lembaga", "")):
        return _OWN_CIRCULAR
    return read_kinds()[entry["jenis"]].rank


@rule("RJ601", "Urutan landasan hukum keliru")
def check_order(reading: Reading) -> Iterator[Finding]:
    """Landasan hukum berurutan menurut hierarki, lalu tahun, lalu nomor.

    UUD 1945, Tap MPR, UU/Perppu, PP, Perpres, Permen dan peraturan badan, keputusan dan instruksi menteri, Perda
    Provinsi (Qanun Aceh, Perdasus, Perdasi, Perdais), Perda atau Qanun Kabupaten/Kota, peraturan kepala daerah,
    peraturan DPRD, keputusan dan instruksi kepala daerah, peraturan desa.

    Mengapa: urutan dasar hukum adalah yang pertama diperiksa bagian hukum.
    Sumber: UU 12/2011 Pasal 7 dan Lampiran II.

    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "UU", "nomor": 17, "tahun": 2003,
        "tentang": "Keuangan Negara", "lembaran": {"tahun": 2003, "nomor": 47}, "tambahan": 4286}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perwali", "nomor": 3, "tahun": 2022, "daerah": "Contoh",
        "tentang": "Tugas dan Fungsi", "lembaran": {"tahun": 2022, "nomor": 3}}
    """
    for source in reading.folder.regulasi.values():
        entries = source.data["regulasi"]
        highest = 0
        for index, entry in enumerate(entries):
            if index and _stands_before(entry, entries[highest]):
                place = next(i for i in range(index) if _stands_before(entry, entries[i]))
                message = f"{short_name(entry)} ditulis sesudah {short_name(entries[highest])}"
                hint = f"Pindahkan ke urutan {place + 1}, sebelum {short_name(entries[place])}."
                yield Finding(source, f"/regulasi/{index}", message, hint)
            else:
                highest = index


#: What a list may tell behind all others of its rank: Keputusan behind Peraturan Presiden.
_BY_THEMSELVES = {"Pergub", "Keppres", "Inpres"}


def _stands_before(one: RegulationEntry, other: RegulationEntry) -> bool:
    """Whether `one` must stand before `other`."""
    first, second = _rank(one), _rank(other)
    if first != second:
        return first < second
    if {one["jenis"], other["jenis"]} & _BY_THEMSELVES and one["jenis"] != other["jenis"]:
        return False
    if one.get("tahun", 0) != other.get("tahun", 0):
        return bool(one.get("tahun", 0) < other.get("tahun", 0))
    numbers = one.get("nomor"), other.get("nomor")
    same_kind = one["jenis"] == other["jenis"] and one.get("daerah") == other.get("daerah")
    return same_kind and all(isinstance(n, int) for n in numbers) and numbers[0] < numbers[1]  # type: ignore[operator]


@rule("RJ602", "Peraturan tercantum dua kali", Severity.ERROR)
def check_doubled_regulations(reading: Reading) -> Iterator[Finding]:
    """Setiap peraturan tercantum satu kali.

    Mengapa: entri kembar menunjukkan daftar lama dan baru digabung tanpa dibaca.
    Sumber: kebiasaan verifikasi bagian hukum.

    Gagal:
        regulasi/landasan-hukum.json /regulasi/1 + {"jenis": "UU", "nomor": 25, "tahun": 2004,
        "tentang": "Sistem Perencanaan Pembangunan Nasional",
        "lembaran": {"tahun": 2004, "nomor": 104}, "tambahan": 4421}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 25, "tahun": 2024,
        "daerah": "Contoh", "tentang": "RPJPD", "lembaran": {"tahun": 2024, "nomor": 25}}
    """
    seen: dict[str, str] = {}
    for source in reading.folder.regulasi.values():
        for index, entry in enumerate(source.data["regulasi"]):
            which = identify_regulation(entry)
            if other := seen.get(which):
                message = f"{short_name(entry)} sudah tercantum ({other})"
                yield Finding(source, f"/regulasi/{index}", message, "Hapus salah satunya.")
            else:
                seen[which] = f"urutan {index + 1} dalam regulasi/{source.path.name}"


@rule("RJ603", "Lembaran Negara atau Daerah belum disebut")
def check_gazette(reading: Reading) -> Iterator[Finding]:
    """Setiap peraturan menyebut lembarannya: LN dan TLN untuk UU, Perppu, dan PP; LN untuk Perpres; BN atau LD.

    Bila nomornya diketahui, saran menyebutkannya. Tahun lembaran tidak lebih awal daripada tahun peraturannya.
    Undang-undang sampai dengan 1950, yang dimuat dalam Berita Negara, tidak ditegur.

    Mengapa: sitasi lengkap adalah syarat bagian hukum.
    Sumber: UU 12/2011 Lampiran II; naskah rujukan (LN/TLN hanya pada 2 dari 12 peraturan).

    Gagal:
        regulasi/landasan-hukum.json /regulasi/0 = {"jenis": "UU", "nomor": 25, "tahun": 2004,
        "tentang": "Sistem Perencanaan Pembangunan Nasional"}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perwali", "nomor": 9, "tahun": 2023, "daerah": "Contoh",
        "tentang": "Uraian Tugas"}
    """
    known = read_knowledge(reading)
    for source, pointer, entry in walk_listed(reading):
        fact = known.get(identify_regulation(entry), {})
        kind = read_kinds()[entry["jenis"]]
        if kind.needs_gazette and "lembaran" not in entry:
            if entry["jenis"] == "UU" and _is_old(entry):
                continue  # Many of the Berita Negara have no number.
            supplement = " dan tambahannya" if kind.needs_supplement else ""
            message = f"{short_name(entry)} belum menyebut {_gazette_name(entry)}{supplement}"
            yield Finding(source, pointer, message, _advise_gazette(fact))
        elif kind.needs_supplement and "tambahan" not in entry and not _is_old(entry):
            message = f"{short_name(entry)} belum menyebut nomor Tambahan Lembaran Negara"
            yield Finding(source, pointer, message, _advise_gazette(fact))
        elif "lembaran" in entry and entry["lembaran"]["tahun"] < entry.get("tahun", 0):
            message = f"{short_name(entry)} diundangkan tahun {entry['lembaran']['tahun']}, sebelum ditetapkan"
            yield Finding(source, f"{pointer}/lembaran/tahun", message, "Cocokkan dengan naskah resmi.")


def _is_old(entry: RegulationEntry) -> bool:
    """Whether a law is of the years whose gazette is the Berita Negara: that has supplements for few."""
    return int(entry.get("tahun", 0)) <= 1950 or entry.get("lembaran", {}).get("nama") == "Berita Negara"


def _gazette_name(entry: RegulationEntry) -> str:
    gazette = read_kinds()[entry["jenis"]].gazette
    if gazette.startswith("Lembaran Negara") and _is_old(entry):
        return "Berita Negara"
    return " ".join(gazette.split()[:2])


def _advise_gazette(fact: KnownRegulation) -> str:
    if "lembaran" not in fact:
        return "Isi “lembaran” (dan “tambahan”) dari naskah resmi, misalnya di peraturan.go.id."
    supplement = f', "tambahan": {fact["tambahan"]}' if "tambahan" in fact else ""
    sheet = f'"lembaran": {{"tahun": {fact["lembaran"]["tahun"]}, "nomor": {fact["lembaran"]["nomor"]}}}'
    return f"Tambahkan {sheet}{supplement}{say_unconfirmed(fact)}."


@rule("RJ607", "Peraturan tidak berlaku lagi")
def check_outdated_regulations(reading: Reading) -> Iterator[Finding]:
    """Peraturan dalam landasan hukum belum dicabut, diganti, atau habis masanya pada tanggal dokumen.

    Tanggal dokumen adalah tanggal pengesahan, atau akhir tahun sebelumnya bila belum ada. Yang tidak diketahui
    renjadoc tidak ditegur; bagian hukum dapat menambahnya dalam peraturan.json.

    Mengapa: dasar hukum yang kedaluwarsa adalah alasan pengembalian yang nyata.
    Sumber: daftar periksa Bappeda; renjadoc/data/peraturan.json.

    Gagal:
        regulasi/landasan-hukum.json /regulasi/5 + {"jenis": "Permendagri", "nomor": 98, "tahun": 2018,
        "tentang": "Sistem Informasi Pembangunan Daerah", "lembaran": {"tahun": 2018, "nomor": 1540}}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 5, "tahun": 2019,
        "daerah": "Contoh", "tentang": "Ketertiban", "lembaran": {"tahun": 2019, "nomor": 5}}
    """
    known, today = read_knowledge(reading), document_date(reading)
    for source, pointer, entry in walk_listed(reading):
        if "/diubah" in pointer:
            continue  # Of amendments only the last counts, and that is another rule's.
        fact = known.get(identify_regulation(entry), {})
        ended = [event for event in list_events(fact, today) if event["status"] in {"dicabut", "berakhir"}]
        if ended:
            event = ended[-1]
            by = f"; penggantinya {short_name(event['oleh'])}" if "oleh" in event else ""
            said = "sudah dicabut" if event["status"] == "dicabut" else "sudah habis masa berlakunya"
            message = f"{short_name(entry)} {said} ({event['sejak']}){by}"
            yield Finding(source, pointer, message, f"Ganti dengan peraturan yang berlaku{say_unconfirmed(fact)}.")


@rule("RJ608", "Perubahan terakhir peraturan belum disebut")
def check_amendments(reading: Reading) -> Iterator[Finding]:
    """Peraturan yang telah diubah menyebut perubahan terakhirnya pada tanggal dokumen.

    Mengapa: “sebagaimana telah diubah terakhir dengan …” harus menyebut yang terakhir.
    Sumber: UU 12/2011 Lampiran II; renjadoc/data/peraturan.json.

    Gagal:
        regulasi/landasan-hukum.json /regulasi/2 = {"jenis": "PP", "nomor": 18, "tahun": 2016,
        "tentang": "Perangkat Daerah", "lembaran": {"tahun": 2016, "nomor": 114}, "tambahan": 5887}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/2 = {"jenis": "PP", "nomor": 18, "tahun": 2016,
        "tentang": "Perangkat Daerah", "lembaran": {"tahun": 2016, "nomor": 114}, "tambahan": 5887,
        "diubah": {"frasa": "sebagaimana telah diubah dengan", "jenis": "PP", "nomor": 72, "tahun": 2019,
        "tentang": "Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah",
        "lembaran": {"tahun": 2019, "nomor": 187}, "tambahan": 6402}}
    """
    known, today = read_knowledge(reading), document_date(reading)
    for source in reading.folder.regulasi.values():
        for index, entry in enumerate(source.data["regulasi"]):
            fact = known.get(identify_regulation(entry), {})
            events = list_events(fact, today)
            if not events or events[-1]["status"] != "diubah":
                continue
            last = events[-1]["oleh"]
            # An amendment later than we think it is known of is no fault: some are known by their year alone.
            good = {
                identify_regulation(last),
                *(identify_regulation(event["oleh"]) for event in fact["riwayat"][len(events) :] if "oleh" in event),
            }
            chain = list_amendments(entry)
            if not chain or identify_regulation(chain[-1]) not in good:
                cited = f", yang dicantumkan {short_name(chain[-1])}" if chain else ""
                message = f"{short_name(entry)} terakhir diubah dengan {short_name(last)}{cited}"
                title = _known_title(known, last)
                hint = f"Isi “diubah” dengan {regulation_name({**last, **title})}{say_unconfirmed(fact)}."
                hint += "" if title else " Judulnya belum tercatat di sini; salin dari naskah resminya."
                yield Finding(source, f"/regulasi/{index}", message, hint)


def _known_title(known: dict[str, KnownRegulation], entry: RegulationEntry) -> RegulationEntry:
    fact = known.get(identify_regulation(entry), {})
    return {"tentang": fact["tentang"]} if "tentang" in fact else {}


@rule("RJ609", "Peraturan pokok belum tercantum", needs=("regulasi",))
def check_expected_regulations(reading: Reading) -> Iterator[Finding]:
    """Peraturan pokok perencanaan dan keuangan daerah tercantum dalam landasan hukum.

    Peraturan mana, dan sejak Renja tahun berapa, adalah data (“wajib_sejak”). Diperiksa bila dokumen mempunyai daftar
    regulasi.

    Mengapa: Renja yang memakai SIPD dan kodefikasi baru tanpa menyebut dasarnya dikembalikan bagian hukum.
    Sumber: UU 25/2004, UU 23/2014, PP 12/2019, Permendagri 86/2017, 70/2019, dan 90/2019.

    Gagal:
        regulasi/landasan-hukum.json /regulasi/0 = {"jenis": "UU", "nomor": 17, "tahun": 2003,
        "tentang": "Keuangan Negara", "lembaran": {"tahun": 2003, "nomor": 47}, "tambahan": 4286}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 7, "tahun": 2025,
        "daerah": "Contoh", "tentang": "RPJMD", "lembaran": {"tahun": 2025, "nomor": 7}}
    """
    listed = {identify_regulation(entry) for _, _, entry in walk_listed(reading)}
    if not listed:
        return
    source = next(iter(reading.folder.regulasi.values()))
    today = document_date(reading)
    for which, fact in read_knowledge(reading).items():
        since = fact.get("wajib_sejak")
        ended = any(event["status"] != "diubah" for event in list_events(fact, today))
        if since is not None and since <= reading.folder.tahun and which not in listed and not ended:
            message = (
                f"{short_name(fact)} tentang {shorten_text(fact['tentang'], 80)} belum tercantum dalam landasan hukum"
            )
            yield Finding(source, "/regulasi", message, "Tambahkan, atau matikan aturan ini dengan alasannya.")
