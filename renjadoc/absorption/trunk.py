"""The content as it becomes: its units in order, and where in it a proposal belongs."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from renjadoc.absorption.proposals import Proposal
from renjadoc.absorption.units import ELSEWHERE, LISTS, NEW_CHAPTER, Unit, UnitNode


class Trunk:
    """`before` is the node that the last proposal stands for: what comes next stands behind it.

    `returned` are the base texts that the document still has.
    """

    def __init__(self, nodes: Iterable[UnitNode], returned: Collection[int | None] = ()) -> None:
        self.nodes = list(nodes)
        self._returned = returned
        self.before: UnitNode | None = None
        self._new_lists = self._new_chapters = 0

    def may_hold_chapter(self) -> bool:
        """Whether a new chapter may stand where the last proposal does: not among the appendices."""
        above = self._find_part(self.before) if self.before else ""
        return not above.startswith("lampiran/")

    def _find_part(self, node: UnitNode) -> str:
        """The file of the chapter or the other part of the narrative that a node stands in."""
        heads = reversed(self.nodes[: self.nodes.index(node) + 1])
        return next((one.unit.file for one in heads if one.unit.is_chapter), "")

    def find_place(self, proposal: Proposal) -> int:
        """Behind the unit before, and behind what has no text there if the document shows it above too."""
        at = self.nodes.index(self.before) + 1 if self.before is not None else 1
        here, *below = [node.unit.kind for node in self.nodes[at : at + 2]] or [""]
        if proposal.unit.kind == "regulasi":
            return at + 1 if here == "blok" and (proposal.passed or below == ["regulasi"]) else at
        # The table of the title before is one of those that stand above.
        passed = proposal.passed - (self.before is not None and _is_above_table(self.before.unit))
        if proposal.unit.kind not in {*ELSEWHERE, "sumber"}:
            at = self._pass_lines(at)
        while passed > 0 and at < len(self.nodes) and self.nodes[at].unit.kind == "blok" and not self._has_title(at):
            passed, at = passed - 1, self._pass_lines(at + 1)
        return at

    def _pass_lines(self, at: int) -> int:
        """Behind the lines that belong to the table or picture right above: nothing stands between."""
        while at < len(self.nodes) and self.nodes[at].unit.kind in {"judul_tabel", "catatan", "sumber"}:
            at += 1
        return at

    def _has_title(self, at: int) -> bool:
        """Whether what is placed there has a title that the document shows further below."""
        title = self.nodes[at + 1] if at + 1 < len(self.nodes) else None
        return title is not None and title.unit.kind == "judul_tabel" and title.base in self._returned

    def insert_node(self, proposal: Proposal) -> UnitNode:
        """A new unit where the proposal stands."""
        node = UnitNode(self._settle_unit(proposal))
        self.nodes.insert(self.find_place(proposal), node)
        return node

    def move_group(self, group: list[UnitNode], proposal: Proposal) -> bool:
        """Put nodes that stand together where the proposal stands; whether that is another place."""
        at = self.nodes.index(group[0])
        self.nodes[at : at + len(group)] = []
        place = self.find_place(proposal)
        lead = group[0]
        if lead.unit.kind in LISTS and place != at:
            lead.unit = replace(lead.unit, list=self.find_list(proposal))
        self.nodes[place:place] = group
        return place != at

    def stands_in_order(self, node: UnitNode) -> bool:
        """Whether only what is new since stands between the node and the one before it in the document."""
        for other in reversed(self.nodes[: self.nodes.index(node)]):
            if other is self.before:
                return True
            if other.base is not None or other.unit.kind == "blok":
                return False
        return False

    def find_group(self, node: UnitNode, proposal: Proposal) -> list[UnitNode]:
        """What moves with a unit: a table with its caption and notes, a list of regulations unless one moves in it."""
        place = self.find_place(proposal)
        at_home = any(_have_one_home(near.unit, node.unit) for near in self.nodes[max(0, place - 1) : place + 1])
        if node.unit.kind not in ELSEWHERE or at_home:
            return [node]
        start = end = self.nodes.index(node)
        while self.nodes[start].unit.kind != "blok":
            start -= 1
        while end < len(self.nodes) and _have_one_home(self.nodes[end].unit, node.unit):
            end += 1
        return self.nodes[start:end]

    def find_table(self, name: str) -> list[UnitNode]:
        """The table of this name where the text places it, with its caption, its notes and its source."""
        start = next((at for at, node in enumerate(self.nodes) if _places(node.unit, name)), len(self.nodes))
        found = self.nodes[start : start + 1]
        for node in self.nodes[start + 1 :]:
            unit, placed = node.unit, found[0].unit
            own_source = unit.kind == "sumber" and (unit.file, unit.pointer) == (
                placed.file,
                f"{placed.pointer}/sumber",
            )
            if unit.file != f"tabel/{name}.json" and not own_source:
                break
            found.append(node)
        return found

    def has_more(self, unit: Unit) -> bool:
        """Whether the list or caption that a line belongs to has another."""
        return sum(node.unit.kind == unit.kind and _have_one_home(node.unit, unit) for node in self.nodes) > 1

    def _settle_unit(self, proposal: Proposal) -> Unit:
        """A new unit with the file and the list of the place where it stands."""
        before = self.before.unit if self.before else self.nodes[0].unit
        unit = replace(proposal.unit, list=self.find_list(proposal))
        if unit.is_chapter:
            self._new_chapters += 1
            return replace(unit, file=f"{NEW_CHAPTER}{self._new_chapters}.json", pointer="/judul")
        if unit.kind in ELSEWHERE:
            place = self.find_place(proposal)
            near = [before, *(node.unit for node in self.nodes[place : place + 1])]
            # The first note on a table stands right below its title, as the document says it.
            titled = [before] if unit.kind == "catatan" and before.kind == "judul_tabel" else []
            # Below a table nothing is its title any more.
            is_below = unit.kind == "judul_tabel" and proposal.passed > 0
            homes = [] if is_below else [*(one for one in near if one.kind == unit.kind), *titled]
            home = next((one for one in homes if not one.in_narrative), None)
            if home is not None:
                return replace(unit, file=home.file, pointer=home.pointer)
        kind = "paragraf" if unit.kind in ELSEWHERE else unit.kind
        chapter = self._find_chapter(before)
        return replace(unit, kind=kind, file=chapter.file, pointer=chapter.pointer)

    def _find_chapter(self, unit: Unit) -> Unit:
        """The heading or the unit itself that says in which chapter's file a place is."""
        if unit.in_narrative:
            return unit
        at = next(index for index, node in enumerate(self.nodes) if node.unit is unit)
        return next(node.unit for node in reversed(self.nodes[:at]) if node.unit.in_narrative)

    def find_list(self, proposal: Proposal) -> str:
        """The list of the unit before if both belong together; one of its own otherwise."""
        unit = proposal.unit
        if unit.kind not in LISTS:
            return ""
        at = self.nodes.index(self.before) if self.before in self.nodes else -1
        for node in reversed(self.nodes[: at + 1]):
            if node.unit.kind in LISTS and node.unit.level == unit.level and node.unit.kind == unit.kind:
                return node.unit.list
            if node.unit.kind not in {*LISTS, "lanjutan"} or (node.unit.kind in LISTS and node.unit.level < unit.level):
                break
        after = self.nodes[at + 1].unit if at + 1 < len(self.nodes) else None
        if after and after.kind == unit.kind and after.level == unit.level:
            return after.list
        self._new_lists += 1
        return f"baru:{unit.kind}:{unit.level}:{self._new_lists}"


def _is_above_table(unit: Unit) -> bool:
    """Whether a line is of the title of a table, which stands above it; that of a picture stands below."""
    return unit.kind == "judul_tabel" and not unit.in_narrative


def _places(unit: Unit, name: str) -> bool:
    return unit.kind == "blok" and unit.raw.get("tabel") == name


def _have_one_home(one: Unit, other: Unit) -> bool:
    """Whether two lines belong to one table or list of regulations."""
    in_chapter = one.in_narrative and one.pointer != other.pointer
    return one.kind in ELSEWHERE and one.file == other.file and not in_chapter
