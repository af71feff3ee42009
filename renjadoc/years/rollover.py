"""Next year's content from this year's, which a copy cannot make: years move through the tables, the rest stays.

The new folder is made beside its place and renamed: it is there whole, or not at all. Every byte that did not have to
change is the old one.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from renjadoc import save
from renjadoc.content import copies, pointers, remarks, tinjau
from renjadoc.content import folder as folders
from renjadoc.content.file_types import TinjauEntri
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Edit
from renjadoc.edits.json_text import write_file
from renjadoc.edits.shown import ShownPlaces
from renjadoc.nomenclature.book import OWN_FILE
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.reading import Reading
from renjadoc.reshape.outlines import Rearranged, take_outline
from renjadoc.tables import target_renstra
from renjadoc.tables.kinds import KINDS
from renjadoc.years import stray_years
from renjadoc.years.basis import find_missing_basis
from renjadoc.years.known import KnownCells, find_known, say_value
from renjadoc.years.new_codes import NewCodes, find_new_codes
from renjadoc.years.new_rows import find_new_rows
from renjadoc.years.quarters import find_new_quarter_rows
from renjadoc.years.starting import examine_start, open_start


@dataclass
class Rolled:
    """What a roll made: the edits of the copy, how many cells they opened or carried, what to look at.

    `offers` are edits too, which are only made if that was asked for.
    """

    folder: Folder
    target: Path
    opened: int = 0
    #: What was not asked because the folder knew it, row by row.
    filled: list[str] = field(default_factory=list)
    #: The same before the new folder is there to name their places: file, pointer, name of the row, what is said.
    _noted: list[tuple[str, str, str, str]] = field(default_factory=list)
    moved: int = 0
    edits: list[Edit] = field(default_factory=list)
    looks: list[TinjauEntri] = field(default_factory=list)
    offers: list[Edit] = field(default_factory=list)
    offers_written: bool = False
    #: What the next year's nomenclature replaces: edits that are only made if that was asked for, and rows to decide.
    new_codes: NewCodes = field(default_factory=lambda: NewCodes([], []))
    new_codes_written: bool = False
    warnings: list[str] = field(default_factory=list)
    #: What the new year's Renja has to cite and does not list yet.
    basis: list[str] = field(default_factory=list)
    #: The kerangka that the new folder is written in, if it is another, and what that made of the chapters.
    outline: str = ""
    rearranged: Rearranged | None = None

    def note_filled(self, file: str, pointer: str, row: str, said: str) -> None:
        """Note a cell that need not be asked for."""
        self._noted.append((file, pointer, row, said))

    def name_filled(self) -> None:
        """Say of every such cell where the new document shows it: table, row and column."""
        places: ShownPlaces | None = None
        # Where another outline left something to mend first, the name of the row must do.
        with contextlib.suppress(ProblemsFound):
            places = ShownPlaces(self.target) if self._noted else None
        for file, pointer, row, said in self._noted:
            self.filled.append(f"{places.describe(file, pointer, row) if places else row}: {said}")

    @property
    def year(self) -> int:
        """The year of the new folder."""
        return self.folder.tahun + 1

    @property
    def new_period(self) -> bool:
        """Whether the Renstra ends before the new year."""
        return self.year > int(self.folder.facts["renstra"]["akhir"])


def roll_folder(
    source: Path, target: Path, *, write_placeholders: bool = False, write_new_codes: bool = False, outline: str = ""
) -> Rolled:
    """Make `target` for the year after that of `source`. Raises ProblemsFound; then nothing was made or changed.

    `outline` is the kerangka that the new folder is written in; without it that of the old one.

    After a Renja Perubahan the next year begins from the Renja that it changed, with the plan as it is now.
    """
    first = examine_start(source)
    _refuse_target(first.folder, target)
    with open_start(first) as reading:
        folder = reading.folder
        rolled = Rolled(
            folder, target, offers=list(stray_years.find_offers(reading)), offers_written=write_placeholders,
            outline=outline,
        )  # fmt: skip
        rolled.new_codes, rolled.new_codes_written = find_new_codes(reading), write_new_codes
        rolled.warnings = list(_find_warnings(rolled))
        rolled.basis = list(find_missing_basis(reading, rolled.year))
        if reading is not first:
            rolled.warnings.append(f"Dimulai dari Renja asalnya, dengan rencana sesudah perubahan dalam {source}.")
        _step_folder(reading, rolled)
        save.make_folder(target, lambda made: _fill_folder(made, rolled))
    rolled.name_filled()
    return rolled


def _refuse_target(folder: Folder, target: Path) -> None:
    """A target that is named after another year, or lies within the folder itself."""
    named, wanted = _YEAR_IN_NAME.findall(target.name), str(folder.tahun + 1)
    if named and wanted not in named:
        message = f"isi tahun {folder.tahun} digulir ke {wanted}, bukan ke {target.name}"
        better = target.with_name(target.name.replace(named[-1], wanted))
        hint = f"Pakai nama folder {better.as_posix()}; tidak ada yang diubah."
        raise ProblemsFound([Problem("RJ051", Location(target.as_posix()), message, hint)])
    if folder.root.resolve() in target.resolve().parents:
        hint = (
            f"Pakai tempat di sampingnya, misalnya {folder.root.with_name(wanted).as_posix()}; tidak ada yang diubah."
        )
        message = f"folder tujuan berada di dalam {folder.name}"
        raise ProblemsFound([Problem("RJ050", Location(target.as_posix()), message, hint)])


_YEAR_IN_NAME = re.compile(r"(?<!\d)20\d\d(?!\d)")


# What changes


def _step_folder(reading: Reading, rolled: Rolled) -> None:
    """The edits, the counts and the looks, all into `rolled`."""
    _step_office(rolled)
    known = find_known(reading.folder)
    for source in reading.folder.tabel.values():
        _step_table(source, rolled, known)
    _add_new_rows(rolled)
    if rolled.new_period:
        _look_at_the_period(rolled)
    _look_at_narrative(reading, rolled)
    rolled.edits += rolled.offers if rolled.offers_written else []
    rolled.edits += rolled.new_codes.edits if rolled.new_codes_written else []


def _step_office(rolled: Rolled) -> None:
    dokumen = rolled.folder.dokumen
    _note_look(rolled, dokumen, "/pengesahan/nama", "pastikan pejabat yang menandatangani")
    _note_look(rolled, dokumen, "/pengesahan/tanda_tangan", "tanda tangan ini dari dokumen tahun lalu")
    file = rolled.folder.relative(dokumen)
    rolled.edits += [Edit(file, "/tahun", "set", rolled.year), Edit(file, "/pengesahan/tanggal", "set", None)]
    signed = (rolled.folder.relative(part) for part in rolled.folder.depan.values() if "tanggal" in part.data)
    rolled.edits += [Edit(part, "/tanggal", "remove") for part in signed]


def _look_at_the_period(rolled: Rolled) -> None:
    """What belongs to a Renstra that is over."""
    for pointer in ("/renstra/awal", "/renstra/akhir", "/visi/daerah", "/visi/perangkat_daerah", "/misi/teks"):
        _note_look(rolled, rolled.folder.dokumen, pointer, "periode Renstra sudah berakhir")
    for source in rolled.folder.tables_of("target-renstra"):
        for pointer, _ in target_renstra.walk_indicators(source.data):
            _note_look(rolled, source, f"{pointer}/target", "target Renstra yang sudah berakhir")


def _step_table(source: Source, rolled: Rolled, known: KnownCells) -> None:
    file, step_year = rolled.folder.relative(source), KINDS[source.data["jenis"]].step_year
    for step in step_year(source.data) if step_year else ():
        if step.source == step.to:
            _note_look(rolled, source, step.to, step.look)
            continue
        value = step.value if step.source is None else pointers.value_at(source.data, step.source)
        filled = known.get((file, step.to)) if value is None else None
        if filled is not None:
            value = filled.value
            rolled.edits.append(Edit(file, step.to, "set", value))
            _note_filled(rolled, source, step.to, f"{say_value(value)} ({filled.why})")
            _note_look(rolled, source, step.to, f"diisi dari {filled.why}", value)
        elif step.source is None:
            if value != pointers.value_at(source.data, step.to):
                rolled.edits.append(Edit(file, step.to, "set", value))
            if value and step.look:
                _note_filled(rolled, source, step.to, f"{say_value(value)} ({step.look})")
        else:
            rolled.edits.append(Edit(file, step.to, "copy", source=step.source))
            rolled.moved += 1
        rolled.opened += value is None and pointers.value_at(source.data, step.to) is not None
        if step.look:
            _note_look(rolled, source, step.to, step.look, value)


def _note_filled(rolled: Rolled, source: Source, pointer: str, said: str) -> None:
    rolled.note_filled(rolled.folder.relative(source), pointer, pointers.row_name(source.data, pointer), said)


def _add_new_rows(rolled: Rolled) -> None:
    """What the plan began this year is evaluated in the next: it enters with its target, what was reached is open."""
    why = f"baru dalam rencana Tahun {rolled.folder.tahun}"
    found = find_new_rows(rolled.folder), find_new_quarter_rows(rolled.folder)
    rolled.edits += [edit for new in found for edit in new.edits]
    for row in (row for new in found for row in new.rows):
        said = "target belum diisi" if row.target is None else say_value(row.target)
        rolled.note_filled(row.file, row.pointer + row.cell, row.name, f"{said} ({why})")
        if row.target is not None:
            place, reason = row.pointer + row.cell, f"baris ini {why}"
            rolled.looks.append(
                {"berkas": row.file, "letak": place, "nilai": row.target, "alasan": reason, "baris": row.name}
            )


def _look_at_narrative(reading: Reading, rolled: Rolled) -> None:
    """Every sentence that states a figure, as it will stand."""
    fixed = stray_years.match_fixed(reading.folder)
    taken: dict[tuple[str, str], list[Edit]] = defaultdict(list)
    for offer in rolled.offers if rolled.offers_written else ():
        taken[offer.file, offer.pointer].append(offer)
    for passage in reading.all_passages:
        source, pointer = passage.source, passage.pointer
        offers = taken[reading.folder.relative(source), pointer]
        text = stray_years.fill_offers(pointers.value_at(source.data, pointer), offers)
        if passage.kind == "catatan" and KINDS[source.data["jenis"]].step_year:
            _note_look(rolled, source, pointer, "catatan tabel ini dari tahun lalu", text)
        elif passage.kind == "sumber":
            _note_look(rolled, source, pointer, "sumber data ini dari tahun lalu", text)
        elif passage.kind in {"paragraf", "butir"} and _FIGURE.search(stray_years.blank_out(fixed, text)):
            _note_look(rolled, source, pointer, "kalimat ini memuat angka yang diketik", text)


_FIGURE = re.compile(r"(?<!Pasal )(?<!ayat \()\b\d{2,}|\d+\s*(?:%|persen)|\bRp")
_AS_IT_STANDS = object()


def _note_look(rolled: Rolled, source: Source, pointer: str, reason: str, value: object = _AS_IT_STANDS) -> None:
    """Note that a person has to look at the value which will stand at `pointer`; what is open is no such value."""
    if value is _AS_IT_STANDS:
        value = pointers.value_at(source.data, pointer)
    if value is None:
        return
    file = rolled.folder.relative(source)
    entry: TinjauEntri = {"berkas": file, "letak": pointer, "nilai": value, "alasan": reason}
    if row := pointers.row_name(source.data, pointer):
        entry["baris"] = row
    rolled.looks.append(entry)


# What a person has to know


def _find_warnings(rolled: Rolled) -> Iterator[str]:
    if rolled.new_period:
        period = rolled.folder.facts["renstra"]
        yield (
            f"Renstra {period['awal']}–{period['akhir']} berakhir. Isi yang baru: periode Renstra, visi, dan misi "
            "dalam dokumen.json, tabel target Renstra, tujuan dan sasaran, serta indikator capaian kinerja."
        )
    if (rolled.folder.root / OWN_FILE).is_file():
        yield f"{OWN_FILE} ikut terbawa; ganti dengan nomenklatur {rolled.year}, atau hapus bila sudah dipasang."
    if waiting := len(tinjau.open_entries(rolled.folder)):
        yield f"Folder asal masih mempunyai {waiting} isian terbawa yang belum ditinjau."
    if unsettled := len(list(remarks.open_remarks(rolled.folder))):
        yield f"Folder asal masih mempunyai {unsettled} catatan penelaah yang belum selesai; catatan itu tidak terbawa."


# Writing


def _fill_folder(made: Path, rolled: Rolled) -> None:
    root = rolled.folder.root
    passed = copies.copy_content(root, made, copies.OWN, leave_out=("tinjau.json", "telaah.json"))
    if passed:
        shown = ", ".join(passed[:10]) + (" …" if len(passed) > 10 else "")
        rolled.warnings.append(f"Tidak disalin ke folder baru ({len(passed)} berkas): {shown}.")
    for file, text in write_texts(root, rolled.edits).items():
        (made / file).write_bytes(text.encode("utf-8"))
    if rolled.outline:
        rolled.rearranged = take_outline(made, rolled.outline)
        _follow_texts(made, rolled)
    write_file(made / "tinjau.json", {**rolled.folder.link_schema("tinjau"), "tinjau": rolled.looks})
    if rolled.target.parent.resolve() != root.parent.resolve():
        mend_schema_paths(made, root, rolled.target)
    folders.open_folder(made)


def _follow_texts(made: Path, rolled: Rolled) -> None:
    """What has to be looked at in chapters stands elsewhere in another outline: found again by its text."""
    places: dict[str, tuple[str, str]] = {}
    for path in sorted(made.glob("bab-*.json")):
        chapter = json.loads(path.read_text("utf-8"))
        texts = ((at, value) for at, value in pointers.walk_values(chapter, "") if isinstance(value, str))
        places |= {value: (path.name, at) for at, value in texts if value not in places}
    for look in rolled.looks:
        if str(look["berkas"]).startswith("bab-") and look["nilai"] in places:
            look["berkas"], look["letak"] = places[look["nilai"]]


_SCHEMA = re.compile(rb'("\$schema":\s*")([^"]+)(")')


def mend_schema_paths(made: Path, old_root: Path, target: Path) -> None:
    """Keep the links to schemas right where the new folder stands elsewhere than the old one."""
    for path in made.rglob("*.json"):
        relative, data = path.relative_to(made), path.read_bytes()
        match = _SCHEMA.search(data)
        aim = (old_root / relative).parent / os.fsdecode(match[2]) if match else None
        if match is None or aim is None or not aim.is_file() or aim.resolve().is_relative_to(old_root.resolve()):
            continue
        # On Windows no relative path leads to another drive; the link is for the editor alone.
        with contextlib.suppress(ValueError):
            link = Path(os.path.relpath(aim.resolve(), (target / relative).resolve().parent)).as_posix()
            path.write_bytes(data[: match.start(2)] + os.fsencode(link) + data[match.end(2) :])
