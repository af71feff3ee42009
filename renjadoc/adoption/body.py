"""The body of a section as blocks of the content: text and lists, regulations, tables with their captions, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from renjadoc.adoption import below, grids, lists, photos, words
from renjadoc.adoption.captions import (
    Numbered,
    find_captions,
    is_caption,
    read_picture_caption,
    read_table_caption,
    says_it_continues,
)
from renjadoc.adoption.converting import describe_chart
from renjadoc.adoption.grids import TableGrid
from renjadoc.adoption.labels import LabelledLine, read_label, split_label
from renjadoc.narrative import typed_citation
from renjadoc.narrative.regulation_entry import RegulationEntry
from renjadoc.span import Span
from renjadoc.tables.old import Built
from renjadoc.word.reader.document import Piece, WordBlock, WordParagraph, WordPicture, WordTable, split_lines

_QUOTES = {"kutipan", "quote", "intense quote"}
#: So many lines of one paragraph that begin with a number are a list.
_FEWEST_ITEMS = 2
#: Tables that only set labels and values have no more columns than these.
_WIDEST_BOX = 4
#: No picture is wider than the text of an upright page, none on a turned page than the schema allows (centimetres).
_WIDEST, _WIDEST_TURNED = 16, 30
UNTITLED = "[[judul tabel]]"
#: Fewer citations than these below each other are left as the text they are, but for numbered ones where a title
#: announces them.
_FEWEST_REGULATIONS = 3
_OF_REGULATIONS = re.compile(r"\b(?:landasan|dasar)\s+hukum\b", re.IGNORECASE)


@dataclass
class OldTable:
    """A table of the old document. `block` places it; `built` is its data as a kind, `reason` why it has none.

    `form` is the grid that was read as the kind: the table's own, but for codes in several columns.
    """

    grid: TableGrid
    title: list[str]
    number: str
    block: dict[str, Any]
    form: TableGrid | None = None
    built: Built | None = None
    reason: str = ""
    #: The lines right above one that has no caption: text, but what people call it by.
    above: list[str] = field(default_factory=list)
    #: The footnotes of its caption.
    notes: list[str] = field(default_factory=list)
    #: The lines right below it that are notes on it.
    below: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How messages name it."""
        title = words.shorten_text(" ".join(self.title or self.above)) or "tanpa judul"
        return f"Tabel {self.number} ({title})" if self.number else f"tabel “{title}”"

    @property
    def printed_title(self) -> list[str]:
        """The lines of its title as the content has them; none for a table that had no caption, which stays so."""
        missing = [UNTITLED] if self.number else []
        lines = [words.escape_marks(line) for line in self.title] or missing
        return [*lines[:-1], lines[-1] + "".join(map(words.write_note, self.notes))] if lines else []

    def keep_below(self, source: str, notes: list[str]) -> None:
        """Keep what its last rows say of it."""
        self.block |= {"sumber": source} if source else {}
        self.below += notes

    def make_ad_hoc(self, reason: str) -> None:
        """Leave the table as it stood; `reason` says why, in Indonesian."""
        self.built, self.reason = None, reason


@dataclass
class Extracts:
    """What was taken out of the text on the way; `doubtful` are (what, text) for the report."""

    tables: list[OldTable] = field(default_factory=list)
    regulations: dict[str, list[RegulationEntry]] = field(default_factory=dict)
    pictures: list[tuple[dict[str, Any], WordPicture]] = field(default_factory=list)
    #: Tables and pictures that have a number in their caption.
    numbered: list[Numbered] = field(default_factory=list)
    standardised: list[tuple[str, str]] = field(default_factory=list)
    doubtful: list[tuple[str, str]] = field(default_factory=list)
    #: Captions of tables that go on: `Lanjutan Tabel 3.1`.
    repeated: list[str] = field(default_factory=list)


def read_body(blocks: Sequence[WordBlock], extracts: Extracts, title: str = "") -> list[Any]:
    """The content of a section; tables, regulations and pictures are put into `extracts` and placed by name."""
    return _BodyReader(list(_open_frames(blocks)), extracts, title).read()


