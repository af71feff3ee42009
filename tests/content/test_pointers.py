"""Pointers lead to what they were made for, whatever keys are called."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc.content.pointers import (
    find_parent,
    follow_pointer,
    index_of,
    join,
    parent_of,
    row_name,
    split,
    value_at,
    walk_values,
)

_KEYS = st.text(st.sampled_from("a/~01 "), max_size=4)
_DATA = st.recursive(
    st.integers() | _KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=20)
@given(_DATA)
def test_every_value_is_found_at_its_pointer(data: Any) -> None:
    for pointer, value in walk_values(data, "") if isinstance(data, list | dict) else ():
        container, key = find_parent(data, pointer)
        assert follow_pointer(data, pointer) == value_at(data, pointer) == container[key] == value
        assert join("", *split(pointer)) == pointer


@settings(max_examples=20)
@given(st.lists(_KEYS, min_size=1, max_size=4))
def test_keys_come_back(keys: list[str]) -> None:
    assert split(join("", *keys)) == keys


@pytest.mark.parametrize("pointer", ["/a/2", "/a/x", "/b", "/a/0/c", "/a/0/c/0"])
def test_where_nothing_stands_nothing_is_found(pointer: str) -> None:
    assert value_at({"a": ["x", 1]}, pointer) is None


def test_rows_know_their_place_and_name() -> None:
    data = {"nama": "Tabel", "program": [{"nama": "A", "sub": [{"pagu": 1}]}, {"nama": None, "pagu": 2}]}
    assert (parent_of("/program/0/sub/3"), index_of("/program/0/sub/3")) == ("/program/0", 3)
    assert [row_name(data, one) for one in ("/program/0/sub/0/pagu", "/program/1/pagu", "/program/9/pagu")] == [
        "A", "Tabel", "Tabel",
    ]  # fmt: skip
    assert row_name({"pagu": 1}, "/pagu") == ""
