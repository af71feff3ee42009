"""What may stand in a package of Word: kinds of parts, relations, names; which elements and attributes fetch.

The lists are those of a template and of a finished document alike; what is not on them is refused, whatever its name.
"""

from __future__ import annotations

import re

RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
#: Kinds of parts.
ALLOWED_TYPE = re.compile(
    r"(?:application|text)/xml|image/(?:png|jpe?g|gif|bmp|tiff|x-emf|x-wmf|emf|wmf|svg\+xml|vnd\.ms-photo)"
    r"|application/(?:x-fontdata|x-font-ttf|vnd\.openxmlformats-officedocument\.obfuscatedFont)"
    r"|application/vnd\.openxmlformats-package\.(?:relationships|core-properties)\+xml"
    r"|application/vnd\.openxmlformats-officedocument\.(?:theme|themeOverride|extended-properties|custom-properties"
    r"|customXmlProperties)\+xml"
    r"|application/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document\.main|template\.main|styles"
    r"|stylesWithEffects|numbering|settings|webSettings|fontTable|header|footer|footnotes|endnotes|comments\w*|people"
    r"|document\.glossary)\+xml"
    r"|application/vnd\.openxmlformats-officedocument\.drawingml\.(?:chart|chartshapes|diagram\w+|drawing)\+xml"
    r"|application/vnd\.ms-word\.stylesWithEffects\+xml"
    r"|application/vnd\.ms-office\.(?:drawingml\.diagramDrawing|chartstyle|chartcolorstyle)\+xml"
)
#: Kinds of relations: the last word of their type.
ALLOWED_RELATION = re.compile(
    r"officeDocument|styles|stylesWithEffects|numbering|settings|webSettings|fontTable|font|theme|themeOverride|header"
    r"|footer|footnotes|endnotes|comments\w*|people|image|hyperlink|chart|chartUserShapes|chartStyle|chartColorStyle"
    r"|diagram\w+|customXml|customXmlProps|glossaryDocument|(?:core|extended|custom)-properties|thumbnail"
)
#: What these bring along, for the message.
ACTIVE = re.compile(
    r"(?:vbaProject|wordVbaData|control|activeXControlBinary|oleObject|package|aFChunk|attachedToolbars)", re.IGNORECASE
)
#: The data behind a chart of a finished document: no template brings its own.
EMBEDDED_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EMBEDDED_RELATION = "package"
#: Elements that read other files by themselves.
FETCHING = re.compile(
    r"mailMerge|dataSource|headerSource|altChunk|subDoc|object|OLEObject|control|frameset|attachedTemplate"
    r"|saveThroughXslt|externalData|movie|videoFile|audioFile|quickTimeFile|wavAudioFile|script|foreignObject"
)
#: Elements that a person has to click.
CLICKED = re.compile(r"hyperlink|hlinkClick")
#: Attributes that name a file or an address in drawings of the old kind, and in SVG.
ADDRESSES = {"src", "href", "althref", "relid", "pict", "oleid"}
_OUTSIDE = re.compile(r"[\w+.-]{2,}:|[/\\]{2}|[A-Za-z]:[/\\]")
BAD_NAME = re.compile(r"[\x00-\x1f\\]|^/|(?:^|/)\.{1,2}(?:/|$)")
#: What a style or the action of a drawing names.
_STYLED = re.compile(r"url\s*\(\s*[\"']?([^\"')]*)|@import\s*[\"']?([^\"';]*)", re.IGNORECASE)
_ACTION = re.compile(r"ppaction://(?:program|macro|ole)", re.IGNORECASE)


def refuse_type(name: str, kind: str) -> str:
    """What is said of a part whose kind is not on the list."""
    return f"bagian {name} berjenis {kind or 'tidak dikenal'}, yang tidak termasuk yang boleh dipakai"


def refuse_relation(kind: str) -> str:
    """What is said of a relation whose kind is not on the list."""
    return f"berisi hubungan {kind[:40]}, yang tidak termasuk yang boleh dipakai"


def find_styled(text: str) -> str:
    """The address outside the package that a style names, or what an action starts; empty where there is none."""
    if found := _ACTION.match(text.strip()):
        return found[0]
    named = (one or other for one, other in _STYLED.findall(text))
    return next((address for address in named if is_outside(address)), "")


def is_outside(address: str) -> bool:
    """Whether an address leads out of the package; a picture written out in its own address does not."""
    plain = address.strip()
    return _OUTSIDE.match(plain) is not None and not plain.casefold().startswith("data:")
