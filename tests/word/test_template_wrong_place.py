"""Templates whose tags are all there and stand at a wrong place, or that Word counts otherwise: told or mended."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from renjadoc.word import blocks
from renjadoc.word.counts import fill_holes, write_count
from renjadoc.word.packages import package
from renjadoc.word.templates.cleaning import clean_template
from renjadoc.word.templates.template import Template
from renjadoc.word.trial import completeness
from renjadoc.word.writing import render
from tests.word.templates import BODY, replaced, tag_paragraph
from tests.word.test_template_silent import (
    Change,
    check_told,
    read_usual,
    small_document,
    swapped,
    tell_changes,
    usual_parts,
)

_STYLES, _SETTINGS, _NUMBERING = "word/styles.xml", "word/settings.xml", "word/numbering.xml"
_SIGNED = tag_paragraph("{%p if blok.akhir_bab %}")
_END = tag_paragraph("{%p endif %}")
_LOOP_END = tag_paragraph("{%p endfor %}")
_CELL = re.compile(r"<w:tc>(?:(?!</w:tc>).)*?{{k4}}.*?</w:tc>")


@pytest.fixture(autouse=True)
def _usual_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completeness, "_find_usual", lambda template: read_usual())


def _paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def _without_break(body: str) -> str:
    """The second section break, between the lists and the chapters, deleted."""
    found = list(re.finditer(r'<w:p><w:pPr><w:pStyle w:val="AkhirBagian"/><w:sectPr.*?</w:sectPr></w:pPr></w:p>', body))
    return body[: found[1].start()] + body[found[1].end() :]


def _in_style(name: str, properties: str) -> Change:
    def change(styles: str) -> str:
        at = styles.index(f'<w:name w:val="{name}"/>')
        end = styles.index("</w:style>", at)
        style = re.sub(r"<w:spacing [^>]*/>", "", styles[at:end])
        return styles[:at] + style.replace("<w:pPr>", f"<w:pPr>{properties}", 1) + styles[end:]

    return change


def _exact(line: int) -> str:
    return f'<w:spacing w:line="{line}" w:lineRule="exact"/>'


def _split_below_head(body: str) -> str:
    """The table of the pattern parted below its head, as Ctrl+Shift+Enter does."""
    start = body.index("<w:tbl>", body.index("'usulan_masyarakat'"))
    opening = body[start : body.index("</w:tblGrid>", start) + len("</w:tblGrid>")]
    at = body.index("<w:tr><w:trPr><w:cantSplit/></w:trPr>", start)
    return f"{body[:at]}</w:tbl><w:p/>{opening}{body[at:]}"


@pytest.mark.parametrize(
    "faults",
    [
        [
            (BODY, swapped("{{ pengesahan.nama }}", "{{ pengesahan.nip }}"),
             "“nama” ({{ pengesahan.nama }}) tercetak sesudah “NIP”", "letak."),
            (BODY, swapped(">Daftar Tabel<", ">Daftar Gambar<"), "Daftar Tabel berdiri di bawah judul “Daftar Gambar”",
             "letak.daftar_tabel"),
            (BODY, replaced(_LOOP_END, _LOOP_END + _paragraph("Heading1", "Penutup Kantor")),
             "“Penutup Kantor” diketik di templat dengan gaya “Heading 1”", "judul."),
            (BODY, replaced("{{p daftar_isi }}</w:t>", '{{p daftar_isi }}</w:t><w:br w:type="page"/>'),
             "ganti halaman hilang bersama tandanya, pada paragraf “{{p daftar_isi }}”", "halaman."),
            (_STYLES, _in_style("Gambar", _exact(240)), "gambar bergaya “Gambar” terpotong", "gaya."),
        ],
        [
            (BODY, swapped("{{ pengesahan.jabatan }}", "{{ pengesahan.pangkat }}"),
             "“nama” ({{ pengesahan.nama }}) tercetak di atas “jabatan”", "letak."),
            (BODY, replaced(_LOOP_END, _LOOP_END + _paragraph("Caption", "Tabel 9")), "gaya “Caption”", "judul."),
            (BODY, _without_break, "daftar-daftar dan bab I berada dalam satu bagian", "halaman."),
            (BODY, replaced('<w:r><w:t xml:space="preserve">{{k4}}', "<w:r><w:rPr><w:strike/></w:rPr><w:t>{{k4}}"),
             "tanda dicoret, sehingga isinya tercetak dicoret, pada paragraf “{{k4}}”", "gaya."),
            (_STYLES, _in_style("Isi", _exact(120)), "tulisan bergaya “Isi” terpotong", "gaya."),
        ],
    ],
)  # fmt: skip
def test_what_stands_at_a_wrong_place_is_told_and_may_be_meant(
    tmp_path: Path, faults: list[tuple[str, Change, str, str]]
) -> None:
    check_told(tmp_path, faults)


def test_a_table_that_was_parted_from_its_head_is_told(tmp_path: Path) -> None:
    (told,) = tell_changes(tmp_path, (BODY, _split_below_head))
    assert told.message == "tidak ada baris kepala dalam tabel pola usulan_masyarakat"


def test_a_signature_behind_every_block_is_refused(tmp_path: Path) -> None:
    def spoil(body: str) -> str:
        start = body.index(_SIGNED)
        end = body.index(_END, start)
        return body[:start] + body[start + len(_SIGNED) : end] + body[end + len(_END) :]

    told = tell_changes(tmp_path, (BODY, spoil))
    assert any("templat mencetak “nama” pada blok tanda tangan" in one.message and one.is_error for one in told)


def test_a_signature_may_stand_before_the_lists_and_be_a_list_itself(tmp_path: Path) -> None:
    """As on a page of approval, where an office names each value; lists behind it keep their titles."""

    def move(body: str) -> str:
        start = body.index(_SIGNED)
        end = body.index(_END, start) + len(_END)
        front = body.index(tag_paragraph("{{p kata_pengantar }}"))
        lines = (("Nama", "nama"), ("NIP", "nip"), ("Pangkat", "pangkat"), ("Jabatan", "jabatan"))
        named = "".join(_paragraph("Isi", f"{label}: {{{{ pengesahan.{name} }}}}") for label, name in lines)
        named += tag_paragraph("{{p tanda_tangan }}") + _paragraph("Isi", "{{ pengesahan.tempat_tanggal }}")
        return body[:front] + named + body[front:start] + body[end:]

    assert tell_changes(tmp_path, (BODY, move)) == []


def test_content_controls_around_cells_and_rows_lose_nothing(tmp_path: Path) -> None:
    def wrap(found: re.Match[str]) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{found[0]}</w:sdtContent></w:sdt>"

    assert tell_changes(tmp_path, (BODY, lambda body: _CELL.sub(wrap, body, count=1))) == []


@pytest.mark.parametrize("indent", ['w:left="-6000"', 'w:hanging="6000"', 'w:left="6000"'])
def test_what_is_set_out_of_its_cell_is_not_printed(tmp_path: Path, indent: str) -> None:
    cell = '</w:pPr><w:r><w:t xml:space="preserve">{{k4}}'
    told = tell_changes(tmp_path, (BODY, replaced(cell, f"<w:ind {indent}/>{cell}")))
    assert ["“volume”" in one.message and one.is_error for one in told] == [True]


def test_modes_locks_counts_and_tables_beside_the_text_are_put_right(tmp_path: Path) -> None:
    def spoil(body: str) -> str:
        at = body.index("'usulan_masyarakat'")
        far = body[at:].replace("<w:tblLayout", '<w:tblInd w:w="9000" w:type="dxa"/><w:tblLayout', 1)
        far = re.sub(r'<w:pgNumType w:fmt="decimal"', r'\g<0> w:start="1"', far)
        locked = '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
        title = _paragraph("Isi", "Terkunci")
        return body[:at] + far.replace(_LOOP_END, _LOOP_END + locked.format(title), 1)

    types = replaced("wordprocessingml.document.main", "wordprocessingml.template.main")
    mode = replaced(
        'compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"', 'other" w:val="1"'
    )
    changes = ((BODY, spoil), (_SETTINGS, mode), ("[Content_Types].xml", types))
    assert tell_changes(tmp_path, *changes) == []
    template = Template(tmp_path / "templat.docx", "templat.docx")
    made = package.unpack_word(render.pack_document(template, small_document(), {}).data)
    body = made[BODY].decode()
    assert "Terkunci" in body
    assert "<w:lock" not in body
    assert "<w:tblInd" not in body
    assert 'w:fmt="decimal" w:start="1"' in body
    assert body.count('w:fmt="decimal" w:start') == 1
    assert re.search(rb'w:name="compatibilityMode"[^>]* w:val="15"', made[_SETTINGS])
    assert b"template.main" not in made["[Content_Types].xml"]


def test_what_is_marked_as_final_is_a_draft_again_and_strict_files_are_refused_for_it(tmp_path: Path) -> None:
    mark = '<property name="_MarkAsFinal"/><property name="Dinas"/>'
    parts = {**usual_parts(), "docProps/custom.xml": f'<Properties xmlns="urn:x">{mark}</Properties>'.encode()}
    clean_template(parts)
    assert b"_MarkAsFinal" not in parts["docProps/custom.xml"]
    assert b"Dinas" in parts["docProps/custom.xml"]
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    (told,) = tell_changes(tmp_path, (BODY, replaced(usual, strict)))
    assert "Strict Open XML" in told.message


def test_contents_number_headings_as_the_list_of_the_template_does(tmp_path: Path) -> None:
    other = replaced('w:lvlText w:val="BAB %1"', 'w:lvlText w:val="BAGIAN %1"')

    def letters(text: str) -> str:
        start = text.rindex("<w:lvl ", 0, text.index('w:val="Heading2"'))
        level = text[start : text.index("</w:lvl>", start)]
        new = level.replace('w:val="decimal"', 'w:val="upperLetter"').replace('w:val="%1.%2."', 'w:val="%2."')
        return text.replace(level, new.replace("<w:isLgl/>", ""), 1)

    assert tell_changes(tmp_path, (_NUMBERING, lambda text: letters(other(text)))) == []
    heading = small_document().headings()[0]
    content = [heading, heading._replace(level=2, number="1.2.")]
    template = Template(tmp_path / "templat.docx", "templat.docx")
    made = render.pack_document(template, small_document()._replace(content=content), {})
    body = package.unpack_word(made.data)[BODY].decode()
    title = "".join(span.text for span in heading.line)
    assert f">BAGIAN I {title}</w:t>" in body
    assert re.search(rf">B.</w:t><w:tab/><w:t[^>]*>{title}</w:t>", body)


@pytest.mark.parametrize(
    ("count", "kind", "written"),
    [(4, "upperRoman", "IV"), (28, "lowerLetter", "bb"), (7, "decimalZero", "07"), (7, "ordinal", "7")],
)
def test_counts_are_written_as_word_does(count: int, kind: str, written: str) -> None:
    assert write_count(count, kind) == written
    assert fill_holes("%1-%2.", lambda level: written if level else "x") == f"x-{written}."


@pytest.mark.parametrize("change", ["cellDel", "cellIns", "tcPrChange"])
def test_cells_with_tracked_changes_are_refused(tmp_path: Path, change: str) -> None:
    mark = f'<w:{change} w:id="1" w:author="x"/></w:tcPr>'
    (told,) = tell_changes(tmp_path, (BODY, replaced("</w:tcPr>", mark)))
    assert told.is_error
    assert "perubahan terlacak" in told.message


def test_the_usual_template_has_nothing_at_a_wrong_place() -> None:
    assert read_usual().facts.losses == []


def test_tables_of_a_landscape_appendix_are_as_wide_as_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "templat.docx"
    path.write_bytes(package.to_bytes(usual_parts()))
    template = Template(path, "templat.docx")
    table = blocks.GridTable(None, [1.0, 1.0], [], [([blocks.GridCell([[]]), blocks.GridCell([[]])], False)], False)
    widths = []
    for is_turned in (False, True):
        heading = small_document().headings()[0]._replace(style="Judul Lampiran", landscape=is_turned)
        made = render.pack_document(template, small_document()._replace(content=[heading, table]), {})
        drawn = re.findall(r'<w:tblW w:w="(\d+)"', package.unpack_word(made.data)[BODY].decode())
        widths.append(int(drawn[-1]))
    rooms = [template.text_width(landscape=is_turned) for is_turned in (False, True)]
    assert all(room - 2 <= width <= room for width, room in zip(widths, rooms, strict=True))
