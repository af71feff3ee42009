"""Three ways into one: the content as it went out, as it is now, and as it came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from renjadoc.absorption.alignment import align_units
from renjadoc.absorption.proposals import Proposal
from renjadoc.absorption.regulations import merge_regulation
from renjadoc.absorption.taken_texts import TakenTexts
from renjadoc.absorption.trunk import Trunk
from renjadoc.absorption.units import ELSEWHERE, GoneTable, Unit, UnitNode, name_shape, refers_to
from renjadoc.edits.chapters import chapter_number, name_chapter
from renjadoc.edits.edit import ADDED, CHANGED, MOVED, REMOVED, Change, Edit
from renjadoc.edits.order import find_moved
from renjadoc.edits.plan import Conflict
from renjadoc.edits.three_way import merge_texts

#: What must have a line at least, and what it is called.
_NEEDED = {"judul_tabel": "judul tabel atau gambar", "regulasi": "regulasi terakhir"}
_UNREADABLE = "regulasi ini tidak dapat dibaca sebagai Jenis Nomor … Tahun … tentang …"
_NO_LAW = "; bila bukan regulasi, matikan nomornya dan beri gaya Isi di Word, lalu serap lagi"
#: Why a table stays that was deleted in the document.
_LEFT = "judulnya atau catatannya tidak; tabelnya tetap, hapus semuanya di Word bila dimaksud, lalu serap lagi"
#: So many lines tell whether a document is from this folder.
_ENOUGH = 10


@dataclass(frozen=True)
class MergedUnits:
    """The units as they become, in order, and all that there were; `known` is the share of what went out still there.

    Units know the changes by their numbers. `bonds`: number of a change -> the paragraphs that it splits or joins.
    `left` tells of the tables that are gone from the document and stay, with all that is printed around them.
    """

    becomes: list[UnitNode]
    nodes: list[UnitNode]
    changes: list[Change]
    conflicts: list[Conflict]
    bonds: dict[int, set[int]]
    known: float
    left: list[str]


def merge_units(
    base: list[Unit],
    now: list[Unit],
    proposals: list[Proposal],
    taken: TakenTexts,
    spare_chapters: int = 0,
    gone: Mapping[str, GoneTable] = MappingProxyType({}),
) -> MergedUnits:
    """The units with everything that came back and does not contradict what the content says now.

    What was `taken` before is not proposed again. So many as `spare_chapters` may go; the others are asked for by the
    outline. `gone` are, by their names, the tables that are not in the document any more.
    """
    merger = _UnitMerger(base, now, proposals, taken, spare_chapters, gone)
    known = merger.measure_known()
    nodes = list(merger.trunk.nodes)
    merger.merge_all()
    return MergedUnits(merger.trunk.nodes, nodes, merger.changes, merger.conflicts, merger.bonds, known, merger.left)


class _UnitMerger:
    """Walks the proposals in order."""

    def __init__(
        self,
        base: list[Unit],
        now: list[Unit],
        proposals: list[Proposal],
        taken: TakenTexts,
        spare_chapters: int,
        gone: Mapping[str, GoneTable],
    ) -> None:
        self._taken = taken
        self._base, self._proposals, self._spare_chapters, self._gone = base, proposals, spare_chapters, gone
        aligned = align_units(base, now, proposals)
        nodes = (UnitNode(unit, aligned.known.get(index), unit) for index, unit in enumerate(now))
        self.trunk = Trunk(nodes, {proposal.base for proposal in proposals})
        self._nodes = {node.base: node for node in self.trunk.nodes if node.base is not None}
        #: Proposals of something new by what the content got of the same text: absorbed before, or written by somebody.
        self._twins = {id(proposals[number]): self.trunk.nodes[index] for number, index in aligned.twins.items()}
        self._moved_there = find_moved([p.base for p in proposals if p.base is not None])
        here = [node.base for node in self.trunk.nodes if node.base is not None]
        self._moved_here = find_moved(here)
        self._settled = self._find_settled(here)
        holders = Counter(seed for proposal in proposals for seed in proposal.seeds)
        self._holders = holders
        self._bound = {seed for p in proposals for seed in p.seeds if len(p.seeds) > 1 or holders[seed] > 1}
        self.changes: list[Change] = []
        self.conflicts: list[Conflict] = []
        self.bonds: dict[int, set[int]] = {}
        self.left: list[str] = []

    def _find_settled(self, here: list[int]) -> set[int]:
        """What stands in its list, or the whole text, in the order of the document already: it was moved before.

        A caption has no order of its own: where it stands is where its table stands.
        """
        there = [proposal.base for proposal in self._proposals if proposal.base in self._nodes]
        if there == [index for index in here if index in set(there)]:
            return set(there)
        settled: set[int] = set()
        for file in {self._base[index].file for index in there if self._base[index].kind == "regulasi"}:
            ours = [index for index in here if self._base[index].file == file]
            if ours == [index for index in there if self._base[index].file == file]:
                settled.update(ours)
        return settled

    def measure_known(self) -> float:
        """The share of the base text that the content has; headings and laws are the same in many folders."""
        telling = [index for index, unit in enumerate(self._base) if unit.kind not in {"judul", *ELSEWHERE}]
        return sum(index in self._nodes for index in telling) / len(telling) if len(telling) >= _ENOUGH else 1.0

    def merge_all(self) -> None:
        torn = self._find_torn()
        for proposal in self._proposals:
            if torn.intersection(proposal.seeds) and not self._taken.is_taken(proposal):
                self._refuse_torn(proposal)
            elif proposal.base is None:
                self._insert_node(proposal)
            else:
                self._merge_known(proposal, proposal.base)
        self._remove_missing({*(p.base for p in self._proposals), *torn})

    # Split and joined paragraphs are taken whole or not at all

    def _find_torn(self) -> set[int]:
        """What was split or joined in the document, while the content changed in a way that contradicts it."""
        torn: set[int] = set()
        for proposal in self._proposals:
            if not self._bound.intersection(proposal.seeds) or self._taken.is_taken(proposal):
                continue
            others = [seed for seed in proposal.seeds if seed != proposal.base and self._holders[seed] == 1]
            if proposal.whole or self._is_contradicted(proposal) or (others and not self._still_says(others, proposal)):
                torn |= set(proposal.seeds)
        return torn

    def _is_contradicted(self, proposal: Proposal) -> bool:
        if proposal.base is None:
            return False
        node = self._nodes.get(proposal.base)
        was = self._base[proposal.base]
        return node is None or merge_texts(was.text, node.unit.text, proposal.unit.text) is None

    def _still_says(self, seeds: list[int], joined: Proposal) -> bool:
        """Whether what was joined with another still says the same, or was joined here already."""
        lead = self._nodes.get(joined.base) if joined.base is not None else None
        if lead is not None and lead.unit.text == joined.unit.text:
            return True
        nodes = [self._nodes.get(seed) for seed in seeds]
        return all(node and node.unit.text == self._base[seed].text for node, seed in zip(nodes, seeds, strict=True))

    def _refuse_torn(self, proposal: Proposal) -> None:
        node = self._nodes.get(proposal.base) if proposal.base is not None else None
        was = self._base[proposal.seeds[0] if proposal.base is None else proposal.base]
        reason = "dibagi atau digabung dalam dokumen, sedangkan isinya sudah berubah"
        for value, typed in proposal.conflicts:
            reason = _explain_figure(value, typed)
        self._refuse_change(reason, proposal, was, node or self._nodes.get(proposal.seeds[0]))
        self.trunk.before = node or self.trunk.before

    # What was there before

    def _merge_known(self, proposal: Proposal, index: int) -> None:
        was, node = self._base[index], self._nodes.get(index)
        differs = node is None or _what_is_seen(node.unit) != _what_is_seen(proposal.unit)
        changed = _what_is_seen(proposal.unit) != _what_is_seen(was) and not self._taken.is_taken(
            proposal, differs=differs
        )
        if node is None:
            if changed:
                self._refuse_change("sudah dihapus dari folder isi", proposal, was, None)
            return
        for value, typed in proposal.conflicts:
            self._refuse_change(_explain_figure(value, typed), proposal, was, node)
        if proposal.unreadable:
            self._refuse_change(_UNREADABLE, proposal, was, node)
        elif changed and not proposal.whole:
            self._change_node(node, was, proposal)
        if index in self._moved_there and index not in self._settled and not self._taken.is_move_taken(proposal):
            self._move_node(node, proposal)
        self.trunk.before = node

    def _change_node(self, node: UnitNode, was: Unit, proposal: Proposal) -> None:
        ours, theirs = node.unit, proposal.unit
        text = merge_texts(was.text, ours.text, theirs.text)
        raw = merge_regulation(text or "", ours, theirs) if theirs.kind == "regulasi" else ours.raw
        if not text or not text.strip() or (theirs.kind == "regulasi" and raw is None):
            written = theirs.text if theirs.kind != "regulasi" else ""
            self._refuse_change("diubah di kedua sisi", proposal, was, node, written=written)
            return
        new = replace(ours, text=text, raw=raw)
        if (was.kind, was.level) != (theirs.kind, theirs.level) and (ours.kind, ours.level) == (was.kind, was.level):
            new = replace(new, kind=theirs.kind, level=theirs.level, list=self.trunk.find_list(proposal))
        if new != ours:
            shape = name_shape(new) if (new.kind, new.level) != (ours.kind, ours.level) else ""
            self._tell_change(CHANGED, ours, ours.text, text, proposal, [node], shape)
            node.unit = new

    def _move_node(self, node: UnitNode, proposal: Proposal) -> None:
        if self.trunk.before is None or node.unit.is_chapter or self.trunk.stands_in_order(node):
            return
        if proposal.base in self._moved_here:
            self._refuse_change("dipindah di kedua sisi ke tempat yang berbeda", proposal, node.unit, node)
            return
        group = self.trunk.find_group(node, proposal)
        if not all(member.base in self._moved_there for member in group if member.base is not None):
            self._refuse_change("dipindah keluar dari daftar atau tabelnya", proposal, node.unit, node)
            return
        if self.trunk.move_group(group, proposal):
            self._tell_change(MOVED, node.unit, node.unit.text, node.unit.text, proposal, group)

    # What is new

    def _insert_node(self, proposal: Proposal) -> None:
        if not proposal.unit.text.strip():
            return
        is_misplaced = proposal.unit.is_chapter and not self.trunk.may_hold_chapter()
        if proposal.unreadable or proposal.whole or is_misplaced:
            reason = "bab baru tidak dapat berdiri di antara lampiran" if is_misplaced else "tidak dapat dibaca"
            if proposal.unreadable:
                reason = f"{_UNREADABLE}{_NO_LAW}"
            self._refuse_change(reason, proposal, None, None)
            return
        for value, typed in proposal.conflicts:
            self._refuse_change(_explain_figure(value, typed), proposal, None, None)
        twin = self._twins.get(id(proposal))
        if twin is not None or self._taken.is_taken(proposal, differs=True):
            self.trunk.before = twin or self.trunk.before
            return
        node = self.trunk.insert_node(proposal)
        self._tell_change(ADDED, node.unit, "", node.unit.text, proposal, [node])
        self.trunk.before = node

    # What is gone

    def _remove_missing(self, present: set[int | None]) -> None:
        whole, told = self._find_lost_captions(present), set[str]()
        tables = {name: group for name in self._gone if (group := self.trunk.find_table(name))}
        within = {id(node) for group in tables.values() for node in group}
        for index, was in enumerate(self._base):
            node = self._nodes.get(index)
            if index in present or node is None or id(node) in within or self._taken.is_removal_taken(was):
                continue
            gone = Proposal(was, index, was, seeds=(index,))
            if was.file not in whole or was.kind != "judul_tabel":
                self._remove_node(node, was, gone)
            elif was.file not in told:
                told.add(was.file)
                reason = "judul tabel dihapus seluruhnya; tabel beserta judulnya tetap, hapus dari babnya bila dimaksud"
                self._refuse_change(reason, gone, was, node, "")
        for name, group in tables.items():
            if not self._taken.is_removal_taken(group[0].unit):
                came_back = any(node.base is not None and node.base in present for node in group)
                self._remove_table(self._gone[name], group, came_back=came_back)

    def _find_lost_captions(self, present: set[int | None]) -> set[str]:
        """The files of tables of whose caption no line came back: a caption goes with its table or not at all."""
        lines: dict[str, list[bool]] = {}
        for index, was in enumerate(self._base):
            if was.kind == "judul_tabel" and was.file.startswith("tabel/") and index in self._nodes:
                lines.setdefault(was.file, []).append(index in present)
        return {file for file, came in lines.items() if not any(came)}

    def _remove_table(self, table: GoneTable, group: list[UnitNode], *, came_back: bool) -> None:
        """Take a table out of the text, with its caption and what stands below it; or all stays, and is told once."""
        if stays := _LEFT if came_back else table.stays:
            self.left.append(f"{table.label} dihapus, {stays}")
            return
        others = (node.unit.text for node in self.trunk.nodes if node not in group)
        changed = [n for n in group if n.base is not None and n.unit.text != self._base[n.base].text]
        reason = "tabel dihapus, sedangkan judul atau catatannya sudah berubah" if changed else ""
        if any(refers_to(text, str(group[0].unit.raw["tabel"])) for text in others):
            reason = "tabel dihapus, sedangkan naskah masih menyebutnya; hapus penyebutannya di Word, lalu serap lagi"
        gone = Proposal(group[0].unit, seeds=tuple(node.base for node in group if node.base is not None))
        said = " ".join([table.label, *(node.unit.text for node in group if node.unit.kind == "judul_tabel")])
        if reason:
            was = replace(group[0].unit, text=said)
            self._refuse_change(reason, gone, was, UnitNode(was), "")
            return
        self.trunk.nodes = [node for node in self.trunk.nodes if node not in group]
        self._tell_change(REMOVED, group[0].unit, said, "", gone, group)

    def _remove_node(self, node: UnitNode, was: Unit, gone: Proposal) -> None:
        reason = ""
        if was.is_chapter and not self._may_go(node):
            reason = "bab ini diminta kerangka dokumen, jadi judulnya tetap"
        elif was.kind in _NEEDED and not self.trunk.has_more(node.unit):
            reason = f"{_NEEDED[was.kind]} tidak dapat dihapus dari dokumen"
        elif _what_is_seen(node.unit)[:2] != _what_is_seen(was)[:2]:
            reason = "dihapus, sedangkan isinya sudah berubah"
        if reason:
            self._refuse_change(reason, gone, was, node, "")
            return
        self.trunk.nodes.remove(node)
        self._tell_change(REMOVED, node.unit, node.unit.text, "", gone, [node])

    def _may_go(self, node: UnitNode) -> bool:
        """Whether a chapter's heading may go, what is left below it going to the chapter before."""
        if not chapter_number(node.unit.file) or node.unit.file == name_chapter(1):
            return False
        self._spare_chapters -= 1
        return self._spare_chapters >= 0

    # Telling it

    def _tell_change(
        self, kind: str, unit: Unit, old: str, new: str, proposal: Proposal, nodes: list[UnitNode], shape: str = ""
    ) -> None:
        number = len(self.changes)
        authors = tuple(proposal.authors)
        marks = (self._taken.mark_change(kind, proposal),)
        self.changes.append(Change(kind, unit.file, unit.pointer, old, new, authors=authors, shape=shape, marks=marks))
        self.bonds[number] = self._bound.intersection(proposal.seeds)
        for node in nodes:
            node.changes.append(number)

    def _refuse_change(
        self,
        reason: str,
        proposal: Proposal,
        was: Unit | None,
        node: UnitNode | None,
        theirs: str | None = None,
        written: str = "",
    ) -> None:
        """Tell a change that is not made; `written` is the text that would be, if somebody decides for it."""
        where = was or (self.trunk.before.unit if self.trunk.before else proposal.unit)
        ours, pointer = (node.unit.text, node.unit.pointer) if node else ("", where.pointer)
        said = (proposal.shown or proposal.unit.text) if theirs is None else theirs
        marks = (self._taken.mark_change(CHANGED, proposal),)
        change = Change(CHANGED, where.file, pointer, ours, said, authors=tuple(proposal.authors), marks=marks)
        edits = (Edit(where.file, pointer, "set", written, changes=(change,)),) if node and written.strip() else ()
        self.conflicts.append(Conflict(change, reason, was.text if was else "", edits))


def _what_is_seen(unit: Unit) -> tuple[str, str, int]:
    return unit.text, unit.kind, unit.level


def _explain_figure(value: str, typed: str) -> str:
    return f"angka atau nama “{value}” dihitung dari data; di dokumen ditulis “{typed}”"
