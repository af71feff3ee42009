"""The marks of a body are the same however it comes in pieces, and what is packed is what is assembled."""

from __future__ import annotations

import io
import re
import sys
import zipfile
import zlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc import resources
from renjadoc.compose import Composer
from renjadoc.reading import Reading
from renjadoc.word import package, render
from renjadoc.word.marks import Chunk, Marks, row_mark, text_mark
from renjadoc.word.template import Template
from tests.conftest import ROOT, read

_BODY = "".join(
    (
        '<w:p><w:r><w:t xml:space="preserve">Kata &amp; kalimat</w:t></w:r></w:p>',
        "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>Satu  dua</w:t></w:r></w:p></w:tc></w:tr>",
        '<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t xml:space="preserve">a &lt; b</w:t><w:br/>'
        "<w:t>&#34;c&#34;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:p><w:r><w:t>Tengah</w:t></w:r></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
        '<w:p w:rsidR="0"><w:bookmarkStart w:id="1" w:name="_rj1"/><w:r><w:t>Isi</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>Akhir</w:t></w:r></w:p>",
    )
)


def found(pieces: list[str]) -> dict[str, list[str]]:
    marks = Marks()
    for piece in pieces:
        marks.read(Chunk(piece))
    return {kind: sorted(values) for kind, values in marks.found().items()}


def test_marks_are_those_of_the_texts() -> None:
    assert found([_BODY]) == {
        "tabel": sorted([text_mark('Satu dua a < b "c"'), text_mark("")]),
        "baris": sorted({row_mark("Satu dua"), row_mark('a < b"c"'), row_mark("")}),
        "tetap": sorted(text_mark(text) for text in ("Kata & kalimat", "Tengah", "Akhir")),
    }


@given(st.lists(st.integers(0, len(_BODY)), max_size=12))
def test_marks_do_not_depend_on_how_the_body_is_cut(cuts: list[int]) -> None:
    at = [0, *sorted(cuts), len(_BODY)]
    assert found([_BODY[start:end] for start, end in pairwise(at)]) == found([_BODY])


def test_what_is_packed_is_what_is_assembled() -> None:
    """A long table too, which is written by a second thread."""
    reading = Reading(read(ROOT / "content" / "2021"))
    plan = reading.folder.tabel["rencana-program"].data
    kegiatan = plan["program"][0]["kegiatan"][0]
    kegiatan["sub_kegiatan"] = kegiatan["sub_kegiatan"] * 2000
    document = Composer(reading).document()
    template = Template(resources.templates_folder() / "renja.docx", "renja.docx")
    packed = render.pack(template, document, {})
    assembled = render.render(template, document, {})
    assert package.unpack_word(packed.data) == assembled
    assert package.fingerprint(assembled) == packed.fingerprint
    assert len(re.findall(b"<w:tr>", assembled["word/document.xml"])) > 2000


#: Pieces of a template's row, and values between: plain, escaped, markup, of an attribute, of a field's instruction.
_ROW = ("<w:tr><w:tc><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:tc></w:tr>")
_LITERALS = (
    *_ROW,
    '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">Jumlah: ',
    "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>",
    " dari ",
    "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>tetap</w:t></w:r></w:p></w:tc></w:tr>",
    "<w:tr><w:tc><w:p><w:r><w:instrText>",
    "</w:instrText><w:t>",
    '<w:tr><w:tc><w:shd w:fill="',
    '"/><w:p><w:r><w:t>',
    "<w:tbl>",
    "</w:tbl>",
    "<w:p><w:r><w:t>",
    "</w:t></w:r></w:p>",
)
_VALUES = ("dua", "a &amp; b", "1.250", "", " ", 'x</w:t><w:br/><w:t xml:space="preserve">y', "FFEECC", "dari")
_ROW_PIECES = st.sampled_from([
    [_ROW[0], "v", _ROW[1]], [_LITERALS[2], "v", _LITERALS[3], "v", _LITERALS[4], "v", _ROW[1]],
    [_ROW[0], "v", _LITERALS[5]], [_LITERALS[6], "v", _LITERALS[7], "v", _ROW[1]],
    [_LITERALS[8], "v", _LITERALS[9], "v", _ROW[1]],
    ["</w:tbl>", "<w:p><w:r><w:t>", "v", "</w:t></w:r></w:p>", "<w:tbl>"],
])  # fmt: skip


@given(st.lists(_ROW_PIECES, max_size=8), st.data())
def test_marks_read_from_pieces_are_those_read_from_the_markup(rows: list[list[str]], data: st.DataObject) -> None:
    values = st.sampled_from(_VALUES)
    pieces = ["<w:tbl>", *(data.draw(values) if piece == "v" else piece for row in rows for piece in row), "</w:tbl>"]
    cuts = sorted(data.draw(st.lists(st.integers(0, len(pieces)), max_size=6)))
    chunks = [pieces[start:end] for start, end in pairwise([0, *cuts, len(pieces)])]
    marks = Marks(_LITERALS)
    for chunk in chunks:
        marks.read(Chunk("".join(chunk), chunk))
    assert {kind: sorted(values) for kind, values in marks.found().items()} == found(["".join(pieces)])


def test_long_tables_are_read_from_their_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else they are read as markup, at three times the cost."""
    marks = Marks(_LITERALS)
    marks.read(Chunk("<w:tbl>", ["<w:tbl>"]))
    monkeypatch.setattr(marks, "_read_markup", None)
    row = [_ROW[0], "a &amp; b", _ROW[1]]
    for _ in range(3):
        marks.read(Chunk("".join(row), row))
    assert marks.found()["baris"] == {row_mark("a & b")}


def test_a_long_part_is_as_another_unpacks_it() -> None:
    """Whatever compresses it, a document is read by every unzip, and is as small as one that zipfile compresses."""
    rows = [
        f"<w:tr><w:tc><w:p><w:r><w:t>Wilayah {n * 7919 % 1000}</w:t></w:r></w:p></w:tc></w:tr>" for n in range(9000)
    ]
    chunks = ["".join(rows[start::9]).encode() for start in range(9)]
    with package.Packer() as packer:
        packer.add(package.CONTENT_TYPES, [b""])
        packer.add(package.DOCUMENT, iter(chunks))
    with zipfile.ZipFile(io.BytesIO(packer.file())) as archive:
        assert archive.testzip() is None
        assert archive.read(package.DOCUMENT) == b"".join(chunks)
        (part,) = (member for member in archive.infolist() if member.filename == package.DOCUMENT)
    assert part.compress_size < len(zlib.compress(b"".join(chunks), 6)) * 1.1


def test_a_long_part_is_written_without_zlib_ng_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zlib_ng", None)
    test_a_long_part_is_as_another_unpacks_it()
