"""Short tags of templates: they say what the long ones say, fit their cells, and are told as they stand."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.problem import ProblemsFound
from renjadoc.word.packages import package
from renjadoc.word.rivers import _measure
from renjadoc.word.templates import faults, short_tags
from renjadoc.word.templates.template import Template
from renjadoc.word.templates.text_looks import read_cell_letters
from tests.conftest import ROOT
from tests.word.lint import W
from tests.word.templates import BODY, TEMPLATE, changed, replaced_in, spelt_out

_TAG = re.compile(r"{{.*?}}")
#: What `Tabel Renja` keeps free at both sides of a cell, in twentieths of a point.
_SIDES = 114


def _row(pattern: str, kind: str, cell: str) -> str:
    return (
        f"{{% if blok.pola == '{pattern}' %}}{{% for baris in blok.baris %}}{{% if baris.jenis == '{kind}' %}}{cell}"
        "{% endif %}{% endfor %}{% endif %}"
    )


def test_a_template_with_short_tags_is_the_one_with_long_tags(tmp_path: Path) -> None:
    parts = package.unpack_file(TEMPLATE)
    path = tmp_path / "panjang.docx"
    path.write_bytes(package.to_bytes({**parts, BODY: spelt_out(parts[BODY])}))
    short, long = Template(TEMPLATE, "renja.docx").body, Template(path, "panjang.docx").body
    assert short != long
    assert re.sub(r"{#\w+#}", "", short) == long


def _find_values(parts: package.Parts) -> Iterator[tuple[str, str, int]]:
    """The tags in cells with the style of their paragraph and the width of the cell."""
    for cell in etree.fromstring(parts[BODY]).iter(f"{W}tc"):
        width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) if cell.find(f"{W}tcPr/{W}tcW") is not None else 0
        for paragraph in cell.iter(f"{W}p") if width else ():
            style: Any = paragraph.find(f"{W}pPr/{W}pStyle")
            text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
            yield from ((tag, style.get(f"{W}val"), width) for tag in _TAG.findall(text))


def test_no_tag_of_a_value_breaks_in_its_cell() -> None:
    parts = package.unpack_file(TEMPLATE)
    letters = read_cell_letters(parts["word/styles.xml"])
    found = list(_find_values(parts))
    assert len(found) > 400
    assert [one for one in found if _measure(one[0]) * letters[one[1]] / 1000 > one[2] - _SIDES] == []


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        (_row("evaluasi", "kegiatan", "{{k5}}"), "{{ baris.target_n2|sel }}{#k5#}"),
        (_row("evaluasi", "kegiatan", "{{ k5|persen }}"), "{{ baris.target_n2|persen }}{#k5|persen#}"),
        # Both kinds say the same there, and what is within may ask for something else.
        (_row("evaluasi", "program' or baris.jenis == 'kegiatan", "{{k5}}"), "{{ baris.target_n2|sel }}"),
        (
            _row("evaluasi", "program", "{% if baris.ulangan %}x{% else %}y{% endif %}{{k1}}"),
            "{% endif %}{{ baris.kode|sel }}",
        ),
        ("{{n2}}, {{maju}}, {{n2|terbilang}}", "{{ tahun - 2 }}{#n2#}, {{ tahun + 1 }}{#maju#}, {{ (tahun - 2)|terb"),
        # What nothing names is left to be told.
        ("{{k5}}", "{{k5}}"),
        (_row("evaluasi", "kegiatan", "{{k13}}"), "{{k13}}"),
        (_row("evaluasi", "kegiatan", "x{% else %}{{k5}}"), "{{k5}}"),
        # What a template names itself is its own.
        ("{% for n in tahun_renstra %}{{n}}{% endfor %}{% set k5 = tahun %}{{k5}}", "{{n}}{% endfor %}{% set k5"),
    ],
)
def test_what_a_short_tag_stands_for(source: str, meant: str) -> None:
    assert meant in short_tags.spell_out(source)


def test_the_loop_may_call_its_row_otherwise() -> None:
    source = _row("rekap", "jumlah", "{{k3}}").replace("baris in", "b in").replace("baris.jenis", "b.jenis")
    assert "{{ b.jumlah|sel }}{#k3#}" in short_tags.spell_out(source)


def test_a_message_shows_the_tag_as_it_stands(tmp_path: Path) -> None:
    path = changed(tmp_path, BODY, replaced_in("evaluasi", "{{k5}}", "{{k5|sell}}"))
    body = Template(path, "templat.docx").body
    line = next(n for n, text in enumerate(body.split("\n"), 1) if "{#k5|sell#}" in text)
    assert faults._paragraph_text(body, line) == "{{k5|sell}}"


@pytest.mark.parametrize("typed", ["k99", "K5"])
def test_a_column_that_there_is_not_is_told(isi: Path, tmp_path: Path, typed: str) -> None:
    path = changed(tmp_path, BODY, replaced_in("evaluasi", "{{k5}}", f"{{{{{typed}}}}}"))
    with pytest.raises(ProblemsFound) as found:
        make_document(DocumentOrder(isi, Path("hasil.docx"), path, page_numbers=False))
    (problem,) = found.value.problems
    assert f"“{typed}” tidak dikenal, pada paragraf “{{{{{typed}}}}}”" in problem.message
    assert "k1, k2, … (huruf kecil)" in problem.hint


def test_a_column_that_is_lost_or_doubled_is_told_by_its_short_tag(isi: Path, tmp_path: Path) -> None:
    path = changed(tmp_path, BODY, replaced_in("evaluasi", "{{k5}}", "{{k6}}"))
    with pytest.raises(ProblemsFound) as found:
        make_document(DocumentOrder(isi, Path("hasil.docx"), path, page_numbers=False))
    lost, doubled = sorted(found.value.problems, key=lambda one: "2 kali" in one.message)
    assert lost.hint.startswith("Tambahkan {{k5}} (atau {{ baris.target_n2|sel }})")
    assert doubled.hint.startswith("Hapus {{k6}} (atau {{ baris.realisasi_sd_n2|sel }})")


def test_docs_list_them_all() -> None:
    page = (ROOT / "docs" / "templat.md").read_text("utf-8")
    known = short_tags.read_short_tags()
    for pattern, kinds in known.patterns.items():
        for kind, columns in kinds.items():
            said = " ".join(f"{short} {stated.partition('|')[0]}" for short, stated in columns.items())
            assert re.search(rf"^\| `{pattern}` \|[^|]*`{kind}`[^|]*\| {said} \|$", page, re.M), (pattern, kind)
    assert all(f"`{{{{{short}}}}}`" in page for short in known.everywhere)


@pytest.mark.lambat
def test_the_script_lays_them_down() -> None:
    said = "import template.tables as t, template.tables.short as s; print(s.short_tags_json(t.TABLES), end='')"
    told = subprocess.run([sys.executable, "-c", said], cwd=ROOT / "tools", check=True, capture_output=True)
    assert told.stdout.decode().replace("\r\n", "\n") == (ROOT / "renjadoc/data/tanda-pendek.json").read_text("utf-8")
