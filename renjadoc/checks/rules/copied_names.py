"""What stayed in a text that was copied from another office: its region, its head, its name, its vision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks import walk
from renjadoc.checks.regions import NamedRegion, find_regions
from renjadoc.checks.regulations import short_name, walk_listed
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.sentences import find_sentence, split_sentences
from renjadoc.reading import Reading

_KINDS = re.compile(r"\b(?:Kabupaten|Kab\.|Kota|Provinsi|Prov\.|Sulawesi|Sumatera|Kalimantan|Jawa|Nusa Tenggara)\b")
#: What a document says of its own region.
_OWN = re.compile(
    r"\b(?:masyarakat|penduduk|warga|visi|misi|RKPD|RPJMD|RPJPD|APBD|PDRB|pertumbuhan ekonomi|perekonomian"
    r"|inflasi|kemiskinan"
    r"|pembangunan|prioritas|seluruh|se-?|wilayah|perangkat daerah|pengangguran|IPM|tujuan|sasaran|Renja|Renstra"
    r"|Pemerintah(?:an)?|Sekretariat Daerah|DPRD|Bupati|Wali ?[Kk]ota|Gubernur|kabupaten/kota|luas)\s+(?:(?:di"
    r"|dari|pada|untuk)\s+)?$",
    re.IGNORECASE,
)
#: Others are named on purpose in a sentence with one of these.
_OTHERS = re.compile(
    r"\b(?:berbatasan|batas|perbatasan|sebelah|tetangga|kerja sama|bekerja sama"
    r"|dibanding\w* (?:dengan )?(?:Provinsi|Kabupaten|Kota|daerah|nasional|rata)|perbandingan"
    r"|daripada|antara"
    r"|studi|kunjungan|kaji banding|bersama|menyalurkan|rujukan|luar daerah|pindah\w*|lintas|nasional|menuju"
    r"|jalur|ruas|asal|berasal"
    r"|pemekaran|tertinggi|terendah|peringkat|mencontoh|replikasi|mengadopsi|pernah|lain|delineasi|kawasan"
    r"|meliputi|serta|hibah|bantuan|menerima|mengirim\w*|sesuai dengan kesepakatan)\b",
    re.IGNORECASE,
)


@rule("RJ510", "Daerah lain tertinggal dalam naskah")
def check_other_regions(reading: Reading) -> Iterator[Finding]:
    """Naskah berbicara tentang daerahnya sendiri: masyarakat, RKPD, visi, dan perekonomiannya bukan milik daerah lain.

    Nama daerah dicocokkan dengan daftar provinsi, kabupaten, dan kota. Daerah tetangga, kerja sama, perbandingan, dan
    kabupaten/kota dalam provinsi sendiri tidak ditegur.

    Mengapa: nama daerah lain memperlihatkan bahwa naskahnya disalin.
    Sumber: renjadoc/data/wilayah.json; kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Semoga Renja ini bermanfaat bagi masyarakat Kabupaten Malang."
    Gagal:
        bab-5.json /isi/0 = "Pertumbuhan ekonomi Sulawesi Selatan mencapai 5,2%."
    Lolos:
        bab-5.json /isi/0 = "Daerah ini berbatasan dengan Kabupaten Malang; masyarakat Provinsi Jawa Tengah berkunjung."
    """
    for passage in reading.passages.find_pattern(_KINDS):
        if passage.kind in {"judul_tabel", "catatan"} and passage.source in reading.folder.tabel.values():
            continue
        for offset, sentence in split_sentences(passage.text):
            regions = find_regions(sentence)
            if not regions or _OTHERS.search(sentence) or any(_is_own(region, reading) for region in regions):
                continue
            for region in regions:
                before, start = sentence[max(0, region.start - 80) : region.start], offset + region.start
                if (
                    _OWN.search(before)
                    and passage.is_typed(start, offset + region.end)
                    and not _is_within(region, reading)
                ):
                    written = sentence[region.start : region.end]
                    own = reading.folder.facts["daerah"]
                    message = f"“{_last_words(before)}{written}”; daerah dokumen ini {own['jenis']} {own['nama']}"
                    hint = "Ganti dengan {{ daerah.lengkap }}, atau hapus."
                    yield Finding(passage.source, passage.pointer, message, hint, written)


def _last_words(before: str) -> str:
    return " ".join(before.split()[-2:]) + " "


def _is_own(region: NamedRegion, reading: Reading) -> bool:
    own = reading.folder.facts["daerah"]
    same = region.name.casefold() == own["nama"].casefold() and region.kind == own["jenis"]
    return same or (region.kind == "Provinsi" and _plain(region.name) == _plain(own["provinsi"]))


def _plain(name: str) -> str:
    return (
        name.casefold()
        .replace("sumatra", "sumatera")
        .replace("d.i. ", "daerah istimewa ")
        .replace("di ", "daerah istimewa ")
    )


def _is_within(region: NamedRegion, reading: Reading) -> bool:
    """Whether it lies within the province of a document of that province."""
    from renjadoc.checks.regions import read_regions

    own = reading.folder.facts["daerah"]
    return own["jenis"] == "Provinsi" and f"{region.kind} {region.name}" in read_regions().get(own["nama"], ())


_HEADS = {
    "Kabupaten": (re.compile(r"\b(?:Wali ?[Kk]ota|wali ?kota)\b"), "Bupati"),
    "Kota": (re.compile(r"\b[Bb]upati\b"), "Wali Kota"),
    "Provinsi": (re.compile(r"\b(?:[Bb]upati|[Ww]ali ?[Kk]ota)\b(?!\s*/)"), "Gubernur"),
}
#: Where all heads of regions are meant, or one of another region, or a regulation.
_ALL_HEADS = re.compile(
    r"\b(?:[Gg]ubernur|(?:[Bb]upati|[Ww]ali ?[Kk]ota)\s*(?:/|dan|atau|,))|(?:/|\b(?:dan|atau)\s+)(?:[Bb]upati"
    r"|[Ww]ali ?[Kk]ota)\b"
)
_OF_REGULATION = re.compile(r"\b(?:Peraturan|Keputusan|Instruksi|Surat Edaran|Edaran|Surat)\s+$", re.IGNORECASE)
_TO_OWN_HEAD = re.compile(
    r"\b(?:kepada|oleh|dari|melalui|visi|misi|arahan|kebijakan|persetujuan|janji|pengesahan|ditetapkan"
    r"|tanggung jawab)\s+$",
    re.IGNORECASE,
)


@rule("RJ511", "Kepala daerah tidak sesuai dengan daerahnya")
def check_head_of_region(reading: Reading) -> Iterator[Finding]:
    """Kabupaten dipimpin bupati, kota wali kota, provinsi gubernur.

    Kalimat tentang kepala daerah pada umumnya (bupati/wali kota), kepala daerah lain, dan peraturannya tidak diperiksa.

    Mengapa: jabatan yang keliru memperlihatkan bahwa naskahnya disalin dari daerah lain.
    Sumber: UU 23/2014.

    Gagal:
        bab-5.json /isi/0 = "Hasil pengendalian dilaporkan kepada Bupati setiap triwulan."
    Lolos:
        bab-5.json /isi/0 = "Hasil pengendalian dilaporkan kepada Wali Kota, dan bupati/wali kota lain mempelajarinya."
    """
    kind, own = reading.folder.facts["daerah"]["jenis"], reading.folder.facts["daerah"]["nama"]
    pattern, right = _HEADS[kind]
    for passage in reading.passages.find_words(("bupati", "wali kota", "walikota")):
        for offset, sentence in split_sentences(passage.text):
            if kind != "Kabupaten" and _ALL_HEADS.search(sentence):
                continue
            for match in pattern.finditer(sentence):
                before, after = sentence[: match.start()][-80:], sentence[match.end() : match.end() + 30]
                is_of_other = re.match(r"\s+(?!Nomor|Tahun)[A-Z]", after) and own not in after
                if _OF_REGULATION.search(before) or is_of_other or _ALL_HEADS.search(sentence):
                    continue
                if _TO_OWN_HEAD.search(before) and passage.is_typed(offset + match.start(), offset + match.end()):
                    message = f"“{_last_words(before)}{match[0]}”; kepala daerah {kind.lower()} adalah {right}"
                    yield Finding(passage.source, passage.pointer, message, "Tulis {{ daerah.kepala }}.", match[0])


_OFFICE = re.compile(
    r"\b(?:Renja|Rencana Kerja|Renstra|Rencana Strategis|tugas dan fungsi|tugas pokok dan fungsi|visi|misi|Kepala"
    r"|Sekretaris"
    r"|Sekretariat)\s+"
    r"(?P<nama>(?:Dinas|Badan|Kecamatan|Kapanewon|Distrik|Inspektorat|Rumah Sakit|Satuan Polisi)\s+(?!Tahun"
    r"|Perangkat|Daerah\b)"
    r"[A-Z][\w-]+(?:(?:,? (?:dan )?)[A-Z][\w-]+){0,8})"
)
_UNIT_KINDS = ("Dinas", "Badan", "Kecamatan", "Kapanewon", "Distrik", "Inspektorat", "Rumah Sakit", "Satuan Polisi")


@rule("RJ512", "Nama perangkat daerah lain tertinggal")
def check_other_offices(reading: Reading) -> Iterator[Finding]:
    """Renja, Renstra, tugas, dan kepala yang disebut adalah milik perangkat daerah ini.

    Mengapa: nama dinas lain memperlihatkan bahwa naskahnya disalin.
    Sumber: dokumen.json (perangkat_daerah).

    Gagal:
        bab-5.json /isi/0 = "Renja Dinas Kesehatan menjadi pedoman seluruh unit kerja."
    Lolos:
        bab-5.json /isi/0 = "Renja Dinas Koperasi dan Usaha Mikro disusun bersama Dinas Kesehatan dan Kepala Bidang."
    """
    office = reading.folder.facts["perangkat_daerah"]
    allowed = [name.casefold() for name in (office["nama"], office["singkatan"], *office.get("sebutan", []))]
    for passage in reading.passages.find_words(tuple(kind.casefold() for kind in _UNIT_KINDS)):
        for match in _OFFICE.finditer(passage.text):
            name = match["nama"].casefold()
            sentence = find_sentence(passage.text, match.start())
            is_own = any(name.startswith(own) or own.startswith(name) for own in allowed)
            before = sentence[: sentence.find(match[0])][-200:]
            if is_own or _shares_words(name, office["nama"]) or _OTHERS.search(before):
                continue
            if passage.is_typed(*match.span("nama")) and not re.match(
                r"\s+(?:Kabupaten|Kota|Provinsi)", passage.text[match.end() :]
            ):
                message = f"“{match[0]}”; dokumen ini milik {office['nama']}"
                yield Finding(
                    passage.source, passage.pointer, message, "Tulis {{ perangkat_daerah.nama }}.", match["nama"]
                )


def _shares_words(name: str, own: str) -> bool:
    """Whether two names begin alike: then it is another spelling, and another rule's."""
    return name.split()[:2] == own.casefold().replace(",", "").split()[:2]


