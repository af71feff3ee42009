"""The glossary of the domain's words: what it names is there."""

from __future__ import annotations

import re

from tests.conftest import ROOT


def test_every_file_and_room_that_the_glossary_names_exists() -> None:
    text = (ROOT / "docs" / "kamus-istilah.md").read_text("utf-8")
    named = re.findall(r"`([a-z_/]+(?:\.py|/))`", text)
    assert len(named) > 30
    assert [name for name in named if not (ROOT / "renjadoc" / name).exists()] == []
