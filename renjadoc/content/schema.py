"""Checks the shape of a content file against its JSON schema and says each fault in Indonesian.

A fast validator answers yes for a good file; only where it says no does the explaining one run.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from renjadoc import resources
from renjadoc.content.load import Source
from renjadoc.problem import Problem


@cache
def table_kinds() -> tuple[str, ...]:
    """The values that `jenis` of a table file may have."""
    others = {"dokumen", "bab", "bagian-depan", "lampiran", "regulasi", "kerangka", "peraturan", "tinjau", "telaah"}
    names = (path.name.removesuffix(".schema.json") for path in resources.schemas_folder().glob("*.schema.json"))
    return tuple(sorted(name for name in names if name not in others))


@cache
def read_schema(name: str) -> dict[str, Any]:
    """The schema of a kind of content file: `bab`, `rencana-program`; nobody changes it."""
    schema: dict[str, Any] = json.loads(_read_schema_text(name))
    return schema


def _read_schema_text(name: str) -> str:
    return (resources.schemas_folder() / f"{name}.schema.json").read_text("utf-8")


@cache
def _load_validator(name: str) -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for(_read_schema_text(name))


def check_schema(source: Source, name: str) -> list[Problem]:
    """Every fault of shape of `source` against the schema called `name`."""
    try:
        if _load_validator(name).is_valid(source.data):
            return []
        from renjadoc.content import shape  # Late: few files need it.

        return list(shape.explain_faults(source, read_schema(name)))
    except (RecursionError, ValueError):
        # The fast validator raises ValueError on nesting beyond its limit.
        return [source.problem("RJ007", "", "isi bersarang terlalu dalam", "Kurangi kurung yang bertumpuk.")]
