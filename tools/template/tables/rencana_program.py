"""The plan: as the reference has it, without sub kegiatan, as T-C.33, and as Tabel 4.1 of Permendagri 14/2026."""

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

FORWARD_CELLS = (sel("catatan"), sel("target_maju"), uang("pagu_maju"))
FORWARD_SUMS = (sel("catatan"), sel("target_maju"), uang_tebal("pagu_maju"))
RENCANA_PROGRAM = Table(
    "rencana_program", "Rencana program dan kegiatan",
    "Program, kegiatan, dan sub kegiatan tahun rencana serta prakiraan maju tahun berikutnya",
    landscape=True,
    widths=(580, 1750, 2120, 2085, 1450, 1380, 1420, 900, 1570, 1200, 1420),
    heads=(
        (
            Head(PROGRAM_HEAD, span=2, down=2), Head("Sub Kegiatan", down=2),
            Head("Indikator Kinerja Program/Kegiatan", down=2), Head("Rencana Tahun {{ tahun }}", span=4),
            Head("Catatan Penting", down=2), Head("Prakiraan Maju Rencana Tahun {{ tahun + 1 }}", span=2),
        ),
        (*PLAN_HEADS, PLAN_HEADS[1], PLAN_HEADS[2]),
    ),
    numbers=counted(11),
    rows=(
        Row("jumlah", (tebal("uraian", span=6), uang_tebal("pagu"), *kosong(3), uang_tebal("pagu_maju"))),
        Row("program", (*PROGRAM_CELLS, uang_tebal("pagu"), tengah("sumber_dana"), *FORWARD_SUMS)),
        Row("kegiatan", (tengah("nomor"), sel("uraian"), *PLAN_CELLS, *FORWARD_CELLS)),
        Row("sub", (*ulangan(), *PLAN_CELLS, *FORWARD_CELLS)),
        Row("kegiatan_rinci", (*KEGIATAN_CELLS, uang_tebal("pagu"), tengah("sumber_dana"), *FORWARD_SUMS)),
        Row("sub_rinci", (*ulangan(), *PLAN_CELLS, *FORWARD_CELLS)),
    ),
)  # fmt: skip

CODED_PLAN_CELLS = (
    sel("kode"),
    sel("uraian"),
    sel("indikator"),
    sel("lokasi"),
    sel("target"),
    uang("pagu"),
    tengah("sumber_dana"),
    *FORWARD_CELLS,
)
CODED_SUM_CELLS = (
    sel("kode", "TabelIsiTebal"),
    tebal("uraian"),
    sel("indikator"),
    sel("lokasi"),
    sel("target"),
    uang_tebal("pagu"),
    tengah("sumber_dana"),
    *FORWARD_SUMS,
)


def summed_cells(*before: Cell) -> tuple[Cell, ...]:
    """A row that says no more than its sums, behind what stands before the column of locations."""
    return (*before, *kosong(2), uang_tebal("pagu"), *kosong(3), uang_tebal("pagu_maju"))


#: The form T-C.33 of Permendagri 86/2017.
RENCANA_PROGRAM_86 = Table(
    "rencana_program_permendagri_86", "Rencana program dan kegiatan (T-C.33)",
    "Urusan, bidang urusan, program, kegiatan, dan sub kegiatan menurut kodenya, dengan prakiraan maju",
    landscape=True,
    widths=(1560, 2750, 2350, 1500, 1300, 1420, 1000, 1375, 1200, 1420),
    heads=(
        (
            Head("Kode", down=2), Head(f"{PROGRAM_HEAD}/Sub Kegiatan", down=2),
            Head("Indikator Kinerja Program/Kegiatan", down=2), Head("Rencana Tahun {{ tahun }}", span=4),
            Head("Catatan Penting", down=2), Head("Prakiraan Maju Rencana Tahun {{ tahun + 1 }}", span=2),
        ),
        (*PLAN_HEADS, PLAN_HEADS[1], PLAN_HEADS[2]),
    ),
    numbers=counted(10),
    rows=(
        Row("jumlah", summed_cells(tebal("uraian", span=3))),
        Row("urusan", summed_cells(sel("kode", "TabelIsiTebal"), tebal("uraian", span=2))),
        Row("bidang", summed_cells(sel("kode", "TabelIsiTebal"), tebal("uraian", span=2))),
        Row("program", CODED_SUM_CELLS),
        Row("kegiatan", CODED_SUM_CELLS),
        Row("sub", CODED_PLAN_CELLS),
    ),
)  # fmt: skip

FRAME_HEADS = (Head("Target"), Head("Pagu Indikatif (Rp)"), Head("Lokasi"), Head("Sumber Dana"))


