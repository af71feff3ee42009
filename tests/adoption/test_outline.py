"""Chapters, sections and contents lists of old documents, told from lines that only look like them."""

from __future__ import annotations

import pytest

from renjadoc.adoption.contents_lists import leave_out_contents
from renjadoc.adoption.headings import OldOutline, OldSection
from renjadoc.adoption.outline import build_outline
from renjadoc.word.reader.document import WordBlock, WordParagraph
from tests.adoption.plain import line, row, table

TEXT = "kata " * 70


def text() -> WordParagraph:
    return line(TEXT)


def titles(blocks: list[WordBlock]) -> list[str]:
    return [chapter.title for chapter in build_outline(blocks).chapters]


def sections(*blocks: WordBlock) -> list[tuple[str, str]]:
    """The sections of a single chapter: number and title; those below others with a blank before."""
    (chapter,) = build_outline([line("BAB I PENDAHULUAN", bold=True), *blocks]).chapters
    return [(" " * (depth > 2) + one.number, one.title) for one in chapter.walk() if (depth := one.level) > 1]


# Chapters


def test_the_chain_with_the_most_text_is_that_of_the_chapters() -> None:
    listed = [line("BAB I AWAL"), line("BAB II AKHIR")]
    real = [line("BAB I AWAL"), text(), line("BAB II AKHIR"), text()]
    assert titles([*listed, *real]) == ["AWAL", "AKHIR"]
    assert build_outline([*listed, *real]).front == listed


def test_what_1_4_enumerates_is_no_chapter() -> None:
    listed = [line("BAB I AWAL", bold=True), line("BAB II TENGAH", bold=True), line("BAB III AKHIR", bold=True)]
    document = [line("BAB I AWAL", bold=True), text(), *listed, text(), line("BAB II TENGAH", bold=True), text(),
                line("BAB III AKHIR", bold=True), text()]  # fmt: skip
    outline = build_outline(document)
    assert [chapter.title for chapter in outline.chapters] == ["AWAL", "TENGAH", "AKHIR"]
    assert outline.front == []
    assert listed[0] in outline.chapters[0].body


def test_two_chapters_never_have_one_number() -> None:
    assert (
        titles([line("BAB I AWAL"), text(), line("BAB I LAGI"), text(), line("BAB II AKHIR"), text()]).count("AKHIR")
        == 1
    )
    assert len(titles([line("BAB I AWAL"), text(), line("BAB I LAGI"), text()])) == 1


def test_all_else_equal_the_first_of_bab_i_is_real_and_the_last_of_any_other() -> None:
    names = ["BAB I AWAL", "BAB I LAGI", "BAB II TENGAH", "BAB II AKHIR"]
    assert titles([block for name in names for block in (line(name), text())]) == ["AWAL", "AKHIR"]


def test_a_sentence_that_begins_with_bab_is_none() -> None:
    blocks = [line("BAB I AWAL"), text(), line("BAB II AKHIR"), text(), line("BAB II menguraikan hasil."), text()]
    assert titles(blocks) == ["AWAL", "AKHIR"]


def test_chapters_are_counted_in_words_too() -> None:
    blocks = [line("BAB SATU", bold=True), line("AWAL", bold=True), text(), line("Bab Dua AKHIR", bold=True), text()]
    assert titles([*blocks, line("Bab Dua puluh menyusul."), text()]) == ["AWAL", "AKHIR"]


@pytest.mark.parametrize(("count", "expected"), [(2, 1), (3, 3)])
def test_three_roman_headings_are_chapters(count: int, expected: int) -> None:
    names = ["I. AWAL", "II. TENGAH", "III. AKHIR"][:count]
    assert len(titles([block for name in names for block in (line(name, bold=True), text())])) == expected


@pytest.mark.parametrize(
    ("below", "title"),
    [
        (["HASIL EVALUASI"], "HASIL EVALUASI"),
        (["HASIL EVALUASI", "TAHUN LALU"], "HASIL EVALUASI TAHUN LALU"),
        (["HASIL EVALUASI", "Tahun lalu"], "HASIL EVALUASI"),
        (["Hasil evaluasi", "TAHUN LALU"], "Hasil evaluasi"),
        (["2.1 Evaluasi"], ""),
    ],
)
def test_a_title_below_the_number(below: list[str], title: str) -> None:
    lines = [line(one, centred=True, bold=True) for one in below]
    assert titles([line("BAB I", centred=True, bold=True), *lines, text()]) == [title]


@pytest.mark.parametrize(
    ("words", "titled"), [("P" * 90, True), ("P" * 150, True), ("p" * 90, True), ("p" * 150, False)]
)
def test_a_plain_line_is_a_title_if_it_is_short_or_shouts(words: str, titled: bool) -> None:
    assert titles([line("BAB I", centred=True, bold=True), line(words), text()]) == [words if titled else ""]


# Sections


def test_sections_by_numbers_typed_or_of_word() -> None:
    assert sections(
        line("1.1 Latar Belakang", bold=True),
        line("Landasan", bold=True, label="1.2."),
        line("1.2.1 Undang-Undang", bold=True),
    ) == [("1.1", "Latar Belakang"), ("1.2", "Landasan"), (" 1.2.1", "Undang-Undang")]


def test_plain_numbered_lines_are_headings_only_in_order() -> None:
    assert sections(line("1.1 Latar"), text(), line("1.3 Lain"), line("1.2 Landasan")) == [
        ("1.1", "Latar"), ("1.2", "Landasan")
    ]  # fmt: skip


