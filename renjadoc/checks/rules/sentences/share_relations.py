"""Percentages that a sentence gives as the result of two amounts: the share of one in the other, or its growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc.checks.figured import Mismatch, Statement
from renjadoc.checks.relations import tell_computed
from renjadoc.checks.roles import DOWN, PEOPLE, SHARES, UP, Role, Told, are_alike, read_told
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import find_years
from renjadoc.checks.stated import Figure, lies_in, share, take_in_row
from renjadoc.indonesian import persen
from renjadoc.reading import Reading


@rule("RJ136", "Persentase bukan hasil hitungan kedua angkanya")
def check_relations(reading: Reading) -> Iterator[Finding]:
    """Persentase yang disebut sebagai hasil dua angka di kalimat itu, atau di kalimat sebelumnya, memang hasilnya.

    Diperiksa: bagian dari jumlahnya (“dari 240 peserta, 180 orang lulus atau 75%”, “Realisasi 90 orang terhadap target
    120 orang adalah 75%”, “80%, yakni 40 dari 50 anggota”, “61.800 di antaranya peserta, sehingga kesertaannya 75%”)
    dan kenaikan di antara dua angka. Ditegur hanya bila tidak ada cara menghitung yang cocok.

    Mengapa: verifikator menghitung ulang setiap kalimat yang memuat tiga angka.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Dari 240 peserta pelatihan, 180 orang dinyatakan lulus atau sebesar 80%."
    Gagal:
        bab-5.json /isi/0 = "Terdapat 800 koperasi; 600 di antaranya aktif, sehingga keaktifannya 57%."
    Gagal:
        bab-5.json /isi/0 = "Pertumbuhan anggotanya sebesar 10%, yaitu dari 500 menjadi 600 orang."
    Lolos:
        bab-5.json /isi/0 = "Pertumbuhan anggotanya sebesar 20%, yaitu dari 500 menjadi 600 orang."
    Lolos:
        bab-5.json /isi/0 = "Dari 240 peserta pelatihan, 180 orang dinyatakan lulus atau sebesar 75%; tingkat
        kehadirannya 80%, yakni 192 dari 240 orang."
    Lolos:
        bab-5.json /isi/0 = "Pegawai laki-laki berjumlah 30 orang dan perempuan 20 orang, sehingga proporsi perempuan
        40%. Targetnya terlampaui 5%, yaitu 420 unit dari 400 unit. Realisasi 88% dari pagu berarti Rp1,2 miliar
        tidak terserap dari pagu Rp10 miliar."
    """
    finders = (_find_share, _find_result, _find_given, _find_growth_given)
    return tell_computed(reading, finders, "Periksa semua angka dalam kalimat ini.")


#: Right before a percentage: by how much something grew or fell from one figure of the sentence to the other.
_GROWN = re.compile(
    r"(?:,|\(|\b(?:atau|sehingga|berarti|artinya|dan|yang|yaitu|yakni))\s*(?:terjadi |mengalami |ada )?"
    rf"(?:{UP}|{DOWN})"
    r"(?: (?:sebesar|sebanyak|sekitar|sejumlah))?\s*$",
    re.IGNORECASE,
)
#: Right before a percentage: which share one figure of the sentence is of the other.
_IS_SHARE = re.compile(
    r"(?:\b(?:atau|yakni|yaitu|setara)(?: (?:sebesar|setara|sebanyak|dengan|sekitar|mencapai))*\s*\(?|\()$"
)
#: Right behind a percentage: it is one of what there is room, need or money for.
_OF_LIMIT = re.compile(r"\s+dari (?:daya tampung|kapasitas|kebutuhan)\w*\s*[.,;]?\s*$")
_LIMITED = re.compile(
    r"\b(?:menampung|tampung|kapasitas\w*|kebutuhan\w*|dibutuhkan|membutuhkan|memerlukan|diperlukan)\b"
)
_OF_FIRST = re.compile(r"\b[Dd]ari (?:(?:total|jumlah|seluruh|sebanyak|sejumlah) )*$")
#: Right behind a growth: it is one from another figure than those of the sentence.
_FROM_OTHER = re.compile(r"\s*(?:jika |bila )?(?:dari|dibanding\w*|daripada|terhadap)\b")


def _find_share(said: Statement) -> Mismatch | None:
    """A percentage beside two amounts, which is neither the share nor the growth that it is said to be."""
    figures = said.figures
    if len(figures) != 3 or [one.unit for one in figures].count("%") != 1:
        return None
    stated = next(one for one in figures if one.unit == "%")
    first, second = (one for one in figures if one is not stated)
    if {first.unit, second.unit} & SHARES or not first.value or not second.value:
        return None
    if stated is figures[0]:
        return _find_reached(said.text, figures)
    lead = said.text[first.end if stated is figures[1] else second.end : stated.start]
    if stated is figures[2] and first.unit == second.unit and first.unit and _GROWN.search(lead):
        if _FROM_OTHER.match(said.text, stated.end) and len(find_years(said.text)) < 2:
            return None
        return _judge(stated, list(_list_growths(first, second)))
    is_of_first = _OF_FIRST.search(said.text[: first.start]) and second.value <= first.value
    is_alike = first.unit == second.unit or {first.unit, second.unit} <= PEOPLE
    if stated is figures[2] and is_of_first and is_alike and first.unit and _IS_SHARE.search(lead):
        became = _TO.fullmatch(said.between(first, second))
        return _judge(stated, [share(second, first), *([_grow(first, second)] if became else [])])
    is_of_limit = stated is figures[2] and _OF_LIMIT.match(said.text, stated.end) and first.unit == second.unit
    if is_of_limit and first.unit and _LIMITED.search(said.text[: second.start]) and _IS_SHARE.search(lead):
        return _judge(stated, [share(second, first), share(first, second)])
    return None


_REACHED = re.compile(r"\s*dari (?:target|rencana|pagu|anggaran|alokasi)\b[^\d;]*")
_NOT_REACHED = re.compile(r"\b(?:tidak|belum)\b")
_REACHING = re.compile(r"[^\d;]*\b(?:realisasi|capaian|tercapai|terealisasi|terserap)\b[^\d;]*")


def _find_reached(sentence: str, figures: tuple[Figure, ...]) -> Mismatch | None:
    """`120% dari target 50 orang dengan realisasi 55 orang`."""
    stated, wanted, reached = figures
    said = (
        not _NOT_REACHED.search(sentence[stated.end : reached.start])
        and _REACHED.fullmatch(sentence[stated.end : wanted.start])
        and _REACHING.fullmatch(sentence[wanted.end : reached.start])
    )
    return _judge(stated, [share(reached, wanted)]) if said and wanted.unit == reached.unit else None


def _list_growths(one: Figure, other: Figure) -> Iterator[tuple[Decimal, Decimal]]:
    """What growth two figures may give: of one to the other, or where one of them is the difference already."""
    for first, second in ((one, other), (other, one)):
        yield _grow(first, second)
        yield share(second, first)
        yield share(second, first._replace(value=first.value + second.value))
        if first.value > second.value:
            yield share(second, first._replace(value=first.value - second.value))


def _grow(before: Figure, after: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest growth in percent, as far as both figures are rounded."""
    least, most = (limit - 100 for limit in share(after, before))
    nearest = Decimal(0) if least <= 0 <= most else min(abs(least), abs(most))
    return nearest, max(abs(least), abs(most))


