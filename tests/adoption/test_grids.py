"""Tables of old documents as grids: where the head ends, what its columns are called, which tables go on."""

from __future__ import annotations

import pytest

from renjadoc.adoption.ad_hoc import write_ad_hoc
from renjadoc.adoption.grids import append_rows, drop_repeated_heads, is_continued, join_codes, read_grid
from renjadoc.word.reader.document import Comment, WordTable
from tests.adoption.plain import cell, line, row, table


def heads(old: WordTable) -> list[str]:
    return read_grid(old).head_paths()


def body(old: WordTable) -> list[list[str]]:
    grid = read_grid(old)
    return [grid.row_texts(one) for one in grid.body]


# The head


@pytest.mark.parametrize("depth", [3, 4, 5])
def test_a_head_as_deep_as_its_merges_reach(depth: int) -> None:
    first = row(cell("Uraian", down="restart"), "Target 1", "Target 2")
    deeper = [row(cell(down="continue"), f"a{n}", f"b{n}") for n in range(2, depth + 1)]
    old = table(first, *deeper, "Jalan | 5 | 6")
    assert heads(old)[1] == " / ".join(["Target 1", *(f"a{n}" for n in range(2, depth + 1))])
    assert body(old) == [["Jalan", "5", "6"]]


def test_no_head_is_deeper_than_five_rows() -> None:
    first = row(cell("Uraian", down="restart"), "Target")
    old = table(first, *(row(cell(down="continue"), f"isi {n}") for n in range(6)))
    assert heads(old)[1].count(" / ") == 4
    assert len(body(old)) == 2


def test_merged_cells_below_a_head_without_merges_are_no_head() -> None:
    old = table("Nama | Jumlah", row(cell(down="continue"), "satu"), row(cell(down="continue"), "dua"), "Meja | tiga")
    assert heads(old) == ["Nama", "Jumlah / satu"]
    assert [one[1] for one in body(old)] == ["dua", "tiga"]


@pytest.mark.parametrize(("count", "titles"), [(1, 1), (2, 2), (3, 3), (4, 3)])
def test_lines_over_the_whole_width_are_titles(count: int, titles: int) -> None:
    over = [row(cell(f"Judul {n}", span=3)) for n in range(count)]
    grid = read_grid(table(*over, "Nama | Satuan | Jumlah", "Meja | buah | 4"))
    assert len(grid.titles) == titles


def test_a_title_may_leave_one_column_out() -> None:
    grid = read_grid(table(row(cell("Rencana", span=2), ""), "Nama | Satuan | Jumlah", "Meja | buah | 4"))
    assert (grid.titles, grid.head_paths()) == (["Rencana"], ["Nama", "Satuan", "Jumlah"])


def test_a_table_of_two_columns_has_no_title_of_its_own() -> None:
    assert read_grid(table(row(cell("Rencana", span=2)), "Nama | Jumlah", "Meja | 4")).titles == []


def test_rows_marked_as_head_are_the_head() -> None:
    old = table(row("Nama", "Jumlah", head=True), row("Barang", "Buah", head=True), "Meja | empat")
    assert heads(old) == ["Nama / Barang", "Jumlah / Buah"]


def test_where_every_row_is_marked_only_the_first_is_the_head() -> None:
    old = table(*(row(*one.split(), head=True) for one in ("Nama Jumlah", "Meja empat", "Kursi lima")))
    assert body(old) == [["Meja", "empat"], ["Kursi", "lima"]]


def test_a_second_row_below_a_span_is_head_where_it_names_two_columns() -> None:
    span = row("Uraian", cell("Target", span=2))
    assert heads(table(span, row("", "Awal", "Akhir"), "Jalan | 5 | 6")) == [
        "Uraian",
        "Target / Awal",
        "Target / Akhir",
    ]
    assert body(table(span, row("Jalan", "", ""), "Jembatan | 5 | 6"))[0][0] == "Jalan"


