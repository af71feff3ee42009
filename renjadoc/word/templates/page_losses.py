"""What the pages of a template lose though every tag is there: sides of even and first pages, a way to lie, columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from renjadoc.word.names import R, W, read_switch, read_whole
from renjadoc.word.packages import relations
from renjadoc.word.packages.package import DOCUMENT, Parts
from renjadoc.word.templates import paper
from renjadoc.word.templates.sections import read_width
from renjadoc.word.templates.text_looks import read_cell_letters

_SETTINGS = "word/settings.xml"
_PAGE = re.compile(rb"instr(?:Text[^>]*>|=\")\s*PAGE\b", re.IGNORECASE)
_TURNING = b"blok.awal_lanskap"
_AT_FOOT = "Di Word: klik dua kali kaki halaman, hilangkan centang"
_CONTENTS, _FRONT_STYLE = b"daftar_isi", "judul daftar"
#: A cell of ours takes 0.38 cm for its margins (twentieths of a point).
_NARROWEST_COLUMN = 280
_PATTERN_TABLE = re.compile(r"blok\.pola == '(\w+)'(?:(?!blok\.pola ==).)*?<w:tblGrid>(.*?)</w:tblGrid>", re.DOTALL)
_ROWS = re.compile(r"blok\.pola == '(\w+)'((?:(?!blok\.pola ==).)*)", re.DOTALL)
_MONEY_CELL = re.compile(r"<w:tc>((?:(?!</w:tc>).)*?)\bbaris\.(\w*(?:pagu|anggaran)\w*)\s*\|\s*angka", re.DOTALL)
#: How wide 1.000.000.000 is, in sizes of its letters: 6.4 in Arial, less what sizes are rounded by.
_TEN_DIGITS, _CELL_MARGINS = 6.2, 130
_CELL_WIDTH, _CELL_STYLE = re.compile(r'<w:tcW [^>]*w:w="(\d+)"'), re.compile(r'<w:pStyle w:val="([^"]*)"/>')
GRID_COLUMN = re.compile(r'<w:gridCol w:w="(\d+)"/>')

#: What is lost, what to do (both in Indonesian), and the name by which a template says that it is meant so.
PageLoss = tuple[str, str, str]


def find_page_losses(parts: Parts, style_names: Mapping[str, object]) -> list[PageLoss]:
    """What the pages of these parts would not show, or not as they should. `style_names` are in small letters."""
    sections = list(etree.fromstring(parts[DOCUMENT]).iter(f"{W}sectPr"))
    losses = [*_find_lost_numbers(parts, sections), *_find_lying(parts, sections), *_find_columns(sections)]
    losses += _find_small_paper(sections)
    if _CONTENTS in parts[DOCUMENT] and _FRONT_STYLE not in style_names:
        said = (
            "“Daftar Isi”, “Daftar Tabel”, dan judul sejenisnya tidak masuk Daftar Isi: gaya “Judul Daftar” tidak ada"
        )
        losses.append(
            (said, "Kembalikan nama gaya itu, atau pakai gaya itu untuk judul-judul tersebut.", "daftar_isi.judul")
        )
    return losses


def _find_lost_numbers(parts: Parts, sections: list[Any]) -> Iterator[PageLoss]:
    """Numbers that stand on usual pages and not on even ones, or not on the first of a section. The cover has none."""
    targets = {one.id: one.target for one in relations.relations_of(parts, DOCUMENT) if not one.outside}
    has_even = tells_even_pages(parts)
    current: dict[tuple[str, str], bytes] = {}
    lost = set()
    for index, section in enumerate(sections):
        for one in section.iter(f"{W}headerReference", f"{W}footerReference"):
            name = targets.get(one.get(f"{R}id") or "", "")
            current[one.tag, one.get(f"{W}type") or "default"] = parts.get(name, b"")
        shown = {
            kind: [part for (_, own), part in current.items() if own == kind] for kind in ("default", "even", "first")
        }
        if index and any(map(_PAGE.search, shown["default"])):
            lost |= {"even"} if has_even and not any(map(_PAGE.search, shown["even"])) else set()
            lost |= (
                {"first"} if read_switch(section, "titlePg") and not any(map(_PAGE.search, shown["first"])) else set()
            )
    if "even" in lost:
        hint = f"{_AT_FOOT} “Beda Halaman Ganjil & Genap”, atau isi kaki halaman genap."
        yield ("nomor halaman tidak tercetak di halaman genap", hint, "kaki_genap.PAGE")
    if "first" in lost:
        hint = f"{_AT_FOOT} “Halaman Pertama Berbeda”, atau isi kaki halaman pertama."
        what = "nomor halaman tidak tercetak di halaman pertama tiap bagian, juga tiap kali halaman menjadi lanskap"
        yield (what, hint, "kaki_pertama.PAGE")


def tells_even_pages(parts: Parts) -> bool:
    """Whether even pages have headers and footers of their own."""
    return bool(read_switch(etree.fromstring(parts.get(_SETTINGS, b"<none/>")), "evenAndOddHeaders"))


def _find_lying(parts: Parts, sections: list[Any]) -> Iterator[PageLoss]:
    """Pages that all lie the same way where the template tells landscape ones apart."""
    sizes = [size for one in sections if (size := one.find(f"{W}pgSz")) is not None]
    turned = {read_whole(size.get(f"{W}w")) > read_whole(size.get(f"{W}h")) for size in sizes}
    if _TURNING not in parts[DOCUMENT] or len(turned) != 1:
        return
    between = "di antara {%p if blok.awal_lanskap %} dan {%p if blok.akhir_lanskap %}"
    if True in turned:
        hint = f"Tata Letak > Orientasi > Tegak untuk sampul, daftar, dan isi; hanya bagian {between} yang lanskap."
        yield ("semua halaman lanskap, juga naskahnya", hint, "halaman.tegak")
    else:
        hint = f"Letakkan kursor {between}, lalu Tata Letak > Orientasi > Lanskap."
        yield (
            "tidak ada halaman lanskap: tabel lebar dicetak di halaman tegak dengan huruf kecil",
            hint,
            "halaman.lanskap",
        )


def _find_columns(sections: list[Any]) -> Iterator[PageLoss]:
    columns = (one.find(f"{W}cols") for one in sections)
    if any(found is not None and read_whole(found.get(f"{W}num")) > 1 for found in columns):
        hint = "Di Word: Tata Letak > Kolom > Satu."
        yield ("halaman dibagi menjadi beberapa kolom, tabel lebih lebar daripada kolomnya", hint, "halaman.kolom")


def _find_small_paper(sections: list[Any]) -> Iterator[PageLoss]:
    for section in sections:
        size, width = section.find(f"{W}pgSz"), read_width(section)
        is_turned = size is not None and size.get(f"{W}orient") == "landscape"
        if width is not None and width < (paper.LEAST_LANDSCAPE if is_turned else paper.LEAST_UPRIGHT):
            said = f"{paper.describe_width(width)}; kata dan angka tabel dapat terputus"
            yield (said, paper.ADVICE, "halaman.kertas")
            return


def find_narrow_columns(body: str) -> list[PageLoss]:
    """Columns of patterns that have no room for a letter beside the margins of their cells; `body` is fitted."""
    losses = []
    for pattern, table in _PATTERN_TABLE.findall(body):
        widths = [int(width) for width in GRID_COLUMN.findall(table)]
        if narrow := [str(index) for index, width in enumerate(widths, 1) if width < _NARROWEST_COLUMN]:
            said = f"kolom {', '.join(narrow)} tabel pola {pattern} terlalu sempit untuk sebuah huruf"
            losses.append((said, "Geser batas kolom itu di Word, atau hapus kolomnya.", f"lebar.{pattern}"))
    return losses


def find_torn_amounts(body: str, styles: bytes) -> Iterator[PageLoss]:
    """Amounts of patterns whose letters are too large for their cells; `body` is fitted, its tags are long."""
    letters = read_cell_letters(styles, bold=1)
    torn: dict[str, str] = {}
    for pattern, rows in _ROWS.findall(body):
        for cell, name in _MONEY_CELL.findall(rows):
            width, style = _CELL_WIDTH.search(cell), _CELL_STYLE.search(cell)
            size = letters.get(style[1] if style else "", letters[""])
            if width is not None and int(width[1]) - _CELL_MARGINS < _TEN_DIGITS * size:
                torn.setdefault(f"{pattern} ({name})", f"{size / 20:.1f} pt di kolom {int(width[1]) / 567:.1f} cm")
    if torn:
        shown = next(iter(torn.values())).replace(".", ",")
        said = f"angka 1.000.000.000 terputus dalam tabel pola {', '.join(torn)}: huruf {shown}"
        yield said, "Lebarkan kolomnya, atau perkecil huruf gaya tabel “Tabel Renja”.", "lebar.pagu"
