"""Two changes to one text made into one, where they do not meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_TOKENS = re.compile(r"\{\{.*?\}\}|\w+|\s+|[^\w\s]", re.DOTALL)
_LONG = 10_000
_Change = tuple[int, int, list[str]]


def merge(base: str, ours: str, theirs: str) -> str | None:
    """`base` with both changes; None where they overlap or touch. Texts are as written in the content."""
    if ours == theirs or base == theirs:
        return ours
    if base == ours:
        return theirs
    words = _TOKENS.findall(base)
    merged = _both(_changes(words, ours), _changes(words, theirs))
    if merged is None:
        return None
    text, end = [], 0
    for start, stop, new in merged:
        text += [*words[end:start], *new]
        end = stop
    return "".join([*text, *words[end:]])


def matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    """Compares words exactly; in a text of many pages common words are passed over, or it would take hours."""
    return SequenceMatcher(None, old, new, autojunk=len(old) + len(new) > _LONG)


def _changes(words: list[str], changed: str) -> list[_Change]:
    new = _TOKENS.findall(changed)
    codes = matcher(words, new).get_opcodes()
    return [(a, b, new[c:d]) for kind, a, b, c, d in codes if kind != "equal"]


def _both(ours: list[_Change], theirs: list[_Change]) -> list[_Change] | None:
    merged: list[_Change] = []
    for change in sorted([*ours, *theirs], key=lambda change: change[:2]):
        if merged and change == merged[-1]:
            continue
        if merged and change[0] <= merged[-1][1]:
            return None
        merged.append(change)
    return merged
