"""Texts, labels and citations by themselves: what is written reads as what stood there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc.adoption import labels, words
from renjadoc.narrative import citation, spans, typed_citation
from renjadoc.span import Span, plain_text
from renjadoc.tables import old
from renjadoc.tables.old import Unfit

texts = st.text(alphabet="ab *[]{}\\.^", min_size=1, max_size=6)
words_of_one_look = st.builds(Span, texts, st.booleans(), st.booleans(), note=st.just(()))
footnotes = st.builds(lambda text: Span("", note=(Span(text),)), texts.filter(str.strip))
pieces = st.lists(words_of_one_look | footnotes, max_size=5)


@given(pieces)
def test_content_reads_as_what_stood_there(line: list[Span]) -> None:
    read = spans.parse_spans(words.write_content(line), lambda _: pytest.fail("a placeholder was read"))
    assert plain_text(read).split() == plain_text(line).split()
    assert not any(span.open for span in read)
    notes = ["".join(plain_text(span.note).split()) for span in read if span.note]
    assert notes == ["".join(plain_text(span.note).split()) for span in line if span.note]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rp. 1.000.000,-", "1.000.000"), ("Rp1.000.000,00", "1000000"), ("03 Januari 2021", "3 januari 2021"),
        ("Dinkop UKM", "DinkopUKM"), ("102,5 %", "102,5%"), ("Undang-undang", "UNDANG UNDANG"),
    ],
)  # fmt: skip
def test_what_counts_as_the_same(one: str, other: str) -> None:
    assert words.squeeze_text(one) == words.squeeze_text(other)


@pytest.mark.parametrize(("one", "other"), [("1.000", "1.00"), ("85,28", "8528"), ("10 %", "10"), ("2021", "2020")])
def test_what_does_not(one: str, other: str) -> None:
    assert words.squeeze_text(one) != words.squeeze_text(other)


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("12.", [("1.", 12, "1.")]), ("(3)", [("(1)", 3, "1)")]), ("B.", [("A.", 2, "a.")]), ("•", [("-", 0, "-")]),
        ("i.", [("a.", 9, "a."), ("i.", 1, "1.")]), ("iv)", [("i)", 4, "1)")]), ("1.1.", []), ("", []),
    ],
)  # fmt: skip
def test_labels(label: str, read: list[tuple[str, int, str]]) -> None:
    assert [(one.family, one.value, one.form) for one in labels.read_label(label)] == read


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("UU No. 23 Th 2014 tentang A;", "Undang-Undang Nomor 23 Tahun 2014 tentang A"),
        ("Permendagri No. 86/2017 tentang A.", "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang A"),
        ("Peraturan Walikota X No 5 Tahun 2020 tentang A; dan", "Peraturan Wali Kota X Nomor 5 Tahun 2020 tentang A"),
        ("Perda Kab. X No 5 Tahun 2020 tentang A", "Peraturan Daerah Kabupaten X Nomor 5 Tahun 2020 tentang A"),
        ("UUD 1945;", "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"),
        (
            "Peraturan Pemerintah Republik Indonesia No 8 tahun 2008 tentang Tahapan (Lembaran Negara Tahun 2008 "
            "No. 21, Tambahan Lembaran Negara No. 4817);",
            "Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan (Lembaran Negara Republik Indonesia Tahun 2008 "
            "Nomor 21, Tambahan Lembaran Negara Republik Indonesia Nomor 4817)",
        ),
        (
            "UU Nomor 1 Tahun 2004 tentang A sebagaimana telah diubah dengan UU Nomor 2 Tahun 2005 tentang B",
            "Undang-Undang Nomor 1 Tahun 2004 tentang A sebagaimana telah diubah dengan "
            "Undang-Undang Nomor 2 Tahun 2005 tentang B",
        ),
        (
            "UU No. 23 Tahun 2014 tentang A sebagaimana telah diubah beberapa kali terakhir "
            "dengan UU No. 6 Tahun 2023;",
            "Undang-Undang Nomor 23 Tahun 2014 tentang A sebagaimana telah diubah beberapa kali terakhir dengan "
            "Undang-Undang Nomor 6 Tahun 2023",
        ),
        ("PP No 12 Th 2017 ttg A;", "Peraturan Pemerintah Nomor 12 Tahun 2017 tentang A"),
        (
            "Perda Kota X Nomor 10 Tahun 2016 tentang A sebagaimana telah diubah dengan Perda Nomor 5 Tahun 2021;",
            "Peraturan Daerah Kota X Nomor 10 Tahun 2016 tentang A sebagaimana telah diubah dengan "
            "Peraturan Daerah Kota X Nomor 5 Tahun 2021",
        ),
    ],
)  # fmt: skip
def test_citations_are_read_with_tolerance(typed: str, cited: str) -> None:
    entry = typed_citation.read_entry(typed)
    assert entry is not None
    assert citation.write_citation(entry) == cited


@pytest.mark.parametrize(
    "typed",
    [
        "UU Nomor 11 Tahun 2020",
        "Surat Edaran Nomor 1 Tahun 2020 tentang X",
        "UU Nomor 5 tentang X [[a",
        "Pasal 3",
        "UU Nomor 1 Tahun 1901 tentang X",
    ],
)
def test_what_is_no_whole_citation(typed: str) -> None:
    assert typed_citation.read_entry(typed) is None


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("1.000", 1000), ("55701", "55701"), ("85,58", 85.58), ("85.28", "85.28"), ("80,50", "80,50"),
        ("0,0019", 0.0019),
        ("1.000\nmasyarakat", "1.000 masyarakat"), ("25 Label\n20 Kemasan", ["25 Label", "20 Kemasan"]), ("", None),
        ("57%", "57%"), ("-", "-"), ("a*b", "a\\*b"),
    ],
)  # fmt: skip
def test_cells_print_as_they_were_typed(typed: str, cell: Any) -> None:
    assert old.read_cell(typed) == cell


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("100.000.000,-", 100000000),
        ("Rp. 1.000.000,00", 1000000),
        ("Rp5.000", 5000),
        ("0", 0),
        ("-", 0),
        ("–", 0),
        ("n/a", 0),
        ("Nihil", 0),
        ("", None),
    ],
)
def test_amounts(typed: str, rupiah: int | None) -> None:
    assert old.read_amount(typed) == rupiah


@pytest.mark.parametrize("typed", ["1,000,000", "1.000.50", "12,5", "seratus", "100.000,50"])
def test_what_is_no_amount(typed: str) -> None:
    with pytest.raises(Unfit):
        old.read_amount(typed)