def _open_frames(blocks: Sequence[WordBlock]) -> Iterator[WordBlock]:
    """The blocks with something in them; a table of one column without a head is a frame around text.

    So is one without a caption that only sets pictures side by side.
    """
    above: WordBlock | None = None
    for block in blocks:
        captioned = isinstance(above, WordParagraph) and is_caption([above])
        above = block
        if isinstance(block, WordTable):
            rows = [row.cells for row in block.rows]
            if all(len(cells) == 1 for cells in rows) and (len(rows) <= 3 or any(_is_long(c[0].blocks) for c in rows)):
                yield from _open_frames([inner for cells in rows for inner in cells[0].blocks])
            elif photos.sets_pictures(block) and not captioned:
                yield from _open_frames(list(photos.list_pictures(block)))
            elif any(cell.blocks for cells in rows for cell in cells):
                yield block
        elif block.text.strip() or block.pictures or block.notes or block.comments or block.label:
            yield from _split_typed_list(block)


def _split_typed_list(block: WordParagraph) -> list[WordParagraph]:
    """A paragraph whose lines are items of a list, numbered and broken by hand, as a paragraph a line."""
    lines = [WordParagraph(pieces, style=block.style, indent=block.indent) for pieces in split_lines(block.pieces)]
    if block.label or sum(1 for line in lines if split_label(line).label) < _FEWEST_ITEMS:
        return [block]
    lines[-1].pictures, lines[-1].comments = block.pictures, block.comments
    return lines


def _is_long(blocks: Sequence[WordBlock]) -> bool:
    return any(isinstance(block, WordParagraph) and len(block.text) > 150 for block in blocks)


