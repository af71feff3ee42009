"""What a paragraph that came back says in the words of the content: edits beside a computed value leave it in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rapidfuzz.distance import Indel

from renjadoc.edits.three_way import align_words
from renjadoc.narrative import spans, written
from renjadoc.span import Span, plain_text
from renjadoc.unbroken import as_seen
from renjadoc.word.reader.document import Piece, spans_of
from renjadoc.word.reader.made import BaseParagraph

#: Stands for the mark of a footnote where words are compared.
_MARK = "\ufffc"
_WORDS = r"(?:Rp\s?)?\d[\d.,]*\d|\w+|\s|[^\w\s]"


@dataclass(frozen=True)
class Retold:
    """The new source; `conflicts` are (computed value, what stands there now); `whole` if nothing can be written.

    `gone` are computed values that are not there any more, `kept` the sources of those that are.
    """

    source: str
    conflicts: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    gone: tuple[Span, ...] = ()
    kept: tuple[str, ...] = ()


def base_spans(base: BaseParagraph) -> list[Span]:
    """The spans of a paragraph as it was made, computed values with their source; none if its source is no text."""
    if base.kind == "regulasi":
        return [Span(base.text)]
    values = iter(base.values)
    try:
        return spans.parse_spans(base.source, lambda _: next(values, ""))
    except spans.MarkError:
        return []


def retell_pieces(
    was: list[Span],
    pieces: Sequence[Piece],
    source: str | None,
    spare: Sequence[Span] = (),
    elsewhere: Iterable[str] = (),
) -> Retold:
    """`pieces` as content text, where `was` is what the paragraph said when it was made.

    `source` is how the content wrote that; None where no one text of it did (a new, a joined paragraph). `spare` are
    computed values that left other paragraphs and may have come here; `elsewhere` the sources of those that the other
    half of a divided paragraph shows, so that nothing here can stand for them.
    """
    back = spans_of(pieces)
    if source is not None and _join_looks(was) == _join_looks(back):
        return Retold(source)
    said = as_seen(plain_text(was))
    spare = [span for span in spare if _is_telling(span) and (span.note or span.text not in said)]
    old = _cut_old(was)
    new = _cut_new(back, [span.text for span in [*was, *spare] if span.source])
    retelling = _Retelling(old, new, spare, elsewhere).retell()
    left = {_name_whole(span) for span in retelling.spans}
    gone = tuple(span for span in was if (span.source or span.note) and _name_whole(span) not in left)
    unchanged = list(map(_what_is_seen, old)) == list(map(_what_is_seen, retelling.spans))
    text = source if source is not None and unchanged else written.write_spans(retelling.spans)
    kept = tuple(span.source for span in retelling.spans if span.source)
    return Retold(text, tuple(retelling.conflicts), retelling.whole, gone, kept)


def _is_telling(span: Span) -> bool:
    """Whether a computed value is known by its text alone: `2` may stand for anything. A footnote is."""
    return bool(span.note) or (bool(span.source) and (len(span.text) > 3 or not span.text.isdigit()))


def _name_whole(span: Span) -> str:
    """What a token is known by that is taken whole: a computed value, a footnote."""
    return _MARK + as_seen(plain_text(span.note)) if span.note else span.source


def _join_looks(line: Iterable[Span]) -> list[tuple[Any, str]]:
    """Stretches of one look; what a reader sees of a paragraph and its footnotes, no blank at its ends."""
    shown = (span for span in line if span.text or span.note)
    looks = groupby(shown, key=lambda span: (span.bold, span.italic, _join_looks(span.note)))
    joined = [(look, as_seen("".join(span.text for span in group))) for look, group in looks]
    joined[:1] = [(look, text.lstrip()) for look, text in joined[:1]]
    joined[-1:] = [(look, text.rstrip()) for look, text in joined[-1:]]
    return joined


def _what_is_seen(span: Span) -> tuple[object, ...]:
    """What makes two tokens the same to a reader: the look of a blank is not seen."""
    look = (span.bold, span.italic) if span.text.strip() else None
    return as_seen(span.text), look, span.source, written.write_spans(span.note)


def _cut_old(was: Iterable[Span]) -> list[Span]:
    tokens = []
    for span in was:
        texts = [span.text] if span.source or span.note else re.findall(_WORDS, span.text)
        tokens += [span._replace(text=text) for text in texts]
    return tokens


def _cut_new(back: Sequence[Span], values: list[str]) -> list[Span]:
    """Tokens of what came back; the text of a computed value is one of them, and so is the mark of a footnote."""
    known = sorted({as_seen(value) for value in values if value}, key=len, reverse=True)
    alternatives = [rf"(?<![\w]){re.escape(v)}" + (r"(?!\d)" if v[-1].isdigit() else "") for v in known]
    pattern = re.compile("|".join([*alternatives, _WORDS]))
    shown = [(span, _MARK if span.note else span.text) for span in back]
    text = "".join(said for _, said in shown)
    looks = [span._replace(text="") for span, said in shown for _ in said]
    tokens = []
    for match in pattern.finditer(text):
        for start, end in _cut_at_looks(looks, match.start(), match.end(), match[0] in known):
            tokens.append(looks[start]._replace(text="" if looks[start].note else text[start:end]))
    return tokens


def _cut_at_looks(looks: Sequence[object], start: int, end: int, whole: bool) -> list[tuple[int, int]]:
    """A token cut where its look changes, but for the text of a computed value."""
    cuts = [] if whole else [at for at in range(start + 1, end) if looks[at] != looks[at - 1]]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


class _Retelling:
    """One pass over the differences between what was made and what came back."""

    def __init__(self, old: list[Span], new: list[Span], spare: Sequence[Span], elsewhere: Iterable[str] = ()) -> None:
        self._old, self._new, self._spare = old, new, spare
        self._elsewhere = Counter(elsewhere)
        self.spans: list[Span] = []
        self.conflicts: list[tuple[str, str]] = []
        self.whole = False

    def retell(self) -> _Retelling:
        texts = [[_MARK if s.note else as_seen(s.text) for s in tokens] for tokens in (self._old, self._new)]
        for kind, a, b, c, d in align_words(*texts):
            if kind == "equal":
                pairs = zip(self._old[a:b], self._new[c:d], strict=True)
                self.spans += [self._retell_equal(old, new) for old, new in pairs]
            else:
                self._retell_changed(a, b, self._with_moved(self._new[c:d]))
        self._close_notes()
        return self

    def _retell_equal(self, old: Span, new: Span) -> Span:
        """A token that is still there; of a footnote the mark, while what it says may be another."""
        if not old.note or _join_looks(old.note) == _join_looks(new.note):
            return old._replace(bold=new.bold, italic=new.italic)
        values = [span.text for span in old.note if span.source]
        inside = _Retelling(_cut_old(old.note), _cut_new(new.note, values), self._spare).retell()
        self.conflicts += inside.conflicts
        self.whole = self.whole or inside.whole
        return old._replace(note=tuple(inside.spans))

    def _with_moved(self, new: list[Span]) -> list[Span]:
        """The new tokens, those that are a computed value or a footnote which went elsewhere as that again."""
        homeless = {_name_text(span): span for span in [*self._spare, *self._old] if _is_telling(span)}
        named = [(span, homeless.get(_name_text(span))) for span in new]
        return [known._replace(bold=span.bold, italic=span.italic) if known else span for span, known in named]

    def _retell_changed(self, a: int, b: int, new: list[Span]) -> None:
        gone = [span for span in self._old[a:b] if span.source and span.source not in {s.source for s in new}]
        typed = "".join(span.text for span in new).strip()
        hit = [span for span in gone if typed and not self._went_elsewhere(span) and _stands_for(span.text, typed)]
        if hit and b - a == 1:
            # Only the figure itself was changed: it stays, and the change is shown.
            self.conflicts.append((hit[0].text, typed))
            self.spans.append(self._old[a])
            return
        if hit:
            self.whole = True
            self.conflicts += [(span.text, typed) for span in hit]
        self.spans += [span._replace(open=False) for span in new]

    def _went_elsewhere(self, span: Span) -> bool:
        """Whether a computed value is one of those that stand elsewhere: each is there for one that is gone here."""
        if not self._elsewhere[span.source]:
            return False
        self._elsewhere[span.source] -= 1
        return True

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


def _name_text(span: Span) -> str:
    """What a token shows: by it a value that was computed, or a footnote, is known elsewhere."""
    return _name_whole(span) if span.note else as_seen(span.text)


def _stands_for(value: str, typed: str) -> bool:
    """Whether what was typed stands for a computed value: a figure for a figure, a name much like the name."""
    if any(sign.isdigit() for sign in value):
        return any(sign.isdigit() for sign in typed)
    return Indel.normalized_similarity(value.casefold(), typed.casefold()) >= 0.5
