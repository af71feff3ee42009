"""What is still missing in the tables: names and figures of the plan, cells, numbers in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.places import find_head
from renjadoc.checks.rule import Finding, rule
from renjadoc.indonesian import romawi
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi, target_renstra
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import Node

#: Blanks, dashes and dots, which people write where they have nothing yet.
_NOTHING = re.compile(r"[\s–—.…_-]*|n/a|nihil|tba", re.IGNORECASE)


def is_nothing(value: object) -> bool:
    """Whether a cell says nothing: null, blank, a dash, or lines of these."""
    if isinstance(value, str):
        return _NOTHING.fullmatch(value) is not None
    return value is None or (isinstance(value, list) and all(map(is_nothing, value)))


def _find_missing(reading: Reading, field: str, what: str, hint: str) -> Iterator[Finding]:
    """Sub kegiatan, or kegiatan that have none, whose `field` is open, empty or a dash."""
    for source, pointer, node in walk.funded(reading):
        value = node[field]
        if is_nothing(value):
            level = "sub kegiatan" if "/sub_kegiatan/" in pointer else "kegiatan"
            message = f"{level} “{shorten_text(reading.printed(node['nama']))}” belum mempunyai {what}"
            yield Finding(source, f"{pointer}/{field}", message, hint)


@rule("RJ201", "Sub kegiatan tanpa indikator")
def check_missing_indicator(reading: Reading) -> Iterator[Finding]:
    """Setiap sub kegiatan mempunyai indikator kinerja.

    Mengapa: tanpa indikator tidak ada yang diukur pada akhir tahun.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/indikator = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/indikator = ["Jumlah laporan", "Jumlah rapat"]
    """
    return _find_missing(
        reading, "indikator", "indikator kinerja", "Tulis keluaran yang diukur, misalnya Jumlah dokumen."
    )


@rule("RJ202", "Sub kegiatan tanpa target")
def check_missing_target(reading: Reading) -> Iterator[Finding]:
    """Setiap sub kegiatan mempunyai target tahun ini.

    Mengapa: pagu tanpa target tidak dapat dinilai kewajarannya.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target = "9 dokumen"
    """
    return _find_missing(reading, "target", "target tahun ini", "Tulis angka dan satuannya, misalnya 8 laporan.")


@rule("RJ203", "Sub kegiatan tanpa lokasi")
def check_missing_location(reading: Reading) -> Iterator[Finding]:
    """Setiap sub kegiatan mempunyai lokasi.

    Mengapa: lokasi menentukan siapa yang menerima manfaat dan dicocokkan dengan usulan musrenbang.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/lokasi = ""
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/lokasi = "18 kecamatan"
    """
    return _find_missing(reading, "lokasi", "lokasi", "Tulis kecamatan, desa, atau nama kantor.")


@rule("RJ204", "Sub kegiatan tanpa pagu")
def check_missing_amount(reading: Reading) -> Iterator[Finding]:
    """Setiap sub kegiatan mempunyai pagu, dan setiap program dan kegiatan mempunyai sub kegiatan.

    Mengapa: jumlah program dihitung tanpa sub kegiatan yang pagunya terbuka, jadi tercetak terlalu kecil.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/pagu = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/pagu = 0
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/catatan = "Ditunda"
    """
    yield from _find_missing(reading, "pagu", "pagu", "Isi rupiah tanpa titik; 0 bila memang tidak dianggarkan.")
    for places, key in ((walk.programs(reading), "kegiatan"), (walk.kegiatan(reading), "sub_kegiatan")):
        for source, pointer, node in places:
            if not node.get(key, True):
                what = key.replace("_", " ")
                message = (
                    f"“{shorten_text(reading.printed(node['nama']))}” belum mempunyai {what}, jadi pagunya tidak ada"
                )
                yield Finding(source, f"{pointer}/{key}", message, f"Tambahkan {what}, atau hapus barisnya.")


@rule("RJ205", "Sub kegiatan tanpa sumber dana")
def check_missing_fund(reading: Reading) -> Iterator[Finding]:
    """Setiap sub kegiatan mempunyai sumber dana.

    Mengapa: pagu tanpa sumber dana tidak dapat masuk RKA.
    Sumber: Permendagri 86/2017 (T-C.33); naskah rujukan (delapan sub kegiatan, Rp2.332.570.000).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/sumber_dana = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/sumber_dana = "DBHCHT"
    """
    return _find_missing(reading, "sumber_dana", "sumber dana", "Misalnya APBD, DAU, DAK, atau DBHCHT.")


@rule("RJ206", "Sub kegiatan tanpa target prakiraan maju")
def check_missing_next_target(reading: Reading) -> Iterable[Finding]:
    """Setiap sub kegiatan mempunyai target prakiraan maju; Renja Perubahan tidak mencetaknya.

    Mengapa: prakiraan maju menjadi bahan Renja tahun berikutnya.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target_maju = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target_maju = "12 dokumen"
    """
    if "perubahan" in reading.folder.facts:
        return ()
    return _find_missing(reading, "target_maju", "target prakiraan maju", "Tulis angka dan satuannya.")


@rule("RJ207", "Sub kegiatan tanpa pagu prakiraan maju")
def check_missing_next_amount(reading: Reading) -> Iterable[Finding]:
    """Setiap sub kegiatan mempunyai pagu prakiraan maju; Renja Perubahan tidak mencetaknya.

    Mengapa: jumlah prakiraan maju dihitung tanpa sub kegiatan yang terbuka, jadi tercetak terlalu kecil.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/pagu_maju = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/pagu_maju = 0
    """
    if "perubahan" in reading.folder.facts:
        return ()
    return _find_missing(
        reading, "pagu_maju", "pagu prakiraan maju", "Isi rupiah tanpa titik; 0 bila tidak dilanjutkan."
    )


_EMPTY_NAME = re.compile(r"[\W_]*|\[.*\]")


@rule("RJ209", "Program, kegiatan, atau sub kegiatan tanpa nama")
def check_missing_name(reading: Reading) -> Iterator[Finding]:
    """Setiap program, kegiatan, dan sub kegiatan mempunyai nama.

    Nama yang berisi tanda baca saja, atau catatan terbuka [[…]], dianggap belum diisi. Nomor urut kegiatan dibuat
    otomatis, jadi tidak dapat terlewat.

    Mengapa: kegiatan tanpa nama tidak dapat dicari dalam SIPD.
    Sumber: naskah rujukan (kegiatan nomor 9 tanpa nama, Rp1.125.184.000).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/nama = "[[nama kegiatan]]"
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/nama = "Perencanaan dan Penganggaran"
    """
    places = [*walk.planned(reading), *walk.evaluated(reading)]
    for source, pointer, node in places:
        if not node["nama"][:1].isalnum() and _EMPTY_NAME.fullmatch(node["nama"]):
            message = f"nama belum diisi (“{node['nama']}”)"
            yield Finding(source, f"{pointer}/nama", message, "Isi dengan nama menurut nomenklatur yang berlaku.")


_DOTS = re.compile(r"[\s.…_]+")
#: Tables whose cells have something to say in every row; in others a cell may be left blank.
_NEVER_BLANK = frozenset({"usulan-masyarakat"})


@rule("RJ208", "Sel tabel belum diisi")
def check_open_cells(reading: Reading) -> Iterator[Finding]:
    """Sel tabel evaluasi, capaian kinerja, indikator program, target Renstra, usulan, dan tabel bebas terisi.

    Satu temuan untuk tiap baris. "-" berarti memang tidak ada dan tidak ditegur, kecuali sebagai volume atau lokasi
    satu usulan di antara tiga atau lebih yang semuanya terisi; null atau titik-titik berarti belum diisi, dalam tabel
    evaluasi dan usulan juga "".

    Mengapa: sel kosong dalam T-C.29 adalah alasan pengembalian yang paling sering.
    Sumber: daftar periksa Bappeda.

    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-1/target = null
    Gagal:
        tabel/usulan-masyarakat.json /usulan/- = {"usulan": "Lampu pasar", "lokasi": "Kelurahan Makam", "volume": "9
        unit", "anggaran": 90000000}
        tabel/usulan-masyarakat.json /usulan/- = {"usulan": "Los pasar", "lokasi": "Kelurahan Makam", "volume": "-",
        "anggaran": 90000000}
        tabel/usulan-masyarakat.json /usulan/- = {"usulan": "Kios pasar", "lokasi": "Kelurahan Makam", "volume": "4
        unit", "anggaran": 90000000}
    Lolos:
        tabel/usulan-masyarakat.json /usulan/- = {"usulan": "Lampu pasar", "lokasi": "-", "volume": "-",
        "anggaran": 90000000}
    Lolos:
        tabel/evaluasi.json /program/0/kegiatan/0/indikator = "Jumlah koperasi yang dibina"
    """
    for table in reading.tables.values():
        for pointer, row, places in _find_open_rows(reading, table):
            columns = "; ".join(dict.fromkeys(_column_name(reading, table, pointer, place) for place in places))
            message = f"baris {row}: {len(places)} sel belum diisi ({shorten_text(columns, 200)})"
            hint = 'Isi selnya, atau tulis "-" bila memang tidak ada.'
            yield Finding(table.source, pointer + places[0], message, hint)
    for table in reading.tables.of_kind("usulan-masyarakat"):
        yield from _find_lone_dashes(reading, table)


#: Of so many usulan that all tell it, one that does not was forgotten.
_FEW_USULAN = 3


def _find_lone_dashes(reading: Reading, table: ReadTable) -> Iterator[Finding]:
    """The only usulan whose volume or place is a dash."""
    rows = list(table.rows_of("usulan"))
    for field in ("volume", "lokasi"):
        empty = [row for row in rows if is_nothing(row.node.get(field))]
        if len(rows) >= _FEW_USULAN and len(empty) == 1 and empty[0].node.get(field):
            name = shorten_text(reading.printed(empty[0].node["usulan"]))
            message = f"{field} “{name}” tidak disebut, padahal usulan lain menyebutnya"
            yield Finding(table.source, f"{empty[0].pointer}/{field}", message, f"Isi {field}nya.")


def _find_open_rows(reading: Reading, table: ReadTable) -> Iterator[tuple[str, str, list[str]]]:
    """The rows with open cells: the pointer of each, what people call it, the pointers of these cells within it."""
    kind = table.kind.name
    if kind == "bebas":
        for index, cells in enumerate(table.data["baris"]):
            if places := list(_find_open(cells, "")):
                yield f"/baris/{index}", f"ke-{index + 1}", places
    if kind in {"bebas", "rencana-program"} or table.is_view:
        return  # The plan has rules of its own.
    is_evaluation = kind == "evaluasi"
    for row in table.rows if is_evaluation else table.rows_of(table.layout.levels[-1].key):
        node = row.node
        # A row of the evaluation that stands above others may leave a cell blank.
        is_blank_open = kind in _NEVER_BLANK or (is_evaluation and not evaluasi.is_above(node))
        stated = evaluasi.figures_of(node) if is_evaluation else node
        printed = _entered_places(table, row.level)
        places = [
            place
            for place in _find_open(stated, "", is_blank_open)
            if place.startswith(printed) and not _lacks_only_target(stated, place)
        ]
        if places:
            name = node.get("nama") or node.get("usulan") or node.get("uraian") or ""
            yield row.pointer, f"“{shorten_text(reading.printed(name))}”", places


def _entered_places(table: ReadTable, level: str) -> tuple[str, ...]:
    """The pointers of the cells that people fill, as the names of figures have them (`/renja_n-2/target`)."""
    entries = (column.entry(level) for column in table.layout.columns)
    return tuple(f"/{'/'.join(map(str, entry.keys))}" for entry in entries if entry is not None)


def _lacks_only_target(stated: Node, place: str) -> bool:
    """Whether a cell of the evaluation is a target beside a realisation: RJ104 says that it is missing."""
    realised = {f"/{wanted}": reached for reached, wanted in evaluasi.PERCENTAGES.values()}
    return stated.get(realised.get(place, "")) is not None


_QUARTER = re.compile(r"/(kinerja|anggaran)_([1-4])")


def _column_name(reading: Reading, table: ReadTable, row: str, place: str) -> str:
    """The head of a cell's column; what is printed in no column of its own by its key in words."""
    if table.kind.name == "target-renstra" and place.startswith("/target/"):
        years = target_renstra.target_years(reading.folder)
        index = int(place.rpartition("/")[2])
        return f"target {years[index]}" if index < len(years) else "target"
    if table.kind.name == "bebas":
        return (
            walk.column_title(table.source, row + place) or f"kolom {int(place.removeprefix('/sel').split('/')[1]) + 1}"
        )
    if match := _QUARTER.fullmatch(place):
        return f"{match[1]} triwulan {romawi(int(match[2]))}"
    return find_head(reading, table, row, place) or walk.in_words(place, reading.folder.tahun)


def _find_open(data: Any, pointer: str, blank: bool = False) -> Iterator[str]:
    """The pointers of what is null or dotted below, or `blank`; codes and links between tables may be open."""
    members: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in members:
        if key in {"kode", "tercatat", "indikator_renstra"}:
            continue
        if value is None or (isinstance(value, str) and (_DOTS.fullmatch(value) or (blank and not value))):
            yield f"{pointer}/{key}"
        elif isinstance(value, list | dict):
            yield from _find_open(value, f"{pointer}/{key}", blank)


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
    hint = "Urutkan nomornya, atau tambahkan yang hilang."
    for table in reading.tables.of_kind("indikator-program"):
        numbered = [row for row in table.rows_of("indikator") if row.node["nomor"] is not None]
        for one, following in pairwise(numbered):
            before, number = one.node["nomor"], following.node["nomor"]
            if number != before + 1:
                message = f"nomor {number} sesudah nomor {before}; seharusnya {before + 1}"
                yield Finding(table.source, f"{following.pointer}/nomor", message, hint)
