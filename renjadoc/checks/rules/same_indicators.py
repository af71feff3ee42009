"""One indicator in several tables: the same figure everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from renjadoc.checks import walk
from renjadoc.checks.figures import shown
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.reading import Reading
from renjadoc.tables import target_renstra
from renjadoc.tables.quantities import Cell, quantities


class _Fact(NamedTuple):
    source: Source
    pointer: str
    name: str
    cell: Cell


@rule("RJ103", "Indikator yang sama bernilai berbeda antartabel")
def check_same_indicators(reading: Reading) -> Iterator[Finding]:
    """Indikator yang sama untuk tahun yang sama bernilai sama di semua tabel.

    Yang dibandingkan: target dan realisasi dalam tabel capaian kinerja, indikator program, dan target Renstra. Dua
    indikator dianggap sama bila namanya sama, atau bila “indikator_renstra” menyebutnya.

    Mengapa: pembaca tidak tahu angka mana yang berlaku, dan capaian terhadap target menjadi dapat diperdebatkan.
    Sumber: naskah rujukan (target 2020 “UMKM naik kelas” 24 di satu tabel dan 23 di tabel lain).

    Gagal:
        tabel/capaian-kinerja.json /indikator/0/target/n-1 = 56
    Lolos:
        tabel/capaian-kinerja.json /indikator/0/target/n-1 = "55%"
    """
    facts: dict[tuple[str, str, int], list[_Fact]] = {}
    for key, fact in _facts(reading):
        facts.setdefault(key, []).append(fact)
    for (_, measure, year), stated in facts.items():
        first = stated[0]
        for other in stated[1:]:
            if _differ(first.cell, other.cell):
                message = (
                    f"{measure} “{walk.short(other.name)}” tahun {year} di sini {shown(other.cell)}, "
                    f"di {first.source.name} {shown(first.cell)}"
                )
                yield Finding(other.source, other.pointer, message, "Samakan kedua tabel dengan angka yang berlaku.")


def _facts(reading: Reading) -> Iterator[tuple[tuple[str, str, int], _Fact]]:
    tahun = reading.folder.tahun
    years = target_renstra.target_years(reading.folder)
    for source in reading.folder.tables_of("target-renstra"):
        for pointer, indikator in target_renstra.walk_indicators(source.data):
            for index, (year, cell) in enumerate(zip(years, indikator["target"], strict=False)):
                yield (
                    (_name(indikator["nama"]), "target", year),
                    _Fact(source, f"{pointer}/target/{index}", indikator["nama"], cell),
                )
    for source in reading.folder.tables_of("indikator-program"):
        yield from _program_facts(source, tahun)
    for source in reading.folder.tables_of("capaian-kinerja"):
        for index, indikator in enumerate(source.data["indikator"]):
            pointer = f"/indikator/{index}"
            names = {_name(indikator["nama"]), _name(indikator.get("indikator_renstra") or indikator["nama"])}
            for name in sorted(names):
                for field, measure in (("target", "target"), ("capaian", "realisasi")):
                    for year, cell in indikator[field].items():
                        fact = _Fact(source, f"{pointer}/{field}/{year}", indikator["nama"], cell)
                        yield (name, measure, tahun + int(year[1:] or 0)), fact


def _program_facts(source: Source, tahun: int) -> Iterator[tuple[tuple[str, str, int], _Fact]]:
    for u, urusan in enumerate(source.data["urusan"]):
        for p, program in enumerate(urusan["program"]):
            for i, indikator in enumerate(program["indikator"]):
                pointer = f"/urusan/{u}/program/{p}/indikator/{i}"
                for step in (5, 4, 3, 2):
                    cell = indikator["realisasi"][f"n-{step}"]
                    fact = _Fact(source, f"{pointer}/realisasi/n-{step}", indikator["nama"], cell)
                    yield (_name(indikator["nama"]), "realisasi", tahun - step), fact


def _name(text: str) -> str:
    return " ".join(text.casefold().split())


def _differ(one: Cell, other: Cell) -> bool:
    """Whether two cells state different quantities; cells of other units or without numbers say nothing."""
    first, second = quantities(one), quantities(other)
    if not first or not second or len(first) != len(second):
        return False
    return any(a[0] != b[0] and (a[1] == b[1] or not a[1] or not b[1]) for a, b in zip(first, second, strict=True))
