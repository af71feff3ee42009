"""Values of an old or returned Word table, read from what people type."""

from __future__ import annotations

from itertools import product

import pytest

from renjadoc.tables.old import READERS, Unfit


@pytest.mark.parametrize(("text", "value"), [("11", 11), ("11.", 11), (" ", None), ("", None)])
def test_a_row_number_is_whole(text: str, value: int | None) -> None:
    assert READERS["bulat"](text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *product(["bulat", "uang", "kode"], ["11 diubah", "²", "sebelas", "1e5"]),
        ("bulat", "9" * 5000),
        ("uang", "9" * 5000),
    ],
)
def test_what_is_no_number_is_refused_in_words(kind: str, text: str) -> None:
    with pytest.raises(Unfit, match="“"):
        READERS[kind](text)
