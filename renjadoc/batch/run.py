"""Runs the offices through an executor: so many at once, one fault or killed process stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field
from itertools import islice

from renjadoc.batch.office import Outcome, Task, make_office, stopped

Work = Callable[[Task], Outcome]


@dataclass(frozen=True)
class Place:
    """Where the work is done: how to get an executor of so many workers, and how many tasks it holds at once.

    More than that are never handed over, so that memory grows with the workers and not with the documents.
    """

    executor: Callable[[], Executor]
    width: int


def outcomes(tasks: Iterable[Task], place: Place, work: Work = make_office) -> Iterator[Outcome]:
    """The outcome of every task, as they finish.

    When a worker dies, the tasks it may have died of are taken up again one by one, each in an executor of its own:
    the one that kills that too is reported, the others are made.
    """
    queue = iter(tasks)
    while True:
        crew = _Crew(place, work)
        yield from crew.through(queue)
        if not crew.lost:
            return
        for task in crew.lost:
            yield from _alone(task, place, work)


@dataclass
class _Crew:
    """One executor until its work is done or it breaks; `lost` are the tasks that it then had in hand."""

    place: Place
    work: Work
    lost: list[Task] = field(default_factory=list)

    def through(self, queue: Iterator[Task]) -> Iterator[Outcome]:
        running: dict[Future[Outcome], Task] = {}
        executor = self.place.executor()
        try:
            while True:
                if not self.lost:
                    self._hand_over(executor, queue, running)
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from self._result(future, running.pop(future))
        finally:
            for future in running:
                future.cancel()
            executor.shutdown()

    def _hand_over(self, executor: Executor, queue: Iterator[Task], running: dict[Future[Outcome], Task]) -> None:
        for task in islice(queue, self.place.width - len(running)):
            try:
                running[executor.submit(self.work, task)] = task
            except BrokenExecutor:
                self.lost.append(task)

    def _result(self, future: Future[Outcome], task: Task) -> Iterator[Outcome]:
        try:
            yield future.result()
        except BrokenExecutor:
            self.lost.append(task)
        except Exception as error:  # What a cluster says of a task that it could not do.
            yield stopped(
                task, f"pekerja tidak dapat menyelesaikan perangkat daerah ini ({type(error).__name__}: {error})"
            )


def _alone(task: Task, place: Place, work: Work) -> Iterator[Outcome]:
    crew = _Crew(Place(place.executor, 1), work)
    yield from crew.through(iter([task]))
    if crew.lost:
        yield stopped(task, "proses yang membuatnya dua kali terhenti sebelum selesai, mungkin karena memori habis")
