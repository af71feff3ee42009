"""Every edit of an import may be taken alone: the folder stays readable, and holds what that edit says and no more."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.pointers import walk_values
from renjadoc.edits import changeset
from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Edit
from tests.conftest import ROOT
from tests.sheets.excel.sheet import Workbook, at

PLAN = "rencana-program"
_OFFICE, _SALARIES = "Penyediaan Gaji dan Tunjangan ASN", 123


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """Cells set, emptied and filled; rows added, removed and moved; a new kegiatan with a sub kegiatan."""
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "isi")
    book = Workbook(tmp_path / "isi")
    book.spare(PLAN, tingkat="kegiatan", nama="Kemitraan")
    page = book.page(PLAN)
    at_row = book.row(PLAN, "Kemitraan")
    page.cell(at_row + 1, book.column(PLAN, "tingkat")).value = "sub kegiatan"
    page.cell(at_row + 1, book.column(PLAN, "sub")).value = "Temu Usaha"
    book.set(PLAN, _OFFICE, "pagu", _SALARIES)
    book.set(PLAN, _OFFICE, "catatan", "Usulan dewan")
    book.set(PLAN, _OFFICE, "lokasi", None)
    row = book.row(PLAN, _OFFICE)
    book.delete(PLAN, page.cell(row + 1, book.column(PLAN, "sub")).value or "")
    book.add(PLAN, _OFFICE, tingkat="sub kegiatan", sub="Penyediaan Kopi", pagu=5)
    evaluation = book.page("evaluasi")
    program = next(r for r in range(6, 40) if evaluation.cell(r, book.column("evaluasi", "tingkat")).value == "program")
    evaluation.cell(program, book.column("evaluasi", "n2_realisasi")).value = "57%"
    evaluation.cell(program, book.column("evaluasi", "n1_target")).value = "60%"
    book.swap("capaian-kinerja", "/indikator/0", "/indikator/1")
    return book


def _units(edits: list[Edit]) -> Iterator[list[Edit]]:
    """What may be taken alone: an edit, or all of a group."""
    for _, unit in groupby(enumerate(edits), key=lambda pair: pair[1].group or pair[0]):
        yield [edit for _, edit in unit]


def _read(text: str) -> Any:
    return json.loads(text.removeprefix("\ufeff"), parse_float=Decimal)


def _leaves(data: Any) -> list[str]:
    return sorted(repr(value) for _, value in walk_values(data, "") if not isinstance(value, dict | list))


def test_each_edit_alone_changes_what_it_says(book: Workbook) -> None:
    plan = book.plan()
    assert plan.whole, plan.faults
    assert {edit.action for edit in plan.edits} == {"set", "insert", "remove", "move"}
    folder = changeset.read_for_edits(plan.root).folder
    for unit in _units(plan.edits):
        texts = write_texts(plan.root, unit)
        changeset.check_texts(folder, texts, "hasil impor", "")
        [(file, text)] = texts.items()
        before, after = _read((plan.root / file).read_text("utf-8")), _read(text)
        first = unit[0]
        assert before != after
        if first.action == "set":
            assert all(at(after, edit.pointer) == edit.value for edit in unit)
        elif first.action == "insert":
            assert at(after, first.pointer) == first.value
        elif first.action == "move":
            assert _leaves(before) == _leaves(after)
        else:
            assert at(before, first.pointer) not in at(after, first.pointer.rpartition("/")[0])
        assert any(edit.changes for edit in unit)


def test_all_taken_one_after_the_other_are_the_whole(book: Workbook) -> None:
    """Units of different files and places do not hinder each other: every half of them can be taken."""
    plan = book.plan()
    folder = changeset.read_for_edits(plan.root).folder
    units = list(_units(plan.edits))
    for chosen in (units[::2], units[1::2], units[: len(units) // 2], units[len(units) // 2 :], units):
        edits = [edit for unit in chosen for edit in unit]
        changeset.check_texts(folder, write_texts(plan.root, edits), "hasil impor", "")
    assert write_texts(plan.root, [edit for unit in units for edit in unit]) == plan.files
