"""The template that comes with renjadoc, and every way a template of the user can be wrong."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup
from openxml_audit import OpenXmlValidator

from renjadoc import cache
from renjadoc.compose import compose_document
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.span import Carried, CarriedInt, CarriedText, Span
from renjadoc.tables import forms, rencana_program
from renjadoc.tables.kind import pattern_name
from renjadoc.tables.kinds import KINDS, FolderTables
from renjadoc.word import xml
from renjadoc.word.packages import package
from renjadoc.word.templates.environment import TemplateEnvironment
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from renjadoc.word.writing.writer import STYLES
from tests import lines
from tests.conftest import ROOT, as_86, read
from tests.reshape.test_tables import INDICATOR
from tests.tables.printing import print_table, table_source
from tests.word.templates import BODY, TEMPLATE, changed, replaced


def test_its_gallery_shows_the_styles_that_the_page_on_templates_names_in_that_order() -> None:
    styles = package.unpack_file(TEMPLATE)["word/styles.xml"].decode()
    shown = {
        int(re.findall(r'uiPriority w:val="(\d+)"', style)[0]): re.findall(r'w:name w:val="([^"]*)"', style)[0]
        for style in re.findall(r"<w:style .*?</w:style>", styles, re.DOTALL)
        if "<w:qFormat/>" in style
    }
    said = (ROOT / "docs" / "templat.md").read_text("utf-8").partition("dua belas gaya")[2].partition("Gaya lain")[0]
    named = [f"heading {one}" if one == "3" else one.lower() for one in re.findall(r"\*([^*]+)\*", said)]
    assert [shown[place].lower() for place in sorted(shown)] == named
    assert len(named) == 12


def test_it_has_every_style_and_pattern() -> None:
    template = Template(TEMPLATE, "renja.docx")
    assert [name for name in STYLES if name.lower() not in template.styles] == []
    assert template.patterns == {
        "capaian_kinerja": False, "capaian_kinerja_permendagri_86": True, "usulan_masyarakat": False,
        "kinerja_urusan": False, "kinerja_urusan_evaluasi": False, "kinerja_urusan_spm": False, "rekap": False,
        "usulan_masyarakat_permendagri_86": False, "review_rkpd_permendagri_86": True,
        "evaluasi": True, "evaluasi_permendagri_86": True, "indikator_program": True, "target_renstra": True,
        "rencana_program": True, "rencana_program_tanpa_sub_kegiatan": True,
        "rencana_program_permendagri_86": True, "rencana_program_permendagri_14": True,
        "review_rkpd": True, "review_rkpd_tanpa_sub_kegiatan": True,
    }  # fmt: skip
    printed = [kind for kind in KINDS.values() if kind.print_rows]
    known = {pattern_name(kind.name, form) for kind in printed for form in (None, *kind.forms)}
    folder = read(ROOT / "content" / "2021")
    folder.tabel["rencana-program"].data = {"jenis": "rencana-program", "bentuk": rencana_program.WITHOUT_SUB}
    assert set(template.patterns) == {*known, FolderTables(folder)["review-rkpd"].pattern}


def test_it_names_only_fields_that_rows_have() -> None:
    folder = read(ROOT / "content" / "2021")
    datas = [as_86(folder.tabel[name].data) for name in ("evaluasi", "capaian-kinerja")]
    printed = [table.printed for table in FolderTables(folder).values()]
    plan = folder.tabel["rencana-program"].data
    datas += [{**plan, "bentuk": form} for form in (forms.PERMENDAGRI_86, forms.PERMENDAGRI_14)]
    printed += [print_table(data, folder) for data in datas]
    folder.tabel["review-rkpd"].data["bentuk"] = forms.PERMENDAGRI_86
    for form in (None, *KINDS["kinerja-urusan"].forms):
        more = {"bentuk": form} if form else {}
        printed.append(print_table({"jenis": "kinerja-urusan", **more, "indikator": [INDICATOR]}, folder))
    folder.tabel["rekap"] = table_source({"jenis": "rekap", "sumber": "rencana-program", "menurut": "sumber_dana"})
    printed += [FolderTables(folder)[name].printed for name in ("review-rkpd", "rekap")]
    fields = {key for rows in printed for row in rows for key in row}
    used = set(re.findall(r"\bbaris\.(\w+)", Template(TEMPLATE, "renja.docx").body))
    assert used - fields == set()


def test_the_shortest_entry_of_the_contents_reaches_beyond_its_left_indent() -> None:
    """Else its page number stands at the indent, where a tab stops, and not at the right edge."""
    styles = package.unpack_file(TEMPLATE)["word/styles.xml"].decode()
    entry = re.search(r'w:styleId="TOC1".*?</w:style>', styles, re.DOTALL)
    assert entry
    stops = re.findall(r'w:(?:left|hanging)="(\d+)"|w:val="left" w:pos="(\d+)"', entry[0])
    assert max(int(indent or stop) for indent, stop in stops) < 900  # of "Ringkasan" and "Daftar Isi"


def test_words_of_the_contents_end_before_the_page_numbers() -> None:
    """Else the dots of a title that fills its line are a line of their own."""
    styles = package.unpack_file(TEMPLATE)["word/styles.xml"].decode()
    for identity in ("TOC1", "TOC2", "TOC3", "TableofFigures"):
        entry = re.search(rf'w:styleId="{identity}".*?</w:style>', styles, re.DOTALL)
        assert entry
        assert re.search(r'<w:ind [^>]*w:right="567"', entry[0])


def test_it_is_valid_and_slim() -> None:
    assert OpenXmlValidator().validate(TEMPLATE).errors == []
    patterns = len(Template(TEMPLATE, "renja.docx").patterns)
    assert sum(len(data) for data in package.unpack_file(TEMPLATE).values()) < 30_000 + 17_000 * patterns


@pytest.mark.lambat
def test_the_script_lays_it_down_byte_for_byte(tmp_path: Path) -> None:
    target = tmp_path / "renja.docx"
    subprocess.run([sys.executable, ROOT / "tools" / "susun_renja.py", target], check=True, capture_output=True)
    assert target.read_bytes() == TEMPLATE.read_bytes()


#: A field, and in it the end of a block that begins before it.
_FIELD = (
    '</w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>{% endif %}</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve">'
)


@pytest.mark.parametrize(
    ("part", "how", "said"),
    [
        (BODY, replaced("{{ tahun }}", "{{ tahum }}"), "galat RJ042: nama “tahum” tidak dikenal, pada paragraf “"),
        (
            BODY,
            replaced("{{ baris.kode|sel }}", "{{ baris.kodee|sel }}"),
            "galat RJ042: bagian “kodee” tidak dikenal, pada paragraf “{{ baris.kodee|sel }}”",
        ),
        (BODY, replaced("{{ tahun }}", "{{ tahun"), "galat RJ041: tanda templat rusak (kurung tidak berpasangan)"),
        (BODY, replaced("{%p endfor %}", "{%p endif %}"), "galat RJ041: tanda templat rusak"),
        (
            BODY,
            replaced("{{ tahun }}", f"{{% if tahun %}}{{{{ tahun }}}}{_FIELD}"),
            "galat RJ041: tanda templat rusak (for/if mulai dan berakhir di sel, baris, atau kotak yang berbeda)",
        ),
        (BODY, replaced("|sel }}", "|sell }}"), "galat RJ042: saringan “sell” tidak dikenal"),
        (BODY, replaced("{{ tahun }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}"), "galat RJ04"),
        (BODY, replaced("{{ tahun }}", "{{ range(9)|length }}"), "galat RJ042: nama “range” tidak dikenal"),
        (BODY, replaced("{{ tahun }}", "{{ 9 ** 9 ** 9 }}"), "hitungan dengan ** tidak diperbolehkan"),
        (BODY, replaced("{{ tahun }}", "{{ 'a' * 9999999999 }}"), "hitungan dengan * tidak diperbolehkan"),
        (BODY, replaced("{{ tahun }}", "{{ 'a'|center(9999999999) }}"), "galat RJ042: saringan “center” tidak dikenal"),
        (BODY, replaced("blok.pola == 'evaluasi'", "blok.pola == 'evaluasiku'"), "galat RJ044: pola tabel “evaluasi”"),
        ("word/styles.xml", replaced('w:val="Kutipan"', 'w:val="Kutipanku"'), "galat RJ043: gaya “Kutipan” tidak ada"),
        ("word/footer2.xml", replaced("{{ kaki }}", "{{ kakiku }}"), "galat RJ042: nama “kakiku” tidak dikenal"),
    ],
)
def test_a_faulty_template_is_a_located_problem(
    isi: Path, tmp_path: Path, part: str, how: Callable[[str], str], said: str
) -> None:
    template = changed(tmp_path, part, how)
    with pytest.raises(ProblemsFound) as found:
        make_document(DocumentOrder(isi, Path("hasil.docx"), template, page_numbers=False))
    text = "\n".join(lines.list_problems(found.value.problems))
    assert said in text
    assert text.startswith(template.as_posix())
    assert not Path("hasil.docx").exists()


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * (package.MAX_UNPACKED + 1))


def doctype(path: Path) -> None:
    parts = package.unpack_file(TEMPLATE)
    parts[BODY] = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + parts[BODY]
    path.write_bytes(package.to_bytes(parts))


def spoilt(part: str, old: str, new: str) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        parts = package.unpack_file(TEMPLATE)
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
        path.write_bytes(package.to_bytes(parts))

    return write


def without(part: str) -> Callable[[Path], object]:
    parts = {name: data for name, data in package.unpack_file(TEMPLATE).items() if name != part}
    return lambda path: path.write_bytes(package.to_bytes(parts))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (without("word/_rels/document.xml.rels"), "bagian word/_rels/document.xml.rels tidak ada"),
        (without("word/numbering.xml"), "bagian word/numbering.xml tidak ada"),
        (spoilt("word/numbering.xml", 'w:numId="1"', 'w:numId="satu"'), "isinya rusak"),
        # The warning behind it keeps lxml from saying that the prefix is unknown.
        (spoilt(BODY, "<w:t xml:space=", '<w:t x:y="1"/><w:t xml:space="x"/><w:t xml:space='), f"bagian {BODY} rusak"),
        (lambda path: path.write_text("bukan docx"), "berkas ini bukan dokumen Word (.docx) yang utuh"),
        (
            lambda path: path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600),
            "terkunci dengan kata sandi",
        ),
        (bomb, "isi berkas terlalu besar"),
        (doctype, "memuat DOCTYPE"),
        (lambda path: None, "tidak dapat dibaca"),
    ],
)
def test_what_is_no_template_is_refused(isi: Path, tmp_path: Path, spoil: Callable[[Path], object], said: str) -> None:
    path = tmp_path / "templat.docx"
    spoil(path)
    with pytest.raises(ProblemsFound) as found:
        make_document(DocumentOrder(isi, Path("hasil.docx"), path, page_numbers=False))
    assert said in found.value.problems[0].message
    assert found.value.problems[0].code == "RJ040"


def made(template: Template) -> package.Parts:
    reading = Reading(read(ROOT / "content" / "2021"))
    document = compose_document(reading)
    assert render.find_problems(template, document) == []
    return package.unpack_word(render.pack_document(template, document, {}).data)


def test_what_is_kept_of_a_template_makes_the_same_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    first = made(Template(TEMPLATE, "renja.docx"))
    entries = list(tmp_path.rglob("templat/*"))
    assert entries
    with monkeypatch.context() as without:
        # Nothing is read or compiled a second time.
        without.setattr(Template, "_read", None)
        without.setattr(TemplateEnvironment, "compile", None)
        assert made(Template(TEMPLATE, "renja.docx")) == first
    for entry in entries:
        entry.write_bytes(entry.read_bytes()[:-1])
    assert made(Template(TEMPLATE, "renja.docx")) == first
    monkeypatch.setenv(cache.OFF, "1")
    assert made(Template(TEMPLATE, "renja.docx")) == first


@pytest.mark.parametrize("stated", ["lebar", "", "1e3"])
def test_a_section_without_a_width_leaves_the_usual_one(tmp_path: Path, stated: str) -> None:
    path = changed(tmp_path, BODY, lambda text: re.sub(r'<w:pgSz w:w="\d+"', f'<w:pgSz w:w="{stated}"', text))
    assert Template(path, "a").text_width(landscape=True) == 9000


def test_a_template_that_changed_is_read_anew(tmp_path: Path) -> None:
    path = changed(tmp_path, BODY, replaced("{{ tahun }}", "{{ tahun + 1 }}"))
    assert Template(path, "a").body != Template(TEMPLATE, "a").body


def test_a_fault_is_said_each_time(tmp_path: Path) -> None:
    path = changed(tmp_path, BODY, replaced("|sel }}", "|sell }}"))
    document = compose_document(Reading(read(ROOT / "content" / "2021")))
    said = [[problem.code for problem in render.find_problems(Template(path, "a"), document)] for _ in range(2)]
    assert said == [["RJ042"], ["RJ042"]]


def environment() -> TemplateEnvironment:
    """One in which a text between angle brackets stands for one whose marks were read."""
    return TemplateEnvironment("Terbuka", lambda text: [Span(f"<{text}>")], {}, "uji")


def highlighted(value: object) -> Markup:
    return xml.splice_spans([Span(str(value), open=True)], "Terbuka")


@given(st.one_of(st.text(), st.integers(), st.none(), st.decimals(), st.text().map(Markup), st.text().map(CarriedText)))
def test_values_are_printed_as_jinja_would(value: object) -> None:
    ours = environment().from_string("{{ x }}|{{ x ~ '&' }}|{{ y.x }}|{{ y['x'] }}")
    theirs = SandboxedEnvironment(autoescape=True).from_string("{{ s }}|{{ x ~ '&' }}|{{ s }}|{{ s }}")
    shown = highlighted(value) if isinstance(value, Carried) else value
    assert ours.render(x=value, y={"x": value}) == theirs.render(x=value, s=shown)


@given(st.sampled_from(["items", "keys", "get", "x", "tidak_ada"]))
def test_names_are_found_as_jinja_would(name: str) -> None:
    source, row = f"{{{{ y.{name} is defined }}}}|{{{{ y.{name} is callable }}}}", {"items": 1, "x": 2}
    theirs = SandboxedEnvironment(autoescape=True).from_string(source)
    assert environment().from_string(source).render(y=row) == theirs.render(y=row)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a & b", "a &amp; b"),
        ("a **b**", "&lt;a **b**&gt;"),
        (1234, "1.234"),
        (None, xml.splice_spans([Span("…", open=True)], "Terbuka")),
        (["a", "b & **c**"], 'a</w:t><w:br/><w:t xml:space="preserve">&lt;b &amp; **c**&gt;'),
        (CarriedText("a & b"), highlighted("a & b")),
        (CarriedText("a **b**"), highlighted("<a **b**>")),
        (CarriedInt(1234), highlighted("1.234")),
        ([CarriedText("a")], highlighted("a")),
    ],
)
def test_cells_are_printed_by_what_they_are(value: object, shown: str) -> None:
    assert environment().from_string("{{ y.x | sel }}").render(y={"x": value}) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (100_000_000_000, "100.000.000.000"),
        (1_000_000_000_000, xml.splice_run("1.000.000.000.000", '<w:w w:val="90"/>')),
        (10**30, xml.splice_run("1" + 10 * ".000", '<w:w w:val="60"/>')),
        (None, xml.splice_spans([Span("…", open=True)], "Terbuka")),
    ],
)
def test_amounts_that_a_cell_has_no_room_for_are_narrower(amount: int | None, shown: str) -> None:
    assert environment().from_string("{{ x | angka(7588) }}").render(x=amount) == shown
