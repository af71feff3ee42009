"""When the page ends by itself: a while after the last window was closed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from renjadoc.desk import server


@pytest.mark.parametrize(("patience", "pause"), [(3.0, 1.5), (60.0, 5.0)])
def test_it_looks_every_now_and_then_whether_a_window_is_there(
    monkeypatch: pytest.MonkeyPatch, patience: float, pause: float
) -> None:
    now, ended, timers = [0.0], [], []
    windows = {1: SimpleNamespace(has_socket_connection=True)}
    page = SimpleNamespace(
        on_startup=lambda begin: begin(), timer=lambda *said: timers.append(said), shutdown=lambda: ended.append(now[0])
    )
    monkeypatch.setattr(server, "app", page)
    monkeypatch.setattr(server, "Client", SimpleNamespace(instances=windows))
    monkeypatch.setattr(server, "time", SimpleNamespace(monotonic=lambda: now[0]))
    server._Idle(patience).watch()
    ((every, look),) = timers
    assert every == pause
    now[0] = 2 * patience
    look()
    windows.clear()
    for late in (2.5 * patience, 3 * patience + 0.5):
        now[0] = late
        look()
    assert ended == [3 * patience + 0.5]
