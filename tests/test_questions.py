"""The questions of a new Renja come from the schema, and their answers make the folder that the command makes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renjadoc.cli import main
from renjadoc.problem import ProblemsFound
from renjadoc.questions import list_questions
from renjadoc.starter import lay_down_folder
from tests.conftest import ROOT

LOGO = next((ROOT / "content" / "2021" / "gambar").glob("*.png"))
ANSWERS = {
    "/perangkat_daerah/nama": "Dinas Pertanian",
    "/perangkat_daerah/singkatan": "Distan",
    "/perangkat_daerah/sebutan": ["Dinas"],
    "/daerah/jenis": "Kota",
    "/visi/daerah": None,
}


def read_all(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_fact_that_must_be_known_is_asked_in_the_words_of_the_schema() -> None:
    questions = {question.pointer: question for question in list_questions()}
    schema = json.loads((ROOT / "schema" / "dokumen.schema.json").read_text("utf-8"))
    for group in ("perangkat_daerah", "daerah", "renstra", "visi", "pengesahan"):
        for key in schema["properties"][group]["required"]:
            assert questions[f"/{group}/{key}"].title == schema["properties"][group]["properties"][key]["title"]
    assert questions["/daerah/jenis"].choices == ("Kabupaten", "Kota", "Provinsi")
    assert not questions["/visi/daerah"].required
    assert questions["/perangkat_daerah/nama"].required


def test_the_command_with_answers_makes_the_same_folder(tmp_path: Path) -> None:
    lay_down_folder(tmp_path / "halaman", 2028, ANSWERS, LOGO.read_bytes())
    answers = tmp_path / "jawaban.json"
    answers.write_text(json.dumps(ANSWERS), "utf-8")
    arguments = [
        "baru",
        str(tmp_path / "perintah"),
        "--tahun",
        "2028",
        "--jawaban",
        str(answers),
        "--lambang",
        str(LOGO),
    ]
    assert main(arguments) == 0
    assert read_all(tmp_path / "halaman") == read_all(tmp_path / "perintah")
    data = json.loads((tmp_path / "halaman" / "dokumen.json").read_text("utf-8"))
    assert (data["tahun"], data["perangkat_daerah"]["singkatan"], data["logo"]) == (
        2028,
        "Distan",
        "gambar/lambang.png",
    )


def test_an_answer_that_the_schema_refuses_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as stopped:
        lay_down_folder(tmp_path / "baru", 2028, {"/daerah/jenis": "Kerajaan"})
    places = [(problem.location.file, problem.location.pointer) for problem in stopped.value.problems]
    assert places == [("dokumen.json", "/daerah/jenis")]
    assert not (tmp_path / "baru").exists()


def test_what_is_no_picture_is_no_logo(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound):
        lay_down_folder(tmp_path / "baru", 2028, {}, b"bukan gambar")
    assert not (tmp_path / "baru").exists()


def test_answers_to_what_is_not_asked_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "jawaban.json"
    answers.write_text('{"/templat": "x.docx"}', "utf-8")
    assert main(["baru", str(tmp_path / "baru"), "--jawaban", str(answers)]) == 1
    assert "tidak ditanyakan" in capsys.readouterr().err
    assert not (tmp_path / "baru").exists()
