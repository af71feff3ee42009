"""Out: a folder as a workbook. Back: what a workbook changes in a folder; nothing is written before `write`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renjadoc import save
from renjadoc.content import schema
from renjadoc.content.load import Source, parse_source
from renjadoc.edits import changeset, rewrite
from renjadoc.edits.changeset import Files
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.reading import Reading
from renjadoc.sheets.excel import hidden, lines, merge, ownership, reader, sheets, totals, writer
from renjadoc.sheets.excel.changes import Merged, Share
from renjadoc.sheets.excel.lines import Returned
from renjadoc.sheets.excel.reader import Tab
from renjadoc.sheets.excel.recognise import Known, recognise
from renjadoc.tables import bebas, target_renstra
from renjadoc.tables.layout import Around, Layout, Node, walk_rows
from renjadoc.word.package import PackageError

_HINT = "Pakai buku kerja .xlsx hasil renjadoc excel ekspor, tanpa kata sandi."


@dataclass(frozen=True)
class Exported:
    """What an export made: the names of the sheets, and of the tables that have nothing for the Bidang asked for."""

    path: Path
    sheets: list[str]
    left_out: list[str]


def export(root: Path, target: Path, bidang: str = "", *, overwrite: bool = False) -> Exported:
    """Write the tables of a folder as a workbook. Raises ProblemsFound."""
    reading = changeset.read(root)
    book = sheets.make(reading, bidang)
    if not book.sheets:
        hint = "Tambahkan berkas ke folder tabel/."
        raise ProblemsFound([Problem("RJ070", Location(root.as_posix()), "tidak ada tabel untuk diekspor", hint)])
    if target.exists() and not overwrite:
        hint = "Pilih nama lain dengan -o, atau ganti dengan --timpa bila isinya sudah diimpor."
        raise ProblemsFound([Problem("RJ050", Location(str(target)), "berkas itu sudah ada", hint)])
    save.write_file(target, writer.to_bytes(book))
    return Exported(target, [sheet.name for sheet in book.sheets], book.left_out)


@dataclass(frozen=True)
class Placed:
    """A change, conflict or fault with the file of the content that it belongs to."""

    file: str
    what: Any


@dataclass
class Plan:
    """What an import would do; `files` is path -> new text."""

    root: Path
    changes: list[Placed] = field(default_factory=list)
    conflicts: list[Placed] = field(default_factory=list)
    faults: list[Placed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    files: Files = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether all that was filled came into the content."""
        return not (self.conflicts or any(placed.what.code != "RJ072" for placed in self.faults))


def plan(xlsx: Path, root: Path, *, keep_missing: bool = False) -> Plan:
    """What the workbook changes in the folder. Raises ProblemsFound."""
    reading = changeset.read(root)
    try:
        workbook = reader.read(xlsx)
    except PackageError as error:
        raise ProblemsFound([Problem("RJ070", Location(str(xlsx)), str(error), _HINT)]) from error
    made = Plan(root, notes=list(workbook.notes))
    meta, bases = hidden.read(next((tab for tab in workbook.tabs if tab.name == sheets.META), None))
    found = _tables(xlsx, reading, workbook.tabs, made)
    merger = _Import(reading, made, str(meta.get("bidang", "")), bases, keep_missing)
    merger.run(sorted(found, key=lambda known: known.sheet.kind != "target-renstra"))
    hint = "Tidak ada yang ditulis. Perbaiki sel itu di Excel, lalu impor lagi."
    changeset.check(reading.folder, made.files, "hasil impor", hint)
    return made


def _tables(xlsx: Path, reading: Reading, tabs: list[Tab], made: Plan) -> list[Known]:
    book = sheets.make(reading)
    found, strange = recognise(tabs, book.sheets)
    made.notes += [f"Lembar {name} tidak dikenal sebagai tabel folder ini; tidak diambil." for name in strange]
    filled = [known for known in found if not known.sheet.layout.view]
    if not filled:
        message = "tidak ada lembar yang dikenal sebagai tabel folder ini"
        raise ProblemsFound([Problem("RJ070", Location(str(xlsx)), message, _HINT)])
    doubled = {known.sheet.table for known in filled if sum(k.sheet.table == known.sheet.table for k in filled) > 1}
    if doubled:
        names = ", ".join(known.tab.name for known in filled if known.sheet.table in doubled)
        hint = "Hapus atau gabungkan yang lama, agar jelas yang mana yang berlaku."
        raise ProblemsFound([Problem("RJ070", Location(str(xlsx)), f"lembar {names} memuat tabel yang sama", hint)])
    return filled


