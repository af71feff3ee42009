"""What goes on over stretches of a Word document: tracked changes, fields, and the passages of comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from renjadoc.word.names import W
from renjadoc.word.packages.package import Parts
from renjadoc.word.reader.document import Comment, Piece, WordParagraph
from renjadoc.word.reader.elements import ADDED, REVISIONS, parse_part, read_lines

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_COMMENTS, _THREADS = "word/comments.xml", "word/commentsExtended.xml"
#: So many characters of a passage are enough to know a comment's place by.
_LONGEST_PASSAGE = 2_000
#: So many passages, and so many fields, are open at once; of what begins behind them nobody says where it ends.
_MOST_OPEN, _MOST_NESTED = 30, 10
#: So much of a field's instruction tells what it is.
_LONGEST_NAME = 8


class View(NamedTuple):
    """How a document is read: with its tracked changes accepted, or as if they had never been proposed.

    Those by `own` are accepted in any case. `printed`: letters look as they are printed; formulas, signs, boxes and
    charts are text. Without it letters look as they were set against the style of their paragraph, and the rest is
    only named.
    """

    accepted: bool = True
    own: str = ""
    printed: bool = True


class Revisions:
    """`proposals` counts the tracked changes seen so far that are not by `view.own`."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.proposals = 0
        #: The last paragraph with letters that were struck by hand: each counts once.
        self._struck_in: WordParagraph | None = None

    def shows(self, revision: Any, here: WordParagraph | None = None, *, added: bool | None = None) -> bool:
        """Whether the view has what a revision (of text, or `added` for another kind) brings to a paragraph."""
        author = revision.get(f"{W}author") or ""
        accepted = self._view.accepted
        if self._view.own and author == self._view.own:
            accepted = True
        else:
            self.proposals += 1
            if here is not None and author and author not in here.authors:
                here.authors.append(author)
        return (revision.tag in ADDED if added is None else added) == accepted

    def strikes(self, here: WordParagraph) -> bool:
        """Whether the view leaves out letters that somebody struck by hand: it is a deletion that is proposed."""
        if here is not self._struck_in:
            self.proposals += 1
        self._struck_in = here
        return self._view.accepted

    def shows_all(self, marked: Any, here: WordParagraph | None = None) -> bool:
        """Whether the view has a paragraph's mark (of its `w:rPr`) or a whole row (of its `w:trPr`)."""
        marks = [mark for mark in marked if mark.tag in REVISIONS] if marked is not None else []
        return all(self.shows(mark, here) for mark in marks)

    def decide(self, properties: Any, change: str, here: WordParagraph) -> Any:
        """Properties; where a `change` of them waits and the view does not have it, those that were before."""
        found = properties.find(f"{W}{change}") if properties is not None else None
        if found is None or self.shows(found, here, added=True):
            return properties
        return found.find(f"{W}{change.removesuffix('Change')}")


@dataclass
class _Field:
    """Text before its result has `begun` is its code."""

    name: str = ""
    begun: bool = False
    code: list[Piece] = field(default_factory=list)


