"""Walks every text of a content file, so that a wrong mark or placeholder is found before anything is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from renjadoc.content.load import Source
from renjadoc.content.pointers import join
from renjadoc.narrative import spans
from renjadoc.narrative.placeholders import PlaceholderError
from renjadoc.problem import Problem


def check_marks(source: Source, marked: Iterable[tuple[str, str]], parse: Callable[[str], object]) -> list[Problem]:
    """The texts of `source` (those with marks, by pointer) whose marks or placeholders `parse` refuses."""
    problems = []
    for pointer, text in marked:
        try:
            parse(text)
        except spans.MarkError as error:
            problems.append(source.problem("RJ022", pointer, error.message, error.hint))
        except PlaceholderError as error:
            problems.append(source.problem(error.code, pointer, error.message, error.hint))
    return problems


def check_names(source: Source, texts: Iterable[tuple[str, str]]) -> list[Problem]:
    """The names of `source` (names of an office, titles of regulations) that want something computed.

    They are facts and are printed as they are typed, marks too; a placeholder printed so is never what was meant.
    """
    hint = "Tulis isinya langsung: nama dan judul di sini dicetak persis seperti diketik."
    return [
        source.problem("RJ021", pointer, "{{ … }} tidak dihitung dalam isian ini", hint)
        for pointer, text in texts
        if "{{" in text
    ]


def walk_marked(data: object) -> Iterator[tuple[str, str]]:
    """Every text below that has marks or placeholders, with its pointer; keys that start with `$` are the editor's."""
    for keys, text in _walk_marked_keys(data, ()):
        yield join("", *keys), text


def _walk_marked_keys(data: object, keys: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    members: Any = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for key, value in members:
        if isinstance(value, str):
            if spans.has_marks(value) and not str(key).startswith("$"):
                yield (*keys, key), value
        elif isinstance(value, list | dict):
            yield from _walk_marked_keys(value, (*keys, key))
