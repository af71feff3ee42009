"""Figures in ad-hoc tables, by what their heads and first cells say that they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import Any

from renjadoc.checks.directions import is_named_falling
from renjadoc.checks.figures import agrees, shown
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
    baris induk saja, atau rinciannya saja menurut kodenya (2.15.02 dirinci 2.15.02.2.02). Kolom persentase dan
    kolom kumulatif tidak dijumlahkan; pecahan boleh berselisih karena pembulatan.

    Mengapa: tabel bebas diketik sendiri, jadi jumlahnya dapat keliru.
    Sumber: daftar periksa Bappeda.

    Gagal:
        tabel/anggaran.json /baris/2 = ["Jumlah", "1.169.190.750"]
    Lolos:
        tabel/anggaran.json /baris/2 = ["Jumlah", "1.176.518.230"]
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Serapan"], "kolom": [{"judul": "Triwulan"},
        {"judul": "Realisasi"}, {"judul": "Kumulatif"}], "baris": [["I", "120", "120"], ["II", "150", "270"],
        ["III", "90", "360"], ["Jumlah", "360", "360"]]}
    """
    for source in reading.folder.tables_of("bebas"):
        yield from _check_totals(source)


_TOTAL = re.compile(
    r"(?:grand |sub ?)?(?:jumlah|total)(?: (?:total|seluruh|seluruhnya|keseluruhan|umum|akhir|pagu|anggaran|belanja))?"
    r"(?: (?:[ivx]+|[a-h]|\d+))?(?: ?\(.*\))?[ :.]*"
)
#: Of the whole region, or of weights that the table need not hold, an average is another.
_AVERAGE = re.compile(r"(?:rata ?[-–]? ?rata|rerata)(?!.*\b(?:tertimbang|berbobot|provinsi|nasional)\b).*")


#: What of a column is no sum: shares, and how much there is to each.
_RATIO = re.compile(
    r"%|persen|\w/\s?(?:\w+\)|[a-z]+$)|\bper [a-z\d]|produktivitas|rata ?-? ?rata|rerata|\b(?:rasio|indeks|kepadatan)\b"
)


def _check_totals(source: Source) -> Iterator[Finding]:
    sums = _Sums()
    shares = {i for i, title in enumerate(list_titles(source)) if _RATIO.search(title)}
    rows = source.data["baris"]
    detailed = _find_detailed(source)
    for index, row in enumerate(rows):
        if numbers_columns(row):
            continue
        numbers = {at: n for at, n in _read_numbers(row).items() if at[1] != "%" and at[0] not in shares}
        label, is_last = find_total_label(row), index == len(rows) - 1
        is_total = label == "jumlah" or (label and sums.takes_for_total(numbers, is_last))
        if not is_total and not (is_last and sums.sums_up_most(numbers)):
            sums.add_row(numbers, {at for at in numbers if (index, at) in detailed})
            continue
        for column, stated in numbers.items():
            summed = sums.find_fault(column, stated, len(numbers) == 1)
            if summed is not None:
                message = f"jumlah tertulis {angka(stated)}, padahal rinciannya berjumlah {angka(summed)}"
                yield Finding(source, f"/baris/{index}", message, "Perbaiki rinciannya atau jumlahnya.")
        sums.add_total(numbers)


class _Sums:
    """What stands above a row by column and unit: all rows, those since the last total, the totals, the lowest rows."""

    def __init__(self) -> None:
        self._parts: dict[_Column, list[Decimal]] = {}
        self._lowest: dict[_Column, list[Decimal]] = {}
        self._since: dict[_Column, list[Decimal]] = {}
        self._totals: dict[_Column, list[Decimal]] = {}

    def add_row(self, numbers: dict[_Column, Decimal], detailed: set[_Column]) -> None:
        """A row that is no total; in the columns `detailed` rows below it say the same once more."""
        for column, number in numbers.items():
            if column not in detailed:
                self._lowest.setdefault(column, []).append(number)
            self._parts.setdefault(column, []).append(number)
            self._since.setdefault(column, []).append(number)

    def add_total(self, numbers: dict[_Column, Decimal]) -> None:
        for column, stated in numbers.items():
            self._totals.setdefault(column, []).append(stated)
            self._since[column] = []

    def _list_above(self, column: _Column) -> tuple[list[Decimal], list[Decimal], list[Decimal], list[Decimal]]:
        return tuple(kind.get(column, []) for kind in (self._parts, self._since, self._totals, self._lowest))  # type: ignore[return-value]

    def find_fault(self, column: _Column, stated: Decimal, is_alone: bool) -> Decimal | None:
        """What the details sum up to where `stated` is no sum of them; one that stands alone may sum up all columns."""
        above, since, totals, lowest = self._list_above(column)
        if len(above) < 2 or _is_total(stated, above, since, totals, lowest) or _is_mean(stated, above):
            return None
        if _grows_to(stated, above):
            return None
        everything = [number for (_, unit), part in self._parts.items() if unit == column[1] for number in part]
        if is_alone and _sums_to(stated, everything):
            return None
        return sum(since if totals and len(since) > 1 else lowest, Decimal(0))

    def takes_for_total(self, numbers: dict[_Column, Decimal], is_last: bool) -> bool:
        """Whether a row called `Jumlah PAD` is a total of what stands above, or nearly one, and no detail."""
        for column, stated in numbers.items():
            above, since, totals, lowest = self._list_above(column)
            if len(since) < 2 and len(above) < 2:
                continue
            if _is_total(stated, above, since, totals, lowest):
                return True
            summed = sum(since if len(since) > 1 else lowest, Decimal(0))
            if summed and abs(stated - summed) * (2 if is_last else 5) < abs(summed):
                return True
        return False

    def sums_up_most(self, numbers: dict[_Column, Decimal]) -> bool:
        """Whether a row of whatever name (`Kota Pontianak`) sums up all rows above in most columns: so it is a"
        " total."""
        exact = [
            at for at, n in numbers.items() if n and len(self._parts.get(at, [])) > 2 and _sums_to(n, self._parts[at])
        ]
        return len(exact) > 1 and len(exact) * 2 > len(numbers)


