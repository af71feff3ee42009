"""Page numbers: LibreOffice lays the document out as PDF, and every bookmark's page is read from there."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

#: LibreOffice starts in seconds; a document of hundreds of pages takes a minute. Beyond this it hangs.
TIMEOUT_SECONDS = 300
_OPTIONS = {"ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"}}
_WINDOWS_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_MAC_PLACE = "/Applications/LibreOffice.app/Contents/MacOS/soffice"


class LayoutFailed(Exception):
    """LibreOffice is there but made no PDF; the message is Indonesian."""


@dataclass(frozen=True)
class Layout:
    """A laid-out document: the PDF, its number of pages, and the 0-based page of every bookmark."""

    pdf: bytes
    page_count: int
    bookmarks: dict[str, int]


def office() -> str | None:
    """The LibreOffice program of this machine, or None."""
    if stated := os.environ.get("RENJADOC_SOFFICE"):
        return stated if shutil.which(stated) else None
    for name in ("soffice", "libreoffice", *_WINDOWS_PLACES, _MAC_PLACE):
        if found := shutil.which(name):
            return found
    return None


def lay_out(program: str, document: bytes) -> Layout:
    """Lay out a document. Raises LayoutFailed."""
    try:
        return _lay_out(program, document)
    except OSError as error:
        raise LayoutFailed(f"LibreOffice tidak dapat dijalankan ({error.strerror})") from error


def _lay_out(program: str, document: bytes) -> Layout:
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as folder:
        path = Path(folder, "dokumen.docx")
        path.write_bytes(document)
        _convert(program, path)
        pdf = path.with_suffix(".pdf")
        if not pdf.is_file():
            raise LayoutFailed("LibreOffice tidak menghasilkan PDF")
        return _read(pdf.read_bytes())


def _convert(program: str, path: Path) -> None:
    # A profile of its own: an open LibreOffice of the user would otherwise swallow the request.
    profile = Path(path.parent, "profil").as_uri()
    command = [
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}", "--outdir", str(path.parent), str(path),
    ]  # fmt: skip
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired as error:
        _kill(process)
        raise LayoutFailed(f"LibreOffice tidak selesai dalam {TIMEOUT_SECONDS} detik") from error


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and the process it started itself."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _read(pdf: bytes) -> Layout:
    import io

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(pdf))
        pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference}
        bookmarks = {}
        for name, destination in reader.named_destinations.items():
            page = destination.page
            if page is not None and getattr(page, "idnum", None) in pages:
                bookmarks[_bookmark(str(name))] = pages[page.idnum]
    except (PyPdfError, ValueError, KeyError) as error:
        raise LayoutFailed("PDF dari LibreOffice tidak dapat dibaca") from error
    return Layout(pdf, len(reader.pages), bookmarks)


def _bookmark(name: str) -> str:
    """A destination's name as the bookmark was called: LibreOffice writes the leading underscore as its code 5F."""
    name = name.removeprefix("/")
    return "_" + name[2:] if name.startswith("5F") else name


def labels(layout: Layout, first_of_body: str) -> dict[str, str]:
    """Bookmark -> printed page number; the page of `first_of_body` is page 1."""
    first = layout.bookmarks.get(first_of_body, 0)
    return {name: str(page - first + 1) for name, page in layout.bookmarks.items() if page >= first}
