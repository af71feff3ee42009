"""Rows of the planning system into the plan of a folder: matched, added, accounted for; written only by `write`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.edits import changeset, rewrite
from renjadoc.edits.changeset import Files
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.sheets.excel.values import said
from renjadoc.sheets.sipd import fields, grid, records
from renjadoc.sheets.sipd.fields import Heads
from renjadoc.sheets.sipd.records import MONEY, Amounts, Export, Part, Record, level_key, name_key
from renjadoc.tables import rencana_program
from renjadoc.tables.computed import sum_amounts

Node = dict[str, Any]
#: Field of an export -> key of a sub kegiatan.
_KEYS = {"pagu": "pagu", "pagu_n_depan": "pagu_maju"}


@dataclass(frozen=True)
class Change:
    """One change: where it comes from, file and place, what it is of, the values as text."""

    kind: str
    place: str
    file: str
    pointer: str
    what: str
    row: str
    old: str
    new: str


@dataclass
class Plan:
    """What an import would do, and the account of it. `sums` are (what, in the rows, as printed, in the plan)."""

    root: Path
    export: Export
    changes: list[Change] = field(default_factory=list)
    unmentioned: list[tuple[str, str, str]] = field(default_factory=list)
    sums: list[tuple[str, int | None, int | None, int | None]] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    same: int = 0
    files: Files = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether every row was taken and every printed total agrees."""
        return not self.export.left and all(printed in {None, rows} for _, rows, printed, _ in self.sums)


def plan(path: Path, root: Path, mapping: Path | None = None) -> Plan:
    """What the rows of `path` change in the plan of a folder. Raises ProblemsFound."""
    folder = changeset.read(root).folder
    sources = [s for s in folder.tables_of("rencana-program") if s.data.get("bentuk") != rencana_program.WITHOUT_SUB]
    if not sources:
        hint = "Buat dahulu tabel/rencana-program.json; contohnya dibuat dengan renjadoc baru."
        if folder.tables_of("rencana-program"):
            hint = "SIPD bersub kegiatan: kosongkan “program” dalam tabel itu dan hapus “bentuk”-nya, lalu impor lagi."
        message = "belum ada tabel rencana-program yang bersub kegiatan"
        raise ProblemsFound([Problem("RJ070", Location(folder.name), message, hint)])
    rows, heads = _best(path, fields.read_mapping(mapping))
    export = records.read(rows, heads, folder.facts["perangkat_daerah"]["nama"])
    if not export.records:
        left = "; ".join(f"{place}: {why}" for place, why in export.left[:5])
        hint = f"Yang terbaca: {left}." if left else "Periksa apakah ini ekspor sub kegiatan."
        raise ProblemsFound([Problem("RJ070", Location(str(path)), "tidak ada baris sub kegiatan di dalamnya", hint)])
    made = Plan(root, export, unused=heads.other)
    merger = _Merger(folder, sources, made)
    merger.run(export.records)
    _compare(made, merger)
    hint = "Tidak ada yang ditulis. Perbaiki baris itu, lalu impor lagi."
    changeset.check(folder, made.files, "hasil impor", hint)
    return made


def _best(path: Path, mapping: fields.Mapping) -> tuple[list[grid.Line], Heads]:
    found = [(rows, fields.find(rows, mapping)) for rows in grid.read(path)]
    rows, heads = max(found, key=lambda one: len(one[1].columns), default=([], Heads({}, 0, [])))
    if heads.usable:
        return rows, heads
    seen = ", ".join([*heads.columns, *heads.other][:12]) or "tidak ada"
    hint = f"Yang terbaca: {seen}. Sebutkan artinya dalam berkas pemetaan: --pemetaan map.json."
    message = "kolom sub kegiatan (kode atau nama) dan pagu tidak dikenal"
    raise ProblemsFound([Problem("RJ070", Location(str(path)), message, hint)])


