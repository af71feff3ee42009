"""Records of an export taken into the plans of a folder: amounts, codes and names changed, new rows added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from renjadoc.content.pointers import join
from renjadoc.edits.edit import ADDED, CHANGED, REMOVED, Change, Edit
from renjadoc.funds import is_same_fund
from renjadoc.matching import fold_name
from renjadoc.sheets.excel.values import write_value
from renjadoc.sheets.sipd.plan_rows import NAMES, LevelIndex, PlanRow
from renjadoc.sheets.sipd.records import MONEY, Export, Part, Record, level_key
from renjadoc.tables.computed import add_known
from renjadoc.tables.rencana_program.columns import split_tags

#: Field of an export -> key of a sub kegiatan.
KEYS = {"pagu": "pagu", "pagu_n_depan": "pagu_maju"}


class RecordMerger:
    """Takes record after record into `plans`; what cannot be taken is noted in the export. New programs go first."""

    def __init__(self, plans: list[PlanRow], export: Export) -> None:
        self._plans, self._export = plans, export
        self._levels = LevelIndex(), LevelIndex(), LevelIndex()
        #: What is said of each change: by the row and the key, or by the new row that it is put in with.
        self._told: dict[tuple[PlanRow, str], list[tuple[PlanRow, Change]]] = defaultdict(list)
        #: How many records changed nothing.
        self.same = 0
        for plan in plans:
            for program in plan.below:
                self._index_rows(program, None)

    def _index_rows(self, row: PlanRow, above: PlanRow | None) -> None:
        row.code_above = (above.cells.get("kode") or above.code_above) if above else ""
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
        return [self._say_edit(row, key) for row, key in self._told] + list(self._drop_starters())

    def _say_edit(self, row: PlanRow, key: str) -> Edit:
        told = self._told[row, key]
        changes = tuple(change for _, change in told)
        if not row.target:
            return Edit(row.file, join(row.pointer, key), "set", row.cells[key], behind="", changes=changes)
        places = dict(row.place_rows())
        parts = tuple(places[one] for one, _ in told)
        return Edit(row.file, row.target, "insert", row.write_row(), changes=changes, parts=parts)

    def _drop_starters(self) -> Iterator[Edit]:
        """Rows to begin with go once there are real ones beside them."""
        for row in (row for plan in self._plans for row in plan.walk_rows()):
            starters = [one for one in row.below if one.is_starter]
            for one in starters if len(starters) < len(row.below) else ():
                change = Change(REMOVED, one.file, one.pointer, one.cells["nama"], "", "", NAMES[one.depth], "")
                yield Edit(one.file, one.pointer, "remove", changes=(change,))

    def sum_cells(self, key: str) -> int | None:
        """The amount of all plans after the import."""
        return add_known(row.cells[key] for row in self._list_leaves())

    def find_unmentioned(self) -> list[PlanRow]:
        """The sub kegiatan that no record was of; without rows to begin with, which go."""
        gone = [f"{edit.file} {edit.pointer}/" for edit in self._drop_starters()]
        rows = (row for row in self._list_leaves() if not row.is_mentioned)
        return [row for row in rows if not f"{row.file} {row.pointer}/".startswith(tuple(gone))]

    def _list_leaves(self) -> list[PlanRow]:
        rows = (row for plan in self._plans for row in plan.walk_rows())
        return [row for row in rows if row.depth == len(self._levels) - 1]

    def _change_rows(self, record: Record, program: PlanRow | None, kegiatan: PlanRow | None, sub: PlanRow) -> None:
        """Code, name and amounts as the planning system has them; an amount that is not given leaves ours."""
        parts = ((sub, record.sub), (program, record.program), (kegiatan, record.kegiatan))
        cells: list[tuple[PlanRow, str, Any]] = [cell for row, part in parts for cell in _compare_names(row, part)]
        for name in MONEY:
            amount = record.amounts[name]
            if amount is not None and amount != sub.cells[KEYS[name]]:
                cells.append((sub, KEYS[name], amount))
        cells += self._compare_texts(sub, record)
        for row, key, value in cells:
            self._set_cell(row, key, value, record.places[0])
        self.same += not cells

    def _compare_texts(self, sub: PlanRow, record: Record) -> Iterator[tuple[PlanRow, str, Any]]:
        """What the export says in other words than the plan; case alone, and the short name of a fund, are none."""
        for key, lines in record.texts.items():
            value, ours = _write_lines(key, lines), sub.cells.get(key)
            if isinstance(ours, str) and key == "sumber_dana" and is_same_fund(ours, value):
                continue
            if fold_name(write_value(ours)) != fold_name(write_value(value)):
                yield sub, key, value

    def _set_cell(self, row: PlanRow, key: str, value: object, source: str) -> None:
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
        self._told[whole, "" if whole.target else key].append((row, change))

    def _add_record(self, record: Record, program: PlanRow | None, kegiatan: PlanRow | None) -> PlanRow | None:
        """A new sub kegiatan, with the rows above it that are new too; None where one of them has no name."""
        source = record.places[0]
        for row, part in ((program, record.program), (kegiatan, record.kegiatan)):
            for stands, key, value in _compare_names(row, part):
                self._set_cell(stands, key, value, source)
        if program is None and (record.program.name or record.program.code):
            name = self._name_part(record.program, "program", record)
            named = {"kode": record.program.code or None, "nama": name, "indikator": None}
            program = self._add_row(self._plans[0], named | self._said_above(record.program), source)
        if kegiatan is None and program is not None and (record.kegiatan.name or record.kegiatan.code):
            named = _code_and_name(record.kegiatan) | {"nama": self._name_part(record.kegiatan, "kegiatan", record)}
            kegiatan = self._add_row(program, named | self._said_above(record.kegiatan), source)
        if program is None or kegiatan is None or not record.sub.name:
            lacking = "sub kegiatan" if not record.sub.name else "program" if program is None else "kegiatan"
            self._export.left += [(place, f"nama {lacking}-nya tidak disebut") for place in record.places]
            return None
        pagu = record.amounts["pagu"]
        cells = {
            **_code_and_name(record.sub), **dict.fromkeys(("indikator", "lokasi", "target")), "pagu": pagu,
            "sumber_dana": None, "target_maju": None, "pagu_maju": record.amounts["pagu_n_depan"],
        }  # fmt: skip
        cells |= {key: _write_lines(key, lines) for key, lines in record.texts.items()}
        return self._add_row(kegiatan, cells, source, f" | {write_value(pagu) if pagu is not None else 'tanpa pagu'}")

    def _name_part(self, part: Part, what: str, record: Record) -> str:
        """Its name; an open note where the export has only the code, so that what stands below it is not lost."""
        if not part.name:
            self._export.notes.append(f"{part.code}: nama {what}-nya tidak ada dalam berkas ini ({record.places[0]}).")
        return part.name or f"[[nama {what} {part.code}]]"

    def _said_above(self, part: Part) -> dict[str, Any]:
        """What a row of a program or kegiatan says of itself; both targets, or none."""
        texts = self._export.above.get(level_key(part.code), {}) if part.code else {}
        if texts.keys() & {"target", "target_maju"}:
            texts = {"target": [], "target_maju": [], **texts}
        return {key: _write_lines(key, lines) or "" for key, lines in texts.items() if key != "output"}


def _compare_names(row: PlanRow | None, part: Part) -> Iterator[tuple[PlanRow, str, Any]]:
    """Code and name that an export has otherwise than the plan."""
    if row is not None and part.code and row.cells.get("kode") != part.code:
        yield row, "kode", part.code
    # Case alone is no difference.
    if row is not None and part.name and fold_name(row.cells["nama"]) != fold_name(part.name):
        yield row, "nama", part.name


def _write_lines(key: str, lines: list[str]) -> Any:
    """The lines of an export as the plan has them in a cell."""
    if key == "sumber_dana":
        return ", ".join(lines)
    if key == "tag":
        return list(dict.fromkeys(tag for line in lines for tag in split_tags(line)))
    return lines if len(lines) > 1 else lines[0] if lines else None


def _code_and_name(part: Part) -> dict[str, Any]:
    return {"kode": part.code, "nama": part.name} if part.code else {"nama": part.name}
