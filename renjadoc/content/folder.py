"""Reads a whole content folder: which files belong to it, which are missing, all their faults at once."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from renjadoc import journal, nearby, opening, resources
from renjadoc.content import schema, strays
from renjadoc.content.load import Source, load_source
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors, say_refusal

if TYPE_CHECKING:
    from renjadoc.content.file_types import Dokumen, Kerangka

CHAPTER_FILE = re.compile(r"bab-([1-9]\d?)\.json")
#: What may stand before the contents, in the order of print.
FRONT_PARTS = ("lembar-pengesahan", "kata-pengantar", "ringkasan")
#: The name of an outline is that of a file; a longer one than file systems take is none.
_OUTLINE = re.compile(r"[a-z0-9-]{1,100}")
#: Where a Renja Perubahan keeps the plans that it changes, as they were.
BEFORE = "sebelum"
#: A word list of an office has hundreds of words.
MAX_WORDS = 1024 * 1024


class Folder(NamedTuple):
    """A content folder: those of its files that have the right shape.

    `bab` is in the order of the chapters, `depan` holds the parts before them by name, `lampiran` what follows them;
    `tabel` and `regulasi` are by file name without `.json`; `broken` names the files that could not be used, relative
    to the folder; `kamus` are the office's own words, in small letters; `peraturan` is what the office itself knows
    about regulations; `tinjau` what was taken over from last year; `telaah` the remarks of reviewers; `sebelum` the
    plans that a Renja Perubahan changes, by file name, as they were.
    """

    root: Path
    name: str
    dokumen: Source
    bab: list[Source]
    tabel: dict[str, Source]
    regulasi: dict[str, Source]
    kerangka: Kerangka
    peraturan: Source | None
    tinjau: Source | None
    telaah: Source | None
    kamus: frozenset[str]
    broken: list[str]
    depan: dict[str, Source]
    lampiran: list[Source]
    sebelum: Mapping[str, Source]

    @property
    def facts(self) -> Dokumen:
        """What dokumen.json says of office, region, year and signature."""
        data: Dokumen = self.dokumen.data
        return data

    @property
    def tahun(self) -> int:
        return self.facts["tahun"]

    @property
    def sources(self) -> list[Source]:
        """Every file of the content itself."""
        return [self.dokumen, *self.narrative, *self.tabel.values(), *self.regulasi.values()]

    @property
    def narrative(self) -> list[Source]:
        """The files of running text, in the order of print."""
        return [*self.depan.values(), *self.bab, *self.lampiran]

    def relative(self, source: Source) -> str:
        """A file's name within the folder: `tabel/evaluasi.json`."""
        return source.name.removeprefix(f"{self.name}/")

    def link_schema(self, kind: str, file: str = "") -> dict[str, str]:
        """How a new file of that kind names its schema: as dokumen.json does, seen from `file` within the folder."""
        link = str(self.dokumen.data.get("$schema", ""))
        above = "" if link.startswith(("http", "/")) else "../" * file.count("/")
        return {"$schema": above + link.replace("dokumen.schema", f"{kind}.schema")} if link else {}

    def tables_of(self, kind: str) -> list[Source]:
        """The table files of one kind, in the order of their names."""
        return [source for _, source in sorted(self.tabel.items()) if source.data["jenis"] == kind]


def read_folder(root: Path) -> tuple[Folder | None, list[Problem]]:
    """The folder (None when nothing can be said without its dokumen.json) and every problem of syntax and shape."""
    name = root.as_posix()
    if not root.is_dir():
        return None, [_refuse_missing(root)]
    try:
        journal.heal_folder(root)
    except ProblemsFound as error:
        return None, error.problems
    reader = _FolderReader(root, name)
    dokumen = reader.read_file("dokumen.json", "dokumen")
    bab = [source for _, source in sorted(reader.read_chapters().items())]
    tabel = reader.read_files("tabel")
    regulasi = reader.read_files("regulasi")
    peraturan, tinjau, telaah = (reader.read_optional(kind) for kind in ("peraturan", "tinjau", "telaah"))
    front = {name: reader.read_optional(name, "bagian-depan") for name in FRONT_PARTS}
    depan = {name: source for name, source in front.items() if source is not None}
    lampiran = reader.read_appendices()
    kamus = reader.read_words()
    if dokumen is None:
        return None, reader.list_problems(deep=False)
    kerangka = reader.read_outline(dokumen, root)
    before = reader.read_files(BEFORE) if "perubahan" in dokumen.data else {}
    outline: Kerangka = kerangka or {"nama": "", "sumber": "", "bab": []}
    extras = (peraturan, tinjau, telaah, kamus)
    folder = Folder(root, name, dokumen, bab, tabel, regulasi, outline, *extras, reader.broken, depan, lampiran, before)
    return folder, reader.list_problems(deep=True)


