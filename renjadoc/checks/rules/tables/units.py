"""Units in the cells of tables: one unit a row, and none left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.figures import shown
from renjadoc.checks.rule import Finding, rule
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi
from renjadoc.tables.layout import Node
from renjadoc.tables.quantities import Cell, quantities

#: Words for one unit that stand beside each other.
_SAME = {
    "persen": "%",
    "prosen": "%",
    "permil": "‰",
    "rupiah": "rp",
    "dok": "dokumen",
    "lap": "laporan",
    "bln": "bulan",
}
_UNIT = re.compile(r"%|‰|[a-zà-ÿ]+[²³]?", re.IGNORECASE)


def _read_units(cell: Cell) -> list[str] | None:
    """The unit of every line of a cell; None where one states no quantity or no unit."""
    # A long table says the same in many cells.
    return _read_text_units(cell) if isinstance(cell, str) else _find_units(cell)


@lru_cache(maxsize=4096)
def _read_text_units(text: str) -> list[str] | None:
    return _find_units(text)


def _find_units(cell: Cell) -> list[str] | None:
    read = quantities(cell)
    if not read:
        return None
    found = []
    for _, written in read:
        match = _UNIT.match(written.replace("*", ""))
        if match is None:
            return None
        found.append(_SAME.get(match[0].casefold(), match[0].casefold()))
    return found


@rule("RJ118", "Satuan bercampur dalam satu baris")
def check_mixed_units(reading: Reading) -> Iterator[Finding]:
    """Target dan realisasi sebuah indikator memakai satu satuan, dan satuan itu cocok dengan indikatornya.

    Dibandingkan: target tahun ini dan prakiraan majunya, semua sel sebaris dalam tabel evaluasi dan capaian kinerja.
    Indikator yang berawal “Jumlah” tidak bertarget persen, yang berawal “Persentase” tidak bertarget unit.

    Mengapa: 36,2 ha tidak dapat dibagi 38 km; salah satunya salah ketik atau tersalin.
    Sumber: Permendagri 86/2017 (T-C.29 dan T-C.33).

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target_maju = "120 paket"
    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-2/realisasi = "27 dokumen"
    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = "100%"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target_maju = "100%"
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = ["60 orang", "2 paket"]
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target_maju = "120 orang (4 angkatan)"
    """
    below = [
        place for level in ("kegiatan", "sub_kegiatan") for place in walk.rows_of(reading, "rencana-program", level)
    ]
    for source, pointer, node in below:
        cells = {key: node.get(key) for key in ("target", "target_maju")}
        yield from _find_mixed(source, pointer, reading, node, cells)
        yield from _find_unfit(source, pointer, reading, node, "target")
    for source, pointer, node in walk.measured(reading):
        yield from _find_mixed(source, pointer, reading, node, evaluasi.figures_of(node))
    for source, pointer, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        stated = {f"{field}/{year}": cell for field in ("target", "capaian") for year, cell in node[field].items()}
        yield from _find_mixed(source, pointer, reading, node, stated)


def _find_mixed(source: Any, pointer: str, reading: Reading, node: Node, cells: dict[str, Any]) -> Iterator[Finding]:
    """Cells whose units are not those of most cells of the row, counted line by line."""
    units = {place: read for place, cell in cells.items() if place != "indikator" and (read := _read_units(cell))}
    if len({*map(tuple, units.values())}) < 2:
        return  # So are nearly all rows of a long table.
    lines = Counter(map(len, units.values())).most_common(1)
    same = {place: tuple(read) for place, read in units.items() if lines and len(read) == lines[0][0]}
    counted = Counter(same.values()).most_common(2)
    if len(counted) < 2:
        return
    usual = counted[0][0]
    for place, found in same.items():
        if found != usual:
            strange, expected = next(pair for pair in zip(found, usual, strict=True) if pair[0] != pair[1])
            name = shorten_text(reading.printed(str(node["nama"])))
            message = f"“{name}”: satuan “{strange}” ({shown(cells[place])}), sel lain dalam baris ini “{expected}”"
            yield Finding(source, f"{pointer}/{place}", message, "Samakan satuan seluruh baris dengan indikatornya.")
            return


_SHARE = re.compile(r"\s*(?:persentase|prosentase|proporsi|cakupan)\b", re.IGNORECASE)
_COUNT = re.compile(r"\s*(?:jumlah|banyaknya)\b", re.IGNORECASE)


def _find_unfit(source: Any, pointer: str, reading: Reading, node: Node, field: str) -> Iterator[Finding]:
    """A count in percent, or a percentage in units."""
    indikator, units = node.get("indikator"), _read_units(node.get(field))
    if not isinstance(indikator, str) or not units or len(units) > 1 or ";" in indikator:
        return
    is_percent = units[0] in {"%", "‰"}
    if (_SHARE.match(indikator) and not is_percent) or (_COUNT.match(indikator) and is_percent):
        name = shorten_text(reading.printed(indikator))
        message = f"indikator “{name}” bertarget {shown(node[field])}"
        yield Finding(source, f"{pointer}/{field}", message, "Cocokkan satuan target dengan indikatornya.")


#: Indicators whose figures have no unit.
_UNITLESS = re.compile(
    r"\b(?:nilai|indeks|index|skor|rasio|ratio|angka|tingkat|persentase|prosentase|predikat|opini|level"
    r"|koefisien|rate|laju"
    r"|gini|sakip|akip|ikm|ipm|spbe|maturitas|cakupan|proporsi|peringkat|umur|usia|rata-rata|kapabilitas)\b",
    re.IGNORECASE,
)


@rule("RJ119", "Target tanpa satuan")
def check_missing_units(reading: Reading) -> Iterator[Finding]:
    """Target kegiatan dan sub kegiatan menyebut satuannya: 4 dokumen, bukan 4.

    Nilai, indeks, rasio, skor, dan persentase tidak memerlukan satuan.

    Mengapa: angka tanpa satuan tidak dapat diukur dan ditolak SIPD.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target = "8"
    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-2/target = "30"
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target = "8"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/indikator = "Indeks kepuasan"
    """
    for source, pointer, node in walk.measured(reading):
        yield from _find_left_out(source, pointer, reading, node)
    for source, pointer, node in walk.funded(reading):
        for field in ("target", "target_maju"):
            read = quantities(node.get(field))
            if read and all(not unit for _, unit in read) and not _is_unitless(node.get("indikator")):
                name = shorten_text(reading.printed(node["nama"]))
                message = f"target “{name}” tertulis {shown(node[field])}, tanpa satuan"
                yield Finding(source, f"{pointer}/{field}", message, "Tulis satuannya, misalnya 4 dokumen.")
                break


def _find_left_out(source: Any, pointer: str, reading: Reading, node: Node) -> Iterator[Finding]:
    """A cell of an evaluated row that leaves out the unit which most others of the row state."""
    cells = {key: (read[0][1], cell) for key, cell in evaluasi.figures_of(node).items() if (read := _read_single(cell))}
    bare = [key for key, (unit, _) in cells.items() if not unit]
    units = {unit for unit, _ in cells.values()} - {""}
    if len(bare) == 1 and len(units) == 1 and len(cells) > 2 and not _is_unitless(node.get("indikator")):
        name = shorten_text(reading.printed(node["nama"]))
        message = f"“{name}” tertulis {shown(cells[bare[0]][1])}, tanpa satuan; sel lain {units.pop()}"
        yield Finding(source, f"{pointer}/{bare[0]}", message, "Tulis satuannya.")


def _read_single(cell: Cell) -> list[Any] | None:
    read = quantities(cell)
    return read if read and len(read) == 1 else None


def _is_unitless(indikator: object) -> bool:
    texts: Iterable[Any] = indikator if isinstance(indikator, list) else [indikator]
    return not indikator or any(_UNITLESS.search(str(text)) and not _COUNT.match(str(text)) for text in texts)
