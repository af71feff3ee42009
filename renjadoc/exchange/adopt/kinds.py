"""Tables of an old document as data of the kinds that a Renja has: known by their heads, read row by row.

Here only the form is read. Whether the kind prints all that the old table said is proved later, on the printed page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from renjadoc import indonesian
from renjadoc.exchange.adopt import words
from renjadoc.exchange.adopt.grids import Grid
from renjadoc.tables import evaluasi
from renjadoc.tables.quantities import tingkat
from renjadoc.tables.rencana_program import WITHOUT_SUB, total

Data = dict[str, Any]
#: The texts of a row by the role of their columns.
Cells = dict[str, str]

_AMOUNT = re.compile(r"(?:Rp\.?)?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:00?|-))?\s*-?", re.IGNORECASE)
_CODE = re.compile(r"[0-9Xx]+(?:\.[0-9Xx]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(
    r"\s*(?:(?:sub\s*|grand\s*)?(?:jumlah|total)(?:\s+(?:jumlah|total|(?:ke)?seluruh\w*|pagu|anggaran|dana|belanja|indikatif))*"
    r"|rata\s*[-–—]?\s*rata\b.*)\s*[.:]?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_PROGRAM = re.compile(r"\s*program\b", re.IGNORECASE)
_SUB = re.compile(r"\s*sub\s*-?\s*kegiatan\b", re.IGNORECASE)
_OTHER_UNITS = re.compile(r"\((?:dalam\s+)?(?:rp\.?\s*)?(?:ribu|juta|miliar|milyar|x?\s*1?\.?000)", re.IGNORECASE)
#: What stands where the old table left a name out.
NAMELESS = "[[nama kegiatan belum ada]]"


#: The names of the kinds.
NAMES = (
    "evaluasi", "capaian-kinerja", "indikator-program", "target-renstra", "rencana-program", "review-rkpd",
    "usulan-masyarakat",
)  # fmt: skip


class Unfit(Exception):
    """A table that the form of its kind cannot hold; the message says why, in Indonesian."""


@dataclass(frozen=True)
class Stated:
    """A figure that the old table states and the kind computes: `node["tercatat"][key] = value` keeps it."""

    node: Data
    key: str
    value: Any
    row: str
    column: str
    text: str


@dataclass
class Built:
    """A table read as data. `anew` are texts that the kind makes itself: row numbers, labels of totals.

    `office` is the short name of the office that the table prints, `years` the columns of the Renstra.
    """

    kind: str
    data: Data
    stated: list[Stated] = field(default_factory=list)
    anew: list[str] = field(default_factory=list)
    office: str = ""
    years: tuple[int, ...] = ()


# Which kind


def recognise(grid: Grid) -> str | None:
    """The kind of table whose head this is, or None."""
    paths = [path.casefold() for path in grid.paths()]
    whole = " | ".join(paths)
    years = sum(1 for path in paths if _YEAR.fullmatch(path.rpartition(" / ")[2].strip()))

    def has(*patterns: str) -> bool:
        return all(re.search(pattern, whole) for pattern in patterns)

    found = None
    if has(r"indikator", r"triwulan|\btw\b", r"realisasi") and not has(r"pagu"):
        found = "indikator-program"
    elif has(r"pagu|kebutuhan dana|anggaran", r"target", r"lokasi") and has(r"maju|n\s*\+\s*1"):
        found = "rencana-program"
    elif has(r"pagu|kebutuhan dana", r"target", r"lokasi", r"indikator"):
        found = "review-rkpd"
    elif has(r"renstra", r"realisasi", r"target", r"program|kegiatan", r"tingkat"):
        found = "evaluasi"
    elif years >= 3 and has(r"indikator", r"target", r"uraian|tujuan|sasaran") and not has(r"realisasi|capaian"):
        found = "target-renstra"
    elif has(r"indikator", r"satuan", r"capaian|realisasi", r"target", r"%|persen") and len(paths) >= 6:
        found = "capaian-kinerja"
    elif has(r"lokasi", r"besaran|volume", r"program|kegiatan|usulan") and len(paths) <= 7:
        found = "usulan-masyarakat"
    return found


def build(kind: str, grid: Grid) -> Built:
    """The table as data of `kind`, without title. Raises Unfit."""
    if _OTHER_UNITS.search(" ".join(grid.paths())):
        raise Unfit("uangnya dalam ribuan atau jutaan rupiah")
    return _BUILDERS[kind](grid)


# Columns and cells


def _rows(grid: Grid, roles: Sequence[str]) -> Iterator[Cells]:
    """Each row's texts by role."""
    for row in grid.body:
        texts = grid.texts(row)
        if not any(texts) or all(text in {"…", "-", ""} for text in texts):
            continue
        yield {role: "" if text == "…" else text for role, text in zip(roles, texts, strict=True)}


