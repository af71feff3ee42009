"""Counts what is wrong with the pages of a document as they are printed: heads alone, empty pages, rivers, torn words.

    python benchmarks/cetak.py FOLDER|BERKAS.docx …      lays each out with LibreOffice and counts
    python benchmarks/cetak.py --rinci FOLDER …          and says every place
    python benchmarks/cetak.py --tabel FOLDER …          as the rows of the table in docs/cetak.md

A folder is a content folder; its document is made first. The exit code is 1 where anything was found.
"""

from __future__ import annotations

import ctypes
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.unbroken import as_seen
from renjadoc.word.layout import pages
from renjadoc.word.packages import package
from renjadoc.word.reader.document import WordBlock, WordParagraph
from renjadoc.word.reader.read import read_parts

#: Text of tables is set smaller than this; body text is not.
_BODY_SIZE = 10.0
#: A blank of Arial and of its like, in parts of the size; how much wider it may get.
_BLANK, _RIVER = 0.278, 3.0
#: Fewer lines than these leave a page near empty; so far from the lower edge stands the footer, in points.
_FEW_LINES, _FOOTER = 4, 66
#: Digits smaller than this part of their line are raised.
_RAISED = 0.75
_LABEL = re.compile(r"\d+(?:\.\d+)*[.)]?|[a-z][.)]|[•·]|BAB")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
#: How rows begin that end a table.
_TOTALS = ("jumlah", "rata-rata", "seluruhnya", "total")
#: What a line may break behind; all dashes are one here, because a PDF does not tell them apart at a line's end.
_BREAKS = re.compile(r"(?<=[-/…])|\s+")
_DASHES = str.maketrans(dict.fromkeys("–—\u2011\x02", "-"))

KINDS = (
    "kepala tertinggal", "halaman hampir kosong", "sela lebar", "angka terpotong", "kata terpotong", "di luar kertas",
)  # fmt: skip


@dataclass
class Line:
    """A line of print: its words with their edges, how large and how bold it is, and where it stands (from below)."""

    height: float
    size: float
    bold: bool
    words: list[tuple[str, float, float]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(word for word, _, _ in self.words)


@dataclass
class Page:
    number: int
    size: tuple[float, float]
    lines: list[Line]
    pictures: list[tuple[float, float, float, float]]


@dataclass
class Found:
    """One fault: of which kind, on which page (from 1; 0 where that is not known), and what stands there."""

    kind: str
    page: int
    what: str


# Reading the PDF


def read_pages(data: bytes) -> list[Page]:
    """The pages of a PDF, lines from above."""
    document = pdfium.PdfDocument(data)
    return [_read_page(document[index], index + 1) for index in range(len(document))]


def _read_page(page: Any, number: int) -> Page:
    pictures = [one.get_bounds() for one in page.get_objects() if one.type == raw.FPDF_PAGEOBJ_IMAGE]
    lines = [line for line in _read_lines(page.get_textpage()) if line.words]
    return Page(number, page.get_size(), lines, pictures)


def _read_lines(text: Any) -> Iterator[Line]:
    """The lines in the order in which they were written: a cell of a table has lines of its own."""
    line, word, end, is_mark = Line(0, 0, False), "", (0.0, 0.0), False
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text.raw, index))
        left, low, right, _ = text.get_charbox(index, loose=True)
        size = raw.FPDFText_GetFontSize(text.raw, index)
        is_small = size < _RAISED * line.size
        is_mark = is_small and (sign.isdigit() or (is_mark and sign in "\r\n"))
        if is_mark:
            # A footnote's mark is no part of its word, nor is the end of a line seen behind it; it takes room though.
            end = (end[0], right) if word and sign.isdigit() else end
            continue
        # Two cells side by side may be as high, and are told apart by their letters.
        same = abs(low - line.height) < 4.5 and left >= end[1] - 6 and abs(size - line.size) < 1
        if word and (sign.isspace() or not same):
            line.words.append((as_seen(word), *end))
            word = ""
        if sign.isspace() or (not (sign.isprintable() or sign == "\x02")):
            continue
        if not same or not line.size:
            yield line
            line = Line(low, size, _is_bold(text, index))
        end = (end[0] if word else left, right)
        word += sign
    if word:
        line.words.append((as_seen(word), *end))
    yield line


