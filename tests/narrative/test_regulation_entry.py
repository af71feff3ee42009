"""The types of regulations name just what the schemas allow."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from renjadoc.narrative.regulation_entry import KnownRegulation, RegulationEntry, RegulationEvent, RegulationGazette

SCHEMAS = Path(__file__).resolve().parents[2] / "schema"


def _definitions(kind: str) -> dict[str, dict[str, Any]]:
    parts = json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8"))["$defs"]
    return {name: part["properties"] for name, part in parts.items()}


def test_entries_have_the_keys_of_the_schemas() -> None:
    listed, known = _definitions("regulasi"), _definitions("peraturan")
    assert set(RegulationEntry.__annotations__) == set().union(*listed.values())
    assert set(RegulationGazette.__annotations__) == set(listed["regulasi"]["lembaran"]["properties"])
    assert set(KnownRegulation.__annotations__) == set(known["peraturan"]) | {"diubah", "frasa"}
    assert set(RegulationEvent.__annotations__) == set(known["kejadian"])
