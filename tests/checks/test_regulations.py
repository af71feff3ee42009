"""The day on which a document speaks, and what had happened to a regulation by then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.checks.regulations import document_date, list_events
from renjadoc.reading import Reading
from tests.checks.examples import lay_down
from tests.conftest import read


@pytest.mark.parametrize(("since", "counts"), [("2026", False), ("2025", True), ("2026-12-30", True)])
def test_of_a_year_alone_the_last_day_counts(since: str, counts: bool) -> None:
    events = list_events({"riwayat": [{"status": "dicabut", "sejak": since}]}, date(2026, 12, 30))
    assert bool(events) is counts


@pytest.mark.parametrize(
    ("signed", "day"), [("null", date(2026, 12, 31)), ('"3 Mei {{ tahun - 1 }}"', date(2026, 5, 3))]
)
def test_a_document_speaks_on_the_day_it_is_signed(signed: str, day: date, tmp_path: Path) -> None:
    folder = lay_down(Example((f"dokumen.json /pengesahan/tanggal = {signed}",)), tmp_path / "isi")
    assert document_date(Reading(read(folder))) == day
