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
