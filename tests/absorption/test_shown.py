"""What is told of changes: texts as people see them, values that are lost, rows by what names them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from renjadoc.absorption.run import plan_absorption
from renjadoc.commands import serap
from tests.absorption.paper import Paper, W

FIRST, SECOND = "disusun bersama", "Paragraf kedua"


def test_no_braces_are_told(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p(FIRST), "bersama", "serempak")
    paper.remove(paper.p("Paragraf ketiga"))
    plan = plan_absorption(paper.save(), place / "isi")
    assert [change.kind for change in plan.changes] == ["ubah", "hapus"]
    assert not any("{{" in change.old + change.new for change in plan.changes)
    assert "Tahun 2027 disusun serempak" in plan.changes[0].new
    # What is written follows the data as before.
    assert "{{ tahun }} disusun serempak" in str(plan.files["bab-1.json"])


def test_letters_that_became_bold_are_told(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.look(paper.p(FIRST), "bersama", "b")
    [change] = plan_absorption(paper.save(), place / "isi").changes
    assert change.old == change.new.replace("**", "")
    assert "Tahun 2027 disusun **bersama**" in change.new


def _join_bare(paper: Paper) -> None:
    """As Word joins them when the second half was cut and pasted: its mark is gone."""
    first, second = paper.p("Paragraf ketiga"), paper.p(FIRST)
    Paper._strip(second)
    for element in list(second):
        if element.tag != f"{W}pPr":
            first.append(element)
    second.getparent().remove(second)


def _join_both_bare(paper: Paper) -> None:
    Paper._strip(paper.p("Paragraf ketiga"))
    _join_bare(paper)


@pytest.mark.parametrize("join", [_join_bare, _join_both_bare])
def test_joined_paragraphs_keep_their_values(place: Path, join: Callable[[Paper], None]) -> None:
    paper = Paper(place / "isi.docx")
    join(paper)
    plan = plan_absorption(paper.save(), place / "isi")
    assert (plan.conflicts, plan.whole) == ([], True)
    assert "di dalamnya.Renja {{ perangkat_daerah.lengkap }} Tahun {{ tahun }} disusun" in str(plan.files["bab-1.json"])


def test_the_list_of_choices_says_what_differs_and_where(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p(SECOND), "cukup panjang untuk dikenali", "cukup panjang untuk dicari")
    options = [str(paper.save()), str(place / "isi"), "--coba", "--pilih"]
    said = CliRunner().invoke(serap.command, options).output
    [line] = [line for line in said.splitlines() if line.strip().startswith("[1]")]
    assert "1.1, paragraf 2" in line
    assert "dikenali. → " in line
    assert line.endswith("dicari.")


def test_a_row_is_named_by_what_stands_first(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    row = next(row for row in paper.body.iter(f"{W}tr") if "Pemeriksaan Koperasi" in "".join(row.itertext()))
    cell = next(p for p in row.iter(f"{W}p") if paper.text(p) == "90")
    paper.replace(cell, "90", "95")
    [(_, said)] = plan_absorption(paper.save(), place / "isi").unabsorbed
    assert "Tabel 2.1, baris “Pemeriksaan Koperasi”, kolom" in said


def test_a_table_that_was_copied_is_told(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    table = next(table for table in paper.body.iter(f"{W}tbl") if "Belanja modal" in "".join(table.itertext()))
    paper.add(table, "Di antaranya.")
    table.getnext().addnext(copy.deepcopy(table))
    plan = plan_absorption(paper.save(), place / "isi")
    assert [text for what, text in plan.unabsorbed if what == "tabel"] == ["1 tabel disalin"]


def test_who_answers_whom_and_what_is_settled_are_told(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    for remark, author in (("Mohon dirinci.", "Bu Sari"), ("Sudah ada di BAB II.", "Pak Budi")):
        paper.comment(paper.p("Paragraf ketiga"), "pendek", remark, author)
    names = "http://schemas.microsoft.com/office/word/2010/wordml"
    for mark in (b"7", b"8"):
        paper.parts["word/comments.xml"] = paper.parts["word/comments.xml"].replace(
            b"<w:p>", f'<w:p xmlns:w14="{names}" w14:paraId="{mark.decode()}">'.encode(), 1
        )
    paper.parts["word/commentsExtended.xml"] = (
        b'<x xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="7"'
        b' w15:done="1"/><w15:commentEx w15:paraId="8" w15:paraIdParent="7" w15:done="0"/></x>'
    )
    said = CliRunner().invoke(serap.command, [str(paper.save()), str(place / "isi"), "--coba"]).output
    assert said.count("sudah selesai") == 2  # What settles a remark settles its answers.
    [line] = [line for line in said.splitlines() if "menjawab" in line]
    assert line.strip() == "menjawab Bu Sari: “Mohon dirinci.”"
    assert said.index("(Pak Budi") < said.index(line)