class Fields:
    """`listings` counts the lists of contents that have begun so far."""

    TAGS = frozenset({f"{W}fldChar", f"{W}instrText", f"{W}delInstrText"})

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.listings = 0

    def read(self, mark: Any) -> None:
        """A mark of a field, or a stretch of its instruction."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            del self._open[: max(0, len(self._open) - _MOST_NESTED)]
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].begun = True
        elif kind == "end" and self._open:
            self._open.pop()
        elif kind is None and self._open and not _is_listing(self._open[-1]):
            self._open[-1].name = (self._open[-1].name + (mark.text or "")).lstrip()[:_LONGEST_NAME]
            self.listings += _is_listing(self._open[-1])

    def in_listing(self) -> bool:
        """Whether this place is in a list of contents."""
        return any(map(_is_listing, self._open))

    def code(self) -> list[Piece] | None:
        """What takes up text that is code here; None if text is text."""
        return next((field.code for field in self._open if not field.begun), None)

    def end_paragraph(self) -> Iterator[Piece]:
        """What its codes have taken up of a paragraph that ends before they do: they are none, and it is text."""
        broken = [field for field in self._open if not field.begun]
        self._open = [field for field in self._open if field.begun]
        return (piece for field in broken for piece in field.code)


def _is_listing(field: _Field) -> bool:
    return field.name.split()[:1] == ["TOC"]


class Comments:
    """All comments; those without a word are left out. A place is the index of a paragraph."""

    def __init__(self, parts: Parts) -> None:
        settled = _find_settled(parts)
        comments = parse_part(parts, _COMMENTS).iter(f"{W}comment") if _COMMENTS in parts else ()
        read = {comment.get(f"{W}id"): _read_comment(comment, settled) for comment in comments}
        self._known = {number: comment for number, comment in read.items() if comment.text}
        _link_answers(parts, list(self._known.values()))
        self._placed: dict[str | None, Comment] = {}
        self._open: dict[str | None, Comment] = {}

    def in_order(self) -> list[Comment]:
        """The comments in reading order; those that nothing refers to come last."""
        return list({**self._placed, **self._known}.values())

    def open(self, number: str | None, place: int) -> None:
        """The passage of a comment begins."""
        if number in self._known and len(self._open) < _MOST_OPEN:
            self._open[number] = self._known[number]
            self._known[number].paragraph = place

    def close(self, number: str | None) -> None:
        """The passage of a comment ends."""
        self._open.pop(number, None)

    def add(self, text: str, struck: str = "") -> None:
        """What the passages that are open say here, and what was struck in them."""
        for comment in self._open.values():
            if len(comment.passage) < _LONGEST_PASSAGE:
                comment.passage += text[:_LONGEST_PASSAGE]
            if len(comment.struck) < _LONGEST_PASSAGE:
                comment.struck += struck[:_LONGEST_PASSAGE]

    def settle(self, number: str | None, here: WordParagraph, place: int) -> None:
        """The comment stands here: Word puts its reference behind the passage."""
        comment = self._known.get(number)
        if comment is None or number in self._placed:
            return
        self.close(number)
        if comment.paragraph < 0:
            comment.paragraph = place
        comment.passage = comment.passage or ("" if comment.struck else here.text)
        here.comments.append(comment)
        self._placed[number] = comment


def _read_comment(element: Any, settled: set[str | None]) -> Comment:
    text = "\n".join(line for line in read_lines(element) if line.strip())
    ids = [paragraph.get(f"{_W14}paraId") or "" for paragraph in element.iter(f"{W}p")]
    date, _, time = (element.get(f"{W}date") or "").partition("T")
    done = any(id in settled for id in ids)
    return Comment(element.get(f"{W}author") or "", date[:10], text, done, time=time[:5], ids=tuple(filter(None, ids)))


def _link_answers(parts: Parts, comments: list[Comment]) -> None:
    """Tell each comment that answers another what that one says."""
    entries = parse_part(parts, _THREADS).iter(f"{_W15}commentEx") if _THREADS in parts else ()
    above = {entry.get(f"{_W15}paraId"): entry.get(f"{_W15}paraIdParent") for entry in entries}
    said = {id: comment for comment in comments for id in comment.ids}
    for comment in comments:
        answered = next((parent for id in comment.ids if (parent := above.get(id))), None)
        if answered in said:
            comment.answers = said[answered].text


def _find_settled(parts: Parts) -> set[str | None]:
    """The paragraphs of comments that are settled; what settles a comment settles the answers to it."""
    entries = list(parse_part(parts, _THREADS).iter(f"{_W15}commentEx")) if _THREADS in parts else []
    done = {entry.get(f"{_W15}paraId") for entry in entries if entry.get(f"{_W15}done") in {"1", "true"}} - {None}
    return done | {entry.get(f"{_W15}paraId") for entry in entries if entry.get(f"{_W15}paraIdParent") in done} - {None}
