"""What a template leaves unsaid of the document itself: title, office, region, years, on cover, sides and heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from renjadoc.problem import Location, Problem, Severity
from renjadoc.word.templates.short_tags import find_year_tag
from renjadoc.word.trial.facts import PAGE, FactsPlace
from renjadoc.word.trial.trial import Trial

_COVER = "sampul"
_HEAD = "kepala "
#: What says a fact too.
_ALSO = {
    "judul": ("kaki",),
    "tahun": ("kaki",),
    "perangkat_daerah.nama": ("perangkat_daerah.lengkap", "perangkat_daerah.singkatan", "kaki"),
    "daerah.lengkap": ("perangkat_daerah.lengkap", "daerah.nama"),
    "kaki": ("judul", "perangkat_daerah.nama", "perangkat_daerah.lengkap"),
}
_WORDS = {
    "judul": "judul dokumen", "kaki": "nama dokumen", "tahun": "tahun",
    "perangkat_daerah.nama": "nama perangkat daerah", "daerah.lengkap": "nama daerah", PAGE: "nomor halaman",
}  # fmt: skip
_STEP = re.compile(r"tahun(?: ([+-]) (\d+))?")
#: Whose year is its own.
_REGULATION = re.compile(r"\b\d+\s+tahun\s+(?:19|20)\d\d\b|\d/(?:19|20)\d\d\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_unsaid(name: str, trial: Trial, usual: Trial, names: Mapping[str, Any], left_out: set[str]) -> list[Problem]:
    """What the template of renjadoc says of the document (`usual`) and the one called `name` does not, or twice.

    `names` are those of the document; `left_out` is what the template says that it leaves out (`sampul.judul`).
    """
    check = _Check(Location(name), names, left_out)
    return [
        problem
        for place, stated in usual.places.items()
        if place in trial.places
        for problem in check.compare(place, FactsPlace(*trial.places[place]), FactsPlace(*stated))
    ]


class _Check:
    def __init__(self, location: Location, names: Mapping[str, Any], left_out: set[str]) -> None:
        self._location, self._names, self._left_out = location, names, left_out

    def compare(self, place: str, printed: FactsPlace, usual: FactsPlace) -> Iterator[Problem]:
        """What one place lacks, or says twice."""
        # Who leaves out columns leaves out their heads.
        if any(name.startswith(f"{_name_pattern(place)}.") for name in self._left_out):
            return
        found = list(self._compare_facts(place, printed, usual))
        yield from found or self._find_typed_years(place, printed, usual)

    def _compare_facts(self, place: str, printed: FactsPlace, usual: FactsPlace) -> Iterator[Problem]:
        for fact, wanted in usual.facts.items():
            times = printed.facts.get(fact, 0)
            if times > wanted:
                yield self._make_doubled(place, fact, times)
            elif times < wanted if _name_pattern(place) else not times and not _is_said_else(fact, printed):
                yield from self._find_missing(place, fact, printed)

    def _find_typed_years(self, place: str, printed: FactsPlace, usual: FactsPlace) -> Iterator[Problem]:
        """Years beside the cover's and the sides' own tags that no regulation has: next year they are wrong."""
        left = f"{place.replace(' ', '_')}.tahun_diketik"
        if _name_pattern(place) or left in self._left_out:
            return
        years = dict.fromkeys(_YEAR.findall(_REGULATION.sub(" ", printed.typed)))
        if typed := [year for year in years if year not in _YEAR.findall(usual.typed)]:
            message = f"tahun diketik langsung (“{'” dan “'.join(typed)}”) {_locate(place)}"
            hint = f"Ganti dengan {{{{ tahun }}}}. Bila memang demikian: {{#p tanpa {left} #}}."
            yield Problem("RJ045", self._location, message, hint, Severity.WARNING)

    def _find_missing(self, place: str, fact: str, printed: FactsPlace) -> Iterator[Problem]:
        what, tag = _describe(fact)
        said, left = (
            self._find_value(fact),
            f"{_name_pattern(place) or place.replace(' ', '_')}.{fact.partition(' ')[0]}",
        )
        if left in self._left_out:
            return
        if said and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", printed.typed, re.IGNORECASE):
            message = f"{what} {tag} diketik langsung (“{said}”) {_locate(place)}"
            hint = f"Ganti dengan {tag}; tahun depan tulisan itu keliru."
            yield Problem("RJ045", self._location, message, hint, Severity.WARNING)
            return
        typed = "” dan “".join(dict.fromkeys(_YEAR.findall(printed.typed))) if _name_pattern(place) else ""
        message = f"templat tidak mencetak {what} {tag} {_locate(place)}" + (
            f", tetapi memuat “{typed}”" if typed else ""
        )
        way = f"nyatakan bahwa ia sengaja tidak dicetak: {{#p tanpa {left} #}}"
        hint = f"Tambahkan {tag}, atau {way}; lihat docs/templat.md."
        severity = Severity.ERROR if typed or place == _COVER else Severity.WARNING
        yield Problem("RJ045", self._location, message, hint, severity)

    def _make_doubled(self, place: str, fact: str, times: int) -> Problem:
        what, tag = _describe(fact)
        message = f"templat mencetak {what} {times} kali {_locate(place)}"
        hint = f"Hapus {tag} yang berlebih bila itu tidak disengaja."
        return Problem("RJ045", self._location, message, hint, Severity.WARNING)

    def _find_value(self, fact: str) -> str:
        """What a document says in the place of a tag."""
        if step := _STEP.fullmatch(fact):
            return str(self._names["tahun"] + int((step[1] or "") + (step[2] or "0")))
        value: Any = self._names
        for key in fact.split("."):
            value = value.get(key, "") if isinstance(value, Mapping) else ""
        return "" if value is None else str(value)


def _name_pattern(place: str) -> str:
    """The pattern whose head a place is; nothing for other places."""
    return place.removeprefix(_HEAD) if place.startswith(_HEAD) else ""


def _is_said_else(fact: str, printed: FactsPlace) -> bool:
    return any(other in printed.facts for other in _ALSO.get(fact, ()))


def _describe(fact: str) -> tuple[str, str]:
    """What a fact is called, and what prints it."""
    if fact == PAGE:
        return _WORDS[PAGE], "(Sisipkan > Nomor Halaman)"
    if fact == "tahun_renstra":
        return _WORDS.get(fact, fact), "{%tc for t in tahun_renstra %}"
    short = find_year_tag(fact)
    return _WORDS.get(fact, fact), f"{{{{ {fact} }}}}" + (f" (atau {short})" if short else "")


def _locate(place: str) -> str:
    if place.startswith(_HEAD):
        return f"di kepala tabel pola {place.removeprefix(_HEAD)}"
    said = {
        _COVER: "di sampul dan halaman depan", "kaki sampul": "di kepala atau kaki halaman sampul",
        "kaki tegak": "di kepala atau kaki halaman tegak", "kaki lanskap": "di kepala atau kaki halaman lanskap",
    }  # fmt: skip
    return said[place]
