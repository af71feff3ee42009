"""Whether a number follows from two figures that stand near it: their sum, difference, product, share or growth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import wraps
from itertools import combinations, permutations

from renjadoc.checks.figured import Find, Mismatch, Statement, tell_mismatches
from renjadoc.checks.roles import SHARES, are_alike
from renjadoc.checks.rule import Finding
from renjadoc.checks.stated import Figure, add_slack, add_values, lies_in, list_figures
from renjadoc.narrative.sentences import find_sentence
from renjadoc.reading import Reading

#: A percentage of fewer digits is that of many amounts.
_TELLING = 3


def count_digits(figure: Figure) -> int:
    """How many digits of a figure say something: those of `Rp1.250.000.000` are three."""
    return len(read_digits(figure).rstrip("0"))


def read_digits(figure: Figure) -> str:
    """The digits as they are written, without their marks."""
    return str(int(abs(figure.value / figure.step)))


def follows_from(value: Decimal, stated: Figure, one: Figure, other: Figure, *, is_strict: bool = True) -> bool:
    """Whether `value` in the place of a figure is what two others make of it.

    Not strict are also what may be so by chance: an amount that a percentage of two digits gives, more than 100%.
    """
    if stated.unit == "poin" or "poin" in {one.unit, other.unit}:
        return _is_gap(value, stated, one, other)
    if stated.unit == "%":
        return _is_share(value, stated, one, other, is_strict=is_strict)
    if stated.unit in SHARES | {""}:
        return False
    if "%" in {one.unit, other.unit}:
        percent, amount = (one, other) if one.unit == "%" else (other, one)
        if amount.unit in SHARES or not _count_alike(stated, amount):
            return False
        is_telling = count_digits(percent) >= _TELLING or not is_strict
        return is_telling and _gives_percent(value, amount.value, percent, is_strict=is_strict)
    return _is_sum(value, stated, one, other, is_strict=is_strict) or _is_product(value, stated, one, other)


def _count_alike(one: Figure, other: Figure) -> bool:
    return are_alike(one, other) and bool(one.unit or other.unit) and not {one.unit, other.unit} & SHARES


def _round_of(*figures: Figure) -> Decimal:
    return max(figure.slack for figure in figures)


def _is_gap(value: Decimal, stated: Figure, one: Figure, other: Figure) -> bool:
    """`0,4 poin` between 57,6% and 58%: three figures of which one is the difference of the others."""
    units = sorted((stated.unit, one.unit, other.unit))
    if units.count("poin") != 1 or len(set(units)) != 2:
        return False
    return any(a + b == c for a, b, c in permutations((value, one.value, other.value)))


def _is_share(value: Decimal, stated: Figure, one: Figure, other: Figure, *, is_strict: bool) -> bool:
    """Whether a percentage is the share of one amount in the other, or in both, or the growth between them."""
    if {one.unit, other.unit} == {"%"}:
        return not is_strict and any(a + b == c for a, b, c in permutations((value, one.value, other.value)))
    if not _count_alike(one, other):
        return False
    shares = list(_list_shares(one, other))
    if is_strict:
        return any(abs(share - value) <= stated.step / 2 and share <= 100 for share in shares)
    # Amounts that are told in round numbers make a share no better known.
    rounding = sum((each.slack / each.value for each in (one, other) if each.value), Decimal(0))
    return any(abs(share - value) <= stated.step / 2 + share * rounding for share in shares)


def _list_shares(one: Figure, other: Figure) -> Iterator[Decimal]:
    for first, second in ((one.value, other.value), (other.value, one.value)):
        for whole in (second, first + second, second - first):
            if whole > 0:
                yield first * 100 / whole
        if second:
            yield abs(first - second) * 100 / second


def measure_growth(before: Figure, after: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest growth in percent from one figure to another, as far as both are rounded."""
    slack = (before.step + after.step) / 2 if before.is_rounded or after.is_rounded else Decimal(0)
    gap, whole = abs(after.value - before.value), abs(before.value) or Decimal(1)
    return (gap - slack) * 100 / whole, (gap + slack) * 100 / whole


def is_change(stated: Figure, before: Figure, after: Figure) -> bool:
    """Whether a change is what is said, as a difference or as growth in percent."""
    slack = add_slack((before, after))
    difference = abs(after.value - before.value)
    if stated.unit in {"poin", before.unit, after.unit} and lies_in(stated, difference - slack, difference + slack):
        return True
    if stated.unit != "%":
        return stated.unit not in {"poin", before.unit, after.unit}
    if not before.value:
        return True
    growth, fuzz = difference * 100 / abs(before.value), slack * 200 / abs(before.value)
    return lies_in(stated._replace(value=abs(stated.value)), growth - fuzz, growth + fuzz)


def _gives_percent(value: Decimal, amount: Decimal, percent: Figure, *, is_strict: bool) -> bool:
    """Whether a percentage is the share of one of two amounts in the other, or the growth between them."""
    for part, whole in ((value, amount), (amount, value)):
        share = part * 100 / whole if whole else Decimal(0)
        if is_strict and share > 100:
            continue
        # One that is told may be cut, not rounded.
        slack = percent.step / 2 if is_strict else percent.step
        # `Rp30 juta atau 97,22% dari pagu, sehingga tersisa Rp0,86 juta`: the whole is both together.
        if not is_strict and value + amount and abs(part * 100 / (value + amount) - percent.value) <= percent.step / 2:
            return True
        if any(abs(rate - percent.value) <= slack for rate in (share, abs(share - 100))):
            return True
    return False