def test_two_names_below_the_spans_of_a_wide_head_are_enough() -> None:
    first = row("No", "Uraian", "Satuan", cell("Target", span=2), "Lokasi")
    assert heads(table(first, " | | | Awal | Akhir | ", "1 | Jalan | km | 5 | 6 | x"))[3:5] == [
        "Target / Awal",
        "Target / Akhir",
    ]


def test_a_second_row_that_fills_the_gaps_of_the_first_is_head() -> None:
    assert heads(table("Uraian | Target | ", " | Awal | Akhir", "Jalan | 5 | 6")) == [
        "Uraian", "Target / Awal", "Target / Akhir"
    ]  # fmt: skip
    # Below the name of the first column stands a row of the body.
    assert heads(table("Uraian | Target | ", "Jalan | baik | baru", "Jembatan | 5 | 6"))[1] == "Target"


def test_a_merged_cell_is_no_gap() -> None:
    old = table(
        row("Uraian", "Target", cell(down="restart")), row("", "Awal", cell("Akhir", down="x")), "Jalan | 5 | 6"
    )
    assert heads(old)[2] == "Akhir"


def test_figures_are_no_head_but_years_are() -> None:
    assert heads(table("Uraian | 2021 | 2022", "Jalan | 5 | 6")) == ["Uraian", "2021", "2022"]
    assert heads(table("Meja | 12 | 13", "Kursi | 5 | 6")) == ["", "", ""]


@pytest.mark.parametrize(
    ("numbers", "known"),
    [
        ("1 | 2 | 3", True), ("(1) | (2) | (3)", True), ("0 | 1 | 2", True), ("1 | 3 | 5", True),
        ("1 | 2 | 3=2/1", True),
        ("2 | 3 | 4", False), ("1 | 4 | 5", False), ("1 | 2 | x", False), ("1 | 2 | ", False), ("3 | 2 | 1", False),
    ],
)  # fmt: skip
def test_a_row_of_column_numbers(numbers: str, known: bool) -> None:
    grid = read_grid(table("Nama | Satuan | Jumlah", numbers, "Meja | buah | 4"))
    assert len(grid.numbers) == known
    assert len(grid.body) == 2 - known


# Cells


def test_rows_and_columns_that_hold_nothing_are_left_out() -> None:
    old = table(row("Nama", cell("Jumlah", span=2)), row("", cell(span=2)), row("Meja", cell("4", span=2)))
    assert heads(old) == ["Nama", "Jumlah"]
    assert body(old) == [["Meja", "4"]]


def test_codes_in_several_columns_are_joined() -> None:
    codes = row(cell("Kode", span=3), "Uraian", "Pagu")
    grid = join_codes(read_grid(table(codes, "2 | 17 | 01. | Jalan | 5", row(cell("Jumlah", span=4), "9"))))
    assert grid.head_paths() == ["Kode", "Uraian", "Pagu"]
    assert [grid.row_texts(one) for one in grid.body] == [["2.17.01", "Jalan", "5"], ["Jumlah", "", "9"]]


def test_codes_in_columns_that_are_called_by_their_levels_are_joined() -> None:
    heads, whole = "Urusan | Bidang | Prog. | Uraian", row(cell("Program Penunjang", span=4))
    grid = join_codes(read_grid(table(heads, whole, "2 | 17 | 01 | Jalan")))
    assert grid.head_paths() == ["Kode", "Uraian"]
    assert [grid.row_texts(one) for one in grid.body] == [["Program Penunjang", ""], ["2.17.01", "Jalan"]]
    named = read_grid(table(heads, "Umum | Koperasi | Penunjang | Jalan"))
    assert join_codes(named) is named


def test_one_column_of_codes_stays_as_it_is() -> None:
    grid = read_grid(table("Kode | Kode lain | Pagu", "2 | 17 | 5"))
    assert join_codes(grid) is grid


# Tables that go on


