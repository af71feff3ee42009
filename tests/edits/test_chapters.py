"""Chapters are a list: one that comes in or goes renumbers those behind it, and what speaks of them follows."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc.edits.chapters import write_folder
from renjadoc.edits.edit import Edit
from renjadoc.edits.json_text import write_file

NAMING = {"telaah.json": "catatan", "tinjau.json": "tinjau"}


def lay_down(root: Path, chapters: list[str]) -> None:
    """A folder of chapters, with a remark and a look for each of them, and one for the facts."""
    for number, title in enumerate(chapters, 1):
        write_file(root / f"bab-{number}.json", {"judul": title})
    for file, key in NAMING.items():
        named = [{"berkas": f"bab-{number}.json", "judul": title} for number, title in enumerate(chapters, 1)]
        write_file(root / file, {key: [*named, {"berkas": "dokumen.json", "judul": ""}]})


def read_after(root: Path, files: dict[str, str | None]) -> dict[str, Any]:
    """What the folder would hold."""
    held: dict[str, str | None] = {path.name: path.read_text("utf-8") for path in root.iterdir()}
    return {name: json.loads(text) for name, text in (held | files).items() if text is not None}


@st.composite
def _moves(draw: Any) -> tuple[int, list[int], list[int]]:
    count = draw(st.integers(1, 5))
    gone = draw(st.lists(st.integers(1, count), unique=True))
    return count, gone, draw(st.lists(st.integers(1, count + 1), max_size=3))


@settings(max_examples=20)
@given(_moves())
def test_what_comes_in_and_goes_leaves_a_list_without_gaps(moves: tuple[int, list[int], list[int]]) -> None:
    count, gone, come = moves
    new = [Edit(f"bab-{number}.json", "", "insert", {"judul": f"baru {at}"}) for at, number in enumerate(come)]
    titles = [f"lama {number}" for number in range(1, count + 1)]
    expected: list[str] = []
    for number in range(1, count + 2):
        expected += [f"baru {at}" for at, place in enumerate(come) if place == number]
        expected += [titles[number - 1]] if number <= count and number not in gone else []
    with tempfile.TemporaryDirectory() as place:
        lay_down(Path(place), titles)
        removed = [Edit(f"bab-{number}.json", "", "remove") for number in gone]
        after = read_after(Path(place), write_folder(Path(place), [*new, *removed]))
    chapters = {name: data["judul"] for name, data in after.items() if name.startswith("bab-")}
    assert chapters == {f"bab-{number}.json": title for number, title in enumerate(expected, 1)}
    for file, key in NAMING.items():
        assert all(
            chapters.get(entry["berkas"]) == entry["judul"] for entry in after[file][key] if entry["judul"] in expected
        )
        assert after[file][key][-1]["berkas"] == "dokumen.json"


def test_a_chapter_that_moves_takes_its_other_edits_along(tmp_path: Path) -> None:
    lay_down(tmp_path, ["satu", "dua"])
    edits = [
        Edit("bab-1.json", "", "insert", {"judul": "nol"}),
        Edit("bab-2.json", "/judul", "set", "DUA"),
        Edit("telaah.json", "/catatan/0/judul", "set", "dijawab"),
    ]
    after = read_after(tmp_path, write_folder(tmp_path, edits))
    assert [after[f"bab-{number}.json"]["judul"] for number in (1, 2, 3)] == ["nol", "satu", "DUA"]
    assert after["telaah.json"]["catatan"][0] == {"berkas": "bab-2.json", "judul": "dijawab"}


@pytest.mark.parametrize(
    ("file", "action"), [("bab-4.json", "insert"), ("bab-3.json", "remove"), ("tabel/a.json", "insert")]
)
def test_a_chapter_that_is_not_there_is_refused(tmp_path: Path, file: str, action: Any) -> None:
    lay_down(tmp_path, ["satu", "dua"])
    with pytest.raises(ValueError, match=f"{file}: {action} finds no chapter"):
        write_folder(tmp_path, [Edit(file, "", action, {})])
