"""The content of an old document as it was read out of it: chapters, tables, pictures, and their files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from renjadoc.adoption import grids, kinds, narrative, office, outline, words
from renjadoc.adoption.kinds import performance
from renjadoc.adoption.kinds.table import Unfit
from renjadoc.adoption.narrative import OldTable, Taken
from renjadoc.adoption.outline import Section
from renjadoc.content import pictures
from renjadoc.content.folder import outline as known_outline
from renjadoc.edits.json_text import write_json
from renjadoc.word.reader.document import WordBlock, WordDocument, WordParagraph, WordPicture

_OUTLINES = {4: "permendagri-54-2010", 5: "permendagri-86-2017"}
_SLUG = re.compile(r"[^a-z0-9]+")
#: What is filled in for a document that does not say it.
_PERIOD = "periode Renstra"

Data = dict[str, Any]


class Draft:
    """A content folder in the making. Tables are of a kind or as they stood, and may yet turn from one to the other."""

    def __init__(self, old: WordDocument, name: str, target: str, today: date) -> None:
        """`name` and `target` are those of the old file and of the new folder, which may say the year."""
        self.taken = Taken()
        self._outline = outline.build(old.blocks)
        signature = office.take_signature(self._outline)
        year = int(target) if re.fullmatch(r"20\d\d", target) else today.year + 1
        self.office = office.read(self._outline, signature, old.sides, [old.title, name], year)
        self.chapters = [self._section(chapter, "[[judul bab]]") for chapter in self._outline.chapters]
        self._logo = self._take_logo()
        self.dokumen = self._document()

    @property
    def doubtful(self) -> list[tuple[str, str]]:
        """What a person should look at, and why."""
        return [*self._outline.doubtful, *self.taken.doubtful]

    # The content

    def _document(self) -> Data:
        for table in self.taken.tables:
            self._recognise(table)
        self._take_figures()
        data = office.dokumen(self.office, self._kerangka())
        front = self._front(data)
        if front:
            first = self.chapters[0]
            self.chapters[0] = {"judul": first["judul"], "isi": front + first.get("isi", []), **_rest(first)}
        return data

    def _section(self, section: Section, untitled: str) -> Data:
        data: Data = {"judul": words.escape_marks(section.title[0].text) or untitled}
        if content := narrative.body(section.body, self.taken):
            data["isi"] = content
        if section.sections:
            data["bagian"] = [self._section(below, "[[judul bagian]]") for below in section.sections]
        return data

    def _kerangka(self) -> str:
        """The outline that comes with renjadoc if the chapters are its; else none of them."""
        name = _OUTLINES.get(len(self.chapters), "bebas")
        known = known_outline(name)
        for chapter, wanted in zip(self.chapters, known["bab"] if known else [], strict=False):
            title = chapter["judul"].casefold()
            if not any(all(word in title for word in match.split()) for match in wanted.get("cocok", [])):
                return "bebas"
        return name

    def _front(self, data: Data) -> list[Any]:
        """What stands before the first chapter and is not made anew: kept at the beginning of the first chapter."""
        cover = cover_words(data)
        kept = [block for block in self._outline.front if not _is_made_anew(block, cover)]
        content = narrative.body(kept, self.taken)
        if content:
            text = next((b.text for b in kept if isinstance(b, WordParagraph) and b.text.strip()), "")
            where = "teks sebelum bab pertama (sampul, kata pengantar) ditaruh di awal bab-1.json"
            self.taken.doubtful.append((where, words.shorten_text(text)))
            for table in self.taken.tables:
                if table.built is None and not table.reason:
                    self._recognise(table)
        return content

    def _take_logo(self) -> WordPicture | None:
        """The first picture of the cover is the office's emblem, if it can be printed; it is taken out of there."""
        block = next((b for b in self._outline.front if isinstance(b, WordParagraph) and b.pictures), None)
        if block is None or not _usable(block.pictures[0]):
            return None
        return block.pictures.pop(0)

    def _office_pictures(self) -> Iterator[tuple[str, WordPicture]]:
        if self._logo is not None:
            yield f"gambar/logo{_suffix(self._logo)}", self._logo
        signature = self.office.signature
        if signature is not None and signature.picture is not None and _usable(signature.picture):
            yield f"gambar/tanda-tangan{_suffix(signature.picture)}", signature.picture

    # Tables

    def _recognise(self, table: OldTable) -> None:
        kind = kinds.recognise(table.grid)
        if kind is None:
            return
        table.form = grids.with_one_code(table.grid)
        try:
            table.built = kinds.build(kind, table.form)
        except Unfit as error:
            table.reason = f"dikenali sebagai {kind}, tetapi {error}"

    def _take_figures(self) -> None:
        """What tables say about the office, its short name and the years of the Renstra, and about each other."""
        built = [table.built for table in self.taken.tables if table.built is not None]
        for one in built:
            if one.office:
                self.office.short = one.office
        for table in sorted(self.taken.tables, key=lambda table: -len(table.built.period) if table.built else 0):
            self._take_period(table)
        performance.link(built)
        plans = [one for one in built if one.kind == "rencana-program"]
        for table in self.taken.tables:
            if table.built is not None and table.built.kind == "review-rkpd":
                self._take_review(table, bool(plans))

    def _take_period(self, table: OldTable) -> None:
        """The years of the Renstra that a head says: taken where nobody said them, else they must be the same."""
        stated = table.built.period if table.built else ()
        if not stated:
            return
        first, last = self.office.period
        if _PERIOD in self.office.guessed and (len(stated) > 1 or stated[-1] >= self.office.year):
            self.office.guessed.remove(_PERIOD)
            if len(stated) == 1:
                self.office.guessed.append(f"awal {_PERIOD}")
            self.office.period = (stated[0] if len(stated) > 1 else stated[-1] - (last - first), stated[-1])
        elif stated not in {(first, last), (last,)}:
            table.built = None
            said = "–".join(map(str, stated))
            table.reason = f"tahunnya {said}, bukan periode Renstra {first}–{last}"

    def _take_review(self, table: OldTable, has_plan: bool) -> None:
        if not has_plan:
            table.built = None
            table.reason = "pandangan atas Tabel rencana program, yang tidak ada dalam naskah ini"
        else:
            assert table.built is not None
            table.built.data = {"jenis": "review-rkpd", "sumber": "rencana-program"}

    # The files

    def write(self, made: Path) -> None:
        """Write all files but pictures anew."""
        for old_file in (made / "tabel").glob("*.json"):
            old_file.unlink()
        for name, data in self._contents().items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(write_json(data) + "\n", "utf-8")

    def _contents(self) -> dict[str, Data]:
        """All files by name, with the schema each follows."""
        tables = dict(self._tables())
        files = {"dokumen.json": _with_schema(self.dokumen, "dokumen")}
        for number, chapter in enumerate(self.chapters, start=1):
            files[f"bab-{number}.json"] = _with_schema(chapter, "bab")
        for name, entries in self.taken.regulations.items():
            files[f"regulasi/{name}.json"] = _with_schema({"regulasi": entries}, "regulasi", "../")
        for name, table in tables.items():
            files[f"tabel/{name}.json"] = _with_schema(table, table["jenis"], "../")
        return files

    def _tables(self) -> Iterator[tuple[str, Data]]:
        # The names of kinds are kept for them: a review names the table it views.
        used = set(kinds.NAMES)
        for number, table in enumerate(self.taken.tables, start=1):
            stem = table.built.kind if table.built else _slug(table.title) or f"tabel-{number}"
            name, count = stem, 1
            if table.built is not None and not any(t.block["tabel"] == stem for t in self.taken.tables[: number - 1]):
                used.discard(stem)
            while name in used:
                count += 1
                name = f"{stem}-{count}"
            used.add(name)
            table.block["tabel"] = name
            yield name, _table_data(table)

    def write_pictures(self, made: Path) -> None:
        """Write the pictures, which say where they are; for one that cannot be printed stands an open note."""
        folder = made / "gambar"
        folder.mkdir(exist_ok=True)
        for name, picture in self._office_pictures():
            (made / name).write_bytes(picture.data)
            if name.startswith("gambar/logo"):
                self.dokumen["logo"] = name
            else:
                self.dokumen["pengesahan"]["tanda_tangan"] = name
        for block, picture in self.taken.pictures:
            self._write_picture(made, block, picture)

    def _write_picture(self, made: Path, block: Data, picture: WordPicture) -> None:
        """Write one picture; where it cannot be printed, an open note stands in its place."""
        name = f"gambar/{picture.name}"
        if _usable(picture):
            name = f"gambar/{Path(picture.name).stem}{_suffix(picture)}"
            (made / name).write_bytes(picture.data)
            block["gambar"] = name
            return
        if picture.data and len(picture.data) <= pictures.MAX_BYTES:
            (made / name).write_bytes(picture.data)
        reason = picture.fault or "bukan PNG atau JPEG yang utuh; simpan ulang sebagai PNG"
        self.taken.doubtful.append(("gambar tidak dapat dicetak", f"{name}: {reason}"))
        self._replace(block, f"[[gambar {Path(name).name} belum dapat dicetak]]")

    def _replace(self, block: Data, text: str) -> None:
        """Put a paragraph where a picture was to stand, with its caption if it had one."""
        for chapter in self.chapters:
            for content in contents_of(chapter):
                for index, found in enumerate(content):
                    if found is block:
                        title = block.get("judul", "")
                        content[index : index + 1] = [text, title] if title else [text]
                        return

    def in_order(self) -> list[OldTable]:
        """The tables as they are printed: what stood before the first chapter stands in it now."""
        places = {id(table.block): table for table in self.taken.tables}
        return [
            places[id(block)]
            for chapter in self.chapters
            for content in contents_of(chapter)
            for block in content
            if id(block) in places
        ]


