"""Every tag, paragraph, row and word of the template taken away one by one: each loss is told, as is each doubling."""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from renjadoc.compose import compose_document
from renjadoc.problem import Problem, ProblemsFound
from renjadoc.reading import Reading
from renjadoc.span import Span
from renjadoc.word import blocks
from renjadoc.word.packages import package
from renjadoc.word.templates.template import Template
from renjadoc.word.trial import completeness
from renjadoc.word.writing import render
from renjadoc.word.writing.render import Document
from tests.conftest import ROOT, read
from tests.word.lint import W
from tests.word.templates import BODY, TEMPLATE, spelt_out, tag_paragraph

_TAG = re.compile(r"{{.*?}}|{%.*?%}")
_END = re.escape(tag_paragraph("{{p blok.catatan }}") + tag_paragraph("{%p endif %}"))
_SHORT = package.unpack_file(TEMPLATE)
#: With long tags, as templates of earlier versions have them; that the short ones say the same is tried apart.
_WHOLE = {**_SHORT, BODY: spelt_out(_SHORT[BODY])}
_PATTERNS = re.findall(r"{%p if blok\.pola == '(\w+)' %}", _WHOLE[BODY].decode())
_VALUE = re.compile(r"{{ baris\.\w+\|\w+ }}")
_USED = re.compile(r"baris\.jenis == '(\w+)'|baris\.(\w+)(?:\|(\w+))?")
#: What is tried one by one wherever the suite runs; the others are many.
_QUICK = "usulan_masyarakat"
_MANY = pytest.mark.parametrize(
    "pattern", [one if one == _QUICK else pytest.param(one, marks=pytest.mark.lambat) for one in _PATTERNS]
)
#: One fewer than the template was drawn with: else a cell whose {% colspan %} is lost is as wide as it should be.
_YEARS = [2016, 2017, 2018, 2019, 2020, 2021]
_WITH_SUB = ("rencana_program", "review_rkpd")


@pytest.fixture(autouse=True)
def _usual_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completeness, "_find_usual", lambda template: _read_usual())


@functools.cache
def _read_usual() -> Template:
    return Template(TEMPLATE, TEMPLATE.as_posix())


def _cut(name: str, body: str) -> re.Match[str]:
    start = re.escape(f"{{%p if blok.pola == '{name}' %}}")
    found = re.search(rf"<w:p>(?:(?!<w:p>).)*?{start}.*?{_END}", body, re.DOTALL)
    assert found
    return found


def _parts_with(pattern: str) -> package.Parts:
    """The template with one pattern alone, so that it is soon read."""
    body = _WHOLE[BODY].decode()
    for name in _PATTERNS:
        if name != pattern:
            body = body.replace(_cut(name, body)[0], "")
    return {**_WHOLE, BODY: body.encode()}


def _find_used(pattern: str) -> Iterator[tuple[str, str, str]]:
    """The kinds of rows of the pattern with the names that their tags use, and the filter that prints each."""
    kind = ""
    for found in _USED.finditer(re.sub("<[^>]+>", "", _cut(pattern, _WHOLE[BODY].decode())[0])):
        kind = found[1] or kind
        if found[2] and found[2] != "jenis":
            yield kind, found[2], found[3] or ""


def _make_rows(pattern: str) -> list[dict[str, Any]]:
    """A row of each kind that the pattern prints, with a value for every name."""
    rows: dict[str, dict[str, Any]] = {}
    for kind, name, filter_name in _find_used(pattern):
        is_figure = filter_name.startswith(("angka", "persen"))
        value = ["a"] * len(_YEARS) if (pattern, name) == ("target_renstra", "target") else 5 if is_figure else "teks"
        rows.setdefault(kind, {"jenis": kind})[name] = value
    return list(rows.values())


def _make_document(pattern: str) -> Document:
    """A document with that table, and with all that may stand around it."""
    composed = compose_document(Reading(read(ROOT / "content" / "2021")))
    heading = next(one for one in composed.content if isinstance(one, blocks.Heading))
    text = next(one for one in composed.content if isinstance(one, blocks.Paragraph))
    captions = [blocks.Caption(kind, 1, 1, kind, [[Span("Judul")]]) for kind in ("Tabel", "Gambar")]
    assert composed.logo
    content = [
        heading, text, blocks.PatternTable(pattern, captions[0], _make_rows(pattern), [text]),
        blocks.GridTable(None, [1.0], [], [([blocks.GridCell([[]])], False)], True),
        composed.logo._replace(style="Gambar", caption=captions[1]), heading._replace(style="Judul Lampiran"), text,
    ]  # fmt: skip
    front = {tag: [text] for tag in ("kata_pengantar", "ringkasan", "lembar_pengesahan")}
    names = {**composed.names, "tahun_renstra": _YEARS}
    return composed._replace(content=content, names=names, signature=composed.logo, front=front)


