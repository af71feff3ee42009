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
    parts: dict[_Column, list[Decimal]] = {}
    since: dict[_Column, list[Decimal]] = {}
    totals: dict[_Column, list[Decimal]] = {}
    shares = {i for i, title in enumerate(_list_titles(source)) if "%" in title or "persen" in title}
    for index, row in enumerate(source.data["baris"]):
        numbers = {at: n for at, n in _read_numbers(row).items() if at[1] != "%" and at[0] not in shares}
        if not _is_labelled(row, _TOTAL):
            for column, number in numbers.items():
                parts.setdefault(column, []).append(number)
                since.setdefault(column, []).append(number)
            continue
        for column, stated in numbers.items():
            above = parts.get(column, [])
            if len(above) > 1 and not _is_total(stated, above, since.get(column, []), totals.get(column, [])):
                summed = angka(sum(above, Decimal(0)))
                message = f"jumlah tertulis {angka(stated)}, padahal rinciannya berjumlah {summed}"
                yield Finding(source, f"/baris/{index}", message, "Perbaiki rinciannya atau jumlahnya.")
            totals.setdefault(column, []).append(stated)
            since[column] = []


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
        numbers = _read_numbers(row)
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
        cells = row["sel"] if isinstance(row, dict) else row
        if len(cells) <= max(columns):  # Said by RJ035.
            continue
        if any(isinstance(cell, dict) for cell in cells) or LOWER_IS_BETTER.search(" ".join(map(str, cells))):
            continue
        stated, computed = quantities(cells[share]), tingkat(cells[realisasi], cells[target])
        if stated and computed is not None and not agrees(stated[0][0], computed):
            message = f"persentase tertulis {shown(cells[share])}, hasil hitungannya {persen(computed)}"
            yield Finding(source, f"/baris/{index}", message, "Perbaiki realisasi, target, atau persentasenya.")


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
