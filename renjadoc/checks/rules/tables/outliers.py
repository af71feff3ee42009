"""Figures that cannot be, or hardly: shares above all, amounts ten times too large, results far beyond their target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.directions import is_good_low
from renjadoc.checks.figures import shown
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.tables.series import read_one
from renjadoc.content.load import Source
from renjadoc.indonesian import rupiah
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi, target_renstra

_SHARE = re.compile(r"\W*(?:persentase|prosentase|cakupan|proporsi)\b", re.IGNORECASE)
#: Percentages that do go beyond a hundred.
_MAY_EXCEED = re.compile(
    r"\b(?:pertumbuhan|kenaikan|peningkatan|penurunan|pencapaian|capaian|realisasi|perubahan|terhadap"
    r"|dibanding\w*|rasio|laju"
    r"|rate|recovery|kelulusan target|pendapatan|penerimaan|imunisasi|partisipasi kasar)\b",
    re.IGNORECASE,
)


def _is_share(name: str) -> bool:
    """Whether an indicator is a part of a whole, so that it cannot go beyond 100%."""
    return _SHARE.match(name) is not None and _MAY_EXCEED.search(name) is None


@rule("RJ122", "Persentase melebihi 100%")
def check_shares_above_all(reading: Reading) -> Iterator[Finding]:
    """Persentase, cakupan, dan proporsi dari sesuatu tidak melebihi 100%.

    Persentase yang memang dapat lebih (pertumbuhan, capaian terhadap target, penerimaan) tidak diperiksa.

    Mengapa: 740% adalah 74,0% yang komanya hilang.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/target-renstra.json /kelompok/0/isi/0/indikator/0/target/5 = "650%"
    Lolos:
        tabel/target-renstra.json /kelompok/0/isi/0/indikator/0/target/5 = "100%"
    """
    for source, pointer, name, cells in _list_shares(reading):
        for place, cell in cells.items():
            read = read_one(cell)
            if read is not None and read[0] > 100 and read[1] in {"", "%"}:
                said = f"“{shorten_text(reading.printed(name))}” tertulis {shown(cell)}"
                message = f"{said}, padahal sebuah bagian paling banyak 100%"
                yield Finding(source, f"{pointer}/{place}", message, "Periksa komanya.")


def _list_shares(reading: Reading) -> Iterator[tuple[Source, str, str, dict[str, Any]]]:
    """The rows whose indicator is a share, with its cells by their places."""
    for source in reading.folder.tables_of("target-renstra"):
        for pointer, one in target_renstra.walk_indicators(source.data):
            if _is_share(one["nama"]):
                yield source, pointer, one["nama"], {f"target/{i}": cell for i, cell in enumerate(one["target"])}
    for source, pointer, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        if _is_share(node["nama"]) and node.get("satuan", "%") == "%":
            fields = ("target", "capaian", "proyeksi")
            cells = {f"{field}/{year}": cell for field in fields for year, cell in node.get(field, {}).items()}
            yield source, pointer, node["nama"], cells
    for source, pointer, node in walk.measured(reading):
        if isinstance(node.get("indikator"), str) and _is_share(node["indikator"]):
            yield source, pointer, node["indikator"], evaluasi.figures_of(node)
    for source, pointer, node in walk.planned(reading):
        if isinstance(node.get("indikator"), str) and _is_share(node["indikator"]):
            cells = {key: node[key] for key in ("target", "target_maju") if key in node}
            yield source, pointer, node["indikator"], cells


#: Of what is rated or measured in percent nothing adds up from year to year.
_RATED = frozenset({"%", "", "nilai", "indeks", "poin", "skor", "level"})


def _find_reached_before(source: Source, pointer: str, reading: Reading, node: Any) -> Iterator[Finding]:
    """More than the target of the last year was reached years ago already."""
    stated = evaluasi.figures_of(node)
    reached, wanted = read_one(stated.get("realisasi_sd_n-3")), read_one(stated.get("target_renstra"))
    if reached is None or wanted is None or reached[1] != wanted[1] or reached[1] in _RATED:
        return
    if wanted[0] and reached[0] > wanted[0] and not is_good_low(reading, node):
        name = shorten_text(reading.printed(node["nama"]))
        told = f"realisasi s.d. {reading.folder.tahun - 3} {shown(stated['realisasi_sd_n-3'])}"
        message = f"“{name}”: {told}, target akhir Renstra {shown(stated['target_renstra'])}"
        yield Finding(source, f"{pointer}/realisasi_sd_n-3", message, "Periksa kedua angkanya.")


#: From this many times on an amount is more likely a slip than a plan.
_MANY = 5


@rule("RJ123", "Pagu jauh di atas tahun berikutnya")
def check_amount_outliers(reading: Reading) -> Iterator[Finding]:
    """Pagu sebuah sub kegiatan tidak lima kali atau lebih prakiraan majunya, atau sebaliknya.

    Sub kegiatan yang tidak dilanjutkan (prakiraan maju nol) dan yang catatannya terisi tidak ditegur.

    Mengapa: satu nol berlebih membuat pagu menjadi sepuluh kali lipat dan jumlahnya tetap cocok.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/pagu = 500000000
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/pagu = 500000000
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/catatan = "Pembangunan gedung selesai tahun ini"
    """
    for source, pointer, node in walk.funded(reading):
        now, then = node["pagu"], node["pagu_maju"]
        if not now or not then or node.get("catatan") or max(now, then) < _MANY * min(now, then):
            continue
        name = shorten_text(reading.printed(node["nama"]))
        times = Decimal(max(now, then)) / min(now, then)
        which = "pagu" if now > then else "pagu_maju"
        message = f"“{name}”: pagu {rupiah(now)} dan prakiraan maju {rupiah(then)}, berbeda {times:.0f} kali lipat"
        yield Finding(
            source, f"{pointer}/{which}", message, "Hitung nolnya; bila benar, jelaskan dalam catatan penting."
        )


@rule("RJ124", "Realisasi jauh melampaui target Renstra")
def check_results_beyond_renstra(reading: Reading) -> Iterator[Finding]:
    """Realisasi sampai dengan tahun berjalan tidak lebih dari dua kali target akhir Renstra.

    Yang baik bila menurun tidak diperiksa.

    Mengapa: 200 dokumen dari target 5 dokumen adalah salah ketik, atau target Renstranya tidak dirancang.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-1/realisasi = "600 koperasi"
    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/target_renstra = "5 koperasi"
        tabel/evaluasi.json /program/0/kegiatan/0/realisasi_sd_n-3 = "50 koperasi"
    Lolos:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-1/realisasi = "160 koperasi"
    Lolos:
        tabel/evaluasi.json /program/0/kegiatan/0/indikator = "NDR"
        tabel/evaluasi.json /program/0/kegiatan/0/target_renstra = "5 koperasi"
        tabel/evaluasi.json /program/0/kegiatan/0/realisasi_sd_n-3 = "50 koperasi"
    """
    for source, pointer, node in walk.measured(reading):
        stated = evaluasi.figures_of(node)
        wanted = read_one(stated.get("target_renstra"))
        yield from _find_reached_before(source, pointer, reading, node)
        reached = read_one(stated.get("renja_n-1/realisasi"))
        if reached is None or wanted is None or reached[1] != wanted[1] or not wanted[0]:
            continue
        if is_good_low(reading, node) or reached[0] <= 2 * wanted[0]:
            continue
        name = shorten_text(reading.printed(node["nama"]))
        message = (
            f"“{name}”: realisasi s.d. tahun berjalan {shown(stated['renja_n-1/realisasi'])}, "
            f"target akhir Renstra {shown(stated['target_renstra'])}"
        )
        yield Finding(source, f"{pointer}/renja_n-1/realisasi", message, "Periksa kedua angkanya.")
