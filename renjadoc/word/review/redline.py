"""Writes tracked changes from an older text to a newer, word by word, and the comments beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from renjadoc.span import without_references
from renjadoc.word import blocks, xml
from renjadoc.word.blocks import Anchor, Caption, Line
from renjadoc.word.differences import Pair, Part, align_parts, compare_lines, has_same_shape, is_same, lines_of
from renjadoc.word.rivers import Measure
from renjadoc.word.templates.template import Template
from renjadoc.word.writing.writer import Writer

#: What a comment says, by the file and pointer of the paragraph that it belongs to.
Remarks = Mapping[tuple[str, str], list[str]]

_RUNS = re.compile(r"(?:<w:r>.*?</w:r>)+")
_BOOKMARKS = re.compile(r"<w:bookmark(?:Start|End)[^>]*/>")
_MADE_DELETED = (
    ("<w:t ", "<w:delText "),
    ("</w:t>", "</w:delText>"),
    ("<w:instrText", "<w:delInstrText"),
    ("</w:instrText>", "</w:delInstrText>"),
)
#: Far from the numbers of bookmarks, which revisions must differ from.
_FIRST_REVISION = 1_000_000


@dataclass(frozen=True)
class Author:
    """Who is named beside tracked changes and comments, and when (ISO 8601, UTC)."""

    name: str
    date: str

    @property
    def attributes(self) -> str:
        return f'w:author="{xml.escape_text(self.name)}" w:date="{xml.escape_text(self.date)}"'


class ReviewWriter(Writer):
    """Writes the parts of a review copy: comments by `us`, tracked changes by `author`."""

    def __init__(self, template: Template, us: Author, author: Author, remarks: Remarks) -> None:
        super().__init__(template, {})
        self._us, self._author, self._remarks = us, author, remarks
        self._older: list[Line] = []
        self._revision = _FIRST_REVISION
        self.comments: list[str] = []

    def write_plain(self, parts: Iterable[Part]) -> str:
        """The parts as they are."""
        return "".join(map(self._write_part, parts))

    def write_redline(self, older: list[Part], newer: list[Part]) -> str:
        """The newer text with every change from the older tracked."""
        pairs = _in_their_lists(list(align_parts(older, newer)))
        return "".join(self._write_pair(old, new) for old, new in pairs)

    def _write_part(self, part: Part) -> str:
        return self.write_caption(part) if isinstance(part, Caption) else self.write_block(part)

    def _write_pair(self, old: Part | None, new: Part | None) -> str:
        if new is None:
            return self._write_deleted(old) if old is not None else ""
        if old is None:
            return self._mark_whole(self._write_part(new), "ins")
        if is_same(old, new):
            return self._write_part(new)
        if not has_same_shape(old, new):
            raise ValueError("parts of different shape cannot be changed into each other")
        self._older = lines_of(old)
        written = self._write_part(new)
        self._older = []
        return written

    # Whole paragraphs

    def _write_deleted(self, part: Part) -> str:
        """A part of the older text: it carries no anchors and no comments."""
        anchors, remarks = len(self.added.anchors), self._remarks
        self._remarks = {}
        written = _BOOKMARKS.sub("", self._write_part(_without_references(part)))
        self._remarks = remarks
        del self.added.anchors[anchors:]
        return self._mark_whole(written, "del")

    def _mark_whole(self, paragraph: str, kind: str) -> str:
        """A whole paragraph through its mark, and all its runs."""
        marked = _RUNS.sub(lambda runs: self._wrap_revised(runs[0], kind), paragraph)
        return marked.replace("</w:pPr>", f"<w:rPr><w:{kind} {self._sign_revision()}/></w:rPr></w:pPr>", 1)

    def _wrap_revised(self, runs: str, kind: str) -> str:
        if kind == "del":
            for text, deleted in _MADE_DELETED:
                runs = runs.replace(text, deleted)
        return f"<w:{kind} {self._sign_revision()}>{runs}</w:{kind}>"

    def _sign_revision(self) -> str:
        self._revision += 1
        return f'w:id="{self._revision}" {self._author.attributes}'

    # Words

    def write_runs(self, line: Line, measure: Measure | None = None, room: float = 0) -> str:
        """The runs of a line; those that changed since the older one, if there is one, as tracked changes."""
        if not self._older:
            return super().write_runs(line, measure, room)
        older, *self._older = self._older
        return "".join(self._write_change(*change) for change in compare_lines(older, line))

    def _write_change(self, equal: bool, old: Line, new: Line) -> str:
        come = super().write_runs(new)
        if equal:
            return come
        gone = super().write_runs(without_references(old))
        return (self._wrap_revised(gone, "del") if gone else "") + (self._wrap_revised(come, "ins") if come else "")

    # Comments

    def _write_anchored(self, anchor: Anchor | None, line: Line, measure: Measure | None = None) -> str:
        written = super()._write_anchored(anchor, line, measure)
        texts = self._remarks.get((anchor.file, anchor.pointer), []) if anchor else []
        return self.wrap_in_comments(written, texts) if texts else written

    def wrap_in_comments(self, written: str, texts: list[str]) -> str:
        """What is written between the marks of comments that say these texts."""
        numbers = range(len(self.comments), len(self.comments) + len(texts))
        self.comments += texts
        starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        ends = "".join(
            f'<w:commentRangeEnd w:id="{number}"/>' + xml.run(f'<w:commentReference w:id="{number}"/>')
            for number in numbers
        )
        return starts + written + ends

    def write_comments(self) -> str:
        """The part that holds the comments."""
        written = "".join(
            f'<w:comment w:id="{number}" {self._us.attributes} w:initials="RJ"><w:p>{xml.text_run(text)}</w:p>'
            "</w:comment>"
            for number, text in enumerate(self.comments)
        )
        return f'<w:comments xmlns:w="{xml.W}">{written}</w:comments>'


def _without_references(part: Part) -> Part:
    """What the older text referred to may not be there any more: what was printed stays, as text."""
    match part:
        case blocks.Heading() | blocks.Paragraph() | blocks.ListItem():
            return part._replace(line=without_references(part.line))
        case Caption():
            return part._replace(lines=[without_references(line) for line in part.lines])
    return part


def _in_their_lists(pairs: list[Pair]) -> list[Pair]:
    """Items that are gone stand in the list that their neighbours are in now, so that rejecting numbers them right."""
    now = {
        old.list_id: new.list_id
        for old, new in pairs
        if isinstance(old, blocks.ListItem) and isinstance(new, blocks.ListItem)
    }
    return [(_in_list(old, now) if isinstance(old, blocks.ListItem) else old, new) for old, new in pairs]


def _in_list(item: blocks.ListItem, now: dict[int, int]) -> blocks.ListItem:
    # A list that is gone whole gets a number that no list of the newer text has.
    return item._replace(list_id=now.get(item.list_id, -item.list_id))
