"""Entries found by code, by what they replace, by words; names compared word by word; open cells filled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from renjadoc.nomenclature import store
from renjadoc.nomenclature.book import NomenclatureBook, open_own
from renjadoc.nomenclature.entry import split_coded
from renjadoc.nomenclature.filling import complete_row, find_missing, with_unit
from renjadoc.nomenclature.wording import compare_wording, is_unit
from renjadoc.sheets import ministry
from tests.nomenclature.lists import write_export


@pytest.fixture
def book(tmp_path: Path) -> NomenclatureBook:
    entries = ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries
    return NomenclatureBook(store.make_memory(entries), 0, "KABKOT", "nomenklatur percobaan")


@pytest.mark.parametrize("bidang", ["2.17", "1.02", "5.01", "X.XX"])
def test_penunjang_fits_every_bidang(book: NomenclatureBook, bidang: str) -> None:
    entry = book.find(f"{bidang}.01.2.01.0001")
    assert entry is not None
    assert (entry.kode, entry.nama) == (f"{bidang}.01.2.01.0001", "Penyusunan Dokumen Perencanaan")


def test_a_code_is_sought_as_a_code(book: NomenclatureBook) -> None:
    """Never by likeness: what another code says is no answer; what replaces it is."""
    assert [one.kode for one in book.search("1.02.01.2.01.0001")] == ["1.02.01.2.01.0001"]
    assert book.search(" 2.17.07. ")[0].kode == "2.17.07"
    assert {one.kode[:7] for one in book.search("2.17.07")} == {"2.17.07"}
    assert [one.kode for one in book.search("2.17.07.2.01.0003")] == ["2.17.07.2.01.0016"]
    assert book.search("2.17.07.2.01.0099") == []


def test_only_the_programme_penunjang_is_of_every_bidang(book: NomenclatureBook) -> None:
    assert book.find("1.02.07.2.01.0001") is None


def test_levels_of_government_are_apart(book: NomenclatureBook) -> None:
    assert book.find("2.17.07.1.01.0001") is None
    other = book.find_elsewhere("2.17.07.1.01.0001")
    assert other is not None
    assert other.tingkat == "PROV"


def test_what_replaces_a_code_is_found(book: NomenclatureBook) -> None:
    assert [one.kode for one in book.find_successors("2.17.07.2.01.0003")] == ["2.17.07.2.01.0016"]
    assert book.find_successors("2.17.07.2.01.000") == []


def test_many_names_are_one_question_that_goes_by_an_index(tmp_path: Path) -> None:
    entries = ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries
    connection = store.make_memory(entries)
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    names = [*(one.nama for one in entries), *(f"Nama lain {number}" for number in range(500))]
    book = NomenclatureBook(connection, 0, "KABKOT", "nomenklatur percobaan")
    book.learn_names((name, 6) for name in names)
    assert [one.kode for one in book.find_named(" pelatihan  usaha MIKRO", 6)] == ["2.17.07.2.01.0001"]
    assert book.find_named("Nama lain 499", 6) == []
    [question] = [one for one in asked if one.startswith("SELECT")]
    [how] = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}") if "baris" in row[3]]
    assert "per_nama" in how


def test_codes_that_were_are_asked_for_once(book: NomenclatureBook) -> None:
    asked: list[str] = []
    book._connection.set_trace_callback(asked.append)
    found = [book.find_successors(f"2.17.07.2.01.{number:04}") for number in range(200)]
    assert [one[0].kode for one in found if one] == ["2.17.07.2.01.0016"]
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("pelatihan mikro", "2.17.07.2.01.0001"),
        ("PELATIHAN usaha", "2.17.07.2.01.0001"),
        ("melatih usaha mikro", "2.17.07.2.01.0001"),
        ("peltihan mikro", "2.17.07.2.01.0001"),
        ("jumlah peserta", "2.17.07.2.01.0001"),
        ("2.17.07.2.01.0016", "2.17.07.2.01.0016"),
        ("dokumen perencanaan", "X.XX.01.2.01.0001"),
    ],
)
def test_words_find_codes(book: NomenclatureBook, words: str, first: str) -> None:
    assert book.search(words)[0].kode == first


def test_nothing_is_found_for_what_is_not_there(book: NomenclatureBook) -> None:
    assert book.search("zxqv") == []


@pytest.mark.parametrize(
    ("stated", "official", "difference"),
    [
        ("Pelatihan Usaha", "PELATIHAN  USAHA", None),
        ("RKA - SKPD", "RKA-SKPD", None),
        ("Pelatian Usaha", "Pelatihan Usaha", ("Pelatian", "Pelatihan", True)),
        ("Pelatihan Usaha", "Pelatihan bagi Usaha", ("", "bagi", False)),
        ("Pelatihan Usaha Kecil", "Pelatihan Usaha Mikro", ("Kecil", "Mikro", False)),
    ],
)
def test_names_are_compared_word_by_word(stated: str, official: str, difference: tuple[str, str, bool] | None) -> None:
    assert compare_wording(stated, official) == difference


@pytest.mark.parametrize(
    ("value", "filled"),
    [(12, "12 Orang"), ("1.200", "1.200 Orang"), ("12 Orang", ""), (None, ""), ("-", ""), (["1", "2"], "")],
)
def test_a_bare_target_gets_the_unit(value: Any, filled: str) -> None:
    assert with_unit(value, "Orang") == filled


def test_open_cells_are_filled_and_others_stay(book: NomenclatureBook) -> None:
    sub = {"kode": "2.17.07.2.01.0001", "nama": "Nama sendiri", "indikator": None, "target": 20, "pagu": 5}
    program = {"kode": "2.17.07", "nama": "Nama program", "kegiatan": [{"nama": "K", "sub_kegiatan": [sub]}]}
    made = complete_row(book, program)
    assert made["nama"] == "PROGRAM PEMBERDAYAAN USAHA MIKRO"
    expected = {**sub, "indikator": "Jumlah Peserta", "target": "20 Orang"}
    assert made["kegiatan"][0]["sub_kegiatan"] == [expected]
    assert sub["indikator"] is None


@pytest.mark.parametrize("code", [None, "", "9.99.99.9.99.9999"])
def test_a_code_that_is_none_fills_nothing(book: NomenclatureBook, code: str | None) -> None:
    assert find_missing(book, {"kode": code, "nama": "Nama sub kegiatan", "target": 3}) == []


@pytest.mark.parametrize(
    ("unit", "fits"),
    [("Dokumen", True), ("dokumen.", True), ("Dokumen (eksemplar)", True), ("Laporan", False), ("Dokumen lain", False)],
)
def test_a_unit_is_the_official_one_but_for_case_and_what_stands_in_brackets(unit: str, fits: bool) -> None:
    assert is_unit(unit, "Dokumen (eksemplar)") is fits


@pytest.mark.parametrize("text", [None, "", "tanpa kepala\n1", "\0\0\0"])
def test_a_list_that_cannot_be_read_is_none(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "nomenklatur.csv").write_text(text)
    assert open_own(tmp_path, "Kota") is None


def test_a_code_between_the_code_and_the_name_is_no_part_of_the_name() -> None:
    said = "1.03.07.2.01.0038 1.03.07.2.01.0018 Optimalisasi Sistem"
    assert split_coded(said) == ("1.03.07.2.01.0038", "Optimalisasi Sistem")
    assert split_coded("1.03.07.2.01.0038 4.500 Unit Rumah") == ("1.03.07.2.01.0038", "4.500 Unit Rumah")
