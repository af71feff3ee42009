"""The small XML vocabulary that the parts of the template are written with."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from template.measures import BODY_LINE, PAGE_NUMBER_ROOM, PORTRAIT_WIDTH, RULE

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def w(tag: str, *children: str, **attributes: object) -> str:
    """One `w:` element as text: w("jc", val="center") -> <w:jc w:val="center"/>."""
    attrs = "".join(f" w:{name.rstrip('_')}={quoteattr(str(value))}" for name, value in attributes.items())
    body = "".join(children)
    return f"<w:{tag}{attrs}>{body}</w:{tag}>" if body else f"<w:{tag}{attrs}/>"


def text(words: str) -> str:
    """A `w:t` that keeps its blanks."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def run(words: str, style: str = "") -> str:
    """One run, so that Word has no reason to split a tag that stands in it."""
    properties = w("rPr", w("rStyle", val=style)) if style else ""
    return w("r", properties, text(words))


def paragraph(style: str, words: str = "", extra: str = "") -> str:
    """One paragraph of a style (named by its id); `extra` are further paragraph properties."""
    return w("p", w("pPr", w("pStyle", val=style), extra), run(words) if words else "")


def tag(words: str) -> str:
    """A template tag alone in its paragraph, small and grey; docxtpl takes the paragraph away."""
    return paragraph("TagTemplat", words)


def when(condition: str, *content: str) -> str:
    """Content between `{%p if … %}` and `{%p endif %}`."""
    return tag(f"{{%p if {condition} %}}") + "".join(content) + tag("{%p endif %}")


def spacing(before: int = 0, after: int = 0, line: int = 240, rule: str = "auto") -> str:
    """Space around a paragraph and the height of its lines."""
    return w("spacing", before=before, after=after, line=line, lineRule=rule)


def border(side: str, size: int = 4, space: int = 0, color: str = RULE) -> str:
    """One edge; `size` in eighths of a point."""
    return w(side, val="single", sz=size, space=space, color=color)


def root(name: str, content: str) -> str:
    """A part's root element. w14 and w15 are declared on each, so that blocks put in later may use them."""
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'<w:{name}{declared} mc:Ignorable="w14 w15">{content}</w:{name}>'


def size(points: float) -> str:
    half = round(points * 2)
    return w("sz", val=half) + w("szCs", val=half)


BOLD = w("b") + w("bCs")
CAPS = w("caps")
CENTRE, RIGHT, BOTH = w("jc", val="center"), w("jc", val="right"), w("jc", val="both")
WITH_NEXT = w("keepNext")
TOGETHER = w("keepLines")
HELD = WITH_NEXT + TOGETHER
UNHYPHENATED = w("suppressAutoHyphens")


def indent(left: int = 0, right: int = 0, **first: int) -> str:
    return w("ind", left=left, right=right, **first)


def tabs(*stops: str) -> str:
    return w("tabs", *stops)


def right_tab(position: int, leader: str = "dot") -> str:
    return w("tab", val="right", leader=leader, pos=position)


def outline(level: int) -> str:
    return w("outlineLvl", val=level)


def numbered(num: int, level: int = 0) -> str:
    return w("numPr", w("ilvl", val=level) if level else "", w("numId", val=num))


def entry(left: int, hanging: int, *, before: int = 0) -> str:
    """A line of a table of contents. Its words end before the page numbers, so that no line is dots alone."""
    stop = tabs(w("tab", val="left", pos=left), right_tab(PORTRAIT_WIDTH))
    return stop + UNHYPHENATED + spacing(before, 60, 288) + indent(left, PAGE_NUMBER_ROOM, hanging=hanging)


def text_lines(after: int, before: int = 0) -> str:
    return spacing(before, after, BODY_LINE)
