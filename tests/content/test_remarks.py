"""Open remarks stand where their paragraphs stand now; those that are settled are not told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.folder import Folder, open_folder
from renjadoc.content.load import Source
from renjadoc.content.remarks import open_remarks
from tests.conftest import ROOT

CHAPTER = {"judul": "Satu", "isi": ["awal", "tengah", "akhir"]}


def _folder(*remarks: dict[str, Any]) -> Folder:
    folder = open_folder(ROOT / "tests" / "contoh" / "dasar")
    first = folder.bab[0]
    chapter = Source(first.path, first.name, first.text, CHAPTER)
    path = folder.root / "telaah.json"
    said = [{"berkas": "bab-1.json", "penulis": "Bappeda", "catatan": "perjelas", **one} for one in remarks]
    return folder._replace(
        bab=[chapter, *folder.bab[1:]], telaah=Source(Path(path), "telaah.json", "{}", {"catatan": said})
    )


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ({"letak": "/isi/1", "paragraf": "tengah"}, "/isi/1"),
        ({"letak": "/isi/0", "paragraf": "akhir"}, "/isi/2"),
        ({"letak": "/isi/1", "paragraf": "hilang"}, "/isi/1"),
        ({"letak": "/isi/9", "paragraf": "hilang"}, ""),
        ({"letak": "/isi/9"}, ""),
        ({}, ""),
        ({"paragraf": "akhir"}, "/isi/2"),
    ],
)
def test_a_remark_stands_where_its_paragraph_stands_now(place: dict[str, str], found: str) -> None:
    [remark] = open_remarks(_folder(place))
    assert (remark.source.data, remark.pointer) == (CHAPTER, found)
    assert remark[2:] == ("Bappeda", "", "", "perjelas")


def test_settled_remarks_are_not_told_and_those_of_a_file_that_is_gone_are() -> None:
    said = {"kutipan": "dinas", "tanggal": "2027-01-02", "letak": "/isi/0"}
    folder = _folder({"selesai": True}, {**said, "berkas": "bab-99.json"}, {"selesai": False, "catatan": "dua"})
    first, second = open_remarks(folder)
    assert (first.source, first.pointer, first.date, first.passage) == (folder.dokumen, "", "2027-01-02", "dinas")
    assert second.text == "dua"
    assert list(open_remarks(folder._replace(telaah=None))) == []
