"""All tables of the template, in the order that they stand in it."""

from __future__ import annotations

from template.measures import LANDSCAPE_WIDTH, PORTRAIT_WIDTH
from template.tables.capaian_kinerja import CAPAIAN_KINERJA, CAPAIAN_KINERJA_86
from template.tables.drawing import head_cells
from template.tables.evaluasi import EVALUASI, EVALUASI_86
from template.tables.indikator_program import INDIKATOR_PROGRAM
from template.tables.kinerja_urusan import KINERJA_URUSAN, KINERJA_URUSAN_EVALUASI, KINERJA_URUSAN_SPM
from template.tables.rekap import REKAP
from template.tables.rencana_program import (
    RENCANA_PROGRAM,
    RENCANA_PROGRAM_14,
    RENCANA_PROGRAM_86,
    RENCANA_PROGRAM_WHOLE,
)
from template.tables.review_rkpd import REVIEW_RKPD, REVIEW_RKPD_86, REVIEW_RKPD_WHOLE
from template.tables.target_renstra import TARGET_RENSTRA
from template.tables.usulan_masyarakat import USULAN_MASYARAKAT, USULAN_MASYARAKAT_86

TABLES = (
    KINERJA_URUSAN, KINERJA_URUSAN_EVALUASI, KINERJA_URUSAN_SPM, REKAP,
    CAPAIAN_KINERJA, CAPAIAN_KINERJA_86, USULAN_MASYARAKAT, USULAN_MASYARAKAT_86,
    EVALUASI, EVALUASI_86, INDIKATOR_PROGRAM, TARGET_RENSTRA, REVIEW_RKPD, RENCANA_PROGRAM,
    REVIEW_RKPD_WHOLE, REVIEW_RKPD_86, RENCANA_PROGRAM_WHOLE, RENCANA_PROGRAM_86, RENCANA_PROGRAM_14,
)  # fmt: skip


def check_widths() -> None:
    """A table that is not exactly as wide as its page's text, or a row that misses a column, is a slip in TABLES."""
    for table in TABLES:
        wanted = LANDSCAPE_WIDTH if table.landscape else PORTRAIT_WIDTH
        if sum(table.widths) != wanted:
            raise ValueError(f"{table.name}: {sum(table.widths)} wide instead of {wanted}")
        heads = list(head_cells(table.heads, len(table.widths)))
        for cells in [*heads, *(row.cells for row in table.rows)]:
            if (columns := sum(cell.span for cell in cells)) != len(table.widths):
                raise ValueError(f"{table.name}: a row of {columns} columns instead of {len(table.widths)}")
