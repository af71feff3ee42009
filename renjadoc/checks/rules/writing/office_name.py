"""How the document names the office, and offices in general."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from renjadoc.checks.rule import Finding, rule
from renjadoc.reading import Reading

_REGION = re.compile(
    r"\s+(?:Kabupaten|Kab\.|Kota|Provinsi|Prov\.|Tahun|Republik|Pada|Dalam|Yang|Sebagai|Untuk)(?!\w)", re.IGNORECASE
)
_OTHER_OFFICE = re.compile(r"\b(?:Nasional|Pusat)\b")
_JOINERS = frozenset({"dan", "&", "serta"})
#: A field of government (UU 23/2014) right after a name makes it that of another office, or a longer spelling of this.
_LONGER = re.compile(
    r"\s+(?:(?:dan|&)\s+)?(?:Pendidikan|Kebudayaan|Kesehatan|Pekerjaan\s+Umum|Penataan\s+Ruang|Perumahan|Sosial"
    r"|Tenaga\s+Kerja|Transmigrasi|Pemberdayaan|Perlindungan|Pangan|Pertanahan|Lingkungan\s+Hidup|Kependudukan"
    r"|Pengendalian\s+Penduduk|Keluarga\s+Berencana|Perhubungan|Komunikasi|Informatika|Statistik|Persandian|Koperasi"
    r"|Usaha|Kecil|Menengah|UKM|UMKM|Penanaman\s+Modal|Kepemudaan|Olahraga|Perpustakaan|Kearsipan|Kelautan|Perikanan"
    r"|Pariwisata|Pertanian|Peternakan|Perkebunan|Kehutanan|Energi|Perdagangan|Perindustrian|Kominfo\w*)\b"
)


@rule("RJ501", "Nama perangkat daerah ditulis lain")
def check_office_name(reading: Reading) -> Iterator[Finding]:
    """Nama perangkat daerah selalu ditulis sama: nama resmi, singkatan, atau sebutan yang didaftarkan.

    Ejaan lain dikenali dari kata pertama dan kedua nama resmi, atau dari awal singkatannya. Huruf besar semua boleh.
    Perangkat daerah provinsi atau daerah lain tidak diperiksa.

    Mengapa: naskah rujukan menulis nama dinasnya dengan sepuluh ejaan.
    Sumber: dokumen.json (perangkat_daerah: nama, singkatan, sebutan).

    Gagal:
        bab-5.json /isi/0 = "Dinas Koperasi, Usaha Mikro dan UKM melaksanakan Renja ini."
    Gagal:
        dokumen.json /perangkat_daerah = {"nama": "Dinas Pekerjaan Umum dan Penataan Ruang", "singkatan": "DPUPR"}
        bab-5.json /isi/0 = "Dinas PU dan Penataan Ruang melaksanakan Renja ini."
    Lolos:
        bab-5.json /isi/0 = "Dinas Koperasi dan Usaha Mikro Kota Contoh bersama Dinas Perdagangan menyusunnya."
    Lolos:
        bab-5.json /isi/0 = "Semula dinas ini bernama Dinas Koperasi, Usaha Mikro, dan Perdagangan."
    Lolos:
        dokumen.json /perangkat_daerah = {"nama": "Badan Pengelolaan Keuangan Daerah", "singkatan": "BPKD"}
        bab-5.json /isi/0 = "Setelah urusan aset dipisahkan, dibentuklah Badan Pengelolaan Aset Daerah."
    """
    office = reading.folder.facts["perangkat_daerah"]
    for passage in reading.passages.find_words(_name_beginnings(office["nama"], office["singkatan"])):
        for start, written in _find_other_spellings(passage.text, reading) if passage.kind != "kutipan" else ():
            if passage.is_typed(start, start + len(written)):
                message = f"nama perangkat daerah ditulis “{written}”, nama resminya “{office['nama']}”"
                hint = "Tulis {{ perangkat_daerah.nama }}, atau daftarkan sebagai “sebutan” dalam dokumen.json."
                yield Finding.of(passage, message, hint, written)


#: What it was called before.
_EARLIER_NAME = re.compile(
    r"\b(?:semula|dahulu|bernama|(?:berganti|berubah) (?:nama|menjadi)|nama lama)\b[^.]{0,160}$", re.IGNORECASE
)
#: So much of a text is looked at for one name.
_LONGEST = 400


def _find_other_spellings(text: str, reading: Reading) -> Iterator[tuple[int, str]]:
    """The stretches of a text, with their places, that mean the office and are written otherwise than declared."""
    data = reading.folder.facts
    office, region = data["perangkat_daerah"], data["daerah"]["nama"]
    allowed = sorted({office["nama"], office["singkatan"], *office.get("sebutan", [])}, key=len, reverse=True)
    short = office["singkatan"]
    short_names = () if short.split()[0] in _COMMON_NOUNS else _find_short_names(text, short)
    for start, written in [*_find_long_names(text, office["nama"]), *short_names]:
        if _is_allowed_at(text, start, written, allowed) or _OTHER_OFFICE.search(written):
            continue
        if _EARLIER_NAME.search(text[max(0, start - _LONGEST) : start]):
            continue
        after = text[start + len(written) : start + len(written) + _LONGEST].lstrip()
        if not after.startswith(("Provinsi", "Kabupaten", "Kota")) or region in after[:60]:
            yield start, written


def _name_beginnings(name: str, short: str) -> tuple[str, str]:
    """How every spelling of a name or its abbreviation begins, in small letters."""
    return _name_words(name)[0].lower(), short.split()[0].lower()[:5]


def _name_words(name: str) -> list[str]:
    """The words of a name without their commas."""
    return name.replace(",", "").split() or [name]


def _find_long_names(text: str, name: str) -> Iterator[tuple[int, str]]:
    """What starts with the first two words of the name, the second of them a name and no common word."""
    for match in _long_name_pattern(name).finditer(text):
        if match[1] and match[1][0].isupper():
            yield match.start(), _cut_name(text[match.start() : match.start() + _LONGEST])
    if (shortened := _shortened_pattern(name)) is not None:
        yield from ((match.start(), match[0]) for match in shortened.finditer(text))


#: What many offices do, or are (`Rumah Sakit`), each with something else: the name begins with the word behind.
_DOINGS = frozenset(
    {"Sakit", "Pengelolaan", "Pemberdayaan", "Pengembangan", "Pengendalian", "Perlindungan", "Pembinaan"}
)


@lru_cache(maxsize=1)
def _long_name_pattern(name: str) -> re.Pattern[str]:
    """The first two words of a name, three where the second is a doing; of one word nothing is a longer spelling."""
    words = _name_words(name)
    if len(words) > 2 and words[1] in _DOINGS:
        words = [words[0], f"{words[1]} {words[2]}"]
    first, *rest = (re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b{first}\s+({rest[0]})\b" if rest else "()(?!)", re.IGNORECASE)


def _find_short_names(text: str, short: str) -> Iterator[tuple[int, str]]:
    """What is shorter than the abbreviation, or longer: `Dinkop` and `Dinkopukm` for `Dinkopuk`."""
    stem = short.split()[0].casefold()
    for match in _short_name_pattern(stem[:5]).finditer(text):
        word = match[1].casefold()
        if len(stem) >= 5 and (word.startswith(stem) or stem.startswith(word)):
            yield match.start(), match[0]


@lru_cache(maxsize=1)
def _shortened_pattern(name: str) -> re.Pattern[str] | None:
    """`Dinas PU dan Penataan Ruang`: capitals in place of what stands between the first word and the last `dan`."""
    first, _, rest = name.partition(" ")
    between, _, last = rest.rpartition(" dan ")
    return re.compile(rf"\b{re.escape(first)} [A-Z]{{2,}},? (?:dan|&) {re.escape(last)}\b") if between else None


@lru_cache(maxsize=1)
def _short_name_pattern(beginning: str) -> re.Pattern[str]:
    return re.compile(rf"\b({re.escape(beginning)}\w*)(?-i:\s+(?:dan\s+)?[A-Z]{{2,}})*", re.IGNORECASE)


#: What every office of its kind is called: `Sekretariat dipimpin …` is no name written otherwise.
_COMMON_NOUNS = frozenset(
    """Dinas Badan Kecamatan Kapanewon Kemantren Distrik Sekretariat Inspektorat Kantor Satuan Kelurahan Rumah RSUD
    Puskesmas
    UPTD Bagian Direktorat""".split()  # noqa: SIM905
)


def _is_allowed_at(text: str, start: int, written: str, allowed: list[str]) -> bool:
    """Whether one of the declared names stands there whole, and is not the beginning of a longer name.

    One that is a common noun alone (`dinas`) allows no name that begins with it.
    """
    for name in allowed:
        if text[start : start + len(name)].casefold() == name.casefold():
            after = text[start + len(name) : start + len(name) + _LONGEST]
            is_common = name.split()[0].capitalize() in _COMMON_NOUNS and len(name.split()) == 1
            if is_common and written.casefold() != name.casefold():
                continue
            return re.match(r"\w", after) is None and _LONGER.match(after) is None
    return False


def _cut_name(text: str) -> str:
    """As much of the beginning of `text` as looks like one name: capital words, joined by dan or a comma."""
    region = _REGION.search(text)
    words = (text[: region.start()] if region else text).split()
    taken: list[str] = []
    for index, word in enumerate(words):
        follows = index + 1 < len(words) and words[index + 1][:1].isupper()
        if not (word[:1].isupper() or (word in _JOINERS and follows)):
            break
        taken.append(word)
        if word.endswith((".", ";", ":", ")")) or (word.endswith(",") and not follows):
            break
    return " ".join(taken).rstrip('.,;:)”"')


_TERMS = re.compile(
    r"(?<!RKA[- ])(?<!DPA[- ])(?<!PPK[- ])\b(?:OPD|SKPD|(?:Organisasi|Satuan Kerja)\s+Perangkat\s+Daerah)\b"
)
#: The last Renja made after Permendagri 54/2010, whose term is SKPD; Permendagri 86/2017 has Perangkat Daerah.
_LAST_OF_SKPD = 2018
#: What every one of these terms holds.
_TERM = re.compile("PD|Perangkat")


#: What is said of the office's own plan is said of a Perangkat Daerah in an office of finance, too.
_PLANS = re.compile(r"\b(?:Renja|Renstra|Rencana Kerja|Rencana Strategis)\s+$")


@rule("RJ502", "Istilah OPD, SKPD, dan Perangkat Daerah bercampur")
def check_mixed_terms(reading: Reading) -> Iterator[Finding]:
    """Naskah memakai satu istilah: Perangkat Daerah, bukan OPD atau SKPD.

    Judul peraturan yang dikutip dan sel tabel (nama kegiatan lama) tidak diperiksa. Sampai Renja Tahun 2018, yang masih
    mengikuti Permendagri 54/2010, SKPD boleh dipakai; kantor keuangan memakainya untuk yang dilayaninya.

    Mengapa: ketiga istilah bercampur dalam naskah rujukan, dan SKPD hanya berlaku dalam pengelolaan keuangan.
    Sumber: PP 18/2016 (Perangkat Daerah); PP 12/2019 (SKPD dalam pengelolaan keuangan daerah).

    Gagal:
        bab-5.json /isi/0 = "Renja OPD menjadi pedoman seluruh unit kerja."
    Lolos:
        bab-5.json /isi/0 = "Renja Perangkat Daerah menjadi pedoman seluruh unit kerja."
    """
    is_old = reading.folder.tahun <= _LAST_OF_SKPD
    of_money = "keuangan" in str(reading.folder.facts["perangkat_daerah"]["nama"]).casefold()
    for passage in reading.passages.find_pattern(_TERM):
        for match in _TERMS.finditer(passage.text):
            is_title = "tentang" in passage.text[max(0, match.start() - 80) : match.start()]
            is_of_money = of_money and not _PLANS.search(passage.text, 0, match.start())
            if (is_old or is_of_money) and "O" not in match[0]:
                continue
            if passage.is_typed(*match.span()) and not is_title:
                message = f"istilah “{match[0]}”; naskah memakai Perangkat Daerah"
                yield Finding.of(passage, message, "Ganti dengan Perangkat Daerah.", match[0])
