"""`renjadoc urungkan`: what was written into a folder, and taking it back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from renjadoc.terminal import say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("waktu", required=False)
def command(folder: Path, waktu: str | None) -> int:
    """Menampilkan apa yang pernah ditulis ke dalam FOLDER; dengan WAKTU, mengembalikan keadaan sebelumnya."""
    from renjadoc.content.folder import open_folder
    from renjadoc.edits import history

    if waktu is None:
        open_folder(folder)
        actions = history.list_actions(folder)
        for action in actions:
            say(f"{action.name}  {action.action or '(tanpa keterangan)'}: {', '.join(sorted(action.after))}")
        say("Kembalikan dengan: renjadoc urungkan FOLDER WAKTU" if actions else "Belum ada yang ditulis.")
        return 0
    backup = history.take_back(folder, waktu, datetime.now())
    say(f"Selesai: keadaan sebelum {waktu} kembali. Berkas yang diganti disimpan di {backup}.")
    return 0
