"""A template that WPS Office saved: styles by number, runs in pieces, rows with exceptions, custom data of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from renjadoc.word.packages import package
from tests.word.lint import W, faults, text_of
from tests.word.templates import BODY, TEMPLATE
from tests.word.test_completeness import made, said_of

_WPS = "http://www.wps.cn/officeDocument/2013/wpsCustomData"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_STYLES = "word/styles.xml"
_REFERENCES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")


def save_with_wps(path: Path, edit: Callable[[package.Parts], None] = lambda parts: None) -> Path:
    """The template as WPS writes it."""
    parts = package.unpack_file(TEMPLATE)
    numbers = _number_styles(parts)
    for name in [name for name in parts if re.fullmatch(r"word/(?:document|styles|numbering|footer\d)\.xml", name)]:
        root = etree.fromstring(parts[name])
        for kind in _REFERENCES:
            for one in root.iter(f"{W}{kind}"):
                one.set(f"{W}val", numbers[one.get(f"{W}val")])
        for one in root.iter(f"{W}style"):
            one.set(f"{W}styleId", numbers[one.get(f"{W}styleId")])
        for paragraph in list(root.iter(f"{W}p")):
            _break_runs(paragraph)
        for row in root.iter(f"{W}tr"):
            _except_row(row)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    body = parts[BODY].decode()
    parts[BODY] = (
        body.replace("<w:document ", f'<w:document xmlns:wpsCustomData="{_WPS}" ', 1)
        .replace('mc:Ignorable="w14 w15"', 'mc:Ignorable="w14 w15 wpsCustomData"', 1)
        .encode()
    )
    _add_custom_data(parts)
    edit(parts)
    path.write_bytes(package.to_bytes(parts))
    return path


def _number_styles(parts: package.Parts) -> dict[str, str]:
    """WPS numbers styles, and knows them by name."""
    ids = [one.get(f"{W}styleId") for one in etree.fromstring(parts[_STYLES]).iter(f"{W}style")]
    return {identity: str(number) for number, identity in enumerate(ids, 1)}


def _break_runs(paragraph: Any) -> None:
    """Each run that holds a tag in three, with a font of its own; a language for the paragraph's mark."""
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and properties.find(f"{W}rPr") is None and properties.find(f"{W}sectPr") is None:
        etree.SubElement(etree.SubElement(properties, f"{W}rPr"), f"{W}rFonts").set(f"{W}hint", "default")
    for run in list(paragraph.iterchildren(f"{W}r")):
        text = run.find(f"{W}t")
        if text is None or len(text.text or "") < 6:
            continue
        words, middle = text.text, len(text.text) // 2
        text.text = words[:3]
        for piece in (words[middle:], words[3:middle]):
            copy = etree.fromstring(etree.tostring(run))
            copy.find(f"{W}t").text = piece
            look = copy.find(f"{W}rPr")
            if look is None:
                look = etree.Element(f"{W}rPr")
                copy.insert(0, look)
            fonts = etree.Element(f"{W}rFonts")
            fonts.set(f"{W}hint", "default")
            look.insert(1 if look.find(f"{W}rStyle") is not None else 0, fonts)
            run.addnext(copy)


def _except_row(row: Any) -> None:
    """Every row repeats margins, every cell says that it wraps."""
    exception = etree.Element(f"{W}tblPrEx")
    margins = etree.SubElement(exception, f"{W}tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        etree.SubElement(margins, f"{W}{side}", {f"{W}w": "57", f"{W}type": "dxa"})
    row.insert(0, exception)
    for properties in row.iter(f"{W}tcPr"):
        mark = etree.Element(f"{W}noWrap", {f"{W}val": "0"})
        aligned = properties.find(f"{W}vAlign")
        properties.append(mark) if aligned is None else aligned.addprevious(mark)


def _add_custom_data(parts: package.Parts) -> None:
    parts["customXml/item1.xml"] = f'<s:customData xmlns="{_WPS}" xmlns:s="{_WPS}"/>'.encode()
    parts["docProps/custom.xml"] = (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
        "<vt:lpwstr>1033-12.2.0.13431</vt:lpwstr></property></Properties>"
    ).encode()
    types = parts["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    override = f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    for rels, kind, target in (
        ("_rels/.rels", "custom-properties", "docProps/custom.xml"),
        ("word/_rels/document.xml.rels", "customXml", "../customXml/item1.xml"),
    ):
        relation = f'<Relationship Id="rIdWps" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode() + b"</Relationships>")


def test_a_template_that_wps_saved_works(isi: Path, tmp_path: Path) -> None:
    ours, theirs = made(isi, TEMPLATE), made(isi, save_with_wps(tmp_path / "wps.docx"))
    assert [fault for fault in faults(theirs) if "alternative text" not in fault] == []
    assert text_of(theirs).split() == text_of(ours).split()
    assert len(re.findall(rb"customXml/item\d*\.xml", theirs["[Content_Types].xml"])) <= 1


def test_what_wps_saved_with_changes_tracked_is_refused_with_the_reason(isi: Path, tmp_path: Path) -> None:
    def track(parts: package.Parts) -> None:
        change = b'<w:ins w:id="9" w:author="WPS" w:date="2026-01-01T00:00:00Z"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
        parts[BODY] = parts[BODY].replace(b"</w:p>", change, 1)

    assert "perubahan terlacak" in said_of(isi, save_with_wps(tmp_path / "wps.docx", track))


@pytest.mark.parametrize("name", ["Isi", "caption"])
def test_a_style_that_wps_renamed_is_named(isi: Path, tmp_path: Path, name: str) -> None:
    def rename(parts: package.Parts) -> None:
        parts[_STYLES] = parts[_STYLES].replace(f'w:val="{name}"'.encode(), f'w:val="{name}_1"'.encode(), 1)

    assert f"gaya “{name}” tidak ada dalam templat" in said_of(isi, save_with_wps(tmp_path / "wps.docx", rename))
