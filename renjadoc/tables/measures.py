"""How far a target was reached, in per cent: formulas for what is better when higher or lower, or an office's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow
from functools import lru_cache
from math import isfinite
from typing import Any, NamedTuple

#: A formula in per cent of (realisation, target); None where it cannot be computed.
Measure = Callable[[Decimal, Decimal], Decimal | None]

_NAMES = ("realisasi", "target")
_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
#: A formula longer than this is none.
_MOST_NODES = 60
_HIGHER = "realisasi / target * 100"
#: LKjIP practice for poverty, unemployment, stunting: reaching less than the target is more than 100%.
_LOWER = "(2 * target - realisasi) / target * 100"


class FormulaError(ValueError):
    """A formula that cannot be read; the message says why, in Indonesian."""


class Formula(NamedTuple):
    """A formula as it was read."""

    tree: ast.expr

    def compute(self, realisasi: Decimal, target: Decimal) -> Decimal | None:
        """Its value in per cent, unrounded; None where it divides by zero."""
        try:
            return _evaluate_node(self.tree, {"realisasi": realisasi, "target": target})
        except (DivisionByZero, InvalidOperation, Overflow):
            return None

    def write_excel(self, realisasi: str, target: str) -> str:
        """The same formula with two expressions of Excel in the places of its names."""
        return _write_formula(self.tree, {"realisasi": realisasi, "target": target})


@lru_cache(maxsize=256)
def read_formula(text: str) -> Formula:
    """`(2 x target - realisasi) / target x 100%` as a formula. Raises FormulaError."""
    plain = re.sub(r"\bx\b|×", "*", text.casefold())
    plain = plain.replace("÷", "/").replace(":", "/").replace(",", ".").replace("%", "")
    try:
        tree = ast.parse(" ".join(plain.split()), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError("tanda atau kurungnya tidak lengkap") from error
    nodes = list(ast.walk(tree))
    if len(nodes) > _MOST_NODES:
        raise FormulaError("terlalu panjang")
    for node in nodes:
        _refuse_node(node)
    if not {node.id for node in nodes if isinstance(node, ast.Name)} >= {"realisasi"}:
        raise FormulaError("tidak memuat realisasi")
    return Formula(tree)


def _refuse_node(node: ast.AST) -> None:
    if isinstance(node, ast.Name) and node.id not in _NAMES:
        raise FormulaError(f"“{node.id}” tidak dikenal; yang ada: {', '.join(_NAMES)}")
    if isinstance(node, ast.Constant) and not _is_number(node.value):
        raise FormulaError("hanya boleh memuat angka, realisasi, dan target")
    if isinstance(node, ast.BinOp) and type(node.op) not in _SIGNS:
        raise FormulaError("hanya boleh memuat + - * / dan kurung")
    allowed = (ast.Name, ast.Constant, ast.BinOp, ast.UnaryOp, ast.operator, ast.USub, ast.UAdd, ast.expr_context)
    if not isinstance(node, allowed):
        raise FormulaError("hanya boleh memuat + - * / dan kurung")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _evaluate_node(node: ast.expr, names: Mapping[str, Decimal]) -> Decimal:
    if isinstance(node, ast.Name):
        return names[node.id]
    if isinstance(node, ast.Constant):
        return Decimal(str(node.value))
    if isinstance(node, ast.UnaryOp):
        value = _evaluate_node(node.operand, names)
        return -value if isinstance(node.op, ast.USub) else value
    assert isinstance(node, ast.BinOp)
    left, right = _evaluate_node(node.left, names), _evaluate_node(node.right, names)
    return {"+": Decimal.__add__, "-": Decimal.__sub__, "*": Decimal.__mul__, "/": Decimal.__truediv__}[
        _SIGNS[type(node.op)]
    ](left, right)


def _write_formula(node: ast.expr, names: Mapping[str, str]) -> str:
    if isinstance(node, ast.Name):
        return names[node.id]
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.UnaryOp):
        return (
            f"(-{_write_formula(node.operand, names)})"
            if isinstance(node.op, ast.USub)
            else _write_formula(node.operand, names)
        )
    assert isinstance(node, ast.BinOp)
    return f"({_write_formula(node.left, names)}{_SIGNS[type(node.op)]}{_write_formula(node.right, names)})"


def find_formulas(indicator: Mapping[str, Any]) -> tuple[Formula, Formula]:
    """The formulas of an indicator for targets above and below zero: the office's own (`rumus`), or by its `arah`.

    Achievement is 100% and how far the realisation is better than the target, as a part of the target's size. Below
    zero the two formulas change places by that: growth of -1% against -2% is 150%. Raises FormulaError.
    """
    if indicator.get("rumus"):
        own = read_formula(indicator["rumus"])
        return own, own
    higher, lower = read_formula(_HIGHER), read_formula(_LOWER)
    return (lower, higher) if indicator.get("arah") == "turun" else (higher, lower)


def measure_of(indicator: Mapping[str, Any]) -> Measure:
    """How an indicator is measured; one whose formula cannot be read computes nothing (its file is told so)."""
    try:
        above, below = find_formulas(indicator)
    except FormulaError:
        return lambda realisasi, target: None
    return lambda realisasi, target: (below if target < 0 else above).compute(realisasi, target)


def write_measure(indicator: Mapping[str, Any], realisasi: str, target: str) -> str:
    """The same in Excel, with two of its expressions in the places of the names. Raises FormulaError."""
    above, below = (formula.write_excel(realisasi, target) for formula in find_formulas(indicator))
    return above if above == below else f"IF({target}<0,{below},{above})"
