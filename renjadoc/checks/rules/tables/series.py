"""Figures that follow each other: years of the Renstra, quarters, what was reached up to a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.directions import is_good_low, is_named_falling
from renjadoc.checks.figured import list_statements
from renjadoc.checks.figures import shown
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.indonesian import angka
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi, target_renstra
from renjadoc.tables.layout import Node
from renjadoc.tables.quantities import Cell, Quantity, quantities


def read_one(cell: Cell) -> Quantity | None:
    """The quantity of a cell that states just one."""
    read = quantities(cell)
    return read[0] if read and len(read) == 1 else None


def read_row(cells: Sequence[Cell]) -> list[Decimal] | None:
    """The numbers of cells that each state one, of one unit; None where one does not."""
    read = [read_one(cell) for cell in cells]
    found = [quantity for quantity in read if quantity is not None]
    return [n for n, _ in found] if len(found) == len(read) and len({unit for _, unit in found}) == 1 else None


def find_break(numbers: Sequence[Decimal]) -> int | None:
    """The place of the one number that runs against a row that else rises or else falls; None where there is none."""
    steps = [b - a for a, b in pairwise(numbers)]
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if len(steps) < 3 or up == down or min(up, down) != 1:
        return None
    sign = 1 if up > down else -1
    at = next(index for index, step in enumerate(steps) if step * sign < 0)
    # 70, 72, 64, 76: the 64; 70, 82, 74, 76: the 82.
    is_peak = at > 0 and at + 1 < len(numbers) and (numbers[at + 1] - numbers[at - 1]) * sign >= 0
    return at if is_peak else at + 1


@rule("RJ120", "Angka kumulatif menurun")
def check_cumulative_figures(reading: Reading) -> Iterator[Finding]:
    """Realisasi sampai dengan suatu tahun atau triwulan tidak lebih kecil daripada yang sebelumnya.

    Dalam T-C.29 kolom “realisasi capaian s.d. tahun berjalan” adalah jumlah realisasi sampai dengan n-3, realisasi n-2,
    dan target n-1. Tabel yang langsung memuat realisasi s.d. n-2 diperiksa bila baris-baris lainnya, sedikitnya dua,
    menjumlahkannya dengan target n-1. Persentase, nilai, dan angka yang tetap setiap tahun tidak dijumlahkan; yang baik
    bila menurun tidak diperiksa.

    Mengapa: kolom kumulatif sering diisi angka satu tahun.
    Sumber: Permendagri 86/2017 (T-C.29: kolom 10 = 5 + 7 + 9).

    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-1/realisasi = "20 koperasi"
    Gagal:
        tabel/indikator-program.json /urusan/0/program/0/indikator/0/triwulan_n-1 = {"I": 170, "II": 182, "III": 175,
        "IV": 190}
    Lolos:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-1/realisasi = "60 koperasi"
    """
    for source, pointer, node, stated in (rows := list(_walk_growing(reading))):
        yield from _check_evaluated(source, pointer, reading, stated, node)
    yield from _check_shorter(rows, reading)
    for source, pointer, node in walk.rows_of(reading, "indikator-program", "indikator"):
        numbers = read_row(list(node["triwulan_n-1"].values()))
        if numbers and not is_good_low(reading, node) and numbers[-1] == max(numbers):
            at = find_break(numbers)
            if at is not None:
                quarter = list(node["triwulan_n-1"])[at]
                name = shorten_text(reading.printed(node["nama"]))
                message = f"“{name}”: triwulan {quarter} ({angka(numbers[at])}) tidak searah dengan triwulan lain"
                hint = "Periksa angkanya; realisasi triwulan bersifat kumulatif."
                yield Finding(source, f"{pointer}/triwulan_n-1/{quarter}", message, hint)


#: A row of T-C.29: its table, its place, itself, its figures by their keys.
_Row = tuple[Source, str, Node, dict[str, Any]]


def _walk_growing(reading: Reading) -> Iterator[_Row]:
    """The rows of T-C.29, without those of which less is better."""
    for source, pointer, node in walk.measured(reading):
        if not is_good_low(reading, node):
            yield source, pointer, node, evaluasi.figures_of(node)


#: A row that does not add up is found among so many others that all do.
_FEWEST_OTHERS = 2


def _check_shorter(rows: list[_Row], reading: Reading) -> Iterator[Finding]:
    """The one row of a table without the column up to n-3 that does not add up as all others do."""
    for table in {id(source): source for source, *_ in rows}.values():
        shorter = [row for row in rows if row[0] is table and "realisasi_sd_n-3" not in row[3]]
        sums = [(row, _sum_up(row[3], _UP_TO_BEFORE), read_one(row[3].get("renja_n-1/realisasi"))) for row in shorter]
        summed = [(row, total, cell[0]) for row, total, cell in sums if total is not None and cell is not None]
        wrong = [(row, total) for row, total, reached in summed if reached != total]
        if len(wrong) != 1 or len(summed) <= _FEWEST_OTHERS or _is_foreseen(wrong[0][0], reading):
            continue
        ((_, pointer, node, stated), total), now = wrong[0], reading.folder.tahun - 1
        message = (
            f"“{shorten_text(reading.printed(node['nama']))}”: realisasi capaian s.d. {now} tertulis "
            f"{shown(stated['renja_n-1/realisasi'])}, padahal realisasi s.d. {now - 1} dan target {now} berjumlah "
            f"{angka(total)}"
        )
        hint = "Jumlahkan keduanya, seperti baris-baris lain."
        yield Finding(table, f"{pointer}/renja_n-1/realisasi", message, hint)


_FORECAST = re.compile(r"\b(?:prakiraan|perkiraan|proyeksi|prognosis|diperkirakan)\b", re.IGNORECASE)


def _is_foreseen(row: _Row, reading: Reading) -> bool:
    """Whether a note says that the running year is foreseen, not its target, or the narrative tells what it brings."""
    source, _, _, stated = row
    before, now = read_one(stated.get("realisasi_sd_n-2")), read_one(stated.get("renja_n-1/realisasi"))
    if before is None or now is None or _FORECAST.search(" ".join(map(str, source.data.get("keterangan", ())))):
        return True
    unit = now[1].partition(" ")[0]
    told = {figure.value for said in list_statements(reading) for figure in said.figures if figure.unit == unit}
    return now[0] - before[0] in told


def _check_evaluated(
    source: Any, pointer: str, reading: Reading, stated: dict[str, Any], node: Node
) -> Iterator[Finding]:
    name = shorten_text(reading.printed(node["nama"]))
    running = stated.get("renja_n-1/realisasi")
    at = f"{pointer}/renja_n-1/realisasi"
    if "realisasi_sd_n-3" in stated:
        summed = _sum_up(stated, _UP_TO_LONG_BEFORE)
        reached = read_one(running)
        if summed is not None and reached is not None and reached[0] != summed:
            message = (
                f"“{name}”: realisasi capaian s.d. {reading.folder.tahun - 1} tertulis {shown(running)}, "
                f"padahal realisasi s.d. {reading.folder.tahun - 3}, {reading.folder.tahun - 2}, dan target "
                f"{reading.folder.tahun - 1} berjumlah {angka(summed)}"
            )
            yield Finding(source, at, message, "Isi kolom 10 dengan jumlah kolom 5, 7, dan 9.")
        return
    if running == stated.get("renja_n-1/target"):
        return  # Some offices state what the year alone brought.
    before, now = quantities(stated.get("realisasi_sd_n-2")), quantities(running)
    for one, other in zip(before or [], now or [], strict=False):
        if one[1] == other[1] and not _is_state(one[1], node) and other[0] < one[0]:
            message = (
                f"“{name}”: realisasi s.d. {reading.folder.tahun - 1} ({shown(running)}) lebih kecil daripada "
                f"s.d. {reading.folder.tahun - 2} ({shown(stated['realisasi_sd_n-2'])})"
            )
            yield Finding(source, at, message, "Isi dengan angka kumulatif.")
            return


_STATE = re.compile(r"\b(?:nilai|indeks|skor|rasio|persentase|tingkat|angka|predikat|rata-rata)\b", re.IGNORECASE)


def _is_state(unit: str, node: Node) -> bool:
    """Whether figures tell a state, which nobody adds up: percentages, indices."""
    return unit in {"", "%", "‰"} or unit.startswith("persen") or bool(_STATE.match(str(node.get("indikator") or "")))


#: What column 10 sums up: columns 5, 7 and 9, or what a table states in the place of 5 and 7.
_UP_TO_LONG_BEFORE = ("realisasi_sd_n-3", "renja_n-2/realisasi", "renja_n-1/target")
_UP_TO_BEFORE = ("realisasi_sd_n-2", "renja_n-1/target")


#: What comes to more than this of the Renstra's end is a level (members, hectares served), which nobody adds up.
_FAR_BEYOND = Decimal("1.25")


def _sum_up(stated: dict[str, Any], keys: tuple[str, ...]) -> Decimal | None:
    """These columns added up, for what is counted year by year; None for a state or one that stays the same."""
    cells = [read_one(stated.get(key)) for key in ("target_renstra", *keys)]
    if any(cell is None for cell in cells):
        return None
    read = [cell for cell in cells if cell is not None]
    if len({unit for _, unit in read}) > 1 or _is_state(read[0][1], {"indikator": stated.get("indikator")}):
        return None
    (renstra, _), *parts = read
    summed = sum((number for number, _ in parts), Decimal(0))
    return summed if renstra > max(number for number, _ in parts) and renstra * _FAR_BEYOND >= summed else None


@rule("RJ121", "Target berlawanan arah dengan tahun lain")
def check_target_directions(reading: Reading) -> Iterator[Finding]:
    """Target sebuah indikator bergerak satu arah sepanjang Renstra, dan akhirnya tidak lebih buruk daripada data awal.

    Satu tahun yang melawan arah tahun-tahun lain ditanyakan, begitu pula proyeksi yang lebih rendah daripada targetnya
    tanpa penjelasan dalam catatan.

    Mengapa: 64% di antara 72% dan 76% hampir selalu salah ketik; bila tidak, harus dijelaskan.
    Sumber: Permendagri 86/2017 (T-C.30 dan target Renstra).

    Gagal:
        tabel/target-renstra.json /kelompok/0/isi/0/indikator/1/target = [21, 22, 24, 16, 28, 30]
    Gagal:
        tabel/target-renstra.json /kelompok/0/isi/0/indikator/1/target = [35, 22, 24, 26, 28, 30]
        tabel/capaian-kinerja.json /indikator/1/capaian/n-3 = 35
    Lolos:
        tabel/target-renstra.json /kelompok/0/isi/0/indikator/1/target = [23, 22, 24, 26, 26, 30]
        tabel/capaian-kinerja.json /indikator/1/capaian/n-3 = 23
    """
    years = target_renstra.target_years(reading.folder)
    for source in reading.folder.tables_of("target-renstra"):
        for pointer, one in target_renstra.walk_indicators(source.data):
            numbers = read_row(one["target"][: len(years)])
            for at, message in _find_turns(numbers, years, one["nama"]) if numbers else ():
                name = shorten_text(reading.printed(one["nama"]))
                hint = "Periksa angkanya; bila benar, jelaskan dalam naskah."
                yield Finding(source, f"{pointer}/target/{at}", f"“{name}”: {message}", hint)
    for source, pointer, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        yield from _find_low_projections(source, pointer, reading, node)


def _find_turns(numbers: list[Decimal], years: list[int], name: str) -> Iterator[tuple[int, str]]:
    targets = numbers[1:]
    at = find_break(targets)
    if at is not None:
        yield at + 1, f"target {years[at + 1]} ({angka(targets[at])}) berlawanan arah dengan tahun-tahun lain"
    elif len(targets) > 1 and targets[0] < targets[-1] < numbers[0] and not _may_fall(numbers[0], name):
        said = f"target akhir Renstra ({angka(targets[-1])}) lebih rendah daripada data awal ({angka(numbers[0])})"
        yield len(targets), said
    elif len(targets) > 1 and targets[0] > targets[-1] > numbers[0] > 0:
        said = (
            f"target menurun dari {angka(targets[0])}, tetapi akhirnya ({angka(targets[-1])}) masih di atas data awal"
        )
        yield len(targets), said


def _may_fall(base: Decimal, name: str) -> bool:
    """Whether a target below what there was is none too low: less is better, or there was more than all of a target."""
    return is_named_falling(name) or (base > 100 and name.startswith("Persentase"))


_REASON = re.compile(r"\b(?:karena|akibat|penyesuaian|efisiensi|disesuaikan|turun|menurun|terdampak|kapasitas)\b", re.I)
#: A note of so many words may be the reason, whatever it says.
_TELLING_NOTE = 5


def _find_low_projections(source: Any, pointer: str, reading: Reading, node: Node) -> Iterator[Finding]:
    for year, projected in node.get("proyeksi", {}).items():
        numbers = read_row([node["target"].get(year), projected])
        ends = read_row([node["target"].get("n-2"), node["target"].get("n+1")])
        note = str(node.get("catatan") or "")
        if numbers is None or _REASON.search(note) or len(note.split()) >= _TELLING_NOTE:
            continue
        falls = bool(ends and ends[1] < ends[0]) or is_good_low(reading, node)
        if (numbers[1] > numbers[0]) if falls else (numbers[1] < numbers[0]):
            said = walk.in_words(year, reading.folder.tahun)
            name = shorten_text(reading.printed(node["nama"]))
            message = (
                f"“{name}”: proyeksi {said} ({shown(projected)}) di bawah targetnya ({shown(node['target'][year])})"
            )
            yield Finding(source, f"{pointer}/proyeksi/{year}", message, "Periksa, atau jelaskan dalam kolom catatan.")
