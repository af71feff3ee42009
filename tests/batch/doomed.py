"""What a worker is made to do in the tests; here, so that other processes can import it."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

from renjadoc.batch.office import OfficeResult, Status, Task, make_office


def _marked(task: Task, name: str) -> bool:
    """Whether the mark `name` stands in the folder; it does from now on."""
    mark = Path(task.folder, name)
    stood = mark.exists()
    mark.touch()
    return stood


def dies_once(task: Task) -> OfficeResult:
    """The first call for a folder with a file `mati-sekali` kills its process; all others make the document."""
    if Path(task.folder, "mati-sekali").exists() and not _marked(task, ".sudah"):
        os.kill(os.getpid(), signal.SIGKILL)
    return make_office(task)


def dies_always(task: Task) -> OfficeResult:
    """A folder with a file `mati` kills every process that takes it up."""
    if Path(task.folder, "mati").exists():
        os.kill(os.getpid(), signal.SIGKILL)
    return OfficeResult(task.label, task.output.name, Status.MADE)


def never_ends(task: Task) -> OfficeResult:
    """A folder with a file `tak-selesai` keeps its process in one call that gives nobody a turn."""
    if Path(task.folder, "tak-selesai").exists():
        re.fullmatch("(a+)+", "a" * 60 + "b")
    return OfficeResult(task.label, task.output.name, Status.MADE)


def counts_waiting(task: Task) -> OfficeResult:
    """Leaves a mark that it was taken up."""
    Path(task.folder, ".diambil").touch()
    return OfficeResult(task.label, task.output.name, Status.MADE)
