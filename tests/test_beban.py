"""Small files that ask for much are read or refused soon and within 500 MB, and never end in a fault of ours."""

from __future__ import annotations

import os
import shutil
import subprocess
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
#: Of processor time and memory. On a quiet machine each takes under 10 seconds; a busy one must not fail the test.
MOST_SECONDS, MOST_MB = 40, 500


@pytest.fixture
def place(tmp_path: Path) -> Path:
    shutil.copytree(RIGHT, tmp_path / "isi")
    return tmp_path


#: A small process between: the memory of a process counts from before it became its program, and the tests' is large.
_MEASURING = """
import os, sys
told = (os.POSIX_SPAWN_OPEN, 1, "kata.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
child = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ,
                       file_actions=[told, (os.POSIX_SPAWN_DUP2, 1, 2)])
_, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def measure(place: Path, *arguments: str) -> str:
    """Run the command in a process of its own; what it said, if it kept to the bounds."""
    command = [sys.executable, "-c", _MEASURING, "-m", "renjadoc", *arguments]
    done = subprocess.run(
        command, cwd=place, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    code, seconds, megabytes = done.stdout.split()
    said = (place / "kata.txt").read_text("utf-8", "replace")
    assert code in {"0", "1"}, said
    assert float(seconds) < MOST_SECONDS
    assert float(megabytes) < MOST_MB
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
