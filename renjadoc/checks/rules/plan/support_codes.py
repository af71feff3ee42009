"""Names of the program that every office has: each under its own code, not under that of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from renjadoc import resources
from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import keep_words
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

#: The support program's kegiatan and sub kegiatan: what stands behind `X.XX.01`, without the digit of the level.
_CODE = re.compile(r"(?:\d|X)\.(?:\d\d|XX)\.01\.[12](?P<kegiatan>\.\d\d)(?:\.(?P<sub>\d{2,4}))?")


@cache
def _read_names() -> dict[str, str]:
    """The names by their codes, `.06.0009`."""
    lines = resources.data_file("kode-penunjang.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return {code.removeprefix("0"): name for code, _, name in pairs}


@cache
def _index_words() -> dict[str, str]:
    """The codes by the words of their names."""
    return {keep_words(name): code for code, name in _read_names().items()}


@rule("RJ539", "Nama milik kode lain")
def check_support_names(reading: Reading) -> Iterator[Finding]:
    """Kegiatan dan sub kegiatan program penunjang (X.XX.01) bernama menurut kodenya sendiri.

    Ditegur hanya bila namanya adalah nama kode penunjang yang lain. Tanpa nomenklatur terpasang; bila terpasang, RJ322
    memeriksa semua program.

    Mengapa: nama dan kode yang tidak sepasang ditolak SIPD, atau pagunya masuk ke baris yang salah.
    Sumber: Permendagri 90/2019; Kepmendagri 050-5889/2021 (renjadoc/data/kode-penunjang.txt).

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/nama = "Penyediaan Gaji dan Tunjangan ASN"
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/nama = "Penyusunan Dokumen Perencanaan Perangkat
        Daerah"
    """
    if reading.nomenclature is not None:
        return
    evaluated = walk.rows_of(reading, "evaluasi", "kegiatan", "sub_kegiatan")
    for source, pointer, node in [*walk.planned(reading), *evaluated]:
        match = _CODE.fullmatch(node.get("kode") or "")
        if match is None:
            continue
        code = match["kegiatan"] + (f".{int(match['sub']):04}" if match["sub"] else "")
        owner = _index_words().get(keep_words(reading.printed(node["nama"])), code)
        if owner != code and owner.count(".") == code.count("."):
            right = f"{node['kode'][: match.start('kegiatan')]}{owner}"
            message = f"“{shorten_text(reading.printed(node['nama']))}” berkode {right}, di sini {node['kode']}"
            yield Finding(source, f"{pointer}/nama", message, "Cocokkan nama dan kodenya dengan SIPD.")
