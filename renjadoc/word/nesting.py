"""Whether the blocks of a template (if, for) leave the elements of Word in order, whichever way they are filled.

A block that starts within a table cell and ends outside it fills to a document that Word cannot open.
"""

from __future__ import annotations

import re

from jinja2 import nodes

_TAG = re.compile(r"<(/?)([\w:.-]+)(?:[^<>]*[^<>/])?(/?)>")


def find_broken_block(tree: nodes.Template) -> int | None:
    """The line of the first block that does not end in the element that it starts in; None if there is none."""
    try:
        open_elements, rest = _walk_body(tree.body, (), "", tree.lineno)
        return tree.lineno if open_elements or "<" in rest else None
    except _Broken as error:
        return error.line


class _Broken(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


#: The open elements from the outermost on, and a tag that was begun.
_State = tuple[tuple[str, ...], str]


def _walk_body(body: list[nodes.Node], elements: tuple[str, ...], rest: str, line: int) -> _State:
    """What is open behind `body`, when `elements` and `rest` are open before it."""
    state = elements, rest
    for node in body:
        if isinstance(node, nodes.Output):
            state = _follow_text(node, *state, line)
            continue
        for branch in _branches_of(node):
            if _walk_body(branch, *state, node.lineno) != state:
                raise _Broken(node.lineno)
    return state


def _branches_of(node: nodes.Node) -> list[list[nodes.Node]]:
    """The bodies within a node, each of which may be filled, left out or repeated."""
    if isinstance(node, nodes.If):
        return [node.body, node.else_, *(branch for other in node.elif_ for branch in _branches_of(other))]
    if isinstance(node, nodes.For):
        return [node.body, node.else_]
    body = getattr(node, "body", [])
    return [body] if isinstance(body, list) else []


def _follow_text(node: nodes.Output, elements: tuple[str, ...], rest: str, line: int) -> _State:
    # A value is escaped, or whole elements; within a tag it is a part of an attribute.
    said = "".join(one.data if isinstance(one, nodes.TemplateData) else "x" for one in node.nodes)
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
