"""Positions in JSON text: a marker value is found where it stands, however the tree around it looks."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from renjadoc.content.pointers import join, split
from renjadoc.content.positions import Positions

TREES = st.recursive(
    st.none() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)
MARK = "PENANDA-UNIK"


@st.composite
def marked(draw: st.DrawFn) -> tuple[Any, str]:
    """A tree with one marker value, and the marker's pointer."""
    tree: Any = MARK
    pointer = ""
    for _ in range(draw(st.integers(0, 4))):
        if draw(st.booleans()):
            before = draw(st.lists(TREES, max_size=3))
            tree, pointer = [*before, tree, draw(TREES)], join("", len(before)) + pointer
        else:
            key = draw(st.text(max_size=5))
            others = draw(st.dictionaries(st.text(max_size=5), TREES, max_size=3))
            others.pop(key, None)
            tree, pointer = {**others, key: tree}, join("", key) + pointer
    return tree, pointer


@given(marked(), st.sampled_from([None, 0, 2]), st.booleans())
def test_a_value_is_found_where_it_stands(case: tuple[Any, str], indent: int | None, ascii_only: bool) -> None:
    tree, pointer = case
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    offset = text.index(f'"{MARK}"')
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    assert Positions(text).find_place(pointer) == (line, column)


@given(st.lists(st.text(max_size=5)))
def test_pointers_split_as_they_were_joined(keys: list[str]) -> None:
    assert split(join("", *keys)) == keys


def test_a_missing_child_is_located_at_its_parent() -> None:
    assert Positions('{\n  "isi": []\n}').find_place("/isi/3/teks") == (2, 10)


def test_the_key_itself_can_be_asked_for() -> None:
    assert Positions('{\n  "isi": []\n}').find_place("/isi", key=True) == (2, 3)
