"""The first screen: a card for each content folder, and how a new one is begun."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from nicegui import ui

from renjadoc.desk.filling import count_all
from renjadoc.desk.inspection import find_document, inspect_folder
from renjadoc.desk.pages.frame import address, in_background, name_element, page_frame
from renjadoc.desk.shelf import Card, list_cards


def add(root: Path) -> None:
    """The first screen of `root`."""

    @ui.page("/")
    async def show_home() -> None:
        with page_frame("Rencana Kerja Perangkat Daerah"):
            ui.label(f"Folder: {root}").classes("text-sm")
            with ui.row():
                ui.button("Mulai baru", icon="add", on_click=lambda: ui.navigate.to("/mulai"))
                ui.button("Ambil alih dari Word", icon="description", on_click=lambda: ui.navigate.to("/ambil-alih"))
                ui.button("Semua perangkat daerah", icon="groups", on_click=lambda: ui.navigate.to("/semua"))
            cards = list_cards(root)
            if not cards:
                ui.label("Belum ada Renja di folder ini. Mulai baru, atau ambil alih dari dokumen Word tahun lalu.")
            with ui.element("ul").classes("grid grid-cols-1 md:grid-cols-2 gap-4 w-full p-0"):
                labels = [(card, _draw_card(card)) for card in cards]
        # The cards are there at once; how each folder stands is told as it becomes known.
        await ui.context.client.connected()
        for card, label in labels:
            label.text = await in_background(partial(_tell_state, card.path))


def _draw_card(card: Card) -> ui.label:
    """One card; its label that still has to say how the folder stands."""
    with ui.element("li").classes("list-none"), ui.card().classes("w-full"):
        ui.label(card.office or card.path.name).classes("text-lg font-medium")
        ui.label(f"{card.kind} {card.year or '(tahun belum terbaca)'} · {card.region or 'daerah belum diisi'}")
        ui.label(f"Folder {card.path.name}").classes("text-sm")
        state = ui.label("Sedang diperiksa …")
        with ui.row():
            name_element(ui.link("Buka", address(card.path, "isi")), f"Buka {card.path.name}")
            ui.link("Lanjut ke tahun depan", address(card.path, "lanjut"))
            ui.link("Buat Perubahan", address(card.path, "perubahan"))
    return state


def _tell_state(path: Path) -> str:
    """How a folder stands, in one line."""
    inspection = inspect_folder(path)
    said = [
        f"{len(inspection.errors)} harus diperbaiki" if inspection.errors else "tidak ada yang harus diperbaiki",
        f"{len(inspection.warnings)} perlu dilihat",
    ]
    if inspection.reading is not None:
        said.insert(0, f"terisi {count_all(inspection.reading).percent}%")
    document = find_document(path, inspection)
    if document is not None:
        said.append(f"dokumen {document.path.name}" + (", sudah disunting" if document.edited else ""))
    return "; ".join(said).capitalize() + "."
