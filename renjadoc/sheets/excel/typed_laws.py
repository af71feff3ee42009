"""A regulation that was typed into its row as people cite it: laid out over the cells of the row."""

from __future__ import annotations

from renjadoc.narrative import typed_citation
from renjadoc.narrative.regulation_entry import MAKERS
from renjadoc.sheets.excel import laws
from renjadoc.sheets.excel.values import Cell


def spread_citation(cells: dict[str, Cell]) -> None:
    """Lay a regulation that was typed as people cite it, in one cell or two, out over the cells of its row.

    `Perpres Nomor 39 Tahun 2019 tentang …` below Jenis, `1 Tahun 2022` below Nomor.
    """
    typed = {id: " ".join(str(cell.value).split()) for id, cell in cells.items() if not cell.is_blank}
    if {"jenis", "nomor", "tahun", "tentang"} <= typed.keys():
        return
    leads = {"nomor": "Nomor ", "tahun": "Tahun ", "tentang": "tentang "} if len(typed) > 1 else {}
    order = ("jenis", *MAKERS, "nomor", "tahun", "tentang")
    said = " ".join(f"{leads.get(id, '')}{typed[id]}" for id in order if id in typed)
    entry = typed_citation.read_any(said)
    if entry is None or "diubah" in entry:  # Amendments have no column.
        return
    for column, place in laws.LAYOUT.entries(laws.LAYOUT.levels[0]):
        if (value := place.of({**entry})) is not None:
            cells[column.id] = Cell(value)
