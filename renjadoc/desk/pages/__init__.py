"""The screens of the page, a file each; `add_pages` makes them known to the server."""

from __future__ import annotations

from pathlib import Path

from nicegui import app

from renjadoc.desk.pages import (
    adoption,
    amendment,
    carried,
    chapter,
    checking,
    comparing,
    contents,
    cover,
    everything,
    history,
    home,
    incoming,
    knowledge,
    laws,
    next_year,
    nowhere,
    preview,
    remarks,
    start,
    table,
    words,
)
from renjadoc.desk.pages.frame import show_failure, tell_failure

_SCREENS = (
    home, start, adoption, amendment, next_year, everything, contents, chapter, table, cover, laws, carried, words,
    knowledge, checking, preview, incoming, remarks, comparing, history,
    nowhere,  # The last: it takes every address that no other screen has.
)  # fmt: skip


def add_pages(root: Path) -> None:
    """Make all screens for the content folders of `root`, and one for what cannot be shown."""
    app.on_page_exception(show_failure)
    app.on_exception(tell_failure)
    for screen in _SCREENS:
        screen.add_screen(root)
