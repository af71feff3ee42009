"""What was taken over waits until it is confirmed or changed; its row may move meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.folder import Folder, open_folder
from renjadoc.content.load import Source
from renjadoc.content.tinjau import count_entries, open_entries, with_carried
from renjadoc.span import Carried
from tests.conftest import ROOT

TABLE = {
    "jenis": "rencana-program",
    "program": [{"nama": "A", "pagu": 10, "target": 5}, {"nama": "B", "pagu": 10, "target": None}],
    "keterangan": ["dari tahun lalu"],
}
FILE = "tabel/rencana-program.json"


def _folder(*entries: dict[str, Any]) -> Folder:
    folder = open_folder(ROOT / "tests" / "contoh" / "dasar")
    old = folder.tabel["rencana-program"]
    tables = {**folder.tabel, "rencana-program": Source(old.path, old.name, old.text, TABLE)}
    said = [{"berkas": FILE, "alasan": "dibawa", **one} for one in entries]
    waits = Source(Path(folder.root / "tinjau.json"), "tinjau.json", "{}", {"tinjau": said})
    return folder._replace(tabel=tables, tinjau=waits)


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ({"letak": "/program/0/pagu", "nilai": 10}, "/program/0/pagu"),
        ({"letak": "/program/0/pagu", "nilai": 10, "baris": "A"}, "/program/0/pagu"),
        # Its row moved, and the other has the same value.
        ({"letak": "/program/0/pagu", "nilai": 10, "baris": "B"}, "/program/1/pagu"),
        ({"letak": "/program/1/target", "nilai": 5, "baris": "A"}, "/program/0/target"),
        ({"letak": "/program/1/target", "nilai": 10, "baris": "A"}, None),
        ({"letak": "/program/0/pagu", "nilai": 10, "baris": "C"}, None),
        ({"letak": "/program/0/pagu", "nilai": 11}, None),
        ({"letak": "/program/1/target", "nilai": None}, None),
        ({"letak": "/keterangan/7", "nilai": "dari tahun lalu"}, "/keterangan/0"),
        ({"letak": "/program/7/pagu", "nilai": 10}, None),
        ({"letak": "/program/0/pagu", "nilai": 10, "dikonfirmasi": True}, None),
        ({"letak": "/program/0/pagu", "nilai": 10, "dikonfirmasi": False}, "/program/0/pagu"),
        ({"berkas": "tabel/hilang.json", "letak": "/program/0/pagu", "nilai": 10}, None),
    ],
)
def test_an_entry_waits_where_its_value_stands_unchanged(entry: dict[str, Any], found: str | None) -> None:
    folder = _folder({"letak": "/x", "nilai": "hilang"}, entry)
    expected = [] if found is None else [(1, folder.tabel["rencana-program"], found, "dibawa")]
    assert open_entries(folder) == expected
    assert count_entries(folder) == 2


def test_what_waits_is_carried_and_the_folder_stays_as_it_is() -> None:
    folder = _folder({"letak": "/program/1/pagu", "nilai": 10}, {"letak": "/keterangan", "nilai": TABLE["keterangan"]})
    carried = with_carried(folder).tabel["rencana-program"].data
    assert carried == TABLE
    assert isinstance(carried["program"][1]["pagu"], Carried)
    assert isinstance(carried["keterangan"][0], Carried)
    others = (carried["program"][0]["pagu"], TABLE["program"][1]["pagu"])  # type: ignore[index]
    assert not any(isinstance(one, Carried) for one in others)
    assert with_carried(_folder()).tinjau is not None


def test_a_folder_in_which_nothing_waits_is_the_same() -> None:
    folder = _folder()._replace(tinjau=None)
    assert with_carried(folder) is folder
    assert (count_entries(folder), open_entries(folder)) == (0, [])


def test_every_kind_of_file_can_wait() -> None:
    folder = _folder()
    places = [(folder.relative(source), "/judul") for source in folder.bab] + [("dokumen.json", "/tahun")]
    values = [source.data["judul"] for source in folder.bab] + [folder.facts["tahun"]]
    said = [{"berkas": file, "letak": at, "nilai": value} for (file, at), value in zip(places, values, strict=True)]
    carried = with_carried(_folder(*said))
    assert isinstance(carried.facts["tahun"], Carried)
    assert all(isinstance(source.data["judul"], Carried) for source in carried.bab)
