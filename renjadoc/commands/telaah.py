"""`renjadoc telaah`: the narrative as a Word document for the legal section, or as a redline since an older text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import PATH, Between, InputPath, OutputPath
from renjadoc.terminal import say_lines

if TYPE_CHECKING:
    from renjadoc.review import ReviewCopy


def _refuse_far_date(date: datetime | None) -> datetime | None:
    """A date as it is; one that no calendar of Word or of this computer holds is wrong usage."""
    if date is not None and not 1970 < date.year < 2200:
        raise click.BadParameter("tahunnya harus di antara 1971 dan 2199")
    return date


@click.command()
@click.argument("folder", type=PATH)
@click.option("-o", "output", type=OutputPath(".docx"), help="Nama berkas hasil (.docx).")
@click.option("--bab", "chapters", type=Between(1, 99), multiple=True, help="Hanya bab ini; dapat diulang.")
@click.option(
    "--banding",
    "older",
    metavar="LAMA",
    help="Tandai perubahan sejak LAMA: folder isi, .docx buatan renjadoc, atau versi git.",
)
@click.option("--penulis", "author", default="renjadoc", show_default=True, help="Nama pada perubahan yang ditandai.")
@click.option(
    "--tanggal",
    "date",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]),
    callback=lambda _, __, date: _refuse_far_date(date),
    help="Tanggal pada perubahan dan komentar (bawaan: sekarang).",
)
@click.option("--templat", type=InputPath("RJ040", ".docx"), help="Templat lain daripada yang disebut dokumen.json.")
@click.option("--dengan-tabel", "with_tables", is_flag=True, help="Sertakan tabel, hanya untuk dibaca.")
@click.option("--timpa", is_flag=True, help="Timpa hasil lama walaupun sudah disunting.")
def command(
    folder: Path,
    output: Path | None,
    chapters: tuple[int, ...],
    older: str | None,
    author: str,
    date: datetime | None,
    templat: Path | None,
    with_tables: bool,
    timpa: bool,
) -> int:
    """Membuat naskah telaah dari FOLDER isi untuk bagian hukum; hasilnya dikembalikan dengan `renjadoc serap`."""
    from renjadoc.review import ReviewOrder, make_review_copy

    now = date or datetime.now()
    order = ReviewOrder(folder, now, output, frozenset(chapters), older, author, templat, timpa, with_tables)
    say_lines(_summary(make_review_copy(order), folder, older))
    return 0


def _summary(made: ReviewCopy, folder: Path, older: str | None) -> list[str]:
    from renjadoc.journal import say_kept

    changes = f", {made.revisions} perubahan ditandai" if older is not None else ""
    return [
        f"Naskah telaah: {made.docx.absolute()} ({made.comments} komentar temuan{changes})",
        *say_kept(made.kept),
        f"Setelah kembali: renjadoc serap {made.docx} {folder.as_posix()}",
    ]