def _roles(grid: Grid, *wanted: tuple[str, str], first: int = 0) -> list[str]:
    """The role of each column from `first` on: that of `wanted` (role, pattern) whose pattern its head has.

    Raises Unfit.
    """
    roles = []
    for column, path in list(enumerate(grid.paths()))[first:]:
        role = next((role for role, pattern in wanted if re.search(pattern, path, re.IGNORECASE)), "")
        if not role and any(grid.texts(row)[column] for row in grid.body):
            raise Unfit(f"kolom “{words.short(path, 50)}” tidak ada dalam bentuk baku")
        roles.append(role or f"kosong{column}")
    doubled = {role for role in roles if roles.count(role) > 1}
    if doubled:
        raise Unfit(f"ada dua kolom untuk {', '.join(sorted(doubled))}")
    return roles


def _in_order(grid: Grid, *roles: tuple[str, str]) -> list[str]:
    """Roles of a table whose columns must come in this order, one each. Raises Unfit."""
    paths = grid.paths()
    if len(paths) != len(roles):
        raise Unfit(f"mempunyai {len(paths)} kolom, bentuk baku {len(roles)}")
    for path, (_, pattern) in zip(paths, roles, strict=True):
        if not re.search(pattern, path, re.IGNORECASE):
            raise Unfit(f"kolom “{words.short(path, 50)}” tidak ada dalam bentuk baku")
    return [role for role, _ in roles]


def _line(text: str) -> str:
    """A name in one line."""
    return words.escape(" ".join(text.split("\n")))


