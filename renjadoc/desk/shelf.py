"""The content folders below one folder, as the first page shows them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from renjadoc import opening
from renjadoc.problem import Location, Problem, ProblemsFound


@dataclass(frozen=True)
class Card:
    """A content folder as its card says it; what cannot be read is empty, and `year` 0."""

    path: Path
    office: str
    region: str
    year: int
    kind: str = "Renja"


def list_cards(root: Path) -> list[Card]:
    """The cards of all content folders right below `root`, the newest year first."""
    cards = [read_card(path) for path in _children(root) if (path / "dokumen.json").is_file()]
    return sorted(cards, key=lambda card: (-card.year, card.path.name))


def find_folder(root: Path, name: str) -> Path:
    """The content folder `name` of `root`. Raises ProblemsFound for whatever is none of them."""
    path = next((path for path in _children(root) if path.name == name), None)
    if path is None:
        hint = "Kembali ke halaman pertama dan pilih lagi."
        raise ProblemsFound([Problem("RJ004", Location(name), "folder isi ini tidak ada lagi", hint)])
    return path


def check_new_name(root: Path, name: str) -> Path:
    """Where a new folder `name` is to stand. Raises ProblemsFound for a name that would lie elsewhere."""
    is_plain = name.strip() == name and name not in {"", ".", ".."} and not set(name) & set('/\\:*?"<>|')
    if not is_plain or name.startswith("."):
        hint = "Pakai huruf, angka, titik, atau tanda hubung, misalnya renja-2027."
        raise ProblemsFound([Problem("RJ050", Location(name), "nama folder ini tidak dapat dipakai", hint)])
    return root / name


def _children(root: Path) -> list[Path]:
    """Folders right below `root`, no links: what they point to may lie anywhere."""
    try:
        found = sorted(path for path in root.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return []
    return [path for path in found if path.is_dir() and not path.is_symlink()]


def read_card(path: Path) -> Card:
    """The card of one content folder."""
    try:
        data = json.loads(opening.read_file(path / "dokumen.json", within=path).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        data = None
    office, region = _object(data, "perangkat_daerah"), _object(data, "daerah")
    year = data.get("tahun") if isinstance(data, dict) else 0
    place = f"{region.get('jenis', '')} {region.get('nama', '')}".strip()
    kind = "Renja Perubahan" if _object(data, "perubahan") else "Renja"
    return Card(path, str(office.get("nama", "")), place, year if isinstance(year, int) else 0, kind)


def _object(data: object, key: str) -> dict[str, Any]:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}
