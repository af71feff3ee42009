"""Where a reader sees what stands at a pointer, and in what order the chapters of a report come."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any, cast

import pytest

from renjadoc.checks.places import OUTSIDE, _describe_block, describe_pointer
from renjadoc.checks.reporting import HEADS, ToldFinding, list_rows
from renjadoc.checks.sentences import write_year
from renjadoc.narrative.outline import Section
from renjadoc.problem import Location, Problem
from renjadoc.reading import Reading
from tests.checks.examples import BASE
from tests.conftest import read


@cache
def _read_base() -> Reading:
    return Reading(read(BASE))


@pytest.mark.parametrize(
    ("file", "pointer", "place"),
    [
        ("dokumen.json", "/pengesahan/nip", "Tanda tangan, NIP"),
        ("dokumen.json", "/perangkat_daerah/nama", "Sampul, nama perangkat daerah"),
        ("bab-1.json", "/judul", "BAB I, judul"),
        ("bab-1.json", "/bagian/1/isi/0", "1.2, paragraf 1"),
        ("bab-1.json", "/bagian/1/isi/1", "1.2, dasar hukum"),
        ("bab-1.json", "/bagian/1/isi/9", "1.2"),
        ("regulasi/landasan-hukum.json", "/regulasi/0/tahun", "Dasar hukum nomor 1 (UU 25/2004)"),
        ("regulasi/landasan-hukum.json", "/regulasi/1/diubah", "Dasar hukum nomor 2 (UU 23/2014), perubahannya"),
        ("regulasi/landasan-hukum.json", "/regulasi/99", "Dasar hukum"),
        ("tabel/anggaran.json", "/judul/0", "Tabel 4.2, judul"),
        ("tabel/anggaran.json", "/keterangan/0", "Tabel 4.2, keterangan"),
        ("tabel/anggaran.json", "/baris/1", "Tabel 4.2, baris 2"),
        ("tabel/anggaran.json", "/baris/1/1", "Tabel 4.2, baris 2, kolom Jumlah (Rp)"),
        ("tabel/anggaran.json", "/kolom", "Tabel 4.2"),
    ],
)
def test_the_place_of_a_pointer(file: str, pointer: str, place: str) -> None:
    folder = _read_base().folder
    [source] = [one for one in folder.sources if folder.relative(one) == file]
    assert describe_pointer(_read_base(), source, pointer) == place


BLOCKS: list[Any] = ["Satu.", {"kutipan": "Dua."}, {"daftar": "1.", "butir": ["a", {"butir": ["b", "c"]}]}, "Tiga."]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("isi/0", ["paragraf 1"]),
        ("isi/1/kutipan", ["kutipan"]),
        ("isi/2/daftar", ["daftar"]),
        ("isi/2/butir/1/butir/0", ["butir 2.1"]),
        ("isi/3", ["paragraf 2"]),
        ("isi/4", []),
        ("isi", []),
        ("lain/0", []),
    ],
)
def test_the_block_of_a_section(keys: str, said: list[str]) -> None:
    section = cast(Section, SimpleNamespace(data={"isi": BLOCKS}))
    assert _describe_block(section, keys.split("/")) == said


def test_rows_of_a_report_come_by_chapter_and_the_cover_last() -> None:
    problem = Problem("RJ108", Location("bab-1.json"), "pesan")
    chapters = (OUTSIDE, "BAB IV Rencana", "Lampiran Peta", "BAB I Pendahuluan")
    rows = list_rows([ToldFinding(problem, "1.1", one, "pesan", "saran", "bab-1.json") for one in chapters])
    assert list(rows) == ["BAB I Pendahuluan", "BAB IV Rencana", "Lampiran Peta", OUTSIDE]
    [cells] = rows[OUTSIDE]
    assert len(cells) == len(HEADS)
    assert cells[:3] == ("1.1", "pesan", "saran")
    assert cells[3].startswith("RJ108 ")


@pytest.mark.parametrize(("step", "name"), [(0, "{{ tahun }}"), (1, "{{ tahun + 1 }}"), (-2, "{{ tahun - 2 }}")])
def test_the_name_that_gives_a_year(step: int, name: str) -> None:
    assert write_year(step) == name
