"""Evaluations by quarters of old documents: which column is which pair, which row is of which level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from renjadoc import indonesian
from renjadoc.tables import old
from renjadoc.tables.computed import add_known, sum_amounts
from renjadoc.tables.evaluasi_triwulan.columns import (
    AGAINST_RENJA,
    QUARTERS,
    REMARKS,
    STATED,
    STATED_SINCE,
    reached_by,
    reached_since,
)
from renjadoc.tables.evaluasi_triwulan.old_heads import LEVEL, SINCE, find_quarter, is_cumulative, place_columns
from renjadoc.tables.forms import PERMENDAGRI_86
from renjadoc.tables.layout import Node
from renjadoc.tables.quantities import is_absent

_HAS, _LACKS = (
    (r"triwulan|tribulan|\btw\b|semester|\bsmt\b", r"realisasi", r"target", r"program|kegiatan"),
    r"lokasi|sumber dana|maju",
)
#: With amounts, or of performance alone.
SIGNS = (
    old.HeadSigns(1, (*_HAS, r"/ rp\b|anggaran|keuangan|\(rp"), lacks=_LACKS, columns=(7, 40)),
    old.HeadSigns(3, (*_HAS, r"indikator"), lacks=_LACKS, columns=(5, 40)),
)
_HALF_YEAR = re.compile(r"\b(?:semester|smt)\b\.?", re.IGNORECASE)
_CLOSING = re.compile(r"\s*(?:rata\s*-\s*rata|predikat|faktor|tindak\s+lanjut|total\s+rata)", re.IGNORECASE)
_MEANS = re.compile(r"\s*(?:total\s+)?(?:rata\s*-\s*rata|predikat)", re.IGNORECASE)
#: The sentences below the rows, by what their labels say.
_SENTENCES = (
    ("faktor_pendorong", r"faktor.*(?:pendorong|pendukung)"), ("faktor_penghambat", r"faktor.*penghambat"),
    ("tindak_lanjut_triwulan", r"tindak lanjut.*triwulan"), ("tindak_lanjut_renja", r"tindak lanjut"),
)  # fmt: skip
_PERFORMANCE = ("indikator", "target_renstra", "realisasi_renstra", "target", "realisasi", "realisasi_renstra_sd")
_COMPUTED = ("realisasi_anggaran", "anggaran_renstra_sd")
_LEVEL_NAMES = ("tingkat capaian", "tingkat realisasi anggaran")
_SAID = ("sasaran", "penanggung_jawab", *REMARKS, "catatan")
_STATED_AMOUNTS = ("pagu_renstra", "anggaran_renstra")


def read_quarters(table: old.TextTable) -> old.Built:
    """The data of an old document's evaluation by quarters. Raises old.Unfit."""
    has_half_years, table = _take_half_years(table)
    columns = list(place_columns(table.heads))
    quarters = [number for number in range(1, 5) if f"kinerja_{number}" in columns]
    if not quarters:
        raise old.Unfit("kolom kinerja triwulan tidak ditemukan")
    has_amounts = any(id in columns for id in ("pagu", "anggaran_1", *_COMPUTED))
    amounts = ("pagu", *(f"anggaran_{number}" for number in quarters)) if has_amounts else ()
    for wanted in ("nama", "indikator", "target", *amounts):
        if wanted not in columns:
            raise old.Unfit(f"kolom {wanted.replace('_', ' triwulan ')} tidak ditemukan")
    doubled = {id for id in columns if columns.count(id) > 1}
    if doubled:
        raise old.Unfit(f"ada dua kolom untuk {', '.join(sorted(doubled))}")
    form = PERMENDAGRI_86 if SINCE[0] in columns else AGAINST_RENJA if "target_renstra" in columns else None
    rows = [_take_label(cells) for cells in old.read_rows(table, columns)]
    sentences = [one for cells in rows if (one := _read_closing(cells["nama"]))]
    closing = dict(sentences)
    if len(closing) < len(sentences):
        raise old.Unfit("dua kalimat di bawah tabel berjudul sama")
    rows = [cells for cells in rows if cells["nama"] and not _CLOSING.match(cells["nama"])]
    data: Node = {"jenis": "evaluasi-triwulan", **({"bentuk": form} if form else {})}
    counts_on = is_cumulative(table.heads)
    if not counts_on and 1 not in quarters:
        raise old.Unfit("kolom kinerja triwulan I tidak ditemukan")
    quarter = max((n for n in quarters if any(cells.get(f"kinerja_{n}") for cells in rows)), default=quarters[-1])
    data |= ({"periode": "semester"} if has_half_years else {}) | closing
    data["triwulan"] = QUARTERS[quarter * 2 - 1 if has_half_years else quarter - 1]
    data |= ({"kumulatif": True} if counts_on else {}) | ({} if has_amounts else {"tanpa_anggaran": True})
    built = old.Built("evaluasi-triwulan", data, anew=_list_anew(table, columns))
    built.evaluated = next(iter(old.find_years(table.heads[columns.index("target")])[-1:]), None)
    if "target_renstra" in columns:
        built.period = tuple(old.find_years(table.heads[columns.index("target_renstra")])[-2:])
    levels = [id for id in columns if re.fullmatch(r"persen(?:_anggaran)?_\d", id)]
    data |= {"capaian_triwulan": True} if levels else {}
    planned = list(_list_planned(columns, rows))
    return _QuarterRows(built, [number for number in quarters if number <= quarter], planned, levels).read(rows)