def sel(text: str) -> Any:
    """A cell: a number where it prints as it was typed, a text, several lines, or None for an empty one."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and indonesian.baca_angka(lines[-1]) is not None and not line[:1].isdigit():
            # `1.000` above `masyarakat` is one line that was too long for its cell.
            lines[-1] += f" {line}"
        elif line.strip():
            lines.append(line.strip())
    if not lines:
        return None
    return _number(lines[0]) if len(lines) == 1 else [words.escape(line) for line in lines]


def _number(text: str) -> Any:
    number = indonesian.baca_angka(text)
    if number is None or indonesian.angka(number) != text:
        if number is not None and number == int(number) and indonesian.angka(int(number)) == text:
            return int(number)
        return words.escape(text)
    exact = int(number) if number == int(number) else float(number)
    return exact if str(exact) == str(number) else words.escape(text)


def amount(text: str) -> int | None:
    """Rupiah as typed in a cell; None for an empty one. Raises Unfit."""
    text = " ".join(text.split())
    if text in {"", "-", "…"}:
        return None
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise Unfit(f"“{words.short(text, 40)}” bukan jumlah rupiah")
    return int(match[1].replace(".", ""))


def _code(text: str) -> str | None:
    text = "".join(text.split()).rstrip(".")
    if not text:
        return None
    if _CODE.fullmatch(text) is None:
        raise Unfit(f"“{words.short(text, 40)}” bukan kode")
    return text


def _state(built: Built, node: Data, key: str, text: str, row: str, column: str) -> None:
    """Remember a percentage that the table states."""
    if text.strip():
        value = sel(text.strip().removesuffix("%").strip())
        built.stated.append(Stated(node, key, value, row, column, text))


# Programs and budget (T-C.33), review of the RKPD (T-C.31)


_PLAN = (
    ("catatan", r"catatan"),
    ("target_maju", r"(?:maju|n\s*\+\s*1).* / .*target"),
    ("pagu_maju", r"(?:maju|n\s*\+\s*1).* / .*(?:pagu|dana|anggaran)"),
    ("sumber_dana", r"sumber"),
    ("lokasi", r"lokasi"),
    ("target", r"target"),
    ("pagu", r"pagu|dana|anggaran"),
    ("indikator", r"indikator"),
    ("kode", r"^kode"),
    ("sub", r"^sub\s*-?\s*kegiatan"),
    ("nomor", r"^no(?:mor)?\b"),
    ("uraian", r"urusan|program|kegiatan|uraian"),
)  # fmt: skip


_SUMS = ("pagu", "pagu_maju")
#: What a row may say that only goes on with the row above it.
_MORE = {"indikator", "lokasi", "target", "target_maju"}
#: Rows without code that say what they are.
_NAMED = (
    ("urusan", r"(?:bidang\s+)?urusan\b"),
    ("program", r"program\b"),
    ("sub", r"sub\s*-?\s*kegiatan\b"),
    ("kegiatan", r"kegiatan\b"),
)


def _plan(grid: Grid) -> Built:
    return _Plan(grid, "rencana-program").read()


def _review(grid: Grid) -> Built:
    return _Plan(grid, "review-rkpd").read()


class _Plan:
    """Reads programs, kegiatan and sub kegiatan; what a row is, its code says, or where its texts stand."""

    def __init__(self, grid: Grid, kind: str) -> None:
        self._grid = grid
        self._data: Data = {"jenis": kind, "program": []}
        self._built = Built(kind, self._data)
        self._roles = self._columns()
        self._levels: dict[int, str] = {}
        self._without_sub = False
        #: Whether rows were taken for kegiatan only because nothing says otherwise.
        self._is_guessed = False
        self._urusan: list[Data] = []

    def _columns(self) -> list[str]:
        paths = self._grid.paths()
        if len(paths) > 1 and paths[0] == paths[1] and not re.search(r"^kode", paths[0], re.IGNORECASE):
            # Number and name of a kegiatan below one head.
            return ["nomor", *_roles(self._grid, *_PLAN, first=1)]
        return _roles(self._grid, *_PLAN)

    def read(self) -> Built:
        for wanted in ("target", "pagu", "indikator"):
            if wanted not in self._roles:
                raise Unfit(f"kolom {wanted} tidak ditemukan")
        found = list(self._whole_rows(_label_apart(cells) for cells in _rows(self._grid, self._roles)))
        self._levels = _code_levels([(self._title(cells)[1], _code(cells.get("kode", ""))) for cells in found])
        self._without_sub = not any(self._speaks_of_sub(cells) for cells in found)
        if self._without_sub:
            self._data = self._built.data = {"jenis": self._built.kind, "bentuk": WITHOUT_SUB, "program": []}
        for cells in found:
            self._row(cells)
        if not any(kegiatan.get("sub_kegiatan", True) for p in self._data["program"] for kegiatan in p["kegiatan"]):
            raise Unfit("kegiatan dengan pagunya tidak ditemukan")
        if self._is_guessed:
            self._check_programs()
        if any(_code(cells.get("kode", "")) for cells in found):
            self._data["cetak_kode"] = True
        return self._built

    def _whole_rows(self, rows: Iterable[Cells]) -> Iterator[Cells]:
        """The rows, where one of several indicators stands in several: those that say nothing but more of them."""
        before: Cells | None = None
        for cells in rows:
            more = {role for role, text in cells.items() if text}
            if before is not None and more <= _MORE and "indikator" in more and before["indikator"]:
                before |= {role: f"{before[role]}\n{cells[role]}".strip("\n") for role in more}
                continue
            if before is not None:
                yield before
            before = cells
        if before is not None:
            yield before

    def _speaks_of_sub(self, cells: Cells) -> bool:
        """Whether a row is of a sub kegiatan, by its column, its code or its name."""
        level = self._levels.get(_depth(_code(cells.get("kode", ""))))
        return bool(cells.get("sub")) or level == "sub" or _SUB.match(self._title(cells)[1]) is not None

    def _check_programs(self) -> None:
        """Raises Unfit where most programs state another sum than their rows have: those are of several levels."""
        programs = {id(program) for program in self._data["program"]}
        stated = [figure for figure in self._built.stated if figure.key == "pagu" and id(figure.node) in programs]
        wrong = [figure for figure in stated if total(figure.node, "pagu") != figure.value]
        if len(wrong) * 2 > len(stated):
            raise Unfit(f"jumlah “{words.short(wrong[0].row, 40)}” bukan jumlah baris di bawahnya")

    def _title(self, cells: Cells) -> tuple[str, str]:
        """Number and name: a name that spans both columns stands in that of the number."""
        number, title = cells.get("nomor", ""), cells.get("uraian", "")
        return ("", number) if not title and not number.strip(". ").isdecimal() else (number, title)

    def _row(self, cells: Cells) -> None:
        number, title = self._title(cells)
        code = _code(cells.get("kode", ""))
        level = self._level(cells, title, number, code)
        self._built.anew.append(number)
        if level == "jumlah":
            self._total(cells, title)
        elif level == "urusan":
            self._begun(cells, title, code)
        elif level == "program":
            self._program(cells, title, code)
        elif level == "kegiatan":
            self._kegiatan(title, number, code, cells)
        else:
            if cells.get("sub") and (title or number or not self._here()["kegiatan"]):
                self._kegiatan(title, number, None, None)
            self._sub(cells, cells.get("sub") or title, code)

    def _level(self, cells: Cells, title: str, number: str, code: str | None) -> str:
        if cells.get("sub"):
            return "sub"
        if level := self._levels.get(_depth(code)):
            return level
        if _TOTAL.match(title):
            return "jumlah"
        named = next((level for level, pattern in _NAMED if re.match(pattern, title, re.IGNORECASE)), "")
        if named:
            return named
        if not self._data["program"] and not self._urusan:
            return "jumlah"
        if not code and ("sub" in self._roles or number):
            return "kegiatan"
        if not code and self._without_sub:
            self._is_guessed = True
            return "kegiatan"
        raise Unfit(f"baris “{words.short(title, 40)}” tidak dapat digolongkan")

    def _total(self, cells: Cells, title: str) -> None:
        self._stated_sums(self._data, cells, title or "jumlah")
        self._built.anew.append(title)
        others = [text for role, text in cells.items() if text and role not in {"pagu", "pagu_maju", "uraian", "nomor"}]
        if others:
            raise Unfit(f"baris jumlah memuat “{words.short(others[0], 40)}”")

    def _begun(self, cells: Cells, title: str, code: str | None) -> None:
        others = [text for role, text in cells.items() if text and role not in {*_SUMS, "uraian", "nomor", "kode"}]
        if others:
            raise Unfit(f"baris urusan memuat “{words.short(others[0], 40)}”")
        self._urusan.append({"kode": code, "nama": _line(title) or "[[nama urusan]]"})

    def _program(self, cells: Cells, title: str, code: str | None) -> None:
        program: Data = {"kode": code, "nama": _line(title) or "[[nama program belum ada]]"}
        program["indikator"] = _line(cells["indikator"]) or None
        if self._urusan:
            program["urusan"], self._urusan = self._urusan, []
        program |= _details(cells)
        program["kegiatan"] = []
        self._data["program"].append(program)
        self._stated_sums(program, cells, title)

    def _stated_sums(self, node: Data, cells: Cells, title: str) -> None:
        for key in _SUMS:
            rupiah = amount(cells.get(key, ""))
            if rupiah is not None:
                self._built.stated.append(Stated(node, key, rupiah, title, key.replace("_", " "), cells[key]))

    def _here(self) -> Data:
        if not self._data["program"]:
            raise Unfit("ada kegiatan sebelum program pertama")
        program: Data = self._data["program"][-1]
        return program

    def _kegiatan(self, title: str, number: str, code: str | None, cells: Cells | None) -> None:
        """A kegiatan; `cells` are those of a row of its own, None where it stands on its first sub kegiatan's."""
        kegiatan: Data = {"kode": code} if code else {}
        kegiatan["nama"] = _line(title) or NAMELESS
        self._here()["kegiatan"].append(kegiatan)
        if self._without_sub and cells:
            kegiatan |= _entered(cells)
            return
        details = _details(cells) if cells else {}
        if cells and (cells["indikator"] or details or any(cells.get(key) for key in _SUMS)):
            kegiatan |= {"indikator": _line(cells["indikator"]), **details}
        kegiatan["sub_kegiatan"] = []
        if cells:
            self._stated_sums(kegiatan, cells, title)

    def _sub(self, cells: Cells, name: str, code: str | None) -> None:
        program = self._here()
        if not program["kegiatan"]:
            program["kegiatan"].append({"nama": NAMELESS, "sub_kegiatan": []})
        sub: Data = {"kode": code} if code else {}
        sub |= {"nama": _line(name), **_entered(cells)}
        program["kegiatan"][-1]["sub_kegiatan"].append(sub)