def test_the_rest_of_a_table_is_as_wide_and_has_its_head_or_none() -> None:
    first = read_grid(table("Nama | Satuan | Jumlah", "Meja | buah | 4"))
    assert is_continued(first, read_grid(table("NAMA | satuan | Jumlah", "Kursi | buah | 5")))
    assert is_continued(first, read_grid(table("1 | 2 | 3", "Kursi | 6 | 5")))
    assert not is_continued(first, read_grid(table("Nama | Tempat | Jumlah", "Kursi | kantor | 5")))
    assert not is_continued(first, read_grid(table("1 | 2", "3 | 4")))
    titled = table(row(cell("Lampiran", span=3)), "Nama | Satuan | Jumlah", "Kursi | buah | 5")
    assert not is_continued(first, read_grid(titled))


def test_what_stands_in_the_rest_goes_along() -> None:
    first, rest = table("Nama | Jumlah", "Meja | 4"), table("Nama | Jumlah", "Kursi | 5")
    paragraph = rest.rows[1].cells[0].blocks[0]
    assert not isinstance(paragraph, WordTable)
    paragraph.comments.append(Comment("Ana", "", "Benarkah?"))
    rest.rows[1].cells[1].blocks.append(table("dalam | sel"))
    grid = read_grid(first)
    append_rows(grid, read_grid(rest))
    assert [one.text for one in grid.remarks] == ["Benarkah?"]
    assert grid.nested
    assert len(grid.body) == 2


def test_heads_typed_again_within_the_body_are_dropped() -> None:
    grid = read_grid(table("Nama | Jumlah", "Meja | 4", "NAMA | Jumlah", "Kursi | 5"))
    drop_repeated_heads(grid)
    assert [grid.row_texts(one)[0] for one in grid.body] == ["Meja", "Kursi"]


# As ad-hoc tables


def test_heads_below_heads_are_columns_within_columns() -> None:
    old = table(
        row(cell("Uraian", down="restart"), cell("Target", span=2)), row(cell(down="continue"), "Awal", "Akhir")
    )
    old.rows.append(row("Jalan", "5", "6"))
    columns = write_ad_hoc(read_grid(old), ["Rencana"])["kolom"]
    assert [(one["judul"], len(one.get("kolom", []))) for one in columns] == [("Uraian", 0), ("Target", 2)]
    assert [one["judul"] for one in columns[1]["kolom"]] == ["Awal", "Akhir"]


def test_heads_that_cross_each_other_are_one_a_column() -> None:
    crossed = [row("A", cell("B", span=2), head=True), row(cell("C", span=2), "D", head=True)]
    columns = write_ad_hoc(read_grid(table(*crossed, "x | y | z")), ["Rencana"])["kolom"]
    assert [one["judul"] for one in columns] == ["A\nC", "B\nC", "B\nD"]


def test_a_head_that_the_tree_of_columns_would_lose_is_said() -> None:
    crossed = [row("A", "B", head=True), row(cell("C", span=2), head=True), row("D", "E", head=True)]
    columns = write_ad_hoc(read_grid(table(*crossed, "x | y")), ["Rencana"])["kolom"]
    assert [one["judul"] for one in columns] == ["A\nC\nD", "B\nC\nE"]


@pytest.mark.parametrize(("width", "wide"), [(7, False), (8, True)])
def test_a_wide_table_stands_landscape(width: int, wide: bool) -> None:
    grid = read_grid(table(" | ".join(f"Kolom {n}" for n in range(width)), " | ".join("abcdefgh"[:width])))
    assert ("lanskap" in write_ad_hoc(grid, ["Rencana"])) == wide


def test_widths_are_as_the_longest_lines_want_within_bounds() -> None:
    columns = write_ad_hoc(read_grid(table("A | Uraian panjang", f"1 | {'x' * 100}")), ["Rencana"])["kolom"]
    assert [one["lebar"] for one in columns] == [1.0, 6.0]


def test_merged_and_bold_cells_stay_so() -> None:
    old = table(
        "Nama | Satuan | Jumlah", row(cell("Total", span=2, bold=True), cell("9", bold=True)), "Meja | buah | 4"
    )
    old.rows[2].cells[0].blocks.append(line("kayu"))
    assert write_ad_hoc(read_grid(old), ["Rencana"])["baris"] == [
        {"sel": [{"teks": "Total", "gabung": 2}, "9"], "tebal": True}, [["Meja", "kayu"], "buah", "4"]
    ]  # fmt: skip
