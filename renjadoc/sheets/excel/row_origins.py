"""Which row of the export each row of a filled sheet was, and which row of the present content it is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import accumulate

from renjadoc.content.pointers import parent_of
from renjadoc.matching import fold_name, pair_by_keys
from renjadoc.sheets.excel import sheets
from renjadoc.sheets.excel.filled import FilledSheet, SheetRow, read_rows
from renjadoc.sheets.excel.nodes import rows_below
from renjadoc.sheets.excel.recognise import KnownSheet
from renjadoc.sheets.excel.sheets import LEVEL
from renjadoc.sheets.excel.values import show_value
from renjadoc.tables.layout import Entry, Level, Node, TableLayout, TableRow, walk_rows


def read_filled(known: KnownSheet, exported: Node, *, keys_hold: bool) -> FilledSheet:
    """The rows of a sheet, matched with those of the export: by hidden key, then by code, then by name.

    `keys_hold` says that keys are places in `exported`; otherwise a key needs the same code or name to be believed.
    """
    filled = FilledSheet(known)
    found = list(read_rows(filled, exported))
    _match_exported(filled.layout, found, exported, keys_hold)
    _nest_rows(filled, found)
    _undo_sorting(filled, found)
    return filled


# Which row of the export it was


def _match_exported(layout: TableLayout, found: list[SheetRow], exported: Node, keys_hold: bool) -> None:
    stands = {row.pointer: row for row in walk_rows(layout.levels, exported)}
    claimed: dict[str, list[SheetRow]] = defaultdict(list)
    for row in found:
        was = stands.get(row.key)
        if was is not None and was.depth == row.depth and (keys_hold or _is_alike(layout, row, was)):
            claimed[row.key].append(row)
    chosen: dict[SheetRow, str] = {}
    for key, rows in claimed.items():
        # A row that was copied has its key twice: the one that still reads the same is the old one.
        chosen[next((row for row in rows if _is_alike(layout, row, stands[key])), rows[0])] = key
    old_keys = [(row.pointer, *_with_depth(row.depth, _stated_keys(layout, row))) for row in stands.values()]
    new_keys = [(chosen.get(row, ""), *_with_depth(row.depth, _typed_keys(layout, row))) for row in found]
    was_of = list(stands.values())
    for number, index in pair_by_keys(old_keys, new_keys).items():
        found[number].exported = was_of[index]


def _with_depth(depth: int, keys: tuple[str, str]) -> list[Hashable]:
    """Keys that only rows of one level share."""
    return [(depth, key) if key else None for key in keys]


def _is_alike(layout: TableLayout, row: SheetRow, was: TableRow) -> bool:
    pairs = zip(_stated_keys(layout, was), _typed_keys(layout, row), strict=True)
    return any(stated and stated == typed for stated, typed in pairs)


def _stated_keys(layout: TableLayout, row: TableRow) -> tuple[str, str]:
    """Code and name of a row of a table.

    Names are compared as cells show them: a text that is empty, or is our own sign for that, is written otherwise.
    """
    code, title = (entry and show_value(entry.of(row.node)) for entry in _key_entries(layout, layout.levels[row.depth]))
    return _plain_text(code), _plain_text(title)


def _typed_keys(layout: TableLayout, row: SheetRow) -> tuple[str, str]:
    """Code and name of a row of the sheet."""
    level = layout.levels[row.depth]
    return _plain_text(row.cell(level.code).value), _plain_text(row.cell(level.title).value)


def _key_entries(layout: TableLayout, level: Level) -> list[Entry | None]:
    """The cells of code and name of a level."""
    return [layout.column(id).entry(level.key) if id else None for id in (level.code, level.title)]


def _plain_text(value: object) -> str:
    return fold_name(str(value)) if value is not None else ""


# What it stands below


def _nest_rows(filled: FilledSheet, found: list[SheetRow]) -> None:
    above: list[SheetRow] = []
    leaving: SheetRow | None = None
    coded = _index_codes(filled.layout, found)
    for row in found:
        leaving = leaving if leaving and row.depth > leaving.depth else row if row.is_removed else None
        if leaving:
            _leave_out(filled, row, leaving)
            continue
        del above[row.depth :]
        parent = above[-1] if above and len(above) == row.depth else None
        by_code = _find_home(filled, row, parent, coded)
        if by_code and by_code is not parent:
            filled.placed.append((row, _tell_place(filled, row, typed_title(filled.layout, by_code))))
            above = [*_chain(by_code)]
        if len(above) < row.depth:
            wanted = filled.layout.levels[row.depth - 1].names[0]
            hint = f"Pindahkan ke bawah baris {wanted}-nya, atau periksa kolom Tingkat."
            filled.faults.append((row.at, LEVEL, f"baris {row.name} ini tidak berada di bawah {wanted}", hint))
            if row.exported:
                filled.unplaced.add(row.exported.pointer)
            continue
        _put_below(filled, row, above[-1] if above else None)
        above.append(row)


def _leave_out(filled: FilledSheet, row: SheetRow, leaving: SheetRow) -> None:
    """A row that is marked to go, or stands below one that is."""
    if row.exported:
        filled.removed.add(row.exported.pointer)
        filled.leaving.append(row)
    elif row is not leaving:
        title = typed_title(filled.layout, row)
        message = f"baris “{title}” ini berada di bawah baris yang ditandai {sheets.REMOVED}; tidak diambil"
        filled.faults.append((row.at, LEVEL, message, "Pindahkan ke bawah baris yang tetap ada."))


def _index_codes(layout: TableLayout, found: list[SheetRow]) -> dict[tuple[int, str], list[SheetRow]]:
    """The rows that stay by their level and code."""
    index: dict[tuple[int, str], list[SheetRow]] = defaultdict(list)
    for row in found:
        code = _typed_keys(layout, row)[0].strip(" .")
        if code and not row.is_removed:
            index[row.depth, code].append(row)
    return index


def _find_home(
    filled: FilledSheet, row: SheetRow, parent: SheetRow | None, coded: dict[tuple[int, str], list[SheetRow]]
) -> SheetRow | None:
    """The row that a new one stands below by its code, or one that a new row parts from what it stood below."""
    is_cut_off = parent is not None and parent.exported is None
    found = _find_by_code(filled, row, coded) if row.exported is None or is_cut_off else None
    return found if found is None or row.exported is None or _was_below(row, found) else None


def _find_by_code(filled: FilledSheet, row: SheetRow, coded: dict[tuple[int, str], list[SheetRow]]) -> SheetRow | None:
    """The row that one stands below by its code, wherever it was typed; None where codes do not tell."""
    if not row.depth:
        return None
    code = _typed_keys(filled.layout, row)[0].strip(" .")
    while "." in code:
        code = code.rpartition(".")[0]
        fitting = coded.get((row.depth - 1, code), [])
        if fitting:
            return fitting[0] if len(fitting) == 1 and fitting[0] is not row else None
    return None


def _chain(row: SheetRow) -> list[SheetRow]:
    """The rows above one, and itself."""
    return [*(_chain(row.parent) if row.parent else []), row]


def _was_below(row: SheetRow, parent: SheetRow) -> bool:
    """Whether the export had a row below another."""
    pair = row.exported, parent.exported
    return pair[0] is not None and pair[1] is not None and parent_of(pair[0].pointer) == pair[1].pointer


def _tell_place(filled: FilledSheet, row: SheetRow, parent: str) -> str:
    place, level = filled.address(row.at, LEVEL), filled.layout.levels[row.depth]
    title = typed_title(filled.layout, row) or (str(row.cell(level.code).value or "") if level.code else "")
    if row.exported:
        return f"{place}: {row.name} “{title}” tetap di bawah “{parent}” menurut kodenya."
    return f"{place}: {row.name} baru “{title}” masuk ke bawah “{parent}” menurut kodenya."


def _put_below(filled: FilledSheet, row: SheetRow, parent: SheetRow | None) -> None:
    row.parent = parent
    (parent.children if parent else filled.top).append(row)


def _undo_sorting(filled: FilledSheet, found: list[SheetRow]) -> None:
    """Where most rows stand below another parent than before, somebody sorted the sheet: the old order is taken."""
    known = {row.exported.pointer: row for row in found if row.exported and row.exported.pointer not in filled.removed}
    deeper = [(pointer, row) for pointer, row in known.items() if row.depth and pointer not in filled.unplaced]
    strayed = sum(_parent_key(row) != parent_of(pointer) for pointer, row in deeper)
    unplaced = len(known.keys() & filled.unplaced)
    if strayed + unplaced <= max(3, (len(deeper) + unplaced) // 2):
        return
    filled.notes.append(f"Lembar {filled.known.tab.name} tampaknya diurutkan; susunan baris yang semula dipakai.")
    filled.unplaced.clear()
    filled.faults = [fault for fault in filled.faults if fault[1] != LEVEL]
    filled.top = []
    for row in found:
        row.children = []
    in_order = sorted(known.items(), key=lambda item: [int(step) for step in item[0].split("/")[2::2]])
    for pointer, row in in_order:
        parent = known.get(parent_of(pointer), row.parent)
        if parent is not None or row.depth == 0:
            _put_below(filled, row, parent)
        else:
            filled.unplaced.add(pointer)
    for row in found:
        if row.exported is None and (row.parent is not None or row.depth == 0):
            _put_below(filled, row, row.parent)


def _parent_key(row: SheetRow) -> str:
    return row.parent.exported.pointer if row.parent and row.parent.exported else ""


# Which row of the content it is now


def find_present(filled: FilledSheet, exported: Node, present: Node) -> dict[str, TableRow]:
    """Tell every row of the sheet which row of the content it is; rows of the export by the pointers they have now."""
    layout = filled.layout
    pairs = list(_pair_tables(layout, TableRow("", -1, exported), TableRow("", -1, present)))
    now_of = {was.pointer: now for was, now in pairs}
    for row in filled.rows():
        if row.exported is not None:
            row.present = now_of.get(row.exported.pointer)
    taken = {row.present.pointer for row in filled.rows() if row.present}
    _place_homeless(filled, present)
    _match_added(layout, filled.top, TableRow("", -1, present), taken)
    for row in filled.rows():
        if row.present is not None:
            _match_added(layout, row.children, row.present, taken)
    filled.notes += [told for row, told in filled.placed if row.exported or not row.present]
    return {now.pointer: was for was, now in pairs}


def _place_homeless(filled: FilledSheet, present: Node) -> None:
    """New rows below one that is gone go where their code says in the content, though the sheet does not show that."""
    layout = filled.layout
    stands = {was.pointer: was for was in walk_rows(layout.levels, present)}
    by_code: dict[tuple[int, str], TableRow] = {}
    for was in stands.values():
        by_code.setdefault((was.depth, _stated_keys(layout, was)[0].strip(" .")), was)
    shown = {row.present.pointer: row for row in filled.rows() if row.present}
    for row in [one for one in filled.rows() if _is_homeless(one)]:
        codes = accumulate(_typed_keys(layout, row)[0].strip(" .").split("."), "{}.{}".format)
        above = [by_code[row.depth - 1, code] for code in codes if (row.depth - 1, code) in by_code]
        if above and row.parent is not None:
            parent = _show_row(filled, above[-1], row, stands, shown)
            filled.placed.append((row, _tell_place(filled, row, _stated_keys(layout, above[-1])[0])))
            row.parent.children.remove(row)
            _put_below(filled, row, parent)


def _is_homeless(row: SheetRow) -> bool:
    parent = row.parent
    is_new = row.exported is None and row.present is None
    return is_new and parent is not None and parent.exported is not None and parent.present is None


def _show_row(
    filled: FilledSheet, target: TableRow, near: SheetRow, stands: dict[str, TableRow], shown: dict[str, SheetRow]
) -> SheetRow:
    """The sheet's row for one of the content; where there is none, one that says nothing of its own."""
    if target.pointer in shown:
        return shown[target.pointer]
    above = parent_of(target.pointer)
    parent = _show_row(filled, stands[above], near, stands, shown) if above else None
    level = filled.layout.levels[target.depth]
    row = SheetRow(near.at, level.name(target.node), "", {}, target.depth, present=target, is_only_shown=True)
    row.node = dict(target.node)
    _put_below(filled, row, parent)
    shown[target.pointer] = row
    return row


