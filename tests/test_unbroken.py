"""What print binds, a reader releases: the content stays as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc.unbroken import as_seen, bind_pieces, bind_words, may_bind

_WORDS = st.sampled_from(
    ["Tabel", "2.1", "Nomor", "23", "Rp", "3", "Januari", "2021", "2013–2018", "Undang-Undang", "NIP", "BAB", "IV", "-",
     "–", " ", ".", "COVID-19", "19700101 199501 1 001", "isu-isu", "\n", "é"]
)  # fmt: skip
_OTHERS = st.text(st.characters(exclude_categories=["Cf", "Cs", "Zs"], exclude_characters="\u2011"))
_TEXTS = st.lists(st.one_of(_WORDS, st.just(" "), _OTHERS), max_size=12)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("lihat Tabel 2.1 dan Gambar 3.2", "lihat Tabel_2.1 dan Gambar_3.2"),
        ("Nomor 23 Tahun 2014", "Nomor_23 Tahun 2014"),
        ("sebesar Rp 5.000 per unit", "sebesar Rp_5.000 per unit"),
        ("Purbalingga, 3 Januari 2021", "Purbalingga, 3_Januari_2021"),
        ("tanggal 3 Januari saja", "tanggal 3_Januari saja"),
        ("NIP 19700101 199501 1 001", "NIP_19700101_199501_1_001"),
        ("dalam BAB IV", "dalam BAB_IV"),
        ("Undang-Undang dan peraturan perundang-undangan", "Undang~Undang dan peraturan perundang~undangan"),
        ("COVID-19, ke-4, T-C.33", "COVID~19, ke~4, T~C.33"),
        ("tahun 2013–2018", "tahun 2013–|2018"),
        ("tahun 2013 – 2018", "tahun 2013_–_2018"),
        ("PASAL 5 ayat (2), nomor 7", "PASAL_5 ayat_(2), nomor_7"),
        ("NIP. 19700101 199501 1 001 dan NIP : 1", "NIP._19700101_199501_1_001 dan NIP_:_1"),
        ("3 MEI 2021", "3_MEI_2021"),
        ("isu-isu daerah – kata", "isu-isu daerah – kata"),
        ("Nomor urut 3 unit", "Nomor urut 3 unit"),
    ],
)  # fmt: skip
def test_what_belongs_together_stays_on_one_line(typed: str, printed: str) -> None:
    marks = str.maketrans({"_": "\u00a0", "~": "\u2011", "|": "\u200d"})
    assert bind_words(typed) == printed.translate(marks)


@given(_TEXTS)
def test_printed_and_read_is_what_was_typed(texts: list[str]) -> None:
    typed = "".join(texts)
    assert as_seen(bind_words(typed)) == typed


@given(_TEXTS)
def test_only_what_may_be_bound_is(texts: list[str]) -> None:
    text = "".join(texts)
    assert may_bind(text) or bind_words(text) == text


@given(_TEXTS)
def test_pieces_are_bound_as_the_whole(texts: list[str]) -> None:
    pieces = list(bind_pieces(texts))
    assert "".join(pieces) == bind_words("".join(texts))
    assert [as_seen(piece) for piece in pieces] == texts
