"""Names that two rows of the plan have exchanged: each speaks of what the other's indicator counts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from renjadoc.checks import walk
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.rule import Finding, rule
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.layout import Node

#: Rows of one kegiatan that are compared with each other; none has more.
_MOST_COMPARED = 40
#: What names and indicators say of any work.
_OF_ANY = read_stems(
    "dokumen laporan paket unit orang kegiatan pelaksanaan penyelenggaraan penyediaan penyusunan pengelolaan pengadaan"
    " koordinasi fasilitasi pembinaan perangkat daerah kabupaten kota provinsi hasil tersedia dilaksanakan disusun"
)


class _NameRow(NamedTuple):
    """A row with a code: where it stands, and what its name and its indicator speak of."""

    place: walk.Place
    named: frozenset[str]
    counted: frozenset[str]


@rule("RJ546", "Nama dua baris tertukar")
def check_swapped_names(reading: Reading) -> Iterator[Finding]:
    """Nama setiap sub kegiatan berbicara tentang yang dihitung indikatornya sendiri, bukan indikator baris lain.

    Ditegur bila dua baris dalam satu kegiatan saling cocok dengan indikator baris yang lain, dan tidak dengan
    indikatornya sendiri. Kata yang terdapat dalam kedua namanya tidak dihitung.

    Mengapa: nama yang tertukar di bawah kodenya memindahkan pagu dan target ke sub kegiatan yang salah.
    Sumber: Permendagri 90/2019; kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/nama = "Penyelenggaraan Bazar Koperasi"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/indikator = "Jumlah arsip yang ditata"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/nama = "Penataan Arsip Dinamis"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/indikator = "Jumlah peserta bazar koperasi"
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/nama = "Penataan Arsip Dinamis"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/indikator = "Jumlah arsip yang ditata"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/nama = "Penyelenggaraan Bazar Koperasi"
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/indikator = "Jumlah peserta bazar koperasi"
    """
    for source, pointer, kegiatan in walk.rows_of(reading, "rencana-program", "kegiatan"):
        subs = enumerate(kegiatan.get("sub_kegiatan", [])[:_MOST_COMPARED])
        rows = [_read_row((source, f"{pointer}/sub_kegiatan/{index}", sub), reading) for index, sub in subs]
        for one, other in combinations(rows, 2):
            if _are_swapped(one, other):
                message = f"“{_name(one.place[2], reading)}” cocok dengan indikator “{_name(other.place[2], reading)}”"
                hint = "Nama kedua baris mungkin tertukar; cocokkan dengan kodenya."
                yield Finding(source, f"{one.place[1]}/nama", f"{message}, dan sebaliknya", hint)


def _read_row(place: walk.Place, reading: Reading) -> _NameRow:
    node = place[2]
    stated = node.get("indikator")
    lines = [line for line in (stated if isinstance(stated, list) else [stated]) if isinstance(line, str)]
    return _NameRow(place, read_stems(reading.printed(node["nama"])) - _OF_ANY, read_stems(" ".join(lines)) - _OF_ANY)


def _are_swapped(one: _NameRow, other: _NameRow) -> bool:
    mine, theirs = one.named - other.named, other.named - one.named
    if mine & one.counted or theirs & other.counted:
        return False
    return bool(mine & other.counted and theirs & one.counted)


def _name(node: Node, reading: Reading) -> str:
    return shorten_text(reading.printed(node["nama"]))
