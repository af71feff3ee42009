"""What is written by hand on the page: whole or not at all, never over what came in between, and with a history."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.folder import open_folder
from renjadoc.desk import sections
from renjadoc.desk.filling import Filling, count_all, count_filling
from renjadoc.desk.sections import SectionBoxes
from renjadoc.desk.writing import Seen, add_word, write_edits
from renjadoc.edits.edit import Edit
from renjadoc.edits.history import list_actions
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "renja")
    return tmp_path / "renja"


def read(folder: Path, file: str) -> Any:
    return json.loads((folder / file).read_text("utf-8"))


def set_title(title: str) -> list[Edit]:
    return [Edit("bab-1.json", "/judul", "set", title)]


def boxes_of(folder: Path, pointer: str) -> SectionBoxes:
    reading = Reading(open_folder(folder))
    found = (one for one in sections.list_sections(reading, "bab-1.json") if one.pointer == pointer)
    return sections.read_boxes(reading.folder, next(found))


def test_an_edit_is_written_and_has_its_history(folder: Path) -> None:
    before = (folder / "bab-1.json").read_text("utf-8")
    assert write_edits(folder, set_title("Awal"), "BAB I ditulis di halaman") == 1
    assert (folder / "bab-1.json").read_text("utf-8") == before.replace('"Pendahuluan"', '"Awal"', 1)
    assert [action.action for action in list_actions(folder)] == ["BAB I ditulis di halaman"]


def test_what_says_what_stands_there_writes_nothing(folder: Path) -> None:
    assert write_edits(folder, set_title("Pendahuluan"), "uji") == 0
    assert list_actions(folder) == []


def test_what_was_changed_elsewhere_is_not_written_over(folder: Path) -> None:
    seen = [Seen("bab-1.json", "/judul", "Pendahuluan")]
    write_edits(folder, set_title("Awal"), "jendela lain", seen)
    with pytest.raises(ProblemsFound) as caught:
        write_edits(folder, set_title("Mula"), "jendela ini", seen)
    assert "diubah di jendela lain" in caught.value.problems[0].message
    assert read(folder, "bab-1.json")["judul"] == "Awal"


def test_a_new_fault_is_refused_and_an_old_one_may_wait(folder: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        write_edits(folder, set_title("Awal {{ tak_ada }}"), "uji")
    assert [problem.code for problem in caught.value.problems] == ["RJ020"]
    path = folder / "bab-2.json"
    path.write_text(path.read_text("utf-8").replace("{{ tahun - 1 }}", "{{ tak_ada }}", 1), "utf-8")
    assert write_edits(folder, set_title("Awal"), "uji") == 1
    with pytest.raises(ProblemsFound):
        write_edits(folder, set_title("Awal {{ tak_ada }}"), "uji")


def test_a_box_is_replaced_moved_removed_and_added_and_the_rest_stays_as_it_was(folder: Path) -> None:
    at = "/bagian/0"
    boxes = boxes_of(folder, at)
    blocks = list(boxes.blocks)
    quote = {"kutipan": "dua"}
    for edits, now in (
        (sections.replace_block(boxes, 1, ["satu", quote]), [blocks[0], "satu", quote, *blocks[2:]]),
        (sections.move_block(boxes, 0, 1), [blocks[1], blocks[0], *blocks[2:]]),
        (sections.move_block(boxes, 2, -1), [blocks[0], blocks[2], blocks[1], *blocks[3:]]),
        (sections.replace_block(boxes, 0, []), blocks[1:]),
        (sections.insert_block(boxes, len(blocks), "akhir"), [*blocks, "akhir"]),
    ):  # fmt: skip
        before = (folder / "bab-1.json").read_bytes()
        write_edits(folder, edits, "uji", [boxes.seen])
        assert read(folder, "bab-1.json")["bagian"][0]["isi"] == now
        (folder / "bab-1.json").write_bytes(before)
    assert sections.move_block(boxes, 0, -1) == sections.move_block(boxes, len(blocks) - 1, 1) == []


def test_of_a_list_only_the_item_that_changed_is_written(folder: Path) -> None:
    boxes = boxes_of(folder, "/bagian/2")
    index = next(i for i, block in enumerate(boxes.blocks) if isinstance(block, dict) and "daftar" in block)
    block = boxes.blocks[index]
    new = {**block, "butir": [*block["butir"][:-1], "yang baru"]}
    (edit,) = sections.replace_block(boxes, index, [new])
    assert (edit.action, edit.value) == ("set", "yang baru")


def test_a_section_without_text_gets_its_first_box(folder: Path) -> None:
    boxes = boxes_of(folder, "")
    assert not boxes.has_list
    write_edits(folder, sections.insert_block(boxes, 0, "pengantar bab"), "uji", [boxes.seen])
    assert read(folder, "bab-1.json")["isi"] == ["pengantar bab"]


def test_open_cells_texts_and_headings_are_counted(folder: Path) -> None:
    before = count_filling(Reading(open_folder(folder)))
    assert before["tabel/review-rkpd.json"] == Filling()
    data = read(folder, "dokumen.json")
    data["visi"]["daerah"] = None
    (folder / "dokumen.json").write_text(json.dumps(data), "utf-8")
    plan = read(folder, "tabel/rencana-program.json")
    plan["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["pagu"] = None
    (folder / "tabel" / "rencana-program.json").write_text(json.dumps(plan), "utf-8")
    chapter = read(folder, "bab-4.json")
    chapter["isi"] = [*chapter.get("isi", []), "[[lengkapi]]"]
    (folder / "bab-4.json").write_text(json.dumps(chapter), "utf-8")
    reading = Reading(open_folder(folder))
    after = count_filling(reading)
    opened = {file: after[file].open - before[file].open for file in after if after[file] != before[file]}
    # The last chapter prints the vision too, and the first only that of the office.

    assert [opened[f"{name}.json"] for name in ("tabel/rencana-program", "dokumen", "bab-1", "bab-4")] == [1, 1, 1, 2]
    assert 0 < count_all(reading).percent < 100
    assert Filling(0, 0).percent == 0


def test_a_renja_without_open_matters_is_filled_whole() -> None:
    """A signature's picture may be left out: its null is not open."""
    assert count_all(Reading(open_folder(ROOT / "content" / "2027"))).percent == 100


