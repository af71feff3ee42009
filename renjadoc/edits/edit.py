"""An edit of the content: what is written where, and what a person is told of it. Every source of edits says these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

#: The four kinds of changes that reports tell.
CHANGED, ADDED, REMOVED, MOVED = "ubah", "tambah", "hapus", "pindah"


@dataclass(frozen=True)
class Change:
    """One change as a report tells it.

    `kind` is one of the four above; `file` (relative to the folder) and `pointer` say where it is shown to stand, which
    for a new row is its place afterwards. `source` is the cell of the workbook or the row of the export it comes from,
    `column` the head of the column, `row` the name of the row; `old` and `new` are the values as text. Of a paragraph
    `authors` changed it, and `shape` is what it became if its kind or level changed. `marks` are what it is known by
    once it is taken (`taken.py`).
    """

    kind: str
    file: str
    pointer: str
    old: str = ""
    new: str = ""
    source: str = ""
    column: str = ""
    row: str = ""
    authors: tuple[str, ...] = ()
    shape: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edit:
    """One thing that is written into one file of the folder.

    All pointers speak of the file as it is before any edit of the batch, so edits do not wait for each other and can be
    taken one by one. What `action` does:

    - `set`: the value at `pointer` becomes `value`; a key that its object does not have yet is put behind the key
      `behind` (empty: first; None: last). With `span`, only the characters from the first to the second of the text
      at `pointer` become `value`. Pointer "" of a file that is not there yet makes the file.
    - `insert`: `value` comes before the member that stands at `pointer` in its list; behind the last by the list's
      length. What is inserted at one place stands in the order of the batch.
    - `remove`: the member or the key at `pointer` goes.
    - `move`: what stands at `source`, with the edits within it, comes to where an insert at `pointer` would put it.
    - At pointer "" of a chapter's file, `insert` puts a new chapter before it (behind the last under the next number),
      and `remove` takes the chapter away; those behind it get other numbers (`chapters.py`).
    - `copy`: what stood at `source` before, as it was written, is what `pointer` becomes.

    Within what another edit removes or sets, an edit is without effect, but for moves out of it. `changes` are the
    lines of the report that it is told by; edits of the same `group` are taken together or not at all. `parts` are, for
    each of `changes`, the pointer within `value` of the new row that it tells of: these can be taken one by one.
    """

    file: str
    pointer: str
    action: Literal["set", "insert", "remove", "move", "copy"]
    value: Any = None
    source: str = ""
    span: tuple[int, int] | None = None
    behind: str | None = None
    changes: tuple[Change, ...] = ()
    group: str = ""
    parts: tuple[str, ...] = ()
