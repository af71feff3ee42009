"""Which blocks stand on landscape pages, between tables that are upright and tables that lie."""

from __future__ import annotations

import pytest

from renjadoc import resources
from renjadoc.span import Span
from renjadoc.word import blocks
from renjadoc.word.blocks import Anchor, Block, Caption, GridCell
from renjadoc.word.packages import package
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from renjadoc.word.writing.render import Document
from tests.word.lint import W, root
from tests.word.test_redline import OFFICE, h, p

#: More than six lines.
LONG = "Kalimat yang panjang. " * 40


def table(name: str, *, landscape: bool) -> Block:
    caption = Caption("Tabel", 1, 1, name, [[Span(name)]], [Anchor(f"tabel/{name}.json", "/judul/0", name, "")])
    return blocks.GridTable(caption, [1.0], [], [([GridCell([[Span("isi")]])], False)], landscape)


def on_landscape_pages(content: list[Block], texts: set[str]) -> list[str]:
    """Those of `texts` that stand in a landscape section of the document with that content, in their order."""
    template = Template(resources.templates_folder() / "renja.docx", "renja.docx")
    names = {
        **OFFICE, "judul": "Renja", "visi": {}, "tahun_renstra": [],
        "pengesahan": dict.fromkeys(("tempat_tanggal", "jabatan", "nama", "pangkat", "nip"), ""),
    }  # fmt: skip
    packed = render.pack_document(template, Document(content, names, None, None, "Renja", "Dinas"), {})
    found: list[str] = []
    waiting: list[str] = []
    for element in root(package.unpack_word(packed.data)).iter(f"{W}t", f"{W}pgSz"):
        if element.tag == f"{W}pgSz":
            found += waiting if element.get(f"{W}orient") == "landscape" else []
            waiting = []
        elif element.text in texts:
            waiting.append(element.text)
    # The contents say headings and captions too; they stand before everything else.
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("content", "landscape"),
    [
        ([table("a", landscape=True), p("teks"), table("b", landscape=True)], ["a", "teks", "b"]),
        ([table("a", landscape=True), p("teks"), table("b", landscape=False)], ["a"]),
        ([table("a", landscape=False), p("teks"), table("b", landscape=True)], ["b"]),
        ([table("a", landscape=False), p("teks"), table("b", landscape=False)], []),
        ([table("a", landscape=True), h("teks"), table("b", landscape=True)], ["a", "teks", "b"]),
        ([table("a", landscape=True), h("teks", 1), table("b", landscape=True)], ["a", "b"]),
        ([table("a", landscape=True), p("teks"), h("di bawah"), p(LONG), table("b", landscape=True)], ["a", "b"]),
        ([table("a", landscape=True), p("teks"), p(LONG), table("b", landscape=True)], ["a", "teks", "b"]),
        ([table("a", landscape=True), p("teks")], ["a"]),
        ([p("teks"), table("b", landscape=True)], ["b"]),
    ],
)
def test_short_text_and_text_without_a_heading_between_two_landscape_tables_is_turned(
    content: list[Block], landscape: list[str]
) -> None:
    assert on_landscape_pages(content, {"a", "b", "teks"}) == landscape
