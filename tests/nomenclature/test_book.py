"""Entries found by code, by what they replace, by words; names compared word by word; open cells filled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from renjadoc.nomenclature import store
from renjadoc.nomenclature.book import NomenclatureBook, open_own
from renjadoc.nomenclature.filling import complete_row, with_unit
from renjadoc.nomenclature.wording import compare_wording
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


@pytest.mark.parametrize("text", [None, "", "tanpa kepala\n1", "\0\0\0"])
def test_a_list_that_cannot_be_read_is_none(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "nomenklatur.csv").write_text(text)
    assert open_own(tmp_path, "Kota") is None
