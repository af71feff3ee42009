"""Bodies of sections: which paragraphs are captions, what is a list, what is a frame around text."""

from __future__ import annotations

from typing import Any

import pytest

from renjadoc.adoption.body import Extracts, read_body
from renjadoc.adoption.captions import find_captions
from renjadoc.adoption.labels import split_label
from renjadoc.adoption.lists import build_lists
from renjadoc.word.reader.document import Piece, WordBlock, WordParagraph, WordPicture
from tests.adoption.plain import cell, line, row, table


def picture() -> WordParagraph:
    return WordParagraph(pictures=[WordPicture("a.png", b"", 4.0, "")])


def rows(count: int = 2) -> WordBlock:
    return table(*["Nama | Jumlah", "Meja | 4", "Kursi | 5"][:count])


def lists(*lines: str | WordParagraph) -> list[Any]:
    return build_lists([split_label(line(one) if isinstance(one, str) else one) for one in lines])


# Captions


@pytest.mark.parametrize(
    ("above", "owned"),
    [
        (["Tabel 2.1 Rincian"], 1), (["Tabel 2.1", "Rincian", "Tahun 2021"], 3), (["Tabel Rincian"], 0),
        (["Tabel 2.1 memuat rinciannya"], 0), (["Tabel 2.1 Rincian:"], 0), (["Tabel T-C.29 Evaluasi"], 1),
        (["Tabel 2.1", *"abcde"], 6), (["Tabel 2.1", *"abcdef"], 0), (["Tabel 2.1 Lama", "Tabel 2.2 Baru"], 1),
    ],
)  # fmt: skip
def test_a_caption_stands_above_its_table(above: list[str], owned: int) -> None:
    blocks = [*map(line, above), rows()]
    assert len(find_captions(blocks)) == owned


def test_titles_that_look_like_one_are_the_caption_of_a_table_without_number() -> None:
    blocks = [line("Kalimat biasa."), line("RINCIAN", bold=True), line("TAHUN 2021", centred=True), rows()]
    assert find_captions(blocks) == {1: 3, 2: 3}


def test_a_caption_below_is_that_of_the_table_above_if_none_follows() -> None:
    assert find_captions([rows(), line("Tabel 2.1 Rincian"), line("Kalimat.")]) == {1: 0}
    assert find_captions([rows(), line("Tabel 2.1 Rincian"), rows()]) == {1: 2}


def test_a_picture_takes_no_caption_of_another() -> None:
    blocks: list[WordBlock] = [picture(), line("Gambar 2.1 Peta"), picture(), line("Gambar 2.2 Bagan")]
    assert find_captions(blocks) == {1: 0, 3: 2}
    assert find_captions([*blocks[:2], picture()]) == {1: 0}
    above: list[WordBlock] = [line("Gambar 2.1 Peta"), picture(), picture()]
    assert find_captions(above) == {0: 1}


def test_the_caption_below_a_drawing_is_none_of_the_picture_that_follows() -> None:
    blocks: list[WordBlock] = [
        WordParagraph([Piece("Kepala Dinas")], drawn=True),
        line("Gambar 2.1 Struktur"),
        picture(),
    ]
    assert find_captions(blocks) == {}
    assert find_captions([line("Kalimat."), *blocks[1:]]) == {1: 2}


@pytest.mark.parametrize("turned", [False, True])
def test_the_source_of_a_picture_stands_above_its_caption_or_below(turned: bool) -> None:
    below = [line("(Sumber: Bappeda, 2020)"), line("Gambar 2.1 Peta")]
    (placed, text) = read_body([picture(), *(below[::-1] if turned else below), line("Kalimat.")], Extracts())
    assert (placed["judul"], placed["sumber"], text) == ("Peta", "Bappeda, 2020", "Kalimat.")


def test_a_table_that_goes_on_under_a_caption_is_one() -> None:
    extracts = Extracts()
    read_body([line("Tabel 2.1 Rincian"), rows(), line("Lanjutan Tabel 2.1", bold=True), rows(3)], extracts)
    (only,) = extracts.tables
    assert [only.grid.row_texts(one)[0] for one in only.grid.body] == ["Meja", "Meja", "Kursi"]
    assert extracts.repeated == ["Lanjutan Tabel 2.1"]


def test_text_between_two_tables_parts_them() -> None:
    extracts = Extracts()
    read_body([rows(), line("Kalimat."), rows()], extracts)
    assert len(extracts.tables) == 2


# Frames


@pytest.mark.parametrize(("count", "framed"), [(3, True), (4, False)])
def test_a_column_of_few_rows_is_a_frame(count: int, framed: bool) -> None:
    extracts = Extracts()
    content = read_body([table(*(row(f"baris {n}") for n in range(count)))], extracts)
    assert (len(extracts.tables) == 0, len(content)) == (framed, count if framed else 1)


