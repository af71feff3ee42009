"""Who does the work of a run: processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from renjadoc.batch.crew import Workers
from renjadoc.problem import Location, Problem, ProblemsFound

#: A cluster that does not answer within this is not there.
CONNECT_SECONDS = 10
#: The largest documents take a minute or two on an old computer; one that takes this is never done.
OFFICE_SECONDS = 600


def local_workers(count: int) -> Workers:
    """`count` processes of this machine, with one more task each in waiting."""

    def start_pool() -> Executor:
        # Spawned as on Windows: a fork would copy the threads' locks of the progress bar.
        spawning = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(count, spawning, _prepare_process)

    return Workers(start_pool, 2 * count, OFFICE_SECONDS)


def _prepare_process() -> None:
    """A worker leaves Ctrl+C to its parent, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def cluster_workers(address: str) -> Iterator[Workers]:
    """The workers of the Dask cluster at `address` (tcp://…), which must see the same folders by the same paths.

    Raises ProblemsFound when distributed is not installed or the cluster does not answer.
    """
    try:
        from distributed import Client
    except ImportError as error:
        hint = "Pasang dengan: pip install 'renjadoc[klaster]', atau jalankan tanpa --klaster."
        raise _refusal(address, "pustaka distributed belum terpasang", hint) from error
    try:
        client = _wait_for(lambda: Client(address, timeout=CONNECT_SECONDS, set_as_default=False))  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        hint = "Periksa alamatnya (misalnya tcp://10.0.0.5:8786), dan apakah penjadwal (dask scheduler) berjalan."
        raise _refusal(address, "klaster tidak menjawab", hint) from error
    with client:
        cores = sum(client.ncores().values())
        # pure=False: the same folder is made again in a second run of the same cluster.
        yield Workers(lambda: client.get_executor(pure=False), 2 * max(cores, 1), patience=2 * OFFICE_SECONDS)


def _wait_for(connect: Callable[[], Any]) -> Any:
    """What `connect` gives. It has a bound of its own, but waits for ever where a port is open and nobody speaks."""
    answer: Future[Any] = Future()

    def try_it() -> None:
        try:
            answer.set_result(connect())
        except Exception as error:
            answer.set_exception(error)

    threading.Thread(target=try_it, daemon=True).start()
    try:
        return answer.result(2 * CONNECT_SECONDS)
    except TimeoutError as error:
        raise TimeoutError(str(error) or f"lebih dari {2 * CONNECT_SECONDS} detik") from error


def _refusal(address: str, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem("RJ080", Location(address), message, hint)])