def _pair_tables(layout: TableLayout, was: TableRow, now: TableRow) -> Iterator[tuple[TableRow, TableRow]]:
    """Rows of the export below `was` with what they are now, below `now`: by code, by name, else by their order."""
    old, new = rows_below(layout, was), rows_below(layout, now)
    if [row.node for row in old] == [row.node for row in new]:
        pairs = {index: index for index in range(len(old))}
    else:
        pairs = pair_by_keys([_exact_keys(layout, row) for row in old], [_exact_keys(layout, row) for row in new])
        left = [index for index in range(len(old)) if index not in pairs.values()]
        free = [index for index in range(len(new)) if index not in pairs]
        # As many are left on both sides: they were renamed where they stand.
        pairs |= dict(zip(free, left, strict=True)) if len(left) == len(free) else {}
    for number, index in sorted(pairs.items(), key=lambda pair: pair[1]):
        yield old[index], new[number]
        yield from _pair_tables(layout, old[index], new[number])


def _exact_keys(layout: TableLayout, row: TableRow) -> list[str]:
    entries = _key_entries(layout, layout.levels[row.depth])
    return [str(entry.of(row.node) or "") if entry else "" for entry in entries]


def _match_added(layout: TableLayout, rows: list[SheetRow], above: TableRow, taken: set[str]) -> None:
    """Rows that were added in the sheet, and meanwhile in the content too: the same import run twice."""
    added = [row for row in rows if row.exported is None]
    free = [row for row in rows_below(layout, above) if row.pointer not in taken] if added else []
    if free:
        title = _key_entries(layout, layout.levels[free[0].depth])[1]
        names = [[str(show_value(title.of(row.node)) or "") if title else ""] for row in free]
        pairs = pair_by_keys(names, [[typed_title(layout, row).strip()] for row in added])
        for number, index in pairs.items():
            added[number].present = free[index]


def typed_title(layout: TableLayout, row: SheetRow) -> str:
    """The name of a row of the sheet as it stands there."""
    value = row.cell(layout.levels[row.depth].title).value
    return str(value) if value is not None else ""
