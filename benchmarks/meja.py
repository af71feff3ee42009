"""How quick the page is in a real browser: the first screen, a cell of 500 rows, findings and pages after a change.

    python -m benchmarks.meja

Bounds: the first screen of 30 folders in a second, a cell at once, findings a second and the pages of content/2021
three seconds after a change. Beside the time stands what processors worked for it, the page's with LibreOffice and the
browser's: on a machine that others use too, it says what the time would be alone.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
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
_ROUNDS = 5
_TICK = os.sysconf("SC_CLK_TCK")


def lay_down_folders(root: Path) -> None:
    """Thirty folders, and one whose plan has 500 rows."""
    for number in range(30):
        shutil.copytree(ROOT / "content" / "2021", root / f"renja-{number:02}")
    plan = root / "renja-00" / "tabel" / "rencana-program.json"
    data = json.loads(plan.read_text("utf-8"))
    kegiatan = data["program"][0]["kegiatan"][0]
    kegiatan["sub_kegiatan"] = [{**kegiatan["sub_kegiatan"][0], "nama": f"Sub kegiatan {n}"} for n in range(450)]
    plan.write_text(json.dumps(data), "utf-8")


def measure(
    what: str, work: Callable[[int], Any], rounds: int = _ROUNDS, prepare: Callable[[int], Any] = lambda _: None
) -> None:
    """Do something several times and print how long it took in the middle of them, and the processors' time for it.

    What is done to `prepare` each time counts for the processors only.
    """
    taken = []
    before = read_processor_seconds()
    for number in range(rounds):
        prepare(number)
        begun = time.perf_counter()
        work(number)
        taken.append(time.perf_counter() - begun)
    page, browser = (now - then for now, then in zip(read_processor_seconds(), before, strict=True))
    middle = statistics.median(taken)
    print(f"{what:45} {middle:6.2f} s  prosesor {page / rounds:5.2f} + {browser / rounds:5.2f} s")


def read_processor_seconds() -> tuple[float, float]:
    """The processors' time of the page with its LibreOffice, and of the browser, as far as they run still."""
    parents, seconds, commands = {}, {}, {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            fields = (path / "stat").read_text().rpartition(")")[2].split()
            commands[path.name] = (path / "cmdline").read_bytes()
        except OSError:
            continue
        parents[path.name], seconds[path.name] = fields[1], (int(fields[11]) + int(fields[12])) / _TICK
    page = browser = 0.0
    for one, command in commands.items():
        above = one
        while above in parents and above != str(os.getpid()):
            above = parents[above]
        if above != str(os.getpid()) or one == above or b"playwright/driver" in command:
            continue
        browser += seconds[one] * (b"chrom" in command)
        page += seconds[one] * (b"chrom" not in command)
    return page, browser


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "Renja")
        lay_down_folders(root)
        with running_desk(root) as address, open_window(address) as window:
            base = address.partition("?")[0]
            window.get_by_text("Terisi").nth(29).wait_for()
            measure("first screen, 30 folders", lambda _: _open(window, base, 'a:has-text("Buka") >> nth=29'))
            _measure_cell(window, base)
            _measure_findings(window, base, root / "renja-01" / "bab-1.json")
            _measure_pages(window, base, root / "renja-01" / "bab-1.json")


def _measure_cell(window: Any, base: str) -> None:
    _open(window, f"{base}renja/renja-00/isi/tabel/rencana-program", f'[row-id="{_SUB}"]')

    cell = window.locator(f'[row-id="{_SUB}"] [col-id="pagu"]')
    total = window.locator('[row-id="/program/0"] [col-id="pagu"]')

    def press_key(number: int) -> None:
        window.keyboard.type(str(number))
        _await_change(window, "([box, key]) => box.value.endsWith(key)", cell.locator("input"), str(number))

    def show(number: int) -> None:
        window.keyboard.press("Enter")
        cell.get_by_text(f"12.345.67{number}").wait_for()

    def sum_up(_: int) -> None:
        before = total.inner_text()
        window.keyboard.press("Enter")
        _await_change(window, "([cell, before]) => cell.innerText !== before", total, before)

    measure("a keystroke in a cell of 500 rows", press_key, prepare=lambda _: _type(window, "12.345.67"))
    window.keyboard.press("Escape")
    measure("… shown in the row after Enter", show, prepare=lambda number: _type(window, f"12.345.67{number}"))
    window.wait_for_timeout(10_000)
    measure("… and all totals, saved", sum_up, prepare=lambda number: _type(window, f"22.345.67{number}"))


def _measure_findings(window: Any, base: str, path: Path) -> None:
    _open(window, f"{base}renja/renja-01/periksa", "text=Perlu dilihat")
    chapter = window.get_by_text("BAB I Pendahuluan")
    original = path.read_text("utf-8")

    def change(number: int) -> None:
        path.write_text(original.replace("dokumen", "dokumenn", 1) if number % 2 == 0 else original, "utf-8")
        chapter.wait_for(state="visible" if number % 2 == 0 else "hidden")

    measure("findings after a change", change, 2 * _ROUNDS)


def _measure_pages(window: Any, base: str, path: Path) -> None:
    _open(window, f"{base}renja/renja-01/lihat", "text=Buat dokumen")
    window.get_by_role("button", name="Buat dokumen").click()
    page = window.locator(".halaman").nth(3)
    page.scroll_into_view_if_needed()
    original = path.read_text("utf-8")

    def change(number: int) -> None:
        before = page.get_attribute("src")
        path.write_text(original.replace("dokumen", f"berkas{number}", 1), "utf-8")
        _await_change(window, "([page, before]) => page.getAttribute('src') !== before && page.complete", page, before)

    measure("pages of content/2021 after a change", change)


def _open(window: Any, address: str, awaited: str) -> None:
    window.goto(address, wait_until="commit")
    window.locator(awaited).first.wait_for()


def _await_change(window: Any, test: str, element: Any, before: str) -> None:
    window.wait_for_function(test, arg=[element.element_handle(), before], polling=50)


def _type(window: Any, text: str) -> None:
    cell = window.locator(f'[row-id="{_SUB}"] [col-id="pagu"]')
    cell.scroll_into_view_if_needed()
    cell.dblclick()
    window.keyboard.press("Control+a")
    window.keyboard.type(text)


if __name__ == "__main__":
    main()
