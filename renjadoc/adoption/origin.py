"""Which Renja an adopted Renja Perubahan changes: the one folder beside it of the same office and year."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from renjadoc import opening
from renjadoc.content.load import load_source
from renjadoc.matching import fold_name

#: So many folders beside the new one are looked at.
_MOST_NEIGHBOURS = 500


def find_origin(target: Path, dokumen: dict[str, Any]) -> str:
    """Where that folder stands, as a path from `target`; empty where none or several could be it."""
    beside = target.resolve().parent
    found = [path for path in _list_folders(beside) if path != target.resolve() and _is_origin(path, dokumen)]
    return Path(os.path.relpath(found[0], target.resolve())).as_posix() if len(found) == 1 else ""


def _list_folders(place: Path) -> list[Path]:
    try:
        return [path for path in sorted(place.iterdir())[:_MOST_NEIGHBOURS] if (path / "dokumen.json").is_file()]
    except OSError:
        return []


def _is_origin(path: Path, dokumen: dict[str, Any]) -> bool:
    file = path / "dokumen.json"
    source = load_source(file, file.as_posix())[0] if opening.is_plain(file, path) else None
    facts = source.data if source is not None and isinstance(source.data, dict) else {}
    office = facts.get("perangkat_daerah")
    if "perubahan" in facts or facts.get("tahun") != dokumen["tahun"] or not isinstance(office, dict):
        return False
    names = (str(office.get("nama", "")), str(dokumen["perangkat_daerah"]["nama"]))
    return len({fold_name(name) for name in names}) == 1
