"""Finds the files that come with renjadoc: templates, schemas, outlines and the starter content.

In a checkout they are the top-level folders; in an installed wheel the same folders lie inside the package.
"""

from __future__ import annotations

from pathlib import Path

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


def input_rules_file() -> Path:
    """The documentation of the rules of the input rooms."""
    return _PACKAGE / "data" / "aturan-berkas.txt"


def regions_file() -> Path:
    """The names of provinces, kabupaten and kota."""
    return _PACKAGE / "data" / "wilayah.json"


def planning_basis_file() -> Path:
    """What the Renja of each year has to cite."""
    return _PACKAGE / "data" / "dasar-renja.json"


def region_terms_file() -> Path:
    """What regions call their parts, heads and regulations."""
    return _PACKAGE / "data" / "kekhususan.json"


def regulation_kinds_file() -> Path:
    """The kinds of regulations."""
    return _PACKAGE / "data" / "jenis-peraturan.json"


def old_templates_file() -> Path:
    """The templates that came with earlier versions: a SHA-256 a line."""
    return _PACKAGE / "data" / "templat-lama.txt"


def short_tags_file() -> Path:
    """What the short tags of templates stand for; laid down with the template."""
    return _PACKAGE / "data" / "tanda-pendek.json"


def regulations_file() -> Path:
    """What renjadoc knows about regulations."""
    return _PACKAGE / "data" / "peraturan.json"


def urusan_file() -> Path:
    """The names of urusan and bidang urusan by their codes."""
    return _PACKAGE / "data" / "urusan.json"


def funds_file() -> Path:
    """The sources of funds by their short and long names."""
    return _PACKAGE / "data" / "sumber-dana.json"


def substance_file() -> Path:
    """What verifiers want chapters to say and the list of regulations to hold, for every outline."""
    return _PACKAGE / "data" / "muatan.json"