def _judge(stated: Figure, possible: list[tuple[Decimal, Decimal]]) -> Mismatch | None:
    """A mismatch where a percentage is none of those that the figures give."""
    positive = stated._replace(value=abs(stated.value))
    if any(lies_in(positive, *limits) for limits in possible):
        return None
    return Mismatch(stated, f"tertulis {stated.text}, hasil hitungannya {persen(sum(possible[0], Decimal(0)) / 2)}")


#: The percentage ends what is said of both figures.
_SO = re.compile(
    r"(?:\b(?:sehingga|berarti|artinya|jadi)\s+(?:[a-z]+\s+){0,3}[a-z]*?(?:nya|an|as|si|ase|at)\b|\b(?:adalah|menghasilkan)"
    r"(?:\s+(?:[a-z]+\s+){0,2}[a-z]*?(?:nya|an|as|si|ase|at))?)(?:\s+(?:adalah|sebesar|mencapai|menjadi|baru|hanya))*\s*$"
)
_THEN = re.compile(
    r"(?:Dengan demikian,?\s+)?(?:Capaian|Tingkat|Persentase|Cakupan|Serapan|Penyerapan"
    r"|Realisasi)\w*(?:\s+(?!tahun)[a-z]+){0,3}?"
    r"(?:\s+(?:adalah|sebesar|mencapai|menjadi|baru|hanya))*\s*"
)
_RELATED = re.compile(
    r"\b(?:dari|terhadap)\s+(?:(?:target|pagu|total|seluruh|jumlah|anggaran|rencana)\s+)*(?:sebesar\s+|sebanyak\s+)?$"
)
_AMONG = re.compile(r"\s*(?:orang\s+|[a-z]+\s+)?di antaranya\b")


