"""Lays down a fresh content folder, complete with its schemas and a template of its own: whole, or not at all."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

from renjadoc import resources, save
from renjadoc.content import folder as folders
from renjadoc.content import pictures
from renjadoc.edits.apply import apply_edits
from renjadoc.edits.edit import Edit
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.questions import Answers, write_answers
from renjadoc.region_terms import find_special_law
from renjadoc.reshape.outlines import take_outline
from renjadoc.tables.target_renstra import target_years, walk_indicators

_YEAR = re.compile(r'("tahun": )\d{4}')
_OURS = shutil.ignore_patterns("__pycache__", "*.py")
_SCHEMA = re.compile(r'"\$schema": "((?:\.\./)*)\.\./\.\./schema/')


#: Where the logo of a new folder lies.
_LOGO = "gambar/lambang"


def lay_down_folder(
    target: Path, year: int, answers: Answers | None = None, logo: bytes | None = None, outline: str = ""
) -> None:
    """Make `target` for the Renja of `year`, with what the office answered and its logo (PNG or JPEG).

    `outline` is the kerangka that it is written in; without it that of the starter content.

    Raises ProblemsFound when it is there already, cannot be written, or could not be read with these answers.
    """
    save.make_folder(target, lambda made: _fill_folder(made, year, answers or {}, logo, outline))


def equip_folder(made: Path) -> None:
    """Put the schemas and a template of its own into a new folder `made`, which is made if it is not there yet."""
    shutil.copytree(resources.schemas_folder(), made / "skema", ignore=_OURS)
    # A template of its own, so that its look can be changed in Word without searching for ours.
    shutil.copyfile(resources.templates_folder() / "renja.docx", made / "renja.docx")


def _fill_folder(made: Path, year: int, answers: Answers, logo: bytes | None, outline: str) -> None:
    shutil.copytree(resources.starter_folder(), made, ignore=_OURS)
    equip_folder(made)
    for path in made.rglob("*.json"):
        if path.is_relative_to(made / "skema"):
            continue
        text = _SCHEMA.sub(r'"$schema": "\1skema/', path.read_text("utf-8"))
        path.write_text(
            _YEAR.sub(rf"\g<1>{year}", text) if path.name == "dokumen.json" else text, "utf-8", newline="\n"
        )
    if logo is not None:
        answers = {**answers, "/logo": _keep_logo(made, logo)}
    write_answers(made, answers)
    if outline:
        take_outline(made, outline, retitle=True)
    _fit_targets(made)
    _cite_special_law(made)
    _, problems = folders.read_folder(made)
    raise_on_errors([_place_in_answers(problem, made) for problem in problems])


def _place_in_answers(problem: Problem, made: Path) -> Problem:
    """A problem as of the folder that is asked for: the one that is being made is gone when it is read."""
    place = problem.location
    name = place.file.removeprefix(f"{made.as_posix()}/")
    return problem._replace(location=Location(name, pointer=place.pointer, seen=place.seen))


def _fit_targets(made: Path) -> None:
    """Targets of the Renstra as many as its period has years: those of the starter are of another one."""
    folder, _ = folders.read_folder(made)
    if folder is None:
        return
    wanted = len(target_years(folder))
    for source in folder.tables_of("target-renstra"):
        held = {pointer: stated["target"] for pointer, stated in walk_indicators(source.data)}
        edits = [
            Edit("", f"{pointer}/target", "set", [*targets, *[None] * wanted][:wanted])
            for pointer, targets in held.items()
            if len(targets) != wanted
        ]
        if edits:
            text = apply_edits(source.path.read_text("utf-8"), edits)
            source.path.write_text(text, "utf-8", newline="\n")


def _cite_special_law(made: Path) -> None:
    """The law that makes the region special stands among the other laws, by year and number."""
    folder, _ = folders.read_folder(made)
    if folder is None or not (law := find_special_law(folder.facts["daerah"]["provinsi"])):
        return
    path = made / "regulasi" / "landasan-hukum.json"
    text = path.read_text("utf-8")
    listed = json.loads(text)["regulasi"]
    earlier = [one for one in listed if one["jenis"] == "UU" and _rank(one) < _rank(law)]
    path.write_text(apply_edits(text, [Edit("", f"/regulasi/{len(earlier)}", "insert", law)]), "utf-8", newline="\n")


def _rank(law: dict[str, Any]) -> tuple[int, int]:
    return law["tahun"], law["nomor"]


def _keep_logo(made: Path, logo: bytes) -> str:
    """Put the logo into the new folder; how dokumen.json states it."""
    if not pictures.is_usable(logo):
        hint = "Simpan lambang sebagai gambar PNG atau JPEG, lalu pilih lagi."
        raise ProblemsFound([Problem("RJ031", Location("lambang"), "bukan gambar PNG atau JPEG yang utuh", hint)])
    stated = _LOGO + (".png" if logo.startswith(b"\x89PNG") else ".jpg")
    path = made / stated
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(logo)
    return stated
