"""The menu of names and figures: each is stored with the way it is written, and shown as it prints."""

from __future__ import annotations

from renjadoc.content.folder import open_folder
from renjadoc.desk.names_menu import list_names
from renjadoc.reading import Reading
from tests.sheets.excel.sheet import BASIS


def test_amounts_are_offered_as_money_and_names_as_they_are() -> None:
    named = {one.label: (one.expression.strip(), one.today) for one in list_names(Reading(open_folder(BASIS)))}
    assert named["Pagu total"] == ("pagu.total | rupiah", "Rp425.000.000")
    assert named["Program 2.17.07 pagu"] == ("program['2.17.07'].pagu | rupiah", "Rp50.000.000")
    assert named["Program 2.17.07 nama"] == ("program['2.17.07'].nama", "Program Pemberdayaan Usaha Mikro")
