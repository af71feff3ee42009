"""From every form of a table into every other and back: all that its rows said is there at each step."""

from __future__ import annotations

import json
import shutil
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renjadoc.content.pointers import walk_values
from renjadoc.examine import examine_folder
from renjadoc.problem import ProblemsFound
from renjadoc.tables.kinds import KINDS
from renjadoc.tables.layout import Entry
from renjadoc.tables.rencana_program import WITHOUT_SUB
from tests.reshape.test_tables import choose, list_said
from tests.sheets.excel.sheet import put, table
from tests.tables.test_every_form import lay_down_form

PAIRS = [(kind.name, one, other) for kind in KINDS.values() for one, other in permutations((None, *kind.forms), 2)]
#: What a cell of text or figures may say; every way of saying that there is nothing is among them.
_SAID = st.one_of(
    st.sampled_from(
        ["-", "–", "n/a", "0", 0, "", None, "7 unit", ["1 unit", "2 paket"], "72,50", "(1,5) %", "≤ 3 hari"]
    ),
    st.integers(0, 10**6),
    st.text("abcdefg ABC,./-", min_size=1, max_size=12).map(str.strip).filter(bool),
)


def _change_cells(folder: Path, name: str, draw: Any) -> None:
    """Some cells of every row say something else."""
    reading, outcome = examine_folder(folder)
    assert reading is not None, outcome.problems
    shown, data = reading.tables[name], table(folder, name)
    for row in shown.rows if not shown.is_view else ():
        for column in shown.layout.columns:
            cell = column.cells.get(row.level)
            if not isinstance(cell, Entry) or cell.kind.name != "sel" or not cell.is_in(row.node) or cell.own:
                continue
            holder: Any = data
            for key in (*row.pointer.split("/")[1:], *map(str, cell.keys[:-1])):
                holder = holder[int(key)] if isinstance(holder, list) else holder[key]
            holder[cell.keys[-1]] = draw(_SAID)
    put(folder, name, data)


def _values(data: Any) -> list[str]:
    """Every value that the rows of a table say, wherever it stands."""
    said = (value for at, value in walk_values(data, "") if not isinstance(value, dict | list) and at != "/bentuk")
    return sorted(json.dumps(value, default=str) for value in said if value not in (None, ""))


def _contains(whole: list[str], part: list[str]) -> bool:
    left = list(whole)
    for value in part:
        if value not in left:
            return False
        left.remove(value)
    return True


@pytest.mark.lambat
@pytest.mark.parametrize(("name", "one", "other"), PAIRS)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.data())
def test_nothing_is_lost_there_and_back(
    name: str, one: str | None, other: str | None, drawn: st.DataObject, tmp_path: Path
) -> None:
    with TemporaryDirectory(dir=tmp_path) as place:
        folder = lay_down_form(Path(place), name, one)
        try:
            _change_cells(folder, name, drawn.draw)
            before = table(folder, name)
            if other == WITHOUT_SUB:
                with pytest.raises(ProblemsFound):
                    choose(folder, name, other)
                assert table(folder, name) == before
                return
            choose(folder, name, other or "semula")
            there = table(folder, name)
            assert there.get("bentuk") == other
            assert _contains(_values(there), _values(before))
            if one != WITHOUT_SUB:
                choose(folder, name, one or "semula")
                assert list_said(before) <= list_said(table(folder, name))
            reading, outcome = examine_folder(folder)
            assert reading is not None, outcome.problems
            assert reading.tables[name].printed or reading.tables[name].drawn
        finally:
            shutil.rmtree(folder)
