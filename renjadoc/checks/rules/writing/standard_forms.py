"""Forms that no dictionary catches, because each of their words is right: joined prefixes, doubled or foreign words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from renjadoc import resources
from renjadoc.checks import words
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import NUMBER_WORDS
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading


@cache
def _read_phrases() -> dict[str, str]:
    """Every phrase of the list with its standard form."""
    lines = (resources.dictionary_folder() / "eyd.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines if not line.startswith("#"))
    return {wrong: right for wrong, _, right in pairs if right}


def _find_phrases(passages: Iterable[Passage]) -> Iterator[tuple[Passage, re.Match[str], str]]:
    """The phrases of the list that stand in a text, each with its standard form."""
    phrases = _read_phrases()
    for passage in passages:
        folded = passage.text.casefold()
        for wrong in (phrase for phrase in phrases if phrase in folded):
            for match in re.finditer(rf"(?<![\w-]){re.escape(wrong)}(?![\w-])", passage.text, re.IGNORECASE):
                yield passage, match, phrases[wrong]


class _Form(NamedTuple):
    """Words of which one stands in every text that has the form, how it looks, and how it is written right."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str]


#: Bound forms, which are written together with what follows; before a capital with a hyphen (non-ASN).
_BOUND_FORMS = "non|antar|pasca|pra|multi|purna|nir|dwi|panca|intra|ekstra|ultra"
_BOUND = re.compile(
    rf"(?<![\w-])(?<!layanan )(?<!jasa )(?<!mobil )(?<!petugas )(?P<terikat>(?i:{_BOUND_FORMS}))[ ]"
    r"(?P<kata>(?!jemput|obat|makanan|paket\b|dokumen|pasien|pupuk|sampah|pesan|dan\b|atau\b|barang|surat|kirim|ke\b|blok|-)[a-z]{3,}|[A-Z]{2,}\w*)"
)
#: Prefixes that stand apart: `ter sebar`, `men dukung`.
_PREFIXES = "ter|ber|mem|men|meng|peng|pem|me"
_CUT_PREFIX = re.compile(rf"(?<![\w-])(?P<awalan>{_PREFIXES})[ ](?P<kata>[a-z]{{4,}})(?![\w-])")
#: Endings that stand apart: `mengalokasi kan`, `tujuan nya`.
_CUT_ENDING = re.compile(r"(?<![\w-])(?P<kata>[a-z]{4,}) (?P<akhiran>kan|nya)(?![\w-])")
_RANKED = (
    r"\b(?i:tahun|tahap|urutan|peringkat|hari|bulan|angkatan|minggu|semester|triwulan|yang|periode|generasi|perubahan|kali"
    r"|HUT|termin|peserta|rapat|misi|tujuan|sasaran|wilayah|pilar)"
)
_ORDINAL = re.compile(rf"{_RANKED} (?P<ke>[Kk]e (?P<angka>[IVX]+|\d+))\b(?![.,]?\d| (?:orang|unit|km|ha|%))")
#: Of `pelayaran ke enam desa` nobody can say whether it is the way to six of them; these can be nothing else.
_WORDED_RANK = re.compile(
    rf"(?:{_RANKED} |\b[Dd]i |^|(?<=[.;] ))[Kk]e (?:{'|'.join(NUMBER_WORDS[2:11])})\b|\b[Kk]e (?=dua belah)"
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
    Gagal:
        bab-5.json /isi/0 = "Pada tahun ke dua dan semester ke empat ke dua belah pihak bertemu."
    Lolos:
        bab-5.json /isi/0 = "Renja ini merupakan pedoman kegiatan nonfisik antarkecamatan tahap ke-2, terdiri atas 3
        unsur, non-ASN, dan layanan antar obat ke enam desa."
    """
    found = list(_find_phrases(reading.passages.find_words(tuple(_read_phrases()))))
    for form in _FORMS:
        for passage in reading.passages.find_words(form.words):
            found += [(passage, match, form.mend(match)) for match in form.pattern.finditer(passage.text)]
    for passage, match, better in found:
        if passage.kind in words.NOT_CORRECTED or not passage.is_typed(*match.span()):
            continue
        if not _is_quoted(passage.text, match.start()):
            yield Finding.of(passage, f"“{match[0]}” tidak baku", f"Tulis “{better}”.", match[0])


def _join_bound(match: re.Match[str]) -> str:
    return match["terikat"] + ("-" if match["kata"][0].isupper() else "") + match["kata"]


def _list_apart(alternatives: str) -> tuple[str, ...]:
    """Each of the alternatives of a pattern with the blank behind it."""
    return tuple(f"{one} " for one in alternatives.split("|"))


_FORMS = (
    _Form(_list_apart(_BOUND_FORMS), _BOUND, _join_bound),
    _Form(_list_apart(_PREFIXES), _CUT_PREFIX, lambda cut: cut[1] + cut[2]),
    _Form((" kan", " nya"), _CUT_ENDING, lambda cut: cut[1] + cut[2]),
    _Form(("di", "ke"), words.JOINED_PLACE, lambda joined: f"{joined['arah']} {joined['tempat']}"),
    _Form((" ke ",), _ORDINAL, lambda rank: rank[0].replace(rank["ke"], f"ke-{rank['angka']}")),
    _Form(("ke ",), _WORDED_RANK, lambda rank: re.sub(r"([Kk]e) (?=[a-z]*$)", r"\1", rank[0])),
)
#: Small words within a title; the sentence goes on behind it in small letters.
_SMALL = "dan|atau|serta|di|ke|dari|pada|dengan|bagi|untuk|oleh|atas|dalam|yang|sebagai|kepada|terhadap|tentang|antara"
_TITLE = re.compile(rf"\btentang\s+[A-Z](?:[\w/()-]*,?\s+(?=[A-Z\d(]|(?:{_SMALL})\b|$)){{1,40}}$")


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place lies within the title of a regulation, which is not ours to correct."""
    return _TITLE.search(text[max(0, place - 180) : place]) is not None


#: Every word, with its hyphens; a list of all foreign ones would have to be compiled.
_WORD = re.compile(r"[\w-]+")


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
    for passage in reading.passages.find_words(tuple(foreign)):
        upright = "".join(
            "\0" * len(span.text) if span.italic or span.source or span.open else span.text for span in passage.spans
        )
        for match in _WORD.finditer(upright):
            if match[0] in foreign and match[0] not in reading.folder.kamus:
                hint = f"Tulis *{match[0]}*, atau “{foreign[match[0]]}”."
                yield Finding.of(passage, f"kata asing “{match[0]}” belum ditulis miring", hint, match[0])
