"""How new files of a folder name their schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.content.folder import Folder, open_folder
from renjadoc.content.load import Source

CONTENT = Path(__file__).parent.parent.parent / "content" / "2021"


def say_schema(stated: dict[str, str]) -> Folder:
    """A folder whose dokumen.json names its schema so, or names none."""
    folder = open_folder(CONTENT)
    source = folder.dokumen
    data = {key: value for key, value in source.data.items() if key != "$schema"}
    return folder._replace(dokumen=Source(source.path, source.name, source.text, {**stated, **data}))


@pytest.mark.parametrize(
    ("stated", "chapter", "table"),
    [
        ("skema/dokumen.schema.json", "skema/bab.schema.json", "../skema/bebas.schema.json"),
        ("../../schema/dokumen.schema.json", "../../schema/bab.schema.json", "../../../schema/bebas.schema.json"),
        ("https://x.id/dokumen.schema.json", "https://x.id/bab.schema.json", "https://x.id/bebas.schema.json"),
        ("/srv/dokumen.schema.json", "/srv/bab.schema.json", "/srv/bebas.schema.json"),
    ],
)
def test_a_new_file_names_its_schema_as_dokumen_does(stated: str, chapter: str, table: str) -> None:
    folder = say_schema({"$schema": stated})
    assert folder.link_schema("bab", "bab-9.json") == {"$schema": chapter}
    assert folder.link_schema("bebas", "tabel/baru.json") == {"$schema": table}


def test_where_dokumen_names_none_no_file_does() -> None:
    assert say_schema({}).link_schema("bab") == {}
