"""Figures in ad-hoc tables, by what their heads and first cells say that they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import Any

from renjadoc.checks.figures import LOWER_IS_BETTER, agrees, shown
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.indonesian import angka, persen
from renjadoc.problem import Severity
from renjadoc.reading import Reading
from renjadoc.tables import bebas
from renjadoc.tables.quantities import quantities, tingkat


@rule("RJ102", "Baris jumlah tabel bebas berbeda dari rinciannya", Severity.ERROR)
def check_adhoc_totals(reading: Reading) -> Iterator[Finding]:
    """Baris “Jumlah” atau “Total” dalam tabel bebas sama dengan jumlah baris di atasnya.

    Sebuah jumlah boleh menjumlahkan semua baris di atasnya, baris sejak jumlah sebelumnya, jumlah-jumlah sebelumnya,
    atau baris induk saja. Kolom persentase tidak dijumlahkan; pecahan boleh berselisih karena pembulatan.

    Mengapa: tabel bebas diketik sendiri, jadi jumlahnya dapat keliru.
    Sumber: daftar periksa Bappeda.

    Gagal:
        tabel/anggaran.json /baris/2 = ["Jumlah", "1.169.190.750"]
    Lolos:
        tabel/anggaran.json /baris/2 = ["Jumlah", "1.176.518.230"]
    """
    for source in reading.folder.tables_of("bebas"):
        yield from _check_totals(source)


_TOTAL = re.compile(
    r"(?:grand |sub ?)?(?:jumlah|total)(?: (?:total|seluruh|seluruhnya|keseluruhan|umum|akhir|pagu|anggaran|belanja))?"
    r"(?: (?:[ivx]+|[a-h]|\d+))?(?: ?\(.*\))?[ :.]*"
)
_AVERAGE = re.compile(r"(?:rata ?[-–]? ?rata|rerata).*")


def _check_totals(source: Source) -> Iterator[Finding]:
    sums = _Sums()
    shares = {i for i, title in enumerate(_list_titles(source)) if "%" in title or "persen" in title}
    rows = source.data["baris"]
    for index, row in enumerate(rows):
        if _numbers_columns(row):
            continue
        numbers = {at: n for at, n in _read_numbers(row).items() if at[1] != "%" and at[0] not in shares}
        label = _find_total_label(row)
        if not label or not (label == "jumlah" or sums.takes_for_total(numbers, index == len(rows) - 1)):
            sums.add_row(numbers)
            continue
        for column, stated in numbers.items():
            summed = sums.find_fault(column, stated, len(numbers) == 1)
            if summed is not None:
                message = f"jumlah tertulis {angka(stated)}, padahal rinciannya berjumlah {angka(summed)}"
                yield Finding(source, f"/baris/{index}", message, "Perbaiki rinciannya atau jumlahnya.")
        sums.add_total(numbers)


class _Sums:
    """What stands above a row by column and unit: all details, those since the last total, the totals."""

    def __init__(self) -> None:
        self._parts: dict[_Column, list[Decimal]] = {}
        self._since: dict[_Column, list[Decimal]] = {}
        self._totals: dict[_Column, list[Decimal]] = {}

    def add_row(self, numbers: dict[_Column, Decimal]) -> None:
        for column, number in numbers.items():
            self._parts.setdefault(column, []).append(number)
            self._since.setdefault(column, []).append(number)

    def add_total(self, numbers: dict[_Column, Decimal]) -> None:
        for column, stated in numbers.items():
            self._totals.setdefault(column, []).append(stated)
            self._since[column] = []

    def _sum_above(self, column: _Column) -> tuple[list[Decimal], list[Decimal], list[Decimal]]:
        return self._parts.get(column, []), self._since.get(column, []), self._totals.get(column, [])

    def find_fault(self, column: _Column, stated: Decimal, is_alone: bool) -> Decimal | None:
        """What the details sum up to where `stated` is no sum of them; one that stands alone may sum up all columns."""
        above, since, totals = self._sum_above(column)
        if len(above) < 2 or _is_total(stated, above, since, totals):
            return None
        everything = [number for (_, unit), part in self._parts.items() if unit == column[1] for number in part]
        if is_alone and _sums_to(stated, everything):
            return None
        return sum(since if totals and len(since) > 1 else above, Decimal(0))

    def takes_for_total(self, numbers: dict[_Column, Decimal], is_last: bool) -> bool:
        """Whether a row called `Jumlah PAD` is a total of what stands above, or nearly one, and no detail."""
        for column, stated in numbers.items():
            above, since, totals = self._sum_above(column)
            if len(since) < 2 and len(above) < 2:
                continue
            if _is_total(stated, above, since, totals):
                return True
            summed = sum(since if len(since) > 1 else above, Decimal(0))
            if summed and abs(stated - summed) * (2 if is_last else 5) < abs(summed):
                return True
        return False


def _numbers_columns(row: Any) -> bool:
    """Whether a row counts the columns: 1, 2, 3, 4."""
    said = [str(text).strip("() ") for text in _list_texts(row)]
    return len(said) > 2 and said == [str(number) for number in range(1, len(said) + 1)]


_NAMED_TOTAL = re.compile(r"(?:grand |sub ?)?(?:jumlah|total) .{2,80}")


def _find_total_label(row: Any) -> str:
    """`jumlah` for a row that is called so, `bernama` for one called Jumlah PAD; empty for any other."""
    if _is_labelled(row, _TOTAL):
        return "jumlah"
    return "bernama" if _is_labelled(row, _NAMED_TOTAL) else ""


def _is_total(stated: Decimal, *parts: list[Decimal]) -> bool:
    """Whether a total sums one of these up: as they are, or only those that are no details of another."""
    return any(_sums_to(stated, numbers) for numbers in parts) or _sums_to(stated, _leave_out_details(parts[0]))


def _sums_to(stated: Decimal, numbers: list[Decimal]) -> bool:
    """Fractions may differ by their rounding, whole numbers may not."""
    decimals = max((-int(number.as_tuple().exponent) for number in numbers), default=0)
    rounding = len(numbers) * Decimal(1).scaleb(-decimals) if decimals > 0 else Decimal(0)
    return abs(sum(numbers, Decimal(0)) - stated) <= rounding


def _leave_out_details(numbers: list[Decimal]) -> list[Decimal]:
    """The numbers without those that stand right below their sum, two of them or more."""
    tops: list[Decimal] = []
    for number in reversed(numbers):
        for count, summed in enumerate(accumulate(reversed(tops)), 1):
            if count > 1 and summed == number:
                del tops[-count:]
            if summed >= number:
                break
        tops.append(number)
    return tops


def find_averages(source: Source) -> Iterator[Finding]:
    """Rows that call themselves an average and are not that of the rows above."""
    above: dict[_Column, list[Decimal]] = {}
    for index, row in enumerate(source.data["baris"]):
        numbers = {} if _numbers_columns(row) else _read_numbers(row)
        if _is_labelled(row, _AVERAGE):
            for column, stated in numbers.items():
                values = above.get(column, [])
                if len(values) > 1 and not agrees(stated, sum(values, Decimal(0)) / len(values)):
                    mean = persen(sum(values, Decimal(0)) / len(values)).removesuffix("%")
                    message = f"rata-rata tertulis {angka(stated)}, hasil hitungannya {mean}"
                    yield Finding(source, f"/baris/{index}", message, "Perbaiki barisnya atau rata-ratanya.")
        else:
            for column, number in numbers.items():
                above.setdefault(column, []).append(number)


def find_percentages(source: Source) -> Iterator[Finding]:
    """Rows of a table with one column each of target, realisasi and persen in which the third is not the quotient."""
    columns = _find_columns(source)
    if columns is None:
        return
    target, realisasi, share = columns
    for index, row in enumerate(source.data["baris"]):
        cells = _spread_cells(row)
        if len(cells) <= max(columns) or _numbers_columns(row):  # The first is said by RJ035.
            continue
        if LOWER_IS_BETTER.search(" ".join(map(str, cells))):
            continue
        stated, computed = quantities(cells[share]), tingkat(cells[realisasi], cells[target])
        if stated and computed is not None and not agrees(stated[0][0], computed):
            message = f"persentase tertulis {shown(cells[share])}, hasil hitungannya {persen(computed)}"
            yield Finding(source, f"/baris/{index}", message, "Perbaiki realisasi, target, atau persentasenya.")


def _spread_cells(row: Any) -> list[Any]:
    """What the cells of a row hold, a merged one once for each of its columns."""
    spread: list[Any] = []
    for cell in row["sel"] if isinstance(row, dict) else row:
        spread += [cell["teks"]] * int(cell["gabung"]) if isinstance(cell, dict) else [cell]
    return spread


_PORTION = re.compile(r"porsi|proporsi|persentase|persen|kontribusi|komposisi|share|bagian|^%$|\(%\)")


def find_portions(source: Source) -> Iterator[Finding]:
    """Rows whose portion is not their amount out of the total; of a table with one column of each, and a total row."""
    titles = _list_titles(source)
    portions = [i for i, title in enumerate(titles) if _PORTION.search(title)]
    if len(portions) != 1 or any(
        word in title for title in titles for word in ("target", "realisasi", "capaian", "tahun")
    ):
        return
    rows = [(index, _spread_cells(row)) for index, row in enumerate(source.data["baris"]) if not _numbers_columns(row)]
    totals = [cells for (index, cells) in rows if _find_total_label(source.data["baris"][index])]
    amounts = [
        i for i in range(len(titles)) if i not in portions and totals and _read_figure(totals[-1], i) is not None
    ]
    if len(totals) != 1 or len(amounts) != 1:
        return
    whole, hundred = _read_figure(totals[0], amounts[0]), _read_figure(totals[0], portions[0])
    if not whole or hundred is None or abs(hundred - 100) > 1:
        return
    for index, cells in rows:
        part, stated = _read_figure(cells, amounts[0]), _read_figure(cells, portions[0])
        if cells is totals[0] or part is None or stated is None:
            continue
        computed, places = part * 100 / whole, max(0, -int(stated.as_tuple().exponent))
        if abs(stated - computed) > Decimal(5).scaleb(-places):
            message = f"bagian tertulis {angka(stated)}, hasil hitungannya {persen(computed)}"
            yield Finding(source, f"/baris/{index}", message, "Perbaiki jumlah atau bagiannya.")


def _read_figure(cells: list[Any], column: int) -> Decimal | None:
    read = (
        quantities(_RUPIAH.sub("", cells[column]) if isinstance(cells[column], str) else cells[column])
        if column < len(cells)
        else None
    )
    return read[0][0] if read and len(read) == 1 else None


def _find_columns(source: Source) -> tuple[int, int, int] | None:
    """The only columns of target, realisasi (or capaian) and percent; None where there is not one of each."""
    titles = _list_titles(source)
    share = [i for i, title in enumerate(titles) if "%" in title or "persen" in title or "tingkat" in title]
    rest = [i for i in range(len(titles)) if i not in share]
    target = [i for i in rest if "target" in titles[i]]
    reached = [i for i in rest if ("realisasi" in titles[i] or "capaian" in titles[i]) and i not in target]
    if len(share) == len(target) == len(reached) == 1:
        return target[0], reached[0], share[0]
    return None


def _list_titles(source: Source) -> list[str]:
    return [str(leaf["judul"]).casefold() for leaf in bebas.find_columns(source.data["kolom"])]


def _list_texts(row: Any) -> list[Any]:
    """What the cells of a row hold."""
    cells = row["sel"] if isinstance(row, dict) else row
    return [cell["teks"] if isinstance(cell, dict) else cell for cell in cells]


def _is_labelled(row: Any, label: re.Pattern[str]) -> bool:
    """Whether one of the first three cells of a row is such a label."""
    return any(isinstance(text, str) and label.fullmatch(text.strip("* ").casefold()) for text in _list_texts(row)[:3])


#: A column and the unit of what stands in it: only the same is summed up.
_Column = tuple[int, str]


def _read_numbers(row: Any) -> dict[_Column, Decimal]:
    """The numbers of a row by column and unit."""
    found: dict[_Column, Decimal] = {}
    column = 0
    for cell, value in zip(row["sel"] if isinstance(row, dict) else row, _list_texts(row), strict=True):
        read = quantities(_RUPIAH.sub("", value) if isinstance(value, str) else value)
        if read and len(read) == 1:
            found[column, read[0][1]] = read[0][0]
        column += int(cell["gabung"]) if isinstance(cell, dict) else 1
    return found


_RUPIAH = re.compile(r"^\s*Rp\.?\s*")
