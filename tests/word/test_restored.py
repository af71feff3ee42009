"""Marks that a program lost come back from the copy that was sent, paragraph by paragraph."""

from __future__ import annotations

import pytest

from renjadoc.word.reader import restored
from renjadoc.word.reader.document import Piece, WordParagraph
from renjadoc.word.reader.restored import restore_marks


def sent(*texts: str) -> list[WordParagraph]:
    """Paragraphs whose marks are their texts, each with a style of its own."""
    made = [WordParagraph([Piece(text, anchors=(text,))]) for text in texts]
    for number, paragraph in enumerate(made):
        paragraph.style, paragraph.numbering, paragraph.level = f"gaya {number}", str(number), 1
    return made


def back(*texts: str) -> list[WordParagraph]:
    return [WordParagraph([Piece(text)]) for text in texts]


def marks(paragraphs: list[WordParagraph]) -> list[str]:
    return ["".join(anchor for piece in one.pieces for anchor in piece.anchors) for one in paragraphs]


ONE, TWO, THREE = "Dinas menata arsip desa", "Kantor memiliki gedung baru", "Petani menanam padi sawah"


@pytest.mark.parametrize(
    ("came", "found"),
    [
        ([ONE, TWO, THREE], [ONE, TWO, THREE]),
        ([ONE, f"{TWO} sekali", THREE], [ONE, TWO, THREE]),
        ([ONE, "Sesuatu yang sama sekali lain", THREE], [ONE, "", THREE]),
        ([TWO, THREE, ONE], [TWO, THREE, ONE]),
        ([ONE, "Sisipan kata orang lain", TWO, THREE], [ONE, "", TWO, THREE]),
        ([f" {ONE.replace(' ', '  ')}", TWO], [ONE, TWO]),
        ([ONE, ""], [ONE, ""]),
    ],
)
def test_each_paragraph_is_the_one_that_it_continues(came: list[str], found: list[str]) -> None:
    returned = back(*came)
    before = sent(ONE, TWO, THREE)
    assert restore_marks(returned, before)
    assert marks(returned) == found
    styles = {paragraph.text: paragraph.style for paragraph in before}
    assert [one.style for one in returned if marks([one]) != [""]] == [styles[mark] for mark in found if mark]


def test_a_document_with_marks_of_its_own_stays_as_it_is() -> None:
    returned = [*back(ONE), *sent(TWO)]
    assert not restore_marks(returned, sent(ONE, TWO))
    assert marks(returned) == ["", TWO]


def test_each_line_of_a_paragraph_has_its_mark() -> None:
    before = [WordParagraph([Piece("Tabel 1\n", anchors=("a",)), Piece("Judul", anchors=("b",))])]
    returned = back("Tabel 1\nJudul\nlagi")
    assert restore_marks(returned, before)
    assert [(piece.text, piece.anchors) for piece in returned[0].pieces] == [
        ("Tabel 1", ("a",)), ("\n", ()), ("Judul", ("b",)), ("\n", ()), ("lagi", ("b",)),
    ]  # fmt: skip


def test_what_the_program_kept_of_a_list_stays() -> None:
    returned, before = back(ONE, TWO), sent(ONE, TWO)
    returned[0].numbering, returned[0].level = "9", 2
    assert restore_marks(returned, before)
    assert [(one.numbering, one.level) for one in returned] == [("9", 2), ("1", 1)]


def test_a_stretch_that_is_all_new_is_no_change_of_the_old(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [ONE, TWO, THREE]
    for most, found in ((3, texts), (2, [""] * 3)):
        monkeypatch.setattr(restored, "_MOST_CHANGED", most)
        returned = back(*(f"{text} lagi" for text in texts))
        assert restore_marks(returned, sent(*texts))
        assert marks(returned) == found
