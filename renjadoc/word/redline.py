"""Tracked changes from an older text to a newer: words, whole paragraphs, and the comments beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from renjadoc.span import Span, plain
from renjadoc.word import blocks, xml
from renjadoc.word.blocks import Anchor, Block, Caption, Line
from renjadoc.word.template import Template
from renjadoc.word.writer import Writer

#: What a review copy is made of: text blocks, and captions that stand alone because their tables are left out.
Part = Block | Caption

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_RUNS = re.compile(r"(?:<w:r>.*?</w:r>)+")
_BOOKMARKS = re.compile(r"<w:bookmark(?:Start|End)[^>]*/>")
_ALIKE = 0.5


@dataclass(frozen=True)
class Author:
    """Who is named beside tracked changes and comments, and when (ISO 8601, UTC)."""

    name: str
    date: str

    @property
    def attributes(self) -> str:
        return f'w:author="{xml.text(self.name)}" w:date="{xml.text(self.date)}"'


class ReviewWriter(Writer):
    """Writes the parts of a review copy; `remarks` are comments by (file, pointer) of the paragraph they belong to."""

    def __init__(self, template: Template, author: Author, remarks: Mapping[tuple[str, str], list[str]]) -> None:
        super().__init__(template, {})
        self._author, self._remarks = author, remarks
        self._older: Line | None = None
        self._revision = 0
        self.comments: list[str] = []

    def redline(self, older: list[Part], newer: list[Part]) -> str:
        """The newer text with every change from the older tracked."""
        return "".join(self._pair(old, new) for old, new in _aligned(older, newer))

    def part(self, part: Part) -> str:
        """One part as it is."""
        return self.caption(part) if isinstance(part, Caption) else self.block(part)

    def _pair(self, old: Part | None, new: Part | None) -> str:
        if new is None:
            return self._gone(old) if old is not None else ""
        if old is None:
            return self._whole(self.part(new), "ins")
        if _words(old) == _words(new):
            return self.part(new)
        if isinstance(new, Caption):
            return self._gone(old) + self._whole(self.part(new), "ins")
        self._older = getattr(old, "line", [])
        written = self.part(new)
        self._older = None
        return written

    def _gone(self, part: Part) -> str:
        """A part of the older text: it carries no anchors, and what its fields say is text."""
        anchors, remarks = len(self.anchors), self._remarks
        self._remarks = {}
        written = _BOOKMARKS.sub("", self.part(_without_references(part)))
        del self.anchors[anchors:]
        self._remarks = remarks
        return self._whole(written, "del")

    def _whole(self, paragraphs: str, kind: str) -> str:
        """Whole paragraphs through their marks, and all their runs."""
        marked = _RUNS.sub(lambda runs: self._revised(runs[0], kind), paragraphs)
        return re.sub("</w:pPr>", lambda _: f"<w:rPr>{self._mark(kind)}</w:rPr></w:pPr>", marked)

    def _mark(self, kind: str) -> str:
        return f'<w:{kind} w:id="{self._next()}" {self._author.attributes}/>'

    def _revised(self, runs: str, kind: str) -> str:
        if kind == "del":
            runs = runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            runs = runs.replace("<w:instrText", "<w:delInstrText").replace("</w:instrText>", "</w:delInstrText>")
        return f'<w:{kind} w:id="{self._next()}" {self._author.attributes}>{runs}</w:{kind}>'

    def _next(self) -> int:
        self._revision += 1
        # Far from the numbers of bookmarks and comments, which must differ from these.
        return 100_000 + self._revision

    # Words

    def spans(self, line: Line) -> str:
        if self._older is None:
            return super().spans(line)
        older, self._older = self._older, None
        pieces = (self._changed(kind, old, new) for kind, old, new in _changes(older, line))
        return "".join(pieces)

    def _changed(self, kind: str, old: Line, new: Line) -> str:
        if kind == "equal":
            return super().spans(new)
        gone = super().spans([replace(span, reference="") for span in old])
        come = super().spans(new)
        return (self._revised(gone, "del") if gone else "") + (self._revised(come, "ins") if come else "")

    # Comments

    def _anchored(self, anchor: Anchor | None, line: Line) -> str:
        written = super()._anchored(anchor, line)
        texts = self._remarks.get((anchor.file, anchor.pointer), []) if anchor else []
        return self._commented(written, texts) if texts else written

    def _commented(self, written: str, texts: list[str]) -> str:
        numbers = range(len(self.comments), len(self.comments) + len(texts))
        self.comments += texts
        starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        ends = "".join(
            f'<w:commentRangeEnd w:id="{number}"/>' + xml.run(f'<w:commentReference w:id="{number}"/>')
            for number in numbers
        )
        return starts + written + ends

    def comments_part(self) -> str:
        """The part that holds the comments."""
        written = "".join(
            f'<w:comment w:id="{number}" {self._author.attributes} w:initials="RJ"><w:p>{xml.text_run(text)}</w:p>'
            "</w:comment>"
            for number, text in enumerate(self.comments)
        )
        return f'<w:comments xmlns:w="{xml.W}">{written}</w:comments>'


def _without_references(part: Part) -> Part:
    if isinstance(part, blocks.Heading | blocks.Paragraph | blocks.ListItem):
        return replace(part, line=[replace(span, reference="") for span in part.line])
    return part


# Which paragraph is which


def _words(part: Part) -> tuple[object, ...]:
    """What a reader sees of a part: its shape, its text, its looks."""
    return (*_shape(part), *(_look(line) for line in _lines(part)))


def _lines(part: Part) -> list[Line]:
    return part.lines if isinstance(part, Caption) else [getattr(part, "line", [])]


def _look(line: Line) -> tuple[object, ...]:
    return tuple((token.text, token.bold, token.italic, token.open) for token in _tokens(line))


def _shape(part: Part) -> tuple[object, ...]:
    match part:
        case blocks.Heading():
            return "judul", part.level, part.number if part.level == 1 else ""
        case blocks.Paragraph():
            return "paragraf", part.style
        case blocks.ListItem():
            return "butir", part.style, part.level
        case Caption():
            return "judul_tabel", part.label
    return (type(part).__name__,)


def _text(part: Part) -> str:
    return "\n".join(plain(line) for line in _lines(part))


def _aligned(older: list[Part], newer: list[Part]) -> Iterator[tuple[Part | None, Part | None]]:
    keys = [_words(part) for part in older], [_words(part) for part in newer]
    for kind, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(older[a:b], newer[c:d], strict=True)
        else:
            yield from _alike(older[a:b], newer[c:d])


def _alike(older: list[Part], newer: list[Part]) -> Iterator[tuple[Part | None, Part | None]]:
    """Within a stretch that differs: pairs of one shape and much the same words, in order; the rest gone or new."""
    done = 0
    for new in newer:
        fits = [index for index in range(done, len(older)) if _shape(older[index]) == _shape(new)]
        best = max(fits, key=lambda index: _ratio(older[index], new), default=None)
        if best is None or _ratio(older[best], new) < _ALIKE:
            continue_with = None
        else:
            yield from ((gone, None) for gone in older[done:best])
            continue_with, done = older[best], best + 1
        yield continue_with, new
    yield from ((gone, None) for gone in older[done:])


def _ratio(old: Part, new: Part) -> float:
    return SequenceMatcher(None, _text(old).split(), _text(new).split(), autojunk=False).ratio()


# Which words are which


def _tokens(line: Line) -> list[Span]:
    """Words, blanks and signs with their looks; a reference is one."""
    tokens = []
    for span in line:
        texts = [span.text] if span.reference else _TOKENS.findall(span.text)
        tokens += [replace(span, text=text, source="") for text in texts]
    return tokens


def _changes(older: Line, newer: Line) -> Iterator[tuple[str, Line, Line]]:
    """(equal or changed, old words, new words), with no islands of blanks between changes."""
    old, new = _tokens(older), _tokens(newer)
    keys = [[replace(token, reference="") for token in tokens] for tokens in (old, new)]
    kept: list[tuple[str, int, int, int, int]] = []
    for code in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        kind = "equal" if code[0] == "equal" and not _island(code, old, len(old), len(new)) else "changed"
        if kept and kept[-1][0] == kind == "changed":
            kept[-1] = (kind, kept[-1][1], code[2], kept[-1][3], code[4])
        else:
            kept.append((kind, *code[1:]))
    for kind, a, b, c, d in kept:
        yield kind, _joined(old[a:b]), _joined(new[c:d])


def _island(code: tuple[str, int, int, int, int], old: list[Span], olds: int, news: int) -> bool:
    _, a, b, c, d = code
    inside = a > 0 and b < olds and c > 0 and d < news
    return inside and not "".join(token.text for token in old[a:b]).strip()


def _joined(tokens: Iterable[Span]) -> Line:
    joined: Line = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and not (last.reference or token.reference) and replace(last, text=token.text) == token:
            joined[-1] = replace(last, text=last.text + token.text)
        else:
            joined.append(token)
    return joined
