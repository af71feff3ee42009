"""Several files are one change: killed, interrupted, full, two at once, through links; old or new, never half."""

from __future__ import annotations

import errno
import gc
import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from renjadoc import journal, save
from renjadoc.edits import changeset
from renjadoc.edits.history import list_actions, take_back
from renjadoc.edits.stamps import stamp_folder
from renjadoc.problem import ProblemsFound
from tests.alone import run_alone

NOW = datetime(2027, 1, 2, 12, 0, 0)
NAME = "2027-01-02_120000"
OLD = {"bab-1.json": "satu", "tabel/evaluasi.json": "dua", "tinjau.json": "tiga"}
NEW = {"bab-1.json": "SATU", "tabel/evaluasi.json": "DUA", "tinjau.json": None, "regulasi/baru.json": "EMPAT"}
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="tidak ada fork")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    fill(tmp_path / "isi")
    return tmp_path / "isi"


def fill(root: Path) -> None:
    for name, text in OLD.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def texts(root: Path) -> dict[str, str]:
    found = (path for path in root.rglob("*.json") if journal.BACKUPS not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in found}


def after() -> dict[str, str]:
    return {name: text for name, text in NEW.items() if text is not None}


def write(root: Path) -> Path | None:
    return changeset.write_files(root, NEW, stamp_folder(root), NOW, "serap telaah.docx")


def at_line(number: int, act: Callable[[], None]) -> Callable[[], int]:
    """Call `act` when the `number`-th line of ours is about to run; gives how many ran."""
    lines = 0

    def trace(frame: Any, event: str, _: Any) -> Any:
        nonlocal lines
        if "renjadoc" not in frame.f_code.co_filename or "site-packages" in frame.f_code.co_filename:
            return None
        lines += event == "line"
        if event == "line" and lines == number:
            act()
        return trace

    sys.settrace(trace)
    return lambda: lines


def test_all_files_are_written_and_can_be_taken_back(root: Path) -> None:
    assert write(root) == root / journal.BACKUPS / NAME
    assert texts(root) == after()
    take_back(root, NAME, NOW)
    assert texts(root) == OLD
    assert sorted(path.name for path in (root / journal.BACKUPS).iterdir() if path.is_dir()) == [NAME, f"{NAME}-2"]


def _kill_at_each_line(base: Path) -> None:
    gc.disable()  # What is thrown away now and then would run lines of its own.
    seen = []
    for number in range(1, 2000):
        root = base / str(number)
        fill(root)
        child = os.fork()
        if child == 0:
            at_line(number, lambda: os.kill(os.getpid(), signal.SIGKILL))
            write(root)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        journal.heal_folder(root)
        found = texts(root)
        assert found in (OLD, after()), f"half a change after {number} lines"
        actions = list_actions(root)
        assert [action.name for action in actions] == ([NAME] if found == after() else []), number
        seen.append(found == after())
        if not os.WIFSIGNALED(status):
            break
    assert len(seen) > 150
    assert 30 < seen.index(True) < len(seen) - 30
    assert all(seen[seen.index(True) :])


@needs_fork
@pytest.mark.lambat
def test_killed_at_any_line_the_folder_is_old_or_new_when_it_is_opened_next(tmp_path: Path) -> None:
    run_alone(_kill_at_each_line, tmp_path)


