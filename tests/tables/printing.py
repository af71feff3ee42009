"""What a table prints, from its data alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from renjadoc.content.load import Source
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.kinds import KINDS
from renjadoc.tables.layout import Around


def table_source(data: Any) -> Source:
    """A table of no file."""
    return Source(Path("tabel.json"), "tabel.json", "", data)


def print_table(data: Any, folder: Any, final_targets: Any = None) -> list[dict[str, Any]]:
    """The printed rows of `data`, a table of `folder` or not."""
    around = Around({"singkatan": "Dinas"}, final_targets or {})
    return ReadTable(table_source(data), KINDS[data["jenis"]], folder, around, {}).printed
