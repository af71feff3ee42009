"""A law: whatever stands in a Word file, none of its words and figures is missing from what the new folder prints."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.adoption.layout import ITEM
from tests.adoption.paper import bold, cell, centred, document, p, row, squeeze, table, take

WORDS = [
    "ikan", "Program", "kegiatan", "Tabel", "Gambar", "2021", "1.000", "Rp5.000,-", "12,5%", "BAB", "Jumlah", "NIP",
    "(satu)", "tentang", "Nomor", "UU", "Kepala", "Dinas", "**", "[[", "{{", "\\", "*", "]]", "}}", "-", "&", "<b>",
]  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
labels = st.sampled_from(["1.", "2.", "3.", "a.", "b.", "a)", "1)", "2)", "(1)", "i.", "ii.", "A.", "•", "-"])
items = st.builds("{} {}".format, labels, texts)
numbers = st.sampled_from(["BAB I ", "BAB II ", "1.1 ", "1.2. ", "2.1 ", "2.1.1 ", "Tabel 1.1 "])
headings = st.builds("{}{}".format, numbers, texts)


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A table with merged cells, and the texts in it."""
    width = draw(st.integers(1, 5))
    said: list[str] = []
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        cells, column = [], 0
        while column < width:
            span = draw(st.integers(1, width - column))
            text = draw(st.one_of(st.just(""), texts, items))
            down = draw(st.sampled_from([None, None, None, "restart"]))
            said.append(text)
            cells.append(cell(text, span=span, down=down))
            column += span
        lines.append(row(*cells, head=draw(st.booleans())))
    return table(*lines), said


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, list[str]]:
    text = draw(st.one_of(texts, items, headings))
    return draw(st.sampled_from([p, bold, centred]))(text), [text]


blocks = st.lists(st.one_of(paragraphs(), paragraphs(), tables()), min_size=1, max_size=14)

#: Heads whose merged cells cross each other: no tree of columns holds them.
CROSSED = table(
    row("Program", cell("Dinas", span=2), head=True),
    row(cell("Kepala", span=2), "Nomor", head=True),
    row("ikan", "2021", "12,5%"),
)


@example([(CROSSED, ["Program", "Dinas", "Kepala", "Nomor", "ikan", "2021", "12,5%"])])
@given(blocks)
# Without shrinking, which takes minutes where every try makes a document.
@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_no_text_is_missing(made: list[tuple[str, list[str]]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        taken = take(document(Path(place, "a.docx"), "".join(xml for xml, _ in made)), Path(place, "isi"))
    joined = "\0".join(squeeze(text) for text in taken.printed)
    for text in (text for _, said in made for text in said):
        wanted = {squeeze(text), squeeze(_unnumbered(text))}
        assert any(one in joined for one in wanted), text


def _unnumbered(text: str) -> str:
    """A text without the number that a list, a heading or a caption makes anew."""
    if match := ITEM.fullmatch(text):
        return match[2]
    first, _, rest = text.partition(" ")
    if first in {"BAB", "Tabel"}:
        return rest.partition(" ")[2]
    return rest