def priority_cells(bold: str = "") -> tuple[Cell, ...]:
    """A row of Tabel 4.1; what it is called and its amounts are `bold`, or not."""
    return (
        sel("nomor", f"TabelTengahRapat{bold}"), sel("kode", f"TabelIsiRapat{bold}"),
        sel("uraian", f"TabelIsiRapat{bold}"),
        sel("indikator", "TabelIsiRapat"),
        *(sel(name, "TabelTengahRapat") for name in ("target_renstra", "realisasi_n2", "prakiraan_n1", "target")),
        uang("pagu", f"TabelAngkaRapat{bold}"), sel("lokasi", "TabelIsiRapat"),
        *(sel(name, "TabelTengahRapat") for name in ("sumber_dana", "prioritas_nasional", "prioritas_daerah")),
        sel("kelompok_sasaran", "TabelIsiRapat"), sel("target_maju", "TabelTengahRapat"),
        uang("pagu_maju", f"TabelAngkaRapat{bold}"), sel("penanggung_jawab", "TabelTengahRapat"),
    )  # fmt: skip


def priority_sums(*before: Cell) -> tuple[Cell, ...]:
    amounts = (uang("pagu", "TabelAngkaRapatTebal"), uang("pagu_maju", "TabelAngkaRapatTebal"))
    return (*before, *kosong(5), amounts[0], *kosong(6), amounts[1], *kosong())


#: Tabel 4.1 of Permendagri 14/2026.
RENCANA_PROGRAM_14 = Table(
    "rencana_program_permendagri_14", "Rencana program dan kegiatan prioritas daerah (Tabel 4.1)",
    "Urusan, bidang urusan, program, outcome, kegiatan, sub kegiatan, dan output dengan kerangka pendanaannya",
    landscape=True,
    widths=(500, 1260, 1500, 1200, 740, 760, 860, 740, 1090, 1010, 680, 870, 1000, 850, 740, 1090, 985),
    heads=(
        (
            Head("No.", down=3), Head("Kode", down=3),
            Head("Urusan/Bidang Urusan/ Program/ Outcome/ Kegiatan/ Sub Kegiatan/ Output", down=3),
            Head("Indikator", down=3), Head("Target Akhir Renstra", down=3),
            Head("Realisasi Tahun {{ tahun - 2 }}", down=3), Head("Prakiraan Tahun {{ tahun - 1 }}", down=3),
            Head("Capaian Kinerja dan Kerangka Pendanaan Tahun {{ tahun }}", span=6), Head("Kelompok Sasaran", down=3),
            Head("Prakiraan Maju Tahun {{ tahun + 1 }}", span=2), Head("Perangkat Daerah Penanggung Jawab", down=3),
        ),
        (
            *(Head(one.words, down=2) for one in FRAME_HEADS), Head("Prioritas", span=2), Head("Target", down=2),
            Head("Pagu Indikatif (Rp)", down=2),
        ),
        (Head("Nasional"), Head("Daerah")),
    ),
    numbers=counted(17),
    rows=(
        Row("jumlah", priority_sums(sel("uraian", "TabelIsiRapatTebal", span=3))),
        Row("urusan", priority_sums(Cell("", "TabelIsiRapatTebal"), *priority_cells("Tebal")[1:3])),
        Row("bidang", priority_sums(Cell("", "TabelIsiRapatTebal"), *priority_cells("Tebal")[1:3])),
        Row("program", priority_cells("Tebal")),
        Row("kegiatan", priority_cells("Tebal")),
        Row("sub", priority_cells(), held=True),
        Row("hasil", (*priority_cells()[:8], *kosong(6), priority_cells()[14], *kosong(2))),
    ),
    tight=True,
)  # fmt: skip


RENCANA_PROGRAM_WHOLE = Table(
    "rencana_program_tanpa_sub_kegiatan", "Rencana program dan kegiatan (tanpa sub kegiatan)",
    "Program dan kegiatan tahun rencana serta prakiraan maju tahun berikutnya",
    landscape=True,
    widths=(580, 2940, 2685, 1550, 1480, 1420, 900, 1700, 1200, 1420),
    heads=(
        (
            Head(PROGRAM_HEAD, span=2, down=2), Head("Indikator Kinerja Program/Kegiatan", down=2),
            Head("Rencana Tahun {{ tahun }}", span=4), Head("Catatan Penting", down=2),
            Head("Prakiraan Maju Rencana Tahun {{ tahun + 1 }}", span=2),
        ),
        (*PLAN_HEADS, PLAN_HEADS[1], PLAN_HEADS[2]),
    ),
    numbers=counted(10),
    rows=(
        Row("jumlah", (tebal("uraian", span=5), uang_tebal("pagu"), *kosong(3), uang_tebal("pagu_maju"))),
        Row("program", (*WHOLE_PROGRAM_CELLS, *FORWARD_SUMS)),
        Row("kegiatan", (*WHOLE_CELLS, *FORWARD_CELLS)),
    ),
)  # fmt: skip
