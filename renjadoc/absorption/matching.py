"""Which paragraph that came back is which of those that went out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from renjadoc.absorption import three_way
from renjadoc.word.reader.document import Piece, WordParagraph, as_seen, cut_start, split_lines
from renjadoc.word.reader.made import BaseParagraph, MadeDocument
from renjadoc.word.text_hashes import hash_text

_CHAPTER = re.compile(r"\s*BAB\s+[IVXLCDM]+\s*\n?", re.IGNORECASE)
_LABEL = re.compile(r"\s*(Tabel|Gambar)\s+[\d.]+\s*")
#: Lines that Word makes itself, and lines of the template that hold no narrative.
_MADE_BY_WORD = ("toc ", "table of figures", "toc heading")
_TEMPLATE_STYLES = ("sampul", "tanda tangan", "sistematika", "header", "footer", "title", "jarak tabel")
#: So alike are two texts that one is the other changed; so alike that it was moved and not written anew.
_CHANGED, _MOVED = 0.5, 0.85
_MOVED_LENGTH = 20
#: So many comparisons are made in one place; where there are more, somebody wrote another document.
_MOST_PAIRS = 100_000


@dataclass
class Line:
    """One line of the document that came back; `base` is the index of what it was, `seeds` all that went into it."""

    pieces: list[Piece]
    paragraph: WordParagraph
    index: int
    after_fixed: bool = False
    base: int | None = None
    seeds: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def plain(self) -> bool:
        """Whether nothing in it is emphasised."""
        return not any(piece.look.bold or piece.look.italic for piece in self.pieces)

    def anchors(self) -> list[str]:
        """The anchors that lie around some of the text."""
        return list(dict.fromkeys(name for piece in self.pieces if piece.text.strip() for name in piece.anchors))


def match(returned: MadeDocument) -> tuple[list[Line], list[tuple[str, str]]]:
    """The lines with what each was, and (kind, text) of those that are no narrative and were typed or changed."""
    lines, strange = _lines(returned)
    _by_anchor(lines, returned.base)
    # Equal texts first, wherever they are: what is only alike may be somebody else.
    _by_order(lines, returned.base)
    _by_text(lines, returned.base)
    _by_place(lines, returned.base)
    _nearly(lines, returned.base)
    return lines, strange


def _lines(returned: MadeDocument) -> tuple[list[Line], list[tuple[str, str]]]:
    lines: list[Line] = []
    strange: list[tuple[str, str]] = []
    known = {base.anchor: base for base in returned.base}
    has_anchors = any(piece.anchors for paragraph in returned.paragraphs for piece in paragraph.pieces)
    after_fixed = False
    for index, paragraph in enumerate(returned.paragraphs):
        anchors = [name for piece in paragraph.pieces for name in piece.anchors if name in known]
        after_fixed = after_fixed or paragraph.after_table
        if not anchors and not paragraph.text.strip():
            continue
        if not anchors and _fixed(paragraph, returned):
            after_fixed = True
        elif not anchors and ((has_anchors and not lines) or paragraph.style.startswith(_TEMPLATE_STYLES)):
            strange.append(("bagian templat", paragraph.text))
        else:
            kinds = {known[name].kind for name in anchors}
            lines += [Line(p, paragraph, index, after_fixed) for p in _split(paragraph, kinds)]
            after_fixed = False
    return lines, strange


def _fixed(paragraph: WordParagraph, returned: MadeDocument) -> bool:
    return paragraph.style.startswith(_MADE_BY_WORD) or hash_text(paragraph.text) in returned.fixed


def _split(paragraph: WordParagraph, kinds: set[str]) -> list[list[Piece]]:
    """The lines of a caption below its label; of a chapter's heading the title; otherwise the whole paragraph."""
    if "judul_tabel" in kinds or paragraph.style == "caption":
        return [line for line in split_lines(paragraph.pieces) if not _LABEL.fullmatch(_text(line))]
    if "judul" in kinds or paragraph.style.startswith("heading"):
        label = _CHAPTER.match(paragraph.text)
        return [cut_start(paragraph.pieces, label.end() if label else 0)]
    return [paragraph.pieces]


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def alike(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, by their words."""
    matcher = three_way.matcher(one.split(), other.split())
    close = matcher.real_quick_ratio() >= _CHANGED and matcher.quick_ratio() >= _CHANGED
    return matcher.ratio() if close else 0.0


def _by_anchor(lines: list[Line], base: list[BaseParagraph]) -> None:
    """A split paragraph is the piece that is most like it; a joined one is the first of those in it."""
    where = {entry.anchor: index for index, entry in enumerate(base)}
    holders: dict[int, list[Line]] = {}
    for line in lines:
        line.seeds = [where[name] for name in line.anchors() if name in where]
        for seed in line.seeds:
            holders.setdefault(seed, []).append(line)
    for seed, holding in holders.items():
        free = [line for line in holding if line.base is None]
        if len(holding) == 1 and free:
            holding[0].base = seed
        elif free:
            best = max(free, key=lambda line: SequenceMatcher(None, base[seed].text, line.text).ratio())
            best.base = seed


def _by_order(lines: list[Line], base: list[BaseParagraph]) -> None:
    """Between two that are known: equal texts, in order."""
    for unknown, low, high in _gaps(lines, len(base)):
        texts = [as_seen(entry.text) for entry in base[low:high]]
        matcher = SequenceMatcher(None, texts, [line.text for line in unknown], autojunk=False)
        for start, first, size in matcher.get_matching_blocks():
            for step in range(size):
                _settle(unknown[first + step], low + start + step)


def _settle(line: Line, index: int) -> None:
    line.base, line.seeds = index, line.seeds or [index]


def _by_place(lines: list[Line], base: list[BaseParagraph]) -> None:
    """Between two that are known: those that are alike, in order."""
    taken = {line.base for line in lines}
    for unknown, low, high in _gaps(lines, len(base)):
        free = [index for index in range(low, high) if index not in taken]
        for line in unknown if len(unknown) * len(free) <= _MOST_PAIRS else ():
            likeness = {index: alike(line.text, base[index].text) for index in free}
            best = max(free, key=lambda index: likeness[index], default=None)
            if best is not None and likeness[best] >= _CHANGED:
                _settle(line, best)
                free = [index for index in free if index > best]


def _gaps(lines: list[Line], count: int) -> list[tuple[list[Line], int, int]]:
    """Stretches of unknown lines with the range of base texts between their neighbours."""
    gaps, unknown, low = [], [], 0
    for line in lines:
        if line.base is None:
            unknown.append(line)
        else:
            if unknown and line.base >= low:
                gaps.append((unknown, low, line.base))
            unknown, low = [], line.base + 1
    return [*gaps, (unknown, low, count)] if unknown else gaps


def _by_text(lines: list[Line], base: list[BaseParagraph]) -> None:
    """What was moved without its anchor: the same text elsewhere."""
    free: dict[str, list[int]] = {}
    for index in _free(lines, base):
        free.setdefault(as_seen(base[index].text), []).append(index)
    for line in lines:
        if line.base is None and free.get(line.text):
            _settle(line, free[line.text].pop(0))


def _nearly(lines: list[Line], base: list[BaseParagraph]) -> None:
    """What was moved without its anchor and changed a little: a longer text that is nearly the same."""
    unknown = [line for line in lines if line.base is None and len(line.text) >= _MOVED_LENGTH]
    free = _free(lines, base)
    for line in unknown if len(unknown) * len(free) <= _MOST_PAIRS else ():
        likeness = {index: alike(line.text, base[index].text) for index in free}
        best = max(free, key=lambda index: likeness[index], default=None)
        if best is not None and likeness[best] >= _MOVED:
            _settle(line, best)
            free.remove(best)


def _free(lines: list[Line], base: list[BaseParagraph]) -> list[int]:
    taken = {line.base for line in lines}
    return [index for index in range(len(base)) if index not in taken]