def _refuse_missing(root: Path) -> Problem:
    if root.exists():
        hint = "Sebut nama foldernya; pada perintah yang menyebut keduanya, berkas lebih dulu, lalu folder."
        return Problem("RJ004", Location(root.as_posix()), "ini sebuah berkas, bukan folder isi", hint)
    lying = nearby.name_folders(root, "dokumen.json") or "Contoh: content/2021."
    hint = f"Periksa nama folder. {lying} Folder baru dibuat dengan: renjadoc baru FOLDER"
    return Problem("RJ004", Location(root.as_posix()), "folder isi tidak ditemukan", hint)


def open_folder(root: Path) -> Folder:
    """The folder, for those who can do nothing with a faulty one. Raises ProblemsFound."""
    folder, problems = read_usable(root)
    raise_on_errors(problems)
    return folder


def read_usable(root: Path) -> tuple[Folder, list[Problem]]:
    """The folder with what is wrong with it. Raises ProblemsFound where it cannot be read at all."""
    folder, problems = read_folder(root)
    if folder is None:
        raise ProblemsFound(problems)
    return folder, problems


class _FolderReader:
    """Reads the files of one folder and collects what is wrong with them."""

    def __init__(self, root: Path, name: str) -> None:
        self._root = root
        self._name = name
        self.problems: list[Problem] = []
        self.broken: list[str] = []
        self._read = {"kamus.txt"}

    def list_problems(self, *, deep: bool) -> list[Problem]:
        """Every problem, with the files that nobody read; those below subfolders if `deep`."""
        return [*self.problems, *strays.find_unread(self._root, self._name, self._read, deep=deep)]

    def read_file(self, relative: str, kind: str | None) -> Source | None:
        """One file against the schema called `kind`, or against that of the table kind it names itself."""
        self._read.add(relative)
        source, problems = load_source(self._root / relative, f"{self._name}/{relative}", self._root)
        if source is not None and not problems:
            problems = self._check_shape(source, kind)
        self.problems += problems
        if problems:
            self.broken.append(relative)
        return None if problems else source

    def read_optional(self, name: str, kind: str | None = None) -> Source | None:
        return self.read_file(f"{name}.json", kind or name) if os.path.lexists(self._root / f"{name}.json") else None

    def read_appendices(self) -> list[Source]:
        """The appendices in the order of their names, numbers in these by their value: `2-peta` before `10-daftar`."""
        found = self.read_files("lampiran")
        return [found[stem] for stem in sorted(found, key=_natural_key)]

    def read_chapters(self) -> dict[int, Source]:
        found: dict[int, Source] = {}
        for path in sorted(self._root.glob("bab-*.json")):
            match = CHAPTER_FILE.fullmatch(path.name)
            if match is None:
                self._refuse_name(path.name)
            elif source := self.read_file(path.name, "bab"):
                found[int(match[1])] = source
        return found

    def read_files(self, subfolder: str) -> dict[str, Source]:
        kind = subfolder if subfolder in ("regulasi", "lampiran") else None
        paths = [path for path in sorted((self._root / subfolder).glob("*.json")) if not strays.is_foreign(path.name)]
        sources = {path.stem: self.read_file(f"{subfolder}/{path.name}", kind) for path in paths}
        usable = {stem: source for stem, source in sources.items() if source is not None}
        copies = strays.find_copies(usable, subfolder)
        self.problems += copies.values()
        return {stem: source for stem, source in usable.items() if stem not in copies}

    def read_words(self) -> frozenset[str]:
        """The words of kamus.txt, one a line; what follows # is a remark."""
        path = self._root / "kamus.txt"
        if not os.path.lexists(path):
            return frozenset()
        location = Location(f"{self._name}/kamus.txt")
        try:
            lines = opening.read_file(path, MAX_WORDS, self._root).decode("utf-8-sig").splitlines()
        except OSError as error:
            said = f"berkas tidak dapat dibaca ({say_refusal(error)})"
            self.problems.append(Problem("RJ004", location, said, "Isinya satu kata sebaris."))
            return frozenset()
        except UnicodeDecodeError:
            hint = "Di Notepad: Simpan Sebagai, lalu pilih Pengodean UTF-8."
            self.problems.append(Problem("RJ002", location, "berkas tidak disimpan sebagai UTF-8", hint))
            return frozenset()
        return frozenset(word.casefold() for line in lines for word in line.partition("#")[0].split())

    def read_outline(self, dokumen: Source, root: Path) -> Kerangka | None:
        """The outline that the document names: the office's own in kerangka/, or one that comes with renjadoc."""
        stated = dokumen.data["kerangka"]
        own = self._root / "kerangka" / f"{stated}.json"
        if _OUTLINE.fullmatch(stated) and own.is_file():
            source = self.read_file(f"kerangka/{stated}.json", "kerangka")
            kerangka = source.data if source else None
        else:
            kerangka = read_known_outline(stated)
            if kerangka is None:
                self.problems.append(_unknown_outline(dokumen))
        if kerangka is not None:
            for number in _missing_chapters(kerangka, root):
                hint = _chapter_hint(kerangka, number)
                self.problems.append(dokumen.problem("RJ004", "/kerangka", f"berkas bab-{number}.json belum ada", hint))
                self.broken.append(f"bab-{number}.json")
        return kerangka

    def _refuse_name(self, file: str) -> None:
        self._read.add(file)
        chapters = [f"bab-{number}" for number in range(1, 100)]
        if original := strays.find_original(file.removesuffix(".json"), chapters):
            self.problems.append(strays.make_copy_problem(f"{self._name}/{file}", f"{original}.json"))
            return
        hint = "Beri nama bab-1.json, bab-2.json, dan seterusnya."
        location = Location(f"{self._name}/{file}")
        self.problems.append(Problem("RJ004", location, "nama berkas bab tidak dikenal", hint))

    def _check_shape(self, source: Source, kind: str | None) -> list[Problem]:
        if kind is not None:
            return schema.check_schema(source, kind)
        stated = source.data.get("jenis") if isinstance(source.data, dict) else None
        if stated in schema.table_kinds():
            return schema.check_schema(source, str(stated))
        message = f"“jenis” berisi {json.dumps(stated, ensure_ascii=False, default=str)[:40]}"
        hint = f"Pilihan: {', '.join(schema.table_kinds())}."
        return [source.problem("RJ013", "/jenis", message, hint)]


