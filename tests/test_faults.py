"""What the machine does to a run: killed, full, locked, without LibreOffice, with files that go while they are read."""

from __future__ import annotations

import errno
import gc
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from renjadoc import cli, opening, save
from renjadoc.edits import changeset
from renjadoc.edits.stamps import stamp_folder
from renjadoc.problem import ProblemsFound, say_refusal
from renjadoc.word.layout import pages
from renjadoc.word.packages import package
from tests.alone import run_alone
from tests.conftest import ROOT
from tests.word import lint
from tests.word.test_document import made

BASE = ROOT / "tests" / "contoh" / "dasar"
Edit = Callable[[str, Callable[[Any], Any]], None]


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small content folder `isi` in the working folder."""
    shutil.copytree(BASE, tmp_path / "isi")
    monkeypatch.chdir(tmp_path)
    return Path("isi")


def make(*more: str) -> int:
    return cli.main(["buat", "isi", "-o", "hasil.docx", *more])


def leftovers() -> list[str]:
    return [path.name for path in Path().rglob(".renjadoc-*")]


# Writing

OLD, NEW = b"lama" * 1000, b"baru" * 5000


def _write_and_die(target: Path, at: int) -> None:
    """In a process of its own: write, and be killed when the `at`-th line of it is about to run."""
    lines = 0

    def trace(frame: Any, event: str, _: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        if lines == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    save.write_file(target, NEW)
    os._exit(0)


def _kill_at_each_line(target: Path) -> None:
    gc.disable()  # What is thrown away now and then would run lines of its own.
    seen = []
    for at in range(1, 2000):
        target.write_bytes(OLD)
        child = os.fork()
        if child == 0:
            _write_and_die(target, at)
        _, status = os.waitpid(child, 0)
        found = target.read_bytes()
        assert found in {OLD, NEW}, f"a half file after {at} lines"
        seen.append(found)
        if not os.WIFSIGNALED(status):
            break
    assert len(seen) > 50
    assert seen.index(NEW) > 20
    assert all(found == NEW for found in seen[seen.index(NEW) :])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="tidak ada fork")
def test_killed_at_any_line_of_writing_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    run_alone(_kill_at_each_line, tmp_path / "hasil.docx")


def test_a_killed_command_leaves_the_old_document_or_the_new_one(small: Path) -> None:
    assert make("--tanpa-halaman") == 0
    old = Path("hasil.docx").read_bytes()
    shutil.copy(ROOT / "tests" / "contoh" / "provinsi" / "bab-4.json", "isi/bab-5.json")
    command = [sys.executable, "-m", "renjadoc", "buat", "isi", "-o", "hasil.docx", "--tanpa-halaman"]
    subprocess.run([*command[:-2], "baru.docx", "--tanpa-halaman"], check=True, capture_output=True)
    new = Path("baru.docx").read_bytes()
    assert new != old
    for wait in (0.0, 0.3, 0.6, 0.9):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.kill()
        process.wait()
        assert Path("hasil.docx").read_bytes() in {old, new}


@pytest.mark.parametrize("what", ["fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
def test_a_disk_that_fails_is_a_problem_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, number: int
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "hasil.docx"
    target.write_bytes(OLD)
    monkeypatch.setattr(os, what, fail)
    with pytest.raises(ProblemsFound) as caught:
        save.write_file(target, NEW)
    (problem,) = caught.value.problems
    assert say_refusal(OSError(number, "")) in problem.message
    assert os.strerror(number) not in problem.message, "the machine's words are English"
    assert target.read_bytes() == OLD
    assert os.listdir(tmp_path) == ["hasil.docx"]


def test_a_full_disk_at_the_command_line(small: Path) -> None:
    Path("hasil.docx").write_bytes(OLD)
    command = [sys.executable, "-m", "renjadoc", "buat", "isi", "-o", "hasil.docx", "--tanpa-halaman", "--timpa"]
    limit = 16 * 1024
    done = subprocess.run(
        command,
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert ": berkas tidak dapat ditulis" in done.stderr
    assert Path("hasil.docx").read_bytes() == OLD
    assert leftovers() == []


def test_no_right_to_write_and_open_elsewhere_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    def said(target: Path) -> str:
        with pytest.raises(ProblemsFound) as caught:
            save.write_file(target, NEW)
        return caught.value.problems[0].message

    monkeypatch.setattr(os, "replace", refuse)
    (tmp_path / "terbuka.docx").write_bytes(OLD)
    assert said(tmp_path / "terbuka.docx") == "berkas sedang terbuka di Word atau terkunci"
    monkeypatch.setattr(save.tempfile, "NamedTemporaryFile", refuse)
    assert said(tmp_path / "baru.docx") == "berkas tidak dapat ditulis (tidak diizinkan)"


# LibreOffice


@pytest.fixture
def fake_office(small: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a script in the place of LibreOffice."""

    def put(script: str) -> None:
        path = Path("soffice-palsu").resolve()
        path.write_text(script, "utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("RENJADOC_SOFFICE", str(path))

    return put


@pytest.mark.parametrize(
    "script",
    [
        "#!/bin/sh\nexit 1\n",
        "#!/bin/sh\nkill -9 $$\n",
        "bukan program\n",
        "#!/tidak/ada\n",
        '#!/bin/sh\nfor last; do :; done\nprintf "%%PDF-1.7\\nterpotong" > "${last%docx}pdf"\n',
        '#!/bin/sh\nfor last; do :; done\n: > "${last%docx}pdf"\n',
    ],
    ids=["gagal", "mati", "bukan-program", "tanpa-penerjemah", "pdf-terpotong", "pdf-kosong"],
)
def test_a_broken_libreoffice_costs_only_the_page_numbers(
    fake_office: Callable[[str], None], capsys: pytest.CaptureFixture[str], script: str
) -> None:
    fake_office(script)
    assert make() == 0
    assert "nomor halaman dalam Daftar Isi dikosongkan" in capsys.readouterr().out
    assert package.is_untouched(Path("hasil.docx"))


def test_a_hanging_libreoffice_is_ended_with_all_it_started(
    fake_office: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_office('#!/bin/sh\nsleep 600 &\necho $! > "$(dirname "$0")/anak"\nwait\n')
    noted = Path("anak")
    # On a busy machine it may be ended before it has started anything.
    for seconds in (0.5, 5.0, 60.0):
        monkeypatch.setattr(pages, "TIMEOUT_SECONDS", seconds)
        assert make() == 0
        assert f"LibreOffice tidak selesai dalam {seconds} detik" in capsys.readouterr().out
        if noted.is_file() and noted.read_text():
            break
    child, until = int(noted.read_text()), time.monotonic() + 180
    while _lives(child):
        assert time.monotonic() < until, "it still runs"
        time.sleep(0.02)


def _lives(pid: int) -> bool:
    try:
        # A process that has ended and that nobody has asked about stays in the table as a zombie.
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


# Time


def test_a_clock_that_goes_back_overwrites_no_kept_copy(tmp_path: Path) -> None:
    now = datetime(2026, 1, 31, 15, 0, 0)
    kept = []
    for text in ("satu", "dua", "tiga"):
        (tmp_path / "bab-1.json").write_text(text, "utf-8")
        folder = changeset.write_files(tmp_path, {"bab-1.json": "baru"}, stamp_folder(tmp_path), now)
        assert folder is not None
        kept.append(folder)
    assert [(folder / "bab-1.json").read_text("utf-8") for folder in kept] == ["satu", "dua", "tiga"]


# Content that changes while it is read


@pytest.mark.parametrize("cut", [True, False], ids=["terpotong", "hilang"])
@pytest.mark.parametrize(
    "name", ["dokumen.json", "bab-3.json", "tabel/evaluasi.json", "regulasi/landasan-hukum.json", "renja.docx"]
)
def test_a_file_that_goes_between_being_seen_and_being_read(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, cut: bool
) -> None:
    shutil.copy(ROOT / "templates" / "renja.docx", "isi/renja.docx")
    real = opening.open_file

    def open_file(path: Path, *bounds: Any) -> BinaryIO:
        if path == Path("isi", name):
            data = path.read_bytes()
            path.write_bytes(data[: len(data) // 2]) if cut else path.unlink()
        return real(path, *bounds)

    monkeypatch.setattr(opening, "open_file", open_file)
    assert make("--tanpa-halaman") == 1
    assert f"isi/{name}" in capsys.readouterr().err
    assert not Path("hasil.docx").exists()


def test_a_picture_that_goes_after_it_was_looked_at(
    isi: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = opening.read_file

    def read_file(path: Path, *bounds: Any) -> bytes:
        if path.name == "logo.png":
            path.unlink()
        return real(path, *bounds)

    monkeypatch.setattr(opening, "read_file", read_file)
    assert make("--tanpa-halaman") == 1
    said = capsys.readouterr().err
    assert "logo.png: " in said
    assert "(RJ004)" in said
    assert "1 harus diperbaiki" in said


# Sizes and names


def test_a_paragraph_of_a_million_characters_is_printed_whole(isi: Path, edit: Edit) -> None:
    text = ("Kegiatan ini mendukung sasaran daerah dengan **cara** baru. " * 20_000)[:1_000_000] + " Selesai."
    edit("bab-4.json", lambda data: data["isi"].append(text))
    assert make("--tanpa-halaman") == 0
    printed = text.replace("*", "") in lint.text_of(package.unpack_file(Path("hasil.docx")))
    assert printed


def test_a_hundred_thousand_items_are_printed_each(isi: Path, edit: Edit) -> None:
    items = [f"Butir {number}" for number in range(100_000)]
    edit("bab-4.json", lambda data: data["isi"].append({"daftar": "1.", "butir": items}))
    printed = lint.text_of(made(isi)).split("\n")
    first = printed.index(items[0])
    # Compared as one truth: pytest would take minutes to show how two such lists differ.
    same = printed[first : first + len(items)] == items
    assert same


@pytest.mark.parametrize(
    "name", ["rencana kerja 2027", "خطة العمل", "計画書", "Renja & ‘Dinas’ #1 %20", "🏛", "a" * 240]
)
def test_names_in_any_script_with_blanks_and_long(small: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    small.rename(name)
    assert cli.main(["buat", name, "-o", f"{name}.docx", "--tanpa-halaman"]) == 0
    assert package.is_untouched(Path(f"{name}.docx"))
    assert cli.main(["massal", ".", "-o", "keluar", "--proses", "1", "--tanpa-halaman"]) == 0
    capsys.readouterr()


LONG = "a" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ["buat", LONG],
        ["buat", "isi", "-o", f"{LONG}.docx"],
        ["buat", "isi", "--templat", f"{LONG}.docx"],
        ["periksa", LONG],
        ["massal", LONG, "-o", "keluar"],
        ["massal", "isi", "-o", LONG, "--tanpa-halaman", "--proses", "1"],
        ["massal", "--daftar", LONG, "-o", "keluar"],
        ["baru", LONG],
        ["gulir", "isi", LONG],
        ["banding", "isi", "isi", "-o", f"{LONG}.docx"],
        ["serap", f"{LONG}.docx", "isi"],
    ],
    ids=lambda arguments: " ".join(arguments).replace(LONG, "…"),
)
def test_a_name_too_long_for_the_machine_is_a_problem(
    small: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert cli.main(arguments) == 1
    assert "kesalahan dalam renjadoc" not in capsys.readouterr().err


def test_a_template_named_too_long_in_the_content_is_a_problem(
    isi: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("dokumen.json", lambda data: data.update(templat=f"{LONG}.docx"))
    assert make() == 1
    assert "namanya terlalu panjang" in capsys.readouterr().err


# A torn installation

#: What is torn of a copy of the program, and how much of it is left.
TORN = {
    "modul perintah, setengah hasil terjemahan": ("commands/__pycache__/periksa", ".pyc"),
    "modul perintah, setengah naskah": ("commands/periksa", ".py"),
    "modul pertama": ("cli", ".py"),
}


@pytest.mark.parametrize("name", TORN)
def test_a_torn_program_is_told_as_a_fault_of_the_installation(tmp_path: Path, name: str) -> None:
    """A module that ends too early is no end of what somebody types, which would be “Dibatalkan.”."""
    stem, kind = TORN[name]
    shutil.copytree(ROOT / "renjadoc", tmp_path / "renjadoc", ignore=shutil.ignore_patterns("__pycache__"))
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = [sys.executable, "-m", "renjadoc", "periksa", "--help"]
    if kind == ".pyc":
        subprocess.run(run, env=environment, cwd=tmp_path, capture_output=True, check=True)
    [torn] = (tmp_path / "renjadoc").glob(f"{stem}*{kind}")
    data = torn.read_bytes()
    torn.write_bytes(data[: len(data) // 2] + b"(" * (kind == ".py"))
    done = subprocess.run(run, env=environment, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == cli.EXIT_BUG
    assert "Pemasangan renjadoc di komputer ini rusak" in done.stderr
    assert "Pasang ulang" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Dibatalkan" not in done.stderr
