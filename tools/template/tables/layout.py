"""What a table of the template is made of: cells, heads, rows, and the cells that tables have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A cell of a body row: what stands in it, in which style, over how many columns, merged how."""

    words: str = ""
    style: str = "TabelIsi"
    span: int = 1
    merge: str = ""  # "restart" opens a cell that the rows below continue with "continue"
    width: int | None = None  # only where the columns are not known before the table is filled
    held: bool = False  # its row stays with the next; Word asks the first cell
    above: str = ""  # a value that stands over it in small grey letters where there is one
    free: bool = False  # docxtpl's {% colspan %} writes gridSpan first, so such a cell may carry no width


@dataclass(frozen=True)
class Head:
    """A head cell over `span` columns and `down` rows."""

    words: str
    span: int = 1
    down: int = 1


@dataclass(frozen=True)
class Row:
    """The row that is printed for `baris.jenis == kind`; one that is `held` stays on the page of the row below it."""

    kind: str
    cells: Sequence[Cell]
    held: bool = False


@dataclass(frozen=True)
class Table:
    """A pattern of the template: `blok.pola == name`."""

    name: str
    title: str
    description: str
    landscape: bool
    widths: Sequence[int]
    heads: Sequence[Sequence[Head | Cell]]
    rows: Sequence[Row]
    numbers: Sequence[str | Cell] = ()
    tight: bool = False  # heads in smaller letters


def sel(name: str, style: str = "TabelIsi", **more: object) -> Cell:
    """A cell value of any kind: words, lines, a number, or open."""
    return Cell(f"{{{{ baris.{name}|sel }}}}", style, **more)  # type: ignore[arg-type]


def tengah(name: str) -> Cell:
    return sel(name, "TabelTengah")


def tebal(name: str, span: int = 1) -> Cell:
    return sel(name, "TabelIsiTebal", span=span)


def uang(name: str, style: str = "TabelAngka") -> Cell:
    return Cell(f"{{{{ baris.{name}|angka }}}}", style)


def uang_tebal(name: str) -> Cell:
    return uang(name, "TabelAngkaTebal")


def persen(name: str, style: str = "TabelTengah") -> Cell:
    return Cell(f"{{{{ baris.{name}|persen_polos }}}}", style)


def kosong(count: int = 1) -> list[Cell]:
    return [Cell()] * count


def ulangan() -> tuple[Cell, ...]:
    """Number and name of a kegiatan once more, in grey: on whatever page a row stands, it says what it belongs to.

    No cell is merged down for that: what Word leaves of one at the top of the next page is blank.
    """
    return sel("nomor", "TabelTengahUlangan"), sel("uraian", "TabelIsiUlangan")


def bernama(name: str, style: str = "TabelIsi") -> Cell:
    """The name of a row, below what heads its group: on whatever page the row stands, it says what it belongs to."""
    return sel(name, style, above="baris.ulangan")


def counted(count: int, **formula: str) -> list[str]:
    """1 … count, some with how they are computed: counted(12, k9="8/7")."""
    return [f"{n} = {formula[f'k{n}']}" if f"k{n}" in formula else str(n) for n in range(1, count + 1)]
