"""The outline of a folder: which file stands where in print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.checks.reporting import tell_findings
from renjadoc.content.folder import open_folder
from renjadoc.narrative.outline import Outline, build_outline
from renjadoc.problem import Location, Problem
from renjadoc.reading import Reading
from tests.conftest import ROOT
from tests.sheets.excel.sheet import lay_down


def test_files_are_ordered_as_they_are_printed() -> None:
    reading = Reading(open_folder(ROOT / "content" / "2021"))
    names = [name.removeprefix(f"{reading.folder.name}/") for name in reading.file_order]
    assert names[:3] == ["dokumen.json", "bab-1.json", "regulasi/landasan-hukum.json"]
    assert names.index("tabel/evaluasi.json") < names.index("tabel/capaian-kinerja.json") < names.index("bab-3.json")


def test_findings_are_told_in_the_order_of_print() -> None:
    reading = Reading(open_folder(ROOT / "content" / "2021"))
    files = ("tabel/capaian-kinerja.json", "bab-3.json", "asing.json", "tabel/evaluasi.json")
    found = [Problem("RJ201", Location(f"{reading.folder.name}/{file}"), "x") for file in files]
    told = tell_findings(found, reading)
    assert [one.file.split(".")[0] for one in told] == ["tabel/evaluasi", "tabel/capaian-kinerja", "bab-3", "asing"]


def _add_part(root: Path, isi: list[Any], file: str = "lampiran/1-tambahan.json") -> tuple[Outline, list[Problem]]:
    """The outline of a right folder with an appendix that holds these blocks."""
    path = lay_down(root) / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"judul": "Tambahan", "isi": isi}), "utf-8")
    return build_outline(open_folder(root / "isi"))


def _picture(name: str, title: str = "Peta") -> dict[str, str]:
    return {"gambar": f"gambar/{name}.png", "alt": "peta", **({"judul": title} if title else {})}


CHART = {"grafik": "rencana-program", "nilai": ["pagu"], "baris": "program"}


def test_captions_are_numbered_by_kind_and_part(tmp_path: Path) -> None:
    isi = [_picture("a"), _picture("b", ""), {**CHART, "judul": "Pagu"}, CHART, {**CHART, "judul": "Lagi"}, "Teks"]
    outline, problems = _add_part(tmp_path, isi)
    found = {name: label for name, label in outline.labels.items() if label.startswith("Gambar")}
    assert found == {
        "gambar/a.png": "Gambar L1.1",
        "grafik-rencana-program": "Gambar L1.2",
        "grafik-rencana-program-2": "Gambar L1.3",
    }
    assert sorted(outline.charts.values()) == ["grafik-rencana-program", "grafik-rencana-program-2"]
    assert problems == []


@pytest.mark.parametrize(
    ("isi", "code", "pointer", "said"),
    [
        ([_picture("a"), _picture("a")], "RJ033", "/isi/1/gambar", "rujuk('gambar/a.png')"),
        ([{"tabel": "tidak-ada"}], "RJ030", "/isi/0/tabel", "tabel/tidak-ada.json"),
        ([{"tabel": "rencana-program"}] * 2, "RJ033", "/isi/0/tabel", "rujuk('rencana-program')"),
    ],
)
def test_what_is_placed_twice_or_nowhere_is_told(
    tmp_path: Path, isi: list[Any], code: str, pointer: str, said: str
) -> None:
    _, problems = _add_part(tmp_path, isi)
    assert {(problem.code, problem.location.pointer) for problem in problems} >= {(code, pointer)}
    assert all(said in problem.hint and problem.message for problem in problems)


def test_what_stands_before_the_chapters_has_no_number(tmp_path: Path) -> None:
    isi = [_picture("a", ""), _picture("b"), "Teks"]
    outline, problems = _add_part(tmp_path, isi, "kata-pengantar.json")
    [problem] = problems
    assert (problem.code, Path(problem.location.file).name, problem.location.pointer) == (
        "RJ033", "kata-pengantar.json", "/isi/1",
    )  # fmt: skip
    assert [section.label for section in outline.front] == [""]
