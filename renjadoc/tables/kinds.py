"""All kinds of tables, found in the modules of this room that say `KIND`, and the tables of a folder read by them."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

from renjadoc import tables
from renjadoc.content.folder import Folder
from renjadoc.tables import target_renstra
from renjadoc.tables.kind import ReadTable, TableKind
from renjadoc.tables.layout import Around
from renjadoc.tables.old import Built, TextTable, Unfit, name_next_year


def _find_kinds() -> Iterator[TableKind]:
    for module in pkgutil.iter_modules(tables.__path__, f"{tables.__name__}."):
        kind = getattr(import_module(module.name), "KIND", None)
        if isinstance(kind, TableKind):
            yield kind


#: Every kind by its name.
KINDS = {kind.name: kind for kind in _find_kinds()}


_OTHER_UNITS = re.compile(r"\((?:dalam\s+)?(?:rp\.?\s*)?(?:ribu|juta|miliar|milyar|x?\s*1?\.?000)", re.IGNORECASE)


def recognise_kind(table: TextTable) -> str | None:
    """The kind of an old document's table by its heads, or None."""
    table = name_next_year(table)
    signs = sorted(((sign.rank, kind.name, sign) for kind in KINDS.values() for sign in kind.signs), key=lambda s: s[0])
    return next((name for _, name, sign in signs if sign.fit(table)), None)


def read_old_table(kind: str, table: TextTable) -> Built:
    """An old document's table as data of `kind`, without title. Raises Unfit.

    Only the form is read; whether the kind prints all that the table said is proved later, on the printed page.
    """
    if _OTHER_UNITS.search(" ".join(table.heads)):
        raise Unfit("uangnya dalam ribuan atau jutaan rupiah")
    read = KINDS[kind].read_old
    if read is None:
        raise Unfit("jenisnya tidak dibaca dari naskah lama")
    return read(name_next_year(table))


class FolderTables(dict[str, ReadTable]):
    """The tables of a folder by the names of their files."""

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self.folder = folder
        names = {"singkatan": folder.facts["perangkat_daerah"]["singkatan"]}
        self.around = Around(names, target_renstra.final_targets(folder))
        for name, source in sorted(folder.tabel.items()):
            self[name] = ReadTable(source, KINDS[source.data["jenis"]], folder, self.around, self)

    def of_kind(self, kind: str) -> list[ReadTable]:
        """The tables of one kind, in the order of their names."""
        return [table for table in self.values() if table.kind.name == kind]
