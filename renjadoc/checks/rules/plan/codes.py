"""Codes of programs: their form, their edition, what they stand under, and the level of government that they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.problem import Severity, shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.layout import Node

_PROGRAM = re.compile(r"(?:\d|X)\.(?:\d\d|XX)\.\d\d")
_KEGIATAN = re.compile(r"(?:\d|X)\.(?:\d\d|XX)\.\d\d\.\d\.\d\d")
_SUB = re.compile(r"(?:\d|X)\.(?:\d\d|XX)\.\d\d\.\d\.\d\d\.(?:\d\d|\d{4})")
#: The form of Permendagri 13/2006 and 59/2007: urusan.bidang.[unit …].program[.kegiatan].
_OLD = re.compile(r"\d(?:\.\d{1,2}){2,8}")
#: The first plan under Permendagri 90/2019.
_NEW_SINCE = 2021
#: The first plan whose sub kegiatan count with four digits, after Kepmendagri 900.1.15.5-1317/2023.
_FOUR_DIGITS_SINCE = 2024


@rule("RJ305", "Bentuk kode salah", Severity.ERROR)
def check_code_form(reading: Reading) -> Iterator[Finding]:
    """Kode program, kegiatan, dan sub kegiatan berbentuk benar.

    Bentuknya: program 2.17.05, kegiatan 2.17.05.2.01, sub kegiatan 2.17.05.2.01.0001 (atau dua angka terakhir menurut
    edisi sebelum 2023); X.XX dipakai untuk program penunjang. Untuk tahun sebelum 2021 boleh dipakai bentuk lama.

    Mengapa: kode yang salah tidak dikenal SIPD.
    Sumber: Permendagri 90/2019; Kepmendagri 900.1.15.5-1317 Tahun 2023.

    Gagal:
        tabel/rencana-program.json /program/0/kode = "2.17.5"
    Lolos:
        tabel/rencana-program.json /program/0/kode = "2.17.02"
        tabel/rencana-program.json /program/0/kegiatan/0/kode = "2.17.02.2.01"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/kode = "2.17.02.2.01.0001"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/kode = "2.17.02.2.01.0002"
    """
    old = (_OLD,) if reading.folder.tahun < _NEW_SINCE else ()
    levels = (
        (walk.programs(reading), (_PROGRAM, *old), "program", "2.17.05"),
        (walk.kegiatan(reading), (_KEGIATAN, *old), "kegiatan", "2.17.05.2.01"),
        (walk.sub_kegiatan(reading), (_SUB, *old), "sub kegiatan", "2.17.05.2.01.0001"),
        (walk.evaluated(reading), (_KEGIATAN, _SUB, _OLD), "kegiatan", "2.17.05.2.01"),
    )
    for places, patterns, level, example in levels:
        for source, pointer, node in places:
            code = node.get("kode")
            if code and not any(pattern.fullmatch(code) for pattern in patterns):
                message = f"kode {level} “{code}” tidak berbentuk {example}"
                yield Finding(source, f"{pointer}/kode", message, "Salin kodenya dari SIPD.")


@rule("RJ306", "Kode tidak sesuai induknya", Severity.ERROR)
def check_code_parent(reading: Reading) -> Iterator[Finding]:
    """Kode kegiatan berawal dengan kode programnya, kode sub kegiatan dengan kode kegiatannya.

    Mengapa: baris yang tersalin ke bawah program lain menjumlahkan pagunya ke program yang salah.
    Sumber: Permendagri 90/2019.

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/kode = "2.17.09.2.01"
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/kode = "2.17.01.2.01"
    """
    for source, pointer, program in walk.rows_of(reading, "rencana-program", "program"):
        # Its form is another rule's, and says the same of every row below.
        if not program["kode"] or _PROGRAM.fullmatch(program["kode"]):
            yield from _check_children(source, pointer, program, below_strays=False)
    for source, pointer, program in walk.rows_of(reading, "evaluasi", "program"):
        yield from _check_children(source, pointer, program, below_strays=True)


def _check_children(source: Source, pointer: str, program: Node, *, below_strays: bool) -> Iterator[Finding]:
    for k, one in enumerate(program["kegiatan"]):
        at = f"{pointer}/kegiatan/{k}"
        strays = list(_check_child(source, f"{at}/kode", one, program, "program"))
        yield from strays
        parent = one if one.get("kode") else program
        for s, sub in enumerate(one.get("sub_kegiatan", [])) if below_strays or not strays else ():
            yield from _check_child(source, f"{at}/sub_kegiatan/{s}/kode", sub, parent, "induk")


def _check_child(source: Source, pointer: str, node: Node, parent: Node, said: str) -> Iterator[Finding]:
    code, above = node.get("kode"), parent.get("kode")
    if code and above and not code.startswith(above + "."):
        message = f"kode {code} tidak berada di bawah kode {said} {above}"
        yield Finding(source, pointer, message, "Pindahkan barisnya, atau perbaiki kodenya.")


@rule("RJ307", "Kode kembar", Severity.ERROR)
def check_same_codes(reading: Reading) -> Iterator[Finding]:
    """Tidak ada dua program, kegiatan, atau sub kegiatan dengan kode yang sama dalam satu tabel.

    Mengapa: baris kembar menghitung pagu dua kali.
    Sumber: Permendagri 90/2019.

    Gagal:
        tabel/rencana-program.json /program/1/kode = "2.17.01"
    Lolos:
        tabel/rencana-program.json /program/1/kode = "2.17.08"
        tabel/rencana-program.json /program/1/kegiatan/0/kode = "2.17.08.2.01"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/kode = "2.17.08.2.01.0001"
    """
    seen: dict[tuple[str, str], str] = {}
    places = [*walk.planned(reading), *walk.evaluated(reading)]
    for source, pointer, node in places:
        code = node.get("kode")
        if not code or "X" in code.upper():
            continue
        name = shorten_text(reading.printed(node["nama"]))
        if other := seen.get((source.name, code)):
            message = f"kode {code} (“{name}”) sudah dipakai “{other}”"
            yield Finding(source, f"{pointer}/kode", message, "Hapus baris yang kembar, atau perbaiki kodenya.")
        else:
            seen[source.name, code] = name


@rule("RJ308", "Edisi kode tidak berlaku")
def check_code_edition(reading: Reading) -> Iterator[Finding]:
    """Kode memakai edisi yang berlaku untuk tahun Renja, dan satu edisi saja.

    Sub kegiatan bernomor empat angka (…0001) sejak Renja 2024, dua angka (…01) sebelumnya. Kode lama dalam tabel
    evaluasi (2.11.2.11…) hanya untuk tahun sebelum 2021.

    Mengapa: kode edisi lama tidak dikenal SIPD.
    Sumber: Permendagri 90/2019; Kepmendagri 900.1.15.5-1317 Tahun 2023.

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/kode = "2.17.01.2.01.01"
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/kode = "2.17.01.2.01.0009"
    """
    tahun = reading.folder.tahun
    digits = 4 if tahun >= _FOUR_DIGITS_SINCE else 2
    for source, pointer, sub in walk.sub_kegiatan(reading):
        code = sub.get("kode")
        if code and _SUB.fullmatch(code) and len(code.rpartition(".")[2]) != digits:
            message = f"kode sub kegiatan {code} bukan edisi yang berlaku untuk {tahun} ({digits} angka terakhir)"
            yield Finding(source, f"{pointer}/kode", message, "Salin kodenya dari SIPD tahun ini.")
    for source, pointer, one in walk.evaluated(reading):
        code = one["kode"]
        old = code and not (_KEGIATAN.fullmatch(code) or _SUB.fullmatch(code)) and _OLD.fullmatch(code)
        if old and tahun - 2 >= _NEW_SINCE:
            message = f"kode {code} berbentuk lama, padahal yang dievaluasi {tahun - 2} dan {tahun - 1}"
            yield Finding(source, f"{pointer}/kode", message, "Salin kodenya dari SIPD.")


@rule("RJ309", "Kode belum lengkap", needs=("tabel",))
def check_incomplete_codes(reading: Reading) -> Iterator[Finding]:
    """Kode ada pada semua baris, atau tidak ada sama sekali; dan tidak di satu tabel saja.

    Satu temuan untuk tiap tabel.

    Mengapa: tanpa kode, baris hanya dapat dicocokkan dengan SIPD menurut namanya.
    Sumber: Permendagri 86/2017 (T-C.33, kolom kode); naskah rujukan (kode hanya dalam satu tabel).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/kode = null
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/kode = "2.17.01.2.01.0005"
    """
    coded = [one for _, _, one in walk.evaluated(reading) if one["kode"]]
    counted: dict[str, tuple[Source, str, int, int]] = {}
    for source, pointer, node in walk.planned(reading):
        _, first, without, total = counted.get(source.name, (source, "", 0, 0))
        lacks = not node.get("kode")
        counted[source.name] = source, first or pointer * lacks, without + lacks, total + 1
    for source, first, without, total in counted.values():
        if without and (without < total or coded):
            message = f"{without} dari {total} baris belum mempunyai kode"
            yield Finding(source, first, message, "Tambahkan “kode” pada kegiatan dan sub kegiatan; salin dari SIPD.")


_OF_PROVINCES = re.compile(
    r"Kewenangan\s*(?:Daerah\s*)?Provinsi|Lintas\s+(?:Daerah\s+)?Kabupaten/Kota|Urusan Pemerintahan Daerah Provinsi",
    re.IGNORECASE,
)
_OF_REGENCIES = re.compile(
    r"Kewenangan\s*(?:Daerah\s*)?Kabupaten/Kota"
    r"|(?<!Lintas )(?<!Kabupaten/Kota )\bDalam\s+(?:1\s*\(satu\)\s+)?Daerah\s+Kabupaten/Kota"
    r"|Urusan Pemerintahan Daerah Kabupaten/Kota",
    re.IGNORECASE,
)
#: Level -> what is not its own, and words that stand in every text that says so.
_LEVELS = {
    "Kabupaten": (_OF_PROVINCES, ("provinsi", "lintas")),
    "Kota": (_OF_PROVINCES, ("provinsi", "lintas")),
    "Provinsi": (_OF_REGENCIES, ("kabupaten/kota",)),
}


@rule("RJ310", "Kewenangan milik tingkat pemerintahan lain")
def check_authority(reading: Reading) -> Iterator[Finding]:
    """Nama program, kegiatan, dan sub kegiatan sesuai dengan tingkat daerahnya.

    Kabupaten dan kota tidak memakai nomenklatur “Kewenangan Provinsi” atau “Lintas Daerah Kabupaten/Kota”; provinsi
    tidak memakai “Kewenangan Kabupaten/Kota”.

    Mengapa: nomenklatur provinsi dan kabupaten/kota berbeda lampirannya dan sering tertukar saat disalin.
    Sumber: UU 23/2014 (pembagian urusan); Permendagri 90/2019; naskah rujukan.

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/nama = "Pembinaan Koperasi Kewenangan Provinsi"
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/nama = "Pembinaan Koperasi Kewenangan Kabupaten"
    """
    level = reading.folder.facts["daerah"]["jenis"]
    pattern, words = _LEVELS[level]
    for source in reading.folder.tables_of("rencana-program"):
        cells = reading.cells[source.path.stem]
        for text in cells.find_words(words):
            # What lies within a province, or between its regencies, is the province's.
            is_within = level == "Provinsi" and "provinsi" in text.casefold()
            if (match := pattern.search(text)) and not is_within:
                message = f"“{match[0]}” bukan kewenangan {level.lower()}"
                hint = f"Pilih nomenklatur untuk {level.lower()}."
                for pointer in cells.find_pointers(text):
                    yield Finding(source, pointer, message, hint, match[0])
