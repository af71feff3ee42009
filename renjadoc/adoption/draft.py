"""The content of an old document as it was read out of it: chapters, tables, and what they say of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from renjadoc.adoption import grids, words
from renjadoc.adoption.body import Extracts, OldTable, read_body
from renjadoc.adoption.headings import OldSection
from renjadoc.adoption.identity import UNKNOWN_PERIOD, read_identity, write_dokumen
from renjadoc.adoption.outline import build_outline
from renjadoc.adoption.parts import is_turned, take_front_parts
from renjadoc.adoption.signature import Signature, drop_signature, take_signature
from renjadoc.adoption.twins import link_indicators
from renjadoc.content import pictures
from renjadoc.content.folder import read_known_outline
from renjadoc.content.naming import number_stem
from renjadoc.plain_data import Node
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.tables.kinds import read_old_table, recognise_kind
from renjadoc.tables.layout import walk_rows
from renjadoc.tables.old import Unfit
from renjadoc.tables.rencana_program.columns import LEVELS
from renjadoc.word.reader.document import WordBlock, WordDocument, WordParagraph, WordPicture

_OUTLINES = {4: "permendagri-54-2010", 5: "permendagri-86-2017"}

#: A Renja Perubahan has so many where its outline is the one that comes with renjadoc.
_AMENDED_CHAPTERS = 4
#: Files of chapters are bab-1.json to bab-99.json.
_MOST_CHAPTERS = 99


class Draft:
    """A content folder in the making. Tables are of a kind or as they stood, and may yet turn from one to the other."""

    def __init__(self, old: WordDocument, name: str, target: str, today: date) -> None:
        """`name` and `target` are those of the old file and of the new folder, which may say the year."""
        self.extracts = Extracts()
        #: Files of pictures for which a note stands, since they cannot be printed.
        self.unprintable: list[str] = []
        self._outline = build_outline(old.blocks)
        _refuse_many_chapters(len(self._outline.chapters), name)
        signature = take_signature(self._outline)
        year = int(target) if re.fullmatch(r"20\d\d", target) else today.year + 1
        self.identity = read_identity(self._outline, signature, old.sides, [old.title, name], year)
        self.front = {
            name: self._write_front_part(part, signature) for name, part in take_front_parts(self._outline).items()
        }
        self.chapters = [self._write_section(chapter, "[[judul bab]]") for chapter in self._outline.chapters]
        self.appendices = [self._write_appendix(appendix) for appendix in self._outline.appendices]
        self.logo = self._take_logo()
        for table in self.extracts.tables:
            _recognise(table)
        self._relate_tables()
        self._state_unknown_period()
        amended = any(table.built and table.built.before for table in self.extracts.tables)
        self.dokumen = write_dokumen(self.identity, self._name_outline(amended=amended))
        if amended:
            self.dokumen = _mark_amended(self.dokumen, old)
            self.identity.inferred.append(f"triwulan perubahan: {self.dokumen['perubahan']['triwulan']}")
        if front := self._write_front():
            self.chapters[0] = {"judul": "", "isi": []} | self.chapters[0]
            self.chapters[0]["isi"][:0] = front

    @property
    def doubtful(self) -> list[tuple[str, str]]:
        """What a person should look at, and why."""
        return [*self._outline.doubtful, *self.extracts.doubtful]

    def tables_in_order(self) -> list[OldTable]:
        """The tables as they are printed: what stood before the first chapter stands in it now."""
        places = {id(table.block): table for table in self.extracts.tables}
        blocks = (block for part in self.parts for content in list_contents(part) for block in content)
        return [places[id(block)] for block in blocks if id(block) in places]

    def name_placed(self) -> dict[int, str]:
        """What references call every table, picture and chart that has a title, by the identity of its block."""
        names: dict[int, str] = {}
        for block in (block for part in self.parts for content in list_contents(part) for block in content):
            if isinstance(block, dict) and ("tabel" in block or "judul" in block):
                chart = f"grafik-{block.get('grafik')}"
                name = block.get("tabel") or block.get("gambar") or number_stem(chart, set(names.values()).__contains__)
                names[id(block)] = name
        return names

    @property
    def parts(self) -> list[Node]:
        """Everything of running text, in the order of print."""
        return [*self.front.values(), *self.chapters, *self.appendices]

    def _write_part(self, section: OldSection, untitled: str) -> Node:
        return {"judul": words.escape_marks(section.title) or untitled, "isi": read_body(section.body, self.extracts)}

    def _write_front_part(self, part: OldSection, signature: Signature | None) -> Node:
        signed = drop_signature(part, signature)
        return {**self._write_part(part, "[[judul]]"), **signed}

    def _write_appendix(self, section: OldSection) -> Node:
        turned = {"lanskap": True} if is_turned(section) else {}
        return {**self._write_part(section, "[[judul lampiran]]"), **turned}

    def _write_section(self, section: OldSection, untitled: str) -> Node:
        data: Node = {"judul": words.escape_marks(section.title) or untitled}
        if content := read_body(section.body, self.extracts, section.title):
            data["isi"] = content
        if section.sections:
            data["bagian"] = [self._write_section(below, "[[judul bagian]]") for below in section.sections]
        return data

    def _name_outline(self, *, amended: bool) -> str:
        """The outline that comes with renjadoc if the chapters are its; else none of them."""
        name = "renja-perubahan" if amended else _OUTLINES.get(len(self.chapters), "bebas")
        if amended and len(self.chapters) != _AMENDED_CHAPTERS:
            return "bebas"
        known = read_known_outline(name)
        for chapter, wanted in zip(self.chapters, known["bab"] if known else [], strict=False):
            title = chapter["judul"].casefold()
            if not any(all(word in title for word in match.split()) for match in wanted.get("cocok", [])):
                return "bebas"
        return name

    def _write_front(self) -> list[Any]:
        """What stands before the first chapter and is not made anew: kept at the beginning of the first chapter."""
        cover = cover_words(self.dokumen)
        front = [block for block in self._outline.front if not _is_made_anew(block, cover)]
        known = len(self.extracts.tables)
        content = read_body(front, self.extracts)
        if content:
            text = next((one for one in content if isinstance(one, str)), "")
            where = "teks sampul sebelum bab pertama ditaruh di awal bab-1.json"
            self.extracts.doubtful.append((where, words.shorten_text(text, 70) or "(gambar atau tabel)"))
        for table in self.extracts.tables[known:]:
            _recognise(table)
        return content

    def _take_logo(self) -> WordPicture | None:
        """The first picture of the cover is the office's emblem, if it can be printed; it is taken out of there."""
        block = next((b for b in self._outline.front if isinstance(b, WordParagraph) and b.pictures), None)
        if block is None or not is_printable(block.pictures[0]):
            return None
        return block.pictures.pop(0)

    # What tables say of the office and of each other

    def _relate_tables(self) -> None:
        built = [table.built for table in self.extracts.tables if table.built is not None]
        for one in built:
            self.identity.short = one.office or self.identity.short
        for table in sorted(self.extracts.tables, key=lambda table: -len(table.built.period) if table.built else 0):
            self._take_period(table)
            self._take_evaluated(table)
        link_indicators(built)
        has_plan = any(one.kind == "rencana-program" for one in built)
        for table in self.extracts.tables:
            if table.built is not None and table.built.kind == "rekap":
                self._hold_recap_against_plan(table, [one.data for one in built if one.kind == "rencana-program"])
        for table in self.extracts.tables:
            if table.built is not None and table.built.kind == "review-rkpd":
                if has_plan and "sumber" in table.built.data:
                    continue
                if has_plan:
                    table.built.data = {"jenis": "review-rkpd", "sumber": "rencana-program"}
                else:
                    # The first stands for the plan itself: some print none with prakiraan maju.
                    _recognise_as(table, "rencana-program")
                    has_plan = table.built is not None
        self._tell_what_changed()

    def _tell_what_changed(self) -> None:
        """Say what of a table's cells is written otherwise than it stood, or kept where no print shows it."""
        for table in self.extracts.tables:
            self.extracts.doubtful += table.built.told if table.built else ()
            for head in table.built.kept if table.built else ():
                what = f"kolom “{head}” menjadi data tabel rencana, bentuk bakunya tidak mencetaknya"
                self.extracts.doubtful.append((what, table.name))

    def _hold_recap_against_plan(self, table: OldTable, plans: list[Node]) -> None:
        """A recap is one only where the plan says of its rows what it goes by: then all of its figures are computed."""
        assert table.built is not None
        by = table.built.data["menurut"]
        if not plans:
            table.make_ad_hoc("dikenali sebagai rekap, tetapi tabel rencananya tidak ada")
        elif not any(row.node.get(by) for plan in plans for row in walk_rows(LEVELS, plan)):
            what = {"tag": "tag", "bidang": "Bidang"}.get(by, "sumber dana")
            table.make_ad_hoc(
                f"dikenali sebagai rekap, tetapi naskah tidak menyebut {what} tiap sub kegiatan;"
                f" isi dahulu dalam tabel rencana, lalu ganti dengan rekap"
            )

    def _take_period(self, table: OldTable) -> None:
        """The years of the Renstra that a head says: taken where nobody said them, else they must be the same."""
        stated = table.built.period if table.built else ()
        if not stated:
            return
        first, last = self.identity.period
        guessed = self.identity.guessed
        if UNKNOWN_PERIOD in guessed and (len(stated) > 1 or stated[-1] >= self.identity.year):
            guessed.remove(UNKNOWN_PERIOD)
            first, last = (stated[0] if len(stated) > 1 else stated[-1] - (last - first)), stated[-1]
            self.identity.period = (first, last)
            if len(stated) == 1:
                guessed.append(f"awal {UNKNOWN_PERIOD} (ditulis {first})")
            else:
                self.identity.inferred.append(f"{UNKNOWN_PERIOD}: {first}–{last}, dari kepala {table.name}")
        elif stated not in {(first, last), (last,)}:
            years = "–".join(map(str, stated))
            table.make_ad_hoc(f"tahunnya {years}, bukan periode Renstra {first}–{last}")

    def _state_unknown_period(self) -> None:
        """Say which years are written where nobody stated those of the Renstra."""
        first, last = self.identity.period
        written = f"{UNKNOWN_PERIOD} (ditulis {first}–{last})"
        self.identity.guessed = [written if one == UNKNOWN_PERIOD else one for one in self.identity.guessed]

    def _take_evaluated(self, table: OldTable) -> None:
        """The year that an evaluation by quarters evaluates, counted from that of the document."""
        if table.built is None or table.built.evaluated is None:
            return
        back = self.identity.year - table.built.evaluated
        if back in {0, 1, 2}:
            table.built.data["tahun_dinilai"] = f"n-{back}" if back else "n"
        else:
            table.make_ad_hoc(f"tahun yang dievaluasi {table.built.evaluated}, bukan {self.identity.year - 1}")


