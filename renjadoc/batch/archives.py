"""Zips of content folders, as offices send them: unpacked beside the results for one run, and told as folders are."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from renjadoc.batch.folders import OfficeFolder, find_folders, name_documents, printable
from renjadoc.batch.office import OfficeResult
from renjadoc.problem import Location, Problem, ProblemsFound, say_refusal
from renjadoc.word.packages import package

#: Where zips are unpacked below the folder of the results; it goes when the run ends.
_PLACE = ".zip"
#: All offices of a region in one zip.
_MOST_BYTES = 2 * package.MAX_UNPACKED
_MOST_ZIPS = 2_000
#: What programs and systems put into zips beside the content.
_FOREIGN = {"__MACOSX"}


def is_zip(path: Path) -> bool:
    """Whether a path is taken for a zip of content."""
    return path.suffix.lower() == ".zip" and path.is_file()


@dataclass
class OpenedZips:
    """The zips of one run, each with the folder that it is unpacked in; `told` says which are not used and why."""

    opened: list[tuple[Path, Path]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def name_offices(self, root: Path, folders: list[OfficeFolder]) -> list[OfficeFolder]:
        """The folders of a run with those of the zips, called by the places of these."""
        places = [(one.folder, one.label) for one in folders]
        for path, unpacked in self.opened:
            label = Path(path.name) if path == root or root not in path.parents else path.relative_to(root)
            try:
                inside = find_folders(unpacked, unpacked / _PLACE)
            except ProblemsFound:
                self.told.append(f"tidak berisi folder isi: {printable(label)}.")
                continue
            for one in inside:
                inner = one.folder.relative_to(unpacked)
                alone = len(inside) == 1
                places.append((one.folder, printable(label if alone else label / inner)))
        return name_documents(places)

    def name_places(self, result: OfficeResult, folder: Path) -> OfficeResult:
        """The result with the zip's name where it says the folder that it was unpacked in."""
        at = next((unpacked for _, unpacked in self.opened if folder.is_relative_to(unpacked)), None)
        if at is None:
            return result
        said = json.dumps([result.masalah, result.catatan], ensure_ascii=False)
        problems, notes = json.loads(said.replace(folder.as_posix(), result.folder))
        return replace(result, masalah=problems, catatan=notes)


@contextmanager
def open_zips(zips: list[Path], output: Path) -> Iterator[OpenedZips]:
    """The zips unpacked, while this lasts; one that cannot be used does not stop the others."""
    place = output / _PLACE
    shutil.rmtree(place, ignore_errors=True)
    made = OpenedZips()
    try:
        for number, path in enumerate(zips, 1):
            try:
                made.opened.append((path, _unpack_zip(path, place / str(number))))
            except ProblemsFound as error:
                made.told += [f"{path.name} tidak dipakai: {one.message}. {one.hint}" for one in error.problems]
            except OSError as error:
                made.told.append(
                    f"{path.name} tidak dipakai: isinya tidak dapat dibuka di sini ({say_refusal(error)})."
                )
        yield made
    finally:
        shutil.rmtree(place, ignore_errors=True)


def find_zips(root: Path, leave_out: Path) -> list[Path]:
    """The zips of `root`, which may be one itself, and of the folders below; none in `leave_out`.

    Raises ProblemsFound for too many.
    """
    if is_zip(root):
        return [root]
    passed = leave_out.resolve()
    found = [path for path in sorted(root.rglob("*.[zZ][iI][pP]")) if is_zip(path) and not _is_hidden(path, root)]
    found = [path for path in found if passed not in path.resolve().parents]
    if len(found) > _MOST_ZIPS:
        hint = "Sebut foldernya lebih dalam, atau pilih dengan --daftar."
        raise ProblemsFound([Problem("RJ004", Location(root.as_posix()), f"ada {len(found)} berkas zip", hint)])
    return found


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _unpack_zip(path: Path, target: Path) -> Path:
    """Write the files of a zip below `target`; a broken or too large one leaves it as a folder without content."""
    try:
        with zipfile.ZipFile(path) as archive:
            files = package.read_members(archive, "folder isi", _MOST_BYTES)
    except package.PackageError as error:
        raise _refuse(path, str(error)) from error
    except package.BROKEN_ZIP as error:
        raise _refuse(path, "berkas ini bukan zip yang utuh, atau terkunci dengan kata sandi") from error
    placed: dict[str, str] = {}
    for name, data in files.items():
        inside = _safe_place(path, name)
        if inside is None:
            continue
        twin = placed.setdefault(str(inside).casefold(), name)
        if twin != name:
            raise _refuse(path, f"dua berkas di dalamnya bernama sama: {twin} dan {name}")
        (target / inside).parent.mkdir(parents=True, exist_ok=True)
        (target / inside).write_bytes(data)
    target.mkdir(parents=True, exist_ok=True)
    return target


def _safe_place(path: Path, name: str) -> PurePosixPath | None:
    """Where a file of the zip goes; None for what is none of ours. Raises ProblemsFound for a way out of the folder."""
    inside = PurePosixPath(name.replace("\\", "/"))
    if inside.is_absolute() or ".." in inside.parts or set(name) & set(":\0"):
        raise _refuse(path, f"nama berkas di dalamnya keluar dari foldernya: {printable(Path(name))}")
    if any(part in _FOREIGN or part.startswith(".") for part in inside.parts):
        return None
    return inside


def _refuse(path: Path, message: str) -> ProblemsFound:
    hint = "Buat lagi zip dari folder isinya: klik kanan foldernya, Kirim ke, Folder terkompresi (zip)."
    return ProblemsFound([Problem("RJ004", Location(path.as_posix()), message, hint)])
