"""Two changes to one text made into one, where they do not meet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from renjadoc.matching import align_members

_TOKENS = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\w+|\s+|[^\w\s]", re.DOTALL)
_LONG = 10_000
#: The words from the first index to the second become these.
_Replacement = tuple[int, int, list[str]]


def merge_texts(base: str, ours: str, theirs: str) -> str | None:
    """`base` with both changes; None where they overlap or touch. Texts are as written in the content."""
    if ours == theirs or base == theirs:
        return ours
    if base == ours:
        return theirs
    words = _TOKENS.findall(base)
    replacements = _join_replacements(_find_replacements(words, ours), _find_replacements(words, theirs))
    if replacements is None:
        return None
    text, end = [], 0
    for start, stop, new in replacements:
        text += [*words[end:start], *new]
        end = stop
    return "".join([*text, *words[end:]])


def align_words(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Compares words exactly; in a text of many pages common words are passed over, or it would take hours."""
    return align_members(old, new, skims=len(old) + len(new) > _LONG)


def _find_replacements(words: list[str], changed: str) -> list[_Replacement]:
    new = _TOKENS.findall(changed)
    codes = align_words(words, new)
    return [(a, b, new[c:d]) for kind, a, b, c, d in codes if kind != "equal"]


def _join_replacements(ours: list[_Replacement], theirs: list[_Replacement]) -> list[_Replacement] | None:
    joined: list[_Replacement] = []
    for one in sorted([*ours, *theirs], key=lambda one: one[:2]):
        if joined and one == joined[-1]:
            continue
        if joined and one[0] <= joined[-1][1]:
            return None
        joined.append(one)
    return joined
