"""How many indicators and chapters a sentence counts, against the tables and the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.counts_in_text import COUNT, read_count
from renjadoc.checks.sentences import is_match_typed, names_other_office, walk_sentences
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

_INDICATORS = re.compile(
    rf"{COUNT}\s+(?:buah\s+)?(?P<benda>indikator(?:\s+kinerja)?(?:\s+(?:utama|kunci|daerah"
    rf"|pelayanan))*)\b(?P<sifat>\s+[\w-]+)?",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:capaian|diukur|mempunyai|memiliki|menetapkan|ditetapkan|terdiri atas|terdapat|memuat|menyajikan)\b",
    re.IGNORECASE,
)
_OF_OFFICE = re.compile(r"\bkinerja\b(?! (?:program|kegiatan|sub))", re.IGNORECASE)
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


@rule("RJ126", "Jumlah indikator atau bab dalam kalimat berbeda", needs=("bab", "tabel"))
def check_other_counts(reading: Reading) -> Iterator[Finding]:
    """Jumlah indikator kinerja dan jumlah bab yang disebut sama dengan tabel kinerja dan dengan dokumennya.

    Kalimat tentang sebagian indikator (yang belum tercapai) dan tentang dokumen lain tidak diperiksa.

    Mengapa: “enam indikator kinerja utama” yang tabelnya memuat empat menimbulkan pertanyaan mana yang hilang.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Capaian enam indikator kinerja utama telah diuraikan."
    Gagal:
        bab-5.json /isi/0 = "Renja ini disusun dalam empat bab."
    Lolos:
        bab-5.json /isi/0 = "Capaian dua indikator kinerja utama telah diuraikan dalam lima bab."
    """
    tables = reading.tables
    right = {
        len(table.rows_of("indikator"))
        for kind in ("capaian-kinerja", "target-renstra")
        for table in tables.of_kind(kind)
    }
    right |= {sum(len(table.rows_of("indikator")) for table in tables.of_kind("target-renstra"))} - {0}
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


def _compare_count(
    passage: Passage, offset: int, match: re.Match[str], right: set[int], said: str
) -> Iterator[Finding]:
    group = "angka" if match["angka"] else "huruf"
    stated = read_count(match)
    if stated not in right and stated > 1 and is_match_typed(passage, offset, match, group):
        there = " atau ".join(str(number) for number in sorted(right))
        message = f"disebut {match[0].strip()}, padahal {said} {there}"
        yield Finding.of(passage, message, "Periksa bilangannya.", match[group])
