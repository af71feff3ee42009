"""How templates are filled: Jinja in a sandbox, with the filters of cells and amounts, compiled once and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial, wraps
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, DictLoader, StrictUndefined, Undefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.exceptions import SecurityError
from jinja2.runtime import markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from renjadoc import cache, indonesian
from renjadoc.span import Carried, Span
from renjadoc.unbroken import bind_pieces, may_bind
from renjadoc.word import xml
from renjadoc.word.rivers import find_scale, fit_words, has_long_word
from renjadoc.word.templates.budget import Budget, measure_joining, measure_replacement, refuse_container, refuse_length
from renjadoc.word.templates.tags import weigh_loops
from renjadoc.word.templates.words import ValueUnfit

#: A text of the content to spans: how marks and placeholders in table cells are read.
ToSpans = Callable[[str], list[Span]]

#: Filters of Jinja that a template may use beside ours; others can fill the memory (`center`, `format`) or are no use.
_JINJA_FILTERS = ("default", "first", "join", "last", "length", "lower", "replace", "title", "trim", "upper")
_LARGEST_FACTOR = 10**9
#: What every dict has; Jinja finds these before keys.
_OF_DICTS = frozenset(dir(dict))
_OPEN = [Span("…", open=True)]
#: A cell without any of these is plain text.
_MARKS = re.compile(r"[*{\[\\\n\]]")


class _CodeGenerator(CodeGenerator):
    """Prints every value through the environment: most texts need no escaping, and are seen to need none sooner."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.print_value(")

    @optimizeconst
    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Joined through the environment, which measures what becomes of it."""
        self.write("environment.join_texts((")
        for one in node.nodes:
            self.visit(one, frame)
            self.write(", ")
        self.write("))")


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which every value is escaped, no unknown name is passed over, and no sum takes long.

    There are no powers, and products of whole numbers only; what else a tag may say is in `tags.py`, how much of it in
    `budget.py`. One environment fills one document. `sources` are the parts of a template by name; `cache_key`
    names what is kept of them between runs.
    """

    code_generator_class = _CodeGenerator
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, open_style: str, to_spans: ToSpans, sources: Mapping[str, str], cache_key: str) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            loader=DictLoader(sources),
            bytecode_cache=_CachedBytecode(cache_key),
        )
        self._open_style = open_style
        self._budget = Budget()
        self.globals.clear()
        known = {name: _bound_filter(name, self.filters[name], self._budget) for name in _JINJA_FILTERS}
        self.filters = known | make_filters(open_style, to_spans)

    def print_value(self, value: object) -> str:
        """A value as it is printed: escaped, and highlighted if it was taken over from last year."""
        if type(value) is str and not xml.TO_ESCAPE.search(value):
            return value
        refuse_container(value)
        return escape(_highlight_carried(value, str(value), self._open_style) if isinstance(value, Carried) else value)

    def getattr(self, obj: object, attribute: str) -> Any:
        """Nearly every name that a template asks for is a key of a row: it is looked up first."""
        if type(obj) is dict and attribute in obj and attribute not in _OF_DICTS:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def count_steps(self, items: Iterable[Any], weight: int) -> Iterator[Any]:
        """What a loop goes through: every `for` asks for it here (see `_generate`)."""
        return self._budget.count_steps(items, weight)

    def join_texts(self, values: tuple[Any, ...]) -> Any:
        """What `~` makes of values."""
        measure_joining(list(values), "")
        return self._budget.check_text(markup_join(values))

    def _generate(self, source: nodes.Template, *arguments: Any, **named: Any) -> str:
        weights = weigh_loops(source)
        for loop in source.find_all(nodes.For):
            counting = nodes.EnvironmentAttribute("count_steps")
            weight = nodes.Const(weights[id(loop)])
            loop.iter = nodes.Call(counting, [loop.iter, weight], [], None, None, lineno=loop.lineno)
        return super()._generate(source, *arguments, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "+":
            return self._budget.check_text(_add_values(left, right))
        small = all(isinstance(value, int) and abs(value) <= _LARGEST_FACTOR for value in (left, right))
        if operator == "**" or not small:
            raise SecurityError(f"hitungan dengan {operator} tidak diperbolehkan")
        return super().call_binop(context, operator, left, right)


def _add_values(left: Any, right: Any) -> Any:
    """Numbers and texts are added; the sum of two lists has no form that anybody would print."""
    for value in (left, right):
        refuse_container(value)
    if isinstance(left, str) and isinstance(right, str):
        refuse_length(len(left) + len(right))
    return left + right


def _bound_filter(name: str, function: Callable[..., Any], budget: Budget) -> Callable[..., Any]:
    """A filter of Jinja that measures its text before it makes it, or after where it grows little."""
    if name in {"default", "first", "last", "length"}:
        return function
    if name == "join":

        @wraps(function)  # With what Jinja notes on it.
        def join(context: object, values: Iterable[Any], separator: object = "", attribute: object = None) -> Any:
            found = list(values)
            measure_joining([] if attribute else found, separator)
            return budget.check_text(function(context, found, separator, attribute))

        return join
    if name == "replace":

        @wraps(function)
        def replace(context: object, text: object, old: object, new: object, count: object = None) -> Any:
            measure_replacement(text, old, new)
            return budget.check_text(function(context, text, old, new, count))

        return replace
    return budget.bound_filter(function)


def _decode_code(bucket: Bucket, data: bytes) -> None:
    bucket.bytecode_from_string(data)
    if not isinstance(bucket.code, CodeType):
        bucket.reset()
        raise TypeError("no compiled template")


class _CachedBytecode(BytecodeCache):
    """Compiled templates in the folder of what is kept, which only the user may write."""

    def __init__(self, cache_key: str) -> None:
        self._cache_key = cache_key

    def load_bytecode(self, bucket: Bucket) -> None:
        cache.read_entry("templat", cache.make_key(self._cache_key, bucket.key), partial(_decode_code, bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        cache.write_entry("templat", cache.make_key(self._cache_key, bucket.key), bucket.bytecode_to_string())


def _format_bare_percentage(value: Any) -> str:
    """A percentage without its sign; a text for a cell that has none (`-`, or empty on purpose)."""
    if isinstance(value, str):
        return value
    # What was rounded with its column keeps the decimals of the column.
    is_rounded = isinstance(value, Decimal) and value.is_finite() and -2 <= int(value.as_tuple().exponent) <= 0
    return indonesian.angka(value if is_rounded else indonesian.bulatkan(value))


_FORMS: dict[str, Callable[[Any], Any]] = {
    "persen": indonesian.persen,
    "persen_polos": _format_bare_percentage,
    "rupiah": indonesian.rupiah,
    "terbilang": indonesian.terbilang,
    "bilangan": indonesian.bilangan,
    "romawi": indonesian.romawi,
    "judul": lambda value: indonesian.judul(str(value)),
    "kecil": lambda value: str(value).lower(),
    "besar": lambda value: str(value).upper(),
}


def make_filters(open_style: str, to_spans: ToSpans) -> dict[str, Callable[..., Any]]:
    """The filters of templates: cell values, amounts and the Indonesian forms; None is always an open matter."""
    open_mark = xml.splice_spans(_OPEN, open_style)

    def sel(value: object, room: int = 0) -> Any:
        """`room` is how wide a narrow cell is, in thousandths of its letters' size (`narrow_cells.tell_rooms`)."""
        if isinstance(value, str):
            is_bare = _MARKS.search(value) is None
            if is_bare and type(value) is str and not may_bind(value) and not (room and has_long_word(value, room)):
                # Nearly all cells; Jinja escapes what a template prints.
                return value
            spans = _bind_spans([Span(value)] if is_bare else to_spans(value), room)
            if isinstance(value, Carried):
                spans = [span._replace(open=True) for span in spans]
            return xml.splice_spans(spans, open_style)
        if isinstance(value, list):
            return Markup('</w:t><w:br/><w:t xml:space="preserve">').join(sel(line, room) for line in value)
        return angka(value)

    def shown_as(form: Callable[[Any], str]) -> Callable[[Any], Any]:
        def shown(value: object) -> Any:
            if value is None:
                return open_mark
            if isinstance(value, Undefined):
                # Raises the error that names what is missing.
                return str(value)
            return _highlight_carried(value, form(value), open_style)

        return shown

    whole = shown_as(indonesian.angka)
    angka = partial(_fit_amount, whole)
    forms = {name: shown_as(form) for name, form in _FORMS.items()} | {"sel": sel, "angka": angka}
    return {name: _explain_misfit(name, form) for name, form in forms.items()}


def _fit_amount(form: Callable[[Any], Any], value: object, room: int = 0) -> Any:
    """A number; where its cell (`room` as above) has too little its letters become narrower, so that it is not torn."""
    text = form(value)
    scale = find_scale(text, room) if room and type(text) is str else 100
    return text if scale == 100 else xml.splice_run(text, f'<w:w w:val="{scale}"/>')


def _bind_spans(spans: list[Span], room: int) -> list[Span]:
    """The spans of a cell as print holds them together; in a narrow one (`room`) as far as it has room."""
    texts = bind_pieces(span.text for span in spans)
    return [
        span._replace(text=fit_words(text, room) if room else text) for span, text in zip(spans, texts, strict=True)
    ]


def _explain_misfit(name: str, form: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, which says what it cannot print in Indonesian. Raises ValueUnfit."""

    def shown(value: object, *said: Any) -> Any:
        try:
            return form(value, *said)
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise ValueUnfit(name, value) from error

    return shown


def _highlight_carried(value: object, shown: str, open_style: str) -> Any:
    """`shown`, marked as open if `value` was taken over from last year."""
    return xml.splice_spans([Span(shown, open=True)], open_style) if isinstance(value, Carried) else shown
