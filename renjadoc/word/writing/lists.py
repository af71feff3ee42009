"""Numbers the lists of a document: one multilevel list each, so that Tab and a new item do in Word what they should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.word.blocks import ListItem
from renjadoc.word.templates.template import Template

_FORM = re.compile(r'<w:numFmt w:val="[^"]*"/>')
_TEXT = re.compile(r'(<w:lvlText w:val=")([^"]*)("/>)')
_LEVEL = re.compile(r'w:ilvl="\d+"')
#: Bits of the numbers by which Word tells lists apart when it pastes; ours begin so.
_OWN = 0x524A0000


@dataclass
class _List:
    """A list with what stands below its items; `styles` are of its levels as far as they are used, `number` its own."""

    number: str
    home: str
    styles: dict[int, str] = field(default_factory=dict)
    #: Levels that count on: no item above them stood since.
    running: set[int] = field(default_factory=set)


class Lists:
    """Gives every list of a document its numbers; `write_numbering` says them when all are known."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._numbers: dict[int, str] = {}
        self._lists: list[_List] = []
        #: Lists of one form that stand twice below one item: (number, list, level that starts anew).
        self._restarted: list[tuple[str, _List, int]] = []
        self._outer: _List | None = None
        self._first = max((int(number) for number in template.facts.abstract_numbers), default=0) + 1

    def number_item(self, item: ListItem) -> str:
        """The number (numId) of the list that an item belongs to. Raises ProblemsFound for a style that counts nothing.

        Items are asked for in reading order.
        """
        if item.list_id not in self._numbers:
            self._numbers[item.list_id] = self._open_list(item)
        if self._outer is not None:
            self._outer.running = {level for level in self._outer.running if level <= item.level} | {item.level}
        return self._numbers[item.list_id]

    def _open_list(self, item: ListItem) -> str:
        outer = self._outer
        if item.level == 0 or outer is None or outer.styles.get(item.level, item.style) != item.style:
            made = self._add_list(item)
            if item.level == 0 or outer is None:
                self._outer = made
            return made.number
        outer.styles[item.level] = item.style
        if item.level not in outer.running:
            return outer.number
        number = self._next_number()
        self._restarted.append((number, outer, item.level))
        return number

    def _next_number(self) -> str:
        return str(self._first + len(self._lists) + len(self._restarted))

    def _add_list(self, item: ListItem) -> _List:
        made = _List(self._next_number(), self._find_home(item.style), {item.level: item.style})
        self._lists.append(made)
        return made

    def _find_home(self, style: str) -> str:
        """The list of the template that a style counts with."""
        number = self._template.styles[style.lower()].number_id
        home = self._template.facts.abstract_numbers.get(number or "", "")
        if home not in self._template.facts.list_levels:
            hint = "Di Word: Ubah Gaya > Format > Penomoran, lalu pilih bentuk daftarnya."
            message = f"gaya “{style}” tidak mempunyai penomoran"
            raise ProblemsFound([Problem("RJ043", Location(self._template.name), message, hint)])
        return home

    # What Word is told

    def write_numbering(self) -> tuple[str, str]:
        """The definitions of all lists, and the numbers that point at them."""
        first = max((int(home) for home in self._template.facts.list_levels), default=0) + 1
        places = {made.number: first + index for index, made in enumerate(self._lists)}
        definitions = "".join(self._write_list(made, places[made.number]) for made in self._lists)
        pointing = [(int(made.number), places[made.number], "") for made in self._lists]
        for number, outer, level in self._restarted:
            anew = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            pointing.append((int(number), places[outer.number], anew))
        numbers = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{place}"/>{anew}</w:num>'
            for number, place, anew in sorted(pointing)
        )
        return definitions, numbers

    def _write_list(self, made: _List, place: int) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{place}"><w:nsid w:val="{_OWN + place:08X}"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{_OWN + place:08X}"/>'
            f"{''.join(self._write_levels(made))}</w:abstractNum>"
        )

    def _write_levels(self, made: _List) -> Iterator[str]:
        for level, own in enumerate(self._template.facts.list_levels[made.home]):
            style = made.styles.get(level)
            yield _count_as(own, self._template.facts.list_levels[self._find_home(style)][0], level) if style else own


def _count_as(level: str, first: str, number: int) -> str:
    """A level that counts as the `first` of another list does, and keeps its own indent."""
    form, text = _FORM.search(first), _TEXT.search(first)
    if form is None or text is None:
        return level
    pattern = text[2].replace("%1", f"%{number + 1}")
    level = _FORM.sub(lambda _: form[0], _LEVEL.sub(f'w:ilvl="{number}"', level, count=1))
    return _TEXT.sub(lambda own: own[1] + pattern + own[3], level)
