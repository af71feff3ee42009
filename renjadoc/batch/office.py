"""Makes the document of one office: plain data in, plain data out, wherever it runs."""

from __future__ import annotations

import threading
import time
import traceback
from collections import Counter
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from multiprocessing.util import Finalize
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renjadoc import buglog, report
from renjadoc.batch import memory
from renjadoc.batch.office_names import AMENDED
from renjadoc.content.load import load_source
from renjadoc.content.strays import is_foreign
from renjadoc.problem import Location, Problem, ProblemsFound, machine_problem
from renjadoc.tables.computed import add_known, sum_amounts

if TYPE_CHECKING:
    from renjadoc.word.layout.pages import LibreOffice

#: The LibreOffice of this worker, once it needed one: `office`. A cluster's workers are threads, each with its own.
_mine = threading.local()

#: Pages of so many offices in a row that LibreOffice never lays out, five minutes each; then a worker asks it no more.
_MOST_HANGS = 3
#: So many problems of one office are carried to the summary; `periksa` shows all of them.
MAX_PROBLEMS = 50
#: No money and no year: a number of that size is told when the document is made, and goes into no sum.
_TOO_MUCH, _TOO_LATE = 10**15, 10_000


class Status(StrEnum):
    """What became of an office, in the words the user sees."""

    MADE = "dibuat"
    UNCHANGED = "tidak berubah"
    FAILED = "gagal"


@dataclass(frozen=True)
class Task:
    """One office to make: its content folder, its name in reports, its document, and how it is wanted."""

    folder: Path
    label: str
    output: Path
    template: Path | None = None
    page_numbers: bool = True
    overwrite: bool = False


@dataclass
class OfficeResult:
    """What became of one office. Its fields are what memory and summary store, hence Indonesian.

    `temuan` counts warnings by code, `masalah` are the errors as `periksa --format json` gives them, `detik` seconds.
    """

    folder: str
    keluaran: str
    status: Status
    nama: str = ""
    tahun: int | None = None
    halaman: int | None = None
    terbuka: int = 0
    pagu: int | None = None
    galat: int = 0
    temuan: dict[str, int] = field(default_factory=dict)
    masalah: list[dict[str, Any]] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    detik: float = 0.0

    @property
    def warnings(self) -> int:
        return sum(self.temuan.values())


def make_office(task: Task) -> OfficeResult:
    """Make one office's document unless it stands there already. Never raises for anything in the folder."""
    begun = time.perf_counter()
    try:
        key = _hash_task(task)
        result = _recall_result(task, key) or _make_document(task, key)
    except ProblemsFound as error:
        result = fail_task(task, error.problems)
    except OSError as error:
        result = fail_task(task, [machine_problem(error)])
    except Exception:  # A fault of ours on one folder must not stop the others.
        said = buglog.write_log(traceback.format_exc())
        result = fail_task(task, [_fault_of_ours(task, said, "Perangkat daerah lain tetap dibuat.")])
    result.nama, result.tahun = _read_identity(task)
    result.pagu = None if _is_counted_twice(result) else _sum_plans(task)
    result.detik = round(time.perf_counter() - begun, 3)
    return result


def fail_task(task: Task, problems: list[Problem]) -> OfficeResult:
    """The result of an office that was not made."""
    errors = [problem for problem in problems if problem.is_error]
    result = OfficeResult(task.label, task.output.name, Status.FAILED, galat=len(errors))
    result.temuan, result.masalah = _count_warnings(problems), report.as_data(errors)[:MAX_PROBLEMS]
    return result


def fail_stopped_task(task: Task, reason: str) -> OfficeResult:
    """The result of an office at which the process itself ended."""
    hint = "Buat folder ini sendiri dengan `renjadoc buat`; bila terulang, kirimkan foldernya kepada pengembang."
    result = fail_task(task, [_fault_of_ours(task, reason, hint)])
    result.nama, result.tahun = _read_identity(task)
    return result


def _fault_of_ours(task: Task, message: str, hint: str) -> Problem:
    return Problem("RJ080", Location(task.folder.as_posix()), message, hint)


def _hash_task(task: Task) -> str:
    return memory.hash_sources(task.folder, task.template, page_numbers=task.page_numbers)


