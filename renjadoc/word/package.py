"""Zip packages of Word and Excel: opened with care, written the same way every time, known again when untouched."""

from __future__ import annotations

import io
import lzma
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Self

from renjadoc.word import relations

#: Far above any honest template or Renja, far below what harms a machine.
MAX_UNPACKED = 300 * 1024 * 1024
MAX_PARTS = 5000
#: How old Office files begin, and new ones that are locked with a password.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EPOCH = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
#: The part that holds the base text and the fingerprint; it is not part of what the fingerprint covers.
BASE_PART = "customXml/item1.xml"
#: Headers and footers.
SIDE_PART = re.compile(r"word/(?:header|footer)\d*\.xml")
_MEDIA = "word/media/"
_FINGERPRINT = re.compile(rb'sidik="([0-9a-f]{64})"')

#: A part of so many chunks is a long one: it is compressed by other means, and on another core.
_FEW_CHUNKS = 3

#: Seconds after which another thread gets its turn while a long part is written.
_SHORT_WAIT = 0.0005

Parts = dict[str, bytes]
#: What the library says of a broken archive, an encrypted one, or one packed in a way it does not know.
_BROKEN = (EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


class PackageError(Exception):
    """A file that is no usable Word document; the message is Indonesian."""


def read(path: Path) -> Parts:
    """All parts by name. Raises PackageError for what is no docx, encrypted, or a bomb."""
    return unpack_word(read_raw(path))


def read_raw(path: Path) -> bytes:
    """The file as it is. Raises PackageError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackageError(f"berkas tidak dapat dibaca ({error.strerror})") from error


def unpack_word(raw: bytes) -> Parts:
    """See `read`."""
    if raw[:8] == OLE:
        raise PackageError("berkas ini .doc lama atau terkunci dengan kata sandi; simpan sebagai .docx tanpa sandi")
    parts = relations.rename_parts(unpack(raw, "dokumen Word (.docx)"))
    if DOCUMENT not in parts:
        raise PackageError("berkas ini bukan dokumen Word (.docx)")
    return parts


def unpack(raw: bytes, what: str, limit: int | None = None) -> Parts:
    """All parts of a package that is to be `what`, at most `limit` bytes (MAX_UNPACKED) in all. Raises PackageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _read_parts(archive, what, limit or MAX_UNPACKED)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, *_BROKEN) as error:
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


class Packer:
    """Writes a package part by part, with fixed times, so that what is made twice has the same bytes.

    Content types come first, then the document, then the rest by name; the part with the fingerprint comes last,
    because it speaks of all others.
    """

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self._archive = zipfile.ZipFile(self._buffer, "w", zipfile.ZIP_DEFLATED)

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """One part, which need never be in memory as a whole."""
        info = zipfile.ZipInfo(name, _EPOCH)
        # Pictures are compressed as they are.
        info.compress_type = zipfile.ZIP_STORED if name.startswith(_MEDIA) else zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        waiting = iter(chunks)
        few = list(islice(waiting, _FEW_CHUNKS))
        with self._archive.open(info, "w") as part:
            if len(few) == _FEW_CHUNKS:
                _compress_quickly(part)
            for chunk in few:
                part.write(chunk)
            _while_next_is_made(waiting, part.write)

    def fingerprint(self) -> str:
        """See `fingerprint`, over the parts so far."""
        return _fingerprint(_members(self._archive))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._archive.close()

    def file(self) -> bytes:
        """The finished package, when it was closed."""
        return self._buffer.getvalue()


def _compress_quickly(part: Any) -> None:
    """Let a long part be compressed by zlib-ng: the same format, as small, in four tenths of the time.

    zipfile has no public way to say so; where it has another inside, or zlib-ng is missing, it compresses as ever.
    """
    with suppress(ImportError):
        from zlib_ng import zlib_ng  # Late: loading it takes longer than compressing a short document.

        if hasattr(part, "_compressor"):
            part._compressor = zlib_ng.compressobj(6, zlib_ng.DEFLATED, -zlib_ng.MAX_WBITS)


def _while_next_is_made(waiting: Iterator[bytes], take: Callable[[bytes], object]) -> None:
    """Give every chunk to `take`, on a second core while the next one is being made."""
    following = next(waiting, None)
    if following is None:
        return
    from concurrent.futures import ThreadPoolExecutor  # Late: short documents do without.

    patience = sys.getswitchinterval()
    # Who compresses lets go of Python and wants it back many times a chunk, and must not wait five milliseconds each.
    sys.setswitchinterval(_SHORT_WAIT)
    try:
        with ThreadPoolExecutor(1) as pool:
            while following is not None:
                taken = pool.submit(take, following)
                following = next(waiting, None)
                taken.result()
    finally:
        sys.setswitchinterval(patience)


def to_bytes(parts: Parts) -> bytes:
    """The package, as `Packer` writes it."""
    with Packer() as packer:
        for name in sorted(parts, key=_order):
            packer.add(name, [parts[name]])
    return packer.file()


def _order(name: str) -> tuple[bool, bool, bool, str]:
    return name != CONTENT_TYPES, name != DOCUMENT, name == BASE_PART, name


def fingerprint(parts: Parts) -> str:
    """A hash over every part but the one that carries it: their names, sizes and check sums, as a zip states them."""
    return _fingerprint((name, len(data), zlib.crc32(data)) for name, data in parts.items())


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, int, int]]:
    return ((member.filename, member.file_size, member.CRC) for member in archive.infolist())


def _fingerprint(members: Iterable[tuple[str, int, int]]) -> str:
    said = "".join(f"{name} {size} {crc}\n" for name, size, crc in sorted(members) if name != BASE_PART)
    return sha256(said.encode()).hexdigest()


def is_untouched(path: Path) -> bool:
    """Whether `path` is a document of ours that nobody has edited since it was written.

    The check sums that its zip states are compared, so that a long document need not be unpacked.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open(BASE_PART) as part:
            found = _FINGERPRINT.search(part.read(MAX_UNPACKED))
            return found is not None and found[1].decode() == _fingerprint(_members(archive))
    except (KeyError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, *_BROKEN):
        return False
