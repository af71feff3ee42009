"""`renjadoc serap`: what a reviewed Word document changes, asked for, and written into the content folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands import asking
from renjadoc.commands.parameters import PATH, InputPath
from renjadoc.problem import shorten_text

if TYPE_CHECKING:
    from renjadoc.absorption.run import AbsorptionPlan
    from renjadoc.content.file_types import TelaahEntri


@click.command()
@click.argument("dokumen", type=InputPath("RJ060", ".docx", ".docm"))
@click.argument("folder", type=PATH)
@asking.edit_options
@click.option(
    "--usulan",
    type=click.Choice(["ambil", "tunggu"]),
    default="ambil",
    show_default=True,
    help="Perubahan terlacak yang belum diterima atau ditolak di Word: diambil, atau ditunggu.",
)
@click.option(
    "--dasar",
    type=InputPath("RJ060", ".docx", ".docm"),
    help="Salinan yang dikirim, bila yang kembali kehilangan naskah dasarnya.",
)
def command(dokumen: Path, folder: Path, ya: bool, coba: bool, usulan: str, dasar: Path | None, shape: str) -> int:
    """Menyerap suntingan DOKUMEN Word (hasil telaah atau buat) ke dalam FOLDER isi."""
    from renjadoc.absorption.run import plan_absorption
    from renjadoc.review import make_spare_copy

    spare = partial(make_spare_copy, folder)
    plan = plan_absorption(dokumen, folder, take_pending=usulan == "ambil", base=dasar, spare=spare)
    return asking.settle_plan(
        plan,
        lambda: _write_lines(plan, usulan),
        lambda: _as_json(plan),
        ya=ya,
        coba=coba,
        shape=shape,
        action=f"serap {dokumen.name}",
    )


def _write_lines(plan: AbsorptionPlan, pending: str) -> Iterator[str]:
    yield from plan.notes
    for change in plan.text_changes:
        yield asking.describe_change(plan.root, change)
        yield from _show_sides(change.old if change.old != change.new else "", change.new)
        if change.shape:
            yield f"    (kini {change.shape})"
    for remark in plan.remarks:
        yield from _describe_remark(plan, remark)
    yield from _describe_unwritten(plan)
    waiting = (
        f", {plan.pending} usulan terlacak belum diputuskan di Word" if plan.pending and pending == "tunggu" else ""
    )
    yield (
        f"{len(plan.text_changes)} perubahan, {len(plan.remarks)} catatan, {len(plan.conflicts)} bentrok, "
        f"{len(plan.unabsorbed)} tidak dapat diserap{waiting}."
    )


def _describe_remark(plan: AbsorptionPlan, remark: TelaahEntri) -> Iterator[str]:
    """A remark with its place; of an answer whom it answers, of one that is resolved that it is."""
    place = asking.describe_place(plan.root, remark["berkas"], remark["letak"])
    done = ", sudah selesai" if remark.get("selesai") else ""
    yield f"# catatan  {place} ({remark['penulis']}, {_say_moment(remark)}{done})"
    if asked := remark.get("menjawab", "").strip():
        who = next((one["penulis"] for one in plan.remarks if one["catatan"] == asked), "")
        yield f"    menjawab {f'{who}: ' if who else ''}“{shorten_text(asked, 80)}”"
    yield f"    pada “{shorten_text(remark['kutipan'], 80)}”: {remark['catatan']}"


def _say_moment(remark: TelaahEntri) -> str:
    return " ".join(filter(None, (remark["tanggal"], remark.get("waktu", ""))))


def _describe_unwritten(plan: AbsorptionPlan) -> Iterator[str]:
    for conflict in plan.conflicts:
        ours = conflict.change
        authors = f" ({', '.join(ours.authors)})" if ours.authors else ""
        yield f"! bentrok  {asking.describe_place(plan.root, ours.file, ours.pointer)}{authors}"
        yield f"    {conflict.reason}; tidak ditulis"
        texts = {"semula": conflict.base, "kini": ours.old, "dokumen": ours.new or "(dihapus)"}
        yield from (f"    {name:8} {text}" for name, text in texts.items())
    for what, text in plan.unabsorbed:
        yield f"! tidak dapat diserap ({what}): {text[:300]}"


def _show_sides(old: str, new: str) -> Iterator[str]:
    """Both texts; of long ones only what differs, with a few words around it."""
    from renjadoc.words import changed_words, shorten_unchanged

    for sign, stretches in zip("-+", changed_words(old, new), strict=True):
        yield from (f"    {sign} {line}" for line in shorten_unchanged(stretches).split("\n") if line)


def _as_json(plan: AbsorptionPlan) -> dict[str, object]:
    return {
        "pesan": plan.notes,
        "perubahan": [
            {
                "jenis": c.kind,
                "berkas": c.file,
                "letak": c.pointer,
                "lama": c.old,
                "baru": c.new,
                "bentuk": c.shape,
                "penulis": c.authors,
            }
            for c in plan.text_changes
        ],
        "catatan": plan.remarks,
        "bentrok": [
            {
                "alasan": conflict.reason,
                "berkas": conflict.change.file,
                "letak": conflict.change.pointer,
                "semula": conflict.base,
                "kini": conflict.change.old,
                "dokumen": conflict.change.new,
                "penulis": conflict.change.authors,
            }
            for conflict in plan.conflicts
        ],
        "tidak_diserap": [{"apa": what, "teks": text} for what, text in plan.unabsorbed],
        "usulan_tertunda": plan.pending,
    }
