"""Right paragraphs of many offices, written without a look at the rules: no rule may touch them."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from renjadoc.examine import examine_folder
from renjadoc.problem import Problem
from tests.checks.examples import BASE
from tests.conftest import ROOT

PARAGRAPHS = ROOT / "tests" / "checks" / "kalimat-benar"
#: Chapters of the base folder with a section that takes paragraphs; those without stand for the chapter itself.
PLACES = [("bab-1", 0), ("bab-2", 2), ("bab-3", 0), ("bab-4", None), ("bab-5", None)]


def _list_offices(file: str) -> Iterator[tuple[list[str], list[str]]]:
    """Every office of a file (`# name | short name | kind of region | region | province`), and its paragraphs."""
    for part in (PARAGRAPHS / file).read_text("utf-8").split("# ")[1:]:
        head, *paragraphs = part.strip().splitlines()
        yield [name.strip() for name in head.split("|")], paragraphs


def _write_folder(office: list[str], paragraphs: list[str], folder: Path) -> None:
    """The base folder as that of an office, its paragraphs spread over the chapters in their order."""
    shutil.copytree(BASE, folder)
    name, short, kind, region, province = office
    document = json.loads((folder / "dokumen.json").read_text("utf-8"))
    document["perangkat_daerah"] = {"nama": name, "singkatan": short}
    document["daerah"] = {"jenis": kind, "nama": region, "provinsi": province}
    document["pengesahan"]["tempat"] = region
    document["aturan_dimatikan"] = {"RJ605": "Landasan hukum folder ini bukan milik kantor itu"}
    (folder / "dokumen.json").write_text(json.dumps(document), "utf-8")
    share = -(-len(paragraphs) // len(PLACES))
    for number, (chapter, section) in enumerate(PLACES):
        file = folder / f"{chapter}.json"
        content = json.loads(file.read_text("utf-8"))
        part = content if section is None else content["bagian"][section]
        part["isi"] += paragraphs[number * share : (number + 1) * share]
        file.write_text(json.dumps(content), "utf-8")


def _list_findings(folder: Path) -> list[Problem]:
    """What is said of the chapters' texts; of the folder's tables nothing is asked here."""
    _, outcome = examine_folder(folder)
    assert outcome.crashes == {}
    return [problem for problem in outcome.problems if Path(problem.location.file).name.startswith("bab-")]


OFFICES = list(_list_offices("kata.txt"))


def test_there_are_many_paragraphs() -> None:
    assert sum(len(paragraphs) for _, paragraphs in OFFICES) >= 500


@pytest.mark.parametrize(("office", "paragraphs"), OFFICES, ids=[office[0] for office, _ in OFFICES])
def test_right_paragraphs_are_silent(office: list[str], paragraphs: list[str], tmp_path: Path) -> None:
    _write_folder(office, paragraphs, tmp_path / "isi")
    problems = _list_findings(tmp_path / "isi")
    assert [(problem.code, problem.message) for problem in problems] == []


def _list_beside_tables() -> dict[str, list[tuple[str, str, list[str]]]]:
    """By right folder: each chapter and section (empty: the chapter itself), and the paragraphs that fit its tables."""
    found: dict[str, list[tuple[str, str, list[str]]]] = defaultdict(list)
    for (folder, chapter, section), paragraphs in _list_offices("dengan-tabel.txt"):
        found[folder].append((chapter, section, paragraphs))
    return found


BESIDE_TABLES = _list_beside_tables()


def test_there_are_many_paragraphs_beside_tables() -> None:
    assert sum(len(part) for parts in BESIDE_TABLES.values() for _, _, part in parts) >= 164


@pytest.mark.parametrize("folder", BESIDE_TABLES)
def test_paragraphs_that_agree_with_tables_are_silent(folder: str, tmp_path: Path) -> None:
    root = tmp_path / folder
    shutil.copytree(PARAGRAPHS.parent / folder, root)
    for chapter, section, paragraphs in BESIDE_TABLES[folder]:
        file = root / f"{chapter}.json"
        content = json.loads(file.read_text("utf-8"))
        (content["bagian"][int(section)] if section else content)["isi"] += paragraphs
        file.write_text(json.dumps(content), "utf-8")
    _, outcome = examine_folder(root)
    assert [(problem.code, problem.message) for problem in outcome.problems] == []
