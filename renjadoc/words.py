"""What differs between two texts, word by word, as people read it."""

from __future__ import annotations

import re

from renjadoc.matching import align_members

#: A stretch of text, and whether it differs.
Stretch = tuple[str, bool]


def changed_words(old: str, new: str) -> tuple[list[Stretch], list[Stretch]]:
    """Both texts in stretches that differ or not, by their words; a text without another is one that does not."""
    if not old or not new:
        return [(old, False)], [(new, False)]
    words: list[list[str]] = [re.findall(r"\s*\S+", text) for text in (old, new)]
    sides: tuple[list[Stretch], list[Stretch]] = [], []
    for tag, i, j, k, m in align_members(words[0], words[1]):
        for side, stretch in zip(sides, (words[0][i:j], words[1][k:m]), strict=True):
            if stretch:
                side.append(("".join(stretch), tag != "equal"))
    return sides


#: So many words are shown around what differs in a long paragraph.
_AROUND = 6


def shorten_unchanged(stretches: list[Stretch]) -> str:
    """What differs in a text, with a few words around it."""
    if not any(differs for _, differs in stretches):
        return "".join(text for text, _ in stretches)
    last = len(stretches) - 1
    shown = [
        text if differs else _shorten(text, at_start=index == 0, at_end=index == last)
        for index, (text, differs) in enumerate(stretches)
    ]
    return "".join(shown).strip()


def _shorten(text: str, *, at_start: bool, at_end: bool) -> str:
    words = re.findall(r"\s*\S+", text)
    before, after = ([] if at_start else words[:_AROUND]), ([] if at_end else words[-_AROUND:])
    if len(words) <= len(before) + len(after) + 1:
        return text
    return "".join(before) + " …" + "".join(after)
