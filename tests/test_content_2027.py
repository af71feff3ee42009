"""The second complete sample: everything of Permendagri 14/2026 filled, nothing open, nothing to warn of."""

from __future__ import annotations

from renjadoc.compose import compose_document, list_open_matters
from renjadoc.examine import examine_folder
from renjadoc.indonesian import rupiah
from renjadoc.tables.computed import add_known
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


def test_its_perubahan_is_whole_and_changes_it() -> None:
    reading, outcome = examine_folder(ROOT / "content" / "2027-perubahan")
    assert outcome.problems == []
    assert reading is not None
    assert list_open_matters(compose_document(reading), reading) == []
    [plan] = reading.tables.of_kind("rencana-program")
    assert plan.amendment is not None
    before, after = plan.amendment.amount()
    assert before == add_known(row["pagu"] for row in _rows_of_2027())
    assert after is not None
    assert reading.printed("{{ pagu.sesudah | rupiah }}") == rupiah(after)
    assert any(pair.after and pair.after.get("alasan") for pair in plan.amendment.walk())


def _rows_of_2027() -> list[dict[str, int]]:
    reading, _ = examine_folder(FOLDER)
    assert reading is not None
    return [row.node for table in reading.tables.of_kind("rencana-program") for row in table.rows if "pagu" in row.node]
