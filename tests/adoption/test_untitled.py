"""Tables of an old document that had no caption: they have none now, and take no number from those that had."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from renjadoc.word.packages.package import unpack_word
from renjadoc.word.reader.document import WordTable
from renjadoc.word.reader.read import read_parts
from tests.adoption.paper import Taken, bold, cell, centred, document, p, row, rows, run, table, take
from tests.adoption.test_plans import FLAT, FLAT_HEAD

WORDS = "Dinas Pangan menyusun rencana ini untuk satu tahun dengan sasaran yang terukur. " * 6
COVER = centred("RENCANA KERJA DINAS PANGAN") + centred("KABUPATEN MAJU") + centred("TAHUN 2026")
STAFF = table(*rows("Uraian | Jumlah", "PNS | 40", "Honorer | 12"))
TOOLS = table(*rows("Kode | Nama | Harga", "01 | Meja | 250.000", "02 | Kursi | 125.000"))


def _take(tmp_path: Path, body: str) -> Taken:
    whole = COVER + centred("BAB I PENDAHULUAN") + p(WORDS) + body + centred("BAB II PENUTUP") + p(WORDS)
    return take(document(tmp_path / "a.docx", whole), tmp_path / "a")


def _titles(made: Taken) -> list[Any]:
    return [json.loads(path.read_text("utf-8"))["judul"] for path in sorted((made.folder / "tabel").iterdir())]


def test_a_table_without_a_caption_takes_no_number(tmp_path: Path) -> None:
    body = TOOLS + p("Jumlah pegawai tampak dalam Tabel 1.1.") + bold("Tabel 1.1 Pegawai") + STAFF
    made = _take(tmp_path, body)
    assert _titles(made) == [["Pegawai"], []]
    assert made.adopted.renumbered == []
    numbered = [text for text in made.printed if text.startswith("Tabel\u00a01.1 Pegawai")]
    assert len(numbered) == 2, "in the list of tables, and above its table"
    made.says("Kode", "Meja", "Jumlah pegawai tampak dalam Tabel 1.1.")
    assert not any(word in made.text for word in ("judul tabel", "Tabel\u00a01.2"))


def test_a_number_without_a_title_asks_for_one(tmp_path: Path) -> None:
    made = _take(tmp_path, bold("Tabel 1.1") + STAFF)
    assert _titles(made) == [["[[judul tabel]]"]]


def test_a_plan_without_a_caption_takes_no_number(tmp_path: Path) -> None:
    made = _take(tmp_path, table(FLAT_HEAD, *rows(*FLAT)) + bold("Tabel 1.1 Pegawai") + STAFF)
    assert [one.built.kind if one.built else "" for one in made.adopted.tables] == ["rencana-program", ""]
    assert _titles(made) == [["Pegawai"], []]
    assert made.adopted.renumbered == []


def test_two_tables_without_captions_stay_two_to_word(tmp_path: Path) -> None:
    made = _take(tmp_path, TOOLS + p() + STAFF)
    blocks = read_parts(unpack_word(made.folder.with_suffix(".docx").read_bytes())).blocks
    kinds = [isinstance(block, WordTable) for block in blocks]
    assert kinds.count(True) == 2
    assert (True, True) not in set(pairwise(kinds))


@pytest.mark.parametrize(
    "command", [("periksa",), ("excel", "ekspor", "-o", "{made}.xlsx"), ("telaah", "-o", "{made}-t.docx")]
)
def test_the_other_commands_know_tables_without_a_title(tmp_path: Path, command: tuple[str, ...]) -> None:
    made = _take(tmp_path, TOOLS + p() + STAFF)
    assert run(*(word.format(made=made.folder) for word in command), made.folder) == 0


def test_a_returned_document_with_such_tables_changes_nothing(tmp_path: Path, capsys: Any) -> None:
    made = _take(tmp_path, TOOLS + p() + STAFF)
    before = {path: path.read_bytes() for path in made.folder.rglob("*.json")}
    assert run("serap", made.folder.with_suffix(".docx"), made.folder) == 0, capsys.readouterr()
    assert {path: path.read_bytes() for path in made.folder.rglob("*.json")} == before


@pytest.mark.parametrize("title", [bold("Keadaan Pegawai Menurut Golongan"), centred("KEADAAN PEGAWAI")])
def test_a_bold_title_without_a_number_is_text_above_its_table(tmp_path: Path, title: str) -> None:
    """`Tabel` and a number make a caption; a line set bold or centred never had a number, and takes none."""
    made = _take(tmp_path, title + STAFF + bold("Tabel 1.1 Alat Kantor") + TOOLS)
    assert sorted(_titles(made)) == [[], ["Alat Kantor"]]
    assert made.adopted.renumbered == []
    assert made.adopted.missing == []
    chapter = json.loads((made.folder / "bab-1.json").read_text("utf-8"))
    at = next(index for index, block in enumerate(chapter["isi"]) if "pegawai" in str(block).casefold())
    assert isinstance(chapter["isi"][at], str)
    assert "tabel" in chapter["isi"][at + 1]
    assert (made.folder / "tabel" / f"{chapter['isi'][at + 1]['tabel']}.json").is_file()
    assert "pegawai" in chapter["isi"][at + 1]["tabel"]


def test_a_title_in_the_first_row_of_a_table_is_text_as_it_was_typed(tmp_path: Path) -> None:
    """Also where it begins as an item of a list would."""
    titled = table(row(cell("i. Rekapitulasi Pegawai", span=2), head=True), *rows("Uraian | Jumlah", "PNS | 40"))
    made = _take(tmp_path, titled)
    assert _titles(made) == [[]]
    made.says("i. Rekapitulasi Pegawai", "PNS")


def test_a_title_above_a_table_of_one_row_stays(tmp_path: Path) -> None:
    titled = table(row(cell("i. Rekapitulasi {{ semua *", span=2), head=True), row("Uraian", "Jumlah", head=True))
    made = _take(tmp_path, titled)
    made.says("i. Rekapitulasi {{ semua *", "Uraian")
