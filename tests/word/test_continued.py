"""Whoever turns a page within a table reads what its rows belong to: no cell is merged down over rows of the body."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import etree

from renjadoc.adoption.grids import cell_lines, read_grid
from renjadoc.word.packages import package
from renjadoc.word.reader.document import WordParagraph, WordTable
from renjadoc.word.reader.read import read_parts
from tests.conftest import ROOT, read
from tests.tables.printing import print_table
from tests.word.lint import W
from tests.word.templates import BODY, TEMPLATE, changed
from tests.word.test_completeness import made


def _texts(row: object) -> list[str]:
    return ["".join(cell.itertext(f"{W}t")) for cell in row.iterchildren(f"{W}tc")]  # type: ignore[attr-defined]


def test_every_row_of_a_plan_names_its_kegiatan(isi: Path) -> None:
    plan = json.loads((ROOT / "content" / "2021" / "tabel" / "rencana-program.json").read_text("utf-8"))
    wanted = [
        kegiatan["nama"]
        for program in plan["program"]
        for kegiatan in program["kegiatan"]
        for _ in kegiatan["sub_kegiatan"]
    ]
    tables = etree.fromstring(made(isi, TEMPLATE)[BODY]).iter(f"{W}tbl")
    heads = [(table, "".join(table.find(f"{W}tr").itertext(f"{W}t"))) for table in tables]
    (plan_table,) = [table for table, head in heads if "Catatan Penting" in head and "Sub Kegiatan" in head]
    rows = [row for row in plan_table.iterchildren(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    assert len(wanted) > len(set(wanted)) > 5
    assert [texts[1] for row in rows if len(texts := _texts(row)) == 11] == wanted
    assert all(texts[0].isdigit() for row in rows if len(texts := _texts(row)) == 11)


def test_no_built_in_table_leaves_a_cell_blank_over_the_page() -> None:
    body = etree.fromstring(package.unpack_file(TEMPLATE)[BODY])
    rows = [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    assert len(rows) > 50
    assert not [_texts(row) for row in rows if row.find(f"{W}tc/{W}tcPr/{W}vMerge") is not None]


def test_rows_of_a_group_name_it_again_but_the_first(isi: Path) -> None:
    shown = json.loads((ROOT / "content" / "2027" / "tabel" / "iku.json").read_text("utf-8"))
    indicators = shown["indikator"] * 2
    titled = [{**one, "nama": f"{one['nama']} {number}"} for number, one in enumerate(indicators)]
    titled[0]["kelompok"], titled[3]["kelompok"] = ["Urusan Sosial"], ["Urusan Bencana", "Tanggap Darurat"]
    printed = print_table({**shown, "indikator": titled}, read(ROOT / "content" / "2027"))
    assert [row.get("ulangan") for row in printed] == [
        None, "", "Urusan Sosial", "Urusan Sosial", None, None, "", "Tanggap Darurat", "Tanggap Darurat",
    ]  # fmt: skip


def test_what_is_named_again_is_small_and_no_value_to_a_reader(isi: Path) -> None:
    found = [block for block in read_parts(made(isi, TEMPLATE)).blocks if isinstance(block, WordTable)]
    (table,) = [one for one in found if "Indikator Kinerja Program" in cell_lines(one.rows[0].cells[1].blocks)]
    grey = [
        block.text
        for row in table.rows
        for cell in row.cells
        for block in cell.blocks
        if isinstance(block, WordParagraph) and block.style == "tabel isi ulangan"
    ]
    assert len(grey) == 3
    said = [line for row in read_grid(table).body for box in row for line in box.lines]
    assert said.count(grey[0]) == 1


def test_a_template_that_still_merges_them_works(isi: Path, tmp_path: Path) -> None:
    def merged(text: str) -> str:
        root = etree.fromstring(text.encode())
        for cell in root.iter(f"{W}tc"):
            style = cell.find(f"{W}p/{W}pPr/{W}pStyle")
            if style is not None and style.get(f"{W}val") in ("TabelTengahUlangan", "TabelIsiUlangan"):
                for node in cell.iter(f"{W}t"):
                    node.text = "" if "baris." in node.text else node.text
        return etree.tostring(root, encoding="unicode")

    assert made(isi, changed(tmp_path, BODY, merged))