def _label_apart(cells: Cells) -> Cells:
    """The row, where a label such as JUMLAH spans the columns of codes with it in the column of names."""
    label = cells.get("kode", "")
    if label and not cells.get("uraian") and _CODE.fullmatch("".join(label.split()).rstrip(".")) is None:
        return {**cells, "uraian": label, "kode": ""}
    return cells


def _entered(cells: Cells) -> Data:
    """The cells of a row that has an amount of its own."""
    node: Data = {key: sel(cells.get(key, "")) for key in ("indikator", "lokasi", "target")}
    node["pagu"] = amount(cells["pagu"])
    node["sumber_dana"] = _line(cells.get("sumber_dana", "")) or None
    if cells.get("catatan"):
        node["catatan"] = sel(cells["catatan"])
    node["target_maju"] = sel(cells.get("target_maju", ""))
    node["pagu_maju"] = amount(cells.get("pagu_maju", ""))
    return node


def _details(cells: Cells) -> Data:
    """What a program or a kegiatan says in the columns of its sub kegiatan; both targets, or none."""
    found: Data = {key: sel(cells[key]) for key in ("lokasi", "catatan") if cells.get(key)}
    if cells.get("sumber_dana"):
        found["sumber_dana"] = _line(cells["sumber_dana"])
    if cells.get("target") or cells.get("target_maju"):
        found |= {key: sel(cells.get(key, "")) or "" for key in ("target", "target_maju")}
    return found


