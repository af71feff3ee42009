"""How tables of an old document are read, whatever their kind: columns by heads, cells as values, levels by codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from renjadoc import indonesian
from renjadoc.narrative.written import escape_marks
from renjadoc.problem import shorten_text
from renjadoc.tables.layout import Node, TableLayout
from renjadoc.tables.quantities import is_absent

#: The texts of a row by the role of their columns.
Cells = dict[str, str]

_AMOUNT = re.compile(r"(?:Rp\.?)?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:00?|-))?\s*-?", re.IGNORECASE)
#: Of an amount; the budget of the country has 16.
_MOST_DIGITS = 18
CODE = re.compile(r"[0-9Xx]+(?:\.[0-9Xx]+)*")
YEAR = re.compile(r"(?:19|20)\d\d")
TOTAL = re.compile(
    r"\s*(?:(?:sub\s*|grand\s*)?(?:jumlah|total)(?:\s+(?:jumlah|total|(?:ke)?seluruh\w*|pagu|anggaran|dana|belanja|indikatif))*"
    r"|rata\s*[-–—]?\s*rata\b.*)\s*[.:]?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
PROGRAM = re.compile(r"\s*program\b", re.IGNORECASE)


class TextTable(NamedTuple):
    """A table of an old document: each column's head from top to bottom (`Rencana / Lokasi`), each row's texts."""

    heads: list[str]
    rows: list[list[str]]

    @property
    def width(self) -> int:
        return len(self.heads)


class HeadSigns(NamedTuple):
    """By which heads a kind of table is known. Kinds are tried by `rank`; the first that fits is taken.

    All of `has` must stand in the heads and none of `lacks` (regular expressions, small letters); `columns` is how many
    there are, least and most, and `years` how many heads at least must be years.
    """

    rank: int
    has: tuple[str, ...]
    lacks: str = ""
    columns: tuple[int, int] = (1, 99)
    years: int = 0

    def fit(self, table: TextTable) -> bool:
        heads = [head.casefold() for head in table.heads]
        whole = " | ".join(heads)
        dated = sum(1 for head in heads if YEAR.fullmatch(head.rpartition(" / ")[2].strip()))
        return (
            all(re.search(pattern, whole) for pattern in self.has)
            and not (self.lacks and re.search(self.lacks, whole))
            and self.columns[0] <= len(heads) <= self.columns[1]
            and dated >= self.years
        )


class Unfit(Exception):
    """A table that the form of its kind cannot hold; the message says why, in Indonesian."""


class Stated(NamedTuple):
    """A figure that the old table states and the kind computes: `node["tercatat"][key] = value` keeps it."""

    node: Node
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
    data: Node
    stated: list[Stated] = field(default_factory=list)
    anew: list[str] = field(default_factory=list)
    office: str = ""
    period: tuple[int, ...] = ()
    #: Texts of several cells that one cell says now, one after the other.
    joined: list[tuple[str, str]] = field(default_factory=list)
    #: (What became of it, which text) where cells are not as they stood, such as amounts without their cents.
    told: list[tuple[str, str]] = field(default_factory=list)
    #: The year that an evaluation by quarters evaluates, as its head says.
    evaluated: int | None = None
    #: Head of a column -> its texts, which are kept in the data and which the form prints nowhere.
    kept: dict[str, list[str]] = field(default_factory=dict)
    #: Of a Renja Perubahan's plan the plan before.
    before: Node | None = None


def read_rows(table: TextTable, roles: Sequence[str]) -> Iterator[Cells]:
    """Each row's texts by role."""
    for texts in table.rows:
        if all(text in {"…", ""} or is_absent(text) for text in texts):
            continue
        yield {role: "" if text == "…" else text for role, text in zip(roles, texts, strict=True)}


def place_columns(table: TextTable, *wanted: tuple[str, str], first: int = 0) -> list[str]:
    """The role of each column from `first` on: that of `wanted` (role, pattern) whose pattern its head has.

    Raises Unfit.
    """
    roles = []
    for column, path in list(enumerate(table.heads))[first:]:
        role = next((role for role, pattern in wanted if re.search(pattern, path, re.IGNORECASE)), "")
        if not role and any(texts[column] for texts in table.rows):
            raise Unfit(f"kolom “{shorten_text(path, 50)}” tidak ada dalam bentuk baku")
        roles.append(role or f"kosong{column}")
    doubled = {role for role in roles if roles.count(role) > 1}
    if doubled:
        raise Unfit(f"ada dua kolom untuk {', '.join(sorted(doubled))}")
    return roles


