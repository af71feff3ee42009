"""One adoption, from a Word file to a content folder whose print is proved against the old text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from renjadoc import save, starter
from renjadoc.content import pictures
from renjadoc.content.folder import outline as known_outline
from renjadoc.examine import examine
from renjadoc.exchange.adopt import grids, kinds, labels, narrative, office, outline, proof, words
from renjadoc.exchange.adopt.kinds import performance
from renjadoc.exchange.adopt.kinds.table import Stated, Unfit
from renjadoc.exchange.adopt.narrative import OldTable, Taken
from renjadoc.exchange.adopt.office import Office
from renjadoc.exchange.adopt.outline import Section
from renjadoc.exchange.rewrite import dumps
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.word import foreign
from renjadoc.word.foreign import Block, Foreign, Paragraph, Picture, Remark
from renjadoc.word.package import PackageError

#: So many rounds are enough: each one that changes something turns a table into an ad-hoc one or adds its notes.
_ROUNDS = 6
#: More figures than these that differ from what is computed are no slips: then the table stays as it was.
_MOST_STATED = 30
#: Why a rule is switched off in a folder that was taken over.
RESTS = "Galat ini sudah ada dalam naskah lama; perbaiki, lalu hapus baris ini agar diperiksa lagi."
_OUTLINES = {4: "permendagri-54-2010", 5: "permendagri-86-2017"}
_SLUG = re.compile(r"[^a-z0-9]+")

#: What is filled in for a document that does not say it.
_PERIOD = "periode Renstra"

Data = dict[str, Any]


@dataclass
class Adopted:
    """What an adoption made, for its report; `doubtful` and `missing` are what a person should look at."""

    target: Path
    office: Office
    chapters: int = 0
    regulations: int = 0
    tables: list[OldTable] = field(default_factory=list)
    standardised: list[tuple[str, str]] = field(default_factory=list)
    renumbered: list[str] = field(default_factory=list)
    doubtful: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    findings: list[Problem] = field(default_factory=list)


def adopt(docx: Path, target: Path, today: date) -> Adopted:
    """Make the content folder `target` from `docx`. Raises ProblemsFound; then nothing was made."""
    old = _open(docx)
    adoption = _Adoption(docx, target, old, today)
    save.folder(target, adoption.fill)
    return adoption.made


def _open(docx: Path) -> Foreign:
    try:
        return foreign.read(docx)
    except PackageError as error:
        hint = "Buka di Word, lalu Simpan Sebagai dokumen Word (.docx) tanpa kata sandi."
        raise ProblemsFound([Problem("RJ062", Location(docx.as_posix()), str(error), hint)]) from error


class _Adoption:
    """The parts of the new folder and what is known of the old document."""

    def __init__(self, docx: Path, target: Path, old: Foreign, today: date) -> None:
        self._old = old
        self._taken = Taken()
        self._outline = outline.build(old.blocks)
        signature = office.take_signature(self._outline)
        stated = re.fullmatch(r"20\d\d", target.name)
        year = int(stated[0]) if stated else today.year + 1
        self._office = office.read(self._outline, signature, old.sides, [old.title, docx.stem], year)
        self.made = Adopted(target, self._office)
        self._chapters = [self._section(chapter, "[[judul bab]]") for chapter in self._outline.chapters]
        self._logo = self._take_logo()
        self._dokumen = self._document()

    # The content

    def _document(self) -> Data:
        for table in self._taken.tables:
            self._recognise(table)
        self._take_figures()
        data = office.dokumen(self._office, self._kerangka())
        front = self._front(data)
        if front:
            first = self._chapters[0]
            self._chapters[0] = {"judul": first["judul"], "isi": front + first.get("isi", []), **_rest(first)}
        return data

    def _section(self, section: Section, untitled: str) -> Data:
        data: Data = {"judul": words.escape(section.title[0].text) or untitled}
        if content := narrative.body(section.body, self._taken):
            data["isi"] = content
        if section.sections:
            data["bagian"] = [self._section(below, "[[judul bagian]]") for below in section.sections]
        return data

    def _kerangka(self) -> str:
        """The outline that comes with renjadoc if the chapters are its; else none of them."""
        name = _OUTLINES.get(len(self._chapters), "bebas")
        known = known_outline(name)
        for chapter, wanted in zip(self._chapters, known["bab"] if known else [], strict=False):
            title = chapter["judul"].casefold()
            if not any(all(word in title for word in match.split()) for match in wanted.get("cocok", [])):
                return "bebas"
        return name

    def _front(self, data: Data) -> list[Any]:
        """What stands before the first chapter and is not made anew: kept at the beginning of the first chapter."""
        cover = _cover_words(data)
        kept = [block for block in self._outline.front if not _is_made_anew(block, cover)]
        content = narrative.body(kept, self._taken)
        if content:
            text = next((b.text for b in kept if isinstance(b, Paragraph) and b.text.strip()), "")
            where = "teks sebelum bab pertama (sampul, kata pengantar) ditaruh di awal bab-1.json"
            self._taken.doubtful.append((where, words.short(text)))
            for table in self._taken.tables:
                if table.built is None and not table.reason:
                    self._recognise(table)
        return content

    def _take_logo(self) -> Picture | None:
        """The first picture of the cover is the office's emblem, if it can be printed; it is taken out of there."""
        block = next((b for b in self._outline.front if isinstance(b, Paragraph) and b.pictures), None)
        if block is None or not _usable(block.pictures[0]):
            return None
        return block.pictures.pop(0)

    def _office_pictures(self) -> Iterator[tuple[str, Picture]]:
        if self._logo is not None:
            yield f"gambar/logo{_suffix(self._logo)}", self._logo
        signature = self._office.signature
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
        built = [table.built for table in self._taken.tables if table.built is not None]
        for one in built:
            if one.office:
                self._office.short = one.office
        for table in sorted(self._taken.tables, key=lambda table: -len(table.built.period) if table.built else 0):
            self._take_period(table)
        performance.link(built)
        plans = [one for one in built if one.kind == "rencana-program"]
        for table in self._taken.tables:
            if table.built is not None and table.built.kind == "review-rkpd":
                self._take_review(table, bool(plans))

    def _take_period(self, table: OldTable) -> None:
        """The years of the Renstra that a head says: taken where nobody said them, else they must be the same."""
        stated = table.built.period if table.built else ()
        if not stated:
            return
        first, last = self._office.period
        if _PERIOD in self._office.guessed and (len(stated) > 1 or stated[-1] >= self._office.year):
            self._office.guessed.remove(_PERIOD)
            if len(stated) == 1:
                self._office.guessed.append(f"awal {_PERIOD}")
            self._office.period = (stated[0] if len(stated) > 1 else stated[-1] - (last - first), stated[-1])
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

    # Writing

    def fill(self, made: Path) -> None:
        """Write the folder and prove it, until every table prints what the old one said."""
        starter.equip(made)
        self._write_pictures(made)
        for _ in range(_ROUNDS):
            self._write(made)
            printed, problems = proof.render_folder(made)
            if printed is None:
                if not self._give_up(problems):
                    raise ProblemsFound(problems)
            elif not self._judge(printed):
                self._finish(printed)
                self._examine(made)
                return
        raise ProblemsFound(
            [Problem("RJ062", Location(self.made.target.as_posix()), "isi tabel tidak dapat dibuktikan")]
        )

    def _write(self, made: Path) -> None:
        for old_file in (made / "tabel").glob("*.json"):
            old_file.unlink()
        for name, data in self._contents().items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dumps(data, "") + "\n", "utf-8")

    def _contents(self) -> dict[str, Data]:
        """All files by name, with the schema each follows."""
        tables = dict(self._tables())
        files = {"dokumen.json": _with_schema(self._dokumen, "dokumen")}
        for number, chapter in enumerate(self._chapters, start=1):
            files[f"bab-{number}.json"] = _with_schema(chapter, "bab")
        for name, entries in self._taken.regulations.items():
            files[f"regulasi/{name}.json"] = _with_schema({"regulasi": entries}, "regulasi", "../")
        for name, table in tables.items():
            files[f"tabel/{name}.json"] = _with_schema(table, table["jenis"], "../")
        return files

    def _tables(self) -> Iterator[tuple[str, Data]]:
        # The names of kinds are kept for them: a review names the table it views.
        used = set(kinds.NAMES)
        for number, table in enumerate(self._taken.tables, start=1):
            stem = table.built.kind if table.built else _slug(table.title) or f"tabel-{number}"
            name, count = stem, 1
            if table.built is not None and not any(t.block["tabel"] == stem for t in self._taken.tables[: number - 1]):
                used.discard(stem)
            while name in used:
                count += 1
                name = f"{stem}-{count}"
            used.add(name)
            table.block["tabel"] = name
            yield name, _table_data(table)

    def _write_pictures(self, made: Path) -> None:
        folder = made / "gambar"
        folder.mkdir(exist_ok=True)
        for name, picture in self._office_pictures():
            (made / name).write_bytes(picture.data)
            if name.startswith("gambar/logo"):
                self._dokumen["logo"] = name
            else:
                self._dokumen["pengesahan"]["tanda_tangan"] = name
        for block, picture in self._taken.pictures:
            self._write_picture(made, block, picture)

    def _write_picture(self, made: Path, block: Data, picture: Picture) -> None:
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
        self._taken.doubtful.append(("gambar tidak dapat dicetak", f"{name}: {reason}"))
        self._replace(block, f"[[gambar {Path(name).name} belum dapat dicetak]]")

    def _replace(self, block: Data, text: str) -> None:
        """Put a paragraph where a picture was to stand, with its caption if it had one."""
        for chapter in self._chapters:
            for content in _contents_of(chapter):
                for index, found in enumerate(content):
                    if found is block:
                        title = block.get("judul", "")
                        content[index : index + 1] = [text, title] if title else [text]
                        return

    # The proof

    def _give_up(self, problems: Sequence[Problem]) -> bool:
        """Turn the tables that `problems` speak of into ad-hoc ones; whether there was one."""
        changed = False
        for table in self._taken.tables:
            file = f"tabel/{table.block['tabel']}.json"
            reason = next((p.message for p in problems if p.location.file.endswith(file)), None)
            if table.built is not None and reason is not None:
                self._as_it_was(table, reason)
                changed = True
        return changed

    def _judge(self, printed: proof.Printed) -> bool:
        """Compare every table of a kind with its print; whether something had to change."""
        changed = False
        for table, new in zip(self._in_order(), printed.tables, strict=True):
            if table.built is None:
                continue
            stated, others = proof.lost_cells(table, new, table.built.data.get("keterangan", []))
            noted = "keterangan" in table.built.data
            if others or len(stated) > _MOST_STATED or (stated and noted):
                said = others[0] if others else stated[0].text
                self._as_it_was(table, f"“{words.short(said, 60)}” tidak tercetak oleh bentuk bakunya")
                changed = True
            elif stated:
                _note(table, stated)
                changed = True
        return changed

    def _in_order(self) -> list[OldTable]:
        """The tables as they are printed: what stood before the first chapter stands in it now."""
        places = {id(table.block): table for table in self._taken.tables}
        return [
            places[id(block)]
            for chapter in self._chapters
            for content in _contents_of(chapter)
            for block in content
            if id(block) in places
        ]

    def _as_it_was(self, table: OldTable, reason: str) -> None:
        assert table.built is not None
        lost = table.built
        table.reason = f"dikenali sebagai {lost.kind}, tetapi {reason}"
        table.built = None
        if lost.kind == "rencana-program":
            for other in self._taken.tables:
                if other.built is not None and other.built.kind == "review-rkpd":
                    self._as_it_was(other, "tabel rencana programnya bukan bentuk baku")

    def _examine(self, made: Path) -> None:
        """What the checks find. Errors of the old text must not keep it from being printed: their rules rest."""
        _, outcome = examine(made)
        name, target = made.as_posix(), self.made.target.as_posix()
        self.made.findings = [
            p._replace(location=p.location._replace(file=p.location.file.replace(name, target, 1)))
            for p in outcome.problems
        ]
        codes = sorted({problem.code for problem in outcome.problems if problem.is_error})
        if codes:
            self._dokumen["aturan_dimatikan"] = dict.fromkeys(codes, RESTS)
            self._write(made)

    def _finish(self, printed: proof.Printed) -> None:
        made, taken = self.made, self._taken
        made.remarks = self._old.remarks
        made.chapters, made.tables = len(self._chapters), taken.tables
        made.regulations = sum(len(entries) for entries in taken.regulations.values())
        made.standardised = taken.standardised
        made.doubtful = [*self._outline.doubtful, *taken.doubtful, *self._old.strange]
        made.doubtful += [
            ("komentar tidak mempunyai tempat dalam naskah baru", words.short(remark.text))
            for remark in made.remarks
            if not printed.says(words.remark(remark))
        ]
        made.doubtful += [
            ("kepala atau kaki halaman tidak dibawa, templat membuatnya sendiri", words.short(side))
            for side in dict.fromkeys(self._old.sides)
            if not all(printed.says(word) for word in words.tokens(side) if not word.isdecimal())
        ]
        made.renumbered = list(self._renumbered())
        cover = _cover_words(self._dokumen)
        said = [*(old for old, _ in taken.standardised), *taken.repeated]
        found = proof.missing(self._old, printed, taken.tables, said)
        lost = (text for text in found if set(words.tokens(text)) - cover and not self._is_signed(text))
        made.missing = [*lost, *self._old.closed]

    def _is_signed(self, text: str) -> bool:
        """Whether a text is a line of the signature, which is printed in its own form."""
        signature = self._office.signature
        if signature is None:
            return False
        said = [signature.place, signature.date, signature.post, signature.name, signature.rank, signature.number]
        return not set(words.tokens(text)) - set(words.tokens(f"NIP {' '.join(said)} ditetapkan di pada tanggal"))

    def _renumbered(self) -> Iterator[str]:
        """Tables whose number changes, since numbers are given by chapter and order."""
        for number, chapter in enumerate(self._chapters, start=1):
            blocks = [block for content in _contents_of(chapter) for block in content]
            placed = [block for block in blocks if isinstance(block, dict) and "tabel" in block]
            for count, block in enumerate(placed, start=1):
                table = next(table for table in self._taken.tables if table.block is block)
                if table.number and labels_differ(table.number, f"{number}.{count}"):
                    yield f"Tabel {table.number} → Tabel {number}.{count}"


