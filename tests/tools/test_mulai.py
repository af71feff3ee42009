"""The launchers: without a console the page starts all the same, and what went wrong is shown."""

from __future__ import annotations

import configparser
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest

from renjadoc import cli
from tests.tools import windows
from tools import pintasan_linux
from tools.paket_windows import LAUNCHER


@pytest.fixture
def launcher(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that the .bat starts; `launcher.shown` are the texts that it would show in a box."""
    spec = importlib.util.spec_from_file_location("mulai", LAUNCHER / "mulai.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.shown = []  # type: ignore[attr-defined]
    monkeypatch.setattr(module, "show_message", module.shown.append)  # type: ignore[attr-defined]
    # It takes the streams of the process, which are given back after the test.
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    return module


def test_a_start_that_ends_well_shows_nothing(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []
    monkeypatch.setattr(cli, "main", lambda arguments: given.append(arguments) or 0)
    assert launcher.start_page([]) == 0
    assert given == [["meja"]]
    assert launcher.shown == []


def test_what_went_wrong_is_shown(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(arguments: list[str]) -> int:
        click.echo("galat RJ001: folder tidak dapat ditulis", err=True)
        return 1

    monkeypatch.setattr(cli, "main", fail)
    assert launcher.start_page([]) == 1
    assert launcher.shown == ["Renja tidak dapat dimulai.\n\ngalat RJ001: folder tidak dapat ditulis\n"]


def test_a_package_that_cannot_be_loaded_is_shown(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(arguments: list[str]) -> int:
        raise ImportError("DLL load failed")

    monkeypatch.setattr(cli, "main", fail)
    assert launcher.start_page([]) == 3
    assert "DLL load failed" in launcher.shown[0]


@pytest.mark.lambat
def test_the_page_runs_without_a_console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    with windows.start_without_console(LAUNCHER / "mulai.py", tmp_path, []) as running:
        assert windows.await_page(running, tmp_path)
        assert running.wait(60) == 0


def _read_exec(path: Path) -> str:
    entries = configparser.RawConfigParser()
    entries.optionxform = str  # type: ignore[assignment, method-assign]
    entries.read(path, "utf-8")
    return entries["Desktop Entry"]["Exec"]


def test_the_file_for_linux_starts_the_page() -> None:
    assert _read_exec(pintasan_linux.PATTERN) == "renjadoc meja"


@pytest.mark.parametrize("folder", ["biasa", "Rencana Kerja", 'aneh "$HOME" 100% `x` \\'])
def test_the_file_for_linux_names_this_command(tmp_path: Path, folder: str) -> None:
    command = tmp_path / folder / "renjadoc"
    command.parent.mkdir()
    command.write_text('#!/bin/sh\necho "mulai $1"\n')
    command.chmod(0o755)
    written = pintasan_linux.write_launcher(tmp_path, command)
    assert os.access(written, os.X_OK)
    # First the escapes of the file, then the fields, then the words, which are quoted as in a shell.
    line = _read_exec(written).replace("\\\\", "\\").replace("%%", "%")
    assert subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True).stdout == "mulai meja\n"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate tidak ada")
def test_the_file_for_linux_is_valid() -> None:
    subprocess.run(["desktop-file-validate", pintasan_linux.PATTERN], check=True)
