"""The marks of a body are the same however it comes in pieces, and what is packed is what is assembled."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from renjadoc import resources
from renjadoc.compose import Composer
from renjadoc.reading import Reading
from renjadoc.word import package, render
from renjadoc.word.marks import Chunk, Marks
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
        "tabel": sorted([package.text_mark('Satu dua a < b "c"'), package.text_mark("")]),
        "baris": sorted({package.row_mark("Satu dua"), package.row_mark('a < b"c"'), package.row_mark("")}),
        "tetap": sorted(package.text_mark(text) for text in ("Kata & kalimat", "Tengah", "Akhir")),
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
    template = Template(resources.templates() / "renja.docx", "renja.docx")
    packed = render.pack(template, document, reading.spans, {})
    assembled = render.render(template, document, reading.spans, {})
    assert package.unpack_word(packed.data) == assembled
    assert package.to_bytes(assembled) == packed.data
    assert package.fingerprint(assembled) == packed.fingerprint
    assert len(re.findall(b"<w:tr>", assembled["word/document.xml"])) > 2000
