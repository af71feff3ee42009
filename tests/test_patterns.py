"""Kept patterns find what freshly compiled ones find, and what does not fit is compiled as ever."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]

import pytest

from renjadoc import kept
from renjadoc.patterns import Patterns

_MODULE = r"""
import re
NUMBER = re.compile(r"(?P<angka>\d{1,3}(?:\.\d{3})*)(?:,(?P<sen>\d\d))?")
WORD = re.compile("[a-zé]+(?=\\s|$)", re.IGNORECASE)
RAW = re.compile(rb"(a)|b")
def within(): return re.compile("hanya di sini")
"""
_TEXT = "Sejumlah 1.250.000,50 untuk CAFÉ dan 7 lainnya"


@pytest.fixture(autouse=True)
def of_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "simpanan"))
    (tmp_path / "berpola.py").write_text(_MODULE, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))


def imported(compiled: list[object] | None = None) -> dict[str, object]:
    """What the patterns of the module find when it is imported anew; `compiled` takes what Python compiled for it."""
    re.purge()
    sys.modules.pop("berpola", None)
    original = _compiler.compile

    def watched(pattern: object, flags: int = 0) -> object:
        if compiled is not None:
            compiled.append(pattern)
        return original(pattern, flags)

    _compiler.compile = watched
    try:
        with Patterns():
            module = importlib.import_module("berpola")
            module.within()
    finally:
        _compiler.compile = original
    found = [(match.group(), match.groupdict(), match.span("sen")) for match in module.NUMBER.finditer(_TEXT)]
    looks = [(p.pattern, p.flags, p.groups, dict(p.groupindex)) for p in (module.NUMBER, module.WORD, module.RAW)]
    return {"angka": found, "kata": module.WORD.findall(_TEXT), "bita": module.RAW.findall(b"ab"), "rupa": looks}


def test_what_was_kept_finds_what_was_compiled() -> None:
    first = imported()
    compiled: list[object] = []
    assert imported(compiled) == first
    assert first["kata"] == ["Sejumlah", "untuk", "CAFÉ", "dan", "lainnya"]
    assert compiled == ["hanya di sini"]


def test_what_does_not_fit_the_engine_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    first = imported()
    broken = {(pattern, flags): (flags, bytes(8), 0, {}, ()) for pattern, flags, *_ in first["rupa"]}  # type: ignore[attr-defined]
    broken |= {(pattern, 0): compiled for (pattern, _), compiled in broken.items()}
    monkeypatch.setattr("renjadoc.patterns.marshal.loads", lambda data: broken)
    assert imported() == first


def test_without_keeping_all_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    first = imported()
    monkeypatch.setenv(kept.OFF, "1")
    compiled: list[object] = []
    assert imported(compiled) == first
    assert len(compiled) == 4


def test_it_lets_go_when_something_goes_wrong() -> None:
    before = _compiler.compile
    with pytest.raises(ZeroDivisionError), Patterns():
        raise ZeroDivisionError
    assert _compiler.compile is before
