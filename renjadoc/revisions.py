"""A folder as it was at a git revision, by a library that starts no program, reads no settings and has no network."""

from __future__ import annotations

import itertools
import os
import re
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dulwich.object_store import DiskObjectStore
from dulwich.objects import Blob, Commit, ObjectID, RawObjectID, Tree, hex_to_sha
from dulwich.objectspec import AmbiguousShortId, parse_commit
from dulwich.pack import Pack
from dulwich.refs import DiskRefsContainer, Ref, check_ref_format
from dulwich.repo import BaseRepo

#: Of one object, as it is unpacked: larger than any picture that may be placed.
MAX_OBJECT = 32 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
#: Of all that is unpacked on the way: one large text may lie below many small ones that say how they differ from it.
MAX_WORK = 2 * 1024 * 1024 * 1024
MAX_FILES = 10_000
MAX_DEPTH = 8
MAX_STEPS = 100_000
#: What may lie below .git; git itself packs loose objects long before.
MAX_ENTRIES = 200_000
MAX_PACKED_REFS = 64 * 1024 * 1024
#: A content folder is read from nothing else.
_SUFFIXES = (".json", ".txt", ".png", ".jpg", ".jpeg")
_STEPS = re.compile(r"(.+?)((?:[~^]\d*)*)")
_BAD_NAME = re.compile(r'[\x00-\x1f\\/:*?"<>|]|^\.{0,2}$|[ .]$')
_JUNCTION = 0xA0000003
_MISSING = "tidak ada dalam riwayat git di komputer ini (mungkin belum diunduh)"


class RevisionError(Exception):
    """Why a revision cannot be read, in Indonesian; `path` is the file of the revision that is meant, if one is."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.path = path


def unpack_revision(content: Path, revision: str, root: Path) -> None:
    """Write what the content folder held at `revision` into `root`, a folder that does not exist yet.

    `revision` is what git calls a commit: HEAD, a branch, a tag, a hash, short or full, with steps back such as ~2.
    Raises RevisionError.
    """
    with open_history(content) as (history, parts):
        _write_files(history, find_folder(history, find_commit(history, revision), parts), root)


@contextmanager
def open_history(content: Path) -> Iterator[tuple[History, tuple[str, ...]]]:
    """The history that a content folder is kept in, and its place there. Raises RevisionError, also for what is done.

    Whatever the library stumbles over in a history that somebody spoilt is no fault of ours.
    """
    try:
        content = content.resolve()
        top, private = _find_repository(content)
        history = History(private, _find_common(private))
        try:
            yield history, content.relative_to(top).parts
        finally:
            history.object_store.close()
    except RevisionError:
        raise
    except Exception as error:
        raise RevisionError("riwayat git folder ini rusak atau bentuknya tidak dikenal") from error


# The repository


class _Refs(DiskRefsContainer):
    """Names of commits; no name leads to another file than that of a ref."""

    def read_loose_ref(self, name: Ref) -> bytes | None:
        known = name == b"HEAD" or (name.startswith(b"refs/") and check_ref_format(name))
        return super().read_loose_ref(name) if known else None


class _Objects(DiskObjectStore):
    """Objects of this repository alone, none borrowed, none larger than is allowed, and not too many of them."""

    _work = 0

    def get_raw(self, name: RawObjectID | ObjectID) -> tuple[int, bytes]:
        sha = hex_to_sha(ObjectID(name)) if len(name) == 40 else RawObjectID(name)
        for pack in self.packs:
            if sha in pack:
                self._count_work(_refuse_large_object(pack, sha))
                return pack.get_raw(sha)
        try:
            loose = self._get_loose_object(ObjectID(sha.hex().encode()))
        except zlib.error as error:
            raise RevisionError(f"objek {sha.hex()[:8]} rusak atau lebih dari {MAX_OBJECT >> 20} MB") from error
        if loose is None:
            raise RevisionError(f"objek {sha.hex()[:8]} {_MISSING}")
        text = loose.as_raw_string()
        self._count_work(len(text))
        return loose.type_num, text

    def _count_work(self, size: int) -> None:
        self._work += size
        if self._work > MAX_WORK:
            raise RevisionError(f"untuk membacanya lebih dari {MAX_WORK >> 30} GB riwayat git harus diurai")


class History(BaseRepo):
    """A repository whose settings nobody has read: `private` is of this working tree, `common` of all of them."""

    object_store: _Objects

    def __init__(self, private: Path, common: Path) -> None:
        _refuse_links([common / "objects", common / "refs", common / "packed-refs", private / "HEAD", private / "refs"])
        borrowed = [name for name in ("alternates", "http-alternates") if (common / "objects" / "info" / name).exists()]
        if borrowed:
            raise RevisionError(f"riwayat git folder ini meminjam dari folder lain (objects/info/{borrowed[0]})")
        objects = _Objects(common / "objects", loose_object_size_limit=MAX_OBJECT)
        super().__init__(objects, _Refs(common, private))


def _find_repository(content: Path) -> tuple[Path, Path]:
    """The folder that is kept in git, and where git keeps what belongs to that working tree."""
    for top in (content, *content.parents):
        private = top / ".git"
        try:
            mode = private.lstat().st_mode
        except OSError:
            continue
        if stat.S_ISLNK(mode):
            raise RevisionError("riwayat git folder ini adalah tautan ke tempat lain", ".git")
        if stat.S_ISREG(mode):
            return top, _follow_file(private)
        if stat.S_ISDIR(mode) and os.path.lexists(private / "HEAD"):
            return top, private
    raise RevisionError("bukan folder isi, bukan berkas .docx, dan folder ini tidak disimpan dengan git")


def _follow_file(file: Path) -> Path:
    """The folder that a .git file names, if it lies in a repository above, or names the file in its turn (worktree)."""
    stated = _read_path(file).removeprefix("gitdir:").strip()
    private = _join_path(file.parent, stated)
    above = any(private.is_relative_to(parent / ".git") for parent in file.parent.parents)
    back = private / "gitdir"
    if not above and not (back.is_file() and _join_path(private, _read_path(back)) == file):
        raise RevisionError("riwayat git folder ini ada di tempat lain, yang tidak mengenalnya", ".git")
    return private


def _find_common(private: Path) -> Path:
    """Where a working tree's history lies: in its own folder, or, of a worktree, in the one that holds it."""
    file = private / "commondir"
    if not os.path.lexists(file):
        return private
    common = _join_path(private, _read_path(file))
    if common != private.parent.parent or private.parent.name != "worktrees":
        raise RevisionError("riwayat git folder ini ada di tempat lain, yang tidak mengenalnya", ".git/commondir")
    return common


