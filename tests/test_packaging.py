"""What is installed: every module of the package, and the three folders beside it that come along."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_all_that_a_run_needs_is_installed(tmp_path: Path) -> None:
    command = [sys.executable, "setup.py", "-q", "build_py", "--build-lib", tmp_path]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    built = _files(tmp_path / "renjadoc")
    wanted = {name for name in _files(ROOT / "renjadoc") if "__pycache__" not in name}
    for inside, beside in (("_templates", "templates"), ("_schema", "schema"), ("_awal", "content/awal")):
        wanted |= {f"{inside}/{name}" for name in _files(ROOT / beside) if "__pycache__" not in name}
    assert built == wanted
