"""What each figure of a sentence is told as: a whole or a part of it, before or after a change, what is left, each."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from renjadoc.checks.figured import Statement
from renjadoc.checks.stated import Figure

#: Words for what grew or fell, and for being more or less than another.
UP = (
    r"(?:naik|meningkat|kenaikan|peningkatan|pertumbuhan|penambahan)(?:nya)?"
    r"|bertambah|tumbuh|melonjak|meluas|membesar"
)
DOWN = (
    r"(?:turun|menurun|berkurang|penurunan|pengurangan)(?:nya)?"
    r"|menyusut|menyempit|mengecil|merosot|anjlok"
)
MORE = r"lebih (?:tinggi|besar|banyak|luas|panjang)"
LESS = r"lebih (?:rendah|kecil|sedikit|sempit|pendek)"
#: Words behind `lebih` that compare sizes, prices and times; of speeds more is quicker.
FURTHER = r"dalam|panjang|luas|lebar|berat|mahal|lama|tua|jauh|tebal|lambat"
NEARER = r"dangkal|pendek|sempit|ringan|murah|singkat|muda|dekat|tipis|cepat"
TIMES = frozenset({"menit", "jam", "hari", "detik", "bulan", "minggu", "pekan", "tahun"})
#: What may stand between such a word and its figure.
BY = (
    r"(?:,?\s+(?:sebesar|sebanyak|sejumlah|sekitar|kira-kira|kurang lebih|hampir|hanya|tepat|tercatat|sebagai"
    r"|adalah|ialah|yaitu"
    r"|yakni|mencapai|masih|baru|ada|berjumlah|tinggal))*\s*\(?"
)
#: Right before by how much something grew or fell, and between that and what it is in percent.
CHANGED_BY = re.compile(rf"\b(?:{UP}|{DOWN}){BY}$", re.IGNORECASE)
BESIDE = re.compile(r"\s*\(\s*|,?\s+atau\s+(?:sebesar\s+)?")
#: Right behind a percentage: it is of something that the sentence gives no figure of.
OF_OTHER = re.compile(r"\s*(?:dari|terhadap|daripada|dibanding\w*)\s+(?!\d|Rp)")
#: Shares and points: no counts.
SHARES = frozenset({"%", "‰", "poin"})
#: Units of figures that count no things.
NO_COUNTS = SHARES | {"", "Rp"}
#: What people are counted as, in the place of one another.
PEOPLE = frozenset(
    {"orang", "jiwa", "peserta", "laki", "perempuan", "pria", "wanita", "putra", "putri"}
    | {"pegawai", "siswa", "anak", "personel", "aparatur", "asn"}
)
#: A number that gets better as it falls, and is told with the same words.
RANKED = re.compile(r"\b(?:peringkat|ranking|urutan|posisi|kelas)\b", re.IGNORECASE)
#: The last part of a list is joined by these.
JOINED = re.compile(r"\b(?:dan|serta|ditambah)\b")


#: What stands between a whole and the list of its parts.
LISTED = re.compile(
    r"\b(?:terdiri (?:atas|dari)|terbagi (?:atas|dalam|menjadi)|dibagi (?:atas|dalam|menjadi)|meliputi|berasal dari"
    r"|yaitu|yakni|mencakup|bersumber dari|dirinci|dengan rincian|komposisi\w*)\b"
)


class Role(Enum):
    """What the words beside a figure make of it."""

    RISE = auto()
    FALL = auto()
    ABOVE = auto()
    BELOW = auto()
    BEFORE = auto()
    AFTER = auto()
    WHOLE = auto()
    TARGET = auto()
    REACHED = auto()
    EACH = auto()
    TOTAL = auto()


#: By how much something changed or differs.
CHANGES = frozenset({Role.RISE, Role.FALL, Role.ABOVE, Role.BELOW})

_AT = r"(?:\s+(?:pada|akhir|awal|tahun|capaian|realisasi|kondisi|angka|nilai))*"
_YEAR = rf"(?:{_AT}\s+(?:(?:19|20)\d\d|sebelumnya|lalu|itu))?"
_HOLDS = (
    r"didukung(?: oleh)?|dijalankan oleh|mempekerjakan|terdapat|berjumlah|memiliki|mempunyai|membina|mengelola|menerima"
    r"|memeriksa|menangani|seluas|sepanjang|ada|mencakup|melibatkan|diikuti(?: oleh)?|dihadiri(?: oleh)?|menjaring"
)
_SUM_OF = r"(?:jumlah|total|luas|panjang)(?:nya)?(?:\s+[a-z]+){0,2}"
_WANTED = r"target(?:nya)?|ditargetkan|pagu(?:nya)?|anggaran(?:nya)?|rencana|direncanakan|alokasi"
_DONE = r"realisasi(?:nya)?|terealisasi|terserap|tercapai|capaian(?:nya)?|mencapai"
_ONE = "setiap|tiap|tiap-tiap|per|satu|seorang|sebuah"
_GETS = (
    r"beranggotakan|beranggota|berisi|memuat|menampung|memperoleh|menerima|mendapat(?:kan)?|memiliki|melayani|membina"
    r"|mendampingi|diberi"
)
_NEEDS = r"terkumpul|diperlukan|dibutuhkan|memerlukan|membutuhkan|kebutuhan(?:nya)?|tersalur|disalurkan"
#: Right before a figure.
_LEADS = {
    Role.RISE: rf"\b(?:{UP}){BY}$",
    Role.FALL: rf"\b(?:{DOWN}){BY}$",
    Role.ABOVE: rf"\b(?:{MORE}){BY}$",
    Role.BELOW: rf"\b(?:{LESS}){BY}$",
    Role.BEFORE: rf"\b(?:semula|sebelumnya|dari|daripada|dibanding(?:kan)?(?:\s+dengan)?){_AT}{_YEAR}(?:\s+yang)?{BY}$",
    Role.AFTER: r"\b(?:menjadi|ke|hingga|kini|sekarang)\s+(?:(?:ada|terdapat|tercatat|berjumlah|sebesar|sebanyak) )?$",
    Role.WHOLE: rf"\b(?:(?:dari|{_HOLDS}|seluruh|keseluruhan)(?:\s+(?:jumlah|total|seluruh))*|{_SUM_OF}){BY}$",
    Role.TARGET: rf"\b(?:{_WANTED}){_YEAR}{BY}$",
    Role.REACHED: rf"\b(?:{_DONE}){_YEAR}{BY}$",
    Role.EACH: rf"\b(?:masing-masing|rata-rata(?:nya)?|(?:{_ONE}) [a-z]+ (?:[a-z]+ ){{0,2}}(?:{_GETS})){BY}$",
    Role.TOTAL: rf"\b(?:seluruhnya|keseluruhan(?:nya)?|total(?:nya)?|jumlahnya|berjumlah|{_NEEDS}){BY}$",
}
_SPANS = "tahun|bulan|triwulan|semester|minggu|hari"
#: Right behind a figure.
_TAILS = {
    Role.EACH: rf"\s*(?:[a-z]+\s+)?(?:per|untuk setiap|bagi setiap|di setiap|setiap|tiap)\s+(?!(?:{_SPANS})\b)[a-z]+",
    Role.WHOLE: r"\s*(?:[a-z]+\s+)?yang\s+(?:ada|terdata|terdaftar|tercatat|diperiksa|diusulkan|dibina)\b",
}
_LEAD_PATTERNS = {role: re.compile(pattern, re.IGNORECASE) for role, pattern in _LEADS.items()}
_TAIL_PATTERNS = {role: re.compile(pattern, re.IGNORECASE) for role, pattern in _TAILS.items()}
#: Where a table or figure is pointed to, between a number and what is said of it.
_REFERENCE = re.compile(r"\s*\((?:lihat\s+)?(?:Tabel|Gambar|Bab|Lampiran)\s[^()]*\)")


class Told(NamedTuple):
    """A figure with the words before it (from the figure before on) and behind it, and what these make of it."""

    figure: Figure
    lead: str
    tail: str
    roles: frozenset[Role]

    @property
    def unit(self) -> str:
        return self.figure.unit

    def is_(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


def read_told(said: Statement) -> tuple[Told, ...]:
    """The figures of a sentence, each with its roles; one that counts nothing but a single thing is none."""
    return _read_told(said.text, said.figures)


#: One rule after the other walks all sentences: what is kept of fewer than there are would serve none of them.
@lru_cache(maxsize=1 << 12)
def _read_told(text: str, figures: tuple[Figure, ...]) -> tuple[Told, ...]:
    counted = [one for one in figures if not (one.value == 1 and one.text.casefold().startswith("satu"))]
    ends = [0, *(one.end for one in counted)]
    starts = [*(one.start for one in counted), len(text)]
    found = []
    for index, figure in enumerate(counted):
        lead = _REFERENCE.sub("", text[ends[index] : figure.start])
        tail = _REFERENCE.sub("", text[figure.end : starts[index + 1]])
        roles = {role for role, pattern in _LEAD_PATTERNS.items() if pattern.search(lead)}
        roles |= {role for role, pattern in _TAIL_PATTERNS.items() if pattern.match(tail)}
        found.append(Told(figure, lead, tail, frozenset(roles)))
    return tuple(found)


def are_alike(*figures: Figure) -> bool:
    """Whether figures count the same; one may leave out of what, and people are counted by many names."""
    units = {one.unit for one in figures} - {""}
    return len(units) < 2 or units <= PEOPLE
