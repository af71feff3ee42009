"""`renjadoc nomenklatur`: the ministry's codes and names, installed on this computer and searched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands import asking
from renjadoc.commands.parameters import PATH, YEAR, InputPath
from renjadoc.terminal import say

if TYPE_CHECKING:
    from renjadoc.edits.plan import Plan
    from renjadoc.nomenclature.book import NomenclatureBook
    from renjadoc.nomenclature.entry import NomenclatureEntry

#: So many rows that are no entry are named; the rest is counted.
_SHOWN = 5


@click.group()
def command() -> None:
    """Nomenklatur kementerian: kode, nama, indikator, dan satuan sub kegiatan."""


@command.command("pasang")
@click.argument("berkas", type=InputPath("RJ090", ".xlsx", ".csv"))
@click.option("--edisi", type=YEAR, help="Tahun Renja yang memakainya, misalnya 2027.")
@click.option("--folder", type=PATH, help="Simpan di dalam folder isi ini saja, sebagai nomenklatur.csv.")
def install(berkas: Path, edisi: int | None, folder: Path | None) -> int:
    """Memasang BERKAS (.xlsx dari kementerian, atau .csv: kode; nama; indikator; satuan) di komputer ini."""
    from renjadoc.nomenclature import store
    from renjadoc.sheets import ministry

    found = ministry.read_nomenclature(berkas)
    if folder is not None:
        target = _keep_in_folder(folder, found.read.entries, berkas.name)
        say(f"Selesai: {target} ditulis.")
    else:
        year = edisi or found.year
        if year is None:
            raise click.UsageError("sebut tahunnya, misalnya --edisi 2027")
        edition = store.install_edition(year, berkas.name, found.read.entries)
        say(f"Nomenklatur edisi {edition.tahun} terpasang: {_count(found.read.entries)}.")
    for number, text in found.read.left[:_SHOWN]:
        say(f"Tidak diambil, baris {number}: {text[:80]}")
    if len(found.read.left) > _SHOWN:
        say(f"… dan {len(found.read.left) - _SHOWN} baris lagi tidak diambil.")
    return 0


def _count(entries: list[NomenclatureEntry]) -> str:
    from renjadoc.indonesian import angka
    from renjadoc.nomenclature.entry import LEVEL_NAMES, depth_of

    counts = {name: sum(depth_of(one.kode) == depth for one in entries) for depth, name in LEVEL_NAMES.items()}
    return ", ".join(f"{angka(count)} {name}" for name, count in counts.items() if count)


def _keep_in_folder(folder: Path, entries: list[NomenclatureEntry], file: str) -> Path:
    """The entries of the folder's level of government as its own list."""
    from datetime import datetime

    from renjadoc.content import folder as folders
    from renjadoc.edits import changeset
    from renjadoc.nomenclature import book, rows
    from renjadoc.nomenclature.entry import level_of_government
    from renjadoc.problem import Location, Problem, ProblemsFound

    level = level_of_government(folders.open_folder(folder).facts["daerah"]["jenis"])
    target = folder / book.OWN_FILE
    if target.exists():
        hint = "Pindahkan atau hapus berkas itu dahulu, lalu jalankan lagi."
        raise ProblemsFound([Problem("RJ050", Location(str(target)), "berkas ini sudah ada", hint)])
    kept = [entry for entry in entries if entry.tingkat in {level, ""}]
    action = f"nomenklatur pasang {file}"
    changeset.write_files(folder, {book.OWN_FILE: rows.write_csv(kept)}, {}, datetime.now(), action)
    return target


@command.command("cari")
@click.argument("kata", nargs=-1, required=True)
@click.option("--edisi", type=int, help="Yang berlaku untuk Renja tahun ini; tanpa pilihan ini, yang terbaru.")
@click.option("--provinsi", is_flag=True, help="Nomenklatur provinsi; tanpa pilihan ini, kabupaten/kota.")
@click.option("--folder", type=PATH, help="Nomenklatur yang berlaku untuk folder isi ini.")
@click.option("--semua", is_flag=True, help="Semua yang cocok, bukan 30 yang teratas.")
def search(kata: tuple[str, ...], edisi: int | None, provinsi: bool, folder: Path | None, semua: bool) -> int:
    """Mencari kode menurut KATA dalam nama atau indikatornya, misalnya: cari pelatihan koperasi."""
    found = _open(edisi, provinsi, folder)
    entries = found.search(" ".join(kata), limit=10_000 if semua else 30)
    for entry in entries:
        say(f"{entry.kode}  {entry.nama}")
        if entry.indikator:
            say(f"    {entry.indikator} ({entry.satuan or '-'})")
    if not entries:
        say(f"Tidak ada yang cocok dalam {found.name}. Coba kata lain, atau sebagian dari katanya.")
    return 0 if entries else 1


def _open(year: int | None, province: bool, folder: Path | None) -> NomenclatureBook:
    from renjadoc.content import folder as folders
    from renjadoc.nomenclature import book
    from renjadoc.problem import ProblemsFound
    from renjadoc.sheets import completion

    if folder is not None:
        content = folders.open_folder(folder)
        found = book.open_book(folder, content.tahun, content.facts["daerah"]["jenis"])
    else:
        found = book.open_installed(year or 9999, "Provinsi" if province else "Kabupaten")
    if found is None:
        raise ProblemsFound([completion.no_nomenclature(year or date.today().year)])
    return found


@command.command("isi")
@click.argument("folder", type=PATH)
@asking.edit_options
def fill(folder: Path, ya: bool, coba: bool, shape: str) -> int:
    """Mengisi nama, indikator, dan satuan yang masih kosong dalam rencana FOLDER menurut kodenya."""
    from renjadoc.sheets import completion

    plan = completion.plan_completion(folder)
    return asking.settle_plan(
        plan, lambda: _write_lines(plan), lambda: [asdict(change) for change in plan.changes],
        ya=ya, coba=coba, shape=shape, action="nomenklatur isi",
    )  # fmt: skip


def _write_lines(plan: Plan) -> Iterator[str]:
    for change in plan.changes:
        yield asking.describe_change(plan.root, change)
        yield f"    {change.row}: {change.new}"
    yield f"{len(plan.changes)} isian dari nomenklatur."


@command.command("daftar")
def show_editions() -> int:
    """Menampilkan nomenklatur yang terpasang di komputer ini."""
    from renjadoc.indonesian import angka
    from renjadoc.nomenclature import store

    editions = store.list_editions()
    for edition in editions:
        say(f"{edition.tahun}  {angka(edition.banyak)} kode  dari {edition.berkas}")
    if not editions:
        say("Belum ada. Pasang dengan: renjadoc nomenklatur pasang BERKAS.xlsx --edisi 2027.")
    return 0
