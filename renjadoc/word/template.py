"""A Word template: what stands in it, read with docxtpl or kept since then; its patterns, its faults, its filling."""

from __future__ import annotations

import contextlib
import marshal
import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any, TypeGuard

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2 import Template as FilledTemplate
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import escape

from renjadoc import indonesian, kept
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.span import Carried
from renjadoc.word import package, xml
from renjadoc.word.facts import Facts, Style

_KIND = "templat"
_GOOD = b"baik"
#: Whose change makes what was kept of a template worthless.
_READ_BY = (
    "renjadoc.word.template", "renjadoc.word.template_reading", "renjadoc.word.render", "renjadoc.word.facts",
    "renjadoc.word.nesting", "renjadoc.word.dangers", "jinja2.compiler", "docxtpl", "docx", "lxml",
)  # fmt: skip

_TAG_HINT = "Tulis ulang tanda itu tanpa spasi atau format di tengahnya; setiap for/if perlu endfor/endif."
_ATTRIBUTE = re.compile(r"has no attribute '(\w+)'")
_ROOT = re.compile(r"<w:document\b[^>]*>")
_PATTERN = re.compile(r"blok\.pola == ['\"](\w+)['\"]")
_SECTION = re.compile(r"<w:sectPr[ >].*?</w:sectPr>", re.DOTALL)
_LOOP = re.compile(r"{%\s*for blok in isi\s*%}")


