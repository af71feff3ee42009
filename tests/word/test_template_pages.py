"""Templates whose tags are all there and whose pages would yet not show everything: told, or refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import package
from tests import lines
from tests.word.templates import BODY, TEMPLATE, changed, replaced, tag_paragraph
from tests.word.test_completeness import said_of

_SIZE = re.compile(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*/>')
_COLUMNS = '<w:cols w:space="708"/>'
_SETTINGS = "word/settings.xml"
Change = Callable[[str], str]


def _told(isi: Path, template: Path) -> str:
    made = make_document(DocumentOrder(isi, Path("hasil.docx"), template, page_numbers=False, overwrite=True))
    told = [one for one in made.warnings if one.code == "RJ045"]
    return "\n".join(lines.list_problems(told)) if told else ""


def _lay(*, turned: bool) -> Change:
    def lay(size: re.Match[str]) -> str:
        short, long = sorted((int(size[1]), int(size[2])))
        wide, high = (long, short) if turned else (short, long)
        orient = ' w:orient="landscape"' if turned else ""
        return f'<w:pgSz w:w="{wide}" w:h="{high}"{orient}/>'

    return lambda body: _SIZE.sub(lay, body)


def _set_paper(short: int, long: int) -> Change:
    """In twentieths of a point."""

    def lay(size: re.Match[str]) -> str:
        is_turned = int(size[1]) > int(size[2])
        wide, high = (long, short) if is_turned else (short, long)
        orient = ' w:orient="landscape"' if is_turned else ""
        return f'<w:pgSz w:w="{wide}" w:h="{high}"{orient}/>'

    return lambda body: _SIZE.sub(lay, body)


#: The part, how an office changes it, what is told, and the name by which it is meant so.
PAGES = [
    (BODY, _lay(turned=False), "tidak ada halaman lanskap", "halaman.lanskap"),
    (BODY, _lay(turned=True), "semua halaman lanskap, juga naskahnya", "halaman.tegak"),
    (
        BODY,
        lambda body: body.replace(_COLUMNS, f"{_COLUMNS}<w:titlePg/>"),
        "nomor halaman tidak tercetak di halaman pertama tiap bagian",
        "kaki_pertama.PAGE",
    ),
    (
        _SETTINGS,
        replaced("<w:autoHyphenation", "<w:evenAndOddHeaders/><w:autoHyphenation"),
        "nomor halaman tidak tercetak di halaman genap",
        "kaki_genap.PAGE",
    ),
    (BODY, _set_paper(8_391, 11_906), "kertas terlalu kecil: teks hanya selebar 9,3 cm", "halaman.kertas"),
    (BODY, replaced(_COLUMNS, '<w:cols w:num="2" w:space="708"/>'), "beberapa kolom", "halaman.kolom"),
    (
        "word/styles.xml",
        replaced('<w:name w:val="Judul Daftar"/>', '<w:name w:val="Judul Daftar Dinas"/>'),
        "tidak masuk Daftar Isi: gaya “Judul Daftar” tidak ada",
        "daftar_isi.judul",
    ),
]


@pytest.mark.parametrize(("part", "how", "said", "name"), PAGES)
def test_what_pages_do_not_show_is_told_unless_it_is_meant_so(
    isi: Path, tmp_path: Path, part: str, how: Change, said: str, name: str
) -> None:
    template = changed(tmp_path, part, how)
    told = _told(isi, template)
    assert said in told
    assert f"{{#p tanpa {name} #}}" in told
    parts = package.unpack_file(template)
    start = parts[BODY].decode().index(tag_paragraph("{{p ringkasan }}"))
    body = parts[BODY].decode()
    meant = body[:start] + tag_paragraph(f"{{#p tanpa {name} #}}") + body[start:]
    template.write_bytes(package.to_bytes({**parts, BODY: meant.encode()}))
    assert said not in _told(isi, template)


def test_a_document_on_paper_of_a_postcard_is_refused(isi: Path, tmp_path: Path) -> None:
    told = said_of(isi, changed(tmp_path, BODY, _set_paper(5_953, 8_391)))
    assert "kertas terlalu kecil: teks hanya selebar 5,0 cm" in told


def test_letter_paper_is_told_nothing(isi: Path, tmp_path: Path) -> None:
    assert _told(isi, changed(tmp_path, BODY, _set_paper(12_240, 15_840))) == ""


def test_our_own_template_is_told_nothing(isi: Path) -> None:
    assert _told(isi, TEMPLATE) == ""


def test_sides_of_even_and_first_pages_that_have_a_number_are_told_nothing(isi: Path, tmp_path: Path) -> None:
    template = changed(tmp_path, BODY, lambda body: body.replace(_COLUMNS, f"{_COLUMNS}<w:titlePg/>"))
    parts = package.unpack_file(template)
    for kind in (b"even", b"first"):
        parts[BODY] = re.sub(
            rb'<w:footerReference w:type="default" r:id="(\w+)"/>',
            rb'\g<0><w:footerReference w:type="' + kind + rb'" r:id="\1"/>',
            parts[BODY],
        )
    parts[_SETTINGS] = parts[_SETTINGS].replace(b"<w:autoHyphenation", b"<w:evenAndOddHeaders/><w:autoHyphenation")
    template.write_bytes(package.to_bytes(parts))
    assert "nomor halaman" not in _told(isi, template)


def test_sides_that_no_page_shows_say_nothing_twice(isi: Path, tmp_path: Path) -> None:
    """LibreOffice writes sides of even and first pages also where there are none of their own."""
    default = re.compile(r'<w:footerReference w:type="default" r:id="(\w+)"/>')

    def refer(body: str) -> str:
        upright = default.findall(body)[1]
        return default.sub(rf'\g<0><w:footerReference w:type="first" r:id="{upright}"/>', body)

    assert _told(isi, changed(tmp_path, BODY, refer)) == ""


_CELL = (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
    '<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{}</w:tc></w:tr></w:tbl>'
)
_BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:200pt;height:50pt"><v:textbox>'
    "<w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)


@pytest.mark.parametrize("name", ["blok.xml", "blok.xml_lanskap", "daftar_gambar", "daftar_tabel", "kata_pengantar"])
def test_the_text_of_a_document_is_refused_in_a_box(isi: Path, tmp_path: Path, name: str) -> None:
    tag = tag_paragraph(f"{{{{p {name} }}}}")
    told = said_of(isi, changed(tmp_path, BODY, replaced(tag, _BOX.format(tag))))
    assert f"kotak teks, yang tidak berlanjut ke halaman berikutnya, pada paragraf “{{{{p {name} }}}}”" in told


def test_chapters_are_refused_in_a_cell_and_lists_may_stand_there(isi: Path, tmp_path: Path) -> None:
    tag = tag_paragraph("{{p blok.xml }}")
    told = said_of(isi, changed(tmp_path, BODY, replaced(tag, _CELL.format(tag))))
    assert "sel tabel, padahal ia memuat tabel, pada paragraf “{{p blok.xml }}”" in told
    tag = tag_paragraph("{{p daftar_tabel }}")
    assert _told(isi, changed(tmp_path, BODY, replaced(tag, _CELL.format(tag)))) == ""
