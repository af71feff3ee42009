"""The run itself: killed workers, faults of one, how much is taken up at once, and the same on a Dask cluster."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from renjadoc.batch import crew, workers
from renjadoc.batch.office import Status, Task
from renjadoc.problem import ProblemsFound
from tests.batch import doomed
from tests.conftest import ROOT

try:
    import distributed
except ImportError:
    distributed = None

needs_cluster = pytest.mark.skipif(
    distributed is None and not os.environ.get("RENJADOC_WAJIB_LIBREOFFICE"), reason="distributed tidak terpasang"
)


def tasks(root: Path, *names: str, real: bool = False) -> list[Task]:
    """A task a name; with `real`, of a small content folder that can be made."""
    made = []
    for name in names:
        folder = root / name
        if real:
            shutil.copytree(ROOT / "tests" / "contoh" / "dasar", folder)
        folder.mkdir(exist_ok=True)
        made.append(Task(folder, name, root / "keluar" / f"{name}.docx", page_numbers=False))
    return made


def test_a_worker_killed_once_costs_nothing(tmp_path: Path) -> None:
    work = tasks(tmp_path, "a", "b", "c", "d", real=True)
    (work[1].folder / "mati-sekali").touch()
    found = {one.folder: one for one in crew.work_through(work, workers.local_workers(2), doomed.dies_once)}
    assert {name: one.status for name, one in found.items()} == dict.fromkeys("abcd", Status.MADE)
    assert all(task.output.is_file() for task in work)


def test_an_office_that_kills_every_worker_is_reported_and_stops_no_other(tmp_path: Path) -> None:
    work = tasks(tmp_path, *"abcdefgh")
    (work[2].folder / "mati").touch()
    found = {one.folder: one for one in crew.work_through(work, workers.local_workers(2), doomed.dies_always)}
    assert [name for name in "abcdefgh" if found[name].status == Status.FAILED] == ["c"]
    assert [problem["kode"] for problem in found["c"].masalah] == ["RJ080"]
    assert "dua kali terhenti" in found["c"].masalah[0]["pesan"]


def test_an_office_without_end_is_reported_and_stops_no_other(tmp_path: Path) -> None:
    work = tasks(tmp_path, *"abcd")
    (work[1].folder / "tak-selesai").touch()
    bounded = replace(workers.local_workers(2), seconds=1.5)
    found = {one.folder: one for one in crew.work_through(work, bounded, doomed.never_ends)}
    assert [name for name in "abcd" if found[name].status == Status.FAILED] == ["b"]
    assert "melebihi 0,025 menit" in found["b"].masalah[0]["pesan"]
    assert workers.local_workers(1).seconds == workers.OFFICE_SECONDS


def test_no_more_is_taken_up_than_the_workers_hold(tmp_path: Path) -> None:
    taken: list[str] = []

    def queue() -> Iterator[Task]:
        for task in tasks(tmp_path, *"abcdefghij"):
            taken.append(task.label)
            yield task

    outcomes = crew.work_through(queue(), crew.Workers(lambda: ThreadPoolExecutor(1), 3), doomed.counts_waiting)
    assert taken == []
    next(outcomes)
    assert len(taken) == 3
    assert len(list(outcomes)) == 9


def test_an_error_of_the_executor_is_that_of_its_task_alone(tmp_path: Path) -> None:
    def work(task: Task) -> Any:
        raise RuntimeError("versi pekerja berbeda")

    found = list(crew.work_through(tasks(tmp_path, "a", "b"), crew.Workers(lambda: ThreadPoolExecutor(1), 2), work))
    assert [one.status for one in found] == [Status.FAILED, Status.FAILED]
    assert "RuntimeError: versi pekerja berbeda" in found[0].masalah[0]["pesan"]


@needs_cluster
def test_a_cluster_makes_the_same_although_a_worker_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    work = tasks(tmp_path, *"abcdef", real=True)
    (work[1].folder / "mati-sekali").touch()
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as local,
        workers.cluster_workers(local.scheduler_address) as place,
    ):
        results = list(crew.work_through(work, place, doomed.dies_once))
    assert {one.folder: one.status for one in results} == dict.fromkeys("abcdef", Status.MADE)
    # Each was made by another process, and tells how long that took.
    assert all(one.detik > 0 for one in results)
    assert (work[1].folder / ".sudah").exists()
    again = {one.folder: one.status for one in crew.work_through(work, workers.local_workers(1))}
    assert again == dict.fromkeys("abcdef", Status.UNCHANGED)


@needs_cluster
def test_a_cluster_that_does_not_answer_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "CONNECT_SECONDS", 0.2)
    with pytest.raises(ProblemsFound, match="1 masalah"), workers.cluster_workers("tcp://127.0.0.1:1"):
        pass


@needs_cluster
def test_a_port_where_nobody_speaks_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "CONNECT_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(ProblemsFound) as caught, workers.cluster_workers(address):
            pass
    assert "klaster tidak menjawab" in caught.value.problems[0].message
