"""What amounts and averages look like where a text names them without saying how: as people write them, once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.compose import compose_document
from renjadoc.reading import Reading
from renjadoc.span import plain_text
from renjadoc.word.packages import package
from renjadoc.word.templates import faults
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from tests.conftest import read
from tests.word.templates import BODY, changed, replaced

Edit = Callable[[str, Callable[[Any], Any]], None]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("Pagunya {{ pagu.total }}.", "Pagunya Rp5.701.420.500."),
        ("Pagunya Rp{{ pagu.total }}.", "Pagunya Rp5.701.420.500."),
        ("Pagunya Rp. {{ pagu.total }}.", "Pagunya Rp. 5.701.420.500."),
        ("Naik {{ pagu.total_maju - pagu.total }}.", "Naik Rp1.392.181.600."),
        ("Programnya {{ program['2.17.05'].pagu }}.", "Programnya Rp107.374.000."),
        ("Rata-ratanya {{ capaian.rata_rata }}.", "Rata-ratanya 102,36%."),
        ("Rata-ratanya {{ capaian.rata_rata }}%.", "Rata-ratanya 102,36%."),
        ("Rata-ratanya {{ capaian.rata_rata }} persen.", "Rata-ratanya 102,36 persen."),
        ("Tahun {{ tahun }}, {{ jumlah.sub_kegiatan }} buah.", "Tahun 2021, 36 buah."),
        ("Pagunya {{ pagu.total | angka }}, {{ pagu.total | terbilang }}.",
         "Pagunya 5.701.420.500, lima miliar tujuh ratus satu juta empat ratus dua puluh ribu lima ratus."),
    ],
)  # fmt: skip
def test_a_name_has_a_form_of_its_own(isi: Path, said: str, printed: str) -> None:
    assert plain_text(Reading(read(isi)).spans(said)) == printed


def _print(isi: Path, tmp_path: Path, said: str) -> tuple[str, list[str]]:
    """What a template prints of `said` on its cover, and what is told of it."""
    path = changed(tmp_path, BODY, replaced("{{ judul }}", said))
    template, document = Template(path, path.name), compose_document(Reading(read(isi)))
    told = [problem.message for problem in faults.list_doubled_units(template)]
    made = package.unpack_word(render.pack_document(template, document, {}).data)
    return made[BODY].decode(), told


def test_a_template_prints_them_so_too(isi: Path, tmp_path: Path) -> None:
    said = "Pagu {{ pagu.total }}, {{ capaian.rata_rata }}, {{ pagu.total|angka }}, {{ tahun }}"
    printed, told = _print(isi, tmp_path, said)
    assert "Pagu Rp5.701.420.500, 102,36%, 5.701.420.500, 2021" in printed
    assert told == []


@pytest.mark.parametrize(
    "said", ["Rp{{ pagu.total }}", "Rp. {{ program['2.17.05'].pagu }}", "{{ capaian.rata_rata }} %"]
)
def test_a_unit_that_a_template_says_twice_is_told(isi: Path, tmp_path: Path, said: str) -> None:
    assert _print(isi, tmp_path, said)[1] == [f"satuan tercetak dua kali: “{said}”"]
