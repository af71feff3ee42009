"""Ctrl+C stops a run, also where Python loses the exception."""

from __future__ import annotations

import signal

import pytest

from renjadoc.batch import stopping


class _Pressed:
    """Is pressed when it goes."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_it_is_heeded_where_the_exception_was_lost() -> None:
    with stopping.heed_interrupt() as check:
        check()
        _Pressed()
        with pytest.raises(KeyboardInterrupt):
            check()


def test_it_stops_at_once_and_is_as_before_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), stopping.heed_interrupt():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
