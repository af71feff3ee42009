"""Amounts with their shares in brackets, in a paragraph or the items of a list: all are shares of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from renjadoc.checks.figured import Statement, is_typed, list_statements
from renjadoc.checks.relations import hold_back, read_digits
from renjadoc.checks.roles import DOWN, SHARES, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, lies_in, share
from renjadoc.indonesian import persen
from renjadoc.reading import Reading

#: A share of fewer digits is that of many wholes.
_FEWEST_DIGITS = 3
#: Longer groups are tables in prose.
_MOST_PAIRS = 20


class _Pair(NamedTuple):
    """An amount with the percentage that is told beside it, and the sentence of both."""

    said: Statement
    amount: Figure
    percent: Figure


@rule("RJ163", "Bagian dalam kurung tidak cocok dengan jumlah bagian-bagiannya", yields=True)
@hold_back
def check_amount_shares(reading: Reading) -> Iterator[Finding]:
    """Persentase di samping beberapa jumlah dalam satu paragraf atau satu daftar dihitung dari keseluruhan yang sama.

    “Program A Rp6 miliar (60,00%); Program B Rp4 miliar (42,00%)”: yang satu cocok dengan jumlah keduanya, yang lain
    tidak. Ditegur hanya bila paling sedikit satu persentase tiga angka cocok, atau bila semuanya berjumlah 100%.

    Mengapa: sebuah jumlah diperbarui, dan persentasenya (atau jumlah lainnya) tertinggal.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi = ["Bantuan dibagi menurut jenisnya:", {"daftar": "a.", "butir": [
            "kemasan untuk 714 usaha (49,58%);", "pelatihan untuk 726 usaha (50,24%)."]}]
    Lolos:
        bab-5.json /isi = ["Bantuan dibagi menurut jenisnya:", {"daftar": "a.", "butir": [
            "kemasan untuk 714 usaha (49,58%);", "pelatihan untuk 726 usaha (50,42%)."]}]
    Lolos:
        bab-5.json /isi/0 = "Lebih dari separuh peserta (55,56%) adalah perempuan, yaitu 1.400 orang. Selebihnya, 1.120
        orang (44,44%), laki-laki."
    """
    group: list[_Pair] = []
    place = ""
    for said in list_statements(reading):
        here = f"{said.passage.source.name}{_place_of(said)}"
        if here != place:
            yield from _tell_strange(group)
            group, place = [], here
        group += _list_pairs(said)
    yield from _tell_strange(group)


def _place_of(said: Statement) -> str:
    """What a sentence stands in: its paragraph, or the list that its item is of."""
    pointer = said.passage.pointer
    return pointer.rpartition("/butir/")[0] if "/butir/" in pointer else pointer


_BESIDE = re.compile(r"\s*\(|,?\s+atau\s+(?:sebesar\s+)?")
_MOVED = re.compile(rf"\b(?:{UP}|{DOWN}|target\w*|capaian|realisasi\w*|terserap|terealisasi|tercapai|dari)\b", re.I)
#: A share that is told first: `Lebih dari separuh (55,56%) … sebesar Rp14.000.000.000`.
_TOLD_LATER = re.compile(r"\)[^\d;.()]*\b(?:sebesar|sebanyak|sejumlah|yaitu|yakni)\s+$")


#: Shares of what is itself a part.
_WITHIN = re.compile(
    r"\b(?:di antaranya|antara lain|termasuk|dari jumlah (?:itu|tersebut)|dari [\d.]+ )", re.IGNORECASE
)


def _list_pairs(said: Statement) -> Iterator[_Pair]:
    """The amounts of a sentence that have a share beside them."""
    figures = () if _WITHIN.search(said.text) else said.figures
    for index, (one, other) in enumerate(pairwise(figures)):
        lead = said.text[figures[index - 1].end if index else 0 : one.start]
        between = said.between(one, other)
        if _MOVED.search(lead):
            continue
        if other.unit == "%" and one.unit not in SHARES | {""} and _BESIDE.fullmatch(between):
            behind = said.text[other.end : other.end + 20]
            if not re.match(r"\)?\s*(?:dari|terhadap)\b", behind):
                yield _Pair(said, one, other)
        elif index and _BESIDE.fullmatch(said.between(figures[index - 1], one)):
            continue  # It is that of the amount before.
        elif one.unit == "%" and other.unit not in SHARES | {""} and _TOLD_LATER.fullmatch(between):
            yield _Pair(said, other, one)


def _tell_strange(group: list[_Pair]) -> Iterator[Finding]:
    """The share that does not fit, where the others are shares of the sum of all."""
    for unit in dict.fromkeys(pair.amount.unit for pair in group):
        pairs = [pair for pair in group if pair.amount.unit == unit]
        found = _find_strange(pairs) if 1 < len(pairs) <= _MOST_PAIRS else None
        if found is None:
            continue
        pair, right = found
        if is_typed(pair.said.passage, pair.said.offset, pair.amount, pair.percent):
            message = f"{pair.amount.text} disebut {pair.percent.text}; dari jumlah bagian-bagiannya {persen(right)}"
            hint = "Periksa jumlah dan persentase setiap bagian."
            yield Finding.of(pair.said.passage, message, hint, pair.percent.text)


def _find_strange(pairs: list[_Pair]) -> tuple[_Pair, Decimal] | None:
    """The first pair that does not fit, with its right share."""
    whole = _add(pairs)
    if not whole.value:
        return None
    wrong = [pair for pair in pairs if not lies_in(pair.percent, *share(pair.amount, whole))]
    telling = [pair for pair in pairs if pair not in wrong and len(read_digits(pair.percent)) >= _FEWEST_DIGITS]
    is_one_off = len(wrong) == 1 and telling
    is_whole = abs(sum((pair.percent.value for pair in pairs), Decimal(-100))) <= _add_steps(pairs) / 2
    if not (is_one_off or (wrong and is_whole)) or _is_proportional(pairs):
        return None
    pair = wrong[-1]
    if is_one_off and abs(pair.percent.value - pair.amount.value * 100 / whole.value) > _FARTHEST:
        return None
    return pair, pair.amount.value * 100 / whole.value


def _add_steps(pairs: list[_Pair]) -> Decimal:
    return sum((pair.percent.step for pair in pairs), Decimal(0))


#: A share further off is one of something else.
_FARTHEST = 15


def _is_proportional(pairs: list[_Pair]) -> bool:
    """Whether all are shares of one whole, of which the text tells only some."""
    limits = []
    for pair in pairs:
        rate, half = pair.percent.value, pair.percent.step
        if rate <= half:
            return False
        slack = pair.amount.step / 2 if pair.amount.is_rounded else Decimal(0)
        limits.append(((pair.amount.value - slack) / (rate + half), (pair.amount.value + slack) / (rate - half)))
    return max(least for least, _ in limits) <= min(most for _, most in limits)


def _add(pairs: list[_Pair]) -> Figure:
    """All amounts together, as rounded as the roundest of them."""
    first = pairs[0].amount
    step = max(pair.amount.step for pair in pairs)
    return first._replace(value=sum((pair.amount.value for pair in pairs), Decimal(0)), step=step)
