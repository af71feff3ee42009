"""LibreOffice, which we start: it fetches nothing, runs nothing of a document, and ends with us."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from renjadoc.word import package, pages
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


_WAITING = """
import sys
from renjadoc.word import pages
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
    time.sleep(0.5)
    started = _descendants(owner.pid)
    assert len(started) >= 3
    owner.send_signal(how)
    if how == signal.SIGSTOP:  # One that is only halted may go on.
        time.sleep(0.5)
        assert all(map(_lives, started))
        owner.kill()
    owner.wait()
    for _ in range(500):
        if not any(map(_lives, started)):
            break
        time.sleep(0.02)
    assert not any(map(_lives, started))
