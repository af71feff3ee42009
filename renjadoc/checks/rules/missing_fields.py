"""What is still missing of the rows of the plan: names, indicators, targets, places, amounts, funds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.reading import Reading

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
