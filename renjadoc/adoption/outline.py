"""Where an old document's chapters and sections begin: by styles, by typed numbers, by looks, in this order of trust.

Contents lists and the chapters that section 1.4 enumerates look like headings too. A real one has text below it, and
comes where its number belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from renjadoc.adoption import words
from renjadoc.adoption.labels import readings, split
from renjadoc.indonesian import romawi
from renjadoc.span import Span
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordTable

CHAPTER = re.compile(
    r"\s*(?:B\s?A\s?B|Bab)\s+(?P<number>[IVXivx]{1,6}|\d{1,2})(?!\w|\.\s*\d)\s*[.:–—-]*\s*(?P<title>.*)", re.DOTALL
)
#: A chapter without the word BAB: `I. PENDAHULUAN`.
_ROMAN_CHAPTER = re.compile(r"\s*(?P<number>[IVX]{1,5})\.\s+(?P<title>\S.*)", re.DOTALL)
#: As many of these in a row, from I on, are chapters.
_FEWEST_ROMAN = 3
NUMBERED = re.compile(
    r"\s*(?P<number>(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){1,4})\.?(?:\s+|(?=[A-Z][a-z]))(?P<title>\S.*)", re.DOTALL
)
_LABELLED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){1,4}\.?")
_LETTERED = re.compile(r"\s*(?P<letter>[A-Z])\.\s+(?P<title>\S.*)", re.DOTALL)
#: What stands before and behind the chapters; its heading is none of a chapter.
FRONT = re.compile(
    r"(?:kata\s+pengantar|daftar\s+(?:isi|tabel|gambar|lampiran|grafik|singkatan)|lembar\s+pengesahan|ringkasan\s+eksekutif)\b",
    re.IGNORECASE,
)
LISTS = re.compile(r"daftar\s+(?:isi|tabel|gambar|lampiran|grafik)\b", re.IGNORECASE)
#: An entry of a typed contents list: dots or a tab before a page number.
_ENTRY = re.compile(r".*(?:\.{3,}|…+|\t|\s{3,})\s*(?:\d{1,3}|[ivxlc]+)?\s*$", re.DOTALL)
_LONGEST_HEADING = 220
#: As many words below a heading are enough to show that it is one.
_ENOUGH = 60
_ROMAN = {romawi(number): number for number in range(1, 31)}


@dataclass
class Section:
    """A heading and what stands below it; `number` is as it stood (`2.1`), `level` from 1."""

    title: list[Span]
    number: str
    level: int
    body: list[WordBlock] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


@dataclass
class Outline:
    """`front` stands before the first chapter; `doubtful` are (what, text) that a person should look at."""

    front: list[WordBlock]
    chapters: list[Section]
    doubtful: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Candidate:
    """A paragraph that may begin chapter `number`; the score counts its looks and the text below it."""

    index: int
    number: int
    looks: float


def build(blocks: Sequence[WordBlock]) -> Outline:
    """The outline of a document. Contents lists are left out; without any chapter, all of it is one."""
    kept = list(without_contents(list(_unframed(blocks))))
    starts = _chapter_starts(kept) or _roman_starts(kept)
    if not starts:
        return _unnumbered(kept)
    outline = Outline(kept[: starts[0][0]], [])
    for (index, number), (end, _) in zip(starts, [*starts[1:], (len(kept), 0)], strict=True):
        chapter, used = _chapter(kept, index, end, number)
        chapter.body += _beside(kept[index : index + used])
        _Sections(chapter, number, outline).divide(kept[index + used : end])
        outline.chapters.append(chapter)
    return outline


def _unframed(blocks: Sequence[WordBlock]) -> Iterator[WordBlock]:
    """The blocks, where a frame (a table of one cell) is drawn around the heading of a chapter its paragraphs."""
    for block in blocks:
        cells = [cell for row in block.rows for cell in row.cells] if isinstance(block, WordTable) else []
        inner = cells[0].blocks if len(cells) == 1 else []
        text = "\n".join(one.text for one in inner if isinstance(one, WordParagraph)).strip()
        if CHAPTER.match(text) and len(text) < _LONGEST_HEADING:
            yield from inner
        else:
            yield block


# Contents lists


def without_contents(blocks: Sequence[WordBlock]) -> Iterator[WordBlock]:
    """The blocks without lists of contents: those that Word made, and typed ones below their heading."""
    listing = False
    for index, block in enumerate(blocks):
        if isinstance(block, WordTable):
            listing = False
        elif block.contents or _is_list_heading(block):
            listing = True
            continue
        elif listing and block.text.strip():
            listing = _is_entry(block, blocks[index + 1 :])
            if listing:
                continue
        yield block


def _is_list_heading(block: WordParagraph) -> bool:
    return LISTS.match(block.text.strip()) is not None and len(block.text.strip()) < 40


def _is_entry(block: WordParagraph, after: Sequence[WordBlock]) -> bool:
    """Whether a line below “Daftar Isi” is an entry: it ends in a page number, or entries follow it closely."""
    text = block.text.strip()
    if len(text) > _LONGEST_HEADING or (block.outline is not None and not _ENTRY.fullmatch(block.text)):
        return False
    if (front := FRONT.match(text)) is not None:
        return _ENTRY.fullmatch(block.text.rstrip()) is not None and text != front[0]
    if _ENTRY.fullmatch(block.text.rstrip()) and not text.endswith((";", ":")):
        return True
    near = [b for b in after if not isinstance(b, WordParagraph) or b.text.strip()][:3]
    return any(isinstance(b, WordParagraph) and _ENTRY.fullmatch(b.text.strip()) and len(b.text) < 200 for b in near)


# Chapters


def _chapter_starts(blocks: Sequence[WordBlock]) -> list[tuple[int, int]]:
    """(index, number) of the paragraphs that begin chapters: the best chain of rising numbers."""
    found = [c for index, block in enumerate(blocks) if (c := _candidate(index, block)) is not None]
    best: list[tuple[float, int]] = []
    for place, candidate in enumerate(found):
        end = found[place + 1].index if place + 1 < len(found) else len(blocks)
        below = min(_word_count(blocks[candidate.index + 1 : end]), _ENOUGH) / _ENOUGH
        # All else equal, the first “BAB I” is real and the last of any other number: between stands what 1.4 lists.
        late = candidate.index / (len(blocks) + 1) * (1 if candidate.number > 1 else -1)
        score = 2 * below + candidate.looks + 0.5 + 0.1 * late
        before = [(best[k][0], k) for k in range(place) if found[k].number < candidate.number]
        total, previous = max(before, default=(0.0, -1))
        best.append((total + score, previous))
    place = max(range(len(best)), key=lambda k: best[k][0], default=-1)
    chain = []
    while place >= 0:
        chain.append((found[place].index, found[place].number))
        place = best[place][1]
    return chain[::-1]


def _candidate(index: int, block: WordBlock) -> _Candidate | None:
    if not isinstance(block, WordParagraph):
        return None
    text = f"{block.label} {block.text}" if CHAPTER.match(block.label) else block.text
    match = CHAPTER.match(text)
    if match is None or len(text.strip()) > _LONGEST_HEADING:
        return None
    title = match["title"].strip()
    number = _number(match["number"])
    capital = text.lstrip().startswith("BAB") or text.lstrip().startswith("B A B")
    strong = block.outline is not None or block.centred or block.bold or block.label.upper().startswith("BAB")
    if number == 0 or not (capital or strong) or title[:1].islower():
        return None
    looks = 1.0 * (block.outline == 1) + 0.6 * block.centred + 0.4 * block.bold + 0.4 * (not title) + 0.2 * capital
    return _Candidate(index, number, looks)


def _roman_starts(blocks: Sequence[WordBlock]) -> list[tuple[int, int]]:
    """(index, number) of the headings `I.`, `II.`, `III.` … of a document whose chapters are not called BAB."""
    starts: list[tuple[int, int]] = []
    for index, block in enumerate(blocks):
        if isinstance(block, WordParagraph) and (block.bold or block.centred or block.outline is not None):
            match = _ROMAN_CHAPTER.match(_with_label(block))
            if match and len(block.text) < _LONGEST_HEADING and _number(match["number"]) == len(starts) + 1:
                starts.append((index, len(starts) + 1))
    return starts if len(starts) >= _FEWEST_ROMAN else []


def _with_label(block: WordParagraph) -> str:
    return f"{block.label} {block.text}" if block.label else block.text


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _ROMAN.get(text.upper(), 0)


def _word_count(blocks: Sequence[WordBlock]) -> int:
    return sum(_ENOUGH if isinstance(block, WordTable) else len(block.text.split()) for block in blocks)


def _chapter(blocks: Sequence[WordBlock], start: int, end: int, number: int) -> tuple[Section, int]:
    """The chapter whose heading is at `start`, and how many blocks its heading takes."""
    first = blocks[start]
    assert isinstance(first, WordParagraph)
    lines = [_cut_chapter(first)]
    used = 1
    for block in blocks[start + 1 : end]:
        if not isinstance(block, WordParagraph) or block.pictures:
            break
        if block.text.strip():
            if not _is_title(block, first, lines):
                break
            lines.append(block.spans)
        used += 1
    title = [span for line in lines if line for span in (Span(" "), *line)]
    return Section(_one_line(title), romawi(number), 1), used


def _beside(headings: Sequence[WordBlock]) -> list[WordBlock]:
    """Pictures, footnotes and comments of headings, which stand below them then."""
    return [
        WordParagraph(pictures=block.pictures, notes=block.notes, comments=block.comments)
        for block in headings
        if isinstance(block, WordParagraph) and (block.pictures or block.notes or block.comments)
    ]


def _cut_chapter(block: WordParagraph) -> list[Span]:
    match = CHAPTER.match(block.text) or _ROMAN_CHAPTER.match(block.text)
    if CHAPTER.match(block.label) or match is None:
        return list(block.spans)
    return _cut(block.spans, match.start("title"))


def _cut(spans: Sequence[Span], count: int) -> list[Span]:
    kept = []
    for span in spans:
        text = span.text[count:]
        count = max(0, count - len(span.text))
        if text:
            kept.append(Span(text, span.bold, span.italic))
    return kept


def _is_title(block: WordParagraph, first: WordParagraph, lines: list[list[Span]]) -> bool:
    """Whether a line below “BAB II” belongs to its title: the first must be short, more must look like it."""
    text = block.text.strip()
    if len(text) > _LONGEST_HEADING or block.label or NUMBERED.match(text) or text.endswith((".", ";", ":")):
        return False
    titled = any(span.text.strip() for line in lines for span in line)
    alike = (block.centred, block.bold, block.outline) == (first.centred, first.bold, first.outline)
    if not titled:
        return alike or text.isupper() or len(text) < 100
    before = "".join(span.text for span in lines[-1])
    return alike and text.isupper() and before.strip().isupper() and (block.centred or block.bold)


def _one_line(title: list[Span]) -> list[Span]:
    """A heading in one line, without looks: the template gives it those."""
    return [Span(" ".join("".join(span.text for span in title).split()))]


# Sections


class _Sections:
    """Divides the body of one chapter."""

    def __init__(self, chapter: Section, number: int, outline: Outline) -> None:
        self._chapter, self._number, self._outline = chapter, number, outline
        self._last: tuple[int, ...] = ()
        self._seen = {words.squeeze_text(s.title[0].text) for c in outline.chapters for s in _all(c)}
        self._letters = 0

    def divide(self, blocks: Sequence[WordBlock]) -> None:
        here = self._chapter
        lettered = self._has_letters(blocks)
        for block in blocks:
            found = self._heading(block, lettered) if isinstance(block, WordParagraph) else None
            if found is None:
                here.body.append(block)
                continue
            parent = self._chapter
            if found.level == 3 and self._chapter.sections:
                parent = self._chapter.sections[-1]
            else:
                found.level = 2
            parent.sections.append(found)
            here = found
            assert isinstance(block, WordParagraph)
            here.body += _beside([block])

    def _heading(self, block: WordParagraph, lettered: bool) -> Section | None:
        text = block.text.strip()
        if not text or len(text) > _LONGEST_HEADING:
            return None
        strong = block.outline is not None or block.bold
        numbered = _LABELLED.fullmatch(block.label) or NUMBERED.match(text)
        if numbered:
            return self._numbered(block, strong)
        if lettered and strong and (letter := self._letter(block)) is not None:
            return letter
        if block.outline == 1 or (block.outline in {2, 3} and not FRONT.match(text)):
            line = split(block)
            return self._titled(line.spans, line.label, max(2, block.outline))
        return None

    def _titled(self, spans: Sequence[Span], number: str, level: int) -> Section:
        section = Section(_one_line(list(spans)), number.rstrip("."), level)
        self._seen.add(words.squeeze_text(section.title[0].text))
        return section

    def _numbered(self, block: WordParagraph, strong: bool) -> Section | None:
        if _LABELLED.fullmatch(block.label):
            label, spans = block.label, list(block.spans)
        else:
            match = NUMBERED.match(block.text)
            assert match is not None
            label, spans = match["number"], _cut(block.spans, match.start("title"))
        number = tuple(_number(part) for part in label.rstrip(".").split("."))
        title = "".join(span.text for span in spans).strip()
        if len(number) > 3 or "\t" in title or not self._fits(number, title, strong):
            return None
        if number <= self._last or number[0] != self._number:
            self._outline.doubtful.append(("nomor judul tidak berurutan", f"{label} {words.shorten_text(title)}"))
        self._last = max(self._last, number) if number[0] == self._number else self._last
        return self._titled(spans, label, len(number))

    def _fits(self, number: tuple[int, ...], title: str, strong: bool) -> bool:
        """Whether a numbered line is a heading here, and no entry of a list of headings or a sentence."""
        known = words.squeeze_text(title) in self._seen
        if number[0] == self._number and number > self._last:
            sentence = title.endswith((";", ",")) or (title.endswith(".") and len(title) > 120)
            return strong or (self._follows(number) and not sentence and len(title) < 160)
        return strong and not known and "sistematika" not in self._here()

    def _follows(self, number: tuple[int, ...]) -> bool:
        """Whether `number` is the next one, at its level or one below: plain text is a heading only then."""
        last = self._last or (self._number,)
        return any(number == (*last[:depth], last[depth] + 1) for depth in range(1, len(last))) or number == (*last, 1)

    def _here(self) -> str:
        return self._chapter.sections[-1].title[0].text.casefold() if self._chapter.sections else ""

    def _has_letters(self, blocks: Sequence[WordBlock]) -> bool:
        """Whether the sections are lettered (A. Latar Belakang): bold lines A., B., … and none numbered 1.1."""
        paragraphs = [b for b in blocks if isinstance(b, WordParagraph) and (b.bold or b.outline is not None)]
        if any(NUMBERED.match(p.text) or _LABELLED.fullmatch(p.label) for p in paragraphs):
            return False
        letters = [m["letter"] for p in paragraphs if (m := _LETTERED.match(f"{p.label} {p.text}".strip()))]
        lettered = any(section.number == "A" for chapter in self._outline.chapters for section in chapter.sections)
        return letters[:2] == ["A", "B"] or (lettered and letters == ["A"])

    def _letter(self, block: WordParagraph) -> Section | None:
        match = _LETTERED.match(f"{block.label} {block.text}".strip())
        if match is None or ord(match["letter"]) - 64 != self._letters + 1:
            return None
        self._letters += 1
        typed = _LETTERED.match(block.text)
        spans = list(block.spans) if block.label or typed is None else _cut(block.spans, typed.start("title"))
        return self._titled(spans, match["letter"], 2)


def _all(section: Section) -> Iterator[Section]:
    yield section
    for below in section.sections:
        yield from _all(below)


# Documents without “BAB”


def _unnumbered(blocks: list[WordBlock]) -> Outline:
    """Chapters by the highest heading style in use; one chapter of everything where no style says so."""
    levels = [b.outline or 9 for b in blocks if _is_styled(b)]
    if not levels:
        chapter = Section([Span("")], "", 1)
        outline = Outline([], [chapter])
        _Sections(chapter, 1, outline).divide(blocks)
        return outline
    top = min(levels)
    starts = [index for index, block in enumerate(blocks) if _is_styled(block) and block.outline == top]
    outline = Outline(blocks[: starts[0]], [])
    for number, (index, end) in enumerate(zip(starts, [*starts[1:], len(blocks)], strict=True), start=1):
        heading = blocks[index]
        assert isinstance(heading, WordParagraph)
        label = [Span(f"{heading.label} ")] if heading.label and not readings(heading.label) else []
        chapter = Section(_one_line([*label, *heading.spans]), "", 1)
        chapter.body += _beside([heading])
        _Sections(chapter, number, outline).divide([_raised(b, top - 1) for b in blocks[index + 1 : end]])
        outline.chapters.append(chapter)
    return outline


def _is_styled(block: WordBlock) -> TypeGuard[WordParagraph]:
    """Whether a block is a heading by its style, and none of the front matter."""
    if not isinstance(block, WordParagraph) or block.outline is None:
        return False
    return bool(block.text.strip()) and FRONT.match(block.text.strip()) is None


def _raised(block: WordBlock, by: int) -> WordBlock:
    if isinstance(block, WordParagraph) and block.outline:
        block.outline = max(2, block.outline - by)
    return block
