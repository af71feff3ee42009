"""A Renja Perubahan from the Renja of the year: its plan before kept beside the one to be changed, chapters of its own.

The new folder is made beside its place and renamed: it is there whole, or not at all; the old one stays as it is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renjadoc import opening, resources, save
from renjadoc.content import copies, load
from renjadoc.content import folder as folders
from renjadoc.content.folder import BEFORE, Folder
from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Edit
from renjadoc.edits.json_text import write_file
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.reading import Reading
from renjadoc.years.quarters import KIND, begin_quarters, renew_quarters
from renjadoc.years.rollover import mend_schema_paths
from renjadoc.years.starting import examine_start, find_reasons

KERANGKA = "renja-perubahan"
#: The part before the chapters that every document of an office has alike.
_SIGNED = "lembar-pengesahan"
QUARTERS = ("I", "II", "III", "IV")
#: The table of chapter II: what was reached until the quarter.
EVALUATION = "evaluasi-triwulan"


@dataclass
class Amended:
    """What was made: the folder, the plans that are to be changed, and the tables that stay with the Renja."""

    folder: Folder
    target: Path
    quarter: str
    plans: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    #: Parts that speak of the Renja alone: those before its chapters, and its appendices, by their files.
    parts: list[str] = field(default_factory=list)
    #: Files that were not copied because they are no content.
    passed: list[str] = field(default_factory=list)
    #: The heads of what the plans state and the table of a Renja Perubahan does not print.

    @property
    def is_again(self) -> bool:
        """Whether what is changed is a Renja Perubahan itself."""
        return "perubahan" in self.folder.facts


def amend_folder(source: Path, target: Path, quarter: str = "II") -> Amended:
    """Make `target`, the Renja Perubahan of `source`. Raises ProblemsFound; then nothing was made or changed."""
    reading = examine_start(source)
    folder = reading.folder
    amended = Amended(folder, target, quarter)
    amended.plans = [plan.path.stem for plan in folder.tables_of("rencana-program")]
    amended.left = [name for name in folder.tabel if name not in {*amended.plans, EVALUATION}]
    if not amended.is_again:
        parts = [source for name, source in folder.depan.items() if name != _SIGNED]
        amended.parts = [folder.relative(source) for source in (*parts, *folder.lampiran)]
    _refuse(amended)
    save.make_folder(target, lambda made: _fill_folder(made, amended, reading))
    return amended


def _refuse(amended: Amended) -> None:
    folder, target = amended.folder, amended.target
    if not amended.plans:
        hint = "Perubahan Renja mengubah tabel rencana-program; isi tabel itu dahulu."
        raise ProblemsFound(
            [Problem("RJ051", Location(folder.name), "folder ini belum mempunyai rencana program", hint)]
        )
    if folder.root.resolve() in target.resolve().parents:
        better = folder.root.with_name(f"{folder.root.name}-perubahan").as_posix()
        message, hint = (
            f"folder tujuan berada di dalam {folder.name}",
            f"Pakai tempat di sampingnya, misalnya {better}.",
        )
        raise ProblemsFound([Problem("RJ050", Location(target.as_posix()), message, hint)])


def _fill_folder(made: Path, amended: Amended, reading: Reading) -> None:
    folder = amended.folder
    amended.passed = copies.copy_content(folder.root, made, copies.OWN, leave_out=_list_unwanted(amended))
    for file in amended.parts:
        (made / file).unlink(missing_ok=True)
    (made / BEFORE).mkdir(exist_ok=True)
    for name in amended.plans:
        # As they were read: links are followed for none.
        (made / BEFORE / f"{name}.json").write_bytes(opening.read_file(folder.tabel[name].path, load.MAX_BYTES))
    for file, text in write_texts(folder.root, _say_edits(amended)).items():
        (made / file).write_bytes(text.encode("utf-8"))
    if not amended.is_again:
        _write_chapters(made, amended, reading)
    _write_evaluation(made, amended)
    if amended.target.parent.resolve() != folder.root.parent.resolve():
        mend_schema_paths(made, folder.root, amended.target)
    folders.open_folder(made)


def _list_unwanted(amended: Amended) -> list[str]:
    """Names of what is not copied: chapters and tables of the Renja, what waits for a look, the plan before."""
    names = ["tinjau.json", "telaah.json", *(f"{name}.json" for name in amended.left)]
    return names if amended.is_again else [*names, *(source.path.name for source in amended.folder.bab)]


def _say_edits(amended: Amended) -> Iterator[Edit]:
    folder = amended.folder
    facts = folder.facts
    stated: dict[str, Any] = {"triwulan": amended.quarter, "dari": _find_origin(amended)}
    if amended.is_again:
        stated["ke"] = min(int(facts["perubahan"].get("ke", 1)) + 1, 5)
    file = folder.relative(folder.dokumen)
    yield Edit(file, "/kerangka", "set", facts["kerangka"] if amended.is_again else KERANGKA)
    yield Edit(file, "/perubahan", "set", stated, behind="kerangka")
    yield Edit(file, "/pengesahan/tanggal", "set", None)
    for name in amended.plans:
        source = folder.tabel[name]
        plan = folder.relative(source)
        if not amended.is_again:
            title = "Perubahan Rencana Program dan Kegiatan Tahun {{ tahun }}"
            yield Edit(plan, "/judul", "set", [title, "{{ perangkat_daerah.lengkap }}"])
        yield from (Edit(plan, pointer, "remove") for pointer in find_reasons(source.data))


def _find_origin(amended: Amended) -> str:
    """The Renja of the year, as the new folder names it: from which the next year is begun."""
    folder = amended.folder
    origin = folder.root
    if amended.is_again:
        origin = folder.root / folder.facts["perubahan"].get("dari", "")
    try:
        return Path(os.path.relpath(origin.resolve(), amended.target.resolve())).as_posix()
    except ValueError:  # On Windows no relative path leads to another drive.
        return origin.resolve().as_posix()


# Chapters and the evaluation


def _write_chapters(made: Path, amended: Amended, reading: Reading) -> None:
    for path in sorted(resources.amendment_folder().glob("bab-*.json")):
        data = json.loads(path.read_text("utf-8"))
        for section in data.get("bagian", []):
            section["isi"] = [one for block in section["isi"] for one in _fit_block(block, amended, reading)]
        write_file(made / path.name, {**amended.folder.link_schema("bab"), **data})


def _write_evaluation(made: Path, amended: Amended) -> None:
    """The table of what was reached: begun, or in a further Renja Perubahan taken on to its quarter."""
    folder, file = amended.folder, f"tabel/{EVALUATION}.json"
    plans = [folder.tabel[name].data for name in amended.plans]
    stated = folder.tabel.get(EVALUATION) if amended.is_again else None
    if stated is not None and stated.data["jenis"] != KIND:
        return  # What an office made itself stays.
    if stated is not None:
        evaluation = renew_quarters(stated.data, plans, amended.quarter)
    else:
        evaluation = {**folder.link_schema(KIND, file), **begin_quarters(plans, amended.quarter)}
    write_file(made / file, evaluation)


def _fit_block(block: object, amended: Amended, reading: Reading) -> list[Any]:
    """A block of the chapters that come with renjadoc, with the lists and plans that this folder has."""
    if isinstance(block, dict) and "regulasi" in block:
        placed = (one for section in reading.outline.sections for _, one in section.blocks() if isinstance(one, dict))
        return [{"regulasi": name} for one in placed if (name := one.get("regulasi"))]
    if isinstance(block, dict) and block.get("tabel") == "rencana-program":
        return [{"tabel": name} for name in amended.plans]
    if isinstance(block, str):
        return [block.replace("rujuk('rencana-program')", f"rujuk('{amended.plans[0]}')")]
    return [block]