_QUOTED = re.compile(r"\b(?P<apa>[Vv]isi|[Mm]isi)\b(?P<antara>[^“”\"]{0,120})[“\"](?P<isi>[^“”\"]{10,300})[”\"]")
_OTHER_VISION = re.compile(
    r"\b(?:Presiden|nasional|Indonesia|Kementerian|provinsi|Provinsi|RPJPD|RPJPN|RPJMN|sebelumnya|lama|Gubernur"
    r"|2045|Asta Cita)\b"
)


@rule("RJ513", "Visi atau misi berbeda dari data dokumen")
def check_vision(reading: Reading) -> Iterator[Finding]:
    """Visi dan misi yang dikutip dalam naskah sama, kata demi kata, dengan yang tercatat dalam dokumen.json.

    Mengapa: visi periode lalu atau visi daerah lain tertinggal; satu kata yang berubah pun ditegur bagian hukum.
    Sumber: dokumen.json (visi, misi).

    Gagal:
        bab-5.json /isi/0 = "Visi Kota Contoh, yaitu “Kota Contoh yang Sejahtera dan Beriman”, menjadi acuan."
    Lolos:
        bab-5.json /isi/0 = "Visi Kota Contoh, yaitu “Kota Contoh yang maju”, menjadi acuan."
    """
    facts = reading.folder.facts
    known: dict[str, list[str]] = {
        "visi": [str(text) for text in facts["visi"].values() if text],
        "misi": [facts.get("misi", {}).get("teks") or ""],
    }
    own_province = facts["daerah"]["jenis"] == "Provinsi"
    for passage in reading.passages.find_words(("visi", "misi")):
        for match in _QUOTED.finditer(passage.text):
            right = known[match["apa"].casefold()]
            around = match["antara"].replace("Provinsi", "") if own_province else match["antara"]
            if not any(right) or _OTHER_VISION.search(around) or not passage.is_typed(*match.span("isi")):
                continue
            if not any(_letters(match["isi"]) == _letters(text) for text in right):
                said = f"{match['apa'].casefold()} dikutip “{walk.short(match['isi'], 80)}”"
                message = f"{said}, dalam dokumen.json “{walk.short(right[0], 80)}”"
                hint = "Tulis {{ visi.daerah }}, atau perbaiki dokumen.json."
                yield Finding(passage.source, passage.pointer, message, hint, match["isi"])


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


