"""What is kept between runs: found again, never trusted when spoilt, never needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from renjadoc import cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where entries of the kind `uji` are kept."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    cache.write_entry("uji", cache.make_key("x"), b"isi")
    return next(path for path in tmp_path.rglob("uji") if path.is_dir())


def test_it_is_found_again(folder: Path) -> None:
    assert cache.read_entry("uji", cache.make_key("x")) == b"isi"
    assert cache.read_entry("uji", cache.make_key("y")) is None
    assert [path.name for path in folder.iterdir()] == [cache.make_key("x")]


def test_pieces_of_a_key_do_not_run_together() -> None:
    assert cache.make_key("ab", "c") != cache.make_key("a", "bc")


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-1], lambda raw: raw[:40] + b"?" + raw[41:], lambda raw: b""])
def test_what_is_spoilt_is_passed_over(folder: Path, spoil: object) -> None:
    cache.write_entry("uji", cache.make_key("x"), b"isi yang panjang")
    path = folder / cache.make_key("x")
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert cache.read_entry("uji", cache.make_key("x")) is None


def test_an_entry_under_another_name_is_passed_over(folder: Path) -> None:
    (folder / cache.make_key("x")).rename(folder / cache.make_key("y"))
    assert cache.read_entry("uji", cache.make_key("y")) is None


def test_it_can_be_switched_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.OFF, "1")
    cache.write_entry("uji", cache.make_key("y"), b"isi")
    assert cache.read_entry("uji", cache.make_key("x")) is None
    assert len(list(folder.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="hak akses POSIX")
@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_a_folder_that_others_may_write_is_not_used(folder: Path, mode: int) -> None:
    folder.chmod(mode)
    assert cache.read_entry("uji", cache.make_key("x")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="tautan POSIX")
def test_a_link_to_another_folder_is_not_used(folder: Path, tmp_path: Path) -> None:
    folder.rename(tmp_path / "lain")
    folder.symlink_to(tmp_path / "lain")
    assert cache.read_entry("uji", cache.make_key("x")) is None


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "berkas").touch()
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "berkas"))
    cache.write_entry("uji", cache.make_key("x"), b"isi")
    assert cache.read_entry("uji", cache.make_key("x")) is None


def test_the_longest_unused_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MAX_ENTRIES", 10)
    names = [cache.make_key(str(number)) for number in range(10)]
    for age, name in enumerate(names[:-1]):
        cache.write_entry("uji", name, b"isi")
        os.utime(folder / name, (age + 1, age + 1))
    assert cache.read_entry("uji", names[0]) == b"isi"  # Used: now it is young.
    cache.write_entry("uji", names[-1], b"isi")
    left = {path.name for path in folder.iterdir()}
    assert names[0] in left
    assert names[-1] in left
    assert names[1] not in left
    assert len(left) == 9
