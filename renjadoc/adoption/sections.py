"""Where the sections of a chapter begin: by numbers, by letters, by styles, in this order of trust."""

from __future__ import annotations

from collections.abc import Sequence

from renjadoc.adoption import words
from renjadoc.adoption.headings import (
    FRONT,
    LETTERED,
    LONGEST,
    NUMBERED,
    OldOutline,
    OldSection,
    keep_attachments,
    match_number,
    match_own_number,
)
from renjadoc.adoption.labels import read_number, split_label
from renjadoc.word.reader.document import WordBlock, WordParagraph


class SectionDivider:
    """Divides the body of one chapter; `outline` holds the chapters before it."""

    def __init__(self, chapter: OldSection, number: int, outline: OldOutline) -> None:
        self._chapter, self._number, self._outline = chapter, number, outline
        self._last: tuple[int, ...] = ()
        self._seen = {words.squeeze_text(s.title) for c in outline.chapters for s in c.walk()}
        self._letters = 0

    def divide(self, blocks: Sequence[WordBlock]) -> None:
        here = self._chapter
        lettered = self._has_letters(blocks)
        for block in blocks:
            section = self._read_heading(block, lettered) if isinstance(block, WordParagraph) else None
            if section is None:
                here.body.append(block)
                continue
            if section.level == 3 and self._chapter.sections:
                self._chapter.sections[-1].sections.append(section)
            else:
                section.level = 2
                self._chapter.sections.append(section)
            here = section
            here.body += keep_attachments([block])

    def _read_heading(self, block: WordParagraph, lettered: bool) -> OldSection | None:
        text = block.text.strip()
        if not text or len(text) > LONGEST:
            return None
        strong = block.outline is not None or block.bold
        if (numbered := match_number(block, NUMBERED)) is not None:
            number = numbered["number"]
            label = block.label if block.label.startswith(number) else number
            return self._read_numbered(label, numbered["title"], strong)
        letter = match_own_number(block, LETTERED) if lettered and strong else None
        if letter is not None and ord(letter["number"]) - 64 == self._letters + 1:
            self._letters += 1
            return self._begin_section(letter["title"], letter["number"], 2)
        if block.outline == 1 or (block.outline in {2, 3} and not FRONT.match(text)):
            line = split_label(block)
            return self._begin_section(line.text, line.label, max(2, block.outline))
        return None

    def _begin_section(self, title: str, number: str, level: int) -> OldSection:
        section = OldSection(" ".join(title.split()), number.rstrip("."), level)
        self._seen.add(words.squeeze_text(section.title))
        return section

    def _read_numbered(self, label: str, title: str, strong: bool) -> OldSection | None:
        number = tuple(read_number(part) for part in label.rstrip(".").split("."))
        if len(number) > 3 or "\t" in title.strip() or not self._fits(number, title.strip(), strong):
            return None
        if number <= self._last or number[0] != self._number:
            self._outline.doubtful.append(("nomor judul tidak berurutan", f"{label} {words.shorten_text(title, 70)}"))
        self._last = max(self._last, number) if number[0] == self._number else self._last
        return self._begin_section(title, label, len(number))

    def _fits(self, number: tuple[int, ...], title: str, strong: bool) -> bool:
        """Whether a numbered line is a heading here, and no entry of a list of headings or a sentence."""
        if number[0] == self._number and number > self._last:
            sentence = title.endswith((";", ",")) or (title.endswith(".") and len(title) > 120)
            return strong or (self._follows(number) and not sentence and len(title) < 160)
        current = self._chapter.sections[-1].title.casefold() if self._chapter.sections else ""
        return strong and words.squeeze_text(title) not in self._seen and "sistematika" not in current

    def _follows(self, number: tuple[int, ...]) -> bool:
        """Whether `number` is the next one, at its level or one below: plain text is a heading only then."""
        last = self._last or (self._number,)
        return any(number == (*last[:depth], last[depth] + 1) for depth in range(1, len(last))) or number == (*last, 1)

    def _has_letters(self, blocks: Sequence[WordBlock]) -> bool:
        """Whether the sections are lettered (A. Latar Belakang): bold lines A., B., … and none numbered 1.1."""
        paragraphs = [b for b in blocks if isinstance(b, WordParagraph) and (b.bold or b.outline is not None)]
        if any(match_number(p, NUMBERED) for p in paragraphs):
            return False
        letters = [m["number"] for p in paragraphs if (m := match_own_number(p, LETTERED))]
        lettered = any(section.number == "A" for chapter in self._outline.chapters for section in chapter.sections)
        return letters[:2] == ["A", "B"] or (lettered and letters == ["A"])
