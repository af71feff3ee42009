"""Counts in front of a list, or of what a sentence lists, against how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences.inline_lists import find_wrong_inline
from renjadoc.checks.rules.sentences_and_tables.counts_in_text import COUNT, read_count
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading

if TYPE_CHECKING:
    from renjadoc.content.file_types import BabIsi

_LEADS = (
    "adalah", "yaitu", "yakni", "sebagai berikut", "berikut ini", "berikut", "meliputi", "terdiri atas", "terdiri dari",
)  # fmt: skip
_LEAD = rf"(?:{'|'.join(_LEADS)})"
#: A full stop announces a list only after a word that does.
_ANNOUNCED = re.compile(
    rf"{COUNT}(?P<benda>\s+(?!persen|tahun|bulan|minggu|hari|jam|kali|orang|peserta|juta|ribu|miliar)"
    r"[^\W\d][\w*-]*(?:\s+(?!adalah|yaitu|yakni|sebagai|berikut|meliputi|antara)[\w*()-]+){0,8}?)?"
    rf",?\s*(?:(?:{_LEAD}\s*)+[:.]|:)$",
    re.IGNORECASE,
)
#: `Lima isu berikut memerlukan perhatian pada tahun rencana:`
_FOLLOWING = re.compile(
    rf"(?:^|[.;] ){COUNT}(?P<benda>\s+[^\W\d][\w-]*(?:\s+(?!berikut)[^\W\d][\w-]*){{0,4}} berikut)(?: ini)? [^.;:]*:$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COUNT_WITHIN = re.compile(COUNT, re.IGNORECASE)
_OTHERS = re.compile(r"(?:\s+[\w-]+){0,3}?\s+(?:lain(?:nya)?|sisanya|selebihnya|di antaranya)\b", re.I)
_NOT_ANNOUNCED = re.compile(r"(?:target|sasaran|nomor|\b(?:minimal|maksimal|paling \w+))\s*$", re.IGNORECASE)


@rule("RJ111", "Jumlah butir berbeda dari yang disebut di depannya")
def check_counts_before_lists(reading: Reading) -> Iterator[Finding]:
    """Jumlah yang disebut tepat sebelum sebuah daftar sama dengan jumlah butir daftar itu.

    Berlaku juga untuk rincian dalam kalimat: tiga faktor, yaitu A, B, dan C.

    Mengapa: “7 tonggak, yaitu:” yang diikuti enam butir menimbulkan pertanyaan mana yang hilang.
    Sumber: naskah rujukan (“7 Key Development Milestones” memuat enam).

    Gagal:
        bab-5.json /isi = ["Arah kebijakan memuat 7 (tujuh) tonggak pembangunan, yaitu:",
        {"daftar": "1.", "butir": ["satu;", "dua; dan", "tiga."]}]
    Gagal:
        bab-5.json /isi = ["Empat isu penting berikut memerlukan perhatian pada tahun rencana:",
        {"daftar": "1.", "butir": ["satu;", "dua; dan", "tiga."]}]
    Gagal:
        bab-5.json /isi/0 = "Empat bidangnya adalah Bidang Koperasi, Bidang Usaha Mikro, dan Bidang Kemitraan."
    Gagal:
        bab-5.json /isi/0 = "Selama tiga tahun, yaitu 2022, 2023, 2024, dan 2025, capaiannya meningkat."
    Gagal:
        bab-5.json /isi/0 = "Susunannya empat bidang, yaitu Bidang Usaha, Bidang Koperasi, dan Bidang Pasar, dengan 30
        ASN."
    Lolos:
        bab-5.json /isi/0 = "Tiga jenis usaha tumbuh, yakni usaha mikro (UM), dagang, dan jasa; yang lain belum."
    Lolos:
        bab-5.json /isi/0 = "Dua belas pasar dibagi dalam tiga wilayah: A, B, dan C. Layanan pada empat pasar meliputi
        sewa, kebersihan, dan keamanan. Ada lima program, terdiri atas tujuh kegiatan dan delapan sub kegiatan."
    Lolos:
        bab-5.json /isi = ["Arah kebijakan memuat tiga tonggak pembangunan, yaitu:",
        {"daftar": "1.", "butir": ["satu;", "dua; dan", "tiga."]}]
    """
    yield from find_wrong_inline(reading, COUNT)
    for section in reading.outline.sections:
        for pointer, text, items in _find_before_lists(list(section.blocks())):
            yield from _check_announced(reading, section, pointer, text, items)


def _find_before_lists(blocks: list[tuple[str, BabIsi]]) -> Iterator[tuple[str, str, int]]:
    """Every text right before a list, nested ones too, with its pointer and the number of items."""
    for (pointer, block), (_, following) in pairwise([("", None), *blocks]):
        if not isinstance(following, dict) or "daftar" not in following:
            continue
        if isinstance(block, str):
            yield pointer, block, len(following["butir"])
    for pointer, block in blocks:
        if isinstance(block, dict) and "daftar" in block:
            for index, item in enumerate(block["butir"]):
                if isinstance(item, dict):
                    at = f"{pointer}/butir/{index}"
                    below = [(f"{at}/isi/{number}", inner) for number, inner in enumerate(item.get("isi", []))]
                    yield from _find_before_lists([(f"{at}/teks", item["teks"]), *below])


def _check_announced(reading: Reading, section: Section, pointer: str, text: str, items: int) -> Iterator[Finding]:
    printed = reading.printed(text).strip()
    if not printed.endswith(":") and not printed.rstrip(" .").casefold().endswith(_LEADS):
        return
    match = _ANNOUNCED.search(printed) or _FOLLOWING.search(printed)
    if match is None or _NOT_ANNOUNCED.search(printed[: match.start()]):
        return
    thing = match["benda"] or ""
    # A bare figure may be the number of an article; `satu sekretariat dan dua bidang` are counted together.
    if (not thing and not (match["kata"] or match["huruf"])) or _COUNT_WITHIN.search(_YEAR.sub("", thing)):
        return
    if _OTHERS.match(thing):
        return  # `Dua …, sedangkan dua lainnya …:` are all of the list together.
    stated = read_count(match)
    if stated != items:
        message = f"disebut {stated}{thing}, padahal daftar sesudahnya memuat {items} butir"
        hint = "Lengkapi daftarnya atau perbaiki bilangannya."
        yield Finding(section.source, pointer, message, hint, match["angka"] or match["huruf"])
