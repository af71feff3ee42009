"""Evaluation of last year's Renja (T-C.29): programs, kegiatan and sub kegiatan with their computed percentages.

Two forms are in use: twelve columns as Permendagri 54/2010 led to, and the eleven of Permendagri 86/2017, with
what was realised up to n-3 where the others have two columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables.forms import is_86
from renjadoc.tables.quantities import tingkat
from renjadoc.tables.steps import Step

Node = dict[str, Any]

#: The lists of rows, each within a row of the one before.
LEVELS = ("program", "kegiatan", "sub_kegiatan")
_YEARS = ("renja_n-2", "renja_n-1")
#: The computed percentages: which cell against which.
PERCENTAGES = {
    "renja_n-2_persen": ("renja_n-2/realisasi", "renja_n-2/target"),
    "renstra_persen": ("renja_n-1/realisasi", "target_renstra"),
}
_NO_FIGURES = {"kode", "nama", "bidang", "tercatat", *LEVELS}
_FIRST = ("indikator", "target_renstra")
_LAST = tuple(f"{year}/{key}" for year in _YEARS for key in ("target", "realisasi"))
#: What becomes the target of the running year; all but what stands first is opened.
_MOVED = ("target_n-2", "renja_n-2/target")


def nodes(data: Node, pointer: str = "", depth: int = 0) -> Iterator[tuple[str, Node]]:
    """Every program, kegiatan and sub kegiatan with its pointer, as printed: parents before children."""
    if depth < len(LEVELS):
        for index, node in enumerate(data.get(LEVELS[depth], [])):
            at = f"{pointer}/{LEVELS[depth]}/{index}"
            yield at, node
            yield from nodes(node, at, depth + 1)


def is_above(node: Node) -> bool:
    """Whether a row stands above others, so that it may be no more than a name."""
    return "kegiatan" in node or bool(node.get("sub_kegiatan"))


def figures(node: Node) -> dict[str, Any]:
    """What a row states, by the places of its cells (`renja_n-2/target`); nothing for a row that is only a name."""
    own = {key: value for key, value in node.items() if key not in _NO_FIGURES}
    years = {f"{year}/{key}": value for year in _YEARS for key, value in own.pop(year, {}).items()}
    stated = own | years
    return {} if is_above(node) and all(value is None for value in stated.values()) else stated


def percentages(node: Node) -> dict[str, Decimal | None]:
    """Both percentages of a row, unrounded, None where they cannot be computed; the names are those of `tercatat`."""
    stated = figures(node)
    return {name: tingkat(stated.get(reached), stated.get(wanted)) for name, (reached, wanted) in PERCENTAGES.items()}


def rows(data: Node, _: Folder) -> list[dict[str, Any]]:
    """One row a program, kegiatan or sub kegiatan. A row above others is blank where it states nothing."""
    before = ("realisasi_sd_n-3",) if is_86(data) else ("target_n-2", "realisasi_sd_n-2")
    cells = [*_FIRST, *before, *_LAST]
    return [_row(node, cells) for _, node in nodes(data)]


def _row(node: Node, cells: list[str]) -> dict[str, Any]:
    stated, blank = figures(node), "" if is_above(node) else None
    kind = "program" if "kegiatan" in node else "kegiatan"
    row = {"jenis": kind, "kode": node["kode"], "nama": node["nama"]}
    row |= {_printed(cell): stated.get(cell, blank) for cell in cells}
    for name, value in percentages(node).items():
        reached = stated.get(PERCENTAGES[name][0], blank)
        row[_printed(name)] = "" if reached == blank == "" else value
    return row


def _printed(cell: str) -> str:
    """A cell as templates call it: `renja_n-2/target` -> `renja_n2_target`."""
    return cell.replace("n-", "n").replace("/", "_")


def step(data: Node) -> Iterator[Step]:
    """The target of the running year becomes last year's; what was reached, and the new running year, are open.

    A row above others stays a name, and blank where it was left blank.
    """
    for at, node in nodes(data):
        stated = figures(node)
        running = f"{at}/renja_n-1/target" if "renja_n-1/target" in stated else None
        for cell, value in stated.items():
            if cell in _MOVED:
                yield Step(f"{at}/{cell}", running)
            elif cell not in _FIRST and not (value == "" and is_above(node)):
                yield Step(f"{at}/{cell}")
        yield from (Step(f"{at}/tercatat/{cell}") for cell in node.get("tercatat", {}))
