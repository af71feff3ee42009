"""What the starter folder says and nobody changed, and sums that are printed without a form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from renjadoc import resources
from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.indonesian import rupiah
from renjadoc.narrative.cells import CellTexts
from renjadoc.problem import join_some
from renjadoc.reading import Reading


@cache
def _read_starter() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((resources.starter_folder() / "dokumen.json").read_text("utf-8"))
    return data


#: Of the starter's cells those that stand for others: “Nama program”; “1 paket” and “Sekretariat” may be anybody's.
_STANDS_FOR = re.compile(r"[A-Z]\S* .+")


@cache
def _list_starter_texts() -> frozenset[str]:
    """What the rows of the starter's tables say in the place of an office's own words."""
    files = sorted((resources.starter_folder() / "tabel").glob("*.json"))
    tables = [CellTexts(Source(path, path.name, "", json.loads(path.read_text("utf-8")))) for path in files]
    return frozenset(text for table in tables for text in table.distinct_texts if _STANDS_FOR.fullmatch(text))


#: The facts that every office has its own of, with how people call them.
_FACTS = {
    ("perangkat_daerah", "nama"): "nama perangkat daerah",
    ("perangkat_daerah", "singkatan"): "singkatan perangkat daerah",
    ("daerah", "provinsi"): "nama provinsi",
    ("pengesahan", "nama"): "nama pejabat",
    ("pengesahan", "nip"): "NIP",
}
#: “Contoh” may also be what somebody calls a region on purpose; with other words of the starter it is the starter's.
_REGION = {("daerah", "nama"): "nama daerah"}
_PLACE = {("pengesahan", "tempat"): "tempat pengesahan"}


@rule("RJ519", "Isian contoh belum diganti")
def check_starter_words(reading: Reading) -> Iterator[Finding]:
    """Isian contoh dari folder baru (Dinas Contoh, Nama Pejabat, baris “Nama program”, kode X.XX.01) sudah diganti.

    Mengapa: isian contoh ikut tercetak di sampul, di tanda tangan, dan dalam tabel.
    Sumber: docs/isi.md (folder yang dibuat renjadoc baru).

    Gagal:
        dokumen.json /pengesahan/nama = "Nama Pejabat"
    Gagal:
        dokumen.json /perangkat_daerah/singkatan = "Dincontoh"
        tabel/evaluasi.json /program/0/kode = "X.XX.01"
        tabel/evaluasi.json /program/0/kegiatan/0/kode = "X.XX.01.2.01"
    Gagal:
        dokumen.json /pengesahan/tempat = "Contoh"
        dokumen.json /daerah/nama = "Purbalingga"
    Gagal:
        dokumen.json /daerah/provinsi = "Contoh"
    Gagal:
        tabel/rencana-program.json /program/0/kode = "X.XX.01"
        tabel/rencana-program.json /program/0/kegiatan/0/nama = "Nama kegiatan"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/nama = "Nama sub kegiatan"
        tabel/usulan-masyarakat.json /usulan/0/lokasi = "Lokasi usulan"
    Lolos:
        dokumen.json /pengesahan/nama = "Sri Rahayu, S.E."
    """
    facts = list(_find_facts(reading, _FACTS))
    yield from [*facts, *_find_told(reading)]
    left = {name: _find_left_texts(cells) for name, cells in reading.cells.items()}
    is_begun = bool(facts or any(left.values()))
    if is_begun:
        yield from _find_facts(reading, _REGION)
    if is_begun or reading.folder.facts["daerah"]["nama"] != _read_starter()["daerah"]["nama"]:
        yield from _find_facts(reading, _PLACE)
    # An office may leave codes open; with other words of the starter they are its own.
    codes = _find_codes(reading) if is_begun else {}
    for name, source in reading.folder.tabel.items():
        found = codes.get(source.name, {}) | left[name]
        if found and source.data["jenis"] != "bebas":
            yield _tell_rows(source, found, is_code=not left[name])


def _find_facts(reading: Reading, asked: dict[tuple[str, str], str]) -> Iterator[Finding]:
    facts, starter = reading.folder.facts, _read_starter()
    for (part, field), said in asked.items():
        stated = facts[part].get(field)  # type: ignore[literal-required]
        if stated and stated == starter[part][field]:
            message = f"{said} masih isian contoh: “{stated}”"
            yield Finding(reading.folder.dokumen, f"/{part}/{field}", message, "Ganti dengan yang sebenarnya.")


#: The starter's words as a sentence has them.
_TOLD = re.compile(
    r"\b(?:Dinas|Badan|Kantor|Kecamatan|Kabupaten|Kota|Provinsi) Contoh\b|\bDincontoh\b|\bNama Pejabat\b"
    r"|\bX\.XX\.[\dX]+"
)


def _find_told(reading: Reading) -> Iterator[Finding]:
    """The starter's words in sentences; an office may be called so, or lie in a region that is."""
    facts = reading.folder.facts
    own = {str(value) for part in ("perangkat_daerah", "daerah", "pengesahan") for value in facts[part].values()}
    for passage in reading.passages.find_pattern(_TOLD):
        for match in _TOLD.finditer(passage.text) if passage.kind != "judul" else ():
            if passage.is_typed(*match.span()) and not own & {match[0], match[0].partition(" ")[2]}:
                message = f"masih isian contoh: “{match[0]}”"
                yield Finding.of(passage, message, "Ganti dengan yang sebenarnya.", match[0])