_CODE_COLUMNS = (re.compile(r"\b(?:kode|rekening)\b"), re.compile(r"^(?:no|nomor)\b"))
_CODE = re.compile(r"\w+(?:\.\w+)*")


def _find_detailed(source: Source) -> set[tuple[int, _Column]]:
    """The figures, by row and column, that rows whose code goes on from this row's say once more in detail."""
    codes = dict(_read_codes(source))
    places = {code: index for index, code in codes.items()}
    detailed: set[tuple[int, _Column]] = set()
    for index, code in codes.items():
        above = [code[: dot.start()] for dot in re.finditer(r"\.", code)]
        for column in _read_numbers(source.data["baris"][index]) if above else ():
            detailed |= {(places[shorter], column) for shorter in above if shorter in places}
    return detailed


def _read_codes(source: Source) -> Iterator[tuple[int, str]]:
    """Rows with the code or number that they are called by."""
    titles = list_titles(source)
    found = (at for kind in _CODE_COLUMNS for at, title in enumerate(titles) if kind.search(title))
    column = next(found, None)
    for index, row in enumerate(source.data["baris"] if column is not None else ()):
        cells = bebas.spread_cells(row)
        text = str(cells[column]).strip("* .") if column is not None and len(cells) > column else ""
        if _CODE.fullmatch(text):
            yield index, text


def numbers_columns(row: object) -> bool:
    """Whether a row counts the columns: 1, 2, 3, 4."""
    said = [str(text).strip("() ") for text in bebas.list_texts(row)]
    return len(said) > 2 and said == [str(number) for number in range(1, len(said) + 1)]


_NAMED_TOTAL = re.compile(r"(?:grand |sub ?)?(?:jumlah|total) .{2,80}")


def find_total_label(row: object) -> str:
    """`jumlah` for a row that is called so, `bernama` for one called Jumlah PAD; empty for any other."""
    if _is_labelled(row, _TOTAL):
        return "jumlah"
    return "bernama" if _is_labelled(row, _NAMED_TOTAL) else ""


def _is_mean(stated: Decimal, numbers: list[Decimal]) -> bool:
    """Whether a fraction lies among fractions that are too many for it to be their sum."""
    is_fraction = all(number != number.to_integral_value() for number in (stated, *numbers[:1]))
    return is_fraction and len(numbers) > 2 and min(numbers) >= 0 and min(numbers) <= stated <= max(numbers)


def _grows_to(stated: Decimal, numbers: list[Decimal]) -> bool:
    """Whether a total says the last of figures once more that grow, or shrink, from row to row: those up to a time."""
    return stated == numbers[-1] and sorted(numbers) in (numbers, numbers[::-1])


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
    """Rows that call themselves an average and are not that of the rows above, plain or weighted by another column."""
    above: list[dict[_Column, Decimal]] = []
    for index, row in enumerate(source.data["baris"]):
        numbers = {} if numbers_columns(row) else _read_numbers(row)
        if not _is_labelled(row, _AVERAGE):
            above.append(numbers)
            continue
        for column, stated in numbers.items():
            values = [one[column] for one in above if column in one]
            means = _list_means(column, above) if len(values) > 1 else []
            if means and not any(agrees(stated, mean) for mean in means):
                shown_mean = persen(means[0]).removesuffix("%")
                message = f"rata-rata tertulis {angka(stated)}, hasil hitungannya {shown_mean}"
                yield Finding(source, f"/baris/{index}", message, "Perbaiki barisnya atau rata-ratanya.")


