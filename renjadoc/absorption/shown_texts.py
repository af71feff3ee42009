"""What changes and conflicts tell: texts as people see them in the document, and values that would be lost unseen."""

from __future__ import annotations

from dataclasses import replace

from renjadoc.edits.edit import CHANGED, Change
from renjadoc.edits.plan import Conflict
from renjadoc.narrative import spans, written
from renjadoc.narrative.placeholders import PlaceholderError
from renjadoc.problem import join_some
from renjadoc.reading import Reading
from renjadoc.span import Span

#: So many values are named.
_MOST_SAID = 3


def show_conflict(conflict: Conflict, reading: Reading) -> Conflict:
    """A conflict whose texts are as people see them."""
    change = show_change(conflict.change, reading)
    return replace(conflict, change=change, base=reading.printed(conflict.base) or conflict.base)


def show_change(change: Change, reading: Reading) -> Change:
    """A change of texts of the content, both as people see them; marks stay where nothing else differs."""
    old, new = (reading.printed(text) or text for text in (change.old, change.new))
    if old == new != "" and change.old != change.new:
        old, new = (written.write_spans(one._replace(source="") for one in _read(text, reading)) or text
                    for text in (change.old, change.new))  # fmt: skip
    shape = "; ".join(filter(None, (change.shape, _tell_typed(change, reading))))
    return replace(change, old=old, new=new, shape=shape)


def _read(text: str, reading: Reading) -> list[Span]:
    try:
        return list(reading.spans(text))
    except (spans.MarkError, PlaceholderError):
        return []


def _tell_typed(change: Change, reading: Reading) -> str:
    """The values that followed the data and are typed text now."""
    if change.kind != CHANGED or "{{" not in change.old:
        return ""
    left = _read(change.new, reading)
    kept = [span.source for span in left if span.source]
    typed = "".join(span.text for span in left if not span.source)
    gone = [span.text for span in _read(change.old, reading) if span.source and span.source not in kept]
    lost = [f"“{text}”" for text in dict.fromkeys(gone) if text and text in typed]
    return f"{join_some(lost, _MOST_SAID)} kini teks ketikan, tidak lagi mengikuti data" if lost else ""
