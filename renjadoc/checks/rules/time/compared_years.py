"""The year that a result is compared with: what it rose or fell from lies before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.roles import DOWN, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import RUNNING, is_year_of_others
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading

_YEAR = re.compile(r"\b[Tt]ahun\s+(20\d\d)\b(?!\s*[-–/])")
_PAST = r"(?:realisasi|capaian|kondisi|angka|nilai|jumlah|keadaan|produksi|posisi)"
_THAN = r"lebih (?:tinggi|rendah|besar|kecil|banyak|sedikit|baik)"
#: `naik 4,49% dari 381.530 ton pada tahun 2024`, `turun 2 poin dibandingkan tahun 2024`, and where it led to.
_FROM_YEAR = re.compile(
    rf"\b(?P<kata>{UP}|{DOWN}|{_THAN})\b(?:[^.;:()]|(?<=\d)[.,](?=\d)|\([^()]*\)){{0,60}}?\b"
    r"(?:dari(?:pada)?\s+(?:Rp)?\d[\d.,]*(?:\s?%|(?:\s[a-z]+){0,3}?)"
    rf"|dibanding(?:kan)?(?:\s+dengan)?(?:\s+{_PAST})?|dari(?:pada)?(?:\s+{_PAST})?)"
    r"\s+(?:pada\s+)?(?:akhir\s+)?tahun\s+(?P<tahun>20\d\d)\b(?!\s*[-–/])"
    r"(?:[^.;]*\bmenjadi\b[^.;]*?\btahun\s+(?P<ke>20\d\d))?",
    re.IGNORECASE,
)
#: Parts of a year and two budgets of one follow each other within it; a plan may be of any year, and what began in one
#: rose from a later one.
_OF_OTHERS = re.compile(
    r"\b(?:target\w*|rencana|proyeksi|prakiraan|kebutuhan|usulan|semester|triwulan|bulan|awal|murni|induk|perubahan"
    r"|semula|sejak|semenjak|mulai|dimulai|berdiri|setelah|sesudah|pasca\w*|di(?:bentuk|dirikan|bangun|resmikan|tetapkan"
    r"|terbitkan|undangkan)|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)\b",
    re.IGNORECASE,
)


@rule("RJ429", "Tahun pembanding tidak mendahului")
def check_compared_years(reading: Reading) -> Iterator[Finding]:
    """Yang naik atau turun dibandingkan dengan tahun sebelumnya, bukan dengan tahun itu sendiri atau sesudahnya.

    Tahunnya disebut lebih dulu dalam kalimat itu atau sebelum titik komanya. Bandingan dengan target dan rencana, dan
    antarbagian tahun (semester, bulan, pagu murni), tidak diperiksa.

    Mengapa: satu dari dua tahunnya diperbarui, dan yang lain tertinggal.
    Sumber: kalender; kebiasaan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Pada tahun 2025 produksinya 398.672 ton, naik 4,49% dari 381.530 ton pada tahun 2026."
    Gagal:
        bab-5.json /isi/0 = "Kunjungan selama tahun 2025 sebanyak 900 orang; jumlah itu turun dibandingkan tahun 2025."
    Gagal:
        bab-5.json /isi/0 = "Kunjungan bertambah dari 900 orang pada tahun 2025 menjadi 950 orang pada tahun 2024."
    Gagal:
        bab-5.json /isi/0 = "Serapan tahun 2024 sebesar 97,02%, lebih tinggi 1,36 poin persen daripada tahun 2024."
    Lolos:
        bab-5.json /isi/0 = "Pada tahun 2025 produksinya 398.672 ton, naik 4,49% dari 381.530 ton pada tahun 2024.
        Kunjungan bertambah dari 900 orang pada tahun 2024 menjadi 950 orang pada tahun 2025."
    Lolos:
        bab-5.json /isi/0 = "Pada semester II tahun 2025 kunjungan naik dari 400 orang pada semester I tahun 2025."
    """
    for passage in reading.passages.find_pattern(_FROM_YEAR):
        before = ""
        for _, clause in split_sentences(passage.text) if passage.kind in RUNNING else ():
            for match in _FROM_YEAR.finditer(clause):
                if told := _find_later_base(before if before.endswith(";") else "", match):
                    yield Finding.of(passage, told, "Periksa kedua tahunnya.", match["tahun"])
            before = clause


def _find_later_base(before: str, match: re.Match[str]) -> str:
    """What is wrong with the year a result is compared with; empty where it lies before that of the result."""
    clause, base = match.string, int(match["tahun"])
    named = _list_years(clause[: match.start()]) or _list_years(before)
    now = int(match["ke"]) if match["ke"] else named[-1] if named else 0
    is_later = any(int(year) > base for year in _YEAR.findall(clause))
    if not now or base < now or is_later or _OF_OTHERS.search(f"{before} {clause}"):
        return ""
    return f"{match['kata']} pada tahun {now}, dibandingkan dengan tahun {base}"


def _list_years(text: str) -> list[int]:
    """The years that a text tells of, without those of regulations, plans and counts."""
    return [int(match[1]) for match in _YEAR.finditer(text) if not is_year_of_others(text[: match.start(1)])]
