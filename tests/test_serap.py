"""The command serap: what it shows, asks, writes, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renjadoc import cli
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper


@pytest.fixture
def returned(isi: Path) -> Path:
    """The draft of `isi` with one tracked change, a comment, and nothing else."""
    make_document(DocumentOrder(isi, Path("kembali.docx"), page_numbers=False), lambda text: None)
    paper = Paper(Path("kembali.docx"))
    paper.replace(paper.p("Selama tahun berjalan"), "Selama", "Sepanjang", tracked=True)
    paper.comment(paper.p(" tahun berjalan, pelaksanaan Renja"), "tahun berjalan", "Mohon dirujuk.")
    return paper.save()


def _text(isi: Path) -> str:
    return (isi / "bab-1.json").read_text("utf-8")


def test_shows_asks_and_writes(
    isi: Path, returned: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _text(isi)
    monkeypatch.setattr("click.confirm", lambda *words, **options: False)
    assert cli.main(["serap", str(returned), str(isi)]) == 0
    assert _text(isi) == before
    monkeypatch.setattr("click.confirm", lambda *words, **options: True)
    assert cli.main(["serap", str(returned), str(isi)]) == 0
    said = capsys.readouterr().out
    assert "~ ubah  1.1, paragraf 2  [bab-1.json] (Bu Sari)" in said
    assert "+ Sepanjang tahun berjalan" in said
    assert "# catatan  1.1, paragraf 2  [bab-1.json] (Bu Sari, 2026-02-03 08:00)" in said
    assert "1 perubahan, 1 catatan, 0 bentrok, 0 tidak dapat diserap." in said
    assert "Berkas lama disimpan di isi/.cadangan" in said
    assert _text(isi) == before.replace("Selama tahun berjalan", "Sepanjang tahun berjalan")
    assert cli.main(["periksa", str(isi)]) == 0
    assert "catatan Bu Sari pada “tahun berjalan”: Mohon dirujuk." in capsys.readouterr().out


def test_only_showing_writes_nothing(isi: Path, returned: Path) -> None:
    before = _text(isi)
    assert cli.main(["serap", str(returned), str(isi), "--ya", "--coba"]) == 0
    assert _text(isi) == before
    assert not (isi / ".cadangan").exists()


def test_waiting_takes_only_the_remark(isi: Path, returned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _text(isi)
    assert cli.main(["serap", str(returned), str(isi), "--ya", "--usulan", "tunggu"]) == 0
    assert "usulan terlacak belum diputuskan di Word" in capsys.readouterr().out
    assert _text(isi) == before


def test_for_programs(isi: Path, returned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serap", str(returned), str(isi), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    [change] = told["perubahan"]
    assert (change["jenis"], change["berkas"], change["letak"]) == ("ubah", "bab-1.json", "/bagian/0/isi/1")
    assert told["catatan"][0]["catatan"] == "Mohon dirujuk."
    assert "Selama" in _text(isi)


def test_what_cannot_come_back_gives_an_exit_code(isi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_document(DocumentOrder(isi, Path("kembali.docx"), page_numbers=False), lambda text: None)
    paper = Paper(Path("kembali.docx"))
    paper.replace(paper.p("Tahun Anggaran"), "2021", "2022")
    paper.save()
    assert cli.main(["serap", "kembali.docx", str(isi), "--ya"]) == 1
    said = capsys.readouterr().out
    assert "! bentrok  1.1, paragraf" in said


def test_no_document_of_ours(isi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("surat.docx").write_bytes(b"bukan")
    assert cli.main(["serap", "surat.docx", str(isi)]) == 1
    said = capsys.readouterr().err
    assert "RJ060" in said
    assert "Traceback" not in said


def test_a_file_written_while_we_asked_is_not_written_over(
    isi: Path, returned: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def somebody_writes(*_: object, **__: object) -> bool:
        path = isi / "bab-1.json"
        path.write_text(path.read_text("utf-8").replace("tahun berjalan", "tahun yang berjalan"), "utf-8")
        return True

    monkeypatch.setattr("click.confirm", somebody_writes)
    assert cli.main(["serap", str(returned), str(isi)]) == 1
    assert "isi/bab-1.json: berkas ini diubah sementara menunggu jawaban" in capsys.readouterr().err
    assert "tahun yang berjalan" in _text(isi)
    assert "Sepanjang" not in _text(isi)
