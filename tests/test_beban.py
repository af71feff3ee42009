"""Small files that ask for much are read or refused within 10 seconds and 500 MB, and never end in a fault of ours."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests import beban
from tests.acak.bases import RIGHT
from tests.conftest import ROOT

pytestmark = [
    pytest.mark.lambat,
    pytest.mark.skipif(not hasattr(os, "wait4"), reason="hanya Unix: waktu dan memori sebuah proses"),
]
#: Of the machine, and of us: Python itself and the libraries take half of a second.
MOST_SECONDS, MOST_MB = 10, 500


@pytest.fixture
def place(tmp_path: Path) -> Path:
    shutil.copytree(RIGHT, tmp_path / "isi")
    return tmp_path


def measure(place: Path, *arguments: str) -> str:
    """Run the command in a process of its own; what it said, if it kept to the bounds."""
    log = place / "kata.txt"
    # Started anew, not forked from here: a fork begins with the memory of the tests.
    command = [sys.executable, "-m", "renjadoc", *arguments]
    child = os.posix_spawn("/bin/sh", ["sh", "-c", 'cd "$0" && shift 0 && exec "$@" >kata.txt 2>&1 </dev/null',
                                       str(place), *command], {**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    _, status, used = os.wait4(child, 0)
    code, seconds = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
    said = log.read_text("utf-8", "replace")
    assert code in {0, 1}, said
    assert seconds < MOST_SECONDS
    assert used.ru_maxrss / 1024 < MOST_MB
    return said


@pytest.mark.parametrize("name", beban.WORD)
def test_a_returned_document(place: Path, name: str) -> None:
    (place / "kembali.docx").write_bytes(beban.WORD[name]())
    measure(place, "serap", "kembali.docx", "isi", "--coba")


@pytest.mark.parametrize("name", ["60.000 simbol", "2 juta potongan", "60.000 bidang", "100.000 tingkat"])
def test_an_old_document(place: Path, name: str) -> None:
    (place / "lama.docx").write_bytes(beban.WORD[name]())
    measure(place, "adopsi", "lama.docx", "baru")


@pytest.mark.parametrize("name", beban.EXCEL)
def test_a_workbook(place: Path, name: str) -> None:
    (place / "buku.xlsx").write_bytes(beban.EXCEL[name]())
    measure(place, "sipd", "impor", "buku.xlsx", "isi", "--coba")
    measure(place, "excel", "impor", "buku.xlsx", "isi", "--coba")


@pytest.mark.parametrize("name", beban.SIPD)
def test_rows_of_sipd(place: Path, name: str) -> None:
    (place / name).write_bytes(beban.SIPD[name]())
    measure(place, "sipd", "impor", name, "isi", "--coba")


@pytest.mark.parametrize("name", beban.CONTENT)
def test_content(place: Path, name: str) -> None:
    beban.CONTENT[name](place / "isi")
    measure(place, "buat", "isi", "-o", "hasil.docx", "--tanpa-halaman")