class _Import:
    """Merges sheet after sheet into one plan."""

    def __init__(self, reading: Reading, made: Plan, bidang: str, bases: dict[str, str], keep_missing: bool) -> None:
        self._reading, self._made, self._bidang = reading, made, bidang
        self._bases, self._keep = bases, keep_missing
        self._around = reading.tables.around

    def run(self, found: list[Known]) -> None:
        for known in found:
            self._table(known)
        gone = self._bases.keys() - {sheets.file_of(known.sheet.table) for known in found}
        self._made.notes += [f"Lembar untuk {file} tidak ada lagi; tabelnya dibiarkan." for file in sorted(gone)]

    def _table(self, known: Known) -> None:
        sheet, file = known.sheet, sheets.file_of(known.sheet.table)
        source = self._reading.folder.tabel[sheet.table]
        ours = sheet.layout.unfold(source.data)
        exported = self._base(file, source)
        base = ours if exported is None else sheet.layout.unfold(exported)
        returned = lines.read(known, base, keys_hold=exported is not None)
        share = self._share(sheet.layout, base)
        merged = merge.merge(returned, base, ours, share, keep_missing=self._keep)
        self._report(known, file, returned, merged)
        if merged.data is not ours:
            data = sheet.layout.fold(merged.data, source.data)
            if data != source.data:
                self._made.files[file] = changeset.text(source, data, rewrite.continuing(merged.origins))
        if sheet.kind == "target-renstra":
            self._renstra(merged.data)

    def _base(self, file: str, source: Source) -> Any:
        """The table as it was exported; None if the workbook does not carry it any more."""
        base = self._carried(file, source)
        if base is None:
            said = f"Isi {file} saat diekspor tidak ada lagi di berkas ini; dibandingkan dengan isi yang sekarang."
            self._made.notes.append(said)
        return base

    def _carried(self, file: str, source: Source) -> Any:
        base, problems = parse_source(self._bases.get(file, "").encode(), source.path, file)
        kind = source.data["jenis"]
        if base is None or problems or not isinstance(base.data, dict) or base.data.get("jenis") != kind:
            return None
        same_columns = kind != "bebas" or base.data.get("kolom") == source.data["kolom"]
        return base.data if same_columns and not schema.check_schema(base, kind) else None

    def _share(self, layout: Layout, base: Node) -> Share | None:
        if not self._bidang:
            return None
        mine = ownership.owned(walk_rows(layout.levels, base), self._bidang)
        return Share(self._bidang, ownership.shown(mine), mine)

    def _report(self, known: Known, file: str, returned: Returned, merged: Merged) -> None:
        made = self._made
        made.notes += returned.notes
        heads = dict(zip((column.id for column in known.sheet.layout.columns), known.sheet.heads, strict=True))
        for id in known.missing:
            head = " / ".join(dict.fromkeys(heads[id]))
            made.notes.append(f"Lembar {known.tab.name}: kolom “{head}” tidak ada; isinya dibiarkan.")
        made.changes += [Placed(file, change) for change in merged.changes]
        made.conflicts += [Placed(file, conflict) for conflict in merged.conflicts]
        faults = [*merged.faults, *totals.faults(returned, self._around)]
        if known.sheet.kind == "bebas":
            for change in [*merged.changes, *merged.conflicts]:
                change.pointer = bebas.place_cell(change.pointer, self._reading.folder.tabel[known.sheet.table].data)
        made.faults += [Placed(file, fault) for fault in faults]

    def _renstra(self, data: Node) -> None:
        """Achievements are compared with the Renstra targets as this workbook has them."""
        final = target_renstra.final_targets_of(data)
        self._around = Around(self._around.names, {**self._around.final_targets, **final})