def labels_differ(old: str, new: str) -> bool:
    """Whether two numbers of tables differ: `II-1` is 2.1."""
    return labels.plain_number(old) != new


def _note(table: OldTable, stated: Sequence[Stated]) -> None:
    """Keep figures that the kind computes otherwise: for comparison in the data, and in an open note in print."""
    assert table.built is not None
    columns: dict[str, list[str]] = {}
    for figure in stated:
        if figure.value is not None:
            figure.node.setdefault("tercatat", {})[figure.key] = figure.value
        columns.setdefault(figure.column, []).append(f"{figure.row}: {words.escape(figure.text)}")
    notes = table.built.data.setdefault("keterangan", [])
    for column, rows in columns.items():
        said = "; ".join(" ".join(row.split()) for row in rows)
        notes.append(f"[[Naskah lama mencetak {column} yang tidak sama dengan hitungan: {said}]]")


def _table_data(table: OldTable) -> Data:
    """The data of a table's file; comments on the old one are open notes below it."""
    data = _printed_data(table)
    if remarks := [words.remark(remark) for remark in table.grid.remarks]:
        data["keterangan"] = [*data.get("keterangan", []), *remarks]
    return data


def _printed_data(table: OldTable) -> Data:
    title = [line for line in table.title if line] or [narrative.UNTITLED]
    if table.built is None:
        data = grids.ad_hoc(table.grid, table.title)
        data["judul"] = [words.escape(line) for line in table.title] or [narrative.UNTITLED]
        return data
    built = table.built.data
    heading = [line if line == narrative.UNTITLED else words.escape(line) for line in title]
    return {
        "jenis": built["jenis"],
        "judul": heading,
        **{k: v for k, v in built.items() if k not in {"jenis", "judul"}},
    }


