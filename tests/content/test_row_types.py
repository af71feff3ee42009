"""The types of content files are those that the schemas say now."""

from __future__ import annotations

import runpy
from pathlib import Path

from tests.conftest import ROOT


def test_the_types_are_written_from_the_schemas(tmp_path: Path) -> None:
    writer = runpy.run_path(str(ROOT / "tools" / "jenis_isi.py"))
    writer["main"](tmp_path)
    for module in writer["MODULES"]:
        written = (tmp_path / f"{module}.py").read_text("utf-8")
        assert written == (writer["TARGET"] / f"{module}.py").read_text("utf-8"), "run: nox -s docs"
