"""Files are written whole, also where a scanner holds them, with the rights that a file had or a new one gets here."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from renjadoc import save
from renjadoc.problem import ProblemsFound

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no rights of this kind")


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    assert os.umask(before) == 0o027, "the mask is left as it was found"


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.usefixtures("umask")
def test_a_new_file_gets_the_rights_of_new_files(tmp_path: Path) -> None:
    save.write_file(tmp_path / "baru.docx", b"isi")
    assert mode(tmp_path / "baru.docx") == 0o640


@pytest.mark.usefixtures("umask")
def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "lama.docx"
    path.write_bytes(b"lama")
    path.chmod(0o664)
    save.write_file(path, b"baru")
    assert (path.read_bytes(), mode(path)) == (b"baru", 0o664)


def test_what_is_held_for_a_moment_is_moved_a_little_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As scanners and cloud folders hold new files on Windows."""
    real, tries = os.replace, []

    def refuse_twice(source: Path, target: Path) -> None:
        tries.append(target)
        if len(tries) < 3:
            raise PermissionError(13, "dipakai proses lain")
        real(source, target)

    monkeypatch.setattr(save, "_PAUSES", (0.001, 0.001, 0.001))
    monkeypatch.setattr(os, "replace", refuse_twice)
    save.write_file(tmp_path / "a.json", b"isi")
    assert (tmp_path / "a.json").read_bytes() == b"isi"
    tries.clear()
    monkeypatch.setattr(save, "_PAUSES", (0.001,))
    with pytest.raises(ProblemsFound):
        save.write_file(tmp_path / "a.json", b"baru")
    assert (tmp_path / "a.json").read_bytes() == b"isi"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.json"]


def test_texts_have_the_same_line_ends_on_every_system() -> None:
    """`write_text` would give Windows its own, unless it is told."""
    trees = [ast.parse(path.read_text("utf-8")) for path in Path(save.__file__).parent.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    writing = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "write_text"]
    assert writing
    assert all("newline" in {keyword.arg for keyword in call.keywords} for call in writing)
