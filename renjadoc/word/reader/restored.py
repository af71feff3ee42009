"""Gives a document that lost its marks and styles on the way (Google Docs) those of the copy that was sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from renjadoc.matching import Pairs, align_members, measure_likeness, pair_alike, pair_by_keys
from renjadoc.unbroken import as_seen
from renjadoc.word.reader.document import Piece, WordParagraph

#: So alike are two paragraphs between the same neighbours that one is the other changed.
_CHANGED = 0.5
#: More paragraphs than these that changed between two equal ones are no edit.
_MOST_CHANGED = 200


def restore_marks(back: Sequence[WordParagraph], sent: Sequence[WordParagraph]) -> bool:
    """Mark each paragraph of `back` as the one of `sent` that it continues, its style too; False where marks are there.

    Of a paragraph of several lines, as a caption is, each line is marked for itself.
    """
    if any(piece.anchors for paragraph in back for piece in paragraph.pieces):
        return False
    for new, old in _pair_paragraphs([_say(one.text) for one in sent], [_say(one.text) for one in back]).items():
        paragraph, before = back[new], sent[old]
        paragraph.style, paragraph.outline = before.style, before.outline
        paragraph.form, paragraph.level = paragraph.form or before.form, paragraph.level or before.level
        paragraph.numbering = paragraph.numbering or before.numbering
        paragraph.pieces = list(_mark_lines(paragraph.pieces, before.pieces))
    return True


def _say(text: str) -> str:
    return " ".join(as_seen(text).split())


def _pair_paragraphs(sent: Sequence[str], back: Sequence[str]) -> Pairs:
    """Which paragraph is which: equal ones in order, alike ones between them, and equal ones that were moved."""
    pairs: Pairs = {}

    def measure(old: int, new: int) -> float:
        return measure_likeness(sent[old], back[new], _CHANGED) if sent[old] and back[new] else 0.0

    for kind, start, end, first, last in align_members(sent, back):
        if kind == "equal":
            pairs.update(zip(range(first, last), range(start, end), strict=True))
        elif kind == "replace" and max(end - start, last - first) <= _MOST_CHANGED:
            pairs.update(pair_alike(range(start, end), range(first, last), measure, _CHANGED, ordered=True))
    free = [index for index in range(len(sent)) if index not in set(pairs.values())]
    unknown = [index for index in range(len(back)) if index not in pairs]
    moved = pair_by_keys([[sent[index]] for index in free], [[back[index]] for index in unknown])
    return pairs | {unknown[new]: free[old] for new, old in moved.items()}


def _mark_lines(pieces: Sequence[Piece], before: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the marks of their lines; lines more than there were have that of the last."""
    marks: list[tuple[str, ...]] = []
    for line in _split(before):
        marks.append(next((piece.anchors for piece in line if piece.anchors), ()))
    for number, line in enumerate(_split(pieces)):
        anchors = marks[min(number, len(marks) - 1)] if marks else ()
        if number:
            yield Piece("\n")
        yield from (piece._replace(anchors=anchors) for piece in line)


def _split(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The lines of a paragraph, without the breaks between them."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *more = piece.text.split("\n")
        lines[-1].append(piece._replace(text=first))
        for text in more:
            lines.append([piece._replace(text=text)])
    return [[piece for piece in line if piece.text or piece.note] for line in lines]
