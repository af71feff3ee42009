"""Starts the page on this computer, opens the browser at it, and ends it when its last window is closed."""

from __future__ import annotations

import secrets
import socket
import time
import webbrowser
from pathlib import Path

from fastapi.responses import PlainTextResponse
from nicegui import Client, app, ui

from renjadoc.desk.guard import Guard
from renjadoc.desk.pages import add_pages
from renjadoc.desk.running import RunningDesk, find_running, remove_note, write_note

#: Where the page is first tried, so that a bookmark goes on working.
_FIRST_PORT = 8427
#: So long without a window, in seconds, and the page ends.
IDLE_SECONDS = 60.0


def open_desk(root: Path, *, show: bool = True, port: int | None = None, idle_seconds: float = IDLE_SECONDS) -> None:
    """Run the page for the content folders of `root` until it is closed; open the running one if there is one.

    `port` is asked for, another is taken where it is in use. Returns when the last window has been closed for
    `idle_seconds`.
    """
    root = root.resolve()
    root.mkdir(parents=True, exist_ok=True)
    running = find_running(root)
    if running is not None:
        _show(running, show)
        return
    desk = RunningDesk(str(root), _free_port(port or _FIRST_PORT), secrets.token_urlsafe(32))
    app.add_middleware(Guard, token=desk.token, port=desk.port)
    app.get("/hidup")(lambda: PlainTextResponse("renjadoc"))
    add_pages(root)
    app.on_startup(lambda: _begin(desk, show))
    app.on_shutdown(lambda: remove_note(desk))
    _Idle(idle_seconds).watch()
    ui.run(
        host="127.0.0.1", port=desk.port, title="Renja", language="id", dark=None, favicon="📄",
        show=False, reload=False, show_welcome_message=False, uvicorn_logging_level="error",
        reconnect_timeout=30, binding_refresh_interval=None,
    )  # fmt: skip


def _begin(desk: RunningDesk, show: bool) -> None:
    write_note(desk)
    _show(desk, show)


def _show(desk: RunningDesk, show: bool) -> None:
    """Open the browser; the address is printed too, for whoever's browser does not open by itself."""
    print(f"Renja terbuka di peramban: {desk.address}", flush=True)
    if show:
        webbrowser.open(desk.address)


def _free_port(wanted: int) -> int:
    """The port that was asked for, or any other that is free."""
    for port in (wanted, 0):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no port is free")


class _Idle:
    """Ends the page when no window has been connected for a while."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._since = seconds, time.monotonic()

    def watch(self) -> None:
        app.on_startup(lambda: app.timer(min(5.0, self._seconds / 2), self._look))

    def _look(self) -> None:
        if any(client.has_socket_connection for client in Client.instances.values()):
            self._since = time.monotonic()
        elif time.monotonic() - self._since > self._seconds:
            app.shutdown()
