"""Regulations: their order and citation, whether what the narrative names is listed, and whether it is in force.

The list of the document is data (regulasi/*.json). What is known of regulations is data too: data/peraturan.json, and
the office's own peraturan.json, which adds to it and overrules it. Where nothing is known, nothing is said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from renjadoc import resources
from renjadoc.checks import walk
from renjadoc.checks.dates import document_date
from renjadoc.checks.rule import Finding
from renjadoc.content.load import Source
from renjadoc.narrative.citation import key, name
from renjadoc.reading import Passage, Reading

Entry = dict[str, Any]

#: UU 12/2011 Pasal 7 ayat (1), with ministers' regulations between the president's and the regions' (Pasal 8).
_RANKS = {
    "UUD 1945": 0, "Tap MPR": 1, "UU": 2, "Perppu": 2, "PP": 3, "Perpres": 4, "Keppres": 4, "Inpres": 4,
    "Permendagri": 5, "Permen": 5, "Kepmendagri": 6, "Perda Provinsi": 7, "Pergub": 8, "Perda Kabupaten": 8,
    "Perda Kota": 8, "Perbup": 9, "Perwali": 9,
}  # fmt: skip


def _listed(reading: Reading) -> Iterator[tuple[Source, str, Entry]]:
    """Every regulation listed, and each that amends one, with its place."""
    for source in reading.folder.regulasi.values():
        for index, entry in enumerate(source.data["regulasi"]):
            yield source, f"/regulasi/{index}", entry
            if "diubah" in entry:
                yield source, f"/regulasi/{index}/diubah", entry["diubah"]


def short_name(entry: Entry) -> str:
    """`PP 18/2016`, `Perda Kabupaten Purbalingga 8/2016`."""
    region = f" {entry['daerah']}" if "daerah" in entry else ""
    number = f" {entry['nomor']}/{entry['tahun']}" if "nomor" in entry else ""
    return f"{entry['jenis']}{region}{number}"


def order(reading: Reading) -> Iterator[Finding]:
    """Landasan hukum berurutan menurut hierarki, lalu tahun, lalu nomor.

    UUD 1945, Tap MPR, UU/Perppu, PP, Perpres, Permen, Perda Provinsi, Perda Kabupaten/Kota, peraturan kepala daerah.

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
            if index and _before(entry, entries[highest]):
                place = next(i for i in range(index) if _before(entry, entries[i]))
                message = f"{short_name(entry)} ditulis sesudah {short_name(entries[highest])}"
                hint = f"Pindahkan ke urutan {place + 1}, sebelum {short_name(entries[place])}."
                yield Finding(source, f"/regulasi/{index}", message, hint)
            else:
                highest = index


def _before(one: Entry, other: Entry) -> bool:
    """Whether `one` must stand before `other`."""
    first, second = _RANKS[one["jenis"]], _RANKS[other["jenis"]]
    if first != second:
        return first < second
    if {one["jenis"], other["jenis"]} & {"Pergub"} and one["jenis"] != other["jenis"]:
        return False
    if one.get("tahun", 0) != other.get("tahun", 0):
        return bool(one.get("tahun", 0) < other.get("tahun", 0))
    numbers = one.get("nomor"), other.get("nomor")
    same_kind = one["jenis"] == other["jenis"] and one.get("daerah") == other.get("daerah")
    return same_kind and all(isinstance(n, int) for n in numbers) and numbers[0] < numbers[1]  # type: ignore[operator]


def doubled(reading: Reading) -> Iterator[Finding]:
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
            which = _which(entry)
            if other := seen.get(which):
                message = f"{short_name(entry)} sudah tercantum ({other})"
                yield Finding(source, f"/regulasi/{index}", message, "Hapus salah satunya.")
            else:
                seen[which] = f"urutan {index + 1} dalam {source.name}"


def _which(entry: Entry) -> str:
    """What makes two entries the same regulation: kind, number, year, and whose it is."""
    return f"{key(entry)} {entry.get('daerah', '')} {entry.get('kementerian', '')}".casefold()