def _list_means(column: _Column, rows: list[dict[_Column, Decimal]]) -> list[Decimal]:
    """The plain mean of a column, then those in which another column says how much each row counts."""
    values = [one[column] for one in rows if column in one]
    means = [sum(values, Decimal(0)) / len(values)]
    for weight in dict.fromkeys(at for one in rows for at in one if at != column):
        pairs = [(one[column], one[weight]) for one in rows if {column, weight} <= one.keys()]
        if whole := sum((count for _, count in pairs), Decimal(0)):
            means.append(sum((value * count for value, count in pairs), Decimal(0)) / whole)
    return means


def find_percentages(source: Source) -> Iterator[Finding]:
    """Rows of a table with one column each of target, realisasi and persen in which the third is not the quotient."""
    columns = _find_columns(source)
    if columns is None:
        return
    target, realisasi, share = columns
    for index, row in enumerate(source.data["baris"]):
        cells = bebas.spread_cells(row)
        if len(cells) <= max(columns) or numbers_columns(row):  # The first is said by RJ035.
            continue
        if is_named_falling(" ".join(map(str, cells))) or _spans(cells, target):
            continue
        stated, right = quantities(cells[share]), _list_right(cells[realisasi], cells[target])
        if stated and right and not any(agrees(stated[0][0], one) for one in right):
            if (falling := tingkat(cells[realisasi], cells[target], {"arah": "turun"})) and agrees(
                stated[0][0], falling
            ):
                continue  # Less is better in this row, whatever it is called.
            message = f"persentase tertulis {shown(cells[share])}, hasil hitungannya {persen(right[0])}"
            yield Finding(source, f"/baris/{index}", message, "Perbaiki realisasi, target, atau persentasenya.")


def _spans(cells: list[Any], column: int) -> bool:
    """Whether what stands in a column is the label of a row that reaches over it, such as Rata-rata."""
    return column > 0 and isinstance(cells[column], str) and cells[column] == cells[column - 1]


def _list_right(realisasi: Any, target: Any) -> list[Decimal]:
    """The percentages that a row may state; of a target below zero nobody says here in which direction it is better."""
    is_below = any(number < 0 for number, _ in quantities(target) or ())
    found = (tingkat(realisasi, target, {"arah": arah}) for arah in (("naik", "turun") if is_below else ("naik",)))
    return [one for one in found if one is not None]


def read_figure(cells: list[Any], column: int) -> Decimal | None:
    read = (
        quantities(_RUPIAH.sub("", cells[column]) if isinstance(cells[column], str) else cells[column])
        if column < len(cells)
        else None
    )
    return read[0][0] if read and len(read) == 1 else None


def _find_columns(source: Source) -> tuple[int, int, int] | None:
    """The only columns of target, realisasi (or capaian) and percent; None where there is not one of each."""
    titles = list_titles(source)
    share = [i for i, title in enumerate(titles) if "%" in title or "persen" in title or "tingkat" in title]
    rest = [i for i in range(len(titles)) if i not in share]
    target = [i for i in rest if "target" in titles[i]]
    reached = [i for i in rest if ("realisasi" in titles[i] or "capaian" in titles[i]) and i not in target]
    if len(share) == len(target) == len(reached) == 1:
        return target[0], reached[0], share[0]
    return None


def list_titles(source: Source) -> list[str]:
    return [str(leaf["judul"]).casefold() for leaf in bebas.find_columns(source.data["kolom"])]


def _is_labelled(row: object, label: re.Pattern[str]) -> bool:
    """Whether one of the first three cells of a row is such a label."""
    return any(
        isinstance(text, str) and label.fullmatch(text.strip("* ").casefold()) for text in bebas.list_texts(row)[:3]
    )


#: A column and the unit of what stands in it: only the same is summed up.
_Column = tuple[int, str]


def _read_numbers(row: Any) -> dict[_Column, Decimal]:
    """The numbers of a row by column and unit."""
    found: dict[_Column, Decimal] = {}
    column = 0
    for cell, value in zip(bebas.list_cells(row), bebas.list_texts(row), strict=True):
        read = quantities(_RUPIAH.sub("", value) if isinstance(value, str) else value)
        if read and len(read) == 1:
            found[column, read[0][1]] = read[0][0]
        column += int(cell["gabung"]) if isinstance(cell, dict) else 1
    return found


#: What a number may begin with and is none of its digits: rupiah, or the plus of a change.
_RUPIAH = re.compile(r"^\s*(?:Rp\.?\s*|\+\s?(?=\d))")
