"""Evaluates what stands in {{ … }} of a content text: a handful of expression forms, nothing that runs code.

Jinja's parser reads the expression; only the node types listed here are evaluated. No loops, no calls but `rujuk`, no
multiplication: content is untrusted, and nothing of it can take time or reach an attribute of Python.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from renjadoc import indonesian
from renjadoc.matching import find_near
from renjadoc.span import Carried, CarriedText, UnitText


class Reference(NamedTuple):
    """The value of `rujuk('name')`: the label shown (`Tabel 2.1`) and what it points to."""

    name: str
    label: str


class PlaceholderError(Exception):
    """A placeholder that cannot be evaluated: a code, what is wrong, what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


FILTERS: dict[str, Callable[[Any], str]] = {
    "rupiah": indonesian.rupiah,
    "angka": indonesian.angka,
    "persen": indonesian.persen,
    "terbilang": indonesian.terbilang,
    "bilangan": indonesian.bilangan,
    "romawi": indonesian.romawi,
    "judul": indonesian.judul,
    "kecil": str.lower,
    "besar": str.upper,
}

_PARSER = Environment()
#: Of a number: no amount, count or year has more, and a text of thousands of digits is no use.
_MOST_DIGITS = 30
_FORMS = "Yang boleh: nama, nama.bagian, nama['kunci'], + dan - dengan bilangan bulat, saringan seperti | rupiah."


#: Nearly all expressions: `nama.bagian['kunci']`, perhaps with a filter or a step (`- 1`), and `rujuk('nama')`. Jinja
#: reads these few words otherwise.
_NAME = r"(?!(?:true|false|none|not|and|or|if|else|in|is)\b)[a-z_][a-z_0-9]*"
_KEY = r"'[\w.-]+'"
_SIMPLE = re.compile(
    rf" *(?P<nama>{_NAME})(?P<bagian>(?:\.{_NAME}|\[{_KEY}\])*) *"
    rf"(?:\| *(?P<saringan>{_NAME}) *|(?P<tanda>[+-]) *(?P<langkah>0|[1-9]\d{{0,3}}) *)?"
    rf"| *rujuk\((?P<rujuk>{_KEY})\) *",
    re.ASCII,
)
_PARTS = re.compile(rf"\.({_NAME})|\[({_KEY})\]", re.ASCII)


@lru_cache(maxsize=4096)
def _parse_expression(expression: str) -> nodes.Node:
    if len(expression) > 500:
        raise PlaceholderError("RJ021", "isi {{ … }} terlalu panjang", _FORMS)
    if simple := _SIMPLE.fullmatch(expression):
        return _build_node(**simple.groupdict(default=""))
    try:
        template = _PARSER.parse("{{" + expression + "}}")
    except (TemplateSyntaxError, RecursionError) as error:
        raise PlaceholderError("RJ021", f"{{{{{expression}}}}} tidak dapat dibaca", _FORMS) from error
    body = template.body
    if len(body) != 1 or not isinstance(body[0], nodes.Output) or len(body[0].nodes) != 1:
        raise PlaceholderError("RJ021", f"{{{{{expression}}}}} tidak dapat dibaca", _FORMS)
    return body[0].nodes[0]


def _build_node(nama: str, bagian: str, saringan: str, tanda: str, langkah: str, rujuk: str) -> nodes.Node:
    """What Jinja's parser makes of the groups of `_SIMPLE`, in a twentieth of its time."""
    if rujuk:
        return nodes.Call(nodes.Name("rujuk", "load"), [nodes.Const(rujuk[1:-1])], [], None, None)
    node: nodes.Expr = nodes.Name(nama, "load")
    for part in _PARTS.finditer(bagian):
        attribute, key = part.groups()
        node = nodes.Getattr(node, attribute, "load") if attribute else nodes.Getitem(node, _make_constant(key), "load")
    if saringan:
        return nodes.Filter(node, saringan, [], [], None, None)
    step = {"+": nodes.Add, "-": nodes.Sub}.get(tanda)
    return step(node, nodes.Const(int(langkah))) if step else node


def _make_constant(quoted: str) -> nodes.Const:
    return nodes.Const(quoted[1:-1])


