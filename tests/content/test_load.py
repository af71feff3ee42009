"""Where a value of a file stands, and where a word within it."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.content.load import Source

TEXT = '{\n  "isi": ["satu dua", "dua \\u0022kali\\u0022 dua"],\n  "dua": 2\n}'
SOURCE = Source(Path("bab-1.json"), "bab-1.json", TEXT, {})


@pytest.mark.parametrize(
    ("pointer", "key", "match", "place"),
    [
        ("/isi/0", False, "", (2, 11)),
        ("/isi/0", False, "dua", (2, 17)),
        ("/isi/1", False, "dua", (2, 24)),
        # Of another value, or written with escapes: the start of the value.
        ("/isi/0", False, "kali", (2, 11)),
        ("/isi/1", False, '"kali"', (2, 23)),
        ("/dua", True, "", (3, 3)),
        ("/dua", False, "", (3, 10)),
        ("", False, "", (1, 1)),
    ],
)
def test_a_word_is_found_within_its_value(pointer: str, key: bool, match: str, place: tuple[int, int]) -> None:
    found = SOURCE.at(pointer, key=key, match=match)
    assert (found.file, found.line, found.column, found.pointer) == ("bab-1.json", *place, pointer)


def test_a_value_is_given_as_it_is_written() -> None:
    assert (SOURCE.raw("/isi/1"), SOURCE.raw("/dua")) == ('"dua \\u0022kali\\u0022 dua"', "2")
