"""Folders of an earlier version, frozen, make the document that they made then."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from renjadoc.compose import compose_document
from renjadoc.reading import Reading
from renjadoc.span import plain_text
from renjadoc.word import blocks
from tests.conftest import ROOT, read

BEKU = ROOT / "tests" / "contoh" / "beku"


def describe_blocks(content: list[blocks.Block]) -> Iterator[Any]:
    """Every block as it reads: its kind and texts; of a table its pattern and the cells of every row."""
    for block in content:
        kind = type(block).__name__
        if isinstance(block, blocks.PatternTable | blocks.GridTable):
            caption = block.caption
            assert caption is not None
            yield [kind, caption.label, *map(plain_text, caption.lines)]
            if isinstance(block, blocks.PatternTable):
                yield from ({"pola": block.pattern, **row} for row in block.rows)
            yield from (["catatan", plain_text(note.line)] for note in block.notes)
        elif isinstance(block, blocks.Picture):
            yield [kind, block.alt]
        else:
            yield [kind, getattr(block, "number", ""), plain_text(block.line)]


@pytest.mark.parametrize("name", ["2021", "awal"])
def test_the_document_is_the_one_of_then(name: str) -> None:
    document = compose_document(Reading(read(BEKU / name)))
    now = [json.loads(json.dumps(one, default=str)) for one in describe_blocks(document.content)]
    then = json.loads((BEKU / f"{name}.json").read_text("utf-8"))
    # A row may have cells that its pattern did not print then.
    shown = [
        {key: new.get(key) for key in old} if isinstance(old, dict) else new for old, new in zip(then, now, strict=True)
    ]
    assert shown == then
