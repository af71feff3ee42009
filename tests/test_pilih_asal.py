"""`--pilih` takes the same single changes wherever they come from: a document, a review copy, rows of SIPD."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from renjadoc import cli
from renjadoc.commands import serap, sipd
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper
from tests.conftest import ROOT

#: What is changed, from first to last: a beginning of the narrative's paragraph, and what it becomes.
EDITS = (("Dokumen ini memuat", "Dokumen ini berisi"), ("Latar belakang singkat", "Latar belakang ringkas"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", tmp_path / "isi")
    path = tmp_path / "isi" / "bab-1.json"
    data = json.loads(path.read_text("utf-8"))
    data["bagian"][0]["isi"] = [f"{old} hal yang direncanakan pada tahun ini." for old, _ in EDITS]
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return tmp_path / "isi"


def _edit(path: Path) -> Path:
    paper = Paper(path)
    for old, new in EDITS:
        paper.replace(paper.p(old), old, new)
    return paper.save()


def _draft(folder: Path) -> Path:
    make_document(DocumentOrder(folder, Path("naskah.docx"), page_numbers=False), lambda text: None)
    return Path("naskah.docx")


def _review_copy(folder: Path) -> Path:
    assert cli.main(["telaah", str(folder), "-o", "telaah.docx"]) == 0
    return Path("telaah.docx")


@pytest.mark.parametrize("make", [_draft, _review_copy])
@pytest.mark.parametrize(("numbers", "taken"), [("1", [0]), ("2", [1]), ("1-2", [0, 1]), ("", [])])
def test_single_changes_of_a_document(make: object, folder: Path, numbers: str, taken: list[int]) -> None:
    assert callable(make)
    arguments = [str(_edit(make(folder))), str(folder), "--ya", "--pilih", numbers]
    said = CliRunner().invoke(serap.command, arguments).output
    text = (folder / "bab-1.json").read_text("utf-8")
    assert [index for index, (_, new) in enumerate(EDITS) if new in text] == taken
    first = next(line for line in said.splitlines() if line.strip().startswith("[1]"))
    assert EDITS[0][1] in first


def test_single_changes_are_asked_for(folder: Path) -> None:
    path = _edit(_draft(folder))
    result = CliRunner().invoke(serap.command, [str(path), str(folder), "--ya", "--pilih"], input="2\n")
    text = (folder / "bab-1.json").read_text("utf-8")
    assert "[2]" in result.output
    assert (EDITS[0][0] in text, EDITS[1][1] in text) == (True, True)
    # What was left out is proposed again.
    again = CliRunner().invoke(serap.command, [str(path), str(folder), "--coba"]).output
    assert "1 perubahan" in again


@pytest.mark.parametrize(("numbers", "amounts"), [("1", (99, 150)), ("2", (225, 88)), ("1,2", (99, 88))])
def test_single_changes_of_sipd(folder: Path, numbers: str, amounts: tuple[int, int]) -> None:
    """The amounts of both sub kegiatan, in millions, as one of them, or each, is taken."""
    heads = "kode_sub_giat;nama_sub_giat;pagu"
    rows = ("2.17.01.2.01.0001;Penyusunan Dokumen Perencanaan;99000000", "2.17.01.2.01.0002;Evaluasi Kinerja;88000000")
    Path("baris.csv").write_text("\n".join((heads, *rows)), "utf-8")
    result = CliRunner().invoke(sipd.command, ["impor", "baris.csv", str(folder), "--ya", "--pilih", numbers])
    data = json.loads((folder / "tabel" / "rencana-program.json").read_text("utf-8"))
    subs = data["program"][0]["kegiatan"][0]["sub_kegiatan"]
    assert tuple(one["pagu"] // 1_000_000 for one in subs) == amounts, result.output