def place_in_order(table: TextTable, *roles: tuple[str, str]) -> list[str]:
    """Roles of a table whose columns must come in this order, one each. Raises Unfit."""
    paths = table.heads
    if len(paths) != len(roles):
        raise Unfit(f"mempunyai {len(paths)} kolom, bentuk baku {len(roles)}")
    for path, (_, pattern) in zip(paths, roles, strict=True):
        if not re.search(pattern, path, re.IGNORECASE):
            raise Unfit(f"kolom “{shorten_text(path, 50)}” tidak ada dalam bentuk baku")
    return [role for role, _ in roles]


def read_cells(layout: TableLayout, level: str, cells: Cells) -> Node:
    """The entered cells of a row, its columns called by their ids; an optional cell that is blank is left out."""
    node: Node = {}
    for column in layout.columns:
        entry = column.entry(level)
        if entry is None:
            continue
        value = READERS[entry.kind.name](cells.get(column.id, ""))
        value = entry.kind.blank if value is None else value
        if value is not None or not entry.optional:
            *above, last = entry.keys
            holder: Any = node
            for key in above:
                holder = holder.setdefault(key, {})
            holder[last] = value
    return node


def read_line(text: str) -> str:
    """A name in one line."""
    return escape_marks(" ".join(text.split("\n")))


def read_cell(text: str) -> Any:
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
    return _read_number(lines[0]) if len(lines) == 1 else [escape_marks(line) for line in lines]


def _read_number(text: str) -> Any:
    number = indonesian.baca_angka(text)
    if number is None or indonesian.angka(number) != text:
        if number is not None and number == int(number) and indonesian.angka(int(number)) == text:
            return int(number)
        return escape_marks(text)
    exact = int(number) if number == int(number) else float(number)
    return exact if str(exact) == str(number) else escape_marks(text)


def read_amount(text: str) -> int | None:
    """Rupiah as typed in a cell; None for an empty one, 0 where it says that there is nothing. Raises Unfit."""
    text = " ".join(text.split())
    if text in {"", "…"}:
        return None
    if is_absent(text):
        return 0
    match = _AMOUNT.fullmatch(text)
    digits = match[1].replace(".", "") if match else ""
    if not digits or len(digits) > _MOST_DIGITS:
        raise Unfit(f"“{shorten_text(text, 40)}” bukan jumlah rupiah")
    return int(digits)


def read_code(text: str) -> str | None:
    """A code as typed in a cell, without blanks; None for an empty one. Raises Unfit."""
    text = "".join(text.split()).rstrip(".")
    if not text:
        return None
    if CODE.fullmatch(text) is None:
        raise Unfit(f"“{shorten_text(text, 40)}” bukan kode")
    return text


def note_percentage(built: Built, node: Node, key: str, text: str, row: str, column: str) -> None:
    """Remember a percentage that the table states; `97,30` is 97.3, because a column shares its decimals."""
    if text.strip():
        bare = text.strip().removesuffix("%").strip()
        number = indonesian.baca_angka(bare)
        value = read_cell(bare) if number is None else int(number) if number == int(number) else float(number)
        built.stated.append(Stated(node, key, value, row, column, text))


def code_depth(code: str | None) -> int:
    """How many parts a code has."""
    return len(code.split(".")) if code else 0


def levels_by_code(rows: Sequence[tuple[str, str | None]]) -> dict[int, str]:
    """What a code of so many parts stands for: programs say so themselves, what is deeper follows from that."""
    depths = sorted({code_depth(code) for _, code in rows if code})
    programs = Counter(code_depth(code) for title, code in rows if code and PROGRAM.match(title))
    if not programs:
        return {1: "urusan", 2: "urusan", 3: "program", 5: "kegiatan", 6: "sub"}
    program = programs.most_common(1)[0][0]
    levels = {depth: "urusan" for depth in depths if depth < program} | {program: "program"}
    return levels | dict(zip([d for d in depths if d > program], ("kegiatan", "sub"), strict=False))


