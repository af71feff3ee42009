"""What a quarter or a year reached, far beyond the target of its whole year: a digit too many."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.checks.directions import is_good_low
from renjadoc.checks.figures import shown
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.reading import Reading
from renjadoc.tables.quantities import Cell, quantities

#: So many times the target by a quarter and by a year, and at least so many: less may have been reached.
_TIMES, _TIMES_OF_YEAR, _FEWEST = 3, 5, 10
_QUARTERS = range(1, 5)


@rule("RJ148", "Realisasi kinerja jauh melampaui target setahun")
def check_far_quarters(reading: Reading) -> Iterator[Finding]:
    """Realisasi kinerja satu triwulan tidak tiga kali target setahun atau lebih; realisasi setahun tidak lima kali.

    Realisasi di bawah sepuluh, satuan yang berbeda, dan indikator yang baik bila menurun tidak diperiksa.

    Mengapa: 18.800 terhadap target 5.200 biasanya kelebihan satu nol.
    Sumber: Formulir E.81 Permendagri 86/2017 (kolom 8 sampai dengan 11 terhadap kolom 7).

    Gagal:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "II", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "40 unit", "pagu": 100, "kinerja_1": "10 unit", "anggaran_1": 60,
            "kinerja_2": "150 unit", "anggaran_2": 10}]}]}
    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-2 = {"target": "38 koperasi", "realisasi": "380 koperasi"}
    Lolos:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "II", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "40 unit", "pagu": 100, "kinerja_1": "10 unit", "anggaran_1": 60,
            "kinerja_2": "15 unit", "anggaran_2": 10}]}]}
    """
    for table in reading.tables.of_kind("evaluasi-triwulan"):
        for row in table.rows:
            for number in _QUARTERS:
                key = f"kinerja_{number}"
                if not is_good_low(reading, row.node) and _is_far(row.node.get(key), row.node.get("target"), _TIMES):
                    message = f"realisasi triwulan {shown(row.node[key])}, padahal target setahun"
                    yield _tell(table.source, f"{row.pointer}/{key}", f"{message} {shown(row.node['target'])}")
    for table in reading.tables.of_kind("evaluasi"):
        for row in table.rows:
            year = row.node.get("renja_n-2") or {}
            if not is_good_low(reading, row.node) and _is_far(
                year.get("realisasi"), year.get("target"), _TIMES_OF_YEAR
            ):
                message = f"realisasi {shown(year['realisasi'])}, padahal targetnya {shown(year['target'])}"
                yield _tell(table.source, f"{row.pointer}/renja_n-2/realisasi", message)


def _is_far(cell: Cell, target: Cell, times: int) -> bool:
    """Whether what was reached is so many times its target or more."""
    reached, wanted = quantities(cell) or [], quantities(target) or []
    if len(reached) != 1 or len(wanted) != 1 or reached[0][1] != wanted[0][1] or not wanted[0][0]:
        return False
    return reached[0][0] >= times * wanted[0][0] and reached[0][0] >= _FEWEST


def _tell(source: Source, pointer: str, message: str) -> Finding:
    return Finding(source, pointer, message, "Periksa banyaknya angka nol, atau targetnya.")
