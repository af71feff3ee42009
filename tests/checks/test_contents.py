"""Whole contents: right ones of different shapes without a false alarm, and the reference with all its faults again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.examine import examine_folder
from renjadoc.starter import lay_down_folder
from tests.checks.examples import report_of_checks
from tests.checks.test_rules import EXPECTED, NO_FINDINGS
from tests.checks.twin import FAULTS, lay_down_twin
from tests.conftest import ROOT

Edit = Callable[[str, Callable[[Any], Any]], None]


@pytest.mark.parametrize("name", ["dasar", "provinsi", "kecamatan"])
def test_right_content_has_no_finding(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "tests" / "contoh" / name, "isi")
    assert report_of_checks(Path("isi")) == NO_FINDINGS


def _compare(said: str, kept: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--perbarui"):
        kept.write_text(said, "utf-8")
    assert said == kept.read_text("utf-8")


def test_content_2021_has_no_error(isi: Path, request: pytest.FixtureRequest) -> None:
    _, outcome = examine_folder(isi)
    assert [problem for problem in outcome.problems if problem.is_error] == []
    _compare(report_of_checks(isi), EXPECTED / "content-2021.txt", request)


def test_starter_has_no_error(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content" / "awal", tmp_path / "isi")
    _, outcome = examine_folder(tmp_path / "isi")
    assert [problem for problem in outcome.problems if problem.is_error] == []


@pytest.mark.parametrize("outline", ["", "permendagri-14-2026"])
def test_a_fresh_folder_says_where_it_speaks_in_words_of_the_starter(tmp_path: Path, outline: str) -> None:
    lay_down_folder(tmp_path / "isi", 2027, outline=outline)
    reading, outcome = examine_folder(tmp_path / "isi")
    assert reading is not None
    found = [problem for problem in outcome.problems if problem.code == "RJ519"]
    files = [problem.location.file.partition("isi/")[2] for problem in found]
    # Every fact by its own place, every table once, those that view another not at all.
    assert files.count("dokumen.json") == 7
    tables = [name for name, source in reading.folder.tabel.items() if "sumber" not in source.data]
    assert sorted(file for file in files if file.startswith("tabel/")) == [f"tabel/{name}.json" for name in tables]
    plan = next(one for one in found if one.location.file.endswith("rencana-program.json"))
    assert "“X.XX.01”, “Nama program”, “Nama kegiatan”, “Nama sub kegiatan” (4 sel)" in plan.message


def test_words_that_anybody_may_use_are_not_the_starters(isi: Path, edit: Edit) -> None:
    edit("tabel/usulan-masyarakat.json", lambda data: data["usulan"][0].update(volume="1 paket"))
    edit("dokumen.json", lambda data: data["pengesahan"].update(tempat="Contoh", nip="19700101 199501 1 002"))
    edit("dokumen.json", lambda data: data["daerah"].update(nama="Contoh"))
    assert "RJ519" not in {code for code, _, _ in _found(isi)}


def test_twin_report(isi: Path, request: pytest.FixtureRequest) -> None:
    lay_down_twin(isi)
    _compare(report_of_checks(isi), EXPECTED / "kembaran.txt", request)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_twin_fault_is_found(fault: object, isi: Path) -> None:
    """Each fault of the reference is found at its place, and was not found there before it was put in."""
    before = _found(isi)
    lay_down_twin(isi)
    after = _found(isi)
    for code, file, said in fault.findings:  # type: ignore[attr-defined]
        assert any(c == code and f.endswith(file) and said in message for c, f, message in after), (code, file, said)
        if not fault.stands_in_2021:  # type: ignore[attr-defined]
            assert not any(c == code and f.endswith(file) and said in message for c, f, message in before), said


def _found(root: Path) -> list[tuple[str, str, str]]:
    _, outcome = examine_folder(root)
    return [(problem.code, problem.location.file, problem.message) for problem in outcome.problems]
