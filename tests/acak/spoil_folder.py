"""Spoils a content folder as such: links, pipes, folders in place of files, names, what lies in .cadangan and .git."""

from __future__ import annotations

import contextlib
import json
import os
import random
import stat
from collections.abc import Callable
from pathlib import Path

from tests.acak import spoil

#: Bytes that a spoiler still reads.
_LARGEST = 16 << 20
_LINKS = [
    "..",
    ".",
    "/dev/zero",
    "/dev/null",
    "/etc/passwd",
    "/usr/share",
    "tidak-ada",
    "bab-1.json",
    "/proc/self/mem",
    "tabel",
]
NAMES = [
    "bab-99.json",
    "bab-0.json",
    "BAB-1.JSON",
    "x y é.json",
    "-.json",
    "bab-1 (1).json",
    "~$bab-1.json",
    "bab-1.json~",
    "e\u0301.json",
    "\udcff.json",
    "a\nb.json",
    "\x1b[31m.json",
    "CON.json",
    "bab-1.json.json",
    "kata-pengantar.json",
    "n" * 200 + ".json",
    "dokumen.JSON",
    ".json",
    "bab-٣.json",
    "galat RJ001: x.json",
]
_WORDS = [
    "kata # nama\n" * 3,
    "\ufeffkata",
    "\xff\xfe",
    "a" * 100_000,
    "kata\0\n",
    "# \n\n",
    "ber-\nmeN-",
    "1\n2\n%\n",
    "\u202e\n",
]
_NOTES = [
    "",
    "[]",
    "{",
    "[" * 5_000,
    '{"nama": "x", "berkas": {"../luar.json": "00"}, "lama": {}}',
    '{"nama": "../../x", "berkas": {"bab-1.json": "00"}, "lama": {}}',
    '{"nama": "x", "berkas": {"bab-1.json": ""}, "lama": {}}',
    '{"nama": 1, "berkas": [], "lama": null}',
    '{"perintah": {}, "berkas": {"bab-1.json": ""}, "baru": 5}',
    '{"perintah": "x", "berkas": {"bab-1.json": "00"}, "baru": ["bab-1.json"]}',
    '{"nama": "\\ud800", "berkas": {}, "lama": {}}',
]
_GIT = {
    "HEAD": ["ref: refs/heads/main", "ref: ../../../etc/passwd", "0" * 40, "", "x" * 9_000, "ref: HEAD"],
    "config": [
        "[core]\n\trepositoryformatversion = 99",
        "[core]\n\tfsmonitor = touch x",
        "[include]\npath=/etc/passwd",
        "[",
    ],
    "packed-refs": ["# pack-refs\n" + "0" * 40 + " refs/heads/main\n", "x" * 5_000, "\0"],
    "objects/info/alternates": ["/tmp", "../../..", "\n" * 5_000],
    "refs/heads/main": ["1" * 40, "ref: refs/heads/main", "z" * 40, ""],
    "commondir": ["/", ".."],
    "shallow": ["1" * 40, "x"],
}


def of_folder(root: Path, chance: random.Random) -> None:
    """One to four traps in the folder."""
    for _ in range(chance.choice([1, 1, 2, 4])):
        with contextlib.suppress(OSError, ValueError, UnicodeError):
            chance.choice(_TRAPS)(root, chance)


def pick_file(root: Path, chance: random.Random) -> Path:
    """One that may be read and written here: no link that leads out, no pipe, none that was grown."""
    files = sorted(path for path in root.rglob("*.*") if _is_own(path))
    return chance.choice(files) if files else root / "dokumen.json"


def _is_own(path: Path) -> bool:
    state = path.lstat()
    return stat.S_ISREG(state.st_mode) and state.st_size < _LARGEST


def _lay_down(path: Path, text: str) -> None:
    """Write a file anew: what stands there may be a pipe, and whoever writes into one waits for a reader."""
    if os.path.lexists(path):
        path.unlink()
    path.write_text(text, "utf-8")