def _read_path(file: Path) -> str:
    if not stat.S_ISREG(file.lstat().st_mode) or file.lstat().st_size > 4096:
        raise RevisionError("riwayat git folder ini rusak", f".git/{file.name}")
    return file.read_text("utf-8").strip()


def _join_path(folder: Path, stated: str) -> Path:
    # Resolving such a name would already send the user's name to whoever keeps that computer.
    if stated.replace("\\", "/").startswith("//"):
        raise RevisionError("riwayat git folder ini ada di komputer lain", ".git")
    return (folder / stated).resolve()


def _refuse_links(places: list[Path]) -> None:
    """Only plain files and folders are read: no link leads elsewhere, nothing waits for somebody to write."""
    counter = itertools.count(1)
    for path in itertools.chain(places, *(_list_below(place) for place in places)):
        try:
            status = path.lstat()
        except FileNotFoundError:
            continue
        plain = stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
        if not plain or getattr(status, "st_reparse_tag", 0) == _JUNCTION:
            raise RevisionError("riwayat git folder ini berisi tautan atau berkas khusus", f".git/{path.name}")
        if (path.name == "packed-refs" and status.st_size > MAX_PACKED_REFS) or next(counter) > MAX_ENTRIES:
            raise RevisionError("riwayat git folder ini terlalu besar")


