"""A copy of a folder holds the plain files of its kinds; what is passed over is named, what is hidden is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.content import copies
from renjadoc.problem import ProblemsFound


def _fill(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, "utf-8")
    return root


def _held(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def test_files_of_the_kinds_are_copied_and_others_are_named(tmp_path: Path) -> None:
    names = ("dokumen.json", "gambar/A.PNG", "kamus.txt", "templat.docx", "surat.pdf", ".cadangan/lama.json")
    root = _fill(tmp_path / "isi", *names)
    (root / "tautan.json").symlink_to(_fill(tmp_path, "rahasia.json") / "rahasia.json")
    (root / "luar").symlink_to(tmp_path)
    passed = copies.copy_content(root, tmp_path / "salin", copies.CONTENT, ["kamus.txt"])
    assert _held(tmp_path / "salin") == {name: name for name in names[:2]}
    assert sorted(passed) == ["luar", "surat.pdf", "tautan.json", "templat.docx"]


@pytest.mark.parametrize(("depth", "is_copied"), [(copies.MAX_DEPTH, True), (copies.MAX_DEPTH + 1, False)])
def test_what_lies_too_deep_is_named(tmp_path: Path, depth: int, is_copied: bool) -> None:
    deep = "/".join(["a"] * depth)
    passed = copies.copy_content(_fill(tmp_path / "isi", f"{deep}/x.json"), tmp_path / "salin", [".json"])
    assert (tmp_path / "salin" / deep / "x.json").exists() == is_copied
    assert passed == ([] if is_copied else [deep])


def test_a_folder_of_very_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "MAX_FILES", 2)
    root = _fill(tmp_path / "isi", "a.json", "b.json")
    assert copies.copy_content(root, tmp_path / "satu", [".json"]) == []
    with pytest.raises(ProblemsFound) as refused:
        copies.copy_content(_fill(root, "c.json"), tmp_path / "dua", [".json"])
    assert [problem.code for problem in refused.value.problems] == ["RJ007"]
