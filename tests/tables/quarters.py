"""An evaluation by quarters for tests: a program with an outcome of its own, a kegiatan, two sub kegiatan."""

from __future__ import annotations

from typing import Any


def make_sub(code: str, name: str, unit: str, *figures: tuple[int, int], **more: Any) -> dict[str, Any]:
    """A sub kegiatan: target and pagu, then what each quarter reached and spent."""
    (target, pagu), *quarters = figures
    row = {"kode": code, "nama": name, "indikator": f"Jumlah {unit}", "target": f"{target} {unit}", "pagu": pagu}
    for number, (reached, spent) in enumerate(quarters, 1):
        row |= {f"kinerja_{number}": f"{reached} {unit}", f"anggaran_{number}": spent}
    return row | more


TRAINING = make_sub("2.17.07.2.01.0001", "Pelatihan Usaha Mikro", "orang", (100, 50), (20, 10), (30, 15), catatan="")
FAIR = make_sub("2.17.07.2.01.0002", "Pameran Usaha Mikro", "kali", (4, 30), (1, 6), (0, 0))
PROGRAM = {
    "kode": "2.17.07", "nama": "Program Pemberdayaan Usaha Mikro", "indikator": "Persentase usaha yang naik kelas",
    "target": "10%", "kinerja_1": "2%", "kinerja_2": "4%",
    "kegiatan": [{"kode": "2.17.07.2.01", "nama": "Pembinaan Usaha Mikro", "sub_kegiatan": [TRAINING, FAIR]}],
}  # fmt: skip
QUARTERS = {
    "jenis": "evaluasi-triwulan", "judul": ["Evaluasi Renja Tahun {{ tahun - 1 }}"], "triwulan": "II",
    "program": [PROGRAM],
}  # fmt: skip
