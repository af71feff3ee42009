"""A folder and the draft made from it, which the tests of this room edit as people do in Word."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from renjadoc.pipeline import DocumentOrder, make_document
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder `isi` and the draft `isi.docx` made from it."""
    place = tmp_path_factory.mktemp("serap")
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", place / "isi")
    path = place / "isi" / "bab-1.json"
    data = json.loads(path.read_text("utf-8"))
    data["bagian"][0]["isi"] = _isi()
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")
    make_document(DocumentOrder(place / "isi", place / "isi.docx", page_numbers=False), lambda text: None)
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "kerja")
    return tmp_path / "kerja"


def _isi() -> list[object]:
    from tests.absorption.test_absorb import ISI  # Late: what the tests write is no fixture.

    return ISI