def _find_result(said: Statement) -> Mismatch | None:
    """`Terdapat 12.500 keluarga; 9.375 di antaranya peserta, sehingga cakupannya 57%`: a result of two amounts."""
    told = read_told(said)
    if not told or told[-1].unit != "%" or not re.match(r"\s*(?:[.,;)]|$)", told[-1].tail):
        return None
    stated = told[-1]
    is_alone = len(told) == 1 and _THEN.fullmatch(stated.lead) is not None
    if not is_alone and not _SO.search(stated.lead):
        return None
    counts = [one for one in told[:-1] if one.unit != "%"]
    if len(counts) != len(told) - 1:
        return None
    if len(counts) < 2 and said.before.endswith(";" if counts else (".", ";")):
        earlier = read_told(Statement(said.passage, 0, said.before, said.earlier))
        counts = [*earlier, *counts] if len(earlier) + len(counts) == 2 else []
    return _judge_pair(stated.figure, *counts) if len(counts) == 2 else None


def _judge_pair(stated: Figure, first: Told, second: Told) -> Mismatch | None:
    """A mismatch where two amounts are told as whole and part or target and result, and give another percentage."""
    one, other = first.figure, second.figure
    if not are_alike(one, other) or {one.unit, other.unit} & SHARES or not one.value or not other.value:
        return None
    is_of_second = _RELATED.search(second.lead)
    is_of_first = _OF_FIRST.search(first.lead) or _AMONG.match(second.tail) or first.is_(Role.WHOLE)
    is_reached = first.is_(Role.TARGET) and second.is_(Role.REACHED)
    if first.is_(Role.REACHED) and second.is_(Role.TARGET):
        is_of_second = _RELATED.search(second.lead) or re.search(r"\btarget\w*\b", second.lead)
    if not (is_of_second or is_of_first or is_reached):
        return None
    part, whole = (one, other) if is_of_second else (other, one)
    if not is_reached and not is_of_second and part.value > whole.value:
        return None
    rest = share(part, whole)
    possible = [rest, (100 - rest[1], 100 - rest[0])]
    if _AND.search(second.lead):
        possible += [share(each, one._replace(value=one.value + other.value)) for each in (one, other)]
    return _judge(stated, possible)


#: What joins two parts to a whole: `laki-laki 35 orang dan perempuan 27 orang`.
_AND = re.compile(r"\b(?:dan|serta)\b")
_IS_TARGET = re.compile(r"\bdari target\s+$")
_GIVEN = re.compile(r",?\s+(?:yakni|yaitu|atau)\s+(?:sebanyak\s+|sejumlah\s+)?|\s*\(\s*")
_PART_OF = re.compile(r"\s*(?:[a-z]+\s+)?dari\s+(?:(?:total|seluruh|jumlah|target)\s+)*")


def _find_given(said: Statement) -> Mismatch | None:
    """`Tingkat kehadiran 80%, yakni 36 dari 50 anggota`: a percentage before its part and whole."""
    for stated, part, whole in take_in_row(said.figures, 3):
        if stated.unit != "%" or {part.unit, whole.unit} & SHARES or not are_alike(part, whole) or not whole.value:
            continue
        is_given = _GIVEN.fullmatch(said.between(stated, part)) and part.text[0].isdigit()
        if _IS_TARGET.search(said.text[: stated.start]):
            continue  # `86,67% dari target 90%, yaitu 26 dari 30 lembaga`: the share is the one before.
        if is_given and _PART_OF.fullmatch(said.between(part, whole)):
            rest = share(part, whole)
            beyond = [_grow(whole, part)] if _BEYOND.search(said.text[: stated.start]) else []
            return _judge(stated, [rest, (100 - rest[1], 100 - rest[0]), *beyond])
    return None


#: By how much a target was passed or missed: `melampaui target sebesar 4,5%, yaitu 418 dari 400 unit`.
_BEYOND = re.compile(r"\b(?:melampaui|melebihi|terlampaui|di atas|di bawah|lebih|kurang)\b[^\d;.]*$", re.IGNORECASE)
_GROWTH = re.compile(rf"\b(?:{UP}|{DOWN})\b[^\d;.]*$", re.IGNORECASE)
_FROM_THE = re.compile(r",?\s+(?:(?:yakni|yaitu)\s+)?dari\s+(?:[a-z]+\s+){0,3}")
_TO = re.compile(r"[^\d;,]*\bmenjadi\s+(?:[a-z]+\s+){0,2}")


def _find_growth_given(said: Statement) -> Mismatch | None:
    """`Pertumbuhan sebesar 10%, yaitu dari 500 menjadi 600 orang`: a growth before the figures that it is between."""
    for stated, before, after in take_in_row(said.figures, 3):
        if stated.unit != "%" or {before.unit, after.unit} & SHARES or not are_alike(before, after):
            continue
        is_from_to = _FROM_THE.fullmatch(said.between(stated, before)) and _TO.fullmatch(said.between(before, after))
        if is_from_to and before.value and _GROWTH.search(said.text[: stated.start]):
            return _judge(stated, [_grow(before, after)])
    return None
