"""Proposals of the people (T-C.32)."""

from __future__ import annotations

from typing import Any

from renjadoc.content.folder import Folder


def rows(data: dict[str, Any], _: Folder) -> list[dict[str, Any]]:
    """One numbered row a proposal."""
    return [{"jenis": "usulan", "nomor": number, **usulan} for number, usulan in enumerate(data["usulan"], 1)]
