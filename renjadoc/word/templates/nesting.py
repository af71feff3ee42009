"""Whether the blocks and values of a template leave the elements of Word in order, whichever way they are filled.

A block (if, for) that starts within a table cell and ends outside it fills to a document that Word cannot open; so does
a paragraph that is printed within a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from typing import NamedTuple

from jinja2 import nodes

_TAG = re.compile(r"<(/?)([\w:.-]+)(?:[^<>]*[^<>/])?(/?)>")
_TEXTS = ("w:t", "w:instrText", "a:t", "m:t")
_BOX = "w:txbxContent"


class Misplaced(NamedTuple):
    """A value that is printed where Word cannot show it: paragraphs within a text (`is_block`), or text outside any."""

    name: str
    line: int
    is_block: bool


def find_broken_block(tree: nodes.Template) -> int | None:
    """The line of the first block that does not end in the element that it starts in; None if there is none."""
    try:
        open_elements, rest = _walk_body(tree.body, (), "", tree.lineno, lambda value, state: None)
        return tree.lineno if open_elements or "<" in rest else None
    except _Broken as error:
        return error.line


def find_misplaced(tree: nodes.Template, block_names: Set[str]) -> list[Misplaced]:
    """Every such value of a template whose blocks are in order; `block_names` are whole paragraphs (`blok.xml`).

    Names that a template sets itself may be either.
    """
    found: list[Misplaced] = []
    own = {name.name for one in tree.find_all(nodes.Assign) for name in one.find_all(nodes.Name)}

    def check(value: nodes.Node, state: _State) -> None:
        elements, rest = state
        name = name_value(value)
        if rest or name.partition(".")[0] in own:
            return  # Within a tag it is a part of an attribute.
        is_block, in_text = name in block_names, elements[-1:] and elements[-1] in _TEXTS
        in_paragraph = "w:p" in elements[max((n for n, one in enumerate(elements) if one == _BOX), default=0) :]
        if in_paragraph if is_block else not in_text:
            found.append(Misplaced(name, value.lineno, is_block))

    _walk_body(tree.body, (), "", tree.lineno, check)
    return found


def name_value(node: nodes.Node) -> str:
    """What a value is called where it is printed: `blok.xml`, whatever filters follow; empty for what has no name."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{name_value(node.node)}.{node.attr}"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return name_value(node.node)
    return ""


class _Broken(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


#: The open elements from the outermost on, and a tag that was begun.
_State = tuple[tuple[str, ...], str]
_Visit = Callable[[nodes.Node, _State], None]


def _walk_body(body: list[nodes.Node], elements: tuple[str, ...], rest: str, line: int, visit: _Visit) -> _State:
    """What is open behind `body`, when `elements` and `rest` are open before it; every value is visited."""
    state = elements, rest
    for node in body:
        if isinstance(node, nodes.Output):
            state = _walk_output(node, state, line, visit)
            continue
        for branch in _branches_of(node):
            if _walk_body(branch, *state, node.lineno, visit) != state:
                raise _Broken(node.lineno)
    return state


def _branches_of(node: nodes.Node) -> Iterator[list[nodes.Node]]:
    """The bodies within a node, each of which may be filled, left out or repeated."""
    if isinstance(node, nodes.If):
        yield from (node.body, node.else_)
        for other in node.elif_:
            yield from _branches_of(other)
    elif isinstance(node, nodes.For):
        yield from (node.body, node.else_)
    elif isinstance(body := getattr(node, "body", None), list):
        yield body


def _walk_output(node: nodes.Output, state: _State, line: int, visit: _Visit) -> _State:
    for one in node.nodes:
        if isinstance(one, nodes.TemplateData):
            state = _follow_markup(one.data, *state, line)
        else:
            visit(one, state)
            # A value is escaped, or whole elements; within a tag it is a part of an attribute.
            state = _follow_markup("x", *state, line)
    return state


def _follow_markup(said: str, elements: tuple[str, ...], rest: str, line: int) -> _State:
    text, stack, end = rest + said, list(elements), 0
    for tag in _TAG.finditer(text):
        end = tag.end()
        if tag[3]:
            continue
        if not tag[1]:
            stack.append(tag[2])
        elif not stack or stack.pop() != tag[2]:
            raise _Broken(line)
    begun = text.rfind("<", end)
    return tuple(stack), text[begun:] if begun >= 0 else ""
