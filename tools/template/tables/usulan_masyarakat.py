"""What people asked for, as the reference has it and as T-C.32."""

from __future__ import annotations

from template.tables.layout import Head, Row, Table, counted, sel, tengah, uang

USULAN_MASYARAKAT = Table(
    "usulan_masyarakat", "Usulan program dan kegiatan masyarakat",
    "Usulan para pemangku kepentingan dengan lokasi, volume, dan anggarannya",
    landscape=False,
    widths=(567, 3500, 2300, 1200, 1504),
    heads=((
        Head("No."), Head("Program/Kegiatan"), Head("Lokasi"), Head("Besaran/Volume"), Head("Anggaran (Rp)"),
    ),),
    numbers=counted(5),
    rows=(Row("usulan", (tengah("nomor"), sel("usulan"), sel("lokasi"), tengah("volume"), uang("anggaran"))),),
)  # fmt: skip

#: The form T-C.32 of Permendagri 86/2017.
USULAN_MASYARAKAT_86 = Table(
    "usulan_masyarakat_permendagri_86", "Usulan program dan kegiatan masyarakat (T-C.32)",
    "Usulan para pemangku kepentingan dengan lokasi, indikator kinerja, volume, dan catatannya",
    landscape=False,
    widths=(567, 2450, 1550, 1854, 1150, 1500),
    heads=((
        Head("No."), Head("Program/Kegiatan"), Head("Lokasi"), Head("Indikator Kinerja"), Head("Besaran/Volume"),
        Head("Catatan"),
    ),),
    numbers=counted(6),
    rows=(
        Row("usulan", (
            tengah("nomor"), sel("usulan"), sel("lokasi"), sel("indikator"), tengah("volume"), sel("catatan"),
        )),
    ),
)  # fmt: skip
