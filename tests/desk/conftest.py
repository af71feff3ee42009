"""A folder for the page and a twin of it for the commands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of content folders with the Renja of 2021, and a twin of it in `kembar` for the commands."""
    for name in ("XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    for place in ("Renja", "kembar"):
        shutil.copytree(ROOT / "content" / "2021", tmp_path / place / "renja-2021")
    return tmp_path / "Renja"


@pytest.fixture
def folder(root: Path) -> Path:
    return root / "renja-2021"


@pytest.fixture
def twin(root: Path) -> Path:
    """The same folder for the command."""
    return root.parent / "kembar" / "renja-2021"
