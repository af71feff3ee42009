"""Names for new files: what a title becomes, and which of them is free."""

from __future__ import annotations

import pytest

from renjadoc.content.naming import make_stem, number_stem


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Peta Wilayah & Batas", "peta-wilayah-batas"),
        ("  (Lampiran) I.A  ", "lampiran-i-a"),
        ("../../etc/passwd", "etc-passwd"),
        ("…", ""),
        ("a" * 30, "a" * 20),
        ("Sembilan belas huruf", "sembilan-belas-huruf"),
        ("Delapan belas huru f", "delapan-belas-huru-f"),
        ("Enam belas huruf ini panjang", "enam-belas-huruf-ini"),
        ("Sembilan belas abcd - lalu", "sembilan-belas-abcd"),
    ],
)
def test_a_title_becomes_a_name_of_small_letters(title: str, stem: str) -> None:
    assert make_stem(title, 20) == stem


def test_a_name_that_is_taken_gets_the_first_free_number() -> None:
    assert number_stem("peta", set[str]().__contains__) == "peta"
    assert number_stem("peta", {"peta", "peta-2", "peta-4"}.__contains__) == "peta-3"
