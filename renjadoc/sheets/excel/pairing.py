"""Which row of the present content a row of the export is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from renjadoc.content.pointers import join
from renjadoc.tables.layout import Layout, Level, Node


def twins(layout: Layout, base: Node, ours: Node, at: str, now: str, depth: int) -> Iterator[tuple[str, str]]:
    """Rows of the export with the rows that they are now (pointers): by code, by name, else by their order."""
    if depth == len(layout.levels):
        return
    level = layout.levels[depth]
    old, new = base.get(level.key, []), ours.get(level.key, [])
    pairs = {index: index for index in range(len(old))} if old == new else _paired(layout, level, old, new)
    for was, is_now in pairs.items():
        below = join(at, level.key, was), join(now, level.key, is_now)
        yield below
        yield from twins(layout, old[was], new[is_now], *below, depth + 1)


def _paired(layout: Layout, level: Level, old: list[Node], new: list[Node]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    ids = [id for id in (level.code, level.title) if id]
    entries = [entry for id in ids if (entry := layout.column(id).entry(level.key))]
    for entry in entries:
        taken = set(pairs.values())
        index: dict[str, list[int]] = defaultdict(list)
        for number, node in enumerate(new):
            if number not in taken and entry.of(node):
                index[str(entry.of(node))].append(number)
        for number, node in enumerate(old):
            if number not in pairs and index.get(str(entry.of(node))):
                pairs[number] = index[str(entry.of(node))].pop(0)
    left = [number for number in range(len(old)) if number not in pairs]
    taken = set(pairs.values())
    free = [number for number in range(len(new)) if number not in taken]
    # As many are left on both sides: they were renamed where they stand.
    return pairs | dict(zip(left, free, strict=True)) if len(left) == len(free) else pairs
