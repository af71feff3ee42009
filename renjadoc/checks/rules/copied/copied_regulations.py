"""Regulations of another region in the list of regulations."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.checks.regions import find_regions
from renjadoc.checks.regulations import short_name, walk_listed
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.copied.other_regions import is_within, plain_name
from renjadoc.reading import Reading


@rule("RJ611", "Peraturan daerah lain tercantum")
def check_regulations_of_others(reading: Reading) -> Iterator[Finding]:
    """Perda dan peraturan kepala daerah dalam landasan hukum berasal dari daerah ini atau provinsinya.

    Mengapa: peraturan kabupaten lain dalam dasar hukum memperlihatkan bahwa daftarnya disalin.
    Sumber: UU 12/2011 (peraturan daerah berlaku di daerahnya).

    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 7, "tahun": 2025,
        "daerah": "Malang", "tentang": "Rencana Tata Ruang Wilayah", "lembaran": {"tahun": 2025, "nomor": 7}}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 7, "tahun": 2025,
        "daerah": "Contoh", "tentang": "Rencana Tata Ruang Wilayah", "lembaran": {"tahun": 2025, "nomor": 7}}
    """
    own = reading.folder.facts["daerah"]
    names = {plain_name(own["nama"]), plain_name(own["provinsi"])}
    for source, pointer, entry in walk_listed(reading):
        if entry.get("daerah") and plain_name(entry["daerah"]) not in names:
            message = (
                f"{short_name(entry)} adalah peraturan {entry['daerah']}, bukan {own['nama']} atau {own['provinsi']}"
            )
            yield Finding(source, f"{pointer}/daerah", message, "Ganti dengan peraturan daerah sendiri, atau hapus.")
        elif entry.get("daerah"):
            titled = [
                region for region in find_regions(entry.get("tentang", "")) if plain_name(region.name) not in names
            ]
            for region in [one for one in titled if not is_within(one, reading)][:1]:
                message = f"judul {short_name(entry)} menyebut {region.kind} {region.name}"
                hint = "Periksa judulnya; peraturan ini milik daerah lain."
                yield Finding(source, f"{pointer}/tentang", message, hint, region.name)
