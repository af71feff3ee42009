"""Targets of the Renstra, with a column for each of its years."""

from __future__ import annotations

from template.tables.layout import Cell, Head, Row, Table, bernama, sel, tebal

#: Of the seven years together, of which only their sum counts when the table is filled.
YEAR_WIDTH, VALUE_WIDTH, END_WIDTH = 880, 1720, 600
#: As wide as the tags are: both cells vanish, and their room is that of the years.
YEARS = Cell("{%tc for t in tahun_renstra %}", "TagTemplat", span=3, width=3 * YEAR_WIDTH)
YEARS_END = Cell("{%tc endfor %}", "TagTemplat", span=3, width=3 * END_WIDTH)
TARGET_RENSTRA = Table(
    "target_renstra", "Target kinerja Renstra",
    "Tujuan, sasaran, program, dan kegiatan dengan indikator dan targetnya tiap tahun Renstra",
    landscape=True,
    widths=(1800, 4015, 3900, *[YEAR_WIDTH] * 3, VALUE_WIDTH, *[END_WIDTH] * 3),
    heads=(
        (
            Head("Bidang", down=2), Head("Uraian", down=2), Head("Indikator", down=2), Head("Data Terakhir"),
            Cell("{% colspan tahun_renstra|length - 1 %}Target", "TabelKepala", span=6, free=True),
        ),
        (
            YEARS,
            Cell("{{ t }}", "TabelKepala", width=VALUE_WIDTH),
            YEARS_END,
        ),
    ),
    numbers=(
        "1", "2", "3", YEARS,
        Cell("{{ loop.index + 3 }}", "TabelNomorKolom", width=VALUE_WIDTH),
        YEARS_END,
    ),
    rows=(
        Row("label", (
            bernama("bidang", "TabelIsiTebal"), tebal("uraian"),
            Cell("{% colspan tahun_renstra|length + 1 %}", "TabelIsi", span=8, free=True),
        )),
        Row("rincian", (
            sel("bidang"), bernama("uraian"), sel("indikator"),
            Cell("{%tc for t in baris.target %}", "TagTemplat", span=3, width=3 * YEAR_WIDTH),
            Cell("{{ t|sel }}", "TabelTengah", width=VALUE_WIDTH),
            YEARS_END,
        )),
    ),
)  # fmt: skip
