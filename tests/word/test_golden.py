"""A small document against its golden parts, each as pretty XML; `pytest --perbarui` writes them anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import ROOT
from tests.word.test_document import made

GOLDEN = Path(__file__).parent / "golden"
PARTS = ("word/document.xml", "word/numbering.xml", "word/footer2.xml", "docProps/core.xml", "customXml/item1.xml")


@pytest.fixture
def kecil(tmp_path: Path) -> Path:
    """One chapter with every kind of block, an ad-hoc table and a table of proposals."""
    root = tmp_path / "kecil"
    shutil.copytree(ROOT / "content" / "2021", root, ignore=shutil.ignore_patterns("bab-*.json", "tabel"))
    (root / "tabel").mkdir()
    shutil.copy(ROOT / "content" / "2021" / "tabel" / "usulan-masyarakat.json", root / "tabel")
    shutil.copy(ROOT / "tests" / "contoh" / "tabel" / "bebas.json", root / "tabel")
    shutil.copy(ROOT / "tests" / "contoh" / "bab-kecil.json", root / "bab-1.json")
    dokumen = json.loads((root / "dokumen.json").read_text("utf-8"))
    (root / "dokumen.json").write_text(json.dumps({**dokumen, "kerangka": "bebas"}), "utf-8")
    return root


def pretty(data: bytes) -> str:
    text: str = etree.tostring(
        etree.fromstring(data, etree.XMLParser(remove_blank_text=True)), pretty_print=True
    ).decode()

    return "\n".join(line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("name", PARTS)
def test_part(kecil: Path, name: str, request: pytest.FixtureRequest) -> None:
    shown = pretty(made(kecil)[name])
    path = GOLDEN / name.replace("/", "_")
    if request.config.getoption("--perbarui"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, "utf-8")
    assert shown.split("\n") == path.read_text("utf-8").split("\n")
