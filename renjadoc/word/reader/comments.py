"""The comments of a Word document, and the words that each stands at."""

from __future__ import annotations

from typing import Any

from renjadoc.word.package import Parts
from renjadoc.word.reader.document import Comment, WordParagraph
from renjadoc.word.reader.ooxml import W, lines, root

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_COMMENTS, _THREADS = "word/comments.xml", "word/commentsExtended.xml"
#: So many characters of a passage are enough to know a comment's place by.
_LONGEST_PASSAGE = 10_000


class Comments:
    """All comments; those without a word are left out. A place is the index of a paragraph."""

    def __init__(self, parts: Parts) -> None:
        settled = _find_settled(parts)
        comments = root(parts, _COMMENTS).iter(f"{W}comment") if _COMMENTS in parts else ()
        read = {comment.get(f"{W}id"): _read_comment(comment, settled) for comment in comments}
        self._known = {number: comment for number, comment in read.items() if comment.text}
        self._placed: dict[str | None, Comment] = {}
        self._open: dict[str | None, Comment] = {}

    def in_order(self) -> list[Comment]:
        """The comments in reading order; those that nothing refers to come last."""
        return list({**self._placed, **self._known}.values())

    def open(self, number: str | None, place: int) -> None:
        """The passage of a comment begins."""
        if number in self._known:
            self._open[number] = self._known[number]
            self._known[number].paragraph = place

    def close(self, number: str | None) -> None:
        """The passage of a comment ends."""
        self._open.pop(number, None)

    def add_text(self, text: str) -> None:
        """Text goes on, which belongs to the passages that are open."""
        for comment in self._open.values():
            comment.passage += text if len(comment.passage) < _LONGEST_PASSAGE else ""

    def add_struck(self, text: str) -> None:
        """Text goes on that this view lacks."""
        for comment in self._open.values():
            comment.struck += text

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
    text = "\n".join(line for line in lines(element) if line.strip())
    done = any(paragraph.get(f"{_W14}paraId") in settled for paragraph in element.iter(f"{W}p"))
    return Comment(element.get(f"{W}author") or "", (element.get(f"{W}date") or "")[:10], text, done)


def _find_settled(parts: Parts) -> set[str | None]:
    """The paragraphs of comments that are settled; what settles a comment settles the answers to it."""
    entries = list(root(parts, _THREADS).iter(f"{_W15}commentEx")) if _THREADS in parts else []
    done = {entry.get(f"{_W15}paraId") for entry in entries if entry.get(f"{_W15}done") in {"1", "true"}} - {None}
    return done | {entry.get(f"{_W15}paraId") for entry in entries if entry.get(f"{_W15}paraIdParent") in done} - {None}
