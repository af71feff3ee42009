"""What a template must not bring into a document: programs, and anything that Word fetches when it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from renjadoc.word.package import CONTENT_TYPES, PackageError, Parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Relationships by the end of their type: macros, controls, embedded programs and files of other kinds.
_ACTIVE = re.compile(
    r"/(?:vbaProject|wordVbaData|control|activeXControlBinary|oleObject|package|aFChunk|attachedToolbars)$"
)
#: Fields that read other files or start programs.
_FETCHING = re.compile(r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON)\b", re.I)


def find_dangers(parts: Parts) -> Iterator[str]:
    """What is dangerous in a package, each in Indonesian. Raises PackageError when its XML cannot be read."""
    if b"macroEnabled" in parts[CONTENT_TYPES]:
        yield "berisi makro"
    for name, data in sorted(parts.items()):
        if name.endswith(".rels"):
            yield from _check_relationships(_parse_part(name, data))
        elif name.startswith("word/") and name.endswith(".xml"):
            yield from _check_fields(_parse_part(name, data))


def _parse_part(name: str, data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PackageError(f"bagian {name} rusak") from error
    # lxml passes over a prefix that nothing declares where a mere warning comes behind it; Word does not.
    if any(entry.level > etree.ErrorLevels.WARNING for entry in parser.error_log):
        raise PackageError(f"bagian {name} rusak")
    return root


def _check_relationships(root: Any) -> Iterator[str]:
    for relation in root.iter("{*}Relationship"):
        kind = relation.get("Type") or ""
        if _ACTIVE.search(kind):
            yield f"berisi makro, kendali, atau benda tertanam ({kind.rpartition('/')[2]})"
        elif (relation.get("TargetMode") or "").lower() == "external" and not kind.endswith("/hyperlink"):
            yield f"mengambil {kind.rpartition('/')[2]} dari luar ({(relation.get('Target') or '')[:80]})"


def _check_fields(root: Any) -> Iterator[str]:
    simple = [field.get(f"{_W}instr") or "" for field in root.iter(f"{_W}fldSimple")]
    for code in [*simple, *_field_codes(root)]:
        if found := _FETCHING.match(code):
            yield f"berisi bidang (field) {found[1].upper()} yang mengambil atau menjalankan berkas lain"


def _field_codes(root: Any) -> Iterator[str]:
    """The instructions of fields, whose text may be cut over many runs."""
    code = ""
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText"):
        if element.tag == f"{_W}instrText":
            code += element.text or ""
        else:
            yield code
            code = ""
    yield code
