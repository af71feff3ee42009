"""`renjadoc baru`: a fresh content folder to start from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from renjadoc.commands.parameters import PATH, YEAR, InputPath
from renjadoc.terminal import say


@click.command()
@click.argument("folder", type=PATH)
@click.option("--tahun", type=YEAR, help="Tahun Renja; tanpa pilihan ini, tahun depan.")
@click.option(
    "--jawaban",
    type=InputPath("RJ004", ".json"),
    metavar="BERKAS",
    help="Jawaban awal (.json): letak dalam dokumen.json dan isinya.",
)
@click.option(
    "--lambang",
    type=InputPath("RJ004", ".png", ".jpg", ".jpeg"),
    metavar="BERKAS",
    help="Gambar lambang untuk sampul (PNG atau JPEG).",
)
@click.option("--kerangka", default="", help="Susunan bab: permendagri-14-2026 (enam bab), -86-2017, atau -54-2010.")
def command(folder: Path, tahun: int | None, jawaban: Path | None, lambang: Path | None, kerangka: str) -> int:
    """Menyiapkan folder isi baru untuk mulai menulis."""
    from renjadoc import opening
    from renjadoc.starter import lay_down_folder

    answers = _read_answers(jawaban) if jawaban else {}
    logo = opening.read_file(lambang) if lambang else None
    lay_down_folder(folder, tahun or date.today().year + 1, answers, logo, kerangka)
    say(f"Folder isi siap: {folder}")
    _tell_basis(folder)
    say(f"Langkah berikut: isi {folder / 'dokumen.json'}, lalu jalankan: renjadoc buat {folder}")
    return 0


def _tell_basis(folder: Path) -> None:
    """What the Renja of the year rests on and the starter's list of laws does not have: much of it is the region's."""
    from renjadoc.examine import examine_folder
    from renjadoc.years.basis import find_missing_basis

    reading, _ = examine_folder(folder)
    if reading is not None and (missing := list(find_missing_basis(reading, reading.folder.tahun))):
        say(f"Landasan hukum Tahun {reading.folder.tahun} yang belum tercantum: {'; '.join(missing)}.")


def _read_answers(path: Path) -> dict[str, Any]:
    from renjadoc.content.load import load_source
    from renjadoc.problem import ProblemsFound
    from renjadoc.questions import refuse_unknown

    source, problems = load_source(path, path.as_posix())
    if source is None or problems:
        raise ProblemsFound(problems)
    refuse_unknown(source)
    answers: dict[str, Any] = source.data
    return answers
