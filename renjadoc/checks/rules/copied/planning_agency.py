"""The region's planning agency: called by one name throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from renjadoc.checks.figured import NARRATIVE
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import is_match_typed, walk_sentences
from renjadoc.reading import Reading

#: What regions call the agency; the one of another region or level has its name behind.
_AGENCY = re.compile(
    r"\b(?P<nama>Bappeda(?:litbang)?|Bappelitbang(?:da)?|Bapp?edalitbang|Bapp?elitbang(?:da)?|Bapperida|Baperlitbang"
    r"|Baperida|Barenlitbang(?:da)?|Bapperinda)\b(?!\s+(?:di\s+)?(?:Provinsi|Kabupaten|Kota|[a-z]+/[a-z]+|[A-Z]))"
)
#: An earlier name, or that of somebody else, on purpose.
_ON_PURPOSE = re.compile(
    r"\b(?:dahulu|semula|sebelumnya|menjadi|bernama|berganti|nomenklatur|provinsi|kabupaten/kota|gabungan|peleburan)\b"
    r"|(?<!Kabupaten )\bProvinsi\b",
    re.IGNORECASE,
)


@rule("RJ538", "Badan perencanaan disebut dengan dua nama")
def check_planning_agency(reading: Reading) -> Iterator[Finding]:
    """Badan perencanaan daerah disebut dengan satu nama: Bappeda, Bapperida, Bappelitbang, atau yang lain.

    Yang ditegur adalah nama yang lebih jarang; bagi badan itu sendiri, nama yang bukan singkatannya. Kalimat tentang
    perubahan nama, dan badan milik daerah atau tingkat lain, tidak ditegur.

    Mengapa: nama lama, atau nama di daerah lain, tertinggal dalam naskah.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Renja disampaikan kepada Bapperida. Hasil evaluasi dikirim kepada Bapperida setiap
        triwulan. Kepala Bappelitbang menerima laporan tahunan."
    Lolos:
        bab-5.json /isi/0 = "Renja disampaikan kepada Bapperida. Hasil evaluasi dikirim kepada Bapperida (semula
        Bappelitbang) dan Bappeda Provinsi Jawa Tengah."
    """
    found = [
        (passage, offset, match)
        for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_AGENCY), NARRATIVE)
        if not _ON_PURPOSE.search(sentence)
        for match in _AGENCY.finditer(sentence)
        if is_match_typed(passage, offset, match)
    ]
    right = _find_right(reading, [match["nama"] for _, _, match in found])
    for passage, _, match in found:
        if right and match["nama"] != right:
            message = f"badan perencanaan disebut {match['nama']}, di tempat lain {right}"
            yield Finding.of(passage, message, f"Tulis {right}, bila itu namanya.", match["nama"])


def _find_right(reading: Reading, names: list[str]) -> str:
    """The name that is told most, or the office's own; empty where two are told as often."""
    own = reading.folder.facts["perangkat_daerah"]["singkatan"]
    if _AGENCY.fullmatch(own):
        return own
    most = Counter(names).most_common(2)
    return most[0][0] if len(most) == 2 and most[0][1] > most[1][1] else ""
