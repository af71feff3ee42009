"""The forms (`bentuk`) that tables of a kind may have beside their first one."""

from __future__ import annotations

from typing import Any

#: As Permendagri 86/2017 prints them: T-C.29 in eleven columns, T-C.30 in thirteen, T-C.31 two-sided, T-C.32, T-C.33.
PERMENDAGRI_86 = "permendagri-86"
#: As Permendagri 14/2026 prints them: Tabel 4.1 in seventeen columns.
PERMENDAGRI_14 = "permendagri-14"


def set_form(data: dict[str, Any], form: str) -> None:
    """Give a table that is being read its form, in place: what it states is noted by the object that it is."""
    others = {key: value for key, value in data.items() if key not in {"jenis", "bentuk", "cetak_kode"}}
    kind = data["jenis"]
    data.clear()
    data.update({"jenis": kind, "bentuk": form, **others})


def is_86(data: dict[str, Any]) -> bool:
    """Whether a table has the form of Permendagri 86/2017."""
    return data.get("bentuk") == PERMENDAGRI_86
