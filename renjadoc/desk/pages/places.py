"""Where a place of the content is edited on the page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from renjadoc.content.folder import FRONT_PARTS
from renjadoc.desk.pages.frame import address


def open_place(folder: Path, file: str, pointer: str = "") -> str:
    """The address at which a place of a file of the folder is edited; of other files that of Periksa."""
    room, _, stem = file.removesuffix(".json").rpartition("/")
    screens = {("", "dokumen"): "sampul", ("tabel", stem): f"tabel/{quote(stem, safe='')}"}
    if not room and (stem.startswith("bab-") or stem in FRONT_PARTS):
        screens["", stem] = f"bab/{quote(stem, safe='')}"
    screens |= {("", "tinjau"): "tinjau", ("", "kamus.txt"): "kamus", ("", "peraturan"): "peraturan"}
    screens["kerangka", stem] = "kerangka"
    if room == "lampiran":
        screens[room, stem] = f"lampiran/{quote(stem, safe='')}"
    if room == "regulasi":
        screens[room, stem] = f"hukum/{quote(stem, safe='')}"
    screen = screens.get((room, stem))
    if screen is None:
        return address(folder, "periksa")
    to = f"?di={quote(pointer, safe='')}" if pointer else ""
    return f"{address(folder, 'isi')}/{screen}{to}"
