"""The fields of a part of Word: their codes, however they are cut, nested or hidden; which of them may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_CODES = ("fldChar", "instrText", "delInstrText", "fldSimple")


def find_bad_fields(root: Any) -> Iterator[str]:
    """What is wrong with the fields below an element, each in Indonesian; their namespace does not matter."""
    for code in _list_codes(root):
        if _TAG.search(code):
            yield f"berisi bidang (field) yang kodenya dirakit dengan tanda templat ({code.strip()[:60]})"
            continue
        found = _NAME.match(code.strip())
        if code.strip() and (found is None or not _ALLOWED.fullmatch(found[0])):
            name = (found[0] if found else code.strip())[:40].upper()
            yield f"berisi bidang (field) {name} yang tidak termasuk yang boleh dipakai"


def _list_codes(root: Any) -> Iterator[str]:
    """The codes of all fields; one whose own code begins with another field says nothing before it, and is given so."""
    open_codes: list[list[str]] = []
    for element in root.iter(*(f"{{*}}{name}" for name in _CODES)):
        kind = element.tag.rpartition("}")[2]
        if kind == "fldSimple":
            yield _read_attribute(element, "instr")
        elif kind != "fldChar":
            if open_codes:
                open_codes[-1].append(element.text or "")
            else:  # Outside of any field it does nothing, until an editor mends that.
                yield element.text or ""
        elif (step := _read_attribute(element, "fldCharType")) == "begin":
            if open_codes and not "".join(open_codes[-1]).strip():
                open_codes[-1].append("{")
            open_codes.append([])
        elif step == "separate" and open_codes:
            yield "".join(open_codes[-1])
            open_codes[-1] = ["PAGE"]
        elif step == "end" and open_codes:
            yield "".join(open_codes.pop())
    yield from ("".join(code) for code in open_codes)


def _read_attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
