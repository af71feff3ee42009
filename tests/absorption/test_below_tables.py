"""Source and notes that somebody types right below a table, in whatever style, belong to that table."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from renjadoc.absorption.run import plan_absorption
from renjadoc.edits import changeset
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper, W
from tests.conftest import ROOT

NOW = datetime(2026, 2, 3, 8, 0)
TITLE = "Ringkasan Anggaran"


def _find_block(folder: Path) -> tuple[str, Any]:
    """What a chapter says of the table of amounts, with all that stands in its stretch."""
    for file in sorted(folder.glob("bab-*.json")):
        pending = [json.loads(file.read_text("utf-8"))]
        while pending:
            section = pending.pop()
            pending += section.get("bagian", [])
            for block in section.get("isi", []):
                if isinstance(block, dict) and block.get("tabel") == "anggaran":
                    return json.dumps(section["isi"], ensure_ascii=False), block
    raise AssertionError


@pytest.mark.parametrize(
    ("typed", "notes", "source"),
    [
        (["Keterangan: angka sementara.", "*) perkiraan", "Sumber : BPS, 2020"],
         ["Keterangan: angka sementara.", "\\*) perkiraan"], "BPS, 2020"),
        (["Sumber: SIPD"], [], "SIPD"),
        (["Keterangan berikutnya ada di lampiran.", "Sumber: SIPD"], [], ""),
    ],
)  # fmt: skip
def test_what_is_typed_below_a_table_is_its_own(
    tmp_path: Path, typed: list[str], notes: list[str], source: str
) -> None:
    folder, docx = tmp_path / "isi", tmp_path / "isi.docx"
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", folder)
    make_document(DocumentOrder(folder, docx, page_numbers=False), lambda text: None)
    paper = Paper(docx)
    table = next(one for one in paper.p(TITLE).itersiblings() if one.tag == f"{W}tbl")
    for text in typed[::-1]:
        paper.add(table, text)
    plan = plan_absorption(paper.save(), folder)
    changeset.write_files(plan.root, plan.files, plan.read, NOW)
    stretch, block = _find_block(folder)
    assert block.get("sumber", "") == source
    data = json.loads((folder / "tabel" / "anggaran.json").read_text("utf-8"))
    assert data.get("keterangan", []) == notes
    assert all((text in stretch) == (not source) for text in typed)
