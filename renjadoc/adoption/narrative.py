"""The body of a section as blocks of the content: text and lists, regulations, tables with their captions, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from renjadoc.adoption import grids, labels, lists, regulations, words
from renjadoc.adoption.grids import TableGrid
from renjadoc.adoption.kinds.table import Built
from renjadoc.adoption.labels import Line
from renjadoc.span import Span
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordPicture, WordTable, pieces_of

CAPTION = re.compile(
    r"\s*tabel\b\s*(?P<number>(?:\d{1,2}|[IVX]{1,5})(?:[.\-–]\s*\d{1,3})*(?![.\-]?[\w])|)[.:]?\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
PICTURE_CAPTION = re.compile(
    r"\s*gambar\s+(?P<number>(?:\d{1,2}|[IVX]{1,5})(?:[.\-–]\s*\d{1,3})*)[.:]?\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CONTINUED = re.compile(r"\b(?:lanjutan|sambungan)\b", re.IGNORECASE)
_QUOTES = {"kutipan", "quote", "intense quote"}
_MOST_CAPTION_LINES = 6
#: So many lines of one paragraph that begin with a number are a list.
_FEWEST_ITEMS = 2
UNTITLED = "[[judul tabel]]"
#: Fewer citations than these below each other are left as the text they are.
_FEWEST_REGULATIONS = 3


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

    @property
    def called(self) -> str:
        """How messages name it."""
        title = words.shorten_text(" ".join(self.title), 60) if self.title else "tanpa judul"
        return f"Tabel {self.number} ({title})" if self.number else f"tabel “{title}”"


@dataclass
class Taken:
    """What was taken out of the text on the way; `doubtful` are (what, text) for the report."""

    tables: list[OldTable] = field(default_factory=list)
    regulations: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    pictures: list[tuple[dict[str, Any], WordPicture]] = field(default_factory=list)
    standardised: list[tuple[str, str]] = field(default_factory=list)
    doubtful: list[tuple[str, str]] = field(default_factory=list)
    #: Captions of tables that go on: `Lanjutan Tabel 3.1`.
    repeated: list[str] = field(default_factory=list)


def body(blocks: Sequence[WordBlock], taken: Taken) -> list[Any]:
    """The content of a section; tables, regulations and pictures are put into `taken` and placed by name."""
    return _Body(list(_unwrapped(blocks)), taken).run()


def _unwrapped(blocks: Sequence[WordBlock]) -> Iterator[WordBlock]:
    """The blocks with something in them; a table of one column without a head is a frame around text."""
    for block in blocks:
        if isinstance(block, WordTable):
            rows = [row.cells for row in block.rows]
            if all(len(cells) == 1 for cells in rows) and (len(rows) <= 3 or any(_is_long(c[0].blocks) for c in rows)):
                yield from _unwrapped([inner for cells in rows for inner in cells[0].blocks])
            elif any(cell.blocks for cells in rows for cell in cells):
                yield block
        elif block.text.strip() or block.pictures or block.notes or block.comments or block.label:
            yield from _typed_lines(block)


def _typed_lines(block: WordParagraph) -> list[WordBlock]:
    """A paragraph whose lines are items of a list, numbered and broken by hand, as a paragraph a line."""
    lines = [WordParagraph(pieces_of(spans), style=block.style, indent=block.indent) for spans in _lines(block.spans)]
    if block.label or sum(1 for line in lines if labels.split(line).label) < _FEWEST_ITEMS:
        return [block]
    lines[-1].pictures, lines[-1].notes, lines[-1].comments = block.pictures, block.notes, block.comments
    return [line for line in lines if line.text.strip() or line is lines[-1]]


def _lines(spans: Sequence[Span]) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *more = span.text.split("\n")
        lines[-1].append(span._replace(text=first))
        lines += [[span._replace(text=text)] for text in more]
    return lines


def _is_long(blocks: Sequence[WordBlock]) -> bool:
    return any(isinstance(block, WordParagraph) and len(block.text) > 150 for block in blocks)


class _Body:
    def __init__(self, blocks: list[WordBlock], taken: Taken) -> None:
        self._blocks, self._taken = blocks, taken
        self._found: list[Any] = []
        self._lines: list[Line] = []
        self._later: list[Any] = []
        self._last: OldTable | None = None

    def run(self) -> list[Any]:
        captions = self._captions()
        for index, block in enumerate(self._blocks):
            if index in captions:
                continue
            if isinstance(block, WordTable):
                self._table(index, block, captions)
            else:
                self._paragraph(index, block, captions)
        self._flush()
        return self._found

    # Text

    def _paragraph(self, index: int, block: WordParagraph, captions: dict[int, int]) -> None:
        if block.text.strip() or block.notes or block.comments:
            self._last = None
            if block.style in _QUOTES and not block.label:
                self._flush()
                self._found.append({"kutipan": lists.paragraph(labels.split(block))})
            else:
                self._lines.append(labels.split(block))
        for picture in block.pictures:
            self._later.append(self._picture(index, picture, captions))
        if block.pictures and not self._list_goes_on(index):
            self._flush()

    def _list_goes_on(self, index: int) -> bool:
        """Whether a picture stands within a list, behind which it is placed."""
        following = next((b for b in self._blocks[index + 1 :] if isinstance(b, WordTable) or b.text.strip()), None)
        if not isinstance(following, WordParagraph):
            return False
        return any(label.value != 1 for label in labels.readings(labels.split(following).label))

    def _flush(self) -> None:
        if self._lines:
            self._found += self._text(self._lines)
        self._lines = []
        self._found += self._later
        self._later = []

    def _text(self, lines: list[Line]) -> list[Any]:
        start, end = _regulations(lines)
        if start == end:
            return lists.build(lines)
        read = [(line, regulations.read(line.text) if not line.notes else None) for line in lines[start:end]]
        entries = [entry for _, entry in read if entry is not None]
        unread = [line for line, entry in read if entry is None]
        if len(entries) < max(_FEWEST_REGULATIONS, len(unread)):
            return lists.build(lines)
        name = "landasan-hukum" if not self._taken.regulations else f"landasan-hukum-{len(self._taken.regulations) + 1}"
        self._taken.regulations[name] = entries
        texts = [line.text for line, entry in read if entry is not None]
        self._taken.standardised += regulations.standardised(texts, entries)
        for line in unread:
            self._taken.doubtful.append(
                ("peraturan belum terbaca, ditaruh di bawah daftarnya", words.shorten_text(line.text))
            )
        rest = [replace(line, label=f"{number}.", indent=0, typed=False) for number, line in enumerate(unread, 1)]
        remarks = [Line("", (), remarks=line.remarks) for line, entry in read if entry is not None and line.remarks]
        below = [*lists.build(rest), *lists.build(remarks)]
        return [*lists.build(lines[:start]), {"regulasi": name}, *below, *self._text(lines[end:])]

    # Pictures

    def _picture(self, index: int, picture: WordPicture, captions: dict[int, int]) -> Any:
        title = next((self._title_at(place) for place, owner in captions.items() if owner == index), "")
        alt = picture.alt or title or "Gambar dari naskah lama"
        block: dict[str, Any] = {"gambar": "", "alt": words.escape_marks(" ".join(alt.split()))}
        if title:
            block = {"gambar": "", "judul": words.escape_marks(title), "alt": block["alt"]}
        if picture.width_cm and picture.width_cm >= 0.5:
            block["lebar_cm"] = round(min(picture.width_cm, 16), 1)
        self._taken.pictures.append((block, picture))
        return block

    def _title_at(self, place: int) -> str:
        caption = self._blocks[place]
        match = PICTURE_CAPTION.match(_shown(caption)) if isinstance(caption, WordParagraph) else None
        notes = [f"(Catatan kaki: {note})" for note in getattr(caption, "notes", [])]
        return " ".join([*match["title"].split(), *notes]) if match else ""

    # Tables

    def _table(self, index: int, block: WordTable, captions: dict[int, int]) -> None:
        grid = grids.read(block)
        owned = sorted(place for place, owner in captions.items() if owner == index)
        caption = [self._blocks[place] for place in owned]
        if self._last is not None and _says_it_continues(caption) and grids.continues(self._last.grid, grid):
            self._taken.repeated += [block.text for block in caption if isinstance(block, WordParagraph)]
            owned = []
        if self._last is not None and not owned and not self._lines and grids.continues(self._last.grid, grid):
            grids.join(self._last.grid, grid)
            grids.without_repeats(self._last.grid)
            return
        self._flush()
        number, title = self._caption(caption)
        grids.without_repeats(grid)
        title += [line for line in grid.titles if line]
        placed: dict[str, Any] = {"tabel": ""}
        grid.remarks[:0] = [remark for place in owned for remark in getattr(self._blocks[place], "comments", [])]
        self._last = OldTable(grid, title, number, placed)
        self._taken.tables.append(self._last)
        self._found.append(placed)
        self._found += [self._picture(-1, picture, {}) for picture in grid.pictures]
        if grid.nested:
            self._taken.doubtful.append(("tabel di dalam sel dijadikan baris teks", self._last.called))

    def _caption(self, blocks: Sequence[WordBlock]) -> tuple[str, list[str]]:
        number = ""
        title: list[str] = []
        for block in blocks:
            text = _shown(block) if isinstance(block, WordParagraph) else ""
            match = CAPTION.match(text)
            if match and not number and not title:
                number, text = match["number"], match["title"]
            title += [" ".join(line.split()) for line in text.split("\n") if line.strip()]
            title += [f"(Catatan kaki: {note})" for note in getattr(block, "notes", [])]
        return number, title

    def _captions(self) -> dict[int, int]:
        """Index of a paragraph that is a caption, or a line of one -> index of its table or picture."""
        found: dict[int, int] = {}
        for index, block in enumerate(self._blocks):
            if isinstance(block, WordTable):
                first = self._caption_start(index, found)
                found |= dict.fromkeys(range(first, index), index)
                if first == index and self._is_captioned_below(index):
                    found[index + 1] = index
            elif block.pictures and not block.text.strip():
                for place in (index + 1, index - 1):
                    near = self._blocks[place] if 0 <= place < len(self._blocks) else None
                    if (
                        isinstance(near, WordParagraph)
                        and place not in found
                        and PICTURE_CAPTION.match(_shown(near))
                        and len(near.text) < 250
                    ):
                        found[place] = index
                        break
        return found

    def _is_captioned_below(self, index: int) -> bool:
        """Whether the line below a table is its caption, and not that of a table which follows."""
        below, after = (self._blocks[i] if i < len(self._blocks) else None for i in (index + 1, index + 2))
        if not isinstance(below, WordParagraph) or not self._may_caption(index + 1) or not _is_caption(below):
            return False
        return len(below.text) < 200 and not isinstance(after, WordTable)

    def _caption_start(self, index: int, taken: dict[int, int]) -> int:
        """Where the caption of the table at `index` begins; `index` if it has none."""
        first = index
        while (
            first > 0
            and index - first < _MOST_CAPTION_LINES
            and first - 1 not in taken
            and self._may_caption(first - 1)
        ):
            first -= 1
            block = self._blocks[first]
            assert isinstance(block, WordParagraph)
            if _is_caption(block):
                return first
        start = index
        while start > first and self._looks_like_title(start - 1):
            start -= 1
        return start

    def _may_caption(self, index: int) -> bool:
        block = self._blocks[index]
        if not isinstance(block, WordParagraph) or block.pictures or len(block.text) >= 300:
            return False
        return not block.label or CAPTION.match(block.label) is not None

    def _looks_like_title(self, index: int) -> bool:
        block = self._blocks[index]
        assert isinstance(block, WordParagraph)
        shown = block.text.strip()
        return (block.centred or block.bold) and len(shown) < 200 and not shown.endswith((":", ";", "."))


def _shown(block: WordParagraph) -> str:
    """The text with its automatic number: Word may make “Tabel 2.1” by a list."""
    return f"{block.label} {block.text}" if block.label else block.text


def _says_it_continues(caption: Sequence[WordBlock]) -> bool:
    return any(isinstance(block, WordParagraph) and _CONTINUED.search(block.text) for block in caption)


def _is_caption(block: WordParagraph) -> bool:
    """Whether a paragraph begins a caption: `Tabel 2.1` and a title, not a sentence about the table."""
    match = CAPTION.match(_shown(block))
    if match is None:
        return False
    title = match["title"].strip()
    return (
        not title[:1].islower()
        and not title.endswith((":", ";"))
        and (bool(match["number"]) or block.style == "caption" or title.upper().startswith("T-C"))
    )


def _regulations(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the first list of regulations begins and ends; both the same if there is none."""
    cited = [regulations.is_citation(line.text) for line in lines]
    for start, first in enumerate(cited):
        if not first:
            continue
        end = start
        while end < len(lines) and (cited[end] or (lines[end].label and any(cited[end + 1 : end + 3]))):
            end += 1
        if end - start >= _FEWEST_REGULATIONS:
            return start, end
    return 0, 0
