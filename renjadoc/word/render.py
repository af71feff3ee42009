"""Fills a template with blocks and names: the whole way from there to a finished document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from types import MappingProxyType
from typing import Any, NamedTuple

from jinja2 import TemplateError
from markupsafe import Markup

from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.span import Span
from renjadoc.word import blocks, completeness, parts, template_problems, xml
from renjadoc.word.environment import TemplateEnvironment, ToSpans
from renjadoc.word.package import DOCUMENT
from renjadoc.word.parts import Properties
from renjadoc.word.template import Template
from renjadoc.word.template_problems import FRONT_TAGS, LISTS
from renjadoc.word.template_words import ValueUnfit
from renjadoc.word.trial import Shape
from renjadoc.word.writer import Writer, missing_styles

#: How many pieces of the filled template are joined at once.
_PIECES = 5_000
_SECTION = re.compile(r"<w:sectPr[ >]")
_PICTURE = re.compile(r"""(<wp:docPr\b[^>]*?\bid=["'])\d+(["'])""")
#: What goes wrong when values are computed and printed as a template says.
_FILLING_ERRORS = (
    TemplateError, ValueUnfit, TypeError, ValueError, ArithmeticError, AttributeError, LookupError, RecursionError,
)  # fmt: skip
_PAGE_NUMBERS = re.compile(r"<w:pgNumType([^>]*)/>")


def _as_it_is(text: str) -> list[Span]:
    return [Span(text)]


class Document(NamedTuple):
    """What is to be written: content in order, names for the template, pictures of cover and signature, properties.

    `to_spans` reads the marks and placeholders in cells; `front` are the parts before the contents by their tag.
    """

    content: list[blocks.Block]
    names: dict[str, Any]
    logo: blocks.Picture | None
    signature: blocks.Picture | None
    title: str
    author: str
    to_spans: ToSpans = _as_it_is
    front: Mapping[str, list[blocks.Block]] = MappingProxyType({})

    def captions(self) -> list[blocks.Caption]:
        found = (getattr(block, "caption", None) for block in self.content)
        return [caption for caption in found if caption is not None]

    def headings(self) -> list[blocks.Heading]:
        return [block for block in self.content if isinstance(block, blocks.Heading)]


#: The names that `pack_document` adds to those of the document.
OWN_NAMES = {"isi", "logo", "tanda_tangan", *LISTS, *FRONT_TAGS}


def find_problems(template: Template, document: Document) -> list[Problem]:
    """Everything wrong with the template for this document, before anything is filled."""
    problems = missing_styles(template)
    environment = make_environment(template, document)
    problems += template_problems.find_problems(template, environment, OWN_NAMES | set(document.names))
    if template.facts.faults:
        return problems
    wanted = {block.pattern for block in document.content if isinstance(block, blocks.PatternTable)}
    for pattern in sorted(wanted - set(template.patterns)):
        hint = f"Tambahkan {{%p if blok.pola == '{pattern}' %}} … {{%p endif %}}; lihat docs/templat.md."
        message = f"pola tabel “{pattern}” tidak ada dalam templat"
        problems.append(Problem("RJ044", Location(template.name), message, hint))
    return problems or completeness.find_losses(template, _read_shape(template, document), _known_names(document))


def _read_shape(template: Template, document: Document) -> Shape:
    places = {"daftar_isi"} | {f"daftar_{caption.kind.lower()}" for caption in document.captions()}
    places |= {"daftar_lampiran"} if any(heading.style for heading in document.headings()) else set()
    places |= set(document.front)
    places |= {"logo"} if document.logo else set()
    places |= {"tanda_tangan"} if document.signature else set()
    is_turned = any(getattr(block, "landscape", False) for block in document.content)
    return completeness.read_shape(document.content, places, is_turned=is_turned)


def _known_names(document: Document) -> dict[str, Any]:
    """Every name a template may use but for the blocks; those of what a document does not have are empty."""
    return {**dict.fromkeys(OWN_NAMES - {"isi"}, ""), **document.names}


def make_environment(template: Template, document: Document) -> TemplateEnvironment:
    """The environment that a template is read in, before it is filled."""
    return _make_environment(template, "", document.to_spans)


def _make_environment(template: Template, open_style: str, to_spans: ToSpans) -> TemplateEnvironment:
    return TemplateEnvironment(open_style, to_spans, template.sources, template.cache_key)


class PackedDocument(NamedTuple):
    """A document as a file. `open_marks` are its figures and cells that are still open, printed as a marked …"""

    data: bytes
    fingerprint: str
    open_marks: int


def pack_document(template: Template, document: Document, pages: Mapping[str, str]) -> PackedDocument:
    """The document as a file, in the memory of one chunk of its body.

    `pages` are page labels by bookmark. Raises ProblemsFound for what only filling the template shows.
    """
    writer = Writer(template, pages)
    writer.learn_captions(document.captions())
    context = _make_context(writer, template, document)
    environment = _make_environment(template, writer.open_style, document.to_spans)
    chunks = _fill_part(template, environment, DOCUMENT, context)
    mark = f'<w:rStyle w:val="{writer.open_style}"/></w:rPr><w:t xml:space="preserve">…</w:t>'
    marks = rows = 0

    def counted() -> Iterator[str]:
        nonlocal marks, rows
        for chunk in _number_pictures(_restart_page_numbers(chunks, template.sections_before_body)):
            marks += chunk.count(mark)
            rows += chunk.count("<w:tr>") + chunk.count("<w:tr ")
            yield chunk

    sides = _fill_sides(template, environment, context)
    properties = Properties(document.title, document.author)
    data, fingerprint = parts.pack_parts(template.parts, counted(), sides, writer.added, properties)
    _check_rows(template, document, rows)
    return PackedDocument(data, fingerprint, marks)


def _check_rows(template: Template, document: Document, printed: int) -> None:
    """Raise ProblemsFound if a template left out rows by what stands in them."""
    trial = completeness.try_template(template, _read_shape(template, document), _known_names(document))
    wanted = None if trial is None else completeness.count_rows(document.content, trial)
    if wanted is not None and wanted != printed:
        raise ProblemsFound([completeness.make_rows_problem(template, printed, wanted)])


def _number_pictures(chunks: Iterable[str]) -> Iterator[str]:
    """Give every picture a number of its own, also where a template prints one twice or brings its own."""
    numbers = count(1)
    for chunk in chunks:
        yield _PICTURE.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", chunk) if "docPr" in chunk else chunk


def fill_sides(template: Template, names: Mapping[str, Any], writer: Writer) -> dict[str, str]:
    """Headers and footers filled, for a document whose body is not the template's."""
    environment = _make_environment(template, writer.open_style, _as_it_is)
    return _fill_sides(template, environment, {**dict.fromkeys(OWN_NAMES, ""), **names})


def _fill_sides(template: Template, environment: TemplateEnvironment, context: dict[str, Any]) -> dict[str, str]:
    return {name: "".join(_fill_part(template, environment, name, context)) for name in template.facts.sides}


def _fill_part(
    template: Template, environment: TemplateEnvironment, name: str, context: dict[str, Any]
) -> Iterator[str]:
    """The filled part of that name, in chunks of some hundred kilobytes."""
    with _explain_errors(template, template.sources[name]):
        pieces = environment.get_template(name).generate(context)
        while some := list(islice(pieces, _PIECES)):
            yield "".join(some)


@contextmanager
def _explain_errors(template: Template, source: str) -> Iterator[None]:
    """Raise ProblemsFound for whatever goes wrong in `source`."""
    try:
        yield
    except _FILLING_ERRORS as error:
        raise ProblemsFound([template_problems.explain_error(template, error, source)]) from error


def _make_context(writer: Writer, template: Template, document: Document) -> dict[str, Any]:
    # All is written before the contents: bookmark numbers then follow the reading order.
    front = {name: Markup(writer.write_blocks(part)) for name, part in document.front.items()}
    isi = _make_entries(writer, template, document.content)
    return {
        **document.names,
        **dict.fromkeys(FRONT_TAGS, ""),
        **front,
        "isi": isi,
        "daftar_lampiran": Markup(writer.write_appendices(document.headings())),
        "daftar_isi": Markup(writer.write_contents(document.headings())),
        "daftar_tabel": Markup(writer.write_captions("Tabel", document.captions())),
        "daftar_gambar": Markup(writer.write_captions("Gambar", document.captions())),
        "logo": _write_picture_place(writer, document.logo, "Sampul Logo"),
        "tanda_tangan": _write_picture_place(writer, document.signature, "Tanda Tangan Gambar"),
    }


def _write_picture_place(writer: Writer, picture: blocks.Picture | None, style: str) -> Markup:
    """The picture, or the empty paragraph that keeps its room."""
    return Markup(writer.write_picture_paragraph(picture) if picture else xml.paragraph(writer.style_id(style), ""))


# The entries of `isi`: what the template's loop sees, one a pattern table and one a stretch of other blocks.


@dataclass
class _Entry:
    """`movable` is text that may stand on landscape pages: it holds no heading."""

    landscape: bool
    table: blocks.PatternTable | None = None
    movable: bool = False
    xml: list[str] = field(default_factory=list)
    caption: str = ""
    notes: str = ""
    ends_chapters: bool = False


def _make_entries(writer: Writer, template: Template, content: Iterable[blocks.Block]) -> list[dict[str, Any]]:
    entries: list[_Entry] = []
    is_turned = False
    for block in content:
        if isinstance(block, blocks.Heading) and block.level == 1:
            if block.style and not any(entry.ends_chapters for entry in entries):
                entries.append(_Entry(False, ends_chapters=True))
            is_turned = block.landscape
        if isinstance(block, blocks.PatternTable):
            # Written now, so that anchors stand in reading order.
            landscape = template.patterns.get(block.pattern, False)
            caption, notes = writer.write_caption(block.caption), writer.write_notes(block.notes)
            entries.append(_Entry(landscape, block, caption=caption, notes=notes))
            continue
        landscape = is_turned or (isinstance(block, blocks.GridTable) and block.landscape)
        last = entries[-1] if entries else None
        if last is None or last.table or last.ends_chapters or last.landscape != landscape:
            last = _Entry(landscape, movable=not landscape)
            entries.append(last)
        last.xml.append(writer.write_block(block))
        last.movable = last.movable and not isinstance(block, blocks.Heading)
    if not any(entry.ends_chapters for entry in entries):
        entries.append(_Entry(False, ends_chapters=True))
    _turn_short_stretches(entries)
    return [_name_parts(entries, index) for index in range(len(entries))]


def _turn_short_stretches(entries: list[_Entry]) -> None:
    """Text without a heading between two landscape tables stays on their pages, instead of on one of its own."""
    for before, entry, after in zip(entries, entries[1:], entries[2:], strict=False):
        if entry.movable and before.landscape and after.landscape:
            entry.landscape = True


def _name_parts(entries: list[_Entry], index: int) -> dict[str, Any]:
    entry = entries[index]
    text = Markup("".join(entry.xml))
    return {
        "xml": "" if entry.landscape else text,
        "xml_lanskap": text if entry.landscape else "",
        "pola": entry.table.pattern if entry.table else "",
        "judul_tabel": Markup(entry.caption),
        "catatan": Markup(entry.notes),
        "baris": entry.table.rows if entry.table else [],
        "akhir_bab": entry.ends_chapters,
        "awal_lanskap": entry.landscape and not (index and entries[index - 1].landscape),
        "akhir_lanskap": entry.landscape and not (index + 1 < len(entries) and entries[index + 1].landscape),
    }


def _restart_page_numbers(chunks: Iterable[str], section: int) -> Iterator[str]:
    """Number the pages of the body from 1: the first section after cover and front matter starts anew."""
    for chunk in chunks:
        found = list(_SECTION.finditer(chunk)) if section >= 0 else []
        yield _restart_section(chunk, found[section].start()) if 0 <= section < len(found) else chunk
        section -= len(found)


def _restart_section(chunk: str, start: int) -> str:
    end = chunk.index("</w:sectPr>", start)
    return chunk[:start] + _PAGE_NUMBERS.sub(_start_at_one, chunk[start:end], count=1) + chunk[end:]


def _start_at_one(match: re.Match[str]) -> str:
    return f'<w:pgNumType{re.sub(r" w:start=.[^ ]*", "", match[1])} w:start="1"/>'
