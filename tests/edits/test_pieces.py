"""Edits to JSON text: only what changes is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from renjadoc.content.load import Source
from renjadoc.content.pointers import join
from renjadoc.edits import pieces as edit

SCALARS = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=12)
DOCUMENTS = st.recursive(
    st.dictionaries(st.text(max_size=5), SCALARS, min_size=1, max_size=4),
    lambda inner: st.dictionaries(
        st.text(max_size=5), SCALARS | inner | st.lists(SCALARS | inner, max_size=4), max_size=4
    ),
    max_leaves=20,
)


def _leaves(data: Any, pointer: str = "") -> list[str]:
    members = data.items() if isinstance(data, dict) else enumerate(data)
    found = []
    for key, value in members:
        at = join(pointer, key)
        found += _leaves(value, at) if isinstance(value, dict | list) else [at]
    return found


def _raw(text: str, pointer: str) -> str:
    """The value at a pointer as it is written."""
    return Source(Path("x"), "x", text).raw(pointer)


@given(DOCUMENTS, st.sampled_from([None, 1, 2, "\t"]), st.booleans(), st.data())
def test_edits_change_their_values_and_nothing_else(data: Any, indent: Any, ascii_only: bool, draw: Any) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    pointers = _leaves(data)
    chosen = draw.draw(st.lists(st.sampled_from(pointers), unique=True)) if pointers else []
    edits = [edit.value(pointer, draw.draw(SCALARS)) for pointer in chosen]
    back = [edit.Edit(pointer, _raw(text, pointer)) for pointer in chosen]
    changed = edit.apply(text, edits)
    for one in edits:
        assert _raw(changed, one.pointer) == one.text
    # Putting the old values back gives the old text, so nothing beside them was touched.
    assert edit.apply(changed, back) == text


def test_no_edits_no_change() -> None:
    assert edit.apply('{ "a":1 }', []) == '{ "a":1 }'