def _tell(tmp_path: Path, body: bytes, parts: package.Parts, document: Document) -> list[Problem]:
    path = tmp_path / "templat.docx"
    path.write_bytes(package.to_bytes({**parts, BODY: body}))
    try:
        template = Template(path, path.as_posix())
        if told := render.find_problems(template, document):
            return told
        render.pack_document(template, document, {})
    except ProblemsFound as found:
        return list(found.problems)
    return []


def _read_text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def _spoil(root: Any, is_wanted: Callable[[bool], bool], pattern: str) -> Iterator[tuple[str, bytes]]:
    """Every way to lose or to double something in the pattern, or around it."""
    inside, depth = False, 0
    for index, block in enumerate(root.find(f"{W}body")):
        text = _read_text(block)
        if "contoh_gaya" in text:
            return
        inside = inside or f"blok.pola == '{pattern}'" in text
        if is_wanted(inside):
            for place, element in enumerate(block.iter(f"{W}p", f"{W}tr", f"{W}tbl")):
                if _is_tried_with_others(element):
                    continue
                yield from _spoil_one(root, index, place, element)
        depth += ("{%p if" in text) - ("{%p endif" in text)
        inside = inside and bool(depth)


def _is_tried_with_others(element: Any) -> bool:
    """Whether a paragraph only prints a value or says a head, or is all of its row: these are tried by row."""
    text = _read_text(element)
    row = next(element.iterancestors(f"{W}tr"), None)
    if element.tag != f"{W}p" or row is None:
        return False
    is_value, is_all = _VALUE.fullmatch(text) is not None, text.startswith("{%tr ") and text == _read_text(row)
    return is_value or is_all or (_is_plain_head(row) and "{" not in text)


def _is_plain_head(row: Any) -> bool:
    """Whether a row is one of a head that has the same columns whatever stands in a document."""
    return row.find(f"{W}trPr/{W}tblHeader") is not None and "{%" not in _read_text(row)


def _spoil_one(root: Any, index: int, place: int, element: Any) -> Iterator[tuple[str, bytes]]:
    text = _read_text(element)

    def changed(how: Callable[[Any], None]) -> bytes:
        twin = copy.deepcopy(root)
        how(list(twin.find(f"{W}body")[index].iter(f"{W}p", f"{W}tr", f"{W}tbl"))[place])
        return etree.tostring(twin)

    if element.tag != f"{W}p":
        yield f"tanpa {text}", changed(lambda one: one.getparent().remove(one))
        yield f"dua kali {text}", changed(lambda one: one.addnext(copy.deepcopy(one)))
        return
    for tag in dict.fromkeys(_TAG.findall(text)):
        yield f"tanpa {tag}", changed(lambda one, tag=tag: _replace(one, tag, ""))
        if tag.startswith("{{"):
            yield f"dua kali {tag}", changed(lambda one, tag=tag: _replace(one, tag, f"{tag} {tag}"))
    is_new = text.strip() and _TAG.fullmatch(text) is None and not _is_plain_head(element.getparent().getparent())
    if is_new and element.getparent().tag == f"{W}tc":
        yield f"tanpa tulisan {text}", changed(lambda one: [run.getparent().remove(run) for run in one.iter(f"{W}r")])


def _replace(paragraph: Any, tag: str, new: str) -> None:
    for node in paragraph.iter(f"{W}t"):
        node.text = (node.text or "").replace(tag, new)


def _find_silent(tmp_path: Path, pattern: str, is_wanted: Callable[[bool], bool]) -> list[str]:
    """What was spoilt and is not told."""
    parts, document = _parts_with(pattern), _make_document(pattern)
    assert _tell(tmp_path, parts[BODY], parts, document) == []
    spoilt = list(_spoil(etree.fromstring(parts[BODY]), is_wanted, pattern))
    assert len(spoilt) > 15
    return [said for said, body in spoilt if not _tell(tmp_path, body, parts, document)]


