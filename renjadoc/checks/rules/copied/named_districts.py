"""Kecamatan that sentences, locations and proposals name, against the country's list: those of the own region."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks import walk
from renjadoc.checks.regions import fold_name, index_districts, read_districts, read_regions
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.copied.other_regions import NAMED_ON_PURPOSE
from renjadoc.checks.sentences import is_match_typed, walk_sentences
from renjadoc.reading import Reading

_NAMED = re.compile(
    r"\b(?P<jenis>Kecamatan|Distrik|Kapanewon|Kemantren|Camat|Panewu|Kepala Distrik)\s+"
    r"(?P<nama>[A-Z][\w'’-]+(?:\s(?!Tahun\b|Kabupaten\b|Kota\s[A-Z]\w+\s?,)[A-Z][\w'’-]+){0,3})"
)
#: Where people travel to on purpose, and what lies beside.
_ELSEWHERE = re.compile(
    r"\b(?:luar|lain|tetangga|batas|perbatasan|berbatasan|studi|kunjungan|asal|pindah\w*|rujukan)\b", re.I
)


@rule("RJ537", "Kecamatan milik daerah lain")
def check_named_districts(reading: Reading) -> Iterator[Finding]:
    """Kecamatan, distrik, dan kapanewon dalam kalimat, lokasi, dan usulan berada di daerah ini.

    Ditegur bila namanya ada dalam daftar kecamatan seluruh negeri, tetapi bukan di kabupaten atau kota ini (bagi
    provinsi: bukan di provinsi ini), dan hanya disebut sekali dalam naskah. Nama yang tidak ada dalam daftar tidak
    ditegur, begitu pula kalimat tentang perbatasan, kerja sama, dan daerah lain.

    Mengapa: kecamatan di daerah lain memperlihatkan bahwa kalimat atau barisnya disalin.
    Sumber: kode wilayah Kementerian Dalam Negeri (renjadoc/data/kecamatan.txt).

    Gagal:
        dokumen.json /daerah = {"jenis": "Kabupaten", "nama": "Purbalingga", "provinsi": "Jawa Tengah"}
        bab-5.json /isi/0 = "Pendampingan dimulai dari Kecamatan Singosari."
    Lolos:
        bab-5.json /isi/0 = "Pendampingan dimulai dari Kecamatan Singosari."
    """
    own = list_own_districts(reading)
    if not own:
        return
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_NAMED)):
        for match in () if _is_of_others(sentence) else _NAMED.finditer(sentence):
            if (
                _is_foreign(match["nama"], own)
                and is_match_typed(passage, offset, match)
                and _is_single(match, reading)
            ):
                yield Finding.of(passage, _tell(match[0], reading), "Periksa namanya; mungkin tersalin.", match[0])
    for source, pointer, node in [*walk.funded(reading), *walk.rows_of(reading, "usulan-masyarakat", "usulan")]:
        stated = node.get("lokasi")
        place = "; ".join(map(str, stated if isinstance(stated, list) else [stated or ""]))
        for match in () if _is_of_others(place) else _NAMED.finditer(place):
            if _is_foreign(match["nama"], own):
                yield Finding(source, f"{pointer}/lokasi", _tell(match[0], reading), "Periksa lokasinya.", match[0])
                break


def list_own_districts(reading: Reading) -> frozenset[str]:
    """The kecamatan of the region, or of the province whose document it is; none where the list does not know it."""
    region = reading.folder.facts["daerah"]
    within = read_regions().get(region["nama"], ()) if region["jenis"] == "Provinsi" else ()
    regions = within or (f"{region['jenis']} {region['nama']}",)
    known = read_districts()
    return frozenset(fold_name(name) for one in regions for name in known.get(one, ()))


def _is_of_others(text: str) -> bool:
    return bool(NAMED_ON_PURPOSE.search(text) or _ELSEWHERE.search(text))


def _is_foreign(written: str, own: frozenset[str]) -> bool:
    """Whether a name is that of a kecamatan elsewhere, and of none of the own region, in part neither."""
    name = fold_name(written)
    return name in index_districts() and not any(name in one or one in name for one in own)


def _is_single(match: re.Match[str], reading: Reading) -> bool:
    """Whether the narrative names it once."""
    return sum(one.text.count(match["nama"]) for one in reading.passages) == 1


def _tell(written: str, reading: Reading) -> str:
    own = reading.folder.facts["daerah"]
    return f"{written} tidak ada di {own['jenis']} {own['nama']}"
