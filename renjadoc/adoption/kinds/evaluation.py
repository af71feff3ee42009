"""The evaluation of last year (T-C.29), in twelve and in eleven columns."""

from __future__ import annotations

from renjadoc.adoption import years
from renjadoc.adoption.grids import TableGrid
from renjadoc.adoption.kinds import table
from renjadoc.adoption.kinds.table import Built, Cells, Data, Unfit, sel
from renjadoc.tables import evaluasi, forms
from renjadoc.tables.layout import walk_rows

#: What stands between the target of the Renstra and the last year, in the forms of eleven and of twelve columns.
_BEFORE = {
    11: (("realisasi_sd_n-3", r"realisasi"),),
    12: (("target_n-2", r"target"), ("realisasi_sd_n-2", r"realisasi")),
}


def read(grid: TableGrid) -> Built:
    """The table as data of kind evaluasi. Raises Unfit."""
    return _Evaluation(grid).read()


class _Evaluation:
    """Reads programs, kegiatan and sub kegiatan, each with figures of its own or, above others, without."""

    def __init__(self, grid: TableGrid) -> None:
        self._grid = grid
        before = _BEFORE.get(grid.width, _BEFORE[12])
        self._roles = table.in_order(
            grid, ("kode", r"kode"), ("nama", r"program|kegiatan"), ("indikator", r"indikator"),
            ("target_renstra", r"target.*renstra|renstra.*target"), *before,
            ("t2", r"target"), ("r2", r"realisasi"), ("p2", r"tingkat|%|persen"), ("t1", r"target"),
            ("r1", r"realisasi|perkiraan|capaian"), ("pr", r"tingkat|%|persen|capaian"),
        )  # fmt: skip
        self._keys = ("target_renstra", *(role for role, _ in before))
        self._programs: list[Data] = []
        stated = self._years("target_renstra")
        self._built = Built("evaluasi", {"jenis": "evaluasi"}, period=tuple(sorted({*stated[:1], *stated[-1:]})))

    def read(self) -> Built:
        data = self._built.data
        if self._grid.width == 11:
            data["bentuk"] = forms.PERMENDAGRI_86
            self._check_years()
        data["program"] = self._programs
        found = list(table.rows(self._grid, self._roles))
        levels = table.code_levels([(cells["nama"], table.code(cells["kode"])) for cells in found])
        for cells in found:
            self._row(cells, levels)
        for node in (row.node for row in walk_rows(evaluasi.LEVELS, data)):
            if evaluasi.is_above(node):
                _leave_blank(node)
        return self._built

    def _years(self, role: str) -> list[int]:
        return years.find_years(self._grid.head_paths()[self._roles.index(role)])

    def _check_years(self) -> None:
        """Raises Unfit where the heads say years, and what was realised before ends in another than the one before."""
        reached, last = self._years("realisasi_sd_n-3")[-1:], self._years("r2")[-1:]
        if reached and last and reached[0] != last[0] - 1:
            raise Unfit(f"realisasinya sampai dengan {reached[0]}, bentuk baku sampai dengan {last[0] - 1}")

    def _row(self, cells: Cells, levels: dict[int, str]) -> None:
        name = table.line(cells["nama"])
        if not name:
            raise Unfit("ada baris tanpa nama program atau kegiatan")
        node: Data = {"kode": table.code(cells["kode"]), "nama": name, **self._figures(cells)}
        level = self._level(cells, node["kode"], levels)
        if level == "program":
            self._programs.append({**node, "kegiatan": []})
        elif not self._programs:
            raise Unfit("ada kegiatan sebelum program pertama")
        elif level == "sub":
            self._programs[-1]["kegiatan"][-1].setdefault("sub_kegiatan", []).append(node)
        else:
            self._programs[-1]["kegiatan"].append(node)
        stated = self._programs[-1] if level == "program" else node
        table.state(self._built, stated, "renja_n-2_persen", cells["p2"], name, "tingkat realisasi")
        table.state(self._built, stated, "renstra_persen", cells["pr"], name, "tingkat capaian Renstra")

    def _figures(self, cells: Cells) -> Data:
        found: Data = {"indikator": table.line(cells["indikator"]) or None}
        found |= {key: sel(cells[key]) for key in self._keys}
        found["renja_n-2"] = {"target": sel(cells["t2"]), "realisasi": sel(cells["r2"])}
        found["renja_n-1"] = {"target": sel(cells["t1"]), "realisasi": sel(cells["r1"])}
        return found

    def _level(self, cells: Cells, code: str | None, levels: dict[int, str]) -> str:
        """program, kegiatan or sub: by name, by code, or, without code, by whether the row has figures."""
        level = levels.get(table.depth(code))
        has_figures = any(text for role, text in cells.items() if role not in {"kode", "nama"})
        if table.PROGRAM.match(cells["nama"]) or level in {"urusan", "program"} or not (level or has_figures):
            return "program"
        above = self._programs[-1]["kegiatan"] if self._programs else []
        if level == "sub" and above and code and code.startswith(f"{above[-1]['kode']}."):
            return "sub"
        return "kegiatan"


def _leave_blank(node: Data) -> None:
    """A row above others says what it said and no more: blank cells are meant so, and a program may be only a name."""
    if evaluasi.figures_of(node):
        for holder in (node, node["renja_n-2"], node["renja_n-1"]):
            holder |= {key: "" for key, value in holder.items() if value is None and key != "kode"}
    elif "kegiatan" in node:
        for key in set(node) - {"kode", "nama", "kegiatan"}:
            del node[key]
