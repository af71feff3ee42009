"""Tracked changes: which of them a view of a Word document has."""

from __future__ import annotations

from typing import Any, NamedTuple

from renjadoc.word.reader.document import WordParagraph
from renjadoc.word.reader.ooxml import REVISIONS, W

_ADDED = {f"{W}ins", f"{W}moveTo"}


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
        return (revision.tag in _ADDED if added is None else added) == accepted

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
