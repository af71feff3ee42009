"""What is known of a folder: findings anew when a file changed, and where a reader sees what a file says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from renjadoc.desk import inspection
from renjadoc.desk.inspection import find_document, inspect_folder, name_place
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "renja-2021")
    return tmp_path / "renja-2021"


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("bab-2.json", "BAB II Hasil Evaluasi Rencana Kerja Tahun Lalu"),
        ("tabel/evaluasi.json", "Tabel 2.1 Evaluasi Hasil Rencana Kerja"),
        ("dokumen.json", "Sampul dan tanda tangan"),
        ("regulasi/landasan-hukum.json", "Daftar dasar hukum"),
        ("tabel/tak-ditempatkan.json", "tabel/tak-ditempatkan.json"),
        ("kamus.txt", "kamus.txt"),
    ],
)
def test_files_are_named_as_readers_see_them(folder: Path, file: str, place: str) -> None:
    assert name_place(inspect_folder(folder).reading, file).startswith(place)


def test_of_a_folder_that_cannot_be_read_files_go_by_their_names() -> None:
    assert name_place(None, "bab-2.json") == "bab-2.json"


def test_a_folder_is_examined_anew_only_when_a_file_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    examine = inspection.examine_folder
    monkeypatch.setattr(inspection, "examine_folder", lambda path: (asked.append(path), examine(path))[1])
    first = inspect_folder(folder)
    assert inspect_folder(folder) is first
    (folder / "dokumen.json").write_text("{", "utf-8")
    assert inspect_folder(folder).reading is None
    assert len(inspect_folder(folder).errors) == 1
    assert asked == [folder, folder]


def test_a_document_counts_as_edited_unless_it_is_as_it_was_made(folder: Path) -> None:
    known = inspect_folder(folder)
    assert find_document(folder, known) is None
    (folder.parent / "Renja-2021-Dinkop-UKM.docx").write_bytes(b"lain")
    made = find_document(folder, known)
    assert made is not None
    assert made.edited
