"""The day on which a document speaks, and what had happened to a regulation by then."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.checks.regulations import document_date, list_events
from renjadoc.checks.rules.law.amending_phrases import check_amending_phrase
from renjadoc.checks.rules.law.cited_regulations import _is_title
from renjadoc.checks.rules.law.known_titles import _stands_too_early
from renjadoc.checks.rules.law.listed_regulations import check_amendments
from renjadoc.narrative.regulation_entry import RegulationEntry
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


@pytest.mark.parametrize(("phrase", "found"), [("beberapa kali diubah terakhir dengan", 0), ("diubah dengan", 1)])
def test_how_often_is_known_from_the_title_that_the_register_has(phrase: str, found: int, tmp_path: Path) -> None:
    """UU 9/2015 is the second change of UU 23/2014, also where the list of the document leaves its title out."""
    change = f'{{"frasa": "sebagaimana telah {phrase}", "jenis": "UU", "nomor": 9, "tahun": 2015}}'
    law = f'{{"jenis": "UU", "nomor": 23, "tahun": 2014, "tentang": "Pemerintahan Daerah", "diubah": {change}}}'
    folder = lay_down(Example((f"regulasi/landasan-hukum.json /regulasi/1 = {law}",)), tmp_path / "isi")
    assert len(list(check_amending_phrase(Reading(read(folder))))) == found


@pytest.mark.parametrize(
    ("signed", "number", "told"), [("1 Oktober 2025", "900.1-2850", 1), ("1 Juni 2026", "900.1-861", 0)]
)
def test_a_change_whose_title_nobody_matched_is_named_and_its_title_asked_for(
    signed: str, number: str, told: int, tmp_path: Path
) -> None:
    law = '{"jenis": "Kepmendagri", "nomor": "050-5889", "tahun": 2021, "tentang": "Hasil Verifikasi"}'
    lines = f"regulasi/landasan-hukum.json /regulasi/- = {law}", f'dokumen.json /pengesahan/tanggal = "{signed}"'
    reading = Reading(read(lay_down(Example(lines), tmp_path / "isi")))
    [finding] = [one for one in check_amendments(reading) if "050-5889" in one.message]
    assert number in finding.hint
    assert finding.hint.count("Judulnya belum tercatat") == told


TITLE = "Pencegahan, Pengendalian, dan Penanggulangan Dampak Perubahan Iklim terhadap Usaha Mikro"


@pytest.mark.parametrize(
    ("written", "is_title"),
    [
        (f"{TITLE} dan seterusnya", True),
        ("Pencegahan.", True),
        (f"{TITLE.lower()[:70]}.", True),
        (f"{TITLE.lower()[:40]}.", False),
        ("penanggulangan kemiskinan.", False),
    ],
)
def test_how_much_of_a_title_a_sentence_tells(written: str, is_title: bool) -> None:
    assert _is_title(written, TITLE) is is_title


@pytest.mark.parametrize(
    ("number", "sheet", "is_early"),
    [
        (25, {"tahun": 2004, "nomor": 24}, True),
        (25, {"tahun": 2004, "nomor": 25}, False),
        (25, {"tahun": 2005, "nomor": 24}, False),
        ("25A", {"tahun": 2004, "nomor": 24}, False),
    ],
)
def test_a_gazette_has_no_smaller_number_than_the_law_in_it(number: Any, sheet: Any, is_early: bool) -> None:
    law: RegulationEntry = {"jenis": "UU", "nomor": number, "tahun": 2004, "lembaran": sheet}
    assert _stands_too_early(law) is is_early
