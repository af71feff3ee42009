"""Lays down the first templates/renja.docx; from then on Word is its editor and this script is not needed.

    python tools/susun_renja.py [FILE]        writes templates/renja.docx, or FILE

What can be looked up in one place: measures and fonts (MEASURES), styles (STYLES), lists (LISTS), tables (TABLES). The
package is written by hand, since python-docx's default template drags 160 latent styles and a thumbnail along and every
made document would carry them. The same script always writes the same bytes.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

# ---------------------------------------------------------------------------------------------------------- MEASURES
# Lengths in twentieths of a point ("twips", 567 a centimetre), borders in eighths of one, as WordprocessingML has them.

FONT = "Arial"
PAPER_SHORT, PAPER_LONG = 12189, 18709  # F4, 215 x 330 mm
MARGIN, BINDING = 1417, 1701  # 2,5 cm, and 3 cm on the side that is bound
PORTRAIT_WIDTH = PAPER_SHORT - MARGIN - BINDING
LANDSCAPE_WIDTH = PAPER_LONG - 2 * MARGIN
FOOTER_DISTANCE = 709

BODY_LINE = 360  # one and a half lines, never an exact height: a picture or a formula that is put in shows whole
LIST_STEP = 425  # 0,75 cm a level
LIST_LEVELS = 4

HEAD_SHADE = "DCE6F1"
RULE, TAG_GREY, OPEN_YELLOW = "404040", "7F7F7F", "FFF176"

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EPOCH = (1980, 1, 1, 0, 0, 0)


# ------------------------------------------------------------------------------------------------ small XML vocabulary
def w(tag: str, *children: str, **attributes: object) -> str:
    """One `w:` element as text: w("jc", val="center") -> <w:jc w:val="center"/>."""
    attrs = "".join(f" w:{name.rstrip('_')}={quoteattr(str(value))}" for name, value in attributes.items())
    body = "".join(children)
    return f"<w:{tag}{attrs}>{body}</w:{tag}>" if body else f"<w:{tag}{attrs}/>"


def text(words: str) -> str:
    """A `w:t` that keeps its blanks."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def run(words: str, style: str = "") -> str:
    """One run, so that Word has no reason to split a tag that stands in it."""
    properties = w("rPr", w("rStyle", val=style)) if style else ""
    return w("r", properties, text(words))


def paragraph(style: str, words: str = "", extra: str = "") -> str:
    """One paragraph of a style (named by its id); `extra` are further paragraph properties."""
    return w("p", w("pPr", w("pStyle", val=style), extra), run(words) if words else "")


def tag(words: str) -> str:
    """A template tag alone in its paragraph, small and grey; docxtpl takes the paragraph away."""
    return paragraph("TagTemplat", words)


def when(condition: str, *content: str) -> str:
    """Content between `{%p if … %}` and `{%p endif %}`."""
    return tag(f"{{%p if {condition} %}}") + "".join(content) + tag("{%p endif %}")


def spacing(before: int = 0, after: int = 0, line: int = 240, rule: str = "auto") -> str:
    """Space around a paragraph and the height of its lines."""
    return w("spacing", before=before, after=after, line=line, lineRule=rule)


def border(side: str, size: int = 4, space: int = 0, color: str = RULE) -> str:
    """One edge; `size` in eighths of a point."""
    return w(side, val="single", sz=size, space=space, color=color)


# ------------------------------------------------------------------------------------------------------------- STYLES
@dataclass(frozen=True)
class Style:
    """A style by the name Word shows; its id is the name without blanks."""

    name: str
    paragraph: str = ""
    letters: str = ""
    base: str = "Normal"
    next: str = ""
    kind: str = "paragraph"

    @property
    def id(self) -> str:
        return style_id(self.name)


def style_id(name: str) -> str:
    """`heading 1` -> `Heading1`, `toc 1` -> `TOC1`, `Tabel Isi` -> `TabelIsi`: the ids that Word itself uses."""
    if name.startswith("toc "):
        return name.upper().replace(" ", "")
    return "".join(word[0].upper() + word[1:] for word in name.split()).replace("TableOf", "Tableof")


def size(points: float) -> str:
    half = round(points * 2)
    return w("sz", val=half) + w("szCs", val=half)


BOLD = w("b") + w("bCs")
CAPS = w("caps")
CENTRE, RIGHT, BOTH = w("jc", val="center"), w("jc", val="right"), w("jc", val="both")
WITH_NEXT = w("keepNext")
TOGETHER = w("keepLines")
HELD = WITH_NEXT + TOGETHER
UNHYPHENATED = w("suppressAutoHyphens")


def indent(left: int = 0, right: int = 0, **first: int) -> str:
    return w("ind", left=left, right=right, **first)


def tabs(*stops: str) -> str:
    return w("tabs", *stops)


def right_tab(position: int, leader: str = "dot") -> str:
    return w("tab", val="right", leader=leader, pos=position)


def outline(level: int) -> str:
    return w("outlineLvl", val=level)


def numbered(num: int, level: int = 0) -> str:
    return w("numPr", w("ilvl", val=level) if level else "", w("numId", val=num))


def entry(left: int, hanging: int, *, before: int = 0) -> str:
    """A line of a table of contents. No right indent: LibreOffice loses a page number whose tab stands beyond it."""
    stop = tabs(w("tab", val="left", pos=left), right_tab(PORTRAIT_WIDTH))
    return stop + UNHYPHENATED + spacing(before, 60, 288) + indent(left, hanging=hanging)


def text_lines(after: int, before: int = 0) -> str:
    return spacing(before, after, BODY_LINE)


SIGNATURE = indent(4536)  # a block in the right half of the page
NARROW = indent(1900, 1900)  # long names of offices break into balanced lines, and the cover's rules stay short


def cover_styles() -> Iterator[Style]:
    def rule(space: int) -> str:
        return w("pBdr", border("top", 12, space))

    yield Style("Sampul Logo", HELD + spacing(1417, 1417) + CENTRE)
    yield Style("Sampul Judul", HELD + spacing(0, 300, 288) + CENTRE, BOLD + CAPS + size(28))
    yield Style("Sampul Perangkat", HELD + rule(20) + spacing(480, 60, 300) + NARROW + CENTRE, BOLD + CAPS + size(18))
    yield Style("Sampul Daerah", HELD + spacing(0, 0, 300) + NARROW + CENTRE, BOLD + CAPS + size(18))
    yield Style("Sampul Tahun", spacing(1417, 0) + CENTRE, BOLD + CAPS + size(22))
    yield Style(
        "Sampul Kaki", rule(12) + spacing() + indent(1000, 1000) + CENTRE, BOLD + CAPS + w("spacing", val=20) + size(13)
    )


def heading_styles() -> Iterator[Style]:
    yield Style(
        "heading 1",
        HELD + w("pageBreakBefore") + numbered(1) + UNHYPHENATED + spacing(0, 360, 336) + CENTRE + outline(0),
        BOLD + CAPS + size(14), next="Isi",
    )  # fmt: skip
    below = (("heading 2", 1, spacing(240, 120, 300), 12), ("heading 3", 2, spacing(200, 100, 288), 11))
    for name, level_below, room, points in below:
        looks = HELD + numbered(1, level_below) + UNHYPHENATED + room + outline(level_below)
        yield Style(name, looks, BOLD + size(points), next="Isi")


def body_styles() -> Iterator[Style]:
    yield Style("Isi", text_lines(120) + indent(firstLine=567) + BOTH)
    yield Style("Kutipan", TOGETHER + text_lines(160, 60) + indent(851, 851) + BOTH, next="Isi")
    # Space below a table belongs to the text that follows it: no empty paragraph holds it open.
    yield Style("Isi Setelah Tabel", text_lines(120, 240), base="Isi", next="Isi")
    yield Style("caption", HELD + UNHYPHENATED + spacing(240, 100, 264) + CENTRE, BOLD + size(10.5), next="Isi")
    yield Style("Gambar", WITH_NEXT + spacing(160, 0) + CENTRE, next="caption")
    for number, one in enumerate(LISTS, start=2):
        # Items are short lines: set to both edges they would be torn apart.
        yield Style(one.style, numbered(number) + text_lines(60))
    for level in range(1, LIST_LEVELS + 1):
        yield Style(f"Daftar Lanjutan {level}", text_lines(60) + indent(LIST_STEP * level))
    yield Style("Sistematika", tabs(w("tab", val="left", pos=1531)) + text_lines(60) + indent(1701, hanging=1134))
    # Where pages turn; whoever types in it behind a table writes ordinary text.
    yield Style("Akhir Bagian", spacing(0, 0) + indent(0, firstLine=0), base="Isi", next="Isi")
    yield Style("Tag Templat", spacing(0, 0, 200, "exact"), w("noProof") + w("color", val=TAG_GREY) + size(7))


