"""Amounts as sentences write them, and how one follows from the data: as it is, as a sum, a step, a rest or a share."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from renjadoc import indonesian
from renjadoc.checks.figures import agrees
from renjadoc.checks.relations import is_explained
from renjadoc.checks.rules.sentences_and_tables.planned_amounts import list_alike, list_amounts, list_asked, list_tabled
from renjadoc.checks.stated import list_figures
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

AMOUNT = re.compile(
    r"(?:Rp\.?\s?(?P<angka>\d+(?:\.\d{3})*(?:,\d+)?)|(?<![\d.,])(?P<tanpa_rp>\d{1,3}(?:\.\d{3}){2,})"
    r"|(?<![\d.,])(?P<terbilang>\d+(?:,\d+)?)(?=\s(?:juta|miliar|triliun)\srupiah))"
    r"(?:\s(?P<satuan>juta|miliar|triliun)\b)?(?:,-)?(?![\d.]\d)"
)
#: `Rp420.000.000 (90,32%)`: what part an amount is.
_SHARE = re.compile(r"\s*(?:\(|atau\s+(?:sebesar\s+)?)(?P<persen>\d+(?:,\d+)?)(?:%| persen)")
#: `Kenaikan terbesar, Rp230.000.000, terdapat pada …`
_LARGEST = re.compile(
    r"\b(?:kenaikan|penurunan|penambahan|pengurangan|peningkatan|selisih)\s+(?:(?:pagu|anggaran|yang)\s+)*(?:ter\w+"
    r"|paling \w+)[\s,(]*(?:yaitu|yakni|sebesar|adalah|ialah|senilai)?\s*$",
    re.IGNORECASE,
)


def is_accounted_for(match: re.Match[str], passage: Passage, budgets: list[re.Match[str]], reading: Reading) -> bool:
    """Whether the data holds an amount, or what it is a sum, a step or a share of."""
    amounts = list_amounts(reading)
    return (
        is_known(match, amounts)
        or is_known(match, list_tabled(reading))
        or _is_largest_step(match, reading)
        or _is_told_sum(match, budgets, amounts)
        or _is_rest(match, amounts)
        or _is_joint(match, reading)
        or _is_of_some_asked(match, reading)
        or is_known(match, list_rests(match, reading))
        or _is_stated_share(match, passage.text, amounts)
    )


def read_amount(match: re.Match[str]) -> Decimal:
    """The number of an amount, without its unit."""
    written = match["angka"] or match["tanpa_rp"] or match["terbilang"]
    return indonesian.nilai_angka(written)


def is_known(match: re.Match[str], known: set[int]) -> bool:
    """Whether an amount is one of the data's; in millions or more, whether one of them rounds to it."""
    if match["satuan"] is None:
        return read_amount(match) in known
    unit = Decimal(10) ** indonesian.SCALES[match["satuan"]]
    return any(agrees(read_amount(match), amount / unit) for amount in known)


def _is_largest_step(match: re.Match[str], reading: Reading) -> bool:
    """Whether an amount is told as the largest step from this year's pagu to the next's, and is that of a row."""
    if not _LARGEST.search(match.string[: match.start()]):
        return False
    tables = reading.tables.of_kind("rencana-program")
    steps = [
        (table.total(row.pointer, "pagu_maju") or 0) - (table.total(row.pointer, "pagu") or 0)
        if "pagu" not in row.node
        else (row.node.get("pagu_maju") or 0) - (row.node["pagu"] or 0)
        for table in tables
        for row in table.rows
    ]
    return is_known(match, {abs(step) for step in steps})


def _is_told_sum(match: re.Match[str], budgets: list[re.Match[str]], known: set[int]) -> bool:
    """Whether an amount is what all others behind it make up: `Pagu program teknis Rp…, terdiri atas …`."""
    parts = [one for one in budgets if one.start() > match.start()]
    is_plain = not any(one["satuan"] for one in (match, *parts))
    is_sum = len(parts) > 1 and sum(map(read_amount, parts)) == read_amount(match)
    return is_plain and is_sum and all(is_known(one, known) for one in parts)


