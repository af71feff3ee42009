"""A Word template, read with docxtpl: its tags as Jinja source, its styles, lists, patterns and faults."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.word import dangers, package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)

_BRACES = (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))
_TAG_HINT = "Tulis ulang tanda itu tanpa spasi atau format di tengahnya; setiap for/if perlu endfor/endif."
_ATTRIBUTE = re.compile(r"has no attribute '(\w+)'")
_ROOT = re.compile(r"<w:document\b[^>]*>")
_PATTERN = re.compile(r"blok\.pola == ['\"](\w+)['\"]")
_SECTION = re.compile(r"<w:sectPr[ >].*?</w:sectPr>", re.DOTALL)
_LOOP = re.compile(r"{%\s*for blok in isi\s*%}")
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_COLUMN_LOOP = re.compile(r"({%\s*for \w+ in ([\w.]+)\s*%})\s*(<w:tc[ >].*?</w:tc>)\s*{%\s*endfor\s*%}", re.DOTALL)
_GRID_COLUMN = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_CELL_WIDTH = re.compile(r'(<w:tcW [^>]*w:w=")(\d+)(")')


@dataclass(frozen=True)
class Style:
    id: str
    kind: str
    number_id: str | None


class Template:
    """A template ready to be filled. Constructing it raises ProblemsFound when it cannot be used."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self.parts = self._read_package(path)
        self._document = self._open(path)
        self._trees: dict[str, nodes.Template] = {}
        self.body = _one_line_a_paragraph(_fluid_columns(_grid_span_in_order(self._whole_document())))

    def _read_package(self, path: Path) -> package.Parts:
        try:
            parts = package.read(path)
            found = list(dangers.find(parts))
        except package.PackageError as error:
            raise self._unusable(str(error)) from error
        if found:
            # What a template holds goes into the document and to everybody who opens it.
            raise self._unusable("; ".join(dict.fromkeys(found)))
        return parts

    def _open(self, path: Path) -> Any:
        try:
            template = DocxTemplate(str(path))
            template.render_init()
        except Exception as error:  # python-docx meets a broken package with many kinds of errors
            raise self._unusable("isinya rusak atau tidak lengkap") from error
        return template

    def _whole_document(self) -> str:
        """docxtpl gives the body alone; the root around it carries the namespaces and what older Words may ignore."""
        body = self._document.patch_xml(self._document.get_xml())
        root = _ROOT.search(self.parts["word/document.xml"].decode("utf-8"))
        if root is None:
            raise self._unusable("bagian utamanya tidak berisi naskah")
        return f"{root[0]}<w:body>{body[body.index('>') + 1 :]}</w:document>"

    def _unusable(self, message: str) -> ProblemsFound:
        hint = "Buka templat di Word, simpan ulang sebagai .docx, atau kembali ke templates/renja.docx."
        return ProblemsFound([Problem("RJ040", Location(self.name), f"templat tidak dapat dipakai: {message}", hint)])

    @cached_property
    def side_parts(self) -> dict[str, str]:
        """Headers and footers with their tags as Jinja source, by part name."""
        sources = {}
        for uri in (self._document.HEADER_URI, self._document.FOOTER_URI):
            for _, part in self._document.get_headers_footers(uri):
                xml = self._document.get_part_xml(part)
                sources[str(part.partname).lstrip("/")] = _one_line_a_paragraph(self._document.patch_xml(xml))
        return sources

    @cached_property
    def styles(self) -> dict[str, Style]:
        """Styles by lower-case name: Word may rewrite ids, and shows names in the user's language only on screen."""
        root = etree.fromstring(self.parts["word/styles.xml"], _PARSER)
        return {
            element.find(f"{_W}name").get(f"{_W}val").lower(): _style(element) for element in root.iter(f"{_W}style")
        }

    @cached_property
    def abstract_numbers(self) -> dict[str, str]:
        """numId -> abstractNumId."""
        root = etree.fromstring(self.parts["word/numbering.xml"], _PARSER)
        return {
            num.get(f"{_W}numId"): num.find(f"{_W}abstractNumId").get(f"{_W}val") for num in root.findall(f"{_W}num")
        }

    @cached_property
    def patterns(self) -> dict[str, bool]:
        """The table patterns; True for one that stands in a landscape section of the template."""
        found = {}
        for match in _PATTERN.finditer(self.body):
            section = _SECTION.search(self.body, match.end())
            found[match[1]] = section is not None and 'w:orient="landscape"' in section[0]
        return found

    @cached_property
    def sections_before_body(self) -> int:
        """How many sections (cover, front matter) end before the loop over the document's blocks."""
        loop = _LOOP.search(self.body)
        return len(_SECTION.findall(self.body, 0, loop.start())) if loop else 0

    def text_width(self, *, landscape: bool) -> int:
        """The width between the margins, in twentieths of a point, of the first section of that orientation."""
        for section in _SECTION.findall(self.body):
            if ('w:orient="landscape"' in section) == landscape:
                size, margins = _attributes(section, "pgSz"), _attributes(section, "pgMar")
                return int(size["w"]) - int(margins["left"]) - int(margins["right"])
        return 9000

    @property
    def root(self) -> str:
        """The opening tag of the document with its namespaces."""
        found = _ROOT.search(self.body)
        return found[0] if found else ""

    def upright_section(self) -> str:
        """The properties of the first upright section of the narrative."""
        loop = _LOOP.search(self.body)
        for section in _SECTION.findall(self.body, loop.start() if loop else 0):
            if 'w:orient="landscape"' not in section:
                return str(section)
        return "<w:sectPr></w:sectPr>"

    def problems(self, names: set[str], filters: dict[str, Callable[..., Any]]) -> list[Problem]:
        """Broken tags, names that nothing fills, and a missing loop over the document's blocks."""
        environment = make_environment(filters)
        problems: list[Problem] = [*self._unbalanced()]
        if problems:
            return problems
        for source in (self.body, *self.side_parts.values()):
            problems += self._source_problems(environment, source, names)
        if not _LOOP.search(self.body):
            hint = "Tambahkan {%p for blok in isi %} … {%p endfor %}; lihat docs/templat.md."
            problems.append(Problem("RJ041", Location(self.name), "perulangan “for blok in isi” tidak ada", hint))
        return problems

    def _unbalanced(self) -> Iterator[Problem]:
        """Paragraphs in which a tag opens and does not close: docxtpl would swallow what follows without a word."""
        root = etree.fromstring(self.parts["word/document.xml"], _PARSER)
        for paragraph in root.iter(f"{_W}p"):
            text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))
            if any(text.count(opening) != text.count(closing) for opening, closing in _BRACES):
                message = f"tanda templat rusak (kurung tidak berpasangan) pada paragraf “{text[:120]}”"
                yield Problem("RJ041", Location(self.name), message, _TAG_HINT)

    def tree(self, source: str) -> nodes.Template | str:
        """What Jinja is to compile: the tree that `problems` parsed, once, or the source itself."""
        return self._trees.pop(source, source)

    def _source_problems(self, environment: SandboxedEnvironment, source: str, names: set[str]) -> Iterator[Problem]:
        try:
            tree = self._trees[source] = environment.parse(source)
        except TemplateSyntaxError as error:
            yield self._tag_problem(source, error.lineno, str(error.message))
            return
        for name in sorted(_free_names(tree) - names - {"loop"}):
            yield self._unknown_name(source, name, names)
        for node in tree.find_all(nodes.Filter):
            if node.name not in environment.filters:
                said = f"saringan “{node.name}” tidak dikenal, pada paragraf “{_paragraph_text(source, node.lineno)}”"
                hint = "Saringan yang boleh dipakai ada dalam docs/templat.md."
                yield Problem("RJ042", Location(self.name), said, hint)

    def _tag_problem(self, source: str, line: int, message: str) -> Problem:
        said = f"tanda templat rusak ({message}) pada paragraf “{_paragraph_text(source, line)}”"
        return Problem("RJ041", Location(self.name), said, _TAG_HINT)

    def _unknown_name(self, source: str, name: str, names: set[str]) -> Problem:
        pattern = re.compile(rf"[{{%][^{{}}]*\b{re.escape(name)}\b")
        line = next((n for n, text in enumerate(source.split("\n"), 1) if pattern.search(text)), 1)
        said = f"nama “{name}” tidak dikenal, pada paragraf “{_paragraph_text(source, line)}”"
        hint = f"Nama yang boleh dipakai: {', '.join(sorted(names))}."
        return Problem("RJ042", Location(self.name), said, hint)

    def explain(self, error: TemplateError, source: str) -> Problem:
        """The problem behind an error of filling `source`: every paragraph has a line of its own there."""
        line = _template_line(error)
        code = "RJ042" if isinstance(error, UndefinedError) else "RJ041"
        missing = _ATTRIBUTE.search(str(error))
        what = f"bagian “{missing[1]}” tidak dikenal" if missing else f"templat tidak dapat diisi ({error})"
        said = f"{what}, pada paragraf “{_paragraph_text(source, line)}”"
        return Problem(code, Location(self.name), said, "Nama yang boleh dipakai ada dalam docs/templat.md.")