def table_text_styles() -> Iterator[Style]:
    cell = spacing(20, 20)
    yield Style("Tabel Isi", cell)
    yield Style("Tabel Tengah", CENTRE, base="Tabel Isi")
    yield Style("Tabel Angka", RIGHT, base="Tabel Isi")
    yield Style("Tabel Kepala", WITH_NEXT + UNHYPHENATED + CENTRE, BOLD, base="Tabel Isi")
    # Rows that head others stay with them: Word and LibreOffice ask the first paragraph of a row.
    yield Style("Tabel Isi Tebal", WITH_NEXT, BOLD, base="Tabel Isi")
    yield Style("Tabel Tengah Tebal", WITH_NEXT, BOLD, base="Tabel Tengah")
    yield Style("Tabel Angka Tebal", WITH_NEXT, BOLD, base="Tabel Angka")
    # For tables of more columns than a page has room for.
    for name in ("Isi", "Tengah", "Angka"):
        yield Style(f"Tabel {name} Rapat", "", size(7), base=f"Tabel {name}")
        yield Style(f"Tabel {name} Rapat Tebal", WITH_NEXT, BOLD, base=f"Tabel {name} Rapat")
    yield Style("Tabel Kepala Rapat", "", size(7), base="Tabel Kepala")
    yield Style("Tabel Nomor Kolom", WITH_NEXT + spacing(), size(7), base="Tabel Tengah")
    yield Style("Catatan Tabel", TOGETHER + spacing(60, 120), size(8.5))


def list_of_contents_styles() -> Iterator[Style]:
    # With an outline level, so that it has its place in the navigation pane and in the contents.
    above, look = HELD + w("pageBreakBefore"), UNHYPHENATED + spacing(0, 360) + CENTRE + outline(0)
    yield Style("Judul Daftar", above + look, BOLD + CAPS + size(14))
    yield Style("Judul Lampiran", above + numbered(len(LISTS) + 2) + look, BOLD + CAPS + size(14), next="Isi")
    yield Style("toc 1", entry(964, 964, before=120), BOLD)
    yield Style("toc 2", entry(1644, 680))
    yield Style("toc 3", entry(2494, 850))
    yield Style("table of figures", entry(1134, 1134, before=60))


def closing_styles() -> Iterator[Style]:
    line = HELD + spacing(0, 0, 288) + SIGNATURE + CENTRE
    yield Style("Tanda Tangan", line)
    yield Style("Tanda Tangan Tempat", HELD + spacing(480, 0, 288), base="Tanda Tangan")
    # Two centimetres of room even when there is no picture to hold it open.
    yield Style("Tanda Tangan Gambar", spacing(60, 60, 1134, "atLeast"), base="Tanda Tangan")
    yield Style("Tanda Tangan Nama", "", BOLD + w("u", val="single"), base="Tanda Tangan")
    yield Style("header", tabs(right_tab(PORTRAIT_WIDTH, "none")), size(9))
    yield Style(
        "footer",
        w("pBdr", border("top", 4, 6, TAG_GREY)) + tabs(right_tab(PORTRAIT_WIDTH, "none")) + spacing(),
        w("color", val=RULE) + size(9),
    )


def character_styles() -> Iterator[Style]:
    yield Style(
        "Terbuka", letters=w("color", val="000000") + w("shd", val="clear", color="auto", fill=OPEN_YELLOW),
        base="Default Paragraph Font", kind="character",
    )  # fmt: skip
    yield Style("Hyperlink", base="Default Paragraph Font", kind="character")


def all_styles() -> Iterator[Style]:
    yield from heading_styles()
    yield from body_styles()
    yield from table_text_styles()
    yield from list_of_contents_styles()
    yield from cover_styles()
    yield from closing_styles()
    yield from character_styles()


#: What Word offers in its gallery, in the order a secretary writes; the others are there and make no crowd.
QUICK_STYLES = (
    "Isi", "heading 1", "heading 2", "heading 3", "Daftar Angka", "Daftar Huruf", "Daftar Butir", "Kutipan", "caption",
    "Catatan Tabel", "Tabel Isi", "Terbuka",
)  # fmt: skip


def style_xml(style: Style) -> str:
    """One style as Word writes it; Word's own names are lower case, ours carry customStyle."""
    own = {} if is_word_name(style.name) else {"customStyle": 1}
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style_id(style.base)),
        w("next", val=style_id(style.next)) if style.next else "",
        w("uiPriority", val=QUICK_STYLES.index(style.name) + 1 if style.name in QUICK_STYLES else 50),
        w("qFormat") if style.name in QUICK_STYLES else "",
        w("pPr", style.paragraph) if style.paragraph else "",
        w("rPr", style.letters) if style.letters else "",
        type=style.kind,
        **own,
        styleId=style.id,
    )


def is_word_name(name: str) -> bool:
    return name[0].islower() or name == "Hyperlink"


def default_styles() -> str:
    """Document defaults (font, size, language) and the four styles that every document has."""
    font = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = w("lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA")
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in cell_margins(108, 0)))
    plain_table = w("tblPr", w("tblInd", w=0, type="dxa"), margins)
    hidden = w("uiPriority", val=99) + w("semiHidden") + w("unhideWhenUsed")
    return "".join((
        w("docDefaults", w("rPrDefault", w("rPr", font, size(11), language)), w("pPrDefault")),
        w("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0,
          count=376),
        w("style", w("name", val="Normal"), type="paragraph", default=1, styleId="Normal"),
        w("style", w("name", val="Default Paragraph Font"), hidden, type="character", default=1,
          styleId="DefaultParagraphFont"),
        w("style", w("name", val="Normal Table"), hidden, plain_table, type="table", default=1, styleId="NormalTable"),
        w("style", w("name", val="No List"), hidden, type="numbering", default=1, styleId="NoList"),
    ))  # fmt: skip


def cell_margins(side: int, height: int) -> list[tuple[str, int]]:
    return [("top", height), ("left", side), ("bottom", height), ("right", side)]


