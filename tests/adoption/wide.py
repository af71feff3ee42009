"""Made-up tables T-C.29 and T-C.30 of Permendagri 86/2017 as offices type them, laid out with python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

#: A head cell: its text, the first and last row, the first and last column that it is merged over.
Head = tuple[str, int, int, int, int]

SERVICE = [
    "Persentase koperasi aktif | - | √ | 71,5% | 73% | 75% | 77% | 70,25% | 72,8% | 75% | 77% | Pembinaan berlanjut",
    "Persentase usaha mikro naik kelas | | | 2,1 | 2,4 | 2,6 | 2,9 | 1,98 | 2,35 | 2,6 | 2,9 |",
    " | | | | | | | | | | | ",
    "Jumlah wirausaha baru | SPM 100 | 1.250 | 1.000 orang | 1.100 orang | 1.250 orang | 1.400 orang | 987 orang"
    " | 1.065 orang | 1.250 orang | 1.400 orang | Terkendala anggaran; target dipertahankan",
]
EVALUATION = [
    "2.17.01 | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Nilai AKIP | 80 | 68,5 | 70 | 71,2 | 101,71 | 72"
    " | 72 | 90",
    "2.17.01.2.01 | Perencanaan dan Evaluasi Kinerja | Persentase dokumen tepat waktu | 100% | 96% | 100% | 98% | 98"
    " | 100% | 100% | 100",
    "2.17.01.2.01.0001 | Penyusunan Dokumen Perencanaan | Jumlah dokumen | 40 dokumen | 16 dokumen | 8 dokumen"
    " | 8 dokumen | 100 | 8 dokumen | 32 dokumen | 80",
    " | | | | | | | | | | ",
    "2.17.01.2.01.0007 | Evaluasi Kinerja | Jumlah laporan | 60 laporan | 24 laporan | 12 laporan | 11 laporan | 91,67"
    " | 12 laporan | 47 laporan | 78,33",
    "2.17.01.2.05 | Administrasi Kepegawaian | | | | | | | | |",
    "2.17.01.2.05.0009 | Pendidikan dan Pelatihan | Jumlah pegawai | 50 orang | 18 orang | 10 orang | 9 orang | 90"
    " | 10 orang | 37 orang | 74",
    "2.17.05 | PROGRAM PENDIDIKAN DAN LATIHAN PERKOPERASIAN | Persentase koperasi yang terlatih | 65% | 40% | 48%"
    " | 45,6% | 95 | 52% | 52% | 80",
    "2.17.05.2.01 | Pendidikan dan Latihan Perkoperasian | | | | | | | | |",
    "2.17.05.2.01.0001 | Peningkatan Pemahaman Perkoperasian | Jumlah peserta | 300 orang | 120 orang | 60 orang"
    " | 63 orang | 105 | 60 orang | 243 orang | 81",
]


def service_head(years: Sequence[object], *, deep: bool = False) -> list[Head]:
    """The head of T-C.30 for the years n-2 to n+1; `deep` puts the word Tahun into a row of its own above them."""
    n = len(years) // 2
    last = 2 if deep else 1
    heads: list[Head] = [
        ("No", 0, last, 0, 0), ("Indikator", 0, last, 1, 1), ("SPM/Standar Nasional", 0, last, 2, 2),
        ("IKK", 0, last, 3, 3), ("Catatan Analisis", 0, last, 12, 12),
    ]  # fmt: skip
    groups = (("Target Renstra Perangkat Daerah", 4, years), ("Realisasi Capaian", 8, years[:n]),
              ("Proyeksi", 10, years[n:]))  # fmt: skip
    for title, first, shown in groups:
        heads.append((title, 0, 0, first, first + len(shown) - 1))
        if deep:
            heads.append(("Tahun", 1, 1, first, first + len(shown) - 1))
        label = "{}" if deep else "Tahun {}"
        heads += [(label.format(year), last, last, first + at, first + at) for at, year in enumerate(shown)]
    return heads


def evaluation_head(year: int, target: object) -> list[Head]:
    """The head of T-C.29 in eleven columns for the Renja of `year`."""
    renja = "Target dan Realisasi Kinerja Program dan Kegiatan Tahun"
    return [
        ("Kode", 0, 1, 0, 0), ("Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan", 0, 1, 1, 1),
        ("Indikator Kinerja Program (outcome)/Kegiatan (output)", 0, 1, 2, 2),
        (f"Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun {target}", 0, 1, 3, 3),
        (f"Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun {year - 3}", 0, 1, 4, 4),
        (f"{renja} {year - 2}", 0, 0, 5, 7), (f"Target Renja Tahun {year - 2}", 1, 1, 5, 5),
        (f"Realisasi Renja Tahun {year - 2}", 1, 1, 6, 6), ("Tingkat Realisasi (%)", 1, 1, 7, 7),
        (f"Target Program dan Kegiatan Renja Tahun {year - 1}", 0, 1, 8, 8),
        ("Perkiraan Realisasi Capaian Target Renstra s/d Tahun Berjalan", 0, 0, 9, 10),
        (f"Realisasi Capaian s/d Tahun {year - 1}", 1, 1, 9, 9), ("Tingkat Capaian Target Renstra (%)", 1, 1, 10, 10),
    ]  # fmt: skip


class Old:
    """An old Renja under way: chapters, captions, tables; `save` writes it."""

    def __init__(self, year: int, period: str = "") -> None:
        self._document: DocumentObject = Document()
        self._document.styles["Normal"].font.size = Pt(9)  # type: ignore[attr-defined]
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        for line in ("RENCANA KERJA (RENJA)", "DINAS KOPERASI DAN USAHA MIKRO", "KABUPATEN MAJU JAYA", f"TAHUN {year}"):
            self.bold(line)
        self.bold("BAB I PENDAHULUAN")
        self.text(f"Renja Tahun {year} menjabarkan Renstra Dinas{period}.")
        self.bold("BAB II HASIL EVALUASI RENJA TAHUN LALU")
        self.bold("2.1 Evaluasi Pelaksanaan Renja Tahun Lalu")

    def bold(self, text: str) -> None:
        self._document.add_paragraph().add_run(text).bold = True

    def text(self, text: str) -> None:
        self._document.add_paragraph(text)

    def table(self, caption: str, heads: Sequence[Head], rows: Sequence[str], numbers: str = "{}") -> None:
        """A table below its caption: merged head, the row that numbers the columns, rows with cells between bars."""
        self.bold(caption)
        width, depth = max(h[4] for h in heads) + 1, max(h[2] for h in heads) + 1
        table: Any = self._document.add_table(depth + bool(numbers) + len(rows), width, style="Table Grid")
        grid = [list(row.cells) for row in table.rows]
        for text, top, bottom, left, right in heads:
            grid[top][left].merge(grid[bottom][right]).text = text
        for column in range(width if numbers else 0):
            grid[depth][column].text = numbers.format(column + 1)
        for cells, line in zip(grid[depth + bool(numbers) :], rows, strict=True):
            for cell, text in zip(cells, line.split("|"), strict=True):
                cell.text = text.strip()

    def save(self, path: Path) -> Path:
        self._document.save(str(path))
        return path


def numbered(rows: Sequence[str]) -> list[str]:
    """The rows of T-C.30 with their numbers, the blank ones without."""
    found, number = [], 0
    for row in rows:
        number += bool(row.strip(" |"))
        found.append(f"{number if row.strip(' |') else ''} | {row}")
    return found


def renja(year: int = 2024, target: object = 2026, **head: bool) -> Old:
    """An old Renja with both tables."""
    old = Old(year)
    old.table("Tabel T-C.29 Rekapitulasi Evaluasi Hasil Pelaksanaan Renja", evaluation_head(year, target), EVALUATION)
    old.bold("2.2 Analisis Kinerja Pelayanan")
    years = [year + step for step in (-2, -1, 0, 1)]
    old.table("Tabel T-C.30 Pencapaian Kinerja Pelayanan", service_head(years, **head), numbered(SERVICE), "({})")
    return old
