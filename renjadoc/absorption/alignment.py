"""Which unit of the content now is which of the document that went out, though both may have changed since."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from renjadoc.absorption.proposals import Proposal
from renjadoc.absorption.units import ELSEWHERE, Unit
from renjadoc.matching import measure_likeness, pair_alike, pair_by_keys

_ALIKE = 0.5


def align_units(base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> dict[int, int]:
    """Index in `now` -> index in `base`: the same text, here or elsewhere, then what is alike between."""
    return _Alignment(base, now, proposals).align()


class _Alignment:
    def __init__(self, base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> None:
        self._base, self._now = base, now
        self._came_back = {p.base: p.unit.text for p in proposals if p.base is not None}
        self._inserted = {p.unit.text for p in proposals if p.base is None}
        self._known: dict[int, int] = {}

    def align(self) -> dict[int, int]:
        replaced: list[tuple[range, list[int]]] = []
        keys = [_make_key(unit) for unit in self._base], [_make_key(unit) for unit in self._now]
        for kind, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            if kind == "equal":
                self._known.update(zip(range(c, d), range(a, b), strict=True))
            elif kind == "replace":
                replaced.append((range(a, b), [index for index in range(c, d) if self._is_own(self._now[index])]))
        self._pair_moved()
        for olds, news in replaced:
            self._pair_changed(olds, news)
            self._pair_written_anew(olds, news)
        return self._known

    def _is_own(self, unit: Unit) -> bool:
        """Whether a unit was in the content without the document."""
        return unit.text not in self._inserted and unit.kind != "blok"

    def _pair_moved(self) -> None:
        """Units that were moved since: the same text, before or after the edit, anywhere."""
        missing = sorted(set(range(len(self._base))) - set(self._known.values()))
        texts = [(self._base[index].text, self._came_back.get(index)) for index in missing]
        fresh = [index for index in range(len(self._now)) if index not in self._known]
        here = [(self._now[index].text, self._now[index].text) for index in fresh]
        for new, old in pair_by_keys(texts, here).items():
            self._known[fresh[new]] = missing[old]

    def _pair_changed(self, olds: range, news: list[int]) -> None:
        taken = set(self._known.values())
        free = [index for index in news if index not in self._known]
        missing = [index for index in olds if index not in taken]
        pairs = pair_alike(free, missing, lambda new, old: self._measure_fit(old, new), _ALIKE, ordered=True)
        self._known.update((new, old) for old, new in pairs.items())

    def _measure_fit(self, old: int, new: int) -> float:
        was, unit = self._base[old], self._now[new]
        if was.file != unit.file:
            return 0.0
        if unit.text in {was.text, self._came_back.get(old)}:
            return 2.0
        return measure_likeness(was.text, unit.text, _ALIKE)

    def _pair_written_anew(self, olds: range, news: Sequence[int]) -> None:
        """Where one stands for each: those that were written anew."""
        taken = set(self._known.values())
        for old, new in zip(olds, news, strict=True) if len(olds) == len(news) else ():
            was, unit = self._base[old], self._now[new]
            same_place = (was.file, was.kind, was.level) == (unit.file, unit.kind, unit.level)
            if new not in self._known and old not in taken and old in self._came_back and same_place:
                self._known[new] = old


def _make_key(unit: Unit) -> tuple[str, str]:
    return (unit.file if unit.kind in ELSEWHERE else "", unit.text or f"{unit.kind} {unit.raw}")
