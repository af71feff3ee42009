"""What a command loads: nothing that it does not need, measured by imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

#: Libraries of documents; whoever only asks or checks does not wait for them.
HEAVY = ("docx", "docxtpl", "lxml", "pypdf")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["tidak-ada"],
        ["periksa", "--help"],
        ["periksa", str(ROOT / "content" / "2021")],
        ["aturan", "RJ205"],
    ],
    ids=" ".join,
)
def test_no_document_library_is_loaded(arguments: list[str]) -> None:
    program = (
        "import sys; from renjadoc.cli import main; main(sys.argv[1:]);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, encoding="utf-8")
    assert done.stderr.splitlines()[-1] == "[]"
