"""What a tag of a template may say, and how much: every way out of the sandbox, without end, without bound."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from renjadoc.compose import compose_document
from renjadoc.problem import ProblemsFound, Severity
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.word.templates import budget
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from renjadoc.word.writing.render import Document
from tests import lines
from tests.conftest import ROOT, read
from tests.word.templates import BODY, changed, replaced


@pytest.fixture(scope="module")
def document() -> Document:
    return compose_document(Reading(read(ROOT / "content" / "2021")))


def fill(tmp_path: Path, document: Document, tag: str) -> str:
    """What is said of a template with this tag beside the year of the cover; empty if it is filled.

    That a name of the cover is printed twice is only a warning, which stops nothing.
    """
    path = changed(tmp_path, BODY, replaced("{{ tahun }}", "{{ tahun }} " + html.escape(tag, quote=False)))
    try:
        template = Template(path, "templat.docx")
        problems = [one for one in render.find_problems(template, document) if one.severity is Severity.ERROR]
        if not problems:
            package.unpack_word(render.pack_document(template, document, {}).data)
    except ProblemsFound as error:
        problems = error.problems
    return "\n".join(lines.list_problems(problems)) if problems else ""


GROWING = "{% set a = 'aaaaaaaaaa' %}" + "{% set a = %s %}" * 40 + "{{ a }}"


def loops(names: str, inner: str = "") -> str:
    return "".join(f"{{% for {name} in isi %}}" for name in names) + inner + "{% endfor %}" * len(names)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{% macro m(range) %}{{ range(3) }}{% endmacro %}", "“macro” tidak dapat dipakai"),
        ("{% if false %}{% set lipsum = 1 %}{% endif %}{{ lipsum() }}", "panggilan dengan tanda kurung"),
        ("{% if false %}{% set lipsum = 1 %}{% endif %}{{ lipsum }}", "RJ042"),
        ("{{ isi.append(1) }}", "panggilan dengan tanda kurung"),
        ("{{ 'a'.ljust(99999999) }}", "panggilan dengan tanda kurung"),
        ("{{ '{:999999999}'.format(1) }}", "panggilan dengan tanda kurung"),
        ("{{ '%999999999d' % 1 }}", "tidak diperbolehkan"),
        ("{% set x = namespace() %}", "panggilan dengan tanda kurung"),
        ("{% include 'word/document.xml' %}", "“include” tidak dapat dipakai"),
        ("{% import 'word/footer2.xml' as x %}", "“import” tidak dapat dipakai"),
        ("{% extends 'word/footer2.xml' %}", "“extends” tidak dapat dipakai"),
        ("{% block a %}x{% endblock %}", "“block” tidak dapat dipakai"),
        ("{% set x %}a{% endset %}", "“set” dengan “endset” tidak dapat dipakai"),
        ("{% filter upper %}a{% endfilter %}", "“filterblock” tidak dapat dipakai"),
        ("{% autoescape false %}{{ '<w:p/>' }}{% endautoescape %}", "tidak dapat dipakai"),
        ("{% for a in isi recursive %}x{% endfor %}", "“recursive” tidak dapat dipakai"),
        ("{{ {'a': 1} }}", "kurung kurawal"),
        ("{{ [isi, isi] }}", "deret dalam tanda hanya dapat berisi"),
        ("{{ isi }}", "ini deret atau objek"),
        ("{{ isi|join }}", "ini deret atau objek"),
        ("{{ '' ~ isi }}", "ini deret atau objek"),
        ("{{ isi|upper }}", "ini deret atau objek"),
        ("{{ isi + isi }}", "ini deret atau objek"),
        (loops("abcdefgh"), "perulangan atau hitungan dalam templat terlalu banyak"),
        (GROWING.replace("%s", "a + a"), "teks yang dibuat lebih dari 1.000.000 huruf"),
        (GROWING.replace("%s", "a ~ a"), "teks yang dibuat lebih dari 1.000.000 huruf"),
        (GROWING.replace("%s", "a|replace('a', 'aaaaaaaaaa')"), "teks yang dibuat lebih dari 1.000.000 huruf"),
        (f"{{{{ '{'x' * 1000}'|replace('', '{'y' * 900}')|replace('y', 'zzzzzzzzz') }}}}", "teks yang dibuat lebih"),
        ("{{ " + "(" * 900 + "1" + ")" * 900 + " }}", "tanda bersarang terlalu dalam"),
        ("{{ " + "(" * 100 + "1" + ")" * 100 + " + 1" * 60 + " }}", "tanda bersarang terlalu dalam"),
        ("{{ 1" + "+1" * 900 + " }}", "tanda bersarang terlalu dalam"),
        ("{{ 1" + "+1" * 90_000 + " }}", "tanda lebih panjang dari 2000 huruf"),
        ("{{ " + "not " * 480 + "1 }}", "tanda bersarang terlalu dalam"),
        ("{{ " + "-" * 1900 + "1 }}", "tanda bersarang terlalu dalam"),
        ("{{ tahun" + "|default(1)" * 150 + " }}", "tanda bersarang terlalu dalam"),
        ("{% if 1 %}" * 300 + "x" + "{% endif %}" * 300, "tanda bersarang terlalu dalam"),
        ("{% if 1 %}" * 3000 + "x" + "{% endif %}" * 3000, "tanda bersarang terlalu dalam"),
        (loops("a" * 30, "x"), "tanda bersarang terlalu dalam"),
        ("{{ " + "9" * 1800 + " }}", "angka lebih dari 15 digit"),
        ("{{ 9_" + "9_" * 800 + "9 }}", "angka lebih dari 15 digit"),
        ("{{ 1e999999 }}", "angka lebih dari 15 digit"),
        ("{{ '\\ud800' }}", "U+D800"),
        ("{{ '\\x00' }}", "U+0000"),
        ("{{ '\\x0b' }}", "U+000B"),
        ("{{ '\\ufffe' }}", "U+FFFE"),
        ("{{ tahun / 0 }}", "RJ041"),
    ],
)  # fmt: skip
def test_a_tag_that_says_too_much_is_refused_at_once(tmp_path: Path, document: Document, tag: str, said: str) -> None:
    answer = fill(tmp_path, document, tag)
    assert said in answer
    assert "templat.docx: galat RJ04" in answer
    assert "paragraf “" in answer


@pytest.mark.parametrize(
    "tag",
    [
        "{{ tahun - 1 }}", "{{ (tahun + 1)|bilangan }}", "{{ judul|upper }}", "{{ isi|length }}",
        "{% if tahun in [2021, 2022] %}a{% elif judul %}b{% else %}c{% endif %}",
        "{% set a = tahun %}{{ a ~ '/' ~ a }}",
        "{% for blok in isi %}{{ loop.index }}{% endfor %}", "{{ isi|join(', ', attribute='pola') }}",
        "{{ 'ya' if tahun is defined and tahun > 2000 else 'tidak' }}", "{{ judul|replace('a', 'b') }}",
        "{{ judul[:4] }}", "{{ ['a', 'b']|join(' dan ') }}",
    ],
)  # fmt: skip
def test_what_an_office_writes_is_filled(tmp_path: Path, document: Document, tag: str) -> None:
    assert fill(tmp_path, document, tag) == ""


def test_a_constant_goes_through_its_filter(tmp_path: Path, document: Document) -> None:
    path = changed(tmp_path, BODY, replaced("{{ tahun }}", "{{ tahun }} {{ 'renja'|upper }}"))
    template = Template(path, "templat.docx")
    assert not render.find_problems(template, document)
    made = package.unpack_word(render.pack_document(template, document, {}).data)
    assert "2021 RENJA" in made[package.DOCUMENT].decode()


@pytest.mark.parametrize("name", ["angka", "persen", "rupiah", "terbilang"])
@pytest.mark.parametrize("value", ["'inf'", "1e14"])
def test_a_filter_prints_a_value_or_says_that_it_cannot(
    tmp_path: Path, document: Document, name: str, value: str
) -> None:
    answer = fill(tmp_path, document, f"{{{{ {value} | {name} }}}}")
    assert answer == "" or "templat.docx: galat RJ04" in answer


def test_a_part_that_grows_too_long_is_refused(
    tmp_path: Path, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MAX_PART", 1_000_000)
    assert "hasilnya lebih dari 1 juta huruf" in fill(tmp_path, document, loops("abc", "{{ judul }}" * 100))


def test_what_is_written_is_read_before_it_is_put_in_place() -> None:
    for chunk in (b"<a>\x00</a>", b"<a>\xef\xbf\xbe</a>", b"<a>", b"<w:a/>", b"<a>\xed\xa0\x80</a>", b"<a>&b;</a>"):
        with package.Packer() as packer, pytest.raises(ProblemsFound) as refused:
            packer.add_part("word/document.xml", [b"<?xml version='1.0' encoding='UTF-8'?>", chunk])
        assert "tidak akan dapat dibuka Word" in refused.value.problems[0].message
