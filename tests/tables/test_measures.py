"""What is better when lower, formulas of an office's own, and what years reach together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc.indonesian import bulatkan
from renjadoc.tables.measures import FormulaError, read_formula
from renjadoc.tables.quantities import Cell, cumulate, is_absent, quantities, tingkat


@pytest.mark.parametrize(
    ("realisasi", "target", "indicator", "percent"),
    [
        ("9,5%", "10%", {"arah": "turun"}, "105"),
        ("12%", "10%", {"arah": "turun"}, "80"),
        ("12%", "10%", {"arah": "naik"}, "120"),
        (["8", "12"], ["10", "10"], {"arah": "turun"}, "100"),
        (8, 10, {"arah": "turun", "rumus": "target / realisasi x 100%"}, "125"),
        (0, 10, {"rumus": "target : realisasi * 100"}, None),
        ("-1,5%", "2%", {}, "-75"),
        ("−1,5%", "–3%", {}, "150"),
        ("−1,5%", "–3%", {"arah": "naik"}, "150"),
        ("(2,5)", "minus 5", {"arah": "turun"}, "50"),
        ("-3%", "-2%", {}, "50"),
        ("-3%", "-2%", {"arah": "turun"}, "150"),
        ("1%", "-2%", {}, "250"),
        ("-2%", "-2%", {}, "100"),
        ("-2%", "-2%", {"arah": "turun"}, "100"),
        ("-3%", "-2%", {"rumus": "realisasi / target x 100"}, "150"),
        (["-1 %", "12 %"], ["-2 %", "10 %"], {}, "135"),
        ("Rp1,5 miliar", "Rp3.000.000.000", {}, "50"),
        ("Rp. 100.000,-", "Rp 200.000", {}, "50"),
        ("≥ 80", "100", {}, "80"),
        ("n/a", "10%", {"arah": "turun"}, None),
        (5, 0, {"arah": "turun"}, None),
    ],
)
def test_tingkat(realisasi: Cell, target: Cell, indicator: dict[str, Any], percent: str | None) -> None:
    found = tingkat(realisasi, target, indicator)
    assert (None if found is None else bulatkan(found)) == (None if percent is None else Decimal(percent))


@pytest.mark.parametrize(
    "text",
    ["", "target", "realisasi ** 99", "realisasi.real", "abs(realisasi)", "realisasi / pagu", "realisasi +",
     "1e999 * realisasi", "realisasi if target else 1", "'a' * realisasi", "realisasi + " * 40 + "1",
     "[realisasi]", "True * realisasi"],
)  # fmt: skip
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        read_formula(text)


@given(st.text(alphabet="realistg 0123456789.+-*/()x%:,^!'\"[]{}_=<>", max_size=60))
def test_any_text_is_a_formula_or_refused(text: str) -> None:
    try:
        formula = read_formula(text)
    except FormulaError:
        return
    value = formula.compute(Decimal(3), Decimal(4))
    assert value is None or isinstance(value, Decimal)


@given(st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2), st.sampled_from(["naik", "turun"]))
def test_better_than_the_target_is_more_than_all_of_it(reached: Decimal, wanted: Decimal, arah: str) -> None:
    """On both sides of zero: at the target it is 100%, and what says no direction is better when higher."""
    percent = tingkat(reached, wanted, {"arah": arah})
    if not wanted:
        assert percent is None
        return
    assert percent is not None
    better = reached - wanted if arah == "naik" else wanted - reached
    assert abs(percent - 100 - better * 100 / abs(wanted)) < Decimal("1e-15")
    if arah == "naik":
        assert tingkat(reached, wanted, {}) == pytest.approx(percent)


def test_excel_computes_the_same() -> None:
    assert read_formula("(2 x target - realisasi) / target x 100").write_excel("A1", "B1") == "((((2*B1)-A1)/B1)*100)"


@pytest.mark.parametrize(
    ("cells", "indicator", "together"),
    [
        (("10 orang", "20 orang", "15 orang"), "Jumlah orang", "45 orang"),
        ((10, 20, Decimal("1.5")), "Jumlah", Decimal("31.5")),
        (("-", "20 orang", "15 orang"), "Jumlah", "35 orang"),
        (("-", "-", "n/a"), "Jumlah", "n/a"),
        ((None, "20 orang", "15 orang"), "Jumlah", None),
        (("80%", "85%", "90%"), "Cakupan", "90%"),
        ((70, 71, 72), "Indeks Kepuasan Masyarakat", 72),
        (("57,6 (BB)", "63,36 (BB)"), "Akuntabilitas kinerja", "63,36 (BB)"),
        ((60, Decimal("63.5")), "Nilai SAKIP dinas", Decimal("63.5")),
        (("60 juta", "70 juta"), "Nilai transaksi koperasi", "130 juta"),
        ((600, 700), "Nilai transaksi koperasi (juta rupiah)", 1300),
        (("5 (lima) unit", "2 (dua) unit"), "Jumlah unit", None),
        (("8 tahun", "8,5 tahun"), "Rata-rata lama sekolah", "8,5 tahun"),
        (("10 orang", "2 unit", "1 unit"), "Jumlah", None),
        ((["1 label", "2 paket"], ["3 label", "4 paket"], ["5 label", "6 paket"]), "Jumlah", ["9 label", "12 paket"]),
        (("", "", ""), "Jumlah", ""),
    ],
)
def test_years_add_up_unless_they_are_levels(cells: tuple[Cell, ...], indicator: Cell, together: Cell) -> None:
    assert cumulate(cells, indicator) == together


@pytest.mark.parametrize("text", ["-", "–", "n/a", "N.A.", "tidak ada"])
def test_what_is_absent_is_no_quantity(text: str) -> None:
    assert is_absent(text)
    assert quantities(text) is None
