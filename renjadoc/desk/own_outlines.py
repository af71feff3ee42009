"""An outline (kerangka) of the office's own: begun from the document as it stands, and what it asks for then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from renjadoc.content.naming import make_stem, number_stem
from renjadoc.desk import parts
from renjadoc.edits.changeset import Files
from renjadoc.edits.edit import Edit
from renjadoc.narrative import spans
from renjadoc.reading import Reading

_FILE, _ROOM, _KIND = "dokumen.json", "kerangka", "kerangka"


def find_own_outline(reading: Reading) -> str:
    """The file of the folder's own outline, if it is in one; else nothing."""
    file = f"{_ROOM}/{reading.folder.dokumen.data['kerangka']}.json"
    return file if (reading.folder.root / file).is_file() else ""


def begin_outline(reading: Reading, title: str) -> tuple[Files, list[Edit]]:
    """The file of an outline called `title` that asks for what the document has, and the edit that puts it in that.

    What the outline before it knows of its chapters and tables goes on.
    """
    folder = reading.folder
    name = _find_name(reading, title)
    before: Mapping[str, Any] = deepcopy(folder.kerangka)
    made: dict[str, Any] = {"nama": title, "sumber": "Disusun perangkat daerah ini"}
    made["bab"] = [_say_heading(source.data, _known(before["bab"])) for source in folder.bab]
    if folder.depan:
        known = {str(one["berkas"]): one for one in before.get("depan", [])}
        made["depan"] = [
            {**known.get(stem, {}), "berkas": stem, "judul": source.data["judul"]}
            for stem, source in folder.depan.items()
        ]
    kept = ("lebih", "bentuk", "tabel_wajib", "dasar_wajib", "tabel", "muatan")
    made |= {key: before[key] for key in kept if key in before}
    edit = Edit(_FILE, "/kerangka", "set", name)
    return parts.begin_file(folder, _KIND, f"{_ROOM}/{name}.json", made), [edit]


def begin_missing_chapters(reading: Reading, outline: Mapping[str, Any]) -> Files:
    """The files of chapters that an outline asks for and the document does not have yet."""
    folder, wanted = reading.folder, outline.get("bab", [])
    lacking = list(enumerate(wanted, 1))[len(folder.bab) :]
    begun = (parts.begin_file(folder, "bab", f"bab-{number}.json", {"judul": one["judul"]}) for number, one in lacking)
    return {file: text for files in begun for file, text in files.items()}


def _say_heading(data: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """A chapter or section of the outline for one of the document."""
    title = _plain(data["judul"])
    held = known.get(title.casefold(), {})
    made = {**held, "judul": title}
    if sections := [_say_heading(one, _known(held.get("bagian", []))) for one in data.get("bagian", [])]:
        made["bagian"] = [{key: value for key, value in one.items() if key != "bagian"} for one in sections]
    else:
        made.pop("bagian", None)
    return made


def _known(entries: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {str(one["judul"]).casefold(): one for one in entries}


def _plain(title: str) -> str:
    """A title without names and figures of the year, which another document has otherwise."""
    return " ".join(spans.PLACEHOLDER.sub(" ", title).split()) or title


def _find_name(reading: Reading, title: str) -> str:
    room = reading.folder.root / _ROOM
    return number_stem(make_stem(title, 60) or "sendiri", lambda name: (room / f"{name}.json").exists())
