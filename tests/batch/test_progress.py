"""How far a run is: a bar with names on a terminal, a line for each office elsewhere."""

from __future__ import annotations

import io

import pytest

from renjadoc.batch.office import OfficeResult, Status
from renjadoc.batch.progress import show_progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _advance_twice() -> None:
    with show_progress(2) as advance:
        advance(OfficeResult("a", "a", Status.MADE, nama="Dinas [satu]"))
        advance(OfficeResult("b", "b", Status.FAILED, nama="Dinas dua"))


def test_a_terminal_shows_a_bar_and_what_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    _advance_twice()
    said = terminal.getvalue()
    assert "1/2" in said
    assert "Dinas [satu]" in said
    assert "gagal: Dinas dua (b)\n" in said
    assert "2/2" in said


def test_elsewhere_every_office_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    _advance_twice()
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"[1/2] {Status.MADE}: Dinas [satu] (a), sisa kira-kira ")
    assert second == f"[2/2] {Status.FAILED}: Dinas dua (b)"
