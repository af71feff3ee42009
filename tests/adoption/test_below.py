"""What stands right below a table or picture of an old document and belongs to it comes back as its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.adoption.below import says_signing
from renjadoc.adoption.body import Extracts, read_body
from tests.adoption import plain
from tests.adoption.paper import bold, cell, centred, document, p, row, rows, table, take
from tests.adoption.plain import line

LONG = "Paragraf ini cukup panjang agar bab ini tampak sebagai bab yang sesungguhnya dan bukan sebuah daftar. " * 6


def load(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf-8"))


def read_below(below: tuple[str, ...], cells: str) -> tuple[list[Any], list[str]]:
    """What was made of a table with these paragraphs below it: the content, and the notes of the table."""
    extracts = Extracts()
    content = read_body([line("Tabel 1.1 Rincian"), plain.table("A | B", cells), *map(line, below)], extracts)
    return content, extracts.tables[0].below


@pytest.mark.parametrize(
    ("below", "cells", "notes"),
    [
        (("*) Angka sementara.",), "satu | 12*)", ["\\*) Angka sementara."]),
        (("1) Angka sementara.", "2) Perkiraan."), "satu1) | 12 2)", ["1) Angka sementara.", "2) Perkiraan."]),
        (("Keterangan: n.a. = tidak tersedia",), "satu | n.a.", ["Keterangan: n.a. = tidak tersedia"]),
        (("Keterangan:", "TT : tercapai", "- = nihil"), "a | -", ["Keterangan:", "TT : tercapai", "- = nihil"]),
        (("Catatan : data per Juni",), "a | b", ["Catatan : data per Juni"]),
    ],
)
def test_notes_below_a_table_are_its_own(below: tuple[str, ...], cells: str, notes: list[str]) -> None:
    assert read_below((*below, "Isi sesudahnya."), cells) == ([{"tabel": ""}, "Isi sesudahnya."], notes)


@pytest.mark.parametrize("turned", [False, True])
def test_notes_and_source_come_in_either_order(turned: bool) -> None:
    below = ("Sumber: BPS, 2020", "*) Angka sementara.")
    content, notes = read_below((*(below[::-1] if turned else below), "Isi."), "satu | 12*)")
    assert content == [{"tabel": "", "sumber": "BPS, 2020"}, "Isi."]
    assert notes == ["\\*) Angka sementara."]


@pytest.mark.parametrize(
    "below",
    [
        "1) Peningkatan mutu layanan.", "Keterangan:", "Sumber daya: manusia dan anggaran.", "a) mutu layanan",
        "Sumber dana: APBD Kabupaten.",
    ],
)  # fmt: skip
def test_a_list_or_sentence_below_a_table_stays_text(below: str) -> None:
    content, notes = read_below((below, LONG), "satu | dua")
    assert content[0] == {"tabel": ""}
    assert (len(content), notes) == (3, [])


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("(Sumber: BPS, 2020)", "BPS, 2020"), ("Sumber BPS Kota, 2020", "Sumber BPS Kota, 2020"),
        ("Data diolah, 2020", "Data diolah, 2020"), ("SUMBER: Disnaker", "SUMBER: Disnaker"),
    ],
)  # fmt: skip
def test_a_source_is_known_by_its_words(said: str, source: str) -> None:
    content, _ = read_below((said, "Isi."), "satu | dua")
    assert content == [{"tabel": "", "sumber": source}, "Isi."]


@pytest.mark.lambat
def test_source_and_notes_in_the_last_rows_of_a_table_are_no_rows(tmp_path: Path) -> None:
    last = row(cell(p("Keterangan: *) sementara"), span=2)) + row(cell(p("Sumber: BPS"), span=2))
    body = centred("BAB I AWAL") + p(LONG) + centred("Tabel 1.1 Rincian") + table(*rows("A | B", "a | 1*)"), last)
    made = take(document(tmp_path / "a.docx", body + p("Isi.")), tmp_path / "a")
    assert load(made.folder, "bab-1.json")["isi"][1:] == [{"tabel": "rincian", "sumber": "BPS"}, "Isi."]
    data = load(made.folder, "tabel/rincian.json")
    assert (len(data["baris"]), data["keterangan"]) == (1, ["Keterangan: \\*) sementara"])


def test_what_our_own_document_prints_below_a_table_comes_back(tmp_path: Path) -> None:
    below = bold("Keterangan:") + p("*) Angka sementara.") + p("Sumber: BPS") + p("Isi.")
    body = centred("BAB I AWAL") + p(LONG) + centred("Tabel 1.1 Rincian") + table(*rows("A | B", "a | 1*)")) + below
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    content, data = (load(made.folder, name) for name in ("bab-1.json", "tabel/rincian.json"))
    assert content["isi"][1:] == [{"tabel": "rincian", "sumber": "BPS"}, "Isi."]
    assert data["keterangan"] == ["**Keterangan:**", "\\*) Angka sementara."]
    again = take(made.folder.with_suffix(".docx"), tmp_path / "lagi")
    assert load(again.folder, "tabel/rincian.json") == data
    assert load(again.folder, "bab-1.json")["isi"][:3] == content["isi"]


@pytest.mark.parametrize(
    ("said", "signs"),
    [
        ("Mengetahui,", True),
        ("Mengetahui Kepala Dinas", True),
        ("Mengetahui Plt. Camat Maju", True),
        ("Disetujui oleh:", True),
        ("Maju, 2 Januari 2026", True),
        ("Mengetahui Kebutuhan Pangan", False),
        ("Disetujui 2 Perda", False),
        ("Kepala Dinas", False),
        ("Pelatihan, 2 angkatan", False),
    ],
)
def test_how_a_signature_below_a_table_begins(said: str, signs: bool) -> None:
    assert says_signing(said) is signs
