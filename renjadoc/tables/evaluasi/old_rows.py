"""Reads the evaluation of an old document, in twelve or in eleven columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from renjadoc.tables import old
from renjadoc.tables.evaluasi.columns import ELEVEN, LEVELS, TWELVE
from renjadoc.tables.evaluasi.figures import figures_of, is_above
from renjadoc.tables.forms import PERMENDAGRI_86
from renjadoc.tables.layout import Node, TableLayout, walk_rows
from renjadoc.tables.quantities import is_absent

SIGNS = old.HeadSigns(5, (r"renstra", r"realisasi", r"target", r"program|kegiatan", r"tingkat"))
#: What heads say, by the ids of the columns; the middle differs between both forms.
_HEADS_BEFORE = (
    ("kode", r"kode"), ("nama", r"program|kegiatan"), ("indikator", r"indikator"),
    ("target_renstra", r"target.*renstra|renstra.*target"),
)  # fmt: skip
_HEADS_12 = (("n2", r"target"), ("sd_n2", r"realisasi"))
_HEADS_11 = (("sd_n3", r"realisasi"),)
_HEADS_AFTER = (
    ("n2_target", r"target"), ("n2_realisasi", r"realisasi"), ("n2_persen", r"tingkat|%|persen"),
    ("n1_target", r"target"), ("n1_realisasi", r"realisasi|perkiraan|capaian"),
    ("renstra_persen", r"tingkat|%|persen|capaian"),
)  # fmt: skip
#: Columns that offices add: the number of a row before all others, and behind them what is said of a row.
_NUMBER = re.compile(r"no(?:mor)?\b[. ]*(?:urut)?", re.IGNORECASE)
_SAID = re.compile(r"catatan|keterangan|perangkat daerah|penanggung|unit kerja|o\.?p\.?d|skpd", re.IGNORECASE)
_UNTIL = re.compile(r"realisasi.*\b(?:s\.?\s?[/.]?\s?d\b|sampai)", re.IGNORECASE)
_PERCENTAGE = re.compile(r"tingkat|%|persen", re.IGNORECASE)
_TARGET_TWICE = "realisasinya sampai dengan n-2, jadi memakai bentuk dua belas kolom dengan target n-2 di sampingnya"
_BELOW = "kolom di luar bentuk baku menjadi keterangan di bawah tabelnya"


def read_old_evaluation(table: old.TextTable) -> old.Built:
    """The data of an old document's table, in twelve or in eleven columns. Raises old.Unfit."""
    stood = _Added.take(table)
    table = stood.table
    columns = _place_columns(table)
    heads = dict(zip(columns, table.heads, strict=True))
    years = old.find_years(heads["target_renstra"])
    eleven = "sd_n3" in heads and not _is_until_last_year(heads)
    data: Node = {"jenis": "evaluasi", **({"bentuk": PERMENDAGRI_86} if eleven else {})}
    built = old.Built("evaluasi", data, period=tuple(sorted({*years[:1], *years[-1:]})), anew=stood.numbers)
    rows = list(old.read_rows(table, columns))
    if "sd_n3" in heads and not eleven:
        rows = [{**cells, "n2": cells["n2_target"], "sd_n2": cells["sd_n3"]} for cells in rows]
        built.told.append((_TARGET_TWICE, heads["sd_n3"]))
    data["program"] = _OldRows(built, ELEVEN if eleven else TWELVE).read(rows)
    for row in walk_rows(LEVELS, data):
        if is_above(row.node):
            _leave_blank(row.node)
    if stood.notes:
        data["keterangan"] = stood.notes
        built.told += [(_BELOW, head) for head in stood.heads]
    return built


def _place_columns(table: old.TextTable) -> list[str]:
    """The role of each column; of twelve what was planned and what was reached may change places. Raises old.Unfit."""
    if table.width == len(_HEADS_BEFORE) + len(_HEADS_11) + len(_HEADS_AFTER):
        return old.place_in_order(table, *_HEADS_BEFORE, *_HEADS_11, *_HEADS_AFTER)
    try:
        return old.place_in_order(table, *_HEADS_BEFORE, *_HEADS_12, *_HEADS_AFTER)
    except old.Unfit as error:
        with suppress(old.Unfit):
            return old.place_in_order(table, *_HEADS_BEFORE, *reversed(_HEADS_12), *_HEADS_AFTER)
        raise error


def _is_until_last_year(heads: dict[str, str]) -> bool:
    """Whether what was realised before ends in n-2, not in n-3. Raises old.Unfit where it ends in another year."""
    reached, last = old.find_years(heads["sd_n3"])[-1:], old.find_years(heads["n2_realisasi"])[-1:]
    if not (reached and last):
        return False
    if reached[0] not in {last[0] - 1, last[0]}:
        raise old.Unfit(f"realisasinya sampai dengan {reached[0]}, bentuk baku sampai dengan {last[0] - 1}")
    return reached == last


