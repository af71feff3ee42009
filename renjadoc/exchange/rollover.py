"""Next year's content from this year's, which a copy cannot make: years move through the tables, the rest stays.

The new folder is made beside its place and renamed: it is there whole, or not at all. Every byte that did not have to
change is the old one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renjadoc import save, tables
from renjadoc.content import folder as folders
from renjadoc.content import marks
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.examine import examine
from renjadoc.exchange import edit
from renjadoc.exchange.edit import Edit
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.reading import Reading
from renjadoc.tables.steps import Step


@dataclass(frozen=True)
class Offer:
    """A year typed in the narrative that a placeholder should have covered."""

    file: str
    line: int
    pointer: str
    typed: str
    placeholder: str


@dataclass
class Rolled:
    """What a roll made: the folder, how many cells were opened or carried, what to look at, what to enter anew."""

    target: Path
    year: int
    opened: int = 0
    moved: int = 0
    looks: list[dict[str, Any]] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    offers_written: bool = False
    warnings: list[str] = field(default_factory=list)


def roll(source: Path, target: Path, *, write_placeholders: bool = False) -> Rolled:
    """Make `target` for the year after that of `source`. Raises ProblemsFound; then nothing was made or changed."""
    reading, outcome = examine(source)
    raise_on_errors(outcome.problems)
    if reading is None:
        raise ProblemsFound(outcome.problems)
    folder = reading.folder
    _refuse_other_year(folder, target)
    rolled = Rolled(target, folder.tahun + 1, offers=list(_offers(reading)), offers_written=write_placeholders)
    changes = _changes(folder, reading, rolled)
    if write_placeholders:
        for offer in rolled.offers:
            changes.setdefault(offer.file, [])
    rolled.warnings = list(_warnings(folder, rolled))
    save.folder(target, lambda made: _fill(folder, made, target, changes, rolled))
    return rolled


def _refuse_other_year(folder: Folder, target: Path) -> None:
    named = re.fullmatch(r"\d{4}", target.name)
    if named and int(target.name) != folder.tahun + 1:
        message = f"isi tahun {folder.tahun} digulir ke {folder.tahun + 1}, bukan ke {target.name}"
        hint = f"Pakai nama folder {target.with_name(str(folder.tahun + 1)).as_posix()}; tidak ada yang diubah."
        raise ProblemsFound([Problem("RJ051", Location(target.as_posix()), message, hint)])


# What changes


def _changes(folder: Folder, reading: Reading, rolled: Rolled) -> dict[str, list[Edit]]:
    """The edits by file, relative to the folder; counts and looks go into `rolled`."""
    changes: dict[str, list[Edit]] = {"dokumen.json": _office(folder, rolled)}
    for name, source in folder.tabel.items():
        steps = list(_steps(source))
        if steps:
            changes[f"tabel/{name}.json"] = list(_table(source, f"tabel/{name}.json", steps, rolled))
    for passage in reading.passages:
        if passage.kind in {"paragraf", "butir"} and _has_typed_figure(passage.source, passage.pointer):
            file = _relative(folder, passage.source)
            _look(rolled, passage.source, file, passage.pointer, "kalimat ini memuat angka yang diketik")
    return changes


def _steps(source: Source) -> Iterable[Step]:
    kind = source.data["jenis"]
    return tables.STEPS[kind](source.data) if kind in tables.STEPS else ()


def _office(folder: Folder, rolled: Rolled) -> list[Edit]:
    dokumen = folder.dokumen
    _look(rolled, dokumen, "dokumen.json", "/pengesahan/nama", "pastikan pejabat yang menandatangani")
    if rolled.year > dokumen.data["renstra"]["akhir"]:
        for pointer in ("/renstra/awal", "/renstra/akhir", "/visi/daerah", "/visi/perangkat_daerah"):
            _look(rolled, dokumen, "dokumen.json", pointer, "periode Renstra sudah berakhir")
        for source in folder.tables_of("target-renstra"):
            _look(rolled, source, _relative(folder, source), "/judul/0", "isi target Renstra periode baru")
    return [edit.value("/tahun", rolled.year), edit.value("/pengesahan/tanggal", None)]


def _table(source: Source, file: str, steps: list[Step], rolled: Rolled) -> Iterator[Edit]:
    for step in steps:
        if step.source == step.to:
            _look(rolled, source, file, step.to, step.look)
            continue
        old, new = _written(source, step.to), json.dumps(step.value, ensure_ascii=False)
        value = step.value
        if step.source is not None:
            new, value = _written(source, step.source), marks.value(source.data, step.source)
            rolled.moved += 1
        rolled.opened += new == "null" and old != "null"
        if step.look and value is not None:
            _look(rolled, source, file, step.to, step.look, value)
        if new != old:
            yield Edit(step.to, new)


def _written(source: Source, pointer: str) -> str:
    """The value at `pointer` as it is written, so that it stands elsewhere in the same style."""
    start = source.positions.offset(pointer)
    return source.text[start : start + source.positions.length(start)]


_KEEP = object()


def _look(rolled: Rolled, source: Source, file: str, pointer: str, reason: str, value: Any = _KEEP) -> None:
    """Note that a person has to look at the value which will stand at `pointer`."""
    if value is _KEEP:
        value = marks.value(source.data, pointer)
    entry = {"berkas": file, "letak": pointer, "nilai": value, "alasan": reason}
    if row := marks.row_name(source.data, pointer):
        entry["baris"] = row
    rolled.looks.append(entry)


def _relative(folder: Folder, source: Source) -> str:
    return source.name.removeprefix(f"{folder.name}/")


_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_FIGURE = re.compile(r"(?<!Pasal )(?<!ayat \()\b\d{2,}|\d+\s*(?:%|persen)|\bRp")


def _has_typed_figure(source: Source, pointer: str) -> bool:
    return _FIGURE.search(_PLACEHOLDER.sub("", marks.value(source.data, pointer))) is not None


# Years that a placeholder should have covered

_YEAR = re.compile(r"\{\{.*?\}\}|(?<!\d)(?P<tahun>20\d\d)(?:\s*[-–—]\s*(?P<akhir>20\d\d))?(?![\d.,/]\d|\d)")
_FIXED = re.compile(
    r"(?:Nomor\s+\S+\s+[Tt]ahun|[Ss]ejak(?:\s+[Tt]ahun)?|[Dd]ari\s+[Tt]ahun|[Pp]ada tanggal \d+ \w+)\s+$"
)


def _offers(reading: Reading) -> Iterator[Offer]:
    folder = reading.folder
    period = folder.dokumen.data["renstra"]
    for source in [*folder.bab, *folder.tabel.values()]:
        for pointer, _ in _texts_with_years(source):
            text = _written(source, pointer)
            for match in _YEAR.finditer(text):
                name = _placeholder(match, text, folder.tahun, period)
                if name:
                    line = source.at(pointer).line or 1
                    yield Offer(_relative(folder, source), line, pointer, match[0], name)


def _texts_with_years(source: Source) -> Iterator[tuple[str, str]]:
    """The texts of the narrative and of captions that hold a year."""
    data = source.data
    if "jenis" in data:
        data = {key: data[key] for key in ("judul", "keterangan") if key in data}
    for pointer, value in marks.walk(data, ""):
        if isinstance(value, str) and not pointer.endswith(("/$schema", "/kutipan", "/tabel")) and "20" in value:
            yield pointer, value


def _placeholder(match: re.Match[str], text: str, tahun: int, period: dict[str, int]) -> str:
    if match["tahun"] is None or _FIXED.search(text[: match.start()]):
        return ""
    year = int(match["tahun"])
    if match["akhir"]:
        same = (year, int(match["akhir"])) == (period["awal"], period["akhir"])
        return "{{ renstra.periode }}" if same else ""
    step = year - tahun
    if abs(step) > 2:
        return ""
    return "{{ tahun }}" if step == 0 else f"{{{{ tahun {'+' if step > 0 else '-'} {abs(step)} }}}}"


def _with_placeholders(text: str, offers: list[Offer]) -> str:
    by_pointer: dict[str, dict[str, str]] = {}
    for offer in offers:
        by_pointer.setdefault(offer.pointer, {})[offer.typed] = offer.placeholder
    return edit.apply(text, [_filled(pointer, edit.raw(text, pointer), names) for pointer, names in by_pointer.items()])


def _filled(pointer: str, text: str, names: dict[str, str]) -> Edit:
    return Edit(pointer, _YEAR.sub(lambda match: _replaced(match, text, names), text))


def _replaced(match: re.Match[str], text: str, names: dict[str, str]) -> str:
    fixed = match["tahun"] is None or _FIXED.search(text[: match.start()])
    return match[0] if fixed else names.get(match[0], match[0])


# What a person has to know


def _warnings(folder: Folder, rolled: Rolled) -> Iterator[str]:
    period = folder.dokumen.data["renstra"]
    if rolled.year > period["akhir"]:
        yield (
            f"Renstra {period['awal']}–{period['akhir']} berakhir. Isi yang baru: periode Renstra dan visi dalam "
            "dokumen.json, tabel target Renstra, tujuan dan sasaran, serta indikator capaian kinerja."
        )
    if waiting := len(marks.still_open(folder)):
        yield f"Folder asal masih mempunyai {waiting} isian terbawa yang belum ditinjau."


# Writing


def _fill(folder: Folder, made: Path, target: Path, changes: dict[str, list[Edit]], rolled: Rolled) -> None:
    hidden = shutil.ignore_patterns(
        "~$*", ".~lock*", ".renjadoc-*", "renjadoc-galat-*.log", "tinjau.json", "telaah.json", ".cadangan"
    )
    shutil.copytree(folder.root, made, ignore=hidden, symlinks=False)
    sources = {_relative(folder, s): s for s in [folder.dokumen, *folder.bab, *folder.tabel.values()]}
    for file, edits in changes.items():
        offers = [offer for offer in rolled.offers if offer.file == file] if rolled.offers_written else []
        path = made / file
        path.write_bytes(_edited(sources[file].path.read_bytes(), edits, offers))
    (made / "tinjau.json").write_text(_looks_as_json(rolled, made, folder), "utf-8")
    if made.parent.resolve() != folder.root.parent.resolve() or target.parent.resolve() != folder.root.parent.resolve():
        _mend_schema_paths(made, folder.root, target)
    _, problems = folders.read(made)
    raise_on_errors(problems)


def _edited(before: bytes, edits: list[Edit], offers: list[Offer]) -> bytes:
    """A file with its edits; its byte order mark and line ends stay as they were."""
    bom = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    text = before.removeprefix(bom).decode("utf-8")
    if "\r\n" in text:
        edits = [Edit(one.pointer, one.text.replace("\n", "\r\n")) for one in edits]
    return bom + _with_placeholders(edit.apply(text, edits), offers).encode("utf-8")


def _looks_as_json(rolled: Rolled, made: Path, folder: Folder) -> str:
    stated = str(folder.dokumen.data.get("$schema", "")).replace("dokumen.schema.json", "tinjau.schema.json")
    data: dict[str, Any] = {"$schema": stated} if stated else {}
    data["tinjau"] = rolled.looks
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    """A Decimal as JSON writes it."""
    return float(value)


_SCHEMA = re.compile(r'("\$schema":\s*")([^"]+)(")')


def _mend_schema_paths(made: Path, old_root: Path, target: Path) -> None:
    """Keep the links to schemas right where the new folder stands elsewhere than the old one."""
    for path in made.rglob("*.json"):
        relative = path.relative_to(made)
        text = path.read_bytes().decode("utf-8")
        match = _SCHEMA.search(text)
        aim = (old_root / relative).parent / match[2] if match else None
        if match is None or aim is None or not aim.is_file() or aim.resolve().is_relative_to(old_root.resolve()):
            continue
        link = Path(os.path.relpath(aim.resolve(), (target / relative).resolve().parent)).as_posix()
        path.write_bytes((text[: match.start(2)] + link + text[match.end(2) :]).encode("utf-8"))