def _depth(code: str | None) -> int:
    """How many parts a code has."""
    return len(code.split(".")) if code else 0


def _code_levels(rows: Sequence[tuple[str, str | None]]) -> dict[int, str]:
    """What a code of so many parts stands for: programs say so themselves, what is deeper follows from that."""
    depths = sorted({_depth(code) for _, code in rows if code})
    programs = Counter(_depth(code) for title, code in rows if code and _PROGRAM.match(title))
    if not programs:
        return {1: "urusan", 2: "urusan", 3: "program", 5: "kegiatan", 6: "sub"}
    program = programs.most_common(1)[0][0]
    levels = {depth: "urusan" for depth in depths if depth < program} | {program: "program"}
    return levels | dict(zip([d for d in depths if d > program], ("kegiatan", "sub"), strict=False))


# Evaluation (T-C.29)


#: What stands between the target of the Renstra and the last year, in the forms of eleven and of twelve columns.
_BEFORE = {
    11: (("realisasi_sd_n-3", r"realisasi"),),
    12: (("target_n-2", r"target"), ("realisasi_sd_n-2", r"realisasi")),
}


def _evaluation(grid: Grid) -> Built:
    before = _BEFORE.get(grid.width, _BEFORE[12])
    roles = _in_order(
        grid, ("kode", r"kode"), ("nama", r"program|kegiatan"), ("indikator", r"indikator"),
        ("target_renstra", r"target.*renstra|renstra.*target"), *before,
        ("t2", r"target"), ("r2", r"realisasi"), ("p2", r"tingkat|%|persen"), ("t1", r"target"),
        ("r1", r"realisasi|perkiraan|capaian"), ("pr", r"tingkat|%|persen|capaian"),
    )  # fmt: skip
    data: Data = {"jenis": "evaluasi"}
    if grid.width == 11:
        data["bentuk"] = evaluasi.PERMENDAGRI_86
        _check_years(grid.paths(), roles)
    data["program"] = []
    built = Built("evaluasi", data)
    for cells in _rows(grid, roles):
        figures = [text for role, text in cells.items() if role not in {"kode", "nama"} and text]
        if _PROGRAM.match(cells["nama"]) or (not figures and cells["nama"]):
            if figures:
                raise Unfit(f"baris program “{words.short(cells['nama'], 40)}” memuat “{words.short(figures[0], 30)}”")
            data["program"].append({"kode": _code(cells["kode"]), "nama": _line(cells["nama"]), "kegiatan": []})
        else:
            _evaluated(built, cells, [role for role, _ in before])
    return built


