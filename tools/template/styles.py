"""The styles of the template: those of the cover, headings, text, tables, contents, signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from template.lists import LISTS
from template.measures import (
    FONT,
    HEAD_SHADE,
    LIST_LEVELS,
    LIST_STEP,
    OPEN_YELLOW,
    PORTRAIT_WIDTH,
    REPEATED_GREY,
    RULE,
    TAG_GREY,
)
from template.vocabulary import (
    BOLD,
    BOTH,
    CAPS,
    CENTRE,
    HELD,
    RIGHT,
    TOGETHER,
    UNHYPHENATED,
    WITH_NEXT,
    border,
    entry,
    indent,
    numbered,
    outline,
    right_tab,
    root,
    size,
    spacing,
    tabs,
    text_lines,
    w,
)


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
    # What the row above says too, for whoever reads on over the page.
    yield Style("Tabel Isi Ulangan", spacing(), w("color", val=REPEATED_GREY) + size(7), base="Tabel Isi")
    yield Style("Tabel Tengah Ulangan", spacing(), w("color", val=REPEATED_GREY) + size(7), base="Tabel Tengah")
    # For tables of more columns than a page has room for.
    for name in ("Isi", "Tengah", "Angka"):
        yield Style(f"Tabel {name} Rapat", "", size(7), base=f"Tabel {name}")
        yield Style(f"Tabel {name} Rapat Tebal", WITH_NEXT, BOLD, base=f"Tabel {name} Rapat")
    yield Style("Tabel Kepala Rapat", "", size(7), base="Tabel Kepala")
    yield Style("Tabel Nomor Kolom", WITH_NEXT + spacing(), size(7), base="Tabel Tengah")
    yield Style("Catatan Tabel", TOGETHER + spacing(60, 120), size(8.5))
    yield Style("Sumber", base="Catatan Tabel", next="Isi")
    yield Style("Sumber Gambar", spacing(0, 200) + CENTRE, base="Sumber", next="Isi")


def list_of_contents_styles() -> Iterator[Style]:
    # With an outline level, so that it has its place in the navigation pane and in the contents.
    above, look = HELD + w("pageBreakBefore"), UNHYPHENATED + spacing(0, 360) + CENTRE + outline(0)
    yield Style("Judul Daftar", above + look, BOLD + CAPS + size(14))
    yield Style("Judul Lampiran", above + numbered(len(LISTS) + 2) + look, BOLD + CAPS + size(14), next="Isi")
    yield Style("toc 1", entry(567, 567, before=120), BOLD)
    yield Style("toc 2", entry(1644, 680))
    yield Style("toc 3", entry(2494, 850))
    yield Style("table of figures", entry(1134, 1134, before=60))


def closing_styles() -> Iterator[Style]:
    yield Style("footnote text", spacing(0, 40) + indent(227, hanging=227) + BOTH, size(9))
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
    yield Style(
        "footnote reference", letters=w("vertAlign", val="superscript"), base="Default Paragraph Font", kind="character"
    )


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
