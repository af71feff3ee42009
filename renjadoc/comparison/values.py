"""The other values of two folders: office, regulations, and the cells of tables that are no plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from renjadoc.checks import walk
from renjadoc.comparison.differences import ValueChange, write_place, write_value
from renjadoc.content.folder import Folder
from renjadoc.narrative import citation
from renjadoc.reading import Reading


def compare_values(old: Reading, new: Reading) -> list[ValueChange]:
    """What differs in the office's data, in regulations and in tables that are no plan."""
    return [*_compare_offices(old, new), *_compare_regulations(old.folder, new.folder), *_compare_tables(old, new)]


def _compare_offices(old: Reading, new: Reading) -> Iterator[ValueChange]:
    """The values of dokumen.json."""
    before, after = ({(write_place(at), 0): v for at, v in _walk_office(r.folder.dokumen.data)} for r in (old, new))
    yield from _compare_rows("dokumen.json", {"": before}, {"": after}, old, new)


def _compare_regulations(old: Folder, new: Folder) -> Iterator[ValueChange]:
    """The regulations that one folder lists and the other does not, or cites otherwise."""
    before, after = _cite_all(old), _cite_all(new)
    for name in dict.fromkeys([*after, *before]):
        if before.get(name) != after.get(name):
            yield ValueChange("regulasi", name, "", before.get(name, ""), after.get(name, ""))


def _cite_all(folder: Folder) -> dict[str, str]:
    return {
        citation.regulation_key(entry): citation.write_citation(entry)
        for source in folder.regulasi.values()
        for entry in source.data["regulasi"]
    }


def _compare_tables(old: Reading, new: Reading) -> Iterator[ValueChange]:
    """The cells of the tables that are no plan: by the code or name of their row, and by the year they stand for."""
    for name in dict.fromkeys([*new.folder.tabel, *old.folder.tabel]):
        before, after = (_table_data(r.folder, name) for r in (old, new))
        known = dict(_find_names(before))
        rows = _group_by_row(before, old.folder.tahun, {}), _group_by_row(after, new.folder.tahun, known)
        yield from _compare_rows(f"tabel/{name}.json", *rows, old, new)


def _table_data(folder: Folder, name: str) -> Any:
    source = folder.tabel.get(name)
    return source.data if source and source.data["jenis"] != "rencana-program" else {}


def _find_names(data: Any) -> Iterator[tuple[str, str]]:
    """The names of rows by their codes."""
    for member in data.values() if isinstance(data, dict) else data:
        if isinstance(member, dict) and member.get("kode") and isinstance(member.get("nama"), str):
            yield member["kode"], member["nama"]
        if isinstance(member, dict | list):
            yield from _find_names(member)


Cells = dict[tuple[str, int], Any]


def _group_by_row(data: object, tahun: int, known: dict[str, str]) -> dict[str, Cells]:
    """Row -> its cells by column, with a count where names come more than once; `known` are former names by code."""
    rows: dict[str, Cells] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for row, column, value in _walk_table(data, "", "", known):
        title = walk.in_words(column, tahun)
        rows.setdefault(row, {})[title, counts[row, title]] = value
        counts[row, title] += 1
    return rows


def _compare_rows(
    file: str, before: dict[str, Cells], after: dict[str, Cells], old: Reading, new: Reading
) -> Iterator[ValueChange]:
    another_year = old.folder.tahun != new.folder.tahun
    for row in dict.fromkeys([*after, *before]):
        if row not in before or row not in after:
            cells = _write_row(before.get(row, {}), old), _write_row(after.get(row, {}), new)
            yield ValueChange(file, row, "seluruh baris", *cells)
            continue
        for key in dict.fromkeys([*after[row], *before[row]]):
            values = before[row].get(key), after[row].get(key)
            # A column that another year's table no longer has says nothing.
            if values[0] != values[1] and not (another_year and key not in after[row]):
                shown = [_write_cell(value, key[0], r) for value, r in zip(values, (old, new), strict=True)]
                yield ValueChange(file, row, key[0], *shown)


def _write_row(cells: Cells, reading: Reading) -> str:
    """A row that stands on one side alone; rows of one name after each other."""
    filled = [(title, value) for (title, _), value in cells.items() if value is not None]
    shown = [
        f"{title} {_write_cell(value, title, reading)}" for title, value in filled if title not in {"nama", "usulan"}
    ]
    return "; ".join(shown)


def _write_cell(value: object, column: str, reading: Reading) -> str:
    if column in _YEARS:
        return str(value)
    return reading.printed(value) if isinstance(value, str) else write_value(value)


#: What is no amount, though a number.
_YEARS = {"tahun", "renstra awal", "renstra akhir"}


def _walk_office(data: Any, column: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of the office's data with its path."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _walk_office(value, f"{column}/{key}")
        elif key != "$schema":
            yield f"{column}/{key}", value


def _walk_table(data: object, row: str, column: str, known: dict[str, str]) -> Iterator[tuple[str, str, Any]]:
    """Every value of a table: the name of its row, its path below that row, and the value."""
    if isinstance(data, dict):
        if isinstance(name := data.get("nama") or data.get("usulan"), str):
            row, column = known.get(data.get("kode") or "", name), ""
        for key, value in data.items():
            # Captions and notes are compared with the narrative.
            if key not in {"$schema", "keterangan"} and (key != "judul" or row or not isinstance(value, list)):
                yield from _walk_table(value, row, f"{column}/{key}", known)
    elif isinstance(data, list) and (not data or any(isinstance(value, dict | list) for value in data)):
        for index, value in enumerate(data):
            yield from _walk_table(value, row, column if isinstance(value, dict) else f"{column}/{index + 1}", known)
    else:
        yield row, column, data
