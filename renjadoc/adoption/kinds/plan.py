"""Programs and budget (T-C.33), and the review of the RKPD (T-C.31)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from renjadoc.adoption import words
from renjadoc.adoption.grids import TableGrid
from renjadoc.adoption.kinds import table
from renjadoc.adoption.kinds.table import Built, Cells, Data, Stated, Unfit, amount, sel
from renjadoc.tables.computed import sum_amounts
from renjadoc.tables.rencana_program import WITHOUT_SUB

_SUB = re.compile(r"\s*sub\s*-?\s*kegiatan\b", re.IGNORECASE)
#: What stands where the old table left a name out.
NAMELESS = "[[nama kegiatan belum ada]]"


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


def read_plan(grid: TableGrid) -> Built:
    """The table as data of kind rencana-program. Raises Unfit."""
    return _Plan(grid, "rencana-program").read()


def read_review(grid: TableGrid) -> Built:
    """The table as data of kind review-rkpd,. Raises Unfit."""
    return _Plan(grid, "review-rkpd").read()


class _Plan:
    """Reads programs, kegiatan and sub kegiatan; what a row is, its code says, or where its texts stand."""

    def __init__(self, grid: TableGrid, kind: str) -> None:
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
        paths = self._grid.head_paths()
        if len(paths) > 1 and paths[0] == paths[1] and not re.search(r"^kode", paths[0], re.IGNORECASE):
            # Number and name of a kegiatan below one head.
            return ["nomor", *table.roles(self._grid, *_PLAN, first=1)]
        return table.roles(self._grid, *_PLAN)

    def read(self) -> Built:
        for wanted in ("target", "pagu", "indikator"):
            if wanted not in self._roles:
                raise Unfit(f"kolom {wanted} tidak ditemukan")
        found = list(self._whole_rows(_label_apart(cells) for cells in table.rows(self._grid, self._roles)))
        self._levels = table.code_levels(
            [(self._title(cells)[1], table.code(cells.get("kode", ""))) for cells in found]
        )
        self._without_sub = not any(self._speaks_of_sub(cells) for cells in found)
        if self._without_sub:
            self._data = self._built.data = {"jenis": self._built.kind, "bentuk": WITHOUT_SUB, "program": []}
        for cells in found:
            self._row(cells)
        if not any(kegiatan.get("sub_kegiatan", True) for p in self._data["program"] for kegiatan in p["kegiatan"]):
            raise Unfit("kegiatan dengan pagunya tidak ditemukan")
        if self._is_guessed:
            self._check_programs()
        if any(table.code(cells.get("kode", "")) for cells in found):
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
        level = self._levels.get(table.depth(table.code(cells.get("kode", ""))))
        return bool(cells.get("sub")) or level == "sub" or _SUB.match(self._title(cells)[1]) is not None

    def _check_programs(self) -> None:
        """Raises Unfit where most programs state another sum than their rows have: those are of several levels."""
        programs = {id(program) for program in self._data["program"]}
        stated = [figure for figure in self._built.stated if figure.key == "pagu" and id(figure.node) in programs]
        wrong = [figure for figure in stated if sum_amounts(figure.node, "pagu") != figure.value]
        if len(wrong) * 2 > len(stated):
            raise Unfit(f"jumlah “{words.shorten_text(wrong[0].row, 40)}” bukan jumlah baris di bawahnya")

    def _title(self, cells: Cells) -> tuple[str, str]:
        """Number and name: a name that spans both columns stands in that of the number."""
        number, title = cells.get("nomor", ""), cells.get("uraian", "")
        return ("", number) if not title and not number.strip(". ").isdecimal() else (number, title)

    def _row(self, cells: Cells) -> None:
        number, title = self._title(cells)
        code = table.code(cells.get("kode", ""))
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
        if level := self._levels.get(table.depth(code)):
            return level
        if table.TOTAL.match(title):
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
        raise Unfit(f"baris “{words.shorten_text(title, 40)}” tidak dapat digolongkan")

    def _total(self, cells: Cells, title: str) -> None:
        self._stated_sums(self._data, cells, title or "jumlah")
        self._built.anew.append(title)
        others = [text for role, text in cells.items() if text and role not in {"pagu", "pagu_maju", "uraian", "nomor"}]
        if others:
            raise Unfit(f"baris jumlah memuat “{words.shorten_text(others[0], 40)}”")

    def _begun(self, cells: Cells, title: str, code: str | None) -> None:
        others = [text for role, text in cells.items() if text and role not in {*_SUMS, "uraian", "nomor", "kode"}]
        if others:
            raise Unfit(f"baris urusan memuat “{words.shorten_text(others[0], 40)}”")
        self._urusan.append({"kode": code, "nama": table.line(title) or "[[nama urusan]]"})

    def _program(self, cells: Cells, title: str, code: str | None) -> None:
        program: Data = {"kode": code, "nama": table.line(title) or "[[nama program belum ada]]"}
        program["indikator"] = table.line(cells["indikator"]) or None
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
        kegiatan["nama"] = table.line(title) or NAMELESS
        self._here()["kegiatan"].append(kegiatan)
        if self._without_sub and cells:
            kegiatan |= _entered(cells)
            return
        details = _details(cells) if cells else {}
        if cells and (cells["indikator"] or details or any(cells.get(key) for key in _SUMS)):
            kegiatan |= {"indikator": table.line(cells["indikator"]), **details}
        kegiatan["sub_kegiatan"] = []
        if cells:
            self._stated_sums(kegiatan, cells, title)

    def _sub(self, cells: Cells, name: str, code: str | None) -> None:
        program = self._here()
        if not program["kegiatan"]:
            program["kegiatan"].append({"nama": NAMELESS, "sub_kegiatan": []})
        sub: Data = {"kode": code} if code else {}
        sub |= {"nama": table.line(name), **_entered(cells)}
        program["kegiatan"][-1]["sub_kegiatan"].append(sub)


def _label_apart(cells: Cells) -> Cells:
    """The row, where a label such as JUMLAH spans the columns of codes with it in the column of names."""
    label = cells.get("kode", "")
    if label and not cells.get("uraian") and table.CODE.fullmatch("".join(label.split()).rstrip(".")) is None:
        return {**cells, "uraian": label, "kode": ""}
    return cells


def _entered(cells: Cells) -> Data:
    """The cells of a row that has an amount of its own."""
    node: Data = {key: sel(cells.get(key, "")) for key in ("indikator", "lokasi", "target")}
    node["pagu"] = amount(cells["pagu"])
    node["sumber_dana"] = table.line(cells.get("sumber_dana", "")) or None
    if cells.get("catatan"):
        node["catatan"] = sel(cells["catatan"])
    node["target_maju"] = sel(cells.get("target_maju", ""))
    node["pagu_maju"] = amount(cells.get("pagu_maju", ""))
    return node


def _details(cells: Cells) -> Data:
    """What a program or a kegiatan says in the columns of its sub kegiatan; both targets, or none."""
    found: Data = {key: sel(cells[key]) for key in ("lokasi", "catatan") if cells.get(key)}
    if cells.get("sumber_dana"):
        found["sumber_dana"] = table.line(cells["sumber_dana"])
    if cells.get("target") or cells.get("target_maju"):
        found |= {key: sel(cells.get(key, "")) or "" for key in ("target", "target_maju")}
    return found
