"""Numbers what the chapters hold: headings `2.3.1.`, tables `Tabel 2.4`, pictures `Gambar 2.1`; nothing is typed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from renjadoc import indonesian
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.content.pointers import follow_pointer, join
from renjadoc.problem import Problem

if TYPE_CHECKING:
    from renjadoc.content.file_types import BabGambar, BabGrafik, BabIsi, BabRegulasi, BabSistematika, BabTabel

    #: A block that puts something in.
    PlacedBlock = BabTabel | BabGambar | BabGrafik | BabRegulasi | BabSistematika
    #: A block that may say where its figures come from.
    SourcedBlock = BabTabel | BabGambar | BabGrafik


class Section(NamedTuple):
    """A chapter (level 1), section or subsection in reading order; `number` is `2`, `2.3.` or `2.3.1.`.

    `part` is `bab`; `depan` for what stands before the chapters, which has no number; `lampiran` for what follows them.
    """

    level: int
    number: str
    chapter: int
    source: Source
    pointer: str
    part: str = "bab"

    @property
    def label(self) -> str:
        """What it is called beside its title: `BAB II`, `2.3.`, `Lampiran I`; empty for what has no number."""
        if self.part == "lampiran":
            return f"Lampiran {indonesian.romawi(self.chapter)}"
        return f"BAB {indonesian.romawi(self.chapter)}" if self.part == "bab" and self.level == 1 else self.number

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = follow_pointer(self.source.data, self.pointer)
        return found

    def blocks(self) -> Iterator[tuple[str, BabIsi]]:
        """The blocks right below the heading with their pointers."""
        for index, block in enumerate(self.data.get("isi", [])):
            yield join(self.pointer, "isi", index), block


class Captioned(NamedTuple):
    """A table or picture where the narrative places it; `prefix` is that of an appendix.

    `number` is 0 for a table without a title: it has no number, and nothing can refer to it.
    """

    kind: str
    name: str
    chapter: int
    number: int
    prefix: str = ""

    @property
    def label(self) -> str:
        """`Tabel 2.1`; empty without a number."""
        return f"{self.kind} {self.prefix}{self.chapter}.{self.number}" if self.number else ""


class Outline(NamedTuple):
    """All sections of the chapters in reading order, and everything captioned by its name.

    `front` is what stands before the chapters, `appendices` what follows them; `charts` are the names of charts by file
    and pointer.
    """

    sections: list[Section]
    placed: dict[str, Captioned]
    front: list[Section]
    appendices: list[Section]
    charts: dict[tuple[str, str], str]

    @property
    def all_sections(self) -> list[Section]:
        """Everything in the order of print."""
        return [*self.front, *self.sections, *self.appendices]

    @property
    def labels(self) -> dict[str, str]:
        """What is numbered, by its name."""
        return {name: placed.label for name, placed in self.placed.items() if placed.number}


def order_files(outline: Outline, folder: Folder) -> dict[str, int]:
    """The place of every file in the order of print, by its name; a table or list of laws stands where it is placed."""
    names = [folder.dokumen.name]
    for section in outline.all_sections:
        names.append(section.source.name)
        for _, block in section.blocks():
            placed = _find_placed(folder, block)
            names += [placed.name] if placed else []
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _find_placed(folder: Folder, block: BabIsi) -> Source | None:
    """The table or list of laws that a block places."""
    if isinstance(block, str):
        return None
    if "tabel" in block:
        return folder.tabel.get(block["tabel"])
    return folder.regulasi.get(block["regulasi"]) if "regulasi" in block else None


def build_outline(folder: Folder) -> tuple[Outline, list[Problem]]:
    """The outline and what is wrong with the placing of tables."""
    chapters = enumerate(folder.bab, 1)
    sections = [one for n, source in chapters for one in _walk_sections(source, n, "", source.data, 1, [])]
    front = [Section(1, "", 0, source, "", "depan") for source in folder.depan.values()]
    appendices = [Section(1, str(n), n, source, "", "lampiran") for n, source in enumerate(folder.lampiran, 1)]
    outline = Outline(sections, {}, front, appendices, {})
    return outline, _place_captions(outline, folder)


def _walk_sections(
    source: Source, chapter: int, pointer: str, data: dict[str, Any], level: int, numbers: list[int]
) -> Iterator[Section]:
    number = "".join(f"{n}." for n in [chapter, *numbers]) if numbers else str(chapter)
    yield Section(level, number, chapter, source, pointer)
    for index, child in enumerate(data.get("bagian", [])):
        below = join(pointer, "bagian", index)
        yield from _walk_sections(source, chapter, below, child, level + 1, [*numbers, index + 1])


def _place_captions(outline: Outline, folder: Folder) -> list[Problem]:
    problems: list[Problem] = []
    counts: dict[tuple[str, str, int], int] = {}
    for section in outline.all_sections:
        for pointer, block in section.blocks():
            if isinstance(block, str):
                continue
            if "tabel" in block:
                problems += _check_table(outline, folder, section, pointer, block["tabel"])
            name = _name_captioned(block, outline)
            if name and name not in outline.placed:
                kind = "Tabel" if "tabel" in block else "Gambar"
                key = kind, section.part, section.chapter
                is_titled = kind == "Gambar" or name not in folder.tabel or bool(folder.tabel[name].data.get("judul"))
                counts[key] = counts.get(key, 0) + is_titled
                number = counts[key] if is_titled else 0
                prefix = "L" if section.part == "lampiran" else ""
                if "grafik" in block:
                    outline.charts[section.source.name, pointer] = name
                outline.placed[name] = Captioned(kind, name, section.chapter, number, prefix)
                is_plain = kind == "Tabel" and not is_titled and folder.tabel[name].data["jenis"] == "bebas"
                if section.part == "depan" and not is_plain:
                    problems.append(_refuse_in_front(section, pointer))
            elif name and "gambar" in block:
                message = f"gambar “{name}” sudah ditempatkan dengan judul sebelumnya"
                hint = f"Rujuk dengan {{{{ rujuk('{name}') }}}}, atau hapus judulnya di sini."
                problems.append(section.source.problem("RJ033", join(pointer, "gambar"), message, hint))
    return problems


def _name_captioned(block: BabIsi, outline: Outline) -> str | None:
    """What references call a table, picture or chart; a second chart of a table is `grafik-NAME-2`."""
    if isinstance(block, str):
        return None
    if "tabel" in block:
        return block["tabel"]
    if "gambar" in block:
        return block["gambar"] if block.get("judul") else None
    if "grafik" not in block or not block.get("judul"):
        return None
    first = f"grafik-{block['grafik']}"
    names = (first if number == 1 else f"{first}-{number}" for number in count(1))
    return next(name for name in names if name not in outline.placed)


def _refuse_in_front(section: Section, pointer: str) -> Problem:
    message = "tabel dan gambar berjudul tidak dapat dinomori sebelum BAB I"
    hint = (
        "Tempatkan di sebuah bab atau lampiran, lalu rujuk dari sini. Gambar tanpa judul boleh, dan tabel bebas tanpa "
        'judul ("judul": []).'
    )
    return section.source.problem("RJ033", pointer, message, hint)


def _check_table(outline: Outline, folder: Folder, section: Section, pointer: str, name: str) -> list[Problem]:
    if name not in folder.tabel:
        hint = f"Tabel yang ada: {', '.join(sorted(folder.tabel)) or 'belum ada'}. Berkasnya: tabel/{name}.json."
        return [section.source.problem("RJ030", join(pointer, "tabel"), f"tabel “{name}” tidak ada", hint)]
    if name in outline.placed:
        message = f"tabel “{name}” sudah ditempatkan sebelumnya"
        hint = f"Tempatkan satu kali, lalu rujuk dengan {{{{ rujuk('{name}') }}}}."
        return [section.source.problem("RJ033", join(pointer, "tabel"), message, hint)]
    return []
