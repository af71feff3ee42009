"""What a filled sheet changes in a table: three versions of every cell and every row, and what must not be written.

The table as it was exported is the base, the content as it is now is ours, the sheet is theirs. What they did not touch
stays ours; what both sides changed in different ways is a conflict and stays ours too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from renjadoc.content.pointers import index_of
from renjadoc.edits.edit import MOVED, Change
from renjadoc.edits.order import find_rising
from renjadoc.edits.plan import Conflict
from renjadoc.nomenclature.book import NomenclatureBook
from renjadoc.sheets.excel.account import SheetAccount
from renjadoc.sheets.excel.filled import FilledSheet, SheetRow
from renjadoc.sheets.excel.merge_cells import CellMerger
from renjadoc.sheets.excel.nodes import rows_below, summarise_row
from renjadoc.sheets.excel.ownership import BidangShare
from renjadoc.sheets.excel.row_cells import MergedCell, put_cells
from renjadoc.sheets.excel.row_origins import find_present
from renjadoc.sheets.excel.sheets import LEVEL
from renjadoc.tables.layout import Level, Node, TableRow


@dataclass(eq=False)
class MergedRow:
    """What becomes of one row: one of the content (`present`), or a new one.

    `node` is the row afterwards, without what changes below it. `change` tells that the row is moved, added or removed;
    `is_moved` may hold without: then it goes with the one before it.
    `below` are the rows below it in their new order, `before` those of the content in theirs, with removed ones.
    """

    depth: int
    node: Node
    present: TableRow | None = None
    row: SheetRow | None = None
    cells: list[MergedCell] = field(default_factory=list)
    change: Change | None = None
    is_moved: bool = False
    is_removed: bool = False
    before: list[MergedRow] = field(default_factory=list)
    below: list[MergedRow] = field(default_factory=list)


def merge_sheet(
    filled: FilledSheet,
    exported: Node,
    present: Node,
    account: SheetAccount,
    share: BidangShare | None,
    *,
    keep_missing: bool = False,
    book: NomenclatureBook | None = None,
) -> MergedRow:
    """What becomes of the whole table; see the module. `keep_missing` leaves rows that are not in the sheet alone.

    `book` fills what a new row leaves open, by its code.
    """
    exported_of = find_present(filled, exported, present)
    whole = MergedRow(-1, present, TableRow("", -1, present))
    merger = _RowMerger(filled, account, exported_of, share, keep_missing, book)
    merger.merge_below(whole, filled.top)
    merger.tell_leaving()
    account.add_sheet_faults()
    return whole


class _RowMerger:
    """Merges the rows of one sheet, list by list; `exported_of` is pointer of the content -> row of the export."""

    def __init__(
        self,
        filled: FilledSheet,
        account: SheetAccount,
        exported_of: dict[str, TableRow],
        share: BidangShare | None,
        keep_missing: bool,
        book: NomenclatureBook | None,
    ) -> None:
        self._filled, self._layout, self._account = filled, filled.layout, account
        self._exported_of, self._share, self._keep_missing = exported_of, share, keep_missing
        self._cells = CellMerger(filled, account, book)
        self._in_sheet = {row.exported.pointer for row in filled.rows() if row.exported} | filled.unplaced

    def merge_below(self, above: MergedRow, rows: list[SheetRow]) -> None:
        """Merge the rows below one, in the content and in the sheet."""
        stands = rows_below(self._layout, above.present) if above.present else []
        pointers = {present.pointer for present in stands}
        here = {row.present.pointer: row for row in rows if row.present and row.present.pointer in pointers}
        for present in stands:
            row = here.get(present.pointer)
            above.before.append(self._merge_row(row, present) if row else self._merge_missing(present))
        kept = [merged for merged in above.before if not merged.is_removed]
        if _is_reordered(list(here.values())):
            kept = self._reorder_rows(kept, rows)
        placed = {merged.row: merged for merged in kept if merged.row}
        placed |= {row: new for row in rows if row not in placed and (new := self._merge_newcomer(row))}
        behind = _group_behind((placed[row] for row in rows if row in placed), set(kept).__contains__)
        stay = [one for merged in kept for one in (merged, *behind.get(merged, []))]
        # Where the sheet shows none of the rows that stand here, what is new comes behind them.
        above.below = [*behind[None], *stay] if here else [*stay, *behind[None]]

    def _merge_row(self, row: SheetRow, present: TableRow) -> MergedRow:
        """A row that was there: ours, with what they changed."""
        cells = [] if row.is_only_shown else self._cells.merge_cells(row, is_mine=self._is_mine(row))
        node = put_cells(self._layout, present.node, row.depth, cells)
        merged = MergedRow(row.depth, node, present, row, cells)
        self._finish_row(merged, row)
        return merged

    def _finish_row(self, merged: MergedRow, row: SheetRow) -> None:
        """What stands below a row, and cells that it has none of."""
        self.merge_below(merged, row.children)
        if row.depth + 1 < len(self._layout.levels):
            row.node[self._layout.levels[row.depth + 1].key] = [child.node for child in row.children]
        self._cells.tell_unused_cells(row)
        self._cells.tell_struck(row)

    def _merge_missing(self, present: TableRow) -> MergedRow:
        """A row of the content that does not stand here in the sheet: it is removed if it was there and theirs."""
        merged = MergedRow(present.depth, present.node, present)
        was = self._exported_of.get(present.pointer)
        if was is None or was.pointer in self._in_sheet:
            return merged
        is_marked = was.pointer in self._filled.removed
        if self._keep_missing and not is_marked:
            return merged
        if self._share is not None and was.pointer not in self._share.mine:
            if is_marked:
                self._account.add_kept(present, "baris milik Bidang lain ditandai hapus; tidak dihapus")
            return merged
        change = self._account.describe_removal(present)
        if present.node != was.node:
            new = "baris ini sudah berubah sesudah diekspor; tidak dihapus"
            self._account.conflicts.append(Conflict(replace(change, new=new)))
        else:
            merged.is_removed, merged.change = True, change
        return merged

    def _merge_newcomer(self, row: SheetRow) -> MergedRow | None:
        """A row that did not stand here: moved from elsewhere, or new; None if it is not taken."""
        if row.present is not None:
            if self._is_mine(row):
                return self._move_here(row, row.present)
            self._account.add_fault("RJ073", row, LEVEL, "baris milik Bidang lain dipindahkan; tidak diambil")
        elif row.exported is None:
            return self._add_row(row)
        elif self._is_worked_on(row):
            self._account.add_deleted(row)
        self._tell_lost(row)
        return None

    def tell_leaving(self) -> None:
        """What was changed in rows that are marked to go, or below one."""
        for row in self._filled.leaving:
            # Without a column for levels it is the name that marks a row.
            if (self._layout.has_levels or not row.is_removed) and self._cells.is_touched(row):
                message = f"isinya diubah, tetapi barisnya ikut dihapus: {self._account.quote_row(row)}"
                self._account.add_note(row, self._layout.levels[row.depth].title, message)

    def _is_worked_on(self, row: SheetRow) -> bool:
        """Whether somebody changed a row of the export, or put new ones below it."""
        return self._cells.is_touched(row) or any(child.exported is None for child in row.children)

    def _tell_lost(self, row: SheetRow) -> None:
        """What stands below a row that is not taken is not taken either, and nothing of it goes unsaid."""
        for child in row.children:
            if child.exported is None or self._is_worked_on(child):
                message = f"baris di atasnya tidak diambil, jadi baris ini pun tidak: {self._account.quote_row(child)}"
                hint = "Perbaiki baris di atasnya, atau pindahkan baris ini ke bawah baris yang ada, lalu impor lagi."
                self._account.add_fault("RJ073", child, LEVEL, message, hint)
            self._tell_lost(child)

    def _move_here(self, row: SheetRow, present: TableRow) -> MergedRow:
        merged = self._merge_row(row, present)
        new = ""
        if row.parent is not None:
            above = row.parent.present
            new = self._account.name_row(above) if above else summarise_row(row.parent.node)
        title = self._layout.levels[row.depth].title
        old = self._account.name_above(present)
        merged.is_moved, merged.change = True, self._account.describe_cell(row, title, old, new, kind=MOVED)
        return merged

    def _add_row(self, row: SheetRow) -> MergedRow | None:
        node = self._cells.read_new_row(row)
        if node is None:
            self._tell_lost(row)
            return None
        level = self._layout.levels[row.depth]
        if self._share is not None and "bidang" not in node and self._takes_bidang(level, row):
            node["bidang"] = self._share.bidang
        row.node = dict(node)
        merged = MergedRow(row.depth, node, row=row)
        self._finish_row(merged, row)
        merged.change = self._account.describe_addition(row, node)
        return merged

    def _takes_bidang(self, level: Level, row: SheetRow) -> bool:
        """Whether a new row must say whose it is: those above it do not."""
        has_column = any(column.id == "bidang" for column, _ in self._layout.entries(level))
        return has_column and (row.parent is None or row.parent.exported is None or not self._is_mine(row.parent))

    def _is_mine(self, row: SheetRow) -> bool:
        return self._share is None or row.exported is None or row.exported.pointer in self._share.mine

    def _reorder_rows(self, kept: list[MergedRow], rows: list[SheetRow]) -> list[MergedRow]:
        """In the order of the sheet; rows that are not in it stay behind the one they stood behind."""
        followers = _group_behind(kept, lambda merged: merged.row is not None)
        merged_of = {merged.row: merged for merged in kept}
        order = [merged_of[row] for row in rows if row in merged_of]
        staying = find_rising([index_of(merged.present.pointer) for merged in order if merged.present])
        for number, merged in enumerate(order):
            if number not in staying and merged.row:
                merged.change = self._describe_new_place(merged.row, rows.index(merged.row))
                for one in (merged, *followers[merged]):
                    one.is_moved = True
        return [*followers[None], *(one for merged in order for one in (merged, *followers[merged]))]

    def _describe_new_place(self, row: SheetRow, index: int) -> Change:
        was = row.exported or row.present
        old = f"urutan ke-{index_of(was.pointer) + 1}" if was else ""
        title = self._layout.levels[row.depth].title
        return self._account.describe_cell(row, title, old, f"urutan ke-{index + 1}", kind=MOVED)


def _is_reordered(rows: list[SheetRow]) -> bool:
    """Whether the sheet has rows of one parent in another order than the export."""
    places = [index_of(row.exported.pointer) for row in rows if row.exported]
    return places != sorted(places)


def _group_behind(
    rows: Iterable[MergedRow], is_fixed: Callable[[MergedRow], bool]
) -> dict[MergedRow | None, list[MergedRow]]:
    """The rows that follow each of those that are fixed, by that one; by None those before the first."""
    last: MergedRow | None = None
    groups: dict[MergedRow | None, list[MergedRow]] = {None: []}
    for merged in rows:
        if is_fixed(merged):
            last = merged
            groups[merged] = []
        else:
            groups[last].append(merged)
    return groups
