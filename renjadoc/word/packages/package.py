"""Zip packages of Word and Excel: opened with care, written the same way every time, known again when untouched."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Self
from xml.parsers import expat

from renjadoc import opening
from renjadoc.problem import Location, Problem, ProblemsFound, say_refusal
from renjadoc.word.packages import relations

#: Far above any honest template or Renja, far below what harms a machine.
MAX_UNPACKED = 200 * 1024 * 1024
#: Starts and ends of elements, and attributes, in all parts of a Word document: trees take a hundred bytes of each.
MAX_MARKS = 4_000_000
MAX_PARTS = 5000
#: Of the file itself; pictures in it are compressed already.
MAX_FILE = 128 * 1024 * 1024
#: How old Office files begin, and new ones that are locked with a password.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EPOCH = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
#: The part that holds the base text and the fingerprint; it is not part of what the fingerprint covers.
BASE_PART = "customXml/item1.xml"
#: Headers and footers.
SIDE_PART = re.compile(r"word/(?:header|footer)\d*\.xml")
#: The parts of a template whose tags are filled.
FILLED_PART = re.compile(r"word/(?:document|(?:header|footer|footnotes|endnotes)\d*)\.xml")
_TEMPLATE_AS_DOCUMENT = (b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")
_MEDIA = "word/media/"
_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii", b"iso-8859-1"}
_EBCDIC = b"\x4c\x6f\xa7\x94"
_FINGERPRINT = re.compile(rb'sidik="([0-9a-f]{64})"')

Parts = dict[str, bytes]
#: What the library says of a broken archive, an encrypted one, or one packed in a way it does not know.
_BROKEN = (EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, *_BROKEN)


class PackageError(Exception):
    """A file that is no usable Word document; the message is Indonesian."""


def unpack_file(path: Path) -> Parts:
    """All parts by name. Raises PackageError for what is no docx, encrypted, or a bomb."""
    return unpack_word(read_file(path))


def read_file(path: Path) -> bytes:
    """The file as it is. Raises PackageError."""
    try:
        return opening.read_file(path, MAX_FILE)
    except OSError as error:
        raise PackageError(f"berkas tidak dapat dibaca ({say_refusal(error)})") from error


def unpack_word(raw: bytes) -> Parts:
    """See `unpack_file`."""
    if raw[:8] == OLE:
        raise PackageError("berkas ini .doc lama atau terkunci dengan kata sandi; simpan sebagai .docx tanpa sandi")
    parts = relations.rename_parts(unpack_parts(raw, "dokumen Word (.docx)"))
    if DOCUMENT not in parts:
        raise PackageError("berkas ini bukan dokumen Word (.docx)")
    # A template of Word (.dotx) differs from a document in this word alone.
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(*_TEMPLATE_AS_DOCUMENT)
    refuse_many_marks(parts, MAX_MARKS)
    return parts


class TooMuchError(PackageError):
    """A file of more than any Renja holds."""


def refuse_many_marks(parts: Parts, most: int) -> None:
    """Raise PackageError for a document of more elements than `most`, whatever they say."""
    read = [data for name, data in parts.items() if _is_xml(name)]
    marks = sum(data.count(b"<") + data.count(b'="') + data.count(b"='") for data in read)
    if marks > most:
        raise TooMuchError(f"isi berkas terlalu banyak: {marks / 10**6:.1f} juta unsur, jauh di atas sebuah Renja")


def unpack_parts(raw: bytes, what: str, limit: int | None = None) -> Parts:
    """All parts of a package that is to be `what`, at most `limit` bytes (MAX_UNPACKED) in all. Raises PackageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _read_parts(archive, what, limit or MAX_UNPACKED)
    except BROKEN_ZIP as error:
        raise PackageError(f"berkas ini bukan {what} yang utuh") from error


def _read_parts(archive: zipfile.ZipFile, what: str, limit: int) -> Parts:
    parts = read_members(archive, what, limit)
    if CONTENT_TYPES not in parts:
        raise PackageError(f"berkas ini bukan {what}")
    _refuse_doctypes(parts)
    return parts


