"""A small fictitious nomenclature in the shape of the ministry's export, and folders that it is tried on."""

from __future__ import annotations

from pathlib import Path

import openpyxl

HEADS = (
    "JENIS PEMDA", "BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "KINERJA", "INDIKATOR", "SATUAN", "TAG",
    "DEFINISI OPERASIONAL", "PELAKSANA", "SPM", "JENIS", "SUBKEGIATAN SEBELUMNYA",
)  # fmt: skip
_SUPPORT = ("X.XX URUSAN BIDANG XX", "X.XX.01 PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA")
_MICRO = ("2.17 KOPERASI DAN USAHA MIKRO", "2.17.07 PROGRAM PEMBERDAYAAN USAHA MIKRO")
_PLANNING, _CARE = "X.XX.01.2.01 Perencanaan dan Evaluasi Kinerja", "2.17.07.2.01 Pembinaan Usaha Mikro"
_REST = ("Uraian\npanjang", "Bidang", "NON-SPM", "Layanan")

#: A row each: level, bidang, program, kegiatan, sub kegiatan, kinerja, indikator, satuan, tag, …, what it replaces.
ROWS: tuple[tuple[str | None, ...], ...] = (
    ("KABKOT", *_SUPPORT, _PLANNING, "X.XX.01.2.01.0001 Penyusunan Dokumen Perencanaan", "Tersusunnya Dokumen",
     "Jumlah Dokumen", "Dokumen", "[null]", *_REST, None),
    ("KABKOT", *_SUPPORT, _PLANNING, "X.XX.01.2.01.0002 Evaluasi  Kinerja ", "Terlaksananya", "Jumlah Laporan",
     "Laporan", '["GENDER", "INFLASI"]', *_REST, None),
    ("KABKOT", *_MICRO, _CARE, "2.17.07.2.01.0001 Pelatihan Usaha Mikro", "Terlatihnya", "Jumlah Peserta", "Orang",
     "[null]", *_REST, None),
    ("KABKOT", *_MICRO, _CARE, "2.17.07.2.01.0016 Kemitraan Usaha Mikro", "Bermitranya",
     "Jumlah Usaha Mikro yang Bermitra", "Unit Usaha", "[null]", *_REST, "2.17.07.2.01.0003 Temu Usaha"),
    ("PROV", *_MICRO, "2.17.07.1.01 Pembinaan Usaha Kecil", "2.17.07.1.01.0001 Pelatihan Usaha Kecil", "Terlatihnya",
     "Jumlah Peserta", "Orang", "[null]", *_REST, None),
)  # fmt: skip


def write_export(path: Path, rows: tuple[tuple[str | None, ...], ...] = ROWS) -> Path:
    """The export as a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADS, *rows):
        sheet.append(row)
    book.save(path)
    return path
