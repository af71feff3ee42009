"""The package: parts, content types, relations, and the file that is the same byte for byte."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from template.lists import numbering_xml
from template.measures import FONT, LANDSCAPE_WIDTH, PORTRAIT_WIDTH
from template.pages import (
    COVER_FOOTER,
    LANDSCAPE_FOOTER,
    PORTRAIT_FOOTER,
    comments_xml,
    cover_footer_xml,
    document_xml,
    footer_xml,
)
from template.styles import styles_xml
from template.vocabulary import MAIN_TYPE, NAMESPACES, RELATIONSHIP, root, w

EPOCH = (1980, 1, 1, 0, 0, 0)


def settings_xml() -> str:
    """Compatibility with Word 2013 and later, Indonesian separators; nothing that makes Word ask to update fields.

    Without `differentiateMultirowTableHeaders` all rows of a head are coloured as the first one.
    """
    uri = "http://schemas.microsoft.com/office/word"
    compat = {
        "compatibilityMode": 15, "overrideTableStyleFontSizeAndJustification": 1, "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
    }  # fmt: skip
    return root("settings", "".join((
        w("zoom", percent=100), w("defaultTabStop", val=567), *hyphenation(),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *(w("compatSetting", name=name, uri=uri, val=value) for name, value in compat.items())),
        w("themeFontLang", val="id-ID"), w("decimalSymbol", val=","), w("listSeparator", val=";"),
    )))  # fmt: skip


def hyphenation() -> tuple[str, ...]:
    """Words are divided where the program knows Indonesian: justified lines then have no rivers."""
    zone = w("consecutiveHyphenLimit", val=2), w("hyphenationZone", val=284)
    return w("autoHyphenation"), *zone, w("doNotHyphenateCaps")


def fonts_xml() -> str:
    return root("fonts", w(
        "font", w("altName", val="Liberation Sans"), w("charset", val="00"), w("family", val="swiss"),
        w("pitch", val="variable"), name=FONT,
    ))  # fmt: skip


THEME_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3864", "lt2": "E7E6E6", "accent1": "2F5597", "accent2": "C55A11",
    "accent3": "7F7F7F", "accent4": "BF9000", "accent5": "2E75B6", "accent6": "548235", "hlink": "1F3864",
    "folHlink": "1F3864",
}  # fmt: skip


def theme_xml() -> str:
    """The least that counts as a theme; our styles name their font and colours themselves."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in THEME_COLORS.items())
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="Renja"><a:themeElements>'
        f'<a:clrScheme name="Renja">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Renja"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Renja"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


@dataclass(frozen=True)
class Part:
    """A part of the package that the main document points at."""

    relation_id: str
    relation: str  # last word of the relationship's type, and of the content type
    path: str  # inside word/
    xml: str

    @property
    def content_type(self) -> str:
        family = "application/vnd.openxmlformats-officedocument" if self.relation == "theme" else MAIN_TYPE
        return f"{family}.{self.relation}+xml"


def document_parts() -> tuple[Part, ...]:
    return (
        Part("rIdStyles", "styles", "styles.xml", styles_xml()),
        Part("rIdNumbering", "numbering", "numbering.xml", numbering_xml()),
        Part("rIdSettings", "settings", "settings.xml", settings_xml()),
        Part("rIdFonts", "fontTable", "fontTable.xml", fonts_xml()),
        Part("rIdTheme", "theme", "theme/theme1.xml", theme_xml()),
        Part("rIdKomentar", "comments", "comments.xml", comments_xml()),
        Part(COVER_FOOTER, "footer", "footer1.xml", cover_footer_xml()),
        Part(PORTRAIT_FOOTER, "footer", "footer2.xml", footer_xml(PORTRAIT_WIDTH)),
        Part(LANDSCAPE_FOOTER, "footer", "footer3.xml", footer_xml(LANDSCAPE_WIDTH)),
    )


PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


def content_types_xml(parts: Sequence[Part]) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml",
        "png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    }  # fmt: skip
    overrides = {
        "/word/document.xml": f"{MAIN_TYPE}.document.main+xml",
        "/docProps/core.xml": CORE_TYPE,
        "/docProps/app.xml": APP_TYPE,
        **{f"/word/{part.path}": part.content_type for part in parts},
    }
    lines = [f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items()]
    lines += [f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()]
    return f'<Types xmlns="{PACKAGE}/content-types">{"".join(lines)}</Types>'


def relations_xml(relations: Iterable[tuple[str, str, str]]) -> str:
    lines = (f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in relations)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def core_xml() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Templat Renja</dc:title><dc:creator>renjadoc</dc:creator><dc:language>id-ID</dc:language>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )


def app_xml() -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>renjadoc</Application></Properties>"
    )


def package_parts() -> dict[str, str]:
    parts = document_parts()
    top = (
        ("rId1", f"{RELATIONSHIP}/officeDocument", "word/document.xml"),
        ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{RELATIONSHIP}/extended-properties", "docProps/app.xml"),
    )
    inner = ((part.relation_id, f"{RELATIONSHIP}/{part.relation}", part.path) for part in parts)
    return {
        "[Content_Types].xml": content_types_xml(parts),
        "_rels/.rels": relations_xml(top),
        "docProps/app.xml": app_xml(),
        "docProps/core.xml": core_xml(),
        "word/_rels/document.xml.rels": relations_xml(inner),
        "word/document.xml": document_xml(),
        **{f"word/{part.path}": part.xml for part in parts},
    }


def write_package(path: Path) -> None:
    """Parse every part (a slip shows here, not in Word) and zip them in a fixed order with a fixed time."""
    with zipfile.ZipFile(path, "w") as package:
        for name, xml in package_parts().items():
            tree = etree.fromstring(xml.encode())
            data = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            entry_info = zipfile.ZipInfo(name, EPOCH)
            entry_info.compress_type = zipfile.ZIP_DEFLATED
            entry_info.create_system = 0  # the same bytes on Windows and elsewhere
            package.writestr(entry_info, data)


def faults(path: Path) -> list[str]:
    """What the Open XML validator finds; nothing when it is not installed."""
    try:
        from openxml_audit import OpenXmlValidator
    except ImportError:
        return []
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