def table_style() -> str:
    """`Tabel Renja`: thin rules all over, small letters, shaded heads. No cell of a table has a look of its own."""
    edges = w("tblBorders", *(border(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV")))
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in cell_margins(57, 10)))
    shade = w("tcPr", w("shd", val="clear", color="auto", fill=HEAD_SHADE), w("vAlign", val="center"))
    return w(
        "style", w("name", val="Tabel Renja"), w("basedOn", val="NormalTable"), w("uiPriority", val=50),
        w("rPr", size(8.5)), w("tblPr", edges, margins), w("tblStylePr", shade, type="firstRow"),
        type="table", customStyle=1, styleId="TabelRenja",
    )  # fmt: skip


def styles_xml() -> str:
    return root("styles", default_styles() + "".join(map(style_xml, all_styles())) + table_style())


# -------------------------------------------------------------------------------------------------------------- LISTS
@dataclass(frozen=True)
class ListKind:
    """A kind of list: its paragraph style, and how it counts (`%` is the level's own number)."""

    style: str
    number_format: str
    pattern: str


LISTS = (
    ListKind("Daftar Angka", "decimal", "%."),
    ListKind("Daftar Huruf", "lowerLetter", "%."),
    ListKind("Daftar Angka Kurung", "decimal", "%)"),
    ListKind("Daftar Huruf Kurung", "lowerLetter", "%)"),
    ListKind("Daftar Butir", "bullet", "•"),
)


def level(
    number: int, number_format: str, pattern: str, *properties: str, style: str = "", suffix: str = "", legal: str = ""
) -> str:
    return w(
        "lvl", w("start", val=1), w("numFmt", val=number_format), w("pStyle", val=style) if style else "", legal,
        w("suff", val=suffix) if suffix else "", w("lvlText", val=pattern), w("lvlJc", val="left"), *properties,
        ilvl=number,
    )  # fmt: skip


def heading_levels() -> str:
    """One counter for all: BAB I, and below it 1.1. and 1.1.1., which `isLgl` writes in arabic numbers.

    A blank behind BAB I: Word puts the same one between number and title in its own contents.
    """
    return "".join(
        (
            level(0, "upperRoman", "BAB %1", w("pPr", indent(0, firstLine=0)), style="Heading1", suffix="space"),
            level(1, "decimal", "%1.%2.", w("pPr", indent(709, hanging=709)), style="Heading2", legal=w("isLgl")),
            level(2, "decimal", "%1.%2.%3.", w("pPr", indent(851, hanging=851)), style="Heading3", legal=w("isLgl")),
        )
    )


def appendix_level() -> str:
    """`LAMPIRAN I`, over the title."""
    look = w("pPr", indent(0, firstLine=0))
    return level(0, "upperRoman", "LAMPIRAN %1", look, style="JudulLampiran", suffix="nothing")


def list_levels(first: ListKind) -> str:
    """Levels that step to the right and count in the order the law does, from the kind's own way: 1. a. 1) a).

    So Tab makes an item of the list below, as it would be written by hand; bullets stay bullets.
    """
    ordered = [kind for kind in LISTS if kind.number_format != "bullet"]
    kinds = [first] * LIST_LEVELS if first not in ordered else (ordered[ordered.index(first) :] + ordered)[:LIST_LEVELS]
    return "".join(
        level(
            number, kind.number_format, kind.pattern.replace("%", f"%{number + 1}"),
            w("pPr", indent(LIST_STEP * (number + 1), hanging=LIST_STEP)),
        )
        for number, kind in enumerate(kinds)
    )  # fmt: skip


def abstract_list(number: int, levels: str) -> str:
    """The numbers in hexadecimal are any, but must differ: Word merges lists by them when it pastes."""
    own, look = w("nsid", val=f"52454E{number:02X}"), w("tmpl", val=f"4A4144{number:02X}")
    return w("abstractNum", own, w("multiLevelType", val="multilevel"), look, levels, abstractNumId=number)


def numbering_xml() -> str:
    """abstractNum 0 = headings, 1 … 5 = LISTS, 6 = appendices; num 1 … 7 point at them in that order."""
    kinds = [heading_levels(), *map(list_levels, LISTS), appendix_level()]
    abstract = "".join(abstract_list(number, levels) for number, levels in enumerate(kinds))
    nums = "".join(w("num", w("abstractNumId", val=number), numId=number + 1) for number in range(len(kinds)))
    return root("numbering", abstract + nums)


# ------------------------------------------------------------------------------------------------------------- TABLES
@dataclass(frozen=True)
class Cell:
    """A cell of a body row: what stands in it, in which style, over how many columns, merged how."""

    words: str = ""
    style: str = "TabelIsi"
    span: int = 1
    merge: str = ""  # "restart" opens a cell that the rows below continue with "continue"
    width: int | None = None  # only where the columns are not known before the table is filled
    free: bool = False  # docxtpl's {% colspan %} writes gridSpan first, so such a cell may carry no width


@dataclass(frozen=True)
class Head:
    """A head cell over `span` columns and `down` rows."""

    words: str
    span: int = 1
    down: int = 1


@dataclass(frozen=True)
class Row:
    """The row that is printed for `baris.jenis == kind`."""

    kind: str
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Table:
    """A pattern of the template: `blok.pola == name`."""

    name: str
    title: str
    description: str
    landscape: bool
    widths: Sequence[int]
    heads: Sequence[Sequence[Head | Cell]]
    rows: Sequence[Row]
    numbers: Sequence[str | Cell] = ()
    tight: bool = False  # heads in smaller letters


def sel(name: str, style: str = "TabelIsi", **more: object) -> Cell:
    """A cell value of any kind: words, lines, a number, or open."""
    return Cell(f"{{{{ baris.{name}|sel }}}}", style, **more)  # type: ignore[arg-type]


def tengah(name: str) -> Cell:
    return sel(name, "TabelTengah")


def tebal(name: str, span: int = 1) -> Cell:
    return sel(name, "TabelIsiTebal", span=span)


def uang(name: str, style: str = "TabelAngka") -> Cell:
    return Cell(f"{{{{ baris.{name}|angka }}}}", style)


def uang_tebal(name: str) -> Cell:
    return uang(name, "TabelAngkaTebal")


def persen(name: str, style: str = "TabelTengah") -> Cell:
    return Cell(f"{{{{ baris.{name}|persen_polos }}}}", style)


def kosong(count: int = 1) -> list[Cell]:
    return [Cell()] * count


def induk(name: str = "", style: str = "TabelIsi") -> Cell:
    """A cell that the sub rows below continue, so that a kegiatan stands in one tall cell."""
    return sel(name, style, merge="restart") if name else Cell(merge="continue")


def counted(count: int, **formula: str) -> list[str]:
    """1 … count, some with how they are computed: counted(12, k9="8/7")."""
    return [f"{n} = {formula[f'k{n}']}" if f"k{n}" in formula else str(n) for n in range(1, count + 1)]


EVALUATED_HEADS = (
    Head("Kode", down=2), Head("Program/Kegiatan", down=2),
    Head("Indikator Kinerja Program (Outcome)/Kegiatan (Output)", down=2),
)  # fmt: skip
LAST_YEARS_HEADS = (
    Head("Target dan Realisasi Kinerja Program dan Kegiatan Tahun {{ tahun - 2 }}", span=3),
    Head("Target Renja Perangkat Daerah Tahun {{ tahun - 1 }}", down=2),
    Head("Perkiraan Realisasi Capaian Target Renstra s.d. Tahun Berjalan", span=2),
)
LAST_YEARS_BELOW = (
    Head("Target Renja"), Head("Realisasi Renja"), Head("Tingkat Realisasi (%)"),
    Head("Realisasi Capaian s.d. Tahun {{ tahun - 1 }}"), Head("Tingkat Capaian (%)"),
)  # fmt: skip
LAST_YEARS_CELLS = (
    tengah("renja_n2_target"), tengah("renja_n2_realisasi"), persen("renja_n2_persen"), tengah("renja_n1_target"),
    tengah("renja_n1_realisasi"), persen("renstra_persen"),
)  # fmt: skip


def evaluated_rows(*before: Cell) -> tuple[Row, Row]:
    """A program, which may have figures of its own, and a row below it; `before` are the cells of earlier years."""
    cells = (sel("indikator"), tengah("target_renstra"), *before, *LAST_YEARS_CELLS)
    return (
        Row("program", (tebal("kode"), tebal("nama"), *cells)),
        Row("kegiatan", (sel("kode"), sel("nama"), *cells)),
    )


EVALUASI = Table(
    "evaluasi", "Evaluasi hasil Renja",
    "Target dan realisasi kinerja program dan kegiatan tahun lalu dan tahun berjalan terhadap target Renstra",
    landscape=True,
    widths=(1880, 2060, 2060, 1165, 1165, 1165, 1165, 1165, 885, 1165, 1165, 835),
    heads=(
        (
            *EVALUATED_HEADS,
            Head("Target Renstra Perangkat Daerah Tahun {{ renstra.awal }} s.d. {{ renstra.akhir }}", down=2),
            Head("Target Kinerja Renja Perangkat Daerah Tahun {{ tahun - 2 }}", down=2),
            Head("Realisasi Kinerja Program dan Keluaran Kegiatan s.d. Tahun {{ tahun - 2 }}", down=2),
            *LAST_YEARS_HEADS,
        ),
        LAST_YEARS_BELOW,
    ),
    numbers=counted(12, k9="8/7", k12="11/4"),
    rows=evaluated_rows(tengah("target_n2"), tengah("realisasi_sd_n2")),
)  # fmt: skip

#: The form T-C.29 of Permendagri 86/2017.
EVALUASI_86 = Table(
    "evaluasi_permendagri_86", "Evaluasi hasil Renja (T-C.29)",
    "Target dan realisasi kinerja program dan kegiatan tahun lalu dan tahun berjalan terhadap target Renstra",
    landscape=True,
    widths=(1880, 2360, 2360, 1275, 1275, 1250, 1250, 885, 1250, 1250, 840),
    heads=(
        (
            *EVALUATED_HEADS,
            Head("Target Renstra Perangkat Daerah Tahun {{ renstra.akhir }}", down=2),
            Head("Realisasi Kinerja Program dan Keluaran Kegiatan s.d. Tahun {{ tahun - 3 }}", down=2),
            *LAST_YEARS_HEADS,
        ),
        LAST_YEARS_BELOW,
    ),
    numbers=counted(11, k8="7/6", k11="10/4"),
    rows=evaluated_rows(tengah("realisasi_sd_n3")),
)  # fmt: skip

CAPAIAN_KINERJA = Table(
    "capaian_kinerja", "Pencapaian kinerja pelayanan",
    "Capaian indikator kinerja tiga tahun terakhir terhadap target tahunan dan target akhir Renstra",
    landscape=False,
    widths=(2371, 850, 900, 900, 900, 900, 1125, 1125),
    heads=((
        Head("Indikator Kinerja"), Head("Satuan"), Head("Capaian Tahun {{ tahun - 3 }}"),
        Head("Capaian Tahun {{ tahun - 2 }}"), Head("Target Tahun {{ tahun - 1 }}"),
        Head("Capaian Tahun {{ tahun - 1 }}"), Head("Capaian Kinerja Tahun {{ tahun - 1 }} (%)"),
        Head("Capaian terhadap Akhir Renstra (%)"),
    ),),
    numbers=counted(8),
    rows=(
        Row("indikator", (
            sel("nama"), tengah("satuan"), tengah("n3"), tengah("n2"), tengah("target"), tengah("n1"),
            persen("persen"), persen("persen_renstra"),
        )),
        Row("rata", (
            Cell("Rata-rata Kinerja", "TabelIsiTebal", span=6), persen("persen", "TabelTengahTebal"),
            persen("persen_renstra", "TabelTengahTebal"),
        )),
    ),
)  # fmt: skip

#: The form T-C.30 of Permendagri 86/2017.
CAPAIAN_KINERJA_86 = Table(
    "capaian_kinerja_permendagri_86", "Pencapaian kinerja pelayanan (T-C.30)",
    "Target Renstra, realisasi, dan proyeksi indikator kinerja dari dua tahun sebelum sampai satu tahun sesudah Renja",
    landscape=True,
    widths=(550, 3325, 1300, 1100, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1600),
    heads=(
        (
            Head("No.", down=2), Head("Indikator", down=2), Head("SPM/Standar Nasional", down=2), Head("IKK", down=2),
            Head("Target Renstra Perangkat Daerah", span=4), Head("Realisasi Capaian", span=2),
            Head("Proyeksi", span=2), Head("Catatan Analisis", down=2),
        ),
        (
            Head("Tahun {{ tahun - 2 }}"), Head("Tahun {{ tahun - 1 }}"), Head("Tahun {{ tahun }}"),
            Head("Tahun {{ tahun + 1 }}"), Head("Tahun {{ tahun - 2 }}"), Head("Tahun {{ tahun - 1 }}"),
            Head("Tahun {{ tahun }}"), Head("Tahun {{ tahun + 1 }}"),
        ),
    ),
    numbers=counted(13),
    rows=(
        Row("kelompok", (Cell("", "TabelIsiTebal"), tebal("nama", span=12))),
        Row("indikator", (
            tengah("nomor"), sel("nama"), tengah("spm"), tengah("ikk"),
            tengah("target_n2"), tengah("target_n1"), tengah("target_n"), tengah("target_maju"),
            tengah("n2"), tengah("n1"), tengah("proyeksi_n"), tengah("proyeksi_maju"), sel("catatan"),
        )),
    ),
)  # fmt: skip

USULAN_MASYARAKAT = Table(
    "usulan_masyarakat", "Usulan program dan kegiatan masyarakat",
    "Usulan para pemangku kepentingan dengan lokasi, volume, dan anggarannya",
    landscape=False,
    widths=(567, 3500, 2300, 1200, 1504),
    heads=((
        Head("No."), Head("Program/Kegiatan"), Head("Lokasi"), Head("Besaran/Volume"), Head("Anggaran (Rp)"),
    ),),
    numbers=counted(5),
    rows=(Row("usulan", (tengah("nomor"), sel("usulan"), sel("lokasi"), tengah("volume"), uang("anggaran"))),),
)  # fmt: skip

#: The form T-C.32 of Permendagri 86/2017.
USULAN_MASYARAKAT_86 = Table(
    "usulan_masyarakat_permendagri_86", "Usulan program dan kegiatan masyarakat (T-C.32)",
    "Usulan para pemangku kepentingan dengan lokasi, indikator kinerja, volume, dan catatannya",
    landscape=False,
    widths=(567, 2450, 1550, 1854, 1150, 1500),
    heads=((
        Head("No."), Head("Program/Kegiatan"), Head("Lokasi"), Head("Indikator Kinerja"), Head("Besaran/Volume"),
        Head("Catatan"),
    ),),
    numbers=counted(6),
    rows=(
        Row("usulan", (
            tengah("nomor"), sel("usulan"), sel("lokasi"), sel("indikator"), tengah("volume"), sel("catatan"),
        )),
    ),
)  # fmt: skip

INDIKATOR_PROGRAM = Table(
    "indikator_program", "Realisasi indikator kinerja program",
    "Realisasi indikator program empat tahun terakhir dan tiap triwulan tahun berjalan",
    landscape=True,
    widths=(650, 4275, 950, 1090, 1090, 1090, 1090, 1060, 1060, 1060, 1060, 1400),
    heads=(
        (
            Head("No.", down=2), Head("Indikator Kinerja Program", down=2), Head("Satuan", down=2),
            *(Head(f"Realisasi {{{{ tahun - {back} }}}}", down=2) for back in (5, 4, 3, 2)),
            Head("Realisasi Tahun {{ tahun - 1 }}", span=4), Head("Perangkat Daerah", down=2),
        ),
        tuple(Head(f"Triwulan {quarter}") for quarter in ("I", "II", "III", "IV")),
    ),
    numbers=counted(12),
    rows=(
        Row("urusan", (sel("nomor", "TabelTengahTebal"), tebal("nama", span=11))),
        Row("program", (sel("nomor", "TabelTengahTebal"), tebal("nama", span=10), tengah("perangkat_daerah"))),
        Row("indikator", (
            tengah("nomor"), sel("nama"), tengah("satuan"),
            *(sel(name, "TabelAngka") for name in ("n5", "n4", "n3", "n2", "tw1", "tw2", "tw3", "tw4")), Cell(),
        )),
    ),
)  # fmt: skip

YEAR_WIDTH = 880
TARGET_RENSTRA = Table(
    "target_renstra", "Target kinerja Renstra",
    "Tujuan, sasaran, program, dan kegiatan dengan indikator dan targetnya tiap tahun Renstra",
    landscape=True,
    widths=(1800, 4015, 3900, *[YEAR_WIDTH] * 7),
    heads=(
        (
            Head("Bidang", down=2), Head("Uraian", down=2), Head("Indikator", down=2), Head("Data Terakhir"),
            Cell("{% colspan tahun_renstra|length - 1 %}Target", "TabelKepala", span=6, free=True),
        ),
        (
            Cell("{%tc for t in tahun_renstra %}", "TagTemplat", width=YEAR_WIDTH),
            Cell("{{ t }}", "TabelKepala", width=YEAR_WIDTH),
            Cell("{%tc endfor %}", "TagTemplat", span=5, width=5 * YEAR_WIDTH),
        ),
    ),
    numbers=(
        "1", "2", "3", Cell("{%tc for t in tahun_renstra %}", "TagTemplat", width=YEAR_WIDTH),
        Cell("{{ loop.index + 3 }}", "TabelNomorKolom", width=YEAR_WIDTH),
        Cell("{%tc endfor %}", "TagTemplat", span=5, width=5 * YEAR_WIDTH),
    ),
    rows=(
        Row("label", (
            tebal("bidang"), tebal("uraian"),
            Cell("{% colspan tahun_renstra|length + 1 %}", "TabelIsi", span=8, free=True),
        )),
        Row("rincian", (
            sel("bidang"), sel("uraian"), sel("indikator"),
            Cell("{%tc for t in baris.target %}", "TagTemplat", width=YEAR_WIDTH),
            Cell("{{ t|sel }}", "TabelTengah", width=YEAR_WIDTH),
            Cell("{%tc endfor %}", "TagTemplat", span=5, width=5 * YEAR_WIDTH),
        )),
    ),
)  # fmt: skip

PROGRAM_HEAD = "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan"
PLAN_HEADS = (
    Head("Lokasi"), Head("Target Capaian Kinerja"), Head("Kebutuhan Dana/Pagu Indikatif (Rp)"), Head("Sumber Dana"),
)  # fmt: skip
PLAN_CELLS = (sel("sub"), sel("indikator"), sel("lokasi"), sel("target"), uang("pagu"), tengah("sumber_dana"))
#: A program, and a kegiatan that says more than its name, stand in rows of their own above what they sum up.
PROGRAM_CELLS = (tebal("uraian", span=3), tebal("indikator"), sel("lokasi"), sel("target"))
KEGIATAN_CELLS = (
    sel("nomor", "TabelTengahTebal"), tebal("uraian", span=2), sel("indikator"), sel("lokasi"), sel("target"),
)  # fmt: skip

#: The same where kegiatan have no sub kegiatan: a column less, and the kegiatan itself says all.
WHOLE_PROGRAM_CELLS = (tebal("uraian", span=2), *PROGRAM_CELLS[1:], uang_tebal("pagu"), tengah("sumber_dana"))
WHOLE_CELLS = (tengah("nomor"), sel("uraian"), *PLAN_CELLS[1:])

REVIEW_RKPD = Table(
    "review_rkpd", "Review terhadap rancangan awal RKPD",
    "Program, kegiatan, dan sub kegiatan dengan indikator, lokasi, target, pagu indikatif, dan sumber dana",
    landscape=True,
    widths=(500, 2750, 3400, 3655, 1500, 1600, 1420, 1050),
    heads=(
        (
            Head(PROGRAM_HEAD, span=2, down=2), Head("Sub Kegiatan", down=2),
            Head("Indikator Kinerja Program/Kegiatan", down=2), Head("Rencana Tahun {{ tahun }}", span=4),
        ),
        PLAN_HEADS,
    ),
    numbers=counted(8),
    rows=(
        Row("jumlah", (tebal("uraian", span=6), uang_tebal("pagu"), *kosong())),
        Row("program", (*PROGRAM_CELLS, uang_tebal("pagu"), tengah("sumber_dana"))),
        Row("kegiatan", (induk("nomor", "TabelTengah"), induk("uraian"), *PLAN_CELLS)),
        Row("sub", (induk(), induk(), *PLAN_CELLS)),
        Row("kegiatan_rinci", (*KEGIATAN_CELLS, uang_tebal("pagu"), tengah("sumber_dana"))),
        Row("sub_rinci", (*kosong(2), *PLAN_CELLS)),
    ),
)  # fmt: skip

FORWARD_CELLS = (sel("catatan"), sel("target_maju"), uang("pagu_maju"))
FORWARD_SUMS = (sel("catatan"), sel("target_maju"), uang_tebal("pagu_maju"))
RENCANA_PROGRAM = Table(
    "rencana_program", "Rencana program dan kegiatan",
    "Program, kegiatan, dan sub kegiatan tahun rencana serta prakiraan maju tahun berikutnya",
    landscape=True,
    widths=(450, 1750, 2120, 2085, 1450, 1380, 1420, 900, 1700, 1200, 1420),
    heads=(
        (
            Head(PROGRAM_HEAD, span=2, down=2), Head("Sub Kegiatan", down=2),
            Head("Indikator Kinerja Program/Kegiatan", down=2), Head("Rencana Tahun {{ tahun }}", span=4),
            Head("Catatan Penting", down=2), Head("Prakiraan Maju Rencana Tahun {{ tahun + 1 }}", span=2),
        ),
        (*PLAN_HEADS, PLAN_HEADS[1], PLAN_HEADS[2]),
    ),
    numbers=counted(11),
    rows=(
        Row("jumlah", (tebal("uraian", span=6), uang_tebal("pagu"), *kosong(3), uang_tebal("pagu_maju"))),
        Row("program", (*PROGRAM_CELLS, uang_tebal("pagu"), tengah("sumber_dana"), *FORWARD_SUMS)),
        Row("kegiatan", (induk("nomor", "TabelTengah"), induk("uraian"), *PLAN_CELLS, *FORWARD_CELLS)),
        Row("sub", (induk(), induk(), *PLAN_CELLS, *FORWARD_CELLS)),
        Row("kegiatan_rinci", (*KEGIATAN_CELLS, uang_tebal("pagu"), tengah("sumber_dana"), *FORWARD_SUMS)),
        Row("sub_rinci", (*kosong(2), *PLAN_CELLS, *FORWARD_CELLS)),
    ),
)  # fmt: skip

CODED_PLAN_CELLS = (
    sel("kode"),
    sel("uraian"),
    sel("indikator"),
    sel("lokasi"),
    sel("target"),
    uang("pagu"),
    tengah("sumber_dana"),
    *FORWARD_CELLS,
)
CODED_SUM_CELLS = (
    sel("kode", "TabelIsiTebal"),
    tebal("uraian"),
    sel("indikator"),
    sel("lokasi"),
    sel("target"),
    uang_tebal("pagu"),
    tengah("sumber_dana"),
    *FORWARD_SUMS,
)


def summed_cells(*before: Cell) -> tuple[Cell, ...]:
    """A row that says no more than its sums, behind what stands before the column of locations."""
    return (*before, *kosong(2), uang_tebal("pagu"), *kosong(3), uang_tebal("pagu_maju"))


#: The form T-C.33 of Permendagri 86/2017.
RENCANA_PROGRAM_86 = Table(
    "rencana_program_permendagri_86", "Rencana program dan kegiatan (T-C.33)",
    "Urusan, bidang urusan, program, kegiatan, dan sub kegiatan menurut kodenya, dengan prakiraan maju",
    landscape=True,
    widths=(1560, 2800, 2400, 1400, 1300, 1420, 1000, 1375, 1200, 1420),
    heads=(
        (
            Head("Kode", down=2), Head(f"{PROGRAM_HEAD}/Sub Kegiatan", down=2),
            Head("Indikator Kinerja Program/Kegiatan", down=2), Head("Rencana Tahun {{ tahun }}", span=4),
            Head("Catatan Penting", down=2), Head("Prakiraan Maju Rencana Tahun {{ tahun + 1 }}", span=2),
        ),
        (*PLAN_HEADS, PLAN_HEADS[1], PLAN_HEADS[2]),
    ),
    numbers=counted(10),
    rows=(
        Row("jumlah", summed_cells(tebal("uraian", span=3))),
        Row("urusan", summed_cells(sel("kode", "TabelIsiTebal"), tebal("uraian", span=2))),
        Row("bidang", summed_cells(sel("kode", "TabelIsiTebal"), tebal("uraian", span=2))),
        Row("program", CODED_SUM_CELLS),
        Row("kegiatan", CODED_SUM_CELLS),
        Row("sub", CODED_PLAN_CELLS),
    ),
)  # fmt: skip

FRAME_HEADS = (Head("Target"), Head("Pagu Indikatif (Rp)"), Head("Lokasi"), Head("Sumber Dana"))


def priority_cells(bold: str = "") -> tuple[Cell, ...]:
    """A row of Tabel 4.1; what it is called and its amounts are `bold`, or not."""
    return (
        sel("nomor", "TabelTengahRapat"), sel("kode", f"TabelIsiRapat{bold}"), sel("uraian", f"TabelIsiRapat{bold}"),
        sel("indikator", "TabelIsiRapat"),
        *(sel(name, "TabelTengahRapat") for name in ("target_renstra", "realisasi_n2", "prakiraan_n1", "target")),
        uang("pagu", f"TabelAngkaRapat{bold}"), sel("lokasi", "TabelIsiRapat"),
        *(sel(name, "TabelTengahRapat") for name in ("sumber_dana", "prioritas_nasional", "prioritas_daerah")),
        sel("kelompok_sasaran", "TabelIsiRapat"), sel("target_maju", "TabelTengahRapat"),
        uang("pagu_maju", f"TabelAngkaRapat{bold}"), sel("penanggung_jawab", "TabelTengahRapat"),
    )  # fmt: skip


def priority_sums(*before: Cell) -> tuple[Cell, ...]:
    amounts = (uang("pagu", "TabelAngkaRapatTebal"), uang("pagu_maju", "TabelAngkaRapatTebal"))
    return (*before, *kosong(5), amounts[0], *kosong(6), amounts[1], *kosong())


#: Tabel 4.1 of Permendagri 14/2026.
RENCANA_PROGRAM_14 = Table(
    "rencana_program_permendagri_14", "Rencana program dan kegiatan prioritas daerah (Tabel 4.1)",
    "Urusan, bidang urusan, program, outcome, kegiatan, sub kegiatan, dan output dengan kerangka pendanaannya",
    landscape=True,
    widths=(500, 1260, 1580, 1230, 740, 760, 860, 740, 1090, 780, 680, 870, 1120, 850, 740, 1090, 985),
    heads=(
        (
            Head("No.", down=3), Head("Kode", down=3),
            Head("Urusan/Bidang Urusan/ Program/ Outcome/ Kegiatan/ Sub Kegiatan/ Output", down=3),
            Head("Indikator", down=3), Head("Target Akhir Renstra", down=3),
            Head("Realisasi Tahun {{ tahun - 2 }}", down=3), Head("Prakiraan Tahun {{ tahun - 1 }}", down=3),
            Head("Capaian Kinerja dan Kerangka Pendanaan Tahun {{ tahun }}", span=6), Head("Kelompok Sasaran", down=3),
            Head("Prakiraan Maju Tahun {{ tahun + 1 }}", span=2), Head("Perangkat Daerah Penanggung Jawab", down=3),
        ),
        (
            *(Head(one.words, down=2) for one in FRAME_HEADS), Head("Prioritas", span=2), Head("Target", down=2),
            Head("Pagu Indikatif (Rp)", down=2),
        ),
        (Head("Nasional"), Head("Daerah")),
    ),
    numbers=counted(17),
    rows=(
        Row("jumlah", priority_sums(sel("uraian", "TabelIsiRapatTebal", span=3))),
        Row("urusan", priority_sums(Cell("", "TabelIsiRapatTebal"), *priority_cells("Tebal")[1:3])),
        Row("bidang", priority_sums(Cell("", "TabelIsiRapatTebal"), *priority_cells("Tebal")[1:3])),
        Row("program", priority_cells("Tebal")),
        Row("kegiatan", priority_cells("Tebal")),
        Row("sub", priority_cells()),
        Row("hasil", (*priority_cells()[:8], *kosong(6), priority_cells()[14], *kosong(2))),
    ),
    tight=True,
)  # fmt: skip

REVIEW_RKPD_WHOLE = Table(
    "review_rkpd_tanpa_sub_kegiatan", "Review terhadap rancangan awal RKPD (tanpa sub kegiatan)",
    "Program dan kegiatan dengan indikator, lokasi, target, pagu indikatif, dan sumber dana",
    landscape=True,
    widths=(500, 5200, 4605, 1500, 1600, 1420, 1050),
    heads=(
        (
            Head(PROGRAM_HEAD, span=2, down=2), Head("Indikator Kinerja Program/Kegiatan", down=2),
            Head("Rencana Tahun {{ tahun }}", span=4),
        ),
        PLAN_HEADS,
    ),
    numbers=counted(7),
    rows=(
        Row("jumlah", (tebal("uraian", span=5), uang_tebal("pagu"), *kosong())),
        Row("program", WHOLE_PROGRAM_CELLS),
        Row("kegiatan", WHOLE_CELLS),
    ),
)  # fmt: skip

SIDE_HEADS = (
    Head("Program/Kegiatan"), Head("Lokasi"), Head("Indikator Kinerja"), Head("Target Capaian"),
    Head("Pagu Indikatif (Rp)"),
)  # fmt: skip


def two_sided_cells(bold: str = "") -> tuple[Cell, ...]:
    """The row of both sides; its names and amounts are `bold`, or not."""

    def side(prefix: str) -> tuple[Cell, ...]:
        return (
            sel(f"{prefix}uraian", f"TabelIsi{bold}"), sel(f"{prefix}lokasi"), sel(f"{prefix}indikator"),
            tengah(f"{prefix}target"), uang(f"{prefix}pagu", f"TabelAngka{bold}"),
        )  # fmt: skip

    return (tengah("nomor"), *side("rkpd_"), *side(""), sel("catatan"))


#: The form T-C.31 of Permendagri 86/2017.
REVIEW_RKPD_86 = Table(
    "review_rkpd_permendagri_86", "Review terhadap rancangan awal RKPD (T-C.31)",
    "Rancangan awal RKPD di samping hasil analisis kebutuhan, dengan catatan penting",
    landscape=True,
    widths=(560, 1880, 1120, 1560, 900, 1350, 1880, 1120, 1560, 900, 1350, 1695),
    heads=(
        (
            Head("No.", down=2), Head("Rancangan Awal RKPD", span=5), Head("Hasil Analisis Kebutuhan", span=5),
            Head("Catatan Penting", down=2),
        ),
        (*SIDE_HEADS, *SIDE_HEADS),
    ),
    numbers=counted(12),
    rows=(
        Row("jumlah", (
            Cell(), tebal("uraian", span=4), uang_tebal("rkpd_pagu"), *kosong(4), uang_tebal("pagu"), *kosong(),
        )),
        Row("program", two_sided_cells("Tebal")),
        Row("kegiatan", two_sided_cells("Tebal")),
        Row("sub", two_sided_cells()),
    ),
)  # fmt: skip

RENCANA_PROGRAM_WHOLE = Table(
    "rencana_program_tanpa_sub_kegiatan", "Rencana program dan kegiatan (tanpa sub kegiatan)",
    "Program dan kegiatan tahun rencana serta prakiraan maju tahun berikutnya",
    landscape=True,
    widths=(450, 3070, 2685, 1550, 1480, 1420, 900, 1700, 1200, 1420),
    heads=(
        (
            Head(PROGRAM_HEAD, span=2, down=2), Head("Indikator Kinerja Program/Kegiatan", down=2),
            Head("Rencana Tahun {{ tahun }}", span=4), Head("Catatan Penting", down=2),
            Head("Prakiraan Maju Rencana Tahun {{ tahun + 1 }}", span=2),
        ),
        (*PLAN_HEADS, PLAN_HEADS[1], PLAN_HEADS[2]),
    ),
    numbers=counted(10),
    rows=(
        Row("jumlah", (tebal("uraian", span=5), uang_tebal("pagu"), *kosong(3), uang_tebal("pagu_maju"))),
        Row("program", (*WHOLE_PROGRAM_CELLS, *FORWARD_SUMS)),
        Row("kegiatan", (*WHOLE_CELLS, *FORWARD_CELLS)),
    ),
)  # fmt: skip

FULFILLED_HEADS = (
    Head("Satuan"), Head("Target Tahun {{ tahun - 2 }}"), Head("Realisasi Tahun {{ tahun - 2 }}"), Head("Capaian (%)"),
)  # fmt: skip
FULFILLED_CELLS = (tengah("satuan"), tengah("target_n2"), tengah("realisasi_n2"), persen("persen"))

#: IKU and IKK as they are planned (Permendagri 14/2026, BAB V).
KINERJA_URUSAN = Table(
    "kinerja_urusan", "Kinerja penyelenggaraan bidang urusan",
    "Indikator dengan target akhir Renstra, realisasi, prakiraan, dan target tahun rencana",
    landscape=False,
    widths=(500, 2671, 850, 1010, 1010, 1010, 1010, 1010),
    heads=((
        Head("No."), Head("Indikator"), Head("Satuan"), Head("Target Akhir Renstra"),
        Head("Realisasi Tahun {{ tahun - 2 }}"), Head("Prakiraan Tahun {{ tahun - 1 }}"),
        Head("Target Tahun {{ tahun }}"), Head("Target Tahun {{ tahun + 1 }}"),
    ),),
    numbers=counted(8),
    rows=(
        Row("kelompok", (Cell("", "TabelIsiTebal"), tebal("nama", span=7))),
        Row("indikator", (
            tengah("nomor"), sel("nama"), tengah("satuan"), tengah("target_renstra"), tengah("realisasi_n2"),
            tengah("prakiraan_n1"), tengah("target_n"), tengah("target_maju"),
        )),
    ),
)  # fmt: skip

#: What was reached of them (Permendagri 14/2026, BAB II).
KINERJA_URUSAN_EVALUASI = Table(
    "kinerja_urusan_evaluasi", "Evaluasi kinerja bidang urusan",
    "Indikator dengan target, realisasi, capaian, dan kategorinya",
    landscape=False,
    widths=(500, 2421, 800, 950, 950, 900, 1050, 1500),
    heads=((Head("No."), Head("Indikator"), *FULFILLED_HEADS, Head("Kategori"), Head("Catatan")),),
    numbers=counted(8, k6="5/4"),
    rows=(
        Row("kelompok", (Cell("", "TabelIsiTebal"), tebal("nama", span=7))),
        Row("indikator", (tengah("nomor"), sel("nama"), *FULFILLED_CELLS, tengah("kategori"), sel("catatan"))),
    ),
)  # fmt: skip

KINERJA_URUSAN_SPM = Table(
    "kinerja_urusan_spm", "Pencapaian standar pelayanan minimal",
    "Indikator tiap jenis pelayanan dasar dengan target, realisasi, capaian, dan target tahun rencana",
    landscape=False,
    widths=(500, 2421, 800, 950, 950, 900, 1000, 1550),
    heads=((
        Head("No."), Head("Jenis Pelayanan Dasar/Indikator Pencapaian"), *FULFILLED_HEADS,
        Head("Target Tahun {{ tahun }}"), Head("Catatan"),
    ),),
    numbers=counted(8, k6="5/4"),
    rows=(
        Row("kelompok", (Cell("", "TabelIsiTebal"), tebal("nama", span=7))),
        Row("indikator", (tengah("nomor"), sel("nama"), *FULFILLED_CELLS, tengah("target_n"), sel("catatan"))),
    ),
)  # fmt: skip

REKAP = Table(
    "rekap", "Rekapitulasi rencana program",
    "Banyaknya sub kegiatan dan pagu menurut tag, bidang, atau sumber dana",
    landscape=False,
    widths=(567, 3454, 1100, 1500, 950, 1500),
    heads=((
        Head("No."), Head("Uraian"), Head("Sub Kegiatan"), Head("Pagu Tahun {{ tahun }} (Rp)"), Head("Bagian (%)"),
        Head("Prakiraan Maju Tahun {{ tahun + 1 }} (Rp)"),
    ),),
    rows=(
        Row("baris", (
            tengah("nomor"), sel("uraian"), tengah("jumlah"), uang("pagu"), persen("persen"), uang("pagu_maju"),
        )),
        Row("jumlah", (
            tebal("uraian", span=2), sel("jumlah", "TabelTengahTebal"), uang_tebal("pagu"), Cell(),
            uang_tebal("pagu_maju"),
        )),
    ),
)  # fmt: skip

TABLES = (
    KINERJA_URUSAN, KINERJA_URUSAN_EVALUASI, KINERJA_URUSAN_SPM, REKAP,
    CAPAIAN_KINERJA, CAPAIAN_KINERJA_86, USULAN_MASYARAKAT, USULAN_MASYARAKAT_86,
    EVALUASI, EVALUASI_86, INDIKATOR_PROGRAM, TARGET_RENSTRA, REVIEW_RKPD, RENCANA_PROGRAM,
    REVIEW_RKPD_WHOLE, REVIEW_RKPD_86, RENCANA_PROGRAM_WHOLE, RENCANA_PROGRAM_86, RENCANA_PROGRAM_14,
)  # fmt: skip


# ------------------------------------------------------------------------------------------------ tables, set in Word
def cell_xml(cell: Cell, width: int, middle: bool = False) -> str:
    properties = w(
        "tcPr",
        "" if cell.free else w("tcW", w=cell.width or width, type="dxa"),
        w("gridSpan", val=cell.span) if cell.span > 1 else "",
        w("vMerge", val=cell.merge) if cell.merge else "",
        w("vAlign", val="center") if middle else "",
    )
    return w("tc", properties, paragraph(cell.style, cell.words))


def row_xml(cells: Iterable[Cell], widths: Sequence[int], head: bool = False) -> str:
    """One row; every row is kept whole, head rows repeat on each page."""
    properties = w("trPr", w("cantSplit"), w("tblHeader") if head else "")
    column, parts = 0, []
    for cell in cells:
        parts.append(cell_xml(cell, sum(widths[column : column + cell.span]), middle=head))
        column += cell.span
    return w("tr", properties, *parts)


def tag_row(words: str, widths: Sequence[int]) -> str:
    """A row that holds one `{%tr … %}` and vanishes when the template is filled."""
    return row_xml([Cell(words, "TagTemplat", span=len(widths))], widths)


def head_cells(heads: Sequence[Sequence[Head | Cell]], columns: int) -> Iterator[list[Cell]]:
    """Head rows with their merged cells written out: a `down` of 2 leaves a continuing cell in the row below."""
    # Column -> span, and rows still to come, of the cell that hangs into this row.
    held: dict[int, tuple[int, int]] = {}
    for heads_of_row in heads:
        waiting, cells, column, hanging = list(heads_of_row), [], 0, {}
        while column < columns and (waiting or column in held):
            if column in held:
                span, rows = held[column]
                cells.append(Cell("", "TabelKepala", span=span, merge="continue"))
            else:
                head = waiting.pop(0)
                span, rows = head.span, getattr(head, "down", 1)
                cells.append(head if isinstance(head, Cell) else head_cell(head))
            if rows > 1:
                hanging[column] = span, rows - 1
            column += span
        held = hanging
        yield cells


def tighten(cell: Cell) -> Cell:
    return replace(cell, style=f"{cell.style}Rapat")


def head_cell(head: Head) -> Cell:
    return Cell(head.words, "TabelKepala", span=head.span, merge="restart" if head.down > 1 else "")


def number_row(table: Table) -> str:
    cells = [Cell(one, "TabelNomorKolom") if isinstance(one, str) else one for one in table.numbers]
    return row_xml(cells, table.widths, head=True) if cells else ""


def body_rows(table: Table) -> Iterator[str]:
    """The loop over the rows: one `if`, an `elif` for each further kind, every tag in a row of its own."""
    yield tag_row("{%tr for baris in blok.baris %}", table.widths)
    for place, row in enumerate(table.rows):
        word = "elif" if place else "if"
        yield tag_row(f"{{%tr {word} baris.jenis == '{row.kind}' %}}", table.widths)
        yield row_xml(row.cells, table.widths)
    yield tag_row("{%tr endif %}", table.widths)
    yield tag_row("{%tr endfor %}", table.widths)


def table_properties(table: Table) -> str:
    return w(
        "tblPr", w("tblStyle", val="TabelRenja"), w("tblW", w=sum(table.widths), type="dxa"),
        w("tblInd", w=0, type="dxa"), w("tblLayout", type="fixed"),
        w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=table.title), w("tblDescription", val=table.description),
    )  # fmt: skip


