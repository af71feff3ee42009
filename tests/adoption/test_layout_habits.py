"""How people lay old documents out: boxes of labels, captions in many ways, pictures, a file a chapter."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from renjadoc.adoption.adopt import adopt
from renjadoc.adoption.captions import PICTURE_CAPTION, TABLE_CAPTION
from renjadoc.adoption.converting import as_printable
from renjadoc.content import pictures
from renjadoc.word.reader.document import WordPicture
from tests.adoption.paper import TODAY, Taken, bold, centred, document, p, rows, run, table, take

LONG = "Paragraf ini cukup panjang agar bab ini tampak sebagai bab yang sesungguhnya dan bukan sebuah daftar. " * 6
COVER = centred("RENCANA KERJA DINAS PANGAN") + centred("KABUPATEN MAJU") + centred("TAHUN 2026")
ROWS = rows("Uraian | Jumlah", "PNS | 40", "PNS | 40", "Honorer | 12")
_URI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def _png(colour: str = "red", kind: str = "PNG") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(made, kind)
    return made.getvalue()


def _drawing(number: int) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1440000" cy="720000"/>'
        f'<wp:docPr id="{number}" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="rId{number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def _pictured(*numbers: int, text: str = "") -> str:
    said = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p>{''.join(map(_drawing, numbers))}{said}</w:p>"


def _take(tmp_path: Path, body: str, count: int = 0) -> Taken:
    whole = COVER + centred("BAB I PENDAHULUAN") + p(LONG) + body + centred("BAB II PENUTUP") + p(LONG)
    colours = ("red", "green", "blue")
    parts: dict[str, str | bytes] = {f"word/media/i{n}.png": _png(colours[n - 1]) for n in range(1, count + 1)}
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_URI}" Target="media/i{n}.png"/>' for n in range(1, count + 1)
    )
    return take(document(tmp_path / "a.docx", whole, parts, relations), tmp_path / "a")


def _chapter(made: Taken, number: int = 1) -> Any:
    return json.loads((made.folder / f"bab-{number}.json").read_text("utf-8"))


def _placed(made: Taken) -> list[Any]:
    return [block for block in _chapter(made)["isi"] if isinstance(block, dict) and "gambar" in block]


# Tables that only set text


def test_boxes_of_labels_take_no_number(tmp_path: Path) -> None:
    box = table(*rows("Nama | : | Dinas Pangan", "Alamat | : | Jalan Merdeka 1"))
    made = _take(tmp_path, box + p("Lihat Tabel 1.1.") + bold("Tabel 1.1 Pegawai") + table(*ROWS))
    assert [one.number for one in made.adopted.tables] == ["1.1"]
    assert made.adopted.renumbered == []
    made.says("Nama : Dinas Pangan", "Alamat : Jalan Merdeka 1")


def test_a_letterhead_is_text(tmp_path: Path) -> None:
    made = _take(tmp_path, table(*rows("LOGO | PEMERINTAH KABUPATEN MAJU Jalan Merdeka 1")))
    assert made.adopted.tables == []
    made.says("PEMERINTAH KABUPATEN MAJU Jalan Merdeka 1")


def test_a_letterhead_before_the_first_chapter_is_told_by_its_words(tmp_path: Path) -> None:
    letterhead = table(*rows("LOGO | PEMERINTAH KABUPATEN MAJU"))
    whole = letterhead + COVER + centred("BAB I PENDAHULUAN") + p(LONG) + centred("BAB II PENUTUP") + p(LONG)
    made = take(document(tmp_path / "a.docx", whole), tmp_path / "a")
    told = dict(made.adopted.doubtful)
    assert told["teks sampul sebelum bab pertama ditaruh di awal bab-1.json"] == "LOGO PEMERINTAH KABUPATEN MAJU"


# References


def test_a_typed_number_of_a_table_becomes_a_reference(tmp_path: Path) -> None:
    made = _take(tmp_path, p("Lihat Tabel 1.1 di bawah.") + bold("Tabel 1.1 Pegawai") + table(*ROWS))
    assert "Lihat {{ rujuk('pegawai') }} di bawah." in _chapter(made)["isi"]
    made.says("Lihat Tabel 1.1 di bawah.")


def test_a_number_with_a_letter_is_one(tmp_path: Path) -> None:
    """The dot behind it belongs to the number where the sentence goes on."""
    made = _take(tmp_path, p("Lihat Tabel 1.4.A. di bawah.") + bold("Tabel 1.4.A. Pegawai") + table(*ROWS))
    assert "Lihat {{ rujuk('pegawai') }} di bawah." in _chapter(made)["isi"]
    made.says("Lihat Tabel 1.1 di bawah.")


def test_a_reference_follows_its_table_to_another_number(tmp_path: Path) -> None:
    made = _take(tmp_path, p("Lihat Tabel 3.4 di bawah.") + bold("Tabel 3.4 Pegawai") + table(*ROWS))
    made.says("Lihat Tabel 1.1 di bawah.")


@pytest.mark.parametrize("text", ["Lihat Tabel 9.9 di bawah.", "Menurut Tabel 1.1 Lampiran Permendagri 86/2017."])
def test_what_is_not_known_for_sure_stays_typed(tmp_path: Path, text: str) -> None:
    made = _take(tmp_path, p(text) + bold("Tabel 1.1 Pegawai") + table(*ROWS))
    assert text in _chapter(made)["isi"]


# Captions


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("Tabel: 2.1 Pegawai", "2.1", "Pegawai"),
        ("Tabel 2.4.A. Pegawai", "2.4.A", "Pegawai"),
        ("Tabel 2.4A Pegawai", "2.4A", "Pegawai"),
        ("TABEL II-1. Pegawai", "II-1", "Pegawai"),
        ("Tabel 2.1: Aset", "2.1", "Aset"),
        ("TABEL 2.1 : ASET", "2.1", "ASET"),
        ("Tabel 2.1 – Aset", "2.1", "Aset"),
        ("Tabel 2 . 1 Aset", "2 . 1", "Aset"),
        ("Tabel 2,1 Aset", "2,1", "Aset"),
        ("Tabel No. 2.1 Aset", "2.1", "Aset"),
        ("Tabel Nomor 3 Aset", "3", "Aset"),
        ("Tab. 2.1 Aset", "2.1", "Aset"),
        ("(Tabel 2.1) Aset", "2.1", "Aset"),
        ("Tabel 2.1) Aset", "2.1", "Aset"),
        ("Tabel 2.1Aset Daerah", "2.1", "Aset Daerah"),
        ("Tabel Nomor Induk", "", "Nomor Induk"),
    ],
)
def test_numbers_of_tables_as_people_type_them(text: str, number: str, title: str) -> None:
    match = TABLE_CAPTION.match(text)
    assert match is not None
    assert (match["number"], match["title"]) == (number, title)


@pytest.mark.parametrize(
    "text",
    ["Grafik 2.1 Capaian", "Bagan 1.1 Capaian", "Gambar: 1.1 Capaian", "Gbr. 2.1 : Capaian", "Peta 1.1 – Capaian"],
)
def test_charts_and_diagrams_are_captioned_as_pictures(text: str) -> None:
    match = PICTURE_CAPTION.match(text)
    assert match is not None
    assert match["title"] == "Capaian"


# Pictures


def test_a_caption_in_the_pictures_own_paragraph(tmp_path: Path) -> None:
    made = _take(tmp_path, _pictured(1, text="Gambar 1.1 Sendiri"), 1)
    assert [block.get("judul") for block in _placed(made)] == ["Sendiri"]


def test_pictures_whose_captions_follow_each_other(tmp_path: Path) -> None:
    made = _take(tmp_path, _pictured(1) + _pictured(2, text="Gambar 1.1 Pertama") + p("Gambar 1.2 Kedua"), 2)
    assert [block.get("judul") for block in _placed(made)] == ["Pertama", "Kedua"]


def test_two_pictures_above_one_caption(tmp_path: Path) -> None:
    made = _take(tmp_path, _pictured(1, 2) + p("Gambar 1.1 Dua foto"), 2)
    assert [block.get("judul") for block in _placed(made)] == [None, "Dua foto"]
    assert len(list((made.folder / "gambar").glob("*.png"))) == 2


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_pictures_of_other_kinds_are_repainted(kind: str) -> None:
    made = as_printable(WordPicture(f"a.{kind.lower()}", _png(kind=kind), 4.0, ""), None)
    assert made.name == "a.png"
    assert pictures.is_usable(made.data)


@pytest.mark.parametrize("data", [b"", b"bukan gambar", b"GIF89a"])
def test_what_is_no_picture_stays_what_it_is(data: bytes) -> None:
    picture = WordPicture("a.gif", data, 4.0, "")
    assert as_printable(picture, None) is picture


# A file a chapter


def _files(tmp_path: Path) -> list[Path]:
    first = COVER + centred("BAB I PENDAHULUAN") + p(LONG) + _pictured(1)
    second = centred("BAB II HASIL EVALUASI") + p(LONG) + p("Lihat Tabel 2.1.") + bold("Tabel 2.1 Pegawai")
    second += table(*ROWS) + _pictured(1)
    relation = f'<Relationship Id="rId1" Type="{_URI}" Target="media/i1.png"/>'
    made = []
    for name, body, colour in (("BAB II", second, "green"), ("BAB I", first, "red")):
        made.append(document(tmp_path / f"{name}.docx", body, {"word/media/i1.png": _png(colour)}, relation))
    return made


def test_several_files_are_one_document_in_the_order_of_their_chapters(tmp_path: Path) -> None:
    adopted = adopt(_files(tmp_path), tmp_path / "isi", TODAY)
    titles = [json.loads((tmp_path / "isi" / f"bab-{n}.json").read_text("utf-8"))["judul"] for n in (1, 2)]
    assert titles == ["PENDAHULUAN", "HASIL EVALUASI"]
    assert (adopted.missing, adopted.renumbered) == ([], [])
    kept = [path.read_bytes() for path in (tmp_path / "isi" / "gambar").glob("*.png")]
    assert sorted(kept) == sorted([_png("red"), _png("green")]), "pictures of both files, though both begin at one"


def test_the_command_takes_several_files(tmp_path: Path) -> None:
    assert run("adopsi", *_files(tmp_path), tmp_path / "isi") == 0
    assert (tmp_path / "isi" / "bab-2.json").exists()
