"""The names of elements in Word documents, and what is read of their attributes; no library is loaded for it."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"


def read_switch(properties: Any, name: str) -> bool | None:
    """Whether a switch such as `b` is on; None if nothing is said of it."""
    element = properties.find(f"{W}{name}") if properties is not None else None
    return None if element is None else element.get(f"{W}val", "1") not in {"0", "false", "off"}


def read_value(parent: Any, name: str) -> str:
    """The `w:val` of a child, or nothing."""
    element = parent.find(f"{W}{name}") if parent is not None else None
    return (element.get(f"{W}val") or "") if element is not None else ""


def read_whole(text: str | None) -> int:
    """A whole number of an attribute; 0 for what is none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
