"""How quick the page is in a real browser: the first screen, a cell of 500 rows, findings and pages after a change.

    python -m benchmarks.meja

Bounds: the first screen of 30 folders in a second, a cell at once, findings a second and the pages of content/2021
three seconds after a change.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.desk.browser import open_window, running_desk

ROOT = Path(__file__).resolve().parent.parent
_SUB = "/program/0/kegiatan/0/sub_kegiatan/0"


def lay_down_folders(root: Path) -> None:
    """Thirty folders, and one whose plan has 500 rows."""
    for number in range(30):
        shutil.copytree(ROOT / "content" / "2021", root / f"renja-{number:02}")
    plan = root / "renja-00" / "tabel" / "rencana-program.json"
    data = json.loads(plan.read_text("utf-8"))
    kegiatan = data["program"][0]["kegiatan"][0]
    kegiatan["sub_kegiatan"] = [{**kegiatan["sub_kegiatan"][0], "nama": f"Sub kegiatan {n}"} for n in range(450)]
    plan.write_text(json.dumps(data), "utf-8")


def measure(what: str, work: Callable[[], Any]) -> None:
    """Do something and print how long it took, in seconds."""
    begun = time.perf_counter()
    work()
    print(f"{what:50} {time.perf_counter() - begun:6.2f} s")


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "Renja")
        lay_down_folders(root)
        with running_desk(root) as address, open_window(address) as window:
            base = address.partition("?")[0]
            window.get_by_text("Terisi").nth(29).wait_for()
            measure("first screen, 30 folders", lambda: _open(window, base, 'a:has-text("Buka")'))
            _open(window, f"{base}renja/renja-00/isi/tabel/rencana-program", f'[row-id="{_SUB}"]')
            _type(window, "12.345.678")
            measure("a cell of 500 rows shows what was typed", lambda: _wait(window, _SUB, "12.345.678"))
            measure("… and the total of the table", lambda: window.get_by_text("Tersimpan", exact=True).wait_for())
            _open(window, f"{base}renja/renja-01/periksa", "text=Perlu dilihat")
            path = root / "renja-01" / "bab-1.json"
            path.write_text(path.read_text("utf-8").replace("dokumen", "dokumenn", 1), "utf-8")
            measure("findings after a change", lambda: window.get_by_text("BAB I Pendahuluan").wait_for())
            _open(window, f"{base}renja/renja-01/lihat", "text=Buat dokumen")
            window.get_by_role("button", name="Buat dokumen").click()
            window.locator(".halaman").first.wait_for()
            path.write_text(path.read_text("utf-8").replace("dokumenn", "dokumen", 1), "utf-8")
            first = window.locator(".halaman").first.element_handle()
            measure("pages after a change", lambda: first.wait_for_element_state("hidden"))


def _open(window: Any, address: str, awaited: str) -> None:
    window.goto(address)
    window.locator(awaited).first.wait_for()


def _type(window: Any, text: str) -> None:
    cell = window.locator(f'[row-id="{_SUB}"] [col-id="pagu"]')
    cell.scroll_into_view_if_needed()
    cell.dblclick()
    window.keyboard.press("Control+a")
    window.keyboard.type(text)
    window.keyboard.press("Enter")


def _wait(window: Any, row: str, text: str) -> None:
    window.locator(f'[row-id="{row}"] [col-id="pagu"]').get_by_text(text).wait_for()


if __name__ == "__main__":
    main()
