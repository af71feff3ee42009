"""Fills a template with blocks and names: the whole way from there to a finished document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import chain, count, islice
from types import MappingProxyType
from typing import Any, NamedTuple

from markupsafe import Markup

from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.span import Span, plain_text
from renjadoc.word import blocks, xml
from renjadoc.word.packages.package import DOCUMENT
from renjadoc.word.packages.text_hashes import extract_text
from renjadoc.word.templates import budget, faults
from renjadoc.word.templates.environment import TemplateEnvironment, ToSpans
from renjadoc.word.templates.facts import FRONT
from renjadoc.word.templates.faults import FRONT_TAGS, LISTS
from renjadoc.word.templates.template import Template
from renjadoc.word.trial import completeness
from renjadoc.word.trial.trial import Shape
from renjadoc.word.writing import contents, footnotes, parts
from renjadoc.word.writing.entries import make_entries
from renjadoc.word.writing.holding import hold_last_rows
from renjadoc.word.writing.parts import Properties
from renjadoc.word.writing.writer import Writer, missing_styles

#: How many pieces of the filled template are joined at once.
_PIECES = 5_000
#: Pieces that are longer together stay apart, so that memory holds no more than they do.
_LARGE = 32_000_000
_SECTION = re.compile(r"<w:sectPr[ >]")
#: What stands before the chapters, by itself.
_FRONT_PART = "depan"
_FRONT = re.compile(rf'<w:bookmarkStart w:id="\d+" w:name="({FRONT}\d+)"/>(.*?)<w:bookmarkEnd ', re.DOTALL)
_EMPTY_RUN = '<w:r><w:t xml:space="preserve"></w:t></w:r>'
#: A paragraph that ends a section, below it a last one in which nothing stands; and how long that is at most.
_EMPTY_END = re.compile(
    r"<w:p>\s*<w:pPr>(?:(?!<w:sectPr|</w:p>).)*(<w:sectPr\b(?:(?!</w:sectPr>).)*</w:sectPr>)\s*</w:pPr>\s*</w:p>\s*"
    r"<w:sectPr\b(?:(?!</w:sectPr>).)*</w:sectPr>\s*(?=</w:body>)",
    re.DOTALL,
)
_LONGEST_END = 10_000
_PICTURE = re.compile(r"""(<wp:docPr\b[^>]*?\bid=["'])\d+(["'])""")
_ANCHOR = re.compile(rf'w:name="({blocks.ANCHOR}\w+)"')
_PAGE_NUMBERS = re.compile(r"<w:pgNumType([^>]*)/>")


def _as_it_is(text: str) -> list[Span]:
    return [Span(text)]


class Document(NamedTuple):
    """What is to be written: content in order, names for the template, pictures of cover and signature, properties.

    `to_spans` reads the marks and placeholders in cells, `made_on` is the date of the file, `front` are the parts
    before the contents by their tag.
    """

    content: list[blocks.Block]
    names: dict[str, Any]
    logo: blocks.Picture | None
    signature: blocks.Picture | None
    title: str
    author: str
    to_spans: ToSpans = _as_it_is
    made_on: date = date(2000, 1, 1)
    front: Mapping[str, list[blocks.Block]] = MappingProxyType({})

    def captions(self) -> list[blocks.Caption]:
        found = (getattr(block, "caption", None) for block in self.content)
        return [caption for caption in found if caption is not None]

    def headings(self) -> list[blocks.Heading]:
        return [block for block in self.content if isinstance(block, blocks.Heading)]


#: The names that `pack_document` adds to those of the document.
OWN_NAMES = {"isi", "logo", "tanda_tangan", "contoh_gaya", *LISTS, *FRONT_TAGS}


def find_problems(template: Template, document: Document) -> list[Problem]:
    """Everything wrong with the template for this document, before anything is filled."""
    problems = missing_styles(template)
    environment = make_environment(template, document)
    problems += faults.find_problems(template, environment, OWN_NAMES | set(document.names))
    if template.facts.faults:
        return problems
    wanted = {block.pattern for block in document.content if isinstance(block, blocks.PatternTable)}
    for pattern in sorted(wanted - set(template.patterns)):
        hint = f"Tambahkan {{%p if blok.pola == '{pattern}' %}} … {{%p endif %}}; lihat docs/templat.md."
        message = f"pola tabel “{pattern}” tidak ada dalam templat"
        problems.append(Problem("RJ044", Location(template.name), message, hint))
    if problems:
        return problems
    losses = completeness.find_losses(template, _read_shape(document), _known_names(document))
    return [*losses, *faults.list_repairs(template), *faults.list_doubled_units(template)]


def _read_shape(document: Document) -> Shape:
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
    sources = {**template.sources, _FRONT_PART: template.front}
    return TemplateEnvironment(open_style, to_spans, sources, template.cache_key)


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
    environment = _make_environment(template, writer.open_style, document.to_spans)
    context = _make_context(writer, template, environment, document)
    chunks = _fill_part(template, environment, DOCUMENT, context)
    mark = f'<w:rStyle w:val="{writer.open_style}"/></w:rPr><w:t xml:space="preserve">…</w:t>'
    marks = rows = 0
    placed: Counter[int] = Counter()
    anchors: Counter[str] = Counter()

    def counted() -> Iterator[str]:
        nonlocal marks, rows
        for chunk in _number_pictures(_restart_page_numbers(chunks, template.sections_before_body)):
            marks += chunk.count(mark)
            rows += chunk.count("<w:tr>") + chunk.count("<w:tr ")
            placed.update(footnotes.find_marks(chunk))
            anchors.update(_ANCHOR.findall(chunk))
            yield chunk

    sides = _fill_sides(template, environment, context)
    properties = Properties(document.title, document.author, document.made_on)
    body = hold_last_rows(_drop_empty_end(_drop_empty_runs(counted())), writer.below_table_styles())
    data, fingerprint = parts.pack_parts(template.parts, body, sides, writer.added, properties)
    _check_rows(template, document, rows)
    _check_texts(template, document, writer, anchors)
    if wrong := [number for number in writer.added.footnotes if placed[number] != 1]:
        raise ProblemsFound([completeness.make_notes_problem(template, len(wrong))])
    return PackedDocument(data, fingerprint, marks)


def _check_rows(template: Template, document: Document, printed: int) -> None:
    """Raise ProblemsFound if a template left out rows by what stands in them."""
    trial = completeness.try_template(template, _read_shape(document), _known_names(document))
    content = chain(*document.front.values(), document.content)
    wanted = None if trial is None else completeness.count_rows(content, trial)
    if wanted is not None and wanted != printed:
        raise ProblemsFound([completeness.make_rows_problem(template, printed, wanted)])


def _check_texts(template: Template, document: Document, writer: Writer, printed: Counter[str]) -> None:
    """Raise ProblemsFound if a template left out paragraphs, or printed some twice, by what stands in them."""
    # What a document places twice (a list of regulations) it prints twice.
    wanted = Counter(anchor.bookmark for anchor, _ in writer.added.anchors)
    wrong = [line for anchor, line in writer.added.anchors if printed[anchor.bookmark] != wanted[anchor.bookmark]]
    trial = completeness.try_template(template, _read_shape(document), _known_names(document)) if wrong else None
    if trial is not None and completeness.prints_all_texts(trial):
        raise ProblemsFound([completeness.make_texts_problem(template, [plain_text(line) for line in wrong])])


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
        length = 0
        while some := list(islice(pieces, _PIECES)):
            more = sum(map(len, some))
            length += more
            if length > budget.MAX_PART:
                raise budget.TooMuch(f"hasilnya lebih dari {budget.MAX_PART // 10**6} juta huruf")
            yield from ["".join(some)] if more < _LARGE else some


@contextmanager
def _explain_errors(template: Template, source: str) -> Iterator[None]:
    """Raise ProblemsFound for whatever goes wrong in `source`."""
    try:
        yield
    except ProblemsFound:
        raise
    except Exception as error:  # Whatever it is, the template's own sums and filters came to it.
        raise ProblemsFound([faults.explain_error(template, error, source)]) from error


def _make_context(
    writer: Writer, template: Template, environment: TemplateEnvironment, document: Document
) -> dict[str, Any]:
    # All is written before the contents: bookmark numbers then follow the reading order.
    front_parts = {name: Markup(writer.write_blocks(part)) for name, part in document.front.items()}
    isi = make_entries(writer, template, document.content)
    context = {
        **document.names,
        **dict.fromkeys(FRONT_TAGS, ""),
        # The specimen page is for those who change the template.
        "contoh_gaya": False,
        **front_parts,
        "isi": isi,
        "daftar_isi": "",
        "daftar_tabel": Markup(contents.write_captions(writer, "Tabel", document.captions())),
        "daftar_gambar": Markup(contents.write_captions(writer, "Gambar", document.captions())),
        "daftar_lampiran": Markup(contents.write_appendices(writer, document.headings())),
        "logo": _write_picture_place(writer, document.logo, "Sampul Logo"),
        "tanda_tangan": _write_picture_place(writer, document.signature, "Tanda Tangan Gambar"),
    }
    front = _find_front(environment, context)
    return context | {"daftar_isi": Markup(contents.write_contents(writer, front, document.headings()))}


def _find_front(environment: TemplateEnvironment, context: dict[str, Any]) -> list[contents.FrontHeading]:
    """The headings before the chapters that the template prints for this document."""
    try:
        filled = environment.get_template(_FRONT_PART).render(context)
    except Exception:  # Whatever it is: filling the whole template tells.
        return []
    return [contents.FrontHeading(found[1], extract_text(found[2])) for found in _FRONT.finditer(filled)]


def _write_picture_place(writer: Writer, picture: blocks.Picture | None, style: str) -> Markup:
    """The picture, or the empty paragraph that keeps its room."""
    return Markup(writer.write_picture_paragraph(picture) if picture else xml.paragraph(writer.style_id(style), ""))


def _drop_empty_runs(chunks: Iterable[str]) -> Iterator[str]:
    """The body without the runs that a template's tags leave empty."""
    rest = ""
    for chunk in chunks:
        text = (rest + chunk).replace(_EMPTY_RUN, "")
        # The end of a chunk may hold the beginning of one.
        cut = max(0, len(text) - len(_EMPTY_RUN))
        rest = text[cut:]
        yield text[:cut]
    yield rest


def _drop_empty_end(chunks: Iterable[str]) -> Iterator[str]:
    """The body without a last section in which nothing stands: below a turned appendix it prints an empty page."""
    rest = ""
    for chunk in chunks:
        text = rest + chunk
        cut = max(0, len(text) - _LONGEST_END)
        rest = text[cut:]
        yield text[:cut]
    yield _EMPTY_END.sub(r"\1", rest)


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
