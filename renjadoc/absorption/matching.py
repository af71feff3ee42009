"""Which paragraph that came back is which of those that went out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from renjadoc.matching import align_members, measure_likeness, pair_alike, pair_by_keys
from renjadoc.unbroken import as_seen
from renjadoc.word.packages.text_hashes import hash_text
from renjadoc.word.reader.document import Piece, WordParagraph, cut_start, split_lines
from renjadoc.word.reader.made import BaseParagraph, MadeDocument

#: A chapter's label as older documents type it, and the line break before its title.
_CHAPTER = re.compile(r"\s*(?:BAB\s+[IVXLCDM]+\b)?\s*", re.IGNORECASE)
_SOURCE = re.compile(r"\s*Sumber\s*:\s*", re.IGNORECASE)
_LABEL = re.compile(r"\s*(Tabel|Gambar)\s+L?[\d.]+\s*")
#: Lines that Word makes itself, and lines of the template that hold no narrative.
_MADE_BY_WORD = ("toc ", "table of figures", "toc heading")
_TEMPLATE_STYLES = ("sampul", "tanda tangan", "sistematika", "header", "footer", "title")
#: The style of the line of a picture or chart.
_PICTURE = "gambar"
#: That of the lines that tell the chapters.
_CHAPTERS = "sistematika"
#: So alike are two texts that one is the other changed; so alike that it was moved and not written anew.
_CHANGED, _MOVED = 0.5, 0.85
_MOVED_LENGTH = 20
#: What begins so near the start of a line stands before what else is in it.
_NEAR_START = 5
#: Longer lines, and more pairs, are not looked through for it.
_LONGEST_JOINED, _MOST_JOINED = 10_000, 10_000


@dataclass
class ReturnedLine:
    """One line of the document that came back; `base` is the index of what it was, `seeds` all that went into it.

    `passed` is how many tables, pictures and lines of the template stand between it and the line above.
    """

    pieces: list[Piece]
    paragraph: WordParagraph
    index: int
    passed: int = 0
    base: int | None = None
    seeds: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def plain(self) -> bool:
        """Whether nothing in it is emphasised, and no footnote belongs to it."""
        return not any(piece.note or piece.look.bold or piece.look.italic for piece in self.pieces)

    def anchors(self) -> list[str]:
        """The anchors that lie around some of the text."""
        return list(dict.fromkeys(name for piece in self.pieces if piece.text.strip() for name in piece.anchors))


def match_lines(document: MadeDocument) -> tuple[list[ReturnedLine], list[tuple[str, str]]]:
    """The lines with what each was, and (kind, text) of those that are no narrative and were typed or changed."""
    lines, strange = _read_lines(document)
    _pair_by_anchor(lines, document.base)
    # Equal texts first, wherever they are: what is only alike may be somebody else.
    _pair_equal_between(lines, document.base)
    _pair_equal_anywhere(lines, document.base)
    _pair_alike_between(lines, document.base)
    _pair_moved(lines, document.base)
    _find_swallowed(lines, document.base)
    return lines, strange


def _read_lines(document: MadeDocument) -> tuple[list[ReturnedLine], list[tuple[str, str]]]:
    lines: list[ReturnedLine] = []
    strange: list[tuple[str, str]] = []
    known = {base.anchor: base for base in document.base}
    has_anchors = any(piece.anchors for paragraph in document.paragraphs for piece in paragraph.pieces)
    passed = 0
    for index, paragraph in enumerate(document.paragraphs):
        anchors = [name for piece in paragraph.pieces for name in piece.anchors if name in known]
        passed += paragraph.after_table
        if not anchors and not paragraph.text.strip():
            passed += paragraph.style == _PICTURE
            continue
        if not anchors and _is_fixed(paragraph, document):
            # The list of chapters is one thing in many lines.
            passed += not (passed and paragraph.style == _CHAPTERS)
        elif not anchors and ((has_anchors and not lines) or paragraph.style.startswith(_TEMPLATE_STYLES)):
            strange.append(("bagian templat", paragraph.text))
        else:
            kinds = {known[name].kind for name in anchors}
            split = _split_paragraph(paragraph, kinds)
            if "judul_tabel" in kinds and len(split) > 1 and not any(piece.anchors for piece in split[0]):
                strange.append(("nomor tabel atau gambar, dibuat otomatis", "".join(p.text for p in split.pop(0))))
            for pieces in split:
                lines.append(ReturnedLine(pieces, paragraph, index, passed))
                passed = 0
    return lines, strange


def _is_fixed(paragraph: WordParagraph, document: MadeDocument) -> bool:
    return paragraph.style.startswith(_MADE_BY_WORD) or hash_text(paragraph.text) in document.fixed


def _split_paragraph(paragraph: WordParagraph, kinds: set[str]) -> list[list[Piece]]:
    """The lines of a caption below its label; of a chapter's heading the title; otherwise the whole paragraph."""
    if "judul_tabel" in kinds or paragraph.style == "caption":
        lines = split_lines(paragraph.pieces)
        return [line for line in lines if not _LABEL.fullmatch("".join(piece.text for piece in line))]
    if "judul" in kinds or paragraph.style.startswith("heading"):
        label = _CHAPTER.match(paragraph.text)
        return [cut_start(paragraph.pieces, label.end() if label else 0)]
    if "sumber" in kinds or paragraph.style.startswith("sumber"):
        # Its first word is printed by itself, unless the content has it too.
        lead = _SOURCE.match(paragraph.text)
        is_ours = any(piece.anchors for piece in paragraph.pieces[:1]) or lead is None
        return [cut_start(paragraph.pieces, 0 if is_ours or lead is None else lead.end())]
    return [paragraph.pieces]


