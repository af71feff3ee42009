"""Redlines: accepting all gives exactly the newer text, rejecting all exactly the older, in valid Word."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from renjadoc import resources
from renjadoc.span import Span
from renjadoc.word import blocks
from renjadoc.word.blocks import Anchor, Caption
from renjadoc.word.differences import Part
from renjadoc.word.packages import package
from renjadoc.word.review import review_document
from renjadoc.word.review.redline import Author
from renjadoc.word.templates.template import Template
from renjadoc.word.writing.render import Document
from tests.word import lint, verdict

US, LEGAL = Author("renjadoc", "2026-02-03T04:05:06Z"), Author("Bagian Hukum & HAM", "2026-01-02T03:04:05Z")
OFFICE = {
    "daerah": {"lengkap": "Kabupaten Contoh"},
    "perangkat_daerah": {"nama": "Dinas Contoh", "singkatan": "Dinas", "lengkap": "Dinas Contoh"},
    "tahun": 2026,
    "kaki": "Renja 2026",
}
DOCUMENT = Document([], OFFICE, None, None, "Renja", "Dinas Contoh")


@cache
def template() -> Template:
    return Template(resources.templates_folder() / "renja.docx", "renja.docx")


def made(newer: list[Part], older: list[Part] | None = None, remarks: Any = None) -> package.Parts:
    made = review_document.make_review_document(template(), DOCUMENT, [], newer, older, US, LEGAL, remarks or {})
    return package.unpack_word(made.data)


def p(text: str, style: str = "Isi") -> blocks.Paragraph:
    return blocks.Paragraph(line(text), style, Anchor("bab-1.json", f"/isi/{text}", text, "paragraf"))


def li(text: str, level: int = 0, list_id: int = 1, style: str = "Daftar Angka") -> blocks.ListItem:
    return blocks.ListItem(line(text), style, level, list_id, Anchor("bab-1.json", f"/butir/{text}{level}", text, "1."))


def h(text: str, level: int = 2) -> blocks.Heading:
    return blocks.Heading(level, "1", line(text), Anchor("bab-1.json", f"/judul/{text}", text, "judul"))


def line(text: str) -> list[Span]:
    """`*` around words makes them italic, `+` bold, `?` open."""
    spans = []
    for word in text.split(" "):
        look = word[:1]
        bare = word.strip("*+?") if look in {"*", "+", "?"} else word
        spans += [Span(bare, bold=look == "+", italic=look == "*", open=look == "?"), Span(" ")]
    return spans[:-1]


CASES: dict[str, tuple[list[Part], list[Part]]] = {
    "kata diganti": ([p("satu dua tiga empat")], [p("satu dua lima empat")]),
    "kata pertama dan terakhir": ([p("satu dua tiga")], [p("awal dua akhir")]),
    "angka": ([p("pagu Rp1.000.000 naik 102,5%")], [p("pagu Rp1.500.000 naik 104,17%")]),
    "kalimat ditambah": ([p("satu dua.")], [p("satu dua. Tiga empat & lima <enam>.")]),
    "menjadi miring": ([p("satu istilah dua")], [p("satu *istilah dua")]),
    "tebal menjadi biasa": ([p("satu +istilah dua")], [p("satu istilah dua")]),
    "terbuka diputuskan": ([p("target ?[pastikan] orang")], [p("target 24 orang")]),
    "paragraf baru di tengah": ([p("satu satu"), p("tiga tiga")], [p("satu satu"), p("dua dua"), p("tiga tiga")]),
    "paragraf baru di awal": ([p("dua dua")], [p("satu satu"), p("dua dua")]),
    "paragraf baru di akhir": ([p("satu satu")], [p("satu satu"), p("dua dua")]),
    "paragraf dihapus": ([p("satu satu"), p("dua dua"), p("tiga tiga")], [p("satu satu"), p("tiga tiga")]),
    "paragraf terakhir dihapus": ([p("satu satu"), p("dua dua")], [p("satu satu")]),
    "semua dihapus kecuali judul": ([h("Umum"), p("satu"), p("dua")], [h("Umum")]),
    "butir baru": ([li("satu;"), li("tiga.")], [li("satu;"), li("dua;"), li("tiga.")]),
    "butir bertingkat": (
        [li("satu;"), li("anak satu", 1, 2), li("dua.")],
        [li("satu;"), li("anak satu", 1, 2), li("anak dua", 1, 2), li("dua.")],
    ),
    "daftar menjadi paragraf": ([li("satu dua tiga;"), li("empat.")], [p("satu dua tiga;"), p("empat.")]),
    "daftar lain": ([li("satu dua tiga")], [li("satu dua tiga", style="Daftar Huruf")]),
    "judul subbab": ([h("Maksud dan Tujuan")], [h("Maksud, Tujuan, dan Manfaat")]),
    "judul bab": ([h("Tujuan dan Sasaran", 1), p("isi")], [h("Tujuan, Sasaran, dan Program", 1), p("isi")]),
    "bab baru": ([h("Satu", 1), p("isi")], [h("Satu", 1), p("isi"), h("Dua", 1)._replace(number="2")]),
    "judul tabel": (
        [Caption("Tabel", 1, 1, "t", [line("Evaluasi Renja"), line("Tahun 2025")], [h("a").anchor, h("b").anchor])],
        [Caption("Tabel", 1, 1, "t", [line("Evaluasi Renja"), line("Tahun 2026")], [h("a").anchor, h("b").anchor])],
    ),
    "tabel bergeser": (
        [Caption("Tabel", 1, 1, "t", [line("Evaluasi")], [h("a").anchor])],
        [Caption("Tabel", 1, 2, "t", [line("Evaluasi"), line("Tahun 2026")], [h("a").anchor, h("b").anchor])],
    ),
    "semua lain": ([p("satu dua"), li("tiga"), h("empat")], [h("lima"), p("enam tujuh"), li("delapan", 1)]),
    "dari kosong": ([], [h("Umum"), p("satu")]),
}  # fmt: skip


def shown(parts: list[Part]) -> list[verdict.Seen]:
    return verdict.read(made(parts), accept=True)


@pytest.mark.parametrize("name", CASES)
def test_accepting_is_the_newer_and_rejecting_the_older(name: str, tmp_path: Any) -> None:
    older, newer = CASES[name]
    document = made(newer, older)
    assert verdict.read(document, accept=True) == shown(newer)
    assert verdict.read(document, accept=False) == shown(older)
    assert lint.faults(document) == []
    path = tmp_path / "naskah.docx"
    path.write_bytes(package.to_bytes(document))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_only_what_changed_is_marked() -> None:
    document = made([p("satu dua lima empat")], [p("satu dua tiga empat")])["word/document.xml"].decode()
    assert document.count("<w:ins ") == document.count("<w:del ") == 1
    assert ">lima</w:t>" in document
    assert ">tiga</w:delText>" in document
    assert 'w:author="Bagian Hukum &amp; HAM" w:date="2026-01-02T03:04:05Z"' in document


def test_the_same_text_has_no_marks() -> None:
    for older, _ in CASES.values():
        document = made(older, older)["word/document.xml"]
        assert b"<w:ins " not in document
        assert b"<w:del " not in document


def test_comments_stand_beside_their_passage() -> None:
    one, two = p("satu dua"), p("tiga empat")
    document = made(
        [one, two], None, {("bab-1.json", two.anchor.pointer if two.anchor else ""): ["Periksa <ini>.", "Juga ini."]}
    )
    body = document["word/document.xml"].decode()
    start = body.index('<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>')
    assert body.index("satu") < start < body.index("tiga") < body.index('<w:commentRangeEnd w:id="0"/>')
    comments = document["word/comments.xml"].decode()
    assert 'w:author="renjadoc" w:date="2026-02-03T04:05:06Z"' in comments
    assert "Periksa &lt;ini&gt;." in comments
    assert comments.count("<w:comment ") == 2


def test_a_comment_stands_behind_a_deletion_too_and_none_at_what_is_gone() -> None:
    gone, stays = p("pertama"), p("kedua")
    remarks = {("bab-1.json", f"/isi/{text}"): [f"Catatan {text}."] for text in ("pertama", "kedua")}
    document = made([stays], [gone, stays], remarks)
    body = document["word/document.xml"].decode()
    assert "<w:delText" in body
    assert body.index("</w:delText>") < body.index('<w:commentRangeStart w:id="0"/>') < body.index(">kedua<")
    assert document["word/comments.xml"].decode().count("<w:comment ") == 1
    assert "Catatan kedua." in document["word/comments.xml"].decode()


def test_tracking_is_on_and_lines_are_numbered() -> None:
    document = made([p("satu")])
    assert b"trackRevisions" in document["word/settings.xml"]
    assert b'<w:lnNumType w:countBy="1" w:restart="continuous"/>' in document["word/document.xml"]


def test_items_that_are_gone_count_in_their_old_list() -> None:
    document = made([li("satu", list_id=5), li("tiga", list_id=5)], [li("satu"), li("dua"), li("tiga")])
    root = lint.root(document)
    assert len({number.get(f"{lint.W}val") for number in root.iter(f"{lint.W}numId")}) == 1


WORDS = st.sampled_from(["satu", "dua", "*tiga", "+empat", "?[lima]", "Rp1.000", "Tabel 2.1", "&", "x", "enam,"])
TEXT = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
PART: st.SearchStrategy[Part] = st.one_of(
    TEXT.map(p),
    TEXT.map(lambda text: p(text, "Kutipan")),
    st.builds(li, TEXT, st.integers(0, 3), st.integers(1, 3)),
    st.builds(h, TEXT, st.integers(1, 3)),
)


def _with_own_anchors(parts: list[Part]) -> list[Part]:
    """Anchors are unique in a folder; equal texts would have the same one here."""
    return [part._replace(anchor=Anchor("bab-1.json", f"/isi/{index}", "", "")) for index, part in enumerate(parts)]  # type: ignore[call-arg]


@pytest.mark.lambat
@settings(max_examples=150)
@given(st.lists(PART, max_size=8), st.data())
def test_any_two_texts(older: list[Part], data: st.DataObject) -> None:
    newer = list(older)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(newer)))
        newer[at : at + data.draw(st.integers(0, 2))] = data.draw(st.lists(PART, max_size=2))
    older, newer = _with_own_anchors(older), _with_own_anchors(newer)
    document = made(newer, older)
    assert verdict.read(document, accept=True) == shown(newer)
    assert verdict.read(document, accept=False) == shown(older)
    assert lint.faults(document) == []


def test_a_chapter_is_known_by_its_number() -> None:
    document = made([h("Tujuan dan Program", 1)], [h("Sasaran Kegiatan", 1)])["word/document.xml"].decode()
    assert "<w:rPr><w:ins " not in document
    assert "Sasaran Kegiatan</w:delText>" in document
