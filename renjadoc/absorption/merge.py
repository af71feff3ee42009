"""Three ways into one: the content as it went out, as it is now, and as it came back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from renjadoc.absorption import three_way
from renjadoc.absorption.alignment import align
from renjadoc.absorption.proposals import Proposal
from renjadoc.absorption.units import ELSEWHERE, LISTS, Unit
from renjadoc.edits.order import rising
from renjadoc.narrative import citation

#: What must have a line at least, and what it is called.
_NEEDED = {"judul_tabel": "judul tabel atau gambar", "regulasi": "regulasi terakhir"}


#: So many lines tell whether a document is from this folder.
_ENOUGH = 10


@dataclass(frozen=True)
class Change:
    """One thing that is written: `kind` is ubah, tambah, hapus or pindah; `file` and `pointer` say where it stands.

    `shape` says what a paragraph became whose kind or level changed, empty if neither did.
    """

    kind: str
    file: str
    pointer: str
    old: str
    new: str
    authors: tuple[str, ...] = ()
    shape: str = ""


@dataclass(frozen=True)
class Conflict:
    """One thing that is not written, and why: what the document said, what the content says, what came back."""

    reason: str
    file: str
    pointer: str
    base: str
    ours: str
    theirs: str
    authors: tuple[str, ...] = ()


@dataclass(eq=False)
class _Node:
    """A unit of the content now, with what it was in the document that went out (None if it was not in it)."""

    unit: Unit
    base: int | None = None


@dataclass
class Merged:
    """The units as they become; `known` is the share of what went out that the content still has."""

    units: list[Unit] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    known: float = 1.0


def merge(base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> Merged:
    """The units with everything that came back and does not contradict what the content says now."""
    merger = _Merger(base, now, proposals)
    known = merger.known()
    merger.run()
    return Merged([node.unit for node in merger.trunk], merger.changes, merger.conflicts, known)


class _Merger:
    """Walks the proposals in order; `_before` is the unit of the content that the last one stands for."""

    def __init__(self, base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> None:
        self._base, self._proposals = base, proposals
        known = align(base, now, proposals)
        self.trunk = [_Node(unit, known.get(index)) for index, unit in enumerate(now)]
        self._nodes = {node.base: node for node in self.trunk if node.base is not None}
        self._newer: dict[tuple[str, str], list[_Node]] = {}
        for node in self.trunk:
            if node.base is None:
                self._newer.setdefault((node.unit.text, node.unit.kind), []).append(node)
        self._before: _Node | None = None
        self.changes: list[Change] = []
        self.conflicts: list[Conflict] = []

    def known(self) -> float:
        """The share of the base text that the content has; headings and laws are the same in many folders."""
        told = [index for index, unit in enumerate(self._base) if unit.kind not in {"judul", *ELSEWHERE}]
        return sum(index in self._nodes for index in told) / len(told) if len(told) >= _ENOUGH else 1.0

    def run(self) -> None:
        self._moved_there = _out_of_order([p.base for p in self._proposals if p.base is not None])
        self._moved_here = _out_of_order([node.base for node in self.trunk if node.base is not None])
        torn = self._torn()
        for proposal in self._proposals:
            if torn.intersection(proposal.seeds):
                self._tear(proposal)
            elif proposal.base is None:
                self._insert(proposal)
            else:
                self._known(proposal, proposal.base in self._moved_there)
        self._remove({*(p.base for p in self._proposals), *torn})

    # Split and joined paragraphs are taken whole or not at all

    def _torn(self) -> set[int]:
        """What was split or joined in the document, while the content changed in a way that contradicts it."""
        holders = Counter(seed for proposal in self._proposals for seed in proposal.seeds)
        torn: set[int] = set()
        for proposal in self._proposals:
            if len(proposal.seeds) == 1 and holders[proposal.seeds[0]] == 1:
                continue
            others = [seed for seed in proposal.seeds if seed != proposal.base and holders[seed] == 1]
            if proposal.whole or self._contradicted(proposal) or (others and not self._still(others, proposal)):
                torn |= set(proposal.seeds)
        return torn

    def _contradicted(self, proposal: Proposal) -> bool:
        if proposal.base is None:
            return False
        node = self._nodes.get(proposal.base)
        return (
            node is None or three_way.merge(self._base[proposal.base].text, node.unit.text, proposal.unit.text) is None
        )

    def _still(self, seeds: list[int], joined: Proposal) -> bool:
        """Whether what was joined with another still says the same, or was joined here already."""
        lead = self._nodes.get(joined.base) if joined.base is not None else None
        if lead is not None and lead.unit.text == joined.unit.text:
            return True
        found = [self._nodes.get(seed) for seed in seeds]
        return all(node and node.unit.text == self._base[seed].text for node, seed in zip(found, seeds, strict=True))

    def _tear(self, proposal: Proposal) -> None:
        node = self._nodes.get(proposal.base) if proposal.base is not None else None
        was = self._base[proposal.seeds[0] if proposal.base is None else proposal.base]
        reason = "dibagi atau digabung dalam dokumen, sedangkan isinya sudah berubah"
        for value, typed in proposal.conflicts:
            reason = _figure(value, typed)
        ours = node or self._nodes.get(proposal.seeds[0])
        self._conflict(reason, proposal, was, ours.unit.text if ours else "", ours.unit.pointer if ours else "")
        self._before = node or self._before

    # What was there before

    def _known(self, proposal: Proposal, moved: bool) -> None:
        was = self._base[proposal.base or 0]
        node = self._nodes.get(proposal.base or 0)
        changed = _said(proposal.unit) != _said(was)
        if node is None:
            if changed:
                self._conflict("sudah dihapus dari folder isi", proposal, was, "")
            return
        for value, typed in proposal.conflicts:
            self._conflict(_figure(value, typed), proposal, was, node.unit.text, node.unit.pointer)
        if proposal.unreadable:
            reason = "regulasi ini tidak dapat dibaca sebagai Jenis Nomor … Tahun … tentang …"
            self._conflict(reason, proposal, was, node.unit.text, node.unit.pointer)
        elif changed and not proposal.whole:
            self._take(node, was, proposal)
        if moved:
            self._move(node, proposal)
        self._before = node

    def _take(self, node: _Node, was: Unit, proposal: Proposal) -> None:
        ours, theirs = node.unit, proposal.unit
        text = three_way.merge(was.text, ours.text, theirs.text)
        raw = _regulation(text or "", ours, theirs) if theirs.kind == "regulasi" else ours.raw
        if not text or not text.strip() or (theirs.kind == "regulasi" and raw is None):
            self._conflict("diubah di kedua sisi", proposal, was, ours.text, ours.pointer)
            return
        new = replace(ours, text=text, raw=raw)
        if (was.kind, was.level) != (theirs.kind, theirs.level) and (ours.kind, ours.level) == (was.kind, was.level):
            new = replace(new, kind=theirs.kind, level=theirs.level, list=self._list_of(proposal))
        if new != ours:
            shape = _shape(new) if (new.kind, new.level) != (ours.kind, ours.level) else ""
            self.changes.append(_change("ubah", ours, ours.text, text, proposal, shape))
            node.unit = new

    def _move(self, node: _Node, proposal: Proposal) -> None:
        if self._before is None or _is_chapter(node.unit) or self._stands_behind(node):
            return
        if proposal.base in self._moved_here:
            reason = "dipindah di kedua sisi ke tempat yang berbeda"
            self._conflict(reason, proposal, node.unit, node.unit.text, node.unit.pointer)
            return
        group = self._group(node, proposal)
        if not all(member.base in self._moved_there for member in group if member.base is not None):
            reason = "dipindah keluar dari daftar atau tabelnya"
            self._conflict(reason, proposal, node.unit, node.unit.text, node.unit.pointer)
            return
        at = self.trunk.index(group[0])
        self.trunk[at : at + len(group)] = []
        place = self._place(proposal)
        if node.unit.kind in LISTS:
            node.unit = replace(node.unit, list=self._list_of(proposal))
        self.trunk[place:place] = group
        if place != at:
            self.changes.append(_change("pindah", node.unit, node.unit.text, node.unit.text, proposal))

    def _stands_behind(self, node: _Node) -> bool:
        """Whether only what is new since stands between the node and the one before it in the document."""
        for other in reversed(self.trunk[: self.trunk.index(node)]):
            if other is self._before:
                return True
            if other.base is not None or other.unit.kind == "blok":
                return False
        return False

    def _group(self, node: _Node, proposal: Proposal) -> list[_Node]:
        """What moves with a unit: a table with its caption and notes, a list of regulations unless one moves in it."""
        if node.unit.kind not in ELSEWHERE or self._at_home(node.unit, self._place(proposal)):
            return [node]
        start = end = self.trunk.index(node)
        while self.trunk[start].unit.kind != "blok":
            start -= 1
        while end < len(self.trunk) and self._same_home(self.trunk[end].unit, node.unit):
            end += 1
        return self.trunk[start:end]

    def _at_home(self, unit: Unit, place: int) -> bool:
        return any(self._same_home(near.unit, unit) for near in self.trunk[max(0, place - 1) : place + 1])

    @staticmethod
    def _same_home(one: Unit, other: Unit) -> bool:
        return (
            one.kind in ELSEWHERE
            and one.file == other.file
            and not (one.file.startswith("bab-") and one.pointer != other.pointer)
        )

    # What is new

    def _insert(self, proposal: Proposal) -> None:
        if not proposal.unit.text.strip():
            return
        if proposal.unreadable or proposal.whole or _is_chapter(proposal.unit):
            reason = "bab baru tidak dapat diserap" if _is_chapter(proposal.unit) else "tidak dapat dibaca"
            self._conflict(reason, proposal, None, "")
            return
        for value, typed in proposal.conflicts:
            self._conflict(_figure(value, typed), proposal, None, "")
        node = self._twin(proposal.unit)
        if node is None:
            node = _Node(self._settled(proposal))
            self.trunk.insert(self._place(proposal), node)
            self.changes.append(_change("tambah", node.unit, "", node.unit.text, proposal))
        self._before = node

    def _twin(self, unit: Unit) -> _Node | None:
        """The same text that the content got meanwhile: absorbed before, or written by somebody else too."""
        twins = self._newer.get((unit.text, unit.kind))
        return twins.pop(0) if twins else None

    def _settled(self, proposal: Proposal) -> Unit:
        """A new unit with the file and the list of the place where it stands."""
        before = self._before.unit if self._before else self.trunk[0].unit
        unit = replace(proposal.unit, list=self._list_of(proposal))
        if unit.kind in ELSEWHERE:
            place = self._place(proposal)
            near = [before, *(node.unit for node in self.trunk[place : place + 1])]
            home = next((u for u in near if u.kind == unit.kind and not u.file.startswith("bab-")), None)
            if home is not None:
                return replace(unit, file=home.file, pointer=home.pointer)
        kind = "paragraf" if unit.kind in ELSEWHERE else unit.kind
        chapter = self._chapter(before)
        return replace(unit, kind=kind, file=chapter.file, pointer=before.pointer if before is chapter else "/judul")

    def _chapter(self, unit: Unit) -> Unit:
        """The heading or the unit itself that says in which chapter's file a place is."""
        if unit.file.startswith("bab-"):
            return unit
        at = next(index for index, node in enumerate(self.trunk) if node.unit is unit)
        return next(node.unit for node in reversed(self.trunk[:at]) if node.unit.file.startswith("bab-"))

    def _place(self, proposal: Proposal) -> int:
        """Behind the unit before, and behind what has no text there if the document shows it above too."""
        at = self.trunk.index(self._before) + 1 if self._before is not None else 1
        here, *below = [node.unit.kind for node in self.trunk[at : at + 2]] or [""]
        first = proposal.unit.kind == "regulasi" and below == ["regulasi"]
        return at + 1 if here == "blok" and (proposal.after_fixed or first) else at

    def _list_of(self, proposal: Proposal) -> str:
        """The list of the unit before if both belong together; one of its own otherwise."""
        unit = proposal.unit
        if unit.kind not in LISTS:
            return ""
        at = self.trunk.index(self._before) if self._before in self.trunk else -1
        for node in reversed(self.trunk[: at + 1]):
            if node.unit.kind in LISTS and node.unit.level == unit.level and node.unit.kind == unit.kind:
                return node.unit.list
            if node.unit.kind not in {*LISTS, "lanjutan"} or (node.unit.kind in LISTS and node.unit.level < unit.level):
                break
        after = self.trunk[at + 1].unit if at + 1 < len(self.trunk) else None
        if after and after.kind == unit.kind and after.level == unit.level:
            return after.list
        return f"baru:{unit.kind}:{unit.level}:{len(self.changes)}"

    # What is gone

    def _remove(self, present: set[int | None]) -> None:
        for index, was in enumerate(self._base):
            node = self._nodes.get(index)
            if index in present or node is None:
                continue
            gone = Proposal(was, index, was)
            if _is_chapter(was):
                self._conflict("bab tidak dapat dihapus dari dokumen", gone, was, node.unit.text, node.unit.pointer, "")
            elif was.kind in _NEEDED and not self._has_more(node.unit):
                reason = f"{_NEEDED[was.kind]} tidak dapat dihapus dari dokumen"
                self._conflict(reason, gone, was, node.unit.text, node.unit.pointer, "")
            elif _said(node.unit)[:2] != _said(was)[:2]:
                self._conflict(
                    "dihapus, sedangkan isinya sudah berubah", gone, was, node.unit.text, node.unit.pointer, ""
                )
            else:
                self.trunk.remove(node)
                self.changes.append(Change("hapus", node.unit.file, node.unit.pointer, node.unit.text, ""))

    def _has_more(self, unit: Unit) -> bool:
        """Whether the list or caption that a line belongs to has another."""
        return sum(node.unit.kind == unit.kind and self._same_home(node.unit, unit) for node in self.trunk) > 1

    def _conflict(
        self, reason: str, proposal: Proposal, was: Unit | None, ours: str, pointer: str = "", theirs: str | None = None
    ) -> None:
        where = was or (self._before.unit if self._before else proposal.unit)
        said = (proposal.shown or proposal.unit.text) if theirs is None else theirs
        authors = tuple(proposal.authors)
        place = pointer or where.pointer
        self.conflicts.append(Conflict(reason, where.file, place, was.text if was else "", ours, said, authors))


