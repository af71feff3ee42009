"""Three ways into one: the content as it went out, as it is now, and as it came back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from renjadoc.exchange.absorb import three_way
from renjadoc.exchange.absorb.matching import alike
from renjadoc.exchange.absorb.proposals import Proposal
from renjadoc.exchange.absorb.units import ELSEWHERE, LISTS, Unit

_ALIKE = 0.5


@dataclass(frozen=True)
class Change:
    """One thing that is written: `kind` is ubah, tambah, hapus or pindah; `file` and `pointer` say where it stands."""

    kind: str
    file: str
    pointer: str
    old: str
    new: str
    authors: tuple[str, ...] = ()


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


@dataclass
class _Node:
    """A unit of the content now, with what it was in the document that went out (None if it was not in it)."""

    unit: Unit
    base: int | None = None


@dataclass
class Merged:
    units: list[Unit] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def merge(base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> Merged:
    """The units with everything that came back and does not contradict what the content says now."""
    merger = _Merger(base, now, proposals)
    merger.run()
    return Merged([node.unit for node in merger.trunk], merger.changes, merger.conflicts)


class _Merger:
    """Walks the proposals in order; `_before` is the unit of the content that the last one stands for."""

    def __init__(self, base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> None:
        self._base, self._proposals = base, proposals
        known = align(base, now, proposals)
        self.trunk = [_Node(unit, known.get(index)) for index, unit in enumerate(now)]
        self._nodes = {node.base: node for node in self.trunk if node.base is not None}
        self._claimed: set[int] = set()
        self._lists: dict[str, tuple[str, str]] = {}
        self._before: _Node | None = None
        self.changes: list[Change] = []
        self.conflicts: list[Conflict] = []

    def run(self) -> None:
        moved = _out_of_order([p.base for p in self._proposals if p.base is not None])
        for proposal in self._proposals:
            if proposal.base is None:
                self._insert(proposal)
            else:
                self._known(proposal, proposal.base in moved)
        self._remove({p.base for p in self._proposals})

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
            reason = f"angka atau nama “{value}” dihitung dari data; di dokumen ditulis “{typed}”"
            self._conflict(reason, proposal, was, node.unit.text, node.unit.pointer)
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
        shaped = (was.kind, was.level) != (theirs.kind, theirs.level)
        if text is None or (theirs.kind == "regulasi" and text not in {ours.text, theirs.text}):
            self._conflict("diubah di kedua sisi", proposal, was, ours.text, ours.pointer)
            return
        if not text.strip():
            return
        new = replace(ours, text=text, raw=theirs.raw if text == theirs.text and theirs.raw else ours.raw)
        if new.kind == "regulasi" and ours.raw and new.raw is not ours.raw:
            new = replace(new, raw=_kept_keys(ours.raw, new.raw))
        if shaped and (ours.kind, ours.level) == (was.kind, was.level):
            new = replace(new, kind=theirs.kind, level=theirs.level, list=self._list_of(proposal))
        if new != ours:
            self.changes.append(_change("ubah", ours, ours.text, text, proposal, shaped=new.kind != ours.kind))
            node.unit = new

    def _move(self, node: _Node, proposal: Proposal) -> None:
        if self._before is None or node.unit.kind in ELSEWHERE or _is_chapter(node.unit):
            return
        at = self.trunk.index(node)
        if at and self.trunk[at - 1] is self._before:
            return
        self.trunk.remove(node)
        place = self._place(proposal)
        if node.unit.kind in LISTS:
            node.unit = replace(node.unit, list=self._list_of(proposal))
        self.trunk.insert(place, node)
        if place != at:
            self.changes.append(_change("pindah", node.unit, node.unit.text, node.unit.text, proposal))

    # What is new

    def _insert(self, proposal: Proposal) -> None:
        if not proposal.unit.text.strip():
            return
        if proposal.unreadable or proposal.whole or _is_chapter(proposal.unit):
            reason = "bab baru tidak dapat diserap" if _is_chapter(proposal.unit) else "tidak dapat dibaca"
            self._conflict(reason, proposal, None, "")
            return
        for value, typed in proposal.conflicts:
            self._conflict(f"“{value}” dihitung dari data; di dokumen ditulis “{typed}”", proposal, None, "")
        node = self._twin(proposal.unit)
        if node is None:
            node = _Node(self._settled(proposal))
            self.trunk.insert(self._place(proposal), node)
            self.changes.append(_change("tambah", node.unit, "", node.unit.text, proposal))
        self._before = node

    def _twin(self, unit: Unit) -> _Node | None:
        """The same text that the content got meanwhile: absorbed before, or written by somebody else too."""
        for node in self.trunk:
            if node.base is None and id(node) not in self._claimed and _said(node.unit)[:2] == _said(unit)[:2]:
                self._claimed.add(id(node))
                return node
        return None

    def _settled(self, proposal: Proposal) -> Unit:
        """A new unit with the file and the list of the place where it stands."""
        before = self._before.unit if self._before else self.trunk[0].unit
        unit = replace(proposal.unit, list=self._list_of(proposal))
        if unit.kind in ELSEWHERE and before.kind == unit.kind and not before.file.startswith("bab-"):
            return replace(unit, file=before.file, pointer=before.pointer)
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
        at = self.trunk.index(self._before) + 1 if self._before in self.trunk else 1
        placed = [node.unit.kind for node in self.trunk[at : at + 1]]
        return at + 1 if proposal.after_fixed and placed == ["blok"] else at

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
            elif _said(node.unit)[:2] != _said(was)[:2]:
                self._conflict(
                    "dihapus, sedangkan isinya sudah berubah", gone, was, node.unit.text, node.unit.pointer, ""
                )
            else:
                self.trunk.remove(node)
                self.changes.append(Change("hapus", node.unit.file, node.unit.pointer, node.unit.text, ""))

    def _conflict(
        self, reason: str, proposal: Proposal, was: Unit | None, ours: str, pointer: str = "", theirs: str | None = None
    ) -> None:
        where = was or (self._before.unit if self._before else proposal.unit)
        said = (proposal.shown or proposal.unit.text) if theirs is None else theirs
        authors = tuple(proposal.authors)
        place = pointer or where.pointer
        self.conflicts.append(Conflict(reason, where.file, place, was.text if was else "", ours, said, authors))


def align(base: list[Unit], now: list[Unit], proposals: list[Proposal]) -> dict[int, int]:
    """Index in `now` -> index in `base`: the same text, or what came back already, or what is most alike between."""
    known: dict[int, int] = {}
    codes = SequenceMatcher(None, [_key(u) for u in base], [_key(u) for u in now], autojunk=False).get_opcodes()
    returned = {p.base: p.unit.text for p in proposals if p.base is not None}
    for kind, a, b, c, d in codes:
        if kind == "equal":
            known.update(zip(range(c, d), range(a, b), strict=True))
        elif kind == "replace":
            _pair(known, base, now, returned, range(a, b), range(c, d))
    _rest(known, base, now, returned)
    return known


def _pair(
    known: dict[int, int], base: list[Unit], now: list[Unit], returned: dict[int, str], olds: Iterable[int], news: range
) -> None:
    start = news.start
    for old in olds:
        free = [new for new in range(start, news.stop) if new not in known and now[new].kind != "blok"]
        best = max(free, key=lambda new: _fit(base[old], returned.get(old), now[new]), default=None)
        if best is not None and _fit(base[old], returned.get(old), now[best]) >= _ALIKE:
            known[best] = old
            start = best + 1


def _fit(was: Unit, back: str | None, unit: Unit) -> float:
    if was.file != unit.file:
        return 0.0
    if unit.text in {was.text, back}:
        return 2.0
    return alike(was.text, unit.text)


def _rest(known: dict[int, int], base: list[Unit], now: list[Unit], returned: dict[int, str]) -> None:
    """Units that were moved since: the same text, before or after the edit, anywhere."""
    missing = set(range(len(base))) - set(known.values())
    texts: dict[str, int] = {}
    for index in sorted(missing, reverse=True):
        texts[returned.get(index, base[index].text)] = index
        texts[base[index].text] = index
    for new, unit in enumerate(now):
        old = texts.get(unit.text) if unit.text else None
        if new not in known and old is not None and old in missing:
            known[new] = old
            missing.discard(old)


def _key(unit: Unit) -> tuple[str, str]:
    return (unit.file if unit.kind in ELSEWHERE else "", unit.text or f"{unit.kind} {unit.raw}")


def _said(unit: Unit) -> tuple[str, str, int]:
    return unit.text, unit.kind, unit.level


def _is_chapter(unit: Unit) -> bool:
    return unit.kind == "judul" and unit.level == 1


def _kept_keys(ours: dict[str, object], theirs: dict[str, object]) -> dict[str, object]:
    """A regulation as it came back, with what its printed form does not show; keys in the order they had."""
    printed = {"jenis", "nomor", "tahun", "tentang", "daerah", "kementerian", "lembaran", "tambahan", "diubah"}
    kept = {key: theirs.get(key, value) for key, value in ours.items() if key in theirs or key not in printed}
    return {**kept, **{key: value for key, value in theirs.items() if key not in kept}}


def _change(kind: str, unit: Unit, old: str, new: str, proposal: Proposal, *, shaped: bool = False) -> Change:
    said = f"{new} (kini {proposal.unit.kind})" if shaped else new
    return Change(kind, unit.file, unit.pointer, old, said, tuple(proposal.authors))


def _out_of_order(order: list[int]) -> set[int]:
    """Those that were moved: all but a longest rising run (patience sorting)."""
    tails: list[int] = []
    back: dict[int, int | None] = {}
    for value in order:
        at = bisect_left(tails, value)
        back[value] = tails[at - 1] if at else None
        tails[at : at + 1] = [value]
    kept: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = back[last]
    return set(order) - kept