def _refuse_many_chapters(count: int, name: str) -> None:
    """Raise ProblemsFound for more chapters than a folder can have."""
    if count > _MOST_CHAPTERS:
        message = f"ada {count} judul setingkat bab, paling banyak {_MOST_CHAPTERS}"
        hint = "Di Word beri Heading 1 hanya kepada judul bab (BAB I, BAB II, …); bagian di bawahnya Heading 2."
        raise ProblemsFound([Problem("RJ062", Location(f"{name}.docx"), message, hint)])


def _mark_amended(dokumen: Node, old: WordDocument) -> Node:
    """The facts of a Renja Perubahan; the quarter is that which its text names first, else the second."""
    text = " ".join(block.text for block in old.blocks if isinstance(block, WordParagraph))
    named = re.search(r"triwulan\s+(?:ke-?\s*)?(IV|III|II|I)\b", text, re.IGNORECASE)
    marked: Node = {}
    for key, value in dokumen.items():
        marked[key] = value
        if key == "kerangka":
            marked["perubahan"] = {"triwulan": named[1].upper() if named else "II"}
    return marked


def _recognise(table: OldTable) -> None:
    joined = grids.join_codes(table.grid)
    kind = recognise_kind(table.grid.to_texts()) or (
        recognise_kind(joined.to_texts()) if joined is not table.grid else None
    )
    if kind is not None:
        _recognise_as(table, kind)