def _said(unit: Unit) -> tuple[str, str, int]:
    return unit.text, unit.kind, unit.level


def _is_chapter(unit: Unit) -> bool:
    return unit.kind == "judul" and unit.level == 1


def _figure(value: str, typed: str) -> str:
    return f"angka atau nama “{value}” dihitung dari data; di dokumen ditulis “{typed}”"


def _regulation(text: str, ours: Unit, theirs: Unit) -> dict[str, object] | None:
    """The entry that is printed as `text`; None if it cannot be read as one."""
    if text == ours.text:
        return dict(ours.raw)
    read = theirs.raw if text == theirs.text else citation.read_citation(text)
    return _kept_keys(ours.raw, read) if read else None


def _kept_keys(ours: dict[str, object], theirs: dict[str, object]) -> dict[str, object]:
    """A regulation as it came back, with what its printed form does not show; keys in the order they had."""
    printed = {"jenis", "nomor", "tahun", "tentang", "daerah", "kementerian", "lembaran", "tambahan", "diubah"}
    kept = {key: theirs.get(key, value) for key, value in ours.items() if key in theirs or key not in printed}
    return {**kept, **{key: value for key, value in theirs.items() if key not in kept}}


def _change(kind: str, unit: Unit, old: str, new: str, proposal: Proposal, shape: str = "") -> Change:
    return Change(kind, unit.file, unit.pointer, old, new, tuple(proposal.authors), shape)


def _shape(unit: Unit) -> str:
    """What a unit is, as the secretariat calls it."""
    if unit.kind == "judul":
        return f"judul tingkat {unit.level}"
    if unit.kind in LISTS:
        return f"butir {unit.kind} tingkat {unit.level + 1}"
    return {"lanjutan": "lanjutan butir"}.get(unit.kind, unit.kind)


def _out_of_order(order: list[int]) -> set[int]:
    """Those that were moved: all but a longest rising run."""
    return set(order) - {order[place] for place in rising(order)}
