"""Faults of a template that leave every tag in place and still lose, hide or misplace something: each is told."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.compose import compose_document
from renjadoc.problem import Problem, ProblemsFound, Severity
from renjadoc.reading import Reading
from renjadoc.word import blocks
from renjadoc.word.packages import package
from renjadoc.word.templates.conditions import find_conditions
from renjadoc.word.templates.letter_colours import is_unread
from renjadoc.word.templates.template import Template
from renjadoc.word.trial import completeness
from renjadoc.word.writing import render
from renjadoc.word.writing.render import Document
from tests.conftest import ROOT, read
from tests.word.templates import BODY, TEMPLATE, only_pattern, replaced, tag_paragraph

_PATTERN = "usulan_masyarakat"
_STYLES, _SETTINGS, _NUMBERING = "word/styles.xml", "word/settings.xml", "word/numbering.xml"
_CAPTION = tag_paragraph("{{p blok.judul_tabel }}")
_TEXTS = tag_paragraph("{{p blok.xml }}")
Change = Callable[[str], str]


@functools.cache
def read_usual() -> Template:
    return Template(TEMPLATE, TEMPLATE.as_posix())


@pytest.fixture(autouse=True)
def _usual_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completeness, "_find_usual", lambda template: read_usual())


@functools.cache
def usual_parts() -> package.Parts:
    return only_pattern(package.unpack_file(TEMPLATE), _PATTERN)


@functools.cache
def small_document() -> Document:
    """A heading, a text and a table of two rows."""
    composed = compose_document(Reading(read(ROOT / "content" / "2021")))
    heading = next(one for one in composed.content if isinstance(one, blocks.Heading))
    text = next(one for one in composed.content if isinstance(one, blocks.Paragraph))
    note = next(one for one in composed.content if isinstance(one, blocks.Paragraph) and one != text)
    rows: list[dict[str, Any]] = [
        {"jenis": "usulan", "nomor": number, "usulan": "Jalan", "lokasi": "Bobotsari", "volume": "2 km", "anggaran": 9}
        for number in (1, 2)
    ]
    table = blocks.PatternTable(_PATTERN, blocks.Caption("Tabel", 1, 1, "usulan", []), rows, [note])
    return composed._replace(content=[heading, text, table], front={})


def tell_changes(tmp_path: Path, *changes: tuple[str, Change]) -> list[Problem]:
    """What is said of a template with those parts changed, before it is filled or after."""
    parts = dict(usual_parts())
    for part, how in changes:
        before = parts[part].decode()
        parts[part] = how(before).encode()
        assert parts[part].decode() != before
    path = tmp_path / "templat.docx"
    path.write_bytes(package.to_bytes(parts))
    try:
        template = Template(path, path.as_posix())
        if told := render.find_problems(template, small_document()):
            return told
        render.pack_document(template, small_document(), {})
    except ProblemsFound as found:
        return list(found.problems)
    return []


def _around(what: str, condition: str) -> Change:
    opening, closing = tag_paragraph(f"{{%p if {condition} %}}"), tag_paragraph("{%p endif %}")
    return replaced(what, opening + what + closing)


def moved(what: str, before: str) -> Change:
    """The first paragraph `what` of the pattern put right before the first `before` of it."""

    def move(body: str) -> str:
        at = body.index(f"blok.pola == '{_PATTERN}'")
        rest = body[at:].replace(what, "", 1)
        place = rest.index(before)
        return body[:at] + rest[:place] + what + rest[place:]

    return move


def _put_in_head(what: str) -> Change:
    """The paragraph `what` of the pattern put into the first cell of its table."""

    def put(body: str) -> str:
        at = body.index(f"blok.pola == '{_PATTERN}'")
        rest = body[at:].replace(what, "", 1)
        place = rest.index("</w:tcPr>") + len("</w:tcPr>")
        return body[:at] + rest[:place] + what + rest[place:]

    return put


def in_style(name: str, properties: str, kind: str = "rPr") -> Change:
    """The style with other properties."""
    start = f'<w:name w:val="{name}"/>'

    def change(styles: str) -> str:
        at = styles.index(start)
        end = styles.index("</w:style>", at)
        style = re.sub(rf"<w:{kind}>.*?</w:{kind}>", "", styles[at:end], flags=re.DOTALL)
        return styles[:at] + style + f"<w:{kind}>{properties}</w:{kind}>" + styles[end:]

    return change


def swapped(one: str, other: str) -> Change:
    return lambda body: body.replace(one, "\0", 1).replace(other, one, 1).replace("\0", other, 1)


#: By rounds, so that a template is read once for several: part, change, what is said, how it is said to be meant.
_TELLING: list[list[tuple[str, Change, str, str]]] = [
    [
        (BODY, swapped("{{ baris.lokasi|sel }}", "{{k4}}"),
         "“volume” ({{k4}}) pada baris usulan tabel pola usulan_masyarakat berdiri di bawah kepala “lokasi”", "kolom."),
        (BODY, replaced("{{k5}}", "{{k5|persen}}"), "“anggaran” ({{k5}})", "bentuk."),
        (BODY, moved(_CAPTION, tag_paragraph("{{p blok.catatan }}")),
         "judul tabel pola usulan_masyarakat ({{p blok.judul_tabel }}) tercetak di bawah tabelnya", "letak."),
        (BODY, _around(_TEXTS, "tahun == 2021"), "{{p blok.xml }} hanya tercetak bila", "syarat."),
        (_STYLES, in_style("Isi", '<w:color w:val="FFFFFF"/>'), "“Isi” tidak terlihat", "gaya."),
        (_STYLES, in_style("heading 2", "<w:keepNext/>", "pPr"), "“Heading 2” tidak lagi bernomor (1.1.)", "nomor."),
    ],
    [
        (BODY, swapped(">Lokasi<", ">Besaran/Volume<"), "berdiri di bawah kepala", "kolom."),
        (BODY, replaced("{{k5}}", "{{ baris.anggaran }}"), "dicetak tanpa saringan", "bentuk."),
        (BODY, moved(tag_paragraph("{{p blok.catatan }}"), "<w:tbl>"), "di atas tabelnya", "letak."),
        (BODY, _around(_TEXTS, "blok.xml|length &lt; 99999"), "{{p blok.xml }} hanya tercetak bila", "syarat."),
        (_STYLES, in_style("caption", '<w:sz w:val="2"/>'), "“Caption” tidak terlihat", "gaya."),
        (_NUMBERING, replaced('w:lvlText w:val="%1.%2."', 'w:lvlText w:val=""'), "“Heading 2” tidak lagi", "nomor."),
    ],
    [
        (BODY, replaced("in blok.baris %}", "in blok.baris if baris.anggaran > 5 %}"),
         "{{ baris.usulan }} hanya", "syarat."),
        (BODY, replaced("{{k5}}", "{{k5|terbilang}}"), "saringan “terbilang”", "bentuk."),
        (BODY, _around(_CAPTION, "blok.catatan"), "{{p blok.judul_tabel }} hanya tercetak bila", "syarat."),
        (_STYLES, in_style("toc 1", "<w:vanish/>"), "“Toc 1” tidak terlihat", "gaya."),
        (_STYLES, in_style("Judul Lampiran", "<w:keepNext/>", "pPr"), "lagi bernomor (LAMPIRAN I)", "nomor."),
        (BODY, replaced("{{ baris.usulan|sel }}", "{{ baris.usulan[:99]|sel }}"), "{{ baris.usulan }} dipotong",
         "syarat."),
    ],
    [
        (BODY, replaced("in blok.baris %}", "in blok.baris[::-1] %}"), "deret baris tabel dipotong", "syarat."),
        (BODY, replaced("{{ baris.lokasi|sel }}", "{{ baris.lokasi|sel if baris.volume }}"), "{{ baris.lokasi }} hanya",
         "syarat."),
        (BODY, replaced("{{ baris.usulan|sel }}", "{{ baris.usulan|replace('Jalan', '') }}"),
         "{{ baris.usulan }} dipotong", "syarat."),
        (BODY, _put_in_head(_CAPTION), "tercetak di dalam sebuah sel tabel", "letak."),
        ("word/footer2.xml", replaced("{{ kaki }}", "{{ kaki }} (2019)"), "tahun diketik langsung (“2019”)", "kaki_"),
        (BODY, lambda body: body.replace('w:w="1200"', 'w:w="20"'), "kolom 4 tabel pola usulan_masyarakat",
         "lebar."),
    ],
]  # fmt: skip


def test_the_template_as_it_is_is_told_nothing(tmp_path: Path) -> None:
    assert tell_changes(tmp_path, (BODY, lambda body: body + " ")) == []


@pytest.mark.parametrize("faults", _TELLING)
def test_it_is_told_with_its_tag_and_may_be_meant(tmp_path: Path, faults: list[tuple[str, Change, str, str]]) -> None:
    check_told(tmp_path, faults)


def check_told(tmp_path: Path, faults: list[tuple[str, Change, str, str]]) -> None:
    """Each fault (part, change, what is said, how it is said to be meant) is told, and none once they are all meant."""
    changes = [(part, how) for part, how, _, _ in faults]
    told = tell_changes(tmp_path, *changes)
    assert {one.code for one in told} == {"RJ045"}
    for _, _, said, name in faults:
        hints = [one.hint for one in told if said in one.message]
        assert hints, (said, [one.message for one in told])
        assert all(f"{{#p tanpa {name}" in hint for hint in hints)
    meant = re.findall(r"tanpa ([\w.]+) #", " ".join(one.hint for one in told))
    said_so = tag_paragraph(f"{{#p tanpa {', '.join(meant)} #}}")
    assert tell_changes(tmp_path, *changes, (BODY, replaced("<w:body>", f"<w:body>{said_so}"))) == []


def with_look(tag: str, look: str) -> Change:
    cell = f'<w:r><w:t xml:space="preserve">{tag}'
    return replaced(cell, cell.replace("<w:t ", f"<w:rPr>{look}</w:rPr><w:t "))


def in_paragraph(tag: str, properties: str) -> Change:
    cell = f'</w:pPr><w:r><w:t xml:space="preserve">{tag}'
    return replaced(cell, properties + cell)


_USULAN, _LOKASI = "{{ baris.usulan|sel }}", "{{ baris.lokasi|sel }}"


@pytest.mark.parametrize(
    ("looks", "names"),
    [
        (
            [
                with_look("{{k1}}", '<w:color w:val="FFFFFF"/>'),
                with_look(_USULAN, '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'),
                with_look(_LOKASI, '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
                in_paragraph("{{k4}}", '<w:spacing w:line="20" w:lineRule="exact"/>'),
                in_paragraph("{{k5}}", '<w:ind w:left="30000"/>'),
            ],
            ["nomor", "usulan", "lokasi", "volume", "anggaran"],
        ),
        (
            [
                with_look("{{k1}}", '<w:color w:val="1F4E79"/>'), with_look(_USULAN, '<w:color w:val="auto"/>'),
                with_look(_LOKASI, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>'),
                in_paragraph("{{k4}}", '<w:spacing w:line="240" w:lineRule="exact"/>'),
            ],
            [],
        ),
    ],
)  # fmt: skip
def test_letters_that_nobody_sees_are_not_printed(tmp_path: Path, looks: list[Change], names: list[str]) -> None:
    told = tell_changes(tmp_path, *((BODY, look) for look in looks))
    assert {one.severity for one in told} <= {Severity.ERROR}
    row = "pada baris usulan tabel pola usulan_masyarakat"
    unseen = "dengan huruf atau di tempat yang tidak terlihat"
    assert {one.message for one in told} == {f"templat mencetak “{name}” {row} {unseen}" for name in names}


def test_what_loses_nothing_is_told_nothing(tmp_path: Path) -> None:
    harmless = [
        replaced("{{k5}}", "{{k5|rupiah}}"), replaced("{{ baris.usulan|sel }}", "{{ baris.usulan|besar }}"),
        replaced("{{ baris.lokasi|sel }}", "{{ baris.lokasi|sel if baris.lokasi else '-' }}"),
        replaced(">Lokasi<", ">Tempat<"), _around(tag_paragraph("{{p blok.catatan }}"), "blok.catatan"),
    ]  # fmt: skip
    assert tell_changes(tmp_path, *((BODY, how) for how in harmless)) == []


def test_white_letters_on_dark_heads_are_seen(tmp_path: Path) -> None:
    dark = replaced(
        '<w:tblStylePr w:type="firstRow">',
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>',
    )
    shaded = tell_changes(tmp_path, (_STYLES, lambda text: re.sub(r'w:fill="\w{6}"', 'w:fill="1F4E79"', dark(text))))
    assert shaded == []


@pytest.mark.parametrize(
    ("letters", "ground", "unread"),
    [
        ("FFFFFF", "", True), ("000000", "", False), ("808080", "", False), ("F2F2F2", "FFFFFF", True),
        ("FFFFFF", "4472C4", False), ("auto", "", False), ("", "000000", False), ("1F4E79", "1F4E79", True),
    ],
)  # fmt: skip
def test_letters_are_seen_by_their_contrast(letters: str, ground: str, unread: bool) -> None:
    assert is_unread(letters, ground) == unread


def test_texts_that_are_lost_by_what_stands_in_them_are_counted(tmp_path: Path) -> None:
    """The condition is said to be meant; what it loses of this document is refused all the same."""
    meant = tag_paragraph("{#p tanpa syarat.blok.xml #}")
    (told,) = tell_changes(
        tmp_path, (BODY, _around(_TEXTS, "blok.xml|length &lt; 150")), (BODY, replaced("<w:body>", f"<w:body>{meant}"))
    )
    assert told.is_error
    assert re.search(r"menghilangkan atau menggandakan \d+ paragraf, yang pertama “", told.message)


def test_a_text_that_a_document_has_twice_is_printed_twice(tmp_path: Path) -> None:
    path = tmp_path / "templat.docx"
    path.write_bytes(package.to_bytes(usual_parts()))
    twice = small_document()._replace(content=[*small_document().content, small_document().content[1]])
    made = render.pack_document(Template(path, path.as_posix()), twice, {})
    assert made.data


def test_tables_that_were_dragged_heads_that_repeat_no_more_and_rows_that_cut_off_are_put_right(tmp_path: Path) -> None:
    floating = '<w:tblPr><w:tblpPr w:leftFromText="180" w:vertAnchor="text" w:tblpY="1"/>'

    def spoil(body: str) -> str:
        at = body.index(f"blok.pola == '{_PATTERN}'")
        tall = '<w:trHeight w:val="300" w:hRule="exact"/></w:trPr>'
        spoilt = body[at:].replace("<w:tblPr>", floating, 1).replace("<w:tblHeader/>", "", 1)
        return body[:at] + spoilt.replace("</w:trPr>", tall, 5)

    assert tell_changes(tmp_path, (BODY, spoil)) == []
    made = Template(tmp_path / "templat.docx", "templat.docx").body
    assert "tblpPr" not in made
    assert 'w:hRule="exact"' not in made
    assert 'w:hRule="atLeast"' in made
    assert made.count("<w:tblHeader/>") == usual_parts()[BODY].count(b"<w:tblHeader/>")


def test_what_guards_a_template_does_not_guard_its_documents(tmp_path: Path) -> None:
    guard = (
        '<w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:updateFields w:val="true"/>'
    )
    assert tell_changes(tmp_path, (_SETTINGS, replaced("<w:defaultTabStop", f"{guard}<w:defaultTabStop"))) == []
    made = render.pack_document(Template(tmp_path / "templat.docx", "templat.docx"), small_document(), {})
    settings = package.unpack_word(made.data)[_SETTINGS]
    assert not re.search(rb"trackRevisions|documentProtection|updateFields", settings)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("{% if a.b == 1 %}{{ daftar_isi }}{% endif %}", {"syarat.daftar_isi"}),
        ("{% if a %}{{ daftar_isi }}{% else %}{{ daftar_isi }}{% endif %}", set()),
        ("{% if daftar_gambar %}{{ daftar_gambar }}{% endif %}", set()),
        ("{% if daftar_gambar %}{{ daftar_isi }}{% endif %}", {"syarat.daftar_isi"}),
        ("{% for b in isi %}{% if b.pola == 'x' %}{{ b.xml }}{% endif %}{% endfor %}", set()),
        ("{% for b in isi %}{% for r in b.baris %}{% if loop.first %}{{ r.nama }}{% endif %}{% endfor %}{% endfor %}",
         {"syarat.baris.nama"}),
        ("{% for b in isi %}{% for r in b.baris %}{{ r['a'] if r['a'] else r.b }}{% endfor %}{% endfor %}",
         {"syarat.baris.b"}),
        ("{% for b in isi %}{% for r in b.baris %}{% set p = r.a if r.b else 0 %}{{ p }}{% endfor %}{% endfor %}",
         {"syarat.baris.a"}),
        ("{% if tahun > 2020 %}Kalimat sendiri{% endif %}", set()), ("{% if %}{{ daftar_isi }}", set()),
    ],
)  # fmt: skip
def test_what_hangs_on_a_value_is_found(source: str, names: set[str]) -> None:
    assert {name for _, _, name in find_conditions(source)} == names
