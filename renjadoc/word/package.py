"""Zip packages of Word and Excel: opened with care, written the same way every time, known again when untouched."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path
from zlib import crc32

#: Far above any honest template or Renja, far below what harms a machine.
MAX_UNPACKED = 300 * 1024 * 1024
MAX_PARTS = 5000
#: How old Office files begin, and new ones that are locked with a password.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EPOCH = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"
#: The part that holds the base text and the fingerprint; it is not part of what the fingerprint covers.
BASE_PART = "customXml/item1.xml"
_FINGERPRINT = re.compile(rb'sidik="([0-9a-f]{64})"')

Parts = dict[str, bytes]


class PackageError(Exception):
    """A file that is no usable Word document; the message is Indonesian."""


def read(path: Path) -> Parts:
    """All parts by name. Raises PackageError for what is no docx, encrypted, or a bomb."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PackageError(f"berkas tidak dapat dibaca ({error.strerror})") from error
    if raw[:8] == OLE:
        raise PackageError("berkas ini .doc lama atau terkunci dengan kata sandi; simpan sebagai .docx tanpa sandi")
    parts = unpack(raw, "dokumen Word (.docx)")
    if "word/document.xml" not in parts:
        raise PackageError("berkas ini bukan dokumen Word (.docx)")
    return parts


def unpack(raw: bytes, what: str, limit: int | None = None) -> Parts:
    """All parts of a package that is to be `what`, at most `limit` bytes (MAX_UNPACKED) in all. Raises PackageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _read_parts(archive, what, limit or MAX_UNPACKED)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, zlib.error) as error:
        raise PackageError(f"berkas ini bukan {what} yang utuh") from error


def _read_parts(archive: zipfile.ZipFile, what: str, limit: int) -> Parts:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MAX_PARTS or sum(member.file_size for member in members) > limit:
        raise PackageError(f"isi berkas terlalu besar untuk sebuah {what}")
    parts = {}
    for member in members:
        with archive.open(member) as stream:
            # Never trust the stated size: read one byte more than it and no further.
            data = stream.read(member.file_size + 1)
        if len(data) > member.file_size:
            raise PackageError("ukuran bagian dalam berkas tidak sesuai dengan yang tertulis")
        parts[member.filename] = data
    if CONTENT_TYPES not in parts:
        raise PackageError(f"berkas ini bukan {what}")
    _refuse_doctypes(parts)
    return parts


def _refuse_doctypes(parts: Parts) -> None:
    for name, data in parts.items():
        # Without its zero bytes UTF-16 reads like ASCII here.
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in (data.replace(b"\0", b"") if b"\0" in data else data):
            raise PackageError(f"bagian {name} memuat DOCTYPE, yang tidak boleh ada di sana")


def to_bytes(parts: Parts) -> bytes:
    """The package: content types first, then by name, with fixed times, so that equal parts give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def fingerprint(parts: Parts) -> str:
    """A hash over every part but the one that carries it."""
    digest = sha256()
    for name in sorted(parts):
        if name != BASE_PART:
            digest.update(name.encode() + b"\0" + sha256(parts[name]).digest())
    return digest.hexdigest()


def text_mark(text: str) -> str:
    """A short mark of a text, blanks apart: how something printed is known again."""
    return sha256("".join(text.split()).encode()).hexdigest()[:12]


def row_mark(text: str) -> str:
    """A short mark of a table's row; tables are long, so it is a cheap one."""
    return f"{crc32(''.join(text.split()).encode()):08x}"


def is_untouched(path: Path) -> bool:
    """Whether `path` is a document of ours that nobody has edited since it was written."""
    try:
        parts = read(path)
    except PackageError:
        return False
    stated = _FINGERPRINT.search(parts.get(BASE_PART, b""))
    return stated is not None and stated[1].decode() == fingerprint(parts)
