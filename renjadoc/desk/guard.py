"""Who may speak to the page: only this computer's own window, by a token made at start; sizes are bounded."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

#: The name of the cookie and of the parameter of the first address that carry the token.
KEY = "kunci"
#: Nothing that is sent to the page may be larger, in bytes: a Word file full of pictures is far smaller.
MOST_BYTES = 64 * 1024 * 1024

_REFUSED = "Halaman ini hanya untuk jendela renjadoc di komputer ini. Buka lagi dari “Mulai Renja”."
_TOO_LARGE = "Berkas ini terlalu besar."


class Guard:
    """ASGI middleware that refuses every request but those of the window that was opened with the token.

    `port` is the one that the server listens on; a page from elsewhere has another Origin, a name that was pointed to
    this computer another Host.
    """

    def __init__(self, app: App, token: str, port: int) -> None:
        self._app, self._token = app, token
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if not self._is_local(headers):
            await _refuse(scope, send, 403, _REFUSED)
        elif self._is_first(scope):
            await _let_in(send, self._token)
        elif not self._has_token(headers):
            await _refuse(scope, send, 403, _REFUSED)
        elif _read_length(headers.get("content-length", "")) > MOST_BYTES:
            await _refuse(scope, send, 413, _TOO_LARGE)
        else:
            await self._app(scope, _bounded(receive), send)

    def _is_local(self, headers: dict[str, str]) -> bool:
        host, origin = headers.get("host", ""), headers.get("origin")
        return host in self._hosts and (origin is None or origin.removeprefix("http://") in self._hosts)

    def _is_first(self, scope: Scope) -> bool:
        """Whether this is the first address, which carries the token itself."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            return False
        stated = parse_qs(scope["query_string"].decode("latin-1")).get(KEY, [""])[0]
        return secrets.compare_digest(stated.encode(), self._token.encode())

    def _has_token(self, headers: dict[str, str]) -> bool:
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(KEY)
        except CookieError:
            return False
        return cookie is not None and secrets.compare_digest(cookie.value.encode(), self._token.encode())


def _read_length(stated: str) -> int:
    """What a request says of its length; the server counts what arrives, so what cannot be read says nothing."""
    return int(stated[:20]) if stated.isascii() and stated.isdigit() else 0


def _bounded(receive: Receive) -> Receive:
    """What arrives, cut off where a request without a stated length grows too large."""
    arrived = 0

    async def receive_some() -> MutableMapping[str, Any]:
        nonlocal arrived
        message = await receive()
        if message["type"] == "http.request":
            arrived += len(message.get("body", b""))
            if arrived > MOST_BYTES:
                return {"type": "http.disconnect"}
        return message

    return receive_some


async def _let_in(send: Send, token: str) -> None:
    """Give the window its cookie and send it to the address without the token, which may stay in a history."""
    cookie = f"{KEY}={token}; Path=/; HttpOnly; SameSite=Strict"
    headers = [(b"location", b"/"), (b"set-cookie", cookie.encode()), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _refuse(scope: Scope, send: Send, status: int, text: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})
