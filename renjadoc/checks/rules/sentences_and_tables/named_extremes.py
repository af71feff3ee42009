"""Sentences that name the row of the plan which gets most or least, against the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.named_rows import NamedRow, find_named
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import RUNNING, find_years, looks_back, names_other_office, walk_sentences
from renjadoc.indonesian import rupiah
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

_EXTREME = re.compile(
    r"\b(?:porsi|alokasi|pagu|anggaran|dana|belanja)(?: indikatif| anggaran| dana)?(?:nya)?,?\s+(?:yang\s+)?"
    r"(?P<kata>(?P<atas>terbesar|tertinggi|paling (?:besar|tinggi))|terkecil|terendah|paling (?:kecil|rendah))\s+"
    r"(?:(?:adalah|ialah|yaitu|yakni|ada|berada|terdapat|terletak|diberikan|dialokasikan|digunakan|diperoleh|dimiliki"
    r"|pada|untuk|kepada|bagi|oleh)\s+)+(?:(?:sub )?kegiatan\s+)?$",
    re.IGNORECASE,
)
#: What is compared is some rows only: `Untuk irigasi, porsi terbesar …`.
_LED = re.compile(r"^(?:Untuk|Pada|Bagi|Dalam|Di|Dari|Di antara) (?![Tt]ahun)[^,]{2,60},\s*$")
#: Words of a sentence that compares some rows only.
_OF_SOME = re.compile(
    r"\b(?:teknis|selain|kecuali|setelah|sesudah|di luar|bidang|seksi|sumber|DAK|DAU|PAD|DBH|otsus|masing-masing"
    r"|dalam program|pada program ini|program tersebut|kenaikan|tambahan|pengurangan|realisasi|serapan)\b",
    re.IGNORECASE,
)


@rule("RJ171", "Yang pagunya terbesar atau terkecil bukan baris itu", needs=("tabel",), yields=True)
def check_named_extremes(reading: Reading) -> Iterator[Finding]:
    """Program, kegiatan, atau sub kegiatan yang disebut mendapat pagu terbesar atau terkecil memang demikian.

    Dibandingkan dengan baris setingkat dalam tabel rencana. Kalimat yang membandingkan sebagian saja (program teknis,
    satu bidang, satu sumber dana) dan bagian evaluasi tidak diperiksa.

    Mengapa: pagunya bergeser, dan kalimat tahun lalu tertinggal.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-4.json /isi/- = "Porsi terbesar diberikan kepada Program Pemberdayaan Usaha Mikro."
    Lolos:
        bab-4.json /isi/- = "Porsi terkecil diberikan kepada Program Pemberdayaan Usaha Mikro. Di luar program
        penunjang, pagu terbesar ialah Program Pemberdayaan Usaha Mikro."
    """
    tables = reading.tables.of_kind("rencana-program")
    passages = reading.passages.find_words(("terbesar", "terkecil", "tertinggi", "terendah", "paling"))
    for passage, offset, sentence in walk_sentences(passages, RUNNING) if len(tables) == 1 else ():
        is_other = looks_back(passage) or names_other_office(sentence, reading) or _OF_SOME.search(sentence)
        if is_other or not find_years(sentence) <= {reading.folder.tahun}:
            continue
        for row in find_named(sentence, reading):
            match = _EXTREME.search(sentence[: row.start])
            is_told = match is not None and not _LED.match(sentence[: match.start()])
            right = _find_right(row, reading, is_most=bool(match["atas"])) if match and is_told else None
            if match and right and passage.is_typed(offset + row.start, offset + row.end):
                name = shorten_text(right[0], 70)
                message = f"“{shorten_text(row.name, 70)}” disebut {match['kata']}; dalam tabel rencana “{name}”"
                yield Finding.of(passage, f"{message} ({rupiah(right[1])})", "Periksa namanya.", row.name)


def _find_right(row: NamedRow, reading: Reading, *, is_most: bool) -> tuple[str, int] | None:
    """The row of the same level that gets most or least; None where the named one does, at any level it stands on."""
    (table,) = reading.tables.of_kind("rencana-program")
    costs = [
        (one.level, reading.printed(one.node["nama"]), one.node.get("pagu") or table.total(one.pointer, "pagu") or 0)
        for one in table.rows
    ]
    levels = {level for level, name, _ in costs if name.casefold() == row.name.casefold()}
    ends = []
    for level in sorted(levels):
        alike = [(name, cost) for of, name, cost in costs if of == level and cost]
        end = (max if is_most else min)(alike, key=lambda one: one[1], default=None)
        if end is None or any(name.casefold() == row.name.casefold() and cost == end[1] for name, cost in alike):
            return None
        ends.append(end)
    return ends[0] if ends else None