_NO_SUPPLEMENT = frozenset(
    {"Perpres", "Keppres", "Inpres", "Permendagri", "Kepmendagri", "Permen", "Pergub", "Perbup", "Perwali"}
)
_NO_GAZETTE = frozenset({"UUD 1945", "Tap MPR", "Keppres", "Inpres", "Kepmendagri", "Pergub", "Perbup", "Perwali"})


def gazette(reading: Reading) -> Iterator[Finding]:
    """Setiap peraturan menyebut lembarannya: LN dan TLN untuk UU, Perppu, dan PP; LN untuk Perpres; BN atau LD.

    Bila nomornya diketahui, saran menyebutkannya. Tahun lembaran tidak lebih awal daripada tahun peraturannya.

    Mengapa: sitasi lengkap adalah syarat bagian hukum.
    Sumber: UU 12/2011 Lampiran II; naskah rujukan (LN/TLN hanya pada 2 dari 12 peraturan).

    Gagal:
        regulasi/landasan-hukum.json /regulasi/0 = {"jenis": "UU", "nomor": 25, "tahun": 2004,
        "tentang": "Sistem Perencanaan Pembangunan Nasional"}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perwali", "nomor": 9, "tahun": 2023, "daerah": "Contoh",
        "tentang": "Uraian Tugas"}
    """
    known = knowledge(reading)
    for source, pointer, entry in _listed(reading):
        fact = known.get(_which(entry), {})
        if entry["jenis"] not in _NO_GAZETTE and "lembaran" not in entry:
            supplement = "" if entry["jenis"] in _NO_SUPPLEMENT or "Perda" in entry["jenis"] else " dan tambahannya"
            message = f"{short_name(entry)} belum menyebut {_gazette_of(entry)}{supplement}"
            yield Finding(source, pointer, message, _gazette_hint(fact))
        elif entry["jenis"] in {"UU", "Perppu", "PP"} and "tambahan" not in entry:
            message = f"{short_name(entry)} belum menyebut nomor Tambahan Lembaran Negara"
            yield Finding(source, pointer, message, _gazette_hint(fact))
        elif "lembaran" in entry and entry["lembaran"]["tahun"] < entry["tahun"]:
            message = f"{short_name(entry)} diundangkan tahun {entry['lembaran']['tahun']}, sebelum ditetapkan"
            yield Finding(source, f"{pointer}/lembaran/tahun", message, "Cocokkan dengan naskah resmi.")


def _gazette_of(entry: Entry) -> str:
    if entry["jenis"].startswith("Perda"):
        return "Lembaran Daerah"
    return "Berita Negara" if entry["jenis"] in {"Permendagri", "Permen"} else "Lembaran Negara"


def _gazette_hint(fact: Entry) -> str:
    if "lembaran" not in fact:
        return "Isi “lembaran” (dan “tambahan”) dari naskah resmi, misalnya di peraturan.go.id."
    supplement = f', "tambahan": {fact["tambahan"]}' if "tambahan" in fact else ""
    sheet = f'"lembaran": {{"tahun": {fact["lembaran"]["tahun"]}, "nomor": {fact["lembaran"]["nomor"]}}}'
    return f"Tambahkan {sheet}{supplement}{_unconfirmed(fact)}."


def _unconfirmed(fact: Entry) -> str:
    return "" if fact.get("dikonfirmasi") else " (belum dikonfirmasi bagian hukum)"


