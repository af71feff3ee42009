"""Pictures in a document: how large they are printed, and the elements that draw them."""

from __future__ import annotations

from renjadoc.word import xml
from renjadoc.word.blocks import Chart, Picture
from renjadoc.word.templates.template import Template

_EMU_PER_CM, _EMU_PER_TWIP = 360_000, 635
#: What a caption of two lines needs of a page, with the space around it, in twentieths of a point.
_CAPTION = 1200
#: What a heading of an appendix and a sentence that announces a picture need above it.
_LEAD = 2400


def fit_picture(picture: Picture, template: Template) -> tuple[int, int]:
    """Width and height in EMU: as wide as stated, but never beyond the text nor higher than a page with the caption.

    What announces the picture has room on its page too.
    """
    wide, high = max(picture.pixels[0], 1), max(picture.pixels[1], 1)
    room, reach = template.text_size(landscape=picture.landscape)
    highest = (reach - _CAPTION - (_LEAD if picture.led else 0)) * _EMU_PER_TWIP
    width = min(int(picture.width_cm * _EMU_PER_CM), room * _EMU_PER_TWIP, highest * wide // high)
    return width, width * high // wide


def in_cm(length: int) -> float:
    """A length of EMU in centimetres."""
    return length / _EMU_PER_CM


def fit_chart(chart: Chart, template: Template) -> tuple[int, int]:
    """Width and height in EMU: as stated, but never beyond the text nor higher than a page with the caption."""
    room, reach = template.text_size(landscape=chart.landscape)
    width = min(int(chart.width_cm * _EMU_PER_CM), room * _EMU_PER_TWIP)
    highest = (reach - _CAPTION - (_LEAD if chart.led else 0)) * _EMU_PER_TWIP
    return width, min(int(chart.height_cm * _EMU_PER_CM), highest)


def write_drawing(number: int, relation: str, size: tuple[int, int], picture: Picture) -> str:
    """A picture in line with text; `number` is its own in the document."""
    namespace = "http://schemas.openxmlformats.org/drawingml/2006"
    alt, (width, height) = xml.escape_text(picture.alt), size
    return (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Gambar {number}" descr="{alt}"/>'
        f'<a:graphic xmlns:a="{namespace}/main"><a:graphicData uri="{namespace}/picture">'
        f'<pic:pic xmlns:pic="{namespace}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="{relation}" '
        f'descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
