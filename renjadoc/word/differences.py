"""What differs between two versions of a text: which paragraph is which, and which words of it changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from renjadoc.matching import align_members, measure_likeness
from renjadoc.span import Span, plain_text
from renjadoc.word import blocks
from renjadoc.word.blocks import Block, Caption, Line

#: What a review copy is made of: text blocks, and captions that stand alone because their tables are left out.
Part = Block | Caption
Pair = tuple[Part | None, Part | None]

#: A label and a number are one word, as a reader sees them.
_TOKENS = re.compile(r"(?:Tabel|Gambar) L?\d+\.\d+|(?:Rp)?\d[\d.,]*\d|\w+|\s+|[^\w\s]")
#: So much of their words must two paragraphs share to be one that was changed.
_ALIKE = 0.5


def lines_of(part: Part) -> list[Line]:
    """The lines of a part; only captions have several."""
    return part.lines if isinstance(part, Caption) else [getattr(part, "line", [])]


def is_same(old: Part, new: Part) -> bool:
    """Whether a reader sees no difference: shape, text and looks."""
    return _looks_of_part(old) == _looks_of_part(new)


def has_same_shape(old: Part, new: Part) -> bool:
    """Whether one can be changed into the other word by word."""
    return _shape_of(old) == _shape_of(new)


def _looks_of_part(part: Part) -> tuple[object, ...]:
    return (*_shape_of(part), *(_looks_of(line) for line in lines_of(part)))


def _looks_of(line: Line) -> tuple[object, ...]:
    return tuple(
        (token.text, token.bold, token.italic, token.open, _looks_of(list(token.note))) for token in _split_tokens(line)
    )


def _shape_of(part: Part) -> tuple[object, ...]:
    match part:
        case blocks.Heading():
            return "judul", part.level, part.number if part.level == 1 else ""
        case blocks.Paragraph():
            return "paragraf", part.style.lower()
        case blocks.ListItem():
            return "butir", part.style.lower(), part.level
        case Caption():
            return "judul_tabel", part.label, len(part.lines)
    raise TypeError(f"{type(part).__name__} is no text")


# Which paragraph is which


def align_parts(older: list[Part], newer: list[Part]) -> Iterator[Pair]:
    """Every part of both, in reading order, as (old, new): None where there is no counterpart."""
    before, after = [_looks_of_part(part) for part in older], [_looks_of_part(part) for part in newer]
    for kind, a, b, c, d in align_members(before, after):
        if kind == "equal":
            yield from zip(older[a:b], newer[c:d], strict=True)
        else:
            yield from _pair_alike(older[a:b], newer[c:d])


def _pair_alike(older: list[Part], newer: list[Part]) -> Iterator[Pair]:
    """Within a stretch that differs: pairs of one shape and much the same words, in order; the rest gone, then new."""
    bags = [Counter(_text_of(part).split()) for part in older]
    done = 0
    fresh: list[Part] = []
    for new in newer:
        at = _find_most_alike(older, bags, new, done)
        if at is None:
            fresh.append(new)
            continue
        yield from _pair_replaced(older[done:at], fresh)
        yield older[at], new
        done, fresh = at + 1, []
    yield from _pair_replaced(older[done:], fresh)


def _pair_replaced(gone: list[Part], fresh: list[Part]) -> Iterator[Pair]:
    yield from ((old, None) for old in gone)
    yield from ((None, new) for new in fresh)


def _find_most_alike(older: list[Part], bags: list[Counter[str]], new: Part, start: int) -> int | None:
    text = _text_of(new)
    bag = Counter(text.split())
    best, best_ratio = None, 0.0 if _is_chapter(new) else _ALIKE
    for index in range(start, len(older)):
        if not has_same_shape(older[index], new) or _bound_likeness(bags[index], bag) < best_ratio:
            continue
        ratio = measure_likeness(_text_of(older[index]), text)
        if ratio > best_ratio or (best is None and ratio == best_ratio):
            best, best_ratio = index, ratio
    return best


def _is_chapter(part: Part) -> bool:
    """A chapter is known by its number, which its shape holds, however its title reads."""
    return isinstance(part, blocks.Heading) and part.level == 1


def _bound_likeness(one: Counter[str], other: Counter[str]) -> float:
    """A bound of how alike texts of these words can be, without looking at their order."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _text_of(part: Part) -> str:
    return "\n".join(plain_text(line) for line in lines_of(part))


# Which words are which


def compare_lines(older: Line, newer: Line) -> Iterator[tuple[bool, Line, Line]]:
    """(whether it is the same, old words, new words), with no islands of blanks between changes."""
    old, new = _split_tokens(older), _split_tokens(newer)
    before, after = (_looks_of(tokens) for tokens in (old, new))
    kept: list[tuple[bool, int, int, int, int]] = []
    for kind, a, b, c, d in align_members(before, after):
        inside = a > 0 and b < len(old) and c > 0 and d < len(new)
        equal = kind == "equal" and not (inside and _is_blank(old[a:b]))
        if kept and not kept[-1][0] and not equal:
            kept[-1] = (False, kept[-1][1], b, kept[-1][3], d)
        else:
            kept.append((equal, a, b, c, d))
    for equal, a, b, c, d in kept:
        yield equal, _join_tokens(old[a:b]), _join_tokens(new[c:d])


def _split_tokens(line: Line) -> list[Span]:
    """Words, blanks and signs with their looks; a reference is one, and so is the mark of a footnote."""
    tokens = []
    for span in line:
        texts = [span.text] if span.reference or span.note else _TOKENS.findall(span.text)
        tokens += [span._replace(text=text, source="") for text in texts]
    return tokens


def _is_blank(tokens: list[Span]) -> bool:
    return not any(token.note or token.text.strip() for token in tokens)


def _join_tokens(tokens: Iterable[Span]) -> Line:
    joined: Line = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and not (last.reference or token.reference or token.note) and last._replace(text=token.text) == token:
            joined[-1] = last._replace(text=last.text + token.text)
        else:
            joined.append(token)
    return joined
