"""Indicators of programs, by year and by quarter."""

from __future__ import annotations

from template.tables.layout import Cell, Head, Row, Table, bernama, counted, sel, tebal, tengah

INDIKATOR_PROGRAM = Table(
    "indikator_program", "Realisasi indikator kinerja program",
    "Realisasi indikator program empat tahun terakhir dan tiap triwulan tahun berjalan",
    landscape=True,
    widths=(650, 4275, 950, 1090, 1090, 1090, 1090, 1060, 1060, 1060, 1060, 1400),
    heads=(
        (
            Head("No.", down=2), Head("Indikator Kinerja Program", down=2), Head("Satuan", down=2),
            *(Head(f"Realisasi {{{{ tahun - {back} }}}}", down=2) for back in (5, 4, 3, 2)),
            Head("Realisasi Tahun {{ tahun - 1 }}", span=4), Head("Perangkat Daerah", down=2),
        ),
        tuple(Head(f"Triwulan {quarter}") for quarter in ("I", "II", "III", "IV")),
    ),
    numbers=counted(12),
    rows=(
        Row("urusan", (sel("nomor", "TabelTengahTebal"), tebal("nama", span=11))),
        Row("program", (sel("nomor", "TabelTengahTebal"), tebal("nama", span=10), tengah("perangkat_daerah"))),
        Row("indikator", (
            tengah("nomor"), bernama("nama"), tengah("satuan"),
            *(sel(name, "TabelAngka") for name in ("n5", "n4", "n3", "n2", "tw1", "tw2", "tw3", "tw4")), Cell(),
        )),
    ),
)  # fmt: skip
