"""Source and notes that somebody types right below a table, in whatever style, belong to that table."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from renjadoc.absorption.run import plan_absorption
from renjadoc.edits import changeset
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.review import ReviewOrder, make_review_copy
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


BETWEEN = "Paragraf yang diketik di antara dua tabel."


def _lay_down(tmp_path: Path, isi: list[Any], *, is_review: bool) -> tuple[Path, Paper]:
    """A folder with `isi` in its second section of BAB II, and the document made of it."""
    folder, docx = tmp_path / "isi", tmp_path / "isi.docx"
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", folder)
    path = folder / "bab-2.json"
    data = json.loads(path.read_text("utf-8"))
    data["bagian"][1]["isi"] = isi
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    (folder / "gambar").mkdir()
    Image.new("RGB", (40, 20)).save(folder / "gambar" / "alur.png")
    if is_review:
        make_review_copy(ReviewOrder(folder, NOW, docx, with_tables=True))
    else:
        make_document(DocumentOrder(folder, docx, page_numbers=False), lambda text: None)
    return folder, Paper(docx)


def _absorb(folder: Path, paper: Paper) -> list[Any]:
    """What the section says afterwards."""
    plan = plan_absorption(paper.save(), folder)
    assert (plan.conflicts, plan.unabsorbed) == ([], [])
    changeset.write_files(plan.root, plan.files, plan.read, NOW)
    isi: list[Any] = json.loads((folder / "bab-2.json").read_text("utf-8"))["bagian"][1]["isi"]
    return isi


TABLES: list[Any] = [
    {"tabel": "capaian-kinerja"},
    {"tabel": "indikator-program", "sumber": "SIPD"},
    {"tabel": "target-renstra"},
]


@pytest.mark.parametrize("is_review", [False, True])
@pytest.mark.parametrize("style", ["Isu pentingnya", "Realisasi Indikator"])
@pytest.mark.parametrize(("above", "index"), [("Realisasi Indikator Program", 1), ("Target Renstra Tahun", 2)])
def test_between_two_tables_it_stands_between(
    tmp_path: Path, is_review: bool, style: str, above: str, index: int
) -> None:
    """Also in the style of a caption: it is no title of the table above, nor of the one below."""
    folder, paper = _lay_down(tmp_path, TABLES, is_review=is_review)
    paper.add(paper.p(above), BETWEEN, like=paper.p(style), before=True)
    assert _absorb(folder, paper) == [*TABLES[:index], BETWEEN, *TABLES[index:]]


def test_between_a_table_and_its_source_it_stands_below_both(tmp_path: Path) -> None:
    folder, paper = _lay_down(tmp_path, TABLES, is_review=False)
    paper.add(paper.p("Sumber: SIPD"), BETWEEN, like=paper.p("Isu pentingnya"), before=True)
    assert _absorb(folder, paper) == [*TABLES[:2], BETWEEN, *TABLES[2:]]


@pytest.mark.parametrize(("title", "index"), [({}, 1), ({"judul": "Alur layanan"}, 0)])
def test_below_a_picture_it_never_comes_between_picture_and_title(
    tmp_path: Path, title: dict[str, str], index: int
) -> None:
    picture = {"gambar": "gambar/alur.png", "alt": "Alur", **title}
    folder, paper = _lay_down(tmp_path, [picture, TABLES[0]], is_review=True)
    line = paper.p("tidak disertakan dalam naskah telaah")
    paper.add(line, BETWEEN, like=paper.p("Isu pentingnya"))
    isi = _absorb(folder, paper)
    assert isi == [*[picture][:index], BETWEEN, *[picture][index:], TABLES[0]]
