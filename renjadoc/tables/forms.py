"""The forms (`bentuk`) that tables of a kind may have beside their first one."""

from __future__ import annotations

from typing import Any

#: As Permendagri 86/2017 prints them: T-C.29 in eleven columns, T-C.30 in thirteen.
PERMENDAGRI_86 = "permendagri-86"


def is_86(data: dict[str, Any]) -> bool:
    """Whether a table has the form of Permendagri 86/2017."""
    return data.get("bentuk") == PERMENDAGRI_86
