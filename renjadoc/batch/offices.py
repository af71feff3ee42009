"""The offices of one run below a folder, those in zips among them, and what must be known of all of them at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from renjadoc.batch import archives, folders
from renjadoc.batch.archives import OpenedZips
from renjadoc.batch.ceilings import compare_ceilings
from renjadoc.batch.expected import tell_missing
from renjadoc.batch.folders import OfficeFolder
from renjadoc.batch.office import OfficeResult, Task
from renjadoc.batch.summary import Summary


def find_offices(folder: Path, output: Path, zips: OpenedZips) -> list[OfficeFolder]:
    """All content folders below `folder`, or in its zips. Raises ProblemsFound when there is none."""
    is_only_zips = zips.opened and (archives.is_zip(folder) or not folders.has_content(folder, output))
    return zips.name_offices(folder, [] if is_only_zips else folders.find_folders(folder, output))


def tell_others(folder: Path, output: Path) -> Iterator[str]:
    """What lies beside the offices and is none."""
    yield from (f"tidak berisi folder isi: {name}." for name in folders.find_empty(folder, output))
    yield from (f"tautan ke folder dilewati: {name}." for name in folders.find_linked(folder, output))


def finish_summary(
    results: Sequence[OfficeResult], seconds: float, tasks: Sequence[Task], zips: OpenedZips, others: Sequence[str],
    expected: list[str], ceilings: Mapping[str, int] | None,
) -> Summary:  # fmt: skip
    """The summary of a run, with the names of zips where it says the folders that they were unpacked in."""
    folder_of = {task.label: task.folder for task in tasks}
    named = sorted(results, key=lambda one: one.folder)
    made = Summary([zips.name_places(one, folder_of[one.folder]) for one in named], seconds)
    found = [*zips.told, *others, *tell_missing((one.nama for one in made.results), expected)]
    found += compare_ceilings(made.results, dict(ceilings)) if ceilings is not None else []
    return replace(made, found=tuple(found))
