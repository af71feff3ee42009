"""Places of the plan's rows: within the region."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks import walk
from renjadoc.checks.regions import find_regions
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.copied.other_regions import is_own, is_within
from renjadoc.reading import Reading

#: Where people travel to on purpose.
_ELSEWHERE = re.compile(r"\b(?:luar|dalam dan luar|studi|kunjungan|pameran|perbatasan|antardaerah)\b", re.IGNORECASE)


@rule("RJ162", "Lokasi di luar daerah")
def check_locations(reading: Reading) -> Iterator[Finding]:
    """Lokasi sub kegiatan berada di daerah ini; kabupaten atau kota lain yang disebut harus berada di provinsi sendiri
    bila dokumennya milik provinsi.

    Lokasi yang memang di luar daerah (studi, pameran, luar daerah) tidak diperiksa.

    Mengapa: lokasi di kabupaten lain memperlihatkan bahwa barisnya disalin, atau kewenangannya keliru.
    Sumber: UU 23/2014 (urusan daerah dilaksanakan di wilayahnya).

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/lokasi = "Kabupaten Malang"
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/lokasi = "Kota Contoh dan luar daerah"
    """
    own = reading.folder.facts["daerah"]
    for source, pointer, node in walk.funded(reading):
        stated = node.get("lokasi")
        lines = stated if isinstance(stated, list) else [stated]
        place = "; ".join(line for line in lines if isinstance(line, str))
        for region in () if _ELSEWHERE.search(place) else find_regions(place):
            if not is_own(region, reading) and not is_within(region, reading):
                message = f"lokasi {region.kind} {region.name} di luar {own['jenis']} {own['nama']}"
                hint = "Periksa lokasinya; bila memang di sana, tulis “luar daerah” juga."
                yield Finding(source, f"{pointer}/lokasi", message, hint, place[region.start : region.end])
                break
