"""Remarks that people sent are taken once: those of the folder stay, two that say the same are two."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from renjadoc.content.file_types import TelaahEntri
from renjadoc.edits import changeset
from renjadoc.edits.apply import write_texts
from renjadoc.edits.remarks import add_remarks, select_new
from renjadoc.edits.stamps import stamp_folder
from tests.conftest import read
from tests.sheets.excel.sheet import lay_down


def _remark(text: str, who: str = "Bappeda") -> TelaahEntri:
    return {"berkas": "bab-1.json", "penulis": who, "catatan": text}


def _take(root: Path, entries: list[TelaahEntri], hour: int) -> list[str]:
    """Take remarks into the folder; what those say that were new."""
    folder = read(root)
    new = select_new(folder, entries)
    edits = list(add_remarks(folder, new))
    taken = [mark for edit in edits for change in edit.changes for mark in change.marks]
    assert taken == list(new)
    now = datetime(2027, 1, 2, hour)
    changeset.write_files(root, write_texts(root, edits), stamp_folder(root), now, "serap", taken)
    return [entry["catatan"] for entry in new.values()]


def test_remarks_are_taken_once_and_stand_behind_the_others(tmp_path: Path) -> None:
    root = lay_down(tmp_path)
    first = [_remark("satu"), _remark("dua"), _remark("dua"), _remark("satu", "Dinas")]
    assert _take(root, first, 1) == ["satu", "dua", "dua", "satu"]
    assert _take(root, [*first, _remark("tiga")], 2) == ["tiga"]
    data = json.loads((root / "telaah.json").read_text("utf-8"))
    assert data["catatan"] == [*first, _remark("tiga")]
    # What somebody has settled and taken out does not come again with the next copy of the document.
    data["catatan"] = data["catatan"][1:]
    (root / "telaah.json").write_text(json.dumps(data), "utf-8")
    assert _take(root, [*first, _remark("empat")], 3) == ["empat"]


def test_each_remark_is_told_with_who_made_it(tmp_path: Path) -> None:
    folder = read(lay_down(tmp_path))
    entries: list[TelaahEntri] = [{**_remark("satu"), "kutipan": "Dinas ini"}, _remark("dua", "")]
    changes = [change for edit in add_remarks(folder, select_new(folder, entries)) for change in edit.changes]
    assert [(change.new, change.row, change.authors) for change in changes] == [
        ("satu", "Dinas ini", ("Bappeda",)),
        ("dua", "", ()),
    ]
