"""What is wrong, where, and what to do: the one shape every finding has."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is, in the words the user sees."""

    ERROR = "galat"
    WARNING = "peringatan"


#: Every code of the input rooms with its title; the rooms name a code, never a title.
CODES: dict[str, str] = {
    "RJ001": "Berkas bukan JSON yang sah",
    "RJ002": "Berkas tidak disimpan sebagai UTF-8",
    "RJ003": "Kunci tertulis dua kali",
    "RJ004": "Berkas atau folder tidak ada atau tidak dapat dibaca",
    "RJ005": "Karakter yang tidak dapat dicetak",
    "RJ006": "Angka yang tidak sah",
    "RJ007": "Isi terlalu dalam atau terlalu besar",
    "RJ008": "Aturan belum diperiksa karena sebuah berkas belum dapat dibaca",
    "RJ009": "Sebuah pemeriksaan gagal karena kesalahan renjadoc",
    "RJ010": "Kunci tidak dikenal",
    "RJ011": "Kunci wajib belum ada",
    "RJ012": "Jenis nilai salah",
    "RJ013": "Nilai tidak sesuai aturan",
    "RJ020": "Nama dalam {{ … }} tidak dikenal",
    "RJ021": "Isi {{ … }} tidak dapat dibaca",
    "RJ022": "Tanda penegasan tidak lengkap",
    "RJ030": "Rujukan ke sesuatu yang tidak ada",
    "RJ031": "Gambar tidak dapat dipakai",
    "RJ032": "Daftar bertingkat terlalu dalam",
    "RJ033": "Tabel, daftar regulasi, atau gambar berjudul ditempatkan lebih dari satu kali",
    "RJ034": "Tanggal tidak dapat dibaca",
    "RJ035": "Isi tabel tidak cocok dengan kolomnya",
    "RJ040": "Templat tidak dapat dibuka",
    "RJ041": "Tanda templat rusak",
    "RJ042": "Nama dalam templat tidak dikenal",
    "RJ043": "Gaya (style) tidak ada dalam templat",
    "RJ044": "Pola tabel tidak ada dalam templat",
    "RJ050": "Berkas hasil tidak dapat ditulis",
    "RJ051": "Tahun tujuan bukan tahun berikutnya",
    "RJ060": "Dokumen yang kembali tidak dapat diserap",
    "RJ061": "Naskah pembanding tidak dapat dibaca",
    "RJ080": "Pekerjaan massal terhenti",
    "RJ062": "Dokumen lama tidak dapat diambil alih",
    "RJ070": "Berkas Excel atau baris SIPD tidak dapat dipakai",
    "RJ071": "Sel tidak dapat dibaca",
    "RJ072": "Hasil hitungan di Excel berbeda",
    "RJ073": "Isi yang tidak diambil",
}


class Location(NamedTuple):
    """A place in a file: 1-based line and column, and the JSON pointer (RFC 6901) or the text of a Word paragraph."""

    file: str
    line: int | None = None
    column: int | None = None
    pointer: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


class Problem(NamedTuple):
    """One finding. `message` says what is wrong, `hint` what to do; both in Indonesian."""

    code: str
    location: Location
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


class ProblemsFound(Exception):
    """Stops a run because of what the user gave: carries every problem found so far."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} masalah")
        self.problems = problems


def machine_problem(error: OSError) -> Problem:
    """What the machine refused (a name too long, no right, no room, a file that has gone), as a problem to report."""
    place = error.filename if isinstance(error.filename, str) else ""
    hint = "Periksa nama, hak baca dan tulis, serta sisa ruang; lalu jalankan lagi."
    return Problem("RJ004", Location(place or "berkas"), f"tidak dapat dibaca atau ditulis ({error.strerror})", hint)


def raise_on_errors(problems: list[Problem]) -> None:
    """Raise ProblemsFound with all of `problems` if one of them is an error."""
    if any(problem.is_error for problem in problems):
        raise ProblemsFound(problems)
