"""What was written into a folder can be taken back, byte for byte; nothing that came later is lost."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from renjadoc import journal
from renjadoc.cli import main
from renjadoc.edits import changeset
from renjadoc.edits.history import find_action, list_actions, take_back
from renjadoc.edits.stamps import stamp_folder
from renjadoc.problem import ProblemsFound
from tests.conftest import ROOT

MORNING, NOON, NIGHT = (datetime(2027, 1, 2, hour, 0, 0) for hour in (8, 12, 20))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "isi")
    return tmp_path / "isi"


def read_all(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and journal.BACKUPS not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def change(folder: Path, name: str, now: datetime, action: str = "serap telaah.docx") -> None:
    text = (folder / name).read_text("utf-8")
    files = {name: text + "\n", "telaah.json": '{"catatan": []}\n'}
    changeset.write_files(folder, files, stamp_folder(folder), now, action)


def test_taking_back_gives_the_same_bytes_and_takes_new_files_away(folder: Path) -> None:
    before = read_all(folder)
    change(folder, "bab-1.json", MORNING)
    after = read_all(folder)
    take_back(folder, "2027-01-02_080000", NOON)
    assert read_all(folder) == before
    take_back(folder, "2027-01-02_120000", NIGHT)
    assert read_all(folder) == after


def test_the_history_says_when_what_and_by_which_action(folder: Path) -> None:
    change(folder, "bab-1.json", MORNING)
    take_back(folder, "2027-01-02_080000", NOON)
    assert [(one.when, one.action, sorted(one.after)) for one in list_actions(folder)] == [
        ("2027-01-02 12:00:00", "urungkan 2027-01-02_080000", ["bab-1.json", "telaah.json"]),
        ("2027-01-02 08:00:00", "serap telaah.docx", ["bab-1.json", "telaah.json"]),
    ]


def test_what_was_written_again_since_is_not_taken_back(folder: Path) -> None:
    change(folder, "bab-1.json", MORNING)
    (folder / "bab-1.json").write_text("{}", "utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        take_back(folder, "2027-01-02_080000", NOON)
    assert [Path(problem.location.file).name for problem in stopped.value.problems] == ["bab-1.json"]
    assert (folder / "bab-1.json").read_text("utf-8") == "{}"


@pytest.mark.parametrize("name", ["../luar.json", "/tmp/luar.json", "a/../../luar.json", "C:luar.json", "x.docx"])
def test_a_note_that_speaks_of_files_elsewhere_is_none(folder: Path, name: str) -> None:
    change(folder, "bab-1.json", MORNING)
    note = folder / journal.BACKUPS / "2027-01-02_080000" / journal.NOTE
    data = json.loads(note.read_text("utf-8"))
    note.write_text(json.dumps({**data, "berkas": {name: ""}, "baru": [name]}), "utf-8")
    assert list_actions(folder) == []


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"berkas": [], "baru": 1}', '{"berkas": {}, "baru": null}', "[" * 9999]
)
def test_a_spoilt_note_is_passed_over(folder: Path, text: str) -> None:
    change(folder, "bab-1.json", MORNING)
    (folder / journal.BACKUPS / "2027-01-02_080000" / journal.NOTE).write_text(text, "utf-8")
    assert list_actions(folder) == []


def test_the_command_lists_and_takes_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["urungkan", str(folder)]) == 0
    assert "Belum ada yang diubah" in capsys.readouterr().out
    before = read_all(folder)
    change(folder, "bab-1.json", MORNING)
    assert main(["urungkan", str(folder)]) == 0
    assert "2027-01-02_080000  serap telaah.docx: bab-1.json, telaah.json" in capsys.readouterr().out
    assert main(["urungkan", str(folder), "2027-01-02_080000"]) == 0
    assert read_all(folder) == before
    assert main(["urungkan", str(folder), "2020-01-01_000000"]) == 1


@pytest.mark.parametrize(
    "said", ["2027-01-02 12:00:00", "2027-01-02 12:00", "2027/01/02 12.00", "terakhir", "Terakhir "]
)
def test_a_time_as_people_write_it(folder: Path, said: str) -> None:
    change(folder, "bab-1.json", MORNING)
    change(folder, "bab-2.json", NOON)
    assert find_action(folder, said).name == "2027-01-02_120000"


@pytest.mark.parametrize(("said", "told"), [("2027-01-02", "ada beberapa tulisan"), ("2027", "tidak ada tulisan")])
def test_a_time_of_several_or_of_none_is_told_with_those_that_are_there(folder: Path, said: str, told: str) -> None:
    change(folder, "bab-1.json", MORNING)
    change(folder, "bab-2.json", NOON)
    with pytest.raises(ProblemsFound) as caught:
        find_action(folder, said)
    assert told in caught.value.problems[0].message
    assert "2027-01-02_120000, 2027-01-02_080000" in caught.value.problems[0].hint
