"""After every table one can type: where pages turn, before a heading, at the end of a chapter and of the document."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from renjadoc.absorption.run import plan_absorption
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper, W, make
from tests.conftest import ROOT

TYPED = "Data dinas bertambah sejak triwulan kedua."
#: By the file of a table, in which file what is typed behind it lands: the chapter's, or that of an appendix.
PLACES = {
    "evaluasi": "bab-2.json", "usulan-masyarakat": "bab-2.json", "rencana-program": "bab-3.json",
    "ukuran": "lampiran/1.json",
}  # fmt: skip


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("tabel")
    shutil.copytree(ROOT / "content" / "2021", place / "isi")
    (place / "isi" / "lampiran").mkdir()
    appendix = {"judul": "Ukuran", "isi": ["Ukuran dinas.", {"tabel": "ukuran"}]}
    own = {"jenis": "bebas", "judul": ["Ukuran Dinas"], "kolom": [{"judul": "Nama"}], "baris": [["Meja"]]}
    (place / "isi" / "lampiran" / "1.json").write_text(json.dumps(appendix), "utf-8")
    (place / "isi" / "tabel" / "ukuran.json").write_text(json.dumps(own), "utf-8")
    make_document(DocumentOrder(place / "isi", place / "isi.docx", page_numbers=False), lambda text: None)
    return place


def _find_table(paper: Paper, name: str) -> Any:
    title = json.loads((ROOT / "content" / "2021" / "tabel" / f"{name}.json").read_text("utf-8"))["judul"][0]
    title = title.partition("{{")[0].strip()
    captions = (one for one in paper.body.iterchildren(f"{W}p") if title in "".join(one.itertext()))
    return next(after for one in captions if (after := one.getnext()).tag == f"{W}tbl")


@pytest.mark.parametrize("name", PLACES)
def test_what_is_typed_behind_a_table_comes_in_behind_it(drafted: Path, tmp_path: Path, name: str) -> None:
    shutil.copy(drafted / "isi.docx", tmp_path / "isi.docx")
    paper = Paper(tmp_path / "isi.docx")
    table = paper.body.findall(f"{W}tbl")[-1] if name == "ukuran" else _find_table(paper, name)
    below = table.getnext()
    run = make(f"<w:r><w:t>{TYPED}</w:t></w:r>")
    if "".join(below.itertext(f"{W}t")):  # A heading, before which Enter puts a paragraph of its own.
        paragraph = make('<w:p><w:pPr><w:pStyle w:val="Isi"/></w:pPr></w:p>')
        paragraph.append(run)
        table.addnext(paragraph)
    else:
        below.append(run)
    plan = plan_absorption(paper.save(), drafted / "isi")
    assert (plan.unabsorbed, plan.conflicts) == ([], [])
    assert [edit.value for edit in plan.edits] == [TYPED]
    written = json.loads(plan.files[PLACES[name]])
    assert _find_follower(written, name) == TYPED


def _find_follower(data: Any, name: str) -> Any:
    """What stands behind the table of that name in a chapter."""
    blocks = data.get("isi", [])
    for place, block in enumerate(blocks):
        if block == {"tabel": name}:
            return blocks[place + 1]
    return next((found for one in data.get("bagian", []) if (found := _find_follower(one, name))), None)


def test_no_table_ends_in_a_line_that_nobody_sees(drafted: Path) -> None:
    """What stands behind a table is written in letters of the text's size, with no fixed height."""
    paper = Paper(drafted / "isi.docx")
    for table in paper.body.iterchildren(f"{W}tbl"):
        below = table.getnext()
        assert below.tag == f"{W}p"
        assert below.find(f"{W}pPr/{W}rPr") is None
        assert below.find(f"{W}pPr/{W}spacing") is None
        assert below.find(f"{W}pPr/{W}pStyle").get(f"{W}val") != "TagTemplat"