def _recognise_as(table: OldTable, kind: str) -> None:
    table.form = grids.join_codes(table.grid)
    try:
        table.built = read_old_table(kind, table.form.to_texts())
    except Unfit as error:
        table.make_ad_hoc(f"dikenali sebagai {kind}, tetapi {error}")


def list_contents(section: Node) -> Iterator[list[Any]]:
    """The lists of blocks of a chapter in reading order."""
    if "isi" in section:
        yield section["isi"]
    for below in section.get("bagian", []):
        yield from list_contents(below)


def _is_made_anew(block: WordBlock, cover: set[str]) -> bool:
    """Whether a block of the old cover says no more than the new one."""
    return isinstance(block, WordParagraph) and not block.pictures and set(words.split_tokens(block.text)) <= cover


def cover_words(data: Node) -> set[str]:
    """The words that the cover of a document prints."""
    region, name = data["daerah"], data["perangkat_daerah"]["nama"]
    text = f"Rencana Kerja (Renja) {name} {region['jenis']} {region['nama']} Tahun {data['tahun']} Pemerintah"
    # What covers say beside that says no more: `KAB. ARUNIKA`, `TAHUN ANGGARAN 2027`.
    return set(words.split_tokens(f"{text} Kab. Anggaran TA T.A. Renja Dokumen"))


def is_printable(picture: WordPicture) -> bool:
    """Whether a picture can be printed: a whole PNG or JPEG, and not too large."""
    return not picture.fault and pictures.is_usable(picture.data)
