"""Pictures as a document holds them: photos upright, pictures of points as PNG or JPEG, those of lines as they are."""

from __future__ import annotations

import io
from pathlib import Path

from renjadoc import opening

#: Of a larger one turning alone would take half a gigabyte.
_MOST_PIXELS = 40_000_000
_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "emf": "image/x-emf", "wmf": "image/x-wmf"}
#: Where a photo says how the camera was held: in the metadata (EXIF) at its beginning.
_EXIF, _HEAD = b"Exif\0\0", 70_000
_ORIENTATION, _QUALITY = 0x0112, 95


def read_media(path: Path) -> tuple[str, str, bytes]:
    """Suffix, content type and bytes of a picture for a document.

    Word and LibreOffice pass over what a photo says of how the camera was held: it is turned here.
    """
    suffix, data = path.suffix.lower().lstrip("."), opening.read_file(path)
    if suffix in {"jpg", "jpeg"}:
        return "jpeg", _TYPES["jpeg"], _set_upright(data) if _EXIF in data[:_HEAD] else data
    if suffix not in _TYPES:
        suffix, data = "png", _paint(data)
    return suffix, _TYPES[suffix], data


def _set_upright(data: bytes) -> bytes:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            if image.getexif().get(_ORIENTATION, 1) == 1 or image.width * image.height > _MOST_PIXELS:
                return data
            made = io.BytesIO()
            profile = image.info.get("icc_profile")
            ImageOps.exif_transpose(image).save(made, "JPEG", quality=_QUALITY, icc_profile=profile)
            return made.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return data  # Whatever is wrong with it, a program that shows it may know better.


def _paint(data: bytes) -> bytes:
    """A picture of points (GIF, BMP, TIFF) as PNG; of a moving one the first."""
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("GIF", "BMP", "TIFF")) as image:
        has_gaps = "transparency" in image.info or image.mode in {"RGBA", "LA"}
        made = io.BytesIO()
        image.convert("RGBA" if has_gaps else "RGB").save(made, "PNG")
        return made.getvalue()
