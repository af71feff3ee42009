"""Starts the page on this computer, opens the browser at it, and ends it when its last window is closed."""

from __future__ import annotations

import contextlib
import secrets
import socket
import time
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from nicegui import Client, app, ui

from renjadoc.desk.guard import Guard
from renjadoc.desk.pages import add_pages
from renjadoc.desk.running import RunningDesk, find_running, one_at_a_time, remove_note, write_note

#: Where the page is first tried, so that a bookmark goes on working.
_FIRST_PORT = 8427
#: So long without a window, in seconds, and the page ends.
IDLE_SECONDS = 60.0


def open_desk(root: Path, *, show: bool = True, port: int | None = None, idle_seconds: float = IDLE_SECONDS) -> None:
    """Run the page for the content folders of `root` until it is closed; open the running one if there is one.

    `port` is asked for, another is taken where it is in use. Returns when the last window has been closed for
    `idle_seconds`. Raises OSError where no port can be had.
    """
    root = root.resolve()
    root.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as until_closed:
        with one_at_a_time():
            running = find_running(root)
            if running is None:
                listening = until_closed.enter_context(_listen(port or _FIRST_PORT))
                desk = RunningDesk(str(root), int(listening.getsockname()[1]), secrets.token_urlsafe(32))
                until_closed.enter_context(_noted(desk))
        if running is not None:
            _show(running, show)
            return
        add_pages(root)
        _Idle(idle_seconds).watch()
        config = uvicorn.Config(_guard_pages(desk), ws="wsproto", log_level="error", proxy_headers=False)
        _Server(config, desk, show).run([listening])


def _guard_pages(desk: RunningDesk) -> FastAPI:
    """All that can be asked for, behind the guard."""
    guarded = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    guarded.add_middleware(Guard, token=desk.token, port=desk.port)
    guarded.get("/hidup")(lambda: PlainTextResponse("renjadoc"))
    ui.run_with(
        guarded, title="Renja", language="id", dark=None, favicon="📄", show_welcome_message=False,
        reconnect_timeout=30, binding_refresh_interval=None,
    )  # fmt: skip
    return guarded


class _Server(uvicorn.Server):
    """Opens the browser as soon as the page answers, and not before."""

    def __init__(self, config: uvicorn.Config, desk: RunningDesk, show: bool) -> None:
        super().__init__(config)
        self._desk, self._is_shown = desk, show

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        _show(self._desk, self._is_shown)


@contextlib.contextmanager
def _noted(desk: RunningDesk) -> Iterator[None]:
    """A page is noted from the moment on that its port is its own: who starts another waits for it."""
    write_note(desk)
    try:
        yield
    finally:
        remove_note(desk)


def _show(desk: RunningDesk, show: bool) -> None:
    """Open the browser; the address is printed too, for whoever's browser does not open by itself."""
    print(f"Renja terbuka di peramban: {desk.address}", flush=True)
    if show:
        webbrowser.open(desk.address)


def _listen(wanted: int) -> socket.socket:
    """A socket at the port that was asked for, or at any other that is free; nobody else can take it from then on."""
    with contextlib.suppress(OSError):
        return socket.create_server(("127.0.0.1", wanted))
    return socket.create_server(("127.0.0.1", 0))


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
