"""Words that compare two figures (deeper, cheaper, ranked better, above a limit), and values that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from renjadoc.checks.figured import Mismatch, Statement, tell_mismatches
from renjadoc.checks.roles import DOWN, FURTHER, NEARER, RANKED, TIMES, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure
from renjadoc.reading import Reading


@rule("RJ167", "Kata pembanding tidak sejalan dengan kedua angkanya", yields=True)
def check_comparing_words(reading: Reading) -> Iterator[Finding]:
    """Lebih dalam, lebih murah, naik peringkat, “padahal paling lama …”, dan naik dari tahun ke tahun sesuai angkanya.

    Mengapa: kata dan angkanya ditulis pada waktu yang berlainan, dan hanya salah satunya diperbarui.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Sumur dangkal berkedalaman 30 meter, lebih dalam daripada sumur bor yang 80 meter."
    Gagal:
        bab-5.json /isi/0 = "Peringkat koperasi naik dari urutan 7 ke urutan 9."
    Gagal:
        bab-5.json /isi/0 = "Masa tunggu 45 menit, padahal standarnya paling lama 60 menit."
    Gagal:
        bab-5.json /isi/0 = "Koperasi tidak aktif 18,2% pada tahun 2024 naik menjadi 16,9% pada tahun 2025."
    Lolos:
        bab-5.json /isi/0 = "Sumur dangkal berkedalaman 30 meter, lebih dangkal daripada sumur bor yang 80 meter.
        Peringkat koperasi naik dari urutan 9 ke urutan 7. Masa tunggu 75 menit, padahal standarnya paling lama 60
        menit. Koperasi tidak aktif 18,2% pada tahun 2024 turun menjadi 16,9% pada tahun 2025."
    """
    finders = (_find_adjective, _find_limit, _find_way, _find_rank)
    return tell_mismatches(reading, finders, "Periksa kata dan kedua angkanya.")


_THAN = re.compile(
    rf"(?:[^\d;.,]{{0,30}},)?\s+(?:(?:atau|yang|masih|jauh|sedikit)\s+)*lebih\s+(?:(?P<lebih>{FURTHER})|(?P<kurang>{NEARER}))"
    r"\s+(?:dari|daripada|dibanding(?:kan)?(?:\s+dengan)?)\b[^\d;.]{0,60}",
    re.IGNORECASE,
)


def _find_adjective(said: Statement) -> Mismatch | None:
    """`30 meter, lebih dalam daripada … 80 meter`."""
    for index, (one, other) in enumerate(pairwise(said.figures)):
        match = _THAN.fullmatch(said.between(one, other))
        # `21 hari, 7 hari lebih lama daripada standar 14 hari`: by how much.
        is_gap = any(before.unit == one.unit for before in said.figures[:index])
        if (
            match is None
            or is_gap
            or one.unit != other.unit
            or one.unit in {"", "%", "poin"}
            or one.value == other.value
        ):
            continue
        word = match["lebih"] or match["kurang"]
        # Of speeds more is quicker.
        if word.casefold() in {"cepat", "lambat"} and one.unit not in TIMES:
            continue
        if (one.value > other.value) != bool(match["lebih"]):
            return Mismatch(one, f"{one.text} disebut lebih {word} daripada {other.text}")
    return None


_LIMIT = re.compile(
    r"[^\d;.]{0,20},\s+padahal\s+[^\d;.]{0,40}?\b(?:(?P<atas>paling (?:lama|banyak|tinggi|besar)|maksimal"
    r"|tidak lebih dari)|(?P<bawah>paling (?:sedikit|rendah|singkat)|minimal|sekurang-kurangnya|paling kurang))\s+"
)


def _find_limit(said: Statement) -> Mismatch | None:
    """`45 menit, padahal standarnya paling lama 60 menit`: then nothing is wrong with it."""
    for one, limit in pairwise(said.figures):
        match = _LIMIT.fullmatch(said.between(one, limit))
        if match is None or one.unit != limit.unit or not one.unit:
            continue
        if one.value <= limit.value if match["atas"] else one.value >= limit.value:
            word = match["atas"] or match["bawah"]
            return Mismatch(one, f"{one.text} tidak melanggar batas {word} {limit.text}, padahal disebut demikian")
    return None


_WAY = re.compile(
    rf"\s+pada\s+[Tt]ahun\s+(?P<awal>(?:19|20)\d\d),?\s+(?:lalu\s+|kemudian\s+|telah\s+)?(?:(?P<naik>{UP})|(?P<turun>{DOWN}))"
    r"\s+(?:menjadi|ke)\s+(?:[a-z]+\s+)?",
    re.IGNORECASE,
)


def _find_way(said: Statement) -> Mismatch | None:
    """`18,2% pada Tahun 2024 naik menjadi 16,9%`."""
    for one, other in pairwise(said.figures):
        match = _WAY.fullmatch(said.between(one, other))
        if match is None or one.unit != other.unit or one.value == other.value or RANKED.search(said.text):
            continue
        if (other.value > one.value) != bool(match["naik"]):
            word = match["naik"] or match["turun"]
            return Mismatch(other, f"“{word} menjadi {other.text}”: dari {one.text} angkanya sebaliknya")
    return None


_RANK = re.compile(
    r"\b(?:(?P<naik>naik|meningkat|membaik)|(?P<turun>turun|menurun|merosot|melorot))\s+dari\s+"
    r"(?P<apa>peringkat|urutan|ranking|posisi)\s+(?:ke-?\s?)?(?P<satu>\d{1,3})\s+(?:ke|menjadi)\s+"
    r"(?:(?P=apa)\s+)?(?:ke-?\s?)?(?P<dua>\d{1,3})\b",
    re.IGNORECASE,
)


def _find_rank(said: Statement) -> Mismatch | None:
    """`naik dari urutan 7 ke urutan 9`: a better rank is a smaller number."""
    for match in _RANK.finditer(said.text):
        first, last = int(match["satu"]), int(match["dua"])
        if first != last and (last < first) != bool(match["naik"]):
            start, end = match.span("dua")
            where = Figure(start, end, Decimal(last), "", Decimal(1), match["dua"])
            word = match["naik"] or match["turun"]
            return Mismatch(where, f"“{word} dari {match['apa']} {first} ke {last}”: peringkatnya sebaliknya")
    return None


#: The least and the greatest that these can be.
_BOUNDS = tuple(
    (re.compile(rf"\b(?:{name})\b[^\d;.]{{0,60}}$", re.IGNORECASE), least, most)
    for name, least, most in (
        ("(?:angka |umur |usia )?harapan hidup|UHH|AHH", 40, 90),
        ("(?:rata-rata|harapan) lama sekolah|RLS|HLS", 1, 22),
        ("indeks pembangunan manusia|IPM|indeks (?:reformasi birokrasi|SPBE|kepuasan masyarakat)|nilai S?AKIP", 0, 100),
    )
)
_SHARE_OF = re.compile(r"\b(?:persentase|proporsi|cakupan|porsi|prevalensi)\s+[a-z][^\d;,.()]{3,60}$", re.IGNORECASE)
_MAY_EXCEED = re.compile(
    r"\b(?:target\w*|capaian\w*|ketercapaian|realisasi\w*|kenaikan|pertumbuhan|naik|meningkat|terhadap|dibanding\w*|rasio"
    r"|melampaui|melebihi|partisipasi kasar|kinerja)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(rf"\b(?:{UP}|{DOWN}|selisih\w*|terpaut)\b", re.IGNORECASE)


@rule("RJ168", "Nilai di luar batas yang mungkin", yields=True)
def check_possible_values(reading: Reading) -> Iterator[Finding]:
    """Indeks, harapan hidup, lama sekolah, dan persentase bagian dalam kalimat bernilai dalam batas yang mungkin.

    Persentase, proporsi, cakupan, dan prevalensi tidak lebih dari 100%; tingkat capaian boleh.

    Mengapa: koma yang bergeser satu angka membuat nilainya sepuluh kali lipat.
    Sumber: batas menurut pengertian setiap ukuran (BPS; Permenpan RB 88/2021 dan 14/2017).

    Gagal:
        bab-5.json /isi/0 = "Persentase anggota yang hadir 864,0%."
    Gagal:
        bab-5.json /isi/0 = "Angka harapan hidup mencapai 712,4 tahun."
    Lolos:
        bab-5.json /isi/0 = "Persentase anggota yang hadir 86,4%; angka harapan hidup 71,24 tahun."
    """
    return tell_mismatches(reading, (_find_impossible,), "Periksa letak komanya.")


def _find_impossible(said: Statement) -> Mismatch | None:
    """`Persentase rumah layak huni 864,0%`, `harapan hidup 712,4 tahun`."""
    for index, one in enumerate(said.figures):
        lead = said.text[said.figures[index - 1].end if index else 0 : one.start]
        if one.unit == "%" and one.value > 100 and _SHARE_OF.search(lead) and not _MAY_EXCEED.search(said.text):
            return Mismatch(one, f"{one.text} lebih dari seluruhnya")
        if _MOVED.search(lead):
            continue
        for named, least, most in _BOUNDS if one.unit in {"", "tahun"} and one.value else ():
            if named.search(lead) and not least <= one.value <= most and not _MAY_EXCEED.search(lead):
                return Mismatch(one, f"{one.text} di luar batas yang mungkin, {least} sampai {most}")
    return None
