"""Sheets as an .xlsx file; the only place that knows XlsxWriter.

Written with XlsxWriter and not with openpyxl, which cannot store the results of formulas: a workbook that comes by mail
opens in Protected View, where Excel computes nothing and shows what is stored.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from renjadoc.sheets.excel import formulas, guide_page, hidden, ownership
from renjadoc.sheets.excel import sheets as sheets_
from renjadoc.sheets.excel.formulas import Place
from renjadoc.sheets.excel.looks import FOLIO, HEAD, LINE, Formats, Looks, formats_of, height, lines_of
from renjadoc.sheets.excel.sheets import KEY, LEVEL, Book, Sheet
from renjadoc.sheets.excel.values import Shown, show_value
from renjadoc.tables.layout import ROOT, UANG, Column, Entry, TableRow

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_ALLOWED = (
    "format_cells format_columns format_rows insert_rows insert_hyperlinks delete_rows sort autofilter".split()  # noqa: SIM905
)


def to_bytes(book: Book) -> bytes:
    """The workbook; the same book gives the same bytes."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    workbook = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    office = book.reading.printed("{{ perangkat_daerah.lengkap }}")
    workbook.set_properties(
        {"title": f"Renja {book.reading.folder.tahun}", "author": office, "created": datetime(1980, 1, 1)}
    )
    formats = formats_of(workbook)
    guide_page.write(workbook, book, formats)
    for sheet in book.sheets:
        _Painter(workbook, sheet, book, formats).paint()
    hidden.write(workbook, book)
    workbook.close()
    return _let_rows_grow(buffer.getvalue())


