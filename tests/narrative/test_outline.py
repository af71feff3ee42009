"""The outline of a folder: which file stands where in print."""

from __future__ import annotations

from renjadoc.checks.reporting import tell_findings
from renjadoc.content.folder import open_folder
from renjadoc.problem import Location, Problem
from renjadoc.reading import Reading
from tests.conftest import ROOT


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