def _natural_key(stem: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", stem) if part]


#: Behind the name of any outline: its chapters are asked for what verifiers want them to say, too.
_WITH_CONTENT = "-muatan"


def read_known_outline(name: str) -> Kerangka | None:
    """The outline (kerangka) called `name` that comes with renjadoc, or None; `NAME-muatan` asks for substance, too."""
    bare = name.removesuffix(_WITH_CONTENT)
    path = resources.outlines_folder() / f"{bare}.json"
    if not _OUTLINE.fullmatch(name) or not path.is_file():
        return None
    data: Kerangka = json.loads(path.read_text("utf-8"))
    if bare != name:
        asked = resources.read_data("muatan.json")
        data["muatan"], data["dasar_wajib"] = asked["muatan"], asked["dasar_wajib"]
    return data


def _unknown_outline(dokumen: Source) -> Problem:
    known = ", ".join(sorted(path.stem for path in resources.outlines_folder().glob("*.json")))
    with_content = f"dengan {_WITH_CONTENT} di belakangnya muatannya ikut diperiksa"
    hint = f"Pilihan: {known} ({with_content}); atau buat kerangka sendiri dalam folder kerangka/."
    return dokumen.problem("RJ030", "/kerangka", f"kerangka “{dokumen.data['kerangka']}” tidak dikenal", hint)


def _missing_chapters(kerangka: Kerangka, root: Path) -> list[int]:
    """Chapters that the outline wants and the folder lacks, and gaps in the numbering."""
    present = {int(m[1]) for p in root.glob("bab-*.json") if (m := CHAPTER_FILE.fullmatch(p.name))}
    wanted = max(len(kerangka["bab"]), *present, 1) if present else max(len(kerangka["bab"]), 1)
    return [number for number in range(1, wanted + 1) if number not in present]


def _chapter_hint(kerangka: Kerangka, number: int) -> str:
    chapters = kerangka["bab"]
    if number <= len(chapters):
        return f"{kerangka['nama']}; BAB ini: {chapters[number - 1]['judul']}."
    return "Nomor bab tidak boleh terlewat."
