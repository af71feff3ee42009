"""A folder moved to another outline (kerangka) where it stands: the files that change, what became of chapters."""

from __future__ import annotations

import tempfile
from pathlib import Path

from renjadoc.content import copies
from renjadoc.edits import changeset
from renjadoc.edits.changeset import Files
from renjadoc.edits.stamps import Stamps, stamp_folder
from renjadoc.reshape.outlines import Rearranged, take_outline


def plan_outline(root: Path, name: str) -> tuple[Files, Stamps, Rearranged]:
    """What is written to have a folder in the outline called `name`; nothing is written. Raises ProblemsFound.

    The stamps are those of the folder as it was read.
    """
    read = stamp_folder(root)
    before = changeset.read_for_edits(root)
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        made = Path(temporary, root.name)
        copies.copy_content(root, made, copies.OWN)
        rearranged = take_outline(made, name)
        now = {path.relative_to(made).as_posix(): path.read_bytes() for path in sorted(made.rglob("*.json"))}
    held = {source.path.relative_to(root).as_posix(): source.path.read_bytes() for source in before.folder.sources}
    files: dict[str, bytes | None] = {file: data for file, data in now.items() if data != _read(root, file)}
    files |= {file: None for file in held if file not in now}
    changeset.check_texts(before.folder, files, "susunan baru", "Tidak ada yang ditulis.")
    return files, read, rearranged


def describe_outline(made: Rearranged) -> list[str]:
    """What another outline made of the chapters, for the secretariat."""
    said = [f"{len(made.chapters)} bab."]
    said += ["Baru, perlu diisi:", *(f"  {title}" for title in made.new)] if made.new else []
    said += [f"Tabel baru: {', '.join(made.tables)}."] if made.tables else []
    said += [f"Bentuk tabelnya diganti: {', '.join(made.reshaped)}."] if made.reshaped else []
    if made.kept:
        said += ["Tidak diminta susunan itu, tetapi dipertahankan di akhir babnya:", *(f"  {one}" for one in made.kept)]
    return said


def _read(root: Path, file: str) -> bytes | None:
    return (root / file).read_bytes() if (root / file).is_file() else None
