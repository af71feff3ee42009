"""Boxes of the page: blocks become HTML without braces, and what is typed or pasted there becomes blocks again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc.content.folder import open_folder
from renjadoc.desk.box_html import is_written, show_blocks, show_name
from renjadoc.desk.names_menu import list_names
from renjadoc.desk.typed_html import MOST_CHARACTERS, read_typed
from renjadoc.reading import Reading
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading(open_folder(ROOT / "content" / "2021"))


def word(text: str, level: int, marker: str) -> str:
    """A paragraph as Word puts it on the clipboard for an item of a list."""
    style = f"mso-list:l0 level{level} lfo1"
    number = f'<span style="mso-list:Ignore">{marker}<span>&nbsp;&nbsp;</span></span>'
    return f'<p class=MsoListParagraph style="{style}"><![if !supportLists]>{number}<![endif]>{text}</p>'


def test_every_text_of_the_content_comes_back_from_its_box_as_it_was(reading: Reading) -> None:
    blocks = [block for section in reading.outline.sections for _, block in section.blocks() if is_written(block)]
    assert len(blocks) > 50
    for block in blocks:
        shown = show_blocks([block], reading)
        assert "{{" not in shown.replace('data-isi="{{', "")
        assert read_typed(shown).blocks == [block]


def test_names_show_what_they_say_today_and_are_stored_as_names(reading: Reading) -> None:
    shown = show_blocks(["Pagu {{ pagu.total | rupiah }}."], reading)
    assert ">Rp5.701.420.500</span>" in shown
    assert read_typed(f"<p>x {show_name(' tahun - 1 ', reading)}&nbsp;y</p>").blocks == ["x {{ tahun - 1 }} y"]


def test_a_name_that_is_unknown_is_kept_and_marks_that_do_not_close_are_shown(reading: Reading) -> None:
    assert read_typed(show_blocks(["Isi {{ tak.ada }} **x"], reading)).blocks == ["Isi \\{{ tak.ada }} \\*\\*x"]
    assert read_typed(show_blocks(["Isi {{ tak.ada }}"], reading)).blocks == ["Isi {{ tak.ada }}"]


def test_all_names_of_the_menu_can_be_put_into_a_text(reading: Reading) -> None:
    names = list_names(reading)
    assert {"Pagu total: Rp5.701.420.500", "Tahun Renja: 2021"} <= {name.shown for name in names}
    for name in names:
        (block,) = read_typed(f"<p>{show_name(name.expression, reading)}</p>").blocks
        assert reading.printed(block)
    assert all("_" not in name.label for name in names if not name.label.startswith(("Peraturan", "Rujukan")))


def test_what_word_pastes_keeps_paragraphs_lists_bold_and_italics() -> None:
    pasted = (
        "<html><body><!--StartFragment--><p class=MsoNormal>Satu <b style='mso-bidi-font-weight:normal'>tebal</b> dan "
        "<span style='font-style:italic'>miring</span><o:p></o:p></p>"
        + word("Pertama", 1, "a.")
        + word("anak", 2, "1)")
        + word("Kedua", 1, "b.")
        + "<p class=MsoNormal>Sesudahnya</p></body></html>"
    )
    nested = {"teks": "Pertama", "isi": [{"daftar": "1)", "butir": ["anak"]}]}
    listed = {"daftar": "a.", "butir": [nested, "Kedua"]}
    assert read_typed(pasted).blocks == ["Satu **tebal** dan *miring*", listed, "Sesudahnya"]


def test_lists_of_browsers_keep_their_levels() -> None:
    html = "<ol><li>a<p>lanjut</p></li><ol><li>b</li></ol><li>c</li></ol><ul><li><b>d</b></li></ul>"
    first = {"teks": "a", "isi": ["lanjut", {"daftar": "1.", "butir": ["b"]}]}
    assert read_typed(html).blocks == [
        {"daftar": "1.", "butir": [first, "c"]},
        {"daftar": "-", "butir": ["**d**"]},
    ]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>3 * 4 {{ tahun }} [x] \\ </p>", ["3 \\* 4 \\{{ tahun }} [x] \\\\"]),
        ("<p>lihat [[cek lagi]] dan <mark>[ini]</mark></p>", ["lihat [[cek lagi]] dan [[ini]]"]),
        ("<blockquote>visi</blockquote>", [{"kutipan": "visi"}]),
        ("satu<br>dua<div>tiga</div>", ["satu", "dua", "tiga"]),
        ('<b style="font-weight:normal"><p>Google</p></b>', ["Google"]),
        ("<p></p><ol><li></li></ol><blockquote> </blockquote>", []),
        ('<p><span data-isi="a }} {{ b">x</span></p>', ["x"]),
    ],
)
def test_marks_are_read_and_what_looks_like_one_is_text(html: str, blocks: list[Any]) -> None:
    assert read_typed(html).blocks == blocks


def test_scripts_and_styles_are_no_text_and_what_is_lost_is_told() -> None:
    typed = read_typed(
        "<style>p{}</style><p>a<script>alert(1)</script><img src=x onerror=y></p><table><tr><td>b</table>"
    )
    assert typed.blocks == ["a", "b"]
    assert typed.lost == ["bentuk tabel (isi selnya menjadi paragraf)", "gambar"]


@pytest.mark.lambat
def test_nesting_and_length_have_bounds() -> None:
    assert read_typed("<div>" * 100_000 + "x").blocks == ["x"]
    assert read_typed("<ol><li>" * 20_000 + "x").blocks == [{"daftar": "1.", "butir": ["x"]}]
    assert read_typed("x" * (MOST_CHARACTERS + 1)).lost == ["teks yang terlalu panjang"]


_TEXT = st.text("ab *[]{}\\<>&“.1)", min_size=1, max_size=12)


@pytest.mark.lambat
@settings(max_examples=150)
@given(st.lists(_TEXT, min_size=1, max_size=4))
def test_whatever_is_typed_is_shown_again_as_it_was_typed(texts: list[str]) -> None:
    import html

    reading = Reading(open_folder(Path(ROOT, "content", "2021")))
    typed = read_typed("".join(f"<p>{html.escape(text)}</p>" for text in texts)).blocks
    again = read_typed(show_blocks(typed, reading)).blocks
    assert again == typed
    bare = [" ".join(text.split()) for text in texts if "[[" not in text and text.strip()]
    printed = [reading.printed(block) for block in typed]
    assert not bare or len(texts) != len(bare) or printed == bare


@pytest.mark.parametrize(
    "text",
    [
        "Turun^[BPS, *Statistik* {{ tahun }} [1].] sejak itu^[[[pastikan]] sumbernya.].",
        "*miring^[catatan]lagi*",
        "bukan \\^[catatan",
        "kosong \\^[]",
    ],
)
def test_footnotes_are_typed_in_boxes(reading: Reading, text: str) -> None:
    shown = show_blocks([text], reading)
    assert "{{" not in shown.replace('data-isi="{{', "")
    (back,) = read_typed(shown).blocks
    assert reading.spans(back) == reading.spans(text)
