"""Plans in the forms that offices and other systems print: each is read as the plan, and nothing of it is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc import indonesian
from renjadoc.tables.old import TextTable
from renjadoc.tables.rencana_program.old_amounts import has_cents, write_amount
from renjadoc.tables.rencana_program.old_flat import stand_rows
from renjadoc.tables.rencana_program.old_marks import join_units
from tests.adoption.paper import Taken, cell, centred, document, p, row, rows, table, take

LONG = "Paragraf ini cukup panjang agar bab ini tampak sebagai bab yang sesungguhnya dan bukan sebuah daftar. " * 6
_NAME = "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan"
TREE = [
    "2.09.03 | PROGRAM KETAHANAN PANGAN | Persentase |  | 90% | 225.000.000 | ",
    "2.09.03.2.01 | Penyaluran Pangan Pokok |  |  |  | 225.000.000 | ",
    "2.09.03.2.01.0001 | Informasi Harga Pangan | Jumlah dokumen | Kab. Contoh | 2 dokumen | 150.000.000 | PAD",
    "2.09.03.2.01.0002 | Pemantauan Stok Pangan | Jumlah laporan | Kab. Contoh | 4 laporan | 75.000.000 | PAD",
]
FLAT = [
    "1 | KETAHANAN PANGAN | Penyaluran Pangan Pokok | Informasi Harga | Jumlah dokumen | 2 dokumen | 150.000.000",
    "2 | KETAHANAN PANGAN | Penyaluran Pangan Pokok | Pemantauan Stok Pangan | Jumlah laporan | 4 laporan | 75.000.000",
    "3 | KETAHANAN PANGAN | Penanganan Rawan Pangan | Peta Kerawanan | Jumlah peta | 1 peta | 50.000.000",
    "4 | PERTANIAN | Penyuluhan | Pelatihan Petani | Jumlah petani | 80 orang | 30.000.000",
]
FLAT_HEAD = row("No", "Program", "Kegiatan", "Sub kegiatan", "Indikator", "Target", "Pagu (Rp)")


def _plan(tmp_path: Path, head: list[str], lines: list[str]) -> Taken:
    body = centred("RENCANA KERJA DINAS PANGAN") + centred("KABUPATEN MAJU") + centred("TAHUN 2026")
    body += centred("BAB I PENDAHULUAN") + p(LONG) + centred("BAB II RENCANA KERJA") + p(LONG)
    body += centred("Tabel 2.1 Rencana Program") + table(*head, *rows(*lines))
    return take(document(tmp_path / "a.docx", body), tmp_path / "a")


def _data(made: Taken) -> Any:
    return json.loads((made.folder / "tabel" / "rencana-program.json").read_text("utf-8"))


def _subs(data: Any) -> list[Any]:
    return [sub for program in data["program"] for kegiatan in program["kegiatan"] for sub in kegiatan["sub_kegiatan"]]


def test_without_prakiraan_maju(tmp_path: Path) -> None:
    head = row("Kode", _NAME, "Indikator Kinerja", "Lokasi", "Target", "Pagu Indikatif (Rp)", "Sumber Dana")
    data = _data(_plan(tmp_path, [head], TREE))
    assert data["jenis"] == "rencana-program"
    assert [(sub["pagu"], sub["pagu_maju"]) for sub in _subs(data)] == [(150_000_000, None), (75_000_000, None)]


def test_one_head_row_with_prakiraan_maju(tmp_path: Path) -> None:
    head = row("Kode", _NAME, "Indikator", "Lokasi", "Target", "Pagu Indikatif", "Sumber Dana",
               "Prakiraan Maju Target", "Prakiraan Maju Pagu")  # fmt: skip
    lines = [f"{line} | 3 buah | 80.000.000" if "PAD" in line else f"{line} |  | " for line in TREE]
    assert [sub["pagu_maju"] for sub in _subs(_data(_plan(tmp_path, [head], lines)))] == [80_000_000] * 2


@pytest.mark.parametrize(
    "own", [("Target 2026", "Pagu Indikatif 2026"), ("Target Kinerja Tahun 2026", "Anggaran (Rp)"), ("Target", "Pagu")]
)
def test_one_head_row_whose_columns_say_the_next_year(tmp_path: Path, own: tuple[str, str]) -> None:
    head = row("Kode", _NAME, "Indikator", "Lokasi", *own, "Sumber Dana", "Target 2027", "Pagu 2027 (Rp)")
    lines = [f"{line} | 3 buah | 80.000.000" if "PAD" in line else f"{line} |  | " for line in TREE]
    found = _subs(_data(_plan(tmp_path, [head], lines)))
    assert [(sub["pagu"], sub["pagu_maju"]) for sub in found] == [(150_000_000, 80_000_000), (75_000_000, 80_000_000)]


@pytest.mark.parametrize(
    ("write", "amounts"),
    [
        (lambda text: text.replace(".000.000", ",000,000"), [150_000_000, 75_000_000]),
        (lambda text: text.replace(".000.000", ",000,000.00"), [150_000_000, 75_000_000]),
        (lambda text: text.replace(".000.000", ".000.000,50"), [150_000_000, 75_000_000]),
        (lambda text: text.replace("150.000.000", "Rp. 150.000.000,-"), [150_000_000, 75_000_000]),
        (lambda text: text.replace(".000.000", " 000 000"), [150_000_000, 75_000_000]),
        (lambda text: text.replace(".000.000", "\u202f000\u202f000,50"), [150_000_000, 75_000_000]),
        (lambda text: text.replace(".000.000", "’000’000"), [150_000_000, 75_000_000]),
    ],
    ids=["koma", "koma dan sen", "sen", "Rp dan strip", "spasi", "spasi sempit dan sen", "kutip"],
)
def test_amounts_of_other_locales(tmp_path: Path, write: Any, amounts: list[int]) -> None:
    head = row("Kode", _NAME, "Indikator Kinerja", "Lokasi", "Target", "Pagu Indikatif (Rp)", "Sumber Dana")
    made = _plan(tmp_path, [head], [write(line) for line in TREE])
    assert [sub["pagu"] for sub in _subs(_data(made))] == amounts
    told = [text for what, text in made.adopted.doubtful if "sen dihilangkan" in what]
    assert bool(told) is (",50" in write(TREE[0]))


def test_units_in_a_column_of_their_own_stand_behind_the_target(tmp_path: Path) -> None:
    """A short figure such as 2 is proved with its unit; what says its unit already keeps it."""
    head = row("Kode", _NAME, "Indikator", "Satuan", "Target", "Pagu (Rp)", "Sumber Dana", "Lokasi", "Keterangan")
    lines = [
        "2.09.03 | PROGRAM KETAHANAN PANGAN | Persentase | per 1.000 KK | 70 | 225.000.000 |  |  | ",
        "2.09.03.2.01 | Penyaluran Pangan Pokok |  |  |  | 225.000.000 |  |  | ",
        "2.09.03.2.01.0001 | Informasi Harga | Jumlah dokumen | Dokumen | 2 | 150.000.000 | PAD | Kab. A | rutin",
        "2.09.03.2.01.0002 | Pemantauan Stok | Jumlah laporan | laporan | 4 laporan | 75.000.000 | PAD | Kab. A | ",
    ]
    data = _data(_plan(tmp_path, [head], lines))
    assert data["program"][0]["target"] == "70 per 1.000 KK"
    assert [(sub["target"], sub.get("catatan")) for sub in _subs(data)] == [("2 Dokumen", "rutin"), ("4 laporan", None)]


def test_one_column_of_units_serves_both_years() -> None:
    heads = ["Kode", "Target 2026", "Satuan", "Target 2027", "Catatan"]
    found = join_units(TextTable(heads, [["1", "2", "Orang", "3", ""], ["2", "", "Orang", "4", "x"], ["3"] * 5]))
    assert found.table.heads == ["Kode", "Target 2026", "Target 2027", "Catatan"]
    assert found.table.rows[:2] == [["1", "2 Orang", "3 Orang", ""], ["2", "", "4 Orang", "x"]]
    assert found.joined[:2] == [("2", "Orang"), ("3", "Orang")]
    alone = TextTable(["Kode", "Satuan"], [["1", "Orang"]])
    assert join_units(alone) == (alone, [])


def test_target_groups(tmp_path: Path) -> None:
    head = [
        row("Kode", _NAME, "Indikator Kinerja", cell("Rencana Tahun 2026", span=4), "Kelompok Sasaran",
            cell("Prakiraan Maju Rencana Tahun 2027", span=2)),
        row("", "", "", "Lokasi", "Target Capaian Kinerja", "Pagu Indikatif", "Sumber Dana", "",
            "Target Capaian Kinerja", "Pagu Indikatif"),
    ]  # fmt: skip
    data = _data(_plan(tmp_path, head, [f"{line} | Masyarakat |  | " for line in TREE]))
    assert [sub["kelompok_sasaran"] for sub in _subs(data)] == ["Masyarakat"] * 2


def test_flat_rows(tmp_path: Path) -> None:
    data = _data(_plan(tmp_path, [FLAT_HEAD], FLAT))
    assert [program["nama"] for program in data["program"]] == ["Program KETAHANAN PANGAN", "Program PERTANIAN"]
    assert [kegiatan["nama"] for kegiatan in data["program"][0]["kegiatan"]] == [
        "Penyaluran Pangan Pokok", "Penanganan Rawan Pangan",
    ]  # fmt: skip
    assert [sub["pagu"] for sub in _subs(data)] == [150_000_000, 75_000_000, 50_000_000, 30_000_000]


def test_flat_rows_whose_names_stand_once() -> None:
    heads = ["No", "Program", "Kegiatan", "Sub Kegiatan", "Pagu"]
    stood = stand_rows(TextTable(heads, [["1", "A", "B", "C", "1"], ["2", "", "", "D", "2"], ["3", "", "E", "F", "3"]]))
    assert stood.table.rows == [
        ["Program A", "", ""], ["B", "", ""], ["", "C", "1"], ["", "D", "2"], ["E", "", ""], ["", "F", "3"],
    ]  # fmt: skip
    assert stood.numbers == ["1", "2", "3"]


def test_a_tree_stays_as_it_is() -> None:
    tree = TextTable(["Kode", _NAME, "Pagu"], [["1", "A", "5"]])
    assert stand_rows(tree).table is tree


@given(amount=st.integers(1_000_000, 10**13), cents=st.integers(0, 99))
def test_an_amount_is_the_same_in_both_languages(amount: int, cents: int) -> None:
    english, ours = f"{amount:,}.{cents:02}", f"{indonesian.angka(amount)},{cents:02}"
    for text, is_english in ((english, True), (ours, False)):
        written = write_amount(text, is_english=is_english)
        assert written.removesuffix(",00") == indonesian.angka(amount)
        assert has_cents(text, is_english=is_english) is (cents > 0)


@pytest.mark.parametrize("levels", ["Urusan|Bidang|Program|Kegiatan|Sub", "Urusan|Bidang Urusan|Prog.|Keg.|Sub Keg."])
def test_codes_in_a_column_a_level_without_a_head_above_them(tmp_path: Path, levels: str) -> None:
    head = row(
        *levels.split("|"), "Uraian", "Tolok Ukur Kinerja", "Lokasi", "Target", "Pagu Indikatif (Rp)", "Sumber Dana"
    )
    lines = [
        "2 | 09 | 03 |  |  | PROGRAM KETAHANAN PANGAN | Persentase |  | 90% | 225.000.000 | ",
        "2 | 09 | 03 | 2.01 |  | Penyaluran Pangan Pokok |  |  |  | 225.000.000 | ",
        "2 | 09 | 03 | 2.01 | 0001 | Informasi Harga | Jumlah dokumen | Kab. Contoh | 2 dokumen | 150.000.000 | PAD",
        "2 | 09 | 03 | 2.01 | 0002 | Pemantauan Stok | Jumlah laporan | Kab. Contoh | 4 laporan | 75.000.000 | PAD",
    ]
    data = _data(_plan(tmp_path, [head], lines))
    assert [sub["kode"] for sub in _subs(data)] == ["2.09.03.2.01.0001", "2.09.03.2.01.0002"]
    assert _subs(data)[0]["indikator"] == "Jumlah dokumen"


@pytest.mark.parametrize(
    "signed",
    [
        [" | Mengetahui,", " | Kepala Dinas Pangan", "", " | Budi Santoso", " | NIP. 19700101 199503 1 001"],
        [" | Mengetahui, |  |  |  | Maju, 2 Januari 2026", " | Kepala Dinas |  |  |  | Kasubag Perencanaan"],
        ["Disetujui oleh:", "Kepala Dinas Pangan"],
    ],
)
def test_who_signs_below_a_plan_is_no_row_of_it(tmp_path: Path, signed: list[str]) -> None:
    head = row("Kode", _NAME, "Indikator Kinerja", "Lokasi", "Target", "Pagu Indikatif (Rp)", "Sumber Dana")
    # Every row of a table has all of its cells.
    typed = [" | ".join([*line.split(" | "), *[""] * 7][:7]) for line in signed]
    made = _plan(tmp_path, [head], [*TREE, *typed])
    assert len(_subs(_data(made))) == 2
    words = [part.strip() for line in signed for part in line.split("|") if part.strip()]
    said = json.loads((made.folder / "bab-2.json").read_text("utf-8"))["isi"]
    assert sorted(said[said.index({"tabel": "rencana-program"}) + 1 :]) == sorted(words)
    assert "tanda tangan di akhir tabel menjadi paragraf di bawahnya" in [what for what, _ in made.adopted.doubtful]
    assert made.adopted.missing == []


@pytest.mark.parametrize("name", ["Mengetahui Kebutuhan Pangan", "Disetujui 2 Perda"])
def test_a_sub_kegiatan_that_begins_like_a_signature_stays_a_row(tmp_path: Path, name: str) -> None:
    head = row("Kode", _NAME, "Indikator Kinerja", "Lokasi", "Target", "Pagu Indikatif (Rp)", "Sumber Dana")
    last = f"2.09.03.2.01.0003 | {name} | Jumlah dokumen | Kab. Contoh | 1 dokumen | 5.000.000 | PAD"
    assert len(_subs(_data(_plan(tmp_path, [head], [*TREE, last])))) == 3
