"""Files dropped on the page: whatever they are called, they are read under a name that every system takes."""

from __future__ import annotations

import pytest

from renjadoc.desk.uploads import clean_name, kept_upload

NAMES = {
    "Renja 2027.docx": "Renja 2027.docx",
    "C:\\Users\\x\\kerja.xlsx": "kerja.xlsx",
    "../../luar.docx": "luar.docx",
    "a\0b.csv": "a_b.csv",
    "\ud800.docx": "_.docx",
    "a:b|c?.json": "a_b_c_.json",
    "..": "berkas",
    "": "berkas",
    ".docx": "berkas.docx",
    "\u202exslx.exe": "_xslx.exe",
}


@pytest.mark.parametrize("stated", NAMES)
def test_a_name_is_made_one_that_a_file_may_have(stated: str) -> None:
    assert clean_name(stated) == NAMES[stated]


@pytest.mark.parametrize("stated", [*NAMES, "x" * 5_000 + ".docx", "x" * 5_000, "a." + "b" * 5_000, "\n.csv", "."])
def test_what_was_dropped_is_kept_within_its_folder_as_long_as_it_is_read(stated: str) -> None:
    with kept_upload(stated, b"isi") as path:
        assert path.read_bytes() == b"isi"
        assert path.parent.name.startswith("renjadoc-")
        assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert not path.parent.exists()