@pytest.mark.parametrize("typed", ["\ud800", "satu\ud83d", "\x00"])
def test_half_a_character_is_refused_in_words(folder: Path, typed: str) -> None:
    before = (folder / "bab-1.json").read_bytes()
    with pytest.raises(ProblemsFound):
        write_edits(folder, set_title(typed), "uji")
    assert (folder / "bab-1.json").read_bytes() == before
    with pytest.raises(ProblemsFound, match="1 masalah"):
        add_word(folder, typed)
    assert not (folder / "kamus.txt").exists()


def test_words_that_two_windows_make_known_at_the_same_moment_are_both_known(folder: Path) -> None:
    words = [f"kata{letter}" for letter in "abcdef"]
    with ThreadPoolExecutor(len(words)) as windows:
        assert list(windows.map(partial(add_word, folder), words)) == [1] * len(words)
    assert sorted((folder / "kamus.txt").read_text("utf-8").split()) == words


def test_the_history_names_a_file_of_any_name(folder: Path) -> None:
    write_edits(folder, set_title("Awal"), "\udcff.docx diterima di halaman")
    assert [action.action for action in list_actions(folder)] == ["\udcff.docx diterima di halaman"]


def test_of_a_folder_that_is_gone_that_is_said(folder: Path) -> None:
    folder.rename(folder.with_name("lain"))
    with pytest.raises(ProblemsFound) as caught:
        write_edits(folder, set_title("Awal"), "BAB I", [Seen("bab-1.json", "/judul", "Pendahuluan")])
    assert "tidak ada lagi" in caught.value.problems[0].message
    assert not folder.exists()
