"""Nothing from a file gives the terminal orders: keys, names of files and offices, arguments."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from renjadoc import cli, terminal
from tests.conftest import ROOT

BASE = ROOT / "tests" / "contoh" / "dasar"
#: A colour, a title of the window, an eight-bit introducer, a turned direction, a line written over.
ORDERS = "\x1b[31m \x1b]0;judul\x07 \x9b2J \u202e \rlain"


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    cli.main(list(arguments))
    said = capsys.readouterr()
    return said.out + said.err


def assert_harmless(said: str) -> None:
    assert re.search(r"\\u001b|\\x1b", said), "what stands there is shown"
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "isi")
    path = tmp_path / "isi" / "dokumen.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {f"kunci{ORDERS}": 1}), "utf-8")
    return tmp_path / "isi"


def test_what_is_written_out_means_the_same_in_json() -> None:
    assert json.loads(terminal.neutralize(json.dumps(ORDERS, ensure_ascii=False))) == ORDERS
    assert terminal.neutralize("Rp1.000 \t“é” — ≥\n中") == "Rp1.000 \t“é” — ≥\n中"


@pytest.mark.parametrize(
    "how", [["periksa"], ["periksa", "--rinci"], ["buat"], ["periksa", "--format", "json"]], ids=" ".join
)
def test_a_key(folder: Path, capsys: pytest.CaptureFixture[str], how: list[str]) -> None:
    assert_harmless(said_by(capsys, how[0], str(folder), *how[1:]))


@pytest.mark.parametrize("command", ["buat", "periksa", "massal"])
def test_the_name_of_a_folder(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(folder.parent)
    try:
        folder.rename(folder.parent / "isi\x1b[31m")
    except OSError:
        pytest.skip("nama seperti itu tidak ada di sini")
    more = ["-o", "keluar", "--proses", "1"] if command == "massal" else []
    assert_harmless(said_by(capsys, command, "." if command == "massal" else "isi\x1b[31m", *more))


def test_an_argument(capsys: pytest.CaptureFixture[str]) -> None:
    assert_harmless(said_by(capsys, "tidak-ada\x1b[31m"))


def test_all_is_said_in_one_place() -> None:
    """The bar of a run moves the cursor itself, the desk prints its own address, and what cannot be loaded says so."""
    allowed = {"terminal.py": 1, "progress.py": 1, "server.py": 1, "start.py": 1}
    found = {
        path.name: count
        for path in (ROOT / "renjadoc").rglob("*.py")
        if (count := len(re.findall(r"click\.echo\(|(?<![\w.])print\(", path.read_text("utf-8"))))
    }
    assert found == allowed


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="nama yang bukan UTF-8 hanya ada di Linux")
@pytest.mark.parametrize("command", ["buat", "periksa", "massal", "telaah", "baru", "gulir"])
def test_a_folder_name_that_is_no_utf8_ends_in_a_message(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    shutil.copyfile(BASE / "dokumen.json", folder / "dokumen.json")
    monkeypatch.chdir(folder.parent)
    name = os.fsdecode(b"dinas-\xe9")
    folder.rename(name)
    more = {"massal": ["-o", "keluar", "--proses", "1"], "gulir": ["baru-" + name], "baru": []}
    capsys.readouterr()
    code = cli.main([command, "." if command == "massal" else name, *more.get(command, [])])
    said = capsys.readouterr()
    assert code in {0, 1, 2}, said.err
    assert (said.out + said.err).strip()


FORGED = "x\ngalat RJ001: palsu\n\nSelesai: palsu.docx"


def test_a_key_or_a_name_makes_no_line_that_looks_like_ours(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "dokumen.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), FORGED: 1}), "utf-8")
    monkeypatch.chdir(folder.parent)
    folder.rename(FORGED)
    for arguments in (["periksa", FORGED], ["periksa", FORGED, "--rinci"], ["buat", FORGED], ["urungkan", FORGED]):
        said = said_by(capsys, *arguments)
        assert said.strip()
        assert not re.search(r"^\s*(galat RJ001: palsu|Selesai: palsu)", said, re.MULTILINE), said


def test_lines_of_ours_stay_lines(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.say_lines(["satu\n  dua", "tiga"])
    terminal.say_text("empat\nlima")
    assert capsys.readouterr().out == "satu ↵ dua\ntiga\nempat\nlima\n"
