"""`renjadoc bentuk`: a table in another form, such as T-C.29 or Tabel 4.1."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renjadoc.commands import asking

if TYPE_CHECKING:
    from renjadoc.edits.plan import Plan

_PATH = click.Path(path_type=Path)
#: So many changes of a kind are shown; the rest is counted.
_SHOWN = 12


@click.command()
@click.argument("folder", type=_PATH)
@click.argument("tabel", type=str)
@click.argument("bentuk", type=str)
@asking.edit_options
def command(folder: Path, tabel: str, bentuk: str, ya: bool, coba: bool, shape: str) -> int:
    """Mengganti bentuk TABEL dalam FOLDER menjadi BENTUK.

    TABEL adalah nama berkas tabel, misalnya evaluasi; "tabel" berarti semua tabel yang mempunyai bentuk itu. BENTUK:
    permendagri-86, permendagri-14, atau semula. Isian yang tidak dicetak bentuk baru tetap tersimpan.
    """
    from renjadoc.reshape.tables import plan_form

    plan = plan_form(folder, tabel, bentuk)
    action = f"bentuk {tabel} {bentuk}"
    return asking.settle_plan(
        plan, lambda: _write_lines(plan), lambda: _as_json(plan), ya=ya, coba=coba, shape=shape, action=action
    )


def _write_lines(plan: Plan) -> Iterator[str]:
    if not plan.changes:
        yield "Tidak ada yang perlu ditulis: bentuknya sudah begitu."
    for change in plan.changes[:_SHOWN]:
        yield f"{asking.describe_change(plan.root, change)}  {change.row}".rstrip()
        yield f"    {change.old} → {change.new}" if change.old else f"    + {change.new}"
    if len(plan.changes) > _SHOWN:
        yield f"… dan {len(plan.changes) - _SHOWN} lagi"
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
