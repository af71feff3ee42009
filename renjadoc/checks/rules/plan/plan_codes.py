"""Codes and names of the plan against each other and against the evaluation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import keep_words
from renjadoc.content.load import Source
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

_NEW = re.compile(r"(?:\d|X)\.(?:\d\d|XX)\.\d\d(?:\.\d\.\d\d(?:\.\d{2,4})?)?")
_LEVEL_DIGITS = {"Provinsi": "1", "Kabupaten": "2", "Kota": "2"}


@rule("RJ312", "Kode kegiatan milik tingkat daerah lain")
def check_level_digits(reading: Reading) -> Iterator[Finding]:
    """Angka keempat kode kegiatan sesuai dengan tingkat daerah: 1 untuk provinsi, 2 untuk kabupaten dan kota.

    Mengapa: kegiatan provinsi tidak dikenal SIPD kabupaten, dan sebaliknya.
    Sumber: Permendagri 90/2019 (lampiran provinsi dan lampiran kabupaten/kota).

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/kode = "2.17.07.1.01"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/kode = "2.17.07.1.01.0001"
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/kode = "2.17.07.2.05"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/kode = "2.17.07.2.05.0001"
    """
    kind = reading.folder.facts["daerah"]["jenis"]
    right = _LEVEL_DIGITS[kind]
    wrong = "2" if right == "1" else "1"
    for source, pointer, node in [*walk.kegiatan(reading), *walk.rows_of(reading, "evaluasi", "kegiatan")]:
        code = node.get("kode") or ""
        parts = code.split(".")
        if _NEW.fullmatch(code) and len(parts) == 5 and parts[3] == wrong:
            message = f"kode kegiatan {code} adalah kode {'provinsi' if wrong == '1' else 'kabupaten/kota'}"
            hint = f"Kode kegiatan {kind.lower()} berbentuk {'.'.join([*parts[:3], right, parts[4]])}; salin dari SIPD."
            yield Finding(source, f"{pointer}/kode", message, hint)


@rule("RJ313", "Kode atau nama berbeda antartabel", needs=("tabel",))
def check_names_across_tables(reading: Reading) -> Iterator[Finding]:
    """Program dan kegiatan yang sama berkode dan bernama sama dalam tabel rencana dan tabel evaluasi.

    Program yang dievaluasi ada dalam rencana; bila tidak dilanjutkan, matikan aturan ini dengan alasannya. Huruf besar
    dan tanda baca tidak dibedakan; kode bentuk lama (sebelum 2021) tidak diperiksa.

    Mengapa: nama yang berubah antara dua tabel membuat verifikator mencari program yang tidak ada.
    Sumber: Permendagri 86/2017 (T-C.29 dan T-C.33 memakai nomenklatur yang sama).

    Gagal:
        tabel/evaluasi.json /program/0/kode = "2.17.01"
        tabel/evaluasi.json /program/0/kegiatan/0/kode = "2.17.01.2.01"
    Gagal:
        tabel/evaluasi.json /program/0/nama = "Program Pemberdayaan Usaha Mikro"
        tabel/evaluasi.json /program/0/kode = "2.17.06"
        tabel/evaluasi.json /program/0/kegiatan/0/kode = "2.17.06.2.01"
    Lolos:
        tabel/evaluasi.json /program/0/nama = "Program Pemberdayaan usaha mikro"
        tabel/evaluasi.json /program/0/kode = "2.17.07"
        tabel/evaluasi.json /program/0/kegiatan/0/kode = "2.17.07.2.01"
        tabel/evaluasi.json /program/0/kegiatan/0/nama = "Pembinaan Usaha Mikro"
    """
    by_code, by_name = _index_planned(reading)
    if not by_code:
        return
    for source, pointer, node in walk.rows_of(reading, "evaluasi", "program", "kegiatan", "sub_kegiatan"):
        code, name = node.get("kode") or "", shorten_text(reading.printed(node["nama"]))
        if not _NEW.fullmatch(code) or not name[:1].isalnum():
            continue
        other, coded = by_code.get(code), by_name.get(keep_words(node["nama"]), code)
        if other is not None and keep_words(other) != keep_words(node["nama"]):
            message = f"kode {code} di sini “{name}”, dalam tabel rencana “{shorten_text(reading.printed(other))}”"
            yield Finding(source, f"{pointer}/nama", message, "Samakan namanya dengan nomenklatur yang berlaku.")
        elif other is None and coded != code:
            message = f"“{name}” berkode {code}, dalam tabel rencana {coded}"
            yield Finding(source, f"{pointer}/kode", message, "Samakan kodenya dengan nomenklatur yang berlaku.")


def _index_planned(reading: Reading) -> tuple[dict[str, str], dict[str, str]]:
    """The names of the plan's rows by their codes, and the codes by the words of names that one row alone has."""
    planned = [node for _, _, node in walk.planned(reading)]
    by_code = {node["kode"]: node["nama"] for node in planned if _NEW.fullmatch(node.get("kode") or "")}
    names = Counter(keep_words(node["nama"]) for node in planned)
    by_name = {keep_words(node["nama"]): node["kode"] for node in planned if node.get("kode")}
    return by_code, {name: code for name, code in by_name.items() if names[name] == 1}


