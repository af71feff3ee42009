"""Finds the content folders of a run and gives every one a name for its document that no other has."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from renjadoc import opening
from renjadoc.problem import Location, Problem, ProblemsFound, say_refusal

ANY_CHAPTER = re.compile(r"bab-\d+\.json")
_UNSAFE = re.compile(r"[^\w.()-]+")
#: With `Renja-`, a mark and `.docx` far below the 255 bytes that file systems take, at four bytes a character.
_LONGEST = 50


@dataclass(frozen=True)
class OfficeFolder:
    """One content folder: its path, what it is called in reports (its place below the root), its document's name."""

    folder: Path
    label: str
    stem: str


def find_folders(root: Path, leave_out: Path) -> list[OfficeFolder]:
    """Every content folder below `root` (or itself), in the order of their paths; nothing in `leave_out` is looked at.

    A folder with chapters and without dokumen.json is found too: it is faulty, and passing it over would hide that.
    So is one that cannot be listed. Raises ProblemsFound when there is none.
    """
    if not root.is_dir():
        message = "ini sebuah berkas, bukan folder atau zip" if root.exists() else "folder tidak ditemukan"
        raise _refusal(root, message, "Periksa nama foldernya.")
    folders = list(_walk_folders(root, leave_out.resolve()))
    if not folders:
        hint = "Setiap perangkat daerah mempunyai folder sendiri dengan dokumen.json di dalamnya."
        hint += " Folder yang berupa tautan dilewati; sebut dengan --daftar." * bool(find_linked(root, leave_out))
        raise _refusal(root, "tidak ada folder isi di dalamnya", hint)
    return name_documents((folder, printable(folder.relative_to(root))) for folder in folders)


def has_content(root: Path, leave_out: Path) -> bool:
    """Whether any content folder lies below `root`."""
    return any(_walk_folders(root, leave_out.resolve()))


def find_empty(root: Path, leave_out: Path) -> list[str]:
    """The folders right below `root` in which no content folder lies, by name; not those of the system."""
    inside = (path for path in sorted(root.iterdir()) if path.is_dir() and not path.name.startswith("."))
    others = [path for path in inside if not path.is_symlink() and path.resolve() != leave_out.resolve()]
    if _is_content(root):
        return []
    return [printable(path.relative_to(root)) for path in others if not any(_walk_folders(path, leave_out.resolve()))]


def find_linked(root: Path, leave_out: Path) -> list[str]:
    """The links to folders below `root`, by name: none is followed, for they lead anywhere, also back to `root`."""
    passed = leave_out.resolve()
    links = (Path(path, name) for path, folders, _ in _walk_below(root, passed) for name in folders)
    return [printable(link.relative_to(root)) for link in links if link.is_symlink()]


def _is_content(folder: Path) -> bool:
    return (folder / "dokumen.json").exists() or any(ANY_CHAPTER.fullmatch(path.name) for path in folder.iterdir())


def read_list(file: Path, root: Path) -> list[OfficeFolder]:
    """The content folders that a text file names, one a line, relative to `root`; what follows # is a remark.

    Raises ProblemsFound when the list cannot be read or names none.
    """
    try:
        lines = opening.read_file(file).decode("utf-8-sig").splitlines()
    except OSError as error:
        message = f"daftar tidak dapat dibaca ({say_refusal(error)})"
        raise _refusal(file, message, "Periksa nama berkasnya.") from error
    except UnicodeDecodeError as error:
        hint = "Di Notepad: Simpan Sebagai, lalu pilih Pengodean UTF-8."
        raise _refusal(file, "berkas tidak disimpan sebagai UTF-8", hint, "RJ002") from error
    names = [name for line in lines if (name := re.sub(r"(^|\s)#.*", "", line).strip().rstrip("/\\"))]
    if not names:
        raise _refusal(file, "daftar ini kosong", "Tulis satu folder isi sebaris.")
    unique: dict[Path, str] = {}
    for name in names:
        unique.setdefault((root / name).resolve(), name)
    return name_documents((root / name, printable(Path(name))) for name in unique.values())


def _walk_folders(root: Path, leave_out: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    yield from (path for path, _, is_content in _walk_below(root, leave_out, closed.append) if is_content)
    yield from (Path(error.filename) for error in closed)


def _walk_below(
    root: Path, leave_out: Path, onerror: Callable[[OSError], None] | None = None
) -> Iterator[tuple[Path, list[str], bool]]:
    """Every folder that is looked at, the names of those in it (none in a content folder), whether it is content."""
    for path, folders, files in os.walk(root, onerror=onerror):
        is_content = "dokumen.json" in files or any(ANY_CHAPTER.fullmatch(name) for name in files)
        inside = [] if is_content else (name for name in sorted(folders) if not name.startswith("."))
        folders[:] = [name for name in inside if Path(path, name).resolve() != leave_out]
        yield Path(path), folders, is_content


def _refusal(path: Path, message: str, hint: str, code: str = "RJ004") -> ProblemsFound:
    return ProblemsFound([Problem(code, Location(path.as_posix()), message, hint)])


def printable(place: Path) -> str:
    """A path as it can be printed and stored: names of other encodings have characters that no file of text takes."""
    return unicodedata.normalize("NFC", place.as_posix()).encode("utf-8", "replace").decode()


def name_documents(folders: Iterable[tuple[Path, str]]) -> list[OfficeFolder]:
    """Names as Windows takes them; where two would be one there, both carry a mark of their place."""
    places = [(folder, label, _safe_name(folder, label)) for folder, label in folders]
    times = Counter(name.casefold() for _, _, name in places)
    return [
        OfficeFolder(folder, label, f"Renja-{name}{_hash_mark(label) if times[name.casefold()] > 1 else ''}")
        for folder, label, name in places
    ]


def _safe_name(folder: Path, label: str) -> str:
    whole = "-".join(part for part in Path(label).parts if part not in {".", "..", Path(label).anchor})
    safe = _UNSAFE.sub("-", whole or folder.resolve().name).strip("-. ")
    return safe if len(safe) <= _LONGEST else safe[:_LONGEST].rstrip("-. ") + _hash_mark(label)


def _hash_mark(label: str) -> str:
    return "-" + sha256(label.encode()).hexdigest()[:8]
