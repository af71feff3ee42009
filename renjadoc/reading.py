"""A folder as it reads: its numbered outline, the names its texts use, every text as it will be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renjadoc import context, indonesian
from renjadoc.content import pictures
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.content.pointers import join, value_at
from renjadoc.narrative import outline, spans, texts
from renjadoc.narrative.cells import CellTexts
from renjadoc.narrative.outline import Section
from renjadoc.narrative.passages import NOTE_KIND, Passage, Passages
from renjadoc.narrative.placeholders import Names, PlaceholderError
from renjadoc.nomenclature.book import NomenclatureBook, open_book
from renjadoc.problem import Problem
from renjadoc.span import Span, plain_text
from renjadoc.tables.charted import ChartData, Unchartable, read_chart
from renjadoc.tables.kinds import FolderTables

if TYPE_CHECKING:
    from renjadoc.content.file_types import BabDaftar, BabGrafik, BabIsi
    from renjadoc.narrative.outline import PlacedBlock

MAX_LIST_LEVELS = 4
#: Ten times the narrative of a plan of 31 pages; more than a hundred rules read each of its letters.
MAX_CHECKED = 200_000

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
        #: The charts by file and pointer.
        self.charts: dict[tuple[str, str], ChartData] = {}
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
        return self.open_nomenclature()

    def open_nomenclature(self) -> NomenclatureBook | None:
        """The nomenclature, opened for the one who asks now: what it stands on belongs to a single thread."""
        folder = self.folder
        return open_book(folder.root, folder.tahun, folder.facts["daerah"]["jenis"])

    # Every text

    @cached_property
    def all_passages(self) -> Passages:
        """The texts of the narrative in reading order, with the captions and notes of the tables they place."""
        return Passages(passage for section in self.outline.all_sections for passage in self._section(section))

    @property
    def passages(self) -> Passages:
        """Those that rules read: all, but in a narrative longer than that of any plan."""
        return self._checked[0]

    @property
    def unchecked(self) -> list[Passage]:
        """Those that no rule reads."""
        return self._checked[1]

    @cached_property
    def _checked(self) -> tuple[Passages, list[Passage]]:
        return self.all_passages.take_letters(MAX_CHECKED)

    def _section(self, section: Section) -> Iterator[Passage]:
        heading = join(section.pointer, "judul")
        yield from self._passage(section.source, heading, "judul", section.data["judul"], section)
        for pointer, block in section.blocks():
            yield from self._block(section, pointer, block)

    def _block(self, section: Section, pointer: str, block: BabIsi) -> Iterator[Passage]:
        if isinstance(block, str):
            yield from self._passage(section.source, pointer, "paragraf", block, section)
        elif "daftar" in block:
            yield from self._list(section, pointer, block)
        elif "kutipan" in block:
            yield from self._passage(section.source, join(pointer, "kutipan"), "kutipan", block["kutipan"], section)
        else:
            yield from self._around_placed(section, pointer, block)

    def _list(self, section: Section, pointer: str, block: BabDaftar) -> Iterator[Passage]:
        for index, item in enumerate(block["butir"]):
            at = join(pointer, "butir", index)
            if isinstance(item, str):
                yield from self._passage(section.source, at, "butir", item, section)
                continue
            yield from self._passage(section.source, join(at, "teks"), "butir", item["teks"], section)
            for number, inner in enumerate(item.get("isi", [])):
                yield from self._block(section, join(at, "isi", number), inner)

    def _around_placed(self, section: Section, pointer: str, block: PlacedBlock) -> Iterator[Passage]:
        """The caption, the notes and the source of a table, a picture or a chart."""
        if "judul" in block:
            yield from self._passage(section.source, join(pointer, "judul"), "judul_tabel", block["judul"], section)
        if "tabel" in block and block["tabel"] in self.folder.tabel:
            yield from self._around_table(self.folder.tabel[block["tabel"]], section)
        if "sumber" in block:
            yield from self._passage(section.source, join(pointer, "sumber"), "sumber", block["sumber"], section)

    def _around_table(self, source: Source, section: Section) -> Iterator[Passage]:
        for kind, key in (("judul_tabel", "judul"), ("catatan", "keterangan")):
            for index, line in enumerate(source.data.get(key, [])):
                yield from self._passage(source, join("", key, index), kind, line, section)

    def _passage(self, source: Source, pointer: str, kind: str, text: str, section: Section) -> Iterator[Passage]:
        try:
            read = tuple(self.spans(text))
        except (spans.MarkError, PlaceholderError):
            return  # Said by `problems`.
        yield Passage(source, pointer, kind, read, section)
        yield from (Passage(source, pointer, NOTE_KIND, span.note, section) for span in read if span.note)

    @cached_property
    def file_order(self) -> dict[str, int]:
        """The place of every file in the order of print, by its name."""
        return outline.order_files(self.outline, self.folder)

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
        if not spans.has_marks(text):
            return text
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
        self.problems += self._check_notes_in_cells()
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

    def _check_block(self, source: Source, pointer: str, block: BabIsi) -> Iterator[Problem]:
        if isinstance(block, str):
            return
        if "daftar" in block:
            yield from _check_depth(source, pointer, block, 1)
        if "gambar" in block:
            is_turned = bool(block.get("lanskap", False))
            usual = pictures.TURNED_CM if is_turned else pictures.USUAL_CM
            width = float(block.get("lebar_cm", usual))
            yield from self._check_picture(source, join(pointer, "gambar"), block["gambar"], width, is_turned)
        if "grafik" in block:
            yield from self._check_chart(source, pointer, block)
        if "regulasi" in block and block["regulasi"] not in self.folder.regulasi:
            hint = f"Yang ada: {', '.join(sorted(self.folder.regulasi)) or 'belum ada'}."
            message = f"daftar regulasi “{block['regulasi']}” tidak ada"
            yield source.problem("RJ030", join(pointer, "regulasi"), message, hint)

    def _check_chart(self, source: Source, pointer: str, block: BabGrafik) -> Iterator[Problem]:
        table = self.tables.get(block["grafik"])
        if table is None:
            hint = f"Tabel yang ada: {', '.join(sorted(self.tables)) or 'belum ada'}."
            yield source.problem("RJ030", join(pointer, "grafik"), f"tabel “{block['grafik']}” tidak ada", hint)
            return
        try:
            self.charts[source.name, pointer] = read_chart(table, block, self.printed)
        except Unchartable as error:
            yield source.problem(error.code, f"{pointer}/{error.key}", f"grafik: {error.message}", error.hint)

    def _check_notes_in_cells(self) -> Iterator[Problem]:
        """Footnotes where none can be printed: a table that goes on over pages has its notes below it."""
        hint = "Tulis penjelasannya dalam “keterangan” tabel itu, yang tercetak di bawahnya."
        for name, cells in self.cells.items():
            for text in cells.find_exact((spans.NOTE,)):
                if self._has_note(text):
                    for pointer in cells.find_pointers(text):
                        message = "catatan kaki tidak dapat ditulis dalam sel tabel"
                        yield self.folder.tabel[name].problem("RJ022", pointer, message, hint)
        for pointer in _READ:
            if self._has_note(value_at(self.folder.dokumen.data, pointer) or ""):
                message = "catatan kaki tidak dapat ditulis dalam blok tanda tangan"
                yield self.folder.dokumen.problem("RJ022", pointer, message, "Tulis dalam naskahnya.")

    def _has_note(self, text: str) -> bool:
        try:
            return spans.NOTE in text and any(span.note for span in self.spans(text))
        except (spans.MarkError, PlaceholderError):
            return False  # Said where it is read.

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

    def _check_picture(
        self, source: Source, pointer: str, stated: str | None, width: float, is_turned: bool = False
    ) -> list[Problem]:
        """What is wrong with a picture that is printed `width` cm wide."""
        if stated is None:
            return []
        path, pixels, problems = pictures.find_picture(self.folder.root, source, pointer, stated)
        if path is not None:
            self.pictures[stated] = (path, pixels)
            blur = pictures.find_blur(source, pointer, path, pixels, stated, width, turned=is_turned)
            problems += [blur] if blur else []
        return problems

    def _check_office(self) -> Iterator[Problem]:
        dokumen = self.folder.dokumen
        yield from self._check_picture(dokumen, "/logo", dokumen.data.get("logo"), pictures.LOGO_CM)
        signing = dokumen.data["pengesahan"]
        stated, width = signing.get("tanda_tangan"), pictures.SIGNATURE_CM
        yield from self._check_picture(dokumen, "/pengesahan/tanda_tangan", stated, width)
        stated_well = not any(problem.location.pointer == "/pengesahan/tanggal" for problem in self.problems)
        if signing["tanggal"] is not None and stated_well:
            shown = plain_text(self.spans(signing["tanggal"]))
            if "[" not in shown and indonesian.baca_tanggal(shown) is None:
                hint = "Tulis seperti 3 Januari {{ tahun }}, atau null bila belum ditetapkan."
                yield dokumen.problem("RJ034", "/pengesahan/tanggal", f"tanggal “{shown}” tidak dapat dibaca", hint)


def _check_depth(source: Source, pointer: str, block: BabDaftar, level: int) -> Iterator[Problem]:
    if level > MAX_LIST_LEVELS:
        message = f"daftar bertingkat lebih dari {MAX_LIST_LEVELS} tingkat"
        yield source.problem("RJ032", pointer, message, "Naikkan butir-butir ini satu tingkat.")
        return
    for index, item in enumerate(block["butir"]):
        for number, inner in enumerate(item.get("isi", []) if isinstance(item, dict) else []):
            if isinstance(inner, dict):
                yield from _check_depth(source, join(pointer, "butir", index, "isi", number), inner, level + 1)
