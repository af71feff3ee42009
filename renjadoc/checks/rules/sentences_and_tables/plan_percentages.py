"""Percentages beside money of the plan: a program's share of all of it, and its growth to or from another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from renjadoc.checks.figured import Mismatch, is_typed, list_statements, walk_figured
from renjadoc.checks.relations import hold_back
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import find_years, names_other_office
from renjadoc.checks.stated import Figure, lies_in
from renjadoc.indonesian import persen, rupiah
from renjadoc.reading import Reading
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import TableRow


class _Budgets(NamedTuple):
    """Rupiah of the plan: of all of it this year and the next, of each program, and every change with its base."""

    total: int
    next_total: int
    programs: frozenset[int]
    changes: tuple[tuple[int, int], ...]


@rule("RJ140", "Persentase tidak cocok dengan pagu rencana", needs=("tabel",))
@hold_back
def check_plan_percentages(reading: Reading) -> Iterator[Finding]:
    """Persentase di samping pagu program, prakiraan maju, atau kenaikan pagu dihitung dari tabel rencana.

    Diperiksa: “Program … Rp… (12,56%)” dan “Program … Rp… dan Program … Rp…, masing-masing 12,2% dan 7,2% dari pagu”
    sebagai bagian dari seluruh pagu, “prakiraan maju Rp… atau naik 3,66%”, dan “pagunya naik Rp… atau 12,5%” bila
    kenaikan itu ada dalam tabel.

    Mengapa: pagu berubah sampai hari terakhir, dan persentase yang diketik tertinggal.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Prakiraan maju tahun depan sebesar Rp445.000.000, turun 4,71%."
    Gagal:
        bab-5.json /isi/0 = "Program dengan pagu terkecil ialah program penunjang (Rp375.000.000)."
    Gagal:
        bab-5.json /isi/0 = "Program penunjang memperoleh Rp375.000.000 dan program pelatihan Rp50.000.000,
        masing-masing 88,24% dan 12,76% dari pagu."
    Lolos:
        bab-5.json /isi/0 = "Prakiraan maju tahun depan sebesar Rp445.000.000, naik 4,71%."
    """
    budgets = _read_budgets(reading)
    if budgets is None:
        return
    for passage, offset, sentence, figures, *_ in walk_figured(reading):
        if names_other_office(sentence, reading) or len(figures) < 2:
            continue
        found = (
            _find_share(sentence, figures, budgets)
            or _find_forward(sentence, figures, budgets, reading.folder.tahun)
            or _find_change(sentence, figures, budgets)
            or _find_rounded_share(sentence, figures, budgets)
            or _find_growth_of_whole(sentence, figures, budgets)
            or _find_in_turn(sentence, figures, budgets)
        )
        if found is not None and is_typed(passage, offset, *figures):
            hint = "Periksa angka kalimat ini dengan tabel rencana."
            yield Finding.of(passage, found.message, hint, found.stated.text)
    yield from _check_extremes(reading)


def _read_budgets(reading: Reading) -> _Budgets | None:
    """What the one table of the plan sums up to; None where there is none, or more than one."""
    tables = list(reading.tables.of_kind("rencana-program"))
    if len(tables) != 1:
        return None
    table = tables[0]
    total, after = table.total("", "pagu"), table.total("", "pagu_maju")
    programs = {table.total(row.pointer, "pagu") for row in table.rows if row.pointer.count("/") == 2}
    pairs = [(row.node.get("pagu"), row.node.get("pagu_maju")) for row in table.rows]
    if table.amendment:
        pairs += [pair.amount() for pair in table.amendment.walk()]
    changes = tuple((abs(now - was), was) for was, now in pairs if was and now and was != now)
    return _Budgets(total or 0, after or 0, frozenset(one for one in programs if one), changes) if total else None


_ATTACHED = re.compile(r"\s*\(")
_CLOSED = re.compile(r"\)\s*[.;,]?\s*(?:dan\s*)?$")


def _find_share(sentence: str, figures: tuple[Figure, ...], budgets: _Budgets) -> Mismatch | None:
    """`Program Pengelolaan Pendidikan Rp10.475.000.000 (12,56%);` in a list of the programs."""
    money, stated = figures[0], figures[-1]
    if len(figures) != 2 or money.unit != "Rp" or stated.unit != "%" or int(money.value) not in budgets.programs:
        return None
    if not sentence.startswith("Program ") or not _ATTACHED.fullmatch(sentence[money.end : stated.start]):
        return None
    right = money.value * 100 / budgets.total
    if not _CLOSED.match(sentence, stated.end) or lies_in(stated, right, right):
        return None
    return Mismatch(stated, f"tertulis {stated.text}, bagiannya dari seluruh pagu rencana {persen(right)}")


_FORWARD = re.compile(r"\b(?:[Pp]rakiraan maju|diperkirakan|diprakirakan)\b")
_GROWN = re.compile(
    r"[^\d;.]{0,20}?\b(?:(?P<naik>naik|meningkat|tumbuh|bertambah|lebih (?:tinggi|besar))"
    r"|(?P<turun>turun|menurun|berkurang|lebih (?:rendah|kecil)))\s*(?:sebesar\s*)?"
)
#: The growth is one from another amount than this year's.
_FROM_OTHER = re.compile(
    r"\b(?:tahun (?:lalu|sebelumnya)|realisasi\w*|perubahan)\b"
    r"|\b(?:dari|dibanding\w*) (?!(?:dengan )?(?:pagu|[Tt]ahun|kebutuhan)\b)"
)
_PARTIAL = re.compile(r"\b(?:[Pp]rogram|[Kk]egiatan|[Ss]ub [Kk]egiatan|DAK|DAU|PAD|APBN|belanja)\b")


def _find_forward(sentence: str, figures: tuple[Figure, ...], budgets: _Budgets, tahun: int) -> Mismatch | None:
    """`Prakiraan maju Tahun 2026 sebesar Rp86.431.000.000, turun 3,66%`: right in one of both, wrong in the other."""
    money, stated = figures[0], figures[1]
    if (
        money.unit != "Rp"
        or stated.unit != "%"
        or not budgets.next_total
        or not find_years(sentence) <= {tahun, tahun + 1}
    ):
        return None
    lead, word = sentence[: money.start], _GROWN.fullmatch(sentence[money.end : stated.start])
    if word is None or not _FORWARD.search(lead) or _PARTIAL.search(lead) or _FROM_OTHER.search(sentence):
        return None
    growth = Decimal(budgets.next_total - budgets.total) * 100 / budgets.total
    is_amount = lies_in(money, Decimal(budgets.next_total), Decimal(budgets.next_total))
    is_growth = lies_in(stated, abs(growth), abs(growth)) and (growth > 0) == bool(word["naik"])
    if is_amount and not is_growth and growth:
        went = "naik" if growth > 0 else "turun"
        return Mismatch(
            stated, f"tertulis {word[0].split()[-1]} {stated.text}, dari pagu rencana {went} {persen(abs(growth))}"
        )
    if is_growth and not is_amount and tahun + 1 in find_years(sentence):
        return Mismatch(money, f"tertulis {money.text}, prakiraan maju dalam tabel {rupiah(budgets.next_total)}")
    return None


_RISEN = re.compile(r"\b(?:naik|bertambah|meningkat|turun|berkurang)(?:\s+sebesar)?\s*$")
_OR = re.compile(r"\s*(?:\(|atau\s+(?:sebesar\s+)?)")


def _find_change(sentence: str, figures: tuple[Figure, ...], budgets: _Budgets) -> Mismatch | None:
    """`pagunya naik Rp480.000.000 atau 12,5%`, where rows of the plan changed by that much."""
    for by, stated in pairwise(figures):
        if by.unit != "Rp" or stated.unit != "%" or not _RISEN.search(sentence[: by.start]):
            continue
        bases = [was for step, was in budgets.changes if step == by.value]
        if not bases or "pagu" not in sentence or not _OR.fullmatch(sentence[by.end : stated.start]):
            continue
        if sum(figure.unit == "Rp" for figure in figures) > 1:
            continue
        rates = [by.value * 100 / base for base in bases]
        if not any(lies_in(stated, rate, rate) for rate in rates):
            return Mismatch(stated, f"tertulis {stated.text}, menurut tabel rencana {persen(rates[0])}")
    return None


_MOVED = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|realisasi\w*|terserap|terealisasi|sisa\w*)\b"
)
_OF_OTHER = re.compile(r"\)?\s*dari\s+(?!(?:seluruh |total |keseluruhan )?(?:pagu|anggaran)\b)")


def _find_rounded_share(sentence: str, figures: tuple[Figure, ...], budgets: _Budgets) -> Mismatch | None:
    """`pagu dialokasikan bagi program penunjang, yaitu Rp7,23 miliar atau 84,05%`: of the only program it may be."""
    for money, stated in pairwise(figures):
        lead = sentence[: money.start]
        if (
            money.unit != "Rp"
            or stated.unit != "%"
            or not re.search(r"\b[Pp]agu\b.*\b[Pp]rogram\b|\b[Pp]rogram\b.*\bpagu\b", lead)
        ):
            continue
        fitting = [one for one in budgets.programs if lies_in(money, Decimal(one), Decimal(one))]
        is_beside = _OR.fullmatch(sentence[money.end : stated.start]) and not _OF_OTHER.match(sentence, stated.end)
        if len(fitting) != 1 or not is_beside or _MOVED.search(sentence):
            continue
        right = Decimal(fitting[0]) * 100 / budgets.total
        if not lies_in(stated, right, right):
            return Mismatch(stated, f"tertulis {stated.text}, bagiannya dari seluruh pagu rencana {persen(right)}")
    return None


_WHOLE_MOVED = re.compile(
    r"\b[Pp]agu (?:tersebut|itu|ini)\s+(?:(?P<naik>bertambah|naik|meningkat)|(?P<turun>berkurang|turun|menurun))"
    r"\s+(?:sebesar\s+)?$"
)
_COMPARED_WITH = re.compile(r"\b(?:[Dd]ibanding\w*|daripada)\b[^;.]*\b(?:anggaran|pagu)\s+[Tt]ahun\b")
#: A growth further off is one of something else.
_FARTHEST = 3


def _find_growth_of_whole(sentence: str, figures: tuple[Figure, ...], budgets: _Budgets) -> Mismatch | None:
    """`Dibandingkan dengan anggaran Tahun 2025, pagu tersebut bertambah Rp1,7 miliar atau 6,77%`: of what it was."""
    for by, stated in pairwise(figures):
        word = _WHOLE_MOVED.search(sentence[: by.start])
        if by.unit != "Rp" or stated.unit != "%" or word is None or not _COMPARED_WITH.search(sentence):
            continue
        base = budgets.total - by.value if word["naik"] else budgets.total + by.value
        if base <= 0 or not _OR.fullmatch(sentence[by.end : stated.start]):
            continue
        right = by.value * 100 / base
        if not lies_in(stated, right, right) and abs(stated.value - right) <= _FARTHEST:
            return Mismatch(stated, f"tertulis {stated.text}, dari pagu rencana hasil hitungannya {persen(right)}")
    return None


_IN_TURN = re.compile(r",?\s*(?:atau\s+)?(?:masing-masing|berturut-turut)\s+(?:sebesar\s+)?")
_OF_WHOLE = re.compile(
    r"\)?\s*(?:dari|terhadap)\s+(?:(?:seluruh|total|jumlah|keseluruhan)\s+)*pagu\b(?!\s+(?:program|kegiatan|bidang))",
    re.IGNORECASE,
)


def _find_in_turn(sentence: str, figures: tuple[Figure, ...], budgets: _Budgets) -> Mismatch | None:
    """`… Rp1,5 miliar dan Program … Rp0,9 miliar, masing-masing 12,2% dan 8,2% dari pagu`: one wrong, others right."""
    half = len(figures) // 2
    money, stated = figures[:half], figures[half:]
    is_even = len(money) == len(stated) > 1 and {one.unit for one in money} == {"Rp"}
    if not is_even or {one.unit for one in stated} != {"%"}:
        return None
    is_of_whole = _OF_WHOLE.match(sentence, stated[-1].end) is not None
    if not is_of_whole or not _IN_TURN.fullmatch(sentence, money[-1].end, stated[0].start):
        return None
    right = [one.value * 100 / budgets.total for one in money]
    wrong = [pair for pair in zip(stated, right, strict=True) if not lies_in(pair[0], pair[1], pair[1])]
    if not {int(one.value) for one in money} <= budgets.programs or len(wrong) != 1:
        return None
    share, meant = wrong[0]
    return Mismatch(share, f"tertulis {share.text}, bagiannya dari seluruh pagu rencana {persen(meant)}")


_EXTREME = re.compile(
    r"\b(?P<apa>[Pp]rogram|[Kk]egiatan|[Ss]ub kegiatan)\s+(?:dengan|yang)\s+(?:\w+\s+)?"
    r"(?:pagu|anggaran|alokasi)(?:nya)?\s+(?:(?P<atas>terbesar|tertinggi|paling (?:besar|tinggi))"
    r"|(?P<bawah>terkecil|terendah|paling (?:kecil|rendah)))\b[^\d;.]*$"
)
#: Only those of one row above are compared.
_WITHIN = re.compile(r"\b(?:dalam|pada|di)\s+(?:[Pp]rogram|[Kk]egiatan|[Bb]idang)\b")
#: Of how many parts the pointer to a row of each level is made.
_LEVELS = {"program": 2, "kegiatan": 4, "sub kegiatan": 6}


def _check_extremes(reading: Reading) -> Iterator[Finding]:
    """The sentences that tell which row of the plan costs most or least."""
    for said in list_statements(reading):
        is_other = not said.figures or names_other_office(said.text, reading)
        found = None if is_other else _find_extreme(said.text, said.figures, reading)
        if found is not None and is_typed(said.passage, said.offset, found.stated):
            hint = "Periksa angka kalimat ini dengan tabel rencana."
            yield Finding.of(said.passage, found.message, hint, found.stated.text)


_WITHIN = re.compile(r"\b(?:dalam|pada|di|dari) [Pp]rogram\b")


def _list_beside(stated: Figure, table: ReadTable, rows: list[TableRow]) -> list[int]:
    """What the rows of that program cost which has one of a stated amount."""
    costs = [(row.pointer.split("/kegiatan")[0], table.total(row.pointer, "pagu") or 0) for row in rows]
    within = {program for program, cost in costs if lies_in(stated, Decimal(cost), Decimal(cost))}
    return [cost for program, cost in costs if program in within]


def _find_extreme(sentence: str, figures: tuple[Figure, ...], reading: Reading) -> Mismatch | None:
    """`Program dengan pagu terkecil ialah program penunjang (Rp8.658.600.000)`, which is the largest of all."""
    stated = figures[0]
    match = _EXTREME.search(sentence[: stated.start]) if stated.unit == "Rp" else None
    if match is None or _WITHIN.search(match[0]):
        return None
    level = _LEVELS[match["apa"].casefold()]
    table = next(iter(reading.tables.of_kind("rencana-program")))
    rows = [row for row in table.rows if row.pointer.count("/") == level]
    amounts = [amount for row in rows if (amount := table.total(row.pointer, "pagu"))]
    if _WITHIN.search(sentence[: stated.start]):
        amounts = _list_beside(stated, table, rows)
    fitting = [one for one in amounts if lies_in(stated, Decimal(one), Decimal(one))]
    right = (max if match["atas"] else min)(amounts, default=0)
    if not fitting or right in fitting:
        return None
    word = match["atas"] or match["bawah"]
    return Mismatch(stated, f"{stated.text} disebut {word}; dalam tabel rencana {rupiah(right)}")
