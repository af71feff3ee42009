"""Heads of regions that a text names: the own region has a bupati, a wali kota or a gubernur, and only one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.regions import find_region_at, read_regions
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.copied.other_regions import NAMED_ON_PURPOSE, is_within, last_words, plain_name
from renjadoc.checks.sentences import is_match_typed, walk_sentences
from renjadoc.reading import Reading

_HEADS = {
    "Kabupaten": (re.compile(r"\b(?:Wali ?[Kk]ota|wali ?kota)\b"), "Bupati"),
    "Kota": (re.compile(r"\b[Bb]upati\b"), "Wali Kota"),
    "Provinsi": (re.compile(r"\b(?:[Bb]upati|[Ww]ali ?[Kk]ota)\b(?!\s*/)"), "Gubernur"),
}
#: Where all heads of regions are meant, or one of another region, or a regulation.
_ALL_HEADS = re.compile(
    r"\b(?:[Gg]ubernur|(?:[Bb]upati|[Ww]ali ?[Kk]ota)\s*(?:/|dan|atau|,\s*(?:[Ww]ali|[Bb]upati"
    r"|[Gg]ubernur)))|(?:/|\b(?:dan|atau)\s+)(?:[Bb]upati"
    r"|[Ww]ali ?[Kk]ota)\b"
)
_OF_REGULATION = re.compile(r"\b(?:Peraturan|Keputusan|Instruksi|Surat Edaran|Edaran|Surat)\s+$", re.IGNORECASE)
_TO_OWN_HEAD = re.compile(
    r"\b(?:(?:kepada|oleh|dari|melalui|visi|misi|arahan|kebijakan|persetujuan|janji|pengesahan|ditetapkan|perintah"
    r"|penugasan|disposisi|restu|atas nama|sepengetahuan|tanggung jawab|amanat|instruksi"
    r"|program unggulan)(?: (?:ke-?\w+|pertama|utama|unggulan|\d))?)\s+$",
    re.IGNORECASE,
)


@rule("RJ511", "Kepala daerah tidak sesuai dengan daerahnya")
def check_head_of_region(reading: Reading) -> Iterator[Finding]:
    """Kabupaten dipimpin bupati, kota wali kota, provinsi gubernur.

    Kalimat tentang kepala daerah pada umumnya (bupati/wali kota), kepala daerah lain, dan peraturannya tidak diperiksa.

    Mengapa: jabatan yang keliru memperlihatkan bahwa naskahnya disalin dari daerah lain.
    Sumber: UU 23/2014.

    Gagal:
        bab-5.json /isi/0 = "Hasil pengendalian dilaporkan kepada Bupati setiap triwulan."
    Lolos:
        bab-5.json /isi/0 = "Hasil pengendalian dilaporkan kepada Wali Kota, dan bupati/wali kota lain mempelajarinya."
    """
    kind, own = reading.folder.facts["daerah"]["jenis"], reading.folder.facts["daerah"]["nama"]
    pattern, right = _HEADS[kind]
    yield from _find_heads_of_others(reading)
    yield from _find_own_of_other_kind(reading)
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("bupati", "wali kota", "walikota"))):
        if kind != "Kabupaten" and _ALL_HEADS.search(sentence):
            continue
        for match in pattern.finditer(sentence):
            before, after = sentence[: match.start()][-80:], sentence[match.end() : match.end() + 30]
            is_of_other = re.match(r"\s+(?!Nomor|Tahun)[A-Z]", after) and own not in after
            if _OF_REGULATION.search(before) or is_of_other or _ALL_HEADS.search(sentence):
                continue
            named_own = re.match(rf"\s+{re.escape(own)}\b", after) and not _has_twin(kind, own)
            if (named_own or _TO_OWN_HEAD.search(before)) and is_match_typed(passage, offset, match):
                message = f"“{last_words(before)}{match[0]}”; kepala daerah {kind.lower()} adalah {right}"
                yield Finding.of(passage, message, "Tulis {{ daerah.kepala }}.", match[0])


def _has_twin(kind: str, name: str) -> bool:
    """Whether a region of another kind is called so too: Kota and Kabupaten Bogor."""
    others = {"Kabupaten": ("Kota",), "Kota": ("Kabupaten",), "Provinsi": ("Kabupaten", "Kota")}[kind]
    return any(f"{other} {name}" in within for other in others for within in read_regions().values())


_NAMED_HEAD = re.compile(r"\b(?P<jabatan>Bupati|Wali ?[Kk]ota|Gubernur)\s+(?=[A-Z])")
_HEADED = {"bupati": "Kabupaten", "gubernur": "Provinsi"}


def _find_own_of_other_kind(reading: Reading) -> Iterator[Finding]:
    """The own name behind a head or a kind of region that is not its: `Gubernur Bukittinggi`."""
    own = reading.folder.facts["daerah"]
    kind, name = own["jenis"], own["nama"]
    if _has_twin(kind, name) or (kind != "Provinsi" and name in read_regions()):
        return
    words = {"Kabupaten": "Gubernur", "Kota": "Gubernur", "Provinsi": "Bupati|Wali Kota"}[kind]
    pattern = re.compile(rf"\b(?:{words})\s+{re.escape(name)}\b(?!\s+[A-Z])")
    for passage in reading.passages.find_pattern(pattern):
        for match in pattern.finditer(passage.text):
            if passage.is_typed(*match.span()):
                message = f"“{match[0]}”; daerah dokumen ini {kind} {name}"
                yield Finding.of(passage, message, "Tulis {{ daerah.lengkap }}.", match[0])


#: What one does with the head of another region; what is told to the own head may be told beside anything.
_WITH_OTHER_HEADS = re.compile(
    r"\b(?:berbatasan|perbatasan|tetangga|kerja sama|bekerja sama|studi|kunjungan|kaji banding|bersama|lintas|rujukan"
    r"|hibah|bantuan|pindah\w*|kesepakatan|antar\w*|pernah|daerah lain)\b",
    re.IGNORECASE,
)


def _find_heads_of_others(reading: Reading) -> Iterator[Finding]:
    """`Bupati Lanny Jaya` where the document is of another kabupaten, in a sentence that speaks of its own."""
    own = reading.folder.facts["daerah"]
    names = {plain_name(own["nama"]), plain_name(own["provinsi"])}
    for passage, offset, sentence in walk_sentences(
        reading.passages.find_words(("bupati", "wali kota", "walikota", "gubernur"))
    ):
        for match in _NAMED_HEAD.finditer(sentence):
            kind = _HEADED.get(match["jabatan"].casefold(), "Kota")
            region = find_region_at(sentence, match.end(), kind)
            is_other = region is not None and plain_name(region.name) not in names and not is_within(region, reading)
            before = sentence[: match.start()][-80:]
            on_purpose = _WITH_OTHER_HEADS if _TO_OWN_HEAD.search(before) else NAMED_ON_PURPOSE
            if not is_other or on_purpose.search(sentence) or _OF_REGULATION.search(before):
                continue
            if region is not None and passage.is_typed(offset + match.start(), offset + region.end):
                written = sentence[match.start() : region.end]
                message = f"“{written}”; daerah dokumen ini {own['jenis']} {own['nama']}"
                yield Finding.of(passage, message, "Tulis {{ daerah.kepala }}.", written)
