"""What a template must not bring into a document: programs, and anything that is fetched when it is opened.

The package is looked at as it will be written. What may stand in it is listed: kinds of parts, relations, fields; what
is not on a list is refused, whatever it is called and in whichever of the two namespaces.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from renjadoc.word.fields import find_bad_fields
from renjadoc.word.package import CONTENT_TYPES, PackageError, Parts

_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
#: Kinds of parts.
_ALLOWED_TYPE = re.compile(
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
_ALLOWED_RELATION = re.compile(
    r"officeDocument|styles|stylesWithEffects|numbering|settings|webSettings|fontTable|font|theme|themeOverride|header"
    r"|footer|footnotes|endnotes|comments\w*|people|image|hyperlink|chart|chartUserShapes|chartStyle|chartColorStyle"
    r"|diagram\w+|customXml|customXmlProps|glossaryDocument|(?:core|extended|custom)-properties|thumbnail"
)
#: What these bring along, for the message.
_ACTIVE = re.compile(
    r"(?:vbaProject|wordVbaData|control|activeXControlBinary|oleObject|package|aFChunk|attachedToolbars)", re.IGNORECASE
)
#: Elements that read other files by themselves.
_FETCHING = re.compile(
    r"mailMerge|dataSource|headerSource|altChunk|subDoc|object|OLEObject|control|frameset|attachedTemplate"
    r"|saveThroughXslt|externalData|movie|videoFile|audioFile|quickTimeFile|wavAudioFile"
)
#: Elements that a person has to click.
_CLICKED = re.compile(r"hyperlink|hlinkClick|hlinkHover|hlinkMouseOver")
#: Attributes that name a file or an address in drawings of the old kind, and in SVG.
_ADDRESSES = {"src", "href", "althref", "relid", "pict", "oleid"}
_OUTSIDE = re.compile(r"[\w+.-]{2,}:|[/\\]{2}|[A-Za-z]:[/\\]")
_BAD_NAME = re.compile(r"[\x00-\x1f\\]|^/|(?:^|/)\.{1,2}(?:/|$)")


class _Relation(NamedTuple):
    id: str
    kind: str
    target: str
    outside: bool


def find_dangers(parts: Parts) -> Iterator[str]:
    """What is dangerous in a package, each in Indonesian. Raises PackageError when its XML cannot be read."""
    yield from _check_names(parts)
    types = _ContentTypes(_parse_part(CONTENT_TYPES, parts[CONTENT_TYPES]))
    for name, data in sorted(parts.items()):
        if name == CONTENT_TYPES:
            continue
        kind = types.find(name)
        if "macroenabled" in kind.casefold() or "vbaproject" in kind.casefold():
            yield "berisi makro"
        elif not _ALLOWED_TYPE.fullmatch(kind):
            yield f"bagian {name} berjenis {kind or 'tidak dikenal'}, yang tidak termasuk yang boleh dipakai"
        elif kind == _RELATIONSHIPS or name.lower().endswith(".rels"):
            yield from _check_relations(name, data)
        elif "xml" in kind:
            yield from _check_part(_parse_part(name, data), _relations_beside(parts, name))


def _check_names(parts: Parts) -> Iterator[str]:
    """Names of parts are the same in capitals, and lead nowhere."""
    times = Counter(name.casefold() for name in parts)
    for name in parts:
        if times[name.casefold()] > 1:
            yield f"bagian {name} ada dua kali"
        if _BAD_NAME.search(name) or _BAD_NAME.search(unquote(name)):
            yield f"nama bagian “{name[:60]}” tidak dapat dipakai"


class _ContentTypes:
    """What kind each part is said to be: by its name, or else by its suffix."""

    def __init__(self, root: Any) -> None:
        self._by_name, self._by_suffix = {}, {}
        for element in root.iter("{*}Override"):
            self._by_name[(element.get("PartName") or "").lstrip("/").casefold()] = element.get("ContentType") or ""
        for element in root.iter("{*}Default"):
            self._by_suffix[(element.get("Extension") or "").casefold()] = element.get("ContentType") or ""

    def find(self, name: str) -> str:
        suffix = name.rpartition(".")[2].casefold()
        stated = self._by_name.get(name.casefold(), self._by_suffix.get(suffix, ""))
        return stated.partition(";")[0].strip()


def _parse_part(name: str, data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PackageError(f"bagian {name} rusak") from error
    # lxml passes over a prefix that nothing declares where a mere warning comes behind it; Word does not.
    if any(entry.level > etree.ErrorLevels.WARNING for entry in parser.error_log):
        raise PackageError(f"bagian {name} rusak")
    return root


def _list_relations(name: str, data: bytes) -> Iterator[_Relation]:
    for element in _parse_part(name, data).iter("{*}Relationship"):
        mode = (element.get("TargetMode") or "").strip().casefold()
        kind = (element.get("Type") or "").rpartition("/")[2]
        yield _Relation(element.get("Id") or "", kind, element.get("Target") or "", mode == "external")


def _check_relations(name: str, data: bytes) -> Iterator[str]:
    for relation in _list_relations(name, data):
        if _ACTIVE.fullmatch(relation.kind):
            yield f"berisi makro, kendali, atau benda tertanam ({relation.kind})"
        elif relation.outside and relation.kind != "hyperlink":
            yield f"mengambil {relation.kind} dari luar ({relation.target[:80]})"
        elif not _ALLOWED_RELATION.fullmatch(relation.kind):
            yield f"berisi hubungan {relation.kind[:40]}, yang tidak termasuk yang boleh dipakai"
        elif not relation.outside and relation.kind != "hyperlink" and _OUTSIDE.match(relation.target):
            yield f"mengambil {relation.kind} dari luar ({relation.target[:80]})"


def _relations_beside(parts: Parts, name: str) -> dict[str, _Relation]:
    """The relations of a part by their ids."""
    folder, _, file = name.rpartition("/")
    rels = posixpath.join(folder, f"_rels/{file}.rels").casefold()
    data = next((data for other, data in parts.items() if other.casefold() == rels), None)
    return {} if data is None else {relation.id: relation for relation in _list_relations(rels, data)}


def _check_part(root: Any, relations: dict[str, _Relation]) -> Iterator[str]:
    yield from find_bad_fields(root)
    for element in root.iter("{*}*"):
        kind = element.tag.rpartition("}")[2]
        if _FETCHING.fullmatch(kind):
            yield f"berisi <{kind}>, yang mengambil atau menjalankan berkas lain"
        if not element.attrib:
            continue
        for key, value in element.items():
            space, _, attribute = key.rpartition("}")
            if "relationships" in space:
                if value in relations and relations[value].kind == "hyperlink" and not _CLICKED.fullmatch(kind):
                    yield f"<{kind}> mengambil dari luar ({relations[value].target[:80]})"
            elif attribute.casefold() in _ADDRESSES and _is_outside(value) and not _CLICKED.fullmatch(kind):
                yield f"<{kind}> mengambil dari luar ({value[:80]})"


def _is_outside(address: str) -> bool:
    return _OUTSIDE.match(address.strip()) is not None and not address.strip().casefold().startswith("data:")