class _BodyReader:
    """Walks the blocks of one section; lines wait until a table or a picture ends their text."""

    def __init__(self, blocks: list[WordBlock], extracts: Extracts, title: str) -> None:
        self._blocks, self._extracts = blocks, extracts
        self._is_of_regulations = _OF_REGULATIONS.search(title) is not None
        self._content: list[Any] = []
        self._lines: list[LabelledLine] = []
        self._pictures_behind: list[Any] = []
        self._last_table: OldTable | None = None
        owners = find_captions(blocks)
        #: Index of a table or picture -> its caption.
        self._captions: dict[int, list[WordParagraph]] = {}
        for place in sorted(owners):
            line = blocks[place]
            assert isinstance(line, WordParagraph)
            self._captions.setdefault(owners[place], []).append(line)
        self._is_caption = set(owners)

    def read(self) -> list[Any]:
        for index, block in enumerate(self._blocks):
            if index in self._is_caption:
                if isinstance(block, WordParagraph) and block.pictures:
                    self._read_pictures(index, block)
                continue
            if isinstance(block, WordTable):
                self._read_table(block, self._captions.get(index, []))
            else:
                self._read_paragraph(index, block)
        self._end_text()
        return self._content

    # Text

    def _read_paragraph(self, index: int, block: WordParagraph) -> None:
        if block.text.strip() or block.notes or block.comments:
            self._last_table = None
            if self._takes_below(index, block):
                return
            if block.style in _QUOTES and not block.label:
                self._end_text()
                self._content.append({"kutipan": lists.write_paragraph(split_label(block))})
            else:
                self._lines.append(split_label(block))
        self._read_pictures(index, block)

    def _takes_below(self, index: int, block: WordParagraph) -> bool:
        """Whether a line belongs to the table or picture right above it; then it is kept with that."""
        above = self._content[-1] if self._content and not self._lines else None
        if below.take_source(above, block):
            return True
        table = self._extracts.tables[-1] if self._extracts.tables else None
        if table is None or table.block is not above:
            return False
        following = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        return index + 1 not in self._is_caption and below.take_note(table.grid, table.below, block, following)

    def _read_pictures(self, index: int, block: WordParagraph) -> None:
        """The pictures of a paragraph; a caption of several is that of the last, below which it stands."""
        caption = self._captions.get(index, [])
        kind, number, title = read_picture_caption(caption[0]) if caption else ("", "", "")
        self._pictures_behind += [self._place_picture(picture) for picture in block.pictures[:-1]]
        for picture in block.pictures[-1:]:
            placed = self._place_picture(picture, title, caption[0].notes if caption else ())
            self._pictures_behind.append(placed)
            self._extracts.numbered.append(Numbered(kind, number, placed))
        if block.pictures and not self._list_goes_on(index):
            self._end_text()

    def _list_goes_on(self, index: int) -> bool:
        """Whether a picture stands within a list, behind which it is placed."""
        following = next((b for b in self._blocks[index + 1 :] if isinstance(b, WordTable) or b.text.strip()), None)
        if not isinstance(following, WordParagraph):
            return False
        return any(label.value != 1 for label in read_label(split_label(following).label))

    def _end_text(self) -> None:
        self._content += [*self._write_text(self._lines), *self._pictures_behind]
        self._lines, self._pictures_behind = [], []

    def _write_text(self, lines: list[LabelledLine]) -> list[Any]:
        """Lists and paragraphs; a list of regulations becomes entries, and what is no citation stands below it."""
        start, end = _find_regulations(lines, announced=self._is_of_regulations)
        entries = [None if line.has_notes else typed_citation.read_entry(line.text) for line in lines[start:end]]
        read = [(line, entry) for line, entry in zip(lines[start:end], entries, strict=True) if entry is not None]
        unread = [line for line, entry in zip(lines[start:end], entries, strict=True) if entry is None]
        if len(read) < max(min(_FEWEST_REGULATIONS, end - start), len(unread), 1):
            return lists.build_lists(lines)
        count = len(self._extracts.regulations)
        name = f"landasan-hukum-{count + 1}" if count else "landasan-hukum"
        self._extracts.regulations[name] = [entry for _, entry in read]
        self._extracts.standardised += typed_citation.list_standardised([(line.text, entry) for line, entry in read])
        for line in unread:
            text = words.shorten_text(line.text, 70)
            self._extracts.doubtful.append(("peraturan belum terbaca, ditaruh di bawah daftarnya", text))
        rest = [replace(line, label=f"{number}.", indent=0, typed=False) for number, line in enumerate(unread, 1)]
        remarks = [LabelledLine("", (), remarks=line.remarks) for line, _ in read if line.remarks]
        below = [*lists.build_lists(rest), *lists.build_lists(remarks)]
        return [*lists.build_lists(lines[:start]), {"regulasi": name}, *below, *self._write_text(lines[end:])]

    # Pictures

    def _place_picture(self, picture: WordPicture, title: str = "", notes: Sequence[str] = ()) -> Any:
        alt = describe_chart(picture) if picture.chart else picture.alt or title or "Gambar dari naskah lama"
        block: dict[str, Any] = {"gambar": ""}
        if title:
            block["judul"] = words.escape_marks(title) + "".join(map(words.write_note, notes))
        block["alt"] = words.escape_marks(" ".join(alt.split()))
        # What fits an upright page need not turn one: it may only have stood between turned tables. No chart turns any.
        turned = picture.landscape and picture.chart is None and (picture.width_cm or 0) > _WIDEST
        if picture.width_cm and picture.width_cm >= 0.5:
            block["lebar_cm"] = round(min(picture.width_cm, _WIDEST_TURNED if turned else _WIDEST), 1)
        if turned:
            block["lanskap"] = True
        self._extracts.pictures.append((block, picture))
        return block

    # Tables

    def _read_table(self, block: WordTable, caption: list[WordParagraph]) -> None:
        grid = grids.read_grid(block)
        last = self._last_table
        if last is not None and grids.is_continued(last.grid, grid):
            if caption and says_it_continues(caption, last.number, last.title):
                self._extracts.repeated += [line.text for line in caption]
                caption = []
            if not caption:
                last.keep_below(*below.take_last_rows(grid))
                grids.append_rows(last.grid, grid)
                self._content += [self._place_picture(picture) for picture in grid.pictures]
                return
        if not caption and _is_box(grid):
            self._read_box(grid)
            return
        number, title = read_table_caption(caption)
        title += [line for line in grid.titles if line]
        above: list[str] = []
        if title and not is_caption(caption):
            # Without “Tabel …” a bold line is no caption: as one it would take a number that it never had.
            self._lines += [split_label(line) for line in caption]
            # What stood in the table is no item of a list, however it begins.
            self._lines += [LabelledLine("", (Span(line, bold=True),)) for line in grid.titles if line]
            caption, above, title = [], title, []
        self._end_text()
        grids.drop_repeated_heads(grid)
        grid.remarks[:0] = [remark for line in caption for remark in line.comments]
        self._last_table = OldTable(grid, title, number, {"tabel": ""}, above=above)
        self._last_table.notes = [note for line in caption for note in line.notes]
        signed = below.take_signed_rows(grid)
        self._last_table.keep_below(*below.take_last_rows(grid))
        self._extracts.tables.append(self._last_table)
        self._extracts.numbered.append(Numbered("tabel", number, self._last_table.block))
        self._content.append(self._last_table.block)
        self._content += [self._place_picture(picture) for picture in grid.pictures]
        self._tell_cells(self._last_table)
        if signed:
            self._lines += [split_label(WordParagraph([Piece(line)])) for line in signed]
            what = "tanda tangan di akhir tabel menjadi paragraf di bawahnya"
            self._extracts.doubtful.append((what, self._last_table.name))

    def _read_box(self, grid: TableGrid) -> None:
        """A table that only sets text, as the text that it sets."""
        rows = (" ".join(" ".join(box.lines) for box in row if box.lines) for row in [*grid.heads, *grid.body])
        self._lines += [LabelledLine("", (Span(line),)) for line in grid.titles if line]
        self._lines += [split_label(WordParagraph([Piece(text)])) for text in rows if text]
        self._lines += [LabelledLine("", (), remarks=tuple(grid.remarks))] if grid.remarks else []
        self._pictures_behind += [self._place_picture(picture) for picture in grid.pictures]
        if grid.pictures:
            self._end_text()

    def _tell_cells(self, table: OldTable) -> None:
        """Say what stood in cells and stands elsewhere, or otherwise."""
        if table.grid.pictures:
            what = "gambar dalam sel ditaruh di bawah tabelnya, teks penggantinya menyebut barisnya"
            self._extracts.doubtful.append((what, table.name))
        if table.grid.nested:
            self._extracts.doubtful.append(("tabel di dalam sel dijadikan baris teks", table.name))


def _is_box(grid: TableGrid) -> bool:
    """Whether a table without a caption only sets text: a letterhead, `Nama : …` below each other."""
    rows = [*grid.heads, *grid.numbers, *grid.body]
    if len(rows) == 1:
        return True
    middle = [row for row in rows if any(box.text.strip() == ":" or box.text.strip().endswith(":") for box in row)]
    return len(middle) == len(rows) and grid.width <= _WIDEST_BOX


def _find_regulations(lines: Sequence[LabelledLine], *, announced: bool) -> tuple[int, int]:
    """Where the first list of regulations begins and ends; both the same if there is none."""
    cited = [typed_citation.is_citation(line.text) for line in lines]
    for start, first in enumerate(cited):
        if not first:
            continue
        end = start
        while end < len(lines) and (cited[end] or (lines[end].label and any(cited[end + 1 : end + 3]))):
            end += 1
        around = [*lines[max(start - 1, 0) : start], *lines[end : end + 1]]
        is_whole = all(line.label for line in lines[start:end]) and not any(line.label for line in around)
        if end - start >= _FEWEST_REGULATIONS or (announced and is_whole):
            return start, end
    return 0, 0
