"""Placeholders of content: what they give, and that nothing in them can run code or take time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import nodes

from renjadoc.indonesian import Amount, Percentage
from renjadoc.narrative import placeholders
from renjadoc.narrative.placeholders import Names, PlaceholderError, Reference
from renjadoc.span import Carried, CarriedInt

NAMES = Names(
    {
        "tahun": 2021,
        "renstra": {"awal": 2016},
        "pagu": {"total": 5701420500, "terbuka": None},
        "program": {"2.17.05": {"nama": "Program A"}},
        "urut": ["x", "y"],
        "naik": Amount(1000),
        "turun": Amount(250),
        "capaian": Percentage("97.5"),
        "diwarisi": CarriedInt(2016),
    },
    {"evaluasi": "Tabel 2.1"},
)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (" tahun ", "2021"),
        ("tahun - 1", "2020"),
        ("tahun + 1 - renstra.awal", "6"),
        ("pagu.total | rupiah", "Rp5.701.420.500"),
        ("pagu.total|angka", "5.701.420.500"),
        ("program['2.17.05'].nama | besar", "PROGRAM A"),
        ("urut[1]", "y"),
        ("7 | bilangan", "7 (tujuh)"),
        ("pagu.terbuka | rupiah", None),
        ("pagu.terbuka + 1", None),
        ("1 + pagu.terbuka", None),
        ("naik - turun", "Rp750"),
        ("naik + 1", "1001"),
        ("capaian", "97,5%"),
        ("diwarisi", "2016"),
        ("rujuk('evaluasi')", Reference("evaluasi", "Tabel 2.1")),
    ],
)
def test_values(expression: str, value: object) -> None:
    assert NAMES.evaluate(expression) == value


def test_a_figure_that_was_taken_over_is_printed_as_one() -> None:
    assert isinstance(NAMES.evaluate("diwarisi"), Carried)
    assert not isinstance(NAMES.evaluate("tahun"), Carried)


@pytest.mark.parametrize(
    "expression",
    [
        "tahun.__class__",
        "''.__class__.__mro__",
        "renstra.keys()",
        "9 ** 9 ** 9",
        "'a' * 1000000000",
        "range(10**9)",
        "[1][0]",
        "tahun if tahun else 1",
        "tahun }}{{ tahun",
        "lipsum()",
        "'%0999999999d' % 1",
        "tahun|tojson",
        "tahun|judul",
        "renstra",
        "rujuk(tahun)",
        "rujuk('tidak-ada')",
        "urut[7]",
        "urut[2]",
        "urut[-1]",
        "tahun + urut[0]",
        "urut[0] + tahun",
        "urut[0] + urut[1]",
        "rujuk('evaluasi', 'evaluasi')",
        "x" * 501,
        "(" * 400,
        "True",
        "1.5",
    ],
)
def test_everything_else_is_refused(expression: str) -> None:
    with pytest.raises(PlaceholderError) as refused:
        NAMES.evaluate(expression)
    assert refused.value.code in {"RJ020", "RJ021", "RJ030"}
    assert refused.value.hint


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("tahn", "“tahn” tidak dikenal Mungkin maksudnya “tahun”."),
        ("renstra.awl", "“renstra.awl” tidak dikenal Mungkin maksudnya “awal”."),
        ("renstra.zz", "“renstra.zz” tidak dikenal Yang dikenal: awal."),
        ("program['9'].nama", "“program.9” tidak dikenal"),
        ("program['2.17.05'].zz", "“program['2.17.05'].zz” tidak dikenal Yang dikenal: nama."),
        ("urut", "bukan satu nilai Sebut bagiannya: nomor urut dalam kurung siku"),
        ("renstra", "bukan satu nilai Sebut bagiannya: awal"),
        ("tahun | rupiha", "“rupiha” tidak dikenal Mungkin maksudnya “rupiah”."),
        ("urut[0] | rupiah", "“rupiah” tidak cocok"),
        ("rujuk('evaluas')", "Mungkin maksudnya “evaluasi”."),
    ],
)
def test_what_is_refused_says_what_is_meant(expression: str, said: str) -> None:
    with pytest.raises(PlaceholderError) as refused:
        NAMES.evaluate(expression)
    assert said in f"{refused.value.message} {refused.value.hint}"


@given(st.text(max_size=40) | st.text("tahun.[]'|+-(){} 0123456789*%", max_size=40))
def test_any_text_gives_a_value_or_a_problem(expression: str) -> None:
    try:
        value = NAMES.evaluate(expression)
    except PlaceholderError:
        return
    assert value is None or isinstance(value, str | Reference)


_WORDS = st.sampled_from(["tahun", "not", "none", "is_x", "if", "a1", "rujuk", "true", "in", "n"])
_SIMPLE = st.one_of(
    st.lists(st.one_of(_WORDS, st.sampled_from([".", " ", "|", "('a-1')", "+ 1", "- 07", "['2.17']"])), max_size=7).map(
        "".join
    ),
    st.builds("{}.{}['{}'] | {}".format, _WORDS, _WORDS, _WORDS, _WORDS),
    st.builds("{}.{} {}{}".format, _WORDS, _WORDS, st.sampled_from("+-"), st.integers(0, 99999)),
)


@given(_SIMPLE)
def test_simple_expressions_are_read_as_the_parser_reads_them(expression: str) -> None:
    if simple := placeholders._SIMPLE.fullmatch(expression):
        (output,) = placeholders._PARSER.parse("{{" + expression + "}}").body
        assert output == nodes.Output([placeholders._build_node(**simple.groupdict(default=""))])


@pytest.mark.parametrize(
    "expression", [" tahun ", "tahun - 1", "pagu.total|angka", "program['2.17.05'].nama", "rujuk('evaluasi')"]
)
def test_most_expressions_need_no_parser(expression: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placeholders, "_PARSER", None)
    placeholders._parse_expression.cache_clear()
    assert NAMES.evaluate(expression) is not None