@_MANY
def test_nothing_of_a_pattern_is_lost_or_doubled_in_silence(tmp_path: Path, pattern: str) -> None:
    assert _find_silent(tmp_path, pattern, lambda inside: inside) == []


def test_nothing_around_the_patterns_is_lost_or_doubled_in_silence(tmp_path: Path) -> None:
    assert _find_silent(tmp_path, _QUICK, lambda inside: not inside) == []


def _is_said_above(pattern: str, kind: str, name: str) -> bool:
    """Whether the value only says again, for whoever turns the page, what a row above it prints, which is tried too.

    That is the name of a group in its rows but the first, and the kegiatan beside its sub kegiatan but the first.
    In the other forms the rows of sub kegiatan have a number and a name of their own, and these must not be lost.
    """
    return name == "ulangan" or (
        pattern in _WITH_SUB and kind in ("sub", "sub_rinci") and name in ("nomor", "uraian")
    )  # fmt: skip


@pytest.mark.parametrize("pattern", _PATTERNS)
def test_each_value_of_each_row_that_is_lost_or_doubled_is_named(tmp_path: Path, pattern: str) -> None:
    parts, document = _parts_with(pattern), _make_document(pattern)
    body, printed = parts[BODY].decode(), [one for one in _find_used(pattern) if one[2]]
    assert len(printed) >= 5

    def tell(new: str) -> set[str]:
        return {one.message for one in _tell(tmp_path, _VALUE.sub(new, body).encode(), parts, document)}

    named = {(kind, name): f"“{name}” pada baris {kind} tabel pola {pattern}" for kind, name, _ in printed}
    lost, doubled = tell(""), tell(r"\g<0> \g<0>")
    silent = {one for one, said in named.items() if f"templat tidak mencetak {said}" not in lost}
    assert silent == {one for one in named if _is_said_above(pattern, *one)}
    assert {one for one, said in named.items() if f"templat mencetak {said} 2 kali" not in doubled} == set()


@_MANY
def test_each_word_of_a_head_that_is_lost_is_told_by_its_columns(tmp_path: Path, pattern: str) -> None:
    parts, document = _parts_with(pattern), _make_document(pattern)
    root = etree.fromstring(parts[BODY])
    rows = [row for row in _find_table(root, pattern).iter(f"{W}tr") if _is_plain_head(row)]
    assert rows or pattern == "target_renstra"
    for row in rows:
        runs = [(run.getparent(), run) for cell in row.iter(f"{W}tc") for run in cell.iter(f"{W}r")]
        columns = _find_columns(row)
        for paragraph, run in runs:
            paragraph.remove(run)
        told = [one.message for one in _tell(tmp_path, etree.tostring(root), parts, document)]
        heads = [one for one in told if "kepala" in one and one.startswith(("kolom", "sebagian kepala kolom"))]
        is_told = {int(number) for one in heads for number in re.findall(r"\d+", one.partition(" dalam ")[0])}
        assert is_told == columns or any("tidak ada baris nomor kolom" in one for one in told), told
        for paragraph, run in runs:
            paragraph.append(run)


def _find_table(root: Any, pattern: str) -> Any:
    """The first table behind the tag that begins the pattern."""
    begin = next(one for one in root.iter(f"{W}p") if f"blok.pola == '{pattern}'" in _read_text(one))
    return next(one for one in begin.itersiblings() if one.tag == f"{W}tbl")