def _is_bold(text: Any, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text.raw, index, name, len(name), flags)
    return b"Bold" in name.value


# What is wrong


def find_faults(printed: list[Page], blocks: Sequence[WordBlock]) -> Iterator[Found]:
    """Every fault of the pages of a document whose text is `blocks`."""
    heads = {_squeeze(text) for text in _list_heads(blocks)}
    before: list[str] = []
    for page in printed[1:]:
        body = [line for line in page.lines if line.height > _FOOTER]
        texts = [line.text for line in body]
        fresh = body[_count_repeated(texts, before) :]
        before = texts
        # A list of pictures is as short as there are few.
        is_list = bool(texts) and texts[0].upper().startswith("DAFTAR ")
        is_filled = is_list or page is printed[-1] or any(_is_large(picture, page) for picture in page.pictures)
        if not is_filled and len({round(line.height) for line in fresh}) < _FEW_LINES:
            yield Found("halaman hampir kosong", page.number, " / ".join(line.text for line in fresh)[:80])
        if fresh and (lost := _find_lost_head(body, heads)):
            yield Found("kepala tertinggal", page.number, lost)
        if page is not printed[-1]:
            yield from (Found("sela lebar", page.number, line.text) for line in body if _has_river(line))
        yield from (Found("di luar kertas", page.number, what) for what in _find_outside(page))
    yield from _find_torn(printed, blocks)


def _is_large(picture: tuple[float, float, float, float], page: Page) -> bool:
    """Whether a picture fills a page with few lines beside it: a third of its height."""
    return 3 * (picture[3] - picture[1]) > page.size[1]


def _list_heads(blocks: Sequence[WordBlock]) -> Iterator[str]:
    """The texts that must not stand last on a page."""
    for block in blocks:
        if isinstance(block, WordParagraph) and not block.contents:
            is_head = block.style.startswith(("heading", "caption")) or block.text.rstrip().endswith(":")
            if is_head and block.text.strip():
                yield block.text


def _squeeze(text: str) -> str:
    return "".join(as_seen(text).split())


def _find_lost_head(body: list[Line], heads: set[str]) -> str:
    lowest = min(line.height for line in body)
    last = [line for line in body if line.height - lowest < 2]
    # What is repeated from a row above stands there in smaller letters, and heads nothing by itself.
    largest = max(line.size for line in last)
    last = [line for line in last if line.size > largest - 1] or last
    text = _squeeze(last[-1].text)
    if len(text) > 3 and last[-1].size >= _BODY_SIZE:
        return last[-1].text if any(head.endswith(text) for head in heads) else ""
    # A row of a table in which all is bold heads the rows below it, unless it ends the table.
    is_head = all(line.bold for line in last) and not text.lower().startswith(_TOTALS)
    return last[0].text if is_head and not _AMOUNT.fullmatch(text) else ""


def _count_repeated(texts: list[str], before: list[str]) -> int:
    """How many lines at the start of a page are those of the page before: the heads of a table."""
    starts = [index for index, text in enumerate(before) if texts and text == texts[0]]
    return max((_count_equal(texts, before[start:]) for start in starts), default=0)


def _count_equal(one: list[str], other: list[str]) -> int:
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _has_river(line: Line) -> bool:
    if line.size < _BODY_SIZE or "...." in line.text or " : " in line.text:
        return False
    words = line.words[1:] if _LABEL.fullmatch(line.words[0][0]) else line.words
    widest = max((right[1] - left[2] for left, right in pairwise(words)), default=0)
    return widest > _RIVER * _BLANK * line.size


