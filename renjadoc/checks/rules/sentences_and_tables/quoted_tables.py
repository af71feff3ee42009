"""The ad-hoc tables that a section of the narrative quotes, as numbers with the names of their rows and their years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Any, NamedTuple

from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.rules.tables.adhoc_tables import list_titles, numbers_columns, read_figure
from renjadoc.content.load import Source
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading
from renjadoc.tables.bebas import spread_cells

#: A longer table is no summary that a text tells of.
_MOST_ROWS = 60
_WORDED = re.compile(r"[A-Za-z]{2}")
_YEAR = re.compile(r"\b20\d\d\b")
_TOTAL = re.compile(r"(?:grand |sub ?)?(?:jumlah|total|rata-rata)\b", re.IGNORECASE)
#: What a title says before this is what the table counts.
_BY = re.compile(r"\b(?:menurut|per|berdasarkan|tahun|di|pada|hasil)\b|\(", re.IGNORECASE)
_SHARE = re.compile(r"%|persen|bagian|porsi|proporsi|perubahan|pertumbuhan", re.IGNORECASE)


class ToldChange(NamedTuple):
    """From one year's number of a row to another's."""

    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        return self.after - self.before

    @property
    def growth(self) -> Decimal | None:
        """In percent; None from nothing."""
        return self.difference * 100 / self.before if self.before > 0 else None


class QuotedRow(NamedTuple):
    """A row: its name, the stems of that (of a total what the table counts), its numbers by column."""

    name: str
    stems: frozenset[str]
    is_total: bool
    numbers: dict[int, Decimal]


def _sums_up(rows: list[QuotedRow]) -> bool:
    """Whether the last of some rows is all the others together: it may be called by the name of the region."""
    *above, last = rows
    sums = {column: sum((row.numbers.get(column, Decimal(0)) for row in above), Decimal(0)) for column in last.numbers}
    return len(above) > 1 and any(sums[column] == number > 0 for column, number in last.numbers.items())


class QuotedTable:
    """An ad-hoc table with its rows of numbers. `subject` are the stems of what it counts."""

    def __init__(self, source: Source, reading: Reading) -> None:
        self.source = source
        self.titles = [reading.printed(title) for title in list_titles(source)]
        said = reading.printed(" ".join(source.data["judul"]))
        self.subject = read_stems(_BY.split(said)[0])
        self._dated = frozenset(map(int, _YEAR.findall(said)))
        self.rows = tuple(self._list_rows(reading))

    def _list_rows(self, reading: Reading) -> Iterator[QuotedRow]:
        above: list[QuotedRow] = []
        for row in self.source.data["baris"][:_MOST_ROWS]:
            cells = [reading.printed(cell) if isinstance(cell, str) else cell for cell in spread_cells(row)]
            name = next((cell.strip("* ") for cell in cells if isinstance(cell, str) and _WORDED.search(cell)), "")
            numbers = {} if numbers_columns(row) else self._read_numbers(cells, name)
            if numbers:
                is_total = _TOTAL.match(name) is not None
                row = QuotedRow(name, self.subject if is_total else read_stems(name), is_total, numbers)
                above.append(row)
                yield row._replace(stems=self.subject, is_total=True) if _sums_up(above) else row

    def _read_numbers(self, cells: list[Any], name: str) -> dict[int, Decimal]:
        found = {}
        for column, title in enumerate(self.titles):
            is_number = column < len(cells) and cells[column] != name and title not in {"no", "no.", "nomor", "kode"}
            number = read_figure(cells, column) if is_number else None
            if number is not None:
                found[column] = number
        return found

    @property
    def words(self) -> list[str]:
        """The words of the first head: what each row is."""
        return re.findall(r"[a-z]+", self.titles[0].casefold()) if self.titles else []

    @cached_property
    def years(self) -> dict[int, int]:
        """The columns that are of a year, with it, in its order."""
        found = {column: int(match[0]) for column, title in enumerate(self.titles) if (match := _YEAR.search(title))}
        return dict(sorted(found.items(), key=lambda item: item[1]))

    @cached_property
    def shares(self) -> frozenset[int]:
        """The columns that hold percentages."""
        return frozenset(column for column, title in enumerate(self.titles) if _SHARE.search(title))

    @cached_property
    def total(self) -> QuotedRow | None:
        """The row of all others, where the table ends with one."""
        return self.rows[-1] if self.rows and self.rows[-1].is_total else None

    @property
    def details(self) -> list[QuotedRow]:
        """The rows that are no totals."""
        return [row for row in self.rows if not row.is_total]

    def name_rows(self, stems: frozenset[str]) -> list[QuotedRow]:
        """The rows that a text names by all their words, the most telling only; the total where it names but it."""
        rows = [row for row in self.details if row.stems and row.stems <= stems]
        rows = [row for row in rows if not any(row.stems < other.stems for other in rows)]
        return rows or ([self.total] if self.total and self.total.stems and self.total.stems <= stems else [])

    def name_columns(self, stems: frozenset[str]) -> list[int]:
        """The columns that a text names by all words of their heads; all where it names none."""
        heads = [read_stems(title) for title in self.titles]
        named = [column for column, head in enumerate(heads) if column and head and head <= stems]
        return named or list(range(len(self.titles)))

    def list_changes(self, row: QuotedRow) -> list[ToldChange]:
        """The changes between the years of a row, and between its two numbers where it has no years."""
        columns = [column for column in self.years if column in row.numbers and column not in self.shares]
        return [ToldChange(row.numbers[one], row.numbers[other]) for one, other in combinations(columns, 2)]

    def list_shares(self, row: QuotedRow) -> Iterator[Decimal]:
        """What share in percent the numbers of a row are of the total's, of the row's largest, and of one another."""
        for column, number in row.numbers.items():
            if column in self.shares:
                yield number
                continue
            whole = self.total.numbers.get(column, Decimal(0)) if self.total else Decimal(0)
            if whole > 0:
                yield number * 100 / whole
            for other, beside in row.numbers.items():
                if other != column and other not in self.shares and beside > 0:
                    yield number * 100 / beside


@lru_cache(maxsize=2)
def list_quoted(reading: Reading) -> dict[tuple[str, str], list[QuotedTable]]:
    """The ad-hoc tables by the section in which they stand or are pointed to, each section by file and pointer."""
    tables = {source.path.stem: QuotedTable(source, reading) for source in reading.folder.tables_of("bebas")}
    found: dict[tuple[str, str], list[QuotedTable]] = defaultdict(list)
    labels = {reading.outline.labels.get(stem, ""): stem for stem in tables}
    told = "|".join(rf"{re.escape(label)}(?!\.?\d)" for label in labels if label)
    pattern = re.compile(told) if told else None
    for section in reading.outline.all_sections if tables else ():
        placed = [block["tabel"] for _, block in section.blocks() if isinstance(block, dict) and "tabel" in block]
        found[key_of(section)] += [tables[name] for name in placed if name in tables]
    for passage in reading.passages if pattern else ():
        if passage.section is not None and passage.kind != "judul_tabel":
            named = [tables[labels[match]] for match in pattern.findall(passage.text)] if pattern else []
            known = found[key_of(passage.section)]
            known += [table for table in dict.fromkeys(named) if table not in known]
    return found


def key_of(section: Section) -> tuple[str, str]:
    """What tells a section from every other."""
    return section.source.name, section.pointer
