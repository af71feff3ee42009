"""What is typed where there is nothing: read alike from every side, and told from what is open and from 0."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from renjadoc.examine import examine_folder
from renjadoc.sheets.excel.values import Cell, read_value, show_value
from renjadoc.tables.layout import SEL, UANG
from renjadoc.tables.old import read_amount, read_cell
from renjadoc.tables.quantities import cumulate, is_absent, is_unmeasured, tingkat
from tests.sheets.excel.sheet import Workbook, lay_down, put, table
from tests.tables.quarters import QUARTERS

ABSENT = ["-", "–", "—", "n/a", "N/A", "n.a.", "nihil", "Tidak ada"]
OPEN = [None, ""]


@pytest.mark.parametrize("text", ABSENT)
def test_nothing_is_the_same_in_data_in_excel_and_in_an_old_document(text: str) -> None:
    assert is_absent(text)
    assert read_value(Cell(text), SEL) == read_cell(text) == text
    assert read_value(Cell(show_value(text)), SEL) == text
    assert read_value(Cell(text), UANG) == read_amount(text) == 0


@pytest.mark.parametrize("text", OPEN)
def test_what_is_empty_says_nothing_and_is_open(text: Any) -> None:
    assert not is_absent(text)
    assert read_value(Cell(text), SEL) is None
    assert read_value(Cell(text), UANG) is None
    assert read_amount(text or "") is None
    assert read_cell(text or "") is None


@pytest.mark.parametrize("text", ["0", 0])
def test_zero_is_a_figure(text: Any) -> None:
    assert not is_absent(text)
    assert read_value(Cell(text), SEL) == read_cell(str(text)) == 0
    assert read_value(Cell(text), UANG) == read_amount(str(text)) == 0


@pytest.mark.parametrize("text", ABSENT)
def test_nothing_has_no_percentage_and_counts_as_nothing(text: str) -> None:
    assert tingkat(text, "4 unit") is None
    assert is_unmeasured(text, "4 unit")
    assert is_unmeasured("3 unit", text)
    assert cumulate((text, "3 unit", text), "Jumlah") == "3 unit"


@pytest.mark.parametrize(
    ("reached", "wanted", "unmeasured"),
    [
        ("0 unit", "0 unit", True),
        ("3 unit", 0, True),
        (0, "4 unit", False),
        (None, "0 unit", False),
        ("3", None, False),
        ("WDP", "WTP", True),
        ("3 unit", "WTP", False),
        (None, "WTP", False),
        ("[[belum dinilai]]", None, False),
    ],
)
def test_against_zero_there_is_no_percentage(reached: Any, wanted: Any, unmeasured: bool) -> None:
    assert is_unmeasured(reached, wanted) is unmeasured
    assert tingkat(0, "4 unit") == Decimal(0)


def _fill(folder: Path, said: Any) -> None:
    """The first row of each kind that has a percentage reached this."""
    evaluation = table(folder, "evaluasi")
    evaluation["program"][0]["kegiatan"][0]["renja_n-2"]["realisasi"] = said
    put(folder, "evaluasi", evaluation)
    achievement = table(folder, "capaian-kinerja")
    achievement["indikator"][0]["capaian"]["n-1"] = said
    put(folder, "capaian-kinerja", achievement)
    quarters = {**QUARTERS}
    put(folder, "evaluasi-triwulan", quarters)


@pytest.mark.parametrize("text", ABSENT)
def test_older_forms_print_nothing_as_typed_and_no_percentage_of_it(text: str, tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    _fill(folder, text)
    reading, outcome = examine_folder(folder)
    assert reading is not None, outcome.problems
    row = next(row for row in reading.tables["evaluasi"].printed if row.get("renja_n2_realisasi") == text)
    assert row["renja_n2_persen"] == "-"
    row = next(row for row in reading.tables["capaian-kinerja"].printed if row.get("n1") == text)
    assert row["persen"] == "-"
    assert not [p for p in outcome.problems if p.code == "RJ208" and "realisasi" in p.message]
    assert Workbook(folder).plan().files == {}