def _with_schema(data: Data, kind: str, up: str = "") -> Data:
    return {"$schema": f"{up}skema/{kind}.schema.json", **data}


def _contents_of(section: Data) -> Iterator[list[Any]]:
    """The lists of blocks of a chapter in reading order."""
    if "isi" in section:
        yield section["isi"]
    for below in section.get("bagian", []):
        yield from _contents_of(below)


def _rest(chapter: Data) -> Data:
    return {key: value for key, value in chapter.items() if key not in {"judul", "isi"}}


def _is_made_anew(block: Block, cover: set[str]) -> bool:
    """Whether a block of the old cover says no more than the new one."""
    return isinstance(block, Paragraph) and not block.pictures and set(words.tokens(block.text)) <= cover


def _cover_words(data: Data) -> set[str]:
    region, name = data["daerah"], data["perangkat_daerah"]["nama"]
    text = f"Rencana Kerja (Renja) {name} {region['jenis']} {region['nama']} Tahun {data['tahun']} Pemerintah"
    return set(words.tokens(text))


def _usable(picture: Picture) -> bool:
    return not picture.fault and pictures.is_usable(picture.data)


def _suffix(picture: Picture) -> str:
    return ".png" if picture.data.startswith(b"\x89PNG") else ".jpg"


def _slug(title: Sequence[str]) -> str:
    return _SLUG.sub("-", " ".join(title).casefold())[:48].strip("-")