@rule("RJ611", "Peraturan daerah lain tercantum")
def check_regulations_of_others(reading: Reading) -> Iterator[Finding]:
    """Perda dan peraturan kepala daerah dalam landasan hukum berasal dari daerah ini atau provinsinya.

    Mengapa: peraturan kabupaten lain dalam dasar hukum memperlihatkan bahwa daftarnya disalin.
    Sumber: UU 12/2011 (peraturan daerah berlaku di daerahnya).

    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 7, "tahun": 2025,
        "daerah": "Malang", "tentang": "Rencana Tata Ruang Wilayah", "lembaran": {"tahun": 2025, "nomor": 7}}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 7, "tahun": 2025,
        "daerah": "Contoh", "tentang": "Rencana Tata Ruang Wilayah", "lembaran": {"tahun": 2025, "nomor": 7}}
    """
    own = reading.folder.facts["daerah"]
    names = {_plain(own["nama"]), _plain(own["provinsi"])}
    for source, pointer, entry in walk_listed(reading):
        if entry.get("daerah") and _plain(entry["daerah"]) not in names:
            message = (
                f"{short_name(entry)} adalah peraturan {entry['daerah']}, bukan {own['nama']} atau {own['provinsi']}"
            )
            yield Finding(source, f"{pointer}/daerah", message, "Ganti dengan peraturan daerah sendiri, atau hapus.")
