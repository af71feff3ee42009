"""What a template must not bring into a document: programs, and anything that is fetched when it is opened.

The package is looked at as it will be written. What may stand in it is listed: kinds of parts, relations, fields; what
is not on a list is refused, whatever it is called and in whichever of the two namespaces.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree

from renjadoc.word.packages.allowed import (
    ACTIVE,
    ADDRESSES,
    ALLOWED_RELATION,
    ALLOWED_TYPE,
    BAD_NAME,
    CLICKED,
    FETCHING,
    RELATIONSHIPS,
    find_styled,
    is_outside,
    refuse_relation,
    refuse_type,
)
from renjadoc.word.packages.fields import find_bad_fields
from renjadoc.word.packages.package import CONTENT_TYPES, PackageError, Parts
from renjadoc.word.packages.relations import ContentTypes, Relation


def find_dangers(parts: Parts) -> Iterator[str]:
    """What is dangerous in a package, each in Indonesian. Raises PackageError when its XML cannot be read."""
    yield from _check_names(parts)
    stated = _parse_part(CONTENT_TYPES, parts[CONTENT_TYPES]).iter("{*}Override", "{*}Default")
    types = ContentTypes((etree.QName(element).localname, element.attrib) for element in stated)
    for name, data in sorted(parts.items()):
        if name == CONTENT_TYPES:
            continue
        kind = types.find(name)
        if "macroenabled" in kind.casefold() or "vbaproject" in kind.casefold():
            yield "berisi makro"
        elif not ALLOWED_TYPE.fullmatch(kind):
            yield refuse_type(name, kind)
        elif kind == RELATIONSHIPS or name.lower().endswith(".rels"):
            yield from _check_relations(name, data)
        # The kind of a font that Word embeds has the word in its middle, and is none.
        elif kind.endswith("xml"):
            yield from _check_part(_parse_part(name, data), _relations_beside(parts, name))


def _check_names(parts: Parts) -> Iterator[str]:
    """Names of parts are the same in capitals, and lead nowhere."""
    times = Counter(name.casefold() for name in parts)
    for name in parts:
        if times[name.casefold()] > 1:
            yield f"bagian {name} ada dua kali"
        if BAD_NAME.search(name) or BAD_NAME.search(unquote(name)):
            yield f"nama bagian “{name[:60]}” tidak dapat dipakai"


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


def _list_relations(name: str, data: bytes) -> Iterator[Relation]:
    for element in _parse_part(name, data).iter("{*}Relationship"):
        mode = (element.get("TargetMode") or "").strip().casefold()
        kind = (element.get("Type") or "").rpartition("/")[2]
        yield Relation(element.get("Id") or "", kind, element.get("Target") or "", mode == "external")


def _check_relations(name: str, data: bytes) -> Iterator[str]:
    for relation in _list_relations(name, data):
        if ACTIVE.fullmatch(relation.kind):
            yield f"berisi makro, kendali, atau benda tertanam ({relation.kind})"
        elif relation.outside and relation.kind != "hyperlink":
            yield f"mengambil {relation.kind} dari luar ({relation.target[:80]})"
        elif not ALLOWED_RELATION.fullmatch(relation.kind):
            yield refuse_relation(relation.kind)
        elif not relation.outside and relation.kind != "hyperlink" and is_outside(relation.target):
            yield f"mengambil {relation.kind} dari luar ({relation.target[:80]})"


def _relations_beside(parts: Parts, name: str) -> dict[str, Relation]:
    """The relations of a part by their ids."""
    folder, _, file = name.rpartition("/")
    rels = posixpath.join(folder, f"_rels/{file}.rels").casefold()
    data = next((data for other, data in parts.items() if other.casefold() == rels), None)
    return {} if data is None else {relation.id: relation for relation in _list_relations(rels, data)}


def _check_part(root: Any, relations: dict[str, Relation]) -> Iterator[str]:
    yield from find_bad_fields(root)
    if root.getroottree().xpath("//processing-instruction('xml-stylesheet')"):
        yield "mengambil lembar gaya dari luar"
    for element in root.iter("{*}*"):
        yield from _check_element(element, element.tag.rpartition("}")[2], relations)


def _check_element(element: Any, kind: str, relations: dict[str, Relation]) -> Iterator[str]:
    if FETCHING.fullmatch(kind):
        yield f"berisi <{kind}>, yang mengambil atau menjalankan berkas lain"
    if kind == "style" and (address := find_styled(element.text or "")):
        yield f"<{kind}> mengambil dari luar ({address[:80]})"
    for key, value in element.items():
        space, _, attribute = key.rpartition("}")
        if "relationships" in space:
            if value in relations and relations[value].kind == "hyperlink" and not CLICKED.fullmatch(kind):
                yield f"<{kind}> mengambil dari luar ({relations[value].target[:80]})"
        elif attribute.casefold() in ADDRESSES and is_outside(value) and not CLICKED.fullmatch(kind):
            yield f"<{kind}> mengambil dari luar ({value[:80]})"
        elif address := find_styled(value):
            yield f"<{kind}> mengambil dari luar ({address[:80]})"
