"""The plan beside the ministry's nomenclature, where the user installed one or the folder carries its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.nomenclature import entry as codes
from renjadoc.nomenclature.book import OWN_FILE, NomenclatureBook
from renjadoc.nomenclature.entry import NomenclatureEntry
from renjadoc.nomenclature.wording import compare_wording, is_unit, plain_wording
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.quantities import quantities

_LEVELS = {"program": codes.PROGRAM, "kegiatan": codes.KEGIATAN, "sub_kegiatan": codes.SUB}
_OTHERS = {codes.PROVINCE: "kabupaten/kota", codes.REGENCY: "provinsi"}


@lru_cache(maxsize=8)
def _coded_rows(reading: Reading) -> list[tuple[walk.Place, int, NomenclatureEntry | None]]:
    """Every row of the plan that has a code of the present form, with the depth of its level and its entry."""
    book = reading.nomenclature
    if book is None:
        return []
    coded = []
    for level, depth in _LEVELS.items():
        for place in walk.rows_of(reading, "rencana-program", level):
            code = place[2].get("kode")
            if code and codes.depth_of(code) == depth and codes.is_code(code):
                coded.append((place, depth, code))
    book.learn(code for _, _, code in coded)
    return [(place, depth, book.find(code)) for place, depth, code in coded]


def _known_rows(reading: Reading) -> Iterator[tuple[walk.Place, NomenclatureEntry]]:
    """Every row of the plan whose code the nomenclature knows."""
    yield from ((place, entry) for place, _, entry in _coded_rows(reading) if entry)


@rule("RJ320", "Daftar nomenklatur dalam folder tidak dapat dibaca")
def check_own_list(reading: Reading) -> Iterator[Finding]:
    """Berkas nomenklatur.csv dalam folder isi dapat dibaca: kolomnya kode dan nama, boleh juga indikator dan satuan.

    Mengapa: daftar yang tidak terbaca membuat kode dan nama tidak diperiksa, tanpa terlihat.
    Sumber: bentuk berkas renjadoc.

    Gagal:
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro
    Lolos:
        nomenklatur.csv + kode; nama
        nomenklatur.csv + 2.17.01.2.01.0001; Penyusunan Dokumen Perencanaan
        nomenklatur.csv + 2.17.01.2.01.0002; Evaluasi Kinerja
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro
    """
    root = reading.folder.root
    if (root / OWN_FILE).is_file() and reading.nomenclature is None:
        message = f"{OWN_FILE} tidak dapat dibaca sebagai daftar nomenklatur; kode dan nama tidak dicocokkan"
        yield Finding(reading.folder.dokumen, "", message, "Baris pertamanya: kode; nama; indikator; satuan.")


@rule("RJ321", "Kode tidak ada dalam nomenklatur")
def check_unknown_codes(reading: Reading) -> Iterator[Finding]:
    """Kode program, kegiatan, dan sub kegiatan ada dalam nomenklatur edisi yang berlaku, untuk tingkat daerahnya.

    Diperiksa bila nomenklatur sudah dipasang (renjadoc nomenklatur pasang) atau folder membawa nomenklatur.csv. Kode
    penunjang X.XX.01 berlaku untuk semua bidang urusan. Bila kodenya sudah diganti, disebut kode penggantinya.

    Mengapa: kode yang tidak ada dalam edisi ini tidak dapat diinput di SIPD.
    Sumber: Permendagri 90/2019; Kepmendagri 900.1.15.5-1317 Tahun 2023 dengan perubahannya.

    Gagal:
        nomenklatur.csv + kode; nama
        nomenklatur.csv + X.XX.01.2.01.0001; Penyusunan Dokumen Perencanaan
        nomenklatur.csv + X.XX.01.2.01.0002; Evaluasi Kinerja
    Lolos:
        nomenklatur.csv + kode; nama
        nomenklatur.csv + X.XX.01.2.01.0001; Penyusunan Dokumen Perencanaan
        nomenklatur.csv + X.XX.01.2.01.0002; Evaluasi Kinerja
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro
    """
    book = reading.nomenclature
    for (source, pointer, node), depth, entry in _coded_rows(reading):
        if book and entry is None and book.knows(depth):
            message, hint = _tell_unknown(book, node, depth, reading)
            yield Finding(source, f"{pointer}/kode", message, hint)


def _tell_unknown(book: NomenclatureBook, node: walk.Node, depth: int, reading: Reading) -> tuple[str, str]:
    code, level = node["kode"], codes.LEVEL_NAMES[depth]
    if successors := book.find_successors(code):
        offered = " atau ".join(f"{one.kode} {one.nama}" for one in successors[:3])
        return f"kode {level} {code} sudah diganti dalam {book.name}", f"Sekarang: {offered}."
    if book.find_elsewhere(code):
        own = codes.level_of_government(reading.folder.facts["daerah"]["jenis"])
        return f"kode {level} {code} adalah kode {_OTHERS[own]}", "Pilih kode untuk tingkat daerah ini."
    hint = _find_code(book, reading.printed(node["nama"]), code, depth)
    hint = hint or "Cari kodenya: renjadoc nomenklatur cari “kata dari namanya”."
    return f"kode {level} {code} tidak ada dalam {book.name}", hint


def _find_code(book: NomenclatureBook, name: str, code: str, depth: int) -> str:
    """The codes that the nomenclature has for a name, those of the same bidang urusan first."""
    bidang = codes.cut_code(code, codes.BIDANG)
    found = sorted({codes.as_own(one.kode, code) for one in book.find_named(name, depth)})
    found.sort(key=lambda one: not one.startswith(f"{bidang}."))
    return f"Nama ini berkode {' atau '.join(found[:3])}." if found else ""


@rule("RJ322", "Nama berbeda dari nomenklatur")
def check_names(reading: Reading) -> Iterator[Finding]:
    """Nama program, kegiatan, dan sub kegiatan sama dengan nomenklatur, kata demi kata.

    Huruf besar dan spasi tidak dibedakan. Kata yang hanya lain ejaannya disebut beda ejaan.

    Mengapa: verifikator mencocokkan nama dengan SIPD; nama yang diubah sendiri dikembalikan.
    Sumber: Permendagri 90/2019; Kepmendagri 900.1.15.5-1317 Tahun 2023 dengan perubahannya.

    Gagal:
        nomenklatur.csv + kode; nama
        nomenklatur.csv + 2.17.01.2.01.0001; Penyusunan Dokumen Perencanaan Perangkat Daerah
        nomenklatur.csv + 2.17.01.2.01.0002; Evaluasi Kinerja
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatian Usaha Mikro
    Lolos:
        nomenklatur.csv + kode; nama
        nomenklatur.csv + 2.17.01.2.01.0001; PENYUSUNAN DOKUMEN PERENCANAAN
        nomenklatur.csv + 2.17.01.2.01.0002; Evaluasi Kinerja
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro
    """
    book = reading.nomenclature
    for (source, pointer, node), entry in _known_rows(reading):
        name = reading.printed(node["nama"])
        if (differs := compare_wording(name, entry.nama)) is not None:
            how = "beda ejaan" if differs.spelling else "beda kata"
            here, there = (f"“{text}”" if text else "tidak ada kata itu" for text in differs[:2])
            message = f"nama {entry.kode} {how}: di sini {here}, dalam nomenklatur {there}"
            hint = f"Menurut nomenklatur: {entry.nama}."
            if book and not differs.spelling:
                hint = f"{hint} {_find_code(book, name, entry.kode, codes.depth_of(entry.kode))}".rstrip()
            yield Finding(source, f"{pointer}/nama", message, hint)


@rule("RJ323", "Sub kegiatan di bawah kegiatan lain")
def check_parents(reading: Reading) -> Iterator[Finding]:
    """Sub kegiatan tanpa kode, atau di bawah kegiatan tanpa kode, berada di bawah kegiatannya menurut nomenklatur.

    Yang keduanya berkode dicocokkan menurut kodenya (RJ306).

    Mengapa: pagu sub kegiatan dijumlahkan ke kegiatan dan program yang salah.
    Sumber: Permendagri 90/2019; Kepmendagri 900.1.15.5-1317 Tahun 2023 dengan perubahannya.

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/kode = null
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/nama = "Pelatihan Usaha Mikro"
        nomenklatur.csv + kode; nama
        nomenklatur.csv + 2.17.01.2.01.0001; Penyusunan Dokumen Perencanaan
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro
    Lolos:
        nomenklatur.csv + kode; nama
        nomenklatur.csv + 2.17.01.2.01.0001; Penyusunan Dokumen Perencanaan
        nomenklatur.csv + 2.17.01.2.01.0002; Evaluasi Kinerja
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro
    """
    book = reading.nomenclature
    for source, pointer, kegiatan in walk.kegiatan(reading) if book else ():
        for index, sub in enumerate(kegiatan.get("sub_kegiatan", [])):
            if book and (right := _find_right_parent(book, reading, kegiatan, sub)):
                message = f"“{walk.short(reading.printed(sub['nama']))}” bukan sub kegiatan dari kegiatan ini"
                hint = f"Menurut nomenklatur berada di bawah {right.kode} {right.nama}".rstrip() + "."
                yield Finding(source, f"{pointer}/sub_kegiatan/{index}/nama", message, hint)


def _find_right_parent(
    book: NomenclatureBook, reading: Reading, kegiatan: walk.Node, sub: walk.Node
) -> NomenclatureEntry | None:
    """The kegiatan that a sub kegiatan belongs to, None if it stands there or nobody knows."""
    above, code = kegiatan.get("kode"), sub.get("kode")
    if code and above:
        return None
    name = reading.printed(sub["nama"])
    found = [book.find(code)] if code else book.find_named(name, codes.SUB)
    parents = [codes.cut_code(one.kode, codes.KEGIATAN) for one in found if one]
    if not parents:
        return None
    if above:
        here = {above, codes.as_general(above)}
        wrong = not here & set(parents)
    else:
        names = {plain_wording(one.nama) for parent in parents if (one := book.find(parent))}
        wrong = bool(names) and plain_wording(reading.printed(kegiatan["nama"])) not in names
    return (book.find(parents[0]) or NomenclatureEntry(parents[0], "")) if wrong else None


@rule("RJ324", "Indikator berbeda dari nomenklatur")
def check_indicators(reading: Reading) -> Iterator[Finding]:
    """Indikator sub kegiatan sama dengan indikator dalam nomenklatur.

    Mengapa: indikator keluaran sub kegiatan ditetapkan bersama kodenya; SIPD mengisinya sendiri.
    Sumber: Kepmendagri 900.1.15.5-1317 Tahun 2023 dengan perubahannya.

    Gagal:
        nomenklatur.csv + kode; nama; indikator; satuan
        nomenklatur.csv + 2.17.01.2.01.0001; Penyusunan Dokumen Perencanaan; Jumlah Dokumen Perencanaan; Dokumen
        nomenklatur.csv + 2.17.01.2.01.0002; Evaluasi Kinerja; Jumlah Laporan; Laporan
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro; Jumlah Peserta; Orang
    Lolos:
        nomenklatur.csv + kode; nama; indikator; satuan
        nomenklatur.csv + 2.17.01.2.01.0001; Penyusunan Dokumen Perencanaan; Jumlah Dokumen; Dokumen
        nomenklatur.csv + 2.17.01.2.01.0002; Evaluasi Kinerja; Jumlah Laporan; Laporan
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro; Jumlah Peserta; Orang
    """
    for (source, pointer, node), entry in _known_rows(reading):
        stated = [reading.printed(line) for line in _lines(node.get("indikator"))]
        if not (entry.indikator and stated):
            continue
        if not any(compare_wording(line, entry.indikator) is None for line in stated):
            message = f"indikator {entry.kode} “{shorten_text(stated[0])}” bukan yang dalam nomenklatur"
            yield Finding(source, f"{pointer}/indikator", message, f"Menurut nomenklatur: {entry.indikator}.")


@rule("RJ325", "Satuan berbeda dari nomenklatur")
def check_units(reading: Reading) -> Iterator[Finding]:
    """Satuan target sub kegiatan sama dengan satuan dalam nomenklatur; target tanpa satuan dibiarkan.

    Mengapa: target dengan satuan lain tidak dapat dibandingkan dengan SIPD, dan tidak dapat dijumlahkan antardaerah.
    Sumber: Kepmendagri 900.1.15.5-1317 Tahun 2023 dengan perubahannya.

    Gagal:
        nomenklatur.csv + kode; nama; indikator; satuan
        nomenklatur.csv + 2.17.01.2.01.0001; Penyusunan Dokumen Perencanaan; Jumlah dokumen; Dokumen
        nomenklatur.csv + 2.17.01.2.01.0002; Evaluasi Kinerja; Jumlah laporan; Laporan
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro; Jumlah peserta; Pelaku Usaha
    Lolos:
        nomenklatur.csv + kode; nama; indikator; satuan
        nomenklatur.csv + 2.17.01.2.01.0001; Penyusunan Dokumen Perencanaan; Jumlah dokumen; Dokumen
        nomenklatur.csv + 2.17.01.2.01.0002; Evaluasi Kinerja; Jumlah laporan; Laporan
        nomenklatur.csv + 2.17.07.2.01.0001; Pelatihan Usaha Mikro; Jumlah peserta; Orang
    """
    for (source, pointer, node), entry in _known_rows(reading):
        for key in ("target", "target_maju") if entry.satuan else ():
            units = [unit for _, unit in quantities(node.get(key)) or [] if unit]
            if units and not any(is_unit(unit, entry.satuan) for unit in units):
                message = f"satuan “{units[0]}” pada {walk.in_words(key, 0)} {entry.kode} bukan “{entry.satuan}”"
                yield Finding(source, f"{pointer}/{key}", message, "Samakan satuannya dengan nomenklatur.")


def _lines(cell: object) -> Iterable[str]:
    """The texts of a cell that hold something."""
    lines = cell if isinstance(cell, list) else [cell]
    return [line for line in lines if isinstance(line, str) and line.strip(" -")]
