"""Pictures of a content folder: only PNG and JPEG files that lie inside it are used."""

from __future__ import annotations

import struct
import tempfile
from pathlib import Path

from renjadoc import opening
from renjadoc.content.load import Source
from renjadoc.problem import Problem, say_refusal

#: A scanned page is 10 MB; more makes the document unusable in mail.
MAX_BYTES = 20 * 1024 * 1024
SUFFIXES = (".png", ".jpg", ".jpeg")
_SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}


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
        fault = "isinya bukan gambar PNG atau JPEG yang utuh"
    hint = "Simpan gambar sebagai PNG atau JPEG di dalam folder gambar/ milik folder isi ini."
    return None, (0, 0), [source.problem("RJ031", pointer, f"gambar “{stated}”: {fault}", hint)]


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
    if path.suffix.lower() not in _SIGNATURES:
        return "jenis berkasnya bukan PNG atau JPEG"
    try:
        with opening.open_file(path, MAX_BYTES) as file:
            head = file.read(8)
    except opening.TooLarge:
        return "ukurannya lebih dari 20 MB"
    except OSError as error:
        return f"tidak dapat dibaca ({say_refusal(error)})"
    return None if head.startswith(_SIGNATURES[path.suffix.lower()]) else "isinya bukan gambar PNG atau JPEG"


def _read_size(path: Path) -> tuple[int, int] | None:
    """Width and height; those of a PNG stand in its first bytes, those of a JPEG want a library."""
    try:
        if path.suffix.lower() == ".png":
            with path.open("rb") as file:
                head = file.read(24)
            if head[12:16] != b"IHDR" or len(head) < 24:
                return None
            width, height = struct.unpack(">II", head[16:24])
        else:
            import imagesize

            width, height = imagesize.get(path)
    except (OSError, ValueError):
        return None
    return (width, height) if 0 < width < 65536 and 0 < height < 65536 else None