def _list_planned(columns: Sequence[str], rows: Sequence[old.Cells]) -> Iterator[str]:
    """What is planned for the quarters; of a pair one side may say nothing, and stands only because the other does."""
    said = {key for cells in rows for key, text in cells.items() if text}
    for id in columns:
        if match := re.fullmatch(r"(target|pagu)_(\d)", id):
            other = f"{'pagu' if match[1] == 'target' else 'target'}_{match[2]}"
            if id in said or other not in said:
                yield id


def _take_half_years(table: old.TextTable) -> tuple[bool, old.TextTable]:
    """Whether half-years are evaluated, and the table with heads as if they were quarters. Raises old.Unfit."""
    heads = [_HALF_YEAR.sub("triwulan", head) for head in table.heads]
    if heads == table.heads:
        return False, table
    if any(find_quarter(head.casefold()) for head in table.heads):
        raise old.Unfit("kolom triwulan dan semester bersama-sama")
    if any(re.search(r"triwulan\W*(?:iii|iv|[34])\b", head) for head in heads):
        raise old.Unfit("lebih dari dua semester")
    return True, table._replace(heads=heads)


def _list_anew(table: old.TextTable, columns: Sequence[str]) -> list[str]:
    """Numbers of rows, and the whole rows of averages and categories: the form makes its own."""
    numbers = [row[column] for row in table.rows for column, id in enumerate(columns) if id == "nomor"]
    closing = [row for row in table.rows if _MEANS.match("".join(row)) or _read_closing("".join(row))]
    return [*numbers, *(text for row in closing for text in row)]


# Rows


def _take_label(cells: old.Cells) -> old.Cells:
    """The row, a label that spans the first columns in that of the names."""
    if cells["nama"]:
        return cells
    label = next((cells[key] for key in ("nomor", "sasaran", "kode") if cells.get(key)), "")
    is_label = old.TOTAL.match(label) or _CLOSING.match(label)
    return {**cells, "nama": label, "nomor": "", "sasaran": "", "kode": ""} if is_label else cells


def _read_closing(text: str) -> tuple[str, str] | None:
    """Key and words of a sentence below the rows, such as “Faktor pendorong keberhasilan kinerja: …”."""
    label, colon, said = " ".join(text.split()).partition(":")
    key = next((key for key, pattern in _SENTENCES if re.match(pattern, label, re.IGNORECASE)), "")
    return (key, old.read_line(said.strip()) or "-") if key and colon else None


def _read_measured(cells: old.Cells, key: str) -> Any:
    """A cell of performance; a figure has the unit that stands in a column of its own."""
    value, unit = old.read_cell(cells[key]), old.read_line(cells.get("satuan", ""))
    if key == "indikator" or not unit or isinstance(value, list) or indonesian.baca_angka(cells[key]) is None:
        return value
    return f"{cells[key].strip()}{'' if unit == '%' else ' '}{unit}"


def _name_level(id: str) -> str:
    """`persen_anggaran_2` -> `tingkat realisasi anggaran triwulan II`."""
    key, _, number = id.rpartition("_")
    return f"{_LEVEL_NAMES[LEVEL.index(key)]} triwulan {QUARTERS[int(number) - 1]}"


