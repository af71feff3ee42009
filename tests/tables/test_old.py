"""Values of an old or returned Word table, read from what people type."""

from __future__ import annotations

from itertools import product

import pytest

from renjadoc.tables.evaluasi_triwulan.old_heads import find_quarter
from renjadoc.tables.evaluasi_triwulan.old_quarters import read_quarters
from renjadoc.tables.old import READERS, TextTable, Unfit, levels_by_code, name_next_year
from renjadoc.tables.rekap import KIND as REKAP
from renjadoc.tables.rencana_program.old_amended import read_amended
from renjadoc.tables.usulan_masyarakat import KIND as USULAN


@pytest.mark.parametrize(("text", "value"), [("11", 11), ("11.", 11), (" ", None), ("", None)])
def test_a_row_number_is_whole(text: str, value: int | None) -> None:
    assert READERS["bulat"](text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *product(["bulat", "uang", "kode"], ["11 diubah", "²", "sebelas", "1e5"]),
        ("bulat", "9" * 5000),
        ("uang", "9" * 5000),
    ],
)
def test_what_is_no_number_is_refused_in_words(kind: str, text: str) -> None:
    with pytest.raises(Unfit, match="“"):
        READERS[kind](text)


_CODED = [("Urusan Koperasi", "2"), ("Program A", "2.17.01"), ("Penataan", "2.17.01.2.01"), ("Rapat", "2.17.01.2.01.1")]


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        (_CODED, {1: "urusan", 3: "program", 5: "kegiatan", 6: "sub"}),
        (_CODED[1:3], {3: "program", 5: "kegiatan"}),
        ([("Program A", "1"), ("Penataan", "1.1"), ("Rapat", "1.1.1")], {1: "program", 2: "kegiatan", 3: "sub"}),
        (_CODED[2:], {1: "urusan", 2: "urusan", 3: "program", 5: "kegiatan", 6: "sub"}),
    ],
)
def test_levels_follow_from_the_programs(rows: list[tuple[str, str | None]], levels: dict[int, str]) -> None:
    assert levels_by_code(rows) == levels


@pytest.mark.parametrize(
    ("heads", "later"),
    [
        (["Program", "Pagu Tahun 2026", "Target Tahun 2027", "Pagu Tahun 2027"], [2, 3]),
        (["Program", "Target", "Pagu", "Target Tahun 2027", "Pagu Tahun 2027"], [3, 4]),
        (["Program", "Pagu Tahun 2025", "Target Tahun 2027", "Pagu Tahun 2027"], []),
        (["Program", "Pagu Tahun 2028", "Target Tahun 2027", "Pagu Tahun 2027"], [1]),
        (["Program", "Pagu Tahun 2026", "Realisasi Tahun 2026", "Pagu Tahun 2027"], []),
        (["Program", "Pagu Tahun 2026"], []),
    ],
)
def test_the_later_of_two_years_is_the_next(heads: list[str], later: list[int]) -> None:
    named = name_next_year(TextTable(heads, [])).heads
    assert [index for index, head in enumerate(named) if head.endswith("(n+1)")] == later


@pytest.mark.parametrize(
    ("head", "until", "quarter"),
    [
        ("realisasi triwulan ii", False, 2),
        ("realisasi s.d. triwulan ii", False, None),
        ("realisasi s.d. triwulan ii", True, 2),
        ("realisasi renstra s.d. triwulan ii", True, None),
        ("tingkat capaian s.d. triwulan ii", True, None),
        ("realisasi", False, None),
    ],
)
def test_the_quarter_of_a_head(head: str, until: bool, quarter: int | None) -> None:
    assert find_quarter(head, until=until) == quarter


