"""Regulations of the list that another of the list changes: both name one number and one year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from renjadoc.checks.regulations import short_name, walk_listed
from renjadoc.checks.rule import Finding, rule
from renjadoc.matching import fold_name
from renjadoc.narrative.regulation_entry import RegulationEntry
from renjadoc.reading import Reading

_CHANGES = re.compile(
    r"Perubahan (?:\w+ )?atas (?P<jenis>.+?) Nomor (?P<nomor>\S+) Tahun (?P<tahun>\d{4}) tentang (?P<tentang>.+)",
    re.IGNORECASE,
)


@rule("RJ621", "Peraturan yang diubah bernomor lain dalam daftar", needs=("regulasi",))
def check_amended_titles(reading: Reading) -> Iterator[Finding]:
    """“Perubahan atas … Nomor 28 Tahun 2025 tentang RKPD” menyebut nomor dan tahun peraturan itu seperti dalam daftar.

    Diperiksa bila peraturan yang diubah, dengan judul yang sama, juga tercantum dalam landasan hukum.

    Mengapa: nomor atau tahunnya tertinggal dari tahun lalu, dan keduanya menunjuk peraturan yang berlainan.
    Sumber: UU 12/2011 Lampiran II (judul peraturan perubahan memuat nomor dan tahun yang diubah).

    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perbup", "daerah": "Contoh", "nomor": 28, "tahun": 2025,
        "tentang": "Pedoman Perjalanan Dinas"}
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perbup", "daerah": "Contoh", "nomor": 21, "tahun": 2026,
        "tentang": "Perubahan atas Peraturan Bupati Nomor 28 Tahun 2024 tentang Pedoman Perjalanan Dinas"}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perbup", "daerah": "Contoh", "nomor": 28, "tahun": 2025,
        "tentang": "Pedoman Perjalanan Dinas"}
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perbup", "daerah": "Contoh", "nomor": 21, "tahun": 2026,
        "tentang": "Perubahan atas Peraturan Bupati Nomor 28 Tahun 2025 tentang Pedoman Perjalanan Dinas"}
    """
    by_title: dict[str, list[RegulationEntry]] = defaultdict(list)
    for _, _, entry in walk_listed(reading):
        by_title[fold_name(str(entry.get("tentang", "")))].append(entry)
    for source, pointer, entry in walk_listed(reading):
        match = _CHANGES.fullmatch(str(entry.get("tentang", "")))
        changed = by_title.get(fold_name(match["tentang"]), []) if match else []
        named = (match["nomor"], match["tahun"]) if match else ("", "")
        numbers = [(str(one.get("nomor")), str(one.get("tahun"))) for one in changed]
        # One that shares neither number nor year is another regulation of that title, which this one replaced.
        near = [one for one, pair in zip(changed, numbers, strict=True) if pair[0] == named[0] or pair[1] == named[1]]
        if near and named not in numbers:
            message = (
                f"disebut mengubah Nomor {named[0]} Tahun {named[1]}, padahal yang tercantum {short_name(near[0])}"
            )
            yield Finding(source, f"{pointer}/tentang", message, "Cocokkan nomor dan tahun peraturan yang diubah.")