def table_xml(table: Table) -> str:
    grid = w("tblGrid", *(w("gridCol", w=width) for width in table.widths))
    heads = (
        row_xml([tighten(cell) for cell in cells] if table.tight else cells, table.widths, head=True)
        for cells in head_cells(table.heads, len(table.widths))
    )
    return w("tbl", table_properties(table), grid, *heads, number_row(table), *body_rows(table))


def pattern(table: Table) -> str:
    """A table with its caption and notes, printed where a block asks for it."""
    return when(
        f"blok.pola == '{table.name}'",
        tag("{{p blok.judul_tabel }}"), table_xml(table), tag("{{p blok.catatan }}"),
    )  # fmt: skip


def check_widths() -> None:
    """A table that is not exactly as wide as its page's text, or a row that misses a column, is a slip in TABLES."""
    for table in TABLES:
        wanted = LANDSCAPE_WIDTH if table.landscape else PORTRAIT_WIDTH
        if sum(table.widths) != wanted:
            raise ValueError(f"{table.name}: {sum(table.widths)} wide instead of {wanted}")
        heads = list(head_cells(table.heads, len(table.widths)))
        for cells in [*heads, *(row.cells for row in table.rows)]:
            if (columns := sum(cell.span for cell in cells)) != len(table.widths):
                raise ValueError(f"{table.name}: a row of {columns} columns instead of {len(table.widths)}")


