"""Proposals of the people (T-C.32)."""

from __future__ import annotations

from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables.steps import Step


def rows(data: dict[str, Any], _: Folder) -> list[dict[str, Any]]:
    """One numbered row a proposal."""
    return [{"jenis": "usulan", "nomor": number, **usulan} for number, usulan in enumerate(data["usulan"], 1)]


def step(_: dict[str, Any]) -> list[Step]:
    """New proposals come every year."""
    return [Step("/usulan", value=[])]
