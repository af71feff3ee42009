"""`renjadoc urungkan`: what was written into a folder, and taking it back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from renjadoc.commands.parameters import PATH
from renjadoc.terminal import say

#: What a command laid down anew stood nowhere before.
_UNTOUCHED = "Belum ada yang diubah: folder ini masih seperti ketika dibuat."


@click.command()
@click.argument("folder", type=PATH)
@click.argument("waktu", required=False)
def command(folder: Path, waktu: str | None) -> int:
    """Menampilkan apa yang pernah ditulis ke dalam FOLDER; dengan WAKTU, mengembalikan keadaan sebelumnya.

    WAKTU ditulis seperti dalam daftar itu, atau sebagian dari depan (2026-11-29 15:53), atau "terakhir".
    """
    from renjadoc.content.folder import open_folder
    from renjadoc.edits import history

    if waktu is None:
        open_folder(folder)
        actions = history.list_actions(folder)
        for action in actions:
            say(f"{action.name}  {action.action or '(tanpa keterangan)'}: {', '.join(sorted(action.after))}")
        say("Kembalikan dengan: renjadoc urungkan FOLDER WAKTU" if actions else _UNTOUCHED)
        return 0
    action = history.find_action(folder, waktu)
    backup = history.take_back(folder, action.name, datetime.now())
    say(f"Selesai: keadaan sebelum {action.name} kembali. Berkas yang diganti disimpan di {backup}.")
    return 0
