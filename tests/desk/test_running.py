"""How the page starts: at an address that answers as soon as it is said, once for a folder, whatever port is taken."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from renjadoc.desk import running, server
from renjadoc.desk.running import RunningDesk
from tests.desk.browser import find_port, read_address, start_desk


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where pages note themselves, away from those of whoever runs the tests."""
    monkeypatch.setattr(running, "note_path", lambda: tmp_path / "catatan" / "meja.json")
    return tmp_path / "catatan" / "meja.json"


@pytest.mark.lambat
def test_a_page_answers_as_soon_as_its_address_is_said(tmp_path: Path) -> None:
    with start_desk(tmp_path / "Renja", "--port", str(find_port())) as process:
        try:
            # This visitor keeps no cookie, without which it is sent away again; what counts is that it is answered.
            address = read_address(process)
            with pytest.raises(urllib.error.HTTPError, match="403"):
                urllib.request.urlopen(address, timeout=30)
            # Who listens on all addresses would answer at this one of the same computer too.
            with socket.socket() as elsewhere:
                assert elsewhere.connect_ex(("127.0.0.2", urlsplit(address).port or 0)) != 0
        finally:
            process.terminate()


def test_a_page_asks_for_the_same_port_at_every_start(
    tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(wanted: int) -> None:
        raise OSError(wanted)

    monkeypatch.setattr(server, "_listen", refuse)
    with pytest.raises(OSError, match="8427"):
        server.open_desk(tmp_path / "Renja", show=False)


@pytest.mark.lambat
def test_a_page_starts_at_another_port_where_its_own_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
        with start_desk(tmp_path / "Renja", "--port", str(port)) as process:
            try:
                assert urlsplit(read_address(process)).port not in {port, None}
            finally:
                process.terminate()


@pytest.mark.lambat
def test_two_starts_at_the_same_moment_are_one_page(tmp_path: Path) -> None:
    port = str(find_port())
    with start_desk(tmp_path / "Renja", "--port", port) as one, start_desk(tmp_path / "Renja", "--port", port) as other:
        try:
            assert read_address(one) == read_address(other)
            ended = await_end(one, other)
            assert ended.returncode == 0
            assert {one.poll(), other.poll()} == {0, None}
        finally:
            one.terminate()
            other.terminate()


def await_end(*processes: subprocess.Popen[str]) -> subprocess.Popen[str]:
    """The first of them that ends; fails after a few minutes, in which a busy machine has had its time."""
    until = time.monotonic() + 180
    while time.monotonic() < until:
        for process in processes:
            if process.poll() is not None:
                return process
        time.sleep(0.05)
    raise AssertionError("none of them ended")


def test_a_page_is_noted_for_its_folder_until_it_ends(notes: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        desk = RunningDesk(str(tmp_path), int(listening.getsockname()[1]), "kunci")
    running.write_note(desk)
    assert notes.stat().st_mode & 0o077 == 0
    # Nothing answers at that port any more: a page that was killed.
    assert running.find_running(tmp_path) is None
    running.remove_note(desk._replace(token="lain"))
    assert notes.exists()
    running.remove_note(desk)
    assert not notes.exists()


def test_a_place_that_cannot_be_written_keeps_no_page_from_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "berkas").write_text("bukan folder", "utf-8")
    monkeypatch.setattr(running, "note_path", lambda: tmp_path / "berkas" / "meja.json")
    with running.one_at_a_time():
        assert running.find_running(tmp_path) is None
    running.write_note(RunningDesk(str(tmp_path), 1, "kunci"))


_WHOLE = {"root": "x", "port": 8080, "token": "kunci"}
_ODD_NOTES = [
    b"", b"\xff\xfe", b"null", b"[]", b"[" * 50_000, b"{}", b"\0" * 100_000,
    b'{"port": Infinity, "root": "x", "token": ""}',
    *(json.dumps({**_WHOLE, "port": port}).encode()
      for port in (None, [], {}, -1, 0, 65_536, 10**30, "80@luar.test", "x", 1e300)),
]  # fmt: skip


@pytest.mark.parametrize("data", _ODD_NOTES, ids=range(len(_ODD_NOTES)))
def test_a_note_that_is_none_keeps_no_page_from_starting(notes: Path, data: bytes) -> None:
    notes.parent.mkdir(parents=True)
    notes.write_bytes(data)
    assert running.find_running(Path("x")) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="hanya Unix")
@pytest.mark.parametrize("kind", ["pipa", "perangkat", "folder", "besar"])
def test_a_note_that_would_never_end_is_not_read(notes: Path, kind: str) -> None:
    notes.parent.mkdir(parents=True)
    if kind == "pipa":
        os.mkfifo(notes)
    elif kind == "perangkat":
        notes.symlink_to("/dev/zero")
    elif kind == "folder":
        notes.mkdir()
    else:
        with notes.open("wb") as file:
            file.truncate(3 << 30)
    assert running.find_running(Path("x")) is None


@pytest.mark.parametrize(
    "answer",
    [b"SSH-2.0-lain\r\n", b"HTTP/1.1 302 x\r\nLocation: http://127.0.0.1:{}/\r\nContent-Length: 0\r\n\r\n", b""],
    ids=["bukan halaman", "dialihkan", "diam"],
)
def test_another_program_at_the_port_of_a_page_that_was_killed_is_none(
    notes: Path, tmp_path: Path, answer: bytes
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.setblocking(False)
        told = answer.replace(b"{}", str(elsewhere.getsockname()[1]).encode())

        def reply() -> None:
            with other.accept()[0] as caller:
                caller.recv(4096)
                caller.sendall(told)

        thread = threading.Thread(target=reply, daemon=True)
        thread.start()
        running.write_note(RunningDesk(str(tmp_path), int(other.getsockname()[1]), "kunci"))
        assert running.find_running(tmp_path) is None
        thread.join()
        with pytest.raises(BlockingIOError):  # Nobody was sent on to there.
            elsewhere.accept()
