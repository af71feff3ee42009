"""Counts and sums of what the items of a list or the rows of a table say: how many rose, were met, were taken up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from renjadoc.checks.roles import BY
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import NUMBER_WORDS, list_figures, read_number
from renjadoc.content.load import Source
from renjadoc.indonesian import nilai_angka, rupiah
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading

_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NUMBER = rf"(?<![\w.,])(?<!dari )(?P<berapa>\d{{1,2}}|(?:{_WORD})(?: belas)?)(?:\s+\([a-z ]+\))?"


class _CountedText(NamedTuple):
    """A paragraph with where it stands and what it prints."""

    section: Section
    pointer: str
    text: str


@rule("RJ152", "Jumlah atau penjumlahan berbeda dari butir atau baris yang dihitung", needs=("bab",))
def check_counted_items(reading: Reading) -> Iterator[Finding]:
    """“Empat bertambah dan dua berkurang”, “dua melampaui target”, “empat usulan ditampung” sesuai butir atau tabelnya.

    Dihitung butir daftar yang mengikuti kalimatnya, dan baris tabel yang ditempatkan dalam bagian yang sama. Sesudah
    daftar, “penambahan seluruhnya Rp…” adalah jumlah butir yang bertambah.

    Mengapa: sebuah butir ditambahkan atau diubah, dan kalimat yang menghitungnya tertinggal.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi = ["Tiga pagu bertambah dan satu pagu berkurang:", {"daftar": "a.", "butir": [
            "pelatihan bertambah Rp4.000.000;", "pameran bertambah Rp6.000.000;", "rapat berkurang Rp1.000.000; dan",
            "perjalanan dinas berkurang Rp2.000.000."]}]
    Gagal:
        bab-5.json /isi = ["Tiga keluaran melampaui target:", {"daftar": "a.", "butir": [
            "pelatihan 40 orang dari target 30 orang; dan", "rapat 4 kali dari target 5 kali."]},
            "Penambahan seluruhnya berjumlah Rp12.000.000."]
    Lolos:
        bab-5.json /isi = ["Dua keluaran melampaui target, sedangkan satu lainnya belum mencapai target:",
            {"daftar": "a.", "butir": ["pelatihan 40 orang dari target 30 orang;",
            "pameran 3 kali dari target 2 kali; dan", "rapat 4 kali dari target 5 kali."]}]
    Lolos:
        bab-5.json /isi = ["Perubahannya sebagai berikut:", {"daftar": "a.", "butir": [
            "pelatihan bertambah Rp4.000.000; dan", "pameran bertambah Rp6.000.000."]},
            "Penambahan seluruhnya berjumlah Rp10.000.000."]
    """
    for section in reading.outline.all_sections:
        blocks = list(section.blocks())
        for (pointer, block), (_, following) in pairwise(blocks):
            if isinstance(block, str) and isinstance(following, dict) and "daftar" in following:
                yield from _check_before(
                    _CountedText(section, pointer, reading.printed(block)), _read_items(following, reading)
                )
        for (_, block), (pointer, following) in pairwise(blocks):
            if isinstance(following, str) and isinstance(block, dict) and "daftar" in block:
                yield from _check_behind(
                    _CountedText(section, pointer, reading.printed(following)), _read_items(block, reading)
                )
        yield from _check_tables(section, blocks, reading)


def _read_items(block: Any, reading: Reading) -> list[str]:
    return [reading.printed(item if isinstance(item, str) else item["teks"]) for item in block["butir"]]


#: What becomes of things, and what a list says of each of them.
_STATES = (
    "bertambah", "berkurang", "naik", "turun", "meningkat", "menurun", "ditambah", "dikurangi", "ditampung", "ditunda",
    "ditolak", "diterima", "dijadwalkan", "dihapus", "dilanjutkan", "dihentikan", "selesai", "diteruskan",
    "diakomodasi", "dibatalkan",
)  # fmt: skip
_STATE = re.compile(rf"\b(?:{'|'.join(_STATES)})\b", re.IGNORECASE)
_IN_STATE = re.compile(
    rf"{_NUMBER}\s+(?:(?!dan\b|atau\b|dari\b)[a-z]+\s+){{0,3}}?(?P<apa>{'|'.join(_STATES)})\b", re.IGNORECASE
)
_MET = re.compile(
    rf"{_NUMBER}\s+(?:(?!dan\b|atau\b)[a-z]+\s+){{0,3}}?(?:(?P<gagal>(?:belum|tidak)\s+(?:mencapai|memenuhi))"
    r"|(?P<lewat>melampaui|melebihi))\s+target",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?<![\w.,])(\d[\d.]*(?:,\d+)?)\s*%?(?:\s+[a-z]+)?\s+dari\s+target\s+(?:sebanyak\s+"
    r"|sebesar\s+)?(\d[\d.]*(?:,\d+)?)"
)
#: Of these less is better, and what is above its target is not told to be so.
_FALLING = re.compile(r"\b(?:makin|semakin) (?:kecil|rendah)|kematian|stunting|kemiskinan|pengangguran", re.IGNORECASE)


def _check_before(said: _CountedText, items: list[str]) -> Iterator[Finding]:
    """A paragraph against the list that it announces."""
    if not said.text.rstrip().endswith((":", "berikut", "berikut.")) or len(items) < 2:
        return
    last = said.text[max(said.text.rfind(". ") + 1, 0) :]
    states = [_STATE.findall(item) for item in items]
    if all(len({word.casefold() for word in found}) == 1 for found in states):
        counted = Counter(found[0].casefold() for found in states)
        yield from _compare(said, last, _IN_STATE, counted, "daftarnya memuat")
    results = [_RESULT.search(item) for item in items]
    if all(results) and not any(_FALLING.search(item) for item in items):
        gaps = [_read(found[1]) - _read(found[2]) for found in results if found]
        for match in _MET.finditer(last):
            right = sum(gap < 0 if match["gagal"] else gap > 0 for gap in gaps)
            if read_number(match["berapa"]) != right:
                yield _tell(said, match, f"“{match[0]}”; menurut daftarnya {right}")


def _read(written: str) -> Decimal:
    return nilai_angka(written.strip("."))


def _compare(
    said: _CountedText, text: str, pattern: re.Pattern[str], counted: Counter[str], there: str
) -> Iterator[Finding]:
    """Counts of a text that are not those of what it counts; only where all that it counts are told of there."""
    for match in pattern.finditer(text):
        state = match["apa"].casefold()
        if state in counted and read_number(match["berapa"]) != counted[state]:
            yield _tell(said, match, f"“{match[0]}”, padahal {there} {counted[state]} yang {state}")


def _tell(said: _CountedText, match: re.Match[str], message: str) -> Finding:
    hint = "Periksa bilangannya, atau butir dan baris yang dihitung."
    return Finding(said.section.source, said.pointer, message, hint, match["berapa"])


_SUMMED = re.compile(
    r"\b(?:(?P<naik>[Pp]enambahan|[Kk]enaikan|[Pp]ertambahan)|(?P<turun>[Pp]engurangan|[Pp]enurunan))(?:nya)?"
    rf"(?:\s+(?:pagu|anggaran|dana|itu|tersebut))*\s+(?:seluruhnya|total(?:nya)?|keseluruhan(?:nya)?){BY}$"
)
_ROSE = re.compile(r"\b(?:bertambah|naik|ditambah|meningkat)\s+(?:sebesar\s+|menjadi\b)?")
_FELL = re.compile(r"\b(?:berkurang|turun|dikurangi|menurun)\b")


def _check_behind(said: _CountedText, items: list[str]) -> Iterator[Finding]:
    """`Penambahan seluruhnya berjumlah Rp757.000.000` behind the list of what was added."""
    for figure in list_figures(said.text):
        match = _SUMMED.search(said.text[: figure.start])
        if figure.unit != "Rp" or match is None or figure.is_rounded:
            continue
        way = _ROSE if match["naik"] else _FELL
        parts = [_find_amount(item, way) for item in items if way.search(item)]
        known = [part for part in parts if part is not None]
        summed = sum(known, Decimal(0))
        if len(known) > 1 and len(known) == len(parts) and summed != figure.value:
            message = f"tertulis {figure.text}, butir daftarnya berjumlah {rupiah(int(summed))}"
            yield Finding(said.section.source, said.pointer, message, "Periksa jumlah dan butirnya.", figure.text)


def _find_amount(item: str, way: re.Pattern[str]) -> Decimal | None:
    """By how much an item says that something went that way: the only amount behind its word."""
    match = way.search(item)
    behind = [one for one in list_figures(item) if match and one.start >= match.end() and one.unit == "Rp"]
    return behind[0].value if len(behind) == 1 and not behind[0].is_rounded else None


_OFFERED = re.compile(
    rf"{_NUMBER}\s+(?:(?:usulan|pokok|pikiran|aspirasi|pokir)\s+){{0,3}}"
    r"(?:(?:dapat|telah|akan|di antaranya)\s+)*(?P<apa>ditampung|diakomodasi|dijadwalkan|ditunda|ditolak"
    r"|diteruskan|diterima)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(r"\b(?:usulan|pokok pikiran|pokir|aspirasi)\b", re.IGNORECASE)


def _check_tables(section: Section, blocks: list[tuple[str, Any]], reading: Reading) -> Iterator[Finding]:
    """The paragraphs of a section against the rows of the tables that it places."""
    names = [block["tabel"] for _, block in blocks if isinstance(block, dict) and "tabel" in block]
    placed = [reading.folder.tabel[name] for name in names if name in reading.folder.tabel]
    offers = [one for one in placed if one.data.get("jenis") == "usulan-masyarakat"]
    states = _count_states(offers[0]) if len(offers) == 1 else Counter()
    for pointer, block in blocks if states else ():
        said = _CountedText(section, pointer, reading.printed(block)) if isinstance(block, str) else None
        if said is not None and _OFFERS.search(said.text):
            yield from _compare(said, said.text, _OFFERED, states, "tabelnya memuat")


def _count_states(source: Source) -> Counter[str]:
    """How many of the proposals of a table met with what, where each row says it first; else nothing."""
    notes = [str(row.get("catatan", "")) for row in source.data.get("usulan", [])]
    first = [match[0].casefold() if (match := re.match(r"\w+", note)) else "" for note in notes]
    return Counter(first) if len(set(first)) > 1 and set(first) <= set(_STATES) else Counter()
