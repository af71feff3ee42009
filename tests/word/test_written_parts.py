"""What the writer makes, part by part: lines of the contents, pictures and the base text related, what must be told."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from renjadoc.span import Span
from renjadoc.word.blocks import APPENDIX_STYLE, Anchor, Caption, Heading, PatternTable, Picture
from renjadoc.word.packages import package
from renjadoc.word.writing.contents import _word_heading, write_appendices, write_captions
from renjadoc.word.writing.parts import Additions, _relate_base
from renjadoc.word.writing.render import _read_shape

_ANCHOR = Anchor("bab-1.json", "/judul", "x", "1.")


def _make_writer(numbers: dict[str, tuple[str, list[str], str]] | None = None) -> Any:
    return SimpleNamespace(heading_numbers=numbers or {}, style_id=lambda style: style, find_page=lambda mark: "5")


def _head(level: int, number: str, style: str = "") -> Heading:
    return Heading(level, number, [Span("Latar Belakang")], _ANCHOR, style)


@pytest.mark.parametrize(
    ("heading", "numbers", "shown"),
    [
        (_head(1, "2"), {"heading 1": ("BAB %1", ["upperRoman"], "space")}, "BAB II Latar Belakang"),
        (_head(2, "2.3."), {"heading 2": ("%1.%2.", ["decimal", "decimal"], "tab")}, "2.3.\tLatar Belakang"),
        (_head(2, "2.3."), {}, "2.3.\tLatar Belakang"),
        (_head(1, "2"), {}, "BAB II Latar Belakang"),
        (_head(2, "2.3."), {"heading 2": ("%1", ["decimal"], "tab")}, "2.3.\tLatar Belakang"),
    ],
)
def test_a_heading_as_the_contents_say_it(heading: Heading, numbers: Any, shown: str) -> None:
    assert _word_heading(_make_writer(numbers), heading) == shown


def test_lists_of_tables_and_of_appendices() -> None:
    captions = [Caption(kind, 2, 1, kind, [[Span("Capaian")]], (_ANCHOR,)) for kind in ("Tabel", "Gambar")]
    tables = write_captions(_make_writer(), "Tabel", captions)
    assert tables.count("<w:hyperlink") == 1
    assert "TOC" in tables
    assert "Tabel" in tables.partition("</w:instrText>")[0]
    assert "Capaian" in tables
    assert write_captions(_make_writer(), "Tabel", captions[1:]) == ""
    assert write_appendices(_make_writer(), [_head(1, "1")]) == ""
    assert "Latar Belakang" in write_appendices(_make_writer(), [_head(1, "1", APPENDIX_STYLE)])


def test_a_picture_that_stands_twice_is_there_once() -> None:
    added = Additions(lambda: ("", ""))
    one, other = (Picture(Path(name), (1, 1), 5, "", "Gambar") for name in ("a.png", "b.png"))
    assert [added.relate_picture(*said) for said in ((one, 1), (other, 2), (one, 3))] == [
        "rIdGambar1", "rIdGambar2", "rIdGambar1",
    ]  # fmt: skip
    assert added.pictures == {"rIdGambar1": one, "rIdGambar2": other}


def test_the_base_text_is_pointed_to_and_says_what_it_is() -> None:
    empty = b'<Relationships xmlns="x"></Relationships>'
    parts = {"word/_rels/document.xml.rels": empty, package.CONTENT_TYPES: b'<Types xmlns="x"></Types>'}
    _relate_base(parts)
    assert b'"../customXml/item1.xml"' in parts["word/_rels/document.xml.rels"]
    assert b'"itemProps1.xml"' in parts["customXml/_rels/item1.xml.rels"]
    assert b"/customXml/itemProps1.xml" in parts[package.CONTENT_TYPES]
    assert b"datastoreItem" in parts["customXml/itemProps1.xml"]


def test_what_a_template_is_asked_for() -> None:
    picture = Picture(Path("a.png"), (1, 1), 5, "", "Gambar", landscape=True)
    caption = Caption("Tabel", 2, 1, "x", [[Span("x")]])
    document: Any = SimpleNamespace(
        content=[picture], front={"ringkasan": []}, logo=picture, signature=None,
        captions=lambda: [caption], headings=lambda: [_head(1, "1", APPENDIX_STYLE)],
    )  # fmt: skip
    shape = _read_shape(document)
    assert shape.places == ["daftar_isi", "daftar_lampiran", "daftar_tabel", "logo", "ringkasan"]
    assert shape.is_turned
    assert shape.patterns == {}
    table = PatternTable("rekap", None, [{"jenis": "isi", "pagu": 1}])
    document.content = [table]
    assert _read_shape(document).patterns == {"rekap": {"isi": {"jenis": "str", "pagu": "int"}}}
    assert not _read_shape(document).is_turned
