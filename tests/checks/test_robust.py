"""No content of the right shape makes a check crash, whatever its cells and sentences hold."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renjadoc.examine import examine_folder
from tests.checks.examples import BASE

WORDS = """Renja Tahun 2025 Rp1.000 Rp 5,7 miliar 4 (empat) program kegiatan yaitu: % 98,25 85.28 Nomor No. PP 23 /2014
Undang-Undang tentang BAB II Tabel 9.9 Dinas Koperasi Dinkop {{tahun}} *asing* [[catatan]] pagu rata-rata Renstra –"""
SENTENCES = st.one_of(
    st.text(max_size=40), st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12).map(" ".join)
)
CELLS = st.one_of(
    st.none(),
    st.integers(-(10**15), 10**15),
    st.floats(-1e6, 1e6).map(lambda number: round(number, 3)),
    st.sampled_from(["-", "", "0", "0%", "30 koperasi", "NA", "DD = 150", "1.000.000,00", "Jumlah", "Rata-rata"]),
    st.lists(st.sampled_from(["25 label", "20 kemasan", "-", "x"]), max_size=3),
)


def _change(root: Path, file: str, how: Any) -> None:
    path = root / file
    data = json.loads(path.read_text("utf-8"))
    how(data)
    path.write_text(json.dumps(data), "utf-8")


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(SENTENCES.filter(bool), min_size=1, max_size=4), st.lists(CELLS, min_size=12, max_size=12))
def test_no_check_crashes(sentences: list[str], cells: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "isi")
        shutil.copytree(BASE, root)
        take = iter(cells * 3)

        def prose(data: Any) -> None:
            data["isi"] = [*sentences, {"daftar": "1.", "butir": sentences}]

        def evaluation(data: Any) -> None:
            row = data["program"][0]["kegiatan"][0]
            row |= {key: next(take) for key in ("target_renstra", "target_n-2", "realisasi_sd_n-2")}
            row["renja_n-2"] = {"target": next(take), "realisasi": next(take)}
            row["renja_n-1"] = {"target": next(take), "realisasi": next(take)}
            row["tercatat"] = {"renja_n-2_persen": next(take), "renstra_persen": next(take)}

        def achievement(data: Any) -> None:
            row = data["indikator"][0]
            row["capaian"] = {f"n-{step}": next(take) for step in (3, 2, 1)}
            row["target"] = {"n-1": next(take)}
            data["tercatat"] = {"persen": next(take)}

        def adhoc(data: Any) -> None:
            data["kolom"] = [{"judul": title} for title in ("Uraian", "Target", "Realisasi", "Capaian (%)")]
            data["baris"] = [[next(take) for _ in range(4)] for _ in range(3)]

        _change(root, "bab-5.json", prose)
        _change(root, "tabel/evaluasi.json", evaluation)
        _change(root, "tabel/capaian-kinerja.json", achievement)
        _change(root, "tabel/anggaran.json", adhoc)
        _, outcome = examine_folder(root)
        assert outcome.crashes == {}, "\n".join(outcome.crashes.values())


def test_an_entry_of_the_constitution_with_a_number_alone(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "isi")
    gazette = {"tahun": 1945, "nomor": 1}
    odd = [{"jenis": "UUD 1945", "nomor": 1, "lembaran": gazette}, {"jenis": "UUD 1945", "nomor": 1}]
    _change(tmp_path / "isi", "regulasi/landasan-hukum.json", lambda data: data["regulasi"].extend(odd))
    _, outcome = examine_folder(tmp_path / "isi")
    assert outcome.crashes == {}
    assert any("UUD 1945 1 " in problem.message for problem in outcome.problems)


@pytest.mark.parametrize("place", ["", "/", "/program/99/nama", "/jenis/0/x"])
@pytest.mark.parametrize("row", [{}, {"baris": "Program"}])
def test_what_was_taken_over_from_nowhere(tmp_path: Path, place: str, row: dict[str, str]) -> None:
    shutil.copytree(BASE, tmp_path / "isi")
    entry = {"berkas": "tabel/rencana-program.json", "letak": place, "nilai": None, "alasan": "terbawa", **row}
    (tmp_path / "isi" / "tinjau.json").write_text(json.dumps({"tinjau": [entry]}), "utf-8")
    _, outcome = examine_folder(tmp_path / "isi")
    assert outcome.crashes == {}
    assert [problem.message for problem in outcome.problems if problem.is_error] == []


def test_a_row_without_the_cells_that_are_compared(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "isi")
    heads = [{"judul": title} for title in ("Uraian", "Target", "Realisasi", "Persen")]
    _change(tmp_path / "isi", "tabel/anggaran.json", lambda data: data.update(kolom=heads, baris=[["a", 1, 2], ["b"]]))
    _, outcome = examine_folder(tmp_path / "isi")
    assert outcome.crashes == {}
    assert [problem.code for problem in outcome.problems if problem.is_error] == ["RJ035", "RJ035"]


@pytest.mark.parametrize("text", ["Peraturan Menteri Nomor ", "Rp1.000", "Undang-Undang 1.1", "[[", "!",
                                  "Pagu anggaran dinas seluruhnya Rp1.234.567.000, ",
                                  "Tahun ini dilaksanakan 4 Program yang telah direncanakan, "])  # fmt: skip
def test_a_long_text_of_one_thing_takes_no_longer_than_it_is_long(tmp_path: Path, text: str) -> None:
    """Read anew from every place, each of these would take an hour."""
    shutil.copytree(BASE, tmp_path / "isi")
    _change(tmp_path / "isi", "bab-5.json", lambda data: data.update(isi=[text * (100_000 // len(text))]))
    _, outcome = examine_folder(tmp_path / "isi")
    assert outcome.crashes == {}
