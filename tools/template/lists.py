"""The lists of the template: one counter for headings, five kinds of lists, one for appendices."""

from __future__ import annotations

from dataclasses import dataclass

from template.measures import LIST_LEVELS, LIST_STEP
from template.vocabulary import indent, root, w


@dataclass(frozen=True)
class ListKind:
    """A kind of list: its paragraph style, and how it counts (`%` is the level's own number)."""

    style: str
    number_format: str
    pattern: str


LISTS = (
    ListKind("Daftar Angka", "decimal", "%."),
    ListKind("Daftar Huruf", "lowerLetter", "%."),
    ListKind("Daftar Angka Kurung", "decimal", "%)"),
    ListKind("Daftar Huruf Kurung", "lowerLetter", "%)"),
    ListKind("Daftar Butir", "bullet", "•"),
)


def level(
    number: int, number_format: str, pattern: str, *properties: str, style: str = "", suffix: str = "", legal: str = ""
) -> str:
    return w(
        "lvl", w("start", val=1), w("numFmt", val=number_format), w("pStyle", val=style) if style else "", legal,
        w("suff", val=suffix) if suffix else "", w("lvlText", val=pattern), w("lvlJc", val="left"), *properties,
        ilvl=number,
    )  # fmt: skip


def heading_levels() -> str:
    """One counter for all: BAB I, and below it 1.1. and 1.1.1., which `isLgl` writes in arabic numbers.

    A blank behind BAB I: Word puts the same one between number and title in its own contents.
    """
    return "".join(
        (
            level(0, "upperRoman", "BAB %1", w("pPr", indent(0, firstLine=0)), style="Heading1", suffix="space"),
            level(1, "decimal", "%1.%2.", w("pPr", indent(709, hanging=709)), style="Heading2", legal=w("isLgl")),
            level(2, "decimal", "%1.%2.%3.", w("pPr", indent(851, hanging=851)), style="Heading3", legal=w("isLgl")),
        )
    )


def appendix_level() -> str:
    """`LAMPIRAN I`, over the title."""
    look = w("pPr", indent(0, firstLine=0))
    return level(0, "upperRoman", "LAMPIRAN %1", look, style="JudulLampiran", suffix="nothing")


def list_levels(first: ListKind) -> str:
    """Levels that step to the right and count in the order the law does, from the kind's own way: 1. a. 1) a).

    So Tab makes an item of the list below, as it would be written by hand; bullets stay bullets.
    """
    ordered = [kind for kind in LISTS if kind.number_format != "bullet"]
    kinds = [first] * LIST_LEVELS if first not in ordered else (ordered[ordered.index(first) :] + ordered)[:LIST_LEVELS]
    return "".join(
        level(
            number, kind.number_format, kind.pattern.replace("%", f"%{number + 1}"),
            w("pPr", indent(LIST_STEP * (number + 1), hanging=LIST_STEP)),
        )
        for number, kind in enumerate(kinds)
    )  # fmt: skip


def abstract_list(number: int, levels: str) -> str:
    """The numbers in hexadecimal are any, but must differ: Word merges lists by them when it pastes."""
    own, look = w("nsid", val=f"52454E{number:02X}"), w("tmpl", val=f"4A4144{number:02X}")
    return w("abstractNum", own, w("multiLevelType", val="multilevel"), look, levels, abstractNumId=number)


def numbering_xml() -> str:
    """abstractNum 0 = headings, 1 … 5 = LISTS, 6 = appendices; num 1 … 7 point at them in that order."""
    kinds = [heading_levels(), *map(list_levels, LISTS), appendix_level()]
    abstract = "".join(abstract_list(number, levels) for number, levels in enumerate(kinds))
    nums = "".join(w("num", w("abstractNumId", val=number), numId=number + 1) for number in range(len(kinds)))
    return root("numbering", abstract + nums)
