"""`renjadoc meja`: the page on this computer, for people who know a browser and no terminal."""

from __future__ import annotations

from pathlib import Path

import click

from renjadoc.commands.parameters import FOLDER, Between


@click.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option("--port", type=Between(1, 65535), help="Porta yang dicoba lebih dulu.")
@click.option("--tanpa-peramban", is_flag=True, help="Tidak membuka peramban; alamatnya ditampilkan.")
@click.option("--diam", type=click.FloatRange(1), help="Berhenti sesudah sekian detik tanpa jendela (bawaan: 60).")
def command(folder: Path | None, port: int | None, tanpa_peramban: bool, diam: float | None) -> int:
    """Membuka halaman kerja di peramban; FOLDER memuat folder-folder isi (bawaan: Dokumen/Renja)."""
    import platformdirs

    from renjadoc.desk.server import IDLE_SECONDS, open_desk

    root = folder or Path(platformdirs.user_documents_dir()) / "Renja"
    open_desk(root, show=not tanpa_peramban, port=port, idle_seconds=diam or IDLE_SECONDS)
    return 0
