"""How far a run is, with the name of the office and the time that is left: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from renjadoc.batch.office import OfficeResult, Status
from renjadoc.batch.summary import say_duration
from renjadoc.terminal import neutralize, say

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
    with click.progressbar(
        length=total, label="Perangkat daerah", show_pos=True, item_show_func=_name_office, file=sys.stderr
    ) as bar:

        def advance(result: OfficeResult) -> None:
            if result.status == Status.FAILED:
                click.echo("\r\x1b[K", nl=False, err=True)
                say(f"gagal: {result.nama} ({result.folder})", err=True)
            bar.update(1, result)

        yield advance


def _name_office(result: OfficeResult | None) -> str:
    return neutralize(result.nama) if result else "memulai …"


def _print_lines(total: int) -> Advance:
    begun, done = time.monotonic(), 0

    def advance(result: OfficeResult) -> None:
        nonlocal done
        done += 1
        left = say_duration((time.monotonic() - begun) / done * (total - done))
        rest = f", sisa kira-kira {left}" if done < total else ""
        said = f"[{done}/{total}] {result.status}: {result.nama} ({result.folder}){rest}"
        say(said, err=True)

    return advance
