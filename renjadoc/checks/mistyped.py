"""Whether one figure is another with a slip of the fingers: two digits changed round, or one of them another."""

from __future__ import annotations

from decimal import Decimal

#: In a shorter figure one other digit is another figure as likely as a slip.
_SHORTEST = 3


def is_mistyped(one: Decimal, other: Decimal) -> bool:
    """Whether two figures differ as by a slip: 912.600 and 921.600, 6.840 and 6.890, but not 14 and 16."""
    if is_swapped(one, other):
        return True
    first, second = list_digits(one), list_digits(other)
    wrong = [place for place, digits in enumerate(zip(first, second, strict=False)) if digits[0] != digits[1]]
    is_one = len(first) == len(second) and len(wrong) == 1
    # Zeros at the end of both say nothing: 150 million and 250 million are two figures.
    return is_one and max(len(first.rstrip("0")), len(second.rstrip("0"))) >= _SHORTEST


def is_swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two figures have the same digits in another order."""
    return one != other and sorted(list_digits(one)) == sorted(list_digits(other))


def list_digits(value: Decimal) -> str:
    """The digits of a figure that say something: of 0,62 those of 62."""
    return format(abs(value).normalize(), "f").replace(".", "").lstrip("0")
