"""Which unit of the content now is which of the document that went out, though both may have changed since."""

from __future__ import annotations

from difflib import SequenceMatcher

from renjadoc.absorption.matching import alike
from renjadoc.absorption.proposals import Proposal
from renjadoc.absorption.units import ELSEWHERE, Unit

_ALIKE = 0.5


def align(base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> dict[int, int]:
    """Index in `now` -> index in `base`: the same text, here or elsewhere, then what is alike between."""
    known: dict[int, int] = {}
    returned = {p.base: p.unit.text for p in proposals if p.base is not None}
    inserted = {p.unit.text for p in proposals if p.base is None}
    changed: list[tuple[range, list[int]]] = []
    codes = SequenceMatcher(None, [_key(u) for u in base], [_key(u) for u in now], autojunk=False).get_opcodes()
    for kind, a, b, c, d in codes:
        if kind == "equal":
            known.update(zip(range(c, d), range(a, b), strict=True))
        elif kind == "replace":
            own = [new for new in range(c, d) if now[new].text not in inserted and now[new].kind != "blok"]
            changed.append((range(a, b), own))
    _elsewhere(known, base, now, returned)
    for olds, news in changed:
        _alike(known, base, now, returned, olds, news)
        _anew(known, base, now, returned, olds, news)
    return known


def _alike(
    known: dict[int, int], base: list[Unit], now: list[Unit], returned: dict[int, str], olds: range, news: list[int]
) -> None:
    taken, start = set(known.values()), 0
    news = [new for new in news if new not in known]
    for old in [old for old in olds if old not in taken]:
        fits = {at: _fit(base[old], returned.get(old), now[news[at]]) for at in range(start, len(news))}
        best = max(fits, key=lambda at: fits[at], default=None)
        if best is not None and fits[best] >= _ALIKE:
            known[news[best]] = old
            start = best + 1


def _anew(
    known: dict[int, int], base: list[Unit], now: list[Unit], returned: dict[int, str], olds: range, news: list[int]
) -> None:
    """Where one stands for each: those that were written anew."""
    taken = set(known.values())
    if len(olds) == len(news):
        for old, new in zip(olds, news, strict=True):
            if new not in known and old not in taken and old in returned and _same_place(base[old], now[new]):
                known[new] = old


def _same_place(was: Unit, unit: Unit) -> bool:
    return (was.file, was.kind, was.level) == (unit.file, unit.kind, unit.level)


def _fit(was: Unit, back: str | None, unit: Unit) -> float:
    if was.file != unit.file:
        return 0.0
    if unit.text in {was.text, back}:
        return 2.0
    return alike(was.text, unit.text)


def _elsewhere(known: dict[int, int], base: list[Unit], now: list[Unit], returned: dict[int, str]) -> None:
    """Units that were moved since: the same text, before or after the edit, anywhere."""
    missing = set(range(len(base))) - set(known.values())
    texts: dict[str, int] = {}
    for index in sorted(missing, reverse=True):
        texts[returned.get(index, base[index].text)] = index
        texts[base[index].text] = index
    for new, unit in enumerate(now):
        old = texts.get(unit.text) if unit.text else None
        if new not in known and old is not None and old in missing:
            known[new] = old
            missing.discard(old)


def _key(unit: Unit) -> tuple[str, str]:
    return (unit.file if unit.kind in ELSEWHERE else "", unit.text or f"{unit.kind} {unit.raw}")