# ------------------------------------------------------------------------------------------------------- the document
def section(footer: str, *, landscape: bool = False, numbers: str = "", footer_distance: int = FOOTER_DISTANCE) -> str:
    """Page setup; `numbers` is how the section counts its pages. A landscape page is bound at its top."""
    wide, high = (PAPER_LONG, PAPER_SHORT) if landscape else (PAPER_SHORT, PAPER_LONG)
    turned = {"orient": "landscape"} if landscape else {}
    top, left = (BINDING, MARGIN) if landscape else (MARGIN, BINDING)
    return w(
        "sectPr", f'<w:footerReference w:type="default" r:id="{footer}"/>', w("pgSz", w=wide, h=high, **turned),
        w("pgMar", top=top, right=MARGIN, bottom=MARGIN, left=left, header=FOOTER_DISTANCE, footer=footer_distance,
          gutter=0),
        numbers, w("cols", space=708),
    )  # fmt: skip


COVER_FOOTER, PORTRAIT_FOOTER, LANDSCAPE_FOOTER = "rIdKakiSampul", "rIdKakiTegak", "rIdKakiLanskap"
ROMAN, ARABIC = w("pgNumType", fmt="lowerRoman", start=1), w("pgNumType", fmt="decimal")


def section_end(page_setup: str) -> str:
    return paragraph("AkhirBagian", extra=page_setup)