def read_members(archive: zipfile.ZipFile, what: str, limit: int = MAX_UNPACKED) -> Parts:
    """All files of a zip by name, whatever zip it is, at most `limit` bytes in all. Raises PackageError."""
    members = [member for member in archive.infolist() if not member.filename.endswith("/")]
    if not all(member.filename for member in members):
        raise PackageError("sebuah bagian dalam berkas tidak bernama")
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
    return parts


def _refuse_doctypes(parts: Parts) -> None:
    """Also in parts of other suffixes, and in encodings in which it would look otherwise."""
    for name, data in parts.items():
        # Without its zero bytes UTF-16 reads like ASCII here.
        start = data[:400].translate(None, b"\0").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")
        if not (_is_xml(name) or start.startswith(b"<")):
            continue
        encoding = _ENCODING.search(start)
        if start[:4] == _EBCDIC or (encoding and encoding[1].lower() not in _ENCODINGS):
            shown = encoding[1].decode("ascii", "replace") if encoding else "EBCDIC"
            raise PackageError(f"bagian {name} ditulis dalam pengodean {shown}, yang tidak dipakai Word")
        if b"<!DOCTYPE" in (data.translate(None, b"\0") if b"\0" in data[:400] else data):
            raise PackageError(f"bagian {name} memuat DOCTYPE, yang tidak boleh ada di sana")


class Packer:
    """Writes a package part by part, with fixed times, so that what is made twice has the same bytes.

    Content types come first, then the document, then the rest by name; the part with the fingerprint comes last,
    because it speaks of all others. Where they are to be proven, parts of XML are read as they are packed.
    """

    def __init__(self, *, prove: bool = True) -> None:
        self._prove = prove
        self._buffer = io.BytesIO()
        self._archive = zipfile.ZipFile(self._buffer, "w", zipfile.ZIP_DEFLATED)

    def add_part(self, name: str, chunks: Iterable[bytes]) -> None:
        """One part, which need never be in memory as a whole. Raises ProblemsFound for what Word could not open."""
        info = zipfile.ZipInfo(name, _EPOCH)
        # Pictures are compressed as they are.
        info.compress_type = zipfile.ZIP_STORED if name.startswith(_MEDIA) else zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        with self._archive.open(info, "w") as part:
            for chunk in _prove_chunks(name, chunks) if self._prove and _is_xml(name) else chunks:
                part.write(chunk)

    def hash_parts(self) -> str:
        """A hash over the parts so far but for the one that carries it: their names, sizes and check sums."""
        return _hash_members(self._archive)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._archive.close()

    def to_bytes(self) -> bytes:
        """The finished package, when it was closed."""
        return self._buffer.getvalue()


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _prove_chunks(name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks of a part of XML, each read before it is packed."""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            yield chunk
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        hint = "Tidak ada yang ditulis. Kembali ke templat yang masih baik, lalu ubah sedikit demi sedikit."
        message = f"bagian {name} tidak akan dapat dibuka Word ({expat.ErrorString(error.code)})"
        raise ProblemsFound([Problem("RJ041", Location("dokumen"), message, hint)]) from error


def to_bytes(parts: Parts, *, prove: bool = False) -> bytes:
    """The package, as `Packer` writes it; as it is, if nobody asks to `prove` it."""
    with Packer(prove=prove) as packer:
        for name in sorted(parts, key=_sort_key):
            packer.add_part(name, [parts[name]])
    return packer.to_bytes()


def _sort_key(name: str) -> tuple[bool, bool, bool, str]:
    return name != CONTENT_TYPES, name != DOCUMENT, name == BASE_PART, name


def _hash_members(archive: zipfile.ZipFile) -> str:
    members = sorted((member.filename, member.file_size, member.CRC) for member in archive.infolist())
    said = "".join(f"{name} {size} {crc}\n" for name, size, crc in members if name != BASE_PART)
    return sha256(said.encode()).hexdigest()


def is_untouched(path: Path) -> bool:
    """Whether `path` is a document of ours that nobody has edited since it was written.

    The check sums that its zip states are compared, so that a long document need not be unpacked.
    """
    try:
        with (
            opening.open_file(path, MAX_FILE) as file,
            zipfile.ZipFile(file) as archive,
            archive.open(BASE_PART) as part,
        ):
            found = _FINGERPRINT.search(part.read(MAX_UNPACKED))
            return found is not None and found[1].decode() == _hash_members(archive)
    except (KeyError, *BROKEN_ZIP):
        return False