#: Filters of Jinja that a template may use beside ours; others can fill the memory (`center`, `format`) or are no use.
_JINJA_FILTERS = ("default", "first", "join", "last", "length", "lower", "replace", "title", "trim", "upper")
_LARGEST_FACTOR = 10**9


class _Environment(SandboxedEnvironment):
    """A sandbox in which no sum takes longer than a blink: no powers, and products of whole numbers only."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        small = all(isinstance(value, int) and abs(value) <= _LARGEST_FACTOR for value in (left, right))
        if operator == "**" or not small:
            raise SecurityError(f"hitungan dengan {operator} tidak diperbolehkan")
        return super().call_binop(context, operator, left, right)


def make_environment(filters: dict[str, Callable[..., Any]]) -> SandboxedEnvironment:
    """How templates are read: in a sandbox, every value escaped, no unknown name passed over."""
    environment = _Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters = {name: environment.filters[name] for name in _JINJA_FILTERS} | filters
    return environment


def _free_names(tree: nodes.Template) -> set[str]:
    """The names that a template reads and does not set itself."""
    found = list(tree.find_all(nodes.Name))
    return {node.name for node in found if node.ctx == "load"} - {node.name for node in found if node.ctx != "load"}


def _style(element: Any) -> Style:
    number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return Style(
        element.get(f"{_W}styleId"), element.get(f"{_W}type"), None if number is None else number.get(f"{_W}val")
    )


def _attributes(section: str, element: str) -> dict[str, str]:
    match = re.search(rf"<w:{element} ([^>]*)/>", section)
    return dict(re.findall(r'w:(\w+)="([^"]*)"', match[1])) if match else {}


def _one_line_a_paragraph(source: str) -> str:
    """The source with a line feed before every paragraph, so that Jinja's line numbers name paragraphs."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source.replace("\n", " "))


