"""Fits a template to its own pages: tables, tab stops, headers and footers follow the width of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from renjadoc.word.names import W
from renjadoc.word.packages.package import DOCUMENT, Parts
from renjadoc.word.templates.sections import read_sections, walk_paragraphs, widths_of_sides
from renjadoc.word.templates.small_letters import shrink_letters

#: Twentieths of a point that programs round by, and nobody sees.
_SLACK = 30
#: An indent above this was meant; programs write the width of a cell's margin as one.
_SET_IN = 240
#: The styles of entries whose page number stands at the right edge.
_ENTRIES = ("toc 1", "toc 2", "toc 3", "table of figures")
_RIGHT = ("right", "end")


def fit_template(parts: Parts) -> None:
    """Change the parts of a template so that nothing of it is wider than the text it stands in."""
    roots = {name: etree.fromstring(parts[name]) for name in (DOCUMENT, "word/styles.xml")}
    document, styles = roots.values()
    sections = read_sections(document.find(f"{W}body"))
    share = _measure_share(sections)
    changed = {DOCUMENT} if _fit_tables(sections) else set()
    if shrink_letters(styles, share):
        changed.add("word/styles.xml")
    known = len(parts)
    widths = widths_of_sides(parts, sections)
    changed |= {DOCUMENT} if len(parts) > known else set()
    for name, width in widths.items():
        roots[name] = etree.fromstring(parts[name])
        if _fit_side(roots[name], width, styles):
            changed.add(name)
    if _fit_entries(styles, _width_of_contents(sections)):
        changed.add("word/styles.xml")
    for name in changed:
        parts[name] = etree.tostring(roots[name], xml_declaration=True, encoding="UTF-8", standalone=True)


# Tables


def _fit_tables(sections: list[Any]) -> bool:
    fits = [fit_table(table, room) for table, room in _walk_tables(sections)]
    return any(fits)


def _walk_tables(sections: list[Any]) -> Iterator[tuple[Any, int]]:
    """The tables that stand in the text, with its width."""
    for section in sections:
        for block in section.blocks:
            for table in block.iter(f"{W}tbl"):
                if next(table.iterancestors(f"{W}tc", f"{W}txbxContent"), None) is None:
                    yield table, section.width


def _measure_share(sections: list[Any]) -> float:
    """The least part of the width that it was drawn in which a pattern is left; 1 where none has to be narrower."""
    shares = [1.0]
    for table, room in _walk_tables(sections):
        total = sum(int(column.get(f"{W}w") or 0) for column in table.findall(f"{W}tblGrid/{W}gridCol"))
        if total > room + _SLACK and room > 0 and _is_pattern(table):
            shares.append(room / total)
    return min(shares)


def fit_table(table: Any, room: int) -> bool:
    """Make a table as wide as the text if it is too wide, or one of the patterns; whether anything was changed."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    widths = [int(column.get(f"{W}w") or 0) for column in columns]
    total = sum(widths)
    pulled = _is_pattern(table) and _pull_in(table, min(total, room), room)
    # A pattern that is centred, or set in by hand, keeps its width.
    follows = _is_pattern(table) and not _is_placed(table)
    if not total or (total <= room + _SLACK if not follows else abs(total - room) <= _SLACK):
        return pulled
    edges = [round(sum(widths[:index]) * room / total) for index in range(len(widths) + 1)]
    for index, column in enumerate(columns):
        column.set(f"{W}w", str(edges[index + 1] - edges[index]))
    for stated in table.findall(f"{W}tblPr/{W}tblW"):
        stated.set(f"{W}w", str(room))
        stated.set(f"{W}type", "dxa")
    for row in table.findall(f"{W}tr"):
        _fit_cells(row, edges)
    return True


def _pull_in(table: Any, width: int, room: int) -> bool:
    """Put a table back to the left margin that stands beside the text, or partly; whether it did."""
    indent = table.find(f"{W}tblPr/{W}tblInd")
    stated = "" if indent is None else indent.get(f"{W}w") or ""
    if not stated.removeprefix("-").isdecimal() or -_SET_IN <= int(stated) <= max(_SET_IN, room - width + _SLACK):
        return False
    indent.getparent().remove(indent)
    return True


def _is_pattern(table: Any) -> bool:
    return any("{%tr " in (node.text or "") for node in table.iter(f"{W}t"))


def _is_placed(table: Any) -> bool:
    """Whether a table stands otherwise than from the left margin on."""
    aligned, indent = table.find(f"{W}tblPr/{W}jc"), table.find(f"{W}tblPr/{W}tblInd")
    stated = "0" if indent is None else indent.get(f"{W}w") or "0"
    is_set_in = stated.isdigit() and int(stated) > _SET_IN
    return is_set_in or (aligned is not None and aligned.get(f"{W}val") in ("center", "right", "end"))


