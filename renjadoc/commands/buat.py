"""`renjadoc buat`: the Word document from a content folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import PATH, InputPath, OutputPath
from renjadoc.terminal import say, say_lines

if TYPE_CHECKING:
    from renjadoc.pipeline import MadeFiles


@click.command()
@click.argument("folder", type=PATH)
@click.option("-o", "--output", type=OutputPath(".docx"), metavar="BERKAS", help="Nama berkas hasil (.docx).")
@click.option("--templat", type=InputPath("RJ040", ".docx"), metavar="BERKAS", help="Templat Word yang dipakai.")
@click.option("--pdf", is_flag=True, help="Buat juga PDF di sampingnya.")
@click.option("--timpa", is_flag=True, help="Ganti berkas hasil walaupun sudah disunting.")
@click.option("--tanpa-halaman", is_flag=True, help="Tanpa nomor halaman dalam Daftar Isi (lebih cepat).")
def command(
    folder: Path, output: Path | None, templat: Path | None, pdf: bool, timpa: bool, tanpa_halaman: bool
) -> int:
    """Membuat dokumen Word dari folder isi, misalnya content/2021."""
    from renjadoc.pipeline import DocumentOrder, make_document

    order = DocumentOrder(folder, output, templat, pdf, timpa, page_numbers=not tanpa_halaman)
    made = make_document(order, lambda text: say(text, err=True))
    say_lines(_summary(made))
    if output is None and (others := _find_others(made.docx)):
        told = f"Di tempat yang sama ada juga {', '.join(others)}; hapus sendiri bila itu nama lama dokumen ini."
        say(told)
    return 0


def _find_others(made: Path) -> list[str]:
    """Documents beside the one that was made that its kind and year name too: an abbreviation that was changed."""
    kind = re.match(r"Renja-(?:Perubahan-)?\d{4}-", made.name)
    beside = made.parent.glob(f"{kind[0]}*.docx") if kind else ()
    return sorted(path.name for path in beside if path.name != made.name)


def _summary(made: MadeFiles) -> list[str]:
    from renjadoc.checks import reporting

    pages = f" ({made.page_count} halaman)" if made.page_count else ""
    said = [*reporting.write_report(made.warnings, made.reading, whole=False), ""] if made.warnings else []
    said.append(f"Selesai: {made.docx.absolute()}{pages}")
    if made.pdf:
        said.append(f"PDF: {made.pdf.absolute()}")
    said += made.notes
    if made.open:
        said += ["Masih terbuka:", *(f"  - {matter}" for matter in made.open)]
    return said
