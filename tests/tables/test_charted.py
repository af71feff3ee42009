"""The columns of a table that a chart may show, and the cells of a plan before and after its change."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from renjadoc.tables.before import Pair
from renjadoc.tables.charted import Unchartable, _find_column
from renjadoc.tables.rencana_program.amended import _draw_row, _Shown


def _chart(stated: str) -> tuple[str, list[str]]:
    """Of a view that computes its rows, and has no columns of its own."""
    printed = [{"jenis": "bidang", "uraian": "Bidang Koperasi", "pagu": 3, "pagu_maju": 4}]
    table: Any = SimpleNamespace(layout=SimpleNamespace(columns=()), printed=printed)
    return _find_column(table, stated, 0, str)


def test_a_column_of_computed_rows_is_called_by_its_name() -> None:
    assert _chart("pagu_maju") == ("pagu_maju", ["Pagu maju (Rp)"])
    assert _chart("uraian") == ("uraian", ["Uraian"])


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(Unchartable, match="kolom “pagu_lama” tidak ada") as refused:
        _chart("pagu_lama")
    assert "pagu, pagu_maju, uraian" in refused.value.hint


NODE = {"kode": "2.17.01.2.01.0001", "nama": "Rapat", "indikator": "Jumlah", "lokasi": "Kota", "target": "1 kali"}


@pytest.mark.parametrize(
    ("before", "after", "coded", "texts"),
    [
        (10, 30, True, ["2.17.01.2.01.0001", "Rapat", "Jumlah", "Kota", "1 kali", "1 kali", "10", "30", "20"]),
        (10, 30, False, ["Rapat", "Jumlah", "Kota", "1 kali", "1 kali", "10", "30", "20"]),
        (None, 30, False, ["Rapat", "Jumlah", "Kota", "-", "1 kali"]),
    ],
)
def test_a_row_of_a_changed_plan(before: int | None, after: int, coded: bool, texts: list[str]) -> None:
    sides = [None if pagu is None else {**NODE, "pagu": pagu, "sumber_dana": "APBD"} for pagu in (before, after)]
    cells = _draw_row(Pair("sub_kegiatan", *sides, []), _Shown(coded, (), ()))
    assert [cell.value for cell in cells[: len(texts)]] == texts
    assert cast(str, cells[-2].value) == "APBD"
