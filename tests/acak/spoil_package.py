"""Spoils Word files and workbooks: the zip itself, and elements, attributes, texts and links of the parts in it."""

from __future__ import annotations

import io
import random
import re
import zipfile
from dataclasses import dataclass

from tests.acak.spoil import of_bytes


@dataclass(frozen=True)
class _Kind:
    """What a kind of package is spoilt at: its main parts, the elements in them, and what these are wrapped in."""

    main: re.Pattern[str]
    elements: re.Pattern[bytes]
    wraps: list[bytes]


_DOCX = _Kind(
    re.compile(r"word/(?:document|comments|numbering|styles)\.xml|customXml/item1\.xml"),
    re.compile(
        rb"<(w:(?:p|r|t|tbl|tr|tc|pPr|rPr|tblGrid|tcPr|gridSpan|vMerge|sectPr|bookmarkStart|bookmarkEnd|fldChar|"
        rb"instrText|hyperlink|numPr|numId|abstractNum|num|lvl|style|basedOn|ins|del|delText|comment|"
        rb"commentRangeStart|drawing)|a:blip|p|n|teks|sumber|Relationship|Override|Default)[ >/]"
    ),
    [
        b"w:ins", b"w:del", b"w:moveFrom", b"w:moveTo", b"w:sdt", b"w:sdtContent", b"w:smartTag", b"w:txbxContent",
        b"mc:AlternateContent", b"w:tbl", b"w:tc", b"w:p", b"w:hyperlink", b"w:fldSimple", b"w:object",
    ],
)  # fmt: skip
_XLSX = _Kind(
    re.compile(r"xl/worksheets/sheet\d+\.xml|xl/sharedStrings\.xml|xl/workbook\.xml|xl/styles\.xml"),
    re.compile(
        rb"<(row|c|v|f|is|t|si|r|mergeCells?|cols?|sheet|sheetData|dimension|definedName|dataValidation|xf|cellXfs|"
        rb"numFmt|font|fill|Relationship|Override|Default|workbookPr|sheets)[ >/]"
    ),
    [b"is", b"v", b"f", b"row", b"c", b"si", b"extLst", b"mc:AlternateContent", b"sheetData", b"sheet"],
)


def of_docx(raw: bytes, chance: random.Random) -> bytes:
    """The same Word file with bytes of the zip changed, or with some of its parts torn apart."""
    return _of_package(raw, _DOCX, chance)


def of_xlsx(raw: bytes, chance: random.Random) -> bytes:
    """The same workbook spoilt so."""
    return _of_package(raw, _XLSX, chance)


def _of_package(raw: bytes, kind: _Kind, chance: random.Random) -> bytes:
    if chance.random() < 0.06:
        return of_bytes(raw, chance)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(parts)
    weights = [8 if kind.main.fullmatch(name) else 1 for name in names]
    for name in chance.choices(names, weights, k=chance.choice([1, 1, 2, 4])):
        if name not in parts:
            continue
        match chance.randrange(24):
            case 0:
                del parts[name]
            case 1:
                parts[name] = parts[chance.choice(sorted(parts))]
            case 2:
                parts[chance.choice([name.upper(), f"/{name}", f"../{name}", f"{name}/x", "x.xml"])] = parts.pop(name)
            case 3:
                parts[name] = _as_a_whole(parts[name], chance)
            case _:
                parts[name] = _spoilt_part(parts[name], kind, chance)
    return _zipped(parts, chance)


