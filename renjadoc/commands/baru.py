"""`renjadoc baru`: a fresh content folder to start from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--tahun", type=click.IntRange(2000, 2100), help="Tahun Renja; tanpa pilihan ini, tahun depan.")
def command(folder: Path, tahun: int | None) -> int:
    """Menyiapkan folder isi baru untuk mulai menulis."""
    from renjadoc.starter import lay_down_folder

    lay_down_folder(folder, tahun or date.today().year + 1)
    click.echo(f"Folder isi siap: {folder}")
    click.echo(f"Langkah berikut: isi {folder / 'dokumen.json'}, lalu jalankan: renjadoc buat {folder}")
    return 0
