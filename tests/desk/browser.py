"""A page that runs as a process of its own, and a browser at it, for the tests of the screens."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?kunci=\S+")
_SETTINGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

#: Skips on a user's machine without a browser; CI says that there must be one.
needs_browser = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("RENJADOC_WAJIB_PERAMBAN"), reason="peramban tidak ada"
)


@contextmanager
def running_desk(root: Path, *, idle: float = 120) -> Iterator[str]:
    """The first address of a page for `root`, which ends with the block."""
    command = [sys.executable, "-m", "renjadoc", "meja", str(root), "--tanpa-peramban", "--diam", str(idle)]
    # NiceGUI behaves otherwise below pytest, and this page is to run as it does for people.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment = {**inherited, "XDG_CACHE_HOME": str(root.parent / "simpanan")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            address = _ADDRESS.search(process.stdout.readline())
            assert address is not None
            yield address[0]
        finally:
            process.terminate()
            process.wait(30)


@contextmanager
def open_window(address: str, **options: Any) -> Iterator[Any]:
    """A window at `address`; `window.asked` are the addresses that it asked for, `window.said` is its console."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*_SETTINGS])
        window = browser.new_context(**options).new_page()
        window.set_default_timeout(60_000)
        window.asked, window.said = [], []
        window.on("request", lambda request: window.asked.append(request.url))
        window.on("console", lambda message: window.said.append(message.text))
        window.on("pageerror", lambda error: window.said.append(str(error)))
        window.goto(address)
        yield window
        browser.close()
