"""The screens of the page, a file each; `add_pages` makes them known to the server."""

from __future__ import annotations

from pathlib import Path

from renjadoc.desk.pages import checking, history, home, incoming, preview, start


def add_pages(root: Path) -> None:
    """Make all screens for the content folders of `root`."""
    for screen in (home, start, checking, preview, incoming, history):
        screen.add(root)
