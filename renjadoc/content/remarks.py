"""Remarks of reviewers, kept beside the content in telaah.json until somebody says that they are settled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from renjadoc.content import pointers
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source

FILE = "telaah.json"
#: The author of what renjadoc itself writes into a review copy; its comments do not come back as remarks.
OURS = "renjadoc"


class OpenRemark(NamedTuple):
    """One open remark: where its passage stands now (the file's start if it is gone), who said what, and on what."""

    source: Source
    pointer: str
    author: str
    date: str
    passage: str
    text: str


def open_remarks(folder: Folder) -> Iterator[OpenRemark]:
    """The remarks that nobody has settled, in their order; those on a file that is gone are told at dokumen.json."""
    if folder.telaah is None:
        return
    sources = {folder.relative(source): source for source in folder.sources}
    for entry in folder.telaah.data["catatan"]:
        if entry.get("selesai", False):
            continue
        source = sources.get(entry["berkas"], folder.dokumen)
        pointer = _find_place(source, entry.get("letak", ""), entry.get("paragraf", ""))
        said = (entry["penulis"], entry.get("tanggal", ""), entry.get("kutipan", ""), entry["catatan"])
        yield OpenRemark(source, pointer, *said)


def _find_place(source: Source, pointer: str, text: str) -> str:
    """Where the paragraph stands: paragraphs move while people work, and are found by their text."""
    if text and pointers.value_at(source.data, pointer) != text:
        found = next((at for at, value in pointers.walk_values(source.data, "") if value == text), None)
        if found is not None:
            return found
    return pointer if pointers.value_at(source.data, pointer) is not None else ""
