"""What is still missing in the other tables: cells, and numbers in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi, target_renstra

_DOTS = re.compile(r"[\s.…_]+")


#: The nodes of which a row of these tables is made, by a key that only they have; the plan has rules of its own.
_ROW_KEYS = {
    "capaian-kinerja": "capaian",
    "indikator-program": "satuan",
    "target-renstra": "target",
    "usulan-masyarakat": "usulan",
}


#: Tables whose cells have something to say in every row; in others a cell may be left blank.
_NEVER_BLANK = frozenset({"usulan-masyarakat"})


@rule("RJ208", "Sel tabel belum diisi")
def check_open_cells(reading: Reading) -> Iterator[Finding]:
    """Sel tabel evaluasi, capaian kinerja, indikator program, target Renstra, usulan, dan tabel bebas terisi.

    Satu temuan untuk tiap baris. "-" berarti memang tidak ada dan tidak ditegur; null atau titik-titik berarti belum
    diisi, dalam tabel evaluasi dan usulan juga "".

    Mengapa: sel kosong dalam T-C.29 adalah alasan pengembalian yang paling sering.
    Sumber: daftar periksa Bappeda.

    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-1/target = null
    Lolos:
        tabel/evaluasi.json /program/0/kegiatan/0/indikator = "Jumlah koperasi yang dibina"
    """
    for source in reading.folder.tabel.values():
        kind = source.data["jenis"]
        if kind == "bebas":
            yield from _open_rows(reading, source)
        elif kind == "evaluasi":
            yield from _open_evaluation(reading, source)
        elif kind in _ROW_KEYS:
            for pointer, row in _rows(source.data, "", _ROW_KEYS[kind]):
                if places := list(_open(row, "", kind in _NEVER_BLANK)):
                    name = str(row.get("nama") or row.get("usulan") or row.get("uraian"))
                    yield _open_row(reading, source, pointer, name, places)


def _open_evaluation(reading: Reading, source: Source) -> Iterator[Finding]:
    """Rows that state figures; one above others may leave a cell blank."""
    for pointer, row in ((row.pointer, row.node) for row in reading.tables[source.path.stem].rows):
        stated = evaluasi.figures_of(row)
        found = _open(stated, "", blank=not evaluasi.is_above(row))
        if places := [place for place in found if not _said_elsewhere(stated, place)]:
            yield _open_row(reading, source, pointer, row["nama"], places)


def _open_row(reading: Reading, source: Source, pointer: str, name: str, places: list[str]) -> Finding:
    return _open_finding(reading, source, pointer, f"baris “{walk.short(reading.printed(name))}”", places)


def _open_rows(reading: Reading, source: Source) -> Iterator[Finding]:
    for index, row in enumerate(source.data["baris"]):
        if places := list(_open(row, "")):
            yield _open_finding(reading, source, f"/baris/{index}", f"baris ke-{index + 1}", places)


def _said_elsewhere(stated: dict[str, Any], place: str) -> bool:
    """A missing target beside a realisation is what `money.no_denominator` reports."""
    realised = {f"/{wanted}": reached for reached, wanted in evaluasi.PERCENTAGES.values()}
    return stated.get(realised.get(place, "")) is not None


def _open_finding(reading: Reading, source: Source, pointer: str, row: str, places: list[str]) -> Finding:
    columns = "; ".join(_column(reading, source, place) for place in places)
    message = f"{row}: {len(places)} sel belum diisi ({walk.short(columns, 90)})"
    return Finding(source, pointer + places[0], message, 'Isi selnya, atau tulis "-" bila memang tidak ada.')


def _column(reading: Reading, source: Source, place: str) -> str:
    """A cell's column as people call it."""
    if source.data["jenis"] == "target-renstra":
        years = target_renstra.target_years(reading.folder)
        index = int(place.rpartition("/")[2])
        return f"target {years[index]}" if index < len(years) else "target"
    if source.data["jenis"] == "bebas":
        return f"kolom {int(place.removeprefix('/sel').split('/')[1]) + 1}"
    return walk.in_words(place, reading.folder.tahun)


def _rows(data: Any, pointer: str, key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The nodes below that have `key` and a name of their own."""
    if isinstance(data, dict):
        if key in data and ("nama" in data or isinstance(data.get("usulan"), str)):
            yield pointer, data
            return
        members: Any = data.items()
    else:
        members = enumerate(data)
    for name, value in members:
        if isinstance(value, list | dict):
            yield from _rows(value, f"{pointer}/{name}", key)


def _open(data: Any, pointer: str, blank: bool = False) -> Iterator[str]:
    """The pointers of what is null or dotted below, or `blank`; codes and links between tables may be open."""
    members: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in members:
        if key in {"kode", "tercatat", "indikator_renstra"}:
            continue
        if value is None or (isinstance(value, str) and (_DOTS.fullmatch(value) or (blank and not value))):
            yield f"{pointer}/{key}"
        elif isinstance(value, list | dict):
            yield from _open(value, f"{pointer}/{key}", blank)


@rule("RJ210", "Nomor indikator terlewat")
def check_number_gaps(reading: Reading) -> Iterator[Finding]:
    """Nomor indikator program berurutan tanpa lompatan dan tanpa kembar.

    Nomor lain (bab, bagian, tabel, kegiatan, butir) dibuat otomatis.

    Mengapa: nomor yang terlewat menimbulkan dugaan ada baris yang terhapus.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/indikator-program.json /urusan/0/program/0/indikator/1/nomor = 13
    Lolos:
        tabel/indikator-program.json /urusan/0/program/0/indikator/0/nomor = 21
        tabel/indikator-program.json /urusan/0/program/0/indikator/1/nomor = 22
    """
    for source in reading.folder.tables_of("indikator-program"):
        before: int | None = None
        for pointer, indikator in _rows(source.data, "", "satuan"):
            number = indikator["nomor"]
            if number is not None and before is not None and number != before + 1:
                message = f"nomor {number} sesudah nomor {before}; seharusnya {before + 1}"
                yield Finding(source, f"{pointer}/nomor", message, "Urutkan nomornya, atau tambahkan yang hilang.")
            before = number if number is not None else before