def _find_left_texts(cells: CellTexts) -> dict[str, list[str]]:
    """The starter's words among the cells of a table, with their pointers."""
    words = _list_starter_texts()
    return {text: cells.find_pointers(text) for text in cells.distinct_texts if text in words}


def _find_codes(reading: Reading) -> dict[str, dict[str, list[str]]]:
    """The codes that the starter leaves open, with their pointers, by file."""
    found: dict[str, dict[str, list[str]]] = {}
    for kind in ("rencana-program", "evaluasi"):
        for source, pointer, node in walk.rows_of(reading, kind, "program", "kegiatan", "sub_kegiatan"):
            if "X" in (node.get("kode") or ""):
                found.setdefault(source.name, {}).setdefault(node["kode"], []).append(f"{pointer}/kode")
    return found


def _tell_rows(source: Source, found: dict[str, list[str]], *, is_code: bool) -> Finding:
    """One finding for all that a table has of the starter, at the first of it."""
    pointers = [pointer for held in found.values() for pointer in held]
    said = join_some([f"“{text}”" for text in found], 4)
    count = f" ({len(pointers)} sel)" if len(pointers) > 1 else ""
    hint = (
        "Ganti X.XX dengan kode bidang urusan dinas, misalnya 2.17; salin dari SIPD."
        if is_code
        else "Ganti barisnya dengan yang sebenarnya, misalnya lewat sipd impor atau excel impor; hapus bila tidak ada."
    )
    return Finding(source, pointers[0], f"masih isian contoh: {said}{count}", hint)


#: As a sum of a name and a number prints them, which nobody knows the unit of.
_RAW = re.compile(r"-?\d{5,}")


@rule("RJ522", "Bentuk angka dari hitungan belum ditentukan")
def check_raw_figures(reading: Reading) -> Iterator[Finding]:
    """Angka yang dihitung dari sebuah nama dan bilangan ketikan dicetak dengan bentuknya. {{ pagu.total }} dan selisih
    dua pagu tercetak sebagai rupiah dengan sendirinya, {{ pagu.total - 5000000 }} tidak.

    Mengapa: tanpa bentuk, hasilnya tercetak 5696420500.
    Sumber: docs/isi.md; EYD edisi V.

    Gagal:
        bab-5.json /isi/0 = "Sisanya {{ pagu.total - 5000000 }}."
    Lolos:
        bab-5.json /isi/0 = "Pagu seluruhnya {{ pagu.total }} pada Tahun {{ tahun }}."
    """
    for passage in reading.passages:
        for span in passage.spans:
            if span.source and _RAW.fullmatch(span.text.strip()):
                number = int(span.text.strip())
                message = f"{span.source} tercetak {number}, tanpa titik ribuan"
                expression = span.source.removeprefix("{{").removesuffix("}}").strip()
                hint = f"Tulis {{{{ ({expression}) | rupiah }}}}; angkanya lalu tercetak {rupiah(number)}."
                yield Finding.of(passage, message, hint, span.source)