@pytest.mark.lambat
def test_ctrl_c_at_any_line_leaves_the_folder_as_it_was_or_writes_all(tmp_path: Path) -> None:
    def press() -> None:
        raise KeyboardInterrupt

    undone = 0
    for number in range(1, 2000):
        root = tmp_path / str(number)
        fill(root)
        count = at_line(number, press)
        try:
            write(root)
        except KeyboardInterrupt:
            sys.settrace(None)
            journal.heal_folder(root)
            undone += texts(root) == OLD
        finally:
            sys.settrace(None)
        assert texts(root) in (OLD, after()), f"half a change after {number} lines"
        assert bool(list_actions(root)) == (texts(root) == after())
        if count() < number:
            break
    assert undone > 100


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4, 5])
def test_a_disk_that_fails_between_two_files_leaves_all_as_they_were(
    root: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    real, calls = os.replace, 0

    def fail(*names: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(*names)

    monkeypatch.setattr(save.os, "replace", fail)
    with pytest.raises(ProblemsFound, match="1 masalah"):
        write(root)
    assert texts(root) == OLD
    assert list_actions(root) == []
    monkeypatch.undo()
    assert write(root)
    assert texts(root) == after()


def die_half_way(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left when a writer dies behind its first file: nothing takes it back."""
    real, calls = save.write_file, 0

    def write_file(path: Path, data: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise KeyboardInterrupt
        real(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(save, "write_file", write_file)
        patch.setattr(journal, "_take_back", lambda *_: None)
        with pytest.raises(KeyboardInterrupt):
            write(root)
    assert texts(root) not in (OLD, after())


def test_what_somebody_edited_after_a_writer_died_stays_and_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    die_half_way(root, monkeypatch)
    (root / "tabel" / "evaluasi.json").write_text("disunting", "utf-8")
    with pytest.raises(ProblemsFound) as told:
        journal.heal_folder(root)
    (problem,) = told.value.problems
    assert problem.location.file == str(root / "tabel" / "evaluasi.json")
    assert "dibiarkan" in problem.message
    assert texts(root) == {**after(), "tabel/evaluasi.json": "disunting"}
    kept = Path(problem.hint.partition("Bandingkan dengan ")[2].partition(",")[0])
    assert (kept / "tabel" / "evaluasi.json").read_text("utf-8") == "DUA"
    journal.heal_folder(root)


def test_the_next_writer_carries_out_the_promise_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = stamp_folder(root)
    die_half_way(root, monkeypatch)
    with pytest.raises(ProblemsFound):
        changeset.write_files(root, {"tabel/evaluasi.json": "lain"}, read, NOW)
    assert texts(root) == after()


@pytest.mark.parametrize(
    "note",
    [
        "", "[]", "{", "[" * 100_000,
        '{"nama": "x", "berkas": {"../luar.json": "00"}, "lama": {}}',
        '{"nama": "../../x", "berkas": {"bab-1.json": "00"}, "lama": {}}',
        '{"nama": "x", "berkas": {"/luar.json": "00"}, "lama": {}}',
        '{"nama": "x", "berkas": {".cadangan/x.json": "00"}, "lama": {}}',
        '{"nama": "x", "berkas": {"program.exe": "00"}, "lama": {}}',
        '{"nama": "", "berkas": {}, "lama": {}}',
    ],
)  # fmt: skip
def test_a_promise_that_came_with_the_folder_writes_nothing_elsewhere(root: Path, note: str) -> None:
    place = root / journal.BACKUPS / ".tulis"
    place.mkdir(parents=True)
    (place / journal.NOTE).write_text(note, "utf-8")
    with pytest.raises(ProblemsFound, match="1 masalah"):
        journal.heal_folder(root)
    assert texts(root) == OLD
    assert [path.name for path in root.parent.iterdir()] == ["isi"]


# Links


@pytest.mark.parametrize("linked", ["tabel", "regulasi", journal.BACKUPS])
def test_nothing_is_written_through_a_link_that_leads_out(root: Path, linked: str) -> None:
    outside = root.parent / "luar"
    outside.mkdir()
    if (root / linked).exists():
        (root / linked).rename(outside / linked)
    (root / linked).symlink_to(outside / linked if (outside / linked).exists() else outside)
    before = sorted((path, path.is_file() and path.read_text("utf-8")) for path in outside.rglob("*"))
    with pytest.raises(ProblemsFound) as refused:
        write(root)
    assert "luar" in refused.value.problems[0].message
    assert sorted((path, path.is_file() and path.read_text("utf-8")) for path in outside.rglob("*")) == before
    assert (root / "bab-1.json").read_text("utf-8") == "satu"


def test_a_lock_that_is_a_link_empties_no_file(root: Path) -> None:
    (root / journal.BACKUPS).mkdir()
    (root / journal.BACKUPS / ".kunci").symlink_to(root / "bab-1.json")
    with pytest.raises(ProblemsFound):
        write(root)
    assert texts(root) == OLD


# Two at once


def _race(root: Path, text: str, ready: Any, done: Any) -> None:
    read = stamp_folder(root)
    ready.wait()
    try:
        changeset.write_files(root, {"bab-1.json": text, "tabel/evaluasi.json": text}, read, NOW)
        done.put(text)
    except ProblemsFound as error:
        done.put(error.problems[0].message)


def _write_two_at_once(base: Path) -> None:
    forking = multiprocessing.get_context("fork")
    for number in range(30):
        root = base / str(number)
        fill(root)
        ready, done = forking.Barrier(2), forking.Queue()
        pair = [forking.Process(target=_race, args=(root, text, ready, done)) for text in ("KIRI", "KANAN")]
        for process in pair:
            process.start()
        said = [done.get(timeout=30) for _ in pair]
        for process in pair:
            process.join()
        (won,) = [one for one in said if one in {"KIRI", "KANAN"}]
        assert "berkas ini diubah sementara menunggu jawaban" in said
        assert texts(root) == {**OLD, "bab-1.json": won, "tabel/evaluasi.json": won}
        assert len(list_actions(root)) == 1


@needs_fork
@pytest.mark.lambat
def test_of_two_at_once_one_writes_and_the_other_is_told(tmp_path: Path) -> None:
    run_alone(_write_two_at_once, tmp_path)


def _kill_who_holds_the_lock(root: Path) -> None:
    journal.WAIT_SECONDS = 0.3
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        with journal.lock_folder(root):
            os.write(theirs, b"x")
            signal.pause()
    os.read(ours, 1)
    with pytest.raises(ProblemsFound) as waiting:
        write(root)
    assert "sedang ditulis oleh perintah lain" in waiting.value.problems[0].message
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert write(root)


@needs_fork
def test_the_lock_dies_with_its_process(root: Path) -> None:
    run_alone(_kill_who_holds_the_lock, root)


def test_the_note_of_a_kept_change_says_what_stood_there(root: Path) -> None:
    kept = write(root)
    assert kept is not None
    note = json.loads((kept / journal.NOTE).read_text("utf-8"))
    assert note["lama"] == {name: journal.digest(text.encode()) for name, text in OLD.items()}
    assert {name: (kept / name).read_text("utf-8") for name in OLD} == OLD