_KINDS = (
    ("Undang-Undang", "UU"), ("Undang-undang", "UU"), ("UU", "UU"),
    ("Peraturan Pemerintah Pengganti Undang-Undang", "Perppu"), ("Perppu", "Perppu"),
    ("Peraturan Pemerintah", "PP"), ("PP", "PP"), ("Peraturan Presiden", "Perpres"), ("Perpres", "Perpres"),
    ("Peraturan Menteri Dalam Negeri", "Permendagri"), ("Permendagri", "Permendagri"),
    ("Keputusan Menteri Dalam Negeri", "Kepmendagri"), ("Kepmendagri", "Kepmendagri"),
    ("Peraturan Daerah Provinsi", "Perda Provinsi"), ("Peraturan Daerah Kabupaten", "Perda Kabupaten"),
    ("Peraturan Daerah Kota", "Perda Kota"), ("Perda Provinsi", "Perda Provinsi"),
    ("Perda Kabupaten", "Perda Kabupaten"), ("Perda Kota", "Perda Kota"), ("Peraturan Daerah", "Perda"),
    ("Perda", "Perda"), ("Peraturan Gubernur", "Pergub"), ("Pergub", "Pergub"),
    ("Peraturan Bupati", "Perbup"), ("Perbup", "Perbup"),
    ("Peraturan Wali Kota", "Perwali"), ("Peraturan Walikota", "Perwali"), ("Perwali", "Perwali"),
    ("Peraturan Menteri", "Permen"),
)  # fmt: skip
_KIND_OF = {long.casefold(): short for long, short in _KINDS}
_NAMED = re.compile(
    r"\b(?P<jenis>" + "|".join(sorted((re.escape(k) for k, _ in _KINDS), key=len, reverse=True)) + r")\b"
    r"(?P<siapa>(?:\s+[A-Z][\w/]*|\s+dan(?=\s+[A-Z]))*?)(?:\s+(?P<no>Nomor|No\.?)\s*:?)?\s*(?P<nomor>[\w.-]*\d[\w.-]*)"
    r"(?:\s+(?P<th>Tahun|tahun|Th\.?)\s+|\s*/\s*)(?P<tahun>\d{4})(?P<tentang>\s+t[ae]nt[ae]ng\s+)?"
)


class _Named(NamedTuple):
    """A regulation as the narrative names it."""

    passage: Passage
    match: re.Match[str]
    kind: str
    title: str


def _named(reading: Reading) -> Iterator[_Named]:
    """Every regulation named in the narrative; one that stands within the title of another is passed over."""
    titles = {_which(entry): entry.get("tentang", "") for _, _, entry in _listed(reading)}
    for passage in reading.passages:
        end = 0
        for match in _NAMED.finditer(passage.text):
            if match.start() < end:
                continue
            kind = _KIND_OF[match["jenis"].casefold()]
            rest = passage.text[match.end() :] if match["tentang"] else ""
            listed = _matching(kind, match, titles)
            if match["tentang"]:
                end = match.end() + len(titles[listed] if listed else re.split(r"[.;(]", rest)[0])
            yield _Named(passage, match, kind, rest)


def _matching(kind: str, match: re.Match[str], listed: dict[str, Any]) -> str | None:
    """The listed regulation that a match names, by kind, number, year and, where it is said, whose it is."""
    number = f"-{match['nomor']}-{match['tahun']} ".casefold()
    for which in listed:
        head, _, owner = which.partition(" ")
        if not f"{head} ".endswith(number):
            continue
        of_kind = (
            head.startswith("perda-") if kind == "Perda" else head.startswith(kind.casefold().replace(" ", "-") + "-")
        )
        said = match["siapa"].strip().casefold()
        if of_kind and (not said or not owner.strip() or owner.strip() in said or said in owner.strip()):
            return which
    return None


def citation_form(reading: Reading) -> Iterator[Finding]:
    """Peraturan dalam naskah disebut dengan “Nomor … Tahun … tentang …”, bukan “No.”, “Th.”, atau 23/2014.

    Mengapa: sitasi yang tidak baku dikembalikan bagian hukum; “tantang” lolos dari kamus karena kata itu ada.
    Sumber: UU 12/2011 Lampiran II.

    Gagal:
        bab-5.json /isi/0 = "Renja ini berpedoman pada Permendagri No. 86 Tahun 2017."
    Lolos:
        bab-5.json /isi/0 = "Renja ini berpedoman pada Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017."
    """
    for found in _named(reading):
        match = found.match
        faults = [
            *([] if match["no"] == "Nomor" else [_number_fault(match["no"])]),
            *([f"“{match['th']}” seharusnya “Tahun”"] if match["th"] not in {"Tahun", None} else []),
            *(["garis miring seharusnya “Tahun”"] if match["th"] is None else []),
            *(_about(match["tentang"])),
        ]
        if faults and found.passage.is_typed(*match.span()):
            message = f"“{match[0].strip()}”: {'; '.join(faults)}"
            hint = "Tulis lengkap, atau rujuk dari daftar: {{ regulasi['permendagri-86-2017'] }}."
            yield Finding(found.passage.source, found.passage.pointer, message, hint, match[0].strip())


