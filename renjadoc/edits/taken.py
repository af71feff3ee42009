"""What was taken of documents that came back, by marks: what was taken once is not proposed again.

The history of the folder keeps the marks beside the old files, so that what is taken back is proposed again.
"""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256


class TakenMarks:
    """The marks of what one document says, and which of them were taken; `passed` is what the folder says otherwise.

    `about` is what all copies of the document have and no other document does: what two documents say alike is two.
    """

    def __init__(self, about: str, taken: Collection[str] = ()) -> None:
        self._about, self._taken = about, taken
        self.passed: list[str] = []

    def make(self, *said: str) -> str:
        """The mark of something that the document says."""
        return sha256("\0".join((self._about, *said)).encode("utf-8", "replace")).hexdigest()[:16]

    def pass_over(self, mark: str, said: str = "") -> bool:
        """Whether that was taken, and so is not to be proposed; `said` is told of what the folder says otherwise."""
        if mark in self._taken and said:
            self.passed.append(said)
        return mark in self._taken
