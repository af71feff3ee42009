"""Who signs an old document: the lines above the NIP at its end, which are printed anew and leave the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from renjadoc.adoption.headings import OldOutline, OldSection
from renjadoc.indonesian import baca_tanggal
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordPicture, WordTable

_NIP = re.compile(r"NIP\s*[.:]?\s*(?P<nip>\d[\d\s.]{15,30})", re.IGNORECASE)
_PLACED = re.compile(
    r"\s*(?P<place>[^\d,:]{2,60}?)\s*,\s*(?P<date>(?:\d{1,2}\s*|[.…_\s]*)[A-Za-z]+\s+\d{4}|[.…_\s]+(?:\d{4})?)\s*"
)
_SET_AT = re.compile(r"\s*ditetapkan\s+di\s*:?\s*(?P<place>.+?)\s*", re.IGNORECASE)
_SET_ON = re.compile(r"\s*(?:pada\s+)?tanggal\s*:?\s*(?P<date>.+?)\s*", re.IGNORECASE)
_RANK = re.compile(
    r"pembina|penata|pengatur|juru\b|jenderal|kolonel|kompol|akbp|\b[IV]{1,3}/[a-e]\b|gol", re.IGNORECASE
)
POST = re.compile(
    r"(?:plt\.?|plh\.?|pj\.?|a\.?n\.?)?\s*(?:kepala|sekretaris|camat|direktur|inspektur|lurah|asisten|bupati|wali)",
    re.IGNORECASE,
)
#: Farther from the end (lines) than this nobody signs the document.
_TAIL = 200
#: Stands for a table among lines.
TABLE_LINE = "\0"


@dataclass
class Signature:
    """The block of who signs; `picture` is the signature itself."""

    place: str = ""
    date: str = ""
    post: str = ""
    name: str = ""
    rank: str = ""
    number: str = ""
    picture: WordPicture | None = None


def take_signature(outline: OldOutline) -> Signature | None:
    """The signature at the end of the last chapter, or of an appendix; its paragraphs are taken out of there."""
    sections = [*reversed(list(outline.chapters[-1].walk())), *reversed(outline.appendices)]
    return next((found for section in sections if (found := _take_from(section)) is not None), None)


def drop_signature(section: OldSection, signature: Signature | None) -> dict[str, Any]:
    """Take the block out of a part before the chapters where it says what `signature` says; what the part then says.

    One of another person, or from another place, stays as the text that it is; another day is kept beside.
    """
    kept = section.body
    found = _take_from(section)
    if found is not None and signature is not None:
        if _says_same(found, signature):
            return {"tanda_tangan": True}
        if baca_tanggal(found.date) and _says_same(replace(found, date=signature.date), signature):
            return {"tanda_tangan": True, "tanggal": found.date}
    section.body = kept
    return {}


def _says_same(one: Signature, other: Signature) -> bool:
    said = [(s.place, s.date, s.post.casefold(), s.name, s.rank, s.number.replace(" ", "")) for s in (one, other)]
    return said[0] == said[1] and (one.picture is None or other.picture is not None)


def _take_from(section: OldSection) -> Signature | None:
    body = _open_tables(section.body)
    lines = [(index, line) for index, block in enumerate(body) for line in block_lines(block)]
    end = next((place for place in reversed(range(len(lines))) if _NIP.search(lines[place][1])), None)
    if end is None or len(lines) - end > _TAIL:
        return None
    signature, count = _read_signature([line for _, line in lines[: end + 1]])
    if signature is None:
        return None
    begin = end + 1 - count
    first, last = lines[begin][0], lines[end][0]
    if any(index in {first, last} for index, _ in [*lines[:begin], *lines[end + 1 :]]):
        return None
    pictures = [p for block in body[first : last + 1] if isinstance(block, WordParagraph) for p in block.pictures]
    signature.picture = next((picture for picture in pictures if not picture.fault), None)
    rest = [WordParagraph(pictures=[p]) for p in pictures if p is not signature.picture]
    section.body = [*body[:first], *rest, *body[last + 1 :]]
    return signature


def _open_tables(blocks: Sequence[WordBlock]) -> list[WordBlock]:
    """The blocks, where a table holds a signature its cells' blocks instead of it: two who sign stand side by side."""
    opened: list[WordBlock] = []
    for block in blocks:
        if isinstance(block, WordTable) and _holds_signature(block):
            columns = zip_longest(*(row.cells for row in block.rows))
            opened += [b for column in columns for cell in column if cell is not None for b in cell.blocks]
        else:
            opened.append(block)
    return opened


def _holds_signature(table: WordTable) -> bool:
    cells = [cell for row in table.rows for cell in row.cells]
    texts = [line for cell in cells for block in cell.blocks for line in block_lines(block)]
    return len(cells) <= 12 and len(texts) <= 20 and any(_NIP.search(text) for text in texts)


def block_lines(block: WordBlock) -> list[str]:
    """The lines of a paragraph, one TABLE_LINE for a table."""
    if isinstance(block, WordTable):
        return [TABLE_LINE]
    return [" ".join(line.split()) for line in block.text.split("\n") if line.strip()]


def _part_digits(nip: str) -> str:
    """An NIP as it is printed, 8-6-1-3; one that has not 18 digits stays as it is."""
    return re.sub(r"(\d{8})(\d{6})(\d)(\d{3})", r"\1 \2 \3 \4", nip)


def _read_signature(lines: Sequence[str]) -> tuple[Signature | None, int]:
    """The signature that ends with the last line, and how many lines it takes; None if it is not whole."""
    match = _NIP.search(lines[-1])
    if match is None or len(lines) < 3:
        return None, 0
    signature = Signature(number=_part_digits(" ".join(match["nip"].replace(".", " ").split())))
    at = len(lines) - 2
    if _RANK.search(lines[at]) and len(lines[at]) < 60:
        signature.rank, at = lines[at], at - 1
    signature.name, at = lines[at], at - 1
    posts: list[str] = []
    while at >= 0 and len(posts) < 8 and len(lines[at]) < 120 and not _is_date(lines[at]):
        posts.insert(0, lines[at])
        at -= 1
    at = _read_date(signature, lines, at)
    if not signature.place:
        begun = next((i for i, post in enumerate(posts) if POST.match(post)), len(posts))
        at += begun
        posts = posts[begun:]
    signature.post = " ".join(posts).rstrip(" ,")
    if TABLE_LINE in posts or _NIP.search(signature.name) or not POST.search(signature.post):
        return None, 0
    return signature, len(lines) - 1 - at


def _is_date(line: str) -> bool:
    return any(pattern.fullmatch(line) for pattern in (_PLACED, _SET_ON, _SET_AT))


def _read_date(signature: Signature, lines: Sequence[str], at: int) -> int:
    """Read place and date from the lines that end at `at`; the index of the line above them."""
    if at >= 0 and (placed := _PLACED.fullmatch(lines[at])) is not None:
        signature.place, signature.date = placed["place"], placed["date"].strip(" .…_")
        return at - 1
    if at >= 0 and (dated := _SET_ON.fullmatch(lines[at])) is not None:
        signature.date = dated["date"].strip(" .…_")
        at -= 1
    if at >= 0 and (set_at := _SET_AT.fullmatch(lines[at])) is not None:
        signature.place = set_at["place"]
        at -= 1
    return at
