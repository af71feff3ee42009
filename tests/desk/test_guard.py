"""Who may speak to the page: only the window that was opened with the token, from this computer."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from renjadoc.desk.guard import KEY, MOST_BYTES, Guard

TOKEN, PORT = "rahasia-yang-panjang", 8427
HOST = f"127.0.0.1:{PORT}"


def ask(path: str = "/", query: str = "", kind: str = "http", sizes: list[int] | None = None, **headers: str) -> Any:
    """The first message that a request is answered with, and how many bytes reached the page behind the guard."""
    answers: list[Any] = []
    reached: list[int] = []
    bodies = [bytes(size) for size in sizes or [0]]

    async def page(scope: Any, receive: Any, send: Any) -> None:
        while (message := await receive())["type"] == "http.request":
            reached.append(len(message["body"]))
            if not message["more_body"]:
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive() -> Any:
        body = bodies.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(bodies)}

    async def send(message: Any) -> None:
        answers.append(message)

    named = {"host": HOST, **{name.replace("_", "-"): value for name, value in headers.items()}}
    raw = [(name.encode(), value.encode("latin-1")) for name, value in named.items()]
    scope = {"type": kind, "path": path, "method": "GET", "query_string": query.encode(), "headers": raw}
    asyncio.run(Guard(page, TOKEN, PORT)(scope, receive, send))
    return answers[0], sum(reached)


def test_the_first_address_gives_a_cookie_and_loses_the_token() -> None:
    answer, _ = ask(query=f"{KEY}={TOKEN}")
    headers = dict(answer["headers"])
    assert (answer["status"], headers[b"location"]) == (303, b"/")
    assert headers[b"set-cookie"] == f"{KEY}={TOKEN}; Path=/; HttpOnly; SameSite=Strict".encode()


def test_a_window_with_the_cookie_comes_through() -> None:
    assert ask("/renja/x/periksa", cookie=f"{KEY}={TOKEN}")[0]["status"] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"cookie": f"{KEY}=salah"},
        {"cookie": f"{KEY}={TOKEN}", "host": "jahat.example"},
        {"cookie": f"{KEY}={TOKEN}", "host": f"jahat.example:{PORT}"},
        {"cookie": f"{KEY}={TOKEN}", "host": "127.0.0.1:9999"},
        {"cookie": f"{KEY}={TOKEN}", "origin": "http://jahat.example"},
        {"cookie": f"{KEY}={TOKEN}", "origin": "null"},
        {"cookie": f"{KEY}={TOKEN}", "origin": f"https://{HOST}"},
    ],
)
def test_all_others_are_refused(headers: dict[str, str]) -> None:
    answer, reached = ask("/renja/x/masuk", **headers)
    assert (answer["status"], reached) == (403, 0)
    assert ask(kind="websocket", **headers)[0] == {"type": "websocket.close", "code": 1008}


def test_a_wrong_token_gives_no_cookie() -> None:
    assert ask(query=f"{KEY}=salah")[0]["status"] == 403


def test_what_is_sent_is_bounded_with_and_without_a_stated_length() -> None:
    cookie = f"{KEY}={TOKEN}"
    assert ask(cookie=cookie, content_length=str(MOST_BYTES + 1))[0]["status"] == 413
    assert ask(cookie=cookie, content_length="9" * 30)[0]["status"] == 413
    half = MOST_BYTES // 2
    _, reached = ask(cookie=cookie, sizes=[half, half, half])
    assert reached == 2 * half


@pytest.mark.parametrize("stated", ["-1", "x", "1e9", "²", "0x10", ""])
def test_a_length_that_is_no_number_is_no_fault(stated: str) -> None:
    assert ask(cookie=f"{KEY}={TOKEN}", content_length=stated)[0]["status"] == 200
