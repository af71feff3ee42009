"""Reads a Word template with docxtpl: its tags as Jinja source, its styles and lists, what is broken in it.

The only place that loads docxtpl, python-docx and lxml on the way to a document; what it finds is kept between runs.
"""

from __future__ import annotations

import io
import re
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from renjadoc.word.names import W
from renjadoc.word.packages.declaring import ADDED_TO
from renjadoc.word.packages.package import DOCUMENT, FILLED_PART, PackageError, Parts, to_bytes
from renjadoc.word.templates.cleaning import clean_template
from renjadoc.word.templates.conditions import find_conditions
from renjadoc.word.templates.facts import FRONT, LOOP, Facts, Style
from renjadoc.word.templates.fitting import fit_template
from renjadoc.word.templates.lint import find_faults
from renjadoc.word.templates.narrow_cells import tell_rooms
from renjadoc.word.templates.own_text import find_own_losses
from renjadoc.word.templates.page_losses import (
    GRID_COLUMN,
    find_narrow_columns,
    find_page_losses,
    find_torn_amounts,
)
from renjadoc.word.templates.short_tags import spell_out
from renjadoc.word.templates.styles import find_style_losses, read_heading_numbers
from renjadoc.word.templates.text_looks import read_justified

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
#: Headings before the chapters have this style, and their bookmarks numbers far from those of a document's own.
_FRONT_STYLE, _FIRST_MARK = "judul daftar", 900_000
_ROOT = re.compile(r"<w:document\b[^>]*>")
_BETWEEN = re.compile(r"(</w:(?:p|tr|tc|tbl)>|<w:body>)((?:\s*(?:{{[^{}]*}}|{%[^{}]*%}|{#[^{}]*#}))+)")
_TAG = re.compile(r"{[{%#]")
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
#: No further than its own cell: of many loops that end elsewhere each would be read to the end of the table.
_COLUMN_LOOP = re.compile(
    r"({%\s*for \w+ in ([\w.]+)\s*%})\s*(<w:tc[ >](?:(?!</w:tc>).)*+</w:tc>)\s*{%\s*endfor\s*%}", re.DOTALL
)
#: What is empty (`/>`) has no end: it would be looked for through the whole part.
_LIST = re.compile(r'<w:abstractNum [^>]*w:abstractNumId="(\d+)"[^>]*(?<!/)>(.*?)</w:abstractNum>', re.DOTALL)
_LIST_LEVEL = re.compile(r"<w:lvl [^>]*(?<!/)>.*?</w:lvl>", re.DOTALL)
_STYLE_OF_LEVEL = re.compile(r"<w:pStyle [^>]*/>")
_CELL_WIDTH = re.compile(r'(<w:tcW [^>]*w:w=")(\d+)(")')


def read_template(parts: Parts) -> Facts:
    """What stands in the template of these parts. Raises PackageError when it cannot be used."""
    try:
        _refuse_unfinished(parts)
        made = dict(parts)
        repaired = clean_template(made)
        faults = [(fault.message, fault.text, fault.hint) for fault in find_faults(made)]
        styles = _read_styles(made)
        losses = [*find_page_losses(made, styles), *find_style_losses(made, styles), *find_own_losses(made, styles)]
        fit_template(made)
        template = DocxTemplate(io.BytesIO(to_bytes(made)))
        template.render_init()
        body = "" if faults else _mark_front(_read_body(template, made), styles)
        return Facts(
            body=body,
            sides={} if faults else _read_sides(template),
            styles=styles,
            abstract_numbers=_read_abstract_numbers(made),
            list_levels=_read_list_levels(made),
            faults=faults,
            repaired=repaired,
            changed={name: made[name].decode() for name in made if parts.get(name) != made[name] and name != DOCUMENT},
            dropped=sorted(parts.keys() - made.keys()),
            justified=read_justified(made["word/styles.xml"]),
            heading_numbers=read_heading_numbers(made, styles),
            losses=[*losses, *find_conditions(body), *_find_narrow(body, made)],
        )
    except PackageError:
        raise
    except Exception as error:  # python-docx meets a broken package with many kinds of errors
        raise PackageError("isinya rusak atau tidak lengkap") from error


def _find_narrow(body: str, parts: Parts) -> list[tuple[str, str, str]]:
    return [*find_narrow_columns(body), *find_torn_amounts(body, parts["word/styles.xml"])]


def _read_body(template: object, parts: Parts) -> str:
    source = tell_rooms(spell_out(_read_document(template, parts)), parts["word/styles.xml"])
    return _one_line_a_paragraph(_fluid_columns(_grid_span_in_order(source)))


def _refuse_unfinished(parts: Parts) -> None:
    """What is written into a document later is put before the end of these parts, as text."""
    for name, end in ADDED_TO.items():
        if end not in parts.get(name, b""):
            raise PackageError(f"bagian {name} tidak ada atau tidak lengkap")
    for name, data in parts.items():
        if name in ADDED_TO or FILLED_PART.fullmatch(name):
            data.decode("utf-8")


def _read_document(template: Any, parts: Parts) -> str:
    """docxtpl gives the body alone; the root around it carries the namespaces and what older Words may ignore."""
    body = template.patch_xml(template.get_xml())
    root = _ROOT.search(parts["word/document.xml"].decode("utf-8"))
    if root is None:
        raise PackageError("bagian utamanya tidak berisi naskah")
    return f"{root[0]}<w:body>{body[body.index('>') + 1 :]}</w:document>"


