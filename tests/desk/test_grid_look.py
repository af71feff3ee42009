"""What the grid of a table leaves of a small screen."""

from __future__ import annotations

import pytest

from renjadoc.content.folder import open_folder
from renjadoc.desk.grids import Grid
from renjadoc.desk.pages import grid_look
from renjadoc.reading import Reading
from tests.conftest import ROOT


@pytest.mark.parametrize("year", ["2021", "2027"])
def test_what_stays_in_sight_leaves_half_of_a_small_screen_to_the_rest(
    year: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid_look.ui, "add_css", lambda _: None)
    reading = Reading(open_folder(ROOT / "content" / year))
    for name in (name for name, table in reading.tables.items() if table.layout.columns):
        grid = Grid(reading, name)
        columns = grid_look.describe_grid(grid, grid.list_rows())["columnDefs"]
        inner = [one for column in columns for one in column.get("children", [column])]
        pinned = [column["width"] for column in inner if column.get("pinned")]
        assert pinned, name
        assert sum(pinned) <= 640, name
