"""Every test that docs/keamanan.md and docs/ketahanan.md name is there, and every promise names one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = [ROOT / "docs" / "keamanan.md", ROOT / "docs" / "ketahanan.md"]
_FILE = re.compile(r"`(tests/[\w/]+(?:\.py)?/?)`")
_TEST = re.compile(r"`(test_\w+?)(_?…)?`")


@pytest.fixture(scope="module")
def tests() -> set[str]:
    """The names of all tests."""
    found = (path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return {name for text in found for name in re.findall(r"^\s*def (test_\w+)", text, re.MULTILINE)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_that_a_page_names_is_there(page: Path, tests: set[str]) -> None:
    text = page.read_text("utf-8")
    assert [name for name in _FILE.findall(text) if not (ROOT / name).exists()] == []
    named = _TEST.findall(text)
    missing = [name for name, more in named if not any(one == name or (more and one.startswith(name)) for one in tests)]
    assert missing == []


def test_every_promise_names_a_test() -> None:
    rows = [
        line.rstrip(" |").rpartition("|")[2] for line in PAGES[0].read_text("utf-8").split("\n") if line[:2] == "| "
    ]
    promises = [said.strip() for said in rows if said.strip() != "uji"]
    assert len(promises) > 30
    assert [said for said in promises if not (_FILE.search(said) or _TEST.search(said) or said == "sama")] == []
