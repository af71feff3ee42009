"""The narrative of two folders, section by section.

It is compared as it is written, so that a paragraph whose year comes from a placeholder is the same paragraph in both
years; it is shown as it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.comparison.differences import ADDED, CHANGED, MOVED, REMOVED, TextChange
from renjadoc.content import pointers
from renjadoc.matching import align_members, fold_name, measure_likeness, pair_alike
from renjadoc.narrative.passages import NOTE_KIND, Passage
from renjadoc.reading import Reading
from renjadoc.span import with_notes


def compare_narratives(old: Reading, new: Reading) -> list[TextChange]:
    """The passages that differ, in reading order."""
    return _join_moves(list(_compare_sections(old, new)))


def _compare_sections(old: Reading, new: Reading) -> Iterator[TextChange]:
    """The passages that differ, section by section; sections are the same by their heading, or else by their number."""
    before, after = _group_by_section(old), _group_by_section(new)
    gone = {_section_number(passages): title for title, passages in before.items() if title not in after}
    formerly = {title: gone.pop(_section_number(after[title]), title) for title in after if title not in before}
    for title, passages in after.items():
        yield from _compare_passages(before.get(formerly.get(title, title), []), passages)
    for title in gone.values():
        yield from _compare_passages(before[title], [])


def _group_by_section(reading: Reading) -> dict[str, list[Passage]]:
    """The passages of the chapters by the written heading of their section, captions and notes of its tables too."""
    found: dict[str, list[Passage]] = {}
    for passage in reading.all_passages:
        # What a footnote says is written, and shown, with the text in which its mark stands.
        if passage.section is not None and passage.kind != NOTE_KIND:
            title = fold_name(str(passage.section.data["judul"]))
            found.setdefault(f"{passage.section.level} {title}", []).append(passage)
    return found


def _section_number(passages: list[Passage]) -> str:
    section = passages[0].section
    return section.number if section else ""


def _compare_passages(old: list[Passage], new: list[Passage]) -> Iterator[TextChange]:
    written = [[pointers.value_at(p.source.data, p.pointer) for p in side] for side in (old, new)]
    for tag, i, j, k, m in align_members(written[0], written[1]):
        if tag != "equal":
            yield from (_make_change(*pair) for pair in _pair_passages(old[i:j], new[k:m]))


#: So alike are two paragraphs that one is the other changed.
_ALIKE = 0.4


def _pair_passages(old: list[Passage], new: list[Passage]) -> Iterator[tuple[Passage | None, Passage | None]]:
    """Where a stretch differs: pairs of one kind and much the same words, in order; the rest gone or new."""

    def measure(before: int, after: int) -> float:
        return _measure_likeness(old[before], new[after])

    pairs = pair_alike(range(len(old)), range(len(new)), measure, _ALIKE, ordered=True)
    done = 0
    for index, passage in enumerate(new):
        if index not in pairs:
            yield None, passage
            continue
        yield from ((gone, None) for gone in old[done : pairs[index]])
        yield old[pairs[index]], passage
        done = pairs[index] + 1
    yield from ((gone, None) for gone in old[done:])


def _measure_likeness(old: Passage, new: Passage) -> float:
    if old.kind != new.kind:
        return 0.0
    # A section has one heading and a table one caption, whatever they are now called.
    least = _ALIKE if old.kind in {"judul", "judul_tabel"} else 0.0
    return max(measure_likeness(old.text, new.text, _ALIKE), least)


def _join_moves(found: list[TextChange]) -> list[TextChange]:
    """A text that went from one section and came into another was moved."""
    left = {change.lama: change for change in found if change.perubahan == REMOVED}
    came = {change.baru: change for change in found if change.perubahan == ADDED and change.baru in left}
    return [
        TextChange(f"{change.bagian} (dahulu {left[change.baru].bagian})", MOVED, change.baru, change.baru)
        if came.get(change.baru) is change
        else change
        for change in found
        if not (change.lama in came and left[change.lama] is change)
    ]


def _make_change(old: Passage | None, new: Passage | None) -> TextChange:
    passage = new or old
    if passage is None or passage.section is None:
        raise ValueError("a change needs a passage")
    kind = CHANGED if old and new else ADDED if new else REMOVED
    section = f"{passage.section.label} {passage.section.data['judul']}".strip()
    return TextChange(section, kind, with_notes(old.spans) if old else "", with_notes(new.spans) if new else "")
