"""A regulation as the page asks for it: its facts, the chain of what amended it, and both put together again."""

from __future__ import annotations

from functools import cache
from typing import Any

from renjadoc.desk.schema_fields import list_fields
from renjadoc.narrative.citation import list_amendments
from renjadoc.narrative.regulation_entry import RegulationEntry
from renjadoc.questions import Question

_KIND, _AMENDED, _PHRASE = "regulasi", "diubah", "frasa"
#: The definition of an amendment that says how it is cited; those of a chain do not.
_ALONE = "diubah"


@cache
def list_law_questions() -> tuple[Question, ...]:
    """What is asked of a regulation, from the schema's own titles; pointers are those within its entry."""
    return tuple(list_fields(_KIND, {}, (_AMENDED,), within="regulasi"))


@cache
def list_amendment_questions() -> tuple[Question, ...]:
    """What is asked of a regulation that amends another one; the words before it only where it is cited alone."""
    asked = list_fields(_KIND, {}, (), within=_ALONE)
    return tuple(one._replace(required=False) if one.pointer == f"/{_PHRASE}" else one for one in asked)


def read_amendments(entry: RegulationEntry) -> list[RegulationEntry]:
    """What amended a regulation, from the first."""
    return [one.copy() for one in list_amendments(entry)]


def join_amendments(law: dict[str, Any], amendments: list[RegulationEntry]) -> dict[str, Any]:
    """A regulation with what amended it: one alone with its phrase as it is written, others as a chain without."""
    if not amendments:
        return law
    if len(amendments) == 1 and _PHRASE in amendments[0]:
        return {**law, _AMENDED: amendments[0]}
    chain = [{key: value for key, value in one.items() if key != _PHRASE} for one in amendments]
    return {**law, _AMENDED: chain}
