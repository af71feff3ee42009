"""Content to a document: every block of the chapters, in order, as Word is to show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from renjadoc import context, indonesian
from renjadoc.content import tinjau
from renjadoc.content.load import Source
from renjadoc.content.pictures import LOGO_CM, SIGNATURE_CM, TURNED_CM, USUAL_CM
from renjadoc.content.pointers import join
from renjadoc.narrative import citation
from renjadoc.narrative.outline import Captioned, Section
from renjadoc.reading import Reading
from renjadoc.span import Carried, Span, plain_text
from renjadoc.tables.charted import ChartData
from renjadoc.tables.drawn import DrawnCell, DrawnTable
from renjadoc.unbroken import bind_words
from renjadoc.word import blocks
from renjadoc.word.blocks import Anchor, Line
from renjadoc.word.writing.render import Document

if TYPE_CHECKING:
    from renjadoc.content.file_types import BabDaftar, BabGambar, BabGrafik, BabIsi, DokumenPengesahan
    from renjadoc.narrative.outline import SourcedBlock

_LIST_STYLES = {
    "1.": "Daftar Angka",
    "a.": "Daftar Huruf",
    "1)": "Daftar Angka Kurung",
    "a)": "Daftar Huruf Kurung",
    "-": "Daftar Butir",
}
_NOTE = re.compile(r"\[\[((?:(?!\[\[).)*?)\]\]")
#: As wide as the text: what is wider is made narrower when it is placed.
_WIDE_CM = 40.0
#: The style of a source below a picture.
_BELOW = "Sumber Gambar"
#: The part before the contents that is signed unless it says otherwise, and how a signature is printed there.
_SIGNED_PART = "lembar-pengesahan"
_SIGNATURE_STYLES = {
    "tempat_tanggal": "Tanda Tangan Tempat", "jabatan": "Tanda Tangan", "nama": "Tanda Tangan Nama",
    "pangkat": "Tanda Tangan", "nip": "Tanda Tangan",
}  # fmt: skip


def compose_document(reading: Reading) -> Document:
    """The document of a folder as it reads; it must have no errors."""
    return _Composer(reading).compose_document()


class _Composer:
    def __init__(self, reading: Reading) -> None:
        self._folder = tinjau.with_carried(reading.folder)
        if self._folder is not reading.folder:
            # Read anew: what was taken over is highlighted wherever a placeholder prints it.
            reading = Reading(self._folder)
        self._outline = reading.outline
        self._spans = reading.spans
        self._pictures, self._charts = reading.pictures, reading.charts
        self._tables = reading.tables
        self._lists = 0

    def compose_document(self) -> Document:
        data = self._folder.facts
        names = context.template_names(self._tables)
        signing = data["pengesahan"]
        parts = self._outline.front
        front = {section.source.path.stem.replace("-", "_"): self._compose_front(section) for section in parts}
        return Document(
            content=[
                block
                for section in (*self._outline.sections, *self._outline.appendices)
                for block in self._compose_section(section)
            ],
            names={**names, "pengesahan": self._compose_signing(signing)},
            logo=self._compose_office_picture(data.get("logo"), LOGO_CM, "Sampul Logo", "Lambang daerah"),
            signature=self._compose_office_picture(
                signing.get("tanda_tangan"), SIGNATURE_CM, "Tanda Tangan Gambar", f"Tanda tangan {signing['nama']}"
            ),
            title=f"{names['judul']} {names['perangkat_daerah']['lengkap']} Tahun {names['tahun']}",
            author=names["perangkat_daerah"]["lengkap"],
            to_spans=self._spans,
            made_on=self._find_date(signing),
            front=front,
        )

    def _find_date(self, signing: DokumenPengesahan) -> date:
        """The day it is signed, or the first of its year."""
        signed = None if signing["tanggal"] is None else plain_text(self._spans(signing["tanggal"]))
        return indonesian.baca_tanggal(signed or "") or date(self._folder.tahun, 1, 1)

    def _compose_front(self, section: Section) -> list[blocks.Block]:
        """A part before the contents, with the signature below if it wants one."""
        composed = list(self._compose_section(section))
        signing = self._folder.facts["pengesahan"]
        if section.data.get("tanda_tangan", section.source.path.stem == _SIGNED_PART):
            composed += self._compose_signature(signing, section.data.get("tanggal"))
        return composed

    def _compose_signature(self, signing: DokumenPengesahan, day: str | None) -> Iterator[blocks.Block]:
        """Who signs, on a `day` of its own if the part has one."""
        said = self._compose_signing({**signing, "tanggal": day} if day else signing)
        for name, style in _SIGNATURE_STYLES.items():
            if name == "nama":
                alt, style_name = f"Tanda tangan {signing['nama']}", "Tanda Tangan Gambar"
                picture = self._compose_office_picture(signing.get("tanda_tangan"), SIGNATURE_CM, style_name, alt)
                yield picture or blocks.Paragraph([], style_name)
            yield blocks.Paragraph([Span(f"NIP {said[name]}" if name == "nip" else said[name])], style)

    def _compose_signing(self, signing: DokumenPengesahan) -> dict[str, str]:
        stated = "…………………" if signing["tanggal"] is None else plain_text(self._spans(signing["tanggal"]))
        read = indonesian.baca_tanggal(stated)
        return {
            "tempat_tanggal": bind_words(f"{signing['tempat']}, {indonesian.tanggal(read) if read else stated}"),
            "jabatan": plain_text(self._spans(signing["jabatan"])),
            "nama": signing["nama"],
            "pangkat": signing["pangkat"],
            "nip": bind_words(signing["nip"]),
        }

    def _compose_office_picture(self, stated: str | None, width: float, style: str, alt: str) -> blocks.Picture | None:
        if stated is None:
            return None
        path, pixels = self._pictures[stated]
        # Cover and signature keep their room: a tall picture is made narrower, not taller.
        return blocks.Picture(path, pixels, min(width, width * pixels[0] / pixels[1]), alt, style)

    def _compose_section(self, section: Section) -> Iterator[blocks.Block]:
        anchor = self._make_anchor(section.source, join(section.pointer, "judul"), section.data["judul"], "judul")
        style = {"depan": blocks.FRONT_STYLE, "lampiran": blocks.APPENDIX_STYLE}.get(section.part, "")
        is_turned = bool(section.data.get("lanskap", False))
        yield blocks.Heading(
            section.level, section.number, self._spans(section.data["judul"]), anchor, style, is_turned
        )
        for pointer, block in section.blocks():
            yield from self._compose_block(section.source, pointer, block)

    def _compose_block(self, source: Source, pointer: str, block: BabIsi) -> Iterator[blocks.Block]:
        if isinstance(block, str):
            yield self._make_paragraph(source, pointer, block, "Isi", "paragraf")
        elif "daftar" in block:
            yield from self._compose_list(source, pointer, block, 0)
        elif "kutipan" in block:
            yield self._make_paragraph(source, join(pointer, "kutipan"), block["kutipan"], "Kutipan", "kutipan")
        elif "tabel" in block:
            yield self._compose_table(block["tabel"], list(self._compose_source(source, pointer, block, "Sumber")))
        elif "gambar" in block:
            yield self._compose_picture(source, pointer, block)
        elif "grafik" in block:
            yield self._compose_chart(source, pointer, block)
        elif "regulasi" in block:
            yield from self._compose_regulations(self._folder.regulasi[block["regulasi"]])
        elif "sistematika" in block:
            yield from self._compose_chapters(source, pointer)

    def _make_anchor(self, source: Source, pointer: str, text: str, kind: str) -> Anchor:
        return Anchor(source.name.removeprefix(f"{self._folder.name}/"), pointer, text, kind)

    def _make_paragraph(self, source: Source, pointer: str, text: str, style: str, kind: str) -> blocks.Paragraph:
        return blocks.Paragraph(self._read_line(text), style, self._make_anchor(source, pointer, text, kind))

    def _read_line(self, text: str) -> Line:
        """A text as spans; all of it highlighted while it still waits for somebody's look."""
        line = self._spans(text)
        return [span._replace(open=True) for span in line] if isinstance(text, Carried) else line

    def _count_list(self) -> int:
        self._lists += 1
        return self._lists

    def _compose_list(self, source: Source, pointer: str, block: BabDaftar, level: int) -> Iterator[blocks.Block]:
        style, list_id = _LIST_STYLES[block["daftar"]], self._count_list()
        for index, item in enumerate(block["butir"]):
            at = join(pointer, "butir", index)
            text, below = (item, []) if isinstance(item, str) else (item["teks"], item.get("isi", []))
            at_text = at if isinstance(item, str) else join(at, "teks")
            anchor = self._make_anchor(source, at_text, text, block["daftar"])
            yield blocks.ListItem(self._read_line(text), style, level, list_id, anchor)
            for number, inner in enumerate(below):
                inner_at = join(at, "isi", number)
                if isinstance(inner, str):
                    yield self._make_paragraph(source, inner_at, inner, f"Daftar Lanjutan {level + 1}", "lanjutan")
                else:
                    yield from self._compose_list(source, inner_at, inner, level + 1)

    def _compose_regulations(self, source: Source) -> Iterator[blocks.Block]:
        list_id, entries = self._count_list(), source.data["regulasi"]
        for index, entry in enumerate(entries):
            text = citation.write_citation(entry)
            end = "." if index == len(entries) - 1 else ";"
            anchor = self._make_anchor(source, join("/regulasi", index), text, "regulasi")
            yield blocks.ListItem([Span(text + end)], "Daftar Angka", 0, list_id, anchor)

    def _compose_chapters(self, source: Source, pointer: str) -> Iterator[blocks.Block]:
        """The chapters by their real headings: what 1.4 promises cannot differ from what follows."""
        for number, chapter in enumerate(self._folder.bab, 1):
            title = plain_text(self._spans(chapter.data["judul"]))
            line = [Span(f"BAB {indonesian.romawi(number)}\t: {title}")]
            yield blocks.Paragraph(line, "Sistematika")

    def _make_caption(self, placed: Captioned, lines: list[str], anchors: list[Anchor]) -> blocks.Caption:
        titles = [self._spans(line) for line in lines]
        return blocks.Caption(placed.kind, placed.chapter, placed.number, placed.name, titles, anchors, placed.prefix)

    def _compose_source(
        self, source: Source, pointer: str, block: SourcedBlock, style: str
    ) -> Iterator[blocks.Paragraph]:
        """The line that says where something comes from, if the content says it."""
        if stated := block.get("sumber"):
            line = self._make_paragraph(source, join(pointer, "sumber"), stated, style, "sumber")
            says_so = plain_text(line.line).strip().casefold().startswith("sumber")
            yield line if says_so else line._replace(lead="Sumber: ")

    def _compose_table(self, name: str, below: list[blocks.Paragraph]) -> blocks.Block:
        source = self._folder.tabel[name]
        data, title = source.data, list(enumerate(source.data["judul"]))
        anchors = [self._make_anchor(source, join("/judul", index), line, "judul_tabel") for index, line in title]
        caption = self._make_caption(self._outline.placed[name], data["judul"], anchors) if title else None
        notes = [
            self._make_paragraph(source, join("/keterangan", index), line, "Catatan Tabel", "catatan")
            for index, line in enumerate(data.get("keterangan", []))
        ]
        notes += below
        if (drawn := self._tables[name].drawn) is not None:
            return self._compose_grid(drawn, caption, notes)
        return blocks.PatternTable(self._tables[name].pattern, caption, self._tables[name].printed, notes)

    def _compose_grid(
        self, grid: DrawnTable, caption: blocks.Caption | None, notes: list[blocks.Paragraph]
    ) -> blocks.GridTable:
        head = [[self._make_cell(cell) for cell in row] for row in grid.head]
        body = [([self._make_cell(cell) for cell in row], bold) for row, bold in grid.body]
        return blocks.GridTable(caption, grid.widths, head, body, grid.landscape, notes, grid.shrinks, grid.heads)

    def _make_cell(self, cell: DrawnCell) -> blocks.GridCell:
        values = cell.value if isinstance(cell.value, list) else [cell.value]
        lines = [self._read_cell_line(value) for value in values]
        return blocks.GridCell(lines, cell.span, cell.align, cell.merge_down)

    def _read_cell_line(self, value: Any) -> Line:
        if value is None:
            return [Span("…", open=True)]
        return (
            self._read_line(value)
            if isinstance(value, str)
            else [Span(indonesian.angka(value), open=isinstance(value, Carried))]
        )

    def _compose_picture(self, source: Source, pointer: str, block: BabGambar) -> blocks.Picture:
        path, pixels = self._pictures[block["gambar"]]
        caption = self._caption_block(source, pointer, block, block["gambar"])
        alt, below = plain_text(self._spans(block["alt"])), tuple(self._compose_source(source, pointer, block, _BELOW))
        is_turned = bool(block.get("lanskap", False))
        width = float(block.get("lebar_cm", TURNED_CM if is_turned else USUAL_CM))
        return blocks.Picture(path, pixels, width, alt, "Gambar", caption, is_turned, below)

    def _caption_block(
        self, source: Source, pointer: str, block: BabGambar | BabGrafik, name: str
    ) -> blocks.Caption | None:
        """The caption of a picture or a chart that has one."""
        placed = self._outline.placed.get(name) if block.get("judul") else None
        if placed is None:
            return None
        anchor = self._make_anchor(source, join(pointer, "judul"), block["judul"], "judul_tabel")
        return self._make_caption(placed, [block["judul"]], [anchor])

    def _compose_chart(self, source: Source, pointer: str, block: BabGrafik) -> blocks.Chart:
        data = self._charts[source.name, pointer]
        caption = self._caption_block(source, pointer, block, self._outline.charts.get((source.name, pointer), ""))
        below = tuple(self._compose_source(source, pointer, block, _BELOW))
        height = 3 + len(data.labels) * (0.5 * len(data.series) + 0.4) if data.form == "batang" else 7.5
        return blocks.Chart(
            data.form, data.labels, data.series, float(block.get("lebar_cm", _WIDE_CM)),
            float(block.get("tinggi_cm", min(height, 16))), self._describe_chart(block, data), caption, below,
        )  # fmt: skip

    def _describe_chart(self, block: BabGrafik, data: ChartData) -> str:
        """What a chart shows, for those who do not see it: as the content says it, else row by row."""
        if "alt" in block:
            return plain_text(self._spans(block["alt"]))
        rows = []
        for index, label in enumerate(data.labels):
            figures = ((name, series[index]) for name, series in data.series)
            said = [f"{name} {indonesian.angka(figure)}" for name, figure in figures if figure is not None]
            rows.append(f"{label}: {', '.join(said) or 'belum ada'}")
        return f"Grafik. {'; '.join(rows)}."


