"""Content folders of offices that arrive as a zip or a folder: bounded, plain, never over one that is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from renjadoc import save
from renjadoc.batch.archives import open_zips
from renjadoc.batch.folders import ANY_CHAPTER
from renjadoc.content import load
from renjadoc.content.copies import MAX_DEPTH, MAX_FILES, OWN
from renjadoc.content.strays import is_foreign
from renjadoc.desk.uploads import kept_upload
from renjadoc.problem import Location, Problem, ProblemsFound

#: Of all files together, as they are unpacked.
MAX_UNPACKED = 256 * 1024 * 1024
_BAD_NAME = re.compile(r'[\x00-\x1f\\:*?"<>|]|^\.{0,2}$|[ .]$')

#: Path with / between -> what it holds.
Arrived = Mapping[str, bytes]


def unpack_zip(name: str, data: bytes) -> dict[str, bytes]:
    """The files of a zip by their paths, below the name of the zip. Raises ProblemsFound for what is no such zip."""
    with kept_upload(name, data) as path, open_zips([path], path.parent / "isi") as zips:
        if zips.told:
            raise ProblemsFound([Problem("RJ070", Location(name), said) for said in zips.told])
        [(_, unpacked)] = zips.opened
        found = [one for one in sorted(unpacked.rglob("*")) if one.is_file()]
        _refuse_many(name, len(found), sum(one.stat().st_size for one in found))
        return {f"{path.stem}/{one.relative_to(unpacked).as_posix()}": one.read_bytes() for one in found}


def take_in(root: Path, files: Arrived) -> list[str]:
    """Lay the content folders among the files down in `root`, each under a name that none has; what was made, in words.

    Raises ProblemsFound where there is none, or one cannot be laid down; those before it are there then.
    """
    _refuse_many(root.name, len(files), sum(map(len, files.values())))
    offices = find_offices(files)
    if not offices:
        hint = "Folder isi berisi dokumen.json dan bab-1.json. Periksa yang diletakkan."
        raise ProblemsFound([Problem("RJ004", Location(root.name), "tidak ada folder isi di dalamnya", hint)])
    return [_lay_down(root, place, files) for place in offices]


def find_offices(files: Arrived) -> list[str]:
    """The content folders among the files, by their paths; none lies within another."""
    marks = [PurePosixPath(path) for path in files]
    places = sorted(
        {one.parent.as_posix() for one in marks if one.name == "dokumen.json" or ANY_CHAPTER.fullmatch(one.name)}
    )
    found: list[str] = []
    for place in places:
        if not any(place.startswith(f"{other}/") for other in found):
            found.append(place)
    return found


def _lay_down(root: Path, place: str, files: Arrived) -> str:
    wanted = _plain_name(PurePosixPath(place).name)
    name, number = wanted, 1
    while (root / name).exists():
        number += 1
        name = f"{wanted}-{number}"
    inside = {path.removeprefix(f"{place}/"): data for path, data in files.items() if path.startswith(f"{place}/")}
    usable = {path: data for path, data in inside.items() if _is_content(path, data)}

    def fill(made: Path) -> None:
        for path, data in usable.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_bytes(data)

    save.make_folder(root / name, fill)
    said = name if name == wanted else f"{name} (karena {wanted} sudah ada)"
    passed = len(inside) - len(usable)
    return f"{said}; {passed} berkas yang bukan isi tidak diambil" if passed else said


def _is_content(path: str, data: bytes) -> bool:
    """Whether a file may stand in a content folder: its kind, its size, and a path that leads nowhere else."""
    parts = PurePosixPath(path).parts
    plain = len(parts) <= MAX_DEPTH and not any(_BAD_NAME.search(part) or is_foreign(part) for part in parts)
    return plain and PurePosixPath(path).suffix.lower() in OWN and len(data) <= load.MAX_BYTES


def _refuse_many(name: str, count: int, size: int) -> None:
    if count > MAX_FILES or size > MAX_UNPACKED:
        message = f"isinya lebih dari {MAX_FILES} berkas atau {MAX_UNPACKED >> 20} MB"
        raise ProblemsFound(
            [Problem("RJ007", Location(name), message, "Kirim beberapa perangkat daerah sekali jalan.")]
        )


def _plain_name(stated: str) -> str:
    return re.sub(r"[^\w.()-]+", "-", stated).strip("-. ")[:60] or "renja"
