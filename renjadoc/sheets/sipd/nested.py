"""Lists and objects within a JSON export, as the planning system's services give them, laid flat as rows and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_DEPTH = 3
#: A key that is of a level of the plan, with what of it is sub; and what of a row counts for those below it, too.
_LEVEL = re.compile(r"(?:(?:kode|kd|nama|uraian)_?)?(?:(program)|(sub_?)?(?:giat|kegiatan))", re.IGNORECASE)
_ABOVE = re.compile(r"program|giat|kegiatan|urusan|skpd|opd|perangkat|unit", re.IGNORECASE)
_UP = {"sub_giat": "giat", "giat": "program", "program": "bidang_urusan", "": ""}
#: What a row may call its own code and name, and what they are called with their level.
_OWN = {"kode": "kode", "kd": "kode", "nama": "nama", "uraian": "nama"}


def list_rows(rows: list[Any], depth: int = 0) -> Iterator[Any]:
    """The rows, each followed by those of a lower level that it holds in a list, which say what they stand below."""
    for row in rows:
        lists = _find_lists(row) if isinstance(row, dict) and depth < _DEPTH else {}
        if not lists:
            yield row
            continue
        level = next(iter(lists.values()))[0]
        own = _name_own({key: value for key, value in row.items() if key not in lists}, _UP[level])
        yield own
        above = {key: value for key, value in own.items() if _ABOVE.search(key) and isinstance(value, str | int)}
        for level, members in lists.values():
            yield from list_rows([above | _name_own(member, level) for member in members], depth + 1)


def is_row(data: dict[str, Any]) -> bool:
    """Whether an object is itself a row: it names a program, kegiatan or sub kegiatan."""
    return any(_level_of(key) and isinstance(value, str) for key, value in data.items())


def _find_lists(row: dict[str, Any]) -> dict[str, tuple[str, list[dict[str, Any]]]]:
    """The lists of a row whose members are of a lower level, each with that level."""
    if any(_level_of(key) == "sub_giat" and isinstance(value, str) for key, value in row.items()):
        return {}
    held = {
        key: [one for one in value if isinstance(one, dict)] for key, value in row.items() if isinstance(value, list)
    }
    return {key: (level, members) for key, members in held.items() if (level := _find_level(key, members))}


def _find_level(key: str, members: list[dict[str, Any]]) -> str:
    """The lowest level that the members name as their own, or that of the list where they name none."""
    named = {_level_of(name) for member in members for name, value in member.items() if isinstance(value, str)}
    if any(_OWN.keys() & member.keys() for member in members):
        named.add(_level_of(key))
    return next((level for level in _UP if level in named), "")


def _level_of(key: str) -> str:
    found = _LEVEL.fullmatch(key)
    if not found:
        return ""
    return "program" if found[1] else "sub_giat" if found[2] else "giat"


def _name_own(row: dict[str, Any], level: str) -> dict[str, Any]:
    """The row with its own code and name called after its level: `kode` of a kegiatan is `kode_giat`."""
    return {f"{_OWN[key]}_{level}" if level and key in _OWN else key: value for key, value in row.items()}


def flatten_row(row: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    """The row with its nested lists as cells of lines: `sub_keg_indikator` with `outputteks` becomes `outputteks`.

    What is a place is one line an entry (`Kab. Contoh, Semua Kecamatan`). A key of the row itself is never replaced.
    """
    flat: dict[str, Any] = {}
    for key, value in row.items():
        members = value if isinstance(value, list) else [value] if isinstance(value, dict) else None
        if members == []:
            continue  # What has members elsewhere is called after these.
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
