"""The types of content files are those that the schemas say now."""

from __future__ import annotations

import runpy
from pathlib import Path

from tests.conftest import ROOT


def test_the_types_are_written_from_the_schemas(tmp_path: Path) -> None:
    writer = runpy.run_path(str(ROOT / "tools" / "jenis_isi.py"))
    writer["main"](tmp_path / "row_types.py")
    assert (tmp_path / "row_types.py").read_text("utf-8") == writer["TARGET"].read_text("utf-8"), "run: nox -s docs"
