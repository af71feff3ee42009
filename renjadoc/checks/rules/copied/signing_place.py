"""Where the document is signed: in the region whose document it is."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.checks.regions import fold_name, index_districts, read_regions
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.copied.named_districts import list_own_districts
from renjadoc.reading import Reading


@rule("RJ548", "Tempat pengesahan di daerah lain")
def check_signing_place(reading: Reading) -> Iterator[Finding]:
    """Tempat pengesahan di atas tanda tangan berada di daerah ini.

    Ditegur bila namanya nama kabupaten atau kota lain, atau nama kecamatan di kabupaten atau kota lain dari provinsi
    ini. Nama yang tidak dikenal tidak ditegur: ibu kota (Rantau di Tapin) sering senama dengan kecamatan yang jauh.

    Mengapa: dokumen.json disalin dari daerah lain, dan tempatnya tercetak di atas tanda tangan.
    Sumber: kode wilayah Kementerian Dalam Negeri (renjadoc/data/wilayah.json dan kecamatan.txt).

    Gagal:
        dokumen.json /daerah = {"jenis": "Kabupaten", "nama": "Purbalingga", "provinsi": "Jawa Tengah"}
        dokumen.json /pengesahan/tempat = "Kroya"
    Gagal:
        dokumen.json /daerah = {"jenis": "Kabupaten", "nama": "Purbalingga", "provinsi": "Jawa Tengah"}
        dokumen.json /pengesahan/tempat = "Cilacap"
    Lolos:
        dokumen.json /daerah = {"jenis": "Kabupaten", "nama": "Purbalingga", "provinsi": "Jawa Tengah"}
        dokumen.json /pengesahan/tempat = "Bobotsari"
    Lolos:
        dokumen.json /daerah = {"jenis": "Kabupaten", "nama": "Tapin", "provinsi": "Kalimantan Selatan"}
        dokumen.json /pengesahan/tempat = "Rantau"
    """
    facts = reading.folder.facts
    place, own = str(facts["pengesahan"].get("tempat") or ""), facts["daerah"]
    within = {fold_name(own["nama"]), *list_own_districts(reading)}
    if own["jenis"] == "Provinsi":
        within |= {_fold_bare(region) for region in read_regions().get(own["nama"], ())}
    name = fold_name(place)
    if (
        len(within) > 1
        and name
        and not any(name in one or one in name for one in within)
        and _is_elsewhere(name, own["provinsi"])
    ):
        message = f"“{place}” tidak ada di {own['jenis']} {own['nama']}"
        yield Finding(reading.folder.dokumen, "/pengesahan/tempat", message, "Periksa tempatnya; mungkin tersalin.")


def _fold_bare(region: str) -> str:
    """The name of a region without its kind: `Kota Batu` -> `batu`."""
    return fold_name(region.partition(" ")[2])


def _is_elsewhere(name: str, province: str) -> bool:
    """Whether the country has a kabupaten or a kota of a name, or the province a kecamatan."""
    regions = (region for all_within in read_regions().values() for region in all_within)
    near = index_districts().get(name, frozenset()) & set(read_regions().get(province, ()))
    return bool(near) or name in set(map(_fold_bare, regions))
