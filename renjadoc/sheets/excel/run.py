"""Out: a folder as a workbook. Back: what a workbook changes in a folder; nothing is written here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from renjadoc import journal
from renjadoc.content import schema
from renjadoc.content.file_types import TelaahEntri
from renjadoc.content.load import Source, parse_source
from renjadoc.edits import changeset
from renjadoc.edits.apply import apply_edits
from renjadoc.edits.edit import Edit
from renjadoc.edits.plan import Plan
from renjadoc.edits.remarks import add_remarks, select_new
from renjadoc.edits.stamps import stamp_folder
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.reading import Reading
from renjadoc.sheets.excel import guide, hidden, ownership, reader, sheets, totals, writer
from renjadoc.sheets.excel.account import SheetAccount
from renjadoc.sheets.excel.cell_remarks import read_remarks, tell_elsewhere
from renjadoc.sheets.excel.leftovers import tell_guide, tell_leftovers, tell_view
from renjadoc.sheets.excel.merge import merge_sheet
from renjadoc.sheets.excel.ownership import BidangShare
from renjadoc.sheets.excel.reader import Tab
from renjadoc.sheets.excel.recognise import KnownSheet, recognise_sheets
from renjadoc.sheets.excel.refused import leave_out_refused
from renjadoc.sheets.excel.row_edits import say_edits
from renjadoc.sheets.excel.row_origins import read_filled
from renjadoc.tables import target_renstra
from renjadoc.tables.layout import Around, Node, TableLayout, walk_rows
from renjadoc.word.packages.package import PackageError

#: Letters of a name within the name of a file.
_LONGEST_NAME = 60

_HINT = "Pakai buku kerja .xlsx hasil renjadoc excel ekspor, tanpa kata sandi."


@dataclass(frozen=True)
class Exported:
    """What an export made: the names of the sheets, and of the tables that have nothing for the Bidang asked for.

    `kept` is where the workbook lies that stood there.
    """

    path: Path
    sheets: list[str]
    left_out: list[str]
    kept: Path | None = None


def name_workbook(root: Path, bidang: str = "") -> str:
    """What a workbook is called if nobody says it: `renja-2027-Bidang-Koperasi.xlsx`.

    Both names may be anybody's; of them only letters and figures, and never a way to another folder.
    """
    words = (re.sub(r"[^\w.()-]+|\.{2,}", "-", name)[:_LONGEST_NAME].strip("-.") for name in (root.name, bidang))
    return f"{'-'.join(['renja', *filter(None, words)])}.xlsx"


def export_workbook(root: Path, target: Path, bidang: str = "", *, overwrite: bool = False) -> Exported:
    """Write the tables of a folder as a workbook. Raises ProblemsFound."""
    reading = changeset.read_for_edits(root)
    book = sheets.make(reading, bidang)
    if not book.sheets:
        hint = "Tambahkan berkas ke folder tabel/."
        raise ProblemsFound([Problem("RJ070", Location(root.as_posix()), "tidak ada tabel untuk diekspor", hint)])
    if target.exists() and not overwrite:
        hint = "Pilih nama lain dengan -o, atau ganti dengan --timpa bila isinya sudah diimpor."
        raise ProblemsFound([Problem("RJ050", Location(str(target)), "berkas itu sudah ada", hint)])
    kept = journal.replace_file(target, writer.to_bytes(book))
    return Exported(target, [sheet.name for sheet in book.sheets], book.left_out, kept)


def plan_import(xlsx: Path, root: Path, *, keep_missing: bool = False) -> Plan:
    """What the workbook changes in the folder. Raises ProblemsFound."""
    read = stamp_folder(root)
    reading = changeset.read_for_edits(root)
    try:
        workbook = reader.read_workbook(xlsx)
    except PackageError as error:
        raise ProblemsFound([Problem("RJ070", Location(str(xlsx)), str(error), _HINT)]) from error
    made = Plan(root, read, notes=list(workbook.notes))
    meta, exported = hidden.read(next((tab for tab in workbook.tabs if tab.name == sheets.META), None))
    found = _find_tables(xlsx, reading, workbook.tabs, made)
    importer = _Importer(reading, made, str(meta.get("bidang", "")), exported, keep_missing)
    importer.merge_sheets(sorted(found, key=lambda known: known.sheet.kind != "target-renstra"))
    made.edits += add_remarks(reading.folder, select_new(reading.folder, importer.remarks))
    hint = "Tidak ada yang ditulis. Perbaiki sel itu di Excel, lalu impor lagi."
    changeset.check_texts(reading.folder, made.files, "hasil impor", hint)
    return made


def _find_tables(xlsx: Path, reading: Reading, tabs: list[Tab], made: Plan) -> list[KnownSheet]:
    book = sheets.make(reading)
    found, strange = recognise_sheets(tabs, book.sheets)
    made.notes += [f"Lembar {name} tidak dikenal sebagai tabel folder ini; tidak diambil." for name in strange]
    filled = [known for known in found if not known.sheet.layout.view]
    taken = {known.tab.name for known in filled}
    for tab in tabs:
        made.notes += tell_elsewhere(tab) if tab.name not in taken else ()
        made.notes += tell_guide(tab, len(list(guide.lines(book)))) if tab.name == sheets.GUIDE else ()
    for known in found:
        made.notes += tell_view(known) if known.sheet.layout.view else ()
    if not filled:
        message = "tidak ada lembar yang dikenal sebagai tabel folder ini"
        raise ProblemsFound([Problem("RJ070", Location(str(xlsx)), message, _HINT)])
    doubled = {known.sheet.table for known in filled if sum(k.sheet.table == known.sheet.table for k in filled) > 1}
    if doubled:
        names = ", ".join(known.tab.name for known in filled if known.sheet.table in doubled)
        hint = "Hapus atau gabungkan yang lama, agar jelas yang mana yang berlaku."
        raise ProblemsFound([Problem("RJ070", Location(str(xlsx)), f"lembar {names} memuat tabel yang sama", hint)])
    return filled


class _Importer:
    """Merges sheet after sheet into one plan; `exported` are the texts of the tables as the workbook carries them."""

    def __init__(self, reading: Reading, made: Plan, bidang: str, exported: dict[str, str], keep_missing: bool) -> None:
        self._reading, self._plan, self._bidang = reading, made, bidang
        self._exported, self._keep_missing = exported, keep_missing
        self._around = reading.tables.around
        #: Notes on cells as entries of telaah.json.
        self.remarks: list[TelaahEntri] = []

    def merge_sheets(self, found: list[KnownSheet]) -> None:
        for known in found:
            self._merge_sheet(known)
        gone = self._exported.keys() - {known.sheet.file for known in found}
        self._plan.notes += [f"Lembar untuk {file} tidak ada lagi; tabelnya dibiarkan." for file in sorted(gone)]

    def _merge_sheet(self, known: KnownSheet) -> None:
        layout, file = known.sheet.layout, known.sheet.file
        source = known.sheet.find_source(self._reading.folder)
        data = self._read_exported(known, source)
        present = layout.unfold(source.data)
        exported = present if data is None else layout.unfold(data)
        filled = read_filled(known, exported, keys_hold=data is not None)
        account = SheetAccount(filled, present, source.data)
        share = self._find_share(layout, exported)
        book = self._reading.nomenclature
        whole = merge_sheet(filled, exported, present, account, share, keep_missing=self._keep_missing, book=book)
        edits, refused = leave_out_refused(say_edits(whole, layout, file, source.data), source, known.sheet.kind)
        self._plan.notes += [
            *filled.notes,
            *account.notes,
            *_note_missing_columns(known),
            *tell_leftovers(filled, self._around, self._reading),
        ]
        self.remarks += read_remarks(filled)
        self._plan.edits += edits
        self._plan.conflicts += account.conflicts
        self._plan.faults += [*account.faults, *refused, *totals.compare_results(filled, self._around)]
        if known.sheet.kind == "target-renstra":
            self._take_final_targets(source, edits)

    def _read_exported(self, known: KnownSheet, source: Source) -> Any:
        """The table as it was exported; None if the workbook does not carry it any more."""
        file = known.sheet.file
        carried, problems = parse_source(self._exported.get(file, "").encode(), source.path, file)
        if carried is not None and not problems and _is_same_table(carried, source, known.sheet.kind):
            return carried.data
        note = f"Isi {file} saat diekspor tidak ada lagi di berkas ini; dibandingkan dengan isi yang sekarang."
        self._plan.notes.append(note)
        return None

    def _find_share(self, layout: TableLayout, exported: Node) -> BidangShare | None:
        if not self._bidang:
            return None
        return BidangShare(self._bidang, ownership.find_owned(walk_rows(layout.levels, exported), self._bidang))

    def _take_final_targets(self, source: Source, edits: list[Edit]) -> None:
        """Achievements are compared with the Renstra targets as this workbook has them."""
        after, _ = parse_source(apply_edits(source.text, edits).encode(), source.path, source.path.name)
        # What a cell that was emptied makes of it is refused later, with its place.
        is_usable = after is not None and not schema.check_schema(after, target_renstra.KIND.name)
        final = target_renstra.final_targets_of(after.data if after and is_usable else source.data)
        self._around = Around(self._around.names, {**self._around.final_targets, **final})


def _is_same_table(carried: Source, source: Source, kind: str) -> bool:
    """Whether what a workbook carries is a table of the same kind, with the same columns, that can be used."""
    if not isinstance(carried.data, dict) or carried.data.get("jenis") != source.data.get("jenis"):
        return False
    same_columns = kind != "bebas" or carried.data.get("kolom") == source.data["kolom"]
    return same_columns and not schema.check_schema(carried, kind)


def _note_missing_columns(known: KnownSheet) -> list[str]:
    """What is said of columns that are not in the sheet; of those that print nothing only that they are not."""
    columns = known.sheet.layout.columns
    heads = dict(zip((column.id for column in columns), known.sheet.heads, strict=True))
    missing = [" / ".join(dict.fromkeys(heads[id])) for id in known.missing]
    printed = [head for head in missing if not head.endswith("(tidak dicetak)")]
    others = len(known.missing) - len(printed)
    told = [f"Lembar {known.tab.name}: kolom “{head}” tidak ada; isinya dibiarkan." for head in printed]
    if others:
        told.append(f"Lembar {known.tab.name}: {others} kolom yang tidak dicetak tidak ada; isinya dibiarkan.")
    return told
