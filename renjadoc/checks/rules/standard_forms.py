"""Forms that no dictionary catches, because each of their words is right: joined prefixes, doubled words, foreign
ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from renjadoc import resources
from renjadoc.checks import words
from renjadoc.checks.rule import Finding, rule
from renjadoc.reading import Reading


@cache
def _read_phrases() -> dict[str, str]:
    """Every phrase of the list with its standard form."""
    lines = (resources.dictionary_folder() / "eyd.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines if not line.startswith("#"))
    return {wrong: right for wrong, _, right in pairs if right}


@cache
def _phrase_pattern() -> re.Pattern[str]:
    phrases = sorted(_read_phrases(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases))})(?![\w-])", re.IGNORECASE)


#: Bound forms, which are written together with what follows; before a capital with a hyphen (non-ASN).
_BOUND = re.compile(
    r"(?<![\w-])(?P<terikat>(?i:non|antar|pasca|pra|multi|purna|nir|dwi|panca|intra|ekstra|ultra))[ ]"
    r"(?P<kata>(?!jemput|pesan|dan\b|atau\b|barang|surat|kirim|ke\b|blok|-)[a-z]{3,}|[A-Z]{2,}\w*)"
)
_ORDINAL = re.compile(
    r"\b(?i:tahun|tahap|urutan|peringkat|hari|bulan|angkatan|minggu|semester|triwulan|yang|periode|generasi|perubahan|kali"
    r"|HUT|termin|peserta|rapat|misi|tujuan|sasaran|wilayah|pilar) (?P<ke>ke (?P<angka>[IVX]+|\d+))\b(?![.,]?\d"
    r"| (?:orang|unit|km|ha|%))"
)


@rule("RJ520", "Bentuk tidak baku")
def check_standard_forms(reading: Reading) -> Iterator[Finding]:
    """Bentuk terikat ditulis serangkai (nonfisik, antarkecamatan), angka tingkat dengan tanda hubung (ke-2), dan
    tidak ada kata berlebih.

    Daftarnya dalam renjadoc/data/kamus/eyd.txt: adalah merupakan, agar supaya, terdiri dari, dari pada, tolak ukur.
    Nama
    kegiatan dalam tabel mengikuti nomenklatur dan tidak diperiksa.

    Mengapa: bentuk ini lolos dari kamus karena setiap katanya benar.
    Sumber: EYD edisi V; KBBI; Buku Praktis Bahasa Indonesia (Badan Bahasa).

    Gagal:
        bab-5.json /isi/0 = "Renja ini adalah merupakan pedoman kegiatan non fisik antar kecamatan tahap ke 2."
    Lolos:
        bab-5.json /isi/0 = "Renja ini merupakan pedoman kegiatan nonfisik antarkecamatan tahap ke-2, terdiri atas 3
        unsur, non-ASN."
    """
    pattern, right = _phrase_pattern(), _read_phrases()
    for passage in reading.passages:
        if passage.kind in {"judul_tabel", "kutipan"}:
            continue
        found = [(match, right[match[0].casefold()]) for match in pattern.finditer(passage.text)]
        found += [(match, _join_bound(match)) for match in _BOUND.finditer(passage.text)]
        for match in _ORDINAL.finditer(passage.text):
            found.append((match, match[0].replace(match["ke"], f"ke-{match['angka']}")))
        for match, better in found:
            if passage.is_typed(*match.span()) and not _is_quoted(passage.text, match.start()):
                message = f"“{match[0]}” tidak baku"
                yield Finding(passage.source, passage.pointer, message, f"Tulis “{better}”.", match[0])


def _join_bound(match: re.Match[str]) -> str:
    return match["terikat"] + ("-" if match["kata"][0].isupper() else "") + match["kata"]


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place lies within the title of a regulation, which is not ours to correct."""
    return re.search(r"\btentang\s+[A-Z][^.;(]{0,160}$", text[:place]) is not None


@rule("RJ521", "Kata asing belum ditulis miring")
def check_foreign_words(reading: Reading) -> Iterator[Finding]:
    """Kata asing dalam naskah ditulis miring, atau diganti padanannya.

    Ditulis miring dengan tanda bintang: *benchmarking*. Daftarnya dalam renjadoc/data/kamus/asing.txt; nama kegiatan
    dalam tabel tidak diperiksa.

    Mengapa: kata asing yang tegak adalah koreksi bahasa yang paling sering dari bagian hukum.
    Sumber: EYD edisi V (huruf miring).

    Gagal:
        bab-5.json /isi/0 = "Dinas melakukan benchmarking dan menyusun roadmap."
    Lolos:
        bab-5.json /isi/0 = "Dinas melakukan *benchmarking* dan menyusun peta jalan (*roadmap*)."
    """
    foreign = words.read_foreign_words()
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(foreign, key=len, reverse=True))})(?![\w-])")
    for passage in reading.passages.find_words(tuple(foreign)):
        upright = "".join(
            "\0" * len(span.text) if span.italic or span.source or span.open else span.text for span in passage.spans
        )
        for match in pattern.finditer(upright):
            if match[0] not in reading.folder.kamus:
                hint = f"Tulis *{match[0]}*, atau “{foreign[match[0]]}”."
                message = f"kata asing “{match[0]}” belum ditulis miring"
                yield Finding(passage.source, passage.pointer, message, hint, match[0])
