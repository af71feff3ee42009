"""A figure that two passages tell of the same thing, and tell otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from renjadoc.checks.figured import is_typed
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.mistyped import is_mistyped, is_swapped
from renjadoc.checks.places import describe_pointer
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import find_years, names_other_office, walk_sentences
from renjadoc.checks.stated import Figure, list_figures
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

_NARRATIVE = frozenset({"paragraf", "butir", "catatan"})
#: What a figure is: of the same thing one is wanted, the other reached.
_ROLES = re.compile(
    r"\b(?:target\w*|ditargetkan|realisasi\w*|terealisasi|terserap|serapan|pagu|sisa|rata-rata|naik|meningkat|bertambah"
    r"|tumbuh|turun|menurun|berkurang|sebelumnya|semula|dari|menjadi|kebutuhan|rencana\w*|direncanakan|akan|usulan|baru"
    r"|lama|triwulan|semester|bulan|minimal|maksimal|paling|lebih|kurang|masing-masing|setiap|tiap|per|belum|tidak"
    r"|laki-laki|perempuan|pria|wanita|negeri|swasta|nasional|provinsi)\b",
    re.IGNORECASE,
)
_AIMED = re.compile(r"\b(?:target|sasaran)", re.IGNORECASE)
_CUT = re.compile(r";|,(?!\d)|\b(?:sedangkan|sementara|tetapi|namun|dan)\b")
#: Before a figure that is the one before it told otherwise, and so is of the same thing: `Rp3 miliar, atau 51%`.
_RETELLS = re.compile(r"\s*\(\s*|,?\s+atau\s+(?:(?:sebesar|sekitar|setara|mencapai)\s+)?")
_FIGURE = re.compile(r"\d")
#: Units that are no noun.
_SIGNS = frozenset({"Rp", "%", "‰"})
#: Units that say nothing of what is counted.
_BARE = frozenset({"poin", "kali", "hari", "jam", "bulan", "menit", "tahun", "km", "persen"})
_NAMES = re.compile(r"(?<!^)(?<![.:] )\b[A-Z][a-z]{2,}\b")
#: Two words that tell of what, or more where the figures do not look like each other.
_FEWEST_WORDS = 2
_MANY_WORDS = 4
#: A figure of so many digits is seldom another's with two of them changed round.
_LONG = 4
#: Stems of what a figure is told with, not of what it is told.
_TOLD_WITH = read_stems(
    "berjumlah sejumlah orang jiwa unit buah melayani dilayani terdapat memiliki mempunyai seluruhnya wilayah daerah"
    " dibutuhkan membutuhkan diperlukan memerlukan menghabiskan"
)
#: Stems of what many things have: a price of sand and one of cement are no price told twice.
_PRICED = read_stems("harga satuan biaya ongkos tarif nilai")
#: No document tells more figures of one word than are compared.
_MOST_COMPARED = 40


class _Told(NamedTuple):
    """A figure as a passage tells it: of what (the stems of its clause), of which years, in which role.

    `around` are the stems of its sentence up to it.
    """

    passage: Passage
    figure: Figure
    stems: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    years: frozenset[int]
    roles: frozenset[str]


@rule("RJ129", "Angka yang sama ditulis berbeda di dua tempat", needs=("bab",))
def check_repeated_figures(reading: Reading) -> Iterator[Finding]:
    """Sebuah angka yang diulang di bab lain, kata pengantar, atau lampiran ditulis sama di setiap tempat.

    Yang dibandingkan: dua angka dengan satuan, hal, dan tahun yang sama, bila yang satu terlihat sebagai salah ketik
    dari yang lain (912.600 dan 921.600). Target dan realisasi, dan hal yang disebut dengan nama lain, tidak
    dibandingkan.

    Mengapa: pembaca tidak tahu angka mana yang benar, dan verifikator menemukannya begitu membandingkan dua bab.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-1.json /bagian/0/isi/- = "Pada tahun 2024 koperasi di daerah ini mempunyai anggota aktif 12.480 orang."
        bab-5.json /isi/0 = "Anggota aktif koperasi pada tahun 2024 berjumlah 14.280 orang."
    Lolos:
        bab-1.json /bagian/0/isi/- = "Pada tahun 2024 koperasi di daerah ini mempunyai anggota aktif 12.480 orang."
        bab-5.json /isi/0 = "Anggota aktif koperasi pada tahun 2023 berjumlah 12.180 orang, dan pada tahun 2024
        berjumlah 12.480 orang."
    Lolos:
        bab-1.json /bagian/0/isi/- = "Ongkos angkutnya Rp18.000 per kg; untuk 2,4 ton dibutuhkan Rp43,2 juta."
        bab-5.json /isi/0 = "Uang saku bagi 40 peserta membutuhkan Rp13.200.000. Harga pasir Rp13.000 per karung."
    """
    by_word: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for one in _list_told(reading):
        keys = [(stem, one.figure.unit if one.figure.unit in _SIGNS else "") for stem in one.stems]
        earlier = {id(other): other for key in keys for other in by_word[key][:_MOST_COMPARED]}
        for other in earlier.values():
            if _differ(one, other):
                where = describe_pointer(reading, other.passage.source, other.passage.pointer)
                message = f"{one.figure.text} di sini, {other.figure.text} dalam {where}"
                hint = "Periksa mana yang benar, lalu samakan keduanya."
                yield Finding.of(one.passage, message, hint, one.figure.text)
                break
        for key in keys:
            by_word[key].append(one)


def _list_told(reading: Reading) -> Iterator[_Told]:
    """Every figure with a unit that the narrative states with enough words to know of what it is."""
    facts = reading.folder.facts
    own = read_stems(f"{facts['perangkat_daerah']['nama']} {facts['daerah']['jenis']} {facts['daerah']['nama']}")
    intro = ""
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_FIGURE), _NARRATIVE):
        intro = intro if passage.kind == "butir" else sentence
        figures = list_figures(sentence)
        if not figures or names_other_office(sentence, reading):
            continue
        for index, figure in enumerate(figures):
            if not figure.unit or figure.unit in _BARE or not is_typed(passage, offset, figure):
                continue
            before, behind = _find_clause(sentence, figures, index)
            clause = f"{before} {'' if figure.unit in _SIGNS else figure.unit} {behind}"
            stems = read_stems(clause) - own - _TOLD_WITH
            if len(stems) >= (1 if figure.unit == "Rp" else _FEWEST_WORDS):
                years = frozenset(find_years(clause) or find_years(sentence))
                told = _ROLES.findall(before) or _ROLES.findall(behind)
                told += _AIMED.findall(intro) if passage.kind == "butir" and intro.endswith(":") else []
                roles = frozenset(role.casefold() for role in told)
                around = read_stems(sentence[: figure.start])
                yield _Told(passage, figure, stems, around, frozenset(_NAMES.findall(clause)), years, roles)


def _find_clause(sentence: str, figures: tuple[Figure, ...], index: int) -> tuple[str, str]:
    """The words before and behind a figure that tell of what it is: as far as its part of the sentence goes."""
    figure = figures[index]
    before = sentence[figures[index - 1].end if index else 0 : figure.start]
    behind = sentence[figure.end : figures[index + 1].start if index + 1 < len(figures) else len(sentence)]
    is_retold = index and _RETELLS.fullmatch(before)
    lead = _find_clause(sentence, figures, index - 1)[0] if is_retold else _CUT.split(before)[-1]
    return lead, _CUT.split(behind)[0]


def _differ(one: _Told, other: _Told) -> bool:
    """Whether two passages tell the same thing, with figures of which one is a slip for the other."""
    if one.passage is other.passage or one.figure.value == other.figure.value or one.roles != other.roles:
        return False
    if (one.names - other.names) and (other.names - one.names):
        return False
    if one.years != other.years:
        return not (one.years and other.years) and is_swapped(one.figure.value, other.figure.value) and _fit(one, other)
    if is_mistyped(one.figure.value, other.figure.value):
        return _fit(one, other)
    is_telling = one.stems == other.stems and len(one.stems) >= _MANY_WORDS
    is_telling = is_telling and (one.around <= other.around or other.around <= one.around)
    return is_telling and one.figure.unit == other.figure.unit


def _fit(one: _Told, other: _Told) -> bool:
    """Whether two figures that look like each other are told of the same thing: the longer, the fewer words it
    takes."""
    both = len(one.stems & other.stems)
    if one.stems <= other.stems or other.stems <= one.stems:
        return True
    if len(format(one.figure.value.normalize(), "f").replace(".", "")) < _LONG:
        return False
    return (both >= 3 and both >= 0.6 * min(len(one.stems), len(other.stems))) or (
        one.figure.unit == "Rp" and not one.stems & other.stems <= _PRICED
    )
