"""Where a reader finds what a file of the wrong shape has at a pointer, told from its bare data."""

from __future__ import annotations

from renjadoc import indonesian
from renjadoc.content.load import Source
from renjadoc.content.pointers import join, split, value_at
from renjadoc.problem import shorten_text

#: What a row, a section or an entry is called by, the first that it has.
_NAMES = ("nama", "usulan", "judul", "uraian", "bidang", "indikator", "tentang")


def describe_bare_place(source: Source, pointer: str) -> str:
    """`Tabel “Rencana Program …”, Penataan Arsip, pagu`: the file, the innermost named row, and what of it."""
    value, named, rest = source.data, "", list[str]()
    for key in split(pointer):
        value = value_at(value, join("", key))
        if name := _find_name(value):
            named, rest = name, []
        elif key.isdigit() and rest:
            rest[-1] += f" nomor {int(key) + 1}"
        else:
            rest.append(key.replace("_", " "))
    return ", ".join(filter(None, [_call_file(source), named, *rest]))


def _find_name(value: object) -> str:
    texts = (value.get(key) for key in _NAMES) if isinstance(value, dict) else ()
    return next((shorten_text(text, 60) for text in texts if isinstance(text, str) and text.strip()), "")


def _call_file(source: Source) -> str:
    """What a reader calls the file: a table by its title, a chapter by its number."""
    path = source.path
    if path.parent.name == "tabel":
        titles = source.data.get("judul") if isinstance(source.data, dict) else None
        title = titles[0] if isinstance(titles, list) and titles and isinstance(titles[0], str) else path.stem
        return f"Tabel “{shorten_text(title, 40)}”"
    if path.parent.name == "regulasi":
        return "Dasar hukum"
    number = path.stem.removeprefix("bab-")
    return f"BAB {indonesian.romawi(int(number))}" if number.isdigit() else ""
