"""Lays down a fresh content folder, complete with its schemas and a template of its own: whole, or not at all."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from renjadoc import resources, save

_YEAR = re.compile(r'("tahun": )\d{4}')
_OURS = shutil.ignore_patterns("__pycache__", "*.py")
_SCHEMA = re.compile(r'"\$schema": "((?:\.\./)*)\.\./\.\./schema/')


def lay_down_folder(target: Path, year: int) -> None:
    """Make `target` for the Renja of `year`. Raises ProblemsFound when it is there already or cannot be written."""
    save.make_folder(target, lambda made: _fill_folder(made, year))


def equip_folder(made: Path) -> None:
    """Put the schemas and a template of its own into a new folder `made`, which is made if it is not there yet."""
    shutil.copytree(resources.schemas_folder(), made / "skema", ignore=_OURS)
    # A template of its own, so that its look can be changed in Word without searching for ours.
    shutil.copyfile(resources.templates_folder() / "renja.docx", made / "renja.docx")


def _fill_folder(made: Path, year: int) -> None:
    shutil.copytree(resources.starter_folder(), made, ignore=_OURS)
    equip_folder(made)
    for path in made.rglob("*.json"):
        if path.is_relative_to(made / "skema"):
            continue
        text = _SCHEMA.sub(r'"$schema": "\1skema/', path.read_text("utf-8"))
        path.write_text(_YEAR.sub(rf"\g<1>{year}", text) if path.name == "dokumen.json" else text, "utf-8")
