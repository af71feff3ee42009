"""IKU, IKK and SPM: as they are planned, and what was reached of them (Permendagri 14/2026)."""

from __future__ import annotations

from template.tables.layout import Cell, Head, Row, Table, bernama, counted, persen, sel, tebal, tengah

FULFILLED_HEADS = (
    Head("Satuan"), Head("Target Tahun {{ tahun - 2 }}"), Head("Realisasi Tahun {{ tahun - 2 }}"), Head("Capaian (%)"),
)  # fmt: skip
FULFILLED_CELLS = (tengah("satuan"), tengah("target_n2"), tengah("realisasi_n2"), persen("persen"))

#: IKU and IKK as they are planned (Permendagri 14/2026, BAB V).
KINERJA_URUSAN = Table(
    "kinerja_urusan", "Kinerja penyelenggaraan bidang urusan",
    "Indikator dengan target akhir Renstra, realisasi, prakiraan, dan target tahun rencana",
    landscape=False,
    widths=(550, 2621, 850, 1010, 1010, 1010, 1010, 1010),
    heads=((
        Head("No."), Head("Indikator"), Head("Satuan"), Head("Target Akhir Renstra"),
        Head("Realisasi Tahun {{ tahun - 2 }}"), Head("Prakiraan Tahun {{ tahun - 1 }}"),
        Head("Target Tahun {{ tahun }}"), Head("Target Tahun {{ tahun + 1 }}"),
    ),),
    numbers=counted(8),
    rows=(
        Row("kelompok", (Cell("", "TabelIsiTebal"), tebal("nama", span=7))),
        Row("indikator", (
            tengah("nomor"), bernama("nama"), tengah("satuan"), tengah("target_renstra"), tengah("realisasi_n2"),
            tengah("prakiraan_n1"), tengah("target_n"), tengah("target_maju"),
        )),
    ),
)  # fmt: skip

#: What was reached of them (Permendagri 14/2026, BAB II).
KINERJA_URUSAN_EVALUASI = Table(
    "kinerja_urusan_evaluasi", "Evaluasi kinerja bidang urusan",
    "Indikator dengan target, realisasi, capaian, dan kategorinya",
    landscape=False,
    widths=(550, 2371, 800, 950, 950, 900, 1050, 1500),
    heads=((Head("No."), Head("Indikator"), *FULFILLED_HEADS, Head("Kategori"), Head("Catatan")),),
    numbers=counted(8, k6="5/4"),
    rows=(
        Row("kelompok", (Cell("", "TabelIsiTebal"), tebal("nama", span=7))),
        Row("indikator", (tengah("nomor"), bernama("nama"), *FULFILLED_CELLS, tengah("kategori"), sel("catatan"))),
    ),
)  # fmt: skip

KINERJA_URUSAN_SPM = Table(
    "kinerja_urusan_spm", "Pencapaian standar pelayanan minimal",
    "Indikator tiap jenis pelayanan dasar dengan target, realisasi, capaian, dan target tahun rencana",
    landscape=False,
    widths=(550, 2371, 800, 950, 950, 900, 1000, 1550),
    heads=((
        Head("No."), Head("Jenis Pelayanan Dasar/Indikator Pencapaian"), *FULFILLED_HEADS,
        Head("Target Tahun {{ tahun }}"), Head("Catatan"),
    ),),
    numbers=counted(8, k6="5/4"),
    rows=(
        Row("kelompok", (Cell("", "TabelIsiTebal"), tebal("nama", span=7))),
        Row("indikator", (tengah("nomor"), bernama("nama"), *FULFILLED_CELLS, tengah("target_n"), sel("catatan"))),
    ),
)  # fmt: skip
