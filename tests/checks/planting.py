"""What puts one fault into a right folder: another text, another value at a JSON pointer, or data changed by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Plant = Callable[[str], None]


def plant_text(file: str, old: str, new: str) -> Plant:
    """Puts another text in the place of one."""

    def plant(root: str) -> None:
        path = Path(root, file)
        said = path.read_text("utf-8")
        assert old in said, (file, old)
        path.write_text(said.replace(old, new, 1), "utf-8")

    return plant


def plant_value(file: str, pointer: str, value: Any) -> Plant:
    """Puts another value at a JSON pointer."""

    def change(data: Any) -> None:
        *above, last = pointer.strip("/").split("/")
        place = data
        for key in above:
            place = place[int(key)] if isinstance(place, list) else place[key]
        if isinstance(place, list):
            place[int(last)] = value
        else:
            place[last] = value

    return plant_change(file, change)


def plant_everywhere(file: str, *pairs: tuple[str, str]) -> Plant:
    """Puts other texts in the place of all that stand in a file."""

    def plant(root: str) -> None:
        path = Path(root, file)
        said = path.read_text("utf-8")
        for old, new in pairs:
            assert old in said, (file, old)
            said = said.replace(old, new)
        path.write_text(said, "utf-8")

    return plant


def plant_change(file: str, change: Callable[[Any], None]) -> Plant:
    """Changes a file's data in a way that no single text or value does."""

    def plant(root: str) -> None:
        path = Path(root, file)
        data = json.loads(path.read_text("utf-8"))
        change(data)
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")

    return plant