def cover() -> str:
    return "".join(
        (
            paragraph("SampulLogo", "{{p logo }}"),
            paragraph("SampulJudul", "{{ judul }}"),
            paragraph("SampulPerangkat", "{{ perangkat_daerah.nama }}"),
            paragraph("SampulDaerah", "{{ daerah.lengkap }}"),
            paragraph("SampulTahun", "Tahun {{ tahun }}"),
            section_end(section(COVER_FOOTER, footer_distance=MARGIN)),
        )
    )


def front_matter() -> str:
    return "".join((
        *(tag(f"{{{{p {name} }}}}") for name in ("lembar_pengesahan", "kata_pengantar", "ringkasan")),
        paragraph("JudulDaftar", "Daftar Isi"), tag("{{p daftar_isi }}"),
        paragraph("JudulDaftar", "Daftar Tabel"), tag("{{p daftar_tabel }}"),
        when("daftar_gambar", paragraph("JudulDaftar", "Daftar Gambar"), tag("{{p daftar_gambar }}")),
        when("daftar_lampiran", paragraph("JudulDaftar", "Daftar Lampiran"), tag("{{p daftar_lampiran }}")),
        section_end(section(PORTRAIT_FOOTER, numbers=ROMAN)),
    ))  # fmt: skip


def body() -> str:
    """The blocks of the chapters. A table's orientation is that of the section its pattern stands in."""
    upright = section(PORTRAIT_FOOTER, numbers=ARABIC)
    turned = section(LANDSCAPE_FOOTER, landscape=True, numbers=ARABIC)
    return "".join(
        (
            tag("{%p for blok in isi %}"),
            tag("{{p blok.xml }}"),
            when("blok.akhir_bab", signature()),
            *(pattern(table) for table in TABLES if not table.landscape),
            when("blok.awal_lanskap", section_end(upright)),
            tag("{{p blok.xml_lanskap }}"),
            *(pattern(table) for table in TABLES if table.landscape),
            when("blok.akhir_lanskap", section_end(turned)),
            tag("{%p endfor %}"),
        )
    )


