"""Proposals of the people (T-C.32)."""

from __future__ import annotations

from renjadoc.adoption.grids import TableGrid
from renjadoc.adoption.kinds import table
from renjadoc.adoption.kinds.table import Built, Data, Unfit, amount, sel


def read(grid: TableGrid) -> Built:
    """The table as data of kind usulan-masyarakat. Raises Unfit."""
    roles = table.roles(
        grid, ("nomor", r"^no\b"), ("lokasi", r"lokasi"), ("volume", r"besaran|volume"),
        ("anggaran", r"anggaran|dana|pagu|biaya|catatan"), ("usulan", r"program|kegiatan|usulan"),
    )  # fmt: skip
    for wanted in ("usulan", "lokasi", "volume", "anggaran"):
        if wanted not in roles:
            raise Unfit(f"kolom {wanted} tidak ditemukan")
    built = Built("usulan-masyarakat", {"jenis": "usulan-masyarakat", "usulan": []})
    for number, cells in enumerate(table.rows(grid, roles), start=1):
        if not cells["usulan"] or cells.get("nomor", "").strip(". ") not in {"", str(number)}:
            raise Unfit("barisnya tidak bernomor urut satu per usulan")
        proposal: Data = {"usulan": table.line(cells["usulan"]), "lokasi": sel(cells["lokasi"])}
        proposal |= {"volume": sel(cells["volume"]), "anggaran": amount(cells["anggaran"])}
        built.data["usulan"].append(proposal)
    return built
