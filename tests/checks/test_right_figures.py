"""Right paragraphs full of figures, as offices of many kinds write them: no rule may say a word of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from renjadoc.examine import examine_folder
from tests.checks.examples import BASE

PARAGRAPHS = Path(__file__).parent / "kalimat-benar" / "angka.txt"
SPELLING = "RJ509"


def test_right_figures_are_silent(tmp_path: Path) -> None:
    paragraphs = PARAGRAPHS.read_text("utf-8").splitlines()
    assert len(paragraphs) >= 250
    shutil.copytree(BASE, tmp_path / "isi")
    chapter = {"judul": "Penutup", "isi": paragraphs}
    (tmp_path / "isi" / "bab-5.json").write_text(json.dumps(chapter), "utf-8")
    problems = examine_folder(tmp_path / "isi")[1].problems
    assert [(problem.code, problem.message) for problem in problems if problem.code != SPELLING] == []
