"""How many indicators, chapters, villages and places of usulan a sentence counts, against tables and document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.copied.foreign_districts import walk_lists
from renjadoc.checks.rules.sentences_and_tables.counts_in_text import COUNT, read_count
from renjadoc.checks.sentences import is_match_typed, names_other_office, walk_sentences
from renjadoc.checks.stated import WORDED, read_number
from renjadoc.content.pointers import follow_pointer
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading
from renjadoc.tables import target_renstra

_INDICATORS = re.compile(
    rf"{COUNT}\s+(?:buah\s+)?(?P<benda>indikator(?:\s+kinerja)?(?:\s+(?:utama|kunci|daerah"
    rf"|pelayanan))*)\b(?P<sifat>\s+[\w-]+)?",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:capaian|diukur|mempunyai|memiliki|menetapkan|ditetapkan|terdiri atas|terdapat|memuat|menyajikan)\b",
    re.IGNORECASE,
)
_OF_OFFICE = re.compile(r"\bkinerja\b(?! (?:program|kegiatan|sub))|\bindikator utama\b", re.IGNORECASE)
_SOME = re.compile(
    r"\s+(?:belum|tidak|tercapai|mencapai|melampaui|nasional|yang|(?:telah|sudah) (?:me|ter)\w+|masih|di|program"
    r"|kegiatan)\b",
    re.IGNORECASE,
)
_CHAPTERS = re.compile(rf"{COUNT}\s+(?:\([a-z ]+\)\s+)?bab\b", re.IGNORECASE)
_MADE_OF = re.compile(
    r"\b(?:terdiri|disusun|dituangkan|disajikan|ditulis|dibagi|terbagi|memuat|meliputi|mencakup"
    r"|sistematika|susunan|tersusun)\b",
    re.IGNORECASE,
)
#: Only regulations have these.
_ARTICLES = re.compile(r"\b(?:\d+|[a-z]+) pasal\b")
_OTHER_DOCUMENT = re.compile(r"\b(?:Renstra|RPJ[MP][DN]?|RKPD|Permendagri|Peraturan|Undang)\b")


@rule("RJ126", "Jumlah indikator, bab, atau wilayah dalam kalimat berbeda", needs=("bab", "tabel"))
def check_other_counts(reading: Reading) -> Iterator[Finding]:
    """Jumlah indikator kinerja, bab, dan kampung yang disebut sama dengan tabelnya dan dengan dokumennya.

    Kampung, desa, atau kecamatan yang menyusun wilayah dihitung dalam tabel penduduk atau luas wilayah yang diakhiri
    baris jumlah, dan kecamatan asal semua usulan dalam kolom lokasinya.

    Kalimat tentang sebagian indikator (yang belum tercapai) dan tentang dokumen lain tidak diperiksa.

    Mengapa: “enam indikator kinerja utama” yang tabelnya memuat empat menimbulkan pertanyaan mana yang hilang.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Capaian enam indikator kinerja utama telah diuraikan."
    Gagal:
        bab-5.json /isi/0 = "Renja ini disusun dalam empat bab."
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Jumlah Penduduk"], "kolom": [
        {"judul": "Kampung"}, {"judul": "Jiwa"}], "baris": [["Awan", "10"], ["Bumi", "20"], ["Cahaya", "30"],
        ["Delima", "40"], ["Jumlah", "100"]]}
        bab-5.json /isi/0 = "Wilayahnya terdiri atas 5 (lima) kampung."
    Gagal:
        tabel/usulan-masyarakat.json /usulan/0/lokasi = "Kecamatan Awan"
        tabel/usulan-masyarakat.json /usulan/- = {"usulan": "Pelatihan tata rias", "lokasi": "Kecamatan Bumi",
        "volume": "1 paket", "anggaran": 35000000}
        bab-5.json /isi/0 = "Forum menyepakati dua usulan dari tiga kecamatan."
    Lolos:
        bab-5.json /isi/0 = "Capaian dua indikator kinerja utama telah diuraikan dalam lima bab."
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Jumlah Penduduk"], "kolom": [
        {"judul": "Desa"}, {"judul": "Jiwa"}], "baris": [["Awan", "10"], ["Bumi", "20"], ["Cahaya", "30"],
        ["Delima", "40"], ["Jumlah", "100"]]}
        bab-5.json /isi/0 = "Wilayahnya terdiri atas 3 desa dan 1 kelurahan."
    """
    yield from _check_indicators_and_chapters(reading)
    yield from _check_places(reading)
    yield from _check_asking(reading)


def _check_indicators_and_chapters(reading: Reading) -> Iterator[Finding]:
    tables = reading.tables
    right = {
        len(table.rows_of("indikator"))
        for kind in ("capaian-kinerja", "target-renstra")
        for table in tables.of_kind(kind)
    }
    right |= {sum(len(table.rows_of("indikator")) for table in tables.of_kind("target-renstra"))} - {0}
    right |= _count_by_aim(reading) if right else set()
    chapters = {len(reading.folder.bab)}
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("indikator", "bab"))):
        for match in _INDICATORS.finditer(sentence) if right and not names_other_office(sentence, reading) else ():
            is_all = _OF_ALL.search(sentence[: match.start()]) and _OF_OFFICE.search(sentence[: match.end("benda")])
            if is_all and not _SOME.match(sentence, match.end("benda")):
                yield from _compare_count(passage, offset, match, right, "tabel kinerja memuat")
        for match in _CHAPTERS.finditer(sentence):
            before = sentence[: match.start()]
            is_other = _OTHER_DOCUMENT.search(before.rpartition(",")[2]) or _ARTICLES.search(sentence)
            if _MADE_OF.search(before) and not is_other:
                yield from _compare_count(passage, offset, match, chapters, "dokumen ini memuat")


def _count_by_aim(reading: Reading) -> set[int]:
    """How many indicators each aim of the Renstra has, and all of one kind: tujuan, sasaran."""
    counts: Counter[str] = Counter()
    for source in reading.folder.tables_of("target-renstra"):
        for pointer, _ in target_renstra.walk_indicators(source.data):
            above = pointer.rpartition("/indikator/")[0]
            counts[above] += 1
            counts[str(follow_pointer(source.data, above).get("jenis"))] += 1
    return set(counts.values())


_DISTRICTS = "kecamatan|distrik|kapanewon|kemantren"
_VILLAGES = "kelurahan|kalurahan|desa|kampung|gampong|nagari"
_MADE_UP = (
    r"\b(?:[Ww]ilayah(?:nya| administrasinya| kerjanya)|{own})\s+(?:[^.;]{{0,60}}\s(?:dan|yang)\s+)?"
    r"(?:terdiri (?:atas|dari)|(?:ter|di)bagi (?:atas|dalam"
    r"|menjadi)|membawahi|meliputi|mencakup)\s+(?:\d[^.;]*(?:,|dan|serta)\s+)?$"
)
_COUNTED_PLACES = re.compile(
    rf"{COUNT}\s+(?P<benda>{_DISTRICTS}|{_VILLAGES})\b(?=\s*[,.;]|\s+(?:dan|serta|dengan)\b)", re.IGNORECASE
)
_VILLAGE = re.compile(rf"\b(?:{_VILLAGES})\b")
#: What every place has: their table leaves none out.
_OF_EVERY = re.compile(r"\b(?:[Pp]enduduk|[Ll]uas [Ww]ilayah)\b")
_NAMED_DISTRICT = rf"(?i:\b(?:{_DISTRICTS}))\s+[A-Z]"


def _check_places(reading: Reading) -> Iterator[Finding]:
    """`Wilayahnya terdiri atas 8 kampung`, where the table of the population lists seven."""
    lists = list(walk_lists(reading))
    right = {head: {len(names) for one, _, names in lists if one == head} for head, *_ in lists}
    known = {head for head, title, _ in lists if _OF_EVERY.search(title)}
    own, other = _tell_own_and_other(reading)
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(tuple(known)) if known else ()):
        is_mixed = len(set(_VILLAGE.findall(sentence.casefold()))) > 1  # A table of `desa` may list kelurahan too.
        for match in () if is_mixed else _COUNTED_PLACES.finditer(sentence):
            is_of_other = other.search(passage.text[: offset + match.start()])
            if match["benda"].casefold() in known and own.search(sentence[: match.start()]) and not is_of_other:
                there = right[match["benda"].casefold()]
                yield from _compare_count(passage, offset, match, there, "tabel penduduk atau luasnya memuat")


def _tell_own_and_other(reading: Reading) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of what leads to a count of the own area's places, and of an area named before that is another."""
    office, region = reading.folder.facts["perangkat_daerah"], reading.folder.facts["daerah"]
    whole = f"{region['jenis']} {region['nama']}"
    is_district = re.match(_NAMED_DISTRICT, office["nama"]) is not None
    own, other = (office["nama"], re.escape(whole)) if is_district else (whole, _NAMED_DISTRICT)
    return re.compile(_MADE_UP.format(own=re.escape(own))), re.compile(other)


