"""Pictures of old documents made PNG: points and charts are painted by us, lines (EMF, WMF) by LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from renjadoc import indonesian
from renjadoc.content import pictures
from renjadoc.word.reader.document import WordPicture
from renjadoc.word.writing import chart_picture

if TYPE_CHECKING:
    from renjadoc.word.layout.pages import LibreOffice

_MOST_PIXELS = 40_000_000
#: LibreOffice starts in seconds, on a busy computer in many; then a picture takes a moment.
_MOST_SECONDS = 90


@contextmanager
def lend_painter() -> Iterator[LibreOffice | None]:
    """The LibreOffice that draws all pictures of lines of one document; None where there is none.

    One that never ends is given up soon, and after a second one none is drawn any more.
    """
    from renjadoc.word.layout import pages

    program = pages.find_libreoffice()
    if program is None:
        yield None
        return
    with pages.LibreOffice(program, seconds=_MOST_SECONDS, most_hangs=2) as office:
        yield office


def as_printable(picture: WordPicture, office: LibreOffice | None) -> WordPicture:
    """The picture as PNG if it is of another kind that can be read, or a chart to be painted; else as it is."""
    if picture.chart is not None:
        return picture._replace(data=chart_picture.draw_chart(picture.chart.shown))
    if picture.fault or not picture.data or len(picture.data) > pictures.MAX_BYTES or pictures.is_usable(picture.data):
        return picture
    made = _repaint(picture.data) or _redraw(picture.data, office)
    return picture._replace(name=f"{Path(picture.name).stem}.png", data=made) if made else picture


def describe_chart(picture: WordPicture) -> str:
    """What a chart that became a picture says to those who do not see it: all of its names and figures."""
    assert picture.chart is not None
    shown = picture.chart.shown
    said = [alt for alt in (shown.alt, picture.chart.title) if alt]
    for name, figures in shown.series:
        pairs = zip(shown.labels, figures, strict=True)
        listed = "; ".join(f"{label} {indonesian.angka(figure)}" for label, figure in pairs if figure is not None)
        said.append(f"{name}: {listed or 'belum ada'}")
    return f"Grafik. {'. '.join(one.rstrip('.') for one in said)}."


def _repaint(data: bytes) -> bytes | None:
    """A picture of points (GIF, BMP, TIFF, WebP); of a moving one the first."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=("GIF", "BMP", "TIFF", "WEBP")) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            made = io.BytesIO()
            image.convert("RGBA" if "transparency" in image.info or image.mode in {"RGBA", "LA"} else "RGB").save(
                made, "PNG"
            )
            return made.getvalue()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None


def _redraw(data: bytes, office: LibreOffice | None) -> bytes | None:
    """A picture of lines (EMF, WMF), where LibreOffice is there to draw it."""
    from renjadoc.word.layout import line_drawings, pages

    if office is None or not line_drawings.find_suffix(data):
        return None
    try:
        made = line_drawings.draw_lines(data, office)
    except pages.LayoutFailed:
        return None
    return made if made and pictures.is_usable(made) else None
