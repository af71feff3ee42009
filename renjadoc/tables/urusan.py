"""Urusan and bidang urusan by the codes of programs: their names, and which of them have minimum standards (SPM)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from renjadoc import resources

#: How many parts of a code say the urusan, and how many its bidang.
_WIDTHS = (1, 2)


class Urusan(NamedTuple):
    """An urusan or bidang urusan: its code (`2`, `2.17`; None where it is not known) and its name."""

    code: str | None
    name: str


@cache
def _read_known() -> dict[str, Any]:
    known: dict[str, Any] = resources.read_data("urusan.json")
    return known


def name_urusan(code: str) -> str:
    """The name of an urusan or bidang urusan by its code, `""` for one that does not exist (UU 23/2014, Lampiran)."""
    return str(_read_known()["nama"].get(code, ""))


def has_spm(code: str) -> bool:
    """Whether the bidang urusan of a code has minimum standards of service (PP 2/2018)."""
    return ".".join(code.split(".")[:2]) in _read_known()["spm"]


def bidang_of(codes: Sequence[str | None]) -> list[str]:
    """The bidang urusan (`2.17`) of each program by its code; `""` where none is known.

    Program 01 (`X.XX.01`) supports every bidang urusan: it goes with the next program, or with the one before.
    """
    own = [_read_bidang(code) for code in codes]
    following = ""
    found: list[str] = []
    for bidang in reversed(own):
        following = bidang or following
        found.append(following)
    last = next((bidang for bidang in reversed(own) if bidang), "")
    return [bidang or last for bidang in reversed(found)]


def _read_bidang(code: str | None) -> str:
    parts = (code or "").split(".")
    return ".".join(parts[:2]) if len(parts) > 1 and name_urusan(".".join(parts[:2])) else ""


def begin_urusan(codes: Sequence[str | None]) -> Iterator[list[Urusan]]:
    """For each program, in their order, the urusan and bidang urusan that begin with it, the wider first."""
    running: list[str] = []
    for bidang in bidang_of(codes):
        parts = bidang.split(".")
        here = [".".join(parts[:width]) for width in _WIDTHS] if bidang else running
        first = next((depth for depth, code in enumerate(here) if code not in running[depth : depth + 1]), len(here))
        running = here
        yield [Urusan(code, name_urusan(code)) for code in here[first:]]
