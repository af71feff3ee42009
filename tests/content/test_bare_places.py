"""A finding on the shape of a file says first where a reader sees it, though no document can be made of the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.pointers import find_parent
from tests.conftest import problems_of

Edit = Callable[[str, Callable[[Any], Any]], None]

PAGU = "/program/0/kegiatan/0/sub_kegiatan/0"


def put_value(edit: Edit, file: str, pointer: str, value: object) -> None:
    """Put a value where a pointer says."""

    def change(data: Any) -> None:
        container, key = find_parent(data, pointer)
        container[key] = value

    edit(file, change)


def find_places(folder: Path) -> list[str]:
    return [problem.location.seen for problem in problems_of(folder) if problem.code.startswith("RJ01")]


@pytest.mark.parametrize(("key", "value", "said"), [("pagu", "1.000", "pagu"), ("pagu_maju", 1.5, "pagu maju")])
def test_cell_is_named_by_table_and_row(isi: Path, edit: Edit, key: str, value: object, said: str) -> None:
    row = json.loads((isi / "tabel/rencana-program.json").read_text("utf-8"))["program"][0]["kegiatan"][0]
    put_value(edit, "tabel/rencana-program.json", f"{PAGU}/{key}", value)
    (seen,) = find_places(isi)
    assert seen.startswith("Tabel “Rumusan Rencana Program")
    assert seen.endswith(f"…”, {row['sub_kegiatan'][0]['nama']}, {said}")


def test_row_without_an_entry_is_named(isi: Path, edit: Edit) -> None:
    edit("tabel/rencana-program.json", lambda data: data["program"][0]["kegiatan"][0].pop("nama"))
    (seen,) = find_places(isi)
    assert seen.endswith("”, Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota, kegiatan nomor 1")


def test_text_is_named_by_chapter_and_section(isi: Path, edit: Edit) -> None:
    put_value(edit, "bab-1.json", "/bagian/0/isi/0", 5)
    assert find_places(isi) == ["BAB I, Latar Belakang, isi nomor 1"]


@pytest.mark.parametrize(
    ("file", "pointer", "seen"),
    [
        ("dokumen.json", "/perangkat_daerah/nama", "perangkat daerah, nama"),
        ("tabel/rencana-program.json", "/judul", "Tabel “rencana-program”, judul"),
        (
            "regulasi/landasan-hukum.json",
            "/regulasi/0/tahun",
            "Dasar hukum, Sistem Perencanaan Pembangunan Nasional, tahun",
        ),
    ],
)
def test_what_no_row_holds_is_named_by_its_file(isi: Path, edit: Edit, file: str, pointer: str, seen: str) -> None:
    put_value(edit, file, pointer, " ")
    assert find_places(isi) == [seen]


def test_money_with_a_fraction_is_told_as_it_was_typed(isi: Path, edit: Edit) -> None:
    put_value(edit, "tabel/rencana-program.json", f"{PAGU}/pagu", 47000000.5)
    assert [problem.message for problem in problems_of(isi)] == ["“pagu” berisi 47000000.5"]
