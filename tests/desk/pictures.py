"""Takes the pictures of the screens that the guide shows: `python -m tests.desk.pictures`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.conftest import ROOT
from tests.desk.browser import open_window, running_desk

_PICTURES = ROOT / "docs" / "gambar"


def take_pictures() -> None:
    """Every screen of the guide, from content/2021."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "Renja")
        shutil.copytree(ROOT / "content" / "2021", root / "renja-2021")
        window_size = {"width": 1280, "height": 720}
        with running_desk(root) as address, open_window(address, viewport=window_size) as window:
            window.get_by_text("perlu dilihat").wait_for()
            window.screenshot(path=_PICTURES / "meja-awal.png")
            window.get_by_role("link", name="Buka renja-2021").click()
            window.get_by_text("BAB I Pendahuluan").wait_for()
            window.screenshot(path=_PICTURES / "meja-isi.png")
            window.get_by_role("link", name="BAB II Hasil").click()
            window.get_by_role("textbox", name="Paragraf 1 2.1.").click()
            window.wait_for_timeout(3000)
            window.screenshot(path=_PICTURES / "meja-bab.png")
            window.get_by_role("link", name="Isi", exact=True).click()
            window.get_by_role("link", name="Tabel 3.1").click()
            window.locator('[row-id="/program/0/kegiatan/1/sub_kegiatan/0"] [col-id="sub"]').click()
            window.wait_for_timeout(3000)
            window.screenshot(path=_PICTURES / "meja-tabel.png")
            window.get_by_role("link", name="Periksa", exact=True).click()
            window.get_by_text("Perlu dilihat").wait_for()
            window.get_by_text("Tabel 2.1").first.click()
            window.wait_for_timeout(1000)
            window.screenshot(path=_PICTURES / "meja-periksa.png")
            window.get_by_role("link", name="Masuk dan keluar").click()
            window.get_by_text("Unduh Excel").wait_for()
            window.wait_for_timeout(1000)
            window.screenshot(path=_PICTURES / "meja-masuk.png")
            window.get_by_role("link", name="Lihat", exact=True).click()
            window.get_by_role("button", name="Buat dokumen").click()
            window.get_by_text("Unduh Word").wait_for()
            window.locator(".halaman").nth(4).scroll_into_view_if_needed()
            window.wait_for_timeout(1500)
            window.screenshot(path=_PICTURES / "meja-lihat.png")


if __name__ == "__main__":
    take_pictures()
