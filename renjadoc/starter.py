"""Lays down a fresh content folder, complete with its schemas and a template of its own: whole, or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from renjadoc import resources
from renjadoc.problem import Location, Problem, ProblemsFound

_YEAR = re.compile(r'("tahun": )\d{4}')
_SCHEMA = re.compile(r'"\$schema": "((?:\.\./)*)\.\./\.\./schema/')


def lay_down(target: Path, year: int) -> None:
    """Make `target` for the Renja of `year`. Raises ProblemsFound when it is there already or cannot be written."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        hint = "Pilih nama folder lain; tidak ada yang diubah."
        raise ProblemsFound([Problem("RJ050", Location(str(target)), "folder itu sudah ada dan tidak kosong", hint)])
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".renjadoc-") as temporary:
            made = Path(temporary, "isi")
            _fill(made, year)
            if target.is_dir():
                target.rmdir()
            made.rename(target)
    except OSError as error:
        hint = "Periksa hak tulis dan sisa ruang, atau pilih tempat lain."
        message = f"folder tidak dapat dibuat ({error.strerror or error})"
        raise ProblemsFound([Problem("RJ050", Location(str(target)), message, hint)]) from error


def _fill(made: Path, year: int) -> None:
    ours = shutil.ignore_patterns("__pycache__", "*.py")
    shutil.copytree(resources.starter(), made, ignore=ours)
    shutil.copytree(resources.schemas(), made / "skema", ignore=ours)
    # A template of its own, so that its look can be changed in Word without searching for ours.
    shutil.copyfile(resources.templates() / "renja.docx", made / "renja.docx")
    for path in made.rglob("*.json"):
        if path.is_relative_to(made / "skema"):
            continue
        text = _SCHEMA.sub(r'"$schema": "\1skema/', path.read_text("utf-8"))
        path.write_text(_YEAR.sub(rf"\g<1>{year}", text) if path.name == "dokumen.json" else text, "utf-8")
