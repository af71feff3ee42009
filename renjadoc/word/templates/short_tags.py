"""Short tags for narrow cells, spelt out where a template is read: `{{k5}}` is the fifth column, `{{n1}}` last year.

What they stand for is data: by pattern and kind of row for columns, everywhere for years. So a tag need not break
within its cell, and whoever looks at the template can read it; long tags mean what they always did.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

from renjadoc import resources

#: Each no further than the next opening, and with one way only to read a row of blanks.
_TAG = re.compile(r"{%(?:(?!{%).)*?%}|{{(?:(?!{{).)*?}}", re.DOTALL)
_SHORT = re.compile(r"{{\s*+(\w++)\s*+(\|[^{}]*+)?}}")
_PATTERN = re.compile(r"blok\.pola\s*==\s*['\"](\w+)['\"]")
_ROWS = re.compile(r"{%\S*\s*for\s+(\w+)\s+in\s+blok\.baris\b")
_KIND = re.compile(r"['\"](\w+)['\"]")
_WORD = re.compile(r"{%-?(?:tr|tc|p|r)?\s+(\w+)")
_OWN = re.compile(r"{%[^\s{}]*+\s++(?:for|set)\s++(\w++(?:\s*+,\s*+\w++)*+)\s*+(?:in\b|=)")
#: A tag that was spelt out, with the short one behind it, for those who look for it in the template.
_SPELT = re.compile(r"{{[^{}]*}}{#(\w+(?:\|[^{}#]*)?)#}")


class ShortTags(NamedTuple):
    """What short tags stand for: everywhere (`n1`: `tahun - 1`), and by pattern, kind of row and column (`k5`)."""

    everywhere: dict[str, str]
    patterns: dict[str, dict[str, dict[str, str]]]


@functools.cache
def read_short_tags() -> ShortTags:
    """Those that renjadoc knows."""
    stated = resources.read_data("tanda-pendek.json")
    return ShortTags(stated["di mana saja"], stated["pola"])


def spell_out(source: str) -> str:
    """The Jinja source of a part with its short tags spelt out; names that a template sets itself are its own."""
    if not _SHORT.search(source):
        return source
    own = {name for found in _OWN.findall(source) for name in re.split(r"[,\s]+", found)}
    reading = _TagPlace(read_short_tags(), own)
    return _TAG.sub(lambda tag: reading.follow(tag[0]), source)


def show_short(text: str) -> str:
    """A text of the source as it stands in the template."""
    return _SPELT.sub(r"{{\1}}", text)


def find_column_tag(pattern: str, kind: str, name: str) -> str:
    """The short tag of a cell (`{{k5}}`); nothing where there is none."""
    columns = read_short_tags().patterns.get(pattern, {}).get(kind, {})
    found = (short for short, stated in columns.items() if stated.partition("|")[0] == name)
    return next((f"{{{{{short}}}}}" for short in found), "")


def find_year_tag(stated: str) -> str:
    """The short tag of what is printed everywhere (`{{n1}}` for `tahun - 1`); nothing where there is none."""
    found = (short for short, meant in read_short_tags().everywhere.items() if meant == stated)
    return next((f"{{{{{short}}}}}" for short in found), "")


class _TagPlace:
    """Where in a template a tag stands: in which pattern, in a row of which kinds, what a row is called there."""

    def __init__(self, known: ShortTags, own: set[str]) -> None:
        self._known, self._own = known, own
        self._pattern, self._row = "", "baris"
        # Of each block that is open, the kinds that its branch is for; None for a block that does not ask for them.
        self._kinds: list[list[str] | None] = []

    def follow(self, tag: str) -> str:
        """The tag, spelt out if it is a short one."""
        if tag.startswith("{{"):
            return _SHORT.sub(self._spell, tag)
        word = _WORD.match(tag)
        self._enter(word[1] if word else "", tag)
        return tag

    def _enter(self, word: str, tag: str) -> None:
        if found := _PATTERN.search(tag):
            self._pattern = found[1]
        if found := _ROWS.match(tag):
            self._row = found[1]
        kinds = _KIND.findall(tag) if f"{self._row}.jenis" in tag else None
        if word in ("if", "for"):
            self._kinds.append(kinds)
        elif word in ("elif", "else") and self._kinds:
            # Behind `else` stands every other kind, which nothing names.
            self._kinds[-1] = kinds if word == "elif" else [] if self._kinds[-1] is not None else None
        elif word in ("endif", "endfor") and self._kinds:
            self._kinds.pop()

    def _spell(self, found: re.Match[str]) -> str:
        short, own_filter = found[1], (found[2] or "").rstrip()
        stated = "" if short in self._own else self._known.everywhere.get(short) or self._find_column(short)
        if not stated:
            return found[0]
        name, _, usual = stated.partition("|")
        shown = own_filter or (f"|{usual}" if usual else "")
        return f"{{{{ {f'({name})' if own_filter and ' ' in name else name}{shown} }}}}{{#{short}{own_filter}#}}"

    def _find_column(self, short: str) -> str:
        """What the tag of a column stands for in all the kinds of row that it is printed for; "" if that differs."""
        columns: Mapping[str, Mapping[str, str]] = self._known.patterns.get(self._pattern, {})
        asked = next((kinds for kinds in reversed(self._kinds) if kinds is not None), list(columns))
        meant = {columns.get(kind, {}).get(short, "") for kind in asked}
        return f"{self._row}.{meant.pop()}" if len(meant) == 1 and "" not in meant else ""
