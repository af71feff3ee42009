"""How far a rolled year is: what was taken over and not looked at, what is open; and saying that it is right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from renjadoc.content import folder as folders
from renjadoc.content import pointers, tinjau
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.content.pointers import split
from renjadoc.edits import changeset
from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Edit
from renjadoc.edits.stamps import stamp_folder
from renjadoc.matching import find_near
from renjadoc.problem import Location, Problem, ProblemsFound


@dataclass(frozen=True)
class YearProgress:
    """Entries taken over in all and not looked at yet, by file; cells still open, by file."""

    total: int
    waiting: dict[str, int]
    empty: dict[str, int]


def read_progress(root: Path) -> YearProgress:
    """Raises ProblemsFound for a folder that cannot be read."""
    folder = folders.open_folder(root)
    waiting = Counter(mark.source.name for mark in tinjau.open_entries(folder))
    empty = Counter(
        source.name
        for source in [folder.dokumen, *folder.tabel.values()]
        for pointer, value in pointers.walk_values(source.data, "")
        if value in (None, []) and split(pointer)[-1] not in {"kode", "logo", "tanda_tangan", "indikator_renstra"}
    )
    return YearProgress(tinjau.count_entries(folder), dict(waiting), dict(empty))


def describe_progress(progress: YearProgress) -> list[str]:
    """The state for the secretariat."""
    left = sum(progress.waiting.values())
    done = progress.total - left
    share = f" ({done * 100 // progress.total}%)" if progress.total else ""
    lines = [f"Ditinjau: {done} dari {progress.total} isian terbawa{share}."]
    lines += [f"  {count:4} belum ditinjau  {file}" for file, count in sorted(progress.waiting.items())]
    lines.append(f"Belum diisi: {sum(progress.empty.values())} sel.")
    lines += [f"  {count:4} kosong          {file}" for file, count in sorted(progress.empty.items())]
    return lines


def confirm_entries(root: Path, file: str | None) -> int:
    """Say of everything taken over (or of what stands in one file) that it is right; how many entries that settled."""
    read = stamp_folder(root)
    folder = folders.open_folder(root)
    if folder.tinjau is None:
        hint = "Hanya folder yang dibuat dengan renjadoc gulir yang mempunyainya."
        raise ProblemsFound([Problem("RJ004", Location(f"{folder.name}/tinjau.json"), "berkas belum ada", hint)])
    chosen = None if file is None else _find_named(folder, file)
    settled = {mark.entry for mark in tinjau.open_entries(folder) if chosen is None or mark.source is chosen}
    file = folder.relative(folder.tinjau)
    edits = [Edit(file, f"/tinjau/{entry}/dikonfirmasi", "set", True) for entry in sorted(settled)]
    changeset.write_files(root, write_texts(root, edits, read), read, datetime.now(), "gulir --konfirmasi")
    return len(settled)


def _find_named(folder: Folder, file: str) -> Source:
    """The file of the folder that a person means: by its name there, or by its path, with / or \\ between."""
    stated = file.replace("\\", "/").removeprefix("./").removeprefix(f"{folder.name}/")
    known = {folder.relative(source): source for source in folder.sources}
    if stated not in known:
        near = find_near(stated, known)
        hint = f"Mungkin maksudnya {near}." if near else f"Yang ada: {', '.join(known)}."
        raise ProblemsFound([Problem("RJ004", Location(f"{folder.name}/{stated}"), "berkas itu tidak ada", hint)])
    return known[stated]
