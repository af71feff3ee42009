"""LibreOffice, which we start: it fetches nothing, runs nothing of a document, and ends with us."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from renjadoc import resources
from renjadoc.word.layout import office_watch, pages
from renjadoc.word.packages import package
from tests.conftest import ROOT
from tests.word.templates import BODY, TEMPLATE

needs_office = pytest.mark.skipif(pages.find_libreoffice() is None, reason="LibreOffice tidak ada")
posix = pytest.mark.skipif(not hasattr(os, "killpg"), reason="hanya Unix")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this computer, and what it was asked for."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    server.shutdown()


def fetching(address: str) -> bytes:
    """A document of whom every reader is told to fetch a picture: what no template may hold."""
    parts = package.unpack_file(TEMPLATE)
    rels = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relation = f'<Relationship Id="rIdX" Type="{kind}" Target="{address}/x.png" TargetMode="External"/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())
    picture = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="77" name="x"/><a:graphic '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.'
        'openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/'
        '2006/picture"><pic:nvPicPr><pic:cNvPr id="77" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rIdX"/></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    parts[BODY] = parts[BODY].replace(b"<w:body>", f"<w:body>{picture}".encode(), 1)
    return package.to_bytes(parts)


@needs_office
@pytest.mark.lambat
def test_libreoffice_fetches_nothing_that_a_document_names(asked: tuple[str, list[str]]) -> None:
    address, seen = asked
    program = pages.find_libreoffice()
    assert program is not None
    assert pages.lay_out(program, fetching(address)).page_count > 0
    assert seen == []


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_LIBRARY = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
#: What happens to a document that is only laid out; some are not told of one that nobody sees.
_LISTENERS = "".join(
    f'<script:event-listener script:language="StarBasic" script:event-name="{event}" '
    'script:macro-name="Standard.Modul.Main" script:location="document"/>'
    for event in ("dom:load", "office:load-finished", "office:view-created", "office:copy-to", "dom:unload")
)
_BASIC = {
    "Basic/script-lc.xml": f"{_XML}<library:libraries {_LIBRARY.partition(' ')[0]}>"
    '<library:library library:name="Standard" library:link="false"/></library:libraries>',
    "Basic/Standard/script-lb.xml": f'{_XML}<library:library {_LIBRARY} library:readonly="false" '
    'library:passwordprotected="false"><library:element library:name="Modul"/></library:library>',
    "Basic/Standard/Modul.xml": f'{_XML}<script:module xmlns:script="http://openoffice.org/2000/script" '
    'script:name="Modul" script:language="StarBasic">Sub Main\nDim n As Integer\nn = FreeFile\n'
    'Open "{marker}" For Output As #n\nClose #n\nEnd Sub\n</script:module>',
    "content.xml": f'{_XML}<office:document-content xmlns:office="{_OFFICE}office:1.0" xmlns:text="{_OFFICE}text:1.0" '
    f'xmlns:script="{_OFFICE}script:1.0" xmlns:dom="http://www.w3.org/2001/xml-events" office:version="1.2">'
    f"<office:scripts><office:event-listeners>{_LISTENERS}"
    "</office:event-listeners></office:scripts><office:body><office:text><text:p>satu</text:p></office:text>"
    "</office:body></office:document-content>",
}


def _pack_macro(marker: Path) -> bytes:
    """A document whose macro writes a file when it is opened, laid out, or closed."""
    kind, names = "application/vnd.oasis.opendocument.text", ["/", *_BASIC]
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" '
        f'manifest:media-type="{kind if name == "/" else "text/xml"}"/>'
        for name in names
    )
    manifest = f'{_XML}<manifest:manifest xmlns:manifest="{_OFFICE}manifest:1.0">{entries}</manifest:manifest>'
    parts = {"mimetype": kind, **_BASIC, "META-INF/manifest.xml": manifest}
    return package.to_bytes({name: text.replace("{marker}", str(marker)).encode() for name, text in parts.items()})


def _permit_macros(profile: Path) -> None:
    """A copy of our profile in which documents may run what they bring along."""
    shutil.copytree(resources.office_profile_folder(), profile)
    for name, ours, other in (
        (
            "registrymodifications.xcu",
            'MacroSecurityLevel" oor:op="fuse"><value>3',
            'MacroSecurityLevel" oor:op="fuse"><value>0',
        ),
        (
            "registrymodifications.xcu",
            'DisableActiveContent" oor:op="fuse"><value>true',
            'DisableActiveContent" oor:op="fuse"><value>false',
        ),
        ("basic/Standard/Renjadoc.xba", "aHidden(1).Value = 0", "aHidden(1).Value = 4"),
    ):
        text = (profile / name).read_text("utf-8")
        assert ours in text
        (profile / name).write_text(text.replace(ours, other), "utf-8")


@needs_office
@pytest.mark.lambat
@pytest.mark.parametrize("is_permitted", [True, False], ids=["allowed", "ours"])
def test_no_macro_of_a_document_runs(is_permitted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a profile that allows it the same macro runs: that it does not is our doing."""
    program, marker = pages.find_libreoffice(), tmp_path / "jalan"
    assert program is not None
    if is_permitted:
        _permit_macros(tmp_path / "longgar")
        monkeypatch.setattr(resources, "office_profile_folder", lambda: tmp_path / "longgar")
    # What we lay out was made by us; here it is what LibreOffice itself would run first.
    monkeypatch.setattr(pages, "freeze_document", lambda document: document)
    assert pages.lay_out(program, _pack_macro(marker)).page_count == 1
    assert marker.exists() == is_permitted


def _descendants(pid: int) -> set[int]:
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(stat.parent.name)] = int(fields[1])
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


def _lives(pid: int) -> bool:
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def _await(holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold within a few minutes: on a busy machine little happens at once."""
    until = time.monotonic() + 180
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


_WAITING = """
import sys
from renjadoc.word.layout import pages
office = pages.LibreOffice(sys.argv[1])
office.lay_out([open(sys.argv[2], "rb").read()]) if sys.argv[2:] else office._start_office()
print("siap", flush=True)
sys.stdin.read()
"""


@posix
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="tanpa /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP])
def test_what_we_started_ends_when_we_are_killed(tmp_path: Path, how: signal.Signals) -> None:
    program = tmp_path / "soffice-palsu"
    program.write_text("#!/bin/sh\nsleep 600 &\nwait\n", "utf-8")
    program.chmod(0o755)
    command = [sys.executable, "-c", _WAITING, str(program)]
    owner = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    assert owner.stdout is not None
    assert owner.stdout.readline() == b"siap\n"
    assert _await(lambda: len(_descendants(owner.pid)) >= 3)
    started = _descendants(owner.pid)
    owner.send_signal(how)
    if how == signal.SIGSTOP:  # One that is only halted may go on.
        time.sleep(0.5)
        assert all(map(_lives, started))
        owner.kill()
    owner.wait()
    assert _await(lambda: not any(map(_lives, started)))


@pytest.mark.skipif(sys.platform != "linux", reason="batas memori hanya di Linux")
def test_what_we_start_has_no_more_memory_than_it_may(tmp_path: Path) -> None:
    command = [sys.executable, "-I", office_watch.__file__, "sh", "-c", f"ulimit -d > '{tmp_path}/batas'"]
    watched = subprocess.Popen(command, stdin=subprocess.PIPE)
    assert watched.wait(60) == 0
    assert int((tmp_path / "batas").read_text()) == office_watch.MAX_MEMORY >> 10
