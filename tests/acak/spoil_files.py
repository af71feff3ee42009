"""Spoils Word files, templates and workbooks in what they say: parts as XML, tags, formulas, relations, the zip."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Sequence

from lxml import etree

from tests.acak import grammar, spoil_package, spoil_zip
from tests.acak.spoil import LONG
from tests.acak.spoil_xml import fit_text, of_tree

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_P = "http://schemas.openxmlformats.org/package/2006"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FIELD = (
    f'<w:p {_W}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>%s</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="%s"/></w:r><w:r><w:t>x</w:t></w:r></w:p>'
)
_WORD_PIECES = [
    *(_FIELD % pair for pair in (("DDEAUTO x", "end"), ("INCLUDEPICTURE http://x", "separate"), ("PAGE", "begin"))),
    f'<w:fldSimple {_W} w:instr="DDE x"/>',
    f'<w:altChunk {_W} {_R} r:id="rId1"/>',
    f'<w:subDoc {_W} {_R} r:id="rId1"/>',
    f'<w:sdt {_W}><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    f'<w:hyperlink {_W} {_R} r:id="rId2"><w:r><w:t>x</w:t></w:r></w:hyperlink>',
    f'<w:p {_W}><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://x"/></w:pict></w:r></w:p>',
    f'<w:object {_W}><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link"/></w:object>',
    f'<w:tbl {_W}><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    f"<w:tbl {_W}><w:tblGrid><w:gridCol/></w:tblGrid></w:tbl>",
    f"<w:sectPr {_W}/>",
    f'<w:commentReference {_W} w:id="0"/>',
    f'<w:footnoteReference {_W} w:id="1"/>',
    f'<w:ins {_W} w:author="x"><w:r><w:t>sisip</w:t></w:r></w:ins>',
    f'<w:del {_W} w:id="1"><w:r><w:delText>hapus</w:delText></w:r></w:del>',
    f'<w:moveFrom {_W} w:id="2"/>',
    f'<w:pPr {_W}><w:numPr><w:ilvl w:val="-3"/><w:numId w:val="x"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>',
    f'<w:bookmarkStart {_W} w:id="1" w:name="_rj0000000000000000"/>',
    f'<w:r {_W}><w:sym w:font="x" w:char="zz"/><w:br/><w:tab/></w:r>',
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>',
    f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice Requires="x"/></mc:AlternateContent>',
    f'<Relationship xmlns="{_P}/relationships" Id="rId1" Type="x/image" Target="http://x" TargetMode="External"/>',
    f'<Override xmlns="{_P}/content-types" PartName="/word/x.bin" ContentType="x"/>',
]
_SHEET_PIECES = [
    f'<c {_S} r="A1" t="s"><v>99999999</v></c>',
    f'<c {_S} r="XFD1048576"><v>1</v></c>',
    f'<c {_S} r="A2" t="e"><v>#REF!</v></c>',
    f'<c {_S} r="B3"><f>DDE("cmd","/c calc","x")</f><v>1e999999</v></c>',
    f'<c {_S} r="C3" t="d"><v>9999-99-99</v></c>',
    f'<c {_S} r="D3"><f t="shared" si="9" ref="A1:XFD9">A1</f></c>',
    f'<c {_S} r="D4"><f t="array" ref="A1:XFD1048576">A1</f></c>',
    f'<row {_S} r="1048577"><c r="?"/></row>',
    f'<row {_S} r="0" spans="x"/>',
    f'<mergeCell {_S} ref="A1:XFD1048576"/>',
    f'<mergeCell {_S} ref="A2:A1"/>',
    f'<definedName {_S} name="x">[1]x!A1</definedName>',
    f'<externalReference {_S} {_R} r:id="rId1"/>',
    f'<sheet {_S} {_R} name="[]:*?/" sheetId="x" r:id="rId1"/>',
    f'<sheet {_S} {_R} name="b" sheetId="2" state="veryHidden" r:id="rId99"/>',
    f"<si {_S}><t>_xD800_ _x0000_</t></si>",
    f"<si {_S}><r><t>a</t></r><rPh><t>b</t></rPh></si>",
    f'<cols {_S}><col min="1" max="99999999"/></cols>',
    f'<numFmt {_S} numFmtId="14" formatCode="[h]:mm;;;@"/>',
    f'<xf {_S} numFmtId="14"/>',
    f"<oleObjects {_S}/>",
    f'<legacyDrawing {_S} {_R} r:id="x"/>',
    f'<dataValidation {_S} type="list" sqref="A1:XFD1048576"><formula1>{"x" * 9000}</formula1></dataValidation>',
    f'<hyperlink {_S} {_R} ref="A1" r:id="rId9"/>',
    f'<workbookPr {_S} date1904="1"/>',
    f'<dimension {_S} ref="A1:XFD1048576"/>',
]
_TEXTS = [value.decode("utf-8", "replace") for value in spoil_package._VALUES] + LONG[:8]
_SHOWN = re.compile(r"word/(?:document|(?:header|footer|footnotes|endnotes)\d*)\.xml|.*\.rels")


def of_docx(raw: bytes, chance: random.Random) -> bytes:
    """A returned or old document."""
    return (
        _of_package(raw, chance, _WORD_PIECES, _TEXTS) if chance.random() < 0.7 else spoil_package.of_docx(raw, chance)
    )


def of_template(raw: bytes, chance: random.Random) -> bytes:
    """A template: mostly its tags, otherwise as any document."""
    if chance.random() < 0.45:
        return of_docx(raw, chance)
    parts = _unpack(raw)
    for _ in range(chance.choice([1, 1, 2, 4])):
        name = chance.choice(["word/document.xml"] * 5 + [one for one in parts if one.startswith("word/foot")])
        parts[name] = _put_tag(parts[name], grammar.draw_tag(chance), chance)
    return spoil_package._zipped(parts, chance)


def of_xlsx(raw: bytes, chance: random.Random) -> bytes:
    """A workbook."""
    return (
        _of_package(raw, chance, _SHEET_PIECES, _TEXTS) if chance.random() < 0.7 else spoil_package.of_xlsx(raw, chance)
    )


def _of_package(raw: bytes, chance: random.Random, pieces: Sequence[str], values: Sequence[str]) -> bytes:
    parts = _unpack(raw)
    names = sorted(parts)
    weights = [6 if re.match(r"word/document|xl/worksheets|xl/shared", name) else 1 for name in names]
    for name in chance.choices(names, weights, k=chance.choice([1, 1, 2])):
        spoilt = of_tree(parts[name], chance, values, pieces)
        if spoilt is not None:
            parts[name] = spoilt
    if chance.random() < 0.06:  # Parts that say they are each other.
        one, other = chance.sample(names, 2)
        parts[one], parts[other] = parts[other], parts[one]
    return spoil_zip.pack(parts, chance) if chance.random() < 0.1 else spoil_package._zipped(parts, chance)


def _put_tag(data: bytes, tag: str, chance: random.Random) -> bytes:
    """A tag in place of a text, behind one, cut over two runs, in an attribute, or in a field's code."""
    root = etree.fromstring(data)
    texts = list(root.iter("{*}t"))
    clean = fit_text(tag)
    if not texts:
        return data
    one = chance.choice(texts)
    match chance.randrange(8):
        case 0 | 1 | 2:
            one.text = clean
        case 3 | 4:
            one.text = (one.text or "") + clean
        case 5:
            at = chance.randrange(len(clean) + 1)
            one.text, run = clean[:at], one.getparent()
            rest = etree.fromstring(etree.tostring(run))
            rest.find("{*}t").text = clean[at:]
            run.addnext(rest)
        case 6:
            elements = [element for element in root.iter("*") if element.attrib]
            element = chance.choice(elements)
            element.set(chance.choice(list(element.attrib)), clean)
        case _:
            code = etree.fromstring(_FIELD % ("PAGE", "separate"))
            next(code.iter("{*}instrText")).text = clean
            paragraph = one.getparent().getparent()
            paragraph.addnext(code)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _unpack(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