def list_open_matters(document: Document, reading: Reading) -> list[str]:
    """The notes [[…]] of the document in reading order, each once, for the secretariat."""
    notes: list[str] = []
    in_cells = any(cells.find_words(("[[",)) for cells in reading.cells.values())
    for block in [*chain(*document.front.values()), *document.content]:
        notes += [span.text for span in _find_open_spans(block)]
        if in_cells and isinstance(block, blocks.PatternTable):
            notes += (note for row in block.rows for cell in row.values() for note in _find_notes(cell))
    return [note for note in dict.fromkeys(note.strip("[] …") for note in notes) if note]


def _find_notes(cell: object) -> list[str]:
    """The notes in one cell of a pattern's row, which is still the text of the content."""
    if isinstance(cell, list):
        return [note for line in cell for note in _find_notes(line)]
    return _NOTE.findall(cell) if isinstance(cell, str) and "[[" in cell else []


def _find_open_spans(block: blocks.Block) -> Iterator[Span]:
    for line in _lines_of(block):
        # What was taken over is highlighted too, and listed by the checks.
        spans = chain(line, *(span.note for span in line))
        yield from (span for span in spans if span.open and span.text.startswith("["))


def _lines_of(block: blocks.Block) -> Iterator[Line]:
    yield getattr(block, "line", [])
    yield from (note.line for note in getattr(block, "notes", []))
    if isinstance(block, blocks.GridTable):
        for cells in [*block.head, *(cells for cells, _ in block.body)]:
            yield from (line for cell in cells for line in cell.lines)
