"""Tables that begin on the page, their columns, what their schemas ask, and regulations with what amended them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.folder import open_folder
from renjadoc.desk import free_columns, free_rows, laws, new_tables
from renjadoc.desk.fields_edits import merge_answers, say_answers
from renjadoc.desk.schema_fields import find_choices, list_fields
from renjadoc.desk.writing import add_word, write_edits
from renjadoc.edits.history import list_actions, take_back
from renjadoc.reading import Reading
from tests.conftest import ROOT
from tests.desk.test_headings import read_all


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2027", tmp_path / "renja")
    return tmp_path / "renja"


def begin(folder: Path, kind: str, title: str = "") -> str:
    content = open_folder(folder)
    asked = new_tables.list_questions_of(Reading(content), kind)
    answers = {one.pointer: one.choices[0] for one in asked}
    files = new_tables.begin_table(content, kind, title, ["Uraian", "Jumlah"], answers)
    write_edits(folder, [], "uji", files=files)
    return next(iter(files))


@pytest.mark.parametrize("kind", [kind for kind in new_tables.list_kinds() if kind != "rencana-program"])
def test_every_kind_of_table_begins_as_one_that_can_be_read(folder: Path, kind: str) -> None:
    name = begin(folder, kind, "Judul Kami")
    content = open_folder(folder)
    data = content.tabel[Path(name).stem].data
    assert (data["jenis"], data["judul"]) == (kind, ["Judul Kami"])
    assert data.get("bentuk") == content.kerangka["bentuk"].get(kind)


def test_a_table_without_a_title_has_the_usual_one(folder: Path) -> None:
    name = begin(folder, "target-renstra")
    usual = json.loads((ROOT / "content/awal/tabel/target-renstra.json").read_text("utf-8"))["judul"]
    assert json.loads((folder / name).read_text("utf-8"))["judul"] == usual


def test_columns_of_an_ad_hoc_table_come_change_and_go_with_their_cells(folder: Path) -> None:
    name = begin(folder, "bebas", "Daftar Kami")
    stem = Path(name).stem
    write_edits(folder, say_answers(name, {}, {"/baris": [["a", 1], {"sel": ["b", 2], "tebal": True}]}), "uji")

    def change(make: Any) -> Any:
        table = Reading(open_folder(folder)).tables[stem]
        write_edits(folder, make(table, free_columns.list_columns(table.data)), "uji")
        data = json.loads((folder / name).read_text("utf-8"))
        return data["kolom"], data["baris"]

    heads, rows = change(lambda table, _: free_columns.add_column(name, table, "Catatan"))
    assert heads[-1] == {"judul": "Catatan"}
    assert rows == [["a", 1, None], {"sel": ["b", 2, None], "tebal": True}]
    heads, _ = change(lambda table, heads: free_columns.change_column(name, heads[1], {"judul": "Rp", "rata": "kanan"}))
    assert heads[1] == {"judul": "Rp", "rata": "kanan"}
    heads, rows = change(lambda table, heads: free_columns.remove_column(name, table, heads[0]))
    assert [head["judul"] for head in heads] == ["Rp", "Catatan"]
    assert rows == [[1, None], {"sel": [2, None], "tebal": True}]


def test_columns_of_an_ad_hoc_table_move_and_get_heads_and_merged_cells_follow(folder: Path) -> None:
    name = begin(folder, "bebas", "Daftar Kami")
    stem = Path(name).stem
    rows = [["a", 1], {"sel": [{"teks": "x", "gabung": 2}]}]
    write_edits(folder, say_answers(name, {}, {"/baris": rows}), "uji")

    def change(make: Any) -> Any:
        table = Reading(open_folder(folder)).tables[stem]
        write_edits(folder, make(table, free_columns.list_columns(table.data)), "uji")
        data = json.loads((folder / name).read_text("utf-8"))
        return data["kolom"], data["baris"]

    _, rows = change(lambda table, heads: free_columns.add_column(name, table, "Tengah", heads[0]))
    assert rows == [["a", None, 1], {"sel": [{"teks": "x", "gabung": 3}]}]
    heads, rows = change(lambda table, heads: free_columns.move_column(name, table, heads[2], -1))
    assert [one["judul"] for one in heads] == ["Uraian", "Jumlah", "Tengah"]
    assert rows[0] == ["a", 1, None]
    heads, again = change(lambda table, heads: free_columns.group_columns(name, table, heads[1], 2, "Tahun Ini"))
    assert heads == [
        {"judul": "Uraian"}, {"judul": "Tahun Ini", "kolom": [{"judul": "Jumlah"}, {"judul": "Tengah"}]},
    ]  # fmt: skip
    assert again == rows
    heads, _ = change(lambda table, heads: free_columns.ungroup_columns(name, table, heads[1]))
    assert [one["judul"] for one in heads] == ["Uraian", "Jumlah", "Tengah"]
    change(lambda table, heads: free_columns.remove_column(name, table, heads[0]))
    _, rows = change(lambda table, heads: free_columns.remove_column(name, table, heads[0]))
    assert rows == [[None], ["x"]]


def test_rows_of_an_ad_hoc_table_are_bold_and_their_cells_merged_and_split(folder: Path) -> None:
    name = begin(folder, "bebas", "Daftar Kami")
    stem = Path(name).stem
    write_edits(folder, say_answers(name, {}, {"/baris": [["a", 1]]}), "uji")

    def change(make: Any) -> Any:
        table = Reading(open_folder(folder)).tables[stem]
        write_edits(folder, make(table, table.rows[0]), "uji")
        return json.loads((folder / name).read_text("utf-8"))["baris"][0]

    assert change(lambda table, row: free_rows.mark_bold(name, table, row, bold=True)) == {
        "sel": ["a", 1], "tebal": True,
    }  # fmt: skip
    assert change(lambda table, row: free_rows.merge_cells(name, table, row, 1, 0)) == {
        "sel": [{"teks": ["a", "1"], "gabung": 2}], "tebal": True,
    }  # fmt: skip
    assert change(lambda table, row: free_rows.merge_cells(name, table, row, 0, 0))["sel"] == [["a", "1"], None]
    assert change(lambda table, row: free_rows.mark_bold(name, table, row, bold=False)) == [["a", "1"], None]


def test_fields_of_a_file_are_those_of_the_branch_it_is_in() -> None:
    asked = {one.pointer: one for one in list_fields("rencana-program", {}, ("$schema", "jenis"))}
    assert asked["/bentuk"].choices == ("permendagri-86", "permendagri-14", "tanpa-sub-kegiatan")
    assert asked["/cetak_kode"].kind == "ya"
    assert [one.pointer for one in list_fields("kinerja-urusan", {"sumber": "iku"}) if one.required][-1] == "/sumber"
    assert find_choices("target-renstra", {}, "/kelompok/0/isi/0/jenis") == ["tujuan", "sasaran", "program", "kegiatan"]


def test_answers_come_change_and_go() -> None:
    data = {"jenis": "x", "tercatat": {"pagu": 1}}
    made = say_answers("f", data, {"/cetak_kode": True, "/tercatat/pagu": None, "/tercatat/pagu_maju": None}, "jenis")
    assert [(one.action, one.pointer, one.value) for one in made] == [
        ("set", "/cetak_kode", True), ("remove", "/tercatat", None),
    ]  # fmt: skip
    assert say_answers("f", data, {"/tercatat/pagu": 1, "/cetak_kode": None}) == []
    [edit] = say_answers("f", {}, {"/misi/nomor": 2, "/misi/teks": "Maju"})
    assert (edit.pointer, edit.value) == ("/misi", {"nomor": 2, "teks": "Maju"})


def test_a_regulation_keeps_what_amended_it() -> None:
    one = {"frasa": "sebagaimana telah diubah dengan", "jenis": "PP", "nomor": 72, "tahun": 2019}
    entry = {"jenis": "PP", "nomor": 18, "tahun": 2016, "tentang": "Perangkat Daerah"}
    chain = [{"jenis": "UU", "nomor": 9, "tahun": 2015}, {"jenis": "UU", "nomor": 6, "tahun": 2023}]
    for amended, wanted in ((one, one), ([], None), (chain, chain)):
        law = {**entry, "diubah": amended} if amended else entry
        answers = {question.pointer: law.get(question.pointer[1:]) for question in laws.list_law_questions()}
        again = laws.join_amendments(merge_answers({}, answers), laws.read_amendments(law))
        assert again == law
        assert again.get("diubah") == wanted
    assert laws.join_amendments(entry, [one, chain[1]])["diubah"] == [
        {key: value for key, value in one.items() if key != "frasa"}, chain[1],
    ]  # fmt: skip
    asked = {question.pointer: question for question in laws.list_amendment_questions()}
    assert not asked["/frasa"].required
    assert asked["/jenis"].required


def test_a_word_that_was_added_stands_in_the_history_and_can_be_taken_back(folder: Path) -> None:
    from datetime import datetime

    before = read_all(folder)
    assert add_word(folder, "sengkuyung") == 1
    assert add_word(folder, "Sengkuyung") == 0
    [action] = list_actions(folder)
    assert (action.action, list(action.after)) == ("“sengkuyung” ditambahkan ke kamus", ["kamus.txt"])
    take_back(folder, action.name, datetime.now())
    assert read_all(folder) == before


def test_a_picture_comes_with_its_box_and_goes_with_it(folder: Path) -> None:
    from datetime import datetime

    from renjadoc.desk.pages.placed_boxes import name_picture
    from renjadoc.edits.edit import Edit

    before = read_all(folder)
    content = (folder / "gambar" / "lambang.png").read_bytes()
    name = name_picture(folder, "Peta Desa.PNG", content)
    block = {"gambar": name, "alt": "Peta"}
    write_edits(folder, [Edit("bab-1.json", "/bagian/0/isi/0", "insert", block)], "uji", files={name: content})
    assert (folder / "gambar" / "peta-desa.png").read_bytes() == content
    take_back(folder, list_actions(folder)[0].name, datetime.now())
    assert read_all(folder) == before
