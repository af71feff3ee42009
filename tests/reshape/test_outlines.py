"""Folders in another outline: what moves, what begins, what is kept; fresh folders and next year's in each outline."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from renjadoc import resources
from renjadoc.checks.rules.document.outline_parts import list_missing_parts
from renjadoc.cli import main
from renjadoc.content import folder as folders
from renjadoc.content.pointers import walk_values
from renjadoc.examine import examine_folder
from renjadoc.problem import ProblemsFound
from renjadoc.reshape.outline_files import describe_outline, plan_outline
from renjadoc.reshape.outlines import rearrange, take_outline
from renjadoc.starter import lay_down_folder
from tests.sheets.excel.sheet import BASIS, lay_down, put, table

OUTLINES = {"permendagri-14-2026": 6, "permendagri-86-2017": 5, "permendagri-54-2010": 4}


def read_chapters(folder: Path) -> list[Any]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("bab-*.json"))]


def list_texts(folder: Path) -> set[str]:
    """The texts of paragraphs and the tables that are placed."""
    values = (pair for chapter in read_chapters(folder) for pair in walk_values(chapter, ""))
    return {value for at, value in values if "/isi/" in at and isinstance(value, str)}


def list_errors(folder: Path) -> list[str]:
    return [f"{p.code} {p.message}" for p in examine_folder(folder)[1].problems if p.is_error]


@pytest.mark.parametrize(("outline", "count"), OUTLINES.items())
def test_a_fresh_folder_has_the_chapters_of_its_outline(tmp_path: Path, outline: str, count: int) -> None:
    folder = tmp_path / "isi"
    assert main(["baru", str(folder), "--tahun", "2027", "--kerangka", outline]) == 0
    assert len(read_chapters(folder)) == count
    assert list_errors(folder) == []
    found = {p.code for p in examine_folder(folder)[1].problems}
    assert not found & {"RJ211", "RJ212", "RJ220", "RJ302"}
    forms = {"permendagri-14-2026": "permendagri-14"}.get(outline, "permendagri-86")
    assert table(folder, "rencana-program")["bentuk"] == forms


@pytest.mark.parametrize("outline", OUTLINES)
def test_no_text_and_no_table_is_lost(tmp_path: Path, outline: str) -> None:
    folder = lay_down(tmp_path)
    before = list_texts(folder)
    take_outline(folder, outline)
    assert before <= list_texts(folder)
    assert list_errors(folder) == []


def test_there_and_back_keeps_every_text(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    before = list_texts(folder)
    take_outline(folder, "permendagri-14-2026")
    take_outline(folder, "permendagri-86-2017")
    assert before <= list_texts(folder)
    assert list_errors(folder) == []
    assert len(read_chapters(folder)) == 5


def test_it_says_what_is_new_and_what_it_keeps(tmp_path: Path) -> None:
    made = take_outline(lay_down(tmp_path), "permendagri-14-2026")
    assert "BAB 5 Kinerja Penyelenggaraan Bidang Urusan" in made.new
    assert "2.4 Telaah Pokok-Pokok Pikiran DPRD" in made.new
    assert not any("Standar Pelayanan Minimal" in title for title in made.new)
    assert "Reviu terhadap Rancangan Awal RKPD" in made.kept
    assert set(made.tables) == {"iku", "ikk", "evaluasi-iku", "evaluasi-ikk"}


def test_a_chapter_that_the_outline_begins_with_nothing_begins_with_a_note() -> None:
    made = rearrange(folders.open_folder(BASIS), {"nama": "daerah", "bab": [{"judul": "Manajemen Risiko"}]})
    assert made.chapters[0]["isi"] == ["[[uraikan manajemen risiko]]"]


@pytest.mark.lambat
def test_what_another_outline_writes_is_told_before_it_is_written(tmp_path: Path) -> None:
    folder, there = lay_down(tmp_path), lay_down(tmp_path / "lain")
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    files, _, made = plan_outline(folder, "permendagri-54-2010")
    assert before == {path: path.read_bytes() for path in folder.rglob("*.json")}
    take_outline(there, "permendagri-54-2010")
    assert files["bab-5.json"] is None
    assert not (there / "bab-5.json").exists()
    assert all(data is None or data == (there / name).read_bytes() for name, data in files.items())
    assert describe_outline(made)[0] == "4 bab."


@pytest.mark.lambat
def test_an_outline_whose_texts_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = {"nama": "daerah", "bab": [{"judul": "Manajemen Risiko", "awal": ["Risiko {{ tahum }}."]}]}
    outlines = shutil.copytree(resources.outlines_folder(), tmp_path / "kerangka")
    (outlines / "daerah.json").write_text(json.dumps(outline), "utf-8")
    monkeypatch.setattr(resources, "outlines_folder", lambda: outlines)
    with pytest.raises(ProblemsFound) as caught:
        plan_outline(lay_down(tmp_path), "daerah")
    said = "susunan baru tidak akan dapat dibaca: bab-1.json /isi/0: "
    assert caught.value.problems[0].message.startswith(said)


def test_an_urusan_with_minimum_standards_gets_their_section(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    plan = table(folder, "rencana-program")
    plan["program"][0]["kode"] = "1.02.01"
    put(folder, "rencana-program", plan)
    made = take_outline(folder, "permendagri-14-2026")
    assert "2.2 Evaluasi Pencapaian Standar Pelayanan Minimal" in made.new
    assert "spm" in made.tables


def test_an_unknown_outline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        take_outline(lay_down(tmp_path), "permendagri-1-1945")
    # bebas asks for no chapters: nothing can be put in its order.
    choices = "permendagri-14-2026, permendagri-54-2010, permendagri-86-2017, renja-perubahan"
    assert caught.value.problems[0].hint == f"Pilihan: {choices}."
    target = tmp_path / "baru"
    assert main(["baru", str(target), "--kerangka", "permendagri-1-1945"]) == 1
    assert not target.exists()


def test_next_year_in_another_outline_looks_at_texts_where_they_stand_now(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "2027", tmp_path / "2028"
    shutil.copytree(BASIS, old)
    chapter = json.loads((old / "bab-2.json").read_text("utf-8"))
    chapter["bagian"][-1]["isi"].insert(0, "Sebanyak 45 usulan diterima.")
    (old / "bab-2.json").write_text(json.dumps(chapter, ensure_ascii=False), "utf-8")
    assert main(["gulir", str(old), str(new), "--kerangka", "permendagri-14-2026"]) == 0
    said = capsys.readouterr().out
    assert "Baru, perlu diisi:\n" in said
    assert "tabel/iku.json" in said
    looks = json.loads((new / "tinjau.json").read_text("utf-8"))["tinjau"]
    chapters = [look for look in looks if look["berkas"].startswith("bab-")]
    assert any("45 usulan" in look["nilai"] for look in chapters)
    for look in chapters:
        data = json.loads((new / look["berkas"]).read_text("utf-8"))
        assert dict(walk_values(data, ""))[look["letak"]] == look["nilai"]


def test_parts_that_an_outline_wants_begin_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outlines = tmp_path / "kerangka"
    shutil.copytree(resources.outlines_folder(), outlines)
    own = json.loads((outlines / "permendagri-54-2010.json").read_text("utf-8"))
    own["depan"] = [
        {"berkas": "ringkasan", "judul": "Ringkasan Eksekutif", "wajib": True, "awal": ["Pokoknya."]},
        {"berkas": "kata-pengantar", "judul": "Kata Pengantar", "wajib": True},
        {"berkas": "lembar-pengesahan", "judul": "Lembar Pengesahan"},
    ]
    own["lampiran"] = [{"berkas": "1-peta", "judul": "Peta Wilayah", "wajib": True, "lanskap": True}]
    (outlines / "daerah.json").write_text(json.dumps(own), "utf-8")
    monkeypatch.setattr(resources, "outlines_folder", lambda: outlines)
    folder = tmp_path / "isi"
    assert main(["baru", str(folder), "--tahun", "2027", "--kerangka", "daerah"]) == 0
    read = folders.open_folder(folder)
    # The starter has a kata pengantar of its own.
    assert list(read.depan) == ["kata-pengantar", "ringkasan"]
    assert read.depan["ringkasan"].data["isi"] == ["Pokoknya."]
    (appendix,) = read.lampiran
    assert (appendix.data["judul"], appendix.data["lanskap"]) == ("Peta Wilayah", True)
    assert (folder / "lampiran" / appendix.data["$schema"]).resolve().is_file()
    assert list(list_missing_parts(read)) == []
    (folder / "lampiran" / "1-peta.json").unlink()
    found = [problem for problem in examine_folder(folder)[1].problems if problem.code == "RJ219"]
    assert ["Peta Wilayah belum ada" in problem.message for problem in found] == [True]
    assert "lampiran/1-peta.json" in found[0].hint


@pytest.mark.parametrize("outline", ["permendagri-14-2026", "permendagri-54-2010", "permendagri-86-2017"])
def test_a_fresh_folder_has_the_headings_of_its_outline(outline: str, tmp_path: Path) -> None:
    lay_down_folder(tmp_path / "baru", 2027, outline=outline)
    folder, _ = folders.read_folder(tmp_path / "baru")
    wanted = folders.read_known_outline(outline)
    assert folder is not None
    assert wanted is not None
    assert [source.data["judul"] for source in folder.bab] == [chapter["judul"] for chapter in wanted["bab"]]
    for source, chapter in zip(folder.bab, wanted["bab"], strict=True):
        begun = [section["judul"] for section in source.data.get("bagian", [])]
        asked = [section["judul"] for section in chapter.get("bagian", [])]
        # The starter is written in that of 2017 already, under headings of its own.
        assert begun[: len(asked)] == asked or outline == "permendagri-86-2017"
    assert "RJ502" not in {one.code for one in examine_folder(tmp_path / "baru")[1].problems}


@pytest.mark.parametrize(
    ("jenis", "provinsi", "council"),
    [("Provinsi", "Aceh", "DPRA"), ("Kabupaten", "Aceh", "DPRK"), ("Kabupaten", "Jawa Tengah", "DPRD")],
)
def test_headings_call_the_council_as_the_region_does(jenis: str, provinsi: str, council: str, tmp_path: Path) -> None:
    answers = {"/daerah/jenis": jenis, "/daerah/nama": "Aceh", "/daerah/provinsi": provinsi}
    lay_down_folder(tmp_path / "isi", 2027, answers, outline="permendagri-14-2026")
    chapter = json.loads((tmp_path / "isi" / "bab-2.json").read_text("utf-8"))
    assert f"Telaah Pokok-Pokok Pikiran {council}" in [section["judul"] for section in chapter["bagian"]]
    problems = examine_folder(tmp_path / "isi")[1].problems
    assert not [problem for problem in problems if problem.code in {"RJ212", "RJ211"}]
