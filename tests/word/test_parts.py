"""The hashes of a body are the same however it comes in pieces, and so is the document."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc import resources
from renjadoc.compose import compose_document
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.word.packages.text_hashes import BodyHashes, hash_row, hash_text
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
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
    hashes = BodyHashes()
    for piece in pieces:
        hashes.add_chunk(piece)
    return {kind: list(values) for kind, values in hashes.hashes_by_kind().items()}


def test_hashes_are_those_of_the_texts() -> None:
    assert found([_BODY]) == {
        "tabel": sorted([hash_text('Satu dua a < b "c"'), hash_text("")]),
        "urutan": ["|", hash_row("Satu dua"), hash_row('a < b"c"'), "|", hash_row("")],
        "tetap": sorted(hash_text(text) for text in ("Kata & kalimat", "Tengah", "Akhir")),
    }


@given(st.lists(st.integers(0, len(_BODY)), max_size=12))
def test_hashes_do_not_depend_on_how_the_body_is_cut(cuts: list[int]) -> None:
    at = [0, *sorted(cuts), len(_BODY)]
    assert found([_BODY[start:end] for start, end in pairwise(at)]) == found([_BODY])


@pytest.mark.parametrize("pieces", [50, 10**9])
def test_a_document_does_not_depend_on_how_its_body_is_cut(pieces: int, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = read(ROOT / "content" / "2021")
    plan = folder.tabel["rencana-program"].data
    kegiatan = plan["program"][0]["kegiatan"][0]
    kegiatan["sub_kegiatan"] = kegiatan["sub_kegiatan"] * 2000
    document = compose_document(Reading(folder))
    template = Template(resources.templates_folder() / "renja.docx", "renja.docx")
    packed = render.pack_document(template, document, {})
    assert len(re.findall(b"<w:tr>", package.unpack_word(packed.data)[package.DOCUMENT])) > 2000
    monkeypatch.setattr(render, "_PIECES", pieces)
    assert render.pack_document(template, document, {}) == packed


def test_a_long_part_is_as_another_unpacks_it() -> None:
    """A document is read by every unzip, and compressed well."""
    rows = [
        f"<w:tr><w:tc><w:p><w:r><w:t>Wilayah {n * 7919 % 1000}</w:t></w:r></w:p></w:tc></w:tr>" for n in range(9000)
    ]
    chunks = [b'<w:tbl xmlns:w="w">', *("".join(rows[start::9]).encode() for start in range(9)), b"</w:tbl>"]
    with package.Packer() as packer:
        packer.add_part(package.CONTENT_TYPES, [b"<Types/>"])
        packer.add_part(package.DOCUMENT, iter(chunks))
    with zipfile.ZipFile(io.BytesIO(packer.to_bytes())) as archive:
        assert archive.testzip() is None
        assert archive.read(package.DOCUMENT) == b"".join(chunks)
        (part,) = (member for member in archive.infolist() if member.filename == package.DOCUMENT)
    assert part.compress_size < len(zlib.compress(b"".join(chunks), 6)) * 1.1
