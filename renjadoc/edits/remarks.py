"""New remarks of people (comments in Word, notes on cells in Excel) as edits of telaah.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from renjadoc.content.file_types import TelaahEntri
from renjadoc.content.folder import Folder
from renjadoc.content.remarks import FILE
from renjadoc.edits.edit import ADDED, Change, Edit
from renjadoc.edits.history import list_taken
from renjadoc.edits.taken import TakenMarks

_IDENTITY = ("berkas", "penulis", "tanggal", "kutipan", "catatan")


#: New entries of telaah.json by the marks that they are known by once they were taken.
NewRemarks = dict[str, TelaahEntri]


def select_new(folder: Folder, entries: Iterable[TelaahEntri]) -> NewRemarks:
    """The entries that the folder does not have, and never took; two that say the same are two."""
    known = Counter(_identify(entry) for entry in folder.telaah.data["catatan"]) if folder.telaah else Counter()
    marks, counts = TakenMarks(FILE, list_taken(folder.root)), Counter[tuple[str, ...]]()
    new: NewRemarks = {}
    for entry in entries:
        said = _identify(entry)
        mark = marks.make(*said, str(counts[said]))
        counts[said] += 1
        if known[said] > 0:
            known[said] -= 1
        elif not marks.pass_over(mark):
            new[mark] = entry
    return new


def _identify(entry: TelaahEntri) -> tuple[str, ...]:
    return tuple(str(entry.get(key, "")) for key in _IDENTITY)


def add_remarks(folder: Folder, new: NewRemarks) -> Iterator[Edit]:
    """The edits that put entries behind those of the folder; each is told as a row that is added."""
    told = {mark: _describe(entry, mark) for mark, entry in new.items()}
    if folder.telaah is not None:
        place = f"/catatan/{len(folder.telaah.data['catatan'])}"
        yield from (Edit(FILE, place, "insert", entry, changes=(told[mark],)) for mark, entry in new.items())
    elif new:
        value = {**folder.link_schema("telaah"), "catatan": list(new.values())}
        yield Edit(FILE, "", "set", value, changes=tuple(told.values()))


def _describe(entry: TelaahEntri, mark: str) -> Change:
    who = (entry["penulis"],) if entry["penulis"] else ()
    row = entry.get("kutipan", "")
    return Change(ADDED, FILE, "", new=entry["catatan"], column="catatan", row=row, authors=who, marks=(mark,))
