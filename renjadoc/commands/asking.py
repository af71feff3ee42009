"""What the commands that bring edits into a folder share: changes are shown, asked for, and written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from renjadoc.edits.edit import Change
    from renjadoc.edits.plan import Plan

#: How each kind of change begins its line.
SIGNS = {"ubah": "~", "tambah": "+", "hapus": "-", "pindah": ">"}

_Function = TypeVar("_Function", bound=Callable[..., Any])


def edit_options(function: _Function) -> _Function:
    """The options `ya`, `coba` and `shape`, which `settle_plan` takes."""
    ya = click.option("--ya", is_flag=True, help="Tulis tanpa bertanya.")
    coba = click.option("--coba", is_flag=True, help="Hanya tunjukkan; tidak ada yang ditulis.")
    choice = click.Choice(["teks", "json"])
    shape = click.option("--format", "shape", type=choice, default="teks", help="Bentuk laporan.")
    return ya(coba(shape(function)))


def settle_plan(
    plan: Plan,
    write_lines: Callable[[], Iterable[str]],
    as_json: Callable[[], Any],
    *,
    ya: bool,
    coba: bool,
    shape: str,
    action: str,
) -> int:
    """Show a plan as text (`write_lines`) or JSON (`as_json`), ask, write; the exit code.

    `action` is what the history of the folder calls it. Raises ProblemsFound.
    """
    from renjadoc.edits import changeset

    files = plan.files
    click.echo(json.dumps(as_json(), ensure_ascii=False, indent=2) if shape == "json" else "\n".join(write_lines()))
    if files and not coba and (ya or _is_agreed(shape)):
        backup = changeset.write_files(plan.root, files, plan.read, datetime.now(), action)
        if shape == "teks":
            click.echo(f"Selesai: {len(files)} berkas ditulis. Berkas lama disimpan di {backup}.")
    return 0 if plan.whole else 1


def describe_change(root: Path, change: Change) -> str:
    """The first line on a change: its kind, where it comes from, where it stands, its column, who made it."""
    place = f"{root.as_posix()}/{change.file} {change.pointer}".rstrip()
    parts = [f"{SIGNS[change.kind]} {change.kind}", change.source, place, change.column]
    authors = f" ({', '.join(change.authors)})" if change.authors else ""
    return "  ".join(part for part in parts if part) + authors


def _is_agreed(shape: str) -> bool:
    # A program that reads JSON cannot be asked.
    return shape == "teks" and click.confirm("Tulis perubahan ini?", default=False)
