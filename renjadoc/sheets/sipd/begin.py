"""A plan for a folder that has none yet, begun by what an export says."""

from __future__ import annotations

from collections import Counter
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.edits.edit import Edit

_FILE = "tabel/rencana-program.json"
_TITLE = [
    "Rencana Program dan Kegiatan Tahun {{ tahun }} dan Prakiraan Maju Tahun {{ tahun + 1 }}",
    "{{ perangkat_daerah.lengkap }}",
]


def begin_plan(folder: Folder) -> Source:
    """A plan without programs, of which no file stands there yet."""
    stated = str(folder.dokumen.data.get("$schema", ""))
    schema = "../" + stated.replace("dokumen.schema.json", "rencana-program.schema.json")
    data: dict[str, Any] = {"$schema": schema} if stated and "://" not in stated else {}
    data |= {"jenis": "rencana-program", "judul": _TITLE, "program": []}
    path = folder.root / _FILE
    return Source(path, path.as_posix(), "", data)


def join_new_file(plans: list[Source], edits: list[Edit]) -> list[Edit]:
    """The edits; those of a plan that has no file yet as the one that makes it."""
    [*_, plan] = plans
    if plan.text or not edits:
        return edits
    programs = [edit.value for edit in edits]
    changes = tuple(change for edit in edits for change in edit.changes)
    return [Edit(_FILE, "", "set", {**plan.data, "program": programs}, changes=changes)]


def find_bidang(plans: list[Source]) -> str:
    """The bidang urusan of most programs (`2.17`): what stands for X.XX in codes that hold for every office."""
    codes = (str(program.get("kode") or "").split(".") for plan in plans for program in plan.data["program"])
    counted = Counter(".".join(code[:2]) for code in codes if len(code) > 2 and code[0].isdecimal())
    return counted.most_common(1)[0][0] if counted else ""
