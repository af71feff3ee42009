"""What the tags of a template may say: names, filters, sums, if and for; no calls, macros or sets that build lists.

Checked before a template is compiled, so that neither Jinja nor Python meets what it takes too long or too deep for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

#: Of one tag; the longest of ours has 80 characters.
MAX_TAG = 2_000
#: Expressions within expressions; blocks within blocks, of which Python takes twenty.
MAX_DEPTH, MAX_BLOCKS = 40, 12
MAX_DIGITS = 15
_DIGITS = re.compile(rf"[\d_]{{{MAX_DIGITS + 1},}}")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_BLOCKS = (nodes.If, nodes.For)
_VALUES = (nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Tuple, nodes.List)
_SUMS = (
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos,
    nodes.Concat,
)  # fmt: skip
_CONDITIONS = (nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Test)
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Assign, nodes.Filter, nodes.Keyword,
    *_BLOCKS, *_VALUES, *_SUMS, *_CONDITIONS,
)  # fmt: skip
_SAID = {
    nodes.Call: "panggilan dengan tanda kurung tidak dapat dipakai; pakai saringan",
    nodes.CallBlock: "“call” tidak dapat dipakai",
    nodes.Macro: "“macro” tidak dapat dipakai",
    nodes.AssignBlock: "“set” dengan “endset” tidak dapat dipakai",
    nodes.ScopedEvalContextModifier: "“autoescape” tidak dapat dipakai",
    nodes.Include: "“include” tidak dapat dipakai",
    nodes.Dict: "kurung kurawal tidak dapat dipakai di dalam tanda",
}
TOO_DEEP = "tanda bersarang terlalu dalam"


def find_bad_text(source: str) -> tuple[int, str] | None:
    """The line of a tag that is too long for Jinja to read, and why; None if there is none."""
    for start, tag in _walk_tags(source):
        if len(tag) > MAX_TAG:
            return source.count("\n", 0, start) + 1, f"tanda lebih panjang dari {MAX_TAG} huruf"
        if _DIGITS.search(tag):
            return source.count("\n", 0, start) + 1, f"angka lebih dari {MAX_DIGITS} digit"
    return None


def _walk_tags(source: str) -> Iterator[tuple[int, str]]:
    """Every tag and where it starts; one that does not end reaches to the end."""
    start = 0
    while match := _OPENING.search(source, start):
        end = source.find(_CLOSING[match[0]], match.end())
        end = len(source) if end < 0 else end + 2
        yield match.start(), source[match.start() : end]
        start = end


_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


def find_bad_tag(tree: nodes.Template) -> tuple[int, str] | None:
    """The line of the first tag that says what it must not, and why; None if there is none."""
    pending: list[tuple[nodes.Node, int, int, int]] = [(tree, tree.lineno, 0, 0)]
    while pending:
        node, line, depth, blocks = pending.pop()
        line = node.lineno or line
        blocks += isinstance(node, _BLOCKS)
        if said := _find_fault(node) or (TOO_DEEP if depth > MAX_DEPTH or blocks > MAX_BLOCKS else ""):
            return line, said
        deeper = 0 if isinstance(node, nodes.Stmt | nodes.Template) else depth + 1
        pending += [(child, line, deeper, blocks) for child in node.iter_child_nodes()]
    return None


def _find_fault(node: nodes.Node) -> str:
    if not isinstance(node, _ALLOWED):
        return _SAID.get(type(node), f"“{type(node).__name__.lower()}” tidak dapat dipakai")
    if isinstance(node, nodes.For) and node.recursive:
        return "“recursive” tidak dapat dipakai"
    if isinstance(node, nodes.Tuple | nodes.List) and not _is_plain_list(node):
        return "deret dalam tanda hanya dapat berisi teks atau angka yang diketik"
    if isinstance(node, nodes.Const):
        return _find_bad_value(node.value)
    return ""


def _is_plain_list(node: nodes.Tuple | nodes.List) -> bool:
    """Whether a list holds typed values only, or is the names that a loop gives values to."""
    if getattr(node, "ctx", "load") == "store":
        return all(isinstance(item, nodes.Name) for item in node.items)
    return all(isinstance(item, nodes.Const) for item in node.items)


def _find_bad_value(value: object) -> str:
    if isinstance(value, str) and (found := _FORBIDDEN.search(value)):
        return f"teks memuat karakter yang tidak dapat dicetak (U+{ord(found[0]):04X})"
    if isinstance(value, int | float) and not abs(value) < 10**MAX_DIGITS:
        return f"angka lebih dari {MAX_DIGITS} digit"
    return ""


def weigh_loops(tree: nodes.Template) -> dict[int, int]:
    """How many nodes each time around costs at most, by the identity of its loop; loops within have their own."""
    weights: dict[int, int] = {}
    owners: list[tuple[nodes.Node, nodes.For | None]] = [(tree, None)]
    while owners:
        node, owner = owners.pop()
        if owner is not None:
            weights[id(owner)] = weights.get(id(owner), 0) + 1
        inner = node if isinstance(node, nodes.For) else owner
        owners += [(child, inner) for child in node.iter_child_nodes()]
    return weights
