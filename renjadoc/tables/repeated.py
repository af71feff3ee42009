"""What the row above a group says, once more for each of its rows but the first: a page may begin with any of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renjadoc.tables.kind import PrintedRow

#: The key of a row that says it; a template prints it small, or not at all.
REPEATED = "ulangan"


def repeat_heads(rows: Iterable[PrintedRow], head: str, kind: str) -> Iterator[PrintedRow]:
    """The rows, where each `kind` below a `head` says its name; the first below it stands on the same page anyhow."""
    name, is_first = "", True
    for row in rows:
        if row["jenis"] == kind:
            yield {**row, REPEATED: "" if is_first else name}
            is_first = False
            continue
        name, is_first = (row["nama"] if row["jenis"] == head else ""), True
        yield row
