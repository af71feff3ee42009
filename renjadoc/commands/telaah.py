"""`renjadoc telaah`: the narrative as a Word document for the legal section, or as a redline since an older text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import PATH, DocxPath
from renjadoc.terminal import say

if TYPE_CHECKING:
    from renjadoc.review import ReviewCopy


def _refuse_far_date(date: datetime | None) -> datetime | None:
    """A date as it is; one that no calendar of Word or of this computer holds is wrong usage."""
    if date is not None and not 1970 < date.year < 2200:
        raise click.BadParameter("tahunnya harus di antara 1971 dan 2199")
    return date


@click.command()
@click.argument("folder", type=PATH)
@click.option("-o", "output", type=DocxPath(), help="Nama berkas hasil (.docx).")
@click.option("--bab", "chapters", type=click.IntRange(1), multiple=True, help="Hanya bab ini; dapat diulang.")
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
@click.option("--templat", type=PATH, help="Templat lain daripada yang disebut dokumen.json.")
@click.option("--timpa", is_flag=True, help="Timpa hasil lama walaupun sudah disunting.")
def command(
    folder: Path,
    output: Path | None,
    chapters: tuple[int, ...],
    older: str | None,
    author: str,
    date: datetime | None,
    templat: Path | None,
    timpa: bool,
) -> int:
    """Membuat naskah telaah dari FOLDER isi untuk bagian hukum; hasilnya dikembalikan dengan `renjadoc serap`."""
    from renjadoc.review import ReviewOrder, make_review_copy

    order = ReviewOrder(folder, date or datetime.now(), output, frozenset(chapters), older, author, templat, timpa)
    say("\n".join(_summary(make_review_copy(order), folder, older)))
    return 0


def _summary(made: ReviewCopy, folder: Path, older: str | None) -> list[str]:
    changes = f", {made.revisions} perubahan ditandai" if older is not None else ""
    return [
        f"Naskah telaah: {made.docx} ({made.comments} komentar temuan{changes})",
        f"Setelah kembali: renjadoc serap {made.docx} {folder.as_posix()}",
    ]
