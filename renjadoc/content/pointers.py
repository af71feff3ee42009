"""JSON pointers (RFC 6901): made, taken apart, followed through data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def escape_key(key: str | int) -> str:
    """One reference token of a JSON pointer (RFC 6901)."""
    return str(key).replace("~", "~0").replace("/", "~1")


def join(pointer: str, *keys: str | int) -> str:
    """`join("/isi", 3, "teks")` -> `/isi/3/teks`."""
    return pointer + "".join("/" + escape_key(key) for key in keys)


def split(pointer: str) -> list[str]:
    """The keys of a pointer, unescaped."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def parent_of(pointer: str) -> str:
    """The pointer of the row above."""
    return pointer.rsplit("/", 2)[0]


def index_of(pointer: str) -> int:
    """Where a row stands among those below the same one."""
    return int(pointer.rpartition("/")[2])


def follow_pointer(data: object, pointer: str) -> Any:
    """What stands in `data` at a pointer. Raises LookupError or ValueError where nothing does."""
    return _follow_keys(data, split(pointer))


def _follow_keys(data: Any, keys: list[str]) -> Any:
    for key in keys:
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data


def find_parent(data: object, pointer: str) -> tuple[Any, str | int]:
    """The container around a pointer and the key of the value in it. Raises LookupError or ValueError as `follow`."""
    *above, last = split(pointer)
    container = _follow_keys(data, above)
    return container, int(last) if isinstance(container, list) else last


def value_at(data: object, pointer: str) -> Any:
    """What stands at a pointer; None where nothing does."""
    try:
        container, key = find_parent(data, pointer)
        return container[key]
    except (LookupError, ValueError, TypeError):
        return None


def walk_values(data: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Every value below with its pointer, containers before what they hold."""
    members: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in members:
        at = join(pointer, key)
        yield at, value
        if isinstance(value, list | dict):
            yield from walk_values(value, at)


def row_name(data: object, pointer: str) -> str:
    """The name of the nearest row around a pointer, or nothing."""
    name = ""
    for key in split(pointer):
        if isinstance(data, dict) and isinstance(data.get("nama"), str):
            name = data["nama"]
        data = value_at(data, join("", key))
    return name
