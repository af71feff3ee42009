"""Accepts or rejects every tracked change of a document, by itself: it shares no code with what writes or absorbs them.

The rules are those of ECMA-376-1, 17.13.5: an inserted paragraph mark goes with its insertion, and a paragraph without
its mark joins the one behind it, whose properties hold.
"""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree

from renjadoc.word.packages.package import Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: A paragraph as a reader sees it: style, list level, and its text by looks.
Seen = tuple[str, str, tuple[tuple[str, bool, bool, str], ...]]


def read(parts: Parts, *, accept: bool) -> list[Seen]:
    """The paragraphs of the body after all changes are accepted, or rejected."""
    body = etree.fromstring(parts["word/document.xml"]).find(f"{W}body")
    gone = "del" if accept else "ins"
    paragraphs: list[Any] = []
    joined: list[Any] = []
    for paragraph in body.findall(f"{W}p"):
        paragraph = copy.deepcopy(paragraph)
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        unmarked = marks is not None and marks.find(f"{W}{gone}") is not None
        runs = [run for run in paragraph.iter(f"{W}r") if not _inside(run, gone)]
        joined += runs
        if not unmarked:
            paragraphs.append((paragraph, joined))
            joined = []
    assert not joined, "the last paragraph has no mark"
    return [_seen(paragraph, runs) for paragraph, runs in paragraphs]


def _inside(run: Any, kind: str) -> bool:
    return any(above.tag == f"{W}{kind}" for above in run.iterancestors())


def _seen(paragraph: Any, runs: list[Any]) -> Seen:
    style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
    level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    texts: list[tuple[str, bool, bool, str]] = []
    for run in runs:
        text = "".join(_text(node) for node in run)
        properties = run.find(f"{W}rPr")
        look = (_has(properties, "b"), _has(properties, "i"), _style(properties))
        if text and texts and texts[-1][1:] == look:
            texts[-1] = (texts[-1][0] + text, *look)
        elif text:
            texts.append((text, *look))
    return style, "" if level is None else level.get(f"{W}val"), tuple(texts)


def _text(node: Any) -> str:
    if node.tag in {f"{W}t", f"{W}delText"}:
        return str(node.text or "")
    return {f"{W}br": "\n", f"{W}tab": "\t"}.get(node.tag, "")


def _has(properties: Any, name: str) -> bool:
    return properties is not None and properties.find(f"{W}{name}") is not None


def _style(properties: Any) -> str:
    style = properties.find(f"{W}rStyle") if properties is not None else None
    return "" if style is None else str(style.get(f"{W}val"))
