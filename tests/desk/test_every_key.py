"""Every key that the schemas let a person state can be set on the page: walked from the schemas, none left out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nicegui import ui

from renjadoc.content import schema
from renjadoc.content.folder import open_folder
from renjadoc.content.schema import read_schema
from renjadoc.desk import block_fields, laws, own_outlines
from renjadoc.desk.grids import Grid
from renjadoc.desk.row_fields import list_row_questions, say_row_answers
from renjadoc.desk.schema_fields import list_fields, list_keys
from renjadoc.desk.writing import write_edits
from renjadoc.edits.history import list_actions as list_past
from renjadoc.questions import Question, list_questions
from renjadoc.reading import Reading
from tests.conftest import ROOT
from tests.desk.simulation import Visitor, address_of, visit
from tests.desk.test_document import agree, texts_below
from tests.desk.twins import read

#: What a file says of itself and nobody changes, or what programs write for programs.
SETTLED = {"$schema", "jenis"}
#: Keys of whole files that have a place of their own on the page, and where that is.
ELSEWHERE = {
    ("dokumen", "kerangka"): "Sampul, Susunan bab", ("dokumen", "logo"): "Sampul, Lambang",
    ("dokumen", "aturan_dimatikan"): "Periksa, Abaikan dengan alasan",
    ("dokumen", "pengesahan/tanda_tangan"): "Sampul, Tanda tangan",
    ("dokumen", "perubahan/dari"): "Buat Perubahan",
    ("bab", "judul"): "the heading's menu", ("bab", "isi"): "boxes", ("bab", "bagian"): "the heading's menu",
    ("bagian-depan", "judul"): "the heading's menu", ("bagian-depan", "isi"): "boxes",
    ("lampiran", "judul"): "the heading's menu", ("lampiran", "isi"): "boxes",
    ("regulasi", "regulasi"): "Daftar dasar hukum",
    ("kerangka", "bentuk"): "kept from the document", ("kerangka", "tabel"): "kept from the outline before it",
    ("telaah", "catatan"): "Telaah", ("tinjau", "tinjau"): "Isian terbawa",
}  # fmt: skip
#: Blocks that are written as text in a box, and those that say nothing beside what they place.
IN_BOXES = {"paragraf", "daftar", "kutipan", "regulasi", "sistematika"}


def list_leaves(name: str, data: Any) -> Iterator[str]:
    """The keys of a file by their pointers, objects key by key."""
    keys, _ = list_keys(name, data)
    for key, below in keys.items():
        if "properties" in below:
            yield from (f"{key}/{inner}" for inner in below["properties"])
        else:
            yield key


@pytest.mark.parametrize("name", ["dokumen", "bab", "bagian-depan", "lampiran", "regulasi", "kerangka", "peraturan"])
def test_every_key_of_a_file_is_asked_or_has_its_place(name: str) -> None:
    asked = {one.pointer[1:] for one in (*list_fields(name, {}), *(list_questions() if name == "dokumen" else ()))}
    left = {key for key in list_leaves(name, {}) if key not in asked and key not in SETTLED}
    assert {(name, key) for key in left} <= ELSEWHERE.keys()


def test_no_kind_of_file_is_forgotten() -> None:
    known = {name for name, _ in ELSEWHERE} | {"peraturan"} | set(schema.table_kinds())
    assert {path.name.partition(".")[0] for path in (ROOT / "schema").glob("*.json")} == known


def test_every_block_of_a_chapter_is_written_or_asked() -> None:
    blocks = {one["$ref"].rpartition("/")[2] for one in read_schema("bab")["$defs"]["isi"]["items"]["oneOf"]}
    assert blocks == {*IN_BOXES, *block_fields.KINDS}
    for kind in block_fields.KINDS:
        stated = set(read_schema("bab")["$defs"][kind]["properties"]) - {kind}
        asked = {one.pointer[1:] for one in list_fields("bab", {}, (kind,), within=kind)}
        assert asked == stated


def test_every_key_of_a_regulation_and_of_what_amends_it_is_asked() -> None:
    for within, asked in (("regulasi", laws.list_law_questions()), ("diubah", laws.list_amendment_questions())):
        stated = read_schema("regulasi")["$defs"][within]["properties"]
        assert {one.pointer.split("/")[1] for one in asked} | {"diubah"} == set(stated) | {"diubah"}


@pytest.mark.parametrize("office", ["2021", "2027", "2027-perubahan"])
def test_every_key_of_a_row_has_a_column_or_a_field(office: str) -> None:
    reading = Reading(open_folder(ROOT / "content" / office))
    tried = 0
    for name, table in reading.tables.items():
        grid = Grid(reading, name)
        if table.is_view or table.kind.name == "bebas":
            continue
        for row in {row.level: row for row in table.rows}.values():
            level = table.layout.levels[row.depth]
            entered = {entry.pointer for _, entry in table.layout.entries(level)}
            asked = {one.pointer for one in list_row_questions(grid, row.pointer)}
            below = {one.key for one in table.layout.levels} | {level.named_by}
            stated = _keys_at(table.kind.name, table.data, row.pointer)
            wanted = {key for key in stated if key.split("/")[1] not in below}
            covered = entered | asked
            assert {key for key in wanted if not any(f"{one}/".startswith(f"{key}/") for one in covered)} == set()
            tried += 1
    assert tried > 5


def _keys_at(kind: str, data: Any, pointer: str) -> Iterator[str]:
    """The keys that the schema knows of a row, read without the page."""
    root = read_schema(kind)
    node: Any = {"properties": list_keys(kind, data)[0]}
    for key in pointer.split("/")[1:]:
        node = _resolve(root, node["items"] if key.isdigit() else node["properties"][key])
    for key, below in node["properties"].items():
        inner = _resolve(root, below).get("properties")
        yield from (f"/{key}/{one}" for one in inner) if inner else [f"/{key}"]


def _resolve(root: Any, node: Any) -> Any:
    while "$ref" in node:
        node = {**root["$defs"][node["$ref"].rpartition("/")[2]], **{k: v for k, v in node.items() if k != "$ref"}}
    return node


# Set on the page


def test_what_another_document_stated_is_set_in_a_row(folder: Path) -> None:
    reading = Reading(open_folder(folder))
    grid, at = Grid(reading, "rencana-program"), "/program/0"
    asked = {one.pointer for one in list_row_questions(grid, at)}
    assert {"/tercatat/pagu", "/urusan"} <= asked
    urusan = [{"kode": "2.17", "nama": "Koperasi, Usaha Kecil, dan Menengah"}]
    edits = say_row_answers(grid, at, {"/tercatat/pagu": 3_040_865_500, "/urusan": urusan, "/alasan": None})
    write_edits(folder, edits, "uji")
    made = read(folder, "tabel/rencana-program.json")["program"][0]
    assert (made["tercatat"], made["urusan"]) == ({"pagu": 3_040_865_500}, urusan)
    grid = Grid(Reading(open_folder(folder)), "rencana-program")
    write_edits(folder, say_row_answers(grid, at, {"/tercatat/pagu": None, "/urusan": None}), "uji")
    assert read(folder, "tabel/rencana-program.json") == json.loads(
        (ROOT / "content" / "2021" / "tabel" / "rencana-program.json").read_text("utf-8")
    )


def test_a_source_a_chart_and_a_row_are_stated_on_the_page(root: Path, folder: Path) -> None:
    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/bab/bab-2"))
        await page.press("Keterangan tabel 7")
        await page.fill("Sumber data (boleh menyusul)", "BPS, 2020")
        await agree(page, "Simpan")
        await page.await_that(lambda: read(folder, "bab-2.json")["bagian"][0]["isi"][6].get("sumber"))
        opener = await page.await_that(lambda: page.find(ui.button, "Tambah di bawah Bagian 7 2.1."))
        items = [one for one in opener.descendants() if isinstance(one, ui.menu_item)]
        page.send(next(one for one in items if "Grafik" in texts_below(one)), "click", None)
        await page.fill("Tabel", "rencana-program")
        await agree(page, "Berikutnya")
        await page.fill("Kolom", ["pagu"])
        await page.fill("Judul grafik (boleh menyusul)", "Pagu menurut program")
        await page.press("Tempatkan di sini")
        await page.await_that(lambda: len(read(folder, "bab-2.json")["bagian"][0]["isi"]) == 8)
        await page.go(address_of(folder, "isi/tabel/evaluasi"))
        [grid] = await page.await_that(lambda: page.list_kind(ui.aggrid))
        page.send(grid, "cellFocused", {"rowIndex": 0})
        await page.press("Isian lain")
        await page.fill("Persentase capaian Renja (boleh menyusul)", "97,5")
        await agree(page, "Simpan")
        await page.await_that(lambda: "tercatat" in read(folder, "tabel/evaluasi.json")["program"][0])

    visit(root, story)
    blocks = read(folder, "bab-2.json")["bagian"][0]["isi"]
    assert blocks[6] == {"tabel": "evaluasi", "sumber": "BPS, 2020"}
    assert blocks[7] == {"grafik": "rencana-program", "nilai": ["pagu"], "judul": "Pagu menurut program"}
    assert read(folder, "tabel/evaluasi.json")["program"][0]["tercatat"] == {"renja_n-2_persen": 97.5}


def test_an_outline_of_the_office_and_what_it_knows_of_laws_are_written_on_the_page(root: Path, folder: Path) -> None:
    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/sampul"))
        await page.press("Buat susunan bab sendiri")
        await page.fill("Namanya, misalnya Surat Edaran Bupati 2026", "Edaran Bupati")
        await agree(page, "Buat")
        await page.await_that(lambda: page.user.back_history[-1].endswith("/isi/kerangka"))
        await page.press("Tambah bab")
        await page.fill("Judul", "Rencana Tindak Lanjut")
        await page.press("Selesai")
        await page.see("5. Rencana Tindak Lanjut")
        await page.press("Simpan")
        await page.await_that(lambda: (folder / "bab-5.json").exists())
        await page.go(address_of(folder, "isi/peraturan"))
        await page.press("Tambah peraturan")
        await page.fill("Jenis", "Perbup")
        await page.fill("Nomor", "7")
        await page.fill("Tahun", 2020)
        await page.fill("Sumber", "JDIH")
        await page.press("Selesai")
        await page.see("1. Perbup 7")
        await page.press("Simpan")
        await page.await_that(lambda: (folder / "peraturan.json").exists())

    visit(root, story)
    outline = read(folder, "kerangka/edaran-bupati.json")
    assert read(folder, "dokumen.json")["kerangka"] == "edaran-bupati"
    assert [chapter["judul"] for chapter in outline["bab"]][-2:] == ["Penutup", "Rencana Tindak Lanjut"]
    assert outline["bab"][1]["bagian"][1]["judul"] == "Analisis Kinerja Pelayanan Perangkat Daerah"
    assert read(folder, "bab-5.json")["judul"] == "Rencana Tindak Lanjut"
    [law] = read(folder, "peraturan.json")["peraturan"]
    assert law == {"jenis": "Perbup", "nomor": 7, "tahun": 2020, "sumber": "JDIH", "dikonfirmasi": False}
    assert [one.action for one in list_past(folder)][1:] == [
        "susunan bab sendiri diubah di halaman", "susunan bab “Edaran Bupati” dibuat di halaman",
    ]  # fmt: skip


def test_an_own_outline_begins_as_the_document_stands(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content" / "2027", tmp_path / "renja")
    reading = Reading(open_folder(tmp_path / "renja"))
    files, edits = own_outlines.begin_outline(reading, "Susunan Kami")
    write_edits(tmp_path / "renja", edits, "uji", files=files)
    made = open_folder(tmp_path / "renja")
    assert own_outlines.find_own_outline(Reading(made)) == "kerangka/susunan-kami.json"
    assert [one["judul"] for one in made.kerangka["bab"]] == [one.data["judul"] for one in made.bab]
    assert made.kerangka["tabel_wajib"] == reading.folder.kerangka["tabel_wajib"]


def test_the_names_of_a_question_are_those_that_a_reader_knows() -> None:
    reading = Reading(open_folder(ROOT / "content" / "2027"))
    asked = block_fields.list_block_questions(reading, "grafik", {"grafik": "rencana-program", "nilai": []})
    found: dict[str, Question] = {one.pointer: one for one in asked}
    shown = dict(zip(found["/nilai"].choices, found["/nilai"].shown, strict=True))
    assert "Pagu Indikatif" in shown["pagu"]
    assert set(found["/baris"].shown) == {"program", "kegiatan", "sub kegiatan"}