def _number_fault(written: str | None) -> str:
    return "kata “Nomor” belum ada" if written is None else f"“{written}” seharusnya “Nomor”"


def _about(written: str | None) -> list[str]:
    return [] if written is None or written.strip() == "tentang" else [f"“{written.strip()}” seharusnya “tentang”"]


def unlisted(reading: Reading) -> Iterator[Finding]:
    """Setiap peraturan yang disebut dalam naskah tercantum dalam landasan hukum.

    Mengapa: naskah rujukan memakai Perbup 91/2016 tanpa mencantumkannya.
    Sumber: kebiasaan verifikasi bagian hukum.

    Gagal:
        bab-5.json /isi/0 = "Tugas dinas diatur dengan Peraturan Bupati Contoh Nomor 91 Tahun 2016."
    Lolos:
        bab-5.json /isi/0 = "Renja ini disusun menurut Undang-Undang Nomor 25 Tahun 2004."
    """
    listed = {_which(entry): entry for _, _, entry in _listed(reading)}
    if not listed:
        return
    for found in _named(reading):
        match = found.match
        if _matching(found.kind, match, listed) is None and found.passage.is_typed(*match.span()):
            said = f"{match['jenis']}{match['siapa']} Nomor {match['nomor']} Tahun {match['tahun']}"
            message = f"{said} disebut dalam naskah, tetapi tidak tercantum dalam landasan hukum"
            hint = "Tambahkan ke folder regulasi, atau perbaiki nomornya."
            yield Finding(found.passage.source, found.passage.pointer, message, hint, match[0].strip())


def titles(reading: Reading) -> Iterator[Finding]:
    """Judul peraturan sama di naskah, di landasan hukum, dan menurut pengetahuan renjadoc; begitu juga LN dan TLN-nya.

    Huruf besar, spasi, dan tanda baca tidak dibedakan.

    Mengapa: judul yang berubah satu kata menunjuk peraturan lain.
    Sumber: naskah rujukan (RPJMN “2015-2020”; judulnya 2015-2019).

    Gagal:
        bab-5.json /isi/0 = "Sesuai Undang-Undang Nomor 25 Tahun 2004 tentang Perencanaan Nasional."
    Lolos:
        bab-5.json /isi/0 = "Sesuai Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional."
    """
    listed = {_which(entry): entry for _, _, entry in _listed(reading)}
    for found in _named(reading):
        which = _matching(found.kind, found.match, listed) if found.match["tentang"] else None
        if which is not None and not _plain(found.title).startswith(_plain(listed[which].get("tentang", ""))):
            message = f"judul {short_name(listed[which])} berbeda dari landasan hukum: “{listed[which]['tentang']}”"
            hint = f"Samakan; lebih aman tulis {{{{ regulasi['{key(listed[which])}'] }}}}."
            yield Finding(found.passage.source, found.passage.pointer, message, hint, found.match[0].strip())
    known = knowledge(reading)
    for source, pointer, entry in _listed(reading):
        yield from _against(source, pointer, entry, known.get(_which(entry), {}))


def _plain(text: str) -> str:
    """Letters and digits alone; what stands in brackets is an abbreviation."""
    return re.sub(r"[\W_]+", "", re.sub(r"\([A-Z]+\)", "", text)).casefold()


def _against(source: Source, pointer: str, entry: Entry, fact: Entry) -> Iterator[Finding]:
    if "tentang" in fact and _plain(fact["tentang"]) != _plain(entry.get("tentang", "")):
        message = f"judul {short_name(entry)} menurut pengetahuan renjadoc: “{walk.short(fact['tentang'], 120)}”"
        yield Finding(source, f"{pointer}/tentang", message, f"Cocokkan dengan naskah resmi{_unconfirmed(fact)}.")
    for field, said in (("lembaran", "lembaran"), ("tambahan", "tambahan lembaran")):
        if field in fact and field in entry and fact[field] != entry[field]:
            right = f"Tahun {fact[field]['tahun']} Nomor {fact[field]['nomor']}" if field == "lembaran" else fact[field]
            message = f"{said} {short_name(entry)} menurut pengetahuan renjadoc: {right}"
            yield Finding(source, f"{pointer}/{field}", message, f"Cocokkan dengan naskah resmi{_unconfirmed(fact)}.")


