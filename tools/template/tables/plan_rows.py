"""Heads and cells that the plan and the review of the RKPD have in common."""

from __future__ import annotations

from template.tables.layout import Head, sel, tebal, tengah, uang, uang_tebal

PROGRAM_HEAD = "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan"
PLAN_HEADS = (
    Head("Lokasi"), Head("Target Capaian Kinerja"), Head("Kebutuhan Dana/Pagu Indikatif (Rp)"), Head("Sumber Dana"),
)  # fmt: skip
PLAN_CELLS = (sel("sub"), sel("indikator"), sel("lokasi"), sel("target"), uang("pagu"), tengah("sumber_dana"))
#: A program, and a kegiatan that says more than its name, stand in rows of their own above what they sum up.
PROGRAM_CELLS = (tebal("uraian", span=3), tebal("indikator"), sel("lokasi"), sel("target"))
KEGIATAN_CELLS = (
    sel("nomor", "TabelTengahTebal"), tebal("uraian", span=2), sel("indikator"), sel("lokasi"), sel("target"),
)  # fmt: skip

#: The same where kegiatan have no sub kegiatan: a column less, and the kegiatan itself says all.
WHOLE_PROGRAM_CELLS = (tebal("uraian", span=2), *PROGRAM_CELLS[1:], uang_tebal("pagu"), tengah("sumber_dana"))
WHOLE_CELLS = (tengah("nomor"), sel("uraian"), *PLAN_CELLS[1:])
