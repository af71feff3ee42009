"""What a returned sheet changes in a table: three versions of every cell and every row, and what must not be written.

`base` is the table as it was exported, `ours` as it is now, the sheet is theirs. What they did not touch stays ours;
what both sides changed in different ways is a conflict and stays ours too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from renjadoc.content.pointers import follow_pointer, join
from renjadoc.edits.order import rising
from renjadoc.sheets.excel.changes import ADDED, CHANGED, MOVED, REMOVED, Change, Fault, Merged, Share
from renjadoc.sheets.excel.lines import Line, Returned
from renjadoc.sheets.excel.nodes import copied, equal, index_of, parent_of, put, said_spans, summary
from renjadoc.sheets.excel.pairing import twins
from renjadoc.sheets.excel.sheets import KEY, LEVEL
from renjadoc.sheets.excel.values import Unreadable, is_same, read, said
from renjadoc.tables.bebas import SPANS
from renjadoc.tables.layout import Column, Entry, Level, Node, TableRow, walk_rows


def merge(returned: Returned, base: Node, ours: Node, share: Share | None, *, keep_missing: bool = False) -> Merged:
    """Merge one sheet into a table; see the module. `keep_missing` leaves rows that are not in the sheet alone."""
    return _Merger(returned, base, ours, share, keep_missing).run()


#: A cell that stays as it is.
_KEEP = object()


class _Merger:
    def __init__(self, returned: Returned, base: Node, ours: Node, share: Share | None, keep_missing: bool) -> None:
        self._returned, self._layout = returned, returned.known.sheet.layout
        self._base, self._ours, self._share, self._keep = base, ours, share, keep_missing
        self._merged = Merged(ours)
        self._heads = {
            column.id: " / ".join(dict.fromkeys(head))
            for column, head in zip(self._layout.columns, returned.known.sheet.heads, strict=True)
        }
        self._present: set[str] = set()

    def run(self) -> Merged:
        paired = dict(twins(self._layout, self._base, self._ours, "", "", 0))
        stands = {row.pointer: row for row in walk_rows(self._layout.levels, self._ours)}
        for line in self._returned.all():
            if line.base is not None and line.base.pointer in paired:
                line.ours = stands[paired[line.base.pointer]]
        self._match_added(stands)
        self._present = {line.base.pointer for line in self._returned.all() if line.base} | self._returned.unplaced
        self._twin_of_ours = {now: was for was, now in paired.items()}
        key = self._layout.levels[0].key
        built = self._list(self._returned.top, TableRow("", -1, self._base), TableRow("", -1, self._ours))
        self._merged.data = self._ours if built is self._ours[key] else {**self._ours, key: built}
        self._say_places()
        self._returned_faults()
        return self._merged

    def _match_added(self, stands: dict[str, TableRow]) -> None:
        """Rows that were added in the sheet, and meanwhile in the content too: the same import run twice."""
        taken = {line.ours.pointer for line in self._returned.all() if line.ours}
        named: dict[str, dict[str, list[str]]] = {}
        for line in self._returned.all():
            if line.base is not None or (line.parent is not None and line.parent.ours is None):
                continue
            above = line.parent.ours.pointer if line.parent and line.parent.ours else ""
            if above not in named:
                named[above] = self._named(stands, above, line.depth, taken)
            same = named[above].get(self._title(line).strip())
            if same:
                line.ours = stands[same.pop(0)]

    def _named(self, stands: dict[str, TableRow], above: str, depth: int, taken: set[str]) -> dict[str, list[str]]:
        """The rows below one row that no line was matched with, by name."""
        found: dict[str, list[str]] = defaultdict(list)
        key = self._layout.levels[depth].key
        for index in range(len(follow_pointer(self._ours, above).get(key, []))):
            at = join(above, key, index)
            if at not in taken:
                found[self._name(stands[at])].append(at)
        return found

    # Rows

    def _list(self, lines: list[Line], base: TableRow, ours: TableRow) -> list[Node]:
        """The list of the nodes below one row, in their new order; the old list itself if nothing changed."""
        depth = ours.depth + 1
        key = self._layout.levels[depth].key
        old: list[Node] = ours.node.get(key, [])
        here = {line.ours.pointer: line for line in lines if line.ours is not None}
        # (node, the line it comes from or None), by the old order
        kept: list[tuple[Node, Line | None]] = []
        for index, node in enumerate(old):
            at = join(ours.pointer, key, index)
            line = here.get(at)
            if line is not None:
                kept.append((self._node(line), line))
            elif self._stays(at, TableRow(at, depth, node)):
                kept.append((node, None))
                self._merged.origins[id(node)] = index
        if self._reordered(lines, ours):
            kept = self._by_sheet(kept, lines)
        built = [node for node, _ in self._with_new(kept, lines, here)]
        for line in lines:
            if line.ours is not None and parent_of(line.ours.pointer) == ours.pointer:
                self._merged.origins[id(line.result)] = index_of(line.ours.pointer)
        same = len(built) == len(old) and all(a is b for a, b in zip(built, old, strict=True))
        return old if same else built

    def _stays(self, at: str, row: TableRow) -> bool:
        """Whether a row that does not stand here in the sheet stays in the table."""
        was = self._twin_of_ours.get(at)
        if was is None or (self._share is not None and was not in self._share.seen):
            return True
        if was in self._present:
            # It stands elsewhere in the sheet: moved, unless that place could not be taken.
            return was in self._returned.unplaced
        if self._keep or (self._share is not None and was not in self._share.mine):
            return True
        name, level = self._name(row), self._layout.levels[row.depth]
        change = Change(REMOVED, self._returned.known.tab.name, at, level.name(row.node), name, summary(row.node), "")
        if row.node != follow_pointer(self._base, was):
            change.new = "baris ini sudah berubah sesudah diekspor; tidak dihapus"
            self._merged.conflicts.append(change)
            return True
        self._merged.changes.append(change)
        return False

    def _reordered(self, lines: list[Line], ours: TableRow) -> bool:
        """Whether the sheet has rows of one parent in another order than the export."""
        stand = [line for line in lines if line.base and line.ours and parent_of(line.ours.pointer) == ours.pointer]
        places = [index_of(line.base.pointer) for line in stand if line.base]
        if places == sorted(places):
            return False
        staying = rising(places)
        for number, line in enumerate(stand):
            if number not in staying and line.ours and line.base:
                old, new = f"urutan ke-{index_of(line.base.pointer) + 1}", f"urutan ke-{lines.index(line) + 1}"
                self._moved(line, old, new)
        return True

    def _by_sheet(self, kept: list[tuple[Node, Line | None]], lines: list[Line]) -> list[tuple[Node, Line | None]]:
        """In the order of the sheet; rows that are not in it stay behind the one they stood behind."""
        behind: dict[int, list[tuple[Node, Line | None]]] = defaultdict(list)
        last = -1
        by_line = {id(line): (node, line) for node, line in kept if line is not None}
        for node, line in kept:
            if line is None:
                behind[last].append((node, None))
            else:
                last = id(line)
        order = [by_line[id(line)] for line in lines if id(line) in by_line]
        result = list(behind[-1])
        for node, line in order:
            result += [(node, line), *behind[id(line)]]
        return result

    def _with_new(
        self, kept: list[tuple[Node, Line | None]], lines: list[Line], here: dict[str, Line]
    ) -> list[tuple[Node, Line | None]]:
        """Rows that are new here, put behind the one that stands above them in the sheet."""
        there = {id(line) for _, line in kept if line is not None}
        behind: dict[int, list[tuple[Node, Line | None]]] = defaultdict(list)
        last = -1
        for line in lines:
            if id(line) in there:
                last = id(line)
            elif (node := self._new(line)) is not None:
                behind[last].append((node, line))
        if not behind:
            return kept
        result = list(behind[-1])
        for node, kept_line in kept:
            result.append((node, kept_line))
            result += behind[id(kept_line)] if kept_line is not None else []
        return result

    def _new(self, line: Line) -> Node | None:
        """The node of a row that did not stand here: moved from elsewhere, or new."""
        if line.ours is not None:
            if not self._is_mine(line):
                self._fault("RJ073", line, LEVEL, "baris milik Bidang lain dipindahkan; tidak diambil", "")
                return None
            node = self._node(line)
            parent = line.parent.ours if line.parent and line.parent.ours else None
            new = self._name(parent) if parent else (summary(line.parent.node) if line.parent else "")
            self._moved(line, self._name_above(line.ours), new)
            return node
        if line.base is not None:
            touched = any(not self._untouched(line, column, entry) for column, entry in self._entries(line))
            if touched or any(child.base is None for child in line.children):
                place = Change(REMOVED, self._address(line, LEVEL), "", "", self._title(line), "", "")
                place.new = "baris ini sudah dihapus dari isi sesudah diekspor; perubahannya tidak ditulis"
                self._merged.conflicts.append(place)
            return None
        return self._added(line)

    def _added(self, line: Line) -> Node | None:
        level = self._layout.levels[line.depth]
        node: Node = {level.named_by: line.name} if level.named_by else {}
        sound = True
        for column, entry in self._entries(line):
            try:
                value = self._read(line, column, entry)
            except Unreadable as error:
                self._fault("RJ071", line, column.id, f"{error.message}; baris baru ini tidak diambil", error.hint)
                sound = False
                continue
            if value is not None or not (entry.optional or entry.own):
                put(node, entry.keys, value)
        if not sound:
            return None
        node = self._with_own(node, level)
        if self._share is not None and "bidang" not in node and self._takes_bidang(level, line):
            node["bidang"] = self._share.bidang
        if SPANS in self._sample():
            node[SPANS] = {index: span for index, span in line.spans.items() if span > 1}
        line.node = dict(node)
        if line.depth + 1 < len(self._layout.levels):
            below = self._layout.levels[line.depth + 1].key
            children = self._list(line.children, TableRow("", line.depth, {}), TableRow("", line.depth, {}))
            if children or not self._layout.levels[line.depth + 1].optional:
                node[below] = children
            line.node[below] = [child.node for child in line.children]
        self._unused(line)
        change = Change(ADDED, self._address(line, level.title), "", line.name, self._title(line), "", summary(node))
        change.node = node
        self._merged.changes.append(change)
        return node

    def _sample(self) -> Node:
        return next(iter(self._ours.get(self._layout.levels[0].key, [])), {})

    def _takes_bidang(self, level: Level, line: Line) -> bool:
        """Whether a new row must say whose it is: those above it do not."""
        entry = next((e for c, e in self._layout.entries(level) if c.id == "bidang"), None)
        above = line.parent
        return entry is not None and (above is None or above.base is None or not self._is_mine(above))

    def _node(self, line: Line) -> Node:
        """The node of a row that was there: ours, with what they changed."""
        assert line.ours is not None
        level = self._layout.levels[line.depth]
        node = line.ours.node
        line.node = copied(line.base.node if line.base else node)
        mine = self._is_mine(line)
        for column, entry in self._entries(line):
            value = self._cell(line, column, entry, mine)
            if value is not _KEEP:
                node = self._changed(node, level, entry, value)
        if level.named_by and mine and line.base and line.name not in {level.name(line.base.node), level.name(node)}:
            self._change(line, LEVEL, level.name(node), line.name, f"/{level.named_by}")
            node = {**node, level.named_by: line.name}
        if SPANS in line.ours.node and mine:
            node = self._spans(line, node)
        if line.depth + 1 < len(self._layout.levels):
            below = self._layout.levels[line.depth + 1].key
            base = line.base or TableRow("", line.depth, {})
            children = self._list(line.children, TableRow(base.pointer, line.depth, base.node), line.ours)
            if children is not line.ours.node.get(below) and (children or below in line.ours.node):
                node = {**node, below: children}
            line.node[below] = [child.node for child in line.children]
        self._unused(line)
        line.result = node
        return node

    def _spans(self, line: Line, node: Node) -> Node:
        """Merged cells of an ad-hoc table's row."""
        base = line.base.node[SPANS] if line.base else {}
        theirs = {index: span for index, span in line.spans.items() if span > 1}
        if theirs == {index: span for index, span in base.items() if span > 1} or theirs == node[SPANS]:
            return node
        self._change(line, KEY, said_spans(node[SPANS]), said_spans(theirs), "")
        kept = {index: span for index, span in node[SPANS].items() if span == 1}
        return {**node, SPANS: {**kept, **theirs}}

    # Cells

    def _entries(self, line: Line) -> Iterator[tuple[Column, Entry]]:
        covered = {
            index + step for index, span in line.spans.items() for step in range(1, span)
        } if SPANS in self._sample() else set()  # fmt: skip
        for number, column in enumerate(self._layout.columns):
            entry = column.entry(self._layout.levels[line.depth].key)
            if entry is not None and column.id in self._returned.known.columns and number not in covered:
                yield column, entry

    def _untouched(self, line: Line, column: Column, entry: Entry) -> bool:
        return line.base is not None and is_same(line.cell(column.id), entry.of(line.base.node))

    def _cell(self, line: Line, column: Column, entry: Entry, mine: bool) -> Any:
        """The new value of a cell, or _KEEP."""
        assert line.ours is not None
        ours = entry.of(line.ours.node)
        if self._untouched(line, column, entry):
            return _KEEP
        if not mine:
            hint = "Minta Bidang yang mempunyainya mengubahnya."
            self._fault("RJ073", line, column.id, "baris ini milik Bidang lain; perubahannya tidak diambil", hint)
            return _KEEP
        try:
            theirs = self._read(line, column, entry)
        except Unreadable as error:
            self._fault("RJ071", line, column.id, error.message, error.hint)
            return _KEEP
        put(line.node, entry.keys, theirs)
        if equal(theirs, ours):
            return _KEEP
        base = entry.of(line.base.node) if line.base else None
        if not equal(base, ours) and not (line.base is None and ours is None):
            change = self._made(line, column.id, said(ours), said(theirs), entry.pointer)
            self._merged.conflicts.append(change)
            return _KEEP
        self._change(line, column.id, said(ours), said(theirs), entry.pointer)
        return theirs

    def _read(self, line: Line, column: Column, entry: Entry) -> Any:
        if column.id in line.shared:
            hint = "Pisahkan sel yang digabung, lalu isi jumlah tiap baris sendiri."
            raise Unreadable("jumlahnya digabung dengan baris lain", hint)
        cell = line.cell(column.id)
        return None if cell.is_blank and entry.optional else read(cell, entry.kind)

    def _changed(self, node: Node, level: Level, entry: Entry, value: Any) -> Node:
        if value is None and entry.optional:
            return {key: member for key, member in node.items() if key != entry.keys[0]}
        if entry.keys[0] not in node:
            node = self._inserted(node, level, str(entry.keys[0]), value if len(entry.keys) == 1 else {})
        node = copied(node)
        put(node, entry.keys, value)
        return self._with_own(node, level) if entry.own else node

    def _with_own(self, node: Node, level: Level) -> Node:
        """`node` with all of its own cells, open ones too, if it has one of them."""
        own = [entry for _, entry in self._layout.entries(level) if entry.own]
        for entry in own if any(entry.is_in(node) for entry in own) else ():
            if not entry.is_in(node):
                node = self._changed(node, level, replace(entry, own=False), None)
        return node

    def _inserted(self, node: Node, level: Level, key: str, value: Any) -> Node:
        """`node` with a key that it did not have, behind those that stand before it in the sheet."""
        order = [str(entry.keys[0]) for _, entry in self._layout.entries(level)]
        before = set(order[: order.index(key)]) | {level.named_by}
        last = max((index for index, name in enumerate(node) if name in before), default=-1)
        items = list(node.items())
        return dict([*items[: last + 1], (key, value), *items[last + 1 :]])

    def _unused(self, line: Line) -> None:
        """Cells that are filled although a row of this level has nothing there."""
        level = self._layout.levels[line.depth]
        for column in self._layout.columns:
            cell = line.cell(column.id)
            if level.key in column.cells or cell.is_blank or cell.formula or column.id in line.shared:
                continue
            hint = "Pindahkan ke baris yang mempunyai kolom ini."
            self._fault("RJ073", line, column.id, f"baris {line.name} tidak mempunyai isian di kolom ini", hint)

    # Saying it

    def _is_mine(self, line: Line) -> bool:
        return self._share is None or line.base is None or line.base.pointer in self._share.mine

    def _address(self, line: Line, id: str) -> str:
        return self._returned.address(line.at, id)

    def _title(self, line: Line) -> str:
        value = line.cell(self._layout.levels[line.depth].title).value
        return str(value) if value is not None else ""

    def _name(self, row: TableRow) -> str:
        if row.depth < 0:
            return ""
        entry = self._layout.column(self._layout.levels[row.depth].title).entry(self._layout.levels[row.depth].key)
        return said(entry.of(row.node)) if entry else ""

    def _name_above(self, row: TableRow) -> str:
        above = parent_of(row.pointer)
        return self._name(TableRow(above, row.depth - 1, follow_pointer(self._ours, above)))

    def _made(self, line: Line, id: str, old: str, new: str, below: str) -> Change:
        pointer = (line.ours.pointer if line.ours else "") + below
        name = self._name(line.ours) if line.ours else self._title(line)
        return Change(CHANGED, self._address(line, id), pointer, self._heads.get(id, "Tingkat"), name, old, new)

    def _change(self, line: Line, id: str, old: str, new: str, below: str) -> None:
        self._merged.changes.append(self._made(line, id, old, new, below))

    def _moved(self, line: Line, old: str, new: str) -> None:
        change = self._made(line, self._layout.levels[line.depth].title, old, new, "")
        change.kind = MOVED
        self._merged.changes.append(change)

    def _fault(self, code: str, line: Line, id: str, message: str, hint: str) -> None:
        pointer = line.ours.pointer if line.ours else ""
        self._merged.faults.append(Fault(code, self._address(line, id), pointer, message, hint))

    def _returned_faults(self) -> None:
        for at, id, message, hint in self._returned.faults:
            self._merged.faults.append(Fault("RJ071", self._returned.address(at, id), "", message, hint))

    def _say_places(self) -> None:
        """Where the added rows stand now that all are in place."""
        added = {id(change.node): change for change in self._merged.changes if change.node is not None}
        for row in walk_rows(self._layout.levels, self._merged.data) if added else ():
            if (change := added.get(id(row.node))) is not None:
                change.pointer = row.pointer
