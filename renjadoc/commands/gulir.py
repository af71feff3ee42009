"""`renjadoc gulir`: next year's content folder from this year's, and how far the new year is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import PATH
from renjadoc.problem import shorten_list
from renjadoc.terminal import say, say_lines

if TYPE_CHECKING:
    from renjadoc.edits.edit import Edit
    from renjadoc.years.rollover import Rolled

#: So many typed years are shown; the rest is counted.
_SHOWN = 20


@click.command()
@click.argument("folder", type=PATH)
@click.argument("tujuan", type=str, required=False)
@click.option("--tandai", is_flag=True, help="Ganti tahun yang diketik dengan {{ tahun }} di folder baru.")
@click.option("--kode-baru", is_flag=True, help="Ganti kode yang sudah diganti dalam nomenklatur tahun berikutnya.")
@click.option("--kerangka", default="", help="Tulis folder baru dalam kerangka lain, misalnya permendagri-14-2026.")
@click.option("--status", is_flag=True, help="Sejauh mana FOLDER sudah ditinjau.")
@click.option("--konfirmasi", is_flag=True, help="Nyatakan isian terbawa dalam FOLDER (atau satu berkasnya) benar.")
def command(
    folder: Path, tujuan: str | None, tandai: bool, kode_baru: bool, kerangka: str, status: bool, konfirmasi: bool
) -> int:
    """Menggulir FOLDER tahun ini menjadi TUJUAN tahun berikutnya, misalnya content/2021 content/2022."""
    if status or konfirmasi:
        return _tell_progress(folder, tujuan, konfirmasi)
    if tujuan is None:
        raise click.UsageError("sebut juga folder tujuan, misalnya content/2022")
    from renjadoc.years.rollover import roll_folder

    rolled = roll_folder(folder, Path(tujuan), write_placeholders=tandai, write_new_codes=kode_baru, outline=kerangka)
    say_lines(_summarize(rolled))
    return 0


def _summarize(rolled: Rolled) -> list[str]:
    said = [
        f"Folder isi Tahun {rolled.year} siap: {rolled.target}",
        f"{rolled.moved} sel bergeser satu tahun, {rolled.opened} sel dibuka, "
        f"{len(rolled.looks)} isian perlu ditinjau.",
        *(f"Perhatian: {warning}" for warning in rolled.warnings),
    ]
    if rolled.filled:
        said.append(f"Tidak ditanyakan lagi, karena sudah diketahui ({len(rolled.filled)}):")
        said += shorten_list(rolled.filled, _SHOWN)
    if rolled.offers:
        done = "sudah diganti" if rolled.offers_written else "sebaiknya diganti (jalankan dengan --tandai)"
        said.append(f"Tahun yang diketik, {done}:")
        said += shorten_list([_describe_offer(rolled, offer) for offer in rolled.offers], _SHOWN)
    if rolled.basis:
        said.append(f"Landasan hukum Tahun {rolled.year} yang belum tercantum: {'; '.join(rolled.basis)}.")
    return [
        *said,
        *_tell_new_codes(rolled),
        *_tell_outline(rolled),
        f"Langkah berikut: renjadoc periksa {rolled.target}",
    ]


def _tell_new_codes(rolled: Rolled) -> Iterator[str]:
    """What the next year's nomenclature has replaced."""
    codes = rolled.new_codes
    if codes.edits:
        done = "sudah diganti" if rolled.new_codes_written else "sebaiknya diganti (jalankan dengan --kode-baru)"
        yield f"Kode dan nama baru menurut nomenklatur {rolled.year}, {done}:"
        yield from (f"  {change.old} → {change.new}" for edit in codes.edits for change in edit.changes)
    if codes.told:
        yield f"Kode yang tidak berlaku lagi dalam nomenklatur {rolled.year}:"
        yield from (f"  {line}" for line in codes.told)


def _tell_outline(rolled: Rolled) -> Iterator[str]:
    """What another kerangka made of the chapters."""
    made = rolled.rearranged
    if made is None:
        return
    yield f"Ditulis dalam kerangka {rolled.outline}, {len(made.chapters)} bab."
    if made.new:
        yield "Baru, perlu diisi:"
        yield from (f"  {title}" for title in made.new)
        yield from (f"  tabel/{name}.json" for name in made.tables)
    if made.reshaped:
        yield f"Bentuk tabelnya diganti: {', '.join(made.reshaped)}."
    if made.kept:
        yield "Tidak diminta kerangka itu, tetapi dipertahankan di akhir babnya:"
        yield from (f"  {title}" for title in made.kept)


def _describe_offer(rolled: Rolled, offer: Edit) -> str:
    source = next(one for one in rolled.folder.sources if rolled.folder.relative(one) == offer.file)
    [change] = offer.changes
    return f"{offer.file}:{source.at(offer.pointer).line or 1}: {change.old} → {change.new}"


def _tell_progress(folder: Path, file: str | None, confirm: bool) -> int:
    from renjadoc.years import progress

    if confirm:
        say(f"{progress.confirm_entries(folder, file)} isian dikonfirmasi.")
    say_lines(progress.describe_progress(progress.read_progress(folder)))
    return 0
