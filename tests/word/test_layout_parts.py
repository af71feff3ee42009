"""What surrounds LibreOffice, without one: kinds of old files, sizes of drawings, what is started and remembered."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from renjadoc.word.layout import old_files, pages
from renjadoc.word.layout.line_drawings import _TALLEST_CM, _WIDTH_CM, _measure
from renjadoc.word.layout.office_watch import main
from renjadoc.word.layout.pages import BookmarkPages, LayoutFailed, LibreOffice
from renjadoc.word.packages.package import OLE


@pytest.mark.parametrize(
    ("raw", "suffix"),
    [
        (OLE + b"x", ".doc"),
        (rb"{\rtf1", ".rtf"),
        (b"PK" + b"\0" * 28 + b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
        (b"PK" + b"\0" * 28 + b"mimetypeapplication/epub", ""),
        (b"", ""),
    ],
)
def test_what_kind_an_old_file_is(raw: bytes, suffix: str) -> None:
    assert old_files.find_suffix(raw) == suffix


def test_an_old_file_is_converted_in_a_profile_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(program: str, path: Path, seconds: float, form: str) -> None:
        assert (program, path.name, path.read_bytes(), seconds > 60) == ("soffice", "lama.rtf", b"lama", True)
        assert form.startswith("docx:")
        assert list((path.parent / "profil" / "user").iterdir())
        path.with_suffix(".docx").write_bytes(b"baru")

    monkeypatch.setattr(old_files, "convert_once", convert)
    assert old_files.convert_file(b"lama", ".rtf", "soffice") == b"baru"
    monkeypatch.setattr(old_files, "convert_once", lambda *words: None)
    with pytest.raises(LayoutFailed, match="kata sandi"):
        old_files.convert_file(b"lama", ".rtf", "soffice")


@pytest.mark.parametrize(
    ("frame", "height"),
    [
        ((0, 0, 2000, 1000), _WIDTH_CM / 2),
        ((2000, 1000, 0, 0), _WIDTH_CM / 2),
        ((0, 0, 1000, 9_000_000), _TALLEST_CM),
        ((0, 0, 9_000_000, 1), 0.5),
        ((0, 0, 0, 1000), _WIDTH_CM * 0.75),
    ],
)
def test_a_drawing_is_as_high_as_its_frame_makes_it(frame: tuple[int, ...], height: float) -> None:
    data = b"\0" * 24 + struct.pack("<4i", *frame)
    assert _measure(data, ".emf") == (_WIDTH_CM, pytest.approx(height))
    assert _measure(b"", ".emf") == (_WIDTH_CM, _WIDTH_CM * 0.75)


def test_libreoffice_starts_once_while_it_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    process = SimpleNamespace(poll=lambda: None)

    def start(command: list[str], environment: dict[str, str]) -> Any:
        started.append(command)
        assert environment["RENJADOC_TUGAS"].startswith("file:")
        return process

    monkeypatch.setattr(pages, "_start_process", start)
    monkeypatch.setattr(LibreOffice, "_stop_office", lambda self: None)
    office = LibreOffice("soffice")
    office.start()
    office.start()
    assert [command[0] for command in started] == ["soffice"]
    assert "--headless" in started[0]
    process.poll = lambda: 1
    office.start()
    assert len(started) == 2


def test_pages_are_remembered_whole() -> None:
    places = BookmarkPages(3, {"_Toc1": 2}, "LibreOffice 24.2", ["Arial"])
    pages.remember_pages("soffice", "sidik", places)
    assert pages.recall_pages("soffice", "sidik") == places
    assert pages.recall_pages("soffice", "lain") is None


def test_what_is_watched_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def start(command: list[str], **options: Any) -> Any:
        asked.update(options, command=command)
        return SimpleNamespace(pid=1, wait=lambda: 3)

    monkeypatch.setattr("renjadoc.word.layout.office_watch._bound_memory", lambda: None)
    monkeypatch.setattr("renjadoc.word.layout.office_watch._end_with_owner", lambda pid: None)
    monkeypatch.setattr(subprocess, "Popen", start)
    assert main(["soffice"]) == 3
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    assert asked == {"command": ["soffice"], **quiet}
