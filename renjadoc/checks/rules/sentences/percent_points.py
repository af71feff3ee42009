"""Differences between percentages, which are points: 82% is two points more than 80%, and not two percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.figured import Mismatch, Statement, tell_mismatches
from renjadoc.checks.roles import BY, DOWN, LESS, MORE, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.reading import Reading


@rule("RJ164", "Selisih dua persentase ditulis persen, bukan poin persen", yields=True)
def check_percent_points(reading: Reading) -> Iterator[Finding]:
    """Selisih antara dua persentase ditulis poin persen.

    “82,4%, lebih tinggi 2,4 persen daripada target 80,0%” menyatakan selisih keduanya, yaitu 2,4 poin persen; dalam
    persen, kenaikannya 3%. Ditegur hanya bila angkanya tepat selisih kedua persentase.

    Mengapa: pembaca menghitung ulang pertumbuhannya dan memperoleh angka lain.
    Sumber: kelaziman penulisan statistik (BPS: perubahan angka persen dinyatakan dalam poin persen).

    Gagal:
        bab-5.json /isi/0 = "Kehadiran anggota mencapai 82,4%, lebih tinggi 2,4 persen daripada target 80,0%."
    Gagal:
        bab-5.json /isi/0 = "Kehadiran anggota naik 2,4%, dari 80,0% menjadi 82,4%."
    Lolos:
        bab-5.json /isi/0 = "Kehadiran anggota mencapai 82,4%, lebih tinggi 2,4 poin persen daripada target 80,0%, dan
        naik 3% dari 80,0%."
    """
    return tell_mismatches(reading, (_find_points,), "Tulis poin persen di belakang selisihnya.")


_BY_HOW_MUCH = re.compile(rf"\b(?:{MORE}|{LESS}|{UP}|{DOWN}|terpaut|selisih(?:nya)?){BY}$", re.IGNORECASE)
_THAN = re.compile(r"[^\d;.]*\b(?:dari|daripada|dibanding\w*|terhadap|di (?:atas|bawah))\b(?:[^\d;.]|(?:19|20)\d\d)*")
_BECAME = re.compile(r"(?:[^\d;.]|(?:19|20)\d\d)*\bmenjadi\s+(?:[a-z]+\s+)?")


def _find_points(said: Statement) -> Mismatch | None:
    """Three percentages of which the one that tells how much is the difference of the others."""
    figures = said.figures
    for index, by in enumerate(figures):
        if by.unit != "%" or not by.value or not _BY_HOW_MUCH.search(said.text[: by.start]):
            continue
        behind = figures[index + 1 : index + 3]
        if not behind or behind[0].unit != "%" or not _THAN.fullmatch(said.between(by, behind[0])):
            continue
        is_from_to = len(behind) > 1 and _BECAME.fullmatch(said.between(behind[0], behind[1]))
        now = behind[1] if is_from_to else figures[index - 1] if index else None
        if now is None or now.unit != "%" or not behind[0].value:
            continue
        gap = abs(now.value - behind[0].value)
        growth = gap * 100 / behind[0].value
        if gap == by.value and abs(growth - gap) > by.step:
            message = f"tertulis {by.text}, padahal selisih {now.text} dan {behind[0].text} adalah poin persen"
            return Mismatch(by, message)
    return None
