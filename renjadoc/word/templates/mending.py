"""Puts right what people leave in a template without wanting it: pages that lie as they do not say, empty paragraphs.

And letters of the usual style, which would be those of all tables.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from renjadoc.word.names import W, read_switch, read_value, read_whole
from renjadoc.word.packages.package import DOCUMENT, FILLED_PART, Parts
from renjadoc.word.templates.lint import own_elements, read_text
from renjadoc.word.templates.text_looks import index_styles, walk_bases

_STYLES = "word/styles.xml"
#: Tags that take their paragraph away; pictures of cover and signature keep the room that is left around them.
_TAKING = re.compile(r"\s*{[{%#]p (?!\s*(?:logo|tanda_tangan)\b)")
#: What prints nothing in a paragraph.
_NOTHING = ("pPr", "rPr", "r", "t", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")
#: Signs that nobody sees and that programs and chats put into what is copied.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def mend_template(parts: Parts) -> None:
    """Change the parts of a template; nothing that it prints is lost."""
    styles, body = etree.fromstring(parts[_STYLES]), etree.fromstring(parts[DOCUMENT])
    turned = [_turn_page(size) for size in body.iter(f"{W}pgSz")]
    if _drop_empty_paragraphs(body.find(f"{W}body"), styles) or any(turned):
        parts[DOCUMENT] = to_bytes(body)
    if _leave_letters_to_tables(styles):
        parts[_STYLES] = to_bytes(styles)
    _drop_unseen_signs(parts)


def _turn_page(size: Any) -> bool:
    """Make a page lie as it is wide and high, as programs show it; whether it said otherwise."""
    wide, high = read_whole(size.get(f"{W}w")), read_whole(size.get(f"{W}h"))
    lies = "landscape" if wide > high else "portrait"
    if wide == high or lies == (size.get(f"{W}orient") or "portrait"):
        return False
    size.set(f"{W}orient", lies)
    return True


# Empty paragraphs


def _drop_empty_paragraphs(body: Any, styles: Any) -> bool:
    """Those between tags, which would be a line, or a page, wherever the tags around them print nothing."""
    known = index_styles(styles)
    pending: list[Any] = []
    dropped: list[Any] = []
    is_behind_tag = False
    for block in body:
        if is_empty(block):
            pending.append(block)
            continue
        is_tag = _is_tag(block)
        if is_behind_tag and (is_tag or _is_table(block) or _begins_page(block, known)):
            dropped += pending
        pending, is_behind_tag = [], is_tag
    for one in dropped:
        body.remove(one)
    return bool(dropped)


def is_empty(block: Any) -> bool:
    """Whether a block of the body is a paragraph that prints nothing."""
    return (
        block.tag == f"{W}p"
        and not read_text(block).strip()
        and all(etree.QName(one).localname in _NOTHING for one in block.iterdescendants() if not _is_property(one))
        and block.find(f"{W}pPr/{W}sectPr") is None
        and not read_switch(block.find(f"{W}pPr"), "pageBreakBefore")
    )


def _is_property(element: Any) -> bool:
    return next(element.iterancestors(f"{W}pPr", f"{W}rPr"), None) is not None


def _is_tag(block: Any) -> bool:
    """Whether a block takes itself away, or ends a section."""
    if block.tag != f"{W}p":
        return bool(block.tag == f"{W}sectPr")
    return _TAKING.match(read_text(block)) is not None or block.find(f"{W}pPr/{W}sectPr") is not None


def _is_table(block: Any) -> bool:
    return block.tag == f"{W}tbl" and any("{%tr " in (node.text or "") for node in block.iter(f"{W}t"))


def _begins_page(block: Any, known: dict[str, Any]) -> bool:
    properties = block.find(f"{W}pPr")
    style = known.get(read_value(properties, "pStyle"))
    stated = [read_switch(one, "pageBreakBefore") for one in [properties, *_properties_of(style, known)]]
    return bool(next((one for one in stated if one is not None), False))


def _properties_of(style: Any, known: dict[str, Any]) -> list[Any]:
    return [one.find(f"{W}pPr") for one in walk_bases(style, known)]


# Letters


def _leave_letters_to_tables(styles: Any) -> bool:
    """A size that “Normal” states becomes that of the whole document, which the style of tables may change.

    As it is stated it wins over the style of tables, and every table is set in the letters of the text.
    """
    normal = next((one for one in styles.iter(f"{W}style") if read_value(one, "name").lower() == "normal"), None)
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    stated = (
        []
        if normal is None or default is None
        else [size for name in ("sz", "szCs") for size in normal.findall(f"{W}rPr/{W}{name}")]
    )
    for size in stated:
        size.getparent().remove(size)
        if (usual := default.find(size.tag)) is not None:
            usual.set(f"{W}val", size.get(f"{W}val"))
    return bool(stated)


# Signs that nobody sees


def _drop_unseen_signs(parts: Parts) -> None:
    for name in [name for name in parts if FILLED_PART.fullmatch(name)]:
        root = etree.fromstring(parts[name])
        tagged = (one for one in root.iter(f"{W}p") if "{" in read_text(one))
        unseen = [node for one in tagged for node in own_elements(one, f"{W}t") if _UNSEEN.search(node.text or "")]
        for node in unseen:
            node.text = _UNSEEN.sub("", node.text)
        if unseen:
            parts[name] = to_bytes(root)


def to_bytes(root: object) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