def _link(root: Path, chance: random.Random) -> None:
    path = (
        pick_file(root, chance)
        if chance.random() < 0.6
        else root / chance.choice(["tabel", "regulasi", ".cadangan", "gambar", "lampiran"])
    )
    if path.exists():
        path.rename(path.with_name(f"{path.name}.dulu"))
    path.symlink_to(chance.choice([*_LINKS, f"{path.name}.dulu", path.name]))


def _pipe(root: Path, chance: random.Random) -> None:
    path = pick_file(root, chance)
    path.unlink()
    os.mkfifo(path)


def _other_kind(root: Path, chance: random.Random) -> None:
    path = pick_file(root, chance)
    path.unlink()
    path.mkdir()


def _rename(root: Path, chance: random.Random) -> None:
    path = pick_file(root, chance)
    path.rename(path.with_name(chance.choice(NAMES)))


def _exchange(root: Path, chance: random.Random) -> None:
    pick_file(root, chance).write_bytes(pick_file(root, chance).read_bytes())


def _close(root: Path, chance: random.Random) -> None:
    """No rights; whoever is root has them all the same."""
    pick_file(root, chance).chmod(chance.choice([0, 0o200, 0o444]))


def _empty(root: Path, chance: random.Random) -> None:
    pick_file(root, chance).write_bytes(chance.choice([b"", b"\0" * 5_000, b"\xff\xfe", b" ", b"null", b"[]", b"{}"]))


def _grow(root: Path, chance: random.Random) -> None:
    """Larger than its kind may be, without taking room."""
    with open(pick_file(root, chance), "r+b") as file:
        file.truncate(chance.choice([20 << 20, 70 << 20, 3 << 30]))


def _words(root: Path, chance: random.Random) -> None:
    _lay_down(root / "kamus.txt", chance.choice(_WORDS))


def _note(root: Path, chance: random.Random) -> None:
    place = root / ".cadangan" / chance.choice([".tulis", "2027-01-02_120000", "x", "2027-99-99_999999"])
    place.mkdir(parents=True)
    _lay_down(place / "catatan.json", chance.choice(_NOTES))


def _lock(root: Path, chance: random.Random) -> None:
    place = root / ".cadangan" / ".kunci"
    place.parent.mkdir(exist_ok=True)
    chance.choice([place.mkdir, place.touch, lambda: os.mkfifo(place), lambda: place.symlink_to("../bab-1.json")])()


def _git(root: Path, chance: random.Random) -> None:
    place = root / ".git"
    if chance.random() < 0.2:
        _lay_down(place, chance.choice(["gitdir: /etc", "gitdir: .git", "gitdir: " + "x" * 5_000, "gitdir:", "\0"]))
        return
    for name, texts in _GIT.items():
        if chance.random() < 0.7:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            _lay_down(place / name, chance.choice(texts))


def _carried(root: Path, chance: random.Random) -> None:
    entry = {"berkas": "bab-1.json", "letak": "/isi/99", "nilai": None, "alasan": "x", "baris": "y"}
    entry[chance.choice(list(entry))] = chance.choice(spoil.STRANGE)
    text = json.dumps({chance.choice(["tinjau", "catatan", "x"]): [entry] * chance.choice([1, 500])})
    _lay_down(root / chance.choice(["tinjau.json", "telaah.json"]), text)


def _deep(root: Path, chance: random.Random) -> None:
    place = root
    for number in range(chance.choice([3, 60])):
        place /= f"{number}"
    place.mkdir(parents=True)
    (place / "x.json").write_text("{}", "utf-8")


def _many(root: Path, chance: random.Random) -> None:
    for number in range(300):
        path = root / chance.choice(["", "tabel"]) / f"bab-{number}.json"
        _lay_down(path, '{"judul": "x"}')


_TRAPS: list[Callable[[Path, random.Random], None]] = [
    _link,
    _link,
    _pipe,
    _other_kind,
    _rename,
    _rename,
    _exchange,
    _close,
    _empty,
    _grow,
    _words,
    _note,
    _lock,
    _git,
    _carried,
    _deep,
    _many,
]
