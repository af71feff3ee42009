"""Ambil alih dari Word: an old Renja, in one file or a file a chapter, as a folder; what `renjadoc adopsi` tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path

from nicegui import events, ui

from renjadoc.adoption.adopt import Adopted, adopt
from renjadoc.desk import new_tables
from renjadoc.desk.pages.frame import address, do_and_tell, draw_heading, draw_upload, name_element, page_frame
from renjadoc.desk.shelf import check_new_name
from renjadoc.desk.uploads import clean_name, kept_upload
from renjadoc.desk.wording import list_some, say_on_page

#: More lines of one sort than these are counted.
_MOST = 40
#: All but the first are read where LibreOffice is there.
_KINDS = ".docx,.doc,.rtf,.odt"


def add_screen(root: Path) -> None:
    """The screen of `root`."""

    @ui.page("/ambil-alih")
    def show_adoption() -> None:
        with page_frame("Ambil alih dari Word"):
            _AdoptionPage(root).draw()


class _AdoptionPage:
    """What one window takes over: the documents that were dropped, and what came of them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._dropped: list[tuple[str, bytes]] = []

    def draw(self) -> None:
        ui.label("Naskah, tabel, gambar, dan dasar hukum dokumen lama menjadi isi folder baru; dokumennya tetap.")
        ui.label("Satu berkas utuh, atau satu berkas per bab: letakkan semuanya, urutannya bebas.")
        self._name = ui.input("Nama folder", value="renja-lama").classes("w-96")
        draw_upload(
            "Letakkan dokumen Renja lama (.docx; .doc, .rtf, .odt) di sini", _KINDS, self._take_file, several=True
        )
        self._listed = ui.column().classes("gap-0")
        ui.button("Ambil alih", on_click=self._adopt_dropped)
        self._told = ui.column().classes("w-full gap-1")

    async def _take_file(self, event: events.UploadEventArguments) -> None:
        self._dropped.append((clean_name(event.file.name), await event.file.read()))
        self._list_dropped()

    def _list_dropped(self) -> None:
        self._listed.clear()
        with self._listed:
            for number, (name, _) in enumerate(self._dropped):
                with ui.row().classes("items-center"):
                    ui.label(name)
                    button = ui.button(icon="delete", on_click=partial(self._forget_file, number))
                    name_element(button.props("flat round dense size=sm"), f"Jangan pakai {name}")

    def _forget_file(self, number: int) -> None:
        del self._dropped[number]
        self._list_dropped()

    async def _adopt_dropped(self) -> None:
        if not self._dropped:
            ui.notify("Letakkan dahulu dokumennya.", type="warning")
            return
        adopted = await do_and_tell(self._adopt_files)
        if adopted is None:
            return
        self._told.clear()
        with self._told:
            draw_heading("Folder siap" if not adopted.missing else "Folder siap, tetapi ada yang tidak terbawa")
            ui.link("Buka folder baru", address(adopted.target, "isi")).classes("font-medium")
            for line in tell_adopted(adopted):
                ui.label(say_on_page(line)).classes("whitespace-pre-wrap")

    def _adopt_files(self) -> Adopted:
        target = check_new_name(self._root, str(self._name.value))
        with ExitStack() as kept:
            paths = [kept.enter_context(kept_upload(name, content)) for name, content in self._dropped]
            return adopt(paths, target, date.today())


def tell_adopted(adopted: Adopted) -> Iterator[str]:
    """What was taken over, and what a person should look at, the most pressing first."""
    identity = adopted.identity
    yield f"{identity.name}, {identity.region['jenis']} {identity.region['nama']}, Tahun {identity.year}"
    yield f"{adopted.chapters} bab, {adopted.regulations} peraturan, {len(adopted.tables)} tabel."
    if adopted.missing:
        yield from list_some("TIDAK TERBAWA; salin sendiri dari dokumen lama", adopted.missing, _MOST)
    else:
        yield "Semua kalimat dan angka dokumen lama ada dalam isi baru; sudah dibandingkan dengan hasil cetaknya."
    if identity.guessed:
        yield f"Tidak disebut dalam naskah, lengkapi di Sampul: {', '.join(identity.guessed)}."
    yield from list_some("Ditebak dari naskah, periksa di Sampul", identity.inferred, _MOST)
    yield from list_some("Perlu dilihat", [f"{what}: {text}" for what, text in adopted.doubtful], _MOST)
    yield from list_some("Nomor berubah; penyebutannya dalam naskah ikut berubah", adopted.renumbered, _MOST)
    yield from list_some("Tabel", list(_tell_tables(adopted)), _MOST)
    yield from list_some("Peraturan ditulis dalam bentuk baku", adopted.list_standardised(), _MOST)
    yield from list_some(
        "Komentar dalam dokumen lama, kini catatan terbuka di tempatnya", adopted.list_remarks(), _MOST
    )
    errors = sum(problem.is_error for problem in adopted.findings)
    yield f"Periksa: {len(adopted.findings) - errors} perlu dilihat, {errors} sudah keliru dalam dokumen lama."


def _tell_tables(adopted: Adopted) -> Iterator[str]:
    kinds = new_tables.list_kinds()
    for table in adopted.tables:
        kind = kinds[table.built.kind] if table.built else "Tabel bebas"
        yield f"{table.name}: {kind}" + (f"; {table.reason}" if table.reason else "")