def _table_data(table: OldTable) -> Data:
    """The data of a table's file; comments on the old one are open notes below it."""
    data = _printed_data(table)
    if remarks := [words.write_remark(remark) for remark in table.grid.remarks]:
        data["keterangan"] = [*data.get("keterangan", []), *remarks]
    return data


def _printed_data(table: OldTable) -> Data:
    title = [line for line in table.title if line] or [narrative.UNTITLED]
    if table.built is None:
        data = grids.ad_hoc(table.grid, table.title)
        data["judul"] = [words.escape_marks(line) for line in table.title] or [narrative.UNTITLED]
        return data
    built = table.built.data
    heading = [line if line == narrative.UNTITLED else words.escape_marks(line) for line in title]
    return {
        "jenis": built["jenis"],
        "judul": heading,
        **{k: v for k, v in built.items() if k not in {"jenis", "judul"}},
    }


def _with_schema(data: Data, kind: str, up: str = "") -> Data:
    return {"$schema": f"{up}skema/{kind}.schema.json", **data}


def contents_of(section: Data) -> Iterator[list[Any]]:
    """The lists of blocks of a chapter in reading order."""
    if "isi" in section:
        yield section["isi"]
    for below in section.get("bagian", []):
        yield from contents_of(below)


def _rest(chapter: Data) -> Data:
    return {key: value for key, value in chapter.items() if key not in {"judul", "isi"}}


def _is_made_anew(block: WordBlock, cover: set[str]) -> bool:
    """Whether a block of the old cover says no more than the new one."""
    return isinstance(block, WordParagraph) and not block.pictures and set(words.split_tokens(block.text)) <= cover


def cover_words(data: Data) -> set[str]:
    """The words that the cover of a document prints."""
    region, name = data["daerah"], data["perangkat_daerah"]["nama"]
    text = f"Rencana Kerja (Renja) {name} {region['jenis']} {region['nama']} Tahun {data['tahun']} Pemerintah"
    return set(words.split_tokens(text))


def _usable(picture: WordPicture) -> bool:
    return not picture.fault and pictures.is_usable(picture.data)


def _suffix(picture: WordPicture) -> str:
    return ".png" if picture.data.startswith(b"\x89PNG") else ".jpg"


def _slug(title: Sequence[str]) -> str:
    return _SLUG.sub("-", " ".join(title).casefold())[:48].strip("-")
