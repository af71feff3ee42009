"""Justified lines are not torn apart: the word behind a line with wide gaps may be divided, and nothing else."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from renjadoc.unbroken import BLANK, BREAK, HYPHEN, SOFT_HYPHEN, as_seen, bind_words
from renjadoc.word.layout.frozen import freeze_document
from renjadoc.word.packages import package
from renjadoc.word.rivers import (
    NOTE_MARK,
    Measure,
    _measure,
    divide_long_words,
    divide_words,
    find_syllables,
    fit_words,
)
from renjadoc.word.templates.narrow_cells import tell_rooms
from renjadoc.word.templates.text_looks import read_justified
from renjadoc.word.templates.words import hide_rooms
from tests.word.lint import W, faults
from tests.word.templates import BODY, TEMPLATE
from tests.word.test_completeness import made

#: 16 cm in letters of 11 points, the first line set in by one.
_LINES = Measure(41_230, 2_577)
_TORN = (
    "Renja disusun dengan maksud memberikan arah bagi pelaksanaan program pembangunan daerah dan penyelenggaraan "
    "pemerintahan di tingkat kapanewon sesuai kewenangannya."
)


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("penyelenggaraan", "penye-leng-ga-raan"),
        ("pemberdayaan", "pem-ber-da-yaan"),
        ("program", "pro-gram"),
        ("kontrak", "kon-trak"),
        ("dilaksanakan", "dilak-sa-na-kan"),
        ("Pengembangan", "Pengem-bangan"),
        ("masyarakat", "masya-ra-kat"),
        ("arah", "arah"),
    ],
)
def test_indonesian_words_are_divided_by_syllables(word: str, divided: str) -> None:
    edges = [0, *find_syllables(word), len(word)]
    assert "-".join(word[start:end] for start, end in pairwise(edges)) == divided


def test_a_part_of_a_word_fits_without_squeezed_blanks_and_a_line_may_end_behind_a_slash() -> None:
    """As lines end in print: what would fit only into blanks that are narrower than usual gets no hyphen."""
    line = "Bupati akan melaksanakan sebagian urusan"
    room = _measure("Bupatiakanmelaksana") + 2 * 278 + 333
    (text,) = divide_words([line], Measure(room, 0))
    assert text.replace(SOFT_HYPHEN, "-") == "Bupati akan melak-sa-na-kan sebagian urusan"
    (text,) = divide_words([line], Measure(room - 50, 0))
    assert text.replace(SOFT_HYPHEN, "-") == "Bupati akan melak-sa-nakan sebagian urusan"
    slashed = "Menyusun arah kebijakan kementerian/lembaga"
    room = _measure("Menyusunarahkebijakankementerian/") + 3 * 278
    assert divide_words([slashed], Measure(room, 0)) == [slashed.replace("/", f"/{BREAK}")]


def test_marks_of_footnotes_take_room_on_their_line() -> None:
    line = "Isu strategisnya penghapusan kemiskinan ekstrem{}, pemenuhan hak penyandang disabilitas"
    room = _measure(line.format("").removesuffix(" disabilitas")) - 400
    (plain,), (marked,) = (divide_words([line.format(mark)], Measure(room, 0)) for mark in ("", NOTE_MARK))
    assert SOFT_HYPHEN not in plain
    assert f"penyan{SOFT_HYPHEN}dang" in marked


def test_only_the_word_behind_a_torn_line_is_divided() -> None:
    narrow = Measure(20_000, 0)
    (text,) = divide_words([_TORN], narrow)
    assert as_seen(text) == _TORN
    divided = [word for word in text.split() if SOFT_HYPHEN in word]
    assert divided
    assert len(divided) < len(_TORN.split()) // 3
    assert divide_words([_TORN], Measure(10**6, 0)) == [_TORN]


def test_the_second_half_of_a_bound_pair_is_divided_where_nothing_else_helps() -> None:
    line = f"setiap perangkat daerah sebagaimana diamanatkan Pasal\u00a0272 dan Pasal\u00a0273 Undang{HYPHEN}Undang ini"
    found = {divide_words([line], Measure(room, 0))[0] for room in range(33_000, 42_000, 100)}
    assert {as_seen(text) for text in found} == {as_seen(line)}
    divided = {word for text in found for word in text.split() if SOFT_HYPHEN in word}
    assert f"Undang{HYPHEN}Un{SOFT_HYPHEN}dang" in divided
    assert not [word for word in divided if word.startswith("Pasal\u00a0272")]


def test_a_reference_is_divided_only_where_the_gap_before_it_would_be_torn() -> None:
    line = "adapun targetnya diuraikan sebagaimana Tabel\u00a02.3 berikut"
    divided = {room: divide_words([line], Measure(room, 0))[0] for room in range(19_000, 26_000, 50)}
    torn = [room for room, text in divided.items() if f"Ta{SOFT_HYPHEN}bel\u00a02.3" in text]
    assert torn
    used = sum(map(_measure, line.split()[:4]))
    assert all((room - used) / 3 > 2.9 * 278 for room in torn)
    assert {as_seen(text) for text in divided.values()} == {as_seen(line)}


def test_a_divided_reference_stays_a_field_that_reads_as_its_caption(isi: Path) -> None:
    """The result of the field is what stands on the page, hidden hyphen and all."""
    chapter = isi / "bab-2.json"
    data = json.loads(chapter.read_text("utf-8"))
    said = "Capaian indikator dirangkum dalam Tabel 2.2; adapun targetnya sebagaimana {{ rujuk('target-renstra') }}."
    data["isi"] = [said, *data.get("isi", [])]
    chapter.write_text(json.dumps(data), "utf-8")
    parts = made(isi, TEMPLATE)
    pattern = r" REF _Ref\w+ .{0,150}separate[^T]{0,80}>Ta</w:t><w:softHyphen/><w:t [^>]*>bel\u00a02\.\d</w:t></w:r>"
    assert re.search(pattern, parts[BODY].decode())
    assert faults(parts) == []


@given(
    st.lists(st.text(st.sampled_from("abcdegiknoprstu \u00a0\u2011.,()\n\t2"), max_size=60), max_size=5),
    st.integers(100, 60_000),
    st.integers(-2_000, 5_000),
)
def test_what_is_said_stays_the_same(pieces: list[str], room: int, first: int) -> None:
    divided = divide_words(pieces, Measure(room, first))
    assert [piece.replace(SOFT_HYPHEN, "") for piece in divided] == pieces


def test_styles_that_are_set_to_both_edges_are_known() -> None:
    styles = package.unpack_file(TEMPLATE)["word/styles.xml"]
    known = read_justified(styles)
    assert known["isi"] == (0, 567, 220)
    assert known["kutipan"] == (1702, 0, 220)
    assert "tabel isi" not in known
    assert "daftar angka" not in known
    assert read_justified(styles.replace(b"Arial", b"Bookman Old Style")) == {}
    assert "isi" not in read_justified(styles.replace(b'<w:jc w:val="both"/>', b'<w:jc w:val="left"/>'))


def test_hidden_hyphens_are_those_of_word_and_stand_in_justified_text_and_narrow_cells(isi: Path) -> None:
    body = etree.fromstring(made(isi, TEMPLATE)[BODY])
    hyphens = list(body.iter(f"{W}softHyphen"))
    assert hyphens
    styles = {next(one.iterancestors(f"{W}p")).find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in hyphens}
    assert styles <= {"Isi", "IsiSetelahTabel", "Kutipan", "TabelIsi"}
    assert SOFT_HYPHEN not in "".join(body.itertext())
    words = re.findall(r"\w+", " ".join("".join(p.itertext(f"{W}t")) for p in body.iter(f"{W}p")))
    assert len(hyphens) < len(words) // 100


def test_a_word_that_no_line_of_a_narrow_cell_holds_may_be_divided() -> None:
    assert divide_long_words("Penanggulangan kemiskinan", 9_000) == "Penanggulangan kemiskinan"
    assert divide_long_words("(Penanggulangan) bencana", 6_000) == f"(Penang{SOFT_HYPHEN}gu{SOFT_HYPHEN}langan) bencana"
    width = '<w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>'
    source = f"<w:tc>{width}<w:p><w:t>{{{{{{{{ baris.nama|sel}}}}}}}}</w:t></w:p></w:tc>"
    styles = package.unpack_file(TEMPLATE)["word/styles.xml"]
    assert tell_rooms(source.format(3_000), styles) == source.format(3_000)
    told = tell_rooms(source.format(980), styles)
    assert "|sel(5000)}}" in told.replace(" }}", "}}")
    assert hide_rooms(told) == source.format(980)


def test_words_in_narrow_cells_are_whole_or_divided_with_a_hyphen(isi: Path) -> None:
    plan = isi / "tabel" / "rencana-program.json"
    data = json.loads(plan.read_text("utf-8"))
    data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["sumber_dana"] = "Mempertanggungjawabkan"
    plan.write_text(json.dumps(data), "utf-8")
    parts = made(isi, TEMPLATE)
    cells = [
        cell for cell in etree.fromstring(parts[BODY]).iter(f"{W}tc") if cell.find(f".//{W}softHyphen") is not None
    ]
    assert "Mempertanggungjawabkan" in {"".join(cell.itertext(f"{W}t")) for cell in cells}
    assert faults(parts) == []


def test_a_reference_keeps_its_word_and_number_together_in_a_layout(isi: Path) -> None:
    parts = made(isi, TEMPLATE)
    frozen = package.unpack_word(freeze_document(package.to_bytes(parts)))[BODY].decode()
    assert " REF _Ref" in parts[BODY].decode()
    assert " REF _Ref" not in frozen
    assert re.search(r'<w:hyperlink w:anchor="_Ref\w+" w:history="1"><w:r><w:t [^>]*>Tabel\u00a02', frozen)


def test_a_narrow_cell_binds_what_it_has_room_for() -> None:
    bound = bind_words("Undang-Undang Nomor 23")
    assert fit_words(bound, 8_000) == bound
    # Bound, it would be torn between two letters.
    assert fit_words(bound, 5_000) == f"Undang-Undang Nomor{BLANK}23"
    assert fit_words(bound, 4_000) == "Undang-Undang Nomor 23"


def test_words_with_a_slash_between_them_part_behind_it_where_a_cell_has_no_room() -> None:
    assert divide_long_words("6 orang/bulan", 5_500) == "6 orang/bulan"
    parted = divide_long_words("6 orang/bulan", 3_000)
    assert parted == "6 orang/\u200bbulan"
    assert as_seen(parted) == "6 orang/bulan"


def test_marks_of_our_own_paragraphs_burden_no_layout(isi: Path) -> None:
    parts = made(isi, TEMPLATE)
    frozen = package.unpack_word(freeze_document(package.to_bytes(parts)))[BODY].decode()
    kept = set(re.findall(r'w:name="(_(?!rj)\w+)"', parts[BODY].decode()))
    assert 'w:name="_rj' in parts[BODY].decode()
    assert set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"', frozen)) == kept
    begun, ended = (sorted(re.findall(rf'bookmark{end} w:id="(\d+)"', frozen)) for end in ("Start", "End"))
    assert begun == ended


def test_only_our_own_hyphens_count_when_pages_are_counted(isi: Path) -> None:
    """A LibreOffice with a dictionary of syllables would break other lines than Word."""
    parts = made(isi, TEMPLATE)
    frozen = package.unpack_word(freeze_document(package.to_bytes(parts)))
    assert b"<w:autoHyphenation/>" in parts["word/settings.xml"]
    assert b"autoHyphenation" not in frozen["word/settings.xml"]
    assert b"w:softHyphen" in frozen[BODY]
    assert {name: data for name, data in frozen.items() if name not in (BODY, "word/settings.xml")} == {
        name: data for name, data in parts.items() if name not in (BODY, "word/settings.xml")
    }


def test_numbers_that_never_end_take_no_longer_than_they_are_long() -> None:
    """Read on to the last page for each of them, these would take half an hour."""
    marks = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate"))
    open_number = "<w:r><w:instrText> SEQ a </w:instrText></w:r>".join(marks) + "<w:r><w:t>1</w:t></w:r>"
    parts = {BODY: f"<w:p>{open_number * 30_000}</w:p>".encode()}
    document = package.to_bytes(parts)
    assert freeze_document(document) == document
