"""Works offices through an executor: so many at once, one fault or killed process stops no other."""

from __future__ import annotations

import faulthandler
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from renjadoc.batch.office import OfficeResult, Task, fail_stopped_task, make_office

Work = Callable[[Task], OfficeResult]


@dataclass(frozen=True)
class Workers:
    """Who does the work: how to get an executor of them, and how many tasks it holds at once.

    More than that are never handed over, so that memory grows with the workers and not with the documents.
    `seconds` bounds the work on one office; only for workers that are processes, for it ends the whole process.
    `patience` is how long one office is waited for where its worker cannot be ended, in seconds.
    """

    executor: Callable[[], Executor]
    width: int
    seconds: float | None = None
    patience: float | None = None


def work_through(tasks: Iterable[Task], workers: Workers, work: Work = make_office) -> Iterator[OfficeResult]:
    """The result of every task, as they finish.

    When a worker dies, the tasks it may have died of are taken up again one by one, each in an executor of its own:
    the one that kills that too is reported, the others are made.
    """
    crew = _Crew(workers, work)
    queue = iter(tasks)
    while True:
        yield from crew.work_off(queue)
        lost, crew.lost = crew.lost, []
        if not lost:
            return
        for task in lost:
            yield from _work_alone(task, workers, work)


def _work_alone(task: Task, workers: Workers, work: Work) -> Iterator[OfficeResult]:
    crew = _Crew(replace(workers, width=1), work)
    yield from crew.work_off(iter([task]))
    if crew.lost:
        reason = "proses yang membuatnya dua kali terhenti sebelum selesai, mungkin karena memori habis"
        if workers.seconds:
            reason += f" atau pekerjaannya melebihi {workers.seconds / 60:g} menit".replace(".", ",")
        yield fail_stopped_task(task, reason)


def _work_in_time(seconds: float, work: Work, task: Task) -> OfficeResult:
    """What `work` makes; a process that is still at it after that many seconds ends, whatever it is doing."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        # Its watch needs no turn of Python's: it ends a pattern that never ends, and on Windows too.
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return work(task)
        finally:
            faulthandler.cancel_dump_traceback_later()


@dataclass
class _Crew:
    """One executor at a time, until its work is done or it breaks; `lost` are the tasks that it then had in hand."""

    workers: Workers
    work: Work
    lost: list[Task] = field(default_factory=list)
    #: When each task was handed over.
    begun: dict[Future[OfficeResult], float] = field(default_factory=dict)
    _gave_up: bool = False

    def work_off(self, queue: Iterator[Task]) -> Iterator[OfficeResult]:
        running: dict[Future[OfficeResult], Task] = {}
        executor = self.workers.executor()
        try:
            while True:
                if not self.lost:
                    self._hand_over(executor, queue, running)
                if not running:
                    return
                done, _ = wait(running, timeout=self._time_left(running), return_when=FIRST_COMPLETED)
                for future in done:
                    yield from self._take_result(future, running.pop(future))
                for future in [one for one in running if self._is_overdue(one)]:
                    yield self._give_up(future, running.pop(future))
        finally:
            for future in running:
                future.cancel()
            # What was given up may never end.
            executor.shutdown(wait=not self._gave_up)

    def _time_left(self, running: dict[Future[OfficeResult], Task]) -> float | None:
        """How long it may take until the first of them is overdue."""
        if self.workers.patience is None:
            return None
        return max(0.1, min(self.begun[one] for one in running) + self.workers.patience - time.monotonic())

    def _is_overdue(self, future: Future[OfficeResult]) -> bool:
        patience = self.workers.patience
        return patience is not None and not future.done() and time.monotonic() - self.begun[future] >= patience

    def _give_up(self, future: Future[OfficeResult], task: Task) -> OfficeResult:
        self._gave_up = True
        future.cancel()
        minutes = f"{(self.workers.patience or 0) / 60:g}".replace(".", ",")
        return fail_stopped_task(task, f"pekerjaannya melebihi {minutes} menit, dan tidak ditunggu lagi")

    def _hand_over(self, executor: Executor, queue: Iterator[Task], running: dict[Future[OfficeResult], Task]) -> None:
        seconds = self.workers.seconds
        work = partial(_work_in_time, seconds, self.work) if seconds else self.work
        for task in islice(queue, self.workers.width - len(running)):
            try:
                future = executor.submit(work, task)
                running[future], self.begun[future] = task, time.monotonic()
            except BrokenExecutor:
                self.lost.append(task)

    def _take_result(self, future: Future[OfficeResult], task: Task) -> Iterator[OfficeResult]:
        try:
            yield future.result()
        except BrokenExecutor:
            self.lost.append(task)
        except Exception as error:  # What a cluster says of a task that it could not do.
            said = f"{type(error).__name__}: {error}"
            yield fail_stopped_task(task, f"pekerja tidak dapat menyelesaikan perangkat daerah ini ({said})")
