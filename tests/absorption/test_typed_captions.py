"""serap: a caption that was typed anew with its number, which is printed anyway."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.absorption.run import plan_absorption
from tests.absorption.paper import Paper, W, make


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Tabel 2.1 Evaluasi Kinerja Tahun Lalu", "Evaluasi Kinerja Tahun Lalu"),
        ("Tabel 2.1. Evaluasi Kinerja", "Evaluasi Kinerja"),
        ("Evaluasi Tabel 2.1", "Evaluasi Tabel 2.1"),
    ],
)
def test_the_number_is_no_part_of_the_title(place: Path, typed: str, title: str) -> None:
    paper = Paper(place / "isi.docx")
    caption = next(
        one
        for one in paper.body.iter(f"{W}p")
        if paper.text(one).startswith("Tabel 2.1") and "PAGEREF" not in "".join(one.itertext())
    )
    for child in [one for one in caption if one.tag != f"{W}pPr"]:
        caption.remove(child)
    caption.append(make(f"<w:r><w:t>{typed}</w:t></w:r>"))
    paper.save()
    changed = [change.new for change in plan_absorption(place / "isi.docx", place / "isi").changes if change.new]
    assert changed == [title]
