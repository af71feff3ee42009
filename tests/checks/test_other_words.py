"""Faults told in other words than the rules' own examples, each beside a right sentence of the same build."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.examine import examine_folder

Change = Callable[[Example], Path]

#: A rule, a sentence that it finds something in, and one that it must not touch.
TWINS = [
    ("RJ108", "Pagu Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota tercatat Rp200.000.000.",
     "Pagu Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota tercatat Rp375.000.000."),
    ("RJ108", "Seluruh program memerlukan biaya Rp455.500.000.", "Seluruh program memerlukan biaya Rp425.000.000."),
    ("RJ110", "Seluruh rencana dituangkan ke dalam tujuh sub kegiatan.",
     "Seluruh rencana dituangkan ke dalam tiga sub kegiatan."),
    ("RJ113", "Ada 147 pasar di antara 196 pasar yang memasang kamera, atau setara dengan 85 persen.",
     "Ada 147 pasar di antara 196 pasar yang memasang kamera, atau setara dengan 75 persen."),
    ("RJ114", "Bantuan bagi 320 pedagang telah sampai kepada 275 pedagang; yang tersisa 55 pedagang.",
     "Bantuan bagi 320 pedagang telah sampai kepada 275 pedagang; yang tersisa 45 pedagang."),
    ("RJ125", "Tujuannya ialah bertambahnya usaha yang mandiri dengan cakupan koperasi sehat 59% pada tahun 2027.",
     "Tujuannya ialah bertambahnya usaha yang mandiri dengan cakupan koperasi sehat 57% pada tahun 2027."),
    ("RJ128", "Usaha mikro naik kelas pada tahun 2026 melewati target 26 unit.",
     "Usaha mikro naik kelas pada tahun 2026 melewati target 24 unit."),
    ("RJ139", "Penduduk menurut agama: Islam 82%, Katolik 9%, Kristen 7%, Hindu 3%, dan Buddha 1%.",
     "Penduduk menurut agama: Islam 82%, Katolik 8%, Kristen 7%, Hindu 2%, dan Buddha 1%."),
    ("RJ172", "Retribusi yang terkumpul Rp7.480.000 (sekitar Rp74,8 juta).",
     "Retribusi yang terkumpul Rp7.480.000 (sekitar Rp7,5 juta)."),
    ("RJ410", "Tahun 2027 merupakan tahun terakhir Renstra.", "Tahun 2029 merupakan tahun terakhir Renstra."),
    ("RJ507", "Data ini nanti diganti sesuai laporan.", "Kursi yang rusak diganti pada triwulan II."),
    ("RJ507", "Penjelasannya (tambahkan uraian bidang) di bawah.", "Penjelasannya (ditambah uraian bidang) di bawah."),
    ("RJ512", "Dinas Kesehatan Kota Contoh menyusun Renja Tahun 2027 ini.",
     "Dinas Kesehatan menyusun daftar penerima bersama dinas."),
    ("RJ515", "Dalam rangka meningkatkan", "Pelayanan itu terus meningkat."),
    ("RJ519", "Renja ini ditandatangani Nama Pejabat.", "Renja ini memuat nama pejabat."),
]  # fmt: skip


def _lay_down(changed: Change, sentences: list[str]) -> Path:
    return changed(Example((f"bab-5.json /isi = {json.dumps(sentences)}",)))


def test_faults_in_other_words_are_found(changed: Change) -> None:
    _, outcome = examine_folder(_lay_down(changed, [wrong for _, wrong, _ in TWINS]))
    found = {(problem.code, problem.location.pointer) for problem in outcome.problems}
    assert [wrong for number, (code, wrong, _) in enumerate(TWINS) if (code, f"/isi/{number}") not in found] == []


def test_right_sentences_of_the_same_build_are_silent(changed: Change) -> None:
    _, outcome = examine_folder(_lay_down(changed, [right for _, _, right in TWINS]))
    assert [(problem.code, problem.message) for problem in outcome.problems] == []


@pytest.mark.parametrize(
    ("told", "is_wrong"),
    [
        ("Loket melayani 84 orang per hari, atau 36.600 orang per tahun.", True),
        ("Loket melayani 84 orang per hari, atau 25.200 orang per tahun.", False),
        ("Loket melayani 84 orang per hari kerja, atau 19.800 orang per tahun.", False),
        ("Honornya Rp1,5 juta per bulan, atau Rp20 juta per tahun.", True),
        ("Honornya Rp1,5 juta per bulan, atau Rp18 juta per tahun.", False),
    ],
)
def test_a_rate_is_held_against_that_of_a_longer_time(told: str, is_wrong: bool, changed: Change) -> None:
    _, outcome = examine_folder(_lay_down(changed, [told]))
    assert [problem.code for problem in outcome.problems] == ["RJ172"] * is_wrong


def test_advice_names_the_thing_that_is_meant(changed: Change) -> None:
    """What a hint offers to write is that regulation and that misi, never another one."""
    sentences = ["Renja ini berpedoman pada UU No. 25 Tahun 2004.", "Misi Wali Kota ialah “Membangun kota yang ramah”."]
    change = f"bab-5.json /isi = {json.dumps(sentences)}"
    _, outcome = examine_folder(changed(Example((change, 'dokumen.json /misi = {"nomor": 1, "teks": "Membangun"}'))))
    hints = {problem.code: problem.hint for problem in outcome.problems}
    assert "{{ regulasi['uu-25-2004'] }}" in hints["RJ604"]
    assert "{{ misi.teks }}" in hints["RJ513"]