def _check_years(paths: Sequence[str], roles: Sequence[str]) -> None:
    """Raises Unfit where the heads say years, and what was realised before does not end the year before the last."""
    reached, last = (_YEAR.findall(paths[roles.index(role)])[-1:] for role in ("realisasi_sd_n-3", "r2"))
    if reached and last and int(reached[0]) != int(last[0]) - 1:
        raise Unfit(f"realisasinya sampai dengan {reached[0]}, bentuk baku sampai dengan {int(last[0]) - 1}")


def _evaluated(built: Built, cells: Cells, before: Sequence[str]) -> None:
    if not built.data["program"]:
        raise Unfit("ada kegiatan sebelum program pertama")
    name = _line(cells["nama"])
    if not name:
        raise Unfit("ada baris tanpa nama kegiatan")
    kegiatan: Data = {"kode": _code(cells["kode"]), "nama": name, "indikator": _line(cells["indikator"]) or None}
    kegiatan |= {key: sel(cells[key]) for key in ("target_renstra", *before)}
    kegiatan["renja_n-2"] = {"target": sel(cells["t2"]), "realisasi": sel(cells["r2"])}
    kegiatan["renja_n-1"] = {"target": sel(cells["t1"]), "realisasi": sel(cells["r1"])}
    built.data["program"][-1]["kegiatan"].append(kegiatan)
    _state(built, kegiatan, "renja_n-2_persen", cells["p2"], name, "tingkat realisasi")
    _state(built, kegiatan, "renstra_persen", cells["pr"], name, "tingkat capaian Renstra")


# Service performance (T-C.30)


def _performance(grid: Grid) -> Built:
    numbered = re.match(r"no\b", grid.paths()[0], re.IGNORECASE) is not None
    roles = _in_order(
        grid, *([("nomor", r"^no\b")] if numbered else []), ("nama", r"indikator"), ("satuan", r"satuan"),
        ("n3", r"capaian|realisasi"), ("n2", r"capaian|realisasi"), ("t1", r"target"), ("n1", r"capaian|realisasi"),
        ("persen", r"%|persen|tingkat"), ("persen_renstra", r"renstra"),
    )  # fmt: skip
    data: Data = {"jenis": "capaian-kinerja", "indikator": []}
    built = Built("capaian-kinerja", data)
    for cells in _rows(grid, roles):
        label = cells["nama"] or cells.get("nomor", "")
        if _TOTAL.match(label):
            built.anew.append(label)
            for key in ("persen", "persen_renstra"):
                _state(built, data, key, cells[key], "rata-rata", "capaian" if key == "persen" else "akhir Renstra")
            continue
        built.anew.append(cells.get("nomor", ""))
        _measured(built, cells)
    return built


