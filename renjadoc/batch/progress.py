"""How far a run is, with the name of the office and the time that is left: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from renjadoc.batch.office import OfficeResult, Status
from renjadoc.batch.summary import say_duration

#: What is called with each result.
Advance = Callable[[OfficeResult], None]


@contextmanager
def show_progress(total: int) -> Iterator[Advance]:
    """A function to call with every result; on the error stream, so that a report can be piped."""
    if sys.stderr.isatty():
        with _show_bar(total) as advance:
            yield advance
    else:
        yield _print_lines(total)


@contextmanager
def _show_bar(total: int) -> Iterator[Advance]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("sisa"), TimeRemainingColumn(), TextColumn("{task.description}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("memulai …", total=total)

        def advance(result: OfficeResult) -> None:
            progress.update(bar, advance=1, description=escape(result.nama))
            if result.status == Status.FAILED:
                progress.console.print(f"gagal: {result.nama} ({result.folder})", markup=False, highlight=False)

        yield advance


def _print_lines(total: int) -> Advance:
    begun, done = time.monotonic(), 0

    def advance(result: OfficeResult) -> None:
        nonlocal done
        done += 1
        left = say_duration((time.monotonic() - begun) / done * (total - done))
        rest = f", sisa kira-kira {left}" if done < total else ""
        said = f"[{done}/{total}] {result.status}: {result.nama} ({result.folder}){rest}"
        print(said, file=sys.stderr, flush=True)

    return advance