def _fit_cells(row: Any, edges: list[int]) -> None:
    place = 0
    before = row.find(f"{W}trPr/{W}gridBefore")
    if before is not None:
        place = int(before.get(f"{W}val") or 0)
    for cell in row.findall(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        end = min(place + (int(span.get(f"{W}val")) if span is not None else 1), len(edges) - 1)
        width = cell.find(f"{W}tcPr/{W}tcW")
        if width is not None and place < end:
            width.set(f"{W}w", str(edges[end] - edges[place]))
            width.set(f"{W}type", "dxa")
        place = end


# Tab stops


def _fit_side(root: Any, room: int, styles: Any) -> bool:
    """Whether a tab stop or a table of a header or footer had to be moved."""
    fits = [fit_table(table, room) for table in root.iterchildren(f"{W}tbl")]
    fits += [_fit_tabs(paragraph, room, styles) for paragraph in walk_paragraphs(root)]
    return any(fits)


def _fit_tabs(paragraph: Any, room: int, styles: Any) -> bool:
    """Move the last right tab stop to the edge of the text, and one in the middle with it."""
    if paragraph.find(f".//{W}r/{W}tab") is None:
        return False
    stated = paragraph.find(f"{W}pPr/{W}pStyle")
    inherited = dict(_tabs_of_style(styles, stated.get(f"{W}val") if stated is not None else None))
    own = paragraph.find(f"{W}pPr/{W}tabs")
    stops = _merge_stops(inherited, own)
    edge = max((position for position, kind in stops.items() if kind in _RIGHT), default=0)
    if not edge or edge == room:
        return False
    moved = {edge: room} | {at: room // 2 for at, kind in stops.items() if kind == "center" and _is_middle(at, edge)}
    leaders = {} if own is None else {one.get(f"{W}pos"): one.get(f"{W}leader") for one in own}
    tabs = etree.Element(f"{W}tabs")
    kept = {moved.get(at, at): (kind, at) for at, kind in stops.items() if at in moved or at < room}
    lines = {at: ("clear", None) for at in inherited if at not in kept}
    lines |= {at: (kind, leaders.get(str(old))) for at, (kind, old) in kept.items()}
    for at, (kind, leader) in sorted(lines.items()):
        etree.SubElement(tabs, f"{W}tab", _tab_attributes(kind, leader, at))
    _place_tabs(paragraph, own, tabs)
    return True


def _is_middle(place: int, edge: int) -> bool:
    return abs(2 * place - edge) < edge // 10


def _tab_attributes(kind: str, leader: str | None, place: int) -> dict[str, str]:
    return {f"{W}val": kind} | ({f"{W}leader": leader} if leader else {}) | {f"{W}pos": str(place)}


def _merge_stops(inherited: Mapping[int, str], own: Any) -> dict[int, str]:
    stops = dict(inherited)
    for tab in [] if own is None else own:
        place, kind = _read_tab(tab)
        if kind == "clear":
            stops.pop(place, None)
        else:
            stops[place] = kind
    return stops


def _read_tab(tab: Any) -> tuple[int, str]:
    place = tab.get(f"{W}pos") or "0"
    return (int(place) if place.lstrip("-").isdigit() else 0), tab.get(f"{W}val") or "left"


def _tabs_of_style(styles: Any, identity: str | None) -> Iterator[tuple[int, str]]:
    """The tab stops of a paragraph style, those of the style it is based on first; no style means the default one."""
    chain: list[Any] = []
    known = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    while identity in known and known[identity] not in chain:
        chain.append(known[identity])
        based = known[identity].find(f"{W}basedOn")
        identity = None if based is None else based.get(f"{W}val")
    for style in reversed(chain):
        for tab in style.findall(f"{W}pPr/{W}tabs/{W}tab"):
            yield _read_tab(tab)


def _place_tabs(paragraph: Any, own: Any, tabs: Any) -> None:
    """Put tab stops where the schema wants them: behind borders and shading, before spacing and the like."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if own is not None:
        properties.replace(own, tabs)
        return
    before = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
              "suppressLineNumbers", "pBdr", "shd")  # fmt: skip
    properties.insert(sum(1 for one in properties if etree.QName(one).localname in before), tabs)


def _width_of_contents(sections: list[Any]) -> int:
    """The width of the section in which the contents stand; 0 where they stand in none."""
    for section in sections:
        for block in section.blocks:
            if any("daftar_isi" in (node.text or "") for node in block.iter(f"{W}t")):
                return int(section.width)
    return 0


def _fit_entries(styles: Any, room: int) -> bool:
    """Whether the page numbers of contents had to be moved to the edge of the text."""
    moved = False
    for style in styles.iter(f"{W}style") if room else ():
        name = style.find(f"{W}name")
        tabs = style.findall(f"{W}pPr/{W}tabs/{W}tab")
        right = [tab for tab in tabs if tab.get(f"{W}val") in _RIGHT]
        if name is None or (name.get(f"{W}val") or "").lower() not in _ENTRIES or not right:
            continue
        last = max(right, key=lambda tab: _read_tab(tab)[0])
        if _read_tab(last)[0] != room:
            last.set(f"{W}pos", str(room))
            moved = True
    return moved