class _QuarterRows:
    """Reads programs, kegiatan and sub kegiatan, by their codes or by which amounts make up which."""

    def __init__(
        self, built: old.Built, quarters: Sequence[int], planned: Sequence[str], levels: Sequence[str]
    ) -> None:
        self._built, self._quarters = built, quarters
        self._counted = quarters[-1:] if built.data.get("kumulatif") else quarters
        self._levels = [*zip(LEVEL, _LEVEL_NAMES, strict=True), *((id, _name_level(id)) for id in levels)]
        self._amounts: tuple[str, ...] = ()
        self._targets = [id for id in planned if id.startswith("target")]
        if not built.data.get("tanpa_anggaran"):
            planned_amounts = (id for id in planned if id.startswith("pagu"))
            self._amounts = ("pagu", *planned_amounts, *(f"anggaran_{number}" for number in quarters))

    def read(self, rows: list[old.Cells]) -> old.Built:
        total = next((cells for cells in rows if old.TOTAL.match(cells["nama"])), None)
        rows = [cells for cells in rows if cells is not total]
        data = self._built.data
        data["program"] = []
        nodes = [self._read_node(cells) for cells in rows]
        for level, node in zip(self._tell_levels(rows), nodes, strict=True):
            self._place_row(level, node)
        for node in nodes:
            self._settle_row(node)
        for cells, node in zip(rows, nodes, strict=True):
            is_above = "kegiatan" in node or "sub_kegiatan" in node
            self._note_computed(node, cells, node["nama"], (*(self._amounts if is_above else ()), *_COMPUTED))
        self._drop_computed(nodes)
        for cells in [total] if total is not None else []:
            self._note_computed(data, cells, "Jumlah", (*self._amounts, *_COMPUTED))
        return self._built

    def _read_node(self, cells: old.Cells) -> Node:
        node: Node = {"kode": old.read_code(cells.get("kode", "")), "nama": old.read_line(cells["nama"])}
        keys = (*_PERFORMANCE, *self._targets, *(f"kinerja_{number}" for number in self._quarters))
        node |= {key: _read_measured(cells, key) for key in keys if key in cells}
        # A figure that has its unit now is printed with it.
        self._built.anew += [cells[key] for key in keys if key in cells and node[key] != old.read_cell(cells[key])]
        node |= {key: old.read_amount(cells[key]) for key in (*_STATED_AMOUNTS, *self._amounts) if key in cells}
        node |= {key: old.read_line(cells[key]) for key in _SAID if cells.get(key)}
        return node

    def _tell_levels(self, rows: Sequence[old.Cells]) -> Iterator[str]:
        """program, kegiatan or sub; without codes the rows whose amounts make up a kegiatan are its sub kegiatan."""
        known = old.levels_by_code([(cells["nama"], old.read_code(cells.get("kode", ""))) for cells in rows])
        program, missing = 0, 0
        for cells in rows:
            level = known.get(old.code_depth(old.read_code(cells.get("kode", ""))))
            amount = old.read_amount(cells.get("pagu", "")) or 0
            if level in {"program", "kegiatan", "sub"}:
                yield level
            elif old.PROGRAM.match(cells["nama"]):
                program = amount
                missing = -1 if self._are_kegiatan(rows, cells, amount) else 0
                yield "program"
            elif missing > 0 and program:
                missing -= amount
                yield "sub"
            else:
                missing = amount if missing == 0 else missing
                yield "kegiatan"

    def _are_kegiatan(self, rows: Sequence[old.Cells], program: old.Cells, amount: int) -> bool:
        """Whether the rows below a program make up its amount as they are."""
        start = next(index for index, cells in enumerate(rows) if cells is program) + 1
        end = next((i for i in range(start, len(rows)) if old.PROGRAM.match(rows[i]["nama"])), len(rows))
        return sum(old.read_amount(cells.get("pagu", "")) or 0 for cells in rows[start:end]) == amount

    def _place_row(self, level: str, node: Node) -> None:
        programs = self._built.data["program"]
        if level == "program":
            programs.append(node | {"kegiatan": []})
            node["kegiatan"] = programs[-1]["kegiatan"]
            programs[-1] = node
        elif not programs:
            raise old.Unfit("ada kegiatan sebelum program pertama")
        elif level == "sub" and programs[-1]["kegiatan"]:
            programs[-1]["kegiatan"][-1].setdefault("sub_kegiatan", []).append(node)
        else:
            programs[-1]["kegiatan"].append(node)

    def _settle_row(self, node: Node) -> None:
        """A row above others has no amounts of its own, and says only what it said."""
        if "kegiatan" in node or "sub_kegiatan" in node:
            for key in [
                key for key, value in node.items() if key in self._amounts or (value is None and key != "kode")
            ]:
                del node[key]

    def _note_computed(self, node: Node, cells: old.Cells, row: str, keys: Sequence[str]) -> None:
        """What the form computes is noted where the table states it, and recorded where it is another."""
        for key in keys:
            if (amount := old.read_amount(cells.get(key, ""))) is not None and not is_absent(cells[key]):
                said = old.Stated(node, key, amount, row, key.replace("_", " "), cells[key])
                self._built.stated.append(said)
                if amount != self._sum_quarters(node, key):
                    node.setdefault("tercatat", {})[key] = amount
        for key, column in self._levels:
            old.note_percentage(self._built, node, key, cells.get(key, ""), row, column)

    def _sum_quarters(self, node: Node, key: str) -> int | None:
        spent = tuple(f"anggaran_{number}" for number in self._counted)
        keys = {"realisasi_anggaran": spent, "anggaran_renstra_sd": ("anggaran_renstra", *spent)}.get(key, (key,))
        return add_known(sum_amounts(node, one) for one in keys)

    def _drop_computed(self, nodes: Sequence[Node]) -> None:
        """What was reached is stated by all rows, or by none where it is what the form computes."""
        pairs = ((STATED, reached_by(self._counted)), (STATED_SINCE, reached_since(self._counted)))
        for stated, computed in reversed(pairs):
            key = stated.keys[0]
            others = [{k: v for k, v in node.items() if k != key} for node in nodes]
            if all(node.get(key) in (None, computed.of(other)) for node, other in zip(nodes, others, strict=True)):
                for node in nodes:
                    node.pop(str(key), None)
