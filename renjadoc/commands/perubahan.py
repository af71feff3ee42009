"""`renjadoc perubahan`: the folder of a Renja Perubahan from that of the year's Renja."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from renjadoc.commands.parameters import PATH
from renjadoc.terminal import say


class _Quarter(click.Choice[str]):
    """A quarter, by its Roman number; the other is understood, too."""

    def __init__(self) -> None:
        super().__init__(["I", "II", "III", "IV"], case_sensitive=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        number = "1234".find(str(value))
        quarter: str = super().convert(self.choices[number] if number >= 0 else value, param, ctx)
        return quarter


@click.command()
@click.argument("folder", type=PATH)
@click.argument("tujuan", type=PATH)
@click.option(
    "--triwulan",
    type=_Quarter(),
    default="II",
    show_default=True,
    help="Triwulan terakhir yang dievaluasi.",
)
def command(folder: Path, tujuan: Path, triwulan: str) -> int:
    """Menyiapkan Renja Perubahan di TUJUAN dari FOLDER, misalnya content/2027 content/2027-perubahan."""
    from renjadoc.years.amendment import EVALUATION, amend_folder

    amended = amend_folder(folder, tujuan, triwulan)
    say(f"Folder Renja Perubahan Tahun {amended.folder.tahun} siap: {tujuan}")
    plans = ", ".join(f"tabel/{name}.json" for name in amended.plans)
    say(f"Rencana sebelum perubahan tersimpan dalam {tujuan}/sebelum dan tidak diubah lagi.")
    say(f"Ubah target dan pagu dalam {plans}, tulis “alasan”-nya; juga lewat Excel atau SIPD.")
    say(f"Isi realisasi sampai dengan Triwulan {triwulan} dalam tabel/{EVALUATION}.json, lalu naskahnya.")
    if left := [*(f"tabel/{name}.json" for name in amended.left), *amended.parts]:
        say(f"Tetap di Renja semula, tidak dibawa: {', '.join(left)}.")
    if amended.passed:
        say(f"Tidak disalin ({len(amended.passed)} berkas): {', '.join(amended.passed[:10])}.")
    say(f"Langkah berikut: renjadoc periksa {tujuan}")
    return 0
