"""The second complete sample: everything of Permendagri 14/2026 filled, nothing open, nothing to warn of."""

from __future__ import annotations

from renjadoc.compose import compose_document, list_open_matters
from renjadoc.examine import examine_folder
from renjadoc.tables.kinds import KINDS
from tests.conftest import ROOT

FOLDER = ROOT / "content" / "2027"


def test_it_is_whole() -> None:
    reading, outcome = examine_folder(FOLDER)
    assert outcome.problems == []
    assert reading is not None
    assert list_open_matters(compose_document(reading), reading) == []
    assert all(cell is not None for table in reading.tables.values() for row in table.printed for cell in row.values())


def test_it_shows_every_table_of_its_outline() -> None:
    reading, _ = examine_folder(FOLDER)
    assert reading is not None
    shown = {(table.kind.name, table.data.get("bentuk")) for table in reading.tables.values()}
    assert shown >= {("kinerja-urusan", form) for form in (None, *KINDS["kinerja-urusan"].forms)}
    assert ("rencana-program", "permendagri-14") in shown
    assert {table.data["menurut"] for table in reading.tables.of_kind("rekap")} == {"tag", "bidang", "sumber_dana"}
