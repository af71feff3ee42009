"""How many kegiatan and sub kegiatan a sentence gives a program or kegiatan that it names, against the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.named_rows import NamedRow, find_named
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.funding_sources import sum_by_source
from renjadoc.checks.sentences import RUNNING, is_match_typed, names_other_office, walk_sentences
from renjadoc.checks.stated import NUMBER_WORDS, read_number
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

_WORD = "|".join(sorted(NUMBER_WORDS[1:], key=len, reverse=True))
_COUNT = (
    rf"(?<![\w.,])(?P<berapa>\d{{1,2}}"
    rf"|(?:{_WORD})(?: belas)?)(?:\s+\([a-z ]+\))?\s+(?:buah\s+)?(?P<apa>sub kegiatan|kegiatan)\b"
)
_COUNTED = re.compile(_COUNT, re.IGNORECASE)
#: Between a name and a count of what is below it.
_HAS = re.compile(
    r"[\s,(]*(?:(?:yang|ini|itu|tersebut|masing-masing|hanya|juga)\s+)*(?:terdiri (?:atas|dari)|memuat|meliputi"
    r"|mencakup|terbagi"
    r"|mempunyai|memiliki|berisi|(?:di(?:jabarkan|laksanakan|wujudkan|dukung|rinci|tempuh|capai|uraikan)"
    r"|terurai|terinci)"
    r"|dengan|melalui)\s+(?:(?:dalam|ke dalam|menjadi|atas|oleh|melalui|dengan|dari)\s+)*(?:[^.;]{0,40}\b(?:dan"
    r"|serta)\s+)?$",
    re.IGNORECASE,
)
#: Between a count and the name behind it.
_OF = re.compile(r"\s+(?:yang\s+(?:ada\s+)?)?(?:dalam|pada|di bawah|milik|dari)\s+$")
_SOME = re.compile(r"\s+(?:lain\w*|baru|prioritas|utama|di antaranya|yang (?!di))\b")


@rule("RJ534", "Jumlah kegiatan sebuah program berbeda dari tabel", needs=("tabel",), yields=True)
def check_counts_of_rows(reading: Reading) -> Iterator[Finding]:
    """Jumlah kegiatan dan sub kegiatan sebuah program, dan yang dibiayai sebuah sumber dana, sama dengan tabel rencana.

    Mengapa: sub kegiatan ditambah atau dihapus, dan kalimat tentang programnya tertinggal.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Program Pemberdayaan Usaha Mikro terdiri atas sembilan sub kegiatan."
    Gagal:
        bab-5.json /isi/0 = "Sembilan kegiatan dalam Program Pemberdayaan Usaha Mikro dilanjutkan."
    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/sumber_dana = "DAU"
        bab-5.json /isi/0 = "Delapan sub kegiatan dibiayai dari DAU."
    Lolos:
        bab-5.json /isi/0 = "Program Pemberdayaan Usaha Mikro memuat satu kegiatan dengan satu sub kegiatan."
    """
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("kegiatan",)), RUNNING):
        if _COUNTED.search(sentence) is None or names_other_office(sentence, reading):
            continue
        told = [*_pair_counts(sentence, find_named(sentence, reading)), *_pair_sources(sentence, reading)]
        for match, name, right in told:
            if right and int(read_number(match["berapa"])) not in right and is_match_typed(passage, offset, match):
                there = " atau ".join(map(str, sorted(right)))
                message = f"“{match[0]}” untuk “{shorten_text(name)}”; dalam tabel {there}"
                yield Finding.of(passage, message, "Periksa bilangannya.", match["berapa"])


#: A count in a sentence, whose it is, and what it may be.
_Told = tuple[re.Match[str], str, set[int]]


def _pair_counts(sentence: str, rows: list[NamedRow]) -> Iterator[_Told]:
    """Each count that a sentence ties to the name of a row."""
    for row in rows:
        for match in _COUNTED.finditer(sentence):
            is_behind = row.end <= match.start() < row.until and _HAS.fullmatch(sentence[row.end : match.start()])
            is_before = match.end() <= row.start and _OF.fullmatch(sentence[match.end() : row.start])
            if (is_behind or is_before) and not _SOME.match(sentence, match.end()):
                yield match, row.name, row.counts[match["apa"].casefold()]


_FUNDED = re.compile(
    r"\s+(?:yang\s+)?(?:lain(?:nya)?\s+)?(?:(?:di(?:biayai|danai)|bersumber|berasal|berdana)\s+)(?:(?:dari|oleh"
    r"|dengan|melalui|dana)\s+)*",
    re.IGNORECASE,
)


def _pair_sources(sentence: str, reading: Reading) -> Iterator[_Told]:
    """`empat sub kegiatan dibiayai PAD`: each count that a sentence ties to a source of funds."""
    for match in _COUNTED.finditer(sentence):
        lead = _FUNDED.match(sentence, match.end()) if match["apa"].casefold() == "sub kegiatan" else None
        for name, sums in sum_by_source(reading).items() if lead else ():
            named = re.compile(rf"{re.escape(name)}(?![\w-]|\s+(?:[A-Z]|dan\b|[Ff]isik|[Nn]on))", re.IGNORECASE)
            if lead and named.match(sentence, lead.end()):
                # Of each row stand its amounts of this year and the next behind both totals.
                yield match, name.upper(), {(len(sums) - 2) // 2}
