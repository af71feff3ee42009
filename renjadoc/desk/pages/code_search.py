"""A field that finds codes of the nomenclature by a code or by words, and takes the one that is clicked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from nicegui import ui

from renjadoc.desk.pages.frame import close_and_go_on, in_background, name_element, on_top, open_once
from renjadoc.desk.pages.standing import StandingList
from renjadoc.nomenclature.entry import NomenclatureEntry

Search = Callable[[str], list[NomenclatureEntry]]
#: So long nothing is typed before it is searched, in milliseconds.
_PAUSE = 300


def draw_code_search(search: Search, take: Callable[[NomenclatureEntry], Awaitable[None]], start: str = "") -> None:
    """The field and what it finds; `search` may take a moment, and is asked anew with every word."""
    field = ui.input("Cari di nomenklatur: kode atau kata", value=start).props(f"debounce={_PAUSE} clearable")
    field.classes("w-full")
    found = ui.list().props("bordered separator dense").classes("w-full max-h-80 overflow-auto")
    listed: StandingList[NomenclatureEntry, ui.item] = StandingList(found)
    said = ui.label("").classes("text-sm").props("role=status")

    async def show_found() -> None:
        words = str(field.value or "")
        entries = await in_background(lambda: search(words))
        if words != str(field.value or "") or found.is_deleted:
            return
        said.text = "" if entries else "Tidak ada yang cocok. Coba kata lain, atau sebagian dari katanya."
        listed.show(entries, partial(_draw_entry, take))

    field.on_value_change(show_found)
    ui.timer(0.05, show_found, once=True)


def _draw_entry(take: Callable[[NomenclatureEntry], Awaitable[None]], entry: NomenclatureEntry) -> ui.item:
    with ui.item(on_click=lambda: take(entry)) as item, ui.item_section():
        ui.item_label(f"{entry.kode}  {entry.nama}")
        if entry.indikator:
            unit = f" ({entry.satuan})" if entry.satuan else ""
            ui.item_label(f"{entry.indikator}{unit}").props("caption")
    name_element(item, f"Pakai {entry.kode} {entry.nama}")
    return item


def ask_code(search: Search, take: Callable[[NomenclatureEntry], Awaitable[None]], start: str) -> None:
    """The field in a window of its own, for a row that is there already."""
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full max-w-3xl"):
        ui.label("Cari di nomenklatur").classes("text-lg font-medium")
        ui.label("Yang diklik mengisi kode dan namanya; indikator dan satuan diisi bila masih kosong.")

        async def choose(entry: NomenclatureEntry) -> None:
            await close_and_go_on(dialog, lambda: take(entry))

        draw_code_search(search, choose, start)
        ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, "Cari di nomenklatur")
    open_once(dialog)
