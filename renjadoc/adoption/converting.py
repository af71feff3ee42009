"""Pictures of old documents that no new one can print as they are: made PNG if they are made of points."""

from __future__ import annotations

import io
from pathlib import Path

from renjadoc.content import pictures
from renjadoc.word.reader.document import WordPicture

_MOST_PIXELS = 40_000_000


def as_printable(picture: WordPicture) -> WordPicture:
    """The picture as PNG if it is of another kind that can be read; else as it is."""
    if picture.fault or not picture.data or len(picture.data) > pictures.MAX_BYTES or pictures.is_usable(picture.data):
        return picture
    made = _repaint(picture.data)
    return picture._replace(name=f"{Path(picture.name).stem}.png", data=made) if made else picture


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
