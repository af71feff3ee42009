"""Semua perangkat daerah: every office with its year, pagu and findings, who is missing, all documents in one run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from nicegui import events, ui

from renjadoc import indonesian
from renjadoc.batch.archives import find_zips
from renjadoc.batch.expected import tell_missing
from renjadoc.batch.office import OfficeResult, Status
from renjadoc.batch.summary import Summary, say_duration
from renjadoc.desk import all_offices
from renjadoc.desk.all_offices import RESULTS, SUMMARY
from renjadoc.desk.folder_states import find_state
from renjadoc.desk.pages.arriving import add_route, draw_arriving
from renjadoc.desk.pages.frame import (
    address,
    do_and_tell,
    draw_heading,
    draw_upload,
    explain_failure,
    in_background,
    page_frame,
    show_message,
)
from renjadoc.desk.shelf import Card, list_cards

_HEADS = ("Perangkat daerah", "Folder", "Tahun", "Pagu (Rp)", "Harus diperbaiki", "Perlu dilihat")
_MADE = ("Hasil", "Perangkat daerah", "Halaman", "Galat", "Temuan", "Masih kosong", "Yang menghalangi")


def add_screen(root: Path) -> None:
    """The screen for all offices of `root`, and what arrives there."""
    add_route(root)

    @ui.page("/semua")
    async def show_all() -> None:
        with page_frame("Semua perangkat daerah"):
            screen = _AllOffices(root)
            screen.draw()
        await ui.context.client.connected()
        await screen.list_offices()


class _AllOffices:
    """What one window shows of all offices."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def draw(self) -> None:
        """The run, the offices, and what comes in; the offices follow as they become known."""
        with ui.row().classes("items-center"):
            ui.button("Buat semua", icon="play_arrow", on_click=self._make_all)
            if (self._root / RESULTS / SUMMARY).is_file():
                self._draw_summary_button()
            ui.label(f"Hasilnya di {self._root / RESULTS}").classes("text-sm")
        self._progress = ui.label("").props("aria-live=polite")
        self._bar = ui.linear_progress(value=0, show_value=False).props('aria-label="Kemajuan"')
        self._bar.set_visibility(False)
        self._made = ui.column().classes("w-full")
        draw_heading("Perangkat daerah di folder ini")
        self._listed = ui.column().classes("w-full")
        with self._listed:
            ui.label("Sedang diperiksa …")
        draw_heading("Masukkan dari perangkat daerah")
        draw_arriving(self._tell_arrived)
        with ui.expansion("Daftar perangkat daerah yang harus ada, dan plafon", icon="checklist").classes("w-full"):
            self._draw_lists()

    def _draw_summary_button(self) -> None:
        ui.button(f"Unduh {SUMMARY}", icon="download", on_click=partial(_give_out, self._root / RESULTS / SUMMARY))

    # Offices

    async def list_offices(self) -> None:
        """Every office and how it stands, and those that are missing."""
        cards = list_cards(self._root)
        rows = [await in_background(partial(_tell_office, card)) for card in cards]
        missing = await in_background(
            lambda: list(tell_missing((card.office for card in cards), self._read_expected()))
        )
        zips = await in_background(lambda: find_zips(self._root, self._root / RESULTS))
        self._listed.clear()
        with self._listed:
            if not rows and not zips:
                ui.label("Belum ada. Letakkan folder atau zip dari perangkat daerah di bawah ini.")
            if rows:
                _draw_table(_HEADS, rows)
            for path in zips:
                ui.label(f"{path.name}: dibuat juga dokumennya oleh Buat semua; tidak dibuka di halaman.")
            for line in missing:
                ui.label(line).classes("font-medium")
            with ui.row():
                for row in rows:
                    ui.link(f"Buka {row['alamat']}", address(self._root / row["alamat"], "isi")).classes("text-sm")

    def _read_expected(self) -> list[str]:
        return all_offices.read_lists(self._root).expected

    async def _tell_arrived(self, told: dict[str, Any]) -> None:
        lines = [f"Masuk: {one}" for one in told.get("masuk", ())]
        lines += [f"Tidak masuk: {one}" for one in told.get("gagal", ())]
        show_message("Yang diletakkan", lines or ["Tidak ada yang masuk."])
        await self.list_offices()

    # Lists

    def _draw_lists(self) -> None:
        names = ui.textarea("Nama perangkat daerah, satu sebaris", value="\n".join(self._read_expected())).classes(
            "w-full"
        )

        async def keep_names() -> None:
            if await do_and_tell(lambda: all_offices.keep_expected(self._root, str(names.value or ""))) is not None:
                await self.list_offices()

        ui.button("Simpan daftar", on_click=keep_names)

        async def take_ceilings(event: events.UploadEventArguments) -> None:
            file, content = event.file.name, await event.file.read()
            count = await do_and_tell(lambda: all_offices.keep_ceilings(self._root, file, content))
            if count is not None:
                ui.notify(f"Plafon {count} perangkat daerah dipakai saat Buat semua.")

        draw_upload("Letakkan daftar plafon di sini (.xlsx atau .csv)", ".xlsx,.csv", take_ceilings)

    # The run

    async def _make_all(self) -> None:
        """Make the documents of all offices; who is done and how long the rest takes is told as it goes."""
        said: list[tuple[str, float]] = []

        def tell(done: int, count: int, result: OfficeResult, rest: float) -> None:
            name = result.nama or result.folder
            said[:] = [(f"{done} dari {count}: {name}; sisa sekitar {say_duration(rest)}", done / count)]

        def show() -> None:
            self._progress.text, self._bar.value = said[-1] if said else ("Mulai …", 0.0)

        self._bar.set_visibility(True)
        following = ui.timer(0.5, show)
        try:
            summary = await in_background(lambda: all_offices.make_all(self._root, tell))
        except Exception as error:
            show_message("Belum dapat dikerjakan", explain_failure(error))
            return
        finally:
            following.cancel()
            self._bar.set_visibility(False)
        counts = ", ".join(f"{count} {what}" for what, count in summary.counts().items())
        self._progress.text = f"Selesai: {len(summary.results)} perangkat daerah: {counts}."
        self._made.clear()
        with self._made:
            self._draw_made(summary)

    def _draw_made(self, summary: Summary) -> None:
        """What came out of each office, what must be known of all of them, and everything to be downloaded."""
        self._draw_summary_button()
        for note in summary.notes():
            ui.label(f"Perhatian: {note}")
        _draw_table(_MADE, [_tell_result(one) for one in summary.results])
        with ui.row():
            for one in summary.results:
                path = self._root / RESULTS / one.keluaran
                if one.status != Status.FAILED and path.is_file():
                    button = ui.button(one.keluaran, icon="download", on_click=partial(_give_out, path))
                    button.props("flat dense")


