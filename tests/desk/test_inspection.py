"""What is known of a folder: findings anew when a file changed, and where a reader sees what a file says."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from renjadoc import cache
from renjadoc.desk import inspection
from renjadoc.desk.folder_states import find_document, find_known_state, find_state
from renjadoc.desk.inspection import inspect_folder, name_place
from renjadoc.nomenclature import store
from renjadoc.nomenclature.entry import NomenclatureEntry
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
        ("kamus.txt", "Daftar kata"),
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


def test_windows_that_look_at_the_same_moment_share_one_examination(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    examine = inspection.examine_folder
    monkeypatch.setattr(inspection, "examine_folder", lambda path: (asked.append(path), examine(path))[1])
    with ThreadPoolExecutor(4) as windows:
        assert len({id(found) for found in windows.map(inspect_folder, [folder] * 8)}) == 1
    assert asked == [folder]


def test_a_document_counts_as_edited_unless_it_is_as_it_was_made(folder: Path) -> None:
    known = find_state(folder)
    assert find_document(folder, known) is None
    (folder.parent / "Renja-2021-Dinkop-UKM.docx").write_bytes(b"lain")
    made = find_document(folder, known)
    assert made is not None
    assert made.edited


def test_how_a_folder_stands_is_known_at_the_next_start(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder.parent / "simpanan"))
    monkeypatch.delenv(cache.OFF, raising=False)
    assert find_known_state(folder) is None
    state, found = find_state(folder), inspect_folder(folder)
    assert (state.errors, state.warnings) == (len(found.errors), len(found.warnings))
    assert state.pagu == 5_701_420_500
    assert find_known_state(folder) == state
    chapter = folder / "bab-1.json"
    chapter.write_text(chapter.read_text("utf-8").replace("dokumen", "dokumenn", 1), "utf-8")
    assert find_known_state(folder) is None
    assert find_state(folder).warnings > state.warnings
    find_state(folder)
    store.install_edition(2021, "daftar.csv", [NomenclatureEntry("2", "Urusan", "urusan")])
    assert find_known_state(folder) is None


def test_a_table_that_is_placed_and_cannot_be_read_goes_by_its_file(folder: Path) -> None:
    (folder / "tabel" / "evaluasi.json").write_text("[", "utf-8")
    found = inspect_folder(folder)
    assert name_place(found.reading, "tabel/evaluasi.json") == "tabel/evaluasi.json"


def test_old_versions_are_none_of_a_folder_and_may_go_while_it_is_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = inspect_folder(folder)
    (folder / "tabel" / ".renjadoc-abc").write_text("{", "utf-8")
    assert inspect_folder(folder) is first
    kept = folder / ".cadangan" / ".tulis"
    kept.mkdir(parents=True)
    (kept / "bab-1.json").write_text("{", "utf-8")
    assert inspect_folder(folder) is first
    (folder / "lampiran").mkdir()
    (folder / "lampiran" / "1.json").write_text("{", "utf-8")
    look = inspection.os.stat

    def vanish(path: Any, **settings: Any) -> Any:
        if str(path).endswith("1.json"):
            raise FileNotFoundError(path)
        return look(path, **settings)

    monkeypatch.setattr(inspection.os, "stat", vanish)
    assert inspection.stamp_files(folder) is not None
