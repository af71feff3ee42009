"""A template cannot lose anything without a word: what it leaves out, prints twice or would print raw is said."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from renjadoc.compose import compose_document
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.word.layout import pages
from renjadoc.word.packages import package, relations
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from tests import lines
from tests.conftest import ROOT, needs_office, read
from tests.word.lint import W, faults, text_of
from tests.word.templates import BODY, TEMPLATE, add_part, changed, replaced, replaced_in, tag_paragraph


def said_of(isi: Path, template: Path) -> str:
    """What is said of a template that is refused."""
    with pytest.raises(ProblemsFound) as found:
        make_document(DocumentOrder(isi, Path("hasil.docx"), template, page_numbers=False))
    assert not Path("hasil.docx").exists()
    return "\n".join(lines.list_problems(found.value.problems))


def made(isi: Path, template: Path) -> package.Parts:
    make_document(DocumentOrder(isi, Path("hasil.docx"), template, page_numbers=False, overwrite=True))
    return package.unpack_file(Path("hasil.docx"))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (replaced(tag_paragraph("{{p blok.xml }}"), ""), "tidak mencetak uraian bab"),
        (replaced(tag_paragraph("{{p blok.xml_lanskap }}"), ""), "tabel bebas di halaman lanskap"),
        (
            replaced_in("capaian_kinerja", tag_paragraph("{{p blok.judul_tabel }}"), ""),
            "tidak mencetak judul tabel pola capaian_kinerja",
        ),
        (
            replaced_in("capaian_kinerja", tag_paragraph("{{p blok.catatan }}"), ""),
            "catatan di bawah tabel pola capaian_kinerja",
        ),
        (
            replaced_in("usulan_masyarakat", "{{ baris.lokasi|sel }}", ""),
            "“lokasi” pada baris usulan tabel pola usulan_masyarakat",
        ),
        (
            replaced_in("usulan_masyarakat", "{{ baris.lokasi|sel }}", "{{ baris.usulan|sel }}"),
            "“usulan” pada baris usulan",
        ),
        (replaced("{{p tanda_tangan }}", ""), "tidak mencetak gambar tanda tangan"),
        (replaced("{{ pengesahan.nama }}", "Nama Pejabat"), "“nama” pada blok tanda tangan"),
        (replaced_in("usulan_masyarakat", "in blok.baris %}", "in blok.baris[1:] %}"), "pada baris"),
        (
            lambda body: body.replace(tag_paragraph("{{p blok.xml }}"), 2 * tag_paragraph("{{p blok.xml }}")),
            "mencetak uraian bab",
        ),
        (replaced("{%tr if baris.jenis == 'usulan' %}", "{%tr if baris.nomor == 2 %}"), "baris"),
    ],
)
def test_what_a_template_leaves_out_or_prints_twice_is_named(
    isi: Path, tmp_path: Path, edit: Callable[..., None], how: Callable[[str], str], said: str
) -> None:
    edit("dokumen.json", lambda data: data["pengesahan"].update(tanda_tangan=data["logo"]))
    for name in ("capaian-kinerja", "usulan-masyarakat"):
        edit(f"tabel/{name}.json", lambda data: data.update(keterangan=["Sumber: dinas."]))
    edit("bab-4.json", lambda data: data["isi"].append({"tabel": "lebar"}))
    wide = {
        "jenis": "bebas", "judul": ["Lebar"], "lanskap": True, "kolom": [{"judul": "A"}, {"judul": "B"}],
        "baris": [["a", "b"]],
    }  # fmt: skip
    Path(isi, "tabel", "lebar.json").write_text(str(wide).replace("'", '"').replace("True", "true"), "utf-8")
    assert made(isi, TEMPLATE)
    Path("hasil.docx").unlink()
    shown = said_of(isi, changed(tmp_path, BODY, how))
    assert "RJ045" in shown or "RJ041" in shown
    assert said in shown


def test_rows_that_are_passed_over_by_what_stands_in_them_are_counted(isi: Path, tmp_path: Path) -> None:
    whole = replaced("{%tr if baris.jenis == 'usulan' %}", "{%tr if baris.jenis == 'usulan' and baris.nomor != 3 %}")
    assert "RJ045: templat mencetak" in said_of(isi, changed(tmp_path, BODY, whole))


def test_what_is_left_out_on_purpose_is_said_in_the_template(isi: Path, tmp_path: Path) -> None:
    def without(body: str) -> str:
        said = tag_paragraph("{#p tanpa usulan_masyarakat.lokasi #}") + tag_paragraph("{{p blok.xml }}")
        body = replaced_in("usulan_masyarakat", "{{ baris.lokasi|sel }}", "")(body)
        return body.replace(tag_paragraph("{{p blok.xml }}"), said, 1)

    assert faults(made(isi, changed(tmp_path, BODY, without))) == []


def test_a_figure_may_be_computed_with(isi: Path, tmp_path: Path) -> None:
    in_thousands = replaced_in("usulan_masyarakat", "{{k5}}", "{{ (baris.anggaran // 1000)|angka }}")
    assert made(isi, changed(tmp_path, BODY, in_thousands))


def test_a_missing_list_of_tables_is_told_and_no_fault(isi: Path, tmp_path: Path) -> None:
    template = changed(tmp_path, BODY, replaced(tag_paragraph("{{p daftar_tabel }}"), ""))
    outcome = make_document(DocumentOrder(isi, Path("hasil.docx"), template, page_numbers=False))
    assert [problem.message for problem in outcome.warnings if problem.code == "RJ045"] == [
        "templat tidak mencetak Daftar Tabel"
    ]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (replaced("{{ tahun }}", "{ { tahun } }"), "kurung kurawal terpisah"),
        (replaced("{{ tahun }}", "{tahun}"), "kurung kurawal terpisah"),
        (replaced("{{p blok.xml }}", "{{ blok.xml }}"), "“blok.xml” menggantikan satu paragraf penuh"),
        (replaced("{{p blok.xml }}", "{{r blok.xml }}"), "“blok.xml” menggantikan satu paragraf penuh"),
        (replaced("{{ judul }}", "{{p judul }}"), "“judul” adalah teks biasa"),
        (replaced("{%p endfor %}", "{%p endfor %} dan seterusnya"), "hilang bersama tandanya"),
        (replaced("{%tr endfor %}", "Jumlah {%tr endfor %}"), "baris tabel ini hilang bersama tandanya"),
        (replaced("{%p endfor %}", "{%tr endfor %}"), "hanya untuk tabel"),
        (replaced("{%p endfor %}</w:t></w:r>", "{%p endfor %}</w:t></w:r><w:r><w:drawing/></w:r>"), "gambar hilang"),
        (
            replaced_in("usulan_masyarakat", "{{ baris.usulan|sel }}", "{{ baris.usulan|angka }}"),
            "saringan “angka” tidak dapat dipakai untuk",
        ),
        (replaced("{{ tahun }}", "{{ tahun|terbilang|angka }}"), "saringan “angka” tidak dapat dipakai untuk"),
        (replaced("{{ tahun }}", "{{ tahun / 0 }}"), "hitungannya tidak mungkin"),
        (replaced("{{ tahun }}", "{{ tahun + }}"), "tanda tidak lengkap"),
        (replaced("{{ tahun }}", "{% iff tahun %}{{ tahun }}"), "“iff” bukan tanda yang dikenal"),
        (
            lambda body: re.sub(r"(<w:r><w:t[^>]*>Tahun )", r'<w:ins w:id="1" w:author="x"/>\1', body, count=1),
            "perubahan terlacak",
        ),
    ],
)
def test_a_tag_that_would_be_lost_or_printed_raw_is_refused(
    isi: Path, tmp_path: Path, how: Callable[[str], str], said: str
) -> None:
    shown = said_of(isi, changed(tmp_path, BODY, how))
    assert said in shown
    assert "pada paragraf “" in shown


def test_a_section_break_in_the_paragraph_of_a_tag_is_put_right_and_told(isi: Path, tmp_path: Path) -> None:
    def moved(body: str) -> str:
        start = body.index("<w:sectPr", body.index("blok.akhir_lanskap"))
        end = body.index("</w:sectPr>", start) + len("</w:sectPr>")
        section, at = body[start:end], body.index("{%p if blok.akhir_lanskap %}")
        body = body[:start] + body[end:]
        place = body.rindex("</w:pPr>", 0, at)
        return body[:place] + section + body[place:]

    template = changed(tmp_path, BODY, moved)
    outcome = make_document(DocumentOrder(isi, Path("hasil.docx"), template, page_numbers=False))
    told = [problem.message for problem in outcome.warnings if problem.code == "RJ041"]
    assert told == [
        "pemisah bagian berada di paragraf tanda “{%p if blok.akhir_lanskap %}”, dan dibaca sebagai paragraf sesudahnya"
    ]
    body = package.unpack_file(Path("hasil.docx"))[BODY].decode()
    assert body.count('w:orient="landscape"') == made(isi, TEMPLATE)[BODY].decode().count('w:orient="landscape"')


@needs_office
def test_a_template_that_libreoffice_saved_works(isi: Path, tmp_path: Path) -> None:
    program = pages.find_libreoffice()
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [str(program), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(TEMPLATE)], check=True, capture_output=True, timeout=120)
    ours, theirs = made(isi, TEMPLATE), made(isi, tmp_path / "renja.docx")
    assert [fault for fault in faults(theirs) if "alternative text" not in fault] == []
    assert text_of(theirs).split() == text_of(ours).split()


def test_a_lost_section_break_is_told(isi: Path, tmp_path: Path) -> None:
    def lost(body: str) -> str:
        start = body.index("<w:sectPr", body.index("blok.awal_lanskap"))
        end = body.index("</w:sectPr>", start) + len("</w:sectPr>")
        return body[:start] + body[end:]

    assert "{{p blok.xml }} tercetak di halaman lanskap" in said_of(isi, changed(tmp_path, BODY, lost))


_PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
_ROOT = "http://schemas.openxmlformats.org"


def test_tags_in_notes_are_filled(isi: Path, tmp_path: Path) -> None:
    notes = f'<w:footnote w:id="1">{_PARAGRAPH.format("Rancangan {{ tahun }}")}</w:footnote>'
    template = add_part(tmp_path, "footnotes", notes, '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert "Rancangan 2021" in made(isi, template)["word/footnotes.xml"].decode()
    wrong = add_part(tmp_path, "footnotes", notes.replace("tahun", "tahum"), "")
    Path("hasil.docx").unlink()
    assert "nama “tahum” tidak dikenal, pada paragraf “Rancangan {{ tahum }}”" in said_of(isi, wrong)


def test_tags_in_a_diagram_are_refused(isi: Path, tmp_path: Path) -> None:
    parts = package.unpack_file(TEMPLATE)
    parts["word/diagrams/data1.xml"] = (
        f'<d:dataModel xmlns:d="{_ROOT}/drawingml/2006/diagram" xmlns:a="{_ROOT}/drawingml/2006/main">'
        "<d:t><a:p><a:r><a:t>{{ ta</a:t></a:r><a:r><a:t>hun }}</a:t></a:r></a:p></d:t></d:dataModel>"
    ).encode()
    path = tmp_path / "diagram.docx"
    path.write_bytes(package.to_bytes(parts))
    assert "tanda dalam diagram SmartArt tidak diisi" in said_of(isi, path)


def test_comments_of_a_template_never_reach_a_document(isi: Path, tmp_path: Path) -> None:
    comment = '<w:comment w:id="0" w:author="Kasubbag">' + _PARAGRAPH.format("Jangan {{ diubah }}") + "</w:comment>"
    marks = '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    parts = made(isi, add_part(tmp_path, "comments", comment, marks))
    assert not [name for name, data in parts.items() if "comment" in name or b"omment" in data]
    assert faults(parts) == []


def test_the_specimen_and_the_explanations_stay_in_the_template(isi: Path) -> None:
    parts = package.unpack_file(TEMPLATE)
    body, styles = etree.fromstring(parts[BODY]), parts["word/styles.xml"].decode()
    shown = {one.get(f"{W}val") for one in body.iter(f"{W}pStyle")}
    named = set(re.findall(r'<w:style w:type="paragraph"[^>]*w:styleId="(\w+)"', styles))
    assert named - shown == {"Normal", "Header", "Footer"} & named - shown
    assert len(list(etree.fromstring(parts["word/comments.xml"]))) == 6
    made_parts = made(isi, TEMPLATE)
    assert "Contoh gaya" not in text_of(made_parts)
    assert not [name for name, data in made_parts.items() if "comment" in name or b"w:comment" in data]


def test_a_signature_that_is_printed_twice_has_two_numbers(
    isi: Path, tmp_path: Path, edit: Callable[..., None]
) -> None:
    edit("dokumen.json", lambda data: data["pengesahan"].update(tanda_tangan=data["logo"]))
    both = replaced(
        tag_paragraph("{{p daftar_tabel }}"),
        tag_paragraph("{{p tanda_tangan }}") + tag_paragraph("{{p daftar_tabel }}"),
    )
    body = etree.fromstring(made(isi, changed(tmp_path, BODY, both))[BODY])
    numbers = [one.get("id") for one in body.iter("{*}docPr")]
    assert len(numbers) > 2
    assert len(set(numbers)) == len(numbers)


def test_a_picture_in_a_footer_is_found_from_there(isi: Path, tmp_path: Path) -> None:
    template = changed(tmp_path, "word/footer2.xml", replaced("</w:ftr>", tag_paragraph("{{p logo }}") + "</w:ftr>"))
    parts = made(isi, template)
    (embedded,) = re.findall(rb'r:embed="(\w+)"', parts["word/footer2.xml"])
    known = {one.id: one.target for one in relations.relations_of(parts, "word/footer2.xml")}
    assert known[embedded.decode()] in parts


def test_docs_name_what_the_code_knows() -> None:
    """Every name and filter that docs/templat.md lists can be used, and every one that can be used is listed."""
    page = (ROOT / "docs" / "templat.md").read_text("utf-8")
    document = compose_document(Reading(read(ROOT / "content" / "2021")))
    template = Template(TEMPLATE, "renja.docx")
    known = render.make_environment(template, document)
    filters = page[page.index("### Saringan") : page.index("### Tiap pola")]
    listed = {name for row in re.findall(r"^\| (`.*?) \|", filters, re.M) for name in re.findall(r"`(\w+)`", row)}
    listed |= set(re.findall(r"`(\w+)`", filters[filters.index("Yang bernama Inggris") : filters.index("Nilai yang")]))
    assert listed == set(known.filters)
    names = page[page.index("### Di mana saja") : page.index("### Pengganti satu paragraf")]
    paths = [
        full if not full.startswith(".") else first.rpartition(".")[0] + full
        for row in re.findall(r"^\| (`.*?) \|", names, re.M)
        for first in re.findall(r"`([^`]+)`", row)[:1]
        for full in re.findall(r"`([^`]+)`", row)
        if not re.search(r"[+-] 1", full)
    ]
    for path in paths:
        # Strict: a name that is not there raises; what it holds is not looked at.
        known.from_string(f"{{% if {path} %}}{{% endif %}}").render(document.names)
    assert {re.split(r"[.\[]", path)[0] for path in paths} == set(document.names)
    blocks = page[page.index("### Pengganti satu paragraf") : page.index("### Saringan")]
    assert set(re.findall(r"`([\w.]+)`", blocks)) >= render.OWN_NAMES - {"isi"}


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize(("wide", "high", "left"), [(11906, 16838, 1701), (12189, 18709, 2268), (16838, 23811, 1701)])
def test_tables_tabs_and_sides_follow_the_paper(
    isi: Path, tmp_path: Path, wide: int, high: int, left: int, shared: bool
) -> None:
    def other(body: str) -> str:
        body = body.replace('w:w="12189" w:h="18709"', f'w:w="{wide}" w:h="{high}"')
        body = body.replace('w:w="18709" w:h="12189"', f'w:w="{high}" w:h="{wide}"')
        body = body.replace('w:left="1701"', f'w:left="{left}"')
        return body.replace("rIdKakiLanskap", "rIdKakiTegak") if shared else body

    parts = made(isi, changed(tmp_path, BODY, other)) if (wide, left) != (12189, 1701) else made(isi, TEMPLATE)
    assert faults(parts) == []
    body = etree.fromstring(parts[BODY])[0]
    room = {False: wide - left - 1417, True: high - 2 * 1417}
    rels = {one.get("Id"): one.get("Target") for one in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    waiting, seen = [], 0
    for block in body:
        waiting += [block] if block.tag == f"{W}tbl" else []
        section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if section is None:
            continue
        turned = section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
        for table in waiting:
            seen += 1
            assert sum(int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")) in range(
                room[turned] - 30, room[turned] + 1
            )
            for row in table.iter(f"{W}tr"):
                widths = [int(one.get(f"{W}w")) for one in row.iter(f"{W}tcW")]
                assert sum(widths) <= room[turned]
        waiting = []
        footer = section.find(f"{W}footerReference").get(f"{{{_ROOT}/officeDocument/2006/relationships}}id")
        side = etree.fromstring(parts["word/" + rels[footer].removeprefix("/word/")])
        stops = [int(one.get(f"{W}pos")) for one in side.iter(f"{W}tab") if one.get(f"{W}val") == "right"]
        if side.find(f".//{W}tab") is not None and (stops or room[turned] != 9071):
            assert stops == [room[turned]]
    assert seen > 5
    entries = re.findall(r'w:styleId="TOC1".*?w:val="right"[^>]*w:pos="(\d+)"', parts["word/styles.xml"].decode(), re.S)
    assert entries == [str(room[False])]


def test_a_gutter_takes_room_from_tables_that_are_drawn_too(tmp_path: Path) -> None:
    wide = Template(TEMPLATE, "renja.docx")
    gutter = changed(tmp_path, BODY, lambda body: body.replace('w:gutter="0"', 'w:gutter="567"'))
    narrow = Template(gutter, "renja.docx")
    for landscape in (False, True):
        assert wide.text_width(landscape=landscape) - narrow.text_width(landscape=landscape) == 567


def test_no_look_is_set_where_a_style_can_hold_it(isi: Path) -> None:
    """What is left is emphasis of the text, what text it stays with, the list that it counts in, and how tables fit."""
    body = etree.fromstring(made(isi, TEMPLATE)[BODY])
    left = {
        f"{kind}/{etree.QName(one).localname}"
        for kind in ("rPr", "pPr", "tcPr", "trPr", "tblPr")
        for properties in body.iter(f"{W}{kind}")
        for one in properties
    }
    emphasis = {"rPr/rStyle", "rPr/b", "rPr/bCs", "rPr/i", "rPr/iCs"}
    paragraphs = {f"pPr/{name}" for name in ("pStyle", "sectPr", "keepNext", "keepLines", "numPr")}
    tables = {"tcPr/tcW", "tcPr/gridSpan", "tcPr/vMerge", "trPr/cantSplit", "trPr/tblHeader"} | {
        f"tblPr/{name}" for name in ("tblStyle", "tblW", "jc", "tblLayout", "tblLook", "tblCaption", "tblDescription")
    }
    assert left <= emphasis | paragraphs | tables


def test_the_table_style_rules_the_looks_of_all_tables(isi: Path, tmp_path: Path) -> None:
    parts = made(isi, TEMPLATE)
    assert b"<w:shd" not in parts[BODY]
    old = re.compile(r"(<w:tblHeader/></w:trPr>)(.*?)(</w:tr>)", re.S)

    def shade(colour: str) -> Callable[[str], str]:
        mark = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/></w:tcPr>'
        return lambda body: old.sub(lambda row: row[1] + row[2].replace("</w:tcPr>", mark) + row[3], body)

    for colour, styled in (("1F4E79", "1F4E79"), ("DCE6F1", "DCE6F1")):
        parts = made(isi, changed(tmp_path, BODY, shade(colour)))
        assert b"<w:shd" not in parts[BODY]
        assert f'w:fill="{styled}"' in parts["word/styles.xml"].decode()
