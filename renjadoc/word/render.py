"""Fills a template with blocks and names: the whole way from there to the parts of a finished document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple

from jinja2 import TemplateError, Undefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from renjadoc import indonesian
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.span import Carried, Span
from renjadoc.word import blocks, parts, xml
from renjadoc.word.marks import Chunk, Marks
from renjadoc.word.package import Parts
from renjadoc.word.template import Template, make_environment
from renjadoc.word.writer import Writer, missing_styles

#: A text of the content to spans: how marks and placeholders in table cells are read.
ToSpans = Callable[[str], list[Span]]

_OPEN = [Span("…", open=True)]
#: A cell without any of these is plain text.
_MARKS = re.compile(r"[*{\[\\\n\]]")
#: A text without any of these is printed as it is: it holds no marks, and nothing that XML escapes.
SPECIAL = re.compile(r"""[*{\[\\\n\]&<>'"]""")
#: How many pieces of the filled template are joined at once. Larger joins, of megabytes, take longer: Python gives
#: their memory back to the machine each time, and has to ask for it anew.
_PIECES = 5_000
_SECTION = re.compile(r"<w:sectPr[ >]")
_PAGE_NUMBERS = re.compile(r"<w:pgNumType([^>]*)/>")


def _as_it_is(text: str) -> list[Span]:
    return [Span(text)]


class Document(NamedTuple):
    """What is to be written: content in order, names for the template, pictures of cover and signature, properties.

    `to_spans` reads the marks and placeholders in cells; `plain` are texts of cells that are known to hold
    nothing `SPECIAL`; in long tables nearly all are.
    """

    content: list[blocks.Block]
    names: dict[str, Any]
    logo: blocks.Picture | None
    signature: blocks.Picture | None
    title: str
    author: str
    to_spans: ToSpans = _as_it_is
    plain: frozenset[str] = frozenset()

    def captions(self) -> list[blocks.Caption]:
        found = (getattr(block, "caption", None) for block in self.content)
        return [caption for caption in found if caption is not None]

    def headings(self) -> list[blocks.Heading]:
        return [block for block in self.content if isinstance(block, blocks.Heading)]


#: The names that `render` adds to those of the document.
OWN_NAMES = {"isi", "daftar_isi", "daftar_tabel", "daftar_gambar", "logo", "tanda_tangan"}


def check(template: Template, document: Document) -> list[Problem]:
    """Everything wrong with the template for this document, before anything is filled."""
    problems = missing_styles(template)
    problems += template.problems(OWN_NAMES | set(document.names), _filters("", _as_it_is))
    wanted = {block.pattern for block in document.content if isinstance(block, blocks.PatternTable)}
    for pattern in sorted(wanted - set(template.patterns)):
        hint = f"Tambahkan {{%p if blok.pola == '{pattern}' %}} … {{%p endif %}}; lihat docs/templat.md."
        message = f"pola tabel “{pattern}” tidak ada dalam templat"
        problems.append(Problem("RJ044", Location(template.name), message, hint))
    return problems


def render(template: Template, document: Document, pages: Mapping[str, str]) -> Parts:
    """The parts of the document. Raises ProblemsFound for what only filling the template shows."""
    filled = _Filled(template, document, pages)
    body = "".join(chunk.text for chunk in filled.body)
    return parts.assemble(template.parts, body, filled.sides, filled.writer, document.title, document.author)


class Packed(NamedTuple):
    """A document as a file. `open_marks` are its figures and cells that are still open, printed as a marked …"""

    data: bytes
    fingerprint: str
    open_marks: int


def pack(template: Template, document: Document, pages: Mapping[str, str]) -> Packed:
    """The document as a file, in the memory of one chunk of its body.

    Raises ProblemsFound for what only filling the template shows.
    """
    filled = _Filled(template, document, pages)
    mark = f'<w:rStyle w:val="{filled.writer.open_style}"/></w:rPr><w:t xml:space="preserve">…</w:t>'
    marks = 0

    def counted() -> Iterator[Chunk]:
        nonlocal marks
        for chunk in filled.body:
            marks += chunk.text.count(mark)
            yield chunk

    named = filled.writer, document.title, document.author
    made = parts.pack(template.parts, counted(), Marks(filled.literals), filled.sides, *named)
    return Packed(*made, marks)


class _Filled:
    """A template filled with a document: the body in chunks, headers and footers, and the writer that knows more."""

    def __init__(self, template: Template, document: Document, pages: Mapping[str, str]) -> None:
        self.writer = Writer(template, pages)
        self.writer.learn_captions(document.captions())
        context = _context(self.writer, template, document)
        style = self.writer.open_style
        environment = make_environment(
            _filters(style, document.to_spans, document.plain),
            lambda value: _highlighted(value, str(value), style),
            document.plain,
        )
        with _explained(template, template.body):
            self.literals = template.literals(environment, template.body)
        chunks = _fill(template, environment, template.body, context)
        self.body = _restart_page_numbers(chunks, template.sections_before_body)
        self.sides = _sides(template, environment, context)


def sides(template: Template, names: Mapping[str, Any], writer: Writer) -> dict[str, str]:
    """Headers and footers filled, for a document whose body is not the template's."""
    environment = make_environment(_filters(writer.open_style, _as_it_is))
    return _sides(template, environment, {**dict.fromkeys(OWN_NAMES, ""), **names})


def _sides(template: Template, environment: SandboxedEnvironment, context: dict[str, Any]) -> dict[str, str]:
    return {
        name: "".join(chunk.text for chunk in _fill(template, environment, source, context))
        for name, source in template.side_parts.items()
    }


def _fill(
    template: Template, environment: SandboxedEnvironment, source: str, context: dict[str, Any]
) -> Iterator[Chunk]:
    """The filled text in chunks of some hundred kilobytes, each of whole pieces of the template and of its values."""
    with _explained(template, source):
        filling = template.filler(environment, source).generate(context)
        while pieces := list(islice(filling, _PIECES)):
            yield Chunk("".join(pieces), pieces)


@contextmanager
def _explained(template: Template, source: str) -> Iterator[None]:
    """Raise ProblemsFound for whatever goes wrong in `source`."""
    try:
        yield
    except TemplateError as error:
        raise ProblemsFound([template.explain(error, source)]) from error
    except (TypeError, ValueError, ArithmeticError, AttributeError, LookupError, RecursionError) as error:
        hint = "Periksa saringan dan hitungan dalam templat; lihat docs/templat.md."
        problem = Problem("RJ041", Location(template.name), f"templat gagal diisi ({error})", hint)
        raise ProblemsFound([problem]) from error


def _context(writer: Writer, template: Template, document: Document) -> dict[str, Any]:
    # The body is written before the contents: bookmark numbers then follow the reading order.
    isi = _entries(writer, template, document.content)
    return {
        **document.names,
        "isi": isi,
        "daftar_isi": Markup(writer.contents(document.headings())),
        "daftar_tabel": Markup(writer.captions("Tabel", document.captions())),
        "daftar_gambar": Markup(writer.captions("Gambar", document.captions())),
        "logo": _place(writer, document.logo, "Sampul Logo"),
        "tanda_tangan": _place(writer, document.signature, "Tanda Tangan Gambar"),
    }


def _place(writer: Writer, picture: blocks.Picture | None, style: str) -> Markup:
    """The picture, or the empty paragraph that keeps its room."""
    return Markup(writer.picture_paragraph(picture) if picture else xml.paragraph(writer.style(style), ""))


# The entries of `isi`: what the template's loop sees, one a pattern table and one a stretch of other blocks.


class _Entry:
    def __init__(self, *, landscape: bool, table: blocks.PatternTable | None = None) -> None:
        self.landscape = landscape
        self.table = table
        self.movable = not (landscape or table)
        self.xml: list[str] = []
        self.caption = self.notes = ""


def _entries(writer: Writer, template: Template, content: Iterable[blocks.Block]) -> list[dict[str, Any]]:
    entries: list[_Entry] = []
    for block in content:
        if isinstance(block, blocks.PatternTable):
            # Written now, so that anchors stand in reading order.
            entry = _Entry(landscape=template.patterns.get(block.pattern, False), table=block)
            entry.caption, entry.notes = writer.caption(block.caption), writer.notes(block.notes)
            entries.append(entry)
            continue
        landscape = isinstance(block, blocks.GridTable) and block.landscape
        last = entries[-1] if entries else None
        if last is None or last.table or last.landscape != landscape:
            last = _Entry(landscape=landscape)
            entries.append(last)
        last.xml.append(writer.block(block))
        last.movable = last.movable and not isinstance(block, blocks.Heading)
    _turn_short_stretches(entries)
    return [_as_names(entries, index) for index in range(len(entries))]


def _turn_short_stretches(entries: list[_Entry]) -> None:
    """Text without a heading between two landscape tables stays on their pages, instead of on one of its own."""
    for before, entry, after in zip(entries, entries[1:], entries[2:], strict=False):
        if entry.movable and before.landscape and after.landscape:
            entry.landscape = True


def _as_names(entries: list[_Entry], index: int) -> dict[str, Any]:
    entry = entries[index]
    text = Markup("".join(entry.xml))
    return {
        "xml": "" if entry.landscape else text,
        "xml_lanskap": text if entry.landscape else "",
        "pola": entry.table.pattern if entry.table else "",
        "judul_tabel": Markup(entry.caption),
        "catatan": Markup(entry.notes),
        "baris": entry.table.rows if entry.table else [],
        "awal_lanskap": entry.landscape and not (index and entries[index - 1].landscape),
        "akhir_lanskap": entry.landscape and not (index + 1 < len(entries) and entries[index + 1].landscape),
    }


# Filters


def _highlighted(value: Any, shown: str, open_style: str) -> Any:
    """`shown`, marked as open if `value` was taken over from last year."""
    return xml.splice([Span(shown, open=True)], open_style) if isinstance(value, Carried) else shown


def _filters(open_style: str, to_spans: ToSpans, plain: frozenset[str] = frozenset()) -> dict[str, Callable[..., Any]]:
    """The filters of templates: cell values, amounts and the Indonesian forms; None is always an open matter."""
    open_mark = xml.splice(_OPEN, open_style)

    def highlighted(value: Any, text: str) -> Any:
        return _highlighted(value, text, open_style)

    def sel(value: Any) -> Any:
        if value.__class__ is str and (value in plain or _MARKS.search(value) is None):
            return value  # Nearly all cells; Jinja escapes what a template prints.
        if isinstance(value, str):
            return highlighted(value, _cell_text(value, to_spans, open_style))
        if isinstance(value, list):
            return Markup('</w:t><w:br/><w:t xml:space="preserve">').join(sel(line) for line in value)
        return angka(value)

    def number(form: Callable[[Any], str]) -> Callable[[Any], Any]:
        return lambda value: form(value) if value.__class__ is int else shown(value, form)

    def shown(value: Any, form: Callable[[Any], str]) -> Any:
        if value is None:
            return open_mark
        if isinstance(value, Undefined):
            # Raises the error that names what is missing.
            return str(value)
        return highlighted(value, form(value))

    angka = number(indonesian.angka)

    return {
        "sel": sel,
        "angka": angka,
        "persen": number(indonesian.persen),
        "persen_polos": number(_bare_percentage),
        "rupiah": number(indonesian.rupiah),
        "terbilang": indonesian.terbilang,
        "bilangan": indonesian.bilangan,
        "romawi": indonesian.romawi,
    }


def _bare_percentage(value: Any) -> str:
    """A percentage without its sign; nothing for a cell that is empty on purpose."""
    return "" if value == "" else indonesian.angka(indonesian.bulatkan(value))


def _cell_text(value: str, to_spans: ToSpans, open_style: str) -> Markup:
    if _MARKS.search(value) is None:
        return escape(value)
    return xml.splice(to_spans(value), open_style)


def _restart_page_numbers(chunks: Iterable[Chunk], section: int) -> Iterator[Chunk]:
    """Number the pages of the body from 1: the first section after cover and front matter starts anew."""
    for chunk in chunks:
        found = list(_SECTION.finditer(chunk.text)) if section >= 0 else []
        yield Chunk(_restarted(chunk.text, found[section].start())) if 0 <= section < len(found) else chunk
        section -= len(found)


def _restarted(chunk: str, start: int) -> str:
    end = chunk.index("</w:sectPr>", start)
    return chunk[:start] + _PAGE_NUMBERS.sub(_start_at_one, chunk[start:end], count=1) + chunk[end:]


def _start_at_one(match: re.Match[str]) -> str:
    return f'<w:pgNumType{re.sub(r" w:start=.[^ ]*", "", match[1])} w:start="1"/>'
