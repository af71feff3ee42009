"""How far a run is, with the name of the office and the time that is left: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from renjadoc.batch.office import Outcome, Status
from renjadoc.batch.summary import duration

#: What is told of each outcome.
Tell = Callable[[Outcome], None]


@contextmanager
def shown(total: int) -> Iterator[Tell]:
    """A function to call with every outcome; on the error stream, so that a report can be piped."""
    if sys.stderr.isatty():
        with _bar(total) as tell:
            yield tell
    else:
        yield _lines(total)


@contextmanager
def _bar(total: int) -> Iterator[Tell]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("sisa"), TimeRemainingColumn(), TextColumn("{task.description}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("memulai …", total=total)

        def tell(outcome: Outcome) -> None:
            progress.update(bar, advance=1, description=escape(outcome.nama))
            if outcome.status == Status.FAILED:
                progress.console.print(f"gagal: {outcome.nama} ({outcome.folder})", markup=False, highlight=False)

        yield tell


def _lines(total: int) -> Tell:
    begun, done = time.monotonic(), 0

    def tell(outcome: Outcome) -> None:
        nonlocal done
        done += 1
        left = duration((time.monotonic() - begun) / done * (total - done))
        rest = f", sisa kira-kira {left}" if done < total else ""
        print(
            f"[{done}/{total}] {outcome.status}: {outcome.nama} ({outcome.folder}){rest}", file=sys.stderr, flush=True
        )

    return tell