def _let_rows_grow(data: bytes) -> bytes:
    """The workbook with rows that grow when somebody types more: XlsxWriter can only write heights that stay."""
    parts, fixed = io.BytesIO(), b' customHeight="1"'
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(parts, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            part = old.read(member)
            new.writestr(member, part.replace(fixed, b"") if "/worksheets/" in member.filename else part)
    return parts.getvalue()


class _Painter:
    """Writes one sheet."""

    def __init__(self, workbook: Workbook, sheet: Sheet, book: Book, formats: Formats) -> None:
        self._sheet, self._book, self._formats = sheet, book, formats
        self._page: Worksheet = workbook.add_worksheet(sheet.name)
        self._columns = {column.id: column for column in sheet.layout.columns}
        self._at = {id: index for index, id in enumerate(sheet.ids)}
        self._around = book.around
        self._looks = Looks(sheet, formats)
        # XlsxWriter searches every formula for forty new functions; ours name theirs in full (`_xlfn.`). If it stops
        # asking this method, nothing is lost but time.
        self._page._prepare_formula = lambda formula, expand=False: formula.removeprefix("=")

    def paint(self) -> None:
        self._write_ids()
        self._write_titles()
        self._write_heads()
        self._write_rows()
        if not self._sheet.layout.view:
            self._write_spare_rows()
            self._set_validations()
        self._set_up_page()

    # Heads

    def _write_ids(self) -> None:
        """The hidden first row: which table this is, and the id of every column, so that a moved one is known again."""
        self._page.write_string(0, 0, f"{sheets_.MARK} {self._sheet.file}")
        for id, index in self._at.items():
            if id != KEY:
                self._page.write_string(0, index, id)
        self._page.set_row(0, None, None, {"hidden": True})
        self._page.set_column(0, 0, 4, None, {"hidden": True})

    def _write_titles(self) -> None:
        title = [self._sheet.name if self._sheet.name != self._sheet.table else "", *self._sheet.title]
        lines = [line for line in (title[0], " ".join(title[1:])) if line]
        if self._book.bidang:
            whose = ownership.write_bidang(self._book.bidang)
            lines.append(sheets_.ONLY_ROWS.format(whose))
        for at, line in enumerate(lines, 1):
            self._page.write_string(at, 1, line, self._formats(bold=True, font_size=11, text_wrap=False))

    def _write_heads(self) -> None:
        look = self._formats(bold=True, bg_color=HEAD, border=1, border_color=LINE, align="center", valign="vcenter")
        top, depth = sheets_.HEAD_ROW - 1, self._sheet.depth_of_heads
        heads = [(sheets_.LEVEL_HEAD,)] * self._sheet.layout.has_levels + self._sheet.heads
        for level in range(depth):
            self._page.write_string(top + level, 0, sheets_.HEAD_KEY)
            for run in _find_runs(heads, level):
                self._write_head(run, level, top, depth, look)
        for id, index in self._at.items():
            width = 13 if id == LEVEL else self._columns[id].width if id in self._columns else 4
            if id != KEY:
                self._page.set_column(index, index, width)
        self._set_head_heights()

    def _write_head(self, run: list[int], level: int, top: int, depth: int, look: Format) -> None:
        heads = [(sheets_.LEVEL_HEAD,)] * self._sheet.layout.has_levels + self._sheet.heads
        first, last, head = run[0] + 1, run[-1] + 1, heads[run[0]]
        lowest = top + depth - 1 if len(head) == level + 1 else top + level
        if (first, top + level) == (last, lowest):
            self._page.write_string(top + level, first, head[level], look)
        else:
            self._page.merge_range(top + level, first, lowest, last, "", look)
            self._page.write_string(top + level, first, head[level], look)

    def _set_head_heights(self) -> None:
        top, depth = sheets_.HEAD_ROW - 1, self._sheet.depth_of_heads
        widths = [column.width for column in self._sheet.layout.columns]
        lowest = [lines_of(head[-1], width) for head, width in zip(self._sheet.heads, widths, strict=True)]
        tallest = height(max(lowest)) + 4
        for level in range(depth):
            self._page.set_row(top + level, tallest if level == depth - 1 else max(16.0, tallest / depth))

    # Rows

    def _write_rows(self) -> None:
        for at, row, place in self._sheet.places():
            leaf = row is not None and row.depth == len(self._sheet.layout.levels) - 1
            context = row is not None and row.pointer in self._sheet.context
            free = leaf and not context and not self._sheet.layout.view
            # Excel deletes a row of a protected sheet only if each of its cells is free, to the last column.
            self._page.set_row(at - 1, height(self._count_lines(row)), self._formats(locked=False) if free else None)
            key = row.pointer if row else sheets_.ROOT_KEY
            self._page.write_string(at - 1, 0, key, self._formats(locked=not leaf))
            self._write_level(at, row)
            level = self._sheet.layout.levels[row.depth].key if row else ROOT
            spans: dict[int, int] = row.node.get("gabung", {}) if row and self._sheet.kind == "bebas" else {}
            covered: set[int] = set()
            for index, column in enumerate(self._sheet.layout.columns):
                if index in covered:
                    continue
                if row is None and self._write_label(at, column):
                    continue
                self._write_cell(at, row, column, level, place)
                if spans.get(index, 1) > 1:
                    self._write_merged(at, index, spans[index], column, row)
                    covered.update(range(index, index + spans[index]))

    def _write_merged(self, at: int, index: int, span: int, column: Column, row: TableRow | None) -> None:
        first = self._at[column.id]
        value = show_value(row.node.get(column.id)) if row else None
        look = self._looks.of(row, entered=True, column=column, value=value)
        self._page.merge_range(at - 1, first, at - 1, first + span - 1, "", look)
        self._put_value(at, first, value, look)

    def _write_level(self, at: int, row: TableRow | None) -> None:
        if LEVEL not in self._at:
            return
        layout = self._sheet.layout
        name = layout.levels[row.depth].name(row.node) if row else (layout.root.name if layout.root else "")
        look = self._looks.of(row, entered=row is not None and not layout.view, column=None)
        self._page.write_string(at - 1, self._at[LEVEL], name, look)

    def _write_label(self, at: int, column: Column) -> bool:
        root = self._sheet.layout.root
        if root is None or column.id != root.column:
            return False
        text = self._book.reading.printed(root.label)
        if self._book.bidang:
            text += sheets_.ONLY_TOTAL.format(ownership.write_bidang(self._book.bidang))
        self._page.write_string(at - 1, self._at[column.id], text, self._looks.of(None, entered=False, column=column))
        return True

    def _write_cell(self, at: int, row: TableRow | None, column: Column, level: str, place: Place) -> None:
        cell, index = column.cells.get(level), self._at[column.id]
        if cell is None:
            free = row is not None and column.kind is not None
            look = self._looks.of(row, entered=False, column=column, free=free)
            self._page.write_blank(at - 1, index, None, look)
            return
        node = row.node if row else self._sheet.data
        if isinstance(cell, Entry):
            value = show_value(cell.of(node))
        else:
            value = formulas.computed_value(cell, node, self._around, place.number + 1)
        if self._sheet.layout.view:
            form = formulas.MONEY if column.kind is UANG else formulas.PLAIN
            formula = formulas.view_formula(column.id, place)
        elif isinstance(cell, Entry):
            self._put_value(at, index, value, self._looks.of(row, entered=True, column=column, value=cell.of(node)))
            return
        else:
            form, formula = formulas.number_format(cell), formulas.formula(cell, place)
        look = self._looks.of(row, entered=False, column=column, number_format=form)
        if formula:
            self._page.write_formula(at - 1, index, formula, look, "" if value is None else value)
        else:
            self._put_value(at, index, value, look)

    def _put_value(self, at: int, index: int, value: Shown, look: Format) -> None:
        if value is None:
            self._page.write_blank(at - 1, index, None, look)
        elif isinstance(value, str):
            self._page.write_string(at - 1, index, value, look)
        else:
            self._page.write_number(at - 1, index, value, look)

    def _count_lines(self, row: TableRow | None) -> int:
        """How many lines the tallest cell of a row takes."""
        if row is None:
            return 2
        level = self._sheet.layout.levels[row.depth].key
        shown_by = ((column.entry(level), column.width) for column in self._sheet.layout.columns)
        return max((lines_of(show_value(entry.of(row.node)), width) for entry, width in shown_by if entry), default=1)

    def _write_spare_rows(self) -> None:
        leaf = self._sheet.layout.levels[-1]
        for place in self._sheet.spare():
            at = place.row
            self._page.set_row(at - 1, None, self._formats(locked=False))
            self._page.write_blank(at - 1, 0, None, self._formats(locked=False))
            empty = TableRow("", len(self._sheet.layout.levels) - 1, {})
            if LEVEL in self._at:
                self._page.write_blank(at - 1, self._at[LEVEL], None, self._looks.of(empty, entered=True, column=None))
            for column in self._sheet.layout.columns:
                cell = column.cells.get(leaf.key)
                if cell is None or isinstance(cell, Entry):
                    look = self._looks.of(empty, entered=column.kind is not None, column=column)
                    self._page.write_blank(at - 1, self._at[column.id], None, look)
                else:
                    look = self._looks.of(
                        empty, entered=False, column=column, number_format=formulas.number_format(cell)
                    )
                    self._page.write_formula(
                        at - 1, self._at[column.id], formulas.formula(cell, place) or '=""', look, ""
                    )
        end = self._sheet.end_row - 1
        self._page.write_string(end, 0, sheets_.END_KEY)
        note = self._formats(italic=True, font_color="#7F7F7F", text_wrap=False, font_size=8)
        self._page.write_string(end, 1, sheets_.END_TEXT, note)

    # Around the cells

    def _set_validations(self) -> None:
        sheet = self._sheet
        first, last = sheet.first_row - 1, sheet.end_row - 2
        if last < first:
            return
        if LEVEL in self._at:
            names = [*(name for level in sheet.layout.levels for name in level.names), sheets_.REMOVED]
            if sheet.layout.root and sheet.layout.root.at_top:
                first += 1
            self._page.data_validation(
                first, self._at[LEVEL], last, self._at[LEVEL],
                {"validate": "list", "source": names, "error_title": "Tingkat", "error_message": "Pilih dari daftar."},
            )  # fmt: skip
        for column in sheet.layout.columns:
            for rule in self._list_rules(column):
                self._page.data_validation(first, self._at[column.id], last, self._at[column.id], rule)
            self._page.ignore_errors({"number_stored_as_text": f"A1:{sheets_.letter(len(self._at))}{last + 2}"})

    def _list_rules(self, column: Column) -> list[dict[str, Any]]:
        entry = next((cell for cell in column.cells.values() if isinstance(cell, Entry)), None)
        if entry is None:
            return []
        if entry.kind.whole and len({cell.kind.name for cell in column.cells.values() if isinstance(cell, Entry)}) == 1:
            least, what = (0, "rupiah") if entry.kind.name == "uang" else (1, "nomor")
            said = f"Ketik {what} sebagai bilangan bulat, misalnya {'9368500' if least == 0 else '229'}."
            return [
                {
                    "validate": "integer", "criteria": ">=", "value": least, "error_type": "warning",
                    "error_title": "Periksa isian", "error_message": said,
                }
            ]  # fmt: skip
        source = self._find_choices(column)
        # Other words than those of the list are right too; it only saves typing.
        return [{"validate": "list", "source": source, "show_error": False}] if source else []

    def _find_choices(self, column: Column) -> str:
        if column.choices == "indikator_renstra" and (renstra := self._sheet.book.get("target-renstra")):
            return f"='{renstra[0]}'!{renstra[1]}"
        for index, (name, choices) in enumerate(self._book.lists.items()):
            if column.id == name and choices and self._sheet.kind != "target-renstra":
                letter = sheets_.letter(hidden.LISTS + index)
                return f"='{sheets_.META}'!${letter}$1:${letter}${len(choices)}"
        return ""

    def _set_up_page(self) -> None:
        page, sheet = self._page, self._sheet
        if sheet.layout.landscape:
            page.set_landscape()
        page.set_paper(FOLIO)
        page.set_margins(0.5, 0.5, 0.6, 0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(sheets_.HEAD_ROW - 1, sheet.first_row - 2)
        page.set_footer(f"&L&8{sheet.name}&R&8&P/&N")
        page.freeze_panes(sheet.first_row - 1, 1 + sheet.layout.has_levels + sheet.layout.frozen)
        page.set_selection(sheet.first_row - 1, 1, sheet.first_row - 1, 1)
        if sheet.layout.view:
            page.set_tab_color("#A6A6A6")
        # Without a password: it guards against slips, not against people.
        page.protect("", dict.fromkeys(_ALLOWED, True))


def _find_runs(heads: list[tuple[str, ...]], level: int) -> list[list[int]]:
    """Which neighbouring columns stand under one head of this level; those that end here stand alone."""
    runs: list[list[int]] = []
    for index, head in enumerate(heads):
        if len(head) <= level:
            continue
        before = heads[index - 1] if runs and runs[-1][-1] == index - 1 else ()
        if len(head) > level + 1 and len(before) > level + 1 and before[: level + 1] == head[: level + 1]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
