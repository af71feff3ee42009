"""Links and devices in a folder that came from elsewhere, and dates that no calendar holds: each is a plain answer."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import click
import pytest

from renjadoc import cli, opening
from renjadoc.commands import asking
from tests.acak.bases import RIGHT

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="hanya Unix")
_NAMES = "dokumen.json bab-1.json tabel/evaluasi.json peraturan.json tinjau.json kamus.txt renja.docx"
FILES = _NAMES.split()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(RIGHT, tmp_path / "isi")
    monkeypatch.chdir(tmp_path)
    return Path("isi")


def put_away(path: Path) -> None:
    path.unlink(missing_ok=True)


@pytest.mark.parametrize("name", FILES)
def test_a_pipe_in_the_place_of_a_file_is_a_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    put_away(folder / name)
    os.mkfifo(folder / name)
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman"]) == 1
    assert "bukan berkas biasa" in capsys.readouterr().err


@pytest.mark.parametrize("name", FILES)
def test_a_link_that_leads_out_is_a_problem(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    outside = Path("rahasia")
    outside.write_text("rahasia", "utf-8")
    put_away(folder / name)
    (folder / name).symlink_to(outside.resolve())
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman"]) == 1
    said = capsys.readouterr().err
    assert "luar folder" in said or "di dalam folder ini" in said


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/null"])
def test_a_device_is_a_problem(folder: Path, target: str) -> None:
    put_away(folder / "kamus.txt")
    (folder / "kamus.txt").symlink_to(target)
    assert cli.main(["periksa", "isi"]) == 1


@pytest.mark.lambat
def test_a_pipe_as_the_result_is_a_problem_and_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("hasil.docx")
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman", "--timpa"]) == 1
    assert "bukan berkas biasa" in capsys.readouterr().err
    assert Path("hasil.docx").is_fifo()


def test_a_copy_takes_known_files_only_and_says_what_it_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = Path("rahasia.json").resolve()
    secret.write_text('{"rahasia": 1}', "utf-8")
    (folder / "lingkar").symlink_to(".")
    (folder / "luar").symlink_to("/usr/share")
    (folder / "gambar").mkdir(exist_ok=True)
    (folder / "gambar" / "rahasia.json").symlink_to(secret)
    (folder / "gambar" / "nol.png").symlink_to("/dev/zero")
    os.mkfifo(folder / "gambar" / "pipa.png")
    (folder / "program.exe").write_bytes(b"MZ")
    code = cli.main(["gulir", "isi", "baru"])
    said = capsys.readouterr()
    assert code == 0, said.err
    copied = {path.relative_to("baru").as_posix() for path in Path("baru").rglob("*")}
    assert not copied & {"lingkar", "luar", "gambar/rahasia.json", "gambar/nol.png", "gambar/pipa.png", "program.exe"}
    for name in ("lingkar", "luar", "rahasia.json", "nol.png", "pipa.png", "program.exe"):
        assert name in said.out + said.err


def test_a_file_larger_than_its_kind_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "besar"
    with path.open("wb") as file:
        file.truncate(3 << 30)
    with pytest.raises(opening.TooLarge, match="lebih besar dari 1 MB"):
        opening.read_file(path, 1 << 20)


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
def test_a_date_that_no_calendar_holds_is_wrong_usage(folder: Path, date: str) -> None:
    assert cli.main(["telaah", "isi", "--tanggal", date, "-o", "telaah.docx"]) == cli.EXIT_USAGE
    assert not Path("telaah.docx").exists()


@pytest.mark.parametrize("closed", [True, False])
def test_a_question_to_a_closed_input_ends_the_command(monkeypatch: pytest.MonkeyPatch, closed: bool) -> None:
    stream = io.StringIO()
    stream.close()
    monkeypatch.setattr("sys.stdin", stream if closed else None)
    with pytest.raises(click.Abort):
        asking._is_agreed("teks")
