"""The chapters of a folder in another outline (kerangka): what fits moves, what is new begins, what is left stays."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from renjadoc.checks.rules.document.outline_parts import list_missing_parts
from renjadoc.checks.rules.document.structure import fits_outline
from renjadoc.content import folder as folders
from renjadoc.content.folder import Folder, read_known_outline
from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Edit
from renjadoc.edits.json_text import write_file
from renjadoc.edits.stamps import stamp_folder
from renjadoc.plain_data import Node
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.region_terms import find_terms
from renjadoc.reshape.tables import reshape_table
from renjadoc.tables.urusan import bidang_of, has_spm

if TYPE_CHECKING:
    from renjadoc.content.file_types import Kerangka, KerangkaBab, KerangkaBagian, KerangkaDepan, KerangkaLampiran


@dataclass
class Rearranged:
    """What another outline makes of a folder: its chapters, the tables that begin with it, and what is new to fill.

    `new` are headings (`2.3 Rumusan Permasalahan`); `kept` those that the outline does not ask for.
    """

    chapters: list[Node] = field(default_factory=list)
    tables: dict[str, Node] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    #: Tables that have another form now.
    reshaped: list[str] = field(default_factory=list)


def list_outlines() -> list[str]:
    """The names of the outlines that come with renjadoc."""
    from renjadoc import resources

    return sorted(path.stem for path in resources.outlines_folder().glob("*.json"))


def take_outline(root: Path, name: str, *, retitle: bool = False) -> Rearranged:
    """Write the folder `root`, which nobody else sees yet, in the outline called `name`.

    An office's own headings stay; another outline may `retitle` those of the starter. Raises ProblemsFound.
    """
    outline = read_known_outline(name)
    folder, _ = folders.read_usable(root)
    if outline is None or not outline["bab"]:
        hint = f"Pilihan: {', '.join(one for one in list_outlines() if one != 'bebas')}."
        raise ProblemsFound([Problem("RJ030", Location("kerangka"), f"kerangka “{name}” tidak dikenal", hint)])
    made = rearrange(folder, outline, retitle=retitle and folder.facts["kerangka"] != name)
    _write(folder, name, outline, made)
    _begin_parts(folder._replace(kerangka=outline), outline, made)
    return made


def _begin_parts(folder: Folder, outline: Kerangka, made: Rearranged) -> None:
    """Begin the parts before and after the chapters that the outline wants and the folder lacks."""
    stated: dict[str, tuple[KerangkaDepan | KerangkaLampiran, str]]
    stated = {f"{part['berkas']}.json": (part, "bagian-depan") for part in outline.get("depan", [])}
    stated |= {f"lampiran/{part['berkas']}.json": (part, "lampiran") for part in outline.get("lampiran", [])}
    for file, title in list_missing_parts(folder):
        part, kind = stated[file]
        begun = {"judul": title, "isi": copy.deepcopy(part.get("awal", [f"[[uraikan {title.lower()}]]"]))}
        looks = {key: value for key, value in part.items() if key in ("tanda_tangan", "lanskap")}
        write_file(folder.root / file, {**folder.link_schema(kind, file), **begun, **looks})
        made.new.append(title)


def rearrange(folder: Folder, outline: Kerangka, *, retitle: bool = False) -> Rearranged:
    """The chapters of a folder as `outline` wants them, with `retitle` under its headings; nothing is written."""
    made = Rearranged()
    _Rearranging(folder, outline, made, retitle=retitle).run()
    return made


class _Rearranging:
    """Deals the old chapters and sections out to the new ones, each once."""

    def __init__(self, folder: Folder, outline: Kerangka, made: Rearranged, *, retitle: bool) -> None:
        self._outline, self._made, self._folder, self._retitle = outline, made, folder, retitle
        self._chapters = [copy.deepcopy(source.data) for source in folder.bab]
        #: For each old chapter the new one that it became, the one before it where it became none.
        self._became: list[int] = []
        self._placed = set(_find_tables(self._chapters))

    def run(self) -> None:
        wanted = self._outline["bab"]
        taken: dict[int, int] = {}
        for number, chapter in enumerate(wanted):
            free = (i for i in range(len(self._chapters)) if i not in taken)
            fitting = next((i for i in free if fits_outline(self._chapters[i]["judul"], chapter)), None)
            if fitting is not None:
                taken[fitting] = number
        for index in range(len(self._chapters)):
            self._became.append(taken.get(index, self._became[-1] if self._became else 0))
        of_new = {number: index for index, number in taken.items()}
        for number, chapter in enumerate(wanted):
            self._made.chapters.append(self._begin_chapter(number, chapter, of_new.get(number)))
        for number, chapter in enumerate(wanted):
            self._fill_sections(number, chapter)
        self._keep_rest(taken)

    def _begin_chapter(self, number: int, wanted: KerangkaBab, old: int | None) -> Node:
        """The chapter with what stands before its sections."""
        if old is None:
            self._made.new.append(f"BAB {number + 1} {wanted['judul']}")
            chapter: Node = {"judul": wanted["judul"]}
            if content := self._begin(wanted, note=not wanted.get("bagian")):
                chapter["isi"] = content
            return chapter
        before = self._chapters[old]
        return {key: value for key, value in before.items() if key != "bagian"} | self._title(wanted)

    def _fill_sections(self, number: int, wanted: KerangkaBab) -> None:
        sections = []
        for place, section in enumerate(wanted.get("bagian", []), 1):
            found = self._take_section(number, section)
            if found is None and (section.get("syarat") == "spm" and not self._may_have_spm()):
                continue
            if found is None:
                title = self._name_here(section["judul"])
                self._made.new.append(f"{number + 1}.{place} {title}")
                found = {"judul": title, "isi": self._begin(section, note=True)}
            elif more := self._begin_tables(section):
                self._made.new.append(f"{number + 1}.{place} {found['judul']}: tabelnya")
                found["isi"] = [*found.get("isi", []), *more]
            sections.append(found | self._title(section))
        if sections:
            self._made.chapters[number]["bagian"] = sections

    def _title(self, wanted: KerangkaBab | KerangkaBagian) -> Node:
        return {"judul": self._name_here(wanted["judul"])} if self._retitle else {}

    def _name_here(self, title: str) -> str:
        """A heading of the outline with what the region calls its council (DPRA, DPRK, DPRP)."""
        daerah = self._folder.facts["daerah"]
        terms = find_terms(daerah["jenis"], daerah["nama"], daerah["provinsi"])
        return re.sub(r"\bDPRD\b", terms.dprd, title)

    def _take_section(self, number: int, wanted: KerangkaBagian) -> Node | None:
        """The old section that is the wanted one, first of the chapters that became this one."""
        order = sorted(range(len(self._chapters)), key=lambda index: self._became[index] != number)
        for index in order:
            sections = self._chapters[index].get("bagian", [])
            for place, section in enumerate(sections):
                if fits_outline(section["judul"], wanted):
                    taken: Node = sections.pop(place)
                    return taken
        return None

    def _keep_rest(self, taken: dict[int, int]) -> None:
        """Sections that no wanted one fits stay in their chapter; a chapter that none fits becomes a section."""
        for index, chapter in enumerate(self._chapters):
            rest = chapter.get("bagian", [])
            if index not in taken and chapter.get("isi"):
                rest = [{"judul": chapter["judul"], "isi": chapter["isi"]}, *rest]
            if rest:
                self._made.chapters[self._became[index]].setdefault("bagian", []).extend(rest)
                self._made.kept += [str(section["judul"]) for section in rest]

    def _begin(self, wanted: KerangkaBab | KerangkaBagian, *, note: bool) -> list[str | Node]:
        """What a new chapter or section begins with; tables that stand elsewhere already are left out."""
        found = []
        for block in wanted.get("awal", [f"[[uraikan {wanted['judul'].lower()}]]"] if note else []):
            name = block.get("tabel") if isinstance(block, dict) else None
            if name is not None and (name in self._placed or not self._has_table(name)):
                continue
            self._placed.update([name] if name else [])
            found.append(block)
        return found

    def _begin_tables(self, wanted: KerangkaBab | KerangkaBagian) -> list[str | Node]:
        """What a section that is there already lacks: all that it would begin with, if a table of it is new."""
        names = [block["tabel"] for block in wanted.get("awal", []) if isinstance(block, dict) and "tabel" in block]
        return self._begin(wanted, note=False) if set(names) - self._placed else []

    def _has_table(self, name: str) -> bool:
        """Whether the folder has a table, or begins it now."""
        if name in self._folder.tabel:
            return True
        begun = self._outline.get("tabel", {}).get(name)
        if begun is not None:
            self._made.tables[name] = copy.deepcopy(begun)
        return begun is not None

    def _may_have_spm(self) -> bool:
        """Whether the plan's urusan have minimum standards; one whose codes say no urusan may have."""
        plans = self._folder.tables_of("rencana-program")
        found = {bidang for plan in plans for bidang in bidang_of([one["kode"] for one in plan.data["program"]])} - {""}
        return not found or any(map(has_spm, found))