class Template:
    """A template ready to be filled. Constructing it raises ProblemsFound when it cannot be used."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        try:
            raw = package.read_raw(path)
            self.parts = package.unpack_word(raw)
            # What was kept depends on the template, and on the code that read it and the libraries behind that.
            self._key = kept.key(raw, kept.stamp(_READ_BY), sys.implementation.cache_tag, sys.version)
            self._facts = self._kept_facts() or self._read(raw)
        except package.PackageError as error:
            hint = "Buka templat di Word, simpan ulang sebagai .docx, atau kembali ke templates/renja.docx."
            message = f"templat tidak dapat dipakai: {error}"
            raise ProblemsFound([Problem("RJ040", Location(self.name), message, hint)]) from error
        self._trees: dict[str, nodes.Template] = {}
        self._codes: dict[str, CodeType] = {}

    def _kept_facts(self) -> Facts | None:
        data = kept.get(_KIND, self._key)
        return Facts.from_json(data) if data is not None else None

    def _read(self, raw: bytes) -> Facts:
        from renjadoc.word import dangers, template_reading  # Only here: reading loads docxtpl.

        if found := list(dangers.find(self.parts)):
            # What a template holds goes into the document and to everybody who opens it.
            raise package.PackageError("; ".join(dict.fromkeys(found)))
        facts = template_reading.read(raw, self.parts)
        kept.put(_KIND, self._key, facts.to_json())
        return facts

    @property
    def body(self) -> str:
        """The whole document as Jinja source."""
        return self._facts.body

    @property
    def side_parts(self) -> dict[str, str]:
        """Headers and footers as Jinja source, by part name."""
        return self._facts.sides

    @property
    def styles(self) -> dict[str, Style]:
        """Styles by lower-case name."""
        return self._facts.styles

    @property
    def abstract_numbers(self) -> dict[str, str]:
        """numId -> abstractNumId."""
        return self._facts.abstract_numbers

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
                with contextlib.suppress(KeyError, ValueError):  # A section that does not say it as Word does.
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
        if self._facts.unbalanced:
            said = "tanda templat rusak (kurung tidak berpasangan) pada paragraf “{}”"
            return [
                Problem("RJ041", Location(self.name), said.format(text[:120]), _TAG_HINT)
                for text in self._facts.unbalanced
            ]
        # A template that was found good for these names and filters is good for them.
        verdict = kept.key(self._key, *sorted(names), "|", *sorted(filters))
        if kept.get(_KIND, verdict) == _GOOD:
            return []
        environment = make_environment(filters)
        problems: list[Problem] = []
        for source in (self.body, *self.side_parts.values()):
            problems += self._source_problems(environment, source, names)
        if not _LOOP.search(self.body):
            hint = "Tambahkan {%p for blok in isi %} … {%p endfor %}; lihat docs/templat.md."
            problems.append(Problem("RJ041", Location(self.name), "perulangan “for blok in isi” tidak ada", hint))
        if not problems:
            kept.put(_KIND, verdict, _GOOD)
        return problems

    def filler(self, environment: SandboxedEnvironment, source: str) -> FilledTemplate:
        """`source` (the body or a side part) compiled for filling. Raises TemplateError."""
        return FilledTemplate.from_code(environment, self._code(environment, source), environment.make_globals(None))

    def literals(self, environment: SandboxedEnvironment, source: str) -> set[str]:
        """The pieces of `source` that are printed as they stand, between its values. Raises TemplateError."""
        return set(_texts_of(self._code(environment, source)))

    def _code(self, environment: SandboxedEnvironment, source: str) -> CodeType:
        if source not in self._codes:
            self._codes[source] = self._kept_code(source) or self._compile(environment, source)
        return self._codes[source]

    def _kept_code(self, source: str) -> CodeType | None:
        data = kept.get(_KIND, kept.key(self._key, source))
        return marshal.loads(data) if data is not None else None

    def _compile(self, environment: SandboxedEnvironment, source: str) -> CodeType:
        # The tree that `problems` parsed, once: compiling may change it.
        code = environment.compile(self._trees.pop(source, source))
        kept.put(_KIND, kept.key(self._key, source), marshal.dumps(code))
        return code

    def _source_problems(self, environment: SandboxedEnvironment, source: str, names: set[str]) -> Iterator[Problem]:
        try:
            tree = self._trees[source] = environment.parse(source)
        except TemplateSyntaxError as error:
            yield self._tag_problem(source, error.lineno, str(error.message))
            return
        from renjadoc.word import nesting  # Late: a template that was found good is not looked at again.

        if (line := nesting.broken(tree)) is not None:
            yield self._tag_problem(source, line, "for/if mulai dan berakhir di sel, baris, atau kotak yang berbeda")
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
#: What every dict has; Jinja finds these before keys.
_OF_DICTS = frozenset(dir(dict))


#: Filters of cells, and what fills `{{ row.key | filter }}` in one step.
_CELL_STEPS = {"sel": "cell", "angka": "amount"}


class _CodeGenerator(CodeGenerator):
    """Prints values through `_Environment`, where escaping is on and nothing else is asked for: cells in one step."""

    _cell: nodes.Expr | None = None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if not frame.eval_ctx.autoescape or frame.eval_ctx.volatile or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        elif _is_cell(node):
            self._cell = node
            self.write(f"environment.{_CELL_STEPS[node.name]}(")
        else:
            self.write("environment.printed(")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        if node is not self._cell or not isinstance(node.node, nodes.Getattr):
            super().visit_Filter(node, frame)
            return
        self.visit(node.node.node, frame)
        self.write(f", {node.node.attr!r}")


def _is_cell(node: nodes.Expr) -> TypeGuard[nodes.Filter]:
    """Whether `node` is `row.key | filter` and nothing more."""
    if not isinstance(node, nodes.Filter) or node.name not in _CELL_STEPS:
        return False
    key = node.node
    return isinstance(key, nodes.Getattr) and key.attr not in _OF_DICTS and not (node.args or node.kwargs)


class _Environment(SandboxedEnvironment):
    """A sandbox in which no sum takes longer than a blink: no powers, and products of whole numbers only."""

    code_generator_class = _CodeGenerator
    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, carried: Callable[[Any], Any], plain: frozenset[str]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self._carried = carried
        self._plain = plain

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Nearly every name that a template asks for is a key of a row: it is looked up first."""
        if obj.__class__ is dict and attribute not in _OF_DICTS:
            try:
                return obj[attribute]
            except KeyError:
                pass  # What is missing is said below.
        return super().getattr(obj, attribute)

    def cell(self, row: Any, key: str) -> str:
        """`printed(sel(row.key))`, of which long tables print hundreds of thousands."""
        if row.__class__ is dict:
            value = row.get(key)
            if value.__class__ is str and value in self._plain:
                text: str = value
                return text
        return self.amount(row, key, "sel")

    def amount(self, row: Any, key: str, form: str = "angka") -> str:
        """`printed(angka(row.key))`; a whole number needs no look at what it may be beside."""
        if row.__class__ is dict and (value := row.get(key)).__class__ is int:
            return indonesian.angka(value)
        return self.printed(self.filters[form](self.getattr(row, key)))

    def printed(self, value: Any) -> str:
        """A value as it is printed: escaped. Most texts need no escaping, and are seen to need none in less time."""
        text: str = value
        if value.__class__ is str and (value in self._plain or xml.TO_ESCAPE.search(value) is None):
            return text
        return escape(self._carried(value) if isinstance(value, Carried) else value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        small = all(isinstance(value, int) and abs(value) <= _LARGEST_FACTOR for value in (left, right))
        if operator == "**" or not small:
            raise SecurityError(f"hitungan dengan {operator} tidak diperbolehkan")
        return super().call_binop(context, operator, left, right)


def _texts_of(code: CodeType) -> Iterator[str]:
    """The texts that stand in compiled code, and in the functions within it."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _texts_of(constant)
        elif isinstance(constant, str):
            yield constant


def make_environment(
    filters: dict[str, Callable[..., Any]],
    carried: Callable[[Any], Any] = str,
    plain: frozenset[str] = frozenset(),
) -> SandboxedEnvironment:
    """How templates are read: in a sandbox, every value escaped, no unknown name passed over.

    `carried` says how a value is printed that was taken over from last year; the texts in `plain` need no escaping.
    """
    environment = _Environment(carried, plain)
    environment.filters = {name: environment.filters[name] for name in _JINJA_FILTERS} | filters
    return environment


def _free_names(tree: nodes.Template) -> set[str]:
    """The names that a template reads and does not set itself."""
    found = list(tree.find_all(nodes.Name))
    return {node.name for node in found if node.ctx == "load"} - {node.name for node in found if node.ctx != "load"}


def _attributes(section: str, element: str) -> dict[str, str]:
    match = re.search(rf"<w:{element} ([^>]*)/>", section)
    return dict(re.findall(r'w:(\w+)="([^"]*)"', match[1])) if match else {}


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
