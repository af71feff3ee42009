"""Which chapters a file of an old document holds, where only its name says so, or its place among the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from renjadoc.adoption.chapters import find_chapters
from renjadoc.adoption.contents_lists import leave_out_contents
from renjadoc.adoption.headings import FRONT, LONGEST, NUMBERED, ROMAN_CHAPTER, heading_level, match_own_number
from renjadoc.adoption.labels import read_number
from renjadoc.adoption.parts import find_appendices
from renjadoc.indonesian import romawi
from renjadoc.word.reader.document import Piece, WordBlock, WordDocument, WordParagraph, cut_start

_NUMBER = r"([IVXLC]+|\d{1,2})(?![A-Za-z\d])"
_NAMED = re.compile(rf"\s*BAB[\s_-]*{_NUMBER}", re.IGNORECASE)
_FURTHER = re.compile(
    rf"[\s_]*(?:[-–—_,&+]|dan|s\.?[_\s]*/?d\.?|sampai(?:[\s_]+dengan)?|hingga)?[\s_]*(?:BAB[\s_-]*)?{_NUMBER}",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"\s*lampiran\b", re.IGNORECASE)
#: A file with less is a cover or the like.
_FEWEST_WORDS = 60
#: Appendices stand behind all chapters.
_BEHIND = 1_000


def list_chapters(document: WordDocument, stem: str) -> list[int]:
    """The numbers of the chapters that a file's text itself numbers; what it only enumerates is no chapter of it."""
    blocks = list(leave_out_contents(document.blocks))
    named, first = _read_stem(stem), next((block for block in blocks if _says_something(block)), None)
    found = ((blocks[at], number) for at, number in find_chapters(blocks))
    return [number for block, number in found if number in named or block is first or _is_strong(block)]


def _says_something(block: WordBlock) -> bool:
    return not isinstance(block, WordParagraph) or bool(block.text.strip())


def _is_strong(block: WordBlock) -> bool:
    return isinstance(block, WordParagraph) and (block.centred or block.bold or block.outline is not None)


def name_chapters(documents: Sequence[WordDocument], stems: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Number the chapters of files whose text does not, by their names, else by their order; what was guessed is told.

    `stems` are the names of the files without their endings.
    """
    chapters = [list_chapters(*one) for one in zip(documents, stems, strict=True)]
    for at, (document, stem) in enumerate(zip(documents, stems, strict=True)):
        named = [] if chapters[at] else _read_stem(stem)
        if named:
            chapters[at] = _number_headings(_find_headings(document, len(named)), named[0])
    is_bare = not any(chapters)
    for at, (document, stem) in enumerate(zip(documents, stems, strict=True)):
        headings = [] if chapters[at] or _is_appendix(document, stem) else _find_styled(document)
        if is_bare and not headings:
            headings = _find_title(document)
        following = max([number for one in chapters[:at] for number in one], default=0) + 1
        others = {number for one in chapters for number in one}
        if headings and others.isdisjoint(range(following, following + len(headings))):
            chapters[at] = _number_headings(headings, following)
            numbers = ", ".join(f"BAB {romawi(number)}" for number in chapters[at])
            yield "nomor bab disimpulkan dari urutan berkas", f"{stem}: {numbers}"
    yield from _tell_doubled(chapters, stems)


def place_file(document: WordDocument, stem: str) -> int:
    """Where a file stands among the others: by its first chapter; what has none stands before, appendices behind."""
    chapters = list_chapters(document, stem)
    return chapters[0] if chapters else _BEHIND if _is_appendix(document, stem) else 0


def _tell_doubled(chapters: list[list[int]], stems: Sequence[str]) -> Iterator[tuple[str, str]]:
    holders: dict[int, list[str]] = {}
    for stem, numbers in zip(stems, chapters, strict=True):
        for number in dict.fromkeys(numbers):
            holders.setdefault(number, []).append(stem)
    for number, names in sorted(holders.items()):
        if len(names) > 1:
            yield (
                "bab yang sama ada di beberapa berkas; teks keduanya diambil",
                f"BAB {romawi(number)}: {', '.join(names)}",
            )


def _read_stem(stem: str) -> list[int]:
    """The chapters that a file's name states: `BAB II-IV`, `BAB 2 sd 4` or `BAB II, III, IV`; usually one."""
    found = _NAMED.match(stem)
    if found is None:
        return []
    first = last = read_number(found[1])
    for further in _FURTHER.finditer(stem, found.end()):
        if further.start() != found.end() or not last < read_number(further[1]) < first + 10:
            break
        found, last = further, read_number(further[1])
    return list(range(first, last + 1)) if first else []


def _number_headings(headings: Sequence[WordParagraph], first: int) -> list[int]:
    """Write `BAB II` before headings; the numbers that they got."""
    for number, heading in enumerate(headings, first):
        own = ROMAN_CHAPTER.match(heading.text)
        rest = cut_start(heading.pieces, own.start("title")) if own else heading.pieces
        heading.pieces = [Piece(f"BAB {romawi(number)} ", rest[0].look), *rest]
    return list(range(first, first + len(headings)))


# Headings


def _find_headings(document: WordDocument, count: int) -> list[WordParagraph]:
    """As many headings of chapters as a file's name states; only the first line where it is not clear which."""
    said = _list_said(document)
    if count > 1:
        for found in (_find_styled(document), _find_roman(said), [line for line in said if _stands_out(line)]):
            if len(found) == count:
                return found
    return said[:1]


def _find_styled(document: WordDocument) -> list[WordParagraph]:
    """The headings with the highest style in use that have no number."""
    levels = [
        (level, line) for line in _list_said(document) if (level := heading_level(line)) and not _is_numbered(line)
    ]
    top = min((level for level, _ in levels), default=0)
    return [line for level, line in levels if level == top]


def _find_roman(lines: list[WordParagraph]) -> list[WordParagraph]:
    return [line for line in lines if len(line.text) < LONGEST and match_own_number(line, ROMAN_CHAPTER)]


def _find_title(document: WordDocument) -> list[WordParagraph]:
    """The first line of a file that is more than a cover, where it looks like a heading."""
    said = _list_said(document)
    is_long = sum(len(line.text.split()) for line in said) >= _FEWEST_WORDS
    return [line for line in said[:1] if is_long and _stands_out(line) and not FRONT.match(line.text.strip())]


def _list_said(document: WordDocument) -> list[WordParagraph]:
    """The paragraphs with a text, without those of contents."""
    blocks = leave_out_contents(document.blocks)
    return [block for block in blocks if isinstance(block, WordParagraph) and block.text.strip()]


def _stands_out(line: WordParagraph) -> bool:
    return line.text.isupper() and (line.bold or line.centred) and len(line.text) < LONGEST and not _is_numbered(line)


def _is_numbered(line: WordParagraph) -> bool:
    return match_own_number(line, NUMBERED) is not None


def _is_appendix(document: WordDocument, stem: str) -> bool:
    return bool(_APPENDIX.match(stem)) or find_appendices(_list_said(document)[:1]) == [0]
