"""The content folders that the first page shows: those right below its folder, whatever they hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renjadoc.desk.shelf import check_new_name, find_folder, list_cards
from renjadoc.problem import ProblemsFound


def lay(root: Path, name: str, data: object) -> Path:
    (root / name).mkdir()
    (root / name / "dokumen.json").write_text(json.dumps(data), "utf-8")
    return root / name


def test_cards_say_office_region_and_year_the_newest_first(tmp_path: Path) -> None:
    office = {"perangkat_daerah": {"nama": "Dinas Uji"}, "daerah": {"jenis": "Kota", "nama": "Contoh"}}
    lay(tmp_path, "a", {**office, "tahun": 2026})
    lay(tmp_path, "b", {**office, "tahun": 2027})
    (tmp_path / "bukan").mkdir()
    cards = list_cards(tmp_path)
    assert [(card.path.name, card.year) for card in cards] == [("b", 2027), ("a", 2026)]
    assert (cards[0].office, cards[0].region) == ("Dinas Uji", "Kota Contoh")


@pytest.mark.parametrize("data", [[], {}, {"tahun": "x", "perangkat_daerah": []}, None])
def test_a_folder_that_cannot_be_read_has_a_card_too(tmp_path: Path, data: object) -> None:
    lay(tmp_path, "rusak", data)
    assert [(card.path.name, card.office, card.year) for card in list_cards(tmp_path)] == [("rusak", "", 0)]


def test_no_folder_of_folders_yet_is_an_empty_shelf(tmp_path: Path) -> None:
    assert list_cards(tmp_path / "belum") == []


def test_only_folders_right_below_are_found_and_no_links(tmp_path: Path) -> None:
    root = tmp_path / "akar"
    root.mkdir()
    elsewhere = lay(tmp_path, "lain", {})
    (root / "tautan").symlink_to(elsewhere, target_is_directory=True)
    lay(root, "isi", {})
    assert find_folder(root, "isi") == root / "isi"
    for name in ("tautan", "..", "../lain", "lain", "isi/..", ""):
        with pytest.raises(ProblemsFound):
            find_folder(root, name)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "/x", "C:x", " x", "x ", ".tersembunyi", "a?b"])
def test_a_new_folder_has_a_plain_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProblemsFound):
        check_new_name(tmp_path, name)
    assert check_new_name(tmp_path, "renja-2027") == tmp_path / "renja-2027"