def _is_rest(match: re.Match[str], known: set[int]) -> bool:
    """Whether an amount is what one that its sentence tells leaves of another: `A Rp2 …, yang lain Rp3 …` of Rp5."""
    told = _list_stated(match.string) & known
    return match["satuan"] is None and any(read_amount(match) + one in known for one in told)


_JOINT = re.compile(r"\b(?:gabungan|digabung\w*|bersama-sama|keduanya|kedua|dua)\b", re.IGNORECASE)


def _is_joint(match: re.Match[str], reading: Reading) -> bool:
    """Whether an amount is that of two programs, or of two kegiatan of one, that the sentence tells together."""
    if match["satuan"] or not _JOINT.search(match.string):
        return False
    amount = read_amount(match)
    return any(one != amount - one in alike for alike in list_alike(reading) for one in alike)


def follows_from_others(match: re.Match[str], text: str) -> bool:
    """Whether other figures of the paragraph make up an amount: `semula Rp9 miliar dikurangi Rp2 miliar menjadi …`."""
    start = text.find(match.string) + match.start()
    around = list_figures(text)
    stated = next((figure for figure in around if figure.start <= start < figure.end), None)
    alike = [figure for figure in around if stated and (figure is stated or figure.value != stated.value)]
    return stated is not None and is_explained(stated, alike)


#: Of more usulan some come to any amount.
_MOST_ASKED = 8


def _is_of_some_asked(match: re.Match[str], reading: Reading) -> bool:
    """Whether an amount is that of some usulan together, of which its sentence tells: `dua usulan lainnya`."""
    if "usulan" not in match.string.casefold():
        return False
    some = (
        sum(few)
        for asked in list_asked(reading)
        if len(asked) <= _MOST_ASKED
        for many in range(2, len(asked))
        for few in combinations(asked, many)
    )
    return is_known(match, set(some))


_ALL_BUT = re.compile(
    r"\b(?:[Tt]anpa|[Dd]i luar|[Ss]elain|[Tt]idak termasuk|[Pp]rogram (?:teknis|urusan|lain(?:nya)?|selebihnya))\b"
    r"[^.;\d]{3,120}$|\b(?:[Ss]isanya|[Ss]elebihnya)\b[^.;\d]{0,30}$"
)


def list_rests(match: re.Match[str], reading: Reading) -> set[int]:
    """What each row leaves of all, where an amount is told as that: `tanpa gaji, pagu dinas Rp9 miliar`."""
    if not _ALL_BUT.search(match.string[: match.start()][-140:]):
        return set()
    plans = reading.tables.of_kind("rencana-program")
    totals = [table.total("", field) or 0 for table in plans for field in ("pagu", "pagu_maju")]
    totals += [sum(asked) for asked in list_asked(reading)]
    return {total - one for total in totals for one in list_amounts(reading)}


def _is_stated_share(match: re.Match[str], text: str, known: set[int]) -> bool:
    """Whether an amount is told with the part that it is of one of the data's, which the paragraph states too."""
    share = _SHARE.match(match.string, match.end())
    if share is None:
        return False
    part, percent = (
        read_amount(match) * 10 ** indonesian.SCALES.get(match["satuan"], 0),
        Decimal(share["persen"].replace(",", ".")),
    )
    wholes = [whole for whole in _list_stated(text) if whole in known]
    return any(whole > part and agrees(percent, part * 100 / whole) for whole in wholes)


@lru_cache(maxsize=16)
def _list_stated(text: str) -> frozenset[int]:
    """The amounts that a paragraph states, each once."""
    stated = (read_amount(one) * 10 ** indonesian.SCALES.get(one["satuan"], 0) for one in AMOUNT.finditer(text))
    return frozenset(map(int, stated))
