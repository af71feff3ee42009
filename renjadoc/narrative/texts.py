"""Walks every text of a content file, so that a wrong mark or placeholder is found before anything is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from renjadoc.content.load import Source
from renjadoc.content.positions import join
from renjadoc.narrative import spans
from renjadoc.narrative.placeholders import PlaceholderError
from renjadoc.problem import Problem

#: A file whose raw text has none of these needs no walk; a long table of plain cells passes at once.
_ANY_MARK = re.compile(r"\*|\{\{|\[\[|\]\]|\\\\")


def check(source: Source, evaluate: spans.Evaluate) -> list[Problem]:
    """Every text of `source` whose marks or placeholders are wrong."""
    if _ANY_MARK.search(source.text) is None:
        return []
    problems = []
    for pointer, text in texts(source.data):
        try:
            spans.parse(text, evaluate)
        except spans.MarkError as error:
            problems.append(source.problem("RJ022", pointer, error.message, error.hint))
        except PlaceholderError as error:
            problems.append(source.problem(error.code, pointer, error.message, error.hint))
    return problems


def texts(data: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every string below, with its pointer; keys that start with `$` belong to the editor, not to the document."""
    if isinstance(data, str):
        yield pointer, data
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from texts(item, join(pointer, index))
    elif isinstance(data, dict):
        for key, value in data.items():
            if not key.startswith("$"):
                yield from texts(value, join(pointer, key))
