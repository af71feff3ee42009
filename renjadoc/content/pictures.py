"""Pictures of a content folder: only files of known kinds that lie inside it are used; how sharp they are in print."""

from __future__ import annotations

import struct
import tempfile
from pathlib import Path

from renjadoc import opening
from renjadoc.content.load import Source
from renjadoc.problem import Problem, Severity, say_refusal

#: A scanned page is 10 MB; more makes the document unusable in mail.
MAX_BYTES = 20 * 1024 * 1024
SUFFIXES = (".png", ".jpg", ".jpeg")
_SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}
#: Kinds that are made PNG for print, and pictures of lines, which Word prints as they are.
_POINTS = {".gif": b"GIF8", ".bmp": b"BM", ".tif": b"", ".tiff": b""}
_LINES = {".emf": b"\x01\x00\x00\x00", ".wmf": b"\xd7\xcd\xc6\x9a"}
_ALL = _SIGNATURES | _POINTS | _LINES
_KINDS = "PNG, JPEG, GIF, BMP, TIFF, EMF, atau WMF"
_MOST_PIXELS = 40_000_000
#: How wide a picture is printed if the content does not say it: upright, and on a page on its side.
USUAL_CM, TURNED_CM = 12.0, 27.0
LOGO_CM, SIGNATURE_CM = 3.5, 4.0
#: The widest that the text of a page is, and the highest of a picture with its caption.
_WIDEST_CM, _HIGHEST_CM = 17.0, 24.0
#: Of so few points are patches and rules, in which no steps are seen.
_PATCH = 8
#: Fewer points an inch than these are seen in print as steps.
_FEWEST_POINTS = 120
_CM_PER_INCH = 2.54


def find_picture(
    root: Path, source: Source, pointer: str, stated: str
) -> tuple[Path | None, tuple[int, int], list[Problem]]:
    """The file behind a stated path such as `gambar/logo.png`, its width and height in pixels, and what is wrong."""
    folder = root.resolve()
    stated = stated.replace("\\", "/")  # As Windows writes folders.
    try:
        path, fault = Path(root, stated).resolve(), None
    except (OSError, RuntimeError):  # A link that leads to itself.
        path, fault = folder, "tidak dapat dibaca (tautan yang berputar)"
    fault = fault or _find_fault(path, folder, stated)
    if fault is None:
        size = _read_size(path)
        if size is not None:
            return path, size, []
        fault = f"isinya bukan gambar {_KINDS} yang utuh"
    hint = "Simpan gambar sebagai PNG atau JPEG di dalam folder gambar/ milik folder isi ini."
    return None, (0, 0), [source.problem("RJ031", pointer, f"gambar “{stated}”: {fault}", hint)]


def find_blur(
    source: Source, pointer: str, path: Path, pixels: tuple[int, int], stated: str, width_cm: float, *, turned: bool
) -> Problem | None:
    """A warning for a picture of too few points for the width that it is printed at; pictures of lines have none."""
    if path.suffix.lower() in _LINES or min(pixels) < _PATCH:
        return None
    room, reach = (TURNED_CM, _WIDEST_CM - 2) if turned else (_WIDEST_CM, _HIGHEST_CM)
    width = min(width_cm, room, reach * pixels[0] / pixels[1])
    sharp = pixels[0] / (width / _CM_PER_INCH)
    if sharp >= _FEWEST_POINTS:
        return None
    needed, fitting = int(width / _CM_PER_INCH * 200), int(pixels[0] / _FEWEST_POINTS * _CM_PER_INCH * 10) / 10
    message = f"gambar “{stated}” hanya {sharp:.0f} titik per inci pada lebar cetak {width:g} cm"
    hint = f"Pakai berkas yang lebarnya paling sedikit {needed} piksel (sekarang {pixels[0]})"
    hint += f", atau perkecil menjadi {fitting:g} cm." if fitting >= 1 else "."
    return source.problem("RJ039", pointer, message, hint)._replace(severity=Severity.WARNING)


def is_usable(data: bytes) -> bool:
    """Whether `data` is a PNG or JPEG that can be placed."""
    suffix = next((suffix for suffix, signature in _SIGNATURES.items() if data.startswith(signature)), None)
    if suffix is None or len(data) > MAX_BYTES:
        return False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"gambar{suffix}")
        path.write_bytes(data)
        return _read_size(path) is not None


def _find_fault(path: Path, folder: Path, stated: str) -> str | None:
    if Path(stated).is_absolute() or not path.is_relative_to(folder):
        return "letaknya di luar folder isi"
    if path.suffix.lower() not in _ALL:
        return f"jenis berkasnya bukan {_KINDS}"
    try:
        with opening.open_file(path, MAX_BYTES) as file:
            head = file.read(8)
    except opening.TooLarge:
        return "ukurannya lebih dari 20 MB"
    except OSError as error:
        return f"tidak dapat dibaca ({say_refusal(error)})"
    kind = "PNG atau JPEG" if path.suffix.lower() in _SIGNATURES else path.suffix[1:].upper()
    return None if head.startswith(_ALL[path.suffix.lower()]) else f"isinya bukan gambar {kind}"


def _read_size(path: Path) -> tuple[int, int] | None:
    """Width and height as it is to be seen, a photo upright; those of most stand in the first bytes."""
    suffix = path.suffix.lower()
    try:
        if suffix in {".png", *_LINES}:
            with path.open("rb") as file:
                width, height = _read_head(suffix, file.read(44))
        else:
            import imagesize

            width, height = imagesize.get(path)
            if suffix in _POINTS and not _is_whole(path):
                return None
    except (OSError, ValueError, struct.error):
        return None
    return (width, height) if 0 < width < 65536 and 0 < height < 65536 else None


def _is_whole(path: Path) -> bool:
    """Whether a picture that is painted anew for print can be read to its end."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path, formats=("GIF", "BMP", "TIFF")) as image:
            if image.width * image.height > _MOST_PIXELS:
                return False
            image.load()
            return True
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


def _read_head(suffix: str, head: bytes) -> tuple[int, int]:
    """Width and height that the beginning of a file says; of lines in their own measure. Raises struct.error."""
    width = height = 0
    if suffix == ".png" and head[12:16] == b"IHDR":
        width, height = struct.unpack(">II", head[16:24])
    elif suffix == ".emf" and head[40:44] == b" EMF":
        left, top, right, bottom = struct.unpack("<iiii", head[24:40])
        width, height = right - left, bottom - top
    elif suffix == ".wmf":
        left, top, right, bottom = struct.unpack("<hhhh", head[6:14])
        width, height = right - left, bottom - top
    return width, height
