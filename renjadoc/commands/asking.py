"""What the commands that bring edits into a folder share: changes are shown, asked for, and written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click

if TYPE_CHECKING:
    from renjadoc.edits.edit import Change

#: How each kind of change begins its line.
SIGNS = {"ubah": "~", "tambah": "+", "hapus": "-", "pindah": ">"}

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Plan(Protocol):
    """What would be written into the folder `root`, and whether all that came in is among it."""

    root: Path

    @property
    def files(self) -> dict[str, str]: ...

    @property
    def whole(self) -> bool: ...


def options(function: _Function) -> _Function:
    """The options `ya`, `coba` and `shape`, which `settle` takes."""
    ya = click.option("--ya", is_flag=True, help="Tulis tanpa bertanya.")
    coba = click.option("--coba", is_flag=True, help="Hanya tunjukkan; tidak ada yang ditulis.")
    choice = click.Choice(["teks", "json"])
    shape = click.option("--format", "shape", type=choice, default="teks", help="Bentuk laporan.")
    return ya(coba(shape(function)))


def settle(
    plan: Plan,
    lines: Callable[[], Iterable[str]],
    data: Callable[[], Any],
    *,
    ya: bool,
    coba: bool,
    shape: str,
) -> int:
    """Show a plan as text (`lines`) or JSON (`data`), ask, write; the exit code. Raises ProblemsFound."""
    from renjadoc.edits import changeset

    files = plan.files
    before = changeset.stamp(plan.root, files)
    click.echo(json.dumps(data(), ensure_ascii=False, indent=2) if shape == "json" else "\n".join(lines()))
    if files and not coba and (ya or _agreed(shape)):
        changeset.refuse_changed(plan.root, files, before)
        kept = changeset.write(plan.root, files, datetime.now())
        if shape == "teks":
            click.echo(f"Selesai: {len(files)} berkas ditulis. Berkas lama disimpan di {kept}.")
    return 0 if plan.whole else 1


def describe_change(root: Path, change: Change) -> str:
    """The first line on a change: its kind, where it comes from, where it stands, its column, who made it."""
    place = f"{root.as_posix()}/{change.file} {change.pointer}".rstrip()
    parts = [f"{SIGNS[change.kind]} {change.kind}", change.source, place, change.column]
    authors = f" ({', '.join(change.authors)})" if change.authors else ""
    return "  ".join(part for part in parts if part) + authors


def _agreed(shape: str) -> bool:
    # A program that reads JSON cannot be asked.
    return shape == "teks" and click.confirm("Tulis perubahan ini?", default=False)