def _is_sum(value: Decimal, stated: Figure, one: Figure, other: Figure, *, is_strict: bool) -> bool:
    if not (one.unit and other.unit and are_alike(stated, one) and are_alike(stated, other) and are_alike(one, other)):
        return False
    slack = _round_of(stated, one, other) if is_strict else add_slack((stated, one, other))
    return any(abs(a + b - c) <= slack for a, b, c in permutations((value, one.value, other.value)))


def _is_product(value: Decimal, stated: Figure, one: Figure, other: Figure) -> bool:
    """Whether each times how many is all, of two units between three figures."""
    if len({stated.unit, one.unit, other.unit}) != 2 or {one.unit, other.unit} & (SHARES | {""}):
        return False
    return any(a > 1 and b > 1 and a * b == c for a, b, c in permutations((value, one.value, other.value)))


def is_worked_out(stated: Figure, around: Iterable[Figure], ends: tuple[Figure, ...] = ()) -> bool:
    """Whether a figure is surely what two others make of each other, whatever else it is held against.

    `ends` are the two that it is held against: of these, the share of the wrong one is the fault that is sought.
    """
    others = [one for one in around if one is not stated and (stated.unit in SHARES or one.unit != "%")]
    pairs = (pair for pair in combinations(others, 2) if pair != ends)
    return any(follows_from(stated.value, stated, *pair) for pair in pairs)


def tell_computed(reading: Reading, finders: Iterable[Find], hint: str) -> Iterator[Finding]:
    """The mismatches in what sentences compute; a figure that others of its sentence make was meant for these."""
    return tell_mismatches(reading, map(leave_worked_out, finders), hint)


def leave_worked_out(find: Find) -> Find:
    """The same question, silent on a figure that two others of the sentence make."""

    def ask(said: Statement) -> Mismatch | None:
        found = find(said)
        return None if found is None or is_worked_out(found.stated, said.figures) else found

    return ask


def hold_back(find: Callable[[Reading], Iterable[Finding]]) -> Callable[[Reading], Iterator[Finding]]:
    """The same rule, silent on a figure that two others of its sentence make, whatever it was held against."""

    @wraps(find)
    def ask(reading: Reading) -> Iterator[Finding]:
        return (finding for finding in find(reading) if not _is_made_in_place(finding, reading))

    return ask


def _is_made_in_place(finding: Finding, reading: Reading) -> bool:
    passage = reading.passages.find_at(finding.source, finding.pointer)
    place = passage.text.find(finding.match) if passage and finding.match else -1
    figures = list_figures(find_sentence(passage.text, place)) if passage and place >= 0 else ()
    stated = [one for one in figures if one.text == finding.match]
    # A figure of two digits is made by others by chance.
    return len(stated) == 1 and count_digits(stated[0]) >= _TELLING and is_worked_out(stated[0], figures)


def is_explained(stated: Figure, around: Iterable[Figure]) -> bool:
    """Whether a figure is told again among others, or follows from two of them as it is written."""
    around = list(around)
    others = [one for one in around if one is not stated]
    if any(one.value == stated.value for one in others):
        return True
    if stated.unit == "%" and shares_out(stated, [one for one in others if one.unit == "%"]):
        return True
    if any(follows_from(stated.value, stated, *pair, is_strict=False) for pair in combinations(others, 2)):
        return True
    if _sums_up(stated, others) or _is_one_of_sum(stated, around):
        return True
    return len(others) <= _FEW and any(_is_made_of(stated, three) for three in combinations(others, 3))


def shares_out(stated: Figure, others: list[Figure]) -> bool:
    """Whether a percentage makes up all with another one, or with all others."""
    if any(one.value + stated.value == 100 for one in others):
        return True
    whole, rounding = sum((one.value for one in (stated, *others)), Decimal(0)), stated.step * len(others)
    return len(others) > 1 and abs(whole - 100) <= rounding


#: Among more figures three that add up to another do so by chance.
_FEW = 8


def _sums_up(stated: Figure, others: list[Figure]) -> bool:
    """Whether a figure is the sum of three or more told one after another: those of four quarters."""
    values = [one.value for one in others if one.unit == stated.unit and stated.unit not in SHARES | {""}]
    starts = range(max(0, len(values) - 2))
    return any(sum(values[start:end]) == stated.value for start in starts for end in range(start + 3, len(values) + 1))


def _is_one_of_sum(stated: Figure, around: list[Figure]) -> bool:
    """Whether a figure is one of three or more in a row that make up the one before or behind them."""
    alike = [one for one in around if one.unit == stated.unit and stated.unit not in SHARES | {""}]
    place = next((at for at, one in enumerate(alike) if one is stated), len(alike))
    for start in range(place + 1):
        for end in range(max(start + 3, place + 1), len(alike) + 1):
            wholes = (*alike[max(0, start - 1) : start], *alike[end : end + 1])
            if any(one.value == add_values(alike[start:end]) for one in wholes):
                return True
    return False


def _is_made_of(stated: Figure, three: tuple[Figure, ...]) -> bool:
    """Whether a figure is a first one with a second and a third added or taken away: what is left of a stock."""
    if not stated.unit or any(one.unit != stated.unit for one in three) or stated.unit in SHARES:
        return False
    values = [one.value for one in three]
    slack = _round_of(stated, *three)
    made = (sum(values, Decimal(0)), *(sum(values, Decimal(0)) - 2 * one for one in values))
    return any(abs(abs(one) - stated.value) <= slack for one in made)


def swap_digits(stated: Figure) -> Iterator[Decimal]:
    """The values of a figure with two of its digits changed round."""
    digits = read_digits(stated)
    for one, other in combinations(range(len(digits.rstrip("0"))), 2):
        if digits[one] != digits[other] and not (one == 0 and digits[other] == "0"):
            swapped = list(digits)
            swapped[one], swapped[other] = digits[other], digits[one]
            yield Decimal("".join(swapped)) * stated.step
