"""The bounds of rules on figures: what stands just at a bound is no finding."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.checks.rules.tables.adhoc_tables import _Sums, check_adhoc_totals
from renjadoc.checks.rules.tables.table_figures import check_amount_jumps, check_recorded_percentages
from renjadoc.reading import Reading
from tests.checks.examples import lay_down
from tests.conftest import read


@pytest.mark.parametrize(("next_year", "found"), [(100_000_000, 0), (100_000_001, 1)])
def test_an_amount_may_double_but_not_more(next_year: int, found: int, tmp_path: Path) -> None:
    """The second program of the base folder plans Rp50.000.000."""
    line = f"tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/pagu_maju = {next_year}"
    reading = Reading(read(lay_down(Example((line,)), tmp_path / "isi")))
    assert len(list(check_amount_jumps(reading))) == found


@pytest.mark.parametrize(("total", "found"), [("1.250", 0), ("1.350", 1)])
def test_a_total_sums_up_what_has_no_row_of_details_below(total: str, found: int, tmp_path: Path) -> None:
    """A program, two kegiatan and a sub kegiatan of the first, each with the whole of what stands below it."""
    rows = (("2.15.02", "1.250"), ("2.15.02.2.02", "850"), ("2.15.02.2.02.0001", "850"), ("2.15.02.2.04", "400"))
    kept = ['anggaran.json /kolom = [{"judul": "Kode"}, {"judul": "Pagu (Rp)"}]']
    kept += [f"anggaran.json /baris = {json.dumps([*map(list, rows), ['Jumlah', total]])}"]
    example = Example(tuple(f"tabel/{line}" for line in kept))
    assert len(list(check_adhoc_totals(Reading(read(lay_down(example, tmp_path / "isi")))))) == found


@pytest.mark.parametrize(("stated", "is_last", "is_total"), [(36, False, True), (6, False, False), (50, True, True)])
def test_a_named_sum_is_nearly_all_that_stands_above(stated: int, is_last: bool, is_total: bool) -> None:
    """Behind a total and one row more, that one row is no sum; the last row may be further from its sum."""
    at, sums = (1, "rupiah"), _Sums()
    for number in (10, 20):
        sums.add_row({at: Decimal(number)}, set())
    sums.add_total({at: Decimal(30)})
    sums.add_row({at: Decimal(5)}, set())
    assert sums.takes_for_total({at: Decimal(stated)}, is_last) is is_total


@pytest.mark.parametrize(("portion", "found"), [("53,3", 0), ("35,3", 1)])
def test_portions_are_of_the_year_that_their_head_names(portion: str, found: int, tmp_path: Path) -> None:
    heads = ["Status", "Tahun 2025 (desa)", "Tahun 2026 (desa)", "Porsi tahun 2026 (%)"]
    rows = [["Maju", "209", "251", "34,4"], ["Berkembang", "402", "389", portion], ["Tertinggal", "119", "90", "12,3"]]
    kept = [f"anggaran.json /kolom = {json.dumps([{'judul': head} for head in heads])}"]
    kept += [f"anggaran.json /baris = {json.dumps([*rows, ['Jumlah', '730', '730', '100,0']])}"]
    example = Example(tuple(f"tabel/{line}" for line in kept))
    assert len(list(check_recorded_percentages(Reading(read(lay_down(example, tmp_path / "isi")))))) == found