def _find_outside(page: Page) -> Iterator[str]:
    wide, high = page.size
    for line in page.lines:
        if line.words[0][1] < 0 or line.words[-1][2] > wide:
            yield line.text
    for left, low, right, top in page.pictures:
        if left < 0 or low < 0 or right > wide or top > high:
            yield "gambar"


def _find_torn(printed: list[Page], blocks: Sequence[WordBlock]) -> Iterator[Found]:
    """Words and amounts that no line holds whole, and words whose two halves are none and stand without a hyphen."""
    pieces = (piece for text in _list_texts(blocks) for piece in _split_text(text))
    said = Counter(piece for piece in pieces if len(piece) > 3)
    shown = Counter(piece for page in printed for line in page.lines for piece in _split_words(line))
    # Where a program knows how to divide words, the two parts stand at the end of a line and at the next's beginning.
    divided = {
        end.words[-1][0].translate(_DASHES).removesuffix("-") + start.words[0][0]
        for page in printed
        for end, start in pairwise(page.lines)
    }
    for word in said - shown:
        if word not in shown and word not in divided:
            kind = "angka terpotong" if _AMOUNT.search(word) else "kata terpotong"
            yield Found(kind, 0, word)
    for page in printed:
        for end, start in pairwise(page.lines):
            halves = end.words[-1][0].translate(_DASHES), start.words[0][0].translate(_DASHES)
            if "".join(halves) in said and not set(halves) & said.keys() and not halves[0].endswith(("-", "/")):
                yield Found("kata terpotong", page.number, "|".join(halves))


def _split_words(line: Line) -> Iterator[str]:
    for word, _, _ in line.words:
        yield from _split_text(word)


def _split_text(text: str) -> list[str]:
    return _BREAKS.split(as_seen(text).translate(_DASHES))


def _list_texts(blocks: Sequence[WordBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, WordParagraph):
            # Letters of headings and of the cover are printed as capitals.
            if not block.contents and block.style in {"isi", "kutipan", "isi setelah tabel", "catatan tabel"}:
                yield block.text
            continue
        for cell in (cell for row in block.rows for cell in row.cells):
            yield from _list_cell(cell.blocks)


def _list_cell(blocks: Sequence[WordBlock]) -> Iterator[str]:
    yield from (block.text for block in blocks if isinstance(block, WordParagraph))


# The command


def examine(path: Path, office: pages.LibreOffice) -> tuple[int, list[Found]]:
    """How many pages the document at `path` has, and its faults."""
    with tempfile.TemporaryDirectory() as folder:
        docx = path
        if path.is_dir():
            docx = Path(folder, "cetak.docx")
            make_document(DocumentOrder(path, docx, overwrite=True), office=office)
        printed = read_pages(office.lay_out([docx.read_bytes()])[0].pdf)
        return len(printed), list(find_faults(printed, read_parts(package.unpack_file(docx)).blocks))


def main(arguments: Sequence[str]) -> int:
    told, as_table = "--rinci" in arguments, "--tabel" in arguments
    program = pages.find_libreoffice()
    if program is None:
        print("LibreOffice tidak ada di komputer ini.")
        return 2
    if as_table:
        print(f"| folder | halaman | {' | '.join(KINDS)} |\n|---|{'--:|' * (len(KINDS) + 1)}")
    else:
        print(f"{'':44}" + "".join(f"{kind.split()[0] + ' ' + kind.split()[1][:9]:>18}" for kind in KINDS))
    total = 0
    with pages.LibreOffice(program) as office:
        for path in (Path(one) for one in arguments if not one.startswith("--")):
            count, found = examine(path, office)
            counted = Counter(one.kind for one in found)
            if as_table:
                print(f"| {path.name} | {count} | {' | '.join(str(counted[kind]) for kind in KINDS)} |")
            else:
                print(f"{path.name[:32]:32} {count:4} hlm.  " + "".join(f"{counted[kind]:18}" for kind in KINDS))
            for one in found if told else ():
                print(f"    hlm. {one.page}: {one.kind}: {one.what}")
            total += len(found)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