class Names:
    """The names that content may use. `references` maps the name of a placed table to its label."""

    def __init__(self, values: Mapping[str, Any], references: Mapping[str, str]) -> None:
        self._values = values
        self._references = references

    def evaluate(self, expression: str) -> str | Reference | None:
        """The text of one expression; a Reference for `rujuk`; None when the figure behind it is still open.

        Raises PlaceholderError.
        """
        value = self._evaluate_node(_parse_expression(expression))
        if value is None or isinstance(value, str | Reference):
            return value
        if isinstance(value, Mapping | Sequence):
            hint = f"Sebut bagiannya: {_list_keys(value)}"
            raise PlaceholderError("RJ021", f"{{{{{expression}}}}} bukan satu nilai", hint)
        if isinstance(value, indonesian.Amount | indonesian.Percentage):
            return UnitText(value)
        text = str(int(value)) if isinstance(value, int) else indonesian.angka(value)
        return CarriedText(text) if isinstance(value, Carried) else text

    def _evaluate_node(self, node: nodes.Node) -> Any:
        match node:
            case nodes.Name():
                return _get_member(self._values, node.name, "")
            case nodes.Const() if isinstance(node.value, int | str) and not isinstance(node.value, bool):
                return node.value
            case nodes.Getattr():
                return _get_member(self._evaluate_node(node.node), node.attr, _write_name(node.node))
            case nodes.Getitem() if isinstance(node.arg, nodes.Const):
                return _get_member(self._evaluate_node(node.node), node.arg.value, _write_name(node.node))
            case nodes.Add() | nodes.Sub():
                return self._add_numbers(node)
            case nodes.Filter() if node.node is not None and not (node.args or node.kwargs):
                return _apply_filter(node.name, self._evaluate_node(node.node))
            case nodes.Call() if isinstance(node.node, nodes.Name) and node.node.name == "rujuk":
                return self._find_reference(node)
        raise PlaceholderError("RJ021", "bentuk dalam {{ … }} ini tidak didukung", _FORMS)

    def _add_numbers(self, node: nodes.Add | nodes.Sub) -> int | None:
        left, right = self._evaluate_node(node.left), self._evaluate_node(node.right)
        if left is None or right is None:
            return None
        if not (isinstance(left, int) and isinstance(right, int)):
            raise PlaceholderError("RJ021", "hanya bilangan bulat yang dapat dijumlahkan", _FORMS)
        made = left + right if isinstance(node, nodes.Add) else left - right
        is_amount = isinstance(left, indonesian.Amount) and isinstance(right, indonesian.Amount)
        return indonesian.Amount(made) if is_amount else made

    def _find_reference(self, node: nodes.Call) -> Reference:
        arguments = [arg.value for arg in node.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
        if len(arguments) != 1 or node.kwargs:
            raise PlaceholderError("RJ021", "rujuk(…) memerlukan satu nama tabel", "Contoh: {{ rujuk('evaluasi') }}")
        name = arguments[0]
        if name not in self._references:
            message = f"rujuk('{name}'): tabel atau gambar itu tidak ditempatkan di bab mana pun"
            raise PlaceholderError("RJ030", message, _suggest_name(name, list(self._references)))
        return Reference(name, self._references[name])


def _get_member(container: object, key: object, owner: str) -> Any:
    if isinstance(container, Mapping) and key in container:
        return container[key]
    if isinstance(container, list) and isinstance(key, int) and key < len(container):
        return container[key]
    path = f"{owner}.{key}" if owner else str(key)
    known = [str(k) for k in container] if isinstance(container, Mapping) else []
    raise PlaceholderError("RJ020", f"nama “{path}” tidak dikenal", _suggest_name(str(key), known))


def _apply_filter(name: str, value: object) -> str | None:
    if name not in FILTERS:
        raise PlaceholderError("RJ020", f"saringan “{name}” tidak dikenal", _suggest_name(name, list(FILTERS)))
    if value is None:
        return None
    if isinstance(value, int) and abs(value) >= 10**_MOST_DIGITS:
        raise PlaceholderError("RJ021", f"angka di depan saringan “{name}” terlalu panjang", _FORMS)
    try:
        return FILTERS[name](value)
    except (TypeError, ValueError, AttributeError, ArithmeticError, IndexError) as error:
        hint = "Saringan angka hanya untuk angka, saringan huruf hanya untuk teks."
        raise PlaceholderError("RJ021", f"saringan “{name}” tidak cocok untuk nilai itu", hint) from error


def _suggest_name(name: str, known: list[str]) -> str:
    near = find_near(name, known, 0.5)
    if near:
        return f"Mungkin maksudnya “{near}”."
    return f"Yang dikenal: {', '.join(sorted(known))}." if known else "Periksa penulisannya."


def _write_name(node: nodes.Node) -> str:
    """A name as it was written, for messages."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_write_name(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_write_name(node.node)}[{node.arg.value!r}]"
    return "…"


def _list_keys(value: object) -> str:
    return ", ".join(str(k) for k in value) if isinstance(value, Mapping) else "nomor urut dalam kurung siku"
