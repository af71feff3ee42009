"""Two changes to one text: both are taken where they do not meet."""

from __future__ import annotations

import pytest

from renjadoc.edits.three_way import merge_texts


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ("satu dwi tiga", "satu dua tiga.", "satu dwi tiga."),
        ("satu dwi tiga", "satu dua catur", "satu dwi catur"),
        ("satu dwi tiga", "satu dwi tiga", "satu dwi tiga"),
        ("satu dua, tiga.", "satu dua, tiga", "satu dua, tiga."),
        # Where one ends the other begins: nobody can say what is meant.
        ("satu dwi tiga", "satu dua, tiga", None),
        ("satu dua tri", "satu dua tiga.", None),
        ("eka dua tiga", "(satu dua tiga", None),
        ("satu dwi tiga", "satu tiga", None),
    ],
)
def test_changes_that_touch_are_a_conflict(ours: str, theirs: str, merged: str | None) -> None:
    assert merge_texts("satu dua tiga", ours, theirs) == merged
    assert merge_texts("satu dua tiga", theirs, ours) == merged


@pytest.mark.lambat
def test_marks_that_are_never_closed_take_no_longer_than_they_are_long() -> None:
    """Read on to the end for each of them, these would take hours."""
    base = "satu " + "{{" * 200_000
    assert merge_texts(base, f"{base} dua", base) == f"{base} dua"
    assert merge_texts(base, base.replace("satu", "eka"), f"{base} dua") == base.replace("satu", "eka") + " dua"


def test_a_placeholder_is_one_word() -> None:
    assert merge_texts("{{ a }} b", "{{ c }} b", "{{ d }} b") is None
