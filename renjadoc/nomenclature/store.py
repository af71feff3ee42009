"""The user's own nomenclatures, an edition a year, in one SQLite file in the user's data folder."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_data_path

from renjadoc.nomenclature.entry import NomenclatureEntry, depth_of
from renjadoc.problem import Location, Problem, ProblemsFound

#: Changed when the tables do: a file of another form is not read.
_FORM = 1
_TABLES = f"""
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS edisi (tahun INTEGER PRIMARY KEY, berkas TEXT, banyak INTEGER);
    CREATE TABLE IF NOT EXISTS baris (
        tahun INTEGER, tingkat TEXT, kode TEXT, dalam INTEGER, nama TEXT, kinerja TEXT, indikator TEXT, satuan TEXT,
        tags TEXT, sebelum TEXT, PRIMARY KEY (tahun, tingkat, kode)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS per_nama ON baris (tahun, dalam, nama COLLATE NOCASE);
    PRAGMA user_version = {_FORM};
    COMMIT;
"""


class Edition(NamedTuple):
    """An installed nomenclature: the year of the plans it is for, the file it came from, how many entries it has."""

    tahun: int
    berkas: str
    banyak: int


def store_path() -> Path:
    """Where the store lies, whether it is there or not."""
    return user_data_path("renjadoc", appauthor=False) / "nomenklatur.sqlite"


def install_edition(tahun: int, name: str, entries: Iterable[NomenclatureEntry]) -> Edition:
    """Put an edition into the store, in the place of one of that year. Raises ProblemsFound; then nothing changed."""
    rows = list(entries)
    path = store_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(path)) as connection:
            _refuse_other_form(connection)
            connection.executescript(_TABLES)
            with connection:
                write_edition(connection, tahun, name, rows)
    except (OSError, sqlite3.Error) as error:
        raise _broken_store(error) from error
    return Edition(tahun, name, len(rows))


def write_edition(connection: sqlite3.Connection, tahun: int, name: str, rows: list[NomenclatureEntry]) -> None:
    """The rows of an edition into the tables, in the place of those that it had."""
    connection.execute("DELETE FROM baris WHERE tahun = ?", (tahun,))
    connection.execute("INSERT OR REPLACE INTO edisi VALUES (?, ?, ?)", (tahun, name, len(rows)))
    connection.executemany(
        "INSERT OR REPLACE INTO baris VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (tahun, one.tingkat, one.kode, depth_of(one.kode), one.nama, one.kinerja, one.indikator, one.satuan,
             one.tags, one.before)
            for one in rows
        ),
    )  # fmt: skip
    connection.execute("ANALYZE")  # Without it SQLite takes names for no shorter way than reading every row.


def list_editions() -> list[Edition]:
    """What is installed, the newest first; nothing where no store can be read."""
    with open_store() as connection, contextlib.suppress(sqlite3.Error):
        if connection is not None:
            found = connection.execute("SELECT tahun, berkas, banyak FROM edisi ORDER BY tahun DESC").fetchall()
            return [Edition(*row) for row in found if tuple(map(type, row)) == (int, str, int)]
    return []


def find_year(connection: sqlite3.Connection, tahun: int) -> int | None:
    """The newest edition that is for this year or an earlier one."""
    try:
        found: int | None = connection.execute("SELECT max(tahun) FROM edisi WHERE tahun <= ?", (tahun,)).fetchone()[0]
    except sqlite3.Error:
        return None
    return found


@contextlib.contextmanager
def open_store() -> Iterator[sqlite3.Connection | None]:
    """The store to read from, None where there is none that can be read."""
    connection = connect_store()
    try:
        yield connection
    finally:
        if connection is not None:
            connection.close()


def connect_store() -> sqlite3.Connection | None:
    """A connection that only reads, None where there is no store that can be read."""
    path = store_path()
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
    except sqlite3.Error:
        return None
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == _FORM:
            connection.execute("SELECT 1 FROM edisi, baris LIMIT 1")  # One whose making was cut off has no tables.
            return connection
    except sqlite3.Error:
        pass
    connection.close()
    return None


def make_memory(entries: list[NomenclatureEntry]) -> sqlite3.Connection:
    """The same tables in memory, for the list that a content folder carries; its year is 0."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.executescript(_TABLES)
    write_edition(connection, 0, "", entries)
    return connection


def _refuse_other_form(connection: sqlite3.Connection) -> None:
    form = connection.execute("PRAGMA user_version").fetchone()[0]
    if form not in {0, _FORM}:
        raise sqlite3.DatabaseError(f"bentuk {form}, bukan {_FORM}")


def _broken_store(error: Exception) -> ProblemsFound:
    hint = f"Hapus atau pindahkan berkas itu, lalu pasang lagi nomenklaturnya: {store_path()}"
    message = f"simpanan nomenklatur tidak dapat ditulis ({error})"
    return ProblemsFound([Problem("RJ090", Location(store_path().name), message, hint)])
