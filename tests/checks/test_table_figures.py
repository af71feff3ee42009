"""The bounds of rules on figures: what stands just at a bound is no finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.checks.rules.table_figures import check_amount_jumps
from renjadoc.reading import Reading
from tests.checks.examples import lay_down
from tests.conftest import read


@pytest.mark.parametrize(("next_year", "found"), [(100_000_000, 0), (100_000_001, 1)])
def test_an_amount_may_double_but_not_more(next_year: int, found: int, tmp_path: Path) -> None:
    """The second program of the base folder plans Rp50.000.000."""
    line = f"tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/pagu_maju = {next_year}"
    reading = Reading(read(lay_down(Example((line,)), tmp_path / "isi")))
    assert len(list(check_amount_jumps(reading))) == found