def _measured(built: Built, cells: Cells) -> None:
    name, unit = _line(cells["nama"]), _line(cells["satuan"])
    if not name or not unit:
        raise Unfit("ada indikator tanpa nama atau satuan")
    indikator: Data = {"nama": name, "satuan": unit}
    indikator["capaian"] = {"n-3": sel(cells["n3"]), "n-2": sel(cells["n2"]), "n-1": sel(cells["n1"])}
    indikator["target"] = {"n-1": sel(cells["t1"])}
    indikator["indikator_renstra"] = None
    built.data["indikator"].append(indikator)
    _state(built, indikator, "persen", cells["persen"], name, "capaian kinerja")
    _state(built, indikator, "persen_renstra", cells["persen_renstra"], name, "capaian terhadap akhir Renstra")


# Program indicators by quarter


def _quarters(grid: Grid) -> Built:
    past = [("n-5", ""), ("n-4", ""), ("n-3", ""), ("n-2", "")]
    roles = _in_order(
        grid, ("nomor", r"^no\b"), ("nama", r"indikator"), ("satuan", r"satuan"),
        *((key, r"realisasi|capaian") for key, _ in past),
        *((f"tw{n}", r"\btw\b|triwulan") for n in range(1, 5)), ("opd", r"opd|skpd|perangkat"),
    )  # fmt: skip
    data: Data = {"jenis": "indikator-program", "urusan": []}
    built = Built("indikator-program", data)
    offices: list[str] = []
    for cells in _rows(grid, roles):
        number = cells["nomor"].strip()
        if number.isdecimal():
            _indicator(data, cells, int(number))
        elif re.fullmatch(r"[a-z]\.?", number) and data["urusan"]:
            data["urusan"][-1]["program"].append({"nama": _line(cells["nama"]), "indikator": []})
            offices.append(" ".join(cells["opd"].split()))
        else:
            code, name = words.escape(number) or "-", _line(cells["nama"])
            data["urusan"].append({"kode": code, "nama": name or "[[nama urusan]]", "program": []})
    if len(set(offices)) == 1:
        built.office = offices[0]
    return built


def _indicator(data: Data, cells: Cells, number: int) -> None:
    if not data["urusan"] or not data["urusan"][-1]["program"]:
        raise Unfit("ada indikator sebelum program pertama")
    name, unit = _line(cells["nama"]), _line(cells["satuan"])
    if not name or not unit:
        raise Unfit("ada indikator tanpa nama atau satuan")
    indicator: Data = {"nomor": number, "nama": name, "satuan": unit}
    indicator["realisasi"] = {key: sel(cells[key]) for key in ("n-5", "n-4", "n-3", "n-2")}
    indicator["triwulan_n-1"] = {sign: sel(cells[f"tw{n}"]) for n, sign in enumerate(("I", "II", "III", "IV"), 1)}
    data["urusan"][-1]["program"][-1]["indikator"].append(indicator)


# Targets of the Renstra


_LEVELS = ("tujuan", "sasaran", "program", "kegiatan")


def _targets(grid: Grid) -> Built:
    roles, years = [], []
    for path in grid.paths():
        year = _YEAR.fullmatch(path.rpartition(" / ")[2].strip())
        if year:
            roles.append(year[0])
            years.append(int(year[0]))
        else:
            wanted = (("indikator", r"indikator"), ("uraian", r"uraian|tujuan|program"), ("bidang", r"bidang|urusan"))
            roles.append(next((role for role, pattern in wanted if re.search(pattern, path, re.IGNORECASE)), ""))
    if sorted(roles[:3]) != ["bidang", "indikator", "uraian"] or years != list(range(years[0], years[0] + len(years))):
        raise Unfit("kolomnya bukan bidang, uraian, indikator, dan tahun berurutan")
    if len(roles) != 3 + len(years):
        raise Unfit("ada kolom lain di samping tahun")
    built = Built("target-renstra", {"jenis": "target-renstra", "kelompok": []}, years=tuple(years))
    reader = _Targets(built, [str(year) for year in years])
    for cells in _rows(grid, roles):
        reader.row(cells)
    return built


