"""Names of the office in tables, where marks are read: they are printed as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renjadoc import pipeline
from renjadoc.word.packages import package
from tests.word import lint


@pytest.mark.parametrize("name", ["Dinkop[[um", "Dinkop *UKM", "Dinas {x} \\ ]]"])
@pytest.mark.parametrize("key", ["singkatan", "nama"])
def test_a_mark_in_the_name_of_the_office_is_printed(isi: Path, name: str, key: str) -> None:
    path = isi / "dokumen.json"
    data = json.loads(path.read_text("utf-8"))
    data["perangkat_daerah"][key] = name
    data["aturan_dimatikan"] = {"RJ201": "contoh"}
    path.write_text(json.dumps(data), "utf-8")
    pipeline.make_document(pipeline.DocumentOrder(isi, Path("hasil.docx"), page_numbers=False))
    assert name in lint.text_of(package.unpack_file(Path("hasil.docx"))).split("\n")
