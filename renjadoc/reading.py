"""A folder as it reads: its numbered outline, the names its texts use, every text as it will be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from renjadoc import context, indonesian
from renjadoc.content import pictures
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.content.pointers import join
from renjadoc.narrative import outline, spans, texts
from renjadoc.narrative.cells import CellTexts
from renjadoc.narrative.outline import Section
from renjadoc.narrative.passages import Passage, Passages
from renjadoc.narrative.placeholders import Names, PlaceholderError
from renjadoc.nomenclature.book import NomenclatureBook, open_book
from renjadoc.problem import Problem
from renjadoc.span import Span, plain_text
from renjadoc.tables.kinds import FolderTables

MAX_LIST_LEVELS = 4

#: The texts of dokumen.json that are read; all others in it, and those of regulations, are names: printed as typed.
_READ = ("/pengesahan/tanggal", "/pengesahan/jabatan")

#: What can be said of a folder some of whose files are unreadable; the other codes speak of names and places there.
_SURE = frozenset({"RJ021", "RJ022", "RJ031", "RJ032", "RJ033", "RJ034", "RJ035"})


class Reading:
    """Reads one folder; `problems` holds what cannot be read in it, and only a folder without errors is composed."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.tables = FolderTables(folder)
        self.outline, self.problems = outline.build_outline(folder)
        self.pictures: dict[str, tuple[Path, tuple[int, int]]] = {}
        self.spans = self._reader()
        self._check()
        if folder.broken:
            self.problems = [problem for problem in self.problems if problem.code in _SURE]

    def _reader(self) -> Callable[[str], list[Span]]:
        """What reads a text of the content, marks and placeholders in it."""
        values = context.names(self.tables)
        self._read_programs(values)
        names = Names(values, self.outline.labels)
        # Cells of long tables repeat themselves (a unit's name as placeholder): each text is read once.
        return lru_cache(maxsize=4096)(lambda text: spans.parse_spans(text, names.evaluate))

    def _read_programs(self, values: dict[str, Any]) -> None:
        """Names of programs are texts of a table, read with all the names but their own."""
        names = Names({**values, "program": {}}, self.outline.labels)
        for program in values["program"].values():
            if spans.has_marks(program["nama"]):
                # What cannot be read is said where it stands.
                with suppress(spans.MarkError, PlaceholderError):
                    program["nama"] = plain_text(spans.parse_spans(program["nama"], names.evaluate))

    @cached_property
    def nomenclature(self) -> NomenclatureBook | None:
        """The ministry's nomenclature for this plan, None where none is installed."""
        folder = self.folder
        return open_book(folder.root, folder.tahun, folder.facts["daerah"]["jenis"])

    # Every text

    @cached_property
    def passages(self) -> Passages:
        """The texts of the narrative in reading order, with the captions and notes of the tables they place."""
        return Passages(passage for section in self.outline.all_sections for passage in self._section(section))

    def _section(self, section: Section) -> Iterator[Passage]:
        heading = join(section.pointer, "judul")
        yield from self._passage(section.source, heading, "judul", section.data["judul"], section)
        for pointer, block in section.blocks():
            yield from self._block(section, pointer, block)

    def _block(self, section: Section, pointer: str, block: Any) -> Iterator[Passage]:
        if isinstance(block, str):
            yield from self._passage(section.source, pointer, "paragraf", block, section)
        elif "daftar" in block:
            yield from self._list(section, pointer, block)
        elif "kutipan" in block:
            yield from self._passage(section.source, join(pointer, "kutipan"), "kutipan", block["kutipan"], section)
        elif block.get("judul"):
            yield from self._passage(section.source, join(pointer, "judul"), "judul_tabel", block["judul"], section)
        elif "tabel" in block and block["tabel"] in self.folder.tabel:
            yield from self._around_table(self.folder.tabel[block["tabel"]], section)

    def _list(self, section: Section, pointer: str, block: Any) -> Iterator[Passage]:
        for index, item in enumerate(block["butir"]):
            at = join(pointer, "butir", index)
            if isinstance(item, str):
                yield from self._passage(section.source, at, "butir", item, section)
                continue
            yield from self._passage(section.source, join(at, "teks"), "butir", item["teks"], section)
            for number, inner in enumerate(item.get("isi", [])):
                yield from self._block(section, join(at, "isi", number), inner)

    def _around_table(self, source: Source, section: Section) -> Iterator[Passage]:
        for kind, key in (("judul_tabel", "judul"), ("catatan", "keterangan")):
            for index, line in enumerate(source.data.get(key, [])):
                yield from self._passage(source, join("", key, index), kind, line, section)

    def _passage(self, source: Source, pointer: str, kind: str, text: str, section: Section) -> Iterator[Passage]:
        try:
            yield Passage(source, pointer, kind, tuple(self.spans(text)), section)
        except (spans.MarkError, PlaceholderError):
            return  # Said by `problems`.

    @cached_property
    def cells(self) -> dict[str, CellTexts]:
        """The texts in the cells of every table, by the table's name."""
        return {name: CellTexts(source) for name, source in self.folder.tabel.items()}

    def marked(self, source: Source) -> Iterator[tuple[str, str]]:
        """Every text of a file that has marks or placeholders, with its pointer."""
        table = self.cells.get(source.path.stem)
        if table is None or self.folder.tabel[source.path.stem] is not source:
            yield from texts.walk_marked(source.data)
            return
        yield from texts.walk_marked({key: source.data[key] for key in ("judul", "keterangan") if key in source.data})
        for text in table.find_words(spans.MARKS):
            if spans.has_marks(text):
                yield from ((pointer, text) for pointer in table.find_pointers(text))

    def typed(self, text: str) -> str:
        """A text of the content without its placeholders, open notes and foreign words; empty if unreadable."""
        if not spans.has_marks(text):
            return text
        try:
            return "".join(" " if s.source or s.open or s.italic else s.text for s in self.spans(text))
        except (spans.MarkError, PlaceholderError):
            return ""

    def printed(self, text: str) -> str:
        """A text of the content as it is printed; empty if it is unreadable."""
        try:
            return plain_text(list(self.spans(text)))
        except (spans.MarkError, PlaceholderError):
            return ""

    # What cannot be read

    def _check(self) -> None:
        folder = self.folder
        for source in folder.sources:
            read, names = self._read_and_names(source)
            self.problems += texts.check_marks(source, read, self.spans)
            self.problems += texts.check_names(source, names)
        for section in self.outline.all_sections:
            for pointer, block in section.blocks():
                self.problems += self._check_block(section.source, pointer, block)
        self.problems += self._check_lists_twice()
        for table in self.tables.values():
            self.problems += table.kind.check(table)
        self.problems += self._check_office()

    def _read_and_names(self, source: Source) -> tuple[Iterable[tuple[str, str]], list[tuple[str, str]]]:
        """The marked texts of a file: those that are read, and those that are names."""
        if source is self.folder.dokumen:
            marked = list(self.marked(source))
            return [one for one in marked if one[0] in _READ], [one for one in marked if one[0] not in _READ]
        if any(source is listed for listed in self.folder.regulasi.values()):
            return [], list(self.marked(source))
        return self.marked(source), []

    def _check_block(self, source: Source, pointer: str, block: Any) -> Iterator[Problem]:
        if not isinstance(block, dict):
            return
        if "daftar" in block:
            yield from _check_depth(source, pointer, block, 1)
        if "gambar" in block:
            yield from self._check_picture(source, join(pointer, "gambar"), block["gambar"])
        if "regulasi" in block and block["regulasi"] not in self.folder.regulasi:
            hint = f"Yang ada: {', '.join(sorted(self.folder.regulasi)) or 'belum ada'}."
            message = f"daftar regulasi “{block['regulasi']}” tidak ada"
            yield source.problem("RJ030", join(pointer, "regulasi"), message, hint)

    def _check_lists_twice(self) -> Iterator[Problem]:
        """Lists of regulations that are placed again: what comes back from Word must have one place to go to."""
        placed = set()
        for section in self.outline.all_sections:
            for pointer, block in section.blocks():
                name = block.get("regulasi") if isinstance(block, dict) else None
                if name in placed:
                    message = f"daftar regulasi “{name}” sudah ditempatkan sebelumnya"
                    hint = "Tempatkan satu kali; sebut peraturannya dengan {{ regulasi['pp-18-2016'] }}."
                    yield section.source.problem("RJ033", join(pointer, "regulasi"), message, hint)
                placed |= {name} - {None}

    def _check_picture(self, source: Source, pointer: str, stated: str | None) -> list[Problem]:
        if stated is None:
            return []
        path, pixels, problems = pictures.find_picture(self.folder.root, source, pointer, stated)
        if path is not None:
            self.pictures[stated] = (path, pixels)
        return problems

    def _check_office(self) -> Iterator[Problem]:
        dokumen = self.folder.dokumen
        yield from self._check_picture(dokumen, "/logo", dokumen.data.get("logo"))
        signing = dokumen.data["pengesahan"]
        yield from self._check_picture(dokumen, "/pengesahan/tanda_tangan", signing.get("tanda_tangan"))
        stated_well = not any(problem.location.pointer == "/pengesahan/tanggal" for problem in self.problems)
        if signing["tanggal"] is not None and stated_well:
            shown = plain_text(self.spans(signing["tanggal"]))
            if "[" not in shown and indonesian.baca_tanggal(shown) is None:
                hint = "Tulis seperti 3 Januari {{ tahun }}, atau null bila belum ditetapkan."
                yield dokumen.problem("RJ034", "/pengesahan/tanggal", f"tanggal “{shown}” tidak dapat dibaca", hint)


def _check_depth(source: Source, pointer: str, block: Any, level: int) -> Iterator[Problem]:
    if level > MAX_LIST_LEVELS:
        message = f"daftar bertingkat lebih dari {MAX_LIST_LEVELS} tingkat"
        yield source.problem("RJ032", pointer, message, "Naikkan butir-butir ini satu tingkat.")
        return
    for index, item in enumerate(block["butir"]):
        for number, inner in enumerate(item.get("isi", []) if isinstance(item, dict) else []):
            if isinstance(inner, dict):
                yield from _check_depth(source, join(pointer, "butir", index, "isi", number), inner, level + 1)