def outdated(reading: Reading) -> Iterator[Finding]:
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
    known, today = knowledge(reading), document_date(reading)
    for source, pointer, entry in _listed(reading):
        if pointer.endswith("/diubah"):
            continue  # Of amendments only the last counts, and that is another rule's.
        fact = known.get(_which(entry), {})
        ended = [event for event in _events(fact, today) if event["status"] in {"dicabut", "berakhir"}]
        if ended:
            event = ended[-1]
            by = f"; penggantinya {short_name(event['oleh'])}" if "oleh" in event else ""
            said = "sudah dicabut" if event["status"] == "dicabut" else "sudah habis masa berlakunya"
            message = f"{short_name(entry)} {said} ({event['sejak']}){by}"
            hint = f"Ganti dengan peraturan yang berlaku{_unconfirmed(fact)}."
            yield Finding(source, pointer, message, hint)


def _events(fact: Entry, until: date) -> list[Entry]:
    """What happened to a regulation up to a day; of a year alone its last day counts."""
    events = []
    for event in fact.get("riwayat", []):
        since = event["sejak"]
        day = date.fromisoformat(since) if len(since) > 4 else date(int(since), 12, 31)
        if day <= until:
            events.append(event)
    return events


def amendments(reading: Reading) -> Iterator[Finding]:
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
    known, today = knowledge(reading), document_date(reading)
    for source in reading.folder.regulasi.values():
        for index, entry in enumerate(source.data["regulasi"]):
            fact = known.get(_which(entry), {})
            events = _events(fact, today)
            if not events or events[-1]["status"] != "diubah":
                continue
            last = events[-1]["oleh"]
            # An amendment later than we think it is known of is no fault: some are known by their year alone.
            good = {
                _which(last),
                *(_which(event["oleh"]) for event in fact["riwayat"][len(events) :] if "oleh" in event),
            }
            if _which(entry.get("diubah", {"jenis": "-"})) not in good:
                cited = f", yang dicantumkan {short_name(entry['diubah'])}" if "diubah" in entry else ""
                message = f"{short_name(entry)} terakhir diubah dengan {short_name(last)}{cited}"
                hint = f"Isi “diubah” dengan {name({**last, **_title(known, last)})}{_unconfirmed(fact)}."
                yield Finding(source, f"/regulasi/{index}", message, hint)


def _title(known: dict[str, Entry], entry: Entry) -> Entry:
    return {field: value for field, value in known.get(_which(entry), {}).items() if field == "tentang"}


def expected(reading: Reading) -> Iterator[Finding]:
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
    listed = {_which(entry) for _, _, entry in _listed(reading)}
    if not listed:
        return
    source = next(iter(reading.folder.regulasi.values()))
    today = document_date(reading)
    for which, fact in knowledge(reading).items():
        since = fact.get("wajib_sejak")
        ended = any(event["status"] != "diubah" for event in _events(fact, today))
        if since is not None and since <= reading.folder.tahun and which not in listed and not ended:
            message = (
                f"{short_name(fact)} tentang {walk.short(fact['tentang'], 80)} belum tercantum dalam landasan hukum"
            )
            yield Finding(source, "/regulasi", message, "Tambahkan, atau matikan aturan ini dengan alasannya.")


@cache
def _built_in() -> tuple[Entry, ...]:
    return tuple(json.loads(resources.regulations().read_text("utf-8"))["peraturan"])


def knowledge(reading: Reading) -> dict[str, Entry]:
    """What is known of regulations, by kind, number, year and owner; the office's own file has the last word."""
    known = {_which(entry): entry for entry in _built_in()}
    if reading.folder.peraturan is not None:
        known |= {_which(entry): entry for entry in reading.folder.peraturan.data["peraturan"]}
    return known
