"""`renjadoc bentuk`: a table in another form, such as T-C.29 or Tabel 4.1."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renjadoc.commands import asking
from renjadoc.commands.parameters import PATH
from renjadoc.problem import say_rest

if TYPE_CHECKING:
    from renjadoc.edits.plan import Plan

#: What is said in the place of a table for the arrangement of the chapters.
_OUTLINE = "kerangka"
#: So many changes of a kind are shown; the rest is counted.
_SHOWN = 12


@click.command()
@click.argument("folder", type=PATH)
@click.argument("tabel", type=str)
@click.argument("bentuk", type=str)
@asking.edit_options
def command(folder: Path, tabel: str, bentuk: str, ya: bool, coba: bool, shape: str) -> int:
    """Mengganti bentuk TABEL dalam FOLDER menjadi BENTUK.

    TABEL adalah nama berkas tabel, misalnya evaluasi; "tabel" berarti semua tabel yang mempunyai bentuk itu. BENTUK:
    permendagri-86, permendagri-14, atau semula. Isian yang tidak dicetak bentuk baru tetap tersimpan. TABEL "kerangka"
    mengganti susunan bab; BENTUK lalu nama kerangka, misalnya permendagri-14-2026.
    """
    if tabel == _OUTLINE:
        return _change_outline(folder, bentuk, ya=ya, coba=coba)
    from renjadoc.reshape.tables import plan_form

    plan = plan_form(folder, tabel, bentuk)
    action = f"bentuk {tabel} {bentuk}"
    return asking.settle_plan(
        plan, lambda: _write_lines(plan), lambda: _as_json(plan), ya=ya, coba=coba, shape=shape, action=action
    )


def _change_outline(folder: Path, name: str, *, ya: bool, coba: bool) -> int:
    """The folder in another outline, asked for as every change is."""
    from datetime import datetime

    from renjadoc.edits import changeset
    from renjadoc.reshape.outline_files import describe_outline, plan_outline
    from renjadoc.terminal import say, say_lines

    files, read, made = plan_outline(folder, name)
    say_lines(describe_outline(made))
    if coba or not (ya or click.confirm("Tulis?", default=False)):
        say("Tidak ada yang ditulis.")
        return 0
    backup = changeset.write_files(folder, files, read, datetime.now(), f"bentuk {_OUTLINE} {name}")
    say(f"Selesai: {len(files)} berkas ditulis. Berkas lama disimpan di {backup}.")
    return 0


def _write_lines(plan: Plan) -> Iterator[str]:
    if not plan.changes:
        yield "Tidak ada yang perlu ditulis: bentuknya sudah begitu."
    for change in plan.changes[:_SHOWN]:
        yield asking.describe_change(plan.root, change)
        yield f"    {change.old} → {change.new}" if change.old else f"    + {change.new}"
    yield from say_rest(len(plan.changes) - _SHOWN, "")
    opened = sum(change.kind == "tambah" for change in plan.changes)
    yield f"{len(plan.changes)} perubahan, {opened} di antaranya sel baru yang perlu diisi."
    yield from (f"Perhatian: {note}" for note in plan.notes)


def _as_json(plan: Plan) -> dict[str, Any]:
    return {
        "perubahan": [
            {
                "jenis": change.kind, "berkas": change.file, "letak": change.pointer, "baris": change.row,
                "lama": change.old, "baru": change.new,
            }
            for change in plan.changes
        ],
        "catatan": plan.notes,
    }  # fmt: skip
