"""Small files that ask for much are read or refused within 500 MB, and never end in a fault of ours or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests import beban
from tests.acak.bases import RIGHT

pytestmark = [
    pytest.mark.lambat,
    pytest.mark.skipif(not hasattr(os, "wait4"), reason="hanya Unix: memori sebuah proses"),
]


@pytest.mark.parametrize("name", beban.CASES)
def test_a_command_is_bounded(tmp_path: Path, name: str) -> None:
    """How soon each ends is measured by benchmarks/beban.py; here it ends, with a result or a problem."""
    case = beban.CASES[name]
    shutil.copytree(RIGHT, tmp_path / "isi")
    case.lay_down(tmp_path)
    done = beban.run_command(tmp_path, case.command)
    assert done.code in {0, 1}, done.said
    assert done.megabytes < beban.MOST_MB
    assert case.says in done.said