@pytest.mark.parametrize(("length", "count"), [(159, 1), (160, 0)])
def test_plain_headings_are_short(length: int, count: int) -> None:
    assert len(sections(line("1.1 " + "J" * length))) == count


@pytest.mark.parametrize("sentence", ["1.1 Latar;", "1.1 Latar,", "1.1 " + "J" * 121 + "."])
def test_plain_sentences_are_no_headings(sentence: str) -> None:
    assert sections(line(sentence)) == []


def test_a_section_out_of_order_is_doubtful() -> None:
    document = [
        line("BAB I AWAL"),
        line("1.1 Latar", bold=True),
        line("1.1 Lain", bold=True),
        line("3.1 Asing", bold=True),
    ]
    outline = build_outline(document)
    assert outline.doubtful == [
        ("nomor judul tidak berurutan", "1.1 Lain"), ("nomor judul tidak berurutan", "3.1 Asing")
    ]  # fmt: skip


def test_headings_that_the_sistematika_lists_are_text() -> None:
    listed = [line("1.1 Latar", bold=True), line("2.1 Evaluasi", bold=True)]
    found = sections(line("1.1 Latar", bold=True), line("1.2 Sistematika Penulisan", bold=True), *listed)
    assert [title for _, title in found] == ["Latar", "Sistematika Penulisan"]


def test_a_heading_said_before_is_no_heading_out_of_order() -> None:
    found = sections(line("1.1 Latar", bold=True), line("1.2 Lain", bold=True), line("1.1 LATAR", bold=True))
    assert [title for _, title in found] == ["Latar", "Lain"]


def test_lettered_sections() -> None:
    assert sections(line("A. Latar", bold=True), line("B. Landasan", bold=True), line("D. Asing", bold=True)) == [
        ("A", "Latar"), ("B", "Landasan")
    ]  # fmt: skip
    # A single letter says nothing, but where an earlier chapter is lettered.
    assert sections(line("A. Latar", bold=True)) == []
    lettered = [line("BAB I AWAL"), line("A. Latar", bold=True), line("B. Landasan", bold=True)]
    outline = build_outline([*lettered, text(), line("BAB II AKHIR"), line("A. Ringkasan", bold=True), text()])
    assert [one.title for one in outline.chapters[1].sections] == ["Ringkasan"]


# Documents whose chapters have no number


def test_the_highest_style_makes_chapters_and_the_next_sections() -> None:
    blocks = [
        line("Kata Pengantar", level=2),
        line("Awal", level=3),
        line("Latar", level=4),
        text(),
        line("Akhir", level=3),
    ]
    outline = build_outline(blocks)
    assert [(chapter.title, [one.title for one in chapter.sections]) for chapter in outline.chapters] == [
        ("Awal", ["Latar"]), ("Akhir", [])
    ]  # fmt: skip
    assert outline.front == blocks[:1]


def test_a_list_behind_the_chapters_is_no_section() -> None:
    (chapter,) = build_outline([line("Awal", level=2), text(), line("Daftar Singkatan", level=2), text()]).chapters
    assert chapter.sections == []


def test_two_styles_apart_are_two_levels() -> None:
    (chapter,) = build_outline([line("Awal", level=1), line("Latar", level=2), line("Rincian", level=3)]).chapters
    assert chapter.sections == [OldSection("Latar", "", 2, [], [OldSection("Rincian", "", 3)])]


def test_all_is_one_chapter_where_nothing_says_otherwise() -> None:
    only = text()
    assert build_outline([only]) == OldOutline([], [OldSection("", "", 1, [only])])


def test_a_frame_around_a_chapters_heading_is_taken_off() -> None:
    assert titles([table(row("BAB I AWAL")), text()]) == ["AWAL"]


# Contents lists


def kept(*lines: str) -> list[str]:
    return [
        block.text for block in leave_out_contents([line(one) for one in lines]) if isinstance(block, WordParagraph)
    ]


def test_a_typed_contents_list_is_left_out() -> None:
    assert kept("Daftar Isi", "KATA PENGANTAR ..... i", "BAB I AWAL ..... 1", "Isi bab.", "Lagi.") == [
        "Isi bab.",
        "Lagi.",
    ]


def test_an_entry_over_two_lines_belongs_to_the_list() -> None:
    assert kept("Daftar Isi", "BAB I AWAL ..... 1", "BAB II JUDUL YANG PANJANG", "SEKALI ..... 5", "Isi.") == ["Isi."]


@pytest.mark.parametrize("sentence", ["Jumlahnya   5;", "Sebagai berikut\t:", "Kalimat biasa."])
def test_a_line_of_the_text_ends_the_list(sentence: str) -> None:
    below = [sentence, "BAB I AWAL", "b", "c", "d"]
    assert kept("Daftar Isi", "KATA PENGANTAR ..... i", *below) == below


def test_a_sentence_about_the_list_is_none() -> None:
    sentence = "Daftar tabel yang dipakai dalam naskah ini disusun menurut urutan bab."
    assert kept(sentence, "Kata\t5") == [sentence, "Kata\t5"]


def test_the_foreword_behind_the_list_is_text() -> None:
    assert kept("Daftar Isi", "BAB I AWAL ..... 1", "KATA PENGANTAR", "Puji syukur.") == [
        "KATA PENGANTAR",
        "Puji syukur.",
    ]
