"""CSV files as Excel writes them: their letters, and the sign between their cells."""

from __future__ import annotations

import pytest

from renjadoc import separated

ROWS = [["nama", "pagu"], ["Dinas “Contoh”, Bidang A", "1.000"], ["b, c, d", "2"]]


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_rows_are_read_in_any_letters_and_with_any_sign(letters: str, sign: str) -> None:
    """Names hold commas, and the more the less they part cells."""
    raw = "\r\n".join(sign.join(row) for row in ROWS).encode(letters)
    text = separated.decode_text(raw)
    assert list(separated.read_rows(text, separated.find_delimiter(text))) == ROWS


def test_a_blank_before_a_quotation_mark_is_no_part_of_the_cell() -> None:
    assert list(separated.read_rows('a; "b;c"\0', ";")) == [["a", "b;c"]]
