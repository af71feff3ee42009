"""`renjadoc massal` as a user calls it: what is made, skipped, kept, reported, and how it goes on after an end."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.util import _run_finalizers  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from renjadoc import cli, pipeline
from renjadoc.batch import memory, office
from renjadoc.batch.office import Status, Task, make_office
from renjadoc.word.layout import pages
from renjadoc.word.packages import package
from tests.conftest import ROOT, needs_office

BASE = ROOT / "tests" / "contoh" / "dasar"


def lay(root: Path, *places: str, base: Path = BASE) -> None:
    for place in places:
        shutil.copytree(base, root / place)


def name_office(folder: Path, name: str) -> None:
    path = folder / "dokumen.json"
    data = json.loads(path.read_text("utf-8"))
    data["perangkat_daerah"]["nama"] = name
    path.write_text(json.dumps(data), "utf-8")


def task(folder: Path, **how: Any) -> Task:
    how = {"page_numbers": False, **how}
    return Task(folder, folder.name, folder.parent / "keluar" / f"Renja-{folder.name}.docx", **how)


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = cli.main(["massal", *arguments, "--tanpa-halaman", "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_run_makes_all_but_the_bad_one_and_the_next_only_what_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd/dinkes", "opd/dinkop", "opd/satpol")
    Path("opd/dinkop/bab-4.json").write_text("{", "utf-8")
    code, made = run("opd", "-o", "keluar", "--proses", "2", capsys=capsys)
    assert code == 1
    assert made["ringkasan"] | {"detik": 0} == {
        "dibuat": 2, "tidak berubah": 0, "gagal": 1, "dengan temuan": 0, "detik": 0
    }  # fmt: skip
    bad = made["perangkat_daerah"][1]
    assert bad["folder"] == "dinkop"
    assert [problem["kode"] for problem in bad["masalah"]] == ["RJ001"]
    assert bad["masalah"][0]["berkas"] == "opd/dinkop/bab-4.json"
    documents = sorted(path.name for path in Path("keluar").glob("*.docx"))
    assert documents == ["Renja-dinkes.docx", "Renja-satpol.docx"]
    pipeline.make_document(pipeline.DocumentOrder(Path("opd/dinkes"), Path("sendiri.docx"), page_numbers=False))
    assert Path("sendiri.docx").read_bytes() == Path("keluar/Renja-dinkes.docx").read_bytes()

    shutil.copy(BASE / "bab-4.json", "opd/dinkop/bab-4.json")
    name_office(Path("opd/satpol"), "Satuan Polisi Pamong Praja")
    code, again = run("opd", "-o", "keluar", "--proses", "2", capsys=capsys)
    assert code == 0
    assert [one["status"] for one in again["perangkat_daerah"]] == ["tidak berubah", "dibuat", "dibuat"]
    assert again["perangkat_daerah"][2]["nama"] == "Satuan Polisi Pamong Praja"


def test_the_report_is_readable_and_excel_holds_every_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd/dinkes", "opd/dinkop")
    name_office(Path("opd/dinkes"), "Dinas Kesehatan")
    Path("opd/dinkop/bab-3.json").unlink()
    assert cli.main(["massal", "opd", "-o", "keluar", "--tanpa-halaman", "--proses", "1"]) == 1
    said = capsys.readouterr()
    assert "dibuat  Dinas Kesehatan " in said.out
    assert "opd/dinkop/dokumen.json:" in said.out
    assert ": berkas bab-3.json belum ada (RJ004)" in said.out
    assert "\n2 perangkat daerah: 1 dibuat, 0 tidak berubah (0 dengan temuan), 1 gagal; " in said.out
    assert said.out.endswith(f"Ringkasan: {Path('keluar/Ringkasan.xlsx').absolute()}\n")
    assert "[1/2] " in said.err
    assert ", sisa kira-kira " in said.err
    book = load_workbook("keluar/Ringkasan.xlsx")
    assert book.sheetnames == ["Perangkat daerah", "Galat", "Temuan per aturan"]
    rows = [[cell.value for cell in row] for row in book["Perangkat daerah"].iter_rows()]
    assert [row[:4] for row in rows[1:]] == [
        ["dinkes", "Dinas Kesehatan", 2027, "dibuat"],
        ["dinkop", "Dinas Koperasi dan Usaha Mikro", 2027, "gagal"],
    ]
    assert "berkas bab-3.json belum ada" in [cell.value for cell in book["Galat"]["G"]]


def test_a_summary_that_somebody_wrote_into_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd/dinkes")
    arguments = ["massal", "opd", "-o", "keluar", "--tanpa-halaman", "--proses", "1"]
    assert cli.main(arguments) == 0
    assert cli.main(arguments) == 0
    assert [path.name for path in Path("keluar").glob("*.xlsx")] == ["Ringkasan.xlsx"]
    book = load_workbook("keluar/Ringkasan.xlsx")
    book.active["L1"] = "sudah ditelepon"
    book.save("keluar/Ringkasan.xlsx")
    kept = Path("keluar/Ringkasan.xlsx").read_bytes()
    assert cli.main(arguments) == 0
    assert capsys.readouterr().out.endswith(f"Ringkasan: {Path('keluar/Ringkasan (2).xlsx').absolute()}\n")
    assert Path("keluar/Ringkasan.xlsx").read_bytes() == kept


def test_a_summary_that_cannot_be_written_is_told_and_ends_the_run_as_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd/dinkes")
    Path("keluar").mkdir()
    Path("keluar/.~lock.Ringkasan.xlsx#").touch()
    assert cli.main(["massal", "opd", "-o", "keluar", "--tanpa-halaman", "--proses", "1"]) == 1
    said = capsys.readouterr().out
    assert "1 perangkat daerah: 1 dibuat" in said
    assert "\nRingkasan tidak ditulis: keluar/Ringkasan.xlsx: berkas sedang terbuka" in said
    assert Path("keluar/Renja-dinkes.docx").is_file()
    assert not Path("keluar/Ringkasan.xlsx").exists()


def test_a_summary_goes_beside_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "Ringkasan.xlsx").mkdir()
    assert memory.write_report(tmp_path / "Ringkasan.xlsx", b"isi") == tmp_path / "Ringkasan (2).xlsx"
    assert (tmp_path / "Ringkasan (2).xlsx").read_bytes() == b"isi"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "keluar"], "sebut FOLDER"),
        (["opd"], "'-o'"),
        (["opd", "-o", "keluar", "--proses", "0"], "'--proses'"),
        (["opd", "-o", "keluar", "--proses", "2", "--klaster", "tcp://x:1"], "pilih salah satu"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["massal", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_cluster_without_its_library_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd/dinkes")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert cli.main(["massal", "opd", "-o", "keluar", "--klaster", "tcp://127.0.0.1:1"]) == 1
    assert "pip install 'renjadoc[klaster]'" in capsys.readouterr().err


# One office


def change(folder: Path) -> None:
    name_office(folder, "Dinas Lain")


def add_file(folder: Path) -> None:
    (folder / "kamus.txt").write_text("kata\n", "utf-8")


def move_text(folder: Path) -> None:
    (folder / "kerangka").mkdir()
    (folder / "bab-5.json").rename(folder / "kerangka" / "bab-5.json")


def change_template(folder: Path) -> None:
    shutil.copy(ROOT / "templates" / "renja.docx", folder / "renja.docx")


@pytest.mark.parametrize("how", [change, add_file, move_text, change_template])
def test_every_change_of_what_is_read_changes_the_key(tmp_path: Path, how: Callable[[Path], None]) -> None:
    lay(tmp_path, "opd")
    before = memory.hash_sources(tmp_path / "opd", None, page_numbers=True)
    assert memory.hash_sources(tmp_path / "opd", None, page_numbers=True) == before
    how(tmp_path / "opd")
    assert memory.hash_sources(tmp_path / "opd", None, page_numbers=True) != before


def test_template_wish_and_version_change_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "opd")
    other = tmp_path / "lain.docx"
    other.write_bytes(b"x")
    keys = {memory.hash_sources(tmp_path / "opd", None, page_numbers=wanted) for wanted in (True, False)}
    keys.add(memory.hash_sources(tmp_path / "opd", other, page_numbers=True))
    monkeypatch.setattr(memory, "__version__", "99")
    keys.add(memory.hash_sources(tmp_path / "opd", None, page_numbers=True))
    assert len(keys) == 4


def test_locks_and_hidden_files_are_no_change(tmp_path: Path) -> None:
    lay(tmp_path, "opd")
    before = memory.hash_sources(tmp_path / "opd", None, page_numbers=True)
    (tmp_path / "opd" / "~$renja.docx").touch()
    (tmp_path / "opd" / ".git").mkdir()
    (tmp_path / "opd" / ".git" / "index").touch()
    assert memory.hash_sources(tmp_path / "opd", None, page_numbers=True) == before


def test_an_edited_document_is_kept_until_it_is_to_be_replaced(tmp_path: Path) -> None:
    lay(tmp_path, "opd")
    wanted = task(tmp_path / "opd")
    assert make_office(wanted).status == Status.MADE
    document = Document(str(wanted.output))
    document.paragraphs[0].add_run("suntingan")
    document.save(str(wanted.output))
    edited = wanted.output.read_bytes()
    unchanged = make_office(wanted)
    assert (unchanged.status, unchanged.catatan) == (
        Status.UNCHANGED,
        ["hasilnya sudah disunting orang dan dibiarkan"],
    )
    name_office(wanted.folder, "Dinas Lain")
    refused = make_office(wanted)
    assert [problem["kode"] for problem in refused.masalah] == ["RJ050"]
    assert wanted.output.read_bytes() == edited
    assert make_office(task(wanted.folder, overwrite=True)).status == Status.MADE
    assert package.is_untouched(wanted.output)


def test_a_lost_document_or_a_spoilt_memory_means_making_again(tmp_path: Path) -> None:
    lay(tmp_path, "opd")
    wanted = task(tmp_path / "opd")
    kept = tmp_path / "keluar" / ".renjadoc" / "Renja-opd.docx.json"
    make_office(wanted)
    wanted.output.unlink()
    assert make_office(wanted).status == Status.MADE
    for spoilt in (b"", b"{", b"[]", b'{"key": 1}', kept.read_bytes()[:-20], b"\xff\xfe", b"[" * 100_000):
        kept.write_bytes(spoilt)
        assert make_office(wanted).status == Status.MADE
        assert make_office(wanted).status == Status.UNCHANGED


def test_content_that_changes_while_it_is_read_is_made_again_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, "opd")
    wanted = task(tmp_path / "opd")
    real = pipeline.make_document

    def meanwhile(order: pipeline.DocumentOrder, **how: Any) -> pipeline.MadeFiles:
        made = real(order, **how)
        name_office(order.content, "Dinas Lain")
        return made

    monkeypatch.setattr(pipeline, "make_document", meanwhile)
    assert make_office(wanted).catatan == ["isi berubah selagi dibaca; jalankan lagi"]
    monkeypatch.setattr(pipeline, "make_document", real)
    assert make_office(wanted).status == Status.MADE


def test_a_fault_of_ours_is_written_down_and_is_the_outcome_of_one_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("rusak")

    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd")
    monkeypatch.setattr(pipeline, "make_document", broken)
    outcome = make_office(task(tmp_path / "opd"))
    assert outcome.status == Status.FAILED
    assert "Catatannya ada di" in outcome.masalah[0]["pesan"]
    assert len(list(tmp_path.glob("renjadoc-galat-*.log"))) == 1


def test_errors_carried_to_the_summary_are_bounded_and_all_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "MAX_PROBLEMS", 2)
    lay(tmp_path, "opd")
    text = json.dumps({"judul": "x", "isi": ["{{ a }}", "{{ b }}", "{{ c }}", "{{ d }}"]})
    (tmp_path / "opd" / "bab-5.json").write_text(text, "utf-8")
    outcome = make_office(task(tmp_path / "opd"))
    assert outcome.galat >= 4
    assert len(outcome.masalah) == 2


@needs_office
def test_a_document_without_its_page_numbers_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "opd")
    monkeypatch.setenv("RENJADOC_SOFFICE", "tidak-ada-program-ini")
    assert make_office(task(tmp_path / "opd", page_numbers=True)).halaman is None
    monkeypatch.delenv("RENJADOC_SOFFICE")
    with_pages = make_office(task(tmp_path / "opd", page_numbers=True))
    assert (with_pages.status, (with_pages.halaman or 0) > 5) == (Status.MADE, True)
    assert make_office(task(tmp_path / "opd", page_numbers=True)).status == Status.UNCHANGED


@needs_office
def test_one_libreoffice_serves_a_worker_for_its_whole_life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    begin = pages._start_process
    monkeypatch.setattr(pages, "_start_process", lambda *how: begun.append(begin(*how)) or begun[-1])
    monkeypatch.setattr(office, "_mine", threading.local())
    for name in ("satu", "dua"):
        lay(tmp_path, name)
        name_office(tmp_path / name, f"Dinas {name}")
        assert make_office(task(tmp_path / name, page_numbers=True)).halaman
    (process,) = begun
    assert process.poll() is None
    # What a worker does when it ends.
    _run_finalizers(1)
    assert process.poll() is not None


def wait_for_made(folder: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    """Waits until a run has made so many documents; an AssertionError where it ended before."""
    while len(list((folder / "keluar" / ".renjadoc").glob("Renja-*"))) < count:
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)


def test_a_killed_run_goes_on_where_it_stood_and_leaves_no_process(tmp_path: Path) -> None:
    names = [f"opd/{number:02}" for number in range(16)]
    lay(tmp_path, *names)
    command = [sys.executable, "-m", "renjadoc", "massal", "opd", "-o", "keluar", "--tanpa-halaman", "--proses", "1"]
    kept = tmp_path / "keluar" / ".renjadoc"
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    wait_for_made(tmp_path, 3, process)
    process.kill()
    process.wait()
    # Its workers hold the error stream: it ends when the last of them has gone.
    assert process.stderr is not None
    process.stderr.read()
    finished = len(list(kept.glob("Renja-*")))
    assert all(package.is_untouched(path) for path in (tmp_path / "keluar").glob("*.docx"))
    done = subprocess.run([*command, "--format", "json"], cwd=tmp_path, capture_output=True, check=True)
    counts = json.loads(done.stdout)["ringkasan"]
    assert counts["tidak berubah"] == finished
    assert counts["dibuat"] == len(names) - finished


def test_ctrl_c_is_quiet_and_the_run_can_go_on(tmp_path: Path) -> None:
    lay(tmp_path, *[f"opd/{number:02}" for number in range(16)])
    command = [sys.executable, "-m", "renjadoc", "massal", "opd", "-o", "keluar", "--tanpa-halaman", "--proses", "1"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    wait_for_made(tmp_path, 1, process)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 1
    assert said.decode().endswith("Dibatalkan.\n")
    assert "Traceback" not in said.decode()


def test_two_runs_into_one_folder_at_once(tmp_path: Path) -> None:
    lay(tmp_path, *[f"opd/{number}" for number in range(6)])
    command = [sys.executable, "-m", "renjadoc", "massal", "opd", "-o", "keluar", "--tanpa-halaman", "--proses", "1"]
    both = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    assert [(process.communicate(), process.returncode)[1] for process in both] == [0, 0]
    made = list((tmp_path / "keluar").glob("*.docx"))
    assert len(made) == 6
    assert all(package.is_untouched(path) for path in made)
    assert not list((tmp_path / "keluar").rglob(".renjadoc-*"))
