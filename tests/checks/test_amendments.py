"""Where the plan that a Renja Perubahan changed is looked for."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from renjadoc.checks.rules.plan.amendments import _read_origin
from renjadoc.reading import Reading


@pytest.mark.parametrize(
    ("stated", "is_read"),
    [
        ({"dari": "../2027"}, True),
        ({"dari": "../2027", "ke": 2}, False),  # Its plan before is that of the first change.
        ({"ke": 1}, False),
        ({}, False),
        ({"dari": "../../../2027"}, False),
    ],
)
def test_the_origin_of_a_first_change_is_read(stated: dict[str, Any], is_read: bool, tmp_path: Path) -> None:
    for folder in (tmp_path / "isi" / "2027", tmp_path.parent / "2027"):
        (folder / "tabel").mkdir(parents=True, exist_ok=True)
        (folder / "tabel" / "rencana.json").write_text("{}", "utf-8")
    root = tmp_path / "isi" / "2027-perubahan"
    root.mkdir()
    reading = cast(Reading, SimpleNamespace(folder=SimpleNamespace(root=root, facts={"perubahan": stated})))
    assert (_read_origin(reading, "rencana.json") is not None) is is_read