def _list_below(place: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(place):
        yield from (Path(folder, name) for name in (*folders, *files))


# Sizes, before anything is unpacked


def _refuse_large_object(pack: Pack, sha: RawObjectID) -> int:
    """Follows what an object is packed as, the changes and what they change, by the sizes that these state.

    The bytes that are unpacked for it, all together.
    """
    changes = results = 0
    offset = pack.index.object_offset(sha)
    with Path(os.fspath(pack.data.path)).open("rb") as file:
        for _ in range(MAX_FILES):
            kind, size, at = _read_head(file, offset)
            changes += size
            if max(size, changes) > MAX_OBJECT:
                break
            if kind not in (6, 7):
                return changes + results
            if kind == 6:
                back, at = _read_back(file, at)
                base = offset - back
            else:
                file.seek(at)
                base = pack.index.object_offset(RawObjectID(file.read(20)))
                at += 20
            results += (result := _read_result_size(file, at))
            if result > MAX_OBJECT:
                break
            offset = base
    raise RevisionError(f"objek {sha.hex()[:8]} lebih dari {MAX_OBJECT >> 20} MB")


def _read_head(file: BinaryIO, offset: int) -> tuple[int, int, int]:
    """Kind and size of what is packed at `offset`, and where its text begins."""
    file.seek(offset)
    head = file.read(16)
    size, count = head[0] & 15, 1
    while head[count - 1] & 128:
        size |= (head[count] & 127) << (4 + 7 * (count - 1))
        count += 1
    return head[0] >> 4 & 7, size, offset + count


def _read_back(file: BinaryIO, at: int) -> tuple[int, int]:
    """How many bytes before a change lies what it changes, and where the change begins."""
    file.seek(at)
    head = file.read(16)
    back, count = head[0] & 127, 1
    while head[count - 1] & 128:
        back = ((back + 1) << 7) | (head[count] & 127)
        count += 1
    return back, at + count


def _read_result_size(file: BinaryIO, at: int) -> int:
    """How many bytes a change says that it makes: the second number of its text."""
    file.seek(at)
    head = zlib.decompressobj().decompress(file.read(256), 32)
    sizes = re.findall(rb"[\x80-\xff]*[\x00-\x7f]", head, re.DOTALL)
    return sum((byte & 127) << 7 * place for place, byte in enumerate(sizes[1]))


# The commit and its files


def find_commit(history: History, revision: str) -> Commit:
    """The commit that a name means. Raises RevisionError."""
    match = _STEPS.fullmatch(re.sub(r"^@(?=$|[~^])", "HEAD", revision))
    unknown = RevisionError("bukan folder isi, bukan berkas .docx, dan bukan versi git dari folder ini")
    if match is None or ":" in revision or "@{" in revision:
        raise unknown
    try:
        commit = parse_commit(history, os.fsencode(match[1]))
        for sign, number in re.findall(r"([~^])(\d*)", match[2]):
            commit = _step_back(history, commit, sign, min(int((number or "1")[:9]), MAX_STEPS))
    except AmbiguousShortId as error:
        raise RevisionError("lebih dari satu versi git berawalan itu; tulis lebih panjang") from error
    except (KeyError, ValueError, IndexError) as error:
        raise unknown from error
    return commit


def _step_back(history: History, commit: Commit, sign: str, number: int) -> Commit:
    parents = [0] * number if sign == "~" else [number - 1][:number]
    for parent in parents:
        commit = parse_commit(history, commit.parents[parent])
    return commit


def find_folder(history: History, commit: Commit, parts: tuple[str, ...]) -> Tree:
    """What a folder held at a commit. Raises RevisionError where it was not there."""
    tree = _read_tree(history, commit.tree)
    for part in parts:
        entry = next((entry for entry in tree.iteritems() if entry.path == os.fsencode(part)), None)
        if entry is None or entry.mode is None or not stat.S_ISDIR(entry.mode):
            raise RevisionError("folder ini belum ada pada versi itu")
        tree = _read_tree(history, entry.sha)
    return tree


def _read_tree(history: History, sha: ObjectID | None) -> Tree:
    tree = history.object_store[sha] if sha else None
    if not isinstance(tree, Tree):
        raise RevisionError("riwayat git folder ini rusak")
    return tree


def _write_files(history: History, tree: Tree, root: Path) -> None:
    unpacked = 0
    for path, sha in _list_files(history, tree, itertools.count(1)):
        blob = history.object_store[sha]
        if not isinstance(blob, Blob):
            raise RevisionError("bukan berkas", path)
        unpacked += len(blob.data)
        if unpacked > MAX_UNPACKED:
            raise RevisionError(f"isi folder pada versi itu lebih dari {MAX_UNPACKED >> 20} MB", path)
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(blob.data)


def _list_files(
    history: History, tree: Tree, counter: itertools.count[int], folder: str = "", depth: int = 1
) -> Iterator[tuple[str, ObjectID]]:
    """The files of a content folder, by their paths in it; refuses what cannot be one or is no file at all."""
    for entry in tree.iteritems():
        name, mode = (entry.path or b"").decode("utf-8", "replace"), entry.mode or 0
        path = f"{folder}{name}"
        if next(counter) > MAX_FILES:
            raise RevisionError(f"folder pada versi itu berisi lebih dari {MAX_FILES} berkas", path)
        if _BAD_NAME.search(name):
            raise RevisionError("nama berkas ini tidak dapat dipakai", path)
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or entry.sha is None:
            what = "tautan" if stat.S_ISLNK(mode) else "riwayat git lain (submodul)"
            raise RevisionError(f"adalah {what}, bukan berkas", path)
        if name.startswith("."):
            continue
        if stat.S_ISDIR(mode):
            if depth == MAX_DEPTH:
                raise RevisionError(f"folder bertumpuk lebih dari {MAX_DEPTH}", path)
            yield from _list_files(history, _read_tree(history, entry.sha), counter, f"{path}/", depth + 1)
        elif name.lower().endswith(_SUFFIXES):
            yield path, entry.sha
