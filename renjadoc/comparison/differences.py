"""What a comparison finds, in the shapes that are told and written as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from renjadoc import indonesian

ADDED, REMOVED, CHANGED, MOVED, SAME = "baru", "dihapus", "berubah", "pindah", "tetap"


@dataclass(frozen=True)
class TextChange:
    """A paragraph, list item or heading that differs; `bagian` is the section's number and title."""

    bagian: str
    perubahan: str
    lama: str
    baru: str


@dataclass(frozen=True)
class PlanChange:
    """A program, kegiatan or sub kegiatan in both folders; amounts in rupiah, `persen` of the old amount."""

    tingkat: str
    kode: str
    nama: str
    perubahan: str
    lama: int | None
    baru: int | None
    selisih: int | None
    persen: str
    keterangan: str


@dataclass(frozen=True)
class ValueChange:
    """A value of dokumen.json, of a list of regulations or of a table that differs."""

    berkas: str
    baris: str
    kolom: str
    lama: str
    baru: str


@dataclass
class Comparison:
    """Everything that differs, old against new. `program` has every row, the unchanged ones too."""

    dari: str
    ke: str
    jumlah: PlanChange
    naskah: list[TextChange] = field(default_factory=list)
    program: list[PlanChange] = field(default_factory=list)
    isian: list[ValueChange] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def write_place(key: str) -> str:
    """A key or a path below a row as people read it."""
    return key.strip("/").replace("/", " ").replace("_", " ")


def write_value(value: object) -> str:
    """A value as people read it; what is open is …."""
    if value is None:
        return "…"
    if isinstance(value, list):
        return ", ".join(write_value(line) for line in value)
    return indonesian.angka(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else str(value)
