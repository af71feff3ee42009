"""The words that join a regulation to what changed it: once, or several times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.regulations import (
    document_date,
    identify_regulation,
    list_events,
    read_knowledge,
    short_name,
)
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.regulation_entry import RegulationEntry, RegulationEvent
from renjadoc.reading import Reading

ONCE = "sebagaimana telah diubah dengan"
OFTEN = "sebagaimana telah beberapa kali diubah terakhir dengan"
_NTH = re.compile(r"\s*Perubahan\s+(?:Ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)|ke-\d+)\b", re.IGNORECASE)
_FIRST = re.compile(r"\s*Perubahan\s+atas\b", re.IGNORECASE)


@rule("RJ610", "Frasa perubahan peraturan keliru")
def check_amending_phrase(reading: Reading) -> Iterator[Finding]:
    """Peraturan yang diubah satu kali ditulis “sebagaimana telah diubah dengan”, yang lebih dari sekali “sebagaimana
    telah beberapa kali diubah terakhir dengan”.

    Berapa kali diubah terbaca dari judul peraturan pengubahnya (Perubahan Kedua atas …) dan dari pengetahuan renjadoc.

    Mengapa: frasa yang keliru menyembunyikan perubahan di antaranya; selalu dikoreksi bagian hukum.
    Sumber: UU 12/2011 Lampiran II (penulisan dasar hukum).

    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 7, "tahun": 2016,
        "daerah": "Contoh", "tentang": "Perangkat Daerah", "lembaran": {"tahun": 2016, "nomor": 7},
        "diubah": {"frasa": "sebagaimana telah diubah dengan", "jenis": "Perda Kota", "nomor": 3, "tahun": 2023,
        "daerah": "Contoh", "tentang": "Perubahan Kedua atas Peraturan Daerah Nomor 7 Tahun 2016",
        "lembaran": {"tahun": 2023, "nomor": 3}}}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 7, "tahun": 2016,
        "daerah": "Contoh", "tentang": "Perangkat Daerah", "lembaran": {"tahun": 2016, "nomor": 7},
        "diubah": {"frasa": "sebagaimana telah diubah dengan", "jenis": "Perda Kota", "nomor": 3, "tahun": 2023,
        "daerah": "Contoh", "tentang": "Perubahan atas Peraturan Daerah Nomor 7 Tahun 2016",
        "lembaran": {"tahun": 2023, "nomor": 3}}}
    """
    known, today = read_knowledge(reading), document_date(reading)
    for source in reading.folder.regulasi.values():
        for index, entry in enumerate(source.data["regulasi"]):
            if not isinstance(entry.get("diubah"), dict):
                continue  # Of a chain of changes the phrase is not typed but printed by itself.
            events = list_events(known.get(identify_regulation(entry), {}), today)
            title = entry["diubah"].get("tentang") or known.get(identify_regulation(entry["diubah"]), {}).get(
                "tentang", ""
            )
            is_often = _is_changed_often(entry["diubah"], title, events)
            said = entry["diubah"]["frasa"].casefold()
            if is_often is not None and is_often != ("beberapa kali" in said):
                right = OFTEN if is_often else ONCE
                times = "lebih dari sekali" if is_often else "satu kali"
                message = f"{short_name(entry)} diubah {times}, frasanya “{entry['diubah']['frasa']}”"
                yield Finding(source, f"/regulasi/{index}/diubah/frasa", message, f"Tulis “{right}”.")


def _is_changed_often(change: RegulationEntry, title: str, events: list[RegulationEvent]) -> bool | None:
    """Whether a regulation was changed more than once up to the change of that title; None where nobody knows."""
    if _NTH.match(title):
        return True
    changes = [event for event in events if event["status"] == "diubah" and "oleh" in event]
    cited = [n for n, event in enumerate(changes) if identify_regulation(event["oleh"]) == identify_regulation(change)]
    if cited:
        return cited[0] > 0
    return False if _FIRST.match(title) and not changes else None
