"""Figures beside the same number in words: `5 (lima)`, `lima (5)`, `Rp2.000.000 (dua juta rupiah)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from renjadoc import indonesian
from renjadoc.checks.rule import Finding, rule
from renjadoc.problem import Severity
from renjadoc.reading import Reading

_ONE = (
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se(?:puluh|belas|ratus|ribu)|puluh"
    r"|belas|ratus|ribu|juta"
    r"|miliar|milyar|triliun|koma)+"
)
_WORDS = rf"{_ONE}(?:\s+{_ONE})*"
_FIGURE = r"(?P<angka>\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(?P<desimal>\d{1,4}))?"
_ANY = r"[\d.,]+\s?"
_CURRENCY = r"(?:\s+(?:rupiah|persen))?"
_FIGURE_FIRST = re.compile(
    rf"(?<![\d.,]){_FIGURE}(?:,-)?\s?%?(?:\s(?P<skala>{'|'.join(indonesian.SCALES)}))?\s*\(\s*(?P<kata>{_WORDS}){_CURRENCY}\s*\)",
    re.IGNORECASE,
)
#: A share or a year in brackets is none of the number before it: `tiga dari lima (60%)`, `semester dua (2025)`.
_WORDS_FIRST = re.compile(
    rf"(?<!\d )\b(?!(?:ribu|juta|miliar|milyar|triliun)\b)"
    rf"(?P<kata>{_WORDS})(?:\s+persen\s*\((?={_ANY}%)|\s+rupiah\s*\(\s*(?:Rp\.?\s?)|\s*\((?!{_ANY}%"
    rf"|(?:19|20)\d\d\)))\s*"
    rf"{_FIGURE}(?:,-)?\s?%?\s*\)",
    re.IGNORECASE,
)


@rule("RJ112", "Angka dan terbilangnya berbeda", Severity.ERROR)
def check_digits_and_words(reading: Reading) -> Iterator[Finding]:
    """Angka dan kata bilangan yang berdampingan menyebut bilangan yang sama, mana pun yang ditulis lebih dahulu.

    Mengapa: bila “5 (enam)” tercetak, hukum tidak tahu mana yang berlaku.
    Sumber: tata naskah peraturan (UU 12/2011, Lampiran II).

    Gagal:
        bab-5.json /isi/0 = "Dinas mempunyai 5 (enam) bidang."
    Gagal:
        bab-5.json /isi/0 = "Bantuan sebesar dua puluh juta rupiah (Rp12.000.000) disalurkan."
    Gagal:
        bab-5.json /isi/0 = "Nilainya Rp2,45 miliar (dua miliar empat ratus lima belas juta rupiah)."
    Lolos:
        bab-5.json /isi/0 = "Dinas mempunyai 5 (lima) bidang, dua belas (12) seksi, dan 2,5% (dua koma lima persen)
        honorer."
    """
    for passage in reading.passages.find_words(("(",)):
        for match in [*_FIGURE_FIRST.finditer(passage.text), *_WORDS_FIRST.finditer(passage.text)]:
            written = match["angka"] + (f",{match['desimal']}" if match["desimal"] else "")
            said = " ".join(match["kata"].casefold().replace("milyar", "miliar").split())
            right = _spell(match["angka"], match["desimal"] or "")
            if (scale := match.groupdict().get("skala")) is not None:
                right = _spell_scaled(written, scale.casefold(), right)
            if said not in right and passage.is_typed(*match.span("angka")):
                message = f"“{match[0]}”: angka dan kata tidak sama"
                written += f" {scale}" if scale else ""
                yield Finding.of(passage, message, f"{written} ditulis {right[0]}; periksa mana yang benar.", match[0])


def _spell_scaled(written: str, scale: str, spelled: list[str]) -> list[str]:
    """How `2,45 miliar` may be written in words: in full, or as it is said."""
    full = indonesian.nilai_angka(written).scaleb(indonesian.SCALES[scale])
    return [indonesian.terbilang(int(full)), *(f"{one} {scale.replace('milyar', 'miliar')}" for one in spelled)]


def _spell(whole: str, decimals: str) -> list[str]:
    """How a figure may be written in words; decimals one by one, or as a number: `koma dua lima`, `koma dua puluh
    lima`."""
    said = indonesian.terbilang(int(whole.replace(".", "")))
    rest = decimals.rstrip("0")
    if not rest:
        return [said]
    one_by_one = " ".join(indonesian.terbilang(int(digit)) for digit in rest)
    as_number = indonesian.terbilang(int(rest))
    every = " ".join(indonesian.terbilang(int(digit)) for digit in decimals)
    return [f"{lead} koma {tail}" for lead, tail in product([said], dict.fromkeys([one_by_one, every, as_number]))]
