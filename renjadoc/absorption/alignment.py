"""Which unit of the content now is which of the document that went out, though both may have changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from renjadoc.absorption.proposals import Proposal
from renjadoc.absorption.units import ELSEWHERE, Unit
from renjadoc.matching import align_members, measure_likeness, pair_alike, pair_by_keys

_ALIKE = 0.5


@dataclass(frozen=True)
class AlignedUnits:
    """`known`: index in the content now -> index in what went out; `twins`: number of a proposal of something new ->
    index in the content now, which got the same meanwhile.
    """

    known: dict[int, int]
    twins: dict[int, int]


def align_units(base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> AlignedUnits:
    """Which is which: the same text, here or elsewhere, then what is alike between."""
    return _Alignment(base, now, proposals).align()


class _Alignment:
    def __init__(self, base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> None:
        self._base, self._now, self._proposals = base, now, proposals
        self._came_back = {p.base: p.unit.text for p in proposals if p.base is not None}
        self._inserted = {p.unit.text for p in proposals if p.base is None}
        self._known: dict[int, int] = {}
        self._twins: dict[int, int] = {}

    def align(self) -> AlignedUnits:
        self._pair_returned()
        replaced = self._pair_staying()
        self._pair_moved()
        for olds, news in replaced:
            self._pair_changed(olds, news)
            self._pair_written_anew(olds, news)
        self._pair_inserted()
        return AlignedUnits(self._known, self._twins)

    def _pair_returned(self) -> None:
        """Where the content is nearer to what came back than to what went out, it was absorbed before: the order of the
        document says which is which, also of equal texts."""
        base, now = _make_keys(self._base), _make_keys(self._now)
        if base == now:
            return
        came = _pair_in_order(_make_keys(proposal.unit for proposal in self._proposals), now)
        if len(came) <= len(_pair_in_order(base, now)):
            return
        for number, new in came:
            index = self._proposals[number].base
            if index is None:
                self._twins[number] = new
            else:
                self._known[new] = index

    def _pair_staying(self) -> list[tuple[list[int], list[int]]]:
        """Pairs what says the same in order; the stretches between, in which one thing stands for another."""
        replaced = []
        olds, news = self._list_missing(), self._list_fresh()
        keys = _make_keys(self._base[index] for index in olds), _make_keys(self._now[index] for index in news)
        for kind, a, b, c, d in align_members(*keys):
            if kind == "equal":
                self._known.update(zip(news[c:d], olds[a:b], strict=True))
            elif kind == "replace":
                replaced.append((olds[a:b], [index for index in news[c:d] if self._is_own(self._now[index])]))
        return replaced

    def _list_missing(self) -> list[int]:
        taken = set(self._known.values())
        return [index for index in range(len(self._base)) if index not in taken]

    def _list_fresh(self) -> list[int]:
        taken = {*self._known, *self._twins.values()}
        return [index for index in range(len(self._now)) if index not in taken]

    def _is_own(self, unit: Unit) -> bool:
        """Whether a unit was in the content without the document."""
        return unit.text not in self._inserted and unit.kind != "blok"

    def _pair_moved(self) -> None:
        """Units that were moved since: the same text, before or after the edit, anywhere."""
        missing, fresh = self._list_missing(), self._list_fresh()
        texts = [(self._base[index].text, self._came_back.get(index)) for index in missing]
        here = [(self._now[index].text, self._now[index].text) for index in fresh]
        for new, old in pair_by_keys(texts, here).items():
            self._known[fresh[new]] = missing[old]

    def _pair_changed(self, olds: list[int], news: list[int]) -> None:
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

    def _pair_written_anew(self, olds: list[int], news: list[int]) -> None:
        """Where one stands for each: those that were written anew."""
        taken = set(self._known.values())
        for old, new in zip(olds, news, strict=True) if len(olds) == len(news) else ():
            was, unit = self._base[old], self._now[new]
            same_place = (was.file, was.kind, was.level) == (unit.file, unit.kind, unit.level)
            if new not in self._known and old not in taken and old in self._came_back and same_place:
                self._known[new] = old

    def _pair_inserted(self) -> None:
        """What is new in the document, and the content got meanwhile: absorbed before, or written by somebody too."""
        numbers = [n for n, one in enumerate(self._proposals) if one.base is None and n not in self._twins]
        fresh = self._list_fresh()
        said = [[(self._now[index].text, self._now[index].kind)] for index in fresh]
        proposed = [[(self._proposals[n].unit.text, self._proposals[n].unit.kind)] for n in numbers]
        for number, index in pair_by_keys(said, proposed).items():
            self._twins[numbers[number]] = fresh[index]


def _pair_in_order(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[tuple[int, int]]:
    """(old, new) of equal members, none crossing another."""
    return [
        pair
        for kind, a, b, c, d in align_members(old, new)
        if kind == "equal"
        for pair in zip(range(a, b), range(c, d), strict=True)
    ]


def _make_keys(units: Iterable[Unit]) -> list[tuple[str, str]]:
    return [_make_key(unit) for unit in units]


def _make_key(unit: Unit) -> tuple[str, str]:
    return (unit.file if unit.kind in ELSEWHERE else "", unit.text or f"{unit.kind} {unit.raw}")
