"""What a document says of itself (title, office, region, years), marked so that a trial sees where it is printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from renjadoc.word.names import R, W, read_switch
from renjadoc.word.packages import relations
from renjadoc.word.packages.package import DOCUMENT, Parts

#: The names that say it; those behind a point are parts of another.
FACTS = (
    "judul", "kaki", "tahun", "perangkat_daerah.nama", "perangkat_daerah.singkatan", "perangkat_daerah.lengkap",
    "daerah.lengkap", "daerah.nama", "renstra.awal", "renstra.akhir", "renstra.periode", "tahun_renstra",
)  # fmt: skip
#: The number of a page, which no name of ours prints but a field of Word.
PAGE = "PAGE"
_PAGE_FIELD = re.compile(r"^\s*PAGE\b", re.IGNORECASE)
#: A mark: which fact, and how far from it a template counted (`tahun - 1`), from 500 on.
_MARK = re.compile(r"zs(\d+)x(\d+)s", re.IGNORECASE)
_NO_STEP = 500


class FactsPlace(NamedTuple):
    """What a template prints at one place: how often each fact (by its tag, `tahun - 1`), and what is typed there."""

    facts: dict[str, int]
    typed: str


class SaidText(str):
    """A text that is compared as it is and printed as a mark."""

    _mark: str

    def __str__(self) -> str:
        return self._mark

    def __add__(self, other: str) -> str:
        return self._mark + other

    def __radd__(self, other: str) -> str:
        return other + self._mark


class SaidNumber(int):
    """A year that is compared as it is and printed as a mark of how far it is from the one that it was."""

    _fact: int
    _step: int

    def __str__(self) -> str:
        return f"zs{self._fact}x{_NO_STEP + self._step}s"

    def __add__(self, other: int) -> int:
        return _mark_number(int(self) + other, self._fact, self._step + other) if type(other) is int else NotImplemented

    __radd__ = __add__

    def __sub__(self, other: int) -> int:
        return self + -other if type(other) is int else NotImplemented


def mark_facts(names: Mapping[str, Any]) -> dict[str, Any]:
    """The names of a document with every fact marked."""
    marked = dict(names)
    for index, fact in enumerate(FACTS):
        owner, _, key = fact.rpartition(".")
        if owner and isinstance(marked.get(owner), dict):
            marked[owner] = {**marked[owner], key: _mark_value(marked[owner].get(key), index)}
        elif not owner and fact in marked:
            marked[fact] = _mark_value(marked[fact], index)
    return marked


def _mark_value(value: object, fact: int) -> Any:
    if isinstance(value, list):
        return [_mark_value(one, fact) for one in value]
    if isinstance(value, str):
        text = SaidText(value)
        text._mark = f"zs{fact}x{_NO_STEP}s"
        return text
    return _mark_number(int(value), fact, 0) if isinstance(value, int) and not isinstance(value, bool) else value


def _mark_number(value: int, fact: int, step: int) -> SaidNumber:
    number = SaidNumber(value)
    number._fact, number._step = fact, step
    return number


def read_place(text: str) -> FactsPlace:
    """The facts that a filled text says, and what else stands in it."""
    facts = Counter(_name_fact(int(found[1]), int(found[2]) - _NO_STEP) for found in _MARK.finditer(text))
    return FactsPlace(dict(facts), " ".join(_MARK.sub(" ", text).split()))


def show_facts(text: str) -> str:
    """A filled text with the tags of the facts that it says in the place of their marks."""
    return _MARK.sub(lambda found: f"{{{{ {_name_fact(int(found[1]), int(found[2]) - _NO_STEP)} }}}}", text)


def _name_fact(index: int, step: int) -> str:
    fact = FACTS[index] if index < len(FACTS) else ""
    return f"{fact} {'+' if step > 0 else '-'} {abs(step)}" if step else fact


# Headers and footers


def read_sides(body: Any, sides: Mapping[str, Any], parts: Parts) -> Iterator[tuple[str, FactsPlace]]:
    """What stands above and below the pages: of the cover, of upright and of landscape pages.

    `body` is the filled document, `sides` the filled headers and footers by part name (both as trees). Pages of one
    kind say what all of their sections say. LibreOffice writes sides of first and even pages that no page shows.
    """
    from renjadoc.word.templates.page_losses import tells_even_pages  # Only here: it loads a library.

    has_even = tells_even_pages(parts)
    targets = {one.id: one.target for one in relations.relations_of(parts, DOCUMENT) if not one.outside}
    current: dict[tuple[str, str], str] = {}
    found: dict[str, FactsPlace] = {}
    for index, section in enumerate(body.iter(f"{W}sectPr")):
        for reference in section:
            if reference.tag in (f"{W}headerReference", f"{W}footerReference"):
                key = reference.tag, reference.get(f"{W}type") or "default"
                current[key] = targets.get(reference.get(f"{R}id") or "", "")
        used = {"default": True, "even": has_even, "first": read_switch(section, "titlePg")}
        shown = [
            [sides[name] for (_, own), name in current.items() if own == which and name in sides]
            for which, is_used in used.items()
            if is_used
        ]
        place, kind = _join_pages(map(_read_side, shown)), _name_pages(section, index)
        found[kind] = _keep_common(found[kind], place) if kind in found else place
    yield from found.items()


def _read_side(shown: list[Any]) -> FactsPlace:
    place = read_place(" ".join("".join(node.text or "" for node in root.iter(f"{W}t")) for root in shown))
    codes = ["".join(one.itertext()) for root in shown for one in root.iter(f"{W}instrText")]
    codes += [one.get(f"{W}instr") or "" for root in shown for one in root.iter(f"{W}fldSimple")]
    pages = sum(bool(_PAGE_FIELD.match(code)) for code in codes)
    return place._replace(facts={**place.facts, PAGE: pages}) if pages else place


def _join_pages(places: Iterable[FactsPlace]) -> FactsPlace:
    """What usual, even and first pages say: each fact as often as the page that says it most often."""
    facts: Counter[str] = Counter()
    typed = []
    for place in places:
        facts |= Counter(place.facts)
        typed.append(place.typed)
    return FactsPlace(dict(facts), " ".join(dict.fromkeys(typed)).strip())


def _name_pages(section: Any, index: int) -> str:
    size = section.find(f"{W}pgSz")
    is_turned = size is not None and size.get(f"{W}orient") == "landscape"
    return "kaki sampul" if index == 0 else "kaki lanskap" if is_turned else "kaki tegak"


def _keep_common(one: FactsPlace, other: FactsPlace) -> FactsPlace:
    facts = {name: max(times, other.facts[name]) for name, times in one.facts.items() if name in other.facts}
    return FactsPlace(facts, one.typed)
