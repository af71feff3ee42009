"""Rows whose years do not fit together: a target between better ones, one far from the next, a leap of results."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from renjadoc.checks import walk
from renjadoc.checks.figures import shown
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.tables.series import find_break, read_one, read_row
from renjadoc.content.load import Source
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.layout import Node

#: The cells of `kinerja-urusan` in the order of their years.
_YEARS = ("realisasi_n-2", "prakiraan_n-1", "target_n", "target_n+1", "target_renstra")


@rule("RJ160", "Target tahunan berlawanan arah")
def check_yearly_targets(reading: Reading) -> Iterator[Finding]:
    """Realisasi, prakiraan, target, dan target akhir sebuah indikator dalam tabel kinerja bergerak satu arah; capaian
    sebuah tahun tidak dua kali targetnya lalu turun lagi.

    Baris yang catatannya menerangkan turunnya tetap perlu dilihat.

    Mengapa: target di bawah prakiraan tahun sebelumnya hampir selalu salah ketik.
    Sumber: Permendagri 86/2017 (target tahunan menuju target akhir Renstra).

    Gagal:
        tabel/capaian-kinerja.json /indikator/1/capaian/n-2 = 230
    Lolos:
        tabel/capaian-kinerja.json /indikator/1/capaian/n-2 = 23
    """
    for table in reading.tables.of_kind("kinerja-urusan"):
        for row in table.rows:
            keys = [key for key in _YEARS if read_one(row.node.get(key)) is not None]
            numbers = read_row([row.node[key] for key in keys])
            step = _find_wrong_step(numbers) if numbers else None
            if step is not None and numbers:
                name = shorten_text(reading.printed(row.node["nama"]))
                shown_row = ", ".join(shown(row.node[key]) for key in keys)
                message = f"“{name}”: {shown(row.node[keys[step]])} berlawanan arah dengan tahun lain ({shown_row})"
                yield Finding(table.source, f"{row.pointer}/{keys[step]}", message, "Periksa angkanya.")
    for source, pointer, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        yield from _find_leaps(source, pointer, reading, node)


#: By what part a result may be better than the targets behind it.
_FAR = Decimal("0.2")


def _find_wrong_step(numbers: list[Decimal]) -> int | None:
    """The place of the number that runs against the others; of two that may be wrong the later, which is planned."""
    if find_break(numbers) is None:
        return None
    sign = 1 if numbers[-1] > numbers[0] else -1
    at = next(index for index, (a, b) in enumerate(pairwise(numbers)) if (b - a) * sign < 0)
    if at == 0 and abs(numbers[1] - numbers[0]) < _FAR * abs(numbers[0]):
        return None  # What was reached is a little better than what is wanted of the years behind.
    beyond = (numbers[at] - numbers[-1]) * sign > 0
    return at if beyond else at + 1


def _find_leaps(source: Source, pointer: str, reading: Reading, node: Node) -> Iterator[Finding]:
    """A result twice its target (the first known where its year has none) and above all, which then falls back."""
    wanted = [quantity[0] for cell in node["target"].values() if (quantity := read_one(cell))]
    for (year, cell), (_, following) in pairwise(node["capaian"].items()):
        stated = node["target"].get(year, next(iter(node["target"].values()), None))
        numbers = read_row([stated, cell, following])
        if numbers is None or not wanted:
            continue
        target, reached, then = numbers
        if reached >= 2 * target > 0 and reached > max(wanted) and reached >= then * Decimal("1.5"):
            name = shorten_text(reading.printed(node["nama"]))
            message = f"“{name}”: capaian {shown(cell)} dari target {shown(stated)}, lalu {shown(following)}"
            yield Finding(source, f"{pointer}/capaian/{year}", message, "Periksa angkanya.")


#: From this many times on a target is more likely a slip than a plan, if the money stays nearly the same.
_MANY, _SAME_MONEY = 5, 2
#: Below, one more or less makes many times.
_FEW = 50


@rule("RJ161", "Target jauh berbeda dari tahun berikutnya")
def check_target_outliers(reading: Reading) -> Iterator[Finding]:
    """Target sebuah sub kegiatan tidak lima kali atau seperlima target tahun berikutnya bila pagunya hampir tetap.

    Target yang kecil, satuan yang lain, dan baris yang catatannya terisi tidak ditegur.

    Mengapa: 5.400 lembaga di antara 54 dan 58 lembaga adalah nol yang berlebih.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = "1.200 orang"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target_maju = "130 orang"
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = "120 orang"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target_maju = "130 orang"
    """
    for source, pointer, node in walk.funded(reading):
        numbers = read_row([node.get("target"), node.get("target_maju")])
        if numbers is None or min(numbers) <= 0 or max(numbers) < _FEW or node.get("catatan"):
            continue
        amounts = [node.get("pagu") or 0, node.get("pagu_maju") or 0]
        if max(numbers) < _MANY * min(numbers) or max(amounts) > _SAME_MONEY * min(amounts):
            continue
        name = shorten_text(reading.printed(node["nama"]))
        message = f"“{name}”: target {shown(node['target'])}, tahun berikutnya {shown(node['target_maju'])}"
        yield Finding(
            source, f"{pointer}/target", message, "Periksa kedua angkanya; bila benar, jelaskan dalam catatan."
        )
