"""Records of an export taken into the plans of a folder: amounts, codes and names changed, new rows added."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from renjadoc.content.pointers import join
from renjadoc.edits.edit import ADDED, CHANGED, Change, Edit
from renjadoc.sheets.excel.values import write_value
from renjadoc.sheets.sipd.plan_rows import LevelIndex, PlanRow
from renjadoc.sheets.sipd.records import MONEY, Export, Part, Record, name_key
from renjadoc.tables.computed import add_known

#: What a row of each level is called.
NAMES = ("program", "kegiatan", "sub kegiatan")
#: Field of an export -> key of a sub kegiatan.
KEYS = {"pagu": "pagu", "pagu_n_depan": "pagu_maju"}


class RecordMerger:
    """Takes record after record into `plans`; what cannot be taken is noted in the export. New programs go first."""

    def __init__(self, plans: list[PlanRow], export: Export) -> None:
        self._plans, self._export = plans, export
        self._levels = LevelIndex(), LevelIndex(), LevelIndex()
        #: What is said of each change: by the row and the key, or by the new row that it is put in with.
        self._told: dict[tuple[PlanRow, str], list[Change]] = defaultdict(list)
        #: How many records changed nothing.
        self.same = 0
        for plan in plans:
            for program in plan.below:
                self._index_rows(program, None)

    def _index_rows(self, row: PlanRow, above: PlanRow | None) -> None:
        self._levels[row.depth].add_row(row, above)
        for one in row.below:
            self._index_rows(one, row)

    def take_record(self, record: Record) -> None:
        program = self._levels[0].find_row(record.program, None)
        kegiatan = self._levels[1].find_row(record.kegiatan, program)
        sub = self._levels[2].find_row(record.sub, kegiatan)
        if sub is None:
            sub = self._add_record(record, program, kegiatan)
        else:
            self._change_rows(record, program, kegiatan, sub)
        if sub is not None:
            sub.is_mentioned = True

    def say_edits(self) -> list[Edit]:
        """All that was taken, in the order of the records; what is new is put in with all that is new below it."""
        return [
            Edit(row.file, row.target, "insert", row.write_row(), changes=tuple(changes))
            if row.target
            else Edit(row.file, join(row.pointer, key), "set", row.cells[key], behind="", changes=tuple(changes))
            for (row, key), changes in self._told.items()
        ]

    def sum_cells(self, key: str) -> int | None:
        """The amount of all plans after the import."""
        return add_known(row.cells[key] for row in self._list_leaves())

    def find_unmentioned(self) -> list[PlanRow]:
        """The sub kegiatan that no record was of."""
        return [row for row in self._list_leaves() if not row.is_mentioned]

    def _list_leaves(self) -> list[PlanRow]:
        rows = (row for plan in self._plans for row in plan.walk_rows())
        return [row for row in rows if row.depth == len(self._levels) - 1]

    def _change_rows(self, record: Record, program: PlanRow | None, kegiatan: PlanRow | None, sub: PlanRow) -> None:
        """Code, name and amounts as the planning system has them; an amount that is not given leaves ours."""
        parts = ((sub, record.sub), (program, record.program), (kegiatan, record.kegiatan))
        cells: list[tuple[PlanRow, str, str | int]] = []
        for row, part in parts:
            if row is not None and part.code and row.cells.get("kode") != part.code:
                cells.append((row, "kode", part.code))
            # Case alone is no difference.
            if row is not None and part.name and name_key(row.cells["nama"]) != name_key(part.name):
                cells.append((row, "nama", part.name))
        for name in MONEY:
            amount = record.amounts[name]
            if amount is not None and amount != sub.cells[KEYS[name]]:
                cells.append((sub, KEYS[name], amount))
        for row, key, value in cells:
            self._set_cell(row, key, value, record.places[0])
        self.same += not cells

    def _set_cell(self, row: PlanRow, key: str, value: str | int, source: str) -> None:
        old, name = write_value(row.cells.get(key)), row.cells["nama"]
        change = Change(CHANGED, row.file, join(row.pointer, key), old, write_value(value), source, key, name)
        self._tell_change(row, key, change)
        row.set_cell(key, value)

    def _add_row(self, above: PlanRow, cells: dict[str, Any], source: str, amount: str = "") -> PlanRow:
        row = above.add_row(cells)
        self._levels[row.depth].add_row(row, above if above.depth >= 0 else None)
        new = f"{cells.get('kode') or ''} {cells['nama']}{amount}".strip()
        change = Change(ADDED, row.file, row.pointer, "", new, source, NAMES[row.depth], cells["nama"])
        self._tell_change(row, "", change)
        return row

    def _tell_change(self, row: PlanRow, key: str, change: Change) -> None:
        whole = row.within or row
        self._told[whole, "" if whole.target else key].append(change)

    def _add_record(self, record: Record, program: PlanRow | None, kegiatan: PlanRow | None) -> PlanRow | None:
        """A new sub kegiatan, with the rows above it that are new too; None where one of them has no name."""
        source = record.places[0]
        if program is None and record.program.name:
            named = {"kode": record.program.code or None, "nama": record.program.name, "indikator": None}
            program = self._add_row(self._plans[0], named, source)
        if kegiatan is None and program is not None and record.kegiatan.name:
            kegiatan = self._add_row(program, _code_and_name(record.kegiatan), source)
        if program is None or kegiatan is None or not record.sub.name:
            lacking = "sub kegiatan" if not record.sub.name else "program" if program is None else "kegiatan"
            self._export.left += [(place, f"nama {lacking}-nya tidak disebut") for place in record.places]
            return None
        pagu = record.amounts["pagu"]
        cells = {
            **_code_and_name(record.sub), **dict.fromkeys(("indikator", "lokasi", "target")), "pagu": pagu,
            "sumber_dana": None, "target_maju": None, "pagu_maju": record.amounts["pagu_n_depan"],
        }  # fmt: skip
        return self._add_row(kegiatan, cells, source, f" | {write_value(pagu) if pagu is not None else 'tanpa pagu'}")


def _code_and_name(part: Part) -> dict[str, Any]:
    return {"kode": part.code, "nama": part.name} if part.code else {"nama": part.name}
