"""Which columns of a table an old chart shows, found by their figures and their names."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from renjadoc.adoption.chart_tables import find_charted
from renjadoc.reading import Reading
from renjadoc.word.blocks import Chart
from tests.conftest import read
from tests.sheets.excel.sheet import lay_down

HEADS = ["Komoditas", "Luas", "Panen 2023", "Panen 2024"]
ROWS = [["Padi", "12,5", "40", "40"], ["Jagung", "5", "9,75", "9,75"], ["Kedelai", "1", "-", "-"]]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    folder = lay_down(tmp_path)
    data = {"jenis": "bebas", "judul": ["Produksi"], "kolom": [{"judul": one} for one in HEADS], "baris": ROWS}
    (folder / "tabel" / "produksi.json").write_text(json.dumps(data), "utf-8")
    return Reading(read(folder))


def find(reading: Reading, labels: list[str], **series: list[str]) -> Any:
    figures = [(name, [Decimal(figure) for figure in said]) for name, said in series.items()]
    shown = Chart("kolom", labels, figures, 12.0, 6.0, "")
    return find_charted(reading.tables["produksi"], "produksi", shown, reading.printed)


def test_of_columns_with_the_same_figures_the_one_of_its_name_is_drawn(reading: Reading) -> None:
    labels, figures = ["Padi", "Jagung", "Kedelai"], ["40", "9.75", "0"]
    assert find(reading, labels, luas=["12.5", "5", "1"])["nilai"] == ["kolom1"]
    assert find(reading, labels, **{"2024": figures}) == {"grafik": "produksi", "nilai": ["kolom3"]}
    assert find(reading, labels, **{"PANEN 2023": figures})["nilai"] == ["kolom2"]
    assert find(reading, labels, luas=["12.5", "5", "2"]) is None


def test_a_chart_of_some_rows_draws_only_these(reading: Reading) -> None:
    assert find(reading, ["Padi", "Kedelai"], luas=["12.5", "1"]) == {
        "grafik": "produksi", "nilai": ["kolom1"], "hanya": ["Padi", "Kedelai"],
    }  # fmt: skip