def test_a_column_with_a_long_text_is_a_frame() -> None:
    extracts = Extracts()
    read_body([table(*(row(text) for text in ("a", "b", "c", "d" * 151)))], extracts)
    assert extracts.tables == []


# Lists


def test_a_paragraph_of_numbered_lines_is_a_list() -> None:
    assert read_body([line("1. satu\n2. dua")], Extracts()) == [{"daftar": "1.", "butir": ["satu", "dua"]}]
    assert read_body([line("1. satu\ndua")], Extracts()) == ["1. satu\ndua"]


def test_a_number_alone_is_text() -> None:
    assert lists("1. ", "Uraian.") == ["1.", "Uraian."]
    assert split_label(line("1. ")).label == ""


def test_lists_are_four_deep_at_most() -> None:
    level, beyond = lists("A. a", "1. b", "a. c", "1) d", "2) e", "a) f")
    depth = 1
    while isinstance(level["butir"][0], dict):
        level, depth = level["butir"][0]["isi"][0], depth + 1
    assert (depth, beyond) == (4, "a) f")


def test_a_list_may_begin_with_zero() -> None:
    assert lists("0. nol", "1. satu") == [{"daftar": "1.", "butir": ["nol", "satu"]}]


@pytest.mark.parametrize(("indent", "nested"), [(100, False), (300, True)])
def test_bullets_are_nested_by_their_indent(indent: int, nested: bool) -> None:
    made = lists(line("satu", label="-"), line("dua", label="-", indent=indent))
    assert (len(made[0]["butir"]) == 1) == nested


def test_a_list_goes_on_behind_a_paragraph_in_it() -> None:
    (only,) = lists("1. satu", "Uraian.", "2. dua")
    assert only["butir"] == [{"teks": "satu", "isi": ["Uraian."]}, "dua"]
    assert lists("1. satu", "Uraian.", "1. lain", "2. dua")[0] == "1. satu"


def test_lines_of_one_name_stand_below_each_item() -> None:
    (only,) = lists("1. satu", "Tujuan : a", "2. dua", "Tujuan : b")
    assert only["butir"][1] == {"teks": "dua", "isi": ["Tujuan : b"]}


@pytest.mark.parametrize(("following", "place"), [("2. dua", 1), ("1. lain", 1), ("Kalimat.", 1)])
def test_a_picture_within_a_list_stands_behind_it(following: str, place: int) -> None:
    content = read_body([line("1. satu"), picture(), line(following), line("3. tiga")], Extracts())
    within = following == "2. dua"
    assert [isinstance(one, dict) and "gambar" in one for one in content].index(True) == place
    assert (isinstance(content[0], dict) and len(content[0]["butir"]) == 3) == within


# Regulations


LAWS = [f"UU Nomor {n} Tahun 2014 tentang Hal {n};" for n in range(1, 6)]


@pytest.mark.parametrize(("count", "read"), [(2, 0), (3, 3)])
def test_three_citations_are_a_list_of_regulations(count: int, read: int) -> None:
    extracts = Extracts()
    read_body([line(f"{n}. {law}") for n, law in enumerate(LAWS[:count], 1)], extracts)
    assert len(extracts.regulations.get("landasan-hukum", [])) == read


@pytest.mark.parametrize(
    ("title", "items", "read"),
    [
        ("Landasan Hukum", [f"1. {LAWS[0]}"], 1), ("DASAR HUKUM", [f"a. {LAWS[0]}", f"b. {LAWS[1]}"], 2),
        ("Latar Belakang", [f"1. {LAWS[0]}"], 0), ("Landasan Hukum", [LAWS[0]], 0),
        ("Landasan Hukum", [f"1. {LAWS[0]}", "2. Visi Bupati"], 0),
    ],
)  # fmt: skip
def test_one_numbered_law_is_a_list_where_the_title_announces_it(title: str, items: list[str], read: int) -> None:
    extracts = Extracts()
    content = read_body([line("Disusun berdasarkan:"), *map(line, items)], extracts, title)
    assert len(extracts.regulations.get("landasan-hukum", [])) == read
    assert ({"regulasi": "landasan-hukum"} in content) == bool(read)


@pytest.mark.parametrize(
    ("between", "whole"), [(["Surat A"], True), (["Surat A", "Surat B"], True), (list("abc"), False)]
)
def test_up_to_two_other_items_stand_within_the_list(between: list[str], whole: bool) -> None:
    extracts = Extracts()
    items = [*LAWS[:3], *between, *LAWS[3:]]
    read_body([line(f"{n}. {text}") for n, text in enumerate(items, 1)], extracts)
    assert (len(extracts.regulations["landasan-hukum"]) == 5) == whole


def test_merged_cells_of_word_span_rows() -> None:
    extracts = Extracts()
    read_body(
        [table("Nama | Jumlah", row(cell("Meja", down="restart"), "4"), row(cell(down="continue"), "5"))], extracts
    )
    assert [one.lines for one in extracts.tables[0].grid.body[1]] == [[], ["5"]]