class _Level:
    """The nodes of one level, found by code, or by name below a parent."""

    def __init__(self) -> None:
        self.by_code: dict[tuple[str, ...], Node] = {}
        self.by_name: dict[tuple[int, str], Node] = {}
        self.nameless: dict[str, list[Node]] = defaultdict(list)

    def add(self, node: Node, parent: int) -> None:
        if node.get("kode"):
            self.by_code.setdefault(level_key(node["kode"]), node)
        else:
            # Only what has no code yet may be taken by its name alone.
            self.nameless[name_key(node["nama"])].append(node)
        self.by_name.setdefault((parent, name_key(node["nama"])), node)

    def find(self, part: Part, parent: int) -> Node | None:
        if part.code and (node := self.by_code.get(level_key(part.code))) is not None:
            return node
        node = self.by_name.get((parent, name_key(part.name))) if part.name else None
        if node is not None and not (part.code and node.get("kode")):
            return node
        alone = self.nameless.get(name_key(part.name), []) if part.name else []
        return alone[0] if len(alone) == 1 else None


class _Merger:
    """Merges records into copies of the plan's tables, so that the old data can be compared with."""

    def __init__(self, folder: Folder, sources: list[Source], made: Plan) -> None:
        self._folder, self._sources, self._made = folder, sources, made
        self._levels = _Level(), _Level(), _Level()
        self._origins: dict[int, int] = {}
        self._new: dict[str, list[Node]] = {}
        self._places: dict[int, tuple[str, str]] = {}
        self.mentioned: set[int] = set()
        self._pending: list[tuple[str, str, Node, str, str, str, str]] = []
        for source in sources:
            self._new[source.path.stem] = [self._copy(node, index, 0, 0) for index, node in
                                           enumerate(source.data["program"])]  # fmt: skip

    def _copy(self, node: Node, index: int, depth: int, parent: int) -> Node:
        copied = dict(node)
        self._origins[id(copied)] = index
        self._levels[depth].add(copied, parent)
        if depth < 2:
            key = ("kegiatan", "sub_kegiatan")[depth]
            children = enumerate(node[key])
            copied[key] = [self._copy(child, number, depth + 1, id(copied)) for number, child in children]
        return copied

    def run(self, found: list[Record]) -> None:
        for record in found:
            self._take(record)
        for source in self._sources:
            name = source.path.stem
            for program in self._new[name]:
                self._note_places(program, f"tabel/{name}.json")
        self._say()
        for source in self._sources:
            data = {**source.data, "program": self._new[source.path.stem]}
            if data != source.data:
                file = f"tabel/{source.path.stem}.json"
                self._made.files[file] = changeset.text(source, data, rewrite.continuing(self._origins))

    def _take(self, record: Record) -> None:
        place = record.places[0]
        program = self._levels[0].find(record.program, 0)
        kegiatan = self._levels[1].find(record.kegiatan, id(program))
        sub = self._levels[2].find(record.sub, id(kegiatan))
        if sub is None:
            program, kegiatan = self._parents(record, program, kegiatan)
            if program is None or kegiatan is None or not record.sub.name:
                lacking = "sub kegiatan" if not record.sub.name else "program" if program is None else "kegiatan"
                self._made.export.left += [(at, f"nama {lacking}-nya tidak disebut") for at in record.places]
                return
            sub = self._add(record, kegiatan)
        else:
            before = len(self._pending)
            self._name(sub, record.sub, place)
            for node, part in ((program, record.program), (kegiatan, record.kegiatan)):
                if node is not None:
                    self._name(node, part, place)
            self._amounts(sub, record.amounts, place)
            self._made.same += before == len(self._pending)
        self.mentioned.add(id(sub))

    def _parents(self, record: Record, program: Node | None, kegiatan: Node | None) -> tuple[Node | None, Node | None]:
        """The program and the kegiatan of a new sub kegiatan, made where they are new too and have a name."""
        if program is None and record.program.name:
            program = {
                "kode": record.program.code or None,
                "nama": record.program.name,
                "indikator": None,
                "kegiatan": [],
            }
            self._new[self._sources[0].path.stem].append(program)
            self._put(program, 0, 0, record.places[0], record.program.name)
        if kegiatan is None and program is not None and record.kegiatan.name:
            code = {"kode": record.kegiatan.code} if record.kegiatan.code else {}
            kegiatan = {**code, "nama": record.kegiatan.name, "sub_kegiatan": []}
            program["kegiatan"].append(kegiatan)
            self._put(kegiatan, 1, id(program), record.places[0], record.kegiatan.name)
        return program, kegiatan

    def _add(self, record: Record, kegiatan: Node) -> Node:
        code = {"kode": record.sub.code} if record.sub.code else {}
        open_ = dict.fromkeys(("indikator", "lokasi", "target"))
        sub = {
            **code, "nama": record.sub.name, **open_, "pagu": record.amounts["pagu"], "sumber_dana": None,
            "target_maju": None, "pagu_maju": record.amounts["pagu_n_depan"],
        }  # fmt: skip
        kegiatan["sub_kegiatan"].append(sub)
        amount = said(sub["pagu"]) if sub["pagu"] is not None else "tanpa pagu"
        self._put(sub, 2, id(kegiatan), record.places[0], f"{record.sub.name} | {amount}")
        return sub

    def _put(self, node: Node, depth: int, parent: int, place: str, new: str) -> None:
        self._levels[depth].add(node, parent)
        what = ("program", "kegiatan", "sub kegiatan")[depth]
        self._pending.append(("tambah", place, node, node["nama"], what, "", f"{node.get('kode') or ''} {new}".strip()))

    def _name(self, node: Node, part: Part, place: str) -> None:
        """Code and name as the planning system has them; case alone is no difference."""
        if part.code and node.get("kode") != part.code:
            old = node.get("kode")
            self._pending.append(("ubah", place, node, node["nama"], "kode", said(old), part.code))
            if "kode" in node:
                node["kode"] = part.code
            else:
                members = {"kode": part.code, **node}
                node.clear()
                node.update(members)
        if part.name and name_key(node["nama"]) != name_key(part.name):
            self._pending.append(("ubah", place, node, node["nama"], "nama", node["nama"], part.name))
            node["nama"] = part.name

    def _amounts(self, sub: Node, amounts: Amounts, place: str) -> None:
        for name in MONEY:
            key, amount = _KEYS[name], amounts[name]
            if amount is not None and amount != sub[key]:
                self._pending.append(("ubah", place, sub, sub["nama"], key, said(sub[key]), said(amount)))
                sub[key] = amount

    # Saying it

    def _note_places(self, program: Node, file: str) -> None:
        at = f"/program/{next(i for i, one in enumerate(self._new[file[6:-5]]) if one is program)}"
        self._places[id(program)] = file, at
        for k, kegiatan in enumerate(program["kegiatan"]):
            self._places[id(kegiatan)] = file, f"{at}/kegiatan/{k}"
            for s, sub in enumerate(kegiatan["sub_kegiatan"]):
                self._places[id(sub)] = file, f"{at}/kegiatan/{k}/sub_kegiatan/{s}"
                if id(sub) not in self.mentioned:
                    self._made.unmentioned.append((file, self._places[id(sub)][1], sub["nama"]))

    def _say(self) -> None:
        for kind, place, node, name, what, old, new in self._pending:
            file, at = self._places[id(node)]
            pointer = at if kind == "tambah" else f"{at}/{what}"
            self._made.changes.append(Change(kind, place, file, pointer, what, name, old, new))

    def totals(self, key: str) -> int | None:
        """The whole plan after the import."""
        known = [sum_amounts({"program": programs}, key) for programs in self._new.values()]
        return sum(amount for amount in known if amount is not None) if any(a is not None for a in known) else None


def _compare(made: Plan, merger: _Merger) -> None:
    """The sums of the rows taken beside those that the export prints and those of the plan."""
    printed = [(amounts, place) for what, amounts, place in made.export.totals if not what]
    for name in MONEY:
        rows = _sum_of(made.export.records, name)
        stated = printed[-1][0][name] if printed else None
        if rows is not None or stated is not None:
            made.sums.append((f"{name} seluruhnya", rows, stated, merger.totals(_KEYS[name])))
    for what, amounts, _ in made.export.totals:
        if not what:
            continue
        below = [record for record in made.export.records if _is_below(record, what)]
        for name in MONEY:
            if amounts[name] is not None and amounts[name] != _sum_of(below, name):
                made.sums.append((f"{name} {what}", _sum_of(below, name), amounts[name], None))


def _is_below(record: Record, what: str) -> bool:
    parts = (record.program, record.kegiatan)
    return any(what == part.name or (part.code and level_key(part.code) == level_key(what)) for part in parts)


def _sum_of(found: list[Record], name: str) -> int | None:
    known = [amount for record in found if (amount := record.amounts[name]) is not None]
    return sum(known) if known else None
