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
from renjadoc.tables.layout import Node
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
        nomenklatur.csv + Daftar kegiatan dinas: pelatihan usaha mikro
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
    if book is None:
        return
    unknown = [(place, depth) for place, depth, entry in _coded_rows(reading) if entry is None and book.knows(depth)]
    book.learn_names((reading.printed(node["nama"]), depth) for (_, _, node), depth in unknown)
    for (source, pointer, node), depth in unknown:
        message, hint = _tell_unknown(book, node, depth, reading)
        yield Finding(source, f"{pointer}/kode", message, hint)


def _tell_unknown(book: NomenclatureBook, node: Node, depth: int, reading: Reading) -> tuple[str, str]:
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
    named = ((place, entry) for place, entry in _known_rows(reading) if place[2]["nama"] != entry.nama)
    others = [(place, entry, reading.printed(place[2]["nama"])) for place, entry in named]
    if book:
        book.learn_names((name, codes.depth_of(entry.kode)) for _, entry, name in others)
    for (source, pointer, _), entry, name in others:
        if (differs := compare_wording(name, entry.nama)) is not None:
            how = "beda ejaan" if differs.spelling else "beda kata"
            here, there = (f"“{text}”" if text else "tidak ada kata itu" for text in differs[:2])
            message = f"nama {entry.kode} {how}: di sini {here}, dalam nomenklatur {there}"
            hint = f"Menurut nomenklatur: {entry.nama}."
            if book and not differs.spelling:
                hint = f"{hint} {_find_code(book, name, entry.kode, codes.depth_of(entry.kode))}".rstrip()
            yield Finding(source, f"{pointer}/nama", message, hint)


@rule("RJ323", "Sub kegiatan berada di kegiatan lain")
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
    for (source, pointer, kegiatan), subs in _uncoded_rows(reading, book) if book else ():
        assert book is not None
        for index, found in subs:
            if right := _find_right_parent(book, reading, kegiatan, found):
                name = reading.printed(kegiatan["sub_kegiatan"][index]["nama"])
                message = f"“{shorten_text(name)}” bukan sub kegiatan dari kegiatan ini"
                hint = f"Menurut nomenklatur berada di bawah {right.kode} {right.nama}".rstrip() + "."
                yield Finding(source, f"{pointer}/sub_kegiatan/{index}/nama", message, hint)


#: The entries that one sub kegiatan of a kegiatan may be, with its place among them.
_Candidates = list[tuple[int, list[NomenclatureEntry]]]


def _uncoded_rows(reading: Reading, book: NomenclatureBook) -> Iterator[tuple[walk.Place, _Candidates]]:
    """Every kegiatan with those of its sub kegiatan that are known and have no code, or stand below one without."""
    names = {
        sub["nama"]: reading.printed(sub["nama"]) for _, _, sub in walk.sub_kegiatan(reading) if not sub.get("kode")
    }
    book.learn_names((printed, codes.SUB) for printed in names.values())
    named = {name: book.find_named(printed, codes.SUB) for name, printed in names.items()}
    book.learn({codes.cut_code(one.kode, codes.KEGIATAN) for found in named.values() for one in found})
    for place in walk.rows_of(reading, "rencana-program", "kegiatan"):
        subs = enumerate(place[2].get("sub_kegiatan", []))
        kept = ((index, sub) for index, sub in subs if not (sub.get("kode") and place[2].get("kode")))
        yield place, [(index, _find_entries(book, sub, named)) for index, sub in kept]


def _find_entries(
    book: NomenclatureBook, sub: Node, named: dict[str, list[NomenclatureEntry]]
) -> list[NomenclatureEntry]:
    """What a sub kegiatan may be: by its code, else by its name."""
    code = sub.get("kode")
    return [one for one in [book.find(code)] if one] if code else named[sub["nama"]]


def _find_right_parent(
    book: NomenclatureBook, reading: Reading, kegiatan: Node, found: list[NomenclatureEntry]
) -> NomenclatureEntry | None:
    """The kegiatan that a sub kegiatan belongs to, None if it stands there or nobody knows."""
    parents = [codes.cut_code(one.kode, codes.KEGIATAN) for one in found]
    if not parents:
        return None
    if above := kegiatan.get("kode"):
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
        if not entry.indikator or node.get("indikator") == entry.indikator:
            continue
        stated = [reading.printed(line) for line in _lines(node.get("indikator"))]
        if not stated:
            continue
        if not any(compare_wording(line, entry.indikator) is None for line in stated):
            message = f"indikator {entry.kode} “{shorten_text(stated[0], 70)}” bukan yang dalam nomenklatur"
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
            cell = node.get(key)
            if not cell or _ends_in(cell, entry.satuan):
                continue
            units = [unit for _, unit in quantities(cell) or [] if unit]
            if units and not any(is_unit(unit, entry.satuan) for unit in units):
                message = f"satuan “{units[0]}” pada {walk.in_words(key, 0)} {entry.kode} bukan “{entry.satuan}”"
                yield Finding(source, f"{pointer}/{key}", message, "Samakan satuannya dengan nomenklatur.")


def _ends_in(cell: object, unit: str) -> bool:
    """Whether a cell ends in the unit as it is; most do, and need not be read."""
    return isinstance(cell, str) and cell.casefold().endswith(f" {unit.casefold()}")


def _lines(cell: object) -> Iterable[str]:
    """The texts of a cell that hold something."""
    lines = cell if isinstance(cell, list) else [cell]
    return [line for line in lines if isinstance(line, str) and line.strip(" -")]