def signature() -> str:
    return "".join(
        (
            paragraph("TandaTanganTempat", "{{ pengesahan.tempat_tanggal }}"),
            paragraph("TandaTangan", "{{ pengesahan.jabatan }}"),
            paragraph("TandaTanganGambar", "{{p tanda_tangan }}"),
            paragraph("TandaTanganNama", "{{ pengesahan.nama }}"),
            paragraph("TandaTangan", "{{ pengesahan.pangkat }}"),
            paragraph("TandaTangan", "NIP\u00a0{{ pengesahan.nip }}", w("keepNext", val=0)),
        )
    )


#: What is said of the tags that a newcomer meets, as comments of Word; no document gets them.
COMMENTS = {
    "{{ judul }}": "Nama dalam kurung kurawal diganti nilainya ketika dokumen dibuat; daftarnya dalam docs/templat.md.",
    "{{p daftar_isi }}": "{{p … }} menggantikan seluruh paragrafnya. Ia harus sendirian di paragraf itu.",
    "{%p for blok in isi %}": (
        "Dari sini sampai endfor: setiap bab, tabel, dan gambar. Tag kecil abu-abu tidak tercetak; jangan dihapus "
        "sebelah, setiap if dan for mempunyai penutupnya."
    ),
    "{%p if blok.pola == 'capaian_kinerja' %}": (
        "Pola sebuah tabel: kepala kolom, lalu baris-barisnya. Kata kepala kolom boleh diubah langsung; lebar, garis, "
        "dan warna lewat gaya tabel Tabel Renja."
    ),
    "{%p if contoh_gaya %}": "Halaman contoh: setiap gaya seperti ia tercetak. Bagian ini tidak masuk ke dokumen.",
}