_ASKED_FROM = re.compile(
    rf"(?<![\w.,])(?P<usulan>\d{{1,3}}|{WORDED})\s+usulan(?:\s+[a-z]+){{0,2}}?\s+(?:dari|di|pada|untuk)\s+{COUNT}\s+"
    rf"(?P<benda>{_DISTRICTS}|{_VILLAGES})\b(?!\s+(?:yang|lain))",
    re.IGNORECASE,
)


def _check_asking(reading: Reading) -> Iterator[Finding]:
    """`empat usulan dari empat kecamatan`, where the four rows of the only table of usulan name three of them."""
    tables = reading.folder.tables_of("usulan-masyarakat")
    rows = tables[0].data["usulan"] if len(tables) == 1 else []
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("usulan",)) if rows else ()):
        for match in _ASKED_FROM.finditer(sentence):
            named = [re.fullmatch(rf"(?i:{match['benda']}) ([\w'’ -]+)", str(row.get("lokasi") or "")) for row in rows]
            if int(read_number(match["usulan"])) == len(rows) and all(named):
                right = {len({one[1].casefold() for one in named if one})}
                yield from _compare_count(passage, offset, match, right, "kolom lokasi usulan memuat")


def _compare_count(
    passage: Passage, offset: int, match: re.Match[str], right: set[int], said: str
) -> Iterator[Finding]:
    group = "angka" if match["angka"] else "huruf"
    stated = read_count(match)
    if stated not in right and stated > 1 and is_match_typed(passage, offset, match, group):
        there = " atau ".join(str(number) for number in sorted(right))
        message = f"disebut {match[0].strip()}, padahal {said} {there}"
        yield Finding.of(passage, message, "Periksa bilangannya.", match[group])
