"""What a document is made of, before it is Word: plain data, no library loaded."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from renjadoc.indonesian import romawi
from renjadoc.span import Span

Line = list[Span]
#: How the hidden bookmarks of content begin; the leading underscore is what hides them.
ANCHOR = "_rj"
#: The styles of headings that are no chapters.
FRONT_STYLE, APPENDIX_STYLE = "Judul Daftar", "Judul Lampiran"


class Anchor(NamedTuple):
    """Where a paragraph comes from: content file, JSON pointer, the text as it stands there, and what it is.

    `kind` is judul, paragraf, kutipan, lanjutan, regulasi, judul_tabel or catatan; of a list item its list (`1.`).
    """

    file: str
    pointer: str
    source: str
    kind: str

    @property
    def bookmark(self) -> str:
        """The hidden bookmark (leading underscore) that survives editing in Word and LibreOffice."""
        return ANCHOR + sha256(f"{self.file}#{self.pointer}".encode()).hexdigest()[:16]


class Heading(NamedTuple):
    """`level` 1 is a chapter; `number` is its arabic number (level 1) or `2.3.`; the template's style prints it.

    A `style` of its own has what is no chapter: a part before the contents, which no number has, or an appendix, whose
    text may stand on landscape pages (`landscape`).
    """

    level: int
    number: str
    line: Line
    anchor: Anchor
    style: str = ""
    landscape: bool = False

    @property
    def label(self) -> str:
        """What stands before the title in the contents: `BAB II`, `2.3.`, `LAMPIRAN I`."""
        if self.level > 1 or not self.number:
            return self.number
        return f"{'LAMPIRAN' if self.style else 'BAB'} {romawi(int(self.number))}"


class Paragraph(NamedTuple):
    """`lead` stands before the line and is no text of the content: `Sumber: `."""

    line: Line
    style: str
    anchor: Anchor | None = None
    lead: str = ""


class ListItem(NamedTuple):
    """`level` counts from 0; items with the same `list_id` belong to one list, which starts anew at its first item."""

    line: Line
    style: str
    level: int
    list_id: int
    anchor: Anchor


class Caption(NamedTuple):
    """`Tabel 2.1` over its title lines, each with its anchor; `name` is what references point to.

    `prefix` stands before the number of an appendix: `Tabel L1.1`.
    """

    kind: str
    chapter: int
    number: int
    name: str
    lines: list[Line]
    anchors: Sequence[Anchor] = ()
    prefix: str = ""

    @property
    def label(self) -> str:
        return f"{self.kind} {self.prefix}{self.chapter}.{self.number}"


class Picture(NamedTuple):
    """A PNG or JPEG file, its size in pixels, and the width it is to be printed at; it may want a landscape page.

    `notes` stand below its caption: where it comes from. One that is `led` has a heading or a sentence above it that
    stays on its page.
    """

    path: Path
    pixels: tuple[int, int]
    width_cm: float
    alt: str
    style: str
    caption: Caption | None = None
    landscape: bool = False
    notes: Sequence[Paragraph] = ()
    led: bool = False


#: Of more columns or points the figures have no room in the width of a page.
_MOST_FIGURES = 24


class Chart(NamedTuple):
    """A chart that Word draws: upright bars (kolom), lying bars (batang), lines (garis) or a pie (lingkaran).

    `series` are its columns, each by its name with a figure for every one of the `labels`; what is open has none.
    """

    form: str
    labels: list[str]
    series: list[tuple[str, list[Decimal | None]]]
    width_cm: float
    height_cm: float
    alt: str
    caption: Caption | None = None
    notes: Sequence[Paragraph] = ()
    landscape: bool = False
    led: bool = False

    @property
    def says_figures(self) -> bool:
        """Whether there is room for its figures beside what is drawn; many would stand one over the other."""
        return self.form in {"batang", "lingkaran"} or len(self.labels) * len(self.series) <= _MOST_FIGURES

    @property
    def number_format(self) -> str:
        """How its figures are shown: with as many decimals as they have, at most two."""
        figures = (figure for _, series in self.series for figure in series if figure is not None)
        exponents = (figure.normalize().as_tuple().exponent for figure in figures)
        decimals = min(2, max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0))
        return "#,##0" + ("." + "0" * decimals if decimals > 0 else "")


class PatternTable(NamedTuple):
    """A table whose look is a pattern of the template; rows are the dicts that the pattern names."""

    pattern: str
    caption: Caption | None
    rows: list[dict[str, Any]]
    notes: Sequence[Paragraph] = ()


class GridCell(NamedTuple):
    lines: list[Line]
    span: int = 1
    align: str = "kiri"
    merge_down: str | None = None


class GridTable(NamedTuple):
    """A table drawn cell by cell in the template's table style; `widths` are relative.

    The letters of one that `shrinks` are as small as its longest pieces ask, where they have no room otherwise. `heads`
    are the rows of the body that stay on the page of the row below them, beside the bold ones.
    """

    caption: Caption | None
    widths: list[float]
    head: list[list[GridCell]]
    body: list[tuple[list[GridCell], bool]]
    landscape: bool
    notes: Sequence[Paragraph] = ()
    shrinks: bool = False
    heads: frozenset[int] = frozenset()


Block = Heading | Paragraph | ListItem | Picture | Chart | PatternTable | GridTable
