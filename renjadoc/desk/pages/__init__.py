"""The screens of the page, a file each; `add_pages` makes them known to the server."""

from __future__ import annotations

from pathlib import Path

from nicegui import app

from renjadoc.desk.pages import (
    chapter,
    checking,
    comparing,
    contents,
    cover,
    everything,
    history,
    home,
    incoming,
    laws,
    preview,
    remarks,
    start,
    table,
)
from renjadoc.desk.pages.frame import show_failure, tell_failure

_SCREENS = (
    home, start, everything, contents, chapter, table, cover, laws, checking, preview, incoming, remarks, comparing,
    history,
)  # fmt: skip


def add_pages(root: Path) -> None:
    """Make all screens for the content folders of `root`, and one for what cannot be shown."""
    app.on_page_exception(show_failure)
    app.on_exception(tell_failure)
    for screen in _SCREENS:
        screen.add(root)
