"""`renjadoc baru`: a fresh content folder to start from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from renjadoc.terminal import say

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("folder", type=_PATH)
@click.option("--tahun", type=click.IntRange(2000, 2100), help="Tahun Renja; tanpa pilihan ini, tahun depan.")
@click.option(
    "--jawaban", type=_PATH, metavar="BERKAS", help="Jawaban awal (.json): letak dalam dokumen.json dan isinya."
)
@click.option("--lambang", type=_PATH, metavar="BERKAS", help="Gambar lambang untuk sampul (PNG atau JPEG).")
@click.option("--kerangka", default="", help="Susunan bab: permendagri-14-2026 (enam bab), -86-2017, atau -54-2010.")
def command(folder: Path, tahun: int | None, jawaban: Path | None, lambang: Path | None, kerangka: str) -> int:
    """Menyiapkan folder isi baru untuk mulai menulis."""
    from renjadoc import opening
    from renjadoc.starter import lay_down_folder

    answers = _read_answers(jawaban) if jawaban else {}
    logo = opening.read_file(lambang) if lambang else None
    lay_down_folder(folder, tahun or date.today().year + 1, answers, logo, kerangka)
    say(f"Folder isi siap: {folder}")
    say(f"Langkah berikut: isi {folder / 'dokumen.json'}, lalu jalankan: renjadoc buat {folder}")
    return 0


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
