"""The review of the RKPD: as the reference has it, without sub kegiatan, and with two sides as T-C.31."""

from __future__ import annotations

from template.tables.layout import (
    Cell,
    Head,
    Row,
    Table,
    counted,
    kosong,
    sel,
    tebal,
    tengah,
    uang,
    uang_tebal,
    ulangan,
)
from template.tables.plan_rows import (
    KEGIATAN_CELLS,
    PLAN_CELLS,
    PLAN_HEADS,
    PROGRAM_CELLS,
    PROGRAM_HEAD,
    WHOLE_CELLS,
    WHOLE_PROGRAM_CELLS,
)

REVIEW_RKPD = Table(
    "review_rkpd", "Review terhadap rancangan awal RKPD",
    "Program, kegiatan, dan sub kegiatan dengan indikator, lokasi, target, pagu indikatif, dan sumber dana",
    landscape=True,
    widths=(580, 2750, 3400, 3575, 1500, 1600, 1420, 1050),
    heads=(
        (
            Head(PROGRAM_HEAD, span=2, down=2), Head("Sub Kegiatan", down=2),
            Head("Indikator Kinerja Program/Kegiatan", down=2), Head("Rencana Tahun {{ tahun }}", span=4),
        ),
        PLAN_HEADS,
    ),
    numbers=counted(8),
    rows=(
        Row("jumlah", (tebal("uraian", span=6), uang_tebal("pagu"), *kosong())),
        Row("program", (*PROGRAM_CELLS, uang_tebal("pagu"), tengah("sumber_dana"))),
        Row("kegiatan", (tengah("nomor"), sel("uraian"), *PLAN_CELLS)),
        Row("sub", (*ulangan(), *PLAN_CELLS)),
        Row("kegiatan_rinci", (*KEGIATAN_CELLS, uang_tebal("pagu"), tengah("sumber_dana"))),
        Row("sub_rinci", (*ulangan(), *PLAN_CELLS)),
    ),
)  # fmt: skip


REVIEW_RKPD_WHOLE = Table(
    "review_rkpd_tanpa_sub_kegiatan", "Review terhadap rancangan awal RKPD (tanpa sub kegiatan)",
    "Program dan kegiatan dengan indikator, lokasi, target, pagu indikatif, dan sumber dana",
    landscape=True,
    widths=(580, 5120, 4605, 1500, 1600, 1420, 1050),
    heads=(
        (
            Head(PROGRAM_HEAD, span=2, down=2), Head("Indikator Kinerja Program/Kegiatan", down=2),
            Head("Rencana Tahun {{ tahun }}", span=4),
        ),
        PLAN_HEADS,
    ),
    numbers=counted(7),
    rows=(
        Row("jumlah", (tebal("uraian", span=5), uang_tebal("pagu"), *kosong())),
        Row("program", WHOLE_PROGRAM_CELLS),
        Row("kegiatan", WHOLE_CELLS),
    ),
)  # fmt: skip

SIDE_HEADS = (
    Head("Program/Kegiatan"), Head("Lokasi"), Head("Indikator Kinerja"), Head("Target Capaian"),
    Head("Pagu Indikatif (Rp)"),
)  # fmt: skip


def two_sided_cells(bold: str = "") -> tuple[Cell, ...]:
    """The row of both sides; its names and amounts are `bold`, or not."""

    def side(prefix: str) -> tuple[Cell, ...]:
        return (
            sel(f"{prefix}uraian", f"TabelIsi{bold}"), sel(f"{prefix}lokasi"), sel(f"{prefix}indikator"),
            tengah(f"{prefix}target"), uang(f"{prefix}pagu", f"TabelAngka{bold}"),
        )  # fmt: skip

    # A row that heads others stays with them, which its first cell says.
    return (sel("nomor", f"TabelTengah{bold}"), *side("rkpd_"), *side(""), sel("catatan"))


#: The form T-C.31 of Permendagri 86/2017.
REVIEW_RKPD_86 = Table(
    "review_rkpd_permendagri_86", "Review terhadap rancangan awal RKPD (T-C.31)",
    "Rancangan awal RKPD di samping hasil analisis kebutuhan, dengan catatan penting",
    landscape=True,
    widths=(580, 1880, 1260, 1560, 900, 1350, 1880, 1260, 1560, 900, 1350, 1395),
    heads=(
        (
            Head("No.", down=2), Head("Rancangan Awal RKPD", span=5), Head("Hasil Analisis Kebutuhan", span=5),
            Head("Catatan Penting", down=2),
        ),
        (*SIDE_HEADS, *SIDE_HEADS),
    ),
    numbers=counted(12),
    rows=(
        Row("jumlah", (
            Cell("", "TabelIsiTebal"), tebal("uraian", span=4), uang_tebal("rkpd_pagu"), *kosong(4),
            uang_tebal("pagu"), *kosong(),
        )),
        Row("program", two_sided_cells("Tebal")),
        Row("kegiatan", two_sided_cells("Tebal")),
        Row("sub", two_sided_cells()),
    ),
)  # fmt: skip
