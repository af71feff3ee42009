"""What is still missing in the tables: names and figures of the plan, cells, numbers in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi, target_renstra
from renjadoc.tables.kind import ReadTable

#: Blanks, dashes and dots, which people write where they have nothing yet.
_NOTHING = re.compile(r"[\s–—.…_-]*|n/a|nihil|tba", re.IGNORECASE)
_LONGEST_NOTHING = len("nihil")


def _says_plainly(value: Any) -> bool:
    """Whether a cell is a number or begins with a letter and goes on, as nearly every one does."""
    kind = value.__class__
    return kind is int or (kind is str and len(value) > _LONGEST_NOTHING and value[0].isalnum())


def _is_nothing(value: Any) -> bool:
    """Whether a cell says nothing: null, blank, a dash, or lines of these."""
    if isinstance(value, str):
        return _says_nothing(value)  # Short ones are often the same (APBD).
    if isinstance(value, list):
        return all(_is_nothing(line) for line in value)
    return value is None


@lru_cache(maxsize=1024)
def _says_nothing(text: str) -> bool:
    return _NOTHING.fullmatch(text) is not None


def _missing(reading: Reading, field: str, what: str, hint: str) -> Iterator[Finding]:
    """Sub kegiatan, or kegiatan that have none, whose `field` is open, empty or a dash."""
    for source, pointer, node in walk.funded(reading):
        value = node[field]
        if not _says_plainly(value) and _is_nothing(value):
            level = "sub kegiatan" if "/sub_kegiatan/" in pointer else "kegiatan"
            message = f"{level} “{walk.short(reading.printed(node['nama']))}” belum mempunyai {what}"
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
    return _missing(reading, "indikator", "indikator kinerja", "Tulis keluaran yang diukur, misalnya Jumlah dokumen.")


@rule("RJ202", "Sub kegiatan tanpa target")
def check_missing_target(reading: Reading) -> Iterator[Finding]:
    """Setiap sub kegiatan mempunyai target tahun ini.

    Mengapa: pagu tanpa target tidak dapat dinilai kewajarannya.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target = "8 laporan"
    """
    return _missing(reading, "target", "target tahun ini", "Tulis angka dan satuannya, misalnya 8 laporan.")


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
    return _missing(reading, "lokasi", "lokasi", "Tulis kecamatan, desa, atau nama kantor.")


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
    yield from _missing(reading, "pagu", "pagu", "Isi rupiah tanpa titik; 0 bila memang tidak dianggarkan.")
    for places, key in ((walk.programs(reading), "kegiatan"), (walk.kegiatan(reading), "sub_kegiatan")):
        for source, pointer, node in places:
            if not node.get(key, True):
                what = key.replace("_", " ")
                message = (
                    f"“{walk.short(reading.printed(node['nama']))}” belum mempunyai {what}, jadi pagunya tidak ada"
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
    return _missing(reading, "sumber_dana", "sumber dana", "Misalnya APBD, DAU, DAK, atau DBHCHT.")


@rule("RJ206", "Sub kegiatan tanpa target prakiraan maju")
def check_missing_next_target(reading: Reading) -> Iterator[Finding]:
    """Setiap sub kegiatan mempunyai target prakiraan maju.

    Mengapa: prakiraan maju menjadi bahan Renja tahun berikutnya.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target_maju = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target_maju = "12 laporan"
    """
    return _missing(reading, "target_maju", "target prakiraan maju", "Tulis angka dan satuannya.")


@rule("RJ207", "Sub kegiatan tanpa pagu prakiraan maju")
def check_missing_next_amount(reading: Reading) -> Iterator[Finding]:
    """Setiap sub kegiatan mempunyai pagu prakiraan maju.

    Mengapa: jumlah prakiraan maju dihitung tanpa sub kegiatan yang terbuka, jadi tercetak terlalu kecil.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/pagu_maju = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/pagu_maju = 0
    """
    return _missing(reading, "pagu_maju", "pagu prakiraan maju", "Isi rupiah tanpa titik; 0 bila tidak dilanjutkan.")


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
    places = [*walk.programs(reading), *walk.kegiatan(reading), *walk.sub_kegiatan(reading), *walk.evaluated(reading)]
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

    Satu temuan untuk tiap baris. "-" berarti memang tidak ada dan tidak ditegur; null atau titik-titik berarti belum
    diisi, dalam tabel evaluasi dan usulan juga "".

    Mengapa: sel kosong dalam T-C.29 adalah alasan pengembalian yang paling sering.
    Sumber: daftar periksa Bappeda.

    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-1/target = null
    Lolos:
        tabel/evaluasi.json /program/0/kegiatan/0/indikator = "Jumlah koperasi yang dibina"
    """
    for table in reading.tables.values():
        kind, source = table.kind.name, table.source
        if kind == "bebas":
            yield from _open_rows(reading, source)
        elif kind == "evaluasi":
            yield from _open_evaluation(reading, table)
        elif kind != "rencana-program" and not table.is_view:  # The plan has rules of its own.
            for row in table.rows_of(table.layout.levels[-1].key):
                if places := list(_open(row.node, "", kind in _NEVER_BLANK)):
                    name = str(row.node.get("nama") or row.node.get("usulan"))
                    yield _open_row(reading, source, row.pointer, name, places)


def _open_evaluation(reading: Reading, table: ReadTable) -> Iterator[Finding]:
    """Rows that state figures; one above others may leave a cell blank."""
    for row in table.rows:
        stated = evaluasi.figures_of(row.node)
        found = _open(stated, "", blank=not evaluasi.is_above(row.node))
        if places := [place for place in found if not _said_elsewhere(stated, place)]:
            yield _open_row(reading, table.source, row.pointer, row.node["nama"], places)


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
    for table in reading.tables.of_kind("indikator-program"):
        before: int | None = None
        for row in table.rows_of("indikator"):
            number = row.node["nomor"]
            if number is not None and before is not None and number != before + 1:
                message = f"nomor {number} sesudah nomor {before}; seharusnya {before + 1}"
                hint = "Urutkan nomornya, atau tambahkan yang hilang."
                yield Finding(table.source, f"{row.pointer}/nomor", message, hint)
            before = number if number is not None else before
