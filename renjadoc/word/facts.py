"""What is known of a template once it was read: plain data, kept between runs as JSON."""

from __future__ import annotations

import json
from typing import NamedTuple


class Style(NamedTuple):
    id: str
    kind: str
    number_id: str | None


class Facts(NamedTuple):
    """`body` and `sides` (headers and footers by part name) are Jinja source, every paragraph on a line of its own.

    `styles` are by lower-case name, `abstract_numbers` maps numId to abstractNumId, `unbalanced` holds the texts of
    paragraphs whose tags do not close.
    """

    body: str
    sides: dict[str, str]
    styles: dict[str, Style]
    abstract_numbers: dict[str, str]
    unbalanced: list[str]

    def to_json(self) -> bytes:
        return json.dumps(self._asdict(), ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Facts:
        """Raises ValueError, TypeError or LookupError for what `to_json` did not write."""
        stated = json.loads(data)
        styles = {name: Style(*style) for name, style in stated.pop("styles").items()}
        return cls(styles=styles, **stated)