def levels_by_amounts(rows: Sequence[tuple[str, int | None]]) -> list[str]:
    """What each row is, by its title and amount, where no code says it; empty where the amounts do not tell.

    Programs say so themselves. Below each either all rows together make up its amount: then they are kegiatan; or the
    first is a kegiatan, the rows that make up its amount are its sub kegiatan, the next one is a kegiatan again.
    """
    starts = [index for index, (title, _) in enumerate(rows) if PROGRAM.match(title)]
    if not starts or starts[0] != 0:
        return []
    levels: list[str] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        below = _split_by_amounts(rows[start][1], [amount for _, amount in rows[start + 1 : end]])
        if below is None:
            return []
        levels += ["program", *below]
    return levels


def _split_by_amounts(whole: int | None, amounts: Sequence[int | None]) -> list[str] | None:
    if sum(amount or 0 for amount in amounts) == whole:
        return ["kegiatan"] * len(amounts)
    levels: list[str] = []
    missing = total = 0
    for amount in amounts:
        if missing == 0:
            missing = amount or 0
            total += missing
            levels.append("kegiatan")
        else:
            missing -= amount or 0
            levels.append("sub")
        if missing < 0:
            return None
    return levels if missing == 0 and total == whole else None


def _read_whole(text: str) -> int | None:
    digits = text.strip(". ")
    if digits and not re.fullmatch(rf"\d{{1,{_MOST_DIGITS}}}", digits, re.ASCII):
        raise Unfit(f"“{shorten_text(text, 40)}” bukan bilangan bulat")
    return int(digits) if digits else None


#: Name of a CellKind -> what reads the text of a cell; None for one that is blank.
READERS: dict[str, Callable[[str], Any]] = {
    "teks": lambda text: read_line(text) or None,
    "teks-boleh-kosong": lambda text: read_line(text) or None,
    "sel": read_cell,
    "uang": read_amount,
    "kode": read_code,
    "bulat": _read_whole,
}


# Years of heads

_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STEP = re.compile(r"\bn(?:\s*([-–+])\s*(\d))?(?!\w)", re.IGNORECASE)


def find_years(head: str) -> list[int]:
    """The years in a head, in their order."""
    return [int(year) for year in _ANY_YEAR.findall(head)]


_MONEY = re.compile(r"\b(?:pagu|dana|anggaran)\b(?<!sumber dana)", re.IGNORECASE)
_TARGET = re.compile(r"\btarget\b", re.IGNORECASE)
_OTHER_SIDES = re.compile(r"renstra|sebelum|semula", re.IGNORECASE)


def name_next_year(table: TextTable) -> TextTable:
    """A plan whose amounts are of two years, one after the other: heads of the later year say `(n+1)` as well.

    The plan's own year need not stand in its heads, where both a target and an amount name the later one.
    """
    amounts, targets = (
        sorted(find_years(head) for head in table.heads if sign.search(head)) for sign in (_MONEY, _TARGET)
    )
    if len(amounts) != 2 or len(amounts[1]) != 1 or any("realisasi" in head.casefold() for head in table.heads):
        return table
    later = amounts[1]
    own = [later[0] - 1]
    is_undated = not amounts[0] and not any(map(_OTHER_SIDES.search, table.heads))
    if amounts[0] != own and not (is_undated and targets in ([[], later], [own, later])):
        return table
    heads = [f"{head} (n+1)" if find_years(head) == later else head for head in table.heads]
    return table._replace(heads=heads)


def match_steps(heads: Sequence[str], steps: Sequence[int]) -> bool:
    """Whether the last year of each head is one year's distance away as `steps` say, whichever year n is.

    Heads that say `n-2` must say it of the step -2; those without a year may stand anywhere.
    """
    bases = {years[-1] - step for head, step in zip(heads, steps, strict=True) if (years := find_years(head))}
    return len(bases) <= 1 and all(
        (match := _last_step(head)) is None or match == step for head, step in zip(heads, steps, strict=True)
    )


def _last_step(head: str) -> int | None:
    """`Tahun (n-2)` -> -2, `n` -> 0; None where the head names no such year."""
    *_, match = [None, *_STEP.finditer(head)]
    if match is None:
        return None
    sign = -1 if match[1] in {"-", "–"} else 1
    return sign * int(match[2] or 0)
