"""What is kept between runs: found again, never trusted when spoilt, never needed."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from renjadoc import cache, cli
from renjadoc.checks.dictionary import Dictionary
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where entries of the kind `uji` are kept."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    cache.write_entry("uji", cache.make_key("x"), b"isi")
    return next(path for path in tmp_path.rglob("uji") if path.is_dir())


def test_it_is_found_again(folder: Path) -> None:
    assert cache.read_entry("uji", cache.make_key("x"), bytes) == b"isi"
    assert cache.read_entry("uji", cache.make_key("y"), bytes) is None
    assert [path.name for path in folder.iterdir()] == [cache.make_key("x")]


def test_pieces_of_a_key_do_not_run_together() -> None:
    assert cache.make_key("ab", "c") != cache.make_key("a", "bc")


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-1], lambda raw: raw[:40] + b"?" + raw[41:], lambda raw: b""])
def test_what_is_spoilt_is_passed_over(folder: Path, spoil: object) -> None:
    cache.write_entry("uji", cache.make_key("x"), b"isi yang panjang")
    path = folder / cache.make_key("x")
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert cache.read_entry("uji", cache.make_key("x"), bytes) is None


def test_an_entry_under_another_name_is_passed_over(folder: Path) -> None:
    (folder / cache.make_key("x")).rename(folder / cache.make_key("y"))
    assert cache.read_entry("uji", cache.make_key("y"), bytes) is None


def test_it_can_be_switched_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.OFF, "1")
    cache.write_entry("uji", cache.make_key("y"), b"isi")
    assert cache.read_entry("uji", cache.make_key("x"), bytes) is None
    assert len(list(folder.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="hak akses POSIX")
@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_a_folder_that_others_may_write_is_not_used(folder: Path, mode: int) -> None:
    folder.chmod(mode)
    assert cache.read_entry("uji", cache.make_key("x"), bytes) is None


@pytest.mark.skipif(sys.platform == "win32", reason="tautan POSIX")
def test_a_link_to_another_folder_is_not_used(folder: Path, tmp_path: Path) -> None:
    folder.rename(tmp_path / "lain")
    folder.symlink_to(tmp_path / "lain")
    assert cache.read_entry("uji", cache.make_key("x"), bytes) is None


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "berkas").touch()
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "berkas"))
    cache.write_entry("uji", cache.make_key("x"), b"isi")
    assert cache.read_entry("uji", cache.make_key("x"), bytes) is None


def test_the_longest_unused_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MAX_ENTRIES", 10)
    names = [cache.make_key(str(number)) for number in range(10)]
    for age, name in enumerate(names[:-1]):
        cache.write_entry("uji", name, b"isi")
        os.utime(folder / name, (age + 1, age + 1))
    assert cache.read_entry("uji", names[0], bytes) == b"isi"  # Used: now it is young.
    cache.write_entry("uji", names[-1], b"isi")
    left = {path.name for path in folder.iterdir()}
    assert names[0] in left
    assert names[-1] in left
    assert names[1] not in left
    assert len(left) == 9


def test_what_cannot_be_read_is_thrown_away(folder: Path) -> None:
    def decode(data: bytes) -> bytes:
        raise RecursionError

    assert cache.read_entry("uji", cache.make_key("x"), decode) is None
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ([1], dict[str, int]),
        ({"a": "1"}, dict[str, int]),
        ({"a": True}, dict[str, int]),
        ([["a"]], list[tuple[str, str]]),
        ([{"a": [None]}], list[dict[str, list[str]]]),
        (1, str | None),
    ],
)
def test_a_value_of_another_shape_is_none(value: object, shape: object) -> None:
    with pytest.raises(TypeError):
        cache.check_shape(value, shape)


@pytest.mark.parametrize("answers", [b"", b"N", b"{", b"[true]", json.dumps({"a": 1}).encode()])
def test_spoilt_answers_of_the_dictionary_are_asked_again(folder: Path, answers: bytes) -> None:
    asked = Dictionary()
    assert asked.is_known("rencana")
    asked.store_answers()
    [kept] = (folder.parent / "ejaan").iterdir()
    cache.write_entry("ejaan", kept.name, answers)
    assert Dictionary().is_known("rencana")
    assert not kept.exists()


def test_a_value_of_that_shape_passes() -> None:
    cache.check_shape({"a": [["x", None], ["y", "z"]]}, dict[str, list[tuple[str, str | None]]])


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"1", b"\xff", b"[" * 9_000, b"[1, 2, 3, 4, 5]", b'{"a": 1}', b"ok"],
)
def test_spoilt_entries_under_a_right_seal_end_no_run(tmp_path: Path, folder: Path, data: bytes) -> None:
    isi, out = str(ROOT / "tests" / "contoh" / "dasar"), str(tmp_path / "hasil.docx")
    order = ["buat", isi, "-o", out, "--timpa", "--tanpa-halaman"]
    assert cli.main(order) == 0
    # The dictionary is read once a process.
    kept = [path for path in folder.parent.rglob("*") if path.is_file() and path.parent.name not in {"uji", "ejaan"}]
    assert {path.parent.name for path in kept} >= {"templat"}
    for path in kept:
        cache.write_entry(path.parent.name, path.name, data)
    assert cli.main(order) == 0
    assert not [path for path in kept if path.read_bytes()[32:] == data], "all are made anew"