def _find_columns(row: Any) -> set[int]:
    """The columns, counted from 1, that the cells of a row with words stand over."""
    found, column = set(), 1
    for cell in row.iter(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = 1 if span is None else int(span.get(f"{W}val"))
        found |= set(range(column, column + width)) if _read_text(cell) else set()
        column += width
    return found


def test_lost_words_below_others_in_a_head_are_told_and_cells_that_are_merged_no_more_are_not(tmp_path: Path) -> None:
    parts, document = _parts_with("evaluasi"), _make_document("evaluasi")
    body = parts[BODY].decode()
    assert body.count(_CONTINUED) > 5
    assert _tell(tmp_path, body.replace(_CONTINUED, "").encode(), parts, document) == []
    (told,) = _tell(tmp_path, body.replace(">Realisasi Renja<", "><").encode(), parts, document)
    assert told.message == "sebagian kepala kolom 8 hilang dalam tabel pola evaluasi"


def test_captions_on_pages_that_lie_otherwise_than_their_tables_are_refused(tmp_path: Path) -> None:
    parts, document = _parts_with("evaluasi"), _make_document("evaluasi")
    caption = tag_paragraph("{{p blok.judul_tabel }}")
    body = parts[BODY].decode().replace(caption, "")
    start = body.index(tag_paragraph("{%p if blok.awal_lanskap %}"))
    (told,) = _tell(tmp_path, (body[:start] + caption + body[start:]).encode(), parts, document)
    assert told.message == "{{p blok.judul_tabel }} (tabel pola evaluasi) tercetak di halaman tegak, bukan lanskap"


def test_each_number_of_a_column_that_is_lost_is_told(tmp_path: Path) -> None:
    parts, document = _parts_with("evaluasi"), _make_document("evaluasi")
    body = parts[BODY].decode().replace(">7</w:t>", "></w:t>").replace(">9 = 8/7</w:t>", "></w:t>")
    (told,) = _tell(tmp_path, body.encode(), parts, document)
    assert told.message == "kolom 7, 9 tidak bernomor dalam tabel pola evaluasi"


_CONTINUED = '<w:vMerge w:val="continue"/>'
_VANISH = "<w:rPr><w:vanish/></w:rPr>"
_CELL = '<w:r><w:t xml:space="preserve">{{ baris.usulan|sel }}'
_TITLE = '<w:r>{}<w:t xml:space="preserve">{{{{ judul }}}}'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (_CELL, _CELL.replace("<w:t ", f"{_VANISH}<w:t "), "“usulan”"),
        (_CELL, _CELL.replace("<w:t ", '<w:rPr><w:sz w:val="2"/></w:rPr><w:t '), "“usulan”"),
        (_TITLE.format(""), _TITLE.format(_VANISH), "judul"),
        (f'<w:pStyle w:val="TabelIsi"/></w:pPr>{_CELL}', f'<w:pStyle w:val="Samar"/></w:pPr>{_CELL}', "“usulan”"),
    ],
)  # fmt: skip
def test_what_is_hidden_is_not_printed(tmp_path: Path, old: str, new: str, said: str) -> None:
    parts, document = _parts_with(_QUICK), _make_document(_QUICK)
    hidden = '<w:style w:type="paragraph" w:styleId="Samar"><w:name w:val="Samar"/><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = parts["word/styles.xml"].replace(b"</w:styles>", f"{hidden}</w:styles>".encode())
    body = parts[BODY].decode()
    assert old in body
    told = _tell(tmp_path, body.replace(old, new, 1).encode(), {**parts, "word/styles.xml": styles}, document)
    assert told
    assert said in told[0].message


def test_a_row_of_no_height_is_not_printed(tmp_path: Path) -> None:
    parts, document = _parts_with(_QUICK), _make_document(_QUICK)
    body = parts[BODY].decode()
    at = body.rindex("<w:trPr>", 0, body.index("baris.usulan")) + len("<w:trPr>")

    def tell(height: int, rule: str) -> list[Problem]:
        row = f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'
        return _tell(tmp_path, (body[:at] + row + body[at:]).encode(), parts, document)

    assert "“usulan”" in " ".join(one.message for one in tell(20, "exact"))
    assert tell(20, "atLeast") == tell(400, "exact") == []


def test_cells_that_are_merged_away_print_nothing_and_tables_may_lie_in_cells(tmp_path: Path) -> None:
    parts, document = _parts_with(_QUICK), _make_document(_QUICK)
    body = parts[BODY].decode()
    cell = re.search(r"<w:tcPr><w:tcW [^>]*/></w:tcPr>(?=(?:(?!<w:tc>).)*?baris\.usulan)", body)
    assert cell
    merged = body[: cell.start()] + cell[0].replace("</w:tcPr>", "<w:vMerge/></w:tcPr>") + body[cell.end() :]
    assert "“usulan”" in _tell(tmp_path, merged.encode(), parts, document)[0].message
    table = re.search(r"<w:tbl>.*?</w:tbl>", body[body.index(f"'{_QUICK}'") :], re.DOTALL)
    assert table
    outer = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>'
    assert _tell(tmp_path, body.replace(table[0], outer.format(table[0])).encode(), parts, document) == []