def _zipped(parts: dict[str, bytes], chance: random.Random) -> bytes:
    """The parts as a zip, now and then with a part twice, cut short, stored in an odd way or with a wrong size."""
    buffer = io.BytesIO()
    method = chance.choice([zipfile.ZIP_DEFLATED] * 12 + [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, method, 1)
    made = buffer.getvalue()
    if chance.random() < 0.97:
        return made
    return chance.choice([made[: chance.randrange(len(made))], b"\0" * 200 + made, made + b"\0" * 70_000, made + made])


def _as_a_whole(data: bytes, chance: random.Random) -> bytes:
    """A part in another encoding, empty, as a bomb of entities, or with its root under a thousand others."""
    head, close, rest = data.partition(b"?>")
    bare = rest if close else head
    deep = chance.choice([200, 3000, 100_000])
    return chance.choice(
        [
            b"",
            b"<x/>",
            b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + _BOMB + b"]>" + bare,
            b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + bare,
            b'<?xml version="1.0" encoding="UTF-16"?>' + bare,
            b'<?xml version="1.0" encoding="x"?>' + bare,
            bare.decode("utf-8", "replace").encode("utf-16"),
            b"<x>" * deep + bare + b"</x>" * deep,
            data.replace(b"http://schemas.openxmlformats.org", b"http://purl.oclc.org/ooxml"),
            data.replace(b"UTF-8", b"cp1252", 1),
            data[: chance.randrange(len(data) + 1)],
        ]
    )


_BOMB = b"".join(b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("l")))
#: A part that was repeated to more than this is not repeated any further.
_LONG = 2_000_000
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_TEXT = re.compile(rb">[^<>]+<")
_VALUES = [
    b"", b"-1", b"0", b"99999999999999999999", b"x", b"&lt;", "٣".encode(), b"a" * 3000, b"1e308", b"NaN", b"1E+999",
    b"#REF!", b"=1+1", b"XFE1048577", b"A1:XFD1048576", b"A1048576", b"XFD1", b"TRUE", b"1.5", b" ", b"../../x.xml",
    b"file:///etc/passwd", b"http://x/", b"&#xfffe;", b"&a;", b"_x0000_", b"2027-99-99T00:00:00Z", b"9" * 5000,
    b"{{", b"{% for x in y %}", b"{{ 1 // 0 }}", b"{{ tahun | x }}", b"{%tr endfor %}", b"{{ isi }}", b"[[", b"**",
    b"\\", b"PAGEREF x", b"s", b"b", b"d", b"e", b"str", b"inlineStr", b"yyyy", b"43831", b"2958466", b"-700000",
    b"/", b"/isi/0", b"/bagian/0/isi/-1", b"/bagian/99/isi", b"/program/0", b"/program/0/kegiatan/99", b"/judul/x/~2",
    b"dokumen.json", b"bab-1.json", b"tabel/rencana-program.json", b"_rj0123456789abcdef", b"judul", b"1.", b"regulasi",
    b"1.000.000", b"-5", b"12,5%", b"0,1", b"-", "…".encode(), b"2.17.07", b"n-1", b"Program", b"Kegiatan", b"\r\n\t",
]  # fmt: skip


def _spoilt_part(data: bytes, kind: _Kind, chance: random.Random) -> bytes:
    """The part with some elements spoilt, so that it is often still XML."""
    for _ in range(chance.choice([1, 1, 1, 2, 4, 8])):
        element = _random_element(data, kind, chance) if len(data) < _LONG else None
        if element is None or chance.random() < 0.03:
            return of_bytes(data, chance)
        start, end = element
        if chance.random() < 0.1:  # Moved or copied to another place.
            at = (_random_element(data, kind, chance) or element)[0]
            data = data[:at] + data[start:end] + data[at:]
        else:
            other = _random_element(data, kind, chance) or element
            data = data[:start] + _spoilt(data[start:end], data[slice(*other)], kind, chance) + data[end:]
    return data


def _spoilt(whole: bytes, other: bytes, kind: _Kind, chance: random.Random) -> bytes:
    """An element taken away, repeated, wrapped, unwrapped or exchanged for another; its values and texts changed."""
    times = chance.choice([1, 1, 1, 1, 40])
    match chance.randrange(8):
        case 0:
            return b""
        case 1:
            return whole * (times + 1)
        case 2:
            wrap = chance.choice(kind.wraps)
            return b"<%s>" % wrap * times + whole + b"</%s>" % wrap * times
        case 3:
            return _with_attribute(whole, chance)
        case 4:
            strange = chance.choice(_VALUES)
            return _TEXT.sub(lambda _: b">" + strange + b"<", whole)
        case 5:
            return other
        case 6:
            return _swapped(whole)
        case _:
            return re.sub(rb"^<[^>]*[^/]>(.*)</[^>]*>$", rb"\1", whole, flags=re.DOTALL)


def _with_attribute(whole: bytes, chance: random.Random) -> bytes:
    """One attribute of an element, or of one below it, with another value, without any, or twice."""
    found = list(_ATTRIBUTE.finditer(whole))
    if not found:
        return whole
    one, strange = chance.choice(found[:6]), chance.choice(_VALUES)
    new = chance.choice([b'%s="%s"' % (one[1], strange)] * 6 + [b"", b"%s %s" % (one[0], one[0]), b'x:y="1"'])
    return whole[: one.start()] + new + whole[one.end() :]


def _swapped(whole: bytes) -> bytes:
    """The values of an element's first two attributes exchanged."""
    found = list(_ATTRIBUTE.finditer(whole))[:2]
    if len(found) < 2:
        return whole
    first, second = found
    between = whole[first.end() : second.start()]
    pair = b'%s="%s"%s%s="%s"' % (first[1], second[2], between, second[1], first[2])
    return whole[: first.start()] + pair + whole[second.end() :]


def _random_element(data: bytes, kind: _Kind, chance: random.Random) -> tuple[int, int] | None:
    """Where a random element starts and ends, if it is one without another of its name within."""
    # From a random place on: to list all elements of a long part takes longer than to spoil it.
    start = kind.elements.search(data, chance.randrange(len(data) + 1)) or kind.elements.search(data)
    if start is None:
        return None
    close = data.find(b">", start.start())
    if data[close - 1 : close] == b"/":
        return start.start(), close + 1
    end = data.find(b"</" + start[1] + b">", start.start())
    return (start.start(), end + len(start[1]) + 3) if end > 0 else None
