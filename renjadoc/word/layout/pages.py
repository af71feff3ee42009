"""Page numbers: LibreOffice lays documents out as PDF, and every bookmark's page is read from there.

One start serves a whole run or batch: a macro in a profile of our own waits for documents. What pages a document has is
kept between runs, by all that was laid out, the LibreOffice and the fonts.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self, get_type_hints

from renjadoc import cache, resources
from renjadoc.indonesian import romawi
from renjadoc.problem import say_refusal
from renjadoc.word.layout import office_watch
from renjadoc.word.layout.frozen import freeze_document
from renjadoc.word.templates.facts import FRONT

#: LibreOffice starts in seconds; a document of hundreds of pages takes a minute. Beyond this it hangs.
TIMEOUT_SECONDS = 300
_PAUSE_SECONDS = 0.02
_SECONDS_TO_END = 10
#: As the macro has them: places of bookmarks, and a PDF that programs can read aloud (PDF/UA).
_OPTIONS = {
    name: {"type": "boolean", "value": "true"}
    for name in ("ExportBookmarksToPDFDestination", "UseTaggedPDF", "PDFUACompliance", "ExportBookmarks")
}
_AS_PDF = f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}"
#: Nothing answers there. The profile says the same; this is for what does not ask it.
_NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9")
_MACRO = "macro:///Standard.Renjadoc.Serve()"
_WINDOWS_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_MAC_PLACE = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
#: Beside the program, or where a Mac keeps it: which LibreOffice this is.
_VERSIONS = ("versionrc", "version.ini", "../Resources/versionrc")
_FONT_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "C:/Windows/Fonts",
    "~/AppData/Local/Microsoft/Windows/Fonts", "/Library/Fonts", "~/Library/Fonts",
)  # fmt: skip
_KIND = "halaman"
#: Since 7.6 blanks of justified lines are squeezed as in Word 2013 and later; since 24.2 legal numbering is Word's too.
OLDEST_OFFICE = (24, 2)
_PRODUCER = re.compile(r"LibreOffice (\d+)\.(\d+)")


class LayoutFailed(Exception):
    """LibreOffice is there but made no PDF; the message is Indonesian."""


class LayoutHangs(LayoutFailed):
    """It did not come to an end in the time it had."""


@dataclass(frozen=True)
class BookmarkPages:
    """The number of pages, the 0-based page of every bookmark, and who laid them out (`LibreOffice 25.2.3.2 …`).

    `fonts` are those that were used, as the PDF names them.
    """

    page_count: int
    bookmarks: dict[str, int]
    producer: str = ""
    fonts: list[str] = field(default_factory=list)

    @property
    def is_outdated(self) -> bool:
        """Whether a LibreOffice laid it out that breaks justified lines otherwise than Word, or numbers otherwise."""
        version = _PRODUCER.match(self.producer)
        return version is not None and (int(version[1]), int(version[2])) < OLDEST_OFFICE


@dataclass(frozen=True)
class PdfLayout(BookmarkPages):
    """A laid-out document: its PDF too."""

    pdf: bytes = b""


def find_libreoffice() -> str | None:
    """The LibreOffice program of this machine, or None."""
    if stated := os.environ.get("RENJADOC_SOFFICE"):
        return stated if shutil.which(stated) else None
    for name in ("soffice", "libreoffice", *_WINDOWS_PLACES, _MAC_PLACE):
        if found := shutil.which(name):
            return found
    return None


class LibreOffice:
    """A LibreOffice that lays out one document after the other. It starts with the first, and anew when it died.

    Use it in a `with`, or close it. It is not for several threads at once: give each its own. A document is waited for
    so many `seconds`; after `most_hangs` in a row that were waited for in vain none is tried any more.
    """

    def __init__(self, program: str, *, seconds: float | None = None, most_hangs: int | None = None) -> None:
        self._program = program
        self._seconds, self._most_hangs, self._hangs = seconds, most_hangs, 0
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the LibreOffice, if one runs; the next document starts another."""
        self._stop_office()

    def start(self) -> None:
        """Start now what the first document would start, for whoever knows that one will come. Raises LayoutFailed."""
        try:
            if self._process is None or self._process.poll() is not None:
                self._start_office()
        except OSError as error:
            raise LayoutFailed(f"LibreOffice tidak dapat dijalankan ({say_refusal(error)})") from error

    def lay_out(self, documents: Iterable[bytes]) -> list[PdfLayout]:
        """The layouts of documents, in their order. Raises LayoutFailed."""
        try:
            return [_read_pdf(self._make_in_time(document)) for document in documents]
        except OSError as error:
            raise LayoutFailed(f"LibreOffice tidak dapat dijalankan ({say_refusal(error)})") from error

    def _make_in_time(self, document: bytes) -> bytes:
        if self._most_hangs is not None and self._hangs >= self._most_hangs:
            raise LayoutHangs(f"LibreOffice {self._hangs} kali berturut-turut tidak selesai, dan tidak dicoba lagi")
        try:
            made = self._make_pdf(document)
        except LayoutHangs:
            self._hangs += 1
            raise
        self._hangs = 0
        return made

    def _make_pdf(self, document: bytes) -> bytes:
        self.start()
        assert self._folder is not None
        self._asked += 1
        path = Path(self._folder.name, f"{self._asked}.docx")
        path.write_bytes(freeze_document(document))
        path.with_suffix(".asked").touch()
        if not self._is_done(path.with_suffix(".done")):
            # Where an organisation has switched macros off, LibreOffice ends at once: then it starts for each document.
            convert_once(self._program, path, self._patience, _AS_PDF)
        pdf = path.with_suffix(".pdf")
        if not pdf.is_file():
            raise LayoutFailed("LibreOffice tidak menghasilkan PDF")
        made = pdf.read_bytes()
        for used in (path, pdf):
            used.unlink()
        return made

    def _start_office(self) -> None:
        self._stop_office()
        # A profile of its own: an open LibreOffice of the user would otherwise swallow the request.
        self._folder = tempfile.TemporaryDirectory(prefix="renjadoc-", ignore_cleanup_errors=True)
        self._asked = 0
        folder = Path(self._folder.name)
        shutil.copytree(resources.office_profile_folder(), folder / "profil" / "user")
        command = [self._program, _profile_option(folder), "--headless", "--norestore", _MACRO]
        self._process = _start_process(command, {"RENJADOC_TUGAS": folder.as_uri() + "/"})

    def _is_done(self, done: Path) -> bool:
        """Whether the document was laid out; False where LibreOffice ended before. Raises LayoutFailed if it hangs."""
        assert self._process is not None
        end = time.monotonic() + self._patience
        while not done.exists():
            if self._process.poll() is not None:
                return done.exists()
            if time.monotonic() > end:
                self._stop_office(kill=True)
                raise LayoutHangs(f"LibreOffice tidak selesai dalam {self._patience} detik")
            time.sleep(_PAUSE_SECONDS)
        return True

    @property
    def _patience(self) -> float:
        """How long a document is waited for, in seconds."""
        return TIMEOUT_SECONDS if self._seconds is None else self._seconds

    def _stop_office(self, *, kill: bool = False) -> None:
        if self._folder is None or self._process is None:
            return
        with contextlib.suppress(OSError):
            Path(self._folder.name, "stop").touch()
        try:
            self._process.wait(0 if kill else _SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            _kill_process(self._process)
        self._folder.cleanup()
        self._folder = self._process = None


def lay_out(program: str, document: bytes) -> PdfLayout:
    """Lay out one document. Raises LayoutFailed."""
    with LibreOffice(program) as one:
        return one.lay_out([document])[0]


def _profile_option(folder: Path) -> str:
    return f"-env:UserInstallation={Path(folder, 'profil').as_uri()}"


def _start_process(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Through a small program that ends it when this process ends, even if that is killed."""
    return subprocess.Popen(
        [sys.executable, "-I", office_watch.__file__, *command],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, env={**os.environ, **_NO_NETWORK, **environment},
    )  # fmt: skip


def convert_once(program: str, path: Path, seconds: float, form: str) -> None:
    """Convert a document in a LibreOffice of its own, whose profile lies beside it. Raises LayoutHangs."""
    command = [
        program, _profile_option(path.parent), "--headless", "--norestore", "--convert-to", form,
        "--outdir", str(path.parent), str(path),
    ]  # fmt: skip
    process = _start_process(command, {})
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        _kill_process(process)
        raise LayoutHangs(f"LibreOffice tidak selesai dalam {seconds} detik") from error


def _kill_process(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and the process it started itself."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.stdin is not None:
        # Windows knows no groups: the program between ends what it started when its input closes.
        process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_SECONDS_TO_END)
    process.kill()
    process.wait()


# What is kept


def recall_pages(program: str, fingerprint: str) -> BookmarkPages | None:
    """What is known of the pages of a document with that fingerprint, or None."""
    return cache.read_entry(_KIND, _make_key(program, fingerprint), _decode_pages)


def _decode_pages(data: bytes) -> BookmarkPages:
    places = BookmarkPages(**json.loads(data))
    for name, shape in get_type_hints(BookmarkPages).items():
        cache.check_shape(getattr(places, name), shape)
    return places


def remember_pages(program: str, fingerprint: str, places: BookmarkPages) -> None:
    """Remember the pages of a document for the next time that nothing of it changed."""
    entry = {
        "page_count": places.page_count,
        "bookmarks": places.bookmarks,
        "producer": places.producer,
        "fonts": places.fonts,
    }
    cache.write_entry(_KIND, _make_key(program, fingerprint), json.dumps(entry).encode())


def _make_key(program: str, fingerprint: str) -> str:
    return cache.make_key(fingerprint, _read_version(program), _stamp_fonts())


def _read_version(program: str) -> bytes:
    place = Path(shutil.which(program) or program).resolve()
    for name in _VERSIONS:
        with contextlib.suppress(OSError):
            return (place.parent / name).read_bytes()
    with contextlib.suppress(OSError):
        return f"{place} {place.stat().st_size} {place.stat().st_mtime_ns}".encode()
    return str(place).encode()


def _stamp_fonts() -> str:
    """What changes when a font is installed or removed: the times of the folders of fonts."""
    folders = [folder for top in _FONT_FOLDERS for folder, _, _ in os.walk(os.path.expanduser(top))]
    return "\n".join(f"{folder} {os.stat(folder).st_mtime_ns}" for folder in sorted(folders))


def _read_pdf(pdf: bytes) -> PdfLayout:
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
                bookmarks[_restore_bookmark(str(name))] = pages[page.idnum]
    except (PyPdfError, ValueError, KeyError) as error:
        raise LayoutFailed("PDF dari LibreOffice tidak dapat dibaca") from error
    producer = (reader.metadata.producer if reader.metadata else None) or ""
    return PdfLayout(len(reader.pages), bookmarks, producer, _read_fonts(reader), pdf)


def _read_fonts(reader: Any) -> list[str]:
    """The names of the fonts of all pages; what of them cannot be read is left out."""
    found = set()
    for page in reader.pages:
        with contextlib.suppress(KeyError, AttributeError, TypeError):
            for font in page["/Resources"]["/Font"].get_object().values():
                found.add(str(font.get_object()["/BaseFont"]).lstrip("/"))
    return sorted(found)


def _restore_bookmark(name: str) -> str:
    """A destination's name as the bookmark was called: LibreOffice writes the leading underscore as its code 5F."""
    name = name.removeprefix("/")
    return "_" + name[2:] if name.startswith("5F") else name


def label_pages(layout: BookmarkPages, first_of_body: str) -> dict[str, str]:
    """Bookmark -> printed page number; the page of `first_of_body` is page 1, those of lists before it i, ii, …"""
    first = layout.bookmarks.get(first_of_body, 0)
    front = {name: page for name, page in layout.bookmarks.items() if name.startswith(FRONT) and page < first}
    lowest = min(front.values(), default=0)
    labels = {name: romawi(page - lowest + 1).lower() for name, page in front.items()}
    return labels | {name: str(page - first + 1) for name, page in layout.bookmarks.items() if page >= first}