def _find_tables(data: object) -> Iterator[str]:
    """The names of the tables that chapters place."""
    if isinstance(data, dict) and isinstance(data.get("tabel"), str):
        yield data["tabel"]
    for below in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _find_tables(below)


def _write(folder: Folder, name: str, outline: Kerangka, made: Rearranged) -> None:
    """Write all that changed; tables that the outline prints otherwise get their form."""
    root = folder.root
    for number in range(len(made.chapters), len(folder.bab)):
        (root / f"bab-{number + 1}.json").unlink()
    for number, chapter in enumerate(made.chapters, 1):
        write_file(root / f"bab-{number}.json", {**folder.link_schema("bab"), **chapter})
    for table, data in made.tables.items():
        file = f"tabel/{table}.json"
        write_file(root / file, {**folder.link_schema(data["jenis"], file), **data})
    edits = [Edit("dokumen.json", "/kerangka", "set", name)]
    for source in folder.tabel.values():
        form = outline.get("bentuk", {}).get(source.data["jenis"])
        if form is not None and source.data.get("bentuk") != form:
            edits += reshape_table(folder, source, form)
            made.reshaped.append(folder.relative(source))
    for file, text in write_texts(root, edits, stamp_folder(root)).items():
        (root / file).write_bytes(text.encode("utf-8"))
