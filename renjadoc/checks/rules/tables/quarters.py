"""The evaluation by quarters: amounts, sums, quarters, and the plan that it evaluates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from renjadoc.checks.figures import agrees, shown
from renjadoc.checks.rule import Finding, rule
from renjadoc.indonesian import angka
from renjadoc.matching import fold_name
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.computed import add_known, sum_amounts
from renjadoc.tables.evaluasi_triwulan.columns import LEVELS, QUARTERS, find_last, reached_by, read_evaluated
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import Node, TableRow, walk_rows
from renjadoc.tables.quantities import quantities


def _walk(reading: Reading) -> Iterator[tuple[ReadTable, TableRow, tuple[int, ...]]]:
    """Every row of the evaluations by quarters, with the quarters of its table that count together."""
    for table in reading.tables.of_kind("evaluasi-triwulan"):
        quarters = read_evaluated(table.data, reading.folder).counted
        yield from ((table, row, quarters) for row in table.rows)


def _is_lowest(row: TableRow) -> bool:
    return "kegiatan" not in row.node and "sub_kegiatan" not in row.node


def _sum_spent(node: Node, quarters: Sequence[int]) -> int | None:
    return add_known(sum_amounts(node, f"anggaran_{number}") for number in quarters)


@rule("RJ141", "Realisasi anggaran triwulan melebihi pagu")
def check_spent(reading: Reading) -> Iterator[Finding]:
    """Realisasi anggaran semua triwulan tidak melebihi pagu sub kegiatan yang dievaluasi.

    Mengapa: belanja tidak dapat melampaui pagunya; biasanya angka kumulatif diketik dalam kolom triwulan.
    Sumber: Formulir E.81 Permendagri 86/2017 (kolom 12 terhadap kolom 7).

    Gagal:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "II", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "4 unit", "pagu": 100, "kinerja_1": "1 unit", "anggaran_1": 60,
            "kinerja_2": "2 unit", "anggaran_2": 110}]}]}
    Lolos:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "II", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "4 unit", "pagu": 100, "kinerja_1": "1 unit", "anggaran_1": 60,
            "kinerja_2": "1 unit", "anggaran_2": 40}]}]}
    """
    for table, row, quarters in _walk(reading):
        spent, pagu = _sum_spent(row.node, quarters), row.node.get("pagu")
        if _is_lowest(row) and spent is not None and pagu is not None and spent > pagu:
            message = f"realisasi anggaran {angka(spent)} melebihi pagu {angka(pagu)}"
            hint = "Isi setiap triwulan dengan realisasi triwulan itu saja, bukan kumulatif; atau periksa pagunya."
            if len(quarters) == 1:
                hint = "Periksa realisasi atau pagunya."
            yield Finding(table.source, f"{row.pointer}/anggaran_{quarters[-1]}", message, hint)


@rule("RJ142", "Realisasi kinerja berbeda dari triwulannya")
def check_reached(reading: Reading) -> Iterator[Finding]:
    """Realisasi kinerja yang ditulis sendiri adalah jumlah, rata-rata, yang tertinggi, atau yang terakhir triwulannya.

    Yang tidak ditulis dihitung, jadi tidak dapat berbeda.

    Mengapa: tingkat capaian dihitung dari realisasi; pembaca menjumlahkan kolom triwulannya.
    Sumber: Formulir E.81 Permendagri 86/2017 (kolom 12 dari kolom 8 sampai dengan 11).

    Gagal:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "II", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "4 unit", "pagu": 100, "kinerja_1": "1 unit", "anggaran_1": 60,
            "kinerja_2": "2 unit", "anggaran_2": 10, "realisasi": "4 unit"}]}]}
    Lolos:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "II", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "4 unit", "pagu": 100, "kinerja_1": "1 unit", "anggaran_1": 60,
            "kinerja_2": "2 unit", "anggaran_2": 10, "realisasi": "2 unit"}]}]}
    """
    for table, row, quarters in _walk(reading):
        stated = _first_number(row.node.get("realisasi"))
        parts = [_first_number(row.node.get(f"kinerja_{number}")) for number in quarters]
        known = [part for part in parts if part is not None]
        if stated is None or len(known) < len(parts):
            continue
        is_mean = agrees(stated, sum(known, Decimal(0)) / len(known))  # Of percentages and indices.
        if not is_mean and stated not in {sum(known), max(known), known[-1]}:
            computed = reached_by(quarters).of({key: value for key, value in row.node.items() if key != "realisasi"})
            message = f"realisasi {shown(row.node['realisasi'])}, menurut triwulannya {shown(computed)}"
            hint = "Perbaiki triwulannya, atau hapus “realisasi” agar dihitung."
            yield Finding(table.source, f"{row.pointer}/realisasi", message, hint)


def _first_number(cell: Any) -> Decimal | None:
    """The number of a cell that has one."""
    read = quantities(cell)
    return read[0][0] if read and len(read) == 1 else None


@rule("RJ143", "Evaluasi triwulan berbeda dari rencana yang dievaluasi")
def check_plan(reading: Reading) -> Iterator[Finding]:
    """Target dan pagu sub kegiatan dalam evaluasi triwulan sama dengan rencana tahun itu.

    Dalam Renja Perubahan rencananya adalah yang sebelum perubahan. Evaluasi tahun lain tidak dicocokkan: rencananya
    tidak ada dalam folder ini.

    Mengapa: capaian terhadap target atau pagu yang lain dari Renja yang ditetapkan tidak dapat diterima.
    Sumber: Formulir E.81 Permendagri 86/2017 (kolom 7: target Renja yang dievaluasi).

    Gagal:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "tahun_dinilai": "n", "triwulan": "I",
            "program": [{"kode": "2.17.01", "nama": "Program Penunjang Urusan Pemerintahan Daerah", "kegiatan": [{
            "kode": "2.17.01.2.01", "nama": "Perencanaan", "sub_kegiatan": [{"kode": "2.17.01.2.01.0001",
            "nama": "Penyusunan Dokumen Perencanaan", "indikator": "Jumlah", "target": "8 dokumen", "pagu": 100,
            "kinerja_1": "1 dokumen", "anggaran_1": 60}]}]}]}
    Lolos:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "tahun_dinilai": "n", "triwulan": "I",
            "program": [{"kode": "2.17.01", "nama": "Program Penunjang Urusan Pemerintahan Daerah", "kegiatan": [{
            "kode": "2.17.01.2.01", "nama": "Perencanaan", "sub_kegiatan": [{"kode": "2.17.01.2.01.0001",
            "nama": "Penyusunan Dokumen Perencanaan", "indikator": "Jumlah", "target": "8 dokumen", "pagu": 225000000,
            "kinerja_1": "1 dokumen", "anggaran_1": 60}]}]}]}
    """
    planned = _index_plan(reading)
    for table, row, _ in _walk(reading):
        if read_evaluated(table.data, reading.folder).years_back or not _is_lowest(row):
            continue
        plan = planned.get(row.node.get("kode") or "") or planned.get(fold_name(row.node["nama"]))
        for key in ("pagu", "target") if plan else ():
            assert plan is not None
            stated, wanted = row.node.get(key), plan.get(key)
            if None not in (stated, wanted) and _differ(stated, wanted):
                message = f"{key} {shown(stated)}, dalam rencana yang dievaluasi {shown(wanted)}"
                yield Finding(table.source, f"{row.pointer}/{key}", message, "Samakan dengan Renja yang ditetapkan.")


def _index_plan(reading: Reading) -> dict[str, Node]:
    """The lowest rows of the plan that holds for the running year, by code and name."""
    folder = reading.folder
    plans = folder.sebelum.values() if "perubahan" in folder.facts else folder.tables_of("rencana-program")
    rows = [row.node for plan in plans for row in walk_rows(LEVELS, plan.data) if "pagu" in row.node]
    return {name: node for node in reversed(rows) for name in (node.get("kode") or "", fold_name(node["nama"])) if name}


def _differ(stated: Any, wanted: Any) -> bool:
    one, other = quantities(stated), quantities(wanted)
    return one is not None and other is not None and [n for n, _ in one] != [n for n, _ in other]


@rule("RJ144", "Triwulan yang dievaluasi belum lengkap")
def check_quarters(reading: Reading) -> Iterator[Finding]:
    """Evaluasi triwulan memuat semua triwulan sampai dengan yang disebut, dan menyebut triwulan Renja Perubahan.

    Mengapa: naskah dan judul menyebut triwulan dari dokumen.json; tabel yang berhenti lebih awal membantahnya.
    Sumber: Formulir E.81 Permendagri 86/2017 (kolom 8 sampai dengan 11).

    Gagal:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "II", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "4 unit", "pagu": 100, "kinerja_1": "1 unit", "anggaran_1": 60}]}]}
    Lolos:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "I", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "4 unit", "pagu": 100, "kinerja_1": "1 unit", "anggaran_1": 60}]}]}
    """
    amended = reading.folder.facts.get("perubahan", {}).get("triwulan")
    for table in reading.tables.of_kind("evaluasi-triwulan"):
        evaluated = read_evaluated(table.data, reading.folder)
        name = f"{evaluated.word.lower()} {QUARTERS[evaluated.last - 1]}"
        if amended and evaluated.years_back == 0 and evaluated.last != find_last(table.data, amended):
            message = f"tabel ini sampai dengan {name}, Renja Perubahan sampai dengan triwulan {amended}"
            yield Finding(table.source, "/triwulan", message, "Hapus “triwulan” dari tabel ini, atau samakan.")
        said = {key for row in table.rows for key in row.node}
        planned = [key for n in evaluated.numbers for key in (f"target_{n}", f"pagu_{n}")]
        wanted = [f"{key}_{n}" for n in evaluated.counted for key in evaluated.sides]
        wanted = [key for key in planned if key in said] + wanted
        for row in table.rows:
            if _is_lowest(row) and (lacking := [key for key in wanted if key not in row.node]):
                message = (
                    f"baris “{shorten_text(reading.printed(row.node['nama']))}” belum memuat {len(lacking)} isian "
                )
                message += f"sampai dengan {name}"
                yield Finding(table.source, row.pointer, message, f"Tambahkan: {', '.join(lacking)}.")


@rule("RJ145", "Jumlah tercatat evaluasi triwulan berbeda dari rinciannya")
def check_recorded(reading: Reading) -> Iterator[Finding]:
    """Jumlah anggaran yang tercatat pada sebuah program atau kegiatan sama dengan jumlah rinciannya.

    Yang dicetak selalu dihitung; yang tercatat berasal dari naskah lama atau sistem lain.

    Mengapa: selisihnya menunjukkan baris yang tertinggal atau angka yang salah salin.
    Sumber: Formulir E.81 Permendagri 86/2017.

    Gagal:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "I", "program": [
            {"kode": "2.17.01", "nama": "Program A", "tercatat": {"anggaran_1": 70}, "kegiatan": [{
            "kode": "2.17.01.2.01", "nama": "B", "indikator": "Jumlah", "target": "4 unit", "pagu": 100,
            "kinerja_1": "1 unit", "anggaran_1": 60}]}]}
    Lolos:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "triwulan": "I", "program": [
            {"kode": "2.17.01", "nama": "Program A", "tercatat": {"anggaran_1": 60}, "kegiatan": [{
            "kode": "2.17.01.2.01", "nama": "B", "indikator": "Jumlah", "target": "4 unit", "pagu": 100,
            "kinerja_1": "1 unit", "anggaran_1": 60}]}]}
    """
    for table, row, quarters in _walk(reading):
        for key, stated in row.node.get("tercatat", {}).items():
            spent = key == "realisasi_anggaran"
            if not (spent or key == "pagu" or (key.startswith(("anggaran_", "pagu_")) and key[-1].isdecimal())):
                continue
            computed = _sum_spent(row.node, quarters) if spent else sum_amounts(row.node, key)
            if stated != computed and None not in (stated, computed):
                message = f"tercatat {shown(stated)}, jumlah rinciannya {shown(computed)}"
                hint = "Cari baris yang tertinggal atau salah; bila rinciannya benar, hapus “tercatat”."
                yield Finding(table.source, f"{row.pointer}/tercatat/{key}", message, hint)


@rule("RJ149", "Target tiap triwulan berbeda dari target setahun")
def check_targets(reading: Reading) -> Iterator[Finding]:
    """Target dan anggaran tiap triwulan atau semester bersama-sama sama dengan target dan pagu setahun.

    Angka yang kumulatif dicocokkan dengan yang terakhir. Target persentase atau indeks tidak dijumlahkan: triwulan yang
    terakhir, atau yang tertinggi, sama dengan target setahun.

    Mengapa: capaian triwulan terhadap target yang tidak menjumlah tidak dapat dibandingkan dengan capaian setahun.
    Sumber: Formulir E.81 Permendagri 86/2017 (kolom 7), dengan target yang dirinci tiap triwulan.

    Gagal:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "periode": "semester", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "4 unit", "target_1": "1 unit", "target_2": "2 unit", "pagu": 100,
            "kinerja_1": "1 unit", "anggaran_1": 60, "kinerja_2": "2 unit", "anggaran_2": 30}]}]}
    Lolos:
        bab-2.json /bagian/0/isi/- = {"tabel": "triwulan"}
        tabel/triwulan.json := {"jenis": "evaluasi-triwulan", "judul": ["A"], "periode": "semester", "program": [
            {"kode": "2.17.01", "nama": "Program A", "kegiatan": [{"kode": "2.17.01.2.01", "nama": "B",
            "indikator": "Jumlah", "target": "4 unit", "target_1": "2 unit", "target_2": "2 unit", "pagu": 100,
            "kinerja_1": "1 unit", "anggaran_1": 60, "kinerja_2": "2 unit", "anggaran_2": 30}]}]}
    """
    for table in reading.tables.of_kind("evaluasi-triwulan"):
        evaluated = read_evaluated(table.data, reading.folder)
        for row in filter(_is_lowest, table.rows):
            for key in ("target", "pagu"):
                found = _find_unlike_whole(row.node, key, evaluated.numbers, cumulative=evaluated.cumulative)
                if found is not None:
                    periods = f"tiap {evaluated.word.lower()}"
                    message = f"{key} setahun {shown(row.node[key])}, {periods} bersama-sama {shown(found)}"
                    yield Finding(table.source, f"{row.pointer}/{key}", message, f"Samakan dengan {key} {periods}.")


def _find_unlike_whole(node: Node, key: str, numbers: Sequence[int], *, cumulative: bool) -> Any:
    """What the periods are planned to make together, where that is not what the row states of the year; else None."""
    whole = _first_number(node.get(key))
    parts = [_first_number(node.get(f"{key}_{number}")) for number in numbers]
    known = [part for part in parts if part is not None]
    if whole is None or len(known) < len(numbers):
        return None
    together = known[-1] if cumulative else sum(known, Decimal(0))
    right = {together} if cumulative or key == "pagu" else {together, max(known), known[-1]}
    return None if whole in right else together
