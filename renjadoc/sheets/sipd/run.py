"""Rows of the planning system into the plan of a folder: matched, added, accounted for; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.edits import changeset
from renjadoc.edits.plan import Plan
from renjadoc.edits.stamps import stamp_folder
from renjadoc.nomenclature.book import NomenclatureBook
from renjadoc.nomenclature.entry import cut_code
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.sheets.completion import complete_edits
from renjadoc.sheets.sipd import begin, fields, reread
from renjadoc.sheets.sipd.chosen_sheets import choose_rows
from renjadoc.sheets.sipd.export import read_export
from renjadoc.sheets.sipd.merge import KEYS, RecordMerger
from renjadoc.sheets.sipd.plan_rows import read_plan
from renjadoc.sheets.sipd.records import KEGIATAN, MONEY, PROGRAM, Export, Part, Record, level_key
from renjadoc.tables import rencana_program
from renjadoc.tables.computed import add_known


@dataclass
class SipdPlan(Plan):
    """What an import would do, and the account of it. `sums` are (what, in the rows, as printed, in the plan).

    `unmentioned` are the sub kegiatan that the export does not have: (file, pointer, name).
    """

    export: Export = field(default_factory=Export)
    unmentioned: list[tuple[str, str, str]] = field(default_factory=list)
    sums: list[tuple[str, int | None, int | None, int | None]] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    same: int = 0

    @property
    def whole(self) -> bool:
        """Whether every row was taken and every printed total agrees."""
        return not self.export.left and all(printed in {None, rows} for _, rows, printed, _ in self.sums)


def plan_import(path: Path, root: Path, mapping: Path | None = None) -> SipdPlan:
    """What the rows of `path` change in the plan of a folder. Raises ProblemsFound."""
    read = stamp_folder(root)
    reading = changeset.read_for_edits(root)
    folder, book = reading.folder, reading.nomenclature
    sources = _find_plans(folder)
    rows, heads, notes = choose_rows(path, fields.read_mapping(mapping), folder.tahun)
    office = folder.facts["perangkat_daerah"]["nama"]
    export = read_export(rows, heads, office, begin.find_bidang(sources))
    if not export.records:
        left = "; ".join(f"{place}: {why}" for place, why in export.left[:5])
        hint = f"Yang terbaca: {left}." if left else "Periksa apakah ini ekspor sub kegiatan."
        raise ProblemsFound([Problem("RJ070", Location(str(path)), "tidak ada baris sub kegiatan di dalamnya", hint)])
    export.notes += [*notes, *reread.check_sums(rows, heads, export)]
    export.notes += [begin.tell_place(folder)] if begin.begins(sources) else []
    merger = RecordMerger([read_plan(source) for source in sources], export)
    for record in export.records:
        merger.take_record(name_by_code(record, book) if book else record)
    unmentioned = [(row.file, row.pointer, row.cells["nama"]) for row in merger.find_unmentioned()]
    sums = _compare_sums(export, merger)
    made = SipdPlan(
        root,
        read,
        begin.join_new_file(folder, sources, complete_edits(book, merger.say_edits())),
        export=export,
        unmentioned=unmentioned,
        sums=sums,
        unused=heads.other,
        same=merger.same,
    )
    hint = "Tidak ada yang ditulis. Perbaiki baris itu, lalu impor lagi."
    changeset.check_texts(folder, made.files, "hasil impor", hint)
    return made


def name_by_code(record: Record, book: NomenclatureBook) -> Record:
    """A record whose program, kegiatan or sub kegiatan has the name of its code, where the export names none."""
    codes = (
        record.program.code or cut_code(record.sub.code, PROGRAM),
        record.kegiatan.code or cut_code(record.sub.code, KEGIATAN),
        record.sub.code,
    )
    parts = (record.program, record.kegiatan, record.sub)
    named = [
        part if part.name or (entry := book.find(code)) is None else Part(part.code or code, entry.nama)
        for part, code in zip(parts, codes, strict=True)
    ]
    return replace(record, program=named[0], kegiatan=named[1], sub=named[2])


def _find_plans(folder: Folder) -> list[Source]:
    """The plans with sub kegiatan, into which alone an export can be taken; a folder without a plan begins one."""
    plans = folder.tables_of("rencana-program")
    usable = [plan for plan in plans if plan.data.get("bentuk") != rencana_program.WITHOUT_SUB]
    if usable or not plans:
        return usable or [begin.begin_plan(folder)]
    hint = "SIPD bersub kegiatan: kosongkan “program” dalam tabel itu dan hapus “bentuk”-nya, lalu impor lagi."
    message = "belum ada tabel rencana-program yang bersub kegiatan"
    raise ProblemsFound([Problem("RJ070", Location(folder.name), message, hint)])


def _compare_sums(export: Export, merger: RecordMerger) -> list[tuple[str, int | None, int | None, int | None]]:
    """The sums of the rows taken beside those that the export prints and those of the plan."""
    sums: list[tuple[str, int | None, int | None, int | None]] = []
    printed = [amounts for what, amounts, _ in export.totals if not what]
    for name in MONEY:
        rows = add_known(record.amounts[name] for record in export.records)
        stated = printed[-1][name] if printed else None
        if rows is not None or stated is not None:
            sums.append((f"{MONEY[name]} seluruhnya", rows, stated, merger.sum_cells(KEYS[name])))
    for what, amounts, _ in export.totals:
        below = [record for record in export.records if what and _is_below(record, what)]
        for name in MONEY if what else ():
            rows = add_known(record.amounts[name] for record in below)
            if amounts[name] is not None and amounts[name] != rows:
                sums.append((f"{MONEY[name]} {what}", rows, amounts[name], None))
    return sums


def _is_below(record: Record, what: str) -> bool:
    parts = (record.program, record.kegiatan)
    return any(what == part.name or (part.code and level_key(part.code) == level_key(what)) for part in parts)
