"""`renjadoc sipd`: rows of the planning system into the plan, with an account of what was taken and what was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renjadoc import indonesian
from renjadoc.commands import asking
from renjadoc.commands.parameters import PATH, InputPath
from renjadoc.problem import shorten_list

if TYPE_CHECKING:
    from renjadoc.sheets.sipd.run import SipdPlan

#: So many sub kegiatan that the export does not mention are named; the rest is counted.
_SHOWN = 20


@click.group()
def command() -> None:
    """Baris SIPD (program, kegiatan, sub kegiatan, pagu) ke dalam tabel rencana program."""


@command.command("impor")
@click.argument("berkas", type=InputPath("RJ070", ".xlsx", ".xls", ".csv", ".json", ".html", ".htm", ".ods"))
@click.argument("folder", type=PATH)
@click.option(
    "--pemetaan", type=InputPath("RJ004", ".json"), help="Berkas JSON: bidang SIPD -> nama kolom dalam berkas ini."
)
@asking.edit_options
def impor(berkas: Path, folder: Path, pemetaan: Path | None, ya: bool, coba: bool, shape: str) -> int:
    """Memasukkan baris BERKAS (.xlsx, .csv, atau .json) ke dalam FOLDER isi."""
    from renjadoc.sheets.sipd import run

    plan = run.plan_import(berkas, folder, pemetaan)
    action = f"sipd impor {berkas.name}"
    return asking.settle_plan(
        plan, lambda: _write_lines(plan), lambda: _as_json(plan), ya=ya, coba=coba, shape=shape, action=action
    )


def _write_lines(plan: SipdPlan) -> Iterator[str]:
    for change in plan.changes:
        yield asking.describe_change(plan.root, replace(change, column=""))
        if change.kind == "ubah":
            yield f"    - {change.old}"
        yield from [f"    + {change.new}"] if change.new else []
    yield from (f"Perhatian: {note}" for note in plan.export.notes)
    yield from (f"! tidak diambil  {place}: {why}" for place, why in plan.export.left)
    if plan.unmentioned:
        yield f"Tidak ada dalam berkas ini, dibiarkan: {len(plan.unmentioned)} sub kegiatan."
        rows = [asking.describe_place(plan.root, file, pointer, row=name) for file, pointer, name in plan.unmentioned]
        yield from shorten_list(rows, _SHOWN, "    ")
    if plan.unused:
        yield f"Kolom yang tidak diambil: {', '.join(dict.fromkeys(plan.unused))}."
    yield from _write_sums(plan)
    added = sum(change.column == "sub kegiatan" for change in plan.changes)
    yield (
        f"{plan.export.rows} baris dibaca: {len(plan.export.records)} sub kegiatan "
        f"({added} baru, {plan.same} sama), {len(plan.export.left)} baris tidak diambil. "
        f"{len(plan.changes)} perubahan."
    )


def _write_sums(plan: SipdPlan) -> Iterator[str]:
    for what, rows, printed, after in plan.sums:
        parts = [f"menurut baris {_write_amount(rows)}"]
        if printed is not None:
            verdict = "cocok" if printed == rows else f"SELISIH {_write_amount(abs(printed - (rows or 0)))}"
            parts.append(f"tercetak {_write_amount(printed)} ({verdict})")
        parts += [f"dalam rencana sesudah impor {_write_amount(after)}"] if after is not None else []
        yield f"Jumlah {what}: {', '.join(parts)}."


def _write_amount(value: int | None) -> str:
    return indonesian.angka(value) if value is not None else "-"


def _as_json(plan: SipdPlan) -> dict[str, Any]:
    return {
        "perubahan": [
            {
                "jenis": change.kind, "asal": change.source, "berkas": change.file, "letak": change.pointer,
                "apa": change.column, "baris": change.row, "lama": change.old, "baru": change.new,
            }
            for change in plan.changes
        ],
        "baris_dibaca": plan.export.rows,
        "sub_kegiatan": [asdict(record) for record in plan.export.records],
        "tidak_diambil": [{"asal": place, "sebab": why} for place, why in plan.export.left],
        "tidak_disebut": [
            {"berkas": file, "letak": pointer, "nama": name} for file, pointer, name in plan.unmentioned
        ],
        "jumlah": [
            {"apa": what, "baris": rows, "tercetak": printed, "rencana": after}
            for what, rows, printed, after in plan.sums
        ],
        "kolom_tidak_diambil": plan.unused,
        "catatan": plan.export.notes,
    }  # fmt: skip
