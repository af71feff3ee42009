"""The guide begins with the page and shows every screen of it; one command takes the pictures."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.desk.pictures import PICTURES, SHOWN
from tests.desk.screens import list_screens


def test_every_screen_has_its_picture_in_the_guide() -> None:
    assert set(SHOWN.values()) == set(list_screens())
    guide = (ROOT / "docs" / "panduan.md").read_text("utf-8")
    assert not [name for name in SHOWN if f"](gambar/meja-{name}.png)" not in guide]
    assert not [name for name in SHOWN if not (PICTURES / f"meja-{name}.png").is_file()]


def test_the_page_comes_before_all_commands() -> None:
    guide = (ROOT / "docs" / "panduan.md").read_text("utf-8")
    assert guide.index("## Halaman kerja") < guide.index("## Menyiapkan komputer") < guide.index("renjadoc baru")
    assert "docs/gambar/meja-awal.png" in (ROOT / "README.md").read_text("utf-8").split("\n## ")[0]
