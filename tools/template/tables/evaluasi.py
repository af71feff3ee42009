"""Evaluation of last year's Renja, as the reference has it and as T-C.29."""

from __future__ import annotations

from template.tables.layout import Cell, Head, Row, Table, counted, persen, sel, tebal, tengah

EVALUATED_HEADS = (
    Head("Kode", down=2), Head("Program/Kegiatan", down=2),
    Head("Indikator Kinerja Program (Outcome)/Kegiatan (Output)", down=2),
)  # fmt: skip
LAST_YEARS_HEADS = (
    Head("Target dan Realisasi Kinerja Program dan Kegiatan Tahun {{ tahun - 2 }}", span=3),
    Head("Target Renja Perangkat Daerah Tahun {{ tahun - 1 }}", down=2),
    Head("Perkiraan Realisasi Capaian Target Renstra s.d. Tahun Berjalan", span=2),
)
LAST_YEARS_BELOW = (
    Head("Target Renja"), Head("Realisasi Renja"), Head("Tingkat Realisasi (%)"),
    Head("Realisasi Capaian s.d. Tahun {{ tahun - 1 }}"), Head("Tingkat Capaian (%)"),
)  # fmt: skip
LAST_YEARS_CELLS = (
    tengah("renja_n2_target"), tengah("renja_n2_realisasi"), persen("renja_n2_persen"), tengah("renja_n1_target"),
    tengah("renja_n1_realisasi"), persen("renstra_persen"),
)  # fmt: skip


def evaluated_rows(*before: Cell) -> tuple[Row, Row]:
    """A program, which may have figures of its own, and a row below it; `before` are the cells of earlier years."""
    cells = (sel("indikator"), tengah("target_renstra"), *before, *LAST_YEARS_CELLS)
    return (
        Row("program", (tebal("kode"), tebal("nama"), *cells)),
        Row("kegiatan", (sel("kode"), sel("nama"), *cells)),
    )


EVALUASI = Table(
    "evaluasi", "Evaluasi hasil Renja",
    "Target dan realisasi kinerja program dan kegiatan tahun lalu dan tahun berjalan terhadap target Renstra",
    landscape=True,
    widths=(1880, 2060, 2060, 1165, 1165, 1165, 1165, 1165, 885, 1165, 1165, 835),
    heads=(
        (
            *EVALUATED_HEADS,
            Head("Target Renstra Perangkat Daerah Tahun {{ renstra.awal }} s.d. {{ renstra.akhir }}", down=2),
            Head("Target Kinerja Renja Perangkat Daerah Tahun {{ tahun - 2 }}", down=2),
            Head("Realisasi Kinerja Program dan Keluaran Kegiatan s.d. Tahun {{ tahun - 2 }}", down=2),
            *LAST_YEARS_HEADS,
        ),
        LAST_YEARS_BELOW,
    ),
    numbers=counted(12, k9="8/7", k12="11/4"),
    rows=evaluated_rows(tengah("target_n2"), tengah("realisasi_sd_n2")),
)  # fmt: skip

#: The form T-C.29 of Permendagri 86/2017.
EVALUASI_86 = Table(
    "evaluasi_permendagri_86", "Evaluasi hasil Renja (T-C.29)",
    "Target dan realisasi kinerja program dan kegiatan tahun lalu dan tahun berjalan terhadap target Renstra",
    landscape=True,
    widths=(1880, 2360, 2360, 1275, 1275, 1250, 1250, 885, 1250, 1250, 840),
    heads=(
        (
            *EVALUATED_HEADS,
            Head("Target Renstra Perangkat Daerah Tahun {{ renstra.akhir }}", down=2),
            Head("Realisasi Kinerja Program dan Keluaran Kegiatan s.d. Tahun {{ tahun - 3 }}", down=2),
            *LAST_YEARS_HEADS,
        ),
        LAST_YEARS_BELOW,
    ),
    numbers=counted(11, k8="7/6", k11="10/4"),
    rows=evaluated_rows(tengah("realisasi_sd_n3")),
)  # fmt: skip
