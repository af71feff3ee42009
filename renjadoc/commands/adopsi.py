"""`renjadoc adopsi`: a content folder from an old Renja in Word, and what a person should look at in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import PATH, InputPath
from renjadoc.problem import shorten_list
from renjadoc.terminal import say_lines

if TYPE_CHECKING:
    from renjadoc.adoption.adopt import Adopted

#: So many lines of one sort are shown; the rest is counted.
_SHOWN = 12


@click.command()
@click.argument("dokumen", type=InputPath("RJ062", ".docx", ".doc", ".rtf", ".odt"), nargs=-1, required=True)
@click.argument("folder", type=PATH)
def command(dokumen: tuple[Path, ...], folder: Path) -> int:
    """Mengambil alih DOKUMEN Word lama (.docx), utuh atau satu berkas per bab, menjadi FOLDER isi yang baru."""
    from renjadoc.adoption.adopt import adopt

    adopted = adopt(dokumen, folder, date.today())
    say_lines([*_report_lines(adopted), *_finding_lines(adopted)])
    return 1 if adopted.missing else 0


def _report_lines(adopted: Adopted) -> Iterator[str]:
    identity = adopted.identity
    yield f"Folder isi siap: {adopted.target}"
    yield f"  {identity.name}, {identity.region['jenis']} {identity.region['nama']}, Tahun {identity.year}"
    yield f"  {adopted.chapters} bab, {adopted.regulations} peraturan, {len(adopted.tables)} tabel"
    if identity.guessed:
        yield f"Tidak disebut dalam naskah, lengkapi dalam dokumen.json: {', '.join(identity.guessed)}."
    yield from _list_some("Ditebak dari isi naskah, periksa dalam dokumen.json:", identity.inferred)
    yield from _table_lines(adopted)
    yield from _list_some("Peraturan ditulis dalam bentuk baku:", adopted.list_standardised(), 3)
    yield from _list_some(
        "Nomor berubah (dibuat otomatis; penyebutannya dalam naskah ikut berubah):",
        adopted.renumbered,
    )
    yield from _list_some(
        "Komentar dalam naskah lama, kini catatan terbuka [[…]] di tempatnya:", adopted.list_remarks(), 50
    )
    yield from _list_some("Perlu dilihat:", [f"{what}: {text}" for what, text in adopted.doubtful])
    if adopted.missing:
        yield from _list_some("TIDAK TERBAWA; salin sendiri dari naskah lama:", adopted.missing, 50)
    else:
        yield "Semua kalimat dan angka naskah lama ada dalam isi baru (sudah dibandingkan dengan hasil cetaknya,"
        yield "yang gambar dan baris tabelnya juga dihitung)."


def _table_lines(adopted: Adopted) -> Iterator[str]:
    if adopted.tables:
        yield "Tabel:"
    for table in adopted.tables:
        kind = table.built.kind if table.built else "bebas"
        reason = f"; {table.reason}" if table.reason else ""
        yield f"  {table.name}: {kind} (tabel/{table.block['tabel']}.json){reason}"


def _list_some(title: str, lines: list[str], most: int = _SHOWN) -> Iterator[str]:
    if lines:
        yield title
        yield from shorten_list([f"- {line}" for line in lines], most)


def _finding_lines(adopted: Adopted) -> Iterator[str]:
    from renjadoc import report
    from renjadoc.checks.registry import titles_by_code

    yield ""
    if not adopted.findings:
        yield "Pemeriksaan: tidak ada temuan."
        return
    errors = [problem for problem in adopted.findings if problem.is_error]
    if errors:
        yield "Sudah keliru dalam naskah lama (aturannya dimatikan dalam dokumen.json sampai diperbaiki):"
        yield from report.list_errors(errors)[1:-1]
    yield "Temuan pemeriksaan atas naskah lama:"
    yield from report.count_codes(adopted.findings, titles_by_code())
    yield report.count_problems(report.sort_problems(adopted.findings))
    yield f"Lihat semua: renjadoc periksa {adopted.target}    Cetak: renjadoc buat {adopted.target}"
    yield f"Tahun depan: renjadoc gulir {adopted.target} FOLDER-BARU --tandai (tahun ketikan diganti {{{{ tahun }}}})"
