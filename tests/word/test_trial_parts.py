"""What a trial of a template reads, part by part: marked facts, headers and footers, how often a name is printed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from lxml import etree

from renjadoc.word.names import R, W
from renjadoc.word.trial.completeness import _is_loss
from renjadoc.word.trial.facts import PAGE, SaidNumber, mark_facts, read_place, read_sides, show_facts
from renjadoc.word.trial.stated_values import find_misplaced

NAMES = {"judul": "Renja", "tahun": 2027, "daerah": {"lengkap": "Kota Contoh", "nama": "Contoh"}}


def test_facts_are_known_by_where_they_are_printed() -> None:
    marked = mark_facts(NAMES)
    text = f"{marked['judul']} {marked['daerah']['lengkap']} Tahun {marked['tahun'] - 1} dan {1 + marked['tahun']}"
    place = read_place(f"{text} {marked['tahun']}")
    assert place.facts == {"judul": 1, "daerah.lengkap": 1, "tahun - 1": 1, "tahun + 1": 1, "tahun": 1}
    assert place.typed == "Tahun dan"
    assert show_facts(str(marked["tahun"] - 2)) == "{{ tahun - 2 }}"
    assert marked["tahun"] == 2027
    assert marked["judul"] == "Renja"


def test_a_year_counts_in_whole_years_alone() -> None:
    tahun = mark_facts(NAMES)["tahun"]
    assert isinstance(tahun, SaidNumber)
    assert (tahun - 2, tahun + 2) == (2025, 2029)
    assert tahun.__sub__("2") is NotImplemented  # type: ignore[arg-type, comparison-overlap]


_SPACE = f'xmlns:w="{W[1:-1]}" xmlns:r="{R[1:-1]}"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _make_side(text: str) -> Any:
    return etree.fromstring(f'<w:ftr {_SPACE}><w:p><w:r><w:t>{text}</w:t><w:instrText>PAGE</w:instrText></w:r></w:p></w:ftr>')  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(("switch", "typed"), [("", "usual"), ("<w:titlePg/>", "usual first")])
def test_a_first_page_says_something_where_it_is_switched_on(switch: str, typed: str) -> None:
    kinds = ("default", "even", "first")
    links = "".join(f'<w:footerReference w:type="{kind}" r:id="rId{at}"/>' for at, kind in enumerate(kinds))
    body = etree.fromstring(f"<w:body {_SPACE}><w:sectPr>{links}{switch}</w:sectPr><w:sectPr/></w:body>")
    rels = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/footer" Target="{kind}.xml"/>' for at, kind in enumerate(kinds)
    )
    parts = {
        "word/_rels/document.xml.rels": f"<Relationships>{rels}</Relationships>".encode(),
        "word/settings.xml": f"<w:settings {_SPACE}/>".encode(),
    }
    sides = {f"word/{kind}.xml": _make_side(said) for kind, said in zip(kinds, ("usual", "even", "first"), strict=True)}
    found = dict(read_sides(body, sides, parts))
    assert found["kaki sampul"].typed == typed
    assert found["kaki sampul"].facts == {PAGE: 1}
    assert found["kaki tegak"].typed == "usual"


@pytest.mark.parametrize(
    ("name", "times", "wanted", "is_loss"),
    [
        ("bab.judul", 0, 1, True),
        ("bab.judul", 0, 0, False),
        ("bab.judul", 1, 1, False),
        ("bab.judul", 2, 1, True),
        ("bab.judul", 2, 2, False),
        ("logo", 3, 1, False),
        ("logo", 4, 1, True),
        ("rekap.program.ulangan", 0, 1, False),
    ],
)
def test_what_is_printed_too_seldom_or_too_often_is_lost(name: str, times: int, wanted: int, is_loss: bool) -> None:
    trial, usual = (SimpleNamespace(printed={name: one}) for one in (times, wanted))
    assert _is_loss(name, trial, usual) is is_loss  # type: ignore[arg-type]


def test_a_value_below_the_head_of_another_is_told_with_its_row() -> None:
    name = "rekap.program.pagu"
    columns = {"rekap": (["Uraian", "Pagu"], ["Uraian", "Pagu"], [], [[0], [1]])}
    empty: dict[str, Any] = {"strayed": {}, "signing": [], "titles": {}, "columns": columns, "forms": {}}
    usual, trial = (
        SimpleNamespace(printed={name: 1}, cells={name: [at]}, **{**empty, "forms": {name: [form]}})
        for at, form in ((1, "angka"), (1, ""))
    )
    found = list(find_misplaced("renja.docx", trial, usual, set()))  # type: ignore[arg-type]
    assert [one.code for one in found] == ["RJ045"]
    assert "pada baris program tabel pola rekap" in found[0].message
