"""Files are written whole, and with the rights that a file had or that a new one gets here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from renjadoc import save

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