class _Targets:
    def __init__(self, built: Built, years: list[str]) -> None:
        self._groups: list[Data] = built.data["kelompok"]
        self._years = years
        self._level = ""

    def row(self, cells: Cells) -> None:
        label = cells["uraian"].strip().casefold()
        if cells["bidang"] or not self._groups:
            self._groups.append({"bidang": _line(cells["bidang"]), "isi": []})
        if label in _LEVELS and not cells["indikator"]:
            self._level = label
            return
        items: list[Data] = self._groups[-1]["isi"]
        if cells["uraian"]:
            level = "program" if _PROGRAM.match(cells["uraian"]) else self._level or "kegiatan"
            items.append({"jenis": level, "uraian": _line(cells["uraian"]), "indikator": []})
        if not items or not cells["indikator"]:
            raise Unfit("ada baris tanpa uraian atau tanpa indikator")
        target = [sel(cells[year]) for year in self._years]
        items[-1]["indikator"].append({"nama": _line(cells["indikator"]), "target": target})


# Proposals (T-C.32)


def _proposals(grid: Grid) -> Built:
    roles = _roles(
        grid, ("nomor", r"^no\b"), ("lokasi", r"lokasi"), ("volume", r"besaran|volume"),
        ("anggaran", r"anggaran|dana|pagu|biaya|catatan"), ("usulan", r"program|kegiatan|usulan"),
    )  # fmt: skip
    for wanted in ("usulan", "lokasi", "volume", "anggaran"):
        if wanted not in roles:
            raise Unfit(f"kolom {wanted} tidak ditemukan")
    built = Built("usulan-masyarakat", {"jenis": "usulan-masyarakat", "usulan": []})
    for number, cells in enumerate(_rows(grid, roles), start=1):
        if not cells["usulan"] or cells.get("nomor", "").strip(". ") not in {"", str(number)}:
            raise Unfit("barisnya tidak bernomor urut satu per usulan")
        proposal: Data = {"usulan": _line(cells["usulan"]), "lokasi": sel(cells["lokasi"])}
        proposal |= {"volume": sel(cells["volume"]), "anggaran": amount(cells["anggaran"])}
        built.data["usulan"].append(proposal)
    return built


_BUILDERS: dict[str, Callable[[Grid], Built]] = {
    "rencana-program": _plan,
    "review-rkpd": _review,
    "evaluasi": _evaluation,
    "capaian-kinerja": _performance,
    "indikator-program": _quarters,
    "target-renstra": _targets,
    "usulan-masyarakat": _proposals,
}


# What tables say about each other


def link(tables: Sequence[Built]) -> None:
    """Name for each measured indicator the one of the Renstra that its stated percentage was computed with."""
    targets = {
        indicator["nama"]: indicator["target"][-1]
        for built in tables
        if built.kind == "target-renstra"
        for group in built.data["kelompok"]
        for item in group["isi"]
        for indicator in item["indikator"]
    }
    for built in tables:
        if built.kind == "capaian-kinerja":
            stated = {id(s.node): s.value for s in built.stated if s.key == "persen_renstra"}
            for indicator in built.data["indikator"]:
                indicator["indikator_renstra"] = _twin(indicator, stated.get(id(indicator)), targets)


def _twin(indicator: Data, stated: Any, targets: dict[str, Any]) -> str | None:
    """The Renstra indicator of this name, or one of a like name whose final target gives the stated percentage."""
    if indicator["nama"] in targets:
        return str(indicator["nama"])
    wanted = set(words.tokens(indicator["nama"]))
    for name, target in targets.items():
        reached, final = (_bare(cell) for cell in (indicator["capaian"]["n-1"], target))
        percentage = tingkat(reached, final)
        common = wanted & set(words.tokens(name))
        if percentage is not None and len(common) * 2 >= len(wanted) and _near(percentage, stated):
            return name
    return None


def _bare(cell: Any) -> Any:
    return cell.removesuffix("%").strip() if isinstance(cell, str) else Decimal(str(cell)) if cell else cell


def _near(percentage: Decimal, stated: Any) -> bool:
    return isinstance(stated, int | float) and abs(percentage - Decimal(str(stated))) < Decimal("0.06")
