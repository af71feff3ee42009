"""What a template prints and nobody reads: letters over one another, signs, boxes beside the paper, passing dates."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from renjadoc.problem import Problem, Severity
from renjadoc.span import Span
from renjadoc.word import blocks
from renjadoc.word.blocks import Anchor
from renjadoc.word.names import V, W
from renjadoc.word.packages import package
from renjadoc.word.templates.letter_shapes import LetterShapes
from renjadoc.word.templates.template import Template
from renjadoc.word.trial.beside_paper import find_beside_paper
from renjadoc.word.writing import render
from tests.word.templates import BODY, replaced, tag_paragraph
from tests.word.test_template_silent import (
    _usual_is_read_once,
    check_told,
    in_paragraph,
    in_style,
    small_document,
    tell_changes,
    usual_parts,
    with_look,
)

__all__ = ["_usual_is_read_once"]
_USULAN, _LOKASI = "{{ baris.usulan|sel }}", "{{ baris.lokasi|sel }}"
_FAR = '<w:framePr w:w="2000" w:h="300" w:hAnchor="page" w:vAnchor="page" w:x="{}" w:y="900"/>'


def test_letters_and_lines_that_nobody_reads_are_not_printed(tmp_path: Path) -> None:
    looks = [
        with_look("{{k1}}", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
        with_look(_USULAN, '<w:w w:val="1"/>'),
        with_look(_LOKASI, '<w:spacing w:val="-80"/>'),
        in_paragraph("{{k4}}", '<w:spacing w:line="2" w:lineRule="auto"/>'),
        replaced('<w:p><w:pPr><w:pStyle w:val="TabelAngka"/></w:pPr><w:r><w:t xml:space="preserve">{{k5}}',
                 f'<w:p><w:pPr><w:pStyle w:val="TabelAngka"/>{_FAR.format(-9000)}</w:pPr><w:r>'
                 '<w:t xml:space="preserve">{{k5}}'),
    ]  # fmt: skip
    told = tell_changes(tmp_path, *((BODY, look) for look in looks))
    assert {one.severity for one in told} == {Severity.ERROR}
    assert {one.message.split("“")[1].split("”")[0] for one in told} == {
        "nomor", "usulan", "lokasi", "volume", "anggaran"
    }  # fmt: skip


def test_letters_set_a_little_closer_and_frames_on_the_paper_are_read(tmp_path: Path) -> None:
    looks = [
        with_look("{{k1}}", '<w:rFonts w:ascii="Arial Narrow"/>'), with_look(_USULAN, '<w:w w:val="80"/>'),
        with_look(_LOKASI, '<w:spacing w:val="-10"/>'),
        in_paragraph("{{k4}}", '<w:spacing w:line="200" w:lineRule="auto"/>'),
    ]  # fmt: skip
    assert tell_changes(tmp_path, *((BODY, look) for look in looks)) == []


def test_styles_that_nobody_reads_and_fields_of_the_day_are_told(tmp_path: Path) -> None:
    dated = '<w:p><w:fldSimple w:instr=" DATE \\@ &quot;d MMMM yyyy&quot; "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    faults = [
        ("word/styles.xml", in_style("Isi", '<w:rFonts w:ascii="Symbol"/>'), "“Isi” tidak terlihat", "gaya."),
        ("word/styles.xml", in_style("caption", '<w:spacing w:val="-100"/>'), "“Caption” tidak terlihat", "gaya."),
        (
            "word/styles.xml",
            in_style("Kutipan", '<w:spacing w:line="2" w:lineRule="auto"/>', "pPr"),
            "1% dari tunggal",
            "gaya.",
        ),
        ("word/footer2.xml", replaced("</w:ftr>", f"{dated}</w:ftr>"), "(field) DATE berganti setiap kali", "bidang."),
    ]  # fmt: skip
    check_told(tmp_path, faults)


def test_what_stands_among_the_patterns_old_sums_and_letters_too_large_are_told(tmp_path: Path) -> None:
    pattern = tag_paragraph("{%p if blok.pola == 'usulan_masyarakat' %}")
    note = "<w:p><w:r><w:t>Pola untuk usulan</w:t></w:r></w:p>"
    summed = '<w:p><w:fldSimple w:instr=" =SUM(ABOVE) "><w:r><w:t>0</w:t></w:r></w:fldSimple></w:p>'
    faults = [
        (BODY, replaced(pattern, note + pattern), "“Pola untuk usulan” di antara pola-pola tercetak", "ulang."),
        (BODY, replaced(pattern, pattern + summed), "(field) = tidak dihitung", "bidang."),
        (
            "word/styles.xml",
            lambda styles: styles.replace('w:val="17"', 'w:val="28"'),
            "1.000.000.000 terputus",
            "lebar.",
        ),
    ]
    check_told(tmp_path, faults)


_SECTION = '<w:sectPr><w:pgSz w:w="12189" w:h="18709"/><w:pgMar w:top="1417" w:left="1701" w:right="1417"/></w:sectPr>'
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def _box(x: int, y: int, origin: str = "page") -> str:
    across, down = (
        f'<wp:position{side} relativeFrom="{origin}"><wp:posOffset>{offset * 635}</wp:posOffset></wp:position{side}>'
        for side, offset in (("H", x), ("V", y))
    )
    return f'<wp:anchor>{across}{down}<wp:extent cx="{2000 * 635}" cy="{500 * 635}"/></wp:anchor>'


def _shape(left: str, origin: str = "page") -> str:
    style = f"position:absolute;margin-left:{left};margin-top:20pt;width:100pt;height:30pt"
    return f'<v:shape style="{style};mso-position-horizontal-relative:{origin}"/>'


@pytest.mark.parametrize(
    ("placed", "is_beside"),
    [
        (_box(500, 500), False), (_box(-1500, 500), True), (_box(-900, 500), False), (_box(11_500, 500), True),
        (_box(500, 18_600), True), (_box(-2500, 500, "column"), False), (_box(-2900, 500, "column"), True),
        (_box(10_000, 500, "margin"), True), (_shape("10pt"), False), (_shape("-80pt"), True),
        (_shape("-80pt", "text"), False), (_shape("700pt", "text"), True), ("<wp:anchor/>", False),
    ],
)  # fmt: skip
def test_boxes_are_seen_by_where_their_middle_is(placed: str, is_beside: bool) -> None:
    names = f'xmlns:w="{W[1:-1]}" xmlns:wp="{_WP}" xmlns:v="{V[1:-1]}"'
    turned = '<w:sectPr><w:pgSz w:w="18709" w:h="12189"/><w:pgMar w:top="1" w:left="1417"/></w:sectPr>'
    text = f"<w:x {names}><w:p><w:r>{placed}</w:r></w:p><w:p><w:pPr>{_SECTION}</w:pPr></w:p>{turned}</w:x>"
    body = etree.fromstring(text)
    assert bool(list(find_beside_paper(body, body))) == is_beside


def test_a_style_of_no_look_of_its_own_is_read_as_the_usual_one() -> None:
    styles = f'<w:styles xmlns:w="{W[1:-1]}"><w:style w:styleId="A"><w:name w:val="a"/></w:style></w:styles>'
    assert not LetterShapes(styles.encode()).is_style_unread("A")


def _with_appendix() -> render.Document:
    anchor = Anchor("lampiran/1.json", "/judul", "Peta", "judul")
    heading = blocks.Heading(1, "1", [Span("Peta")], anchor, blocks.APPENDIX_STYLE)
    return small_document()._replace(content=[*small_document().content, heading])


def _tell_of(path: Path, parts: package.Parts) -> list[Problem]:
    path.write_bytes(package.to_bytes(parts))
    return render.find_problems(Template(path, path.as_posix()), _with_appendix())


def test_a_signature_behind_the_appendices_is_told(tmp_path: Path) -> None:
    parts = dict(usual_parts())
    assert _tell_of(tmp_path / "semula.docx", parts) == []
    body = parts[BODY].decode()
    opening, closing = tag_paragraph("{%p if blok.akhir_bab %}"), tag_paragraph("{%p endif %}")
    start = body.index(opening)
    end = body.index(closing, start)
    signature, over = body[start + len(opening) : end], tag_paragraph("{%p endfor %}")
    body = body[:start] + body[end + len(closing) :]
    at = body.index(over, start) + len(over)
    parts[BODY] = (body[:at] + signature + body[at:]).encode()
    (told,) = _tell_of(tmp_path / "ubah.docx", parts)
    assert told.severity is Severity.WARNING
    assert "tercetak sesudah lampiran" in told.message
    assert "{#p tanpa letak.pengesahan #}" in told.hint
