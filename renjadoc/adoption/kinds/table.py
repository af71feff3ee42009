"""How tables are read, whatever their kind: columns by their heads, cells as values, levels by codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from renjadoc import indonesian
from renjadoc.adoption import words
from renjadoc.adoption.grids import TableGrid

Data = dict[str, Any]
#: The texts of a row by the role of their columns.
Cells = dict[str, str]

_AMOUNT = re.compile(r"(?:Rp\.?)?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:00?|-))?\s*-?", re.IGNORECASE)
CODE = re.compile(r"[0-9Xx]+(?:\.[0-9Xx]+)*")
YEAR = re.compile(r"(?:19|20)\d\d")
TOTAL = re.compile(
    r"\s*(?:(?:sub\s*|grand\s*)?(?:jumlah|total)(?:\s+(?:jumlah|total|(?:ke)?seluruh\w*|pagu|anggaran|dana|belanja|indikatif))*"
    r"|rata\s*[-–—]?\s*rata\b.*)\s*[.:]?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
PROGRAM = re.compile(r"\s*program\b", re.IGNORECASE)


class Unfit(Exception):
    """A table that the form of its kind cannot hold; the message says why, in Indonesian."""


@dataclass(frozen=True)
class Stated:
    """A figure that the old table states and the kind computes: `node["tercatat"][key] = value` keeps it."""

    node: Data
    key: str
    value: Any
    row: str
    column: str
    text: str


@dataclass
class Built:
    """A table read as data. `anew` are texts that the kind makes itself: row numbers, labels of totals.

    `office` is the short name of the office that the table prints, `period` the years of the Renstra that its head
    says: first and last, or the last alone.
    """

    kind: str
    data: Data
    stated: list[Stated] = field(default_factory=list)
    anew: list[str] = field(default_factory=list)
    office: str = ""
    period: tuple[int, ...] = ()


def rows(grid: TableGrid, roles: Sequence[str]) -> Iterator[Cells]:
    """Each row's texts by role."""
    for row in grid.body:
        texts = grid.row_texts(row)
        if not any(texts) or all(text in {"…", "-", ""} for text in texts):
            continue
        yield {role: "" if text == "…" else text for role, text in zip(roles, texts, strict=True)}


def roles(grid: TableGrid, *wanted: tuple[str, str], first: int = 0) -> list[str]:
    """The role of each column from `first` on: that of `wanted` (role, pattern) whose pattern its head has.

    Raises Unfit.
    """
    roles = []
    for column, path in list(enumerate(grid.head_paths()))[first:]:
        role = next((role for role, pattern in wanted if re.search(pattern, path, re.IGNORECASE)), "")
        if not role and any(grid.row_texts(row)[column] for row in grid.body):
            raise Unfit(f"kolom “{words.shorten_text(path, 50)}” tidak ada dalam bentuk baku")
        roles.append(role or f"kosong{column}")
    doubled = {role for role in roles if roles.count(role) > 1}
    if doubled:
        raise Unfit(f"ada dua kolom untuk {', '.join(sorted(doubled))}")
    return roles


def in_order(grid: TableGrid, *roles: tuple[str, str]) -> list[str]:
    """Roles of a table whose columns must come in this order, one each. Raises Unfit."""
    paths = grid.head_paths()
    if len(paths) != len(roles):
        raise Unfit(f"mempunyai {len(paths)} kolom, bentuk baku {len(roles)}")
    for path, (_, pattern) in zip(paths, roles, strict=True):
        if not re.search(pattern, path, re.IGNORECASE):
            raise Unfit(f"kolom “{words.shorten_text(path, 50)}” tidak ada dalam bentuk baku")
    return [role for role, _ in roles]


def line(text: str) -> str:
    """A name in one line."""
    return words.escape_marks(" ".join(text.split("\n")))


def sel(text: str) -> Any:
    """A cell: a number where it prints as it was typed, a text, several lines, or None for an empty one."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and indonesian.baca_angka(lines[-1]) is not None and not line[:1].isdigit():
            # `1.000` above `masyarakat` is one line that was too long for its cell.
            lines[-1] += f" {line}"
        elif line.strip():
            lines.append(line.strip())
    if not lines:
        return None
    return _number(lines[0]) if len(lines) == 1 else [words.escape_marks(line) for line in lines]


def _number(text: str) -> Any:
    number = indonesian.baca_angka(text)
    if number is None or indonesian.angka(number) != text:
        if number is not None and number == int(number) and indonesian.angka(int(number)) == text:
            return int(number)
        return words.escape_marks(text)
    exact = int(number) if number == int(number) else float(number)
    return exact if str(exact) == str(number) else words.escape_marks(text)


def amount(text: str) -> int | None:
    """Rupiah as typed in a cell; None for an empty one. Raises Unfit."""
    text = " ".join(text.split())
    if text in {"", "-", "…"}:
        return None
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise Unfit(f"“{words.shorten_text(text, 40)}” bukan jumlah rupiah")
    return int(match[1].replace(".", ""))


def code(text: str) -> str | None:
    """A code as typed in a cell, without blanks; None for an empty one. Raises Unfit."""
    text = "".join(text.split()).rstrip(".")
    if not text:
        return None
    if CODE.fullmatch(text) is None:
        raise Unfit(f"“{words.shorten_text(text, 40)}” bukan kode")
    return text


def state(built: Built, node: Data, key: str, text: str, row: str, column: str) -> None:
    """Remember a percentage that the table states."""
    if text.strip():
        value = sel(text.strip().removesuffix("%").strip())
        built.stated.append(Stated(node, key, value, row, column, text))


def depth(code: str | None) -> int:
    """How many parts a code has."""
    return len(code.split(".")) if code else 0


def code_levels(rows: Sequence[tuple[str, str | None]]) -> dict[int, str]:
    """What a code of so many parts stands for: programs say so themselves, what is deeper follows from that."""
    depths = sorted({depth(code) for _, code in rows if code})
    programs = Counter(depth(code) for title, code in rows if code and PROGRAM.match(title))
    if not programs:
        return {1: "urusan", 2: "urusan", 3: "program", 5: "kegiatan", 6: "sub"}
    program = programs.most_common(1)[0][0]
    levels = {depth: "urusan" for depth in depths if depth < program} | {program: "program"}
    return levels | dict(zip([d for d in depths if d > program], ("kegiatan", "sub"), strict=False))
