"""Lines that came back as units of content: what each says now, in the words of the content."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from renjadoc.absorption.matching import ReturnedLine
from renjadoc.absorption.retext import Retold, base_spans, retell_pieces
from renjadoc.absorption.units import LISTS, Unit
from renjadoc.adoption.captions import PICTURE_CAPTION, TABLE_CAPTION
from renjadoc.narrative import citation, typed_citation
from renjadoc.narrative.spans import NOTE
from renjadoc.span import Span
from renjadoc.unbroken import as_seen
from renjadoc.word.reader.document import WordParagraph
from renjadoc.word.reader.made import BaseParagraph

_STYLES = {
    "isi": "paragraf",
    "isi setelah tabel": "paragraf",
    "kutipan": "kutipan",
    "quote": "kutipan",
    "catatan tabel": "catatan",
    "caption": "judul_tabel",
    "sumber": "sumber",
    "sumber gambar": "sumber",
    "daftar angka": "1.",
    "daftar huruf": "a.",
    "daftar angka kurung": "1)",
    "daftar huruf kurung": "a)",
    "daftar butir": "-",
}
_CONTINUED = "daftar lanjutan "
#: How a line begins that says where a table or picture comes from, or that is a note on a table.
_SOURCE = re.compile(r"Sumber\s*:\s*(?=\S)", re.IGNORECASE)
_NOTE = re.compile(r"(?:Keterangan|Catatan)\s*:\s*\S|(?:\\?\*){1,4}\)\s*\S", re.IGNORECASE)
_LONGEST_SOURCE, _TABLES = 300, "tabel/"
#: How a list of regulations counts.
_OF_REGULATIONS = "1."


@dataclass
class Proposal:
    """What a line proposes. `base` and `was` are what it was (None if it is new); `unit.file` is only that of the base.

    `seeds` are all base texts that went into it; `conflicts` are (computed value, what stands there), `gone` computed
    values that are not there any more, `kept` the sources of those that are; `unreadable` is a regulation that cannot
    be taken apart; `known_by` is what a line says that stands for a table.
    """

    unit: Unit
    base: int | None = None
    was: Unit | None = None
    authors: list[str] = field(default_factory=list)
    conflicts: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    unreadable: bool = False
    passed: int = 0
    shown: str = ""
    known_by: str = ""
    seeds: tuple[int, ...] = ()
    gone: tuple[Span, ...] = ()
    kept: tuple[str, ...] = ()


def base_unit(base: BaseParagraph) -> Unit:
    """What a paragraph was as a unit, as far as the document says."""
    keys = base.pointer.split("/")
    level = max(0, keys.count("butir") - 1)
    if base.kind == "judul":
        level = keys.count("bagian") + 1
    text = base.source
    return Unit(base.file, base.pointer, base.kind, level, text)


def propose_all(lines: list[ReturnedLine], base: list[BaseParagraph]) -> list[Proposal]:
    """The proposals of all lines, in order."""
    lists = {line.paragraph.numbering for line in lines if line.base is not None and base[line.base].kind == "regulasi"}
    proposed: list[Proposal] = []
    for line in lines:
        proposed.append(_propose_line(line, base, proposed[-1] if proposed else None, lists))
    return _with_moved_values(lines, base, proposed, lists)


def _with_moved_values(
    lines: list[ReturnedLine], base: list[BaseParagraph], proposed: list[Proposal], lists: set[str]
) -> list[Proposal]:
    """Computed values that left their paragraph are looked for in the others that changed: sentences are moved."""
    spare = tuple(span for proposal in proposed for span in proposal.gone)
    if not spare and not any(proposal.conflicts for proposal in proposed):
        return proposed
    again: list[Proposal] = []
    for line, proposal in zip(lines, proposed, strict=True):
        changed = proposal.was is None or proposal.unit.text != proposal.was.text or proposal.conflicts
        before = again[-1] if again else None
        elsewhere = _list_kept(proposal, proposed) if proposal.conflicts else ()
        again.append(_propose_line(line, base, before, lists, spare, elsewhere) if changed else proposal)
    return again


def _list_kept(half: Proposal, proposed: list[Proposal]) -> tuple[str, ...]:
    """The computed values that stand in the other halves of a divided paragraph."""
    others = (other for other in proposed if other is not half and set(other.seeds) & set(half.seeds))
    return tuple(source for other in others for source in other.kept)


def _propose_line(
    line: ReturnedLine,
    base: list[BaseParagraph],
    before: Proposal | None,
    lists: set[str],
    spare: tuple[Span, ...] = (),
    elsewhere: tuple[str, ...] = (),
) -> Proposal:
    """The proposal of one line; `before` is that of the line above it, `lists` are numbers of lists of regulations.

    `spare` and `elsewhere` are those of `retell_pieces`.
    """
    if line.base is None:
        return _propose_new(line, base, before, lists, spare, elsewhere)
    was = base_unit(base[line.base])
    made = Proposal(was, line.base, was, line.paragraph.authors, passed=line.passed, shown=line.text)
    made.seeds = tuple(line.seeds)
    if was.kind == "regulasi":
        return _propose_regulation(made, base[line.base].text)
    retold = _retell_line(line, base, was.text if line.seeds == [line.base] else None, spare, elsewhere)
    made.conflicts, made.whole, made.gone, made.kept = retold.conflicts, retold.whole, retold.gone, retold.kept
    kind, level = _find_shape(line.paragraph, was)
    text = retold.source.strip() if retold.source != was.text else was.text
    text = _drop_number(text) if kind == "judul_tabel" and text != was.text else text
    made.unit = Unit(was.file, was.pointer, kind, level, text)
    return made


def _is_plain(source: str) -> bool:
    """Whether a text of the content has neither emphasis nor footnotes."""
    return "*" not in source and NOTE not in source


def _retell_line(
    line: ReturnedLine,
    base: list[BaseParagraph],
    source: str | None,
    spare: tuple[Span, ...],
    elsewhere: tuple[str, ...],
) -> Retold:
    """The text by the words of everything that went into it: the parts of a joined paragraph keep their values."""
    if (
        source is not None
        and line.plain
        and _is_plain(source)
        and line.text.strip() == as_seen(base[line.seeds[0]].text).strip()
    ):
        return Retold(source)  # Most paragraphs come back untouched, and this tells it at once.
    was = [span for seed in line.seeds for span in base_spans(base[seed])]
    return retell_pieces(was, line.pieces, source, spare, elsewhere)


def _propose_new(
    line: ReturnedLine,
    base: list[BaseParagraph],
    before: Proposal | None,
    lists: set[str],
    spare: tuple[Span, ...],
    elsewhere: tuple[str, ...],
) -> Proposal:
    retold = _retell_line(line, base, None, spare, elsewhere)
    kind, level = _find_new_shape(line.paragraph, before.unit if before else None, lists)
    file = before.unit.file if before else ""
    text = retold.source.strip()
    if kind == "regulasi" and (other := _find_other_list(line.paragraph)) and not typed_citation.is_citation(text):
        kind, level = other
    if kind == "paragraf" and before is not None:
        kind, text = _find_below(line.paragraph, before.unit, text)
    text = _drop_number(text) if kind == "judul_tabel" else text
    unit = Unit(file, "", kind, level, text, list=f"baru:{line.paragraph.numbering}")
    made = Proposal(unit, None, None, line.paragraph.authors, passed=line.passed, shown=line.text)
    made.seeds, made.conflicts, made.whole = tuple(line.seeds), retold.conflicts, retold.whole
    made.kept = retold.kept
    return _propose_regulation(made, "") if kind == "regulasi" else made


def _find_shape(paragraph: WordParagraph, was: Unit) -> tuple[str, int]:
    """Kind and level as the document shows them now; what the template prints its own way stays what it was."""
    if was.kind in {"regulasi", "judul_tabel", "catatan", "sumber"} or paragraph.doubtful:
        return was.kind, was.level
    found = _shape_of_style(paragraph)
    if found is None or (was.kind == "judul" and was.level == 1):
        return was.kind, was.level
    if found[0] in LISTS and was.kind in LISTS and found[1] == was.level and paragraph.style not in _STYLES:
        # LibreOffice gives an item behind a deleted paragraph that paragraph's style; its number tells.
        return was.kind, was.level
    return found


def _shape_of_style(paragraph: WordParagraph) -> tuple[str, int] | None:
    """What its style and its number say; the buttons for lists of Word change the number and leave the style."""
    style = paragraph.style
    if style.startswith("heading ") and style[8:].isdecimal():
        return "judul", min(int(style[8:]), 3)
    if style.startswith(_CONTINUED) and style[len(_CONTINUED) :].isdecimal():
        return "lanjutan", int(style[len(_CONTINUED) :]) - 1
    kind = _STYLES.get(style)
    if kind in LISTS:
        unnumbered = paragraph.numbering == "0"
        # Tab and Shift+Tab change the level of an item, and so how it counts; its style stays.
        return "lanjutan" if unnumbered else paragraph.form or kind, paragraph.level
    if kind in {"paragraf", "kutipan"} and paragraph.form:
        return paragraph.form, paragraph.level
    return (kind, 0) if kind else None


def _drop_number(caption: str) -> str:
    """A caption without its number, which was typed where it is printed anyway: `Tabel 2.4 Capaian` -> `Capaian`."""
    found = TABLE_CAPTION.match(caption) or PICTURE_CAPTION.match(caption)
    return found["title"] if found and found["number"] and found["title"] else caption


def _find_new_shape(paragraph: WordParagraph, before: Unit | None, lists: set[str]) -> tuple[str, int]:
    """A new line in a foreign style is a list item if it is numbered, and otherwise a paragraph."""
    found = _shape_of_style(paragraph)
    listed = paragraph.form if paragraph.numbering not in {"", "0"} else ""
    cited = (before is not None and before.kind == "regulasi") or paragraph.numbering in lists - {"", "0"}
    if cited and (found is None or found[0] in LISTS) and (found or listed):
        return "regulasi", 0
    if found is not None:
        return found
    return (listed, paragraph.level) if listed else ("paragraf", 0)


def _find_other_list(paragraph: WordParagraph) -> tuple[str, int] | None:
    """The shape of an item that counts otherwise than regulations do: `a.` behind their `1.`"""
    found = _shape_of_style(paragraph)
    return found if found is not None and found[0] in LISTS and found[0] != _OF_REGULATIONS else None


def _find_below(paragraph: WordParagraph, before: Unit, text: str) -> tuple[str, str]:
    """Kind and text of a paragraph that was typed in any style: right below a table or picture it may belong to it."""
    of_table = before.file.startswith(_TABLES)
    is_below = before.kind == "catatan" or (before.kind == "judul_tabel" and (paragraph.after_table or not of_table))
    if is_below and len(text) <= _LONGEST_SOURCE and (lead := _SOURCE.match(text)) is not None:
        return "sumber", text[lead.end() :]
    is_note = is_below and of_table and _NOTE.match(text) is not None
    return ("catatan" if is_note else "paragraf"), text


def _propose_regulation(made: Proposal, printed: str) -> Proposal:
    """A regulation as a structured entry, if its text can be read as one."""
    text = made.shown.strip()
    if made.was is not None and text == as_seen(printed).strip():
        return made
    bare = text.removesuffix("dan").rstrip(" ;.,")
    entry = typed_citation.read_any(bare)
    made.unreadable = entry is None
    where = made.was or made.unit
    made.unit = Unit(
        where.file, where.pointer, "regulasi", 0, citation.write_citation(entry) if entry else bare, raw=entry
    )
    return made