class _Added(NamedTuple):
    """A table without the columns that its form does not have, the numbers that stood there, and what was said, by
    which heads.
    """

    table: old.TextTable
    numbers: list[str]
    notes: list[str]
    heads: list[str]

    @classmethod
    def take(cls, table: old.TextTable) -> _Added:
        first = 1 if _NUMBER.fullmatch(table.heads[0].strip()) else 0
        said = list(_find_said(table, first))
        kept = [column for column in range(first, table.width) if column not in said]
        cut = old.TextTable([table.heads[c] for c in kept], [[row[c] for c in kept] for row in table.rows])
        numbers = [row[0] for row in table.rows if first]
        texts = [(table.heads[c], [(row[first + 1], row[c]) for row in table.rows]) for c in said]
        notes = {head: list(_write_notes(head, rows)) for head, rows in texts}
        return cls(cut, numbers, [note for own in notes.values() for note in own], [h for h in notes if notes[h]])


def _find_said(table: old.TextTable, first: int) -> Iterator[int]:
    """The columns that say more than the form: what was reached up to n-2 behind its percentage, notes at the end."""
    until = first + len(_HEADS_BEFORE) + len(_HEADS_11) + 3
    if until < table.width and _UNTIL.search(table.heads[until]) and _PERCENTAGE.search(table.heads[until - 1]):
        yield until
    if _SAID.search(table.heads[-1]) and not _PERCENTAGE.search(table.heads[-1]):
        yield table.width - 1


def _write_notes(head: str, said: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What a column says of rows (name, text), as notes below the table: one a text, with the rows that it is about."""
    about: dict[str, list[str]] = {}
    for name, text in said:
        if text.strip() and text != "…" and not is_absent(text):
            about.setdefault(old.read_line(text), []).append(old.read_line(name))
    named = [name for name, text in said if name.strip()]
    for text, names in about.items():
        rows = "" if len(names) == len(named) else f" ({'; '.join(filter(None, names))})"
        yield f"{old.read_line(head)}{rows}: {text}"


class _OldRows:
    """Reads programs, kegiatan and sub kegiatan, each with figures of its own or, above others, without."""

    def __init__(self, built: old.Built, layout: TableLayout) -> None:
        self._built, self._layout = built, layout
        self._programs: list[Node] = []

    def read(self, rows: list[old.Cells]) -> list[Node]:
        levels = old.levels_by_code([(cells["nama"], old.read_code(cells["kode"])) for cells in rows])
        for cells in rows:
            self._read_row(cells, levels)
        return self._programs

    def _read_row(self, cells: old.Cells, levels: dict[int, str]) -> None:
        node = old.read_cells(self._layout, "kegiatan", cells)
        if not (name := node["nama"]):
            raise old.Unfit("ada baris tanpa nama program atau kegiatan")
        level = self._level_of(cells, node["kode"], levels)
        if level == "program":
            node["kegiatan"] = []
            self._programs.append(node)
        elif not self._programs:
            raise old.Unfit("ada kegiatan sebelum program pertama")
        elif level == "sub":
            self._programs[-1]["kegiatan"][-1].setdefault("sub_kegiatan", []).append(node)
        else:
            self._programs[-1]["kegiatan"].append(node)
        old.note_percentage(self._built, node, "renja_n-2_persen", cells["n2_persen"], name, "tingkat realisasi")
        old.note_percentage(
            self._built, node, "renstra_persen", cells["renstra_persen"], name, "tingkat capaian Renstra"
        )

    def _level_of(self, cells: old.Cells, code: str | None, levels: dict[int, str]) -> str:
        """program, kegiatan or sub: by name, by code, or, without code, by whether the row has figures."""
        level = levels.get(old.code_depth(code))
        has_figures = any(text for column, text in cells.items() if column not in {"kode", "nama"})
        if old.PROGRAM.match(cells["nama"]) or level in {"urusan", "program"} or not (level or has_figures):
            return "program"
        above = self._programs[-1]["kegiatan"] if self._programs else []
        if level == "sub" and above and code and code.startswith(f"{above[-1]['kode']}."):
            return "sub"
        return "kegiatan"


def _leave_blank(node: Node) -> None:
    """A row above others says what it said and no more: blank cells are meant so, and a program may be only a name."""
    if figures_of(node):
        for holder in (node, node["renja_n-2"], node["renja_n-1"]):
            holder |= {key: "" for key, value in holder.items() if value is None and key != "kode"}
    elif "kegiatan" in node:
        for key in set(node) - {"kode", "nama", "kegiatan"}:
            del node[key]
