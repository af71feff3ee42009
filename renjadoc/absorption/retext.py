"""What a paragraph that came back says in the words of the content: edits beside a computed value leave it in place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

from renjadoc.edits.three_way import match_words
from renjadoc.narrative import spans, written
from renjadoc.span import Span, plain_text
from renjadoc.unbroken import as_seen
from renjadoc.word.reader.document import Piece
from renjadoc.word.reader.made import BaseParagraph

_WORDS = r"(?:Rp\s?)?\d[\d.,]*\d|\w+|\s|[^\w\s]"


@dataclass(frozen=True)
class Retold:
    """The new source; `conflicts` are (computed value, what stands there now); `whole` if nothing can be written.

    `gone` are computed values that are not there any more.
    """

    source: str
    conflicts: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    gone: tuple[Span, ...] = ()


def base_spans(base: BaseParagraph) -> list[Span]:
    """The spans of a paragraph as it was made, computed values with their source; none if its source is no text."""
    if base.kind == "regulasi":
        return [Span(base.text)]
    values = iter([text for text, computed in base.pieces if computed])
    try:
        return spans.parse_spans(base.source, lambda _: next(values, ""))
    except spans.MarkError:
        return []


def retell_pieces(was: list[Span], pieces: Sequence[Piece], source: str | None, spare: Sequence[Span] = ()) -> Retold:
    """`pieces` as content text, where `was` is what the paragraph said when it was made.

    `source` is how the content wrote that; None where no one text of it did (a new, a joined paragraph). `spare` are
    computed values that left other paragraphs and may have come here.
    """
    if source is not None and _join_looks(was) == _join_looks(_as_spans(pieces)):
        return Retold(source)
    said = as_seen(plain_text(was))
    spare = [span for span in spare if _is_telling(span) and span.text not in said]
    old = _cut_old(was)
    new = _cut_new(pieces, [span.text for span in [*was, *spare] if span.source])
    retelling = _Retelling(old, new, spare).retell()
    left = {span.source for span in retelling.spans}
    gone = tuple(span for span in was if span.source and span.source not in left)
    unchanged = list(map(_what_is_seen, old)) == list(map(_what_is_seen, retelling.spans))
    text = source if source is not None and unchanged else written.write_spans(retelling.spans)
    return Retold(text, tuple(retelling.conflicts), retelling.whole, gone)


def _is_telling(span: Span) -> bool:
    """Whether a computed value is known by its text alone: `2` may stand for anything."""
    return bool(span.source) and (len(span.text) > 3 or not span.text.isdigit())


def _as_spans(pieces: Sequence[Piece]) -> list[Span]:
    """What came back as spans of plain text."""
    return [Span(piece.text, piece.look.bold, piece.look.italic) for piece in pieces]


def _join_looks(line: list[Span]) -> list[tuple[tuple[bool, bool], str]]:
    """Stretches of one look; what a reader sees of a paragraph."""
    looks = groupby(line, key=lambda span: (span.bold, span.italic))
    return [(look, as_seen("".join(span.text for span in group))) for look, group in looks]


def _what_is_seen(span: Span) -> tuple[object, ...]:
    """What makes two tokens the same to a reader: the look of a blank is not seen."""
    look = (span.bold, span.italic) if span.text.strip() else None
    return as_seen(span.text), look, span.source


def _cut_old(was: list[Span]) -> list[Span]:
    tokens = []
    for span in was:
        texts = [span.text] if span.source else re.findall(_WORDS, span.text)
        tokens += [span._replace(text=text) for text in texts]
    return tokens


def _cut_new(pieces: Sequence[Piece], values: list[str]) -> list[Span]:
    """Tokens of what came back; the text of a computed value is one of them."""
    known = sorted({as_seen(value) for value in values if value}, key=len, reverse=True)
    alternatives = [rf"(?<![\w]){re.escape(v)}" + (r"(?!\d)" if v[-1].isdigit() else "") for v in known]
    pattern = re.compile("|".join([*alternatives, _WORDS]))
    text = "".join(piece.text for piece in pieces)
    looks = [piece.look for piece in pieces for _ in piece.text]
    tokens = []
    for match in pattern.finditer(text):
        for start, end in _cut_at_looks(looks, match.start(), match.end(), match[0] in known):
            look = looks[start]
            tokens.append(Span(text[start:end], look.bold, look.italic, look.open))
    return tokens


def _cut_at_looks(looks: Sequence[object], start: int, end: int, whole: bool) -> list[tuple[int, int]]:
    """A token cut where its look changes, but for the text of a computed value."""
    cuts = [] if whole else [at for at in range(start + 1, end) if looks[at] != looks[at - 1]]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


class _Retelling:
    """One pass over the differences between what was made and what came back."""

    def __init__(self, old: list[Span], new: list[Span], spare: Sequence[Span]) -> None:
        self._old, self._new, self._spare = old, new, spare
        self.spans: list[Span] = []
        self.conflicts: list[tuple[str, str]] = []
        self.whole = False

    def retell(self) -> _Retelling:
        texts = [as_seen(span.text) for span in self._old], [span.text for span in self._new]
        for kind, a, b, c, d in match_words(*texts).get_opcodes():
            if kind == "equal":
                pairs = zip(self._old[a:b], self._new[c:d], strict=True)
                self.spans += [old._replace(bold=new.bold, italic=new.italic) for old, new in pairs]
            else:
                self._retell_changed(a, b, self._with_moved(a, b, self._new[c:d]))
        self._close_notes()
        return self

    def _with_moved(self, a: int, b: int, new: list[Span]) -> list[Span]:
        """The new tokens, those that are the text of a computed value which went elsewhere as that value again."""
        homeless = {as_seen(span.text): span for span in [*self._spare, *self._old] if _is_telling(span)}
        return [
            homeless[span.text]._replace(bold=span.bold, italic=span.italic) if span.text in homeless else span
            for span in new
        ]

    def _retell_changed(self, a: int, b: int, new: list[Span]) -> None:
        gone = [span for span in self._old[a:b] if span.source and span.source not in {s.source for s in new}]
        typed = "".join(span.text for span in new).strip()
        hit = [span for span in gone if typed and _stands_for(span.text, typed)]
        if hit and b - a == 1:
            # Only the figure itself was changed: it stays, and the change is shown.
            self.conflicts.append((hit[0].text, typed))
            self.spans.append(self._old[a])
            return
        if hit:
            self.whole = True
            self.conflicts += [(span.text, typed) for span in hit]
        self.spans += [span._replace(open=False) for span in new]

    def _close_notes(self) -> None:
        """What was written inside an open note belongs to it."""
        for index, span in enumerate(self.spans[1:-1], 1):
            if self.spans[index - 1].open and any(later.open for later in self.spans[index + 1 :]):
                inside = "[" in self._text_before(index) and not self._text_before(index).endswith("]")
                self.spans[index] = span._replace(open=span.open or inside)

    def _text_before(self, index: int) -> str:
        text = ""
        for span in reversed(self.spans[:index]):
            if not span.open:
                break
            text = span.text + text
        return text


def _stands_for(value: str, typed: str) -> bool:
    """Whether what was typed stands for a computed value: a figure for a figure, a name much like the name."""
    if any(sign.isdigit() for sign in value):
        return any(sign.isdigit() for sign in typed)
    return Indel.normalized_similarity(value.casefold(), typed.casefold()) >= 0.5
