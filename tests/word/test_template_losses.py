"""What a document says of itself, taken out of the template, doubled or typed over, is told with the tag's name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from renjadoc.compose import compose_document
from renjadoc.problem import Problem, Severity
from renjadoc.reading import Reading
from renjadoc.word import blocks
from renjadoc.word.packages import package
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from renjadoc.word.writing.render import Document
from tests.conftest import ROOT, read
from tests.word.lint import W
from tests.word.templates import BODY, TEMPLATE, only_pattern, tag_paragraph

_TAG = re.compile(r"{{.*?}}|{%.*?%}")
_PATTERN = "capaian_kinerja"
#: Part, words of the paragraph, and the tag that has to be named.
_SAID = (
    (BODY, "{{ judul }}", "{{ judul }}"),
    (BODY, "{{ perangkat_daerah.nama }}", "{{ perangkat_daerah.nama }}"),
    (BODY, "{{ daerah.lengkap }}", "{{ daerah.lengkap }}"),
    (BODY, "Tahun {{ tahun }}", "{{ tahun }}"),
    (BODY, "Capaian Tahun {{n3}}", "{{n3}}"),
    (BODY, "Target Tahun {{n1}}", "{{ tahun - 1 }}"),
    ("word/footer1.xml", "Pemerintah {{ daerah.lengkap }}", "{{ daerah.lengkap }}"),
    ("word/footer2.xml", "{{ kaki }}1", "{{ kaki }}"),
    ("word/footer3.xml", "{{ kaki }}1", "{{ kaki }}"),
)


@pytest.fixture(scope="module")
def document() -> Document:
    """A document with one table in a pattern and one on a landscape page."""
    composed = compose_document(Reading(read(ROOT / "content" / "2021")))
    content = [
        one for one in composed.content if not isinstance(one, blocks.PatternTable) or one.pattern == _PATTERN
    ]  # fmt: skip
    grid = blocks.GridTable(None, [1.0], [], [([blocks.GridCell([[]])], False)], True)
    return composed._replace(content=[*content, grid])


@pytest.fixture(scope="module")
def parts() -> package.Parts:
    """The template with one pattern alone, so that it is soon read."""
    return only_pattern(package.unpack_file(TEMPLATE), _PATTERN)


def _edit(parts: package.Parts, part: str, words: str, new: str) -> package.Parts:
    """The parts with every tag of that paragraph become `new`, in which `\\g<0>` is the tag."""
    root = etree.fromstring(parts[part])
    paragraph = next(one for one in root.iter(f"{W}p") if "".join(one.itertext(f"{W}t")) == words)
    for text in paragraph.iter(f"{W}t"):
        text.text = _TAG.sub(new, text.text)
    return {**parts, part: etree.tostring(root)}


def _told(tmp_path: Path, parts: package.Parts, document: Document) -> list[Problem]:
    path = tmp_path / "templat.docx"
    path.write_bytes(package.to_bytes(parts))
    return render.find_problems(Template(path, path.as_posix()), document)


def test_a_template_that_says_all_is_told_nothing(tmp_path: Path, parts: package.Parts, document: Document) -> None:
    assert _told(tmp_path, parts, document) == []


@pytest.mark.parametrize(("part", "words", "tag"), _SAID)
@pytest.mark.parametrize(
    ("new", "said"), [("", "tidak mencetak"), (r"\g<0> \g<0>", "mencetak"), ("2019", "tidak mencetak")]
)
def test_a_fact_that_is_lost_doubled_or_typed_over_is_named(
    tmp_path: Path, parts: package.Parts, document: Document, part: str, words: str, tag: str, new: str, said: str
) -> None:
    told = _told(tmp_path, _edit(parts, part, words, new), document)
    assert [problem.code for problem in told] == ["RJ045"]
    assert f"templat {said}" in told[0].message
    assert tag in told[0].hint


def test_a_year_that_is_typed_and_wrong_stops_the_document(
    tmp_path: Path, parts: package.Parts, document: Document
) -> None:
    words = "Target Tahun {{n1}}"
    (wrong,) = _told(tmp_path, _edit(parts, BODY, words, "2019"), document)
    assert wrong.is_error
    assert "tetapi memuat “2019”" in wrong.message
    (right,) = _told(tmp_path, _edit(parts, BODY, words, "2020"), document)
    assert right.severity is Severity.WARNING
    assert "diketik langsung (“2020”)" in right.message


def test_values_under_the_year_of_another_are_told_in_whatever_words(
    tmp_path: Path, parts: package.Parts, document: Document
) -> None:
    body = parts[BODY].decode().replace("Capaian Tahun {{n2}}", "Realisasi {{n2}}")
    body = body.replace("Target Tahun {{n1}}", "Rencana {{n1}}")
    assert _told(tmp_path, {**parts, BODY: body.encode()}, document) == []
    swapped = body.replace("{{k4}}", "\0", 1).replace("{{k5}}", "{{k4}}", 1).replace("\0", "{{k5}}", 1)
    told = [one.message for one in _told(tmp_path, {**parts, BODY: swapped.encode()}, document)]
    assert len(told) == 2
    assert "“n2” ({{k4}}) pada baris indikator" in told[0]
    assert "di bawah kepala “rencana {{ tahun - 1 }}”" in told[0]


def test_what_is_typed_as_it_is_said_is_no_error(tmp_path: Path, parts: package.Parts, document: Document) -> None:
    name = str(document.names["perangkat_daerah"]["nama"])
    (told,) = _told(tmp_path, _edit(parts, BODY, "{{ perangkat_daerah.nama }}", name.upper()), document)
    assert told.severity is Severity.WARNING


def test_what_says_it_too_will_do(tmp_path: Path, parts: package.Parts, document: Document) -> None:
    full = _edit(parts, BODY, "{{ perangkat_daerah.nama }}", "{{ perangkat_daerah.lengkap|besar }}")
    assert _told(tmp_path, _edit(full, BODY, "{{ daerah.lengkap }}", ""), document) == []


@pytest.mark.parametrize(
    ("words", "stated"), [("{{ judul }}", "sampul.judul"), ("Target Tahun {{n1}}", f"{_PATTERN}.tahun")]
)
def test_what_is_left_out_on_purpose_is_not_told(
    tmp_path: Path, parts: package.Parts, document: Document, words: str, stated: str
) -> None:
    edited = _edit(parts, BODY, words, "")
    body = edited[BODY].decode()
    note = tag_paragraph(f"{{#p tanpa {stated} #}}")
    assert _told(tmp_path, edited, document)
    at = body.index("<w:p", body.index("<w:body>"))
    assert _told(tmp_path, {**edited, BODY: (body[:at] + note + body[at:]).encode()}, document) == []


@pytest.mark.parametrize("side", ["footer2", "footer3"])
def test_a_lost_page_number_is_told(tmp_path: Path, parts: package.Parts, document: Document, side: str) -> None:
    name = f"word/{side}.xml"
    without = re.sub(rb"<w:instrText[^>]*> PAGE </w:instrText>", b"", parts[name])
    assert without != parts[name]
    (told,) = _told(tmp_path, {**parts, name: without}, document)
    assert "templat tidak mencetak nomor halaman" in told.message


@pytest.mark.parametrize(("form", "told"), [("rupiah", True), ("angka", True), ("persen", True), ("besar", False)])
def test_a_year_in_the_form_of_an_amount_is_not_said(
    tmp_path: Path, parts: package.Parts, document: Document, form: str, told: bool
) -> None:
    body = parts[BODY].decode().replace("Tahun {{ tahun }}", f"Tahun {{{{ tahun|{form} }}}}", 1).encode()
    found = [one.message for one in _told(tmp_path, {**parts, BODY: body}, document)]
    assert any("{{ tahun }}" in message for message in found) == told
