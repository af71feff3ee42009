"""What was reached of the indicators of service, as the reference has it and as T-C.30."""

from __future__ import annotations

from template.tables.layout import Cell, Head, Row, Table, bernama, counted, persen, sel, tebal, tengah

CAPAIAN_KINERJA = Table(
    "capaian_kinerja", "Pencapaian kinerja pelayanan",
    "Capaian indikator kinerja tiga tahun terakhir terhadap target tahunan dan target akhir Renstra",
    landscape=False,
    widths=(2371, 850, 900, 900, 900, 900, 1125, 1125),
    heads=((
        Head("Indikator Kinerja"), Head("Satuan"), Head("Capaian Tahun {{ tahun - 3 }}"),
        Head("Capaian Tahun {{ tahun - 2 }}"), Head("Target Tahun {{ tahun - 1 }}"),
        Head("Capaian Tahun {{ tahun - 1 }}"), Head("Capaian Kinerja Tahun {{ tahun - 1 }} (%)"),
        Head("Capaian terhadap Akhir Renstra (%)"),
    ),),
    numbers=counted(8),
    rows=(
        Row("indikator", (
            sel("nama"), tengah("satuan"), tengah("n3"), tengah("n2"), tengah("target"), tengah("n1"),
            persen("persen"), persen("persen_renstra"),
        )),
        Row("rata", (
            Cell("Rata-rata Kinerja", "TabelIsiTebal", span=6), persen("persen", "TabelTengahTebal"),
            persen("persen_renstra", "TabelTengahTebal"),
        )),
    ),
)  # fmt: skip

#: The form T-C.30 of Permendagri 86/2017.
CAPAIAN_KINERJA_86 = Table(
    "capaian_kinerja_permendagri_86", "Pencapaian kinerja pelayanan (T-C.30)",
    "Target Renstra, realisasi, dan proyeksi indikator kinerja dari dua tahun sebelum sampai satu tahun sesudah Renja",
    landscape=True,
    widths=(550, 3325, 1300, 1100, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1600),
    heads=(
        (
            Head("No.", down=2), Head("Indikator", down=2), Head("SPM/Standar Nasional", down=2), Head("IKK", down=2),
            Head("Target Renstra Perangkat Daerah", span=4), Head("Realisasi Capaian", span=2),
            Head("Proyeksi", span=2), Head("Catatan Analisis", down=2),
        ),
        (
            Head("Tahun {{ tahun - 2 }}"), Head("Tahun {{ tahun - 1 }}"), Head("Tahun {{ tahun }}"),
            Head("Tahun {{ tahun + 1 }}"), Head("Tahun {{ tahun - 2 }}"), Head("Tahun {{ tahun - 1 }}"),
            Head("Tahun {{ tahun }}"), Head("Tahun {{ tahun + 1 }}"),
        ),
    ),
    numbers=counted(13),
    rows=(
        Row("kelompok", (Cell("", "TabelIsiTebal"), tebal("nama", span=12))),
        Row("indikator", (
            tengah("nomor"), bernama("nama"), tengah("spm"), tengah("ikk"),
            tengah("target_n2"), tengah("target_n1"), tengah("target_n"), tengah("target_maju"),
            tengah("n2"), tengah("n1"), tengah("proyeksi_n"), tengah("proyeksi_maju"), sel("catatan"),
        )),
    ),
)  # fmt: skip
