"""Amounts that grew or shrank a lot in a change: what a person should look at before it is written."""

from __future__ import annotations

from renjadoc import indonesian
from renjadoc.edits.edit import CHANGED, Change

#: Smaller figures than this are no amounts of rupiah that a plan states.
_LEAST = 100_000
#: So many times as much, or as little, is a jump.
_TIMES = 2


def describe_jump(change: Change) -> str:
    """How an amount jumped, `naik 150%`; nothing where it did not, or is no amount."""
    old, new = indonesian.baca_angka(change.old), indonesian.baca_angka(change.new)
    if change.kind != CHANGED or old is None or new is None or max(old, new) < _LEAST or old <= 0:
        return ""
    if old < _TIMES * new and new < _TIMES * old:
        return ""
    step = (new - old) * 100 / old
    return f"{'naik' if step > 0 else 'turun'} {indonesian.angka(abs(round(step)))}%"
