"""The rows of an old document's programs and budget (T-C.33) or review of the RKPD (T-C.31), read as a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from renjadoc.problem import shorten_text
from renjadoc.tables import old
from renjadoc.tables.computed import sum_amounts
from renjadoc.tables.forms import PERMENDAGRI_14
from renjadoc.tables.layout import Node
from renjadoc.tables.quantities import is_absent
from renjadoc.tables.rencana_program.columns import AMOUNTS, WITH_SUB_LAYOUT, WITHOUT_SUB, WITHOUT_SUB_LAYOUT
from renjadoc.tables.rencana_program.old_amounts import ENGLISH, has_cents, write_amount
from renjadoc.tables.rencana_program.old_flat import stand_rows
from renjadoc.tables.rencana_program.old_marks import join_units, keep_columns, name_units, read_marks

_SUB = re.compile(r"\s*sub\s*-?\s*kegiatan\b", re.IGNORECASE)
#: What stands where the old table left a name out.
NAMELESS = "[[nama kegiatan belum ada]]"


_PLAN = (
    ("alasan", r"^alasan"), ("catatan", r"catatan|^keterangan\b|^ket\b"),
    ("target_maju", r"(?:maju|n\s*\+\s*1)\b.*target|target.*(?:maju|n\s*\+\s*1)\b"),
    ("pagu_maju", r"(?:maju|n\s*\+\s*1)\b.*(?:pagu|dana|anggaran)|(?:pagu|dana|anggaran).*(?:maju|n\s*\+\s*1)\b"),
    ("kelompok_sasaran", r"kelompok\s+sasaran"),
    ("bidang", r"^(?:bidang|seksi|unit\s+kerja)(?!.*urusan)"),
    ("tag", r"^(?:tag\w*|tematik|penandaan)\b"),
    ("penanggung_jawab", r"penanggung\s*jawab|^pelaksana"),
    ("sumber_dana", r"sumber"),
    ("lokasi", r"lokasi"),
    ("target", r"target"),
    ("pagu", r"pagu|dana|anggaran"),
    ("indikator", r"indikator|tol[oa]k\s+ukur"),
    ("kode", r"^kode"),
    ("sub", r"^sub\s*-?\s*kegiatan"),
    ("nomor", r"^no(?:mor)?\b"),
    ("uraian", r"urusan|program|kegiatan|uraian"),
)  # fmt: skip


#: What a row may say that only goes on with the row above it.
_MORE = {"indikator", "lokasi", "target", "target_maju"}
#: Rows without code that say what they are.
_NAMED = (
    ("urusan", r"(?:bidang\s+)?urusan\b"),
    ("program", r"program\b"),
    ("sub", r"sub\s*-?\s*kegiatan\b"),
    ("kegiatan", r"kegiatan\b"),
)


_ROUNDED = "sen dihilangkan, rupiah dicatat bulat"
_NAMED_BELOW = re.compile(r"\s*(?:sub\s*-?\s*)?kegiatan\b|\s*(?:bidang\s+)?urusan\b", re.IGNORECASE)


def _read_known(cells: old.Cells) -> int | None:
    """The amount of a row, None for what is none: that is refused where the row is read."""
    try:
        return old.read_amount(cells.get("pagu", ""))
    except old.Unfit:
        return None


def read_plan(table: old.TextTable, kind: str) -> old.Built:
    """The data of an old document's plan or of its narrower view. Raises old.Unfit."""
    units = join_units(table)
    stood = stand_rows(units.table)
    built = _OldPlan(stood.table, kind).read()
    built.joined = units.joined
    built.anew += stood.numbers
    return built


