"""Spoils files: bytes flipped and cut, JSON values swapped for strange ones, parts of Word files torn apart."""

from __future__ import annotations

import copy
import io
import json
import random
import re
import zipfile
from dataclasses import dataclass
from typing import Any

STRANGE: list[Any] = [
    None, True, 0, -1, 10**30, 1.5, 1e308, "", " ", "{{", "{{ tahun", "{{ tahun | x }}",
    "{{ rujuk('x') }}", "[[", "]]", "**",
    "\\", "{{ 1 - 99999999999999999999 | romawi }}", "{{ " + "(" * 200 + " }}",
    "{{ tahun.__class__ }}", "\x00", "\ud800", "\ufffe",
    "../../etc/passwd", "a" * 5000, "=1+1", [], {}, [[[[]]]], ["x"] * 50, {"daftar": "1.",
    "butir": []}, {"tabel": "evaluasi"},
    "n-1", "31 Februari 2027", "1.000.000,-", "٣", "Ⅷ", "²", "1e999", "%d%s{0}", "{% for x in y %}", "<w:p/>", "&#0;",
]  # fmt: skip


def of_bytes(raw: bytes, chance: random.Random) -> bytes:
    """A few bytes of it changed, cut out, doubled or put in."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice([1, 1, 2, 10, 300]))
        match chance.randrange(4):
            case 0:
                data[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end]
            case 3:
                data[at:at] = chance.choice(
                    [b"{", b"]", b'"', b",", b"\\u0000", b"\xff", b"\x00", b"NaN", b"-", b"1e999"]
                )
    return bytes(data)


def of_json(raw: bytes, chance: random.Random) -> bytes:
    """The same JSON with values swapped for strange ones, for each other, taken away, doubled or renamed."""
    if chance.random() < 0.25:
        return of_bytes(raw, chance)
    data = json.loads(raw)
    for _ in range(chance.randint(1, 3)):
        places = list(_places(data))
        if not places:
            break
        container, key = chance.choice(places)
        _spoil_place(container, key, chance.choice(places), chance)
    return json.dumps(data, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _spoil_place(container: Any, key: Any, other: tuple[Any, Any], chance: random.Random) -> None:
    match chance.randrange(5):
        case 0 | 1:
            container[key] = copy.deepcopy(chance.choice(STRANGE))
        case 2:
            container[key] = copy.deepcopy(other[0].get(other[1])) if isinstance(other[0], dict) else "x"
        case 3:
            del container[key]
        case 4 if isinstance(container, list):
            container.insert(key, copy.deepcopy(container[key]))
        case _:
            container[key] = [container[key], {"x": container[key]}][chance.randrange(2)]


def _places(data: Any) -> Any:
    members = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in members:
        yield data, key
        yield from _places(value)


@dataclass(frozen=True)
class _Kind:
    """What a kind of package is spoilt at: its main parts, the elements in them, and what these are wrapped in."""

    main: re.Pattern[str]
    elements: re.Pattern[bytes]
    wraps: list[bytes]


_DOCX = _Kind(
    re.compile(r"word/document\.xml|customXml/item1\.xml"),
    re.compile(rb"<(w:(?:p|r|t|tbl|tr|tc|pPr|rPr|bookmarkStart|bookmarkEnd|fldChar|numPr|style)|p|n|teks|sumber)[ >/]"),
    [b"w:ins", b"w:del", b"w:moveFrom", b"w:moveTo", b"w:sdt", b"w:smartTag", b"mc:AlternateContent", b"w:txbxContent"],
)
_XLSX = _Kind(
    re.compile(r"xl/worksheets/sheet\d+\.xml|xl/sharedStrings\.xml"),
    re.compile(
        rb"<(row|c|v|f|is|t|si|r|mergeCells?|col|sheet|definedName|dataValidation|xf|numFmt|Relationship|Override)[ >/]"
    ),
    [b"is", b"v", b"f", b"row", b"c", b"si", b"extLst", b"mc:AlternateContent"],
)


def of_docx(raw: bytes, chance: random.Random) -> bytes:
    """The same Word file with bytes of the zip changed, or with one of its parts torn apart."""
    return _of_package(raw, _DOCX, chance)


def of_xlsx(raw: bytes, chance: random.Random) -> bytes:
    """The same workbook spoilt so."""
    return _of_package(raw, _XLSX, chance)


def _of_package(raw: bytes, kind: _Kind, chance: random.Random) -> bytes:
    if chance.random() < 0.2:
        return of_bytes(raw, chance)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(parts)
    weights = [8 if kind.main.fullmatch(name) else 1 for name in names]
    for name in chance.choices(names, weights, k=chance.randint(1, 2)):
        if chance.random() < 0.1:
            parts.pop(name, None)
        elif name in parts:
            parts[name] = _spoilt_part(parts[name], kind, chance)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


_VALUE = re.compile(rb'="[^"]*"')
_TEXT = re.compile(rb">[^<>]+<")
_VALUES = [
    b"", b"-1", b"99999999999999999999", b"x", b"&lt;", "٣".encode(), b"a" * 3000, b"1e308", b"NaN", b"1E+999",
    b"#REF!", b"=1+1", b"XFE1048577", b"A1:XFD1048576", b"TRUE",
]  # fmt: skip


def _spoilt_part(data: bytes, kind: _Kind, chance: random.Random) -> bytes:
    """Elements taken away, doubled, moved or wrapped so that the part is often still XML; values and texts changed."""
    for _ in range(chance.randint(1, 8)):
        element = _random_element(data, kind, chance)
        if element is None or chance.random() < 0.1:
            return of_bytes(data, chance)
        start, end = element
        whole = data[start:end]
        wrap, strange = chance.choice(kind.wraps), chance.choice(_VALUES)
        match chance.randrange(6):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:end] + whole + data[end:]
            case 2:
                data = data[:start] + b"<" + wrap + b">" + whole + b"</" + wrap + b">" + data[end:]
            case 3:
                data = data[:start] + _VALUE.sub(b'="' + strange + b'"', whole) + data[end:]
            case 4:
                other = _random_element(data, kind, chance) or element
                data = data[: other[0]] + whole + data[other[0] :]
            case 5:
                data = data[:start] + _TEXT.sub(b">" + strange + b"<", whole) + data[end:]
    return data


def _random_element(data: bytes, kind: _Kind, chance: random.Random) -> tuple[int, int] | None:
    """Where a random element starts and ends, if it is one without another of its name within."""
    starts = list(kind.elements.finditer(data))
    if not starts:
        return None
    start = chance.choice(starts)
    close = data.find(b">", start.start())
    if data[close - 1 : close] == b"/":
        return start.start(), close + 1
    end = data.find(b"</" + start[1] + b">", start.start())
    return (start.start(), end + len(start[1]) + 3) if end > 0 else None
