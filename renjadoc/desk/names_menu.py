"""The names and figures that a text may hold, as a menu: what each is called, what it says today, how it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from renjadoc import context
from renjadoc.narrative.placeholders import PlaceholderError
from renjadoc.reading import Reading
from renjadoc.span import plain_text

#: What groups and names are called; a name without an entry goes by its own words.
_GROUPS = {
    "tahun": "Tahun", "perangkat_daerah": "Perangkat daerah", "daerah": "Daerah", "renstra": "Renstra",
    "visi": "Visi", "misi": "Misi", "pagu": "Pagu", "jumlah": "Banyaknya", "capaian": "Capaian",
}  # fmt: skip
_NAMES = {
    "nama": "nama", "singkatan": "singkatan", "lengkap": "nama lengkap", "jenis": "jenis", "provinsi": "provinsi",
    "kepala": "kepala daerah", "awal": "tahun awal", "akhir": "tahun akhir", "periode": "periode",
    "tahun_ke": "tahun keberapa", "daerah": "daerah", "perangkat_daerah": "perangkat daerah", "nomor": "nomor",
    "teks": "rumusan", "total": "total", "total_maju": "total prakiraan maju", "rata_rata": "rata-rata",
    "perubahan": "perubahan", "rata_rata_renstra": "rata-rata terhadap akhir Renstra",
    "program_evaluasi": "program dalam evaluasi",
    "kegiatan_evaluasi": "kegiatan dalam evaluasi",
}  # fmt: skip
#: How the figures of a group are written.
_FILTERS = {"pagu": "rupiah", "jumlah": "bilangan", "capaian": "persen"}
#: Of a program: its name, what it is called, how it is written.
_PROGRAM = (
    ("nama", "nama", ""), ("pagu", "pagu", "rupiah"), ("pagu_maju", "prakiraan maju", "rupiah"),
    ("perubahan", "perubahan pagu", ""),
)  # fmt: skip
#: What says itself how it is written.
_WHOLE = "perubahan"
#: Years before and behind that of the plan, as far as tables and periods speak of them.
_YEARS = {-1: "Tahun sebelumnya", 1: "Tahun sesudahnya", -2: "Dua tahun sebelumnya", -3: "Tiga tahun sebelumnya",
          -4: "Empat tahun sebelumnya", -5: "Lima tahun sebelumnya", 2: "Dua tahun sesudahnya"}  # fmt: skip


class MenuName(NamedTuple):
    """One entry: `expression` is what stands between the braces, `today` what it prints now."""

    expression: str
    label: str
    today: str

    @property
    def shown(self) -> str:
        """The entry as it is read: `Pagu total: Rp5.701.420.500`."""
        return f"{self.label}: {self.today}"


def list_names(reading: Reading) -> list[MenuName]:
    """All that may be put into a text of this folder, in the order of a menu."""
    found = (_name_today(reading, expression, label) for expression, label in _list_expressions(reading))
    return [name for name in found if name is not None]


def _name_today(reading: Reading, expression: str, label: str) -> MenuName | None:
    """None for what is no single value here."""
    try:
        today = plain_text(reading.spans(f"{{{{{expression}}}}}"))
    except PlaceholderError:
        return None
    return MenuName(expression, label, "belum ada" if today == "…" else today) if today else None


def _list_expressions(reading: Reading) -> Iterator[tuple[str, str]]:
    values = context.names(reading.tables)
    yield " tahun ", "Tahun Renja"
    yield from ((f" tahun {'-' if step < 0 else '+'} {abs(step)} ", label) for step, label in _YEARS.items())
    for group, members in values.items():
        if group == "program":
            yield from _list_programs(members)
        elif group == "regulasi":
            yield from ((f" regulasi['{key}'] ", f"Peraturan {key}") for key in members)
        elif isinstance(members, Mapping):
            yield from _list_group(group, members)
    for name, label in reading.outline.labels.items():
        if "'" not in name:
            yield f" rujuk('{name}') ", f"Rujukan ke {label}"


def _list_group(group: str, members: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in members:
        filtered = f" | {_FILTERS[group]}" if group in _FILTERS and key != _WHOLE else ""
        label = f"{_GROUPS.get(group, group.replace('_', ' ').capitalize())} {_NAMES.get(key, key.replace('_', ' '))}"
        yield f" {group}.{key}{filtered} ", label


def _list_programs(programs: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for code in programs:
        for key, called, how in _PROGRAM:
            yield f" program['{code}'].{key}{f' | {how}' if how else ''} ", f"Program {code} {called}"
