"""How much work and text filling a template may take: far above any Renja, far below what harms a machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2.exceptions import SecurityError

#: Nodes of the template that are gone through, and what going through a loop costs beside them: a plan of 60,000 rows
#: takes 14 million.
MAX_STEPS = 60_000_000
_ROUND = 30
#: Seconds of this process, asked for now and then; 60,000 rows take two.
MAX_SECONDS = 15
_OFTEN = 100_000
#: Of one text that a tag makes, and of a filled part; 60,000 rows are 150 million characters.
MAX_TEXT = 1_000_000
MAX_PART = 280_000_000
#: What a text is made of; a list has no form that anybody would print.
_CONTAINERS = (list, tuple, dict, set)


class TooMuch(SecurityError):
    """What a template asks for goes beyond its bounds; the message is Indonesian."""


class Budget:
    """What is left for one filling. Everything raises TooMuch when it is used up."""

    def __init__(self) -> None:
        self._steps, self._asked = MAX_STEPS, MAX_STEPS
        self._end = time.process_time() + MAX_SECONDS

    def spend(self, steps: int) -> None:
        """Take from what is left."""
        self._steps -= steps
        if self._steps > self._asked - _OFTEN:
            return
        self._asked = self._steps
        if self._steps < 0 or time.process_time() > self._end:
            raise TooMuch("perulangan atau hitungan dalam templat terlalu banyak")

    def count_steps(self, items: Iterable[Any], weight: int) -> Iterator[Any]:
        """What a loop goes through, each time for `weight` steps."""
        for item in items:
            self.spend(weight + _ROUND)
            yield item

    def check_text(self, text: object) -> Any:
        """A text that a tag made, if it is not too long."""
        if isinstance(text, str):
            refuse_length(len(text))
            self.spend(1 + len(text) // 100)
        return text

    def bound_filter(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter whose texts are neither made of lists nor too long."""

        @wraps(function)  # With what Jinja notes on it.
        def bounded(*arguments: Any, **named: Any) -> Any:
            for value in (*arguments, *named.values()):
                refuse_container(value)
            return self.check_text(function(*arguments, **named))

        return bounded


def refuse_length(length: int) -> None:
    """Raise TooMuch for a text longer than one tag may make."""
    if length > MAX_TEXT:
        raise TooMuch(f"teks yang dibuat lebih dari {MAX_TEXT:_} huruf".replace("_", "."))


def refuse_container(value: object) -> None:
    """Raise TooMuch for what is no single value."""
    if isinstance(value, _CONTAINERS):
        raise TooMuch("ini deret atau objek, bukan satu nilai; sebut bagiannya, atau pakai for")


def measure_replacement(text: object, old: object, new: object) -> None:
    """Raise TooMuch for a replacement that would make too long a text, before it is made."""
    for value in (text, old, new):
        refuse_container(value)
    refuse_length(len(str(text)) + str(text).count(str(old)) * len(str(new)))


def measure_joining(values: list[Any], separator: object) -> None:
    """Raise TooMuch for values that would be joined to too long a text, or are lists themselves."""
    for value in values:
        refuse_container(value)
    refuse_length(sum(len(str(value)) for value in values) + len(values) * len(str(separator)))
