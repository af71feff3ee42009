"""What a text says is beside it, and is not: `gambar berikut`, `tabel di bawah ini`, a list after `sebagai berikut`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from renjadoc import indonesian
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.outline import Section
from renjadoc.narrative.passages import SOURCE_KINDS, Passage
from renjadoc.reading import Reading

if TYPE_CHECKING:
    from renjadoc.content.file_types import BabIsi

_BESIDE = r"(?:berikut(?: ini)?|di ?bawah(?: ini)?|di ?atas)\b(?!\s+(?:rata|target|\d))"
_DRAWN = re.compile(rf"\b(?P<apa>gambar|grafik|diagram|bagan|peta)\s+{_BESIDE}", re.IGNORECASE)
_TABLED = re.compile(rf"\btabel\s+{_BESIDE}", re.IGNORECASE)
#: An appendix of this document; those of laws and plans are theirs.
_APPENDED = re.compile(
    r"\b[Ll]ampiran\s+(?P<angka>[IVX]+|\d{1,2}(?![.,]\d))\b(?!\s+(?:Per|Kep|Und|UU|PP|Ins|Surat|dari|pada|huruf"
    r"|angka|RKPD|Renstra"
    r"|RPJ))|\b[Ll]ampiran\s+(?:Renja|dokumen)\s+ini\b"
)
_OF_LAW = re.compile(r"\b(?:Per|Kep|Und|UU|PP|Ins|Surat|Renstra|RKPD|RPJ)\w*\b[^.;]{0,80}$")
#: No law stands further before what is named of it.
_LAW_REACH = 120
_WORDS = ("gambar", "grafik", "diagram", "bagan", "peta", "tabel", "lampiran")


@rule("RJ317", "Tabel, gambar, atau lampiran yang disebut tidak ada di sini", needs=("bab", "tabel"))
def check_named_places(reading: Reading) -> Iterator[Finding]:
    """Tabel, gambar, dan grafik yang disebut “berikut”, “di bawah ini”, atau “di atas” ada dalam bab yang sama, dan
    lampiran yang disebut ada dalam dokumen.

    Lampiran peraturan dan lampiran dokumen lain tidak diperiksa.

    Mengapa: gambarnya tertinggal di naskah lama, dan pembaca mencari yang tidak ada.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Perkembangan koperasi diperlihatkan oleh grafik berikut."
    Gagal:
        bab-5.json /isi/0 = "Rinciannya tercantum dalam Lampiran III."
    Lolos:
        bab-2.json /bagian/0/isi/0 + "Evaluasi disajikan dalam tabel berikut."
        bab-5.json /isi/0 = "Bentuknya mengikuti Lampiran III Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017."
    """
    appendices = [indonesian.romawi(n) for n in range(1, len(reading.outline.appendices) + 1)]
    for passage in reading.passages.find_words(_WORDS):
        if passage.kind in SOURCE_KINDS or passage.section is None:
            continue
        blocks = _list_around(reading, passage)
        for match in _DRAWN.finditer(passage.text):
            if not any(key in block for block in blocks for key in ("gambar", "grafik")):
                yield _tell(passage, match, f"{match['apa'].casefold()} itu tidak ada dalam bab ini")
        for match in _TABLED.finditer(passage.text):
            if not any(key in block for block in blocks for key in ("tabel", "regulasi")):
                yield _tell(passage, match, "tabel itu tidak ada dalam bab ini")
        for match in _APPENDED.finditer(passage.text):
            number = match["angka"]
            named = indonesian.romawi(int(number)) if number and number.isdigit() else number
            is_there = bool(appendices) if named is None else named in appendices
            if not is_there and not _OF_LAW.search(passage.text[max(0, match.start() - _LAW_REACH) : match.start()]):
                yield _tell(passage, match, "lampiran itu tidak ada dalam dokumen")


def _tell(passage: Passage, match: re.Match[str], said: str) -> Finding:
    return Finding.of(passage, f"“{match[0]}”: {said}", "Tempatkan di sini, atau ubah kalimatnya.", match[0])


def _list_around(reading: Reading, passage: Passage) -> list[BabIsi]:
    """Everything placed in the file of a passage: its chapter, what stands before the chapters, or its appendix."""
    within = [section for section in reading.outline.all_sections if section.source is passage.source]
    return [block for section in within for _, block in section.blocks() if isinstance(block, dict)]


#: What announces a list that must follow; `sebagai berikut` with a full stop does so too.
_ANNOUNCES = re.compile(
    r"\b(?:sebagai berikut|berikut ini|antara lain|yaitu|yakni|meliputi|terdiri (?:atas|dari)|melalui|adalah)\s*:$"
    r"|\bsebagai berikut\s*[.:]?$"
)


@rule("RJ525", "Rincian yang dijanjikan tidak ada", needs=("bab",))
def check_announced_lists(reading: Reading) -> Iterator[Finding]:
    """Sesudah “sebagai berikut” atau titik dua di akhir paragraf ada daftar, tabel, gambar, atau paragraf lain.

    Mengapa: daftarnya terhapus atau belum diketik, dan kalimatnya menggantung.
    Sumber: kebiasaan penelaahan bagian hukum.

    Gagal:
        bab-5.json /isi = ["Renja ini menjadi pedoman.", "Hal yang perlu diperhatikan adalah sebagai berikut:"]
    Lolos:
        bab-5.json /isi = ["Hal yang perlu diperhatikan adalah sebagai berikut:", {"daftar": "1.", "butir": ["disiplin;
        dan", "ketepatan waktu."]}]
    """
    sections = reading.outline.all_sections
    for place, section in enumerate(sections):
        blocks = list(section.blocks())
        is_followed = place + 1 < len(sections) and _is_below(sections[place + 1], section)
        for number, (pointer, block) in enumerate(blocks):
            if not isinstance(block, str) or (number + 1 == len(blocks) and is_followed):
                continue
            following = blocks[number + 1][1] if number + 1 < len(blocks) else None
            printed = reading.printed(block).strip()
            announces = _ANNOUNCES.search(printed) or printed.endswith(":")
            if announces and (following is None or _is_closing(reading, following)):
                message = f"sesudah “…{printed[-40:].lstrip()}” tidak ada rincian"
                yield Finding(section.source, pointer, message, "Lengkapi daftarnya, atau selesaikan kalimatnya.")


def _is_below(one: Section, other: Section) -> bool:
    return one.source is other.source and one.level > other.level


def _is_closing(reading: Reading, block: object) -> bool:
    """Whether a block begins anew rather than being what was announced."""
    return (
        isinstance(block, str)
        and re.match(r"(?:Demikian|Semoga|Dengan demikian)\b", reading.printed(block)) is not None
    )
