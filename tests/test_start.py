"""What a command loads: nothing that it does not need, measured by imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

#: Libraries of documents; whoever only asks or checks does not wait for them.
DOCUMENTS = ("docx", "docxtpl", "lxml", "pypdf", "openpyxl")
#: What reads and checks content; who asks for help has none.
CONTENT = ("jinja2", "jsonschema", "jsonschema_rs", "hunspell", "babel", "num2words")
CONTENT_2021 = str(ROOT / "content" / "2021")


def loaded(names: tuple[str, ...], *arguments: str) -> list[str]:
    """Those of `names` that a command imports."""
    program = (
        "import sys; from renjadoc.cli import main; main(sys.argv[1:]);"
        f"print([name for name in {names!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, encoding="utf-8")
    found: list[str] = ast.literal_eval(done.stderr.splitlines()[-1])
    return found


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["tidak-ada"], ["buat"], ["buat", "--tidak-ada"], ["buat", "--help"]],
    ids=" ".join,
)
def test_who_only_asks_waits_for_nothing(arguments: list[str]) -> None:
    assert loaded(DOCUMENTS + CONTENT, *arguments) == []


@pytest.mark.parametrize("arguments", [["periksa", "--help"], ["periksa", CONTENT_2021], ["aturan", "RJ205"]])
def test_who_checks_loads_no_document_library(arguments: list[str]) -> None:
    assert loaded(DOCUMENTS, *arguments) == []


def test_a_good_folder_needs_no_explaining_validator() -> None:
    assert loaded(("jsonschema",), "periksa", CONTENT_2021) == []


def test_a_template_that_was_read_before_needs_no_document_library(tmp_path: Path) -> None:
    order = ("buat", CONTENT_2021, "-o", str(tmp_path / "hasil.docx"), "--timpa", "--tanpa-halaman")
    loaded((), *order)
    assert loaded(DOCUMENTS, *order) == []


def test_words_that_were_looked_up_before_need_no_dictionary() -> None:
    loaded((), "periksa", CONTENT_2021)
    assert loaded(("hunspell",), "periksa", CONTENT_2021) == []


def test_a_process_leaves_with_its_exit_code_and_all_it_said(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "renjadoc", "periksa"]
    done = subprocess.run([*program, CONTENT_2021], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("renjadoc aturan KODE")
    failed = subprocess.run([*program, str(tmp_path / "tidak-ada")], capture_output=True, text=True, encoding="utf-8")
    assert failed.returncode == 1


def test_what_others_clean_up_is_clean_before_a_process_leaves() -> None:
    program = (
        "import atexit, sys; from renjadoc import cli, start\n"
        "cli.main = lambda: atexit.register(print, 'bersih') and 3\n"
        "atexit.register(print, 'terlambat')\n"
        "sys.exit(start.run())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (3, "bersih\n")


@pytest.mark.skipif(sys.platform == "win32", reason="sinyal POSIX")
def test_ctrl_c_while_it_loads_is_quiet() -> None:
    program = (
        "import builtins, os, signal, sys; from renjadoc import start\n"
        "load = builtins.__import__\n"
        "def press(name, *rest):\n"
        "    if name == 'click': os.kill(os.getpid(), signal.SIGINT)\n"
        "    return load(name, *rest)\n"
        "builtins.__import__ = press\n"
        "sys.exit(start.run())"
    )
    done = subprocess.run([sys.executable, "-c", program, "--help"], capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
