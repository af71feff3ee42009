"""Pictures of lines (EMF, WMF), which no document of ours prints, drawn as PNG: LibreOffice lays one out on a page."""

from __future__ import annotations

import io
import struct

from renjadoc.word.layout import pages
from renjadoc.word.packages import package

#: How these begin, and where that stands: EMF, WMF with and without the head of a placeable one.
_SIGNS = ((".emf", b" EMF", 40), (".wmf", b"\xd7\xcd\xc6\x9a", 0), (".wmf", b"\x01\x00\x09\x00", 0))
#: Where the frame stands, and as what numbers.
_FRAMES = {".emf": ("<4i", 24), ".wmf": ("<4h", 6)}
_WIDTH_CM, _TALLEST_CM = 16.0, 50.0
_DOTS_PER_INCH = 200
_TWIPS, _EMU = 567, 360_000
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="emf" ContentType="image/x-emf"/><Default Extension="wmf" ContentType="image/x-wmf"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def find_suffix(data: bytes) -> str:
    """`.emf` or `.wmf`, by what stands in the file; nothing for what is neither."""
    return next((suffix for suffix, sign, at in _SIGNS if data[at : at + len(sign)] == sign), "")


def draw_lines(data: bytes, office: pages.LibreOffice) -> bytes | None:
    """The picture as PNG; None where nothing was drawn. Raises LayoutFailed."""
    import pypdfium2

    suffix = find_suffix(data)
    [layout] = office.lay_out([_lay_on_page(data, suffix, *_measure(data, suffix))])
    with pypdfium2.PdfDocument(layout.pdf) as document:
        image = document[0].render(scale=_DOTS_PER_INCH / 72).to_pil().convert("RGB")
    if image.getextrema() == ((255, 255),) * 3:
        return None
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


def _measure(data: bytes, suffix: str) -> tuple[float, float]:
    """Width and height in centimetres: as wide as a page's text, as high as the picture's own frame makes that."""
    form, at = _FRAMES[suffix]
    try:
        left, top, right, bottom = struct.unpack_from(form, data, at)
    except struct.error:
        return _WIDTH_CM, _WIDTH_CM * 0.75
    width, height = abs(right - left), abs(bottom - top)
    ratio = height / width if width and height else 0.75
    return _WIDTH_CM, min(max(_WIDTH_CM * ratio, 0.5), _TALLEST_CM)


def _lay_on_page(data: bytes, suffix: str, width: float, height: float) -> bytes:
    """A document of one page that is the picture."""
    size = f'cx="{int(width * _EMU)}" cy="{int(height * _EMU)}"'
    page = f'<w:pgSz w:w="{int(width * _TWIPS)}" w:h="{int((height + 0.2) * _TWIPS)}"/>'
    picture = (
        f'<wp:inline><wp:extent {size}/><wp:docPr id="1" name="a"/><a:graphic><a:graphicData uri="{_PICTURE}">'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
    )
    body = (
        f'<w:document {_NAMES}><w:body><w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
        f"<w:r><w:drawing>{picture}</w:drawing></w:r></w:p><w:sectPr>{page}"
        '<w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
        "</w:body></w:document>"
    )
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    main = f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    image = f'<Relationship Id="rId1" Type="{_RELATIONS}/image" Target="media/a{suffix}"/>'
    parts = {
        package.CONTENT_TYPES: _TYPES.encode(),
        "_rels/.rels": relations.format(main).encode(),
        package.DOCUMENT: body.encode(),
        "word/_rels/document.xml.rels": relations.format(image).encode(),
        f"word/media/a{suffix}": data,
    }
    return package.to_bytes(parts)


_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_RELATIONS}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:pic="{_PICTURE}"'
)