@rule("RJ316", "Program yang dievaluasi tidak ada dalam rencana", needs=("tabel",))
def check_evaluated_programs(reading: Reading) -> Iterator[Finding]:
    """Sebagian besar program yang dievaluasi direncanakan lagi; yang lain ditanyakan.

    Ditegur bila kodenya tidak ada dalam tabel rencana, sedangkan program lain dari bidang yang sama ada di kedua tabel.

    Mengapa: program yang hilang tanpa penjelasan, atau kodenya salah ketik, ditanyakan verifikator.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/evaluasi.json /program/- = {"kode": "2.17.07", "nama": "Program Pemberdayaan Usaha Mikro", "kegiatan": []}
    Lolos:
        tabel/evaluasi.json /program/0/kode = "2.17.07"
        tabel/evaluasi.json /program/0/nama = "Program Pemberdayaan Usaha Mikro"
        tabel/evaluasi.json /program/0/kegiatan/0/kode = "2.17.07.2.03"
    """
    planned = {code for _, _, node in walk.programs(reading) if (code := node["kode"])}
    evaluated = [
        place for place in walk.rows_of(reading, "evaluasi", "program") if _NEW.fullmatch(place[2].get("kode") or "")
    ]
    if not any(node["kode"] in planned for _, _, node in evaluated):
        return
    fields = {code.rpartition(".")[0] for code in planned}
    for source, pointer, node in evaluated:
        code = node["kode"]
        if code not in planned and code.rpartition(".")[0] in fields:
            name = shorten_text(reading.printed(node["nama"]))
            message = f"program {code} “{name}” dievaluasi, tetapi tidak ada dalam tabel rencana"
            hint = "Periksa kodenya; bila tidak dilanjutkan, jelaskan dalam naskah dan matikan aturan ini."
            yield Finding(source, f"{pointer}/kode", message, hint)


@rule("RJ314", "Kode tidak berurutan")
def check_code_order(reading: Reading) -> Iterator[Finding]:
    """Program, kegiatan, dan sub kegiatan dalam tabel rencana tersusun menurut kodenya.

    Mengapa: kode yang tertukar di antara dua baris memindahkan pagu ke baris yang salah.
    Sumber: Permendagri 90/2019; urutan dalam SIPD.

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/kode = "2.17.01.2.01.0007"
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/kode = "2.17.01.2.01.0007"
    """
    siblings: dict[tuple[str, str], list[tuple[Source, str, str, str]]] = {}
    for source, pointer, node in walk.planned(reading):
        code = node.get("kode") or ""
        if _NEW.fullmatch(code) and "X" not in code:
            parent = source.name, pointer.rpartition("/")[0]
            siblings.setdefault(parent, []).append((source, pointer, code, node["nama"]))
    for rows in siblings.values():
        for (_, _, before, _), (source, pointer, code, name) in pairwise(rows):
            if code < before and len(code) == len(before):
                message = f"kode {code} (“{shorten_text(reading.printed(name))}”) berada sesudah {before}"
                yield Finding(source, f"{pointer}/kode", message, "Periksa apakah kodenya tertukar, lalu urutkan.")