class _OldPlan:
    """Reads programs, kegiatan and sub kegiatan; what a row is, its code says, or where its texts stand."""

    def __init__(self, table: old.TextTable, kind: str) -> None:
        self._table = table
        self._data: Node = {"jenis": kind, "program": []}
        self._built = old.Built(kind, self._data)
        self._roles = self._place_columns()
        self._levels: dict[int, str] = {}
        self._without_sub = False
        self._by_amount: dict[int, str] = {}
        #: Whether rows were taken for kegiatan only because nothing says otherwise.
        self._is_guessed = False
        self._urusan: list[Node] = []

    def _place_columns(self) -> list[str]:
        return name_units(self._table, self._tell_columns())

    def _tell_columns(self) -> list[str]:
        paths = self._table.heads
        if len(paths) > 1 and paths[0] == paths[1] and not re.search(r"^kode", paths[0], re.IGNORECASE):
            # Number and name of a kegiatan below one head.
            return ["nomor", *old.place_columns(self._table, *_PLAN, first=1)]
        return old.place_columns(self._table, *_PLAN)

    def read(self) -> old.Built:
        for wanted in ("target", "pagu", "indikator"):
            if wanted not in self._roles:
                raise old.Unfit(f"kolom {wanted} tidak ditemukan")
        rows = (_part_label(cells) for cells in old.read_rows(self._table, self._roles))
        found = list(self._join_rows(self._write_amounts(list(rows))))
        self._levels = old.levels_by_code(
            [(self._find_title(cells)[1], old.read_code(cells.get("kode", ""))) for cells in found]
        )
        self._by_amount = self._tell_by_amounts(found)
        self._without_sub = "sub" not in self._by_amount.values() and not any(map(self._speaks_of_sub, found))
        if self._without_sub:
            self._data = self._built.data = {"jenis": self._built.kind, "bentuk": WITHOUT_SUB, "program": []}
        for cells in found:
            self._read_row(cells)
        if not any(kegiatan.get("sub_kegiatan", True) for p in self._data["program"] for kegiatan in p["kegiatan"]):
            raise old.Unfit("kegiatan dengan pagunya tidak ditemukan")
        if self._is_guessed:
            self._check_programs()
        if any(old.read_code(cells.get("kode", "")) for cells in found):
            self._data["cetak_kode"] = True
        printed = {"kelompok_sasaran", "penanggung_jawab"} & set(self._roles)
        if printed and "catatan" not in self._roles and not self._without_sub:
            # The form that prints target groups and who answers.
            self._built.data = self._data = {**self._data, "bentuk": PERMENDAGRI_14}
            self._data.pop("cetak_kode", None)
        self._built.kept = keep_columns(self._table, self._roles, self._data.get("bentuk"))
        return self._built

    def _tell_by_amounts(self, rows: list[old.Cells]) -> dict[int, str]:
        """The levels of rows without code that no column, number or word tells, where their amounts do; by id."""
        told = {"sub", "nomor"} & set(self._roles) or any(old.read_code(cells.get("kode", "")) for cells in rows)
        rows = [cells for cells in rows if not old.TOTAL.match(self._find_title(cells)[1])]
        titles = [self._find_title(cells)[1] for cells in rows]
        if told or any(_NAMED_BELOW.match(title) for title in titles):
            return {}
        levels = old.levels_by_amounts([(t, _read_known(cells)) for t, cells in zip(titles, rows, strict=True)])
        return {id(cells): level for cells, level in zip(rows, levels, strict=bool(levels))}

    def _write_amounts(self, rows: list[old.Cells]) -> Iterator[old.Cells]:
        """The rows with amounts as they are typed here, of tables of other languages and with cents too."""
        is_english = any(ENGLISH.search(cells.get(key, "")) for cells in rows for key in AMOUNTS)
        for cells in rows:
            for key in AMOUNTS:
                text = cells.get(key, "")
                written = write_amount(text, is_english=is_english)
                if written != text:
                    cells[key] = written
                    self._built.anew.append(text)
                if has_cents(text, is_english=is_english):
                    self._built.told.append((_ROUNDED, f"{text} menjadi {written}"))
            yield cells

    def _join_rows(self, rows: Iterable[old.Cells]) -> Iterator[old.Cells]:
        """The rows, where one of several indicators stands in several: those that say nothing but more of them."""
        before: old.Cells | None = None
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

    def _speaks_of_sub(self, cells: old.Cells) -> bool:
        """Whether a row is of a sub kegiatan, by its column, its code or its name."""
        level = self._levels.get(old.code_depth(old.read_code(cells.get("kode", ""))))
        return bool(cells.get("sub")) or level == "sub" or _SUB.match(self._find_title(cells)[1]) is not None

    def _check_programs(self) -> None:
        """Raises old.Unfit where most programs state another sum than their rows have: those are of several levels."""
        programs = {id(program) for program in self._data["program"]}
        stated = [figure for figure in self._built.stated if figure.key == "pagu" and id(figure.node) in programs]
        wrong = [figure for figure in stated if sum_amounts(figure.node, "pagu") != figure.value]
        if len(wrong) * 2 > len(stated):
            raise old.Unfit(f"jumlah “{shorten_text(wrong[0].row, 40)}” bukan jumlah baris di bawahnya")

    def _find_title(self, cells: old.Cells) -> tuple[str, str]:
        """Number and name: a name that spans both columns stands in that of the number."""
        number, title = cells.get("nomor", ""), cells.get("uraian", "")
        return ("", number) if not title and not number.strip(". ").isdecimal() else (number, title)

    def _read_row(self, cells: old.Cells) -> None:
        number, title = self._find_title(cells)
        code = old.read_code(cells.get("kode", ""))
        level = self._tell_level(cells, title, number, code)
        self._built.anew.append(number)
        if level == "jumlah":
            self._read_total(cells, title)
        elif level == "urusan":
            self._read_urusan(cells, title, code)
        elif level == "program":
            self._read_program(cells, title, code)
        elif level == "kegiatan":
            self._read_kegiatan(title, number, code, cells)
        else:
            if cells.get("sub") and not self._repeats_kegiatan(title, number):
                self._read_kegiatan(title, number, None, None)
            self._read_sub(cells, cells.get("sub") or title, code)

    def _repeats_kegiatan(self, title: str, number: str) -> bool:
        """Whether a row of a sub kegiatan says no other kegiatan than the rows above it: nothing, or the same again."""
        known = self._last_program()["kegiatan"]
        if not known or not (title or number):
            return bool(known)
        return bool(title) and known[-1]["nama"] == old.read_line(title) and number in ("", self._number)

    def _tell_level(self, cells: old.Cells, title: str, number: str, code: str | None) -> str:
        if cells.get("sub"):
            return "sub"
        if level := self._levels.get(old.code_depth(code)) or self._by_amount.get(id(cells)):
            return level
        if old.TOTAL.match(title):
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
        raise old.Unfit(f"baris “{shorten_text(title, 40)}” tidak dapat digolongkan")

    def _read_total(self, cells: old.Cells, title: str) -> None:
        self._note_sums(self._data, cells, title or "jumlah")
        self._built.anew.append(title)
        others = [text for role, text in cells.items() if text and role not in {"pagu", "pagu_maju", "uraian", "nomor"}]
        if others:
            raise old.Unfit(f"baris jumlah memuat “{shorten_text(others[0], 40)}”")

    def _read_urusan(self, cells: old.Cells, title: str, code: str | None) -> None:
        others = [text for role, text in cells.items() if text and role not in {*AMOUNTS, "uraian", "nomor", "kode"}]
        if others:
            raise old.Unfit(f"baris urusan memuat “{shorten_text(others[0], 40)}”")
        self._urusan.append({"kode": code, "nama": old.read_line(title) or "[[nama urusan]]"})

    def _read_program(self, cells: old.Cells, title: str, code: str | None) -> None:
        program: Node = {"kode": code, "nama": old.read_line(title) or "[[nama program belum ada]]"}
        program["indikator"] = old.read_line(cells["indikator"]) or None
        if self._urusan:
            program["urusan"], self._urusan = self._urusan, []
        program |= _read_details(cells)
        program["kegiatan"] = []
        self._data["program"].append(program)
        self._note_sums(program, cells, title)

    def _note_sums(self, node: Node, cells: old.Cells, title: str) -> None:
        for key in AMOUNTS:
            rupiah = old.read_amount(cells.get(key, ""))
            if rupiah is not None and not is_absent(cells[key]):
                self._built.stated.append(old.Stated(node, key, rupiah, title, key.replace("_", " "), cells[key]))

    def _last_program(self) -> Node:
        if not self._data["program"]:
            raise old.Unfit("ada kegiatan sebelum program pertama")
        program: Node = self._data["program"][-1]
        return program

    def _read_kegiatan(self, title: str, number: str, code: str | None, cells: old.Cells | None) -> None:
        """A kegiatan; `cells` are those of a row of its own, None where it stands on its first sub kegiatan's."""
        self._number = number
        kegiatan: Node = {"kode": code} if code else {}
        kegiatan["nama"] = old.read_line(title) or NAMELESS
        self._last_program()["kegiatan"].append(kegiatan)
        if self._without_sub and cells:
            kegiatan |= {**old.read_cells(WITHOUT_SUB_LAYOUT, "kegiatan", cells), **kegiatan, **read_marks(cells)}
            return
        details = _read_details(cells) if cells else {}
        if cells and (cells["indikator"] or details or any(cells.get(key) for key in AMOUNTS)):
            kegiatan |= {"indikator": old.read_line(cells["indikator"]), **details}
        kegiatan["sub_kegiatan"] = []
        if cells:
            self._note_sums(kegiatan, cells, title)

    def _read_sub(self, cells: old.Cells, name: str, code: str | None) -> None:
        program = self._last_program()
        if not program["kegiatan"]:
            program["kegiatan"].append({"nama": NAMELESS, "sub_kegiatan": []})
        reason = {"alasan": old.read_cell(cells["alasan"])} if cells.get("alasan") else {}
        sub = {**old.read_cells(WITH_SUB_LAYOUT, "sub_kegiatan", cells), "nama": old.read_line(name), **reason}
        program["kegiatan"][-1]["sub_kegiatan"].append(sub | read_marks(cells))


def _part_label(cells: old.Cells) -> old.Cells:
    """The row, where a label such as JUMLAH spans the columns of codes with it in the column of names."""
    label = cells.get("kode", "")
    if label and not cells.get("uraian") and old.CODE.fullmatch("".join(label.split()).rstrip(".")) is None:
        return {**cells, "uraian": label, "kode": ""}
    return cells


def _read_details(cells: old.Cells) -> Node:
    """What a program or a kegiatan says in the columns of its sub kegiatan; both targets, or none."""
    keys = ("lokasi", "catatan", "kelompok_sasaran", "alasan")
    found: Node = {key: old.read_cell(cells[key]) for key in keys if cells.get(key)}
    if cells.get("sumber_dana"):
        found["sumber_dana"] = old.read_line(cells["sumber_dana"])
    if cells.get("target") or cells.get("target_maju"):
        found |= {key: old.read_cell(cells.get(key, "")) or "" for key in ("target", "target_maju")}
    return found | read_marks(cells)