def _read_sides(template: Any) -> dict[str, str]:
    """Headers, footers and notes with their tags as Jinja source, by part name."""
    parts = ((str(part.partname).lstrip("/"), part) for part in template.docx.part.package.iter_parts())
    return {
        name: _one_line_a_paragraph(spell_out(template.patch_xml(template.get_part_xml(part))))
        for name, part in sorted(parts, key=lambda named: named[0])
        if FILLED_PART.fullmatch(name) and name != DOCUMENT
    }


def _read_styles(parts: Parts) -> dict[str, Style]:
    """Styles by lower-case name: Word may rewrite ids, and shows names in the user's language only on screen."""
    root = etree.fromstring(parts["word/styles.xml"], _PARSER)
    return {element.find(f"{W}name").get(f"{W}val").lower(): _read_style(element) for element in root.iter(f"{W}style")}


def _read_abstract_numbers(parts: Parts) -> dict[str, str]:
    root = etree.fromstring(parts["word/numbering.xml"], _PARSER)
    # A list of ours gets the next number, so that each must be one.
    return {
        str(int(num.get(f"{W}numId"))): num.find(f"{W}abstractNumId").get(f"{W}val") for num in root.findall(f"{W}num")
    }


def _read_list_levels(parts: Parts) -> dict[str, list[str]]:
    """The levels of every list, as text: lists of a document are made of them."""
    numbering = parts["word/numbering.xml"].decode("utf-8")
    return {
        found[1]: [_STYLE_OF_LEVEL.sub("", level) for level in _LIST_LEVEL.findall(found[2])]
        for found in _LIST.finditer(numbering)
    }


def _one_line_a_paragraph(source: str) -> str:
    """The source with a line feed before every paragraph, so that Jinja's line numbers name paragraphs."""
    lined = re.sub(r"<w:p([ >])", r"\n<w:p\1", source.replace("\n", " "))
    # A tag that took its paragraph, row or cell away stands between elements: it gets a line of its own too.
    return _BETWEEN.sub(lambda found: found[1] + _TAG.sub(r"\n\g<0>", found[2]), lined)


def _mark_front(body: str, styles: dict[str, Style]) -> str:
    """The source with a bookmark around each heading before the chapters, for the contents to lead to."""
    style, loop = styles.get(_FRONT_STYLE), LOOP.search(body)
    if style is None or loop is None:
        return body
    marked, count = [], 0
    for line in body[: loop.start()].split("\n"):
        start, end = line.find("</w:pPr>"), line.find("</w:p>")
        if f'<w:pStyle w:val="{style.id}"/>' in line[: max(start, 0)] and end > start:
            count += 1
            start += len("</w:pPr>")
            number = _FIRST_MARK + count
            opening = f'<w:bookmarkStart w:id="{number}" w:name="{FRONT}{count}"/>'
            line = f'{line[:start]}{opening}{line[start:end]}<w:bookmarkEnd w:id="{number}"/>{line[end:]}'
        marked.append(line)
    return "\n".join(marked) + body[loop.start() :]


def _read_style(element: Any) -> Style:
    number = element.find(f"{W}pPr/{W}numPr/{W}numId")
    return Style(element.get(f"{W}styleId"), element.get(f"{W}type"), None if number is None else number.get(f"{W}val"))


def _grid_span_in_order(source: str) -> str:
    """docxtpl writes gridSpan before tcW; the schema wants it behind."""
    return re.sub(r"(<w:tcPr>)(<w:gridSpan [^>]*/>)(<w:tcW [^>]*/>)", r"\1\3\2", source)


def _fluid_columns(source: str) -> str:
    """Tables with a column loop ({%tc for %}): however many columns it makes, together they keep the loop's room."""
    return _TABLE.sub(lambda table: _fluid_table(table[0]), source)


def _fluid_table(table: str) -> str:
    loop = _COLUMN_LOOP.search(table)
    if loop is None:
        return table
    row = table[table.rfind("<w:tr", 0, loop.start()) : table.find("</w:tr>", loop.end())]
    before, _, after = row.partition(loop[0])
    first, last = before.count("<w:tc>") + before.count("<w:tc "), after.count("<w:tc>") + after.count("<w:tc ")
    columns = list(GRID_COLUMN.finditer(table))
    looped = columns[first : len(columns) - last]
    if not looped:
        return table
    room = sum(int(column[1]) for column in looped)
    width = f"{{{{ {room} // {loop[2]}|length }}}}"
    head = table[: looped[0].start()]
    grid = f'{loop[1]}<w:gridCol w:w="{width}"/>{{% endfor %}}'
    rest = table[looped[-1].end() :]
    return head + grid + _COLUMN_LOOP.sub(lambda m: _fluid_cell(m, room), rest)


def _fluid_cell(loop: re.Match[str], room: int) -> str:
    width = f"{{{{ {room} // {loop[2]}|length }}}}"
    cell = _CELL_WIDTH.sub(lambda m: m[1] + width + m[3], loop[3], count=1)
    return f"{loop[1]}{cell}{{% endfor %}}"