async def _give_out(path: Path) -> None:
    """A file that was made, to be kept where the browser keeps such."""
    ui.download(await in_background(path.read_bytes), path.name)


def _tell_office(card: Card) -> dict[str, str]:
    state = find_state(card.path)
    values = (
        card.office or card.path.name,
        card.path.name,
        str(card.year or ""),
        indonesian.angka(state.pagu) if state.pagu is not None else "belum ada",
        str(state.errors),
        str(state.warnings),
    )
    return dict(zip(_HEADS, values, strict=True)) | {"alamat": card.path.name}


def _tell_result(one: OfficeResult) -> dict[str, str]:
    stopped = "; ".join(str(problem["pesan"]) for problem in one.masalah[:3])
    values = (
        str(one.status), one.nama or one.folder, str(one.halaman or "-"), str(one.galat), str(one.warnings),
        str(one.terbuka), stopped or "; ".join(one.catatan),
    )  # fmt: skip
    return dict(zip(_MADE, values, strict=True)) | {"alamat": one.folder}


def _draw_table(heads: Sequence[str], rows: list[dict[str, str]]) -> None:
    columns = [{"name": head, "label": head, "field": head, "align": "left", "sortable": True} for head in heads]
    ui.table(columns=columns, rows=rows, row_key="alamat").props("flat bordered wrap-cells").classes("w-full")
