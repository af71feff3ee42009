"""A document of ours as the parts of a review copy: what is left out of such a copy has a line that stands for it."""

from __future__ import annotations

from renjadoc.span import plain_text
from renjadoc.word import blocks
from renjadoc.word.blocks import Caption
from renjadoc.word.differences import Part
from renjadoc.word.reader.document import Look, Piece, WordParagraph
from renjadoc.word.reader.made import MadeDocument
from renjadoc.word.reader.review_parts import read_review_parts


def _read(*paragraphs: WordParagraph) -> list[Part]:
    return read_review_parts(MadeDocument(list(paragraphs), [], [], [], 0, frozenset(), []))


def _line(text: str, style: str = "isi", *, after_table: bool = False, numbering: str = "") -> WordParagraph:
    made = WordParagraph([Piece(text)] if text else [])
    made.style, made.after_table, made.numbering = style, after_table, numbering
    return made


def _say(part: Part) -> str:
    if isinstance(part, Caption):
        return f"{part.label}: {' / '.join(map(plain_text, part.lines))}"
    assert isinstance(part, blocks.Heading | blocks.Paragraph | blocks.ListItem)
    number = f"{part.level} {part.number} " if isinstance(part, blocks.Heading) else ""
    item = f"{part.list_id}) " if isinstance(part, blocks.ListItem) else ""
    return f"{part.style}: {number}{item}{plain_text(part.line)}"


CHAPTER = _line("BAB I\nPENDAHULUAN", "heading 1")


def test_chapters_sections_and_lists_are_read_from_the_first_heading_on() -> None:
    parts = _read(
        _line("Sampul"), _line("Daftar Isi", "judul bagian depan"), _line("1 Pendahuluan"), CHAPTER,
        _line("Latar Belakang", "heading 2"), _line("Naskah", "normal"), _line("", "isi"),
        _line("satu", "daftar angka", numbering="7"), _line("dua", "daftar angka", numbering="7"),
        _line("tiga", "daftar angka", numbering="9"), _line("BAB II\nAKHIR", "heading 1"), _line("Kaki", "footer"),
    )  # fmt: skip
    said = [_say(part) for part in parts]
    assert [one.partition(": ")[2] for one in said if "daftar" not in one] == [
        "1 1 PENDAHULUAN", "2 1 Latar Belakang", "Naskah", "1 2 AKHIR",
    ]  # fmt: skip
    assert [one for one in said if "daftar" in one] == [
        "daftar angka: 1) satu", "daftar angka: 1) dua", "daftar angka: 2) tiga",
    ]  # fmt: skip


def test_what_is_left_out_has_a_line_in_its_place() -> None:
    caption = _line("Tabel 2.1\nPagu\nTahun 2027", "caption")
    parts = _read(CHAPTER, caption, _line("Sesudah tabel", after_table=True), _line("", "gambar"), _line("Akhir"))
    assert [_say(part) for part in parts[1:]] == [
        "Tabel 2.1: Pagu / Tahun 2027",
        "isi: [Tabel 2.1 tidak disertakan dalam naskah telaah]",
        "isi: Sesudah tabel",
        "isi: [Gambar tidak disertakan dalam naskah telaah]",
        "isi: Akhir",
    ]
    stand_in = parts[2]
    assert isinstance(stand_in, blocks.Paragraph)
    assert [span.italic for span in stand_in.line] == [True]


def test_a_picture_and_its_caption_are_one() -> None:
    parts = _read(CHAPTER, _line("", "gambar"), _line("Gambar L1.3\nPeta", "caption"), _line("Akhir", after_table=True))
    assert [_say(part) for part in parts[1:]] == [
        "isi: [Gambar L1.3 tidak disertakan dalam naskah telaah]", "Gambar L1.3: Peta", "isi: Akhir",
    ]  # fmt: skip


def test_a_caption_without_a_number_is_text_and_a_line_that_stands_for_a_table_is_one() -> None:
    there = _line("[Tabel 2.1 tidak disertakan dalam naskah telaah]")
    parts = _read(CHAPTER, _line("Tabel tanpa nomor", "caption"), _line("Tabel 2.1\nPagu", "caption"), there,
                  _line("Lagi", after_table=True))  # fmt: skip
    assert [_say(part) for part in parts[1:]] == [
        "isi: Tabel tanpa nomor", "Tabel 2.1: Pagu", f"isi: {there.text}", "isi: Lagi",
    ]  # fmt: skip


def test_looks_are_kept() -> None:
    paragraph = _line("")
    paragraph.pieces = [Piece("tebal", Look(bold=True)), Piece(" biasa")]
    [_, part] = _read(CHAPTER, paragraph)
    assert isinstance(part, blocks.Paragraph)
    assert [(span.text, span.bold) for span in part.line] == [("tebal", True), (" biasa", False)]
