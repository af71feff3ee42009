"""New remarks of people (comments in Word, notes on cells in Excel) as edits of telaah.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from renjadoc.content.file_types import TelaahEntri
from renjadoc.content.folder import Folder
from renjadoc.content.remarks import FILE
from renjadoc.edits.edit import ADDED, Change, Edit

_IDENTITY = ("berkas", "penulis", "tanggal", "kutipan", "catatan")


def select_new(folder: Folder, entries: Iterable[TelaahEntri]) -> list[TelaahEntri]:
    """The entries that the folder does not have yet; two that say the same are two."""
    known = Counter(_identify(entry) for entry in folder.telaah.data["catatan"]) if folder.telaah else Counter()
    new = []
    for entry in entries:
        if known[_identify(entry)] > 0:
            known[_identify(entry)] -= 1
        else:
            new.append(entry)
    return new


def _identify(entry: TelaahEntri) -> tuple[str, ...]:
    return tuple(str(entry.get(key, "")) for key in _IDENTITY)


def add_remarks(folder: Folder, new: list[TelaahEntri]) -> Iterator[Edit]:
    """The edits that put entries behind those of the folder; each is told as a row that is added."""
    if folder.telaah is not None:
        place = f"/catatan/{len(folder.telaah.data['catatan'])}"
        yield from (Edit(FILE, place, "insert", entry, changes=(_describe(entry),)) for entry in new)
    elif new:
        yield Edit(
            FILE, "", "set", {**folder.link_schema("telaah"), "catatan": new}, changes=tuple(map(_describe, new))
        )


def _describe(entry: TelaahEntri) -> Change:
    who = (entry["penulis"],) if entry["penulis"] else ()
    row = entry.get("kutipan", "")
    return Change(ADDED, FILE, "", new=entry["catatan"], column="catatan", row=row, authors=who)
