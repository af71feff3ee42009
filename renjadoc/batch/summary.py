"""The report on a run: counts, a table to read, plain data for programs, and a workbook for Excel."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from renjadoc.batch.office import Outcome, Status

#: A longer table is not read: then only what failed is shown, and the workbook holds the rest.
_LONG = 60
#: So many errors of one office are shown below the table.
_SHOWN = 3


@dataclass(frozen=True)
class Summary:
    """All outcomes in the order of their folders, and how long the run took in seconds."""

    outcomes: list[Outcome]
    seconds: float

    @property
    def failed(self) -> list[Outcome]:
        return [one for one in self.outcomes if one.status == Status.FAILED]

    def counts(self) -> dict[str, int]:
        """How many there are of each kind; those with findings are among the made and the unchanged."""
        counts = {status.value: sum(one.status == status for one in self.outcomes) for status in Status}
        findings = sum(one.warnings > 0 and one.status != Status.FAILED for one in self.outcomes)
        return {**counts, "dengan temuan": findings}

    def count_line(self) -> str:
        counts, whole = self.counts(), len(self.outcomes)
        return (
            f"{whole} perangkat daerah: {counts['dibuat']} dibuat, {counts['tidak berubah']} tidak berubah "
            f"({counts['dengan temuan']} dengan temuan), {counts['gagal']} gagal; {duration(self.seconds)}."
        )

    def as_data(self) -> dict[str, Any]:
        """Plain data for programs."""
        return {
            "ringkasan": {**self.counts(), "detik": round(self.seconds, 1)},
            "perangkat_daerah": [one.as_data() for one in self.outcomes],
        }


def duration(seconds: float) -> str:
    """A stretch of time as a person says it."""
    whole = round(seconds)
    hours, minutes = whole // 3600, whole % 3600 // 60
    if hours:
        return f"{hours} jam {minutes} menit"
    return f"{minutes} menit {whole % 60} detik" if minutes else f"{whole} detik"


# To read


def lines(summary: Summary) -> list[str]:
    """The table, the errors of what failed, and the counts."""
    shown = summary.outcomes if len(summary.outcomes) <= _LONG else summary.failed[:_LONG]
    said = [*_table(shown), ""] if shown else []
    for one in summary.failed[:_LONG]:
        said += _errors(one)
    return [*said, summary.count_line()]


_COLUMNS: dict[str, Callable[[Outcome], str]] = {
    "hasil": lambda one: one.status,
    "perangkat daerah": lambda one: one.nama,
    "tahun": lambda one: str(one.tahun or "-"),
    "halaman": lambda one: str(one.halaman or "-"),
    "galat": lambda one: str(one.galat),
    "temuan": lambda one: str(one.warnings),
    "terbuka": lambda one: str(one.terbuka),
    "berkas": lambda one: one.keluaran if one.status != Status.FAILED else f"({one.folder})",
}
_NUMBERS = {"halaman", "galat", "temuan", "terbuka"}


def _table(outcomes: list[Outcome]) -> list[str]:
    rows = [list(_COLUMNS), *([cell(one) for cell in _COLUMNS.values()] for one in outcomes)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    right = [name in _NUMBERS for name in _COLUMNS]
    drawn = [
        "  ".join(
            text.rjust(width) if turned else text.ljust(width)
            for text, width, turned in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in rows
    ]
    return [drawn[0], "  ".join("-" * width for width in widths), *drawn[1:]]


def _errors(one: Outcome) -> list[str]:
    said = [f"{one.nama} ({one.folder}):"]
    for problem in one.masalah[:_SHOWN]:
        said.append(f"  {_spot(problem)}: galat {problem['kode']}: {problem['pesan']}")
        said += [f"      → {problem['saran']}"] if problem["saran"] else []
    left = one.galat - min(len(one.masalah), _SHOWN)
    return [*said, *([f"  … dan {left} galat lagi"] if left > 0 else []), ""]


def _spot(problem: dict[str, Any]) -> str:
    return ":".join(str(part) for part in (problem["berkas"], problem["baris"], problem["kolom"]) if part is not None)


# For Excel

_OFFICE_HEADS = {
    "Folder": 28, "Perangkat Daerah": 44, "Tahun": 8, "Hasil": 14, "Berkas": 40, "Halaman": 9, "Galat": 8, "Temuan": 9,
    "Terbuka": 9, "Catatan": 60, "Detik": 8,
}  # fmt: skip
_PROBLEM_HEADS = {
    "Folder": 28, "Perangkat Daerah": 44, "Kode": 9, "Berkas": 50, "Baris": 8, "Kolom": 8, "Masalah": 70, "Saran": 70,
}  # fmt: skip
_RULE_HEADS = {"Kode": 9, "Aturan": 70, "Temuan": 9, "Perangkat Daerah": 18}
#: What a cell of Excel holds at most.
_LONGEST = 32_767


def workbook(summary: Summary, titles: dict[str, str]) -> bytes:
    """An .xlsx with one row an office, one an error, and one a rule (`titles` by code) with how often it was met.

    Every text is written as text: what an office calls itself never becomes a formula.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _sheet(book.create_sheet("Perangkat daerah"), _OFFICE_HEADS, (_office_row(one) for one in summary.outcomes))
    errors = (_problem_row(one, problem) for one in summary.outcomes for problem in one.masalah)
    _sheet(book.create_sheet("Galat"), _PROBLEM_HEADS, errors)
    _sheet(book.create_sheet("Temuan per aturan"), _RULE_HEADS, _rule_rows(summary.outcomes, titles))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _office_row(one: Outcome) -> list[Any]:
    notes = "; ".join(one.catatan)
    return [
        one.folder, one.nama, one.tahun, one.status.value, one.keluaran, one.halaman, one.galat, one.warnings,
        one.terbuka, notes, one.detik,
    ]  # fmt: skip


def _problem_row(one: Outcome, problem: dict[str, Any]) -> list[Any]:
    return [one.folder, one.nama, *(problem[key] for key in ("kode", "berkas", "baris", "kolom", "pesan", "saran"))]


def _rule_rows(outcomes: list[Outcome], titles: dict[str, str]) -> Iterable[list[Any]]:
    for code in sorted({code for one in outcomes for code in one.temuan}):
        counts = [one.temuan[code] for one in outcomes if code in one.temuan]
        yield [code, titles.get(code, ""), sum(counts), len(counts)]


def _sheet(sheet: Any, heads: dict[str, int], rows: Iterable[list[Any]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for number, width in enumerate(heads.values(), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, head, Font(bold=True)) for head in heads])
    count = 1
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{count}"


def _cell(sheet: Any, value: Any, font: Any = None) -> Any:
    """A cell; a text is one whatever it begins with, and stays one when somebody edits it (quotePrefix)."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    text = ILLEGAL_CHARACTERS_RE.sub("", value.encode("utf-8", "replace").decode())
    cell = WriteOnlyCell(sheet, text[:_LONGEST])
    cell.data_type, cell.quotePrefix = "s", value[:1] in {"=", "+", "-", "@"}
    if font is not None:
        cell.font = font
    return cell
