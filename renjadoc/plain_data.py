"""What JSON is in Python, by the name that every room calls it."""

from __future__ import annotations

from typing import Any

#: An object of a file: the file itself, a part, a block, a row of a table with the rows below it.
Node = dict[str, Any]
