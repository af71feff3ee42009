"""Finds the files that come with renjadoc: templates, schemas, outlines and the starter content.

In a checkout they are the top-level folders; in an installed wheel the same folders lie inside the package.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def _find_folder(packaged: str, checkout: str) -> Path:
    inside = _PACKAGE / packaged
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


def package_folder() -> Path:
    """The folder of the package itself."""
    return _PACKAGE


def templates_folder() -> Path:
    """The folder of Word templates."""
    return _find_folder("_templates", "templates")


def schemas_folder() -> Path:
    """The folder of JSON schemas."""
    return _find_folder("_schema", "schema")


def starter_folder() -> Path:
    """The content folder that `renjadoc baru` lays down."""
    return _find_folder("_awal", "content/awal")


def outlines_folder() -> Path:
    """The folder of outlines (kerangka), one JSON file each."""
    return _PACKAGE / "data" / "kerangka"


def amendment_folder() -> Path:
    """The chapters that a Renja Perubahan begins with."""
    return _PACKAGE / "data" / "perubahan"


def dictionary_folder() -> Path:
    """The folder of the Indonesian spelling dictionary and of the words of the field."""
    return _PACKAGE / "data" / "kamus"


def office_profile_folder() -> Path:
    """The profile in which LibreOffice waits for documents to lay out."""
    return _PACKAGE / "data" / "libreoffice"


def data_file(name: str) -> Path:
    """A file of what renjadoc knows: `peraturan.json` (regulations), `wilayah.json` (regions), `urusan.json` …"""
    return _PACKAGE / "data" / name


def read_data(name: str) -> Any:
    """What a JSON file of `data_file` says."""
    return json.loads(data_file(name).read_text("utf-8"))
