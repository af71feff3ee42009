"""Where an edit is seen in the document: row and column are said once, by the place or behind it."""

from __future__ import annotations

from pathlib import Path

from renjadoc.edits.shown import ShownPlaces
from tests.sheets.excel.sheet import lay_down, table


def test_a_place_is_said_once_and_ends_with_its_file(tmp_path: Path) -> None:
    root = lay_down(tmp_path)
    shown, file = ShownPlaces(root), "tabel/rencana-program.json"
    name = table(root, "rencana-program")["program"][0]["nama"]
    place = shown.describe(file, "/program/0", name, "Pagu")
    assert place.count(name) == 1
    assert place.endswith(f", kolom Pagu  [{file}]")
    within = shown.describe(file, "/program/0/nama", name, "Pagu")
    assert within.count("kolom ") == 1
    assert within.count(name) == 1
    assert shown.describe(file, "/program/0", "Baris Lain").endswith(f", Baris Lain  [{file}]")
    assert shown.describe("telaah.json", "/catatan/0", "Baris", "catatan") == "Baris, kolom catatan  [telaah.json]"
    assert shown.describe("telaah.json", "") == "[telaah.json]"
