"""Lists and objects within the rows of a JSON export, as the planning system's services give them, laid flat."""

from __future__ import annotations

from typing import Any

_DEPTH = 3


def flatten_row(row: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    """The row with its nested lists as cells of lines: `sub_keg_indikator` with `outputteks` becomes `outputteks`.

    What is a place is one line an entry (`Kab. Contoh, Semua Kecamatan`). A key of the row itself is never replaced.
    """
    flat: dict[str, Any] = {}
    for key, value in row.items():
        members = value if isinstance(value, list) else [value] if isinstance(value, dict) else None
        if members is None:
            flat[key] = value
        elif not any(isinstance(member, dict) for member in members):
            flat[key] = _join(str(member) for member in members if member is not None)
        elif "lokasi" in key.casefold():
            flat[key] = _join(dict.fromkeys(_say_place(member) for member in members if isinstance(member, dict)))
        elif depth < _DEPTH:
            inner = [flatten_row(member, depth + 1) for member in members if isinstance(member, dict)]
            for name in dict.fromkeys(name for member in inner for name in member):
                lines = _join(str(member[name]) for member in inner if member.get(name) is not None)
                flat.setdefault(name if name not in row else f"{key}_{name}", lines)
    return flat


def _say_place(place: dict[str, Any]) -> str:
    named = {key: value for key, value in place.items() if isinstance(value, str) and value.strip()}
    said = [value for key, value in named.items() if "teks" in key or "nama" in key] or list(named.values())
    return ", ".join(dict.fromkeys(" ".join(text.split()) for text in said))


def _join(lines: Any) -> str:
    return "\n".join(line.strip() for line in lines if line.strip())