def _recall_result(task: Task, key: str) -> OfficeResult | None:
    """The result of a document that would be made the same again; None if it has to be made."""
    remembered = memory.recall_document(task.output)
    if remembered is None or remembered.key != key or not task.output.is_file():
        return None
    edited = memory.hash_file(task.output) != remembered.document
    if edited and task.overwrite:
        return None
    try:
        now = {"folder": task.label, "keluaran": task.output.name, "status": Status.UNCHANGED}
        result = OfficeResult(**{**remembered.outcome, **now})
    except TypeError:
        return None  # Remembered by another version.
    if not _is_sound(result):
        return None  # Written by somebody else.
    if edited:
        result.catatan.append("hasilnya sudah disunting orang dan dibiarkan")
    return result


def _is_sound(result: OfficeResult) -> bool:
    """Whether a remembered result says what one of ours would: all of it is counted or printed later."""
    numbers = [result.halaman, result.tahun, result.terbuka, result.detik]
    found = result.temuan if isinstance(result.temuan, dict) else {"": ""}
    return (
        (result.galat, result.masalah) == (0, [])  # What has errors is not made.
        and isinstance(result.nama, str)
        and all(one is None or (isinstance(one, int | float) and abs(one) < 10**9) for one in numbers)
        and None not in numbers[2:]
        and all(isinstance(code, str) and isinstance(count, int) and count < 10**9 for code, count in found.items())
        and isinstance(result.catatan, list)
        and all(isinstance(note, str) for note in result.catatan)
    )


def _make_document(task: Task, key: str) -> OfficeResult:
    from renjadoc.pipeline import DocumentOrder, make_document

    order = DocumentOrder(
        task.folder, task.output, task.template, overwrite=task.overwrite, page_numbers=task.page_numbers
    )
    made = make_document(order, office=_own_libreoffice() if task.page_numbers else None)
    result = OfficeResult(task.label, task.output.name, Status.MADE, halaman=made.page_count, terbuka=made.open_cells)
    result.temuan, result.catatan = _count_warnings(made.warnings), made.notes
    if key != _hash_task(task):
        result.catatan.append("isi berubah selagi dibaca; jalankan lagi")
    elif made.page_count is not None or not task.page_numbers:
        # A document without the page numbers that were wanted is made again next time.
        document = memory.hash_file(task.output)
        memory.remember_document(task.output, memory.Remembered(key, document, asdict(result)))
    return result


def _own_libreoffice() -> LibreOffice | None:
    """The LibreOffice that serves this worker for its whole life; None where there is none."""
    from renjadoc.word.layout import pages

    program = pages.find_libreoffice()
    if program is None:
        return None
    if not hasattr(_mine, "office"):
        _mine.office = pages.LibreOffice(program, most_hangs=_MOST_HANGS)
        # A pool's worker ends without atexit; if it is killed, LibreOffice ends by itself when nobody asks any more.
        Finalize(None, _mine.office.close, exitpriority=1)
    office: LibreOffice = _mine.office
    return office


def _count_warnings(problems: list[Problem]) -> dict[str, int]:
    warnings = (problem for problem in report.sort_problems(problems) if not problem.is_error)
    return dict(sorted(Counter(problem.code for problem in warnings).items()))


def _is_counted_twice(result: OfficeResult) -> bool:
    """Whether a plan stands there twice: a sum of both is no pagu."""
    return any(one["kode"] == "RJ036" and Path(one["berkas"]).parent.name == "tabel" for one in result.masalah)


def _sum_plans(task: Task) -> int | None:
    """The pagu of the office's plans in rupiah, as far as they can be read; None where none is known."""
    amounts = []
    for path in sorted(path for path in task.folder.glob("tabel/*.json") if not is_foreign(path.name)):
        source, _ = load_source(path, path.name, task.folder)
        data = source.data if source and isinstance(source.data, dict) else {}
        if data.get("jenis") == "rencana-program":
            try:
                amounts.append(sum_amounts(data, "pagu"))
            except (TypeError, AttributeError):
                continue  # Its shape is told when the document is made.
    return add_known(amount for amount in amounts if isinstance(amount, int) and abs(amount) < _TOO_MUCH)


def _read_identity(task: Task) -> tuple[str, int | None]:
    """Name and year of the office as far as its dokumen.json says them."""
    source, _ = load_source(task.folder / "dokumen.json", "dokumen.json", task.folder)
    data = source.data if source and isinstance(source.data, dict) else {}
    office, year = data.get("perangkat_daerah"), data.get("tahun")
    name = office.get("nama") if isinstance(office, dict) else None
    if isinstance(name, str) and "perubahan" in data:
        name = f"{name} {AMENDED}"
    is_year = isinstance(year, int) and 0 < year < _TOO_LATE
    return (name if isinstance(name, str) else task.label), (year if is_year else None)
