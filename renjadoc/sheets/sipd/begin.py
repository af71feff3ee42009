"""A plan for a folder that has none yet, begun by what an export says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.content.pointers import join, value_at
from renjadoc.edits.edit import Edit

_FILE = "tabel/rencana-program.json"
_ABOUT_PROGRAMS = re.compile(
    r"program(?:,)?\s+(?:dan\s+)?kegiatan|rencana\s+kerja\s+dan\s+pendanaan|rencana\s+program", re.IGNORECASE
)
_TITLE = [
    "Rencana Program dan Kegiatan Tahun {{ tahun }} dan Prakiraan Maju Tahun {{ tahun + 1 }}",
    "{{ perangkat_daerah.lengkap }}",
]


def begin_plan(folder: Folder) -> Source:
    """A plan without programs, of which no file stands there yet."""
    schema = folder.link_schema("rencana-program", _FILE)
    data = {**schema, "jenis": "rencana-program", "judul": _TITLE, "program": []}
    path = folder.root / _FILE
    return Source(path, path.as_posix(), "", data)


def join_new_file(folder: Folder, plans: list[Source], edits: list[Edit]) -> list[Edit]:
    """The edits; those of a plan that has no file yet as the one that makes it, and the one that places it."""
    if not begins(plans) or not edits:
        return edits
    programs = [edit.value for edit in edits]
    changes = tuple(change for edit in edits for change in edit.changes)
    parts = tuple(f"{join('/program', number)}{part}" for number, edit in enumerate(edits) for part in edit.parts)
    data = {**plans[-1].data, "program": programs}
    made = Edit(_FILE, "", "set", data, changes=changes, group=_FILE, parts=parts)
    return [made, *_place_plan(folder)]


def begins(plans: list[Source]) -> bool:
    """Whether the plan has no file yet."""
    return not plans[-1].text


def tell_place(folder: Folder) -> str:
    """Where a plan that begins will be printed, or what to do so that it is."""
    found = _find_section(folder)
    if found is None:
        return (
            "Tabel rencana-program dibuat, tetapi belum ada bagian “Program dan Kegiatan” untuk menempatkannya; "
            'tambahkan {"tabel": "rencana-program"} ke dalam babnya.'
        )
    source, pointer = found
    return f"Tabel rencana-program ditempatkan di akhir bagian “{value_at(source.data, pointer + '/judul')}”."


def _place_plan(folder: Folder) -> Iterator[Edit]:
    found = _find_section(folder)
    if found is None:
        return
    source, pointer = found
    file, block, content = (
        folder.relative(source),
        {"tabel": "rencana-program"},
        value_at(source.data, f"{pointer}/isi"),
    )
    if content is None:
        yield Edit(file, f"{pointer}/isi", "set", [block], behind="judul", group=_FILE)
    else:
        yield Edit(file, f"{pointer}/isi/{len(content)}", "insert", block, group=_FILE)


def _find_section(folder: Folder) -> tuple[Source, str] | None:
    """The last section that is about programs, as outlines call it; a chapter where no section is."""
    found = [
        (source, pointer)
        for source in folder.bab
        for pointer, title in _list_sections(source.data, "")
        if _ABOUT_PROGRAMS.search(title)
    ]
    return found[-1] if found else None


def _list_sections(section: Any, pointer: str) -> Iterator[tuple[str, str]]:
    yield pointer, section["judul"]
    for index, below in enumerate(section.get("bagian", [])):
        yield from _list_sections(below, f"{pointer}/bagian/{index}")


def find_bidang(plans: list[Source]) -> str:
    """The bidang urusan of most programs (`2.17`): what stands for X.XX in codes that hold for every office."""
    codes = (str(program.get("kode") or "").split(".") for plan in plans for program in plan.data["program"])
    counted = Counter(".".join(code[:2]) for code in codes if len(code) > 2 and code[0].isdecimal())
    return counted.most_common(1)[0][0] if counted else ""
