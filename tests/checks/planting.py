"""What puts one fault into a right folder: another text, or another value at a JSON pointer."""

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

    def plant(root: str) -> None:
        path = Path(root, file)
        data = json.loads(path.read_text("utf-8"))
        *above, last = pointer.strip("/").split("/")
        place = data
        for key in above:
            place = place[int(key)] if isinstance(place, list) else place[key]
        if isinstance(place, list):
            place[int(last)] = value
        else:
            place[last] = value
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")

    return plant
