"""A page that runs as a process of its own, and a browser at it, for the tests of the screens."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
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

#: So long something may take on a machine that others use too, in seconds.
_PATIENCE = 180.0
#: Skips on a user's machine without a browser; CI says that there must be one.
needs_browser = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("RENJADOC_WAJIB_PERAMBAN"), reason="peramban tidak ada"
)


@contextmanager
def running_desk(root: Path, *, idle: float = 120) -> Iterator[str]:
    """The first address of a page for `root`, which ends with the block."""
    with start_desk(root, "--port", str(find_port()), "--diam", str(idle)) as process:
        try:
            yield read_address(process)
        finally:
            process.terminate()
            process.wait(30)


def start_desk(root: Path, *options: str) -> subprocess.Popen[str]:
    """A page for `root` in a process of its own, which says its address; it may still be starting."""
    command = [sys.executable, "-m", "renjadoc", "meja", str(root), "--tanpa-peramban", *options]
    # NiceGUI behaves otherwise below pytest, and this page is to run as it does for people.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment = {**inherited, "XDG_CACHE_HOME": str(root.parent / "simpanan")}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def read_address(process: subprocess.Popen[str]) -> str:
    """The first address that a page says."""
    assert process.stdout is not None
    address = _ADDRESS.search(process.stdout.readline())
    assert address is not None
    return address[0]


def find_port() -> int:
    """A port that is free, so that tests that run beside each other have each their own."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def await_that(window: Any, holds: Callable[[], Any]) -> None:
    """Let the window go on until something holds, of the files that the page writes for one; fails in the end."""
    until = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < until, "never came about"
        window.wait_for_timeout(50)


#: Whether a screen speaks with the page and waits for nothing more.
_READY = """() => window.socket?.connected && window.did_handshake
    && !document.querySelector("main .nicegui-content > div > .q-spinner")"""
#: Waits until a screen has not changed for half a second, ten seconds at most: some never rest.
_QUIET = """() => new Promise((done) => {
    const finish = () => { seen.disconnect(); done(); };
    let quiet = setTimeout(finish, 500);
    const seen = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(finish, 500); });
    seen.observe(document.body, {subtree: true, childList: true, characterData: true});
    setTimeout(finish, 10000);
})"""


def settle(window: Any) -> None:
    """Wait until a screen has all that it loads behind itself."""
    window.get_by_role("main").first.wait_for()
    window.wait_for_function(_READY)
    window.evaluate(_QUIET)


@contextmanager
def open_window(address: str, **options: Any) -> Iterator[Any]:
    """A window at `address`; `window.asked` are the addresses that it asked for, `window.said` is its console.

    Nothing in it slides: a click on what still moves may end beside it, though nobody would click there by hand.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*_SETTINGS])
        window = browser.new_context(reduced_motion="reduce", **options).new_page()
        window.set_default_timeout(_PATIENCE * 1000)
        window.asked, window.said = [], []
        window.on("request", lambda request: window.asked.append(request.url))
        window.on("console", lambda message: window.said.append(message.text))
        window.on("pageerror", lambda error: window.said.append(str(error)))
        window.goto(address)
        try:
            yield window
        except Exception:
            _tell_state(window)
            raise
        finally:
            browser.close()


def _tell_state(window: Any) -> None:
    """What stood in a window when a test failed in it."""
    with contextlib.suppress(Exception):
        print(window.url, window.locator("body").inner_text(timeout=5000), *window.said, sep="\n")
