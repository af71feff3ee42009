"""Copies of a content folder: plain files of known kinds, none through a link, none larger than its kind may be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

from renjadoc import opening
from renjadoc.content import load, pictures
from renjadoc.content.strays import is_foreign
from renjadoc.problem import Location, Problem, ProblemsFound

#: What a folder is read from.
CONTENT = (".json", ".txt", ".csv", *pictures.SUFFIXES)
#: What belongs to an office's year: its own template and what it noted beside the content.
OWN = (*CONTENT, ".docx", ".md")
MAX_FILES = 10_000
MAX_DEPTH = 8


def copy_content(root: Path, target: Path, kinds: Collection[str], leave_out: Collection[str] = ()) -> list[str]:
    """Copy the files of `kinds` (suffixes) to the new folder `target`; what was passed over, relative to `root`.

    `leave_out` are names that are passed over without a word, as hidden files are. Raises ProblemsFound for a folder
    that is no content folder any more, OSError as the machine does.
    """
    passed = []
    target.mkdir(parents=True)
    for number, path in enumerate(_walk_files(root), 1):
        relative = path.relative_to(root)
        if number > MAX_FILES:
            hint = "Pindahkan yang bukan isi ke tempat lain."
            message = f"folder ini berisi lebih dari {MAX_FILES} berkas"
            raise ProblemsFound([Problem("RJ007", Location(root.as_posix()), message, hint)])
        if path.name in leave_out:
            continue
        if path.suffix.lower() not in kinds or not opening.is_plain(path, root):
            passed.append(relative.as_posix())
            continue
        (target / relative).parent.mkdir(parents=True, exist_ok=True)
        with opening.open_file(path, load.MAX_BYTES, root) as old, open(target / relative, "wb") as new:
            shutil.copyfileobj(old, new)
    return passed


def _walk_files(root: Path) -> Iterator[Path]:
    """What stands in the folder, by place and name; of links to folders and of what lies too deep only the name."""
    for place, folders, names in os.walk(root):
        here = Path(place)
        inner = [here / name for name in sorted(folders) if not is_foreign(name)]
        deep = len(here.relative_to(root).parts) >= MAX_DEPTH
        entered = [] if deep else [path for path in inner if not path.is_symlink()]
        folders[:] = [path.name for path in entered]
        yield from (path for path in inner if path not in entered)
        yield from (here / name for name in sorted(names) if not is_foreign(name))