def commented(content: str) -> str:
    """Content with the marks of its comments around the tags that they speak of."""
    for number, words in enumerate(COMMENTS):
        tagged = run(words)
        assert tagged in content, words
        start, end = (w(f"commentRange{edge}", id=number) for edge in ("Start", "End"))
        content = content.replace(tagged, start + tagged + end + w("r", w("commentReference", id=number)), 1)
    return content


def comments_xml() -> str:
    """The comments, all of one time."""
    return root("comments", "".join(
        w("comment", w("p", run(said)), id=number, author="renjadoc", date="2021-01-01T00:00:00Z", initials="r")
        for number, said in enumerate(COMMENTS.values())
    ))  # fmt: skip


#: Styles of tags and of lines that Word makes, which say nothing by themselves.
UNSHOWN = ("Tag Templat", "Akhir Bagian", "header", "footer")
SPECIMEN = "contoh teks dengan gaya ini, cukup panjang untuk memperlihatkan takuk dan jarak barisnya."


def specimen() -> str:
    """Every style as it will look, for those who change the template; dropped when a document is made."""
    shown = [style for style in all_styles() if style.kind == "paragraph" and style.name not in UNSHOWN]
    cells = [style for style in shown if style.name.startswith("Tabel ")]
    lines = [paragraph(style.id, f"{style.name}: {SPECIMEN}") for style in shown if style not in cells]
    widths = (2300, PORTRAIT_WIDTH - 2300)
    rows = [row_xml([Cell("Gaya", "TabelKepala"), Cell("Contoh", "TabelKepala")], widths, head=True)]
    rows += [row_xml([Cell(style.name), Cell("Contoh isi sel 1.234,5", style.id)], widths) for style in cells]
    table = Table("contoh", "Contoh gaya tabel", "Setiap gaya sel", landscape=False, widths=widths, heads=(), rows=())
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    drawn = w("tbl", table_properties(table), grid, *rows)
    return when("contoh_gaya", paragraph("JudulDaftar", "Contoh gaya"), *lines, drawn, paragraph("Isi"))


def document_xml() -> str:
    last = section(PORTRAIT_FOOTER, numbers=ARABIC)
    return root("document", commented(w("body", cover(), front_matter(), body(), specimen(), last)))


def cover_footer_xml() -> str:
    """The line at the foot of the cover, a footer so that it stands at the bottom of any paper."""
    return root("ftr", paragraph("SampulKaki", "Pemerintah {{ daerah.lengkap }}"))


def footer_xml(stop: int) -> str:
    """Name of the document at the left, page at the right edge `stop`."""
    own = tabs(w("tab", val="clear", pos=PORTRAIT_WIDTH), right_tab(stop, "none")) if stop != PORTRAIT_WIDTH else ""
    page = field_xml("PAGE", "1")
    return root("ftr", w("p", w("pPr", w("pStyle", val="Footer"), own), run("{{ kaki }}"), w("r", w("tab")), page))


def field_xml(instruction: str, shown: str) -> str:
    mark = {kind: w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")}
    code = w("r", f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>')
    return mark["begin"] + code + mark["separate"] + run(shown) + mark["end"]


# -------------------------------------------------------------------------------------------------------- the package
def root(name: str, content: str) -> str:
    """A part's root element. w14 and w15 are declared on each, so that blocks put in later may use them."""
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'<w:{name}{declared} mc:Ignorable="w14 w15">{content}</w:{name}>'


def settings_xml() -> str:
    """Compatibility with Word 2013 and later, Indonesian separators; nothing that makes Word ask to update fields.

    Without `differentiateMultirowTableHeaders` all rows of a head are coloured as the first one.
    """
    uri = "http://schemas.microsoft.com/office/word"
    compat = {
        "compatibilityMode": 15, "overrideTableStyleFontSizeAndJustification": 1, "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
    }  # fmt: skip
    return root("settings", "".join((
        w("zoom", percent=100), w("defaultTabStop", val=567), *hyphenation(),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *(w("compatSetting", name=name, uri=uri, val=value) for name, value in compat.items())),
        w("themeFontLang", val="id-ID"), w("decimalSymbol", val=","), w("listSeparator", val=";"),
    )))  # fmt: skip


def hyphenation() -> tuple[str, ...]:
    """Words are divided where the program knows Indonesian: justified lines then have no rivers."""
    zone = w("consecutiveHyphenLimit", val=2), w("hyphenationZone", val=284)
    return w("autoHyphenation"), *zone, w("doNotHyphenateCaps")


def fonts_xml() -> str:
    return root("fonts", w(
        "font", w("altName", val="Liberation Sans"), w("charset", val="00"), w("family", val="swiss"),
        w("pitch", val="variable"), name=FONT,
    ))  # fmt: skip


THEME_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3864", "lt2": "E7E6E6", "accent1": "2F5597", "accent2": "C55A11",
    "accent3": "7F7F7F", "accent4": "BF9000", "accent5": "2E75B6", "accent6": "548235", "hlink": "1F3864",
    "folHlink": "1F3864",
}  # fmt: skip


def theme_xml() -> str:
    """The least that counts as a theme; our styles name their font and colours themselves."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in THEME_COLORS.items())
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="Renja"><a:themeElements>'
        f'<a:clrScheme name="Renja">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Renja"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Renja"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


@dataclass(frozen=True)
class Part:
    """A part of the package that the main document points at."""

    relation_id: str
    relation: str  # last word of the relationship's type, and of the content type
    path: str  # inside word/
    xml: str

    @property
    def content_type(self) -> str:
        family = "application/vnd.openxmlformats-officedocument" if self.relation == "theme" else MAIN_TYPE
        return f"{family}.{self.relation}+xml"


def document_parts() -> tuple[Part, ...]:
    return (
        Part("rIdStyles", "styles", "styles.xml", styles_xml()),
        Part("rIdNumbering", "numbering", "numbering.xml", numbering_xml()),
        Part("rIdSettings", "settings", "settings.xml", settings_xml()),
        Part("rIdFonts", "fontTable", "fontTable.xml", fonts_xml()),
        Part("rIdTheme", "theme", "theme/theme1.xml", theme_xml()),
        Part("rIdKomentar", "comments", "comments.xml", comments_xml()),
        Part(COVER_FOOTER, "footer", "footer1.xml", cover_footer_xml()),
        Part(PORTRAIT_FOOTER, "footer", "footer2.xml", footer_xml(PORTRAIT_WIDTH)),
        Part(LANDSCAPE_FOOTER, "footer", "footer3.xml", footer_xml(LANDSCAPE_WIDTH)),
    )


PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


def content_types_xml(parts: Sequence[Part]) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml",
        "png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    }  # fmt: skip
    overrides = {
        "/word/document.xml": f"{MAIN_TYPE}.document.main+xml",
        "/docProps/core.xml": CORE_TYPE,
        "/docProps/app.xml": APP_TYPE,
        **{f"/word/{part.path}": part.content_type for part in parts},
    }
    lines = [f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items()]
    lines += [f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()]
    return f'<Types xmlns="{PACKAGE}/content-types">{"".join(lines)}</Types>'


def relations_xml(relations: Iterable[tuple[str, str, str]]) -> str:
    lines = (f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in relations)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def core_xml() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Templat Renja</dc:title><dc:creator>renjadoc</dc:creator><dc:language>id-ID</dc:language>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )


def app_xml() -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>renjadoc</Application></Properties>"
    )


def package_parts() -> dict[str, str]:
    parts = document_parts()
    top = (
        ("rId1", f"{RELATIONSHIP}/officeDocument", "word/document.xml"),
        ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{RELATIONSHIP}/extended-properties", "docProps/app.xml"),
    )
    inner = ((part.relation_id, f"{RELATIONSHIP}/{part.relation}", part.path) for part in parts)
    return {
        "[Content_Types].xml": content_types_xml(parts),
        "_rels/.rels": relations_xml(top),
        "docProps/app.xml": app_xml(),
        "docProps/core.xml": core_xml(),
        "word/_rels/document.xml.rels": relations_xml(inner),
        "word/document.xml": document_xml(),
        **{f"word/{part.path}": part.xml for part in parts},
    }


def write_package(path: Path) -> None:
    """Parse every part (a slip shows here, not in Word) and zip them in a fixed order with a fixed time."""
    with zipfile.ZipFile(path, "w") as package:
        for name, xml in package_parts().items():
            tree = etree.fromstring(xml.encode())
            data = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            entry_info = zipfile.ZipInfo(name, EPOCH)
            entry_info.compress_type = zipfile.ZIP_DEFLATED
            entry_info.create_system = 0  # the same bytes on Windows and elsewhere
            package.writestr(entry_info, data)


def faults(path: Path) -> list[str]:
    """What the Open XML validator finds; nothing when it is not installed."""
    try:
        from openxml_audit import OpenXmlValidator
    except ImportError:
        return []
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def main(arguments: Sequence[str]) -> int:
    path = Path(arguments[0]) if arguments else Path(__file__).parent.parent / "templates" / "renja.docx"
    check_widths()
    write_package(path)
    found = faults(path)
    print("\n".join([f"{path}: {len(found)} faults", *found]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
