"""Headings, chapters, front parts and appendices as the page changes them; every change can be taken back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.folder import Folder, open_folder, read_folder
from renjadoc.desk import headings, parts
from renjadoc.desk.writing import write_edits
from renjadoc.edits.edit import Edit
from renjadoc.edits.history import list_actions, take_back
from renjadoc.journal import BACKUPS
from renjadoc.narrative.outline import Section
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from tests.conftest import ROOT

FILE = "bab-2.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "renja")
    return tmp_path / "renja"


def read_all(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and BACKUPS not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def find(folder: Path, number: str) -> tuple[Reading, Section]:
    reading = Reading(open_folder(folder))
    return reading, next(one for one in reading.outline.all_sections if one.number == number)


def write(folder: Path, number: str, change: Callable[[str, Section], list[Edit]]) -> None:
    reading, section = find(folder, number)
    write_edits(folder, change(FILE, section), "uji", headings.see_headings(reading, section))


def list_titles(folder: Path) -> list[str]:
    sections = Reading(open_folder(folder)).outline.sections
    return [f"{one.number} {one.data['judul']}" for one in sections if one.source.name.endswith(FILE)]


def test_headings_are_added_below_and_behind_and_numbered(folder: Path) -> None:
    write(folder, "2.1.", lambda file, one: headings.add_below(file, one, "Realisasi Keuangan"))
    write(folder, "2.3.1.", lambda file, one: headings.add_behind(file, one, "Isu Baru"))
    write(folder, "2", lambda file, one: headings.add_below(file, one, "Penutup Bab"))
    titles = list_titles(folder)
    assert "2.1.1. Realisasi Keuangan" in titles
    assert titles.index("2.3.2. Isu Baru") == titles.index("2.3.3. Rekomendasi dan Catatan Strategis") - 1
    assert titles[-1] == "2.6. Penutup Bab"


def test_headings_move_with_all_that_stands_below_them(folder: Path) -> None:
    before = json.loads((folder / FILE).read_text("utf-8"))["bagian"]
    write(folder, "2.3.", lambda file, one: headings.move_heading(file, one, -1))
    after = json.loads((folder / FILE).read_text("utf-8"))["bagian"]
    assert after == [before[0], before[2], before[1], *before[3:]]
    _, first = find(folder, "2.1.")
    assert headings.move_heading(FILE, first, -1) == []


def test_a_heading_goes_below_the_one_before_it_and_comes_out_again(folder: Path) -> None:
    before = json.loads((folder / FILE).read_text("utf-8"))["bagian"]
    write(folder, "2.2.", headings.lower_heading)
    now = json.loads((folder / FILE).read_text("utf-8"))["bagian"]
    assert now == [{**before[0], "bagian": [before[1]]}, *before[2:]]
    write(folder, "2.1.1.", headings.raise_heading)
    assert json.loads((folder / FILE).read_text("utf-8"))["bagian"] == before
    _, with_sections = find(folder, "2.3.")
    assert headings.lower_heading(FILE, with_sections) == []


def test_the_last_heading_of_a_list_takes_the_list_with_it(folder: Path) -> None:
    for _ in range(2):
        write(folder, "2.3.1.", headings.remove_heading)
    assert "bagian" not in json.loads((folder / FILE).read_text("utf-8"))["bagian"][2]


def test_a_heading_that_another_window_changed_is_not_touched(folder: Path) -> None:
    reading, section = find(folder, "2.2.")
    seen = headings.see_headings(reading, section)
    write(folder, "2.1.", lambda file, one: headings.add_behind(file, one, "Sela"))
    with pytest.raises(ProblemsFound) as caught:
        write_edits(folder, headings.remove_heading(FILE, section), "uji", seen)
    assert "jendela lain" in caught.value.problems[0].message
    assert "2.3. Analisis Kinerja Pelayanan Perangkat Daerah" in list_titles(folder)


def test_a_heading_that_a_text_refers_to_stays(folder: Path) -> None:
    write_edits(folder, [Edit("bab-1.json", "/isi", "set", ["Lihat {{ rujuk('evaluasi') }}."])], "uji")
    with pytest.raises(ProblemsFound):
        write(folder, "2.1.", headings.remove_heading)


# Whole files


def open_outline(folder: Path, outline: str) -> Folder:
    path = folder / "dokumen.json"
    path.write_text(path.read_text("utf-8").replace("permendagri-54-2010", outline), "utf-8")
    return open_folder(folder)


def test_a_chapter_may_follow_where_the_outline_is_open(folder: Path) -> None:
    assert parts.next_chapter(open_folder(folder)) == ""
    content = open_outline(folder, "bebas")
    assert parts.next_chapter(content) == " "
    write_edits(folder, [], "uji", files=parts.begin_chapter(content, "Inovasi"))
    content = open_folder(folder)
    assert json.loads((folder / "bab-5.json").read_text("utf-8")) == {
        "$schema": "../../schema/bab.schema.json", "judul": "Inovasi",
    }  # fmt: skip
    write_edits(folder, [], "uji", files=parts.move_chapter(content, 4, -1))
    assert [one.data["judul"] for one in open_folder(folder).bab][3:] == ["Inovasi", "Penutup"]
    before = read_all(folder)
    write_edits(folder, [], "uji", files=parts.remove_chapter(open_folder(folder), 3))
    assert [one.data["judul"] for one in open_folder(folder).bab][3:] == ["Penutup"]
    take_back(folder, list_actions(folder)[0].name, datetime.now())
    assert read_all(folder) == before


def test_a_chapter_that_the_outline_wants_is_offered_and_bound(folder: Path) -> None:
    with pytest.raises(ProblemsFound):
        open_outline(folder, "permendagri-86-2017")
    content, _ = read_folder(folder)
    assert content is not None
    assert parts.next_chapter(content) == "Penutup"
    assert parts.move_chapter(content, 3, -1) == {}


def test_front_parts_and_appendices_begin_move_and_go(folder: Path) -> None:
    before = read_all(folder)
    content = open_folder(folder)
    assert list(parts.list_missing_parts(content)) == ["lembar-pengesahan", "kata-pengantar", "ringkasan"]
    write_edits(folder, [], "uji", files=parts.begin_front_part(content, "kata-pengantar"))
    for title in ("Peta", "Daftar Aset"):
        write_edits(folder, [], "uji", files=parts.begin_appendix(open_folder(folder), title))
    content = open_folder(folder)
    assert content.depan["kata-pengantar"].data["tanda_tangan"] is True
    assert [content.relative(one) for one in content.lampiran] == [
        "lampiran/1-peta.json",
        "lampiran/2-daftar-aset.json",
    ]
    write_edits(folder, [], "uji", files=parts.move_appendix(content, 1, -1))
    assert [one.data["judul"] for one in open_folder(folder).lampiran] == ["Daftar Aset", "Peta"]
    content = open_folder(folder)
    for source in (*content.lampiran, content.depan["kata-pengantar"]):
        write_edits(folder, [], "uji", files=parts.remove_part(content, source))
    assert read_all(folder) == before


def test_what_was_added_names_its_schema_where_the_folder_does(folder: Path) -> None:
    content = open_folder(folder)
    texts: dict[str, Any] = {**parts.begin_appendix(content, "Peta"), **parts.begin_front_part(content, "ringkasan")}
    assert [json.loads(text)["$schema"] for text in texts.values()] == [
        "../../../schema/lampiran.schema.json", "../../schema/bagian-depan.schema.json",
    ]  # fmt: skip
