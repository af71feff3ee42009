"""The plan summed up by tag, by Bidang or by source of funds."""

from __future__ import annotations

from template.tables.layout import Cell, Head, Row, Table, persen, sel, tebal, tengah, uang, uang_tebal

REKAP = Table(
    "rekap", "Rekapitulasi rencana program",
    "Banyaknya sub kegiatan dan pagu menurut tag, bidang, atau sumber dana",
    landscape=False,
    widths=(567, 3454, 1100, 1500, 950, 1500),
    heads=((
        Head("No."), Head("Uraian"), Head("Sub Kegiatan"), Head("Pagu Tahun {{ tahun }} (Rp)"), Head("Bagian (%)"),
        Head("Prakiraan Maju Tahun {{ tahun + 1 }} (Rp)"),
    ),),
    rows=(
        Row("baris", (
            tengah("nomor"), sel("uraian"), tengah("jumlah"), uang("pagu"), persen("persen"), uang("pagu_maju"),
        )),
        Row("jumlah", (
            tebal("uraian", span=2), sel("jumlah", "TabelTengahTebal"), uang_tebal("pagu"), Cell(),
            uang_tebal("pagu_maju"),
        )),
    ),
)  # fmt: skip
