"""Who does the work of a run: processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from renjadoc.batch.crew import Workers
from renjadoc.problem import Location, Problem, ProblemsFound

#: A cluster that does not answer within this is not there.
CONNECT_SECONDS = 10


def local_workers(count: int) -> Workers:
    """`count` processes of this machine, with one more task each in waiting."""

    def start_pool() -> Executor:
        # Spawned as on Windows: a fork would copy the threads' locks of the progress bar.
        spawning = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(count, spawning, _prepare_process)

    return Workers(start_pool, 2 * count)


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
        client: Any = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        hint = "Periksa alamatnya, dan apakah penjadwal (dask scheduler) berjalan."
        raise _refusal(address, f"klaster tidak menjawab ({error})", hint) from error
    with client:
        cores = sum(client.ncores().values())
        # pure=False: the same folder is made again in a second run of the same cluster.
        yield Workers(lambda: client.get_executor(pure=False), 2 * max(cores, 1))


def _refusal(address: str, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem("RJ080", Location(address), message, hint)])
