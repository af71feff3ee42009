"""One regulation as data: as a list of them (`regulasi/*.json`) has it, as it is known, or as far as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypedDict

#: The keys that say who makes a regulation; its kind says which of them it needs.
MAKERS: tuple[Literal["daerah", "kementerian", "lembaga"], ...] = ("daerah", "kementerian", "lembaga")


class RegulationGazette(TypedDict, total=False):
    """Where a regulation was announced; `nama` only where that is not where its kind usually is."""

    tahun: int
    nomor: int
    nama: str


class RegulationEntry(TypedDict, total=False):
    """What schema/regulasi.schema.json allows; what has been read of one may lack any key.

    `diubah` is the regulation that amends it, or all of them in their order; `frasa` stands in an amending one.
    """

    jenis: str
    nomor: int | str
    tahun: int
    tentang: str
    kementerian: str
    lembaga: str
    daerah: str
    lembaran: RegulationGazette
    tambahan: int
    diubah: RegulationEntry | list[RegulationEntry]
    frasa: str


class RegulationEvent(TypedDict, total=False):
    """What became of a regulation (`diubah`, `dicabut`, `berakhir`), by which one, since a day or a year."""

    status: str
    oleh: RegulationEntry
    sejak: str


class KnownRegulation(RegulationEntry, total=False):
    """What schema/peraturan.schema.json allows: a regulation with what became of it and how sure that is."""

    status: str
    riwayat: list[RegulationEvent]
    wajib_sejak: int
    sumber: str
    keyakinan: str
    dikonfirmasi: bool


def begin_entry(jenis: str, makers: Mapping[str, str | None]) -> RegulationEntry:
    """The entry of a kind whose makers were read from its name; None and "" are none."""
    entry: RegulationEntry = {"jenis": jenis}
    for key in MAKERS:
        if said := makers.get(key):
            entry[key] = said.strip()
    return entry
