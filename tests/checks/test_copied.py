"""What a sentence, a quotation or a kecamatan must be to be told as copied from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.checks.regions import fold_name
from renjadoc.checks.rules.copied.named_districts import list_own_districts
from renjadoc.reading import Reading
from tests.checks.examples import find_problems

Change = Callable[[Example], Path]
_OTHER_VISION = "visi dikutip “Kota Contoh yang Beriman”, dalam dokumen.json “Kota Contoh yang maju”"


@pytest.mark.parametrize(
    ("before", "quoted", "told"),
    [
        ("Visi Kota Contoh adalah:", "Kota Contoh yang Beriman", [_OTHER_VISION]),
        ("Visi nasional telah dibahas. Visi Kota Contoh adalah:", "Kota Contoh yang Beriman", [_OTHER_VISION]),
        ("Visi Kota Contoh adalah:", "“Kota Contoh yang Maju”.", []),
        ("Visi nasional adalah:", "Indonesia Emas", []),
        ("Misi Kota Contoh adalah:", "Memajukan Kota Contoh", []),
        ("Kota Contoh menulis:", "Kota Contoh yang Beriman", []),
    ],
)
def test_a_vision_that_stands_as_a_quotation(before: str, quoted: str, told: list[str], changed: Change) -> None:
    texts = ["Renja menjadi pedoman.", before, {"kutipan": quoted}]
    found = find_problems(changed(Example((f"bab-5.json /isi = {json.dumps(texts)}",))), "RJ513")
    assert [problem.message for problem in found] == told


@pytest.mark.parametrize(
    ("sentence", "is_other"),
    [
        ("BKPSDM melatih pegawai.", True),
        ("UPTD melatih pegawai.", False),
        ("Bkpsdm melatih pegawai.", False),
        ("BPSDA melatih pegawai.", False),
        ("BKPSDM melatih pegawai. BKPSDM berkantor di kota.", False),
        ("Pada tahun 2026 BKPSDM bekerja sama dengan dinas.", False),
    ],
)
def test_an_abbreviation_that_is_nearly_the_own_one(sentence: str, is_other: bool, changed: Change) -> None:
    office = {"nama": "Badan Sumber Daya Manusia", "singkatan": "BPSDM", "sebutan": ["BPSDA"]}
    named = f"dokumen.json /perangkat_daerah = {json.dumps(office)}"
    found = find_problems(changed(Example((named, f"bab-5.json /isi = {json.dumps([sentence])}"))), "RJ512")
    assert bool(found) is is_other


@pytest.mark.parametrize(
    ("region", "own", "others"),
    [
        ({"jenis": "Kabupaten", "nama": "Purbalingga"}, {"Kemangkon"}, {"Baturraden", "Singosari"}),
        ({"jenis": "Provinsi", "nama": "Jawa Tengah"}, {"Kemangkon", "Baturraden"}, {"Singosari"}),
        ({"jenis": "Kota", "nama": "Contoh"}, set(), {"Kemangkon"}),
    ],
)
def test_the_districts_of_a_region(region: dict[str, Any], own: set[str], others: set[str]) -> None:
    known = list_own_districts(cast(Reading, SimpleNamespace(folder=SimpleNamespace(facts={"daerah": region}))))
    assert {fold_name(name) for name in own} <= known
    assert known.isdisjoint({fold_name(name) for name in others})
