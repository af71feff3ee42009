"""What a sentence of a Renja Perubahan says beside an amount, against a plan before and after it was changed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from renjadoc.checks.figured import Statement
from renjadoc.checks.rules.sentences_and_tables.beside_amounts import _Changed, _find_changed_target, _find_growth
from renjadoc.checks.stated import list_figures
from renjadoc.content.load import Source
from renjadoc.narrative.passages import Passage
from renjadoc.span import Span

CHANGED = (
    _Changed(
        "Operasi Pasar", frozenset({"operasi", "pasar"}), (2_000_000, 2_500_000),
        ((Decimal(12), "laporan"),), ((Decimal(18), "laporan"),),
    ),
    _Changed("Pelatihan", frozenset({"latih"}), (4_000_000, 3_000_000), (), ()),
    _Changed("Arsip", frozenset({"arsip"}), (0, 700_000), (), ()),
)  # fmt: skip


def _state(text: str) -> Statement:
    passage = Passage(Source(Path("bab-3.json"), "bab-3.json", "{}", {}), "/isi/0", "paragraf", (Span(text),))
    return Statement(passage, 0, text, tuple(list_figures(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pagunya bertambah Rp500.000 (25%).", ""),
        ("Pagunya bertambah Rp500.000 (20%).", "semula 25%"),
        ("Pagunya berkurang Rp1.000.000 (30%).", "semula 25%"),
        ("Pagunya berkurang Rp1.000.000 (25%).", ""),
        # Of no row, of one that had nothing before, or beside another amount.
        ("Pagunya bertambah Rp600.000 (20%).", ""),
        ("Pagunya bertambah Rp700.000 (20%).", ""),
        ("Pagunya sebesar Rp500.000 (20%).", ""),
    ],
)
def test_the_share_by_which_an_amount_grew(text: str, told: str) -> None:
    found = _find_growth(_state(text), CHANGED)
    assert (found is not None) == bool(told)
    assert told in (found.message if found else "")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Target operasi pasar naik dari 12 laporan menjadi 18 laporan.", ""),
        ("Target operasi pasar naik dari 12 laporan menjadi 15 laporan.", "15 laporan"),
        ("Target operasi pasar naik dari 10 laporan menjadi 18 laporan.", "10 laporan"),
        ("Target pembinaan naik dari 12 laporan menjadi 15 laporan.", ""),
        ("Target operasi pasar naik dari 12 orang menjadi 15 orang.", ""),
    ],
)
def test_the_targets_before_and_after(text: str, wrong: str) -> None:
    found = _find_changed_target(_state(text), CHANGED)
    assert (found.stated.text if found else "") == wrong
