"""The report on a run: counts, a table to read, plain data for programs, and a workbook for Excel."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from renjadoc import indonesian
from renjadoc.batch.office import OfficeResult, Status
from renjadoc.matching import fold_name
from renjadoc.problem import join_some, say_rest

#: A longer table is not read: then only what failed is shown, and the workbook holds the rest.
_LONG = 60
#: So many folders are named in one line.
_LISTED = 10
#: So many errors of one office are shown below the table.
_SHOWN = 3


@dataclass(frozen=True)
class Summary:
    """All results in the order of their folders, and how long the run took in seconds."""

    results: list[OfficeResult]
    seconds: float
    #: What was found beside the offices: folders without content, amounts that are not those of the list of plafon.
    found: tuple[str, ...] = ()

    @property
    def failed(self) -> list[OfficeResult]:
        return [one for one in self.results if one.status == Status.FAILED]

    def counts(self) -> dict[str, int]:
        """How many there are of each kind; those with findings are among the made and the unchanged."""
        counts = {status.value: sum(one.status == status for one in self.results) for status in Status}
        findings = sum(one.warnings > 0 and one.status != Status.FAILED for one in self.results)
        return {**counts, "dengan temuan": findings}

    def notes(self) -> list[str]:
        """What a person should look at that is wrong with no office by itself."""
        return [*_tell_years(self.results), *_tell_doubles(self.results), *self.found]

    def as_data(self) -> dict[str, Any]:
        """Plain data for programs."""
        return {
            "ringkasan": {**self.counts(), "detik": round(self.seconds, 1)},
            "perangkat_daerah": [asdict(one) for one in self.results],
            "perhatian": self.notes(),
        }


def _tell_years(results: list[OfficeResult]) -> Iterator[str]:
    """Offices whose year is not that of most."""
    years = Counter(one.tahun for one in results if one.tahun is not None)
    if len(years) > 1:
        most = years.most_common(1)[0][0]
        others = [f"{one.nama} ({one.folder}: {one.tahun})" for one in results if one.tahun not in {None, most}]
        yield f"tahunnya bukan {most}: {join_some(others, _LISTED, '; ')}."


def _tell_doubles(results: list[OfficeResult]) -> Iterator[str]:
    """Folders of one office and one year."""
    folders: dict[tuple[str, int | None], list[str]] = {}
    for one in results:
        folders.setdefault((fold_name(one.nama), one.tahun), []).append(one.folder)
    names = {fold_name(one.nama): one.nama for one in results}
    for (name, year), places in folders.items():
        if len(places) > 1:
            yield f"{names[name]} Tahun {year or '-'} ada di {len(places)} folder: {join_some(places, _LISTED, '; ')}."


def say_duration(seconds: float) -> str:
    """A stretch of time as a person says it."""
    whole = round(seconds)
    hours, minutes = whole // 3600, whole % 3600 // 60
    if hours:
        return f"{hours} jam {minutes} menit"
    return f"{minutes} menit {whole % 60} detik" if minutes else f"{whole} detik"


# To read


def summary_lines(summary: Summary) -> list[str]:
    """The table, the errors of what failed, and the counts."""
    shown = summary.results if len(summary.results) <= _LONG else summary.failed[:_LONG]
    said = [*_table_lines(shown), ""] if shown else []
    for one in summary.failed[:_LONG]:
        said += _error_lines(one)
    counts = summary.counts()
    return [
        *said,
        f"{len(summary.results)} perangkat daerah: {counts['dibuat']} dibuat, "
        f"{counts['tidak berubah']} tidak berubah ({counts['dengan temuan']} dengan temuan), "
        f"{counts['gagal']} gagal; {say_duration(summary.seconds)}.",
        *(f"Perhatian: {note}" for note in summary.notes()),
    ]


_COLUMNS: dict[str, Callable[[OfficeResult], str]] = {
    "hasil": lambda one: one.status,
    "perangkat daerah": lambda one: one.nama,
    "tahun": lambda one: str(one.tahun or "-"),
    "halaman": lambda one: str(one.halaman or "-"),
    "galat": lambda one: str(one.galat),
    "temuan": lambda one: str(one.warnings),
    "terbuka": lambda one: str(one.terbuka),
    "pagu": lambda one: indonesian.angka(one.pagu) if one.pagu is not None else "-",
    "berkas": lambda one: one.keluaran if one.status != Status.FAILED else f"({one.folder})",
}
_NUMBERS = {"halaman", "galat", "temuan", "terbuka", "pagu"}


def _table_lines(results: list[OfficeResult]) -> list[str]:
    columns = []
    for name, cell in _COLUMNS.items():
        texts = [name, *map(cell, results)]
        width = max(map(len, texts))
        texts.insert(1, "-" * width)
        columns.append([text.rjust(width) if name in _NUMBERS else text.ljust(width) for text in texts])
    return ["  ".join(row).rstrip() for row in zip(*columns, strict=True)]


def _error_lines(one: OfficeResult) -> list[str]:
    said = [f"{one.nama} ({one.folder}):"]
    for problem in one.masalah[:_SHOWN]:
        place = ":".join(str(problem[key]) for key in ("berkas", "baris", "kolom") if problem[key] is not None)
        said.append(f"  {place}: {problem['pesan']} ({problem['kode']})")
        said += [f"      → {problem['saran']}"] if problem["saran"] else []
    left = one.galat - min(len(one.masalah), _SHOWN)
    return [*said, *say_rest(left), ""]


# For Excel

_OFFICE_HEADS = {
    "Folder": 28, "Perangkat Daerah": 44, "Tahun": 8, "Hasil": 14, "Berkas": 40, "Halaman": 9, "Galat": 8, "Temuan": 9,
    "Terbuka": 9, "Pagu": 20, "Catatan": 60, "Detik": 8,
}  # fmt: skip
_PROBLEM_HEADS = {
    "Folder": 28, "Perangkat Daerah": 44, "Kode": 9, "Berkas": 50, "Baris": 8, "Kolom": 8, "Masalah": 70, "Saran": 70,
}  # fmt: skip
_RULE_HEADS = {"Kode": 9, "Aturan": 70, "Temuan": 9, "Perangkat Daerah": 18}
#: What a cell of Excel holds at most.
_LONGEST = 32_767
#: What no text in XML may hold.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_workbook(summary: Summary, titles: dict[str, str]) -> bytes:
    """An .xlsx with one row an office, one an error, and one a rule (`titles` by code) with how often it was met.

    Every text is written as text: what an office calls itself never becomes a formula, also when somebody edits it.
    """
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        errors = ((one, problem) for one in summary.results for problem in one.masalah)
        _write_sheet(book, "Perangkat daerah", _OFFICE_HEADS, map(_office_row, summary.results))
        _write_sheet(book, "Galat", _PROBLEM_HEADS, (_problem_row(*error) for error in errors))
        _write_sheet(book, "Temuan per aturan", _RULE_HEADS, _rule_rows(summary.results, titles))
    return buffer.getvalue()


def _office_row(one: OfficeResult) -> list[Any]:
    notes = "; ".join(one.catatan)
    return [
        one.folder, one.nama, one.tahun, one.status.value, one.keluaran, one.halaman, one.galat, one.warnings,
        one.terbuka, one.pagu, notes, one.detik,
    ]  # fmt: skip


def _problem_row(one: OfficeResult, problem: dict[str, Any]) -> list[Any]:
    return [one.folder, one.nama, *(problem[key] for key in ("kode", "berkas", "baris", "kolom", "pesan", "saran"))]


def _rule_rows(results: list[OfficeResult], titles: dict[str, str]) -> Iterable[list[Any]]:
    for code in sorted({code for one in results for code in one.temuan}):
        counts = [one.temuan[code] for one in results if code in one.temuan]
        yield [code, titles.get(code, ""), sum(counts), len(counts)]


def _write_sheet(book: Any, name: str, heads: dict[str, int], rows: Iterable[list[Any]]) -> None:
    sheet, as_text, last = book.add_worksheet(name), book.add_format({"quote_prefix": True}), 0
    sheet.freeze_panes(1, 0)
    for column, (head, width) in enumerate(heads.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, book.add_format({"bold": True}))
    for last, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                text = _FORBIDDEN.sub("", value.encode("utf-8", "replace").decode())[:_LONGEST]
                sheet.write_string(last, column, text, as_text if text[:1] in {"=", "+", "-", "@"} else None)
            elif value is not None:
                sheet.write_number(last, column, value)
    sheet.autofilter(0, 0, last, len(heads) - 1)
