"""The first screen: a card for each content folder, and how a new one is begun."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from nicegui import ui

from renjadoc.desk.folder_states import FolderState, find_document, find_known_state, find_state
from renjadoc.desk.pages.frame import address, in_background, name_element, page_frame
from renjadoc.desk.shelf import Card, list_cards


def add_screen(root: Path) -> None:
    """The first screen of `root`."""

    @ui.page("/")
    async def show_home() -> None:
        cards = list_cards(root)
        known = await in_background(lambda: [find_known_state(card.path) for card in cards])
        with page_frame("Rencana Kerja Perangkat Daerah"):
            ui.label(f"Folder: {root}").classes("text-sm")
            with ui.row():
                ui.button("Mulai baru", icon="add", on_click=lambda: ui.navigate.to("/mulai"))
                ui.button("Ambil alih dari Word", icon="description", on_click=lambda: ui.navigate.to("/ambil-alih"))
                ui.button("Semua perangkat daerah", icon="groups", on_click=lambda: ui.navigate.to("/semua"))
            if not cards:
                ui.label("Belum ada Renja di folder ini. Mulai baru, atau ambil alih dari dokumen Word tahun lalu.")
            with ui.element("ul").classes("grid grid-cols-1 md:grid-cols-2 gap-4 w-full p-0"):
                labels = [_draw_card(card, state) for card, state in zip(cards, known, strict=True)]
        # The cards are there at once; how a folder stands that changed is told as it becomes known.
        await ui.context.client.connected()
        for card, state, label in zip(cards, known, labels, strict=True):
            if state is None:
                label.text = _tell_state(card.path, await in_background(partial(find_state, card.path)))


def _draw_card(card: Card, state: FolderState | None) -> ui.label:
    """One card; its label that says how the folder stands, if that is known."""
    with ui.element("li").classes("list-none"), ui.card().classes("w-full"):
        ui.label(card.office or card.path.name).classes("text-lg font-medium")
        ui.label(f"{card.kind} {card.year or '(tahun belum terbaca)'} · {card.region or 'daerah belum diisi'}")
        ui.label(f"Folder {card.path.name}").classes("text-sm")
        standing = ui.label(_tell_state(card.path, state) if state is not None else "Sedang diperiksa …")
        with ui.row():
            name_element(ui.link("Buka", address(card.path, "isi")), f"Buka {card.path.name}")
            ui.link("Lanjut ke tahun depan", address(card.path, "lanjut"))
            ui.link("Buat Perubahan", address(card.path, "perubahan"))
    return standing


def _tell_state(path: Path, state: FolderState) -> str:
    """How a folder stands, in one line."""
    said = [f"terisi {state.percent}%"] if state.percent is not None else []
    said += [
        f"{state.errors} harus diperbaiki" if state.errors else "tidak ada yang harus diperbaiki",
        f"{state.warnings} perlu dilihat",
    ]
    document = find_document(path, state)
    if document is not None:
        said.append(f"dokumen {document.path.name}" + (", sudah disunting" if document.edited else ""))
    return "; ".join(said).capitalize() + "."