def test_a_recap_says_what_the_plan_says_again() -> None:
    rows = [["1", "DAU", "100", "25%"], ["2", "DBHCHT", "300", "75%"], ["", "Jumlah", "400", "100%"]]
    built = REKAP.read_old(TextTable(["No", "Sumber Dana", "Pagu", "Persentase"], rows)) if REKAP.read_old else None
    assert built is not None
    assert built.data == {"jenis": "rekap", "sumber": "rencana-program", "menurut": "sumber_dana"}
    assert built.anew == ["1", "2", "", "Jumlah", "100%"]
    assert [one.text for one in built.stated] == ["25%", "75%"]


def test_a_code_says_the_level_where_amounts_tell_nothing() -> None:
    heads = ["Kode", "Program/Kegiatan", "Indikator", "Target 2026 / K", "Target 2026 / Rp"]
    heads += ["Realisasi Triwulan I / K", "Realisasi Triwulan I / Rp"]
    rows = [
        ["2.17.01", "Program A", "Nilai", "80", "900", "20", "300"],
        ["2.17.01.2.01", "Penataan", "Jumlah", "4", "77", "1", "20"],
        ["2.17.01.2.01.0001", "Rapat", "Jumlah rapat", "4", "60", "1", "20"],
        ["2.17.01.2.02", "Pembinaan", "Jumlah", "4", "31", "1", "10"],
        ["", "Program B", "Nilai", "80", "900", "20", "300"],  # Whose code was forgotten.
        ["2.17.02.2.01", "Arsip", "Jumlah", "4", "77", "1", "20"],
        ["2.17.02.2.02", "Pameran", "Jumlah", "4", "31", "1", "10"],
    ]
    one, other = read_quarters(TextTable(heads, rows)).data["program"]
    assert [(at["nama"], len(at.get("sub_kegiatan", []))) for at in (*one["kegiatan"], *other["kegiatan"])] == [
        ("Penataan", 1), ("Pembinaan", 0), ("Arsip", 0), ("Pameran", 0),
    ]  # fmt: skip


def test_what_only_tabel_4_1_says_of_a_changed_plan_stands_in_its_rows() -> None:
    heads = ["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Lokasi", "Target Sebelum", "Target Sesudah"]
    heads += ["Pagu Sebelum", "Pagu Sesudah", "Sumber Dana", "Outcome", "Target Renstra"]
    rows = [
        ["", "Dinas Koperasi", "", "", "", "", "100", "120", "", "", ""],
        ["2.17.01", "Program A", "Nilai", "", "80", "80", "100", "120", "", "Nilai naik", "85"],
        ["2.17.01.2.01", "Penataan", "Jumlah", "", "4", "4", "100", "120", "", "", ""],
        ["2.17.01.2.01.0001", "Rapat", "Jumlah", "Kota", "4 kali", "6 kali", "100", "120", "APBD", "Selesai", ""],
    ]
    built = read_amended(TextTable(heads, rows), "rencana-program")
    [program] = built.data["program"]
    [sub] = program["kegiatan"][0]["sub_kegiatan"]
    assert (program["outcome"], program["target_renstra"], sub["output"]) == ("Nilai naik", 85, "Selesai")
    assert (sub["pagu"], sub["target"]) == (120, "6 kali")
    with pytest.raises(Unfit, match="di samping kolom"):
        read_amended(TextTable(heads, [*rows, ["", "Jumlah", *[""] * 9], ["", "", *[""] * 9]]), "rencana-program")


@pytest.mark.parametrize("number", ["2", "satu"])
def test_usulan_are_numbered_one_by_one(number: str) -> None:
    heads, row = ["No", "Usulan", "Lokasi", "Volume", "Anggaran"], ["Pelatihan", "Makam", "1 paket", "50.000.000"]
    read_old = USULAN.read_old
    assert read_old is not None
    assert read_old(TextTable(heads, [["1.", *row]])).data["usulan"][0]["usulan"] == "Pelatihan"
    with pytest.raises(Unfit, match="tidak bernomor urut"):
        read_old(TextTable(heads, [[number, *row]]))
