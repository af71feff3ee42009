"""The fields of a part of Word: their codes, however they are cut, nested or hidden; which of them may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

#: Fields that compute from the document itself, or say what the program knows of it; none reads another file.
_ALLOWED = re.compile(
    r"=|ADVANCE|AUTHOR|AUTONUM|AUTONUMLGL|AUTONUMOUT|BIBLIOGRAPHY|CITATION|COMMENTS|COMPARE|CREATEDATE|DATE|DOCPROPERTY"
    r"|DOCVARIABLE|EDITTIME|EQ|FILENAME|FILESIZE|FORMCHECKBOX|FORMDROPDOWN|FORMTEXT|HYPERLINK|IF|INDEX|INFO|KEYWORDS"
    r"|LASTSAVEDBY|LISTNUM|MERGEFIELD|NEXT|NOTEREF|NUMCHARS|NUMPAGES|NUMWORDS|PAGE|PAGEREF|PRINTDATE|QUOTE|REF|REVNUM"
    r"|SAVEDATE|SECTION|SECTIONPAGES|SEQ|SET|STYLEREF|SUBJECT|SYMBOL|TA|TC|TEMPLATE|TIME|TITLE|TOA|TOC|USERADDRESS"
    r"|USERINITIALS|USERNAME|XE",
    re.IGNORECASE,
)
#: The word that a code begins with; signs that nobody sees are a part of it, and make it another word.
_NAME = re.compile(r"=|[^\s\\]+")
_TAG = re.compile(r"\{[{%#]|[%#}]\}")
#: What fields are made of, and the texts among which a template's tags stand.
_PIECES = ("fldChar", "instrText", "delInstrText", "fldSimple", "t")
#: The same in the text of a finished part, with what stands in the tag and behind it.
_WRITTEN = re.compile(rb"<(?:[^\s<>/:]+:)?(fldChar|instrText|delInstrText|fldSimple)\b([^<>]*)>([^<]*)")
_STATED = re.compile(r"""[\s:](instr|fldCharType)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def find_bad_fields(root: Any) -> Iterator[str]:
    """What is wrong with the fields below an element, each in Indonesian."""
    yield from explain_codes(list_codes(root))


def list_codes(root: Any) -> Iterator[str]:
    """The codes of the fields below an element; their namespace does not matter."""
    codes = FieldCodes()
    for element in root.iter(*(f"{{*}}{name}" for name in _PIECES)):
        kind = element.tag.rpartition("}")[2]
        yield from codes.read(kind, _read_attribute(element, kind), element.text or "")
    yield from codes.close()


def find_written_fields(codes: FieldCodes, text: bytes) -> Iterator[str]:
    """The same of a stretch of a finished part that ends within no tag and no text of a code."""
    for kind, stated, said in _WRITTEN.findall(text):
        attributes = {key: one or other for key, one, other in _STATED.findall(stated.decode("utf-8", "replace"))}
        name = kind.decode()
        attribute = attributes.get("instr" if name == "fldSimple" else "fldCharType", "")
        found = codes.read(name, unescape(attribute), unescape(said.decode("utf-8", "replace")))
        yield from explain_codes(found)


def explain_codes(codes: Iterable[str]) -> Iterator[str]:
    """What is wrong with each code of a field."""
    for code in codes:
        if _TAG.search(code):
            yield f"berisi bidang (field) yang kodenya dirakit dengan tanda templat ({code.strip()[:60]})"
            continue
        found = _NAME.match(code.strip())
        if code.strip() and (found is None or not _ALLOWED.fullmatch(found[0])):
            name = (found[0] if found else code.strip())[:40].upper()
            yield f"berisi bidang (field) {name} yang tidak termasuk yang boleh dipakai"


class FieldCodes:
    """Puts the codes of fields together as their pieces come, however they are cut and nested.

    A field whose own code begins with another one says nothing before it, and is given so.
    """

    def __init__(self) -> None:
        #: The codes of the fields that are open, None once their result has begun.
        self._open: list[list[str] | None] = []

    def read(self, kind: str, attribute: str, text: str) -> Iterator[str]:
        """The codes that are whole with this piece; `attribute` is what it says of itself."""
        code = self._open[-1] if self._open else None
        if kind == "fldSimple":
            yield attribute
        elif kind == "t":
            if code is not None and _TAG.search(text):  # It decides which pieces of the code are printed.
                yield text
        elif kind != "fldChar":
            if code is None:  # In a result or outside of any field it does nothing, until an editor mends that.
                yield text
            else:
                code.append(text)
        elif attribute == "begin":
            if code is not None and not "".join(code).strip():
                code.append("{")
            self._open.append([])
        elif attribute == "separate" and code is not None:
            yield "".join(code)
            self._open[-1] = None
        elif attribute == "end" and self._open:
            yield "".join(self._open.pop() or [])

    def close(self) -> Iterator[str]:
        """The codes of the fields that never end."""
        yield from ("".join(code or []) for code in self._open)


def _read_attribute(element: Any, kind: str) -> str:
    name = "instr" if kind == "fldSimple" else "fldCharType"
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
