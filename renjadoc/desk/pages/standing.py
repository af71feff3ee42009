"""Lists that are shown anew again and again: what stays in them stays on the page, so that no click on it is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from nicegui import ui

Key = TypeVar("Key", bound=Hashable)
Drawn = TypeVar("Drawn", bound=ui.element)


class StandingList(Generic[Key, Drawn]):
    """Elements in `body`, each for one thing that its key stands for.

    A browser's click on an element that was taken away meanwhile reaches nobody, and a list that is drawn anew as a
    whole takes all of them away.
    """

    def __init__(self, body: ui.element) -> None:
        self._body = body
        self._drawn: dict[tuple[Key, int], Drawn] = {}

    def show(self, keys: Iterable[Key], draw: Callable[[Key], Drawn]) -> list[Drawn]:
        """Show a thing for every key, in their order; only those that are new are drawn. Keys may come twice."""
        wanted = _number_repeats(keys)
        for gone in self._drawn.keys() - set(wanted):
            self._drawn.pop(gone).delete()
        with self._body:
            drawn = {one: self._drawn.get(one) or draw(one[0]) for one in wanted}
        for index, element in enumerate(drawn.values()):
            if self._body.default_slot.children[index] is not element:
                element.move(self._body, index)
        self._drawn = drawn
        return list(drawn.values())


def _number_repeats(keys: Iterable[Key]) -> list[tuple[Key, int]]:
    """Every key with how often it came before."""
    came: Counter[Key] = Counter()
    numbered = []
    for key in keys:
        numbered.append((key, came[key]))
        came[key] += 1
    return numbered
