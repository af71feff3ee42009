"""What was taken over from last year and still waits for a person's look: the entries of tinjau.json.

An entry is settled when it is confirmed, when its value was changed, or when its row is gone. Rows move while people
work: an entry finds its own by the name of the row, and text by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.content.pointers import find_parent, row_name, split, value_at, walk_values
from renjadoc.span import mark_carried

if TYPE_CHECKING:
    from renjadoc.content.file_types import TinjauEntri


class OpenEntry(NamedTuple):
    """One entry that is still open: its place in tinjau.json, where its value stands now, why to look at it."""

    entry: int
    source: Source
    pointer: str
    reason: str


def count_entries(folder: Folder) -> int:
    """How many entries there were."""
    return len(folder.tinjau.data["tinjau"]) if folder.tinjau else 0


def open_entries(folder: Folder) -> list[OpenEntry]:
    """The entries that nobody has settled, in their order."""
    if folder.tinjau is None:
        return []
    sources = {folder.relative(source): source for source in folder.sources}
    found = []
    for index, entry in enumerate(folder.tinjau.data["tinjau"]):
        source = sources.get(entry["berkas"])
        if source is not None and not entry.get("dikonfirmasi", False):
            pointer = _find_place(source, entry)
            if pointer is not None:
                found.append(OpenEntry(index, source, pointer, entry["alasan"]))
    return found


def with_carried(folder: Folder) -> Folder:
    """The folder with every value that still waits as one that was taken over; the given one stays as it is."""
    waiting: dict[str, list[str]] = {}
    for mark in open_entries(folder):
        waiting.setdefault(mark.source.name, []).append(mark.pointer)
    if not waiting:
        return folder

    def marked(source: Source) -> Source:
        return _with_carried(source, waiting[source.name]) if source.name in waiting else source

    return folder._replace(
        dokumen=marked(folder.dokumen),
        depan={name: marked(source) for name, source in folder.depan.items()},
        bab=[marked(source) for source in folder.bab],
        lampiran=[marked(source) for source in folder.lampiran],
        tabel={name: marked(source) for name, source in folder.tabel.items()},
        regulasi={name: marked(source) for name, source in folder.regulasi.items()},
    )


def _with_carried(source: Source, pointers: list[str]) -> Source:
    data = _copied(source.data)
    for pointer in pointers:
        container, key = find_parent(data, pointer)
        container[key] = mark_carried(container[key])
    return Source(source.path, source.name, source.text, data)


def _copied(data: object) -> Any:
    """The containers of a JSON value copied, at a fraction of what `deepcopy` takes."""
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(value) for value in data] if isinstance(data, list) else data


def _find_place(source: Source, entry: TinjauEntri) -> str | None:
    """Where the value of an entry stands unchanged; None if it stands nowhere any more."""
    row, wanted = entry.get("baris", ""), entry["nilai"]
    if wanted is None:  # Nothing was taken over; and where nothing stands any more, None would be found.
        return None
    stated = value_at(source.data, entry["letak"])
    if stated == wanted and (not row or row_name(source.data, entry["letak"]) == row):
        return entry["letak"]
    last = split(entry["letak"])[-1:]
    for pointer, found in walk_values(source.data, ""):
        if found == wanted and row and row_name(source.data, pointer) == row and split(pointer)[-1:] == last:
            return pointer
        if not row and found == wanted and isinstance(found, str | list | dict):
            return pointer
    return None
