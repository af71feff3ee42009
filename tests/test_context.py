"""The names that narrative and template may use, computed from the content."""

from __future__ import annotations

import pytest

from renjadoc import context
from renjadoc.tables.kinds import FolderTables
from tests.checks.examples import BASE
from tests.conftest import read


@pytest.mark.parametrize(("first", "which"), [(0, None), (-1, "pertama"), (-2, "kedua"), (1, None)])
def test_a_renja_before_the_first_year_of_the_renstra_is_of_no_year_of_it(first: int, which: str | None) -> None:
    """The Renstra's targets begin in the year after the one that it starts from."""
    folder = read(BASE)
    renstra = folder.dokumen.data["renstra"]
    renstra["awal"] = folder.tahun + first
    renstra["akhir"] = renstra["awal"] + 5
    assert context.names(FolderTables(folder))["renstra"]["tahun_ke"] == which
