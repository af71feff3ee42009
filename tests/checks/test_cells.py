"""Cells of tables as offices fill them: right ones that no rule may touch, wrong ones with the rule that finds them.

Each is a change to the right content folder, written as in the documentation of the rules.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.checks.documentation import Example, read_documentation
from renjadoc.examine import examine_folder
from tests.checks.examples import find_problems

Change = Callable[[Example], Path]
PLAN = "tabel/rencana-program.json /program/0/kegiatan/0"
EVALUATION = "tabel/evaluasi.json /program/0/kegiatan/0"

_TABLE = 'tabel/anggaran.json := {{"jenis": "bebas", "judul": ["Rincian"], "kolom": [{0}], "baris": [{1}]}}'


def _table(titles: list[str], *rows: Any) -> str:
    """The ad-hoc table with other columns and rows."""
    columns = ", ".join(f'{{"judul": "{title}"}}' for title in titles)
    return _TABLE.format(columns, ", ".join(json.dumps(row, ensure_ascii=False) for row in rows))


NIP = "dokumen.json /pengesahan/nip"
DATE = "dokumen.json /pengesahan/tanggal"
REGULATIONS = "regulasi/landasan-hukum.json /regulasi"
NEXT_AMOUNT = "tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/pagu_maju"
CODED = [
    f"tabel/rencana-program.json /program/{place}"
    for place in (
        "0", "0/kegiatan/0", "0/kegiatan/0/sub_kegiatan/0", "0/kegiatan/0/sub_kegiatan/1",
        "1", "1/kegiatan/0", "1/kegiatan/0/sub_kegiatan/0",
    )
]  # fmt: skip
INDICATORS = "tabel/indikator-program.json /urusan/0/program/0/indikator"


def _same_indicator(year: str) -> str:
    """A second row of an indicator that says of one year what the first does not."""
    reached = {"n-5": 115, "n-4": 143, "n-3": 144, "n-2": 169} | {year: 99}
    return f'{INDICATORS}/1/nama = "Jumlah koperasi aktif"\n{INDICATORS}/1/realisasi = {json.dumps(reached)}'


def _evaluated(*running: int) -> str:
    """Rows of T-C.29 that state 30 koperasi up to n-2, a target of 30 for n-1, and so many up to it."""
    rows = [
        {
            "kode": f"2.17.03.2.0{number}",
            "nama": f"Pemeriksaan Koperasi Tahap {number}",
            "indikator": "Jumlah koperasi yang diperiksa",
            "target_renstra": "150 koperasi",
            "target_n-2": "30 koperasi",
            "realisasi_sd_n-2": "30 koperasi",
            "renja_n-2": {"target": "30 koperasi", "realisasi": "30 koperasi"},
            "renja_n-1": {"target": "30 koperasi", "realisasi": f"{reached} koperasi"},
        }
        for number, reached in enumerate(running, 1)
    ]
    return f"tabel/evaluasi.json /program/0/kegiatan = {json.dumps(rows)}"


OUTLINE = """kerangka/sendiri.json := {"nama": "Sendiri", "sumber": "Perbup", "bab": [],
    "lampiran": [{"berkas": "peta", "judul": "Peta Lokasi", "wajib": true}]}
    dokumen.json /kerangka = "sendiri" """
#: Rule -> changes after which it finds something.
WRONG = {
    "RJ509": [
        _table(["Uraian", "Jumlah"], ["Pelaksanaan kegitan", 10], ["Lain", 5]),
    ],
    "RJ102": [
        _table(["Uraian", "Jumlah"], ["Operasi", "Rp10.000"], ["Modal", "Rp5.000"], ["Jumlah", "Rp16.000"]),
        _table(["Uraian", "Jumlah"], ["Operasi", "10 unit"], ["Modal", "5 unit"], ["Jumlah", "16 unit"]),
        _table(["Uraian", "Jumlah"], ["Operasi", 10], ["Modal", 5], ["Grand Total", 16]),
        _table(["Uraian", "Jumlah"], ["Operasi", 10], ["Modal", 5], ["Sub Total", 16]),
        _table(
            ["No.", "Kode", "Uraian", "Jumlah"], [1, "-", "Operasi", 10], [2, "-", "Modal", 5], ["", "", "Total", 16]
        ),
    ],
    "RJ103": [_same_indicator(year) for year in ("n-5", "n-4", "n-3", "n-2")],
    "RJ301": [
        'bab-3.json /bagian/- = {"judul": "Evaluasi Lain"}\nbab-4.json /bagian = [{"judul": "Evaluasi lain"}]',
        'bab-3.json /bagian/0/bagian = [{"judul": "Latar"}, {"judul": "Latar"}]',
    ],
    "RJ306": [
        f"""{PLAN}/kode = null
        {PLAN}/sub_kegiatan/0/kode = "2.17.09.2.01.0001" """
    ],
    "RJ307": [f'{PLAN}/sub_kegiatan/1/kode = "2.17.01.2.01.0001"'],
    "RJ309": ["\n".join(f"{place}/kode = null" for place in CODED)],
    "RJ403": [f'{DATE} = "1 Januari {{{{ tahun }}}}"'],
    "RJ404": [f'{NIP} = "{nip}"' for nip in ("197205141998032004", "19720514 199803 2 04", "19720514", "tanpa angka")],
    "RJ405": [
        f'{NIP} = "{nip}"'
        for nip in (
            "19720230 199803 2 004",
            "19720514 199813 2 004",
            "19720514 199803 3 004",
            "19810514 199803 2 004",
            "19720514 202608 2 004",
            "19590514 198503 2 004",
        )
    ],
    "RJ601": [
        f"""{REGULATIONS}/- = {{"jenis": "Perwali", "nomor": {number}, "tahun": 2022, "daerah": "Contoh",
        "tentang": "Tugas", "lembaran": {{"tahun": 2022, "nomor": 3}}}}
        {REGULATIONS}/- = {{"jenis": "Perwali", "nomor": 3, "tahun": {year}, "daerah": "Contoh",
        "tentang": "Fungsi", "lembaran": {{"tahun": 2022, "nomor": 4}}}}"""
        for number, year in ((5, 2022), (1, 2021))
    ],
    "RJ603": [
        f"""{REGULATIONS}/- = {{"jenis": "Perwali", "nomor": 3, "tahun": 2022, "daerah": "Contoh",
        "tentang": "Tugas", "lembaran": {{"tahun": 2021, "nomor": 3}}}}"""
    ],
    "RJ107": [f"{NEXT_AMOUNT} = 100000001"],
    "RJ120": [_evaluated(60, 70, 60), _evaluated(60, 60, 60, 66)],
    "RJ105": [f'{EVALUATION}/tercatat = {{"renja_n-2_persen": 50}}'],
    "RJ104": [
        f'{EVALUATION}/renja_n-2 = {{"target": "0", "realisasi": "3 koperasi"}}',
        f'{EVALUATION}/renja_n-2 = {{"target": null, "realisasi": "0 koperasi"}}',
    ],
    "RJ402": [
        '''dokumen.json /daerah/jenis = "Provinsi"
        bab-5.json /isi/0 = "Renja menjabarkan Renstra Dinas Koperasi dan Usaha Mikro Provinsi Contoh 2018-2023."''',
    ],
    "RJ401": [
        f'tabel/rencana-program.json /judul/0 = "Rencana Program {year}"'
        for year in ("Tahun Anggaran 2026", "TA 2026", "T.A. 2026", "menurut RKPD 2026")
    ],
    "RJ503": [_table(["Uraian", "Jumlah"], ["Koperasi", "12345"])],
    "RJ504": [_table(["Kode", "Uraian", "Jumlah"], {"sel": [{"teks": "Koperasi", "gabung": 2}, "12.5"]})],
    "RJ134": [
        f"""{EVALUATION}/renja_n-2 = {{"target": "13.500 koperasi", "realisasi": "13.200 koperasi"}}
        {EVALUATION}/indikator = "Jumlah koperasi yang diperiksa"
        bab-5.json /isi/0 = "Pada tahun 2025 diperiksa 12.300 koperasi." """
    ],
    "RJ201": [f"{PLAN}/sub_kegiatan/0/indikator = {cell}" for cell in ('["-"]', '[""]', '"n/a"')],
    "RJ202": [f"{PLAN}/sub_kegiatan/0/target = {cell}" for cell in ('" "', '"–"', '"—"', '"..."', '"…"', '["-", ""]')],
    "RJ204": [f"{PLAN}/sub_kegiatan = []", "tabel/rencana-program.json /program/1/kegiatan = []"],
    "RJ208": [
        f'{EVALUATION}/indikator = ""',
        f'{EVALUATION}/renja_n-1/target = ""',
        f'{EVALUATION}/target_n-2 = "..."',
        'tabel/usulan-masyarakat.json /usulan/0/lokasi = ""',
        'tabel/usulan-masyarakat.json /usulan/0/lokasi = ["Kelurahan Makam", ""]',
        'tabel/anggaran.json /baris/0 = ["Belanja operasi", "…"]',
    ],
    "RJ219": [OUTLINE],
    "RJ323": [
        f"""{PLAN}/kode = null
        {PLAN}/sub_kegiatan/1/kode = "2.17.07.2.01.0001"
        nomenklatur.csv + kode; nama
        nomenklatur.csv + 2.17.07.2.01; Pelatihan Usaha
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro"""
    ],
    "RJ606": [f'{REGULATIONS}/1/tentang = "Sistem Perencanaan Nasional"'],
}

#: Rule -> changes of which it has nothing to say.
SILENT = {
    "RJ208": [
        f"{PLAN}/sub_kegiatan/0/indikator = null",
        "tabel/capaian-kinerja.json /indikator/0/indikator_renstra = null",
    ],
    "RJ219": [f'lampiran/peta.json := {{"judul": "Peta Lokasi", "isi": ["Petanya ada pada dinas."]}}\n{OUTLINE}'],
    "RJ323": [
        f"""{PLAN}/sub_kegiatan/1/kode = "2.17.07.2.01.0001"
        nomenklatur.csv + kode; nama
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro"""
    ],
}
RIGHT = [
    _evaluated(60, 60, 60),
    _evaluated(60, 65, 58),
    _evaluated(60, 70),
    """tabel/rencana-program.json /program/0/kode = "X.XX.01"
    tabel/rencana-program.json /program/1/kode = "X.XX.01"
    tabel/rencana-program.json /program/0/kegiatan/0/kode = "X.XX.01.2.01"
    tabel/rencana-program.json /program/1/kegiatan/0/kode = "X.XX.01.2.02"
    tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/kode = "X.XX.01.2.01.0001"
    tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/kode = "X.XX.01.2.01.0002"
    tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/kode = "X.XX.01.2.02.0001" """,
    'bab-5.json /isi = ["Bab dokumen ini:", {"daftar": "-", "butir": ["BAB I Pendahuluan;", "BAB V Penutup."]}]',
    'bab-5.json /isi/0 = "Lihat Tabel 9.9 dalam Renstra dan Tabel 9.8, Lampiran Permendagri."',
    """bab-3.json /bagian/0/bagian = [{"judul": "Latar", "isi": ["Uraiannya singkat."]}]
    bab-3.json /bagian/1/bagian = [{"judul": "Latar", "isi": ["Uraiannya singkat."]}]""",
    f'{DATE} = "31 Desember {{{{ tahun - 1 }}}}"',
    *(f'{NIP} = "{nip}"' for nip in ("19800514 199803 1 004", "19720514 202607 1 004", "19600514 198503 1 004")),
    f"""{REGULATIONS}/- = {{"jenis": "Pergub", "nomor": 3, "tahun": 2022, "daerah": "Jawa Tengah",
    "tentang": "Tugas"}}""",
    f"""{REGULATIONS}/- = {{"jenis": "Perda Kota", "nomor": 3, "tahun": 2021, "daerah": "Contoh",
    "tentang": "Tugas", "lembaran": {{"tahun": 2021, "nomor": 3}}}}""",
    _table(["Uraian", "Jumlah"], ["Operasi", 10], ["Jumlah", 12]),
    _table(["Uraian", "Nilai"], ["Operasi", 10], ["Rata-rata", 12]),
    _table(["Uraian", "Target", "Capaian (%)"], ["Koperasi", 10, 95], ["Usaha", 5, 97], ["Jumlah", 15, 96]),
    _table(["Uraian", "Andil"], ["Koperasi", "33,33"], ["Usaha", "33,33"], ["Pasar", "33,33"], ["Jumlah", 100]),
    _table(
        ["Uraian", "Pagu"], ["A", 100], ["A.1", 60], ["A.2", 40], ["B", 70], ["B.1", 30], ["B.2", 40], ["Jumlah", 170]
    ),
    _table(["Uraian", "2026"], ["Jumlah koperasi", 10], ["Jumlah anggota", 500], ["Jumlah usaha mikro", 70]),
    _table(["Uraian", "Target", "Realisasi", "Persen"], ["Angka kemiskinan", 10, 9, 110]),
    f'{EVALUATION}/renja_n-2 = {{"target": "0", "realisasi": "0"}}',
    f"{NEXT_AMOUNT} = 100000000",
    f"""{EVALUATION}/indikator = "Jumlah pengaduan yang masuk"
    {EVALUATION}/tercatat = {{"renja_n-2_persen": 50}}""",
    'tabel/usulan-masyarakat.json /judul/0 = "Usulan dalam Musrenbang Tahun 2026"',
    _table(["Kode", "Waktu"], ["2.17", "08.00 - 09.30"]),
    _table(["No.", "Kegiatan", "Nomor"], ["2.1", "Pelatihan", "12345"]),
    _table(["NIK", "NIB"], ["33031234", "912345678"]),
    'tabel/anggaran.json /baris/0 = ["", "806.441.230"]',
    'tabel/usulan-masyarakat.json /usulan/0/lokasi = "-"',
]


def _read_example(change: str) -> Example:
    return read_documentation(f"Gagal:\n{change}").fails[0]


@pytest.mark.parametrize("change", RIGHT)
def test_right_cell_passes(change: str, changed: Change) -> None:
    _, outcome = examine_folder(changed(_read_example(change)))
    assert outcome.crashes == {}
    assert outcome.problems == []


@pytest.mark.parametrize(("code", "change"), [(code, change) for code, changes in WRONG.items() for change in changes])
def test_wrong_cell_is_found(code: str, change: str, changed: Change) -> None:
    assert find_problems(changed(_read_example(change)), code)


@pytest.mark.parametrize(("code", "change"), [(code, change) for code, changes in SILENT.items() for change in changes])
def test_what_is_not_of_a_rule_passes_it(code: str, change: str, changed: Change) -> None:
    assert find_problems(changed(_read_example(change)), code) == []


@pytest.mark.parametrize(("tahun", "is_found"), [(2022, False), (2023, True)])
def test_an_old_code_is_right_where_a_year_before_2021_is_evaluated(
    tahun: int, is_found: bool, changed: Change
) -> None:
    example = Example((f"dokumen.json /tahun = {tahun}", f'{EVALUATION}/kode = "2.11.2.11.01.15"'))
    _, outcome = examine_folder(changed(example))
    assert any("berbentuk lama" in problem.message for problem in outcome.problems) is is_found
