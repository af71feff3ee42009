"""Walks every text of a content file, so that a wrong mark or placeholder is found before anything is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from renjadoc.content.load import Source
from renjadoc.content.positions import join
from renjadoc.narrative import spans
from renjadoc.narrative.placeholders import PlaceholderError
from renjadoc.problem import Problem

#: A file whose raw text has none of these needs no walk; a long table of plain cells passes at once.
_ANY_MARK = re.compile(r"\*|\{\{|\[\[|\]\]|\\\\")


def check(source: Source, parse: Callable[[str], object]) -> list[Problem]:
    """Every text of `source` whose marks or placeholders `parse` refuses."""
    problems = []
    for pointer, text in marked(source):
        try:
            parse(text)
        except spans.MarkError as error:
            problems.append(source.problem("RJ022", pointer, error.message, error.hint))
        except PlaceholderError as error:
            problems.append(source.problem(error.code, pointer, error.message, error.hint))
    return problems


def marked(source: Source) -> Iterator[tuple[str, str]]:
    """Every text of `source` that has marks or placeholders, with its pointer."""
    if _ANY_MARK.search(source.text) is not None:
        for keys, text in _marked(source.data, ()):
            yield join("", *keys), text


def _marked(data: Any, keys: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text with marks below, with its keys; those that start with `$` belong to the editor."""
    members: Any = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for key, value in members:
        if isinstance(value, str):
            if spans.has_marks(value) and not str(key).startswith("$"):
                yield (*keys, key), value
        elif isinstance(value, list | dict):
            yield from _marked(value, (*keys, key))