def _paragraph_text(lined: str, line: int) -> str:
    lines = lined.split("\n")
    text = re.sub(r"<[^>]+>", "", lines[min(max(line, 1), len(lines)) - 1]).strip()
    return text if len(text) <= 120 else text[:117] + "…"


def _template_line(error: TemplateError) -> int:
    """The innermost line of template code in a traceback."""
    line = getattr(error, "lineno", None) or 0
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _grid_span_in_order(source: str) -> str:
    """docxtpl writes gridSpan before tcW; the schema wants it behind."""
    return re.sub(r"(<w:tcPr>)(<w:gridSpan [^>]*/>)(<w:tcW [^>]*/>)", r"\1\3\2", source)


def _fluid_columns(source: str) -> str:
    """Tables with a column loop ({%tc for %}): however many columns it makes, together they keep the loop's room."""
    return _TABLE.sub(lambda table: _fluid_table(table[0]), source)


def _fluid_table(table: str) -> str:
    loop = _COLUMN_LOOP.search(table)
    if loop is None:
        return table
    row = table[table.rfind("<w:tr", 0, loop.start()) : table.find("</w:tr>", loop.end())]
    before, _, after = row.partition(loop[0])
    first, last = before.count("<w:tc>") + before.count("<w:tc "), after.count("<w:tc>") + after.count("<w:tc ")
    columns = list(_GRID_COLUMN.finditer(table))
    looped = columns[first : len(columns) - last]
    if not looped:
        return table
    room = sum(int(column[1]) for column in looped)
    width = f"{{{{ {room} // {loop[2]}|length }}}}"
    head = table[: looped[0].start()]
    grid = f'{loop[1]}<w:gridCol w:w="{width}"/>{{% endfor %}}'
    rest = table[looped[-1].end() :]
    return head + grid + _COLUMN_LOOP.sub(lambda m: _fluid_cell(m, room), rest)


def _fluid_cell(loop: re.Match[str], room: int) -> str:
    width = f"{{{{ {room} // {loop[2]}|length }}}}"
    cell = _CELL_WIDTH.sub(lambda m: m[1] + width + m[3], loop[3], count=1)
    return f"{loop[1]}{cell}{{% endfor %}}"