def _pair_by_anchor(lines: list[ReturnedLine], base: list[BaseParagraph]) -> None:
    """A split paragraph is the piece that is most like it; a joined one is the first of those in it."""
    where = {entry.anchor: index for index, entry in enumerate(base)}
    holders: dict[int, list[ReturnedLine]] = {}
    for line in lines:
        line.seeds = [where[name] for name in line.anchors() if name in where]
        for seed in line.seeds:
            holders.setdefault(seed, []).append(line)
    for seed, holders_of in holders.items():
        holding = _leave_out_typed(seed, holders_of, base[seed].text)
        free = [line for line in holding if line.base is None]
        if len(holding) == 1 and free:
            holding[0].base = seed
        elif free:
            max(free, key=lambda line: Indel.normalized_similarity(base[seed].text, line.text)).base = seed


def _leave_out_typed(seed: int, holding: list[ReturnedLine], text: str) -> list[ReturnedLine]:
    """The pieces of a split paragraph, without what somebody typed between them: that has the anchor around it, too."""
    kept = list(holding)
    for line in holding if len(holding) > 2 else ():
        rest = [one for one in kept if one is not line]
        if _measure_pieces(rest, text) > _measure_pieces(kept, text):
            kept = rest
            line.seeds.remove(seed)
    return kept


def _measure_pieces(lines: list[ReturnedLine], text: str) -> float:
    return measure_likeness(text, " ".join(line.text for line in lines))


def _pair_line(line: ReturnedLine, index: int) -> None:
    line.base, line.seeds = index, line.seeds or [index]


def _pair_equal_between(lines: list[ReturnedLine], base: list[BaseParagraph]) -> None:
    """Between two that are known: equal texts, in order."""
    for unknown, low, high in _find_gaps(lines, len(base)):
        texts = [as_seen(entry.text) for entry in base[low:high]]
        for kind, start, end, first, _ in align_members(texts, [line.text for line in unknown]):
            for step in range(end - start) if kind == "equal" else ():
                _pair_line(unknown[first + step], low + start + step)


def _pair_equal_anywhere(lines: list[ReturnedLine], base: list[BaseParagraph]) -> None:
    """What was moved without its anchor: the same text elsewhere."""
    free, unknown = _find_free(lines, base), [line for line in lines if line.base is None]
    pairs = pair_by_keys([[as_seen(base[index].text)] for index in free], [[line.text] for line in unknown])
    for new, old in pairs.items():
        _pair_line(unknown[new], free[old])


def _pair_alike_between(lines: list[ReturnedLine], base: list[BaseParagraph]) -> None:
    """Between two that are known: those that are alike, in order."""
    taken = {line.base for line in lines}
    for unknown, low, high in _find_gaps(lines, len(base)):
        _pair_alike(unknown, [index for index in range(low, high) if index not in taken], base, _CHANGED, ordered=True)


def _pair_moved(lines: list[ReturnedLine], base: list[BaseParagraph]) -> None:
    """What was moved without its anchor and changed a little: a longer text that is nearly the same."""
    unknown = [line for line in lines if line.base is None and len(line.text) >= _MOVED_LENGTH]
    _pair_alike(unknown, _find_free(lines, base), base, _MOVED, ordered=False)


def _find_swallowed(lines: list[ReturnedLine], base: list[BaseParagraph]) -> None:
    """What was joined with another without its anchor: its words stand in a line that is of something else, too."""
    known = {seed for line in lines for seed in line.seeds}
    free = [index for index in _find_free(lines, base) if index not in known]
    grown = [(line, base[line.base].text) for line in lines if line.base is not None]
    grown = [(line, was) for line, was in grown if len(was) < len(line.text) < _LONGEST_JOINED]
    for index in free if len(free) * len(grown) <= _MOST_JOINED else ():
        text = as_seen(base[index].text).strip()
        for line, was in grown if len(text) >= _MOVED_LENGTH else ():
            place = _find_within(text, line.text)
            if place is not None and _find_within(text, was) is None:
                line.seeds.insert(0 if place < _NEAR_START else len(line.seeds), index)
                break


def _find_within(text: str, whole: str) -> int | None:
    """Where a text, or nearly that, begins in a longer one; None where it does not stand there."""
    place = partial_ratio_alignment(text, whole, score_cutoff=100 * _MOVED) if len(whole) >= len(text) else None
    return place.dest_start if place is not None else None


def _pair_alike(
    unknown: list[ReturnedLine], free: list[int], base: list[BaseParagraph], least: float, *, ordered: bool
) -> None:
    def measure_line(old: int, new: int) -> float:
        return measure_likeness(base[old].text, unknown[new].text, least)

    for new, old in pair_alike(free, range(len(unknown)), measure_line, least, ordered=ordered).items():
        _pair_line(unknown[new], old)


def _find_gaps(lines: list[ReturnedLine], count: int) -> list[tuple[list[ReturnedLine], int, int]]:
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


def _find_free(lines: list[ReturnedLine], base: list[BaseParagraph]) -> list[int]:
    taken = {line.base for line in lines}
    return [index for index in range(len(base)) if index not in taken]
