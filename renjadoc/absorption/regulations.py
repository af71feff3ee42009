"""A regulation that was edited in Word, merged with what its printed form does not show."""

from __future__ import annotations

from typing import cast

from renjadoc.absorption.units import Unit
from renjadoc.narrative import citation, typed_citation
from renjadoc.narrative.regulation_entry import RegulationEntry


def merge_regulation(text: str, ours: Unit, theirs: Unit) -> RegulationEntry | None:
    """The entry that is printed as `text`; None if it cannot be read as one."""
    held: RegulationEntry = ours.raw
    if text == ours.text:
        return held.copy()
    entry = theirs.raw if text == theirs.text else typed_citation.read_any(text)
    return _keep_unprinted(held, entry) if entry else None


def _keep_unprinted(ours: RegulationEntry, theirs: RegulationEntry) -> RegulationEntry:
    """A regulation as it came back, with the amendments that its printed form leaves out; keys in their order."""
    chain, last = ours.get("diubah"), theirs.get("diubah")
    if isinstance(chain, list) and isinstance(last, dict):
        # Of a chain only the last is printed; the ones before it stay.
        same = citation.regulation_name(last) == citation.regulation_name(chain[-1])
        plain = last.copy()
        plain.pop("frasa", None)
        theirs = {**theirs, "diubah": chain if same else [*chain[:-1], plain]}
    values: dict[str, object] = {**theirs}
    return cast(RegulationEntry, {key: values[key] for key in (*ours, *theirs) if key in theirs})
