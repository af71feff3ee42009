"""Which folders a run finds, and that every one gets a name of its own that Windows takes."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc.batch import folders
from renjadoc.problem import ProblemsFound


def lay(root: Path, *places: str, file: str = "dokumen.json") -> None:
    for place in places:
        (root / place).mkdir(parents=True)
        (root / place / file).write_text("{}", "utf-8")


def labels(found: list[folders.OfficeFolder]) -> list[str]:
    return [one.label for one in found]


def test_every_folder_below_with_its_place(tmp_path: Path) -> None:
    lay(tmp_path, "dinkes", "kab a/dinkop", "dinkes/tabel", ".git/x", "keluar/lama")
    lay(tmp_path, "tanpa-dokumen", file="bab-1.json")
    (tmp_path / "catatan").mkdir()
    found = folders.find_folders(tmp_path, tmp_path / "keluar")
    assert labels(found) == ["dinkes", "kab a/dinkop", "tanpa-dokumen"]
    assert [one.stem for one in found] == ["Renja-dinkes", "Renja-kab-a-dinkop", "Renja-tanpa-dokumen"]
    assert [one.folder for one in found] == [tmp_path / label for label in labels(found)]


def test_a_content_folder_itself_is_a_root_too(tmp_path: Path) -> None:
    lay(tmp_path, "dinkes")
    (found,) = folders.find_folders(tmp_path / "dinkes", tmp_path / "keluar")
    assert found.stem == "Renja-dinkes"


@pytest.mark.parametrize("place", ["tidak-ada", "kosong"])
def test_nothing_to_make_is_a_problem(tmp_path: Path, place: str) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(ProblemsFound) as caught:
        folders.find_folders(tmp_path / place, tmp_path / "keluar")
    assert [problem.code for problem in caught.value.problems] == ["RJ004"]


def test_a_folder_that_cannot_be_listed_is_found_and_will_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "dinkes", "tertutup")
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("tertutup"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert labels(folders.find_folders(tmp_path, tmp_path / "keluar")) == ["dinkes", "tertutup"]


def test_a_list_names_folders_beside_itself(tmp_path: Path) -> None:
    lay(tmp_path, "dinkes", "dinkop", "lain")
    text = "\ufeff# OPD yang diminta\r\ndinkop\r\n\r\ndinkes/  # revisi\r\n./dinkop\r\ntidak ada\r\n"
    (tmp_path / "daftar.txt").write_bytes(text.encode())
    found = folders.read_list(tmp_path / "daftar.txt", tmp_path)
    assert labels(found) == ["dinkop", "dinkes", "tidak ada"]


@pytest.mark.parametrize(("raw", "code"), [(b"# kosong\n", "RJ004"), (b"dinas\xe9\n", "RJ002"), (None, "RJ004")])
def test_a_bad_list_is_a_problem(tmp_path: Path, raw: bytes | None, code: str) -> None:
    if raw is not None:
        (tmp_path / "daftar.txt").write_bytes(raw)
    with pytest.raises(ProblemsFound) as caught:
        folders.read_list(tmp_path / "daftar.txt", tmp_path)
    assert [problem.code for problem in caught.value.problems] == [code]


NAMES = st.lists(
    st.text(st.characters(exclude_characters="/\0\\", exclude_categories=["Cs"]), min_size=1, max_size=80).filter(
        lambda name: name not in {".", ".."}
    ),
    min_size=1,
    max_size=3,
)


@given(st.lists(NAMES, min_size=1, max_size=8, unique_by=tuple))
def test_names_are_safe_on_windows_and_no_two_are_one(places: list[list[str]]) -> None:
    made = [one.stem for one in folders.name_documents((Path(*parts), "/".join(parts)) for parts in places)]
    assert len({name.casefold() for name in made}) == len(made)
    for name in made:
        assert re.fullmatch(r"Renja-[\w.()-]*", name)
        assert not name.endswith((".", " "))
        assert len(name.encode()) < 255 - len(".docx.json")
